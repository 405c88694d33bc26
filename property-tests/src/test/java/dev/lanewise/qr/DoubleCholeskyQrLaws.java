package dev.lanewise.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.qr.DoubleCholeskyQr;
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
 * {@code A = Q R} by Cholesky factors is as good as by reflections, whatever the matrix; how many passes that takes depends on its
 * condition.
 */
final class DoubleCholeskyQrLaws implements Seeds {
    /** Strips of 512 rows, some of them and more than are summed apart, 64; rows of 24 numbers in the Cholesky factors. */
    private static final int[][] SHAPES = {
        {0, 0},
        {5, 0},
        {1, 1},
        {6, 1},
        {2, 2},
        {5, 3},
        {13, 13},
        {511, 7},
        {512, 7},
        {513, 7},
        {1025, 24},
        {700, 25},
        {1500, 47},
        {1100, 49},
        {600, 100},
        {33000, 3},
        {70001, 2}
    };

    /** Dirty from one try to the next. */
    private final Workspace workspace = new Workspace();

    /** Q and R, and how they were found. */
    private record Factors(int passes, double[] q, double[] r) {}

    private Factors factorized(int m, int n, double[] a) {
        double[] q = Bits.guard(new double[m * n]), r = Bits.guard(new double[n * n]);
        MatrixLayout layout = MatrixLayout.of(m, n), square = MatrixLayout.of(n, n);
        int passes = new DoubleCholeskyQr(m, n).factorize(a, layout, q, layout, r, square, workspace, Parallelism.NONE);
        return new Factors(passes, q, r);
    }

    private int check(int m, int n, double[] a, String context) {
        double[] before = a.clone();
        Factors factors = factorized(m, n, a);
        Bits.assertSame(before, a, context + ": A");
        Numbers q = Numbers.of(factors.q);
        QrCheck.assertFactors(m, n, n, Numbers.of(a), q, Numbers.of(factors.r), context);
        QrCheck.assertOrthonormal(m, n, q, context);
        for (int j = 0; j < n; j++) {
            assertTrue(factors.r[j * (n + 1)] >= 0, context + ": r_jj is " + factors.r[j * (n + 1)] + ", j = " + j);
        }
        return factors.passes;
    }

    private int check(QrMatrix kind, int m, int n, long seed) {
        return check(m, n, kind.fill(m, n, seed, new double[m * n]), kind + " of " + m + " x " + n + ", seed " + seed);
    }

    @Example
    void theFactorsAreThoseOfTheMatrixAndQIsOrthogonal() {
        for (int[] shape : SHAPES) {
            check(QrMatrix.GAUSSIAN, shape[0], shape[1], 1);
        }
        for (QrMatrix kind : QrMatrix.values()) {
            check(kind, 60, 60, 1);
            check(kind, 1025, 7, 1);
            check(kind, 2100, 26, 1);
        }
    }

    @Property(tries = 100)
    void theyAreForAnyShape(
            @ForAll @IntRange(max = 70) int more,
            @ForAll @IntRange(max = 70) int n,
            @ForAll("seeds") long seed,
            @ForAll QrMatrix kind) {
        check(kind, n + more, n, seed);
    }

    /** Up to conditions of about {@code u^(-1/2)} two of them are enough; in double that of {@code u^-0.38} is a million. */
    @Property(tries = 40)
    void twoPassesAreEnoughForModerateConditions(
            @ForAll @IntRange(min = 2, max = 40) int n,
            @ForAll @IntRange(min = 100, max = 1500) int m,
            @ForAll @IntRange(max = 38) int hundredths,
            @ForAll("seeds") long seed) {
        double[] a = ConditionedMatrix.of(hundredths / 1e2, m, n, seed, new double[m * n]);
        assertEquals(2, check(m, n, a, "seed " + seed), "passes");
    }

    /**
     * In double those of {@code u^-0.63} to {@code u^-0.82} are some 10^10 to 10^13. Two may do where columns are few: a pivot is an
     * error of rounding then, which can happen to be close to the right one. Reflections are never needed.
     */
    @Property(tries = 40)
    void threePassesAreEnoughForLargeConditions(
            @ForAll @IntRange(min = 2, max = 40) int n,
            @ForAll @IntRange(min = 100, max = 1500) int m,
            @ForAll @IntRange(min = 63, max = 82) int hundredths,
            @ForAll("seeds") long seed) {
        double[] a = ConditionedMatrix.of(hundredths / 1e2, m, n, seed, new double[m * n]);
        int passes = check(m, n, a, "seed " + seed);
        assertTrue(passes == 3 || passes == 2, passes + " passes, seed " + seed);
    }

