package dev.lanewise.leastsquares;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lanewise.DoubleLeastSquares;
import dev.lanewise.RankDeficientException;
import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.foundation.EveryParallelism;
import dev.lanewise.foundation.LanewiseThreads;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Seeds;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Solutions solve, the shortest is the shortest, and a matrix of lesser rank is known as such. */
final class DoubleLeastSquaresLaws implements Seeds {
    /** Dirty from one try to the next. */
    private final Workspace workspace = new Workspace();

    private double[] solved(int m, int n, int columns, double[] a, double[] b) {
        double[] x = Bits.guard(new double[n * columns]);
        DoubleLeastSquares.solve(
                a,
                MatrixLayout.of(m, n),
                b,
                MatrixLayout.of(m, columns),
                x,
                MatrixLayout.of(n, columns),
                workspace,
                Parallelism.NONE);
        return x;
    }

    private double[] shortest(int rank, int m, int n, int columns, double[] a, double[] b) {
        double[] x = Bits.guard(new double[n * columns]);
        int numerical = DoubleLeastSquares.solveShortest(
                a,
                MatrixLayout.of(m, n),
                b,
                MatrixLayout.of(m, columns),
                x,
                MatrixLayout.of(n, columns),
                workspace,
                Parallelism.NONE);
        assertEquals(rank, numerical, "rank");
        return x;
    }

    private static double[] gaussian(long seed, int size) {
        return Inputs.gaussian(seed, new double[size]);
    }

    private static double[] wellConditioned(int m, int n, long seed) {
        double[] a = gaussian(seed, m * n);
        for (int i = 0; i < Math.min(m, n); i++) {
            a[i * (n + 1)] += 3 * Math.min(m, n);
        }
        return a;
    }

    @Property(tries = 60)
    void solutionsFulfilTheNormalEquations(
            @ForAll @IntRange(min = 1, max = 70) int n,
            @ForAll @IntRange(max = 60) int more,
            @ForAll @IntRange(max = 9) int columns,
            @ForAll("seeds") long seed) {
        int m = n + more;
        double[] a = wellConditioned(m, n, seed), b = gaussian(seed + 1, m * columns);
        double[] before = a.clone(), rightSides = b.clone(), x = solved(m, n, columns, a, b);
        String context = m + " x " + n + ", seed " + seed;
        LeastSquaresCheck.assertNormalEquations(m, n, columns, Numbers.of(a), Numbers.of(b), Numbers.of(x), context);
        Bits.assertSame(before, a, context + ": A");
        Bits.assertSame(rightSides, b, context + ": B");
        Bits.assertSame(x, shortest(n, m, n, columns, a, b), context + ": the shortest of one");
    }

    @Property(tries = 60)
    void shortestSolutionsFulfilThemToo(
            @ForAll @IntRange(min = 1, max = 60) int r,
            @ForAll @IntRange(max = 50) int moreRows,
            @ForAll @IntRange(max = 50) int moreColumns,
            @ForAll @IntRange(max = 9) int columns,
            @ForAll("seeds") long seed) {
        int m = r + moreRows, n = r + moreColumns;
        double[] a = LowRankMatrix.of(m, r, n, seed).product().toDoubles(), b = gaussian(seed + 1, m * columns);
        double[] x = shortest(r, m, n, columns, a, b);
        LeastSquaresCheck.assertNormalEquations(
                m, n, columns, Numbers.of(a), Numbers.of(b), Numbers.of(x), m + " x " + n + ", seed " + seed);
    }

    @Property(tries = 60)
    void whereTheRankIsFullSolutionsAreThoseOfThePseudoInverse(
            @ForAll @IntRange(min = 1, max = 14) int m,
            @ForAll @IntRange(min = 1, max = 14) int n,
            @ForAll("seeds") long seed) {
        double[] a = wellConditioned(m, n, seed), b = gaussian(seed + 1, m * 2);
        double[] x = m >= n ? solved(m, n, 2, a, b) : shortest(m, m, n, 2, a, b);
        PseudoInverse inverse = PseudoInverse.of(m, n, Numbers.of(a));
        LeastSquaresCheck.assertNear(
                m, n, 2, inverse, Numbers.of(a), Numbers.of(b), Numbers.of(x), m + " x " + n + ", seed " + seed);
    }

