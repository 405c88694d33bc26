package dev.lanewise.maps;

import dev.lanewise.engine.Workspace;
import dev.lanewise.structured.DoubleLinearMap;

// The guide begins here.
/** Differences of neighbours, {@code y_i = x_(i+1) - x_i}: {@code n - 1} rows, {@code n} columns. */
final class DoubleDifferenceMap extends DoubleLinearMap {
    DoubleDifferenceMap(int n) {
        super(n - 1, n);
    }

    @Override
    protected void applyUnchecked(double[] x, int xOffset, double[] y, int yOffset, Workspace workspace) {
        for (int i = 0; i < rows(); i++) {
            y[yOffset + i] = x[xOffset + i + 1] - x[xOffset + i];
        }
    }

    @Override
    protected void applyTransposedUnchecked(double[] x, int xOffset, double[] y, int yOffset, Workspace workspace) {
        double before = 0;
        for (int i = 0; i < rows(); i++) {
            y[yOffset + i] = before - x[xOffset + i];
            before = x[xOffset + i];
        }
        y[yOffset + rows()] = before;
    }

    @Override
    public long operations() {
        return rows();
    }

    @Override
    public String name() {
        return "difference";
    }
}
