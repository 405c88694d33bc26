package dev.lanewise.perf;

import dev.lanewise.HadamardRotation;
import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.hadamard.FloatHadamardPlan;
import dev.lanewise.structured.FloatLinearMap;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A rotation of two blocks of {@link #rows} float vectors of dimension 768, beside its two transforms alone on the same
 * rows, and beside EJML's product with the same rotation written out as a dense matrix.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RotationBenchmark {
    /** How many vectors; the comparison sets it. */
    @Param({"100000"})
    public int rows;

    /** Their dimension. */
    @Param({"768"})
    public int dimension;

    private final Workspace workspace = new Workspace();
    private FloatLinearMap rotation;
    private FloatHadamardPlan plan;
    private Layout layout;
    private float[] vectors;
    private float[] rotated;
    private FMatrixRMaj ejmlVectors;
    private FMatrixRMaj ejmlRotation;
    private FMatrixRMaj ejmlRotated;

    /** Fills the vectors. */
    @Setup
    public void fill() {
        Random random = new Random(1);
        rotation = HadamardRotation.of(dimension, 1).asFloatMap();
        plan = FloatHadamardPlan.of(dimension).normalized(Normalization.ORTHO);
        layout = Layout.rows(0, rows, dimension);
        vectors = new float[rows * dimension];
        rotated = new float[rows * dimension];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = (float) random.nextGaussian();
        }
        ejmlVectors = FMatrixRMaj.wrap(rows, dimension, vectors);
        ejmlRotated = FMatrixRMaj.wrap(rows, dimension, rotated);
        ejmlRotation =
                FMatrixRMaj.wrap(dimension, dimension, rotation.transposed().toDense());
    }

    /** Ours. */
    @Benchmark
    public float[] ours() {
        rotation.apply(vectors, layout, rotated, layout, workspace, Parallelism.NONE);
        return rotated;
    }

    /** The two transforms of each row alone, one after the other while the row is in cache, without signs. */
    @Benchmark
    public float[] transforms() {
        for (int at = 0; at < vectors.length; at += dimension) {
            plan.transform(vectors, at, rotated, at, workspace);
            plan.transform(rotated, at, rotated, at, workspace);
        }
        return rotated;
    }

    /** The same rotation as a dense product by EJML. */
    @Benchmark
    public float[] ejmlDense() {
        CommonOps_FDRM.mult(ejmlVectors, ejmlRotation, ejmlRotated);
        return rotated;
    }
}
