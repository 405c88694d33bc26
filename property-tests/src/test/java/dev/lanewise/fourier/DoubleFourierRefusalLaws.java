package dev.lanewise.fourier;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.DoubleFourierPlan;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a caller gets wrong is refused, with what came and what was wanted, and nothing is changed. */
final class DoubleFourierRefusalLaws {
    private static final int N = 8;
    private static final int HUGE = Integer.MAX_VALUE;
    private static final Layout ONE = Layout.contiguous(0);

    private final DoubleFourierPlan plan = DoubleFourierPlan.of(N);
    private final Workspace workspace = new Workspace();
    private final DoubleSignal before = DoubleSignal.gaussian(1, 40);
    private final DoubleSignal x = before.copy();
    private final DoubleSignal y = before.copy();

    @AfterEach
    void nothingIsChanged() {
        DoubleSignal.assertSame(before, x, "input after a refusal");
        DoubleSignal.assertSame(before, y, "output after a refusal");
    }

    private void refused(
            double[] inRe, double[] inIm, Layout from, double[] outRe, double[] outIm, Layout to, String... parts) {
        for (DoubleFourierPlan each :
                new DoubleFourierPlan[] {plan, plan.inverse(), plan.normalized(Normalization.ORTHO)}) {
            for (Parallelism parallelism : new Parallelism[] {Parallelism.NONE, Parallelism.threads(3)}) {
                Refusal.of(() -> each.transform(inRe, inIm, from, outRe, outIm, to, workspace, parallelism), parts);
            }
        }
    }

    private void refused(DoubleSignal in, Layout from, DoubleSignal out, Layout to, String... parts) {
        refused(in.re(), in.im(), from, out.re(), out.im(), to, parts);
    }

    @Test
    void lengthsOutOfRange() {
        int longest = 1 << 29;
        for (int n : new int[] {0, -1, -1000, Integer.MIN_VALUE, longest + 1, 1 << 30, HUGE}) {
            Refusal.of(() -> DoubleFourierPlan.of(n), "length", "got " + n, "1 to " + longest);
        }
        for (int n : new int[] {longest / 2 + 1, 17 << 24, longest - 1}) {
            Refusal.of(() -> DoubleFourierPlan.of(n), "length", "got " + n, "above 13", "at most " + longest / 2);
        }
    }

    private void stackedIsRefused(double[] in, Layout from, double[] out, Layout to, String... parts) {
        double[] before = in.clone(), outBefore = out.clone();
        for (DoubleFourierPlan each : List.of(plan, plan.inverse())) {
            Refusal.of(() -> each.transformStacked(in, from, out, to, workspace, Parallelism.NONE), parts);
        }
        Bits.assertSame(before, in, "input");
        Bits.assertSame(outBefore, out, "output");
    }

    @Test
    void stackedVectorsThatDoNotFit() {
        double[] in = Inputs.gaussian(1, new double[6 * N]), out = Inputs.gaussian(2, new double[6 * N]);
        Layout one = Layout.contiguous(0);
        stackedIsRefused(in, Layout.contiguous(4 * N + 1), out, one, "in", "" + 6 * N);
        stackedIsRefused(in, one, out, Layout.strided(0, 4), "out", "" + 6 * N);
        stackedIsRefused(in, Layout.rows(0, 2, 2 * N), out, one, "2 in", "1 out");
        stackedIsRefused(in, Layout.rows(0, 2, 2 * N), out, Layout.rows(0, 2, 2 * N - 1), "output", "overlap");
        stackedIsRefused(in, one, in, Layout.contiguous(N), "overlap");
        Refusal.ofNull("in", () -> plan.transformStacked(null, one, out, one, workspace, Parallelism.NONE));
        Refusal.ofNull("out", () -> plan.transformStacked(in, one, null, one, workspace, Parallelism.NONE));
        Layout none = Layout.rows(0, 0, Integer.MAX_VALUE);
        plan.inverse().transformStacked(in, none, out, none, workspace, Parallelism.NONE);
    }

