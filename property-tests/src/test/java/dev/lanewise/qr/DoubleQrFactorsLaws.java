package dev.lanewise.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.matmul.DoubleMatrixProduct;
import dev.lanewise.engine.qr.DoubleQrFactors;
import dev.lanewise.foundation.Allocation;
import dev.lanewise.foundation.EveryParallelism;
import dev.lanewise.foundation.LanewiseThreads;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.ProductOracle;
import dev.lanewise.oracle.Seeds;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * {@code A = Q R}, and Q is orthogonal, for small matrices of all shapes and kinds; Q is applied as it is formed. A factorisation
 * joins by a subclass that says which it is.
 */
abstract class DoubleQrFactorsLaws implements Seeds {
    private static final int[][] SHAPES = {
        {0, 0}, {0, 3}, {3, 0}, {1, 1}, {1, 6}, {6, 1}, {2, 2}, {5, 3}, {3, 5}, {8, 8}, {13, 11}, {47, 48}, {48, 47},
        {49, 49}, {64, 64}, {100, 20}, {20, 100}, {97, 101}, {150, 9}
    };

    /** Dirty from one try to the next. */
    protected final Workspace workspace = new Workspace();

    private final DoubleQrFactorization factorization;

    DoubleQrFactorsLaws(DoubleQrFactorization factorization) {
        this.factorization = factorization;
    }

    private static MatrixLayout square(int n) {
        return MatrixLayout.of(n, n);
    }

    private double[] q(DoubleQrFactors qr, int columns) {
        double[] q = Bits.guard(new double[qr.rows() * columns]);
        qr.copyQ(q, MatrixLayout.of(qr.rows(), columns), workspace, Parallelism.NONE);
        return q;
    }

    private static double[] r(DoubleQrFactors qr, int rows) {
        double[] r = Bits.guard(new double[rows * qr.columns()]);
        qr.copyR(r, MatrixLayout.of(rows, qr.columns()));
        return r;
    }

    private DoubleQrFactors factorized(int m, int n, double[] a) {
        return factorization.of(m, n, a, workspace);
    }

    @Example
    void theFactorsAreThoseOfTheMatrixAndQIsOrthogonal() {
        for (QrMatrix kind : QrMatrix.values()) {
            for (int[] shape : SHAPES) {
                check(kind, factorization.rows(shape[0], shape[1]), shape[1], 1);
            }
        }
    }

    @Property(tries = 100)
    void theyAreForAnyShape(
            @ForAll @IntRange(max = 70) int m,
            @ForAll @IntRange(max = 70) int n,
            @ForAll("seeds") long seed,
            @ForAll QrMatrix kind) {
        check(kind, factorization.rows(m, n), n, seed);
    }

