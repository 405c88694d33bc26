package dev.lanewise.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

/** Compares what a linear map gives with its matrix, within bounds derived from {@link DenseMatrix}. */
public final class LinearOracle {
    private LinearOracle() {}

    /** Fails unless {@code y = A x} within {@code g(s) |A| |x|}. */
    public static void assertApplied(DenseMatrix matrix, Numbers x, Numbers y, String context) {
        assertEquals(matrix.cols(), x.length(), context);
        assertEquals(matrix.rows(), y.length(), context);
        double gamma = gamma(matrix.roundings(), matrix.cols(), x);
        for (int i = 0; i < y.length(); i++) {
            Twofold exact = matrix.element(i, x);
            double error = exact.distance(y.at(i));
            double bound = gamma * matrix.magnitude(i, x);
            if (!(error <= bound)) {
                fail(context + ": element " + i + " is " + y.at(i) + ", exactly " + exact.value() + "; off by " + error
                        + ", allowed " + bound);
            }
        }
    }

    /** Fails unless these are the entries, row-major, each within {@code g(s)} of its magnitude. */
    public static void assertDense(DenseMatrix matrix, Numbers entries, String context) {
        assertEquals(matrix.rows() * matrix.cols(), entries.length(), context);
        for (int j = 0; j < matrix.cols(); j++) {
            double[] unit = new double[matrix.cols()];
            unit[j] = 1;
            double[] column = new double[matrix.rows()];
            for (int i = 0; i < column.length; i++) {
                column[i] = entries.at(i * matrix.cols() + j);
            }
            Numbers x = new Numbers(entries.precision(), unit);
            assertApplied(matrix, x, new Numbers(entries.precision(), column), context + ", column " + j);
        }
    }

    /**
     * Fails unless {@code A (x - 3 z) = A x - 3 A z}. The combination rounds twice, each application {@code s} times; the
     * right side is summed exactly here: {@code (g(s + 2) + g(s)) |A| (|x| + 3 |z|)}.
     */
    public static void assertLinear(
            DenseMatrix matrix, Numbers x, Numbers z, Numbers ax, Numbers az, Numbers combined, String context) {
        int s = matrix.roundings();
        double gamma = gamma(s + 2, matrix.cols(), x) + gamma(s, matrix.cols(), x);
        for (int i = 0; i < ax.length(); i++) {
            Twofold wanted = new Twofold().add(ax.at(i)).addProduct(-3, az.at(i));
            double difference = wanted.distance(combined.at(i));
            double bound = gamma * (matrix.magnitude(i, x) + 3 * matrix.magnitude(i, z));
            if (!(difference <= bound)) {
                fail(context + ": element " + i + " off by " + difference + ", allowed " + bound);
            }
        }
    }

    /** Fails unless {@code <A x, z> = <x, A^T z>}: each is off by at most {@code g(s) |z|^T |A| |x|}. */
    public static void assertAdjoint(
            DenseMatrix matrix, Numbers x, Numbers z, Numbers ax, Numbers atz, String context) {
        double size = 0;
        for (int i = 0; i < z.length(); i++) {
            size += Math.abs(z.at(i)) * matrix.magnitude(i, x);
        }
        // 2^-51: the two inner products as they are rounded here to double, and their difference.
        double bound = (2 * gamma(matrix.roundings(), matrix.cols(), x) + 0x1p-51) * size;
        double difference = Math.abs(ax.dot(z) - x.dot(atz));
        if (!(difference <= bound)) {
            fail(context + ": inner products differ by " + difference + ", allowed " + bound);
        }
    }

    /** {@code g(s)}, and what the oracle's own sum of so many terms may be off. */
    private static double gamma(int s, int terms, Numbers x) {
        return ErrorBounds.gamma(s, x.precision()) + 4.0 * terms * 0x1p-106;
    }
}
