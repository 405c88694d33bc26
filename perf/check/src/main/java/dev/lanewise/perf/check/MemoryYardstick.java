package dev.lanewise.perf.check;

import java.util.Arrays;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A {@link Yardstick} bound by memory: a copy of 64 MiB. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class MemoryYardstick {
    private static final int LENGTH = 8 << 20;

    private final double[] from = new double[LENGTH];
    private final double[] to = new double[LENGTH];
    private final Yardstick.Clock clock = new Yardstick.Clock();

    /** Made by JMH. */
    public MemoryYardstick() {
        Arrays.setAll(from, i -> i); // zeros are copied faster than numbers, and not at all from pages never written
    }

    /** Measures, before each iteration and after it. */
    @Setup(Level.Iteration)
    @TearDown(Level.Iteration)
    public void measure() {
        clock.measure(() -> System.arraycopy(from, 0, to, 0, LENGTH));
    }

    /**
     * What it took; JMH reads it. The name ends in the version of the work.
     *
     * @return nanoseconds
     */
    public double yardstickMemoryV1() {
        return to[LENGTH - 1] == 0 ? Double.NaN : clock.nanoseconds();
    }
}
