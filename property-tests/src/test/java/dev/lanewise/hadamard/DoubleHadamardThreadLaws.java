package dev.lanewise.hadamard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.hadamard.DoubleHadamardPlan;
import dev.lanewise.engine.hadamard.WalshOrdering;
import dev.lanewise.foundation.DoublePlacement;
import dev.lanewise.foundation.EveryParallelism;
import dev.lanewise.foundation.LanewiseThreads;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Threads share the work, never the result: bits do not depend on them, and none stays behind. */
final class DoubleHadamardThreadLaws {
    @BeforeAll
    static void smallWorkIsSplit() {
        LanewiseThreads.assertSmallWorkIsSplit();
    }

    @AfterEach
    void noThreadStaysBehind() {
        assertEquals(List.of(), LanewiseThreads.alive());
    }

    private static void assertBatch(DoubleHadamardPlan plan, Layout layout) {
        int n = plan.length();
        double[][] x = new double[layout.count()][n];
        double[][] wanted = new double[layout.count()][];
        for (int i = 0; i < x.length; i++) {
            if (i % 8 == 1) {
                Inputs.special(i, x[i]);
            } else {
                Inputs.uneven(i, x[i]);
            }
            wanted[i] = x[i].clone();
            plan.transform(wanted[i]);
        }
        Workspace workspace = new Workspace();
        int offered = EveryParallelism.run((parallelism, context) -> {
            String all = plan.describe() + ", " + context;
            DoublePlacement in = DoublePlacement.of(layout, n).putAll(x);
            DoublePlacement out = DoublePlacement.of(layout, n);
            plan.transform(in.array(), layout, out.array(), layout, workspace, parallelism);
            in.assertHolds(x, all);
            out.assertHolds(wanted, all);
            plan.transform(in.array(), layout, in.array(), layout, workspace, parallelism);
            in.assertHolds(wanted, all + ", in place");
        });
        // One element has no sums, which are what work is measured by.
        assertEquals(n > 1, offered > 0, plan.describe() + " at " + layout + ": offered " + offered + " times");
    }

    @Test
    void batchesOfRowsHaveTheSameBitsWithAnyThreads() {
        for (int n : new int[] {1, 4, 24, 64, 320, 1024}) {
            for (int count : new int[] {2, 3, 17, 100}) {
                assertBatch(DoubleHadamardPlan.of(n), Layout.rows(0, count, n));
                assertBatch(
                        DoubleHadamardPlan.of(n)
                                .withSigns(Inputs.signs(n, new double[n]))
                                .normalized(Normalization.ORTHO),
                        Layout.rows(2, count, n + 1));
            }
        }
    }

    @Test
    void batchesOfColumnsHaveTheSameBitsWithAnyThreads() {
        for (int n : new int[] {1, 4, 24, 64, 320}) {
            for (int count : new int[] {2, 5, 16, 33, 130}) {
                assertBatch(DoubleHadamardPlan.of(n), Layout.columns(0, count, count));
            }
        }
        assertBatch(DoubleHadamardPlan.of(64).ordered(WalshOrdering.SEQUENCY), Layout.columns(1, 50, 53));
    }

    @Test
    void oneLongTransformHasTheSameBitsWithAnyThreads() {
        for (int n : new int[] {1 << 18, 1 << 20, 12 << 18, 20 << 16, 28 << 16}) {
            double[] signs = Inputs.signs(n, new double[n]);
            DoubleHadamardPlan plan = DoubleHadamardPlan.of(n).normalized(Normalization.ORTHO);
            // Blocks are what a split gives to threads.
            assertTrue(plan.describe().contains("joined by"), plan.describe());
            for (DoubleHadamardPlan either : List.of(plan, plan.withSigns(signs))) {
                int offered = assertAlone(either, Layout.contiguous(0), Layout.contiguous(0));
                assertTrue(offered > 0, either.describe() + ": no work offered");
            }
        }
    }

    @Test
    void oneLongTransformInAnotherOrderOrWithGapsHasTheSameBitsWithAnyThreads() {
        int n = 1 << 18;
        Layout tight = Layout.contiguous(0);
        Layout loose = Layout.strided(5, 3);
        DoubleHadamardPlan natural = DoubleHadamardPlan.of(n).withSigns(Inputs.signs(n, new double[n]));
        for (WalshOrdering ordering : WalshOrdering.values()) {
            DoubleHadamardPlan plan = natural.ordered(ordering);
            assertAlone(plan, tight, tight);
            assertAlone(plan, loose, tight);
            assertAlone(plan, tight, loose);
            assertAlone(plan, loose, loose);
        }
    }

    /** Returns how often an executor was offered work. */
    private static int assertAlone(DoubleHadamardPlan plan, Layout from, Layout to) {
        int n = plan.length();
        double[][] x = {Inputs.uneven(n, new double[n])};
        double[][] wanted = {x[0].clone()};
        plan.transform(wanted[0]);
        Workspace workspace = new Workspace();
        DoublePlacement in = DoublePlacement.of(from, n).putAll(x);
        int offered = EveryParallelism.run((parallelism, context) -> {
            DoublePlacement out = DoublePlacement.of(to, n);
            plan.transform(in.array(), from, out.array(), to, workspace, parallelism);
            out.assertHolds(wanted, plan.describe() + ", " + context);
        });
        in.assertHolds(x, plan.describe() + ": the input");
        plan.transform(in.array(), from, in.array(), from, workspace, Parallelism.threads(3));
        in.assertHolds(wanted, plan.describe() + ", in place");
        return offered;
    }

    @Test
    void moreWorkersThanAnyMachineHasChangeNothing() {
        for (int n : new int[] {1 << 18, 12 << 16}) {
            for (int workers : new int[] {1 << 10, 1 << 29, 1 << 30, Integer.MAX_VALUE}) {
                double[] x = Inputs.uneven(n, new double[n]);
                double[] wanted = x.clone();
                DoubleHadamardPlan.of(n).transform(wanted);
                Layout layout = Layout.contiguous(0);
                DoubleHadamardPlan.of(n)
                        .transform(x, layout, x, layout, new Workspace(), Parallelism.on(task -> {}, workers));
                Bits.assertSame(wanted, x, "n = " + n + ", " + workers + " workers");
            }
        }
    }

    @Test
    void onePlanServesManyThreadsAtOnce() {
        for (int n : new int[] {64, 320, 1 << 13}) {
            DoubleHadamardPlan plan = DoubleHadamardPlan.of(n).withSigns(Inputs.signs(n, new double[n]));
            double[][] vectors = new double[64][n];
            double[][] wanted = new double[64][];
            for (int i = 0; i < 64; i++) {
                Inputs.uneven(i, vectors[i]);
                wanted[i] = vectors[i].clone();
                plan.transform(wanted[i]);
            }
            Parallelism.threads(4).forEach(64, (piece, worker) -> plan.transform(vectors[piece]));
            for (int i = 0; i < 64; i++) {
                Bits.assertSame(wanted[i], vectors[i], plan.describe());
            }
        }
    }
}
