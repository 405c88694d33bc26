package dev.lanewise.qr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.matmul.DoubleMatrixProduct;
import dev.lanewise.engine.qr.DoublePivotedQr;
import dev.lanewise.foundation.Allocation;
import dev.lanewise.foundation.EveryParallelism;
import dev.lanewise.foundation.LanewiseThreads;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Seeds;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** {@code A P = Q R} with a diagonal that is always the largest that is left, and so tells the rank. */
final class DoublePivotedQrLaws implements Seeds {
    private static final int[][] SHAPES = {
        {0, 0}, {0, 3}, {3, 0}, {1, 1}, {1, 6}, {6, 1}, {5, 3}, {3, 5}, {31, 33}, {33, 31}, {64, 64}, {100, 20},
        {20, 100}
    };

    /** Dirty from one try to the next. */
    private final Workspace workspace = new Workspace();

    private DoublePivotedQr factorized(int m, int n, double[] a) {
        DoublePivotedQr qr = new DoublePivotedQr(m, n);
        qr.factorize(a, MatrixLayout.of(m, n), workspace, Parallelism.NONE);
        return qr;
    }

    private static double[] r(DoublePivotedQr qr) {
        int m = qr.qr().rows(), n = qr.qr().columns();
        double[] r = Bits.guard(new double[m * n]);
        qr.qr().copyR(r, MatrixLayout.of(m, n));
        return r;
    }

    private double[] q(DoublePivotedQr qr) {
        int m = qr.qr().rows();
        double[] q = Bits.guard(new double[m * m]);
        qr.qr().copyQ(q, MatrixLayout.of(m, m), workspace, Parallelism.NONE);
        return q;
    }

    @Example
    void theFactorsAreThoseOfTheMatrixWithItsColumnsExchanged() {
        for (QrMatrix kind : QrMatrix.values()) {
            for (int[] shape : SHAPES) {
                check(kind, shape[0], shape[1], 1);
            }
        }
    }

    @Property(tries = 100)
    void theyAreForAnyShape(
            @ForAll @IntRange(max = 70) int m,
            @ForAll @IntRange(max = 70) int n,
            @ForAll("seeds") long seed,
            @ForAll QrMatrix kind) {
        check(kind, m, n, seed);
    }

    private void check(QrMatrix kind, int m, int n, long seed) {
        String context = kind + " of " + m + " x " + n + ", seed " + seed;
        double[] a = kind.fill(m, n, seed, new double[m * n]), exchanged = new double[m * n];
        DoublePivotedQr qr = factorized(m, n, a);
        int[] permutation = qr.permutation();
        boolean[] seen = new boolean[n];
        for (int j = 0; j < n; j++) {
            assertFalse(seen[permutation[j]], context + ": column " + permutation[j] + " stands twice");
            seen[permutation[j]] = true;
            for (int i = 0; i < m; i++) {
                exchanged[i * n + j] = a[i * n + permutation[j]];
            }
        }
        Numbers q = Numbers.of(q(qr)), r = Numbers.of(r(qr));
        QrCheck.assertFactors(m, n, m, Numbers.of(exchanged), q, r, context);
        QrCheck.assertOrthonormal(m, m, q, context);
        QrCheck.assertLargestFirst(m, n, r, context);
    }

    @Property(tries = 60)
    void theRankIsThatOfTheFactorsOfTheMatrix(
            @ForAll @IntRange(max = 60) int m,
            @ForAll @IntRange(max = 60) int n,
            @ForAll @IntRange(max = 60) int inner,
            @ForAll("seeds") long seed) {
        int rank = Math.min(inner, Math.min(m, n));
        double[] left = Inputs.gaussian(seed, new double[m * rank]),
                right = Inputs.gaussian(seed + 1, new double[rank * n]);
        double[] a = new double[m * n];
        DoubleMatrixProduct.multiply(m, n, rank, left, right, a);
        // Not the rounding of the product itself: that may be of full rank, some units in the last place large.
        DoublePivotedQr qr = factorized(m, n, a);
        assertEquals(rank, qr.rank(QrCheck.roundingOfProduct(a, m, n)), "seed " + seed);
    }

