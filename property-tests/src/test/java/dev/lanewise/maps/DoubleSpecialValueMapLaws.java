package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Normalization;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.HadamardMatrix;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Seeds;
import dev.lanewise.structured.DoubleHadamard;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoublePermutation;
import dev.lanewise.structured.DoubleSignDiagonal;
import dev.lanewise.structured.DoubleWindow;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** NaN, infinities and zeros go through maps as IEEE 754 says, and no further than the map reaches. */
final class DoubleSpecialValueMapLaws implements Seeds {
    private static final int N = 12;
    private static final int ALL = 20;

    private static double[] run(DoubleLinearMap map, boolean transposed, double[] x) {
        return transposed ? map.applyTransposed(x) : map.apply(x);
    }

    private static DoubleLinearMap window(int start, long seed) {
        DoubleLinearMap signs = DoubleSignDiagonal.of(Inputs.signs(seed, new double[N]));
        return DoubleWindow.of(DoubleHadamard.of(N, Normalization.ORTHO).times(signs), start, ALL);
    }

    @Property
    void aNaNInsideAWindowFillsItAndLeavesTheOutsideAsItWas(
            @ForAll @IntRange(max = ALL - N) int start,
            @ForAll @IntRange(max = N - 1) int at,
            @ForAll boolean transposed,
            @ForAll("seeds") long seed) {
        double[] x = Inputs.special(seed, new double[ALL]);
        x[start + at] = Double.NaN;
        double[] wanted = x.clone();
        for (int i = start; i < start + N; i++) {
            wanted[i] = Double.NaN;
        }
        double[] y = run(window(start, seed), transposed, x);
        Bits.assertSame(wanted, y, "window from " + start + ", NaN at " + at + " of it, seed " + seed);
    }

    @Property
    void anInfinityInsideAWindowIsInfiniteThroughoutItAndNowhereElse(
            @ForAll @IntRange(max = ALL - N) int start,
            @ForAll @IntRange(max = N - 1) int at,
            @ForAll boolean transposed,
            @ForAll("seeds") long seed) {
        double[] signs = Inputs.signs(seed, new double[N]);
        double[] x = Inputs.integers(seed, 9, new double[ALL]);
        x[start + at] = Double.POSITIVE_INFINITY;
        double[] y = run(window(start, seed), transposed, x);
        for (int i = 0; i < ALL; i++) {
            boolean inside = i >= start && i < start + N;
            double wanted = x[i];
            if (inside) {
                double sign = transposed ? signs[i - start] : signs[at];
                wanted = HadamardMatrix.of(N).entry(i - start, at) * sign * Double.POSITIVE_INFINITY;
            }
            assertEquals(wanted, y[i], "window from " + start + ", coordinate " + i + ", seed " + seed);
        }
    }

    @Property
    void whatIsOutsideAWindowDoesNotReachIntoIt(
            @ForAll @IntRange(max = ALL - N) int start, @ForAll boolean transposed, @ForAll("seeds") long seed) {
        double[] x = Inputs.special(seed, new double[ALL]);
        for (int i = start; i < start + N; i++) {
            x[i] = i;
        }
        double[] finite = new double[ALL];
        System.arraycopy(x, start, finite, start, N);
        double[] wanted = run(window(start, seed), transposed, finite);
        for (int i = 0; i < ALL; i++) {
            assertTrue(Double.isFinite(wanted[i]), "window from " + start + ", coordinate " + i);
            if (i < start || i >= start + N) {
                wanted[i] = x[i];
            }
        }
        double[] y = run(window(start, seed), transposed, x);
        Bits.assertSame(wanted, y, "window from " + start + ", seed " + seed);
    }

    /** A product by 1 or -1 is exact: zeros and infinities keep or change their sign, NaN stays. */
    @Property
    void signsChangeTheSignOfZerosAndInfinitiesToo(@ForAll boolean transposed, @ForAll("seeds") long seed) {
        double[] signs = Inputs.signs(~seed, new double[ALL]);
        double[] x = Inputs.special(seed, new double[ALL]);
        double[] wanted = new double[ALL];
        for (int i = 0; i < ALL; i++) {
            wanted[i] = signs[i] == 1 ? x[i] : -x[i];
        }
        Bits.assertSame(wanted, run(DoubleSignDiagonal.of(signs), transposed, x), "seed " + seed);
    }

    @Property
    void permutationsCarryEverythingToItsPlaceAsItIs(@ForAll boolean transposed, @ForAll("seeds") long seed) {
        int[] source = new int[ALL];
        for (int i = 0; i < ALL; i++) {
            source[i] = (7 * i + 3) % ALL;
        }
        double[] x = Inputs.special(seed, new double[ALL]);
        double[] wanted = new double[ALL];
        for (int i = 0; i < ALL; i++) {
            wanted[transposed ? source[i] : i] = x[transposed ? i : source[i]];
        }
        Bits.assertSame(wanted, run(DoublePermutation.of(source), transposed, x), "seed " + seed);
    }
}
