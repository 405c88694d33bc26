package dev.lanewise.qr;

import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Precision;

/** Matrices that factorisations are tried on, row after row. */
public enum QrMatrix {
    /** Independent normal numbers. */
    GAUSSIAN {
        @Override
        double element(int i, int j, int m, int n, double gaussian, Precision precision) {
            return gaussian;
        }
    },
    /** {@code 1 / (i + j + 1)}: singular to working precision from some 12 columns on. */
    HILBERT {
        @Override
        double element(int i, int j, int m, int n, double gaussian, Precision precision) {
            return 1.0 / (i + j + 1);
        }
    },
    /** Kahan's triangle, nearly singular without a small element on the diagonal. */
    KAHAN {
        @Override
        double element(int i, int j, int m, int n, double gaussian, Precision precision) {
            return j < i ? 0 : Math.pow(SINE, i) * (i == j ? 1 : -COSINE);
        }
    },
    /** Columns that fall through two thirds of all magnitudes there are, 200 decades in double. */
    GRADED_COLUMNS {
        @Override
        double element(int i, int j, int m, int n, double gaussian, Precision precision) {
            return gaussian * graded(j, n, precision);
        }
    },
    /** Rows that do. */
    GRADED_ROWS {
        @Override
        double element(int i, int j, int m, int n, double gaussian, Precision precision) {
            return gaussian * graded(i, m, precision);
        }
    },
    /** Columns that repeat, and one that is zero. */
    RANK_DEFICIENT {
        @Override
        double element(int i, int j, int m, int n, double gaussian, Precision precision) {
            return j % 5 == 3 ? 0 : Math.sin(1 + 3 * i + 7.0 * (j % 4));
        }
    },
    /** Nothing but zeros. */
    ZERO {
        @Override
        double element(int i, int j, int m, int n, double gaussian, Precision precision) {
            return 0;
        }
    },
    /** As small as normal numbers are, but for some digits. */
    TINY {
        @Override
        double element(int i, int j, int m, int n, double gaussian, Precision precision) {
            return gaussian * (precision == Precision.DOUBLE ? 1e-290 : 1e-30);
        }
    },
    /** As large as numbers are, but for some digits. */
    HUGE {
        @Override
        double element(int i, int j, int m, int n, double gaussian, Precision precision) {
            return gaussian * (precision == Precision.DOUBLE ? 1e300 : 1e35);
        }
    },
    /** Ones and zeros: many reflections have nothing to do. */
    IDENTITY {
        @Override
        double element(int i, int j, int m, int n, double gaussian, Precision precision) {
            return i == j ? 1 : 0;
        }
    };

    private static final double SINE = 0.9;
    private static final double COSINE = Math.sqrt(1 - SINE * SINE);

    abstract double element(int i, int j, int m, int n, double gaussian, Precision precision);

    private static double graded(int i, int n, Precision precision) {
        int decades = precision == Precision.DOUBLE ? 200 : 24;
        return Math.pow(10, -decades * (i / Math.max(1.0, n - 1)));
    }

    /** Fills an array with an m x n matrix. */
    public double[] fill(int m, int n, long seed, double[] a) {
        Inputs.gaussian(seed, a);
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                a[i * n + j] = element(i, j, m, n, a[i * n + j], Precision.DOUBLE);
            }
        }
        return a;
    }

    /** Fills an array with an m x n matrix. */
    public float[] fill(int m, int n, long seed, float[] a) {
        Inputs.gaussian(seed, a);
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                a[i * n + j] = (float) element(i, j, m, n, a[i * n + j], Precision.FLOAT);
            }
        }
        return a;
    }
}
