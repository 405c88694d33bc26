package dev.lanewise.hadamard;

import dev.lanewise.HadamardRotation;
import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.hadamard.DoubleHadamardPlan;
import dev.lanewise.engine.hadamard.WalshOrdering;
import dev.lanewise.foundation.Allocation;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.structured.DoubleLinearMap;
import org.junit.jupiter.api.Test;

/** With a workspace that is kept, running again allocates nothing. */
final class DoubleSteadyStateLaws {
    private static void assertBatchAllocatesNothing(DoubleHadamardPlan plan, Layout layout) {
        double[] x = new double[(int) layout.end(plan.length())];
        Workspace workspace = new Workspace();
        Allocation.assertNone(
                plan.describe() + " at " + layout,
                () -> plan.transform(x, layout, x, layout, workspace, Parallelism.NONE));
    }

    @Test
    void oneVectorAllocatesNothing() {
        for (int n : new int[] {1, 2, 4, 8, 64, 1024, 1 << 14, 12, 96, 640, 28 << 4}) {
            double[] x = new double[n];
            double[] y = new double[n];
            Workspace workspace = new Workspace();
            DoubleHadamardPlan plan = DoubleHadamardPlan.of(n).normalized(Normalization.ORTHO);
            Allocation.assertNone(plan.describe(), () -> plan.transform(x, 0, y, 0, workspace));
            DoubleHadamardPlan signed = plan.withSigns(Inputs.signs(n, new double[n]));
            Allocation.assertNone(signed.describe(), () -> signed.transform(x, 0, x, 0, workspace));
        }
    }

    @Test
    void batchesOfRowsAndColumnsAllocateNothing() {
        for (int n : new int[] {2, 64, 384}) {
            assertBatchAllocatesNothing(DoubleHadamardPlan.of(n), Layout.rows(0, 40, n));
            assertBatchAllocatesNothing(DoubleHadamardPlan.of(n), Layout.rows(0, 10, n + 3));
            assertBatchAllocatesNothing(DoubleHadamardPlan.of(n), Layout.columns(0, 40, 40));
            assertBatchAllocatesNothing(DoubleHadamardPlan.of(n), new Layout(0, 2, 5, 2 * n));
        }
    }

    @Test
    void otherOrdersAllocateNothing() {
        for (WalshOrdering ordering : WalshOrdering.values()) {
            DoubleHadamardPlan plan = DoubleHadamardPlan.of(256).ordered(ordering);
            assertBatchAllocatesNothing(plan, Layout.contiguous(3));
            assertBatchAllocatesNothing(plan, Layout.columns(0, 20, 20));
        }
    }

    @Test
    void rowsThroughARotationAllocateNothing() {
        for (int d : new int[] {64, 768, 100}) {
            DoubleLinearMap map = HadamardRotation.of(d, 2, 1).asDoubleMap();
            double[] x = new double[20 * d];
            Layout rows = Layout.rows(0, 20, d);
            Workspace workspace = new Workspace();
            Allocation.assertNone("rotation of " + d, () -> map.apply(x, rows, x, rows, workspace, Parallelism.NONE));
            Allocation.assertNone(
                    "rotation back of " + d, () -> map.applyTransposed(x, rows, x, rows, workspace, Parallelism.NONE));
        }
    }
}
