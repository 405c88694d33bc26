package dev.lanewise.jacobi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.oracle.ErrorNorm;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.SingularValueOracle;
import dev.lanewise.oracle.Twofold;

/**
 * Whether factors are what they are to be, with u the unit roundoff and c = 10: of a singular value decomposition {@code ||A - U S
 * V^T||_2 <= c u sqrt(m n) ||A||_2}, of an eigendecomposition {@code ||A - V D V^T||_2 <= c n u ||A||_2}.
 *
 * <p>A rotation rounds each element a few times, and an element has met n of them after a sweep. Such errors add up as independent
 * numbers do (N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., sections 19.3 and 19.6: the constants of the
 * rigorous bounds are replaced by their square roots), and there are some ten sweeps. A matrix that is not positive definite is shifted
 * by up to {@code 2 ||A||}: then all of this is relative to {@code 3 ||A||}.
 *
 * <p>Vectors have {@code ||V^T V - I||_2 <= c u sqrt(2 max(m, n))}: those of a rotated identity come of two orthogonal factors, of
 * rotations and of reflections, whose errors are independent. The others are rows that have been rotated until no two have a cosine above
 * {@code 8 u}; a symmetric matrix of k x k independent elements of that size has norm {@code 16 u sqrt(k)} at most but for chance (E. P.
 * Wigner, On the distribution of the roots of certain symmetric matrices, Ann. Math. 67, 1958, pp. 325-327), and most are far less.
 */
final class SpectralCheck {
    private static final double CONSTANT = 10;

    private SpectralCheck() {}

    /** Fails unless the factors of m x k, k and n x k, k = min(m, n), are those of A, of m x n. */
    static void assertSingular(int m, int n, Numbers a, Numbers u, Numbers s, Numbers v, String context) {
        int k = Math.min(m, n), most = Math.max(m, n);
        assertEquals(k, s.length(), context + ": how many singular values");
        assertDescending(s, context);
        assertTrue(k == 0 || s.at(k - 1) >= 0, context + ": a negative singular value");
        double ofU = ratioOfOrthogonality(m, k, u, most), ofV = ratioOfOrthogonality(n, k, v, most);
        assertTrue(ofU <= 1, context + ": ||U^T U - I|| is " + ofU + " times what is allowed");
        assertTrue(ofV <= 1, context + ": ||V^T V - I|| is " + ofV + " times what is allowed");
        double ofA = ratioOfError(m, n, a, u, s, v, Math.sqrt((double) m * n));
        assertTrue(ofA <= 1, context + ": ||A - U S V^T|| is " + ofA + " times what is allowed");
    }

    /** Fails unless the eigenvectors, n x n, and eigenvalues are those of A. */
    static void assertEigen(int n, Numbers a, Numbers v, Numbers d, String context) {
        assertEquals(n, d.length(), context + ": how many eigenvalues");
        assertDescending(d, context);
        double ofV = ratioOfOrthogonality(n, n, v, n);
        assertTrue(ofV <= 1, context + ": ||V^T V - I|| is " + ofV + " times what is allowed");
        double ofA = ratioOfError(n, n, a, v, d, v, sizeOfEigen(n, d));
        assertTrue(ofA <= 1, context + ": ||A - V D V^T|| is " + ofA + " times what is allowed");
    }

    /** n, or 3 n if the matrix has been shifted. */
    static double sizeOfEigen(int n, Numbers d) {
        return n > 0 && d.at(n - 1) < 0 ? 3 * n : n;
    }

    private static void assertDescending(Numbers values, String context) {
        for (int j = 0; j < values.length(); j++) {
            assertTrue(Double.isFinite(values.at(j)), context + ": value " + j + " is " + values.at(j));
            assertTrue(
                    j == 0 || values.at(j) <= values.at(j - 1),
                    context + ": value " + j + " is " + values.at(j) + " after " + values.at(Math.max(0, j - 1)));
        }
    }

    /** What there is of {@code ||Q^T Q - I||} for each of what is allowed. */
    private static double ratioOfOrthogonality(int rows, int columns, Numbers q, int most) {
        double roundings = CONSTANT * Math.sqrt(2 * most);
        return ErrorNorm.ofOrthonormality(rows, columns, q) / (q.precision().unitRoundoff() * Math.max(1, roundings));
    }