    /** How many passes that takes is no matter; the bounds hold. */
    @Property(tries = 100)
    void theBoundsHoldForAnyCondition(
            @ForAll @IntRange(min = 2, max = 40) int n,
            @ForAll @IntRange(min = 40, max = 1500) int m,
            @ForAll @IntRange(max = 160) int hundredths,
            @ForAll("seeds") long seed) {
        check(m, n, ConditionedMatrix.of(hundredths / 1e2, m, n, seed, new double[m * n]), "seed " + seed);
    }

    @Example
    void whatIsBeyondGramMatricesIsFactorisedByReflections() {
        for (int[] shape : new int[][] {{60, 30}, {1100, 24}, {2100, 9}}) {
            int m = shape[0], n = shape[1];
            for (QrMatrix kind : List.of(
                    QrMatrix.RANK_DEFICIENT, QrMatrix.ZERO, QrMatrix.TINY, QrMatrix.HUGE, QrMatrix.GRADED_COLUMNS)) {
                assertEquals(0, check(kind, m, n, 1), kind + " of " + m + " x " + n + ": passes");
            }
        }
        // All rows count only if there are few of them.
        assertEquals(0, check(QrMatrix.GRADED_ROWS, 60, 30, 1), "graded rows: passes");
        assertEquals(2, check(QrMatrix.GAUSSIAN, 2100, 9, 1), "passes");
        assertEquals(2, check(QrMatrix.IDENTITY, 2100, 9, 1), "passes");
        assertEquals(2, check(QrMatrix.GAUSSIAN, 5, 0, 1), "passes of nothing");
    }

    /** In single precision as well, where squares of columns run out of range at some 10^19 and 10^-19. */
    @Example
    void numbersOfAnyOrdinarySizeAreWithinGramMatrices() {
        int m = 2100, n = 9;
        for (double scale : new double[] {1e-6 / 1e3, 1e-6, 1, 1e4, 1e7}) {
            double[] a = Inputs.gaussian(3, new double[m * n]);
            for (int i = 0; i < m * n; i++) {
                a[i] *= scale;
            }
            assertEquals(2, check(m, n, a, "times " + scale), "passes, times " + scale);
        }
    }

    private static double[] placed(double[] a, MatrixLayout layout) {
        double[] placed = Bits.guard(new double[(int) layout.end() + 3]);
        for (int i = 0; i < layout.rows(); i++) {
            for (int j = 0; j < layout.columns(); j++) {
                placed[layout.index(i, j)] = a[i * layout.columns() + j];
            }
        }
        return placed;
    }

    /** Fails unless a matrix lies there and all else is as it was. */
    private static void assertPlaced(double[] wanted, double[] got, MatrixLayout layout, String context) {
        Bits.assertSame(placed(wanted, layout), got, context + " in " + layout);
        int guards = 0;
        for (double value : got) {
            guards += Bits.isGuard(value) ? 1 : 0;
        }
        assertEquals(got.length - layout.rows() * layout.columns(), guards, context + ": guards in " + layout);
    }

    /** In two passes, in three and by reflections. */
    @Example
    void theBitsDependOnTheMatrixAlone() {
        for (int[] shape : new int[][] {{1, 1}, {300, 2}, {1600, 7}, {2100, 26}}) {
            int m = shape[0], n = shape[1];
            for (int passes : new int[] {2, 3, 0}) {
                double[] a = passes == 2 || n == 1
                        ? Inputs.uneven(8, new double[m * n])
                        : passes == 3
                                ? ConditionedMatrix.of(3.0 / 4, m, n, 1, new double[m * n])
                                : QrMatrix.HUGE.fill(m, n, 1, new double[m * n]);
                Factors wanted = factorized(m, n, a);
                assertEquals(n == 1 ? 2 : passes, wanted.passes, "passes");
                DoubleCholeskyQr qr = new DoubleCholeskyQr(m, n);
                for (MatrixLayout layout : List.of(
                        MatrixLayout.rowMajor(4, m, n, n + 5),
                        MatrixLayout.rowMajor(2, n, m, m + 1).transposed(),
                        new MatrixLayout(1, m, n, 3 * n, 2))) {
                    boolean spread = layout.columnStride() == 2;
                    MatrixLayout ofQ = spread ? MatrixLayout.rowMajor(3, m, n, n + 2) : layout;
                    MatrixLayout ofR =
                            spread ? new MatrixLayout(1, n, n, 3 * n, 2) : MatrixLayout.rowMajor(1, n, n, n + 1);
                    double[] input = placed(a, layout), before = input.clone();
                    double[] q = Bits.guard(new double[(int) ofQ.end() + 3]);
                    double[] r = Bits.guard(new double[(int) ofR.end() + 3]);
                    int taken = qr.factorize(input, layout, q, ofQ, r, ofR, workspace, Parallelism.threads(2));
                    assertEquals(wanted.passes, taken, "passes in " + layout);
                    Bits.assertSame(before, input, "A in " + layout);
                    assertPlaced(wanted.q, q, ofQ, "Q");
                    assertPlaced(wanted.r, r, ofR, "R");
                }
            }
        }
    }

