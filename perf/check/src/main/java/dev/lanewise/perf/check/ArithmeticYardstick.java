package dev.lanewise.perf.check;

import java.util.Arrays;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A {@link Yardstick} bound by arithmetic on numbers in the first-level cache: sums and differences of 1,024 doubles, written
 * as C2 makes vectors of them. A core at work for somebody else too, as of a rented machine, moves vectors a third slower and
 * multiplies in registers as fast as ever; arithmetic alone would be no measure of a kernel that loads and stores.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class ArithmeticYardstick {
    private static final int LENGTH = 1 << 10;
    private static final int SHORTEST = 1 << 3;
    private static final int REPEATS = 400;
    private static final double SCALE = Math.sqrt(0.5);

    private final double[] numbers = new double[LENGTH];
    private final Yardstick.Clock clock = new Yardstick.Clock();

    /** Made by JMH. */
    public ArithmeticYardstick() {
        Arrays.setAll(numbers, i -> Math.cos(i));
    }

    /** Measures, before each iteration and after it. */
    @Setup(Level.Iteration)
    @TearDown(Level.Iteration)
    public void measure() {
        clock.measure(this::work);
    }

    private void work() {
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            for (int half = LENGTH / 2; half >= SHORTEST; half /= 2) {
                for (int start = 0; start < LENGTH; start += 2 * half) {
                    sumsAndDifferences(start, half);
                }
            }
        }
    }

    /** Scaled to be orthogonal, so that the numbers keep their size for ever. */
    private void sumsAndDifferences(int start, int half) {
        double[] x = numbers;
        for (int i = start; i < start + half; i++) {
            double a = x[i];
            double b = x[i + half];
            x[i] = SCALE * (a + b);
            x[i + half] = SCALE * (a - b);
        }
    }

    /**
     * What it took; JMH reads it. The name ends in the version of the work.
     *
     * @return nanoseconds
     */
    public double yardstickArithmeticV2() {
        return numbers[0] == numbers[1] ? Double.NaN : clock.nanoseconds();
    }
}
