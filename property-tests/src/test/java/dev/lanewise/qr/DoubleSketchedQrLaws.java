package dev.lanewise.qr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.matmul.DoubleMatrixProduct;
import dev.lanewise.engine.qr.DoublePivotedQr;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;

/**
 * The laws of column pivoting for a sketch of 56 rows, from which up to 48 columns are chosen.
 *
 * <p>The squares of what is left of two columns of the sketch, as parts of those of the matrix, are as sums of {@code 56 - i} squares of
 * normal numbers in step i (J. A. Duersch and M. Gu, Randomized QR with column pivoting, SIAM J. Sci. Comput. 39(4), 2017, section
 * 3.2). So a column is taken while another one is f times longer with the probability that an F-distributed number of {@code (56 - i,
 * 56 - i)} degrees of freedom is above {@code f^2}: for f = 10 and the 9 degrees of the last step this is {@code 66 f^-9 = 7e-8}, and
 * far less in others.
 */
final class DoubleSketchedQrLaws extends DoubleColumnPivotingLaws {
    private static final int FACTOR = 10;

    private static final int[][] PANELS = {{60, 60}, {100, 130}, {200, 97}};

    DoubleSketchedQrLaws() {
        super(FACTOR);
    }

    @Override
    DoublePivotedQr room(int m, int n) {
        return DoublePivotedQr.sketched(m, n, 1);
    }

    private DoublePivotedQr greedy(int m, int n, double[] a) {
        DoublePivotedQr qr = new DoublePivotedQr(m, n);
        qr.factorize(a, MatrixLayout.of(m, n));
        return qr;
    }

    @Example
    void theFactorsOfSeveralPanelsAreThoseOfTheMatrix() {
        for (QrMatrix kind : QrMatrix.values()) {
            check(kind, 60, 60, 1);
            check(kind, 100, 130, 2);
        }
        check(QrMatrix.GAUSSIAN, 200, 97, 3);
        check(QrMatrix.RANK_DEFICIENT, 200, 97, 3);
        check(QrMatrix.GAUSSIAN, 300, 300, 4);
    }

    /** What is left after some columns is so small that an old sketch tells nothing of it: in a panel, and between two of them. */
    @Example
    void aStaleSketchIsMadeAnew() {
        for (int[] shape : PANELS) {
            for (int rank : new int[] {1, 10, 47, 48, 49, 50, 60}) {
                int m = shape[0], n = shape[1];
                double[] a = product(m, n, rank), noise = Inputs.gaussian(3, new double[m * n]);
                String context = m + " x " + n + " of rank " + rank;
                double tolerance = QrCheck.roundingOfProduct(a, m, n);
                assertEquals(rank, check(m, n, a, context).rank(tolerance), context);
                for (int i = 0; i < m * n; i++) {
                    a[i] += noise[i] / 100000;
                }
                assertEquals(
                        Math.min(m, n),
                        check(m, n, a, context + " and noise").rank((double) 1 / 1000000000),
                        context + " and noise");
            }
        }
    }

    private static double[] product(int m, int n, int rank) {
        double[] left = Inputs.gaussian(1, new double[m * rank]), right = Inputs.gaussian(2, new double[rank * n]);
        double[] a = new double[m * n];
        DoubleMatrixProduct.multiply(m, n, rank, left, right, a);
        return a;
    }

    /** A panel of 48 takes all that is large, and any column after it but a small one would end the rank. */
    @Example
    void smallColumnsAreFoundAmongZerosWhereAPanelEnds() {
        int m = 90, n = 400;
        for (int large : new int[] {40, 47, 48, 49, 96}) {
            double[] a = Inputs.gaussian(large, new double[m * n]);
            int rank = 0;
            for (int j = 0; j < n; j++) {
                boolean small = j % 40 == 39, zero = !small && j < n - large;
                rank += zero ? 0 : 1;
                for (int i = 0; i < m; i++) {
                    a[i * n + j] = zero ? 0 : small ? a[i * n + j] / 100000 : a[i * n + j];
                }
            }
            String context = large + " large columns";
            DoublePivotedQr greedy = greedy(m, n, a);
            assertEquals(greedy.rank(), check(m, n, a, context).rank(), context);
        }
    }

    @Example
    void columnsThatRepeatAndBlocksOfZeros() {
        for (int[] shape : PANELS) {
            int m = shape[0], n = shape[1];
            double[] gaussian = Inputs.gaussian(5, new double[m * n]),
                    repeated = gaussian.clone(),
                    cut = gaussian.clone();
            for (int i = 0; i < m; i++) {
                for (int j = n / 2; j < n; j++) {
                    repeated[i * n + j] = gaussian[i * n + n - 1 - j];
                    cut[i * n + j] = i < m / 3 ? gaussian[i * n + j] : 0;
                }
            }
            String context = m + " x " + n;
            assertEquals(
                    greedy(m, n, repeated).rank(),
                    check(m, n, repeated, context + " repeated").rank(),
                    context);
            assertEquals(
                    greedy(m, n, cut).rank(), check(m, n, cut, context + " cut").rank(), context);
        }
    }

