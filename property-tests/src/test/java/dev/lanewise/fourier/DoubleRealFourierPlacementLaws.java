package dev.lanewise.fourier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.DoubleRealFourierPlan;
import dev.lanewise.foundation.Allocation;
import dev.lanewise.foundation.DoublePlacement;
import dev.lanewise.foundation.EveryParallelism;
import dev.lanewise.foundation.LanewiseThreads;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Seeds;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeContainer;

/** A result depends on the vector alone: never on where it lies, what lies beside it, or how many threads work. */
final class DoubleRealFourierPlacementLaws implements Seeds, FourierLengths {
    @BeforeContainer
    static void smallWorkIsSplit() {
        LanewiseThreads.assertSmallWorkIsSplit();
    }

    @AfterTry
    void noThreadStaysBehind() {
        assertEquals(List.of(), LanewiseThreads.alive());
    }

    private static Workspace dirtyWorkspace(int n) {
        Workspace workspace = new Workspace();
        for (int depth = 0; depth < 16; depth++) {
            Bits.guard(workspace.takeDoubles(16 * n + 500));
        }
        for (int depth = 0; depth < 16; depth++) {
            workspace.releaseDoubles();
        }
        return workspace;
    }

    /** Vectors and what becomes of each alone, there and back. */
    private record Case(double[][] x, double[][] re, double[][] im, double[][] back) {
        static Case of(DoubleRealFourierPlan plan, int count, SplittableRandom random) {
            Case made = new Case(new double[count][], new double[count][], new double[count][], new double[count][]);
            for (int i = 0; i < count; i++) {
                double[] x = new double[plan.length()];
                made.x[i] = random.nextInt(4) == 0
                        ? Inputs.special(random.nextLong(), x)
                        : Inputs.uneven(random.nextLong(), x);
                DoubleSpectrum spectrum = DoubleSpectrum.of(plan, x);
                made.re[i] = spectrum.re();
                made.im[i] = spectrum.im();
                made.back[i] = spectrum.back(plan);
            }
            return made;
        }

        void assertFor(
                DoubleRealFourierPlan plan,
                Layout from,
                Layout spectrum,
                Layout to,
                Workspace workspace,
                Parallelism parallelism,
                String context) {
            int n = plan.length();
            DoublePlacement vectors = DoublePlacement.of(from, n).putAll(x);
            DoublePlacement real = DoublePlacement.of(spectrum, plan.coefficients());
            DoublePlacement imaginary = DoublePlacement.of(spectrum, plan.coefficients());
            DoublePlacement out = DoublePlacement.of(to, n);
            plan.forward(vectors.array(), from, real.array(), imaginary.array(), spectrum, workspace, parallelism);
            vectors.assertHolds(x, context + ", input");
            real.assertHolds(re, context + ", real parts");
            imaginary.assertHolds(im, context + ", imaginary parts");
            plan.inverse(real.array(), imaginary.array(), spectrum, out.array(), to, workspace, parallelism);
            real.assertHolds(re, context + ", real parts after the inverse");
            imaginary.assertHolds(im, context + ", imaginary parts after the inverse");
            out.assertHolds(back, context + ", inverse");
        }
    }

    @Property(tries = 600)
    void everyLayoutGivesEachVectorTheBitsItHasAlone(
            @ForAll("lengths") int n,
            @ForAll @IntRange(max = 40) int count,
            @ForAll("seeds") long seed,
            @ForAll Normalization normalization) {
        SplittableRandom random = new SplittableRandom(seed);
        DoubleRealFourierPlan plan = DoubleRealFourierPlan.of(n).normalized(normalization);
        Case all = Case.of(plan, count, random);
        Layout from = DoublePlacement.random(random, n, count);
        Layout spectrum = DoublePlacement.random(random, n / 2 + 1, count);
        Layout to = DoublePlacement.random(random, n, count);
        String context = plan.describe() + " from " + from + " to " + spectrum + " to " + to + ", seed " + seed;
        Parallelism parallelism = Parallelism.threads(random.nextInt(8) == 0 ? 3 : 1);
        all.assertFor(plan, from, spectrum, to, dirtyWorkspace(n), parallelism, context);
    }

