package dev.lanewise.structured;

import dev.lanewise.engine.Workspace;
import java.util.List;

/** The transpose of a map that knows no better form of it. */
final class DoubleTranspose extends DoubleLinearMap {
    private final DoubleLinearMap map;

    DoubleTranspose(DoubleLinearMap map) {
        super(map.cols(), map.rows());
        this.map = map;
    }

    @Override
    protected void applyUnchecked(double[] x, int xOffset, double[] y, int yOffset, Workspace workspace) {
        map.applyTransposedUnchecked(x, xOffset, y, yOffset, workspace);
    }

    @Override
    protected void applyTransposedUnchecked(double[] x, int xOffset, double[] y, int yOffset, Workspace workspace) {
        map.applyUnchecked(x, xOffset, y, yOffset, workspace);
    }

    @Override
    public DoubleLinearMap transposed() {
        return map;
    }

    @Override
    public long operations() {
        return map.operations();
    }

    @Override
    public String name() {
        return "transpose";
    }

    @Override
    public List<DoubleLinearMap> parts() {
        return List.of(map);
    }
}
