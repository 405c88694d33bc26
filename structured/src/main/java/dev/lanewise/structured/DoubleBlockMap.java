package dev.lanewise.structured;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;

/** A map that says how blocks of vectors are mapped; a single vector is a block of one. */
public abstract class DoubleBlockMap extends DoubleLinearMap {
    /**
     * Sets the shape.
     *
     * @param rows the number of rows, at least 0
     * @param cols the number of columns, at least 0
     * @throws IllegalArgumentException if one is negative
     */
    protected DoubleBlockMap(int rows, int cols) {
        super(rows, cols);
    }

    @Override
    protected abstract void applyBlock(
            boolean transposed,
            double[] x,
            Layout xLayout,
            double[] y,
            Layout yLayout,
            Workspace workspace,
            Parallelism parallelism);

    @Override
    protected final void applyUnchecked(double[] x, int xOffset, double[] y, int yOffset, Workspace workspace) {
        Layout from = workspace.layout(xOffset, 1, 1, 1), to = workspace.layout(yOffset, 1, 1, 1);
        applyBlock(false, x, from, y, to, workspace, Parallelism.NONE);
    }

    @Override
    protected final void applyTransposedUnchecked(
            double[] x, int xOffset, double[] y, int yOffset, Workspace workspace) {
        Layout from = workspace.layout(xOffset, 1, 1, 1), to = workspace.layout(yOffset, 1, 1, 1);
        applyBlock(true, x, from, y, to, workspace, Parallelism.NONE);
    }
}