    @Property(tries = 60)
    void shortestSolutionsAreThoseOfThePseudoInverseAndShorterThanOthers(
            @ForAll @IntRange(min = 1, max = 8) int r,
            @ForAll @IntRange(max = 16) int moreRows,
            @ForAll @IntRange(min = 1, max = 16) int moreColumns,
            @ForAll("seeds") long seed) {
        int m = r + moreRows, n = r + moreColumns, columns = 2;
        LowRankMatrix matrix = LowRankMatrix.of(m, r, n, seed);
        double[] a = matrix.product().toDoubles(), b = gaussian(seed + 3, m * columns);
        String context = m + " x " + n + " of rank " + r + ", seed " + seed;
        PseudoInverse inverse = matrix.pseudoInverse();
        Numbers x = Numbers.of(shortest(r, m, n, columns, a, b));
        LeastSquaresCheck.assertNear(m, n, columns, inverse, matrix.product(), Numbers.of(b), x, context);
        LeastSquaresCheck.assertBesideNullSpace(matrix, inverse, columns, x, context);

        // The basic solution: of the r columns of A that are those of the left factor, the others not used.
        double[] ofLeft = solved(m, r, columns, matrix.left().toDoubles(), b), basic = new double[n * columns];
        for (int i = 0; i < r; i++) {
            System.arraycopy(ofLeft, i * columns, basic, matrix.basic()[i] * columns, columns);
        }
        LeastSquaresCheck.assertNormalEquations(
                m, n, columns, matrix.product(), Numbers.of(b), Numbers.of(basic), context + ": basic");
        LeastSquaresCheck.assertNoLonger(matrix, inverse, columns, x, Numbers.of(basic), context);
    }

    @Property(tries = 60)
    void aMatrixOfLesserRankIsRefusedWithItsRank(
            @ForAll @IntRange(max = 40) int r,
            @ForAll @IntRange(max = 60) int moreRows,
            @ForAll @IntRange(min = 1, max = 60) int moreColumns,
            @ForAll("seeds") long seed) {
        int m = r + moreRows, n = r + moreColumns;
        double[] a = LowRankMatrix.of(m, r, n, seed).product().toDoubles(), b = gaussian(seed + 3, m);
        double[] x = Bits.guard(new double[n]), guards = x.clone();
        RankDeficientException e = assertThrows(
                RankDeficientException.class,
                () -> DoubleLeastSquares.solve(
                        a,
                        MatrixLayout.of(m, n),
                        b,
                        MatrixLayout.of(m, 1),
                        x,
                        MatrixLayout.of(n, 1),
                        workspace,
                        Parallelism.NONE));
        assertEquals("numerical rank " + r + " of a matrix of " + m + " x " + n + ", wanted " + n, e.getMessage());
        assertEquals(r, e.rank());
        assertEquals(n, e.wanted());
        Bits.assertSame(guards, x, "X");
    }

    @Example
    void withoutRankOrElementsSolutionsAreZero() {
        for (int[] shape : new int[][] {{0, 0}, {0, 3}, {3, 0}, {4, 3}, {3, 4}}) {
            int m = shape[0], n = shape[1];
            for (int columns = 0; columns < 3; columns++) {
                double[] x = shortest(0, m, n, columns, new double[m * n], gaussian(1, m * columns));
                Bits.assertSame(new double[n * columns], x, m + " x " + n);
            }
        }
        Bits.assertSame(new double[0], solved(3, 0, 2, new double[0], gaussian(1, 6)), "3 x 0");
    }