    /** So many that vectors side by side, what is left of them and single ones all occur; every way that a length may go. */
    @Example
    void everyNumberOfVectorsGivesEachTheBitsItHasAlone() {
        for (int n : new int[] {1, 2, 3, 4, 6, 7, 8, 9, 15, 16, 17, 22, 30, 32, 34, 45, 64, 77, 105, 128, 130, 240}) {
            DoubleRealFourierPlan plan = DoubleRealFourierPlan.of(n).normalized(Normalization.ORTHO);
            for (int count : DoublePlacement.COUNTS) {
                Case all = Case.of(plan, count, new SplittableRandom(100 * n + count));
                List<Layout> vectors = DoublePlacement.layouts(n, count);
                List<Layout> spectra = DoublePlacement.layouts(n / 2 + 1, count);
                for (int i = 0; i < vectors.size(); i++) {
                    Layout from = vectors.get(i), to = vectors.get((i + 2) % vectors.size());
                    all.assertFor(plan, from, spectra.get(i), to, dirtyWorkspace(n), Parallelism.NONE, plan.describe());
                }
                all.assertFor(
                        plan,
                        vectors.get(0),
                        spectra.get(2),
                        vectors.get(2),
                        dirtyWorkspace(n),
                        Parallelism.NONE,
                        plan.describe());
            }
        }
    }

    /** On both sides of where columns are no longer transformed side by side. */
    @Example
    void longColumnsHaveTheBitsTheyHaveAlone() {
        for (int n : new int[] {8190, 1 << 13, 8194, 8316, 8085, 9009}) {
            DoubleRealFourierPlan plan = DoubleRealFourierPlan.of(n);
            Case all = Case.of(plan, 18, new SplittableRandom(n));
            Layout columns = Layout.columns(2, 18, 19);
            all.assertFor(plan, columns, columns, columns, new Workspace(), Parallelism.NONE, plan.describe());
        }
    }

    @Example
    void theBitsAreTheSameWithAnyThreads() {
        for (int n : new int[] {1, 2, 17, 30, 64, 105, 1024}) {
            for (int count : new int[] {1, 2, 3, 17, 100}) {
                DoubleRealFourierPlan plan = DoubleRealFourierPlan.of(n);
                Case all = Case.of(plan, count, new SplittableRandom(n + count));
                Workspace workspace = new Workspace();
                int offered = EveryParallelism.run((parallelism, context) -> {
                    Layout rows = Layout.rows(1, count, n + 2);
                    Layout columns = Layout.columns(0, count, count);
                    all.assertFor(plan, rows, columns, rows, workspace, parallelism, plan.describe() + context);
                    all.assertFor(plan, columns, rows, columns, workspace, parallelism, plan.describe() + context);
                });
                assertTrue(count == 1 || offered > 0, plan.describe() + ": nothing was offered to other threads");
            }
        }
    }

    /** With a workspace that is kept, running again allocates nothing. */
    @Example
    void runningAgainAllocatesNothing() {
        for (int n : new int[] {1, 2, 17, 64, 105, 210, 1024}) {
            DoubleRealFourierPlan plan = DoubleRealFourierPlan.of(n).normalized(Normalization.ORTHO);
            for (Layout layout :
                    new Layout[] {Layout.rows(0, 3, n + 1), Layout.rows(0, 20, n + 1), Layout.columns(0, 20, 20)}) {
                double[] x = new double[(int) layout.end(n)];
                double[] re = new double[x.length + 1];
                double[] im = new double[x.length + 1];
                Workspace workspace = new Workspace();
                Allocation.assertNone(plan.describe() + " at " + layout, () -> {
                    plan.forward(x, layout, re, im, layout, workspace, Parallelism.NONE);
                    plan.inverse(re, im, layout, x, layout, workspace, Parallelism.NONE);
                });
            }
        }
    }
}
