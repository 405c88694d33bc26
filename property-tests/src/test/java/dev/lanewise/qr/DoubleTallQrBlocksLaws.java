package dev.lanewise.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.qr.DoubleQr;
import dev.lanewise.engine.qr.DoubleTallQr;
import dev.lanewise.foundation.Allocation;
import dev.lanewise.foundation.EveryParallelism;
import dev.lanewise.foundation.LanewiseThreads;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import java.util.List;
import net.jqwik.api.Example;

/**
 * {@code A = Q R} of matrices so tall that they are cut into blocks of rows: of 1024 rows, or 8 n, and more. Two blocks have 2048
 * rows, and a third layer, where 2048 rows of R's are cut again, comes with two million numbers.
 */
final class DoubleTallQrBlocksLaws {
    /** One block, two and more; one panel of 48 columns, two and three. */
    private static final int[][] SHAPES = {
        {2047, 1},
        {2048, 1},
        {2049, 2},
        {9001, 2},
        {1024, 7},
        {3072, 7},
        {2100, 32},
        {5003, 32},
        {2300, 47},
        {2047, 48},
        {3333, 48},
        {2200, 49},
        {2048, 100},
        {2081, 130},
        {5000, 0},
        {100000, 1}
    };

    /** Dirty from one try to the next. */
    private final Workspace workspace = new Workspace();

    private DoubleTallQr factorized(int m, int n, double[] a) {
        DoubleTallQr qr = new DoubleTallQr(m, n);
        qr.factorize(a, MatrixLayout.of(m, n), workspace, Parallelism.NONE);
        return qr;
    }

    private double[] q(DoubleTallQr qr, int columns) {
        double[] q = Bits.guard(new double[qr.rows() * columns]);
        qr.copyQ(q, MatrixLayout.of(qr.rows(), columns), workspace, Parallelism.NONE);
        return q;
    }

    private static double[] r(DoubleTallQr qr) {
        int n = qr.columns();
        double[] r = Bits.guard(new double[n * n]);
        qr.copyR(r, MatrixLayout.of(n, n));
        return r;
    }

    private void check(QrMatrix kind, int m, int n) {
        String context = kind + " of " + m + " x " + n;
        double[] a = kind.fill(m, n, 1, new double[m * n]), before = a.clone();
        DoubleTallQr qr = factorized(m, n, a);
        Bits.assertSame(before, a, context + ": A");
        Numbers q = Numbers.of(q(qr, n));
        QrCheck.assertFactors(m, n, n, Numbers.of(a), q, Numbers.of(r(qr)), context);
        QrCheck.assertOrthonormal(m, n, q, context);
    }

    @Example
    void theFactorsAreThoseOfTheMatrixAndQIsOrthogonal() {
        for (int[] shape : SHAPES) {
            check(QrMatrix.GAUSSIAN, shape[0], shape[1]);
        }
    }

    @Example
    void theyAreForAnyKind() {
        for (QrMatrix kind : QrMatrix.values()) {
            check(kind, 5000, 2);
            check(kind, 2049, 7);
            check(kind, 3333, 33);
            check(kind, 2100, 50);
        }
    }

    @Example
    void theyAreWithThreeLayers() {
        check(QrMatrix.GAUSSIAN, 66000, 32);
        for (QrMatrix kind : List.of(QrMatrix.GAUSSIAN, QrMatrix.GRADED_ROWS, QrMatrix.HUGE, QrMatrix.RANK_DEFICIENT)) {
            check(kind, 301000, 7);
        }
    }

    /**
     * R of {@code A + E} differs from R by {@code sqrt(2) k ||E||_F} at most, to first order, with k the condition of A (J.-G. Sun,
     * Perturbation bounds for the Cholesky and QR factorizations, BIT 31, 1991). Gaussian matrices of so many more rows have one
     * below 2.
     */
    @Example
    void rIsThatOfReflectionsOfWholeColumnsButForSigns() {
        for (int[] shape : new int[][] {{1500, 7}, {2048, 32}, {5003, 49}, {9001, 2}, {66000, 32}}) {
            int m = shape[0], n = shape[1];
            double[] a = Inputs.gaussian(2, new double[m * n]), whole = new double[n * n], r = r(factorized(m, n, a));
            DoubleQr qr = new DoubleQr(m, n);
            qr.factorize(a, MatrixLayout.of(m, n), workspace, Parallelism.NONE);
            qr.copyR(whole, MatrixLayout.of(n, n));
            for (int i = 0; i < n; i++) {
                double sign = Math.signum(r[i * n + i] * whole[i * n + i]);
                for (int j = i; j < n; j++) {
                    whole[i * n + j] = r[i * n + j] - sign * whole[i * n + j];
                }
            }
            // Two of them, each with an error; ||R||_F is more than ||A||_2.
            QrCheck.assertSmall(
                    m,
                    n,
                    Numbers.of(whole),
                    2 * Math.sqrt(2) * 2 * Numbers.of(r).norm2(),
                    m + " x " + n);
        }
    }

