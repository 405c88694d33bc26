package dev.lanewise.qr;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.matmul.DoubleMatrixProduct;
import dev.lanewise.engine.qr.DoublePivotedQr;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Seeds;
import dev.lanewise.peer.Peer;
import dev.lanewise.peer.PeerMatrix;
import dev.lanewise.peer.WellConditioned;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A second opinion on pivots, R and the rank. */
final class DoublePivotedQrPeerLaws implements Seeds {
    /** Dirty from one try to the next. */
    private final Workspace workspace = new Workspace();

    private DoublePivotedQr factorized(int m, int n, double[] a) {
        DoublePivotedQr qr = new DoublePivotedQr(m, n);
        qr.factorize(a, MatrixLayout.of(m, n), workspace, Parallelism.NONE);
        return qr;
    }

    @Property(tries = 60)
    void pivotsAndRAreThoseOfAPeer(
            @ForAll @IntRange(min = 1, max = 50) int m,
            @ForAll @IntRange(min = 1, max = 50) int n,
            @ForAll("seeds") long seed) {
        Assume.that(factorsAgree(m, n, Inputs.gaussian(seed, new double[m * n]), "seed " + seed));
    }

    @Example
    void theyAreOfALargeMatrix() {
        assertTrue(factorsAgree(256, 256, WellConditioned.of(256, 1).toDoubles(), "shifted"), "the bounds hold");
    }

    private boolean factorsAgree(int m, int n, double[] a, String context) {
        int k = Math.min(m, n);
        double[] r = new double[k * n];
        DoublePivotedQr qr = factorized(m, n, a);
        qr.qr().copyR(r, MatrixLayout.of(k, n));
        return QrPeerCheck.pivotedFactorsAgree(
                PeerMatrix.of(m, n, a), qr.permutation(), PeerMatrix.of(k, n, r), context);
    }

    /** Of products of small integers, which are exact, some columns brought close to nothing by a power of two. */
    @Property(tries = 60)
    void ranksAreThoseOfPeers(
            @ForAll @IntRange(min = 1, max = 60) int m,
            @ForAll @IntRange(min = 1, max = 60) int n,
            @ForAll @IntRange(min = 1, max = 40) int inner,
            @ForAll @IntRange(max = 8) int tenths,
            @ForAll("seeds") long seed) {
        double[] left = Inputs.integers(seed, 3, new double[m * inner]),
                right = Inputs.integers(seed + 1, 3, new double[inner * n]);
        double[] a = new double[m * n];
        DoubleMatrixProduct.multiply(m, n, inner, left, right, a);
        PeerMatrix unscaled = PeerMatrix.of(m, n, a);
        int digits = Math.getExponent(1 / Math.ulp((double) 1));
        for (int i = 0; i < m; i++) {
            for (int j = Math.min(inner, n) - 1; j < n; j++) {
                a[i * n + j] = Math.scalb(a[i * n + j], -tenths * digits / 10);
            }
        }
        int rank = factorized(m, n, a).rank();
        for (Peer peer : Peer.ALL) {
            Assume.that(QrPeerCheck.ranksAgree(peer, unscaled, PeerMatrix.of(m, n, a), rank, "seed " + seed));
        }
    }
}
