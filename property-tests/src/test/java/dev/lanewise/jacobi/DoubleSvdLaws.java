package dev.lanewise.jacobi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.jacobi.DoubleSvd;
import dev.lanewise.engine.jacobi.JacobiOrder;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Seeds;
import dev.lanewise.qr.QrMatrix;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** {@code A = U S V^T} with orthonormal U and V, for matrices of all shapes and kinds and in either order of rotations. */
final class DoubleSvdLaws implements Seeds {
    private static final int[][] SHAPES = {
        {0, 0}, {0, 3}, {3, 0}, {1, 1}, {1, 6}, {6, 1}, {2, 2}, {5, 3}, {3, 5}, {8, 8}, {9, 9}, {16, 17}, {33, 32},
        {41, 41}, {70, 9}, {9, 70}
    };

    /** Dirty from one try to the next. */
    private final Workspace workspace = new Workspace();

    private DoubleSvdResult factorized(int m, int n, double[] a, JacobiOrder order) {
        DoubleSvd svd = new DoubleSvd(m, n);
        svd.factorize(a, MatrixLayout.of(m, n), order, workspace, Parallelism.NONE);
        return DoubleSvdResult.of(svd, m, n, workspace, Parallelism.NONE);
    }

    @Example
    void theFactorsAreThoseOfTheMatrix() {
        for (QrMatrix kind : QrMatrix.values()) {
            for (int[] shape : SHAPES) {
                check(kind, shape[0], shape[1], 1, JacobiOrder.IN_TURN);
                check(kind, shape[0], shape[1], 1, JacobiOrder.random(1));
            }
        }
    }

    @Property(tries = 100)
    void theyAreForAnyShape(
            @ForAll @IntRange(max = 60) int m,
            @ForAll @IntRange(max = 60) int n,
            @ForAll("seeds") long seed,
            @ForAll QrMatrix kind,
            @ForAll boolean random) {
        check(kind, m, n, seed, random ? JacobiOrder.random(seed) : JacobiOrder.IN_TURN);
    }

    /** Several groups of blocks. */
    @Example
    void theyAreForALargeMatrix() {
        check(QrMatrix.GAUSSIAN, 110, 105, 1, JacobiOrder.IN_TURN);
        check(QrMatrix.GAUSSIAN, 70, 100, 1, JacobiOrder.random(2));
    }

    private void check(QrMatrix kind, int m, int n, long seed, JacobiOrder order) {
        String context = kind + " of " + m + " x " + n + ", seed " + seed + ", " + order;
        double[] a = kind.fill(m, n, seed, new double[m * n]), before = a.clone();
        DoubleSvdResult svd = factorized(m, n, a, order);
        Bits.assertSame(before, a, context + ": A");
        svd.assertFactors(a, context);
    }

    /**
     * Columns that repeat are rounded alike, so that what is left of them after two steps of QR repeats again, and so on down to
     * subnormal numbers, of which few digits are left: there are rows that are combinations of others exactly.
     */
    @Example
    void rowsThatAreCombinationsOfOthersEndAsZeros() {
        for (int[] shape : new int[][] {{55, 53}, {76, 76}, {58, 43}, {49, 78}, {130, 126}}) {
            int m = shape[0], n = shape[1], k = Math.min(m, n);
            double[] a = QrMatrix.RANK_DEFICIENT.fill(m, n, 1, new double[m * n]);
            DoubleSvdResult svd = factorized(m, n, a, JacobiOrder.IN_TURN);
            svd.assertFactors(a, m + " x " + n);
            assertEquals(m >= n ? 0 : svd.s()[k - 1], svd.s()[k - 1], m + " x " + n + ": of zero columns");
        }
    }

    @Property(tries = 40)
    void theTransposeHasTheSameFactorsTheOtherWayRound(
            @ForAll @IntRange(min = 1, max = 40) int m,
            @ForAll @IntRange(min = 1, max = 40) int n,
            @ForAll("seeds") long seed) {
        double[] a = Inputs.gaussian(seed, new double[m * n]), t = new double[m * n];
        for (int i = 0; i < m * n; i++) {
            t[i % n * m + i / n] = a[i];
        }
        DoubleSvdResult one = factorized(m, n, a, JacobiOrder.IN_TURN),
                other = factorized(n, m, t, JacobiOrder.IN_TURN);
        if (m != n) {
            new DoubleSvdResult(n, m, one.v(), one.s(), one.u()).assertSameBits(other, "A^T, seed " + seed);
        }
        Numbers values = Numbers.of(one.s());
        // Each is those of a matrix that is off by 10 u sqrt(m n) ||A|| (H. Weyl's inequality).
        SpectralCheck.assertNear(
                values, Numbers.of(other.s()), 20 * Math.sqrt((double) m * n), values.at(0), "A^T, seed " + seed);
    }