    @Example
    void qTransposedMakesOfTheMatrixRAndZeros() {
        for (int[] shape : new int[][] {{1500, 7}, {2048, 32}, {5003, 49}, {9001, 2}, {301000, 7}}) {
            int m = shape[0], n = shape[1];
            double[] a = Inputs.gaussian(3, new double[m * n]), wanted = new double[m * n], c = a.clone();
            DoubleTallQr qr = factorized(m, n, a);
            System.arraycopy(r(qr), 0, wanted, 0, n * n);
            qr.applyQTransposed(c, MatrixLayout.of(m, n), workspace, Parallelism.NONE);
            QrCheck.assertClose(m, Numbers.of(wanted), Numbers.of(c), m + " x " + n);
        }
    }

    /** Also of more columns than are done at a time, 256. */
    @Example
    void thereAndBackIsNothing() {
        for (int[] shape : new int[][] {{1500, 7, 300}, {2048, 32, 5}, {5003, 49, 70}, {9001, 2, 1}, {301000, 7, 2}}) {
            int m = shape[0], n = shape[1], columns = shape[2];
            DoubleTallQr qr = factorized(m, n, QrMatrix.RANK_DEFICIENT.fill(m, n, 1, new double[m * n]));
            double[] b = Inputs.gaussian(4, new double[m * columns]), c = b.clone();
            MatrixLayout layout = MatrixLayout.of(m, columns);
            qr.applyQTransposed(c, layout, workspace, Parallelism.NONE);
            qr.applyQ(c, layout, workspace, Parallelism.NONE);
            QrCheck.assertClose(m, Numbers.of(b), Numbers.of(c), "Q Q^T C of " + m + " x " + n);
            qr.applyQ(c, layout, workspace, Parallelism.NONE);
            qr.applyQTransposed(c, layout, workspace, Parallelism.NONE);
            QrCheck.assertClose(2 * m, Numbers.of(b), Numbers.of(c), "and Q^T Q of it of " + m + " x " + n);
        }
    }

    /**
     * All columns of Q are one product with the identity, its first ones are one in which zeros are left out: those change no bit of
     * a sum.
     */
    @Example
    void allColumnsOfQBeginWithItsFirstOnes() {
        for (int[] shape : new int[][] {{2048, 3}, {2100, 50}}) {
            int m = shape[0], n = shape[1];
            DoubleTallQr qr = factorized(m, n, Inputs.gaussian(5, new double[m * n]));
            double[] all = q(qr, m);
            for (int columns : new int[] {0, 1, n - 1, n, n + 1, 300}) {
                double[] first = q(qr, columns), wanted = new double[m * columns];
                for (int i = 0; i < m; i++) {
                    System.arraycopy(all, i * m, wanted, i * columns, columns);
                }
                Bits.assertSame(wanted, first, columns + " columns of " + m + " x " + n);
            }
            // Of the others those that belong to the last rows of a block, and the first ones of the next.
            int from = m / 2 - n, count = 2 * n;
            double[] some = new double[m * count];
            for (int i = 0; i < m; i++) {
                System.arraycopy(all, i * m + from, some, i * count, count);
            }
            QrCheck.assertOrthonormal(m, count, Numbers.of(some), "columns from " + from);
        }
    }

