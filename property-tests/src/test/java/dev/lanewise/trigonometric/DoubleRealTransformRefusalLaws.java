package dev.lanewise.trigonometric;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.DoubleHartleyPlan;
import dev.lanewise.engine.trigonometric.DoubleTrigonometricPlan;
import dev.lanewise.engine.trigonometric.TrigonometricKind;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a caller gets wrong is refused, with what came and what was wanted, and nothing is changed. */
final class DoubleRealTransformRefusalLaws {
    private static final int N = 8;
    private static final int HUGE = Integer.MAX_VALUE;
    private static final Layout ONE = Layout.contiguous(0);

    private final Workspace workspace = new Workspace();
    private final double[] before = Inputs.gaussian(1, new double[40]);
    private final double[] x = before.clone();
    private final double[] y = before.clone();

    @AfterEach
    void nothingIsChanged() {
        Bits.assertSame(before, x, "input after a refusal");
        Bits.assertSame(before, y, "output after a refusal");
    }

    private void refused(double[] in, Layout from, double[] out, Layout to, String... parts) {
        for (DoubleRealTransform each : DoubleRealTransform.all(N, Normalization.BACKWARD)) {
            for (Parallelism parallelism : new Parallelism[] {Parallelism.NONE, Parallelism.threads(3)}) {
                Refusal.of(() -> each.transform(in, from, out, to, workspace, parallelism), parts);
            }
        }
    }

    @Test
    void lengthsOutOfRange() {
        int longest = 1 << 28;
        for (TrigonometricKind kind : TrigonometricKind.values()) {
            for (int n : new int[] {0, -1, Integer.MIN_VALUE, longest + 1, 1 << 29, 1 << 30, HUGE}) {
                String shortest = kind == TrigonometricKind.DCT1 ? "2" : "1";
                String range = shortest + " to " + longest;
                Refusal.of(() -> DoubleTrigonometricPlan.of(kind, n), "length", "got " + n, range, kind.name());
            }
        }
        Refusal.of(() -> DoubleTrigonometricPlan.of(TrigonometricKind.DCT1, 1), "got 1", "2 to", "DCT1");
        Refusal.of(() -> TrigonometricKind.DCT1.period(1), "got 1", "2 to", "DCT1");
        Refusal.of(() -> TrigonometricKind.DST4.period(HUGE), "got " + HUGE, "DST4");
        for (int n : new int[] {0, -1, Integer.MIN_VALUE, (1 << 29) + 1, HUGE}) {
            Refusal.of(() -> DoubleHartleyPlan.of(n), "length", "got " + n, "1 to " + (1 << 29));
        }
    }

    @Test
    void aVectorOfAnotherLength() {
        for (DoubleRealTransform each : DoubleRealTransform.all(N, Normalization.ORTHO)) {
            Refusal.of(() -> each.transform(x), "length 40", "wanted 8");
            Refusal.of(() -> each.transform(new double[0]), "length 0", "wanted 8");
        }
    }

    @Test
    void layoutsThatLeaveTheArrays() {
        refused(x, Layout.contiguous(33), y, ONE, "input", "length 40", "41");
        refused(x, ONE, y, Layout.contiguous(33), "output", "length 40", "41");
        refused(x, Layout.rows(0, 6, N), y, Layout.rows(0, 6, N), "input", "length 40", "48");
        refused(x, Layout.strided(0, 6), y, ONE, "input", "length 40", "stride 6", "43");
        refused(x, Layout.columns(0, 5, N), y, Layout.columns(0, 5, N), "input", "length 40", "61");
        refused(new double[7], ONE, y, ONE, "input", "length 7", "wanted length 8");
        refused(x, ONE, new double[7], ONE, "output", "length 7", "wanted length 8");
    }

    @Test
    void layoutsWhoseLastIndexIsTooLargeForAnInt() {
        int wrapping = 1 << 29;
        refused(x, Layout.strided(0, wrapping), y, ONE, "input", "" + (7L * wrapping + 1));
        refused(x, ONE, y, Layout.strided(0, wrapping), "output", "" + (7L * wrapping + 1));
        refused(x, Layout.contiguous(HUGE), y, ONE, "input", "" + (HUGE + 8L));
    }

    @Test
    void numbersOfVectorsThatDiffer() {
        refused(x, Layout.rows(0, 3, N), y, Layout.rows(0, 2, N), "3 in", "2 out");
        refused(x, Layout.rows(0, 0, N), y, ONE, "0 in", "1 out");
    }

    @Test
    void overlaps() {
        refused(x, Layout.rows(0, 2, N), y, Layout.rows(0, 2, 7), "output", "distance 7", "overlap");
        refused(x, Layout.rows(0, 4, N), y, new Layout(0, 3, 4, 1), "output", "stride 3", "overlap");
        for (int shift = 1; shift < N; shift++) {
            refused(x, ONE, x, Layout.contiguous(shift), "overlap");
            refused(x, Layout.rows(0, 3, N), x, Layout.rows(shift, 3, N), "overlap");
        }
        refused(x, Layout.strided(0, 2), x, ONE, "overlap");
        refused(x, Layout.rows(0, 2, N), x, Layout.columns(0, 2, 2), "overlap");
    }

    @Test
    void whatIsMissing() {
        for (DoubleRealTransform each : DoubleRealTransform.all(N, Normalization.BACKWARD)) {
            Refusal.ofNull("in", () -> each.transform(null, ONE, y, ONE, workspace, Parallelism.NONE));
            Refusal.ofNull("inLayout", () -> each.transform(x, null, y, ONE, workspace, Parallelism.NONE));
            Refusal.ofNull("out", () -> each.transform(x, ONE, null, ONE, workspace, Parallelism.NONE));
            Refusal.ofNull("outLayout", () -> each.transform(x, ONE, y, null, workspace, Parallelism.NONE));
            Refusal.ofNull("workspace", () -> each.transform(x, ONE, y, ONE, null, Parallelism.NONE));
            Refusal.ofNull("parallelism", () -> each.transform(x, ONE, y, ONE, workspace, null));
            Refusal.ofNull("x", () -> each.transform(null));
        }
        Refusal.ofNull("kind", () -> DoubleTrigonometricPlan.of(null, N));
        DoubleTrigonometricPlan plan = DoubleTrigonometricPlan.of(TrigonometricKind.DCT2, N);
        Refusal.ofNull("normalization", () -> plan.normalized(null));
        Refusal.ofNull("normalization", () -> DoubleHartleyPlan.of(N).normalized(null));
    }
}
