package dev.lanewise.fourier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.DoubleFourierPlan;
import dev.lanewise.foundation.DoublePlacement;
import dev.lanewise.oracle.Seeds;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * NaN, infinities and zeros go through as IEEE 754 says. Which part of a coefficient a NaN reaches is a matter of the graph;
 * that one does, of the definition. (Backends and widths: the conformance suite.)
 */
final class DoubleFourierSpecialValueLaws implements Seeds, FourierLengths {
    private interface Part {
        boolean is(double x);
    }

    private static void assertInEveryCoefficient(Part part, DoubleSignal y, String context) {
        for (int k = 0; k < y.length(); k++) {
            double re = y.re()[k];
            double im = y.im()[k];
            assertTrue(part.is(re) || part.is(im), context + ", coefficient " + k + " is " + re + " + " + im + " i");
        }
    }

    private static DoubleFourierPlan plan(int n, boolean inverse, Normalization normalization) {
        DoubleFourierPlan plan = DoubleFourierPlan.of(n).normalized(normalization);
        return inverse ? plan.inverse() : plan;
    }

    @Property
    void oneNaNReachesEveryCoefficient(
            @ForAll("lengths") int n,
            @ForAll("seeds") long seed,
            @ForAll boolean inverse,
            @ForAll Normalization normalization) {
        SplittableRandom random = new SplittableRandom(seed);
        DoubleSignal x = DoubleSignal.gaussian(seed, n);
        (random.nextBoolean() ? x.re() : x.im())[random.nextInt(n)] = Double.NaN;
        DoubleSignal y = x.through(plan(n, inverse, normalization));
        assertInEveryCoefficient(Double::isNaN, y, "n = " + n + ", seed " + seed);
    }

    /** No root of unity is zero, so that a part of each product is infinite, and no number makes that one finite again. */
    @Property
    void oneInfinityLeavesNoCoefficientFinite(
            @ForAll("lengths") int n,
            @ForAll("seeds") long seed,
            @ForAll boolean inverse,
            @ForAll Normalization normalization) {
        SplittableRandom random = new SplittableRandom(seed);
        DoubleSignal x = DoubleSignal.gaussian(seed, n);
        double infinity = random.nextBoolean() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        (random.nextBoolean() ? x.re() : x.im())[random.nextInt(n)] = infinity;
        DoubleSignal y = x.through(plan(n, inverse, normalization));
        assertInEveryCoefficient(part -> !Double.isFinite(part), y, "n = " + n + ", seed " + seed);
    }

    /** Vectors of special values lie between ordinary ones, which none of them may reach. */
    @Property
    void specialValuesHaveTheSameBitsInAnyBatchAndStayInTheirVector(
            @ForAll("lengths") int n, @ForAll @IntRange(min = 2, max = 40) int count, @ForAll("seeds") long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        DoubleFourierPlan plan = plan(n, random.nextBoolean(), Normalization.ORTHO);
        DoubleSignal[] x = new DoubleSignal[count];
        DoubleSignal[] wanted = new DoubleSignal[count];
        for (int i = 0; i < count; i++) {
            x[i] = i % 2 == 0 ? DoubleSignal.special(seed + i, n) : DoubleSignal.gaussian(seed + i, n);
            wanted[i] = x[i].through(plan);
            for (int k = 0; k < n && i % 2 == 1; k++) {
                assertTrue(
                        Double.isFinite(wanted[i].re()[k])
                                && Double.isFinite(wanted[i].im()[k]),
                        "n = " + n);
            }
        }
        for (Layout layout : DoublePlacement.layouts(n, count)) {
            DoubleSignalPlacement placement =
                    DoubleSignalPlacement.of(layout, n).putAll(x);
            placement.transform(plan, placement, new Workspace(), Parallelism.NONE);
            placement.assertHolds(wanted, plan.describe() + ", seed " + seed);
        }
    }

    @Example
    void zerosOfEitherSignGiveZeros() {
        for (int n : FourierLengths.spreadUpTo(300)) {
            for (double zero : new double[] {0.0, -0.0}) {
                DoubleSignal x = DoubleSignal.zeros(n);
                Arrays.fill(x.re(), zero);
                Arrays.fill(x.im(), -zero);
                DoubleSignal y = x.through(DoubleFourierPlan.of(n).normalized(Normalization.ORTHO));
                for (int k = 0; k < n; k++) {
                    assertEquals(0.0, y.re()[k] + 0, "n = " + n + ", real part " + k);
                    assertEquals(0.0, y.im()[k] + 0, "n = " + n + ", imaginary part " + k);
                }
            }
        }
    }
}
