package dev.lanewise.jacobi;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.jacobi.DoubleSvd;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Numbers;

/**
 * All of a singular value decomposition, row after row.
 *
 * @param m rows of A
 * @param n columns of A
 * @param u U
 * @param s singular values
 * @param v V
 */
record DoubleSvdResult(int m, int n, double[] u, double[] s, double[] v) {
    static DoubleSvdResult of(DoubleSvd svd, int m, int n, Workspace workspace, Parallelism parallelism) {
        int k = Math.min(m, n);
        double[] u = Bits.guard(new double[m * k]), v = Bits.guard(new double[n * k]);
        svd.copyU(u, MatrixLayout.of(m, k), workspace, parallelism);
        svd.copyV(v, MatrixLayout.of(n, k), workspace, parallelism);
        return new DoubleSvdResult(m, n, u, svd.singularValues(), v);
    }

    void assertFactors(double[] a, String context) {
        SpectralCheck.assertSingular(m, n, Numbers.of(a), Numbers.of(u), Numbers.of(s), Numbers.of(v), context);
    }

    void assertSameBits(DoubleSvdResult other, String context) {
        Bits.assertSame(s, other.s, "S of " + context);
        Bits.assertSame(u, other.u, "U of " + context);
        Bits.assertSame(v, other.v, "V of " + context);
    }
}
