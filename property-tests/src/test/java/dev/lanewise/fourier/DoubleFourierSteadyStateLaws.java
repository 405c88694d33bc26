package dev.lanewise.fourier;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.DoubleFourierPlan;
import dev.lanewise.foundation.Allocation;
import org.junit.jupiter.api.Test;

/** With a workspace that is kept, running again allocates nothing. */
final class DoubleFourierSteadyStateLaws {
    private static void assertAllocatesNothing(DoubleFourierPlan plan, Layout from, Layout to) {
        DoubleSignal x = DoubleSignal.zeros((int) from.end(plan.length()));
        DoubleSignal y = DoubleSignal.zeros((int) to.end(plan.length()));
        Workspace workspace = new Workspace();
        Allocation.assertNone(
                plan.describe() + " from " + from + " to " + to,
                () -> plan.transform(x.re(), x.im(), from, y.re(), y.im(), to, workspace, Parallelism.NONE));
        Allocation.assertNone(
                plan.describe() + " in place at " + from,
                () -> plan.transform(x.re(), x.im(), from, x.re(), x.im(), from, workspace, Parallelism.NONE));
    }

    /** Every radix, first and later, with vectors filled and not. */
    @Test
    void oneVectorAllocatesNothing() {
        Layout layout = Layout.contiguous(0);
        for (int n : new int[] {1, 2, 8, 13, 64, 96, 100, 1000, 1024, 1144, 1155, 3000, 1 << 15, 1 << 16}) {
            DoubleFourierPlan plan = DoubleFourierPlan.of(n).normalized(Normalization.ORTHO);
            assertAllocatesNothing(plan, layout, layout);
            assertAllocatesNothing(plan.inverse(), layout, layout);
        }
    }

    @Test
    void aConvolutionAllocatesNothing() {
        for (int n : new int[] {17, 34, 509, 1009}) {
            DoubleFourierPlan plan = DoubleFourierPlan.of(n);
            assertAllocatesNothing(plan, Layout.contiguous(0), Layout.contiguous(3));
            assertAllocatesNothing(plan, Layout.columns(0, 5, 5), Layout.rows(0, 5, n));
        }
    }

    @Test
    void batchesOfRowsAndColumnsAllocateNothing() {
        for (int n : new int[] {2, 64, 210}) {
            DoubleFourierPlan plan = DoubleFourierPlan.of(n).inverse();
            assertAllocatesNothing(plan, Layout.rows(0, 20, n), Layout.rows(0, 20, n + 3));
            assertAllocatesNothing(plan, Layout.columns(0, 40, 40), Layout.rows(0, 40, n));
            assertAllocatesNothing(plan, Layout.columns(0, 21, 30), Layout.columns(0, 21, 21));
            assertAllocatesNothing(plan, new Layout(0, 2, 5, 2 * n), Layout.rows(0, 5, n));
        }
    }

    @Test
    void batchesOfPairsAllocateNothing() {
        for (int n : new int[] {8, 30, 210}) {
            DoubleFourierPlan plan = DoubleFourierPlan.of(n);
            double[] x = new double[2 * 21 * n];
            Workspace workspace = new Workspace();
            for (Layout layout : new Layout[] {Layout.rows(0, 21, n), Layout.columns(0, 21, 21)}) {
                Allocation.assertNone(
                        plan.describe() + " pairs at " + layout,
                        () -> plan.transformInterleaved(x, layout, x, layout, workspace, Parallelism.NONE));
            }
        }
    }
}
