package dev.lanewise.perf.limit;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Loops of nothing but fused multiply-adds, or shuffles, in twelve independent chains: more than the product of their
 * latency and rate on any processor so far, and few enough for sixteen registers.
 */
final class MultiplyAdds {
    private static final int STEPS = 200_000;
    private static final int CHAINS = 12;

    private static double sink;

    private MultiplyAdds() {}

    static double floats() {
        VectorSpecies<Float> species = FloatVector.SPECIES_PREFERRED;
        FloatVector a = FloatVector.broadcast(species, 0.75f), b = FloatVector.broadcast(species, 0.25f);
        FloatVector c0 = a, c1 = b, c2 = a, c3 = b, c4 = a, c5 = b, c6 = a, c7 = b, c8 = a, c9 = b, c10 = a, c11 = b;
        long start = System.nanoTime();
        for (int i = 0; i < STEPS; i++) {
            c0 = c0.fma(a, b);
            c1 = c1.fma(a, b);
            c2 = c2.fma(a, b);
            c3 = c3.fma(a, b);
            c4 = c4.fma(a, b);
            c5 = c5.fma(a, b);
            c6 = c6.fma(a, b);
            c7 = c7.fma(a, b);
            c8 = c8.fma(a, b);
            c9 = c9.fma(a, b);
            c10 = c10.fma(a, b);
            c11 = c11.fma(a, b);
        }
        long time = System.nanoTime() - start;
        sink = c0.add(c1)
                .add(c2)
                .add(c3)
                .add(c4)
                .add(c5)
                .add(c6)
                .add(c7)
                .add(c8)
                .add(c9)
                .add(c10)
                .add(c11)
                .lane(0);
        return rate(species.length(), time);
    }

    static double doubles() {
        VectorSpecies<Double> species = DoubleVector.SPECIES_PREFERRED;
        DoubleVector a = DoubleVector.broadcast(species, 0.75), b = DoubleVector.broadcast(species, 0.25);
        DoubleVector c0 = a, c1 = b, c2 = a, c3 = b, c4 = a, c5 = b, c6 = a, c7 = b, c8 = a, c9 = b, c10 = a, c11 = b;
        long start = System.nanoTime();
        for (int i = 0; i < STEPS; i++) {
            c0 = c0.fma(a, b);
            c1 = c1.fma(a, b);
            c2 = c2.fma(a, b);
            c3 = c3.fma(a, b);
            c4 = c4.fma(a, b);
            c5 = c5.fma(a, b);
            c6 = c6.fma(a, b);
            c7 = c7.fma(a, b);
            c8 = c8.fma(a, b);
            c9 = c9.fma(a, b);
            c10 = c10.fma(a, b);
            c11 = c11.fma(a, b);
        }
        long time = System.nanoTime() - start;
        sink = c0.add(c1)
                .add(c2)
                .add(c3)
                .add(c4)
                .add(c5)
                .add(c6)
                .add(c7)
                .add(c8)
                .add(c9)
                .add(c10)
                .add(c11)
                .lane(0);
        return rate(species.length(), time);
    }

    static double scalar() {
        double a = 0.75, b = 0.25;
        double c0 = a, c1 = b, c2 = a, c3 = b, c4 = a, c5 = b, c6 = a, c7 = b, c8 = a, c9 = b, c10 = a, c11 = b;
        long start = System.nanoTime();
        for (int i = 0; i < STEPS; i++) {
            c0 = Math.fma(c0, a, b);
            c1 = Math.fma(c1, a, b);
            c2 = Math.fma(c2, a, b);
            c3 = Math.fma(c3, a, b);
            c4 = Math.fma(c4, a, b);
            c5 = Math.fma(c5, a, b);
            c6 = Math.fma(c6, a, b);
            c7 = Math.fma(c7, a, b);
            c8 = Math.fma(c8, a, b);
            c9 = Math.fma(c9, a, b);
            c10 = Math.fma(c10, a, b);
            c11 = Math.fma(c11, a, b);
        }
        long time = System.nanoTime() - start;
        sink = c0 + c1 + c2 + c3 + c4 + c5 + c6 + c7 + c8 + c9 + c10 + c11;
        return rate(1, time);
    }

    static double shuffles() {
        VectorSpecies<Float> species = FloatVector.SPECIES_PREFERRED;
        VectorShuffle<Float> swap = VectorShuffle.fromOp(species, lane -> lane ^ 1);
        FloatVector a = FloatVector.broadcast(species, 0.75f), b = FloatVector.broadcast(species, 0.25f);
        FloatVector c0 = a, c1 = b, c2 = a, c3 = b, c4 = a, c5 = b, c6 = a, c7 = b, c8 = a, c9 = b, c10 = a, c11 = b;
        long start = System.nanoTime();
        for (int i = 0; i < STEPS; i++) {
            c0 = c0.rearrange(swap);
            c1 = c1.rearrange(swap);
            c2 = c2.rearrange(swap);
            c3 = c3.rearrange(swap);
            c4 = c4.rearrange(swap);
            c5 = c5.rearrange(swap);
            c6 = c6.rearrange(swap);
            c7 = c7.rearrange(swap);
            c8 = c8.rearrange(swap);
            c9 = c9.rearrange(swap);
            c10 = c10.rearrange(swap);
            c11 = c11.rearrange(swap);
        }
        long time = System.nanoTime() - start;
        sink = c0.add(c1)
                .add(c2)
                .add(c3)
                .add(c4)
                .add(c5)
                .add(c6)
                .add(c7)
                .add(c8)
                .add(c9)
                .add(c10)
                .add(c11)
                .lane(0);
        return (double) STEPS * CHAINS / time;
    }

    private static double rate(int lanes, long time) {
        return 2.0 * STEPS * CHAINS * lanes / time;
    }
}