    /** What there is of {@code ||A - U S V^T||} for each of {@code c u size ||A||}. */
    static double ratioOfError(int m, int n, Numbers a, Numbers u, Numbers s, Numbers v, double size) {
        int k = s.length();
        double scale = scale(a), norm = 0;
        double[] rest = new double[m * n];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                Twofold sum = new Twofold().add(a.at(i * n + j) * scale);
                for (int l = 0; l < k; l++) {
                    double value = -s.at(l) * scale, product = u.at(i * k + l) * value, other = v.at(j * k + l);
                    sum.addProduct(product, other).addProduct(Math.fma(u.at(i * k + l), value, -product), other);
                }
                rest[i * n + j] = sum.value();
            }
        }
        for (int l = 0; l < k; l++) {
            norm = Math.max(norm, lengthening(m, n, a, scale, v, l, k));
        }
        double relative = CONSTANT * a.precision().unitRoundoff() * size;
        // Small numbers are rounded to multiples of the smallest.
        double allowed = relative * norm + a.precision().smallest() * scale * size;
        double error = ErrorNorm.of(m, n, rest);
        return error == 0 ? 0 : error / allowed;
    }

    /** {@code ||A v|| / ||v||} for a column v of V: not above {@code ||A||}, and for one of them near it. */
    private static double lengthening(int m, int n, Numbers a, double scale, Numbers v, int column, int columns) {
        double ofProduct = 0, ofV = 0;
        for (int i = 0; i < m; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += a.at(i * n + j) * scale * v.at(j * columns + column);
            }
            ofProduct += sum * sum;
        }
        for (int j = 0; j < n; j++) {
            ofV += v.at(j * columns + column) * v.at(j * columns + column);
        }
        return Math.sqrt(ofProduct / ofV);
    }

    /** Brings the largest element near 1. */
    private static double scale(Numbers a) {
        double largest = 0;
        for (int i = 0; i < a.length(); i++) {
            largest = Math.max(largest, Math.abs(a.at(i)));
        }
        return largest == 0 ? 1 : Math.scalb(1.0, -Math.getExponent(largest));
    }

    /** Fails unless values are as near to the wanted ones as {@code roundings u size}. */
    static void assertNear(Numbers wanted, Numbers values, double roundings, double size, String context) {
        double allowed = roundings * values.precision().unitRoundoff() * size;
        assertEquals(wanted.length(), values.length(), context);
        for (int j = 0; j < wanted.length(); j++) {
            double error = Math.abs(values.at(j) - wanted.at(j));
            assertTrue(
                    error <= allowed,
                    context + ": value " + j + " is " + values.at(j) + ", wanted " + wanted.at(j) + "; off by " + error
                            + ", allowed " + allowed);
        }
    }

    /** Fails unless values are as near to those of a peer, who computes in double, as both may be off: {@code c u size ||A||}. */
    static void assertSameAsPeer(double[] theirs, Numbers ours, double size, String context) {
        Numbers wanted = Numbers.of(theirs);
        int last = wanted.length() - 1;
        double norm = Math.max(Math.abs(wanted.at(0)), Math.abs(wanted.at(last)));
        assertNear(wanted, ours, 2 * CONSTANT * size, norm, context);
    }

    /** Fails unless each value has a relative error of at most {@code c u condition}. */
    static void assertRelativelyNear(SingularValueOracle wanted, Numbers values, double condition, String context) {
        double ratio = ratioOfRelativeError(wanted.values(), values, condition);
        assertTrue(ratio <= 1, context + ": a relative error is " + ratio + " times what is allowed");
    }

    /** The largest relative error for each of {@code c u condition}. */
    static double ratioOfRelativeError(double[] wanted, Numbers values, double condition) {
        double largest = 0;
        for (int j = 0; j < wanted.length; j++) {
            largest = Math.max(largest, Math.abs(values.at(j) - wanted[j]) / wanted[j]);
        }
        return largest / (CONSTANT * values.precision().unitRoundoff() * condition);
    }

    /** {@code 2 - 2 cos(k pi / (n + 1)) = 4 sin^2(k pi / (2 n + 2))}, or the same with the other sign, the greatest first. */
    static Numbers secondDifferences(int n, boolean negative) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            double sine = Math.sin((negative ? i + 1 : n - i) * Math.PI / (2 * n + 2));
            values[i] = (negative ? -4 : 4) * sine * sine;
        }
        return Numbers.of(values);
    }

    /** The product with a number. */
    static Numbers times(double factor, Numbers x) {
        double[] product = x.toDoubles();
        for (int i = 0; i < product.length; i++) {
            product[i] *= factor;
        }
        return Numbers.of(product);
    }
}
