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

/**
 * {@code A P = Q R} with a diagonal of which no element is much less than what is left, so that it tells the rank. A way to choose
 * the columns joins by a subclass.
 */
abstract class DoubleColumnPivotingLaws implements Seeds {
    private static final int[][] SHAPES = {
        {0, 0}, {0, 3}, {3, 0}, {1, 1}, {1, 6}, {6, 1}, {5, 3}, {3, 5}, {31, 33}, {33, 31}, {64, 64}, {100, 20},
        {20, 100}
    };

    /** Dirty from one try to the next. */
    protected final Workspace workspace = new Workspace();

    /** How many times longer than the next column another one may be that is left, but for rounding. */
    private final int factor;

    DoubleColumnPivotingLaws(int factor) {
        this.factor = factor;
    }

    abstract DoublePivotedQr room(int m, int n);

    final DoublePivotedQr factorized(int m, int n, double[] a) {
        DoublePivotedQr qr = room(m, n);
        qr.factorize(a, MatrixLayout.of(m, n), workspace, Parallelism.NONE);
        return qr;
    }

    static double[] r(DoublePivotedQr qr) {
        int m = qr.qr().rows(), n = qr.qr().columns();
        double[] r = Bits.guard(new double[m * n]);
        qr.qr().copyR(r, MatrixLayout.of(m, n));
        return r;
    }

    final double[] q(DoublePivotedQr qr) {
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

    final void check(QrMatrix kind, int m, int n, long seed) {
        check(m, n, kind.fill(m, n, seed, new double[m * n]), kind + " of " + m + " x " + n + ", seed " + seed);
    }

    final DoublePivotedQr check(int m, int n, double[] a, String context) {
        double[] before = a.clone(), exchanged = new double[m * n];
        DoublePivotedQr qr = factorized(m, n, a);
        Bits.assertSame(before, a, context + ": A");
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
        QrCheck.assertLargestFirst(m, n, r, factor, context);
        return qr;
    }

    @Property(tries = 60)
    void theRankIsThatOfTheFactorsOfTheMatrix(
            @ForAll @IntRange(max = 60) int m,
            @ForAll @IntRange(max = 60) int n,
            @ForAll @IntRange(max = 60) int inner,
            @ForAll("seeds") long seed) {
        // Factors with twice as many rows as columns are well conditioned; square ones may have a singular value near
        // rounding.
        int rank = Math.min(inner, Math.min(m, n) / 2);
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

    /** What has been found out about a matrix is nothing to the next one. */
    @Example
    void anInstanceIsUsedAgain() {
        int m = 130, n = 110;
        double[] a = Inputs.gaussian(1, new double[m * n]);
        DoublePivotedQr qr = factorized(m, n, a);
        double[] q = q(qr), r = r(qr);
        for (QrMatrix kind : QrMatrix.values()) {
            qr.factorize(kind.fill(m, n, 2, new double[m * n]), MatrixLayout.of(m, n), workspace, Parallelism.NONE);
            qr.factorize(a, MatrixLayout.of(m, n), workspace, Parallelism.NONE);
            Bits.assertSame(r, r(qr), "R after " + kind);
            Bits.assertSame(q, q(qr), "Q after " + kind);
        }
    }

    @Example
    void threadsChangeNoBitAndNoneStaysBehind() {
        LanewiseThreads.assertSmallWorkIsSplit();
        int m = 90, n = 100;
        double[] a = Inputs.gaussian(1, new double[m * n]), r = r(factorized(m, n, a));
        EveryParallelism.run((parallelism, context) -> {
            DoublePivotedQr qr = room(m, n);
            qr.factorize(a, MatrixLayout.of(m, n), new Workspace(), parallelism);
            Bits.assertSame(r, r(qr), context);
        });
        assertEquals(List.of(), LanewiseThreads.alive());
    }

    @Example
    void nothingIsAllocatedAfterTheFirstTime() {
        for (int n : new int[] {3, 20, 70}) {
            double[] a = Inputs.gaussian(1, new double[n * n]);
            DoublePivotedQr qr = room(n, n);
            MatrixLayout layout = MatrixLayout.of(n, n);
            Allocation.assertNone("factorize " + n, () -> qr.factorize(a, layout, workspace, Parallelism.NONE));
        }
    }

    @Example
    void whatDoesNotFitIsRefused() {
        DoublePivotedQr qr = room(5, 3);
        double[] a = Inputs.gaussian(1, new double[15]);
        assertThrows(IllegalStateException.class, qr::permutation);
        assertThrows(IllegalStateException.class, qr::rank);
        Refusal.of(() -> room(-1, 2), "rows", "-1");
        Refusal.of(() -> room(2, -1), "columns", "-1");
        Refusal.of(() -> qr.factorize(a, MatrixLayout.of(3, 5)), "A", "3 x 5", "5 x 3");
        qr.factorize(a, MatrixLayout.of(5, 3));
        Refusal.of(() -> qr.rank(-1), "tolerance", "-1");
        a[13] = Double.NEGATIVE_INFINITY;
        Refusal.of(() -> qr.factorize(a, MatrixLayout.of(5, 3)), "-Infinity", "(4, 1)");
        a[4] = Double.NaN;
        Refusal.of(() -> qr.factorize(a, MatrixLayout.of(5, 3)), "NaN", "(1, 1)");
        assertThrows(IllegalStateException.class, qr::permutation);
        assertThrows(IllegalStateException.class, qr::rank);
    }
}