    @Example
    void knownValuesAreFound() {
        int m = 7, n = 5;
        double[] a = new double[m * n], ones = new double[m * n];
        for (int j = 0; j < n; j++) {
            a[(3 * j + 1) % m * n + j] = (j % 2 == 0 ? 1 : -1) * (j + 1);
        }
        for (int i = 0; i < m * n; i++) {
            ones[i] = 1;
        }
        Bits.assertSame(
                new double[] {5, 4, 3, 2, 1},
                factorized(m, n, a, JacobiOrder.IN_TURN).s(),
                "signed places");
        SpectralCheck.assertNear(
                SpectralCheck.times(Math.sqrt(m * n), Numbers.of(new double[] {1, 0, 0, 0, 0})),
                Numbers.of(factorized(m, n, ones, JacobiOrder.IN_TURN).s()),
                10 * Math.sqrt(m * n),
                Math.sqrt(m * n),
                "ones");
    }

    @Property(tries = 40)
    void theRankIsThatOfIntegersOfLowRank(
            @ForAll @IntRange(min = 1, max = 40) int m,
            @ForAll @IntRange(min = 1, max = 40) int n,
            @ForAll @IntRange(max = 12) int inner,
            @ForAll("seeds") long seed) {
        int rank = Math.min(inner, Math.min(m, n));
        double[] left = Inputs.integers(seed, 5, new double[m * rank]),
                right = Inputs.integers(seed + 1, 5, new double[rank * n]),
                a = new double[m * n];
        // L of the left factor, U of the right one with ones on their diagonals: so that the rank is not less.
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                for (int l = 0; l < rank; l++) {
                    double x = i == l ? 1 : i < l ? 0 : left[i * rank + l] / 4,
                            y = j == l ? 1 : j < l ? 0 : right[l * n + j] / 4;
                    a[i * n + j] += x * y;
                }
            }
        }
        DoubleSvd svd = new DoubleSvd(m, n);
        svd.factorize(a, MatrixLayout.of(m, n));
        assertTrue(svd.rank() <= rank, "seed " + seed + ": got " + svd.rank() + ", wanted " + rank + " at most");
        if (rank <= 4) {
            assertEquals(rank, svd.rank(), "seed " + seed);
        }
    }

    @Example
    void theRankOfZerosIsNoneAndOfScaledOnesFull() {
        for (QrMatrix kind : new QrMatrix[] {QrMatrix.IDENTITY, QrMatrix.TINY, QrMatrix.HUGE, QrMatrix.ZERO}) {
            DoubleSvd svd = new DoubleSvd(20, 12);
            svd.factorize(kind.fill(20, 12, 1, new double[240]), MatrixLayout.of(20, 12));
            assertEquals(kind == QrMatrix.ZERO ? 0 : 12, svd.rank(), "" + kind);
        }
        DoubleSvd empty = new DoubleSvd(0, 4);
        empty.factorize(new double[0], MatrixLayout.of(0, 4));
        assertEquals(0, empty.rank());
        assertEquals(0, empty.singularValues().length);
    }

    @Example
    void sweepsAreFew() {
        int n = 64;
        for (JacobiOrder order : new JacobiOrder[] {JacobiOrder.IN_TURN, JacobiOrder.random(1)}) {
            DoubleSvd svd = new DoubleSvd(n, n);
            double[] a = Inputs.gaussian(1, new double[n * n]);
            svd.factorize(a, MatrixLayout.of(n, n), order, workspace, Parallelism.NONE);
            assertTrue(svd.sweeps() > 1 && svd.sweeps() <= 12, order + ": " + svd.sweeps() + " sweeps");
            svd.factorize(QrMatrix.IDENTITY.fill(n, n, 1, a), MatrixLayout.of(n, n));
            assertEquals(1, svd.sweeps());
        }
    }
}
