package dev.lanewise.cli;

import dev.lanewise.HadamardRotation;
import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;

/** A rotation of every row, or the inverse of one. */
final class RotationRows implements RowMap {
    private final HadamardRotation rotation;
    private final boolean inverse;

    RotationRows(HadamardRotation rotation, boolean inverse) {
        this.rotation = rotation;
        this.inverse = inverse;
    }

    @Override
    public void apply(double[] data, Layout rows, Workspace workspace, Parallelism parallelism) {
        if (inverse) {
            rotation.asDoubleMap().applyTransposed(data, rows, data, rows, workspace, parallelism);
        } else {
            rotation.asDoubleMap().apply(data, rows, data, rows, workspace, parallelism);
        }
    }

    @Override
    public void apply(float[] data, Layout rows, Workspace workspace, Parallelism parallelism) {
        if (inverse) {
            rotation.asFloatMap().applyTransposed(data, rows, data, rows, workspace, parallelism);
        } else {
            rotation.asFloatMap().apply(data, rows, data, rows, workspace, parallelism);
        }
    }
}
