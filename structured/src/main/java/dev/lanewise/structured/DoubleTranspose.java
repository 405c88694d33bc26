package dev.lanewise.structured;

import dev.lanewise.engine.Determinant;
import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import java.util.List;
import java.util.Set;

/** The transpose of a map that knows no better form of it. */
final class DoubleTranspose extends DoubleLinearMap {
    private final DoubleLinearMap map;

    DoubleTranspose(DoubleLinearMap map) {
        super(map.cols(), map.rows());
        this.map = map;
    }

    /** What this is the transpose of. */
    DoubleLinearMap map() {
        return map;
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
    protected void applyBlock(
            boolean transposed,
            double[] x,
            Layout xLayout,
            double[] y,
            Layout yLayout,
            Workspace workspace,
            Parallelism parallelism) {
        map.applyBlock(!transposed, x, xLayout, y, yLayout, workspace, parallelism);
    }

    @Override
    protected boolean prefersInPlace() {
        return map.prefersInPlace();
    }

    @Override
    protected DoubleLinearMap makeTransposed() {
        return map;
    }

    @Override
    protected DoubleLinearMap makeInverse() {
        return map.inverse().transposed();
    }

    @Override
    protected Set<MapProperty> known() {
        return MapProperty.transposed(map.properties());
    }

    @Override
    public Determinant determinant() {
        return map.determinant();
    }

    @Override
    boolean goesSideBySide() {
        return map.goesSideBySide();
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
