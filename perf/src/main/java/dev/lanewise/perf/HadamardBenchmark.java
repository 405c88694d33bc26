package dev.lanewise.perf;

import dev.lanewise.engine.Normalization;
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
 * One Walsh-Hadamard transform of length n, from one array to another and in place, beside a plain copy of the same bytes
 * and beside Commons Math, which returns a new array (powers of two and double only).
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
    private DoubleHadamardPlan doublePlanInPlace;
    private FloatHadamardPlan floatPlanInPlace;
    private double[] doublesInPlace;
    private float[] floatsInPlace;
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
        doublePlanInPlace = doublePlan.normalized(Normalization.ORTHO);
        floatPlanInPlace = floatPlan.normalized(Normalization.ORTHO);
        doubles = random.doubles(n).toArray();
        doublesInPlace = doubles.clone();
        doublesOut = new double[n];
        floats = new float[n];
        floatsOut = new float[n];
        for (int i = 0; i < n; i++) {
            floats[i] = (float) doubles[i];
        }
        floatsInPlace = floats.clone();
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

    /** Ours in place, double; orthonormal, so that the numbers stay in range however often it runs. */
    @Benchmark
    public double[] inPlaceDouble() {
        doublePlanInPlace.transform(doublesInPlace, 0, doublesInPlace, 0, workspace);
        return doublesInPlace;
    }

    /** Ours in place, float. */
    @Benchmark
    public float[] inPlaceFloat() {
        floatPlanInPlace.transform(floatsInPlace, 0, floatsInPlace, 0, workspace);
        return floatsInPlace;
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