    private void check(QrMatrix kind, int m, int n, long seed) {
        String context = kind + " of " + m + " x " + n + ", seed " + seed;
        double[] a = kind.fill(m, n, seed, new double[m * n]), before = a.clone();
        DoubleQrFactors qr = factorized(m, n, a);
        Bits.assertSame(before, a, context + ": A");
        double[] q = q(qr, m);
        QrCheck.assertFactors(m, n, m, Numbers.of(a), Numbers.of(q), Numbers.of(r(qr, m)), context);
        QrCheck.assertOrthonormal(m, m, Numbers.of(q), context);
        int k = Math.min(m, n);
        double[] thin = q(qr, k);
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < k; j++) {
                assertEquals(q[i * m + j], thin[i * k + j], context + ": thin Q at (" + i + ", " + j + ")");
            }
        }
    }

    @Property(tries = 100)
    void qIsAppliedAsItIsFormedFromEitherSide(
            @ForAll @IntRange(min = 1, max = 110) int least,
            @ForAll @IntRange(min = 1, max = 110) int n,
            @ForAll @IntRange(max = 40) int columns,
            @ForAll("seeds") long seed,
            @ForAll boolean transposed,
            @ForAll boolean right) {
        int m = factorization.rows(least, n);
        DoubleQrFactors qr = factorized(m, n, Inputs.gaussian(seed, new double[m * n]));
        double[] q = q(qr, m), b = Inputs.gaussian(seed + 1, new double[m * columns]), wanted = new double[m * columns];
        MatrixLayout ofQ = transposed ? square(m).transposed() : square(m), ofB = MatrixLayout.of(m, columns);
        DoubleMatrixProduct.multiply(1, q, ofQ, b, ofB, 0, wanted, ofB);
        // From the right: C Q is the transpose of Q^T C^T.
        MatrixLayout lines = right
                ? MatrixLayout.rowMajor(3, columns, m, m + 2).transposed()
                : MatrixLayout.rowMajor(3, m, columns, columns + 2);
        double[] c = Bits.guard(new double[(int) lines.end() + 2]);
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < columns; j++) {
                c[lines.index(i, j)] = b[i * columns + j];
            }
        }
        if (transposed) {
            qr.applyQTransposed(c, lines, workspace, Parallelism.NONE);
        } else {
            qr.applyQ(c, lines, workspace, Parallelism.NONE);
        }
        double[] computed = new double[m * columns];
        int guards = 0;
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < columns; j++) {
                computed[i * columns + j] = c[lines.index(i, j)];
            }
        }
        for (double value : c) {
            guards += Bits.isGuard(value) ? 1 : 0;
        }
        assertEquals(c.length - m * columns, guards, "guards that stay");
        QrCheck.assertClose(m, Numbers.of(wanted), Numbers.of(computed), "seed " + seed);
    }

    @Property(tries = 60)
    void leastSquaresLeaveAResidualThatIsOrthogonalToTheColumns(
            @ForAll @IntRange(min = 1, max = 60) int n,
            @ForAll @IntRange(max = 60) int more,
            @ForAll @IntRange(min = 1, max = 80) int columns,
            @ForAll("seeds") long seed,
            @ForAll boolean byColumns) {
        int m = n + more;
        double[] a = DoubleQrSolutions.wellConditioned(m, n, seed);
        DoubleQrSolutions.assertLeastSquares(factorized(m, n, a), a, columns, seed, byColumns, workspace);
    }

    @Property(tries = 60)
    void theShortestSolutionSolvesAndLiesInTheRangeOfTheMatrix(
            @ForAll @IntRange(min = 1, max = 60) int n,
            @ForAll @IntRange(max = 60) int more,
            @ForAll @IntRange(min = 1, max = 70) int columns,
            @ForAll("seeds") long seed) {
        int m = n + more;
        double[] a = DoubleQrSolutions.wellConditioned(m, n, seed);
        DoubleQrSolutions.assertShortest(factorized(m, n, a), a, columns, seed, workspace);
    }

    @Property(tries = 60)
    void theBitsDependOnTheMatrixAlone(
            @ForAll @IntRange(min = 1, max = 120) int least,
            @ForAll @IntRange(min = 1, max = 120) int n,
            @ForAll("seeds") long seed,
            @ForAll @IntRange(min = 1, max = 3) int threads) {
        int m = factorization.rows(least, n);
        double[] a = Inputs.uneven(seed, new double[m * n]);
        DoubleQrFactors qr = factorized(m, n, a);
        double[] q = q(qr, m), r = r(qr, m);
        for (MatrixLayout layout : List.of(
                MatrixLayout.rowMajor(4, m, n, n + 5),
                MatrixLayout.rowMajor(2, n, m, m + 1).transposed(),
                new MatrixLayout(1, m, n, 3 * n, 2))) {
            double[] placed = Bits.guard(new double[(int) layout.end() + 1]);
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < n; j++) {
                    placed[layout.index(i, j)] = a[i * n + j];
                }
            }
            factorization.factorize(qr, placed, layout, workspace, Parallelism.threads(threads));
            Bits.assertSame(r, r(qr, m), "R of " + layout + ", seed " + seed);
            Bits.assertSame(q, q(qr, m), "Q of " + layout + ", seed " + seed);
        }
    }

    @Example
    void threadsChangeNoBitAndNoneStaysBehind() {
        LanewiseThreads.assertSmallWorkIsSplit();
        int n = 170, m = factorization.rows(150, n), columns = 9;
        double[] a = Inputs.gaussian(1, new double[m * n]), b = Inputs.gaussian(2, new double[m * columns]);
        DoubleQrFactors once = factorized(m, n, a);
        double[] wanted = b.clone(), r = r(once, m);
        once.applyQ(wanted, MatrixLayout.of(m, columns), workspace, Parallelism.NONE);
        EveryParallelism.run((parallelism, context) -> {
            DoubleQrFactors qr = factorization.room(m, n);
            factorization.factorize(qr, a, MatrixLayout.of(m, n), new Workspace(), parallelism);
            Bits.assertSame(r, r(qr, m), context);
            double[] c = b.clone();
            qr.applyQ(c, MatrixLayout.of(m, columns), new Workspace(), parallelism);
            Bits.assertSame(wanted, c, context);
        });
        assertEquals(List.of(), LanewiseThreads.alive());
    }

    @Example
    void nothingIsAllocatedAfterTheFirstTime() {
        for (int n : new int[] {3, 20, 70, 130}) {
            double[] a = Inputs.gaussian(1, new double[n * n]), b = a.clone(), x = new double[n * n];
            DoubleQrFactors qr = factorization.room(n, n);
            MatrixLayout layout = square(n);
            Allocation.assertNone(
                    "factorize " + n, () -> factorization.factorize(qr, a, layout, workspace, Parallelism.NONE));
            Allocation.assertNone("apply Q " + n, () -> qr.applyQ(b, layout, workspace, Parallelism.NONE));
            Allocation.assertNone("copy Q " + n, () -> qr.copyQ(b, layout, workspace, Parallelism.NONE));
            Allocation.assertNone("solve " + n, () -> qr.solve(a, layout, x, layout, workspace, Parallelism.NONE));
        }
    }

    @Example
    void rIsUniqueButForSigns() {
        int m = 60, n = 40;
        double[] a = Inputs.gaussian(3, new double[m * n]), gram = new double[n * n], r = r(factorized(m, n, a), n);
        MatrixLayout ofA = MatrixLayout.of(m, n), ofR = square(n);
        DoubleMatrixProduct.multiply(1, a, ofA.transposed(), a, ofA, 0, gram, ofR);
        // R^T R = A^T A
        ProductOracle.assertProduct(
                20 * m, n, n, n, 1, transposed(n, r), Numbers.of(r), 0, Numbers.of(gram), Numbers.of(gram), "R^T R");
    }

    private static Numbers transposed(int n, double[] r) {
        double[] t = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                t[j * n + i] = r[i * n + j];
            }
        }
        return Numbers.of(t);
    }
}