    @Property(tries = 40)
    void theBitsDependOnTheMatrixAndTheRightSideAlone(
            @ForAll @IntRange(max = 40) int r,
            @ForAll @IntRange(max = 40) int moreRows,
            @ForAll @IntRange(max = 40) int moreColumns,
            @ForAll("seeds") long seed,
            @ForAll @IntRange(min = 1, max = 3) int threads) {
        int m = r + moreRows, n = r + moreColumns, columns = 5;
        double[] a = LowRankMatrix.of(m, r, n, seed).product().toDoubles(), b = gaussian(seed + 3, m * columns);
        double[] wanted = shortest(r, m, n, columns, a, b);
        List<MatrixLayout> as = layouts(m, n), bs = layouts(m, columns), xs = layouts(n, columns);
        for (int i = 0; i < as.size(); i++) {
            double[] placedA = placed(a, as.get(i)), placedB = placed(b, bs.get((i + 1) % bs.size()));
            MatrixLayout ofX = xs.get((i + 2) % xs.size());
            double[] x = placed(Bits.guard(new double[n * columns]), ofX), expected = placed(wanted, ofX);
            DoubleLeastSquares.solveShortest(
                    placedA,
                    as.get(i),
                    placedB,
                    bs.get((i + 1) % bs.size()),
                    x,
                    ofX,
                    new Workspace(),
                    Parallelism.threads(threads));
            Bits.assertSame(expected, x, "X of " + ofX + ", seed " + seed);
        }
        for (int c = 0; c < columns; c++) {
            double[] alone = new double[m], x = new double[n];
            for (int i = 0; i < m; i++) {
                alone[i] = b[i * columns + c];
            }
            for (int i = 0; i < n; i++) {
                x[i] = wanted[i * columns + c];
            }
            Bits.assertSame(x, shortest(r, m, n, 1, a, alone), "column " + c + " alone, seed " + seed);
        }
    }

    private static List<MatrixLayout> layouts(int rows, int columns) {
        return List.of(
                MatrixLayout.rowMajor(4, rows, columns, columns + 5),
                MatrixLayout.rowMajor(2, columns, rows, rows + 1).transposed(),
                new MatrixLayout(1, rows, columns, 3 * columns + 1, 2));
    }

    /** A matrix in its places, and guards in all others. */
    private static double[] placed(double[] matrix, MatrixLayout layout) {
        double[] placed = Bits.guard(new double[(int) layout.end() + 3]);
        for (int i = 0; i < layout.rows(); i++) {
            for (int j = 0; j < layout.columns(); j++) {
                placed[layout.index(i, j)] = matrix[i * layout.columns() + j];
            }
        }
        return placed;
    }

    /** More right sides than are solved at a time. */
    @Example
    void threadsChangeNoBitAndNoneStaysBehind() {
        LanewiseThreads.assertSmallWorkIsSplit();
        int m = 90, n = 110, columns = 520;
        for (int r : new int[] {50, 90}) {
            double[] a = LowRankMatrix.of(m, r, n, 1).product().toDoubles(), b = gaussian(2, m * columns);
            double[] wanted = shortest(r, m, n, columns, a, b);
            EveryParallelism.run((parallelism, context) -> {
                double[] x = new double[n * columns];
                DoubleLeastSquares.solveShortest(
                        a,
                        MatrixLayout.of(m, n),
                        b,
                        MatrixLayout.of(m, columns),
                        x,
                        MatrixLayout.of(n, columns),
                        new Workspace(),
                        parallelism);
                Bits.assertSame(wanted, x, context);
            });
        }
        assertEquals(List.of(), LanewiseThreads.alive());
    }

    @Example
    void numbersCloseToTheLimitsDoNoHarm() {
        int m = 12, r = 4, n = 7;
        LowRankMatrix matrix = LowRankMatrix.of(m, r, n, 5);
        double[] a = matrix.product().toDoubles(), b = gaussian(6, m);
        int far = Double.MAX_EXPONENT - 16;
        for (int exponent : new int[] {-far, far}) {
            double[] scaled = new double[a.length], x = new double[n];
            for (int i = 0; i < a.length; i++) {
                scaled[i] = Math.scalb(a[i], exponent);
            }
            double[] small = shortest(r, m, n, 1, scaled, b);
            for (int i = 0; i < n; i++) {
                x[i] = Math.scalb(small[i], exponent);
            }
            LeastSquaresCheck.assertNear(
                    m,
                    n,
                    1,
                    matrix.pseudoInverse(),
                    matrix.product(),
                    Numbers.of(b),
                    Numbers.of(x),
                    "times 2^" + exponent);
        }
    }
}
