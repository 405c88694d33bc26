package dev.lanewise.perf.family;

import dev.lanewise.perf.duel.Contestant;
import java.util.function.Supplier;

/** A contestant of two pieces of code. */
record Timed(String name, Runnable work, Supplier<double[]> reading) implements Contestant {
    @Override
    public void run() {
        work.run();
    }

    @Override
    public double[] result() {
        return reading.get();
    }
}
