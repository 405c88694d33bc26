package dev.lanewise.structured;

import dev.lanewise.engine.Determinant;
import dev.lanewise.engine.Workspace;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A square map on a window of the coordinates: {@code y_w = A x_w} for {@code w = start ... start + m - 1} and
 * {@code y_i = x_i} elsewhere, that is {@code diag(I, A, I)}. Orthogonal if {@code A} is.
 */
public final class DoubleWindow extends DoubleLinearMap {
    private final DoubleLinearMap map;
    private final int start;

    private DoubleWindow(DoubleLinearMap map, int start, int n) {
        super(n, n);
        this.map = map;
        this.start = start;
    }

    /**
     * A map on a window.
     *
     * @param map the map {@code A}, {@code m x m}
     * @param start the first coordinate of the window
     * @param n the number of coordinates
     * @return the map; {@code A} itself if the window is everything
     * @throws IllegalArgumentException if {@code A} is not square or the window does not lie within the coordinates
     */
    public static DoubleLinearMap of(DoubleLinearMap map, int start, int n) {
        Objects.requireNonNull(map, "map");
        if (map.rows() != map.cols()) {
            throw new IllegalArgumentException("window: got " + map.nameAndShape() + ", wanted a square one");
        }
        if (start < 0 || start > (long) n - map.rows()) {
            throw new IllegalArgumentException("window: got start " + start + " and length " + map.rows() + " in " + n
                    + " coordinates, wanted it within them");
        }
        return map.rows() == n ? map : new DoubleWindow(map, start, n);
    }

    @Override
    protected void applyUnchecked(double[] x, int xOffset, double[] y, int yOffset, Workspace workspace) {
        copyOutside(x, xOffset, y, yOffset);
        map.applyUnchecked(x, xOffset + start, y, yOffset + start, workspace);
    }

    @Override
    protected void applyTransposedUnchecked(double[] x, int xOffset, double[] y, int yOffset, Workspace workspace) {
        copyOutside(x, xOffset, y, yOffset);
        map.applyTransposedUnchecked(x, xOffset + start, y, yOffset + start, workspace);
    }

    private void copyOutside(double[] x, int xOffset, double[] y, int yOffset) {
        if (x != y || xOffset != yOffset) {
            int past = start + map.rows();
            System.arraycopy(x, xOffset, y, yOffset, start);
            System.arraycopy(x, xOffset + past, y, yOffset + past, rows() - past);
        }
    }

    @Override
    protected boolean prefersInPlace() {
        return map.prefersInPlace();
    }

    @Override
    protected DoubleLinearMap makeTransposed() {
        return new DoubleWindow(map.transposed(), start, rows());
    }

    @Override
    protected DoubleLinearMap makeInverse() {
        return new DoubleWindow(map.inverse(), start, rows());
    }

    /** Those of the map: the identity around it has all of them. */
    @Override
    protected Set<MapProperty> known() {
        return map.properties();
    }

    @Override
    public Determinant determinant() {
        return map.determinant();
    }

    @Override
    public long operations() {
        return map.operations();
    }

    /** Within a longer vector parts lie elsewhere. */
    @Override
    public boolean isComplex() {
        return false;
    }

    @Override
    public String name() {
        return "window from " + start;
    }

    @Override
    public List<DoubleLinearMap> parts() {
        return List.of(map);
    }
}