    /** As LAPACK finds. */
    @Example
    void noRankIsLostOnTheMatricesOfOldTrouble() {
        assertEquals(
                0,
                factorized(20, 20, QrMatrix.ZERO.fill(20, 20, 1, new double[400]))
                        .rank());
        assertEquals(
                20,
                factorized(20, 20, QrMatrix.IDENTITY.fill(20, 20, 1, new double[400]))
                        .rank());
        assertEquals(
                20,
                factorized(20, 20, QrMatrix.TINY.fill(20, 20, 1, new double[400]))
                        .rank());
        assertEquals(
                20,
                factorized(20, 20, QrMatrix.HUGE.fill(20, 20, 1, new double[400]))
                        .rank());
        assertEquals(
                20,
                factorized(20, 20, QrMatrix.KAHAN.fill(20, 20, 1, new double[400]))
                        .rank());
        assertEquals(
                2,
                factorized(40, 30, QrMatrix.RANK_DEFICIENT.fill(40, 30, 1, new double[1200]))
                        .rank((double) 1 / 10000));
    }

    @Property(tries = 40)
    void theBitsDependOnTheMatrixAlone(
            @ForAll @IntRange(min = 1, max = 90) int m,
            @ForAll @IntRange(min = 1, max = 90) int n,
            @ForAll("seeds") long seed,
            @ForAll @IntRange(min = 1, max = 3) int threads) {
        double[] a = Inputs.uneven(seed, new double[m * n]);
        DoublePivotedQr qr = factorized(m, n, a);
        double[] q = q(qr), r = r(qr);
        int[] permutation = qr.permutation();
        for (MatrixLayout layout :
                List.of(MatrixLayout.rowMajor(2, n, m, m + 1).transposed(), new MatrixLayout(1, m, n, 3 * n, 2))) {
            double[] placed = Bits.guard(new double[(int) layout.end() + 1]);
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < n; j++) {
                    placed[layout.index(i, j)] = a[i * n + j];
                }
            }
            qr.factorize(placed, layout, workspace, Parallelism.threads(threads));
            Bits.assertSame(r, r(qr), "R of " + layout + ", seed " + seed);
            Bits.assertSame(q, q(qr), "Q of " + layout + ", seed " + seed);
            assertArrayEquals(permutation, qr.permutation());
        }
    }

    @Example
    void threadsChangeNoBitAndNoneStaysBehind() {
        LanewiseThreads.assertSmallWorkIsSplit();
        int m = 90, n = 100;
        double[] a = Inputs.gaussian(1, new double[m * n]), r = r(factorized(m, n, a));
        EveryParallelism.run((parallelism, context) -> {
            DoublePivotedQr qr = new DoublePivotedQr(m, n);
            qr.factorize(a, MatrixLayout.of(m, n), new Workspace(), parallelism);
            Bits.assertSame(r, r(qr), context);
        });
        assertEquals(List.of(), LanewiseThreads.alive());
    }

    @Example
    void nothingIsAllocatedAfterTheFirstTime() {
        for (int n : new int[] {3, 20, 70}) {
            double[] a = Inputs.gaussian(1, new double[n * n]);
            DoublePivotedQr qr = new DoublePivotedQr(n, n);
            MatrixLayout layout = MatrixLayout.of(n, n);
            Allocation.assertNone("factorize " + n, () -> qr.factorize(a, layout, workspace, Parallelism.NONE));
        }
    }

    @Example
    void whatDoesNotFitIsRefused() {
        DoublePivotedQr qr = new DoublePivotedQr(5, 3);
        double[] a = Inputs.gaussian(1, new double[15]);
        assertThrows(IllegalStateException.class, qr::permutation);
        assertThrows(IllegalStateException.class, qr::rank);
        Refusal.of(() -> new DoublePivotedQr(-1, 2), "rows", "-1");
        Refusal.of(() -> qr.factorize(a, MatrixLayout.of(3, 5)), "A", "3 x 5", "5 x 3");
        qr.factorize(a, MatrixLayout.of(5, 3));
        Refusal.of(() -> qr.rank(-1), "tolerance", "-1");
        a[4] = Double.NaN;
        Refusal.of(() -> qr.factorize(a, MatrixLayout.of(5, 3)), "NaN", "(1, 1)");
        assertThrows(IllegalStateException.class, qr::rank);
    }
}