    @Example
    void systemsAreSolvedThroughAllLayers() {
        for (int[] shape : new int[][] {{2500, 7, 3, 0}, {3100, 49, 70, 1}, {9001, 2, 1, 1}, {301000, 7, 1, 0}}) {
            int m = shape[0], n = shape[1];
            double[] a = DoubleQrSolutions.wellConditioned(m, n, 6);
            DoubleTallQr qr = factorized(m, n, a);
            DoubleQrSolutions.assertLeastSquares(qr, a, shape[2], 6, shape[3] == 1, workspace);
            DoubleQrSolutions.assertShortest(qr, a, shape[2], 6, workspace);
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

    @Example
    void theBitsDependOnTheMatrixAlone() {
        for (int[] shape : new int[][] {{2049, 1}, {5003, 7}, {3100, 49}}) {
            int m = shape[0], n = shape[1], columns = 5;
            double[] a = Inputs.uneven(7, new double[m * n]), b = Inputs.uneven(8, new double[m * columns]);
            DoubleTallQr qr = factorized(m, n, a);
            double[] r = r(qr), q = q(qr, n), c = b.clone();
            qr.applyQ(c, MatrixLayout.of(m, columns), workspace, Parallelism.NONE);
            for (MatrixLayout layout : List.of(
                    MatrixLayout.rowMajor(4, m, n, n + 5),
                    MatrixLayout.rowMajor(2, n, m, m + 1).transposed(),
                    new MatrixLayout(1, m, n, 3 * n, 2))) {
                double[] input = placed(a, layout), before = input.clone();
                qr.factorize(input, layout, workspace, Parallelism.threads(2));
                Bits.assertSame(before, input, "A in " + layout);
                Bits.assertSame(r, r(qr), "R of " + layout);
                Bits.assertSame(q, q(qr, n), "Q of " + layout);
            }
            for (MatrixLayout layout : List.of(
                    MatrixLayout.rowMajor(3, m, columns, columns + 2),
                    MatrixLayout.rowMajor(1, columns, m, m + 3).transposed())) {
                double[] applied = placed(b, layout);
                qr.applyQ(applied, layout, workspace, Parallelism.NONE);
                assertPlaced(c, applied, layout);
            }
            MatrixLayout byColumns = MatrixLayout.rowMajor(2, n, m, m + 1).transposed();
            double[] formed = Bits.guard(new double[(int) byColumns.end() + 3]);
            qr.copyQ(formed, byColumns, workspace, Parallelism.NONE);
            assertPlaced(q, formed, byColumns);
        }
    }

    /** Fails unless a matrix lies there and all else is as it was. */
    private static void assertPlaced(double[] wanted, double[] got, MatrixLayout layout) {
        Bits.assertSame(placed(wanted, layout), got, "elements in " + layout);
        int guards = 0;
        for (double value : got) {
            guards += Bits.isGuard(value) ? 1 : 0;
        }
        assertEquals(got.length - layout.rows() * layout.columns(), guards, "guards in " + layout);
    }

    @Example
    void threadsChangeNoBitAndNoneStaysBehind() {
        LanewiseThreads.assertSmallWorkIsSplit();
        int m = 8300, n = 34, columns = 9;
        double[] a = Inputs.gaussian(9, new double[m * n]), b = Inputs.gaussian(10, new double[m * columns]);
        MatrixLayout ofB = MatrixLayout.of(m, columns), ofX = MatrixLayout.of(n, columns);
        DoubleTallQr once = factorized(m, n, a);
        double[] r = r(once), q = q(once, n), wanted = b.clone(), solution = new double[n * columns];
        once.applyQ(wanted, ofB, workspace, Parallelism.NONE);
        once.solve(b, ofB, solution, ofX, workspace, Parallelism.NONE);
        EveryParallelism.run((parallelism, context) -> {
            Workspace fresh = new Workspace();
            DoubleTallQr qr = new DoubleTallQr(m, n);
            qr.factorize(a, MatrixLayout.of(m, n), fresh, parallelism);
            Bits.assertSame(r, r(qr), context);
            double[] c = b.clone(), x = new double[n * columns], formed = new double[m * n];
            qr.copyQ(formed, MatrixLayout.of(m, n), fresh, parallelism);
            Bits.assertSame(q, formed, context);
            qr.applyQ(c, ofB, fresh, parallelism);
            Bits.assertSame(wanted, c, context);
            qr.solve(b, ofB, x, ofX, fresh, parallelism);
            Bits.assertSame(solution, x, context);
            qr.applyQTransposed(c, ofB, fresh, parallelism);
            QrCheck.assertClose(m, Numbers.of(b), Numbers.of(c), context);
        });
        assertEquals(List.of(), LanewiseThreads.alive());
    }

    @Example
    void nothingIsAllocatedAfterTheFirstTime() {
        int m = 2060, n = 2;
        double[] a = Inputs.gaussian(1, new double[m * n]), b = a.clone(), x = new double[n * n];
        MatrixLayout layout = MatrixLayout.of(m, n), ofX = MatrixLayout.of(n, n);
        DoubleTallQr qr = factorized(m, n, a);
        Allocation.assertNone("factorize", () -> qr.factorize(a, layout, workspace, Parallelism.NONE));
        Allocation.assertNone("apply Q", () -> qr.applyQ(b, layout, workspace, Parallelism.NONE));
        Allocation.assertNone("copy Q", () -> qr.copyQ(b, layout, workspace, Parallelism.NONE));
        Allocation.assertNone("solve", () -> qr.solve(a, layout, x, ofX, workspace, Parallelism.NONE));
    }

    /** A few per cent more than the matrix: the triangles of a block of one column are one number each. */
    @Example
    void theRoomIsThatOfTheMatrix() {
        for (int n : new int[] {1, 7, 32}) {
            int m = 2000000 / n;
            long matrix = 8L * m * n;
            Allocation.assertAtMost(matrix + matrix / 8, m + " x " + n, () -> new DoubleTallQr(m, n));
        }
    }
}
