package dev.lanewise.structured;

import dev.lanewise.engine.Determinant;
import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import java.util.Set;

/** The identity, {@code y = x}. */
public final class DoubleIdentity extends DoubleLinearMap {
    private DoubleIdentity(int n) {
        super(n, n);
    }

    /**
     * The identity of an order.
     *
     * @param n the order, at least 0
     * @return the map
     * @throws IllegalArgumentException if {@code n} is negative
     */
    public static DoubleIdentity of(int n) {
        return new DoubleIdentity(n);
    }

    @Override
    protected void applyUnchecked(double[] x, int xOffset, double[] y, int yOffset, Workspace workspace) {
        if (x != y || xOffset != yOffset) {
            System.arraycopy(x, xOffset, y, yOffset, rows());
        }
    }

    @Override
    protected void applyTransposedUnchecked(double[] x, int xOffset, double[] y, int yOffset, Workspace workspace) {
        applyUnchecked(x, xOffset, y, yOffset, workspace);
    }

    @Override
    void several(
            boolean transposed,
            double[] x,
            Layout xLayout,
            double[] y,
            Layout yLayout,
            int first,
            int past,
            Workspace workspace,
            Parallelism parallelism) {
        if (!DoubleDiagonal.areSideBySide(xLayout, yLayout)) {
            super.several(transposed, x, xLayout, y, yLayout, first, past, workspace, parallelism);
            return;
        }
        int from = xLayout.start(first), to = yLayout.start(first);
        for (int i = 0; i < rows(); i++, from += xLayout.stride(), to += yLayout.stride()) {
            System.arraycopy(x, from, y, to, past - first);
        }
    }

    @Override
    protected boolean prefersInPlace() {
        return true;
    }

    @Override
    protected Set<MapProperty> known() {
        return Set.of(MapProperty.ORTHOGONAL, MapProperty.DIAGONAL, MapProperty.POSITIVE_DEFINITE);
    }

    @Override
    public Determinant determinant() {
        return Determinant.ONE;
    }

    @Override
    boolean goesSideBySide() {
        return true;
    }

    @Override
    public long operations() {
        return 0;
    }

    @Override
    public String name() {
        return "identity";
    }
}
