package dev.lanewise.leastsquares;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.DoubleLeastSquares;
import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import org.junit.jupiter.api.Test;

/** What a caller gets wrong is refused by both doors in words that say what came. */
final class DoubleLeastSquaresRefusalLaws {
    private static final MatrixLayout A = MatrixLayout.of(5, 3);
    private static final MatrixLayout B = MatrixLayout.of(5, 2);
    private static final MatrixLayout X = MatrixLayout.of(3, 2);

    private final Workspace workspace = new Workspace();
    private final double[] a = Inputs.gaussian(1, new double[40]);
    private final double[] b = Inputs.gaussian(2, new double[40]);
    private final double[] x = Inputs.gaussian(3, new double[40]);

    private void solve(
            boolean shortest,
            double[] a,
            MatrixLayout ofA,
            double[] b,
            MatrixLayout ofB,
            double[] x,
            MatrixLayout ofX) {
        if (shortest) {
            DoubleLeastSquares.solveShortest(a, ofA, b, ofB, x, ofX, workspace, Parallelism.NONE);
        } else {
            DoubleLeastSquares.solve(a, ofA, b, ofB, x, ofX, workspace, Parallelism.NONE);
        }
    }

    private void refused(
            double[] a, MatrixLayout ofA, double[] b, MatrixLayout ofB, double[] x, MatrixLayout ofX, String... parts) {
        double[] before = x.clone();
        Refusal.of(() -> solve(false, a, ofA, b, ofB, x, ofX), parts);
        Refusal.of(() -> solve(true, a, ofA, b, ofB, x, ofX), parts);
        Bits.assertSame(before, x, "X after refusals");
    }

    @Test
    void shapes() {
        refused(a, A, b, MatrixLayout.of(4, 2), x, X, "A of 5 x 3", "B of 4 x 2", "X of 3 x 2", "5 x c", "3 x c");
        refused(a, A, b, B, x, MatrixLayout.of(5, 2), "A of 5 x 3", "B of 5 x 2", "X of 5 x 2", "5 x c", "3 x c");
        refused(a, A, b, B, x, MatrixLayout.of(3, 1), "B of 5 x 2", "X of 3 x 1");
    }

    @Test
    void placesAndArrays() {
        refused(new double[14], A, b, B, x, X, "A", "length 14", "15 or more");
        refused(a, A, new double[9], B, x, X, "B", "length 9", "10 or more");
        refused(a, A, b, B, new double[5], X, "X", "length 5", "6 or more");
        refused(a, A, b, B, x, new MatrixLayout(0, 3, 2, 1, 1), "X", "share places");
        refused(a, A, b, B, a, X, "X overlaps A");
        refused(a, A, b, B, b, X, "X overlaps B");
    }

    /** A and B are only read: they may be the same places, and X may be in the same array elsewhere. */
    @Test
    void whatIsReadMayOverlap() {
        double[] all = a.clone(), apart = x.clone();
        MatrixLayout ofB = A.block(0, 0, 5, 2), ofX = MatrixLayout.rowMajor(20, 3, 2, 2);
        solve(false, all, A, all, ofB, all, ofX);
        solve(false, a, A, a, ofB, apart, ofX);
        double[] found = new double[6], wanted = new double[6];
        System.arraycopy(all, 20, found, 0, 6);
        System.arraycopy(apart, 20, wanted, 0, 6);
        Bits.assertSame(wanted, found, "X");
    }

    @Test
    void numbersThatAreNotFinite() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            double[] spoilt = a.clone();
            spoilt[7] = bad;
            spoilt[11] = Double.NaN;
            refused(spoilt, A, b, B, x, X, "A", "" + bad, "(2, 1)", "finite");
            refused(a, A, spoilt, B, x, X, "B", "" + bad, "(3, 1)", "finite");
        }
        // What lies beside the matrices does not matter.
        double[] beside = a.clone();
        beside[15] = Double.NaN;
        solve(false, beside, A, b, B, x, X);
    }

    @Test
    void whatIsMissing() {
        for (boolean shortest : new boolean[] {false, true}) {
            Refusal.ofNull("A", () -> solve(shortest, null, A, b, B, x, X));
            Refusal.ofNull("layout of A", () -> solve(shortest, a, null, b, B, x, X));
            Refusal.ofNull("B", () -> solve(shortest, a, A, null, B, x, X));
            Refusal.ofNull("layout of B", () -> solve(shortest, a, A, b, null, x, X));
            Refusal.ofNull("X", () -> solve(shortest, a, A, b, B, null, X));
            Refusal.ofNull("layout of X", () -> solve(shortest, a, A, b, B, x, null));
        }
        Refusal.ofNull("workspace", () -> DoubleLeastSquares.solve(a, A, b, B, x, X, null, Parallelism.NONE));
        Refusal.ofNull("parallelism", () -> DoubleLeastSquares.solveShortest(a, A, b, B, x, X, workspace, null));
    }

    @Test
    void aMatrixThatNoArrayOfFactorsHolds() {
        int n = 1 << 16; // places are shared, so that the matrix itself fits
        MatrixLayout huge = new MatrixLayout(0, n, n, 1, 1), none = MatrixLayout.of(n, 0);
        String message = assertThrows(
                        IllegalArgumentException.class, () -> solve(false, new double[2 * n], huge, b, none, x, none))
                .getMessage();
        assertTrue(message.contains("65536 x 65536"), message);
    }
}
