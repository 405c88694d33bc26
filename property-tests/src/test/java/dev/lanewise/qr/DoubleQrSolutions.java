package dev.lanewise.qr;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.matmul.DoubleMatrixProduct;
import dev.lanewise.engine.qr.DoubleQrFactors;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;

/** What is solved with factors, held against the matrix. */
final class DoubleQrSolutions {
    private DoubleQrSolutions() {}

    /** A row-major matrix of m x n whose condition is no matter. */
    static double[] wellConditioned(int m, int n, long seed) {
        double[] a = Inputs.gaussian(seed, new double[m * n]);
        for (int i = 0; i < n; i++) {
            a[i * n + i] += 3 * n;
        }
        return a;
    }

    /** Fails unless the residual is orthogonal to the columns of the matrix: {@code A^T (b - A x) = 0}. */
    static void assertLeastSquares(
            DoubleQrFactors qr, double[] a, int columns, long seed, boolean byColumns, Workspace workspace) {
        int m = qr.rows(), n = qr.columns();
        double[] b = Inputs.gaussian(seed + 1, new double[m * columns]), before = b.clone();
        MatrixLayout ofX = byColumns ? MatrixLayout.of(columns, n).transposed() : MatrixLayout.of(n, columns);
        double[] x = Bits.guard(new double[n * columns]);
        qr.solve(b, MatrixLayout.of(m, columns), x, ofX, workspace, Parallelism.NONE);
        Bits.assertSame(before, b, "B, seed " + seed);
        double[] residual = b.clone(), normal = new double[n * columns];
        MatrixLayout ofB = MatrixLayout.of(m, columns), ofA = MatrixLayout.of(m, n);
        DoubleMatrixProduct.multiply(-1, a, ofA, x, ofX, 1, residual, ofB);
        DoubleMatrixProduct.multiply(1, a, ofA.transposed(), residual, ofB, 0, normal, MatrixLayout.of(n, columns));
        Numbers ofMatrix = Numbers.of(a);
        QrCheck.assertSmall(
                m,
                n,
                Numbers.of(normal),
                ofMatrix.norm2()
                        * (Numbers.of(b).norm2()
                                + ofMatrix.norm2() * Numbers.of(x).norm2()),
                "seed " + seed);
    }

    /** Fails unless {@code A^T x = b} and nothing of x is beside the range of A. */
    static void assertShortest(DoubleQrFactors qr, double[] a, int columns, long seed, Workspace workspace) {
        int m = qr.rows(), n = qr.columns();
        double[] b = Inputs.gaussian(seed + 1, new double[n * columns]), before = b.clone();
        MatrixLayout ofX = MatrixLayout.of(m, columns), ofB = MatrixLayout.of(n, columns), ofA = MatrixLayout.of(m, n);
        double[] x = Bits.guard(new double[m * columns]);
        qr.solveTransposed(b, ofB, x, ofX, workspace, Parallelism.NONE);
        Bits.assertSame(before, b, "B, seed " + seed);
        double[] residual = b.clone();
        DoubleMatrixProduct.multiply(-1, a, ofA.transposed(), x, ofX, 1, residual, ofB);
        QrCheck.assertSmall(
                m,
                n,
                Numbers.of(residual),
                Numbers.of(a).norm2() * Numbers.of(x).norm2(),
                "A^T x - b, seed " + seed);
        // The last elements of Q^T x are zero.
        qr.applyQTransposed(x, ofX, workspace, Parallelism.NONE);
        double[] beside = new double[(m - n) * columns];
        System.arraycopy(x, n * columns, beside, 0, beside.length);
        QrCheck.assertSmall(m, n, Numbers.of(beside), Numbers.of(x).norm2(), "beside the range, seed " + seed);
    }
}
