package dev.lanewise.hadamard;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.hadamard.DoubleHadamardPlan;
import dev.lanewise.engine.hadamard.WalshOrdering;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a caller gets wrong is refused, with what came and what was wanted, and nothing is changed. */
final class DoubleHadamardRefusalLaws {
    private static final int N = 8;
    private static final int HUGE = Integer.MAX_VALUE;
    private static final Layout ONE = Layout.contiguous(0);

    private final DoubleHadamardPlan plan = DoubleHadamardPlan.of(N);
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
        Refusal.of(() -> plan.transform(in, from, out, to, workspace, Parallelism.NONE), parts);
        Refusal.of(() -> plan.transform(in, from, out, to, workspace, Parallelism.threads(3)), parts);
        Refusal.of(
                () -> plan.withSigns(Inputs.signs(1, new double[N]))
                        .ordered(WalshOrdering.SEQUENCY)
                        .normalized(Normalization.ORTHO)
                        .transform(in, from, out, to, workspace, Parallelism.NONE),
                parts);
    }

    @Test
    void aVectorOfAnotherLength() {
        Refusal.of(() -> plan.transform(x), "x", "length 40", "wanted 8");
        Refusal.of(() -> plan.transform(new double[0]), "x", "length 0", "wanted 8");
    }

    @Test
    void offsetsThatLeaveNoRoom() {
        for (int offset : new int[] {-1, 33, 40, 41, HUGE, Integer.MIN_VALUE}) {
            Refusal.of(() -> plan.transform(x, offset, y, 0, workspace), "input", "offset " + offset, "length 40", "8");
            Refusal.of(
                    () -> plan.transform(x, 0, y, offset, workspace), "output", "offset " + offset, "length 40", "8");
        }
        Refusal.of(() -> plan.transform(new double[7], 0, y, 0, workspace), "input", "length 7", "8");
    }

    @Test
    void layoutsThatLeaveTheArray() {
        refused(x, Layout.contiguous(33), y, ONE, "input", "length 40", "41");
        refused(x, ONE, y, Layout.contiguous(33), "output", "length 40", "41");
        refused(x, Layout.rows(0, 6, N), y, Layout.rows(0, 6, N), "input", "length 40", "48");
        refused(x, Layout.rows(0, 5, N), y, Layout.rows(1, 5, N), "output", "length 40", "41");
        refused(x, Layout.strided(0, 6), y, ONE, "input", "length 40", "stride 6", "43");
        refused(x, Layout.columns(0, 5, N), y, Layout.columns(0, 5, N), "input", "length 40", "61");
    }

    @Test
    void layoutsWhoseLastIndexIsTooLargeForAnInt() {
        int wrapping = 1 << 29;
        // 8 elements a stride of 2^29 apart end at 7 * 2^29 + 1, which as an int is negative; 2^32 / 2^29 = 8 rows wrap
        // to 0
        refused(x, Layout.strided(0, wrapping), y, ONE, "input", "" + (7L * wrapping + 1));
        refused(x, ONE, y, Layout.strided(0, wrapping), "output", "" + (7L * wrapping + 1));
        refused(x, Layout.rows(0, 9, wrapping), y, Layout.rows(0, 9, wrapping), "input", "" + (8L * wrapping + 8));
        refused(x, Layout.strided(0, HUGE), y, ONE, "input", "" + (7L * HUGE + 1));
        refused(x, Layout.contiguous(HUGE), y, ONE, "input", "" + (HUGE + 8L));
        refused(x, Layout.rows(0, HUGE, HUGE), y, Layout.rows(0, HUGE, HUGE), "input", "" + HUGE);
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
        Refusal.of(() -> plan.transform(x, Layout.rows(0, 2, 7), workspace), "overlap");
    }

    @Test
    void inputAndOutputThatOverlapWithoutBeingTheSame() {
        for (int shift = 1; shift < N; shift++) {
            int offset = shift;
            Refusal.of(() -> plan.transform(x, 0, x, offset, workspace), "input at 0", "output at " + shift, "overlap");
            Refusal.of(() -> plan.transform(x, offset, x, 0, workspace), "input at " + shift, "output at 0", "overlap");
            refused(x, ONE, x, Layout.contiguous(shift), "overlap");
            refused(x, Layout.rows(0, 3, N), x, Layout.rows(shift, 3, N), "overlap");
        }
        refused(x, Layout.strided(0, 2), x, ONE, "overlap");
        refused(x, Layout.rows(0, 2, N), x, Layout.rows(0, 2, N + 1), "overlap");
        refused(x, Layout.rows(0, 2, N), x, Layout.columns(0, 2, 2), "overlap");
    }

    @Test
    void signsThatAreNone() {
        Refusal.of(() -> plan.withSigns(new double[7]), "signs", "got 7", "wanted 8");
        Refusal.of(() -> plan.withSigns(new double[] {1, -1, 1, 1, 1, 2, 1, 1}), "signs[5]", "got 2.0", "1 or -1");
        Refusal.of(() -> plan.withSigns(new double[N]), "signs[0]", "got 0.0", "1 or -1");
        Refusal.of(() -> plan.withSigns(new double[] {1, 1, 1, 1, 1, 1, 1, Double.NaN}), "signs[7]", "NaN", "1 or -1");
    }

    @Test
    void otherOrdersOfWhatIsNoPowerOfTwo() {
        for (int n : new int[] {12, 20, 28, 24, 768}) {
            DoubleHadamardPlan other = DoubleHadamardPlan.of(n);
            Refusal.of(() -> other.ordered(WalshOrdering.SEQUENCY), "ordering", "SEQUENCY", "" + n, "power of two");
            Refusal.of(() -> other.ordered(WalshOrdering.DYADIC), "ordering", "DYADIC", "" + n, "power of two");
            other.ordered(WalshOrdering.NATURAL);
        }
    }

    @Test
    void whatIsMissing() {
        Refusal.ofNull("x", () -> plan.transform(null));
        Refusal.ofNull("input", () -> plan.transform(null, 0, y, 0, workspace));
        Refusal.ofNull("output", () -> plan.transform(x, 0, null, 0, workspace));
        Refusal.ofNull("workspace", () -> plan.transform(x, 0, y, 0, null));
        Refusal.ofNull("x", () -> plan.transform(null, ONE, workspace));
        Refusal.ofNull("layout", () -> plan.transform(x, null, workspace));
        Refusal.ofNull("workspace", () -> plan.transform(x, ONE, null));
        Refusal.ofNull("in", () -> plan.transform(null, ONE, y, ONE, workspace, Parallelism.NONE));
        Refusal.ofNull("inLayout", () -> plan.transform(x, null, y, ONE, workspace, Parallelism.NONE));
        Refusal.ofNull("out", () -> plan.transform(x, ONE, null, ONE, workspace, Parallelism.NONE));
        Refusal.ofNull("outLayout", () -> plan.transform(x, ONE, y, null, workspace, Parallelism.NONE));
        Refusal.ofNull("workspace", () -> plan.transform(x, ONE, y, ONE, null, Parallelism.NONE));
        Refusal.ofNull("parallelism", () -> plan.transform(x, ONE, y, ONE, workspace, null));
        Refusal.ofNull("signs", () -> plan.withSigns(null));
        Refusal.ofNull("ordering", () -> plan.ordered(null));
        Refusal.ofNull("normalization", () -> plan.normalized(null));
    }
}
