package dev.lanewise.perf.check;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A {@link Yardstick} bound by arithmetic: fused multiply-adds in eight independent chains, about a millisecond of them nine times. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class ArithmeticYardstick {
    private static final int STEPS = 1_000_000;

    private double nanoseconds;
    private double sum;

    /** Made by JMH. */
    public ArithmeticYardstick() {}

    /** Measures, before each iteration. */
    @Setup(Level.Iteration)
    public void measure() {
        nanoseconds = Yardstick.time(this::work);
    }

    private void work() {
        double a = 1, b = 2, c = 3, d = 4, e = 5, f = 6, g = 7, h = 8;
        for (int i = 0; i < STEPS; i++) {
            a = Math.fma(a, 0.75, 0.25);
            b = Math.fma(b, 0.75, 0.25);
            c = Math.fma(c, 0.75, 0.25);
            d = Math.fma(d, 0.75, 0.25);
            e = Math.fma(e, 0.75, 0.25);
            f = Math.fma(f, 0.75, 0.25);
            g = Math.fma(g, 0.75, 0.25);
            h = Math.fma(h, 0.75, 0.25);
        }
        sum = a + b + c + d + e + f + g + h;
    }

    /**
     * What it took; JMH reads it. The name ends in the version of the work.
     *
     * @return nanoseconds
     */
    public double yardstickArithmeticV1() {
        return sum == 0 ? Double.NaN : nanoseconds;
    }
}