    @Test
    void aVectorOfAnotherLength() {
        double[] eight = new double[N];
        Refusal.of(() -> plan.transform(x.re(), x.im()), "re", "im", "40 and 40", "wanted 8");
        Refusal.of(() -> plan.transform(eight, x.im()), "re", "im", "8 and 40", "wanted 8");
        Refusal.of(() -> plan.transform(x.re(), eight), "re", "im", "40 and 8", "wanted 8");
        Refusal.of(() -> plan.transform(new double[0], new double[0]), "0 and 0", "wanted 8");
    }

    @Test
    void layoutsThatLeaveTheArrays() {
        refused(x, Layout.contiguous(33), y, ONE, "inRe", "length 40", "41");
        refused(x, ONE, y, Layout.contiguous(33), "outRe", "length 40", "41");
        refused(x, Layout.rows(0, 6, N), y, Layout.rows(0, 6, N), "inRe", "length 40", "48");
        refused(x, Layout.rows(0, 5, N), y, Layout.rows(1, 5, N), "outRe", "length 40", "41");
        refused(x, Layout.strided(0, 6), y, ONE, "inRe", "length 40", "stride 6", "43");
        refused(x, Layout.columns(0, 5, N), y, Layout.columns(0, 5, N), "inRe", "length 40", "61");
    }

    @Test
    void arraysThatAreTooShortEachByItsName() {
        double[] seven = new double[7];
        refused(seven, x.im(), ONE, y.re(), y.im(), ONE, "inRe", "length 7", "wanted length 8");
        refused(x.re(), seven, ONE, y.re(), y.im(), ONE, "inIm", "length 7", "wanted length 8");
        refused(x.re(), x.im(), ONE, seven, y.im(), ONE, "outRe", "length 7", "wanted length 8");
        refused(x.re(), x.im(), ONE, y.re(), seven, ONE, "outIm", "length 7", "wanted length 8");
    }

    @Test
    void layoutsWhoseLastIndexIsTooLargeForAnInt() {
        int wrapping = 1 << 29;
        // 8 elements a stride of 2^29 apart end at 7 * 2^29 + 1, which as an int is negative; 2^32 / 2^29 = 8 rows wrap
        // to 0
        refused(x, Layout.strided(0, wrapping), y, ONE, "inRe", "" + (7L * wrapping + 1));
        refused(x, ONE, y, Layout.strided(0, wrapping), "outRe", "" + (7L * wrapping + 1));
        refused(x, Layout.rows(0, 9, wrapping), y, Layout.rows(0, 9, wrapping), "inRe", "" + (8L * wrapping + 8));
        refused(x, Layout.strided(0, HUGE), y, ONE, "inRe", "" + (7L * HUGE + 1));
        refused(x, Layout.contiguous(HUGE), y, ONE, "inRe", "" + (HUGE + 8L));
        refused(x, Layout.rows(0, HUGE, HUGE), y, Layout.rows(0, HUGE, HUGE), "inRe", "" + HUGE);
    }

    @Test
    void numbersOfVectorsThatDiffer() {
        refused(x, Layout.rows(0, 3, N), y, Layout.rows(0, 2, N), "3 in", "2 out");
        refused(x, Layout.rows(0, 0, N), y, ONE, "0 in", "1 out");
    }

    @Test
    void outputsThatOverlapEachOther() {
        refused(x, Layout.rows(0, 2, N), y, Layout.rows(0, 2, 7), "output", "distance 7", "overlap");
        refused(x, Layout.rows(0, 4, N), y, new Layout(0, 3, 4, 1), "output", "stride 3", "overlap");
        refused(x, Layout.rows(0, 2, 7), x, Layout.rows(0, 2, 7), "output", "distance 7", "overlap");
    }

