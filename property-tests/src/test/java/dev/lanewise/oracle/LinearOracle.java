package dev.lanewise.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.function.IntToDoubleFunction;

/** Compares what a linear map gives with its matrix, within bounds derived from {@link DenseMatrix}. */
public final class LinearOracle {
    private LinearOracle() {}

    /** Fails unless {@code y = A x} within {@code g(s) |A| |x|}. */
    public static void assertApplied(DenseMatrix matrix, Numbers x, Numbers y, String context) {
        assertEquals(matrix.cols(), x.length(), context);
        assertEquals(matrix.rows(), y.length(), context);
        // The oracle's own sum of so many products in twice the precision may be off as well.
        double gamma = ErrorBounds.gamma(matrix.roundings(), x.precision()) + 4.0 * matrix.cols() * 0x1p-106;
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

    /** {@link #assertLinear(int, IntToDoubleFunction, Numbers, Numbers, Numbers, String)} of a matrix. */
    public static void assertLinear(
            DenseMatrix matrix, Numbers x, Numbers z, Numbers ax, Numbers az, Numbers combined, String context) {
        IntToDoubleFunction magnitude = i -> matrix.magnitude(i, x) + 3 * matrix.magnitude(i, z);
        assertLinear(matrix.roundings(), magnitude, ax, az, combined, context);
    }

    /**
     * Fails unless {@code A (x - 3 z) = A x - 3 A z}. The combination rounds twice, each application {@code s} times; the
     * right side is summed exactly here: {@code (g(s + 2) + g(s)) |A| (|x| + 3 |z|)}.
     *
     * @param s the roundings of an application
     * @param magnitude an element of {@code |A| (|x| + 3 |z|)}, or more
     * @param ax {@code A x} as computed
     * @param az {@code A z} as computed
     * @param combined {@code A (x - 3 z)} as computed
     * @param context for the message
     */
    public static void assertLinear(
            int s, IntToDoubleFunction magnitude, Numbers ax, Numbers az, Numbers combined, String context) {
        double gamma = ErrorBounds.gamma(s + 2, ax.precision()) + ErrorBounds.gamma(s, ax.precision());
        for (int i = 0; i < ax.length(); i++) {
            Twofold wanted = new Twofold().add(ax.at(i)).addProduct(-3, az.at(i));
            double difference = wanted.distance(combined.at(i));
            double bound = gamma * magnitude.applyAsDouble(i);
            if (!(difference <= bound)) {
                fail(context + ": element " + i + " is " + combined.at(i) + ", the sum of the parts " + wanted.value()
                        + "; off by " + difference + ", allowed " + bound);
            }
        }
    }

    /** {@link #assertAdjoint(int, double, Numbers, Numbers, Numbers, Numbers, String)} of a matrix. */
    public static void assertAdjoint(
            DenseMatrix matrix, Numbers x, Numbers z, Numbers ax, Numbers atz, String context) {
        double size = 0;
        for (int i = 0; i < z.length(); i++) {
            size += Math.abs(z.at(i)) * matrix.magnitude(i, x);
        }
        assertAdjoint(matrix.roundings(), size, x, z, ax, atz, context);
    }

    /**
     * Fails unless {@code <A x, z> = <x, A^T z>}: each is off by at most {@code g(s) |z|^T |A| |x|}.
     *
     * @param s the roundings of an application
     * @param magnitude {@code |z|^T |A| |x|}, or more
     * @param x one vector
     * @param z another
     * @param ax {@code A x} as computed
     * @param atz {@code A^T z} as computed
     * @param context for the message
     */
    public static void assertAdjoint(
            int s, double magnitude, Numbers x, Numbers z, Numbers ax, Numbers atz, String context) {
        // 4 u of double: the two inner products as they are rounded here to double, and their difference.
        double bound = (2 * ErrorBounds.gamma(s, x.precision()) + 0x1p-51) * magnitude;
        double left = ax.dot(z);
        double right = x.dot(atz);
        if (!(Math.abs(left - right) <= bound)) {
            fail(context + ": inner products " + left + " and " + right + " differ by " + Math.abs(left - right)
                    + ", allowed " + bound);
        }
    }
}
