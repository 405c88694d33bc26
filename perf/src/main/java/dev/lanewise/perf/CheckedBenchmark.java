package dev.lanewise.perf;

import dev.lanewise.HadamardRotation;
import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.hadamard.DoubleHadamardPlan;
import dev.lanewise.engine.hadamard.FloatHadamardPlan;
import dev.lanewise.perf.check.ArithmeticYardstick;
import dev.lanewise.perf.check.MemoryYardstick;
import dev.lanewise.structured.FloatLinearMap;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What the regression check watches, each beside the yardstick that is bound by what bounds it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CheckedBenchmark {
    private static final int SHORT_BYTES = 1 << 12;
    private static final int LONG_BYTES = 1 << 26;
    private static final int DIMENSION = 768;
    private static final int ROWS = 64;

    private final Workspace workspace = new Workspace();
    private final FloatHadamardPlan floatShort =
            FloatHadamardPlan.of(SHORT_BYTES / Float.BYTES).normalized(Normalization.ORTHO);
    private final DoubleHadamardPlan doubleShort =
            DoubleHadamardPlan.of(SHORT_BYTES / Double.BYTES).normalized(Normalization.ORTHO);
    private final DoubleHadamardPlan doubleLong =
            DoubleHadamardPlan.of(LONG_BYTES / Double.BYTES).normalized(Normalization.ORTHO);
    private final FloatLinearMap rotation = HadamardRotation.of(DIMENSION, 1).asFloatMap();
    private final Layout rows = Layout.rows(0, ROWS, DIMENSION);
    private final float[] shortFloats = new float[SHORT_BYTES / Float.BYTES];
    private final double[] shortDoubles = new double[SHORT_BYTES / Double.BYTES];
    private final double[] longDoubles = new double[LONG_BYTES / Double.BYTES];
    private final float[] matrix = new float[ROWS * DIMENSION];

    /** Fills the arrays. */
    @Setup
    public void fill() {
        Random random = new Random(1);
        for (float[] array : new float[][] {shortFloats, matrix}) {
            for (int i = 0; i < array.length; i++) {
                array[i] = (float) random.nextGaussian();
            }
        }
        for (double[] array : new double[][] {shortDoubles, longDoubles}) {
            for (int i = 0; i < array.length; i++) {
                array[i] = random.nextGaussian();
            }
        }
    }

    /** A short transform, float. */
    @Benchmark
    public float[] hadamardFloat(ArithmeticYardstick yardstick) {
        floatShort.transform(shortFloats, 0, shortFloats, 0, workspace);
        return shortFloats;
    }

    /** A short transform, double. */
    @Benchmark
    public double[] hadamardDouble(ArithmeticYardstick yardstick) {
        doubleShort.transform(shortDoubles, 0, shortDoubles, 0, workspace);
        return shortDoubles;
    }

    /** A transform of 64 MiB, twice what the caches hold. */
    @Benchmark
    public double[] hadamardLong(MemoryYardstick yardstick) {
        doubleLong.transform(longDoubles, 0, longDoubles, 0, workspace);
        return longDoubles;
    }

    /** Rows rotated in cache. */
    @Benchmark
    public float[] rotation(ArithmeticYardstick yardstick) {
        rotation.apply(matrix, rows, matrix, rows, workspace, Parallelism.NONE);
        return matrix;
    }
}
