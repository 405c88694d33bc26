package dev.lanewise.cli;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.qr.DoublePivotedQr;
import dev.lanewise.engine.qr.DoubleQr;
import dev.lanewise.npy.NpyArray;
import java.util.Arrays;
import java.util.List;

/** The thin QR factorisation of a matrix, in this precision. */
final class DoubleThinQr {
    private DoubleThinQr() {}

    /** Q and R of {@code A = Q R}. */
    static List<NpyArray> of(double[] a, MatrixLayout layout, ArrayJob.Means means) {
        means.progress().begin("computing");
        DoubleQr qr = new DoubleQr(layout.rows(), layout.columns());
        qr.factorize(a, layout, means.workspace(), means.parallelism());
        return List.of(q(qr, means), r(qr));
    }

    /** Q, R and P of {@code A[:, P] = Q R}. */
    static List<NpyArray> pivoted(double[] a, MatrixLayout layout, ArrayJob.Means means) {
        means.progress().begin("computing");
        DoublePivotedQr pivoted = new DoublePivotedQr(layout.rows(), layout.columns());
        pivoted.factorize(a, layout, means.workspace(), means.parallelism());
        long[] permutation = Arrays.stream(pivoted.permutation()).asLongStream().toArray();
        return List.of(q(pivoted.qr(), means), r(pivoted.qr()), NpyArray.of(permutation, permutation.length));
    }

    private static NpyArray q(DoubleQr qr, ArrayJob.Means means) {
        int m = qr.rows(), k = Math.min(m, qr.columns());
        double[] q = new double[m * k];
        qr.copyQ(q, MatrixLayout.of(m, k), means.workspace(), means.parallelism());
        return NpyArray.of(q, m, k);
    }

    private static NpyArray r(DoubleQr qr) {
        int n = qr.columns(), k = Math.min(qr.rows(), n);
        double[] r = new double[k * n];
        qr.copyR(r, MatrixLayout.of(k, n));
        return NpyArray.of(r, k, n);
    }
}
