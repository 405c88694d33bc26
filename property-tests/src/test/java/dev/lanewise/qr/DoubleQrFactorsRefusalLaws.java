package dev.lanewise.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.SingularMatrixException;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.qr.DoubleQrFactors;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import org.junit.jupiter.api.Test;

/** What a caller gets wrong, and what the numbers do not allow, is refused in words that say what came. */
abstract class DoubleQrFactorsRefusalLaws {
    private static final MatrixLayout A = MatrixLayout.of(5, 3);

    private final Workspace workspace = new Workspace();
    private final double[] a = Inputs.gaussian(1, new double[40]);
    private final DoubleQrFactorization factorization;
    private final DoubleQrFactors qr;

    DoubleQrFactorsRefusalLaws(DoubleQrFactorization factorization) {
        this.factorization = factorization;
        qr = factorization.room(5, 3);
    }

    private void factorize(double[] x, MatrixLayout layout) {
        factorization.factorize(qr, x, layout);
    }

    private DoubleQrFactors factorized() {
        factorize(a, A);
        return qr;
    }

    @Test
    void shapes() {
        Refusal.of(() -> factorization.room(-1, 3), "rows", "-1");
        Refusal.of(() -> factorization.room(3, -1), "columns", "-1");
        Refusal.of(() -> factorization.room(1 << 16, 1 << 16), "65536 x 65536");
        Refusal.of(() -> factorize(a, A.transposed()), "A", "3 x 5", "5 x 3");
        Refusal.of(() -> factorize(new double[14], A), "A", "length 14", "15 or more");
        factorized();
        double[] c = a.clone();
        Refusal.of(() -> qr.copyR(c, MatrixLayout.of(6, 3)), "R", "6 x 3", "5 x 3");
        Refusal.of(() -> qr.copyR(c, MatrixLayout.of(3, 4)), "R", "3 x 4");
        Refusal.of(() -> copyQ(c, MatrixLayout.of(5, 6)), "Q", "5 x 6", "up to 5");
        Refusal.of(() -> copyQ(c, MatrixLayout.of(4, 4)), "Q", "4 x 4", "5 x");
        Refusal.of(() -> copyQ(c, new MatrixLayout(0, 5, 2, 6, 2)), "Q", "6 and 2", "to be 1");
        Refusal.of(() -> copyQ(c, new MatrixLayout(0, 5, 2, 1, 1)), "Q", "share places");
        Refusal.of(() -> applyQ(c, MatrixLayout.of(3, 5)), "C", "3 x 5", "5 rows");
        Refusal.of(() -> applyQ(c, new MatrixLayout(0, 5, 2, 6, 2)), "C", "to be 1");
        Refusal.of(() -> applyQ(new double[9], MatrixLayout.of(5, 2)), "C", "length 9");
        Bits.assertSame(a, c, "after refusals");
    }

    private void copyQ(double[] q, MatrixLayout layout) {
        qr.copyQ(q, layout, workspace, Parallelism.NONE);
    }

    private void applyQ(double[] c, MatrixLayout layout) {
        qr.applyQ(c, layout, workspace, Parallelism.NONE);
    }

    private void solve(double[] b, MatrixLayout bLayout, double[] x, MatrixLayout xLayout) {
        qr.solve(b, bLayout, x, xLayout, workspace, Parallelism.NONE);
    }

    @Test
    void systems() {
        factorized();
        double[] b = a.clone(), x = a.clone();
        MatrixLayout ofB = MatrixLayout.of(5, 2), ofX = MatrixLayout.of(3, 2);
        Refusal.of(() -> solve(b, ofX, x, ofX), "3 x 2", "5 x c");
        Refusal.of(() -> solve(b, ofB, x, MatrixLayout.of(3, 1)), "5 x 2", "3 x 1");
        Refusal.of(() -> solve(b, ofB, b, ofX), "X overlaps B");
        Refusal.of(() -> solve(b, ofB, x, new MatrixLayout(0, 3, 2, 1, 1)), "X", "share places");
        Refusal.of(() -> qr.solveTransposed(b, ofB, x, ofX, workspace, Parallelism.NONE), "5 x 2", "3 x c", "5 x c");
        Bits.assertSame(a, x, "X after refusals");
    }

    @Test
    void numbersThatAreNotFinite() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            double[] x = a.clone();
            x[7] = bad;
            x[11] = Double.NaN;
            factorized();
            Refusal.of(() -> factorize(x, A), "A", "" + bad, "(2, 1)", "finite");
            assertThrows(IllegalStateException.class, () -> qr.copyR(x, A), "what failed holds no factors");
        }
    }

    @Test
    void nothingFactorized() {
        String message = assertThrows(IllegalStateException.class, () -> applyQ(a, MatrixLayout.of(5, 1)))
                .getMessage();
        assertTrue(message.contains("nothing is factorised"), message);
        assertThrows(IllegalStateException.class, () -> copyQ(a, A));
        assertThrows(IllegalStateException.class, () -> solve(a, MatrixLayout.of(5, 1), a, MatrixLayout.of(3, 1)));
    }

    @Test
    void aSingularMatrix() {
        double[] x = a.clone(), b = new double[5], solution = {1, 2, 3};
        for (int i = 0; i < 5; i++) {
            x[i * 3 + 1] = 0;
        }
        factorize(x, A);
        for (boolean transposed : new boolean[] {false, true}) {
            SingularMatrixException e = assertThrows(SingularMatrixException.class, () -> {
                if (transposed) {
                    qr.solveTransposed(
                            solution, MatrixLayout.of(3, 1), b, MatrixLayout.of(5, 1), workspace, Parallelism.NONE);
                } else {
                    solve(b, MatrixLayout.of(5, 1), solution, MatrixLayout.of(3, 1));
                }
            });
            assertEquals(1, e.index());
            assertTrue(e.getMessage().contains("zero at 1"), e.getMessage());
        }
        Bits.assertSame(new double[] {1, 2, 3}, solution, "X");
    }

    @Test
    void whatIsMissing() {
        Refusal.ofNull("A", () -> factorize(null, A));
        Refusal.ofNull("layout of A", () -> factorize(a, null));
        Refusal.ofNull("workspace", () -> factorization.factorize(qr, a, A, null, Parallelism.NONE));
        Refusal.ofNull("parallelism", () -> factorization.factorize(qr, a, A, workspace, null));
        factorized();
        Refusal.ofNull("R", () -> qr.copyR(null, A));
        Refusal.ofNull("layout of C", () -> applyQ(a, null));
        Refusal.ofNull("Q", () -> copyQ(null, A));
        Refusal.ofNull("B", () -> solve(null, MatrixLayout.of(5, 1), a, MatrixLayout.of(3, 1)));
        Refusal.ofNull("X", () -> solve(a, MatrixLayout.of(5, 1), null, MatrixLayout.of(3, 1)));
    }
}
