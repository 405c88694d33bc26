package dev.lanewise.maps;

import dev.lanewise.engine.Workspace;
import dev.lanewise.structured.DoubleLinearMap;

/** A matrix that is written out, of any shape: products are summed one after the other. */
final class DoublePlainMap extends DoubleLinearMap {
    private final double[] entries;

    DoublePlainMap(int rows, int cols, double[] entries) {
        super(rows, cols);
        this.entries = entries.clone();
    }

    @Override
    protected void applyUnchecked(double[] x, int xOffset, double[] y, int yOffset, Workspace workspace) {
        multiply(x, xOffset, cols(), cols(), 1, y, yOffset, rows(), workspace);
    }

    @Override
    protected void applyTransposedUnchecked(double[] x, int xOffset, double[] y, int yOffset, Workspace workspace) {
        multiply(x, xOffset, rows(), 1, cols(), y, yOffset, cols(), workspace);
    }

    private void multiply(
            double[] x,
            int xOffset,
            int inputs,
            int rowStride,
            int columnStride,
            double[] y,
            int yOffset,
            int outputs,
            Workspace workspace) {
        double[] copy = workspace.takeDoubles(inputs);
        for (int j = 0; j < inputs; j++) {
            copy[j] = x[xOffset + j];
        }
        for (int i = 0; i < outputs; i++) {
            double sum = 0;
            for (int j = 0; j < inputs; j++) {
                sum += entries[i * rowStride + j * columnStride] * copy[j];
            }
            y[yOffset + i] = sum;
        }
        workspace.releaseDoubles();
    }

    @Override
    public long operations() {
        return 2L * rows() * cols();
    }

    @Override
    public String name() {
        return "plain";
    }
}
