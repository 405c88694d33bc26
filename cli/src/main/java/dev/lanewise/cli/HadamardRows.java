package dev.lanewise.cli;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.hadamard.DoubleHadamardPlan;
import dev.lanewise.engine.hadamard.FloatHadamardPlan;

/** The fast Walsh-Hadamard transform of every row. */
final class HadamardRows implements RowMap {
    private final DoubleHadamardPlan doublePlan;
    private final FloatHadamardPlan floatPlan;

    /**
     * Plans the transform.
     *
     * @param length the length of the rows
     * @param normalization that of a forward transform
     * @throws IllegalArgumentException if the length is no supported order; the message names the nearest that are
     */
    HadamardRows(int length, Normalization normalization) {
        doublePlan = DoubleHadamardPlan.of(length).normalized(normalization);
        floatPlan = FloatHadamardPlan.of(length).normalized(normalization);
    }

    @Override
    public void apply(double[] data, Layout rows, Workspace workspace, Parallelism parallelism) {
        doublePlan.transform(data, rows, data, rows, workspace, parallelism);
    }

    @Override
    public void apply(float[] data, Layout rows, Workspace workspace, Parallelism parallelism) {
        floatPlan.transform(data, rows, data, rows, workspace, parallelism);
    }
}
