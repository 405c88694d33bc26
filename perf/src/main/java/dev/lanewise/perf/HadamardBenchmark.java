package dev.lanewise.perf;

import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.hadamard.DoubleHadamardPlan;
import dev.lanewise.engine.hadamard.FloatHadamardPlan;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.commons.math3.transform.FastHadamardTransformer;
import org.apache.commons.math3.transform.TransformType;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One Walsh-Hadamard transform of length n from one array to another, beside a plain copy of the same bytes and beside
 * Commons Math, which returns a new array (powers of two and double only).
 *
 * <p>Out of place, so that the numbers stay as they are however often it runs.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HadamardBenchmark {
    /** The length; the comparison sets it. */
    @Param({"1024"})
    public int n;

    private final Workspace workspace = new Workspace();
    private final FastHadamardTransformer commonsMath = new FastHadamardTransformer();
    private DoubleHadamardPlan doublePlan;
    private FloatHadamardPlan floatPlan;
    private double[] doubles;
    private double[] doublesOut;
    private float[] floats;
    private float[] floatsOut;

    /** Fills the input. */
    @Setup
    public void fill() {
        Random random = new Random(1);
        doublePlan = DoubleHadamardPlan.of(n);
        floatPlan = FloatHadamardPlan.of(n);
        doubles = random.doubles(n).toArray();
        doublesOut = new double[n];
        floats = new float[n];
        floatsOut = new float[n];
        for (int i = 0; i < n; i++) {
            floats[i] = (float) doubles[i];
        }
    }

    /** Ours, double. */
    @Benchmark
    public double[] oursDouble() {
        doublePlan.transform(doubles, 0, doublesOut, 0, workspace);
        return doublesOut;
    }

    /** Ours, float. */
    @Benchmark
    public float[] oursFloat() {
        floatPlan.transform(floats, 0, floatsOut, 0, workspace);
        return floatsOut;
    }

    /** A copy, double. */
    @Benchmark
    public double[] copyDouble() {
        System.arraycopy(doubles, 0, doublesOut, 0, n);
        return doublesOut;
    }

    /** A copy, float. */
    @Benchmark
    public float[] copyFloat() {
        System.arraycopy(floats, 0, floatsOut, 0, n);
        return floatsOut;
    }

    /** Commons Math, double. */
    @Benchmark
    public double[] commonsMathDouble() {
        return commonsMath.transform(doubles, TransformType.FORWARD);
    }
}
