package dev.lanewise.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.lanewise.oracle.ErrorNorm;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Twofold;

/**
 * Whether factors are what they are to be: {@code ||A - Q R||_2 <= c u sqrt(m n) ||A||_2}, and the same of each column, and
 * {@code ||Q^T Q - I||_2 <= c u sqrt(m)}, c = 10. Rounding errors of reflections add up as independent numbers do (N. J. Higham, Accuracy and Stability of
 * Numerical Algorithms, 2nd ed., section 19.3: the constants of the rigorous bounds are replaced by their square roots).
 */
final class QrCheck {
    private static final double CONSTANT = 10;

    private QrCheck() {}

    /** Fails unless {@code A = Q R} of m x n, m x c and c x n; the last in R's rows may be missing if they are zero. */
    static void assertFactors(int m, int n, int c, Numbers a, Numbers q, Numbers r, String context) {
        double u = a.precision().unitRoundoff();
        double size = largest(a), scale = size == 0 ? 1 : Math.scalb(1.0, -Math.getExponent(size));
        double factor = CONSTANT * u * Math.sqrt((double) m * n);
        double underflow = underflow(a, scale) * Math.sqrt((double) m * n);
        double norm = 0, error = 0, largestColumn = 0;
        for (int j = 0; j < n; j++) {
            double column = 0, columnError = 0;
            for (int i = 0; i < m; i++) {
                double element = a.at(i * n + j) * scale;
                column += element * element;
                Twofold rest = new Twofold().add(element);
                for (int l = 0; l < Math.min(c, j + 1); l++) {
                    rest.addProduct(-q.at(i * c + l), r.at(l * n + j) * scale);
                }
                columnError += rest.value() * rest.value();
            }
            if (!(Math.sqrt(columnError) <= factor * Math.sqrt(column) + underflow)) {
                fail(context + ": column " + j + " of A - Q R is " + Math.sqrt(columnError) + " with one of A of "
                        + Math.sqrt(column) + ", allowed " + factor + " times that");
            }
            error += columnError;
            norm += column;
            largestColumn = Math.max(largestColumn, column);
        }
        // Each is below the 2-norm.
        double least = Math.sqrt(Math.max(largestColumn, norm / Math.max(1, Math.min(m, n))));
        double allowed = factor * least + underflow;
        if (!(Math.sqrt(error) <= allowed)) {
            fail(context + ": ||A - Q R|| is " + Math.sqrt(error) / least + " ||A||, allowed " + allowed / least);
        }
        for (int i = 0; i < Math.min(c, m); i++) {
            for (int j = 0; j < Math.min(i, n); j++) {
                assertEquals(0, r.at(i * n + j), context + ": R below its diagonal");
            }
        }
    }

    /** Fails unless {@code ||x||_2 <= 10 u sqrt(m n) size}: what is to be zero, for something of that size. */
    static void assertSmall(int m, int n, Numbers x, double size, String context) {
        double allowed = CONSTANT * x.precision().unitRoundoff() * Math.sqrt((double) m * n) * size, norm = x.norm2();
        if (!(norm <= allowed)) {
            fail(context + ": a norm is " + norm + ", allowed " + allowed);
        }
    }

    /** Fails unless two vectors are as close as two products with an orthogonal matrix of m rows are. */
    static void assertClose(int m, Numbers wanted, Numbers computed, String context) {
        double allowed = 2 * CONSTANT * wanted.precision().unitRoundoff() * Math.sqrt(m) * wanted.norm2();
        double distance = wanted.distance(computed);
        if (!(distance <= allowed)) {
            fail(context + ": off by " + distance + ", allowed " + allowed);
        }
    }

    /**
     * Fails unless no column of what is left in any step is longer than so many times the element of the diagonal, but for rounding:
     * a norm is computed anew once 1/128 of its square is left, so that it is off by some hundred roundings a step; and what is left
     * beyond the rank is rounding itself.
     */
    static void assertLargestFirst(int m, int n, Numbers r, int factor, String context) {
        double size = largest(r), scale = size == 0 ? 1 : Math.scalb(1.0, -Math.getExponent(size));
        double slack = factor
                + 1000 * factor * Math.sqrt((double) m * n) * r.precision().unitRoundoff();
        for (int i = 0; i < Math.min(m, n); i++) {
            double diagonal = Math.abs(r.at(i * n + i)) * scale;
            for (int j = i + 1; j < n; j++) {
                double sum = 0;
                for (int l = i; l <= Math.min(j, m - 1); l++) {
                    double element = r.at(l * n + j) * scale;
                    sum += element * element;
                }
                double allowed = diagonal * slack + 10 * m * n * r.precision().unitRoundoff() * 0x1p-20;
                if (Math.sqrt(sum) > allowed) {
                    fail(context + ": column " + j + " from row " + i + " on is " + Math.sqrt(sum) + ", the diagonal "
                            + diagonal);
                }
            }
        }
    }

    /** What a product of m x r and r x n may be off by, relative to its largest element, with something to spare. */
    static double roundingOfProduct(double[] a, int m, int n) {
        return 100.0 * Math.max(m, n) * Numbers.of(a).precision().unitRoundoff();
    }

    /** The same in single precision. */
    static float roundingOfProduct(float[] a, int m, int n) {
        return (float) (100.0 * Math.max(m, n) * Numbers.of(a).precision().unitRoundoff());
    }

    /** What R, which is rounded to subnormal numbers if it is small, may lose, after scaling. */
    private static double underflow(Numbers a, double scale) {
        return a.precision().smallest() * scale;
    }

    private static double largest(Numbers a) {
        double largest = 0;
        for (int i = 0; i < a.length(); i++) {
            largest = Math.max(largest, Math.abs(a.at(i)));
        }
        return largest;
    }

    /** Fails unless the columns of an m x c matrix are orthonormal. */
    static void assertOrthonormal(int m, int c, Numbers q, String context) {
        double allowed = CONSTANT * q.precision().unitRoundoff() * Math.sqrt(m);
        double norm = ErrorNorm.ofOrthonormality(m, c, q);
        if (!(norm <= allowed)) {
            fail(context + ": ||Q^T Q - I|| is " + norm + ", allowed " + allowed);
        }
    }
}
