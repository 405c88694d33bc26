package dev.lanewise.jacobi;

import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Precision;

/** Symmetric matrices that eigenvalues are sought of. */
enum SymmetricMatrix {
    /** Independent normal numbers on and above the diagonal: about as many eigenvalues of either sign. */
    GAUSSIAN {
        @Override
        void fill(int n, double[] gaussian, Precision precision, double[] a) {
            symmetric(n, a, (i, j) -> gaussian[i * n + j]);
        }
    },
    /** {@code G G^T}, but for rounding. */
    POSITIVE {
        @Override
        void fill(int n, double[] gaussian, Precision precision, double[] a) {
            symmetric(n, a, (i, j) -> inner(n, gaussian, i, j, n));
        }
    },
    /** {@code -G G^T - I}. */
    NEGATIVE {
        @Override
        void fill(int n, double[] gaussian, Precision precision, double[] a) {
            symmetric(n, a, (i, j) -> -inner(n, gaussian, i, j, n) - (i == j ? 1 : 0));
        }
    },
    /** Of integers and rank 3, so that there is no rounding: all other eigenvalues are zero. */
    SEMIDEFINITE {
        @Override
        void fill(int n, double[] gaussian, Precision precision, double[] a) {
            for (int i = 0; i < n * n; i++) {
                gaussian[i] = Math.rint(4 * gaussian[i]);
            }
            symmetric(n, a, (i, j) -> inner(n, gaussian, i, j, Math.min(n, 3)));
        }
    },
    /** {@code 1 / (i + j + 1)}: positive definite, but not to working precision from some 12 rows on. */
    HILBERT {
        @Override
        void fill(int n, double[] gaussian, Precision precision, double[] a) {
            symmetric(n, a, (i, j) -> 1.0 / (i + j + 1));
        }
    },
    /** Ones: one eigenvalue is n, all others are zero. */
    ONES {
        @Override
        void fill(int n, double[] gaussian, Precision precision, double[] a) {
            symmetric(n, a, (i, j) -> 1);
        }
    },
    /** Zeros on the diagonal and normal numbers beside it. */
    HOLLOW {
        @Override
        void fill(int n, double[] gaussian, Precision precision, double[] a) {
            symmetric(n, a, (i, j) -> i == j ? 0 : gaussian[i * n + j]);
        }
    },
    /** Rows and columns that fall through 200 decades in double, of either sign. */
    GRADED {
        @Override
        void fill(int n, double[] gaussian, Precision precision, double[] a) {
            double decades = precision == Precision.DOUBLE ? 100 : 12;
            symmetric(n, a, (i, j) -> gaussian[i * n + j] * Math.pow(10, -decades * (i + j) / Math.max(1, n - 1)));
        }
    },
    /** Nothing but zeros. */
    ZERO {
        @Override
        void fill(int n, double[] gaussian, Precision precision, double[] a) {
            symmetric(n, a, (i, j) -> 0);
        }
    },
    /** The identity: all eigenvalues are the same. */
    IDENTITY {
        @Override
        void fill(int n, double[] gaussian, Precision precision, double[] a) {
            symmetric(n, a, (i, j) -> i == j ? 1 : 0);
        }
    },
    /** A diagonal of both signs, with zeros. */
    DIAGONAL {
        @Override
        void fill(int n, double[] gaussian, Precision precision, double[] a) {
            symmetric(n, a, (i, j) -> i == j ? i % 5 - 2 : 0);
        }
    },
    /** As small as normal numbers are, but for some digits. */
    TINY {
        @Override
        void fill(int n, double[] gaussian, Precision precision, double[] a) {
            symmetric(n, a, (i, j) -> gaussian[i * n + j] * (precision == Precision.DOUBLE ? 1e-290 : 1e-30));
        }
    },
    /** As large as numbers are, but for some digits. */
    HUGE {
        @Override
        void fill(int n, double[] gaussian, Precision precision, double[] a) {
            symmetric(n, a, (i, j) -> gaussian[i * n + j] * (precision == Precision.DOUBLE ? 1e300 : 1e35));
        }
    };

    /** An element on the diagonal or below. */
    private interface Element {
        double at(int i, int j);
    }

    abstract void fill(int n, double[] gaussian, Precision precision, double[] a);

    private static void symmetric(int n, double[] a, Element element) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                a[i * n + j] = element.at(i, j);
                a[j * n + i] = a[i * n + j];
            }
        }
    }

    private static double inner(int n, double[] g, int i, int j, int length) {
        double sum = 0;
        for (int l = 0; l < length; l++) {
            sum += g[i * n + l] * g[j * n + l];
        }
        return sum;
    }

    /** Fills an array with an n x n matrix. */
    double[] fill(int n, long seed, double[] a) {
        fill(n, Inputs.gaussian(seed, new double[n * n]), Precision.DOUBLE, a);
        return a;
    }

    /** Fills an array with an n x n matrix. */
    float[] fill(int n, long seed, float[] a) {
        double[] wide = new double[n * n];
        fill(n, Inputs.gaussian(seed, new double[n * n]), Precision.FLOAT, wide);
        System.arraycopy(Inputs.narrow(wide), 0, a, 0, a.length);
        return a;
    }
}
