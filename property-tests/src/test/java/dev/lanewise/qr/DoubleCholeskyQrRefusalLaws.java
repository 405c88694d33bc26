package dev.lanewise.qr;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.qr.DoubleCholeskyQr;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import org.junit.jupiter.api.Test;

/** What a caller of {@link DoubleCholeskyQr} gets wrong is refused in words that say what came. */
final class DoubleCholeskyQrRefusalLaws {
    private static final MatrixLayout A = MatrixLayout.of(5, 3), R = MatrixLayout.of(3, 3);

    private final Workspace workspace = new Workspace();
    private final double[] a = Inputs.gaussian(1, new double[60]);
    private final double[] q = new double[60];
    private final double[] r = new double[60];
    private final DoubleCholeskyQr qr = new DoubleCholeskyQr(5, 3);

    private void factorize(
            double[] from, MatrixLayout layout, double[] toQ, MatrixLayout ofQ, double[] toR, MatrixLayout ofR) {
        qr.factorize(from, layout, toQ, ofQ, toR, ofR, workspace, Parallelism.NONE);
    }

    @Test
    void shapesOfInstances() {
        Refusal.of(() -> new DoubleCholeskyQr(-1, 3), "rows", "-1");
        Refusal.of(() -> new DoubleCholeskyQr(3, -1), "columns", "-1");
        Refusal.of(() -> new DoubleCholeskyQr(2, 3), "2 x 3", "as many rows as columns");
        Refusal.of(() -> new DoubleCholeskyQr(1 << 16, 1 << 16), "65536 x 65536", "an array can hold");
        Refusal.of(() -> new DoubleCholeskyQr(46341, 46341), "46341 x 46341", "an array can hold");
        Refusal.of(() -> new DoubleCholeskyQr(1 << 26, 32), (1 << 26) + " x 32", "an array can hold");
    }

    @Test
    void shapes() {
        double[] before = a.clone();
        Refusal.of(() -> factorize(a, A.transposed(), q, A, r, R), "A", "3 x 5", "5 x 3");
        Refusal.of(() -> factorize(a, A, q, A.transposed(), r, R), "Q", "3 x 5", "5 x 3");
        Refusal.of(() -> factorize(a, A, q, A, r, A), "R", "5 x 3", "3 x 3");
        Refusal.of(() -> factorize(new double[14], A, q, A, r, R), "A", "length 14", "15 or more");
        Refusal.of(() -> factorize(a, A, new double[14], A, r, R), "Q", "length 14", "15 or more");
        Refusal.of(() -> factorize(a, A, q, A, new double[8], R), "R", "length 8", "9 or more");
        Refusal.of(() -> factorize(a, A, q, new MatrixLayout(0, 5, 3, 6, 2), r, R), "Q", "6 and 2", "to be 1");
        Refusal.of(() -> factorize(a, A, q, new MatrixLayout(0, 5, 3, 1, 1), r, R), "Q", "share places");
        Refusal.of(() -> factorize(a, A, q, A, r, new MatrixLayout(0, 3, 3, 1, 1)), "R", "share places");
        Bits.assertSame(before, a, "A after refusals");
        Bits.assertSame(new double[60], q, "Q after refusals");
        Bits.assertSame(new double[60], r, "R after refusals");
    }

    @Test
    void whatOverlaps() {
        double[] one = Inputs.gaussian(1, new double[60]), before = one.clone();
        MatrixLayout wide = MatrixLayout.rowMajor(0, 5, 3, 9), beside = MatrixLayout.rowMajor(3, 5, 3, 9);
        MatrixLayout half = MatrixLayout.rowMajor(2, 5, 3, 9), third = MatrixLayout.rowMajor(6, 3, 3, 9);
        MatrixLayout corner = MatrixLayout.rowMajor(4, 3, 3, 9);
        Refusal.of(() -> factorize(one, wide, one, half, r, R), "Q overlaps A", "" + half, "" + wide);
        Refusal.of(() -> factorize(one, A, one, A, r, R), "Q overlaps A");
        Refusal.of(() -> factorize(one, half, q, A, one, corner.transposed()), "R overlaps A", "" + half);
        Refusal.of(() -> factorize(one, A, q, A, one, R), "R overlaps A", "" + R, "" + A);
        Refusal.of(() -> factorize(a, A, one, beside, one, corner), "R overlaps Q", "" + beside, "" + corner);
        Bits.assertSame(before, one, "after refusals");
        // Side by side in one array they are apart.
        double[] apart = one.clone(), wantedQ = new double[15], wantedR = new double[9];
        factorize(one, wide, wantedQ, A, wantedR, R);
        factorize(apart, wide, apart, beside, apart, third);
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 3; j++) {
                one[beside.index(i, j)] = wantedQ[i * 3 + j];
                if (i < 3) {
                    one[third.index(i, j)] = wantedR[i * 3 + j];
                }
            }
        }
        Bits.assertSame(one, apart, "A, Q and R side by side");
    }

    @Test
    void whatIsMissing() {
        Refusal.ofNull("A", () -> factorize(null, A, q, A, r, R));
        Refusal.ofNull("layout of A", () -> factorize(a, null, q, A, r, R));
        Refusal.ofNull("Q", () -> factorize(a, A, null, A, r, R));
        Refusal.ofNull("layout of Q", () -> factorize(a, A, q, null, r, R));
        Refusal.ofNull("R", () -> factorize(a, A, q, A, null, R));
        Refusal.ofNull("layout of R", () -> factorize(a, A, q, A, r, null));
        Refusal.ofNull("workspace", () -> qr.factorize(a, A, q, A, r, R, null, Parallelism.NONE));
        Refusal.ofNull("parallelism", () -> qr.factorize(a, A, q, A, r, R, workspace, null));
    }
}
