package dev.lanewise.fourier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.DoubleFourierPlan;
import dev.lanewise.foundation.EveryParallelism;
import dev.lanewise.foundation.LanewiseThreads;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Threads share the work, never the result: bits do not depend on them, and none stays behind. */
final class DoubleFourierThreadLaws {
    @BeforeAll
    static void smallWorkIsSplit() {
        LanewiseThreads.assertSmallWorkIsSplit();
    }

    @AfterEach
    void noThreadStaysBehind() {
        assertEquals(List.of(), LanewiseThreads.alive());
    }

    private static DoubleSignal[] vectors(int n, int count) {
        DoubleSignal[] x = new DoubleSignal[count];
        for (int i = 0; i < count; i++) {
            x[i] = i % 8 == 1 ? DoubleSignal.special(i, n) : DoubleSignal.uneven(i, n);
        }
        return x;
    }

    private static void assertBatch(DoubleFourierPlan plan, Layout from, Layout to) {
        int n = plan.length();
        DoubleSignal[] x = vectors(n, from.count());
        DoubleSignal[] wanted = new DoubleSignal[x.length];
        for (int i = 0; i < x.length; i++) {
            wanted[i] = x[i].through(plan);
        }
        Workspace workspace = new Workspace();
        int offered = EveryParallelism.run((parallelism, context) -> {
            String all = plan.describe() + ", " + context;
            DoubleSignalPlacement in = DoubleSignalPlacement.of(from, n).putAll(x);
            DoubleSignalPlacement out = DoubleSignalPlacement.of(to, n);
            in.transform(plan, out, workspace, parallelism);
            in.assertHolds(x, all);
            out.assertHolds(wanted, all);
            in.transform(plan, in, workspace, parallelism);
            in.assertHolds(wanted, all + ", in place");
        });
        // Threads share vectors; a single one only if its passes are long.
        assertEquals(
                x.length > 1 || n > 2048,
                offered > 0,
                plan.describe() + " at " + from + ": offered " + offered + " times");
    }

    @Test
    void batchesOfRowsHaveTheSameBitsWithAnyThreads() {
        for (int n : new int[] {1, 4, 17, 30, 64, 210, 1024}) {
            for (int count : new int[] {1, 2, 3, 17, 100}) {
                DoubleFourierPlan plan = DoubleFourierPlan.of(n);
                assertBatch(plan, Layout.rows(0, count, n), Layout.rows(1, count, n + 3));
                assertBatch(
                        plan.inverse().normalized(Normalization.ORTHO),
                        Layout.rows(2, count, n + 1),
                        Layout.columns(0, count, count));
            }
        }
    }

    @Test
    void batchesOfColumnsHaveTheSameBitsWithAnyThreads() {
        for (int n : new int[] {1, 4, 17, 30, 64, 210}) {
            for (int count : new int[] {1, 2, 5, 16, 33, 130}) {
                DoubleFourierPlan plan = DoubleFourierPlan.of(n);
                assertBatch(plan, Layout.columns(0, count, count), Layout.columns(3, count, count + 5));
                assertBatch(plan.inverse(), Layout.columns(0, count, count), Layout.rows(0, count, n));
            }
        }
    }

    @Test
    void longVectorsHaveTheSameBitsWithAnyThreads() {
        for (int n : new int[] {1 << 16, 15_015, 4099}) {
            for (int count : new int[] {1, 5}) {
                DoubleFourierPlan plan = DoubleFourierPlan.of(n);
                assertBatch(plan, Layout.rows(0, count, n), Layout.columns(0, count, count));
                assertBatch(plan.inverse(), Layout.columns(0, count, count), new Layout(0, 2, count, 2 * n));
            }
        }
    }

    @Test
    void moreWorkersThanAnyMachineHasChangeNothing() {
        for (int n : new int[] {60, 61}) {
            for (int workers : new int[] {1 << 10, 1 << 29, 1 << 30, Integer.MAX_VALUE}) {
                DoubleFourierPlan plan = DoubleFourierPlan.of(n);
                DoubleSignal[] x = vectors(n, 40);
                DoubleSignalPlacement placement =
                        DoubleSignalPlacement.of(Layout.rows(0, 40, n), n).putAll(x);
                placement.transform(plan, placement, new Workspace(), Parallelism.on(task -> {}, workers));
                for (int i = 0; i < 40; i++) {
                    DoubleSignal.assertSame(x[i].through(plan), placement.get(i), workers + " workers, n = " + n);
                }
            }
        }
    }

    @Test
    void moreWorkersThanPartsChangeNothing() {
        for (int n : new int[] {60, 61, 3 * 1024, 1 << 16}) {
            DoubleFourierPlan plan = DoubleFourierPlan.of(n);
            DoubleSignal[] x = vectors(n, 1);
            for (int workers : new int[] {1 << 10, 1 << 30, Integer.MAX_VALUE}) {
                DoubleSignalPlacement placement =
                        DoubleSignalPlacement.of(Layout.contiguous(0), n).putAll(x);
                placement.transform(plan, placement, new Workspace(), Parallelism.on(task -> {}, workers));
                DoubleSignal.assertSame(x[0].through(plan), placement.get(0), workers + " workers, n = " + n);
            }
        }
    }

    @Test
    void onePlanServesManyThreadsAtOnce() {
        for (int n : new int[] {64, 63, 61, 1 << 13, 1 << 16}) {
            DoubleFourierPlan plan = DoubleFourierPlan.of(n);
            DoubleSignal[] vectors = vectors(n, 64);
            DoubleSignal[] wanted = new DoubleSignal[64];
            for (int i = 0; i < 64; i++) {
                wanted[i] = vectors[i].through(plan);
            }
            Parallelism.threads(4)
                    .forEach(64, (piece, worker) -> plan.transform(vectors[piece].re(), vectors[piece].im()));
            for (int i = 0; i < 64; i++) {
                DoubleSignal.assertSame(wanted[i], vectors[i], plan.describe());
            }
        }
    }
}
