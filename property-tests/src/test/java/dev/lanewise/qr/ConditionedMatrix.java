package dev.lanewise.qr;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.qr.DoubleQr;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Precision;
import java.util.Arrays;

/** Matrices of a given condition: singular values that fall evenly on a logarithmic scale, between orthogonal factors at random. */
final class ConditionedMatrix {
    private ConditionedMatrix() {}

    /** A row-major matrix of m x n, n at least 2, with condition {@code u^-power}. */
    static double[] of(double power, int m, int n, long seed, double[] a) {
        return fill(condition(power, Precision.DOUBLE), m, n, seed, a);
    }

    /** A row-major matrix of m x n, n at least 2, with condition {@code u^-power}. */
    static float[] of(double power, int m, int n, long seed, float[] a) {
        double[] wide = fill(condition(power, Precision.FLOAT), m, n, seed, new double[m * n]);
        for (int i = 0; i < a.length; i++) {
            a[i] = (float) wide[i];
        }
        return a;
    }

    /** The i-th of n singular values, from 0, of such a matrix of numbers like these. */
    static double singularValue(double power, int i, double[] a, int n) {
        return Math.pow(condition(power, Precision.DOUBLE), -i / (n - 1.0));
    }

    /** The i-th of n singular values, from 0, of such a matrix of numbers like these. */
    static double singularValue(double power, int i, float[] a, int n) {
        return Math.pow(condition(power, Precision.FLOAT), -i / (n - 1.0));
    }

    private static double condition(double power, Precision precision) {
        return Math.pow(precision.unitRoundoff(), -power);
    }

    private static double[] fill(double condition, int m, int n, long seed, double[] a) {
        double[] right = new double[n * n];
        orthogonal(n, seed + 1).copyQ(right, MatrixLayout.of(n, n), new Workspace(), Parallelism.NONE);
        for (int i = 0; i < n; i++) {
            double value = Math.pow(condition, -i / (n - 1.0));
            for (int j = 0; j < n; j++) {
                a[i * n + j] = value * right[i * n + j];
            }
        }
        Arrays.fill(a, n * n, m * n, 0);
        DoubleQr left = new DoubleQr(m, n);
        left.factorize(Inputs.gaussian(seed, new double[m * n]), MatrixLayout.of(m, n));
        left.applyQ(a, MatrixLayout.of(m, n), new Workspace(), Parallelism.NONE);
        return a;
    }

    private static DoubleQr orthogonal(int n, long seed) {
        DoubleQr qr = new DoubleQr(n, n);
        qr.factorize(Inputs.gaussian(seed, new double[n * n]), MatrixLayout.of(n, n));
        return qr;
    }
}
