package dev.lanewise.fourier;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.DoubleRealFourierPlan;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a caller gets wrong is refused, with what came and what was wanted, and nothing is changed. */
final class DoubleRealFourierRefusalLaws {
    private static final int N = 8;
    private static final int HUGE = Integer.MAX_VALUE;
    private static final Layout ONE = Layout.contiguous(0);

    private final DoubleRealFourierPlan plan = DoubleRealFourierPlan.of(N);
    private final Workspace workspace = new Workspace();
    private final double[] before = Inputs.gaussian(1, new double[40]);
    private final double[] x = before.clone();
    private final double[] re = before.clone();
    private final double[] im = before.clone();

    @AfterEach
    void nothingIsChanged() {
        Bits.assertSame(before, x, "real vectors after a refusal");
        Bits.assertSame(before, re, "real parts after a refusal");
        Bits.assertSame(before, im, "imaginary parts after a refusal");
    }

    private void refused(double[] a, Layout at, double[] b, double[] c, Layout spectrum, String... parts) {
        for (Parallelism parallelism : new Parallelism[] {Parallelism.NONE, Parallelism.threads(3)}) {
            Refusal.of(() -> plan.forward(a, at, b, c, spectrum, workspace, parallelism), parts);
            Refusal.of(() -> plan.inverse(b, c, spectrum, a, at, workspace, parallelism), parts);
        }
    }

    private void refused(Layout at, Layout spectrum, String... parts) {
        refused(x, at, re, im, spectrum, parts);
    }

    @Test
    void lengthsOutOfRange() {
        int longest = 1 << 29;
        for (int n : new int[] {0, -1, Integer.MIN_VALUE, longest + 1, 1 << 30, HUGE}) {
            Refusal.of(() -> DoubleRealFourierPlan.of(n), "length", "got " + n, "1 to " + longest);
        }
        int odd = longest / 2 + 1;
        Refusal.of(() -> DoubleRealFourierPlan.of(odd), "length", "got " + odd, "at most " + longest / 2);
    }

    @Test
    void layoutsThatLeaveTheArrays() {
        refused(Layout.contiguous(33), ONE, "x", "length 40", "41");
        refused(ONE, Layout.contiguous(36), "re", "length 40", "41");
        refused(Layout.rows(0, 6, N), Layout.rows(0, 6, 5), "x", "length 40", "48");
        refused(Layout.rows(0, 5, N), Layout.rows(4, 5, N), "re", "length 40", "41");
        refused(x, ONE, re, new double[4], ONE, "im", "length 4", "wanted length 5");
        refused(x, ONE, new double[4], im, ONE, "re", "length 4", "wanted length 5");
        refused(new double[7], ONE, re, im, ONE, "x", "length 7", "wanted length 8");
    }

    @Test
    void layoutsWhoseLastIndexIsTooLargeForAnInt() {
        int wrapping = 1 << 30;
        refused(Layout.strided(0, wrapping), ONE, "x", "" + (7L * wrapping + 1));
        refused(ONE, Layout.strided(0, wrapping), "re", "" + (4L * wrapping + 1));
        refused(Layout.contiguous(HUGE), ONE, "x", "" + (HUGE + 8L));
    }

    @Test
    void numbersOfVectorsThatDiffer() {
        refused(Layout.rows(0, 3, N), Layout.rows(0, 2, N), "3 real", "2 of coefficients");
    }

    @Test
    void outputsThatOverlapEachOther() {
        for (Parallelism parallelism : new Parallelism[] {Parallelism.NONE, Parallelism.threads(3)}) {
            Layout apart = Layout.rows(0, 3, N);
            Layout vectors = Layout.rows(0, 3, 7);
            Layout spectra = Layout.rows(0, 3, 4);
            Refusal.of(
                    () -> plan.forward(x, apart, re, im, spectra, workspace, parallelism),
                    "spectrum",
                    "distance 4",
                    "overlap");
            Refusal.of(
                    () -> plan.inverse(re, im, apart, x, vectors, workspace, parallelism),
                    "x",
                    "distance 7",
                    "overlap");
        }
    }

    @Test
    void theSameArrayTwice() {
        Layout apart = Layout.contiguous(20);
        refused(x, ONE, re, re, ONE, "same array", "wanted three");
        refused(x, ONE, x, im, apart, "same array", "wanted three");
        refused(x, ONE, re, x, apart, "same array", "wanted three");
    }

    private void missing(String name, double[] a, Layout at, double[] b, double[] c, Layout spectrum) {
        Refusal.ofNull(name, () -> plan.forward(a, at, b, c, spectrum, workspace, Parallelism.NONE));
        Refusal.ofNull(name, () -> plan.inverse(b, c, spectrum, a, at, workspace, Parallelism.NONE));
    }

    @Test
    void whatIsMissing() {
        missing("x", null, ONE, re, im, ONE);
        missing("xLayout", x, null, re, im, ONE);
        missing("re", x, ONE, null, im, ONE);
        missing("im", x, ONE, re, null, ONE);
        missing("spectrum", x, ONE, re, im, null);
        Refusal.ofNull("workspace", () -> plan.forward(x, ONE, re, im, ONE, null, Parallelism.NONE));
        Refusal.ofNull("parallelism", () -> plan.inverse(re, im, ONE, x, ONE, workspace, null));
        Refusal.ofNull("normalization", () -> plan.normalized(null));
    }
}