    @Example
    void threadsChangeNoBitAndNoneStaysBehind() {
        LanewiseThreads.assertSmallWorkIsSplit();
        int m = 5300, n = 25;
        MatrixLayout layout = MatrixLayout.of(m, n), square = MatrixLayout.of(n, n);
        for (double[] a : List.of(
                Inputs.gaussian(1, new double[m * n]),
                ConditionedMatrix.of(3.0 / 4, m, n, 1, new double[m * n]),
                QrMatrix.RANK_DEFICIENT.fill(m, n, 1, new double[m * n]))) {
            Factors once = factorized(m, n, a);
            EveryParallelism.run((parallelism, context) -> {
                double[] q = new double[m * n], r = new double[n * n];
                int passes = new DoubleCholeskyQr(m, n)
                        .factorize(a, layout, q, layout, r, square, new Workspace(), parallelism);
                assertEquals(once.passes, passes, context);
                Bits.assertSame(once.q, q, context + ": Q");
                Bits.assertSame(once.r, r, context + ": R");
            });
        }
        assertEquals(List.of(), LanewiseThreads.alive());
    }

    @Example
    void nothingIsAllocatedAfterTheFirstTime() {
        int m = 1030, n = 3;
        double[] q = new double[m * n], r = new double[n * n];
        MatrixLayout layout = MatrixLayout.of(m, n), square = MatrixLayout.of(n, n);
        DoubleCholeskyQr qr = new DoubleCholeskyQr(m, n);
        for (QrMatrix kind : List.of(QrMatrix.GAUSSIAN, QrMatrix.RANK_DEFICIENT)) {
            double[] a = kind.fill(m, n, 1, new double[m * n]);
            Allocation.assertNone(
                    "factorize " + kind,
                    () -> qr.factorize(a, layout, q, layout, r, square, workspace, Parallelism.NONE));
        }
    }

    /** Sums of Gram matrices take no more than the matrix does, a strip no more than some rows of it, packed panels 2 MB. */
    @Example
    void theRoomIsNotMoreThanThatOfTheMatrix() {
        for (int[] shape : new int[][] {{40000, 20}, {1600, 700}}) {
            int m = shape[0], n = shape[1];
            double[] a = Inputs.gaussian(1, new double[m * n]), q = new double[m * n], r = new double[n * n];
            MatrixLayout layout = MatrixLayout.of(m, n), square = MatrixLayout.of(n, n);
            Allocation.assertAtMost(
                    8L * n * (m + 4 * n + 520) + 2_000_000 + (2 << 20), m + " x " + n, () -> new DoubleCholeskyQr(m, n)
                            .factorize(a, layout, q, layout, r, square, new Workspace(), Parallelism.NONE));
        }
    }

    @Example
    void numbersThatAreNotFiniteAreRefusedAndItGoesOnAfterwards() {
        int m = 1500, n = 4;
        double[] a = Inputs.gaussian(2, new double[m * n]), q = new double[m * n], r = new double[n * n];
        MatrixLayout layout = MatrixLayout.of(m, n), square = MatrixLayout.of(n, n);
        Factors wanted = factorized(m, n, a);
        DoubleCholeskyQr qr = new DoubleCholeskyQr(m, n);
        for (int row : new int[] {0, 511, 512, 750, m - 1}) {
            for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
                double[] x = a.clone();
                x[row * n + row % n] = bad;
                x[m * n - 1] = row == m - 1 && row % n == n - 1 ? bad : Double.NaN;
                Refusal.of(
                        () -> qr.factorize(x, layout, q, layout, r, square, workspace, Parallelism.NONE),
                        "A",
                        "" + bad,
                        "(" + row + ", " + row % n + ")",
                        "finite");
                qr.factorize(a, layout, q, layout, r, square, workspace, Parallelism.NONE);
                Bits.assertSame(wanted.q, q, "Q after " + bad + " in row " + row);
                Bits.assertSame(wanted.r, r, "R after " + bad + " in row " + row);
            }
        }
    }
}
