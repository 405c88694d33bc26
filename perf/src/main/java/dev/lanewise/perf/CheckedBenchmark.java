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
    private static final int SHORT = 1 << 10;
    private static final int LONG = 1 << 22;
    private static final int DIMENSION = 768;
    private static final int ROWS = 64;

    private final Workspace workspace = new Workspace();
    private final FloatHadamardPlan floatShort = FloatHadamardPlan.of(SHORT).normalized(Normalization.ORTHO);
    private final DoubleHadamardPlan doubleShort = DoubleHadamardPlan.of(SHORT).normalized(Normalization.ORTHO);
    private final FloatHadamardPlan floatLong = FloatHadamardPlan.of(LONG).normalized(Normalization.ORTHO);
    private final FloatLinearMap rotation = HadamardRotation.of(DIMENSION, 1).asFloatMap();
    private final Layout rows = Layout.rows(0, ROWS, DIMENSION);
    private final float[] shortFloats = new float[SHORT];
    private final double[] shortDoubles = new double[SHORT];
    private final float[] longFloats = new float[LONG];
    private final float[] matrix = new float[ROWS * DIMENSION];

    /** Fills the arrays. */
    @Setup
    public void fill() {
        Random random = new Random(1);
        for (float[] array : new float[][] {shortFloats, longFloats, matrix}) {
            for (int i = 0; i < array.length; i++) {
                array[i] = (float) random.nextGaussian();
            }
        }
        for (int i = 0; i < SHORT; i++) {
            shortDoubles[i] = random.nextGaussian();
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

    /** A transform of 16 MiB. */
    @Benchmark
    public float[] hadamardLong(MemoryYardstick yardstick) {
        floatLong.transform(longFloats, 0, longFloats, 0, workspace);
        return longFloats;
    }

    /** Rows rotated in cache. */
    @Benchmark
    public float[] rotation(ArithmeticYardstick yardstick) {
        rotation.apply(matrix, rows, matrix, rows, workspace, Parallelism.NONE);
        return matrix;
    }
}