    /**
     * An element of the diagonal is less than that of always the longest column by the factor above at most, and so is the first one
     * that they are compared with: ranks differ only where elements are close to the tolerance, as Hilbert's and Kahan's are.
     */
    @Example
    void theRankIsThatOfTheLongestColumns() {
        for (QrMatrix kind : QrMatrix.values()) {
            for (int[] shape : new int[][] {{0, 0}, {1, 1}, {1, 6}, {6, 1}, {12, 9}, {40, 30}, {60, 60}, {100, 130}}) {
                int m = shape[0], n = shape[1];
                double[] a = kind.fill(m, n, 1, new double[m * n]);
                DoublePivotedQr qr = factorized(m, n, a), greedy = greedy(m, n, a);
                String context = kind + " of " + m + " x " + n;
                double tolerance = Math.max(FACTOR, Math.max(m, n)) * Math.ulp((double) 1);
                int rank = qr.rank(),
                        least = greedy.rank(tolerance * FACTOR * FACTOR),
                        most = greedy.rank(tolerance / FACTOR / FACTOR);
                assertTrue(
                        least <= rank && rank <= most, context + ": got " + rank + ", wanted " + least + ".." + most);
            }
        }
        for (QrMatrix kind : List.of(QrMatrix.GAUSSIAN, QrMatrix.IDENTITY, QrMatrix.TINY, QrMatrix.HUGE)) {
            assertEquals(
                    60,
                    factorized(60, 70, kind.fill(60, 70, 1, new double[60 * 70]))
                            .rank(),
                    "" + kind);
        }
        assertEquals(0, factorized(60, 70, new double[60 * 70]).rank());
    }

    /** To the last of 200 decades, and in either order. */
    @Example
    void theDiagonalIsCloseToThatOfTheLongestColumns() {
        for (int[] shape : PANELS) {
            int m = shape[0], n = shape[1];
            String context = m + " x " + n;
            assertClose(m, n, QrMatrix.GAUSSIAN.fill(m, n, 1, new double[m * n]), context + " Gaussian");
            double[] graded = QrMatrix.GRADED_COLUMNS.fill(m, n, 1, new double[m * n]), reversed = graded.clone();
            assertClose(m, n, graded, context + " graded");
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < n; j++) {
                    reversed[i * n + j] = graded[i * n + n - 1 - j];
                }
            }
            assertClose(m, n, reversed, context + " graded, the smallest first");
        }
    }

    private void assertClose(int m, int n, double[] a, String context) {
        double[] r = r(factorized(m, n, a)), wanted = r(greedy(m, n, a));
        for (int i = 0; i < Math.min(m, n); i++) {
            double got = Math.abs(r[i * n + i]), greedy = Math.abs(wanted[i * n + i]);
            assertTrue(
                    got <= FACTOR * greedy && greedy <= FACTOR * got,
                    context + ": element " + i + " of the diagonal is " + got + ", wanted about " + greedy);
        }
    }

    /**
     * What is left before step i has a 2-norm of the i-th singular value or more, and of {@code sqrt(n - i)} times its longest column or
     * less, which is no longer than so many times the element of the diagonal.
     */
    @Example
    void theDiagonalIsNotMuchLessThanSingularValues() {
        for (int[] shape : new int[][] {{60, 60}, {200, 97}}) {
            int m = shape[0], n = shape[1];
            double[] r = r(factorized(m, n, ConditionedMatrix.of((double) 1 / 2, m, n, 1, new double[m * n])));
            for (int i = 0; i < n; i++) {
                double got = Math.abs(r[i * n + i]);
                assertTrue(
                        FACTOR * Math.sqrt(n - i) * got >= ConditionedMatrix.singularValue((double) 1 / 2, i, r, n),
                        m + " x " + n + ": element " + i + " of the diagonal is " + got);
            }
        }
    }

    @Example
    void theSeedTellsTheSketch() {
        int m = 60, n = 70;
        double[] a = Inputs.gaussian(1, new double[m * n]);
        DoublePivotedQr once = factorized(m, n, a), again = factorized(m, n, a);
        Bits.assertSame(r(once), r(again), "R of the same seed");
        Bits.assertSame(q(once), q(again), "Q of the same seed");
        assertArrayEquals(once.permutation(), again.permutation());
        for (long seed : new long[] {0, 2, -1, 1L << 40}) {
            DoublePivotedQr other = DoublePivotedQr.sketched(m, n, seed);
            other.factorize(a, MatrixLayout.of(m, n));
            assertFalse(Arrays.equals(once.permutation(), other.permutation()), "seed " + seed + " changes nothing");
        }
    }
}
