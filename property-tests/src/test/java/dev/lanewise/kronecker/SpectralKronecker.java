package dev.lanewise.kronecker;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Precision;

/** Bounds of what the factors of a Kronecker product give, and dense formulas in double precision to compare with. */
final class SpectralKronecker {
    /** The small constant of the errors of Jacobi's method and of products with its vectors. */
    private static final int SMALL = 8;

    private SpectralKronecker() {}

    /** {@code c n u}. */
    static double bound(int n, Precision precision) {
        return SMALL * n * precision.unitRoundoff();
    }

    /** Fails unless two vectors agree within a bound, in the 2-norm. */
    static void assertNear(Numbers wanted, Numbers got, double bound, String context) {
        double distance = wanted.distance(got);
        assertTrue(distance <= bound, context + ": off by " + distance + ", allowed " + bound);
    }

    /** Fails unless two numbers agree within a bound. */
    static void assertNear(double wanted, double got, double bound, String context) {
        double distance = Math.abs(wanted - got);
        assertTrue(distance <= bound, context + ": got " + got + ", wanted " + wanted + ", allowed " + bound);
    }

    /** The Kronecker product of square matrices, row after row. */
    static Numbers product(Numbers a, int m, Numbers b, int n) {
        double[] product = new double[m * n * m * n];
        for (int i = 0; i < m * n; i++) {
            for (int j = 0; j < m * n; j++) {
                product[i * m * n + j] = a.at(i / n * m + j / n) * b.at(i % n * n + j % n);
            }
        }
        return Numbers.of(product);
    }

    /** A with a number added to its diagonal. */
    private static double[] shifted(double[] a, int n, double shift) {
        double[] shifted = a.clone();
        for (int i = 0; i < n; i++) {
            shifted[i * (n + 1)] += shift;
        }
        return shifted;
    }

    /** {@code A^-1} of a positive definite matrix by Gauss and Jordan, and behind it the logarithm of the determinant. */
    private static double[] inverse(double[] matrix, int n) {
        double[] a = matrix.clone(), inverse = new double[n * n + 1];
        for (int i = 0; i < n; i++) {
            inverse[i * (n + 1)] = 1;
        }
        for (int k = 0; k < n; k++) {
            double pivot = a[k * (n + 1)];
            inverse[n * n] += Math.log(pivot);
            for (int j = 0; j < n; j++) {
                a[k * n + j] /= pivot;
                inverse[k * n + j] /= pivot;
            }
            for (int i = 0; i < n; i++) {
                double factor = i == k ? 0 : a[i * n + k];
                for (int j = 0; j < n; j++) {
                    a[i * n + j] -= factor * a[k * n + j];
                    inverse[i * n + j] -= factor * inverse[k * n + j];
                }
            }
        }
        return inverse;
    }

    /** {@code A x}. */
    private static double[] apply(double[] a, int n, double[] x) {
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                y[i] += a[i * n + j] * x[j];
            }
        }
        return y;
    }

    /** {@code (K + s I)^-1 y} of a Gaussian process by its definition. */
    static Numbers weights(Numbers k, double noise, Numbers y) {
        int n = y.length();
        return Numbers.of(apply(inverse(shifted(k.values(), n, noise), n), n, y.values()));
    }

    /** {@code K a}. */
    static Numbers mean(Numbers k, double noise, Numbers y) {
        return Numbers.of(apply(k.values(), y.length(), weights(k, noise, y).values()));
    }

    /** The diagonal of {@code K - K (K + s I)^-1 K}. */
    static Numbers variance(Numbers k, double noise, int n) {
        double[] variance = new double[n];
        for (int i = 0; i < n; i++) {
            double[] column = new double[n];
            for (int j = 0; j < n; j++) {
                column[j] = k.at(j * n + i);
            }
            variance[i] = column[i] - mean(k, noise, Numbers.of(column)).at(i);
        }
        return Numbers.of(variance);
    }

    /** {@code log p(y)} of a Gaussian process by its definition. */
    static double logLikelihood(Numbers k, double noise, Numbers y) {
        int n = y.length();
        double[] inverse = inverse(shifted(k.values(), n, noise), n);
        double fit = y.dot(weights(k, noise, y));
        return -fit / 2 - inverse[n * n] / 2 - n * Math.log(2 * Math.PI) / 2;
    }

    /** The derivative of it along a change of {@code K}. */
    static double gradient(Numbers k, Numbers derivative, double noise, Numbers y) {
        int n = y.length();
        double[] inverse = inverse(shifted(k.values(), n, noise), n);
        Numbers weights = weights(k, noise, y);
        double sum = weights.dot(Numbers.of(apply(derivative.values(), n, weights.values())));
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                sum -= inverse[i * n + j] * derivative.at(j * n + i);
            }
        }
        return sum / 2;
    }

    /** The change of {@code log p(y)} for that of {@code K}, by differences: off by a square of the step and a rounding over it. */
    static double difference(Numbers k, Numbers derivative, double noise, Numbers y) {
        double step = 0x1p-14;
        double[] more = k.toDoubles(), less = k.toDoubles();
        for (int i = 0; i < more.length; i++) {
            more[i] += step * derivative.at(i);
            less[i] -= step * derivative.at(i);
        }
        return (logLikelihood(Numbers.of(more), noise, y) - logLikelihood(Numbers.of(less), noise, y)) / (2 * step);
    }

    /** The identity of an order. */
    static Numbers identity(int n) {
        return Numbers.of(shifted(new double[n * n], n, 1));
    }

    /** At which backward error a solver stops by default. */
    static double solverTolerance(Precision precision) {
        return Math.sqrt(2 * precision.unitRoundoff());
    }
}