    @Test
    void inputAndOutputThatOverlapWithoutBeingTheSame() {
        for (int shift = 1; shift < N; shift++) {
            refused(x, ONE, x, Layout.contiguous(shift), "overlap");
            refused(x, Layout.contiguous(shift), x, ONE, "overlap");
            refused(x, Layout.rows(0, 3, N), x, Layout.rows(shift, 3, N), "overlap");
        }
        refused(x, Layout.strided(0, 2), x, ONE, "overlap");
        refused(x, Layout.rows(0, 2, N), x, Layout.rows(0, 2, N + 1), "overlap");
        refused(x, Layout.rows(0, 2, N), x, Layout.columns(0, 2, 2), "overlap");
    }

    /** Even where they would lie apart: one array cannot be told from the other by its name. */
    @Test
    void realAndImaginaryPartsInTheSameArray() {
        Layout apart = Layout.contiguous(20);
        refused(
                x.re(),
                x.re(),
                ONE,
                y.re(),
                y.im(),
                ONE,
                "inRe and inIm",
                "real",
                "imaginary",
                "same array",
                "arrays of its own");
        refused(
                x.re(),
                x.im(),
                ONE,
                y.re(),
                y.re(),
                ONE,
                "outRe and outIm",
                "real",
                "imaginary",
                "same array",
                "arrays of its own");
        refused(
                x.re(),
                x.im(),
                ONE,
                x.im(),
                y.im(),
                apart,
                "inIm and outRe",
                "real",
                "imaginary",
                "same array",
                "arrays of its own");
        refused(
                x.re(),
                x.im(),
                ONE,
                y.re(),
                x.re(),
                apart,
                "inRe and outIm",
                "real",
                "imaginary",
                "same array",
                "arrays of its own");
        refused(x.re(), x.im(), ONE, x.im(), x.re(), ONE, "real", "imaginary", "same array", "arrays of its own");
        double[] eight = new double[N];
        Refusal.of(() -> plan.transform(eight, eight), "real", "imaginary", "same array", "arrays of its own");
    }

    @Test
    void theArrayOfOnePartAsInputAndOutputAndNotThatOfTheOther() {
        Layout apart = Layout.contiguous(20);
        for (Layout to : new Layout[] {ONE, apart}) {
            refused(x.re(), x.im(), ONE, x.re(), y.im(), to, "output", "one part", "both or neither");
            refused(x.re(), x.im(), ONE, y.re(), x.im(), to, "output", "one part", "both or neither");
        }
    }

    private void missing(
            String name, double[] inRe, double[] inIm, Layout from, double[] outRe, double[] outIm, Layout to) {
        Refusal.ofNull(name, () -> plan.transform(inRe, inIm, from, outRe, outIm, to, workspace, Parallelism.NONE));
    }

    @Test
    void whatIsMissing() {
        missing("inRe", null, x.im(), ONE, y.re(), y.im(), ONE);
        missing("inIm", x.re(), null, ONE, y.re(), y.im(), ONE);
        missing("inLayout", x.re(), x.im(), null, y.re(), y.im(), ONE);
        missing("outRe", x.re(), x.im(), ONE, null, y.im(), ONE);
        missing("outIm", x.re(), x.im(), ONE, y.re(), null, ONE);
        missing("outLayout", x.re(), x.im(), ONE, y.re(), y.im(), null);
        Refusal.ofNull(
                "workspace", () -> plan.transform(x.re(), x.im(), ONE, y.re(), y.im(), ONE, null, Parallelism.NONE));
        Refusal.ofNull("parallelism", () -> plan.transform(x.re(), x.im(), ONE, y.re(), y.im(), ONE, workspace, null));
        Refusal.ofNull("normalization", () -> plan.normalized(null));
    }

    @Test
    void whatIsMissingOfOneVector() {
        Refusal.ofNull("re", () -> plan.transform(null, x.im()));
        Refusal.ofNull("im", () -> plan.transform(new double[N], null));
        Refusal.ofNull("im", () -> plan.transform(x.re(), null));
    }
}
