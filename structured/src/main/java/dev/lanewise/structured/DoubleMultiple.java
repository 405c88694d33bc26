package dev.lanewise.structured;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.batch.DoubleElements;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A multiple {@code c A} of a map: its output, times {@code c}. */
public final class DoubleMultiple extends DoubleLinearMap {
    private final double factor;
    private final DoubleLinearMap map;

    /** What it was last for some vectors at once. */
    private volatile DoubleMultiple bracketed = this;

    private DoubleMultiple(double factor, DoubleLinearMap map) {
        super(map.rows(), map.cols());
        this.factor = factor;
        this.map = map;
    }

    /**
     * The multiple, simplified: factors are gathered into one, diagonals take it up, 1 and 0 vanish.
     *
     * @param factor the number {@code c}, finite
     * @param map the map {@code A}
     * @return the multiple; {@code A} itself if {@code c} is 1
     * @throws IllegalArgumentException if {@code factor} is not finite
     */
    public static DoubleLinearMap of(double factor, DoubleLinearMap map) {
        Objects.requireNonNull(map, "map");
        if (!Double.isFinite(factor)) {
            throw new IllegalArgumentException("factor: got " + factor + ", wanted a finite number");
        }
        if (factor == 1) {
            return map;
        }
        if (factor == 0 || map instanceof DoubleZero) {
            return DoubleZero.of(map.rows(), map.cols());
        }
        if (map instanceof DoubleMultiple multiple && isGathered(factor, multiple.factor)) {
            return of(factor * multiple.factor, multiple.map);
        }
        boolean isPlain = !(map instanceof DoubleMultiple) && !(map instanceof DoubleIdentity);
        DoubleDiagonal diagonal = isPlain ? DoubleDiagonal.from(map) : null;
        DoubleDiagonal scaled = diagonal == null ? null : diagonal.scaled(factor);
        return scaled == null ? new DoubleMultiple(factor, map) : scaled;
    }

    /** Whether the product of two numbers neither overflows nor loses digits to underflow, so that it can stand for both. */
    static boolean isGathered(double a, double b) {
        double product = Math.abs(a * b);
        return a == 0 || b == 0 || product >= Double.MIN_NORMAL && product <= Double.MAX_VALUE;
    }

    /**
     * The factor.
     *
     * @return the number {@code c}
     */
    public double factor() {
        return factor;
    }

    /** The map {@code A}. */
    DoubleLinearMap map() {
        return map;
    }

    @Override
    protected void applyUnchecked(double[] x, int xOffset, double[] y, int yOffset, Workspace workspace) {
        map.applyUnchecked(x, xOffset, y, yOffset, workspace);
        DoubleElements.scale(factor, y, yOffset, y, yOffset, rows());
    }

    @Override
    protected void applyTransposedUnchecked(double[] x, int xOffset, double[] y, int yOffset, Workspace workspace) {
        map.applyTransposedUnchecked(x, xOffset, y, yOffset, workspace);
        DoubleElements.scale(factor, y, yOffset, y, yOffset, cols());
    }

    /** Of what the map is for so many vectors. */
    @Override
    DoubleLinearMap forBlock(int count) {
        DoubleLinearMap chosen = map.forBlock(count);
        DoubleMultiple of = bracketed;
        if (of.map != chosen) {
            of = chosen == map ? this : new DoubleMultiple(factor, chosen);
            bracketed = of;
        }
        return of;
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
        map.applyBlock(transposed, x, xLayout, y, yLayout, workspace, parallelism);
        int outputs = transposed ? cols() : rows(), count = yLayout.count();
        if (yLayout.stride() == 1) {
            for (int j = 0; j < count; j++) {
                DoubleElements.scale(factor, y, yLayout.start(j), y, yLayout.start(j), outputs);
            }
        } else if (yLayout.distance() == 1) {
            for (int i = 0, at = yLayout.offset(); i < outputs; i++, at += yLayout.stride()) {
                DoubleElements.scale(factor, y, at, y, at, count);
            }
        } else {
            for (int j = 0; j < count; j++) {
                for (int i = 0, at = yLayout.start(j); i < outputs; i++, at += yLayout.stride()) {
                    y[at] *= factor;
                }
            }
        }
    }

    @Override
    protected boolean prefersInPlace() {
        return map.prefersInPlace();
    }

    @Override
    protected DoubleLinearMap makeTransposed() {
        return of(factor, map.transposed());
    }

    @Override
    protected DoubleLinearMap makeInverse() {
        if (!Double.isFinite(1 / factor)) {
            throw new ArithmeticException("inverse: one over the factor " + factor + " overflows");
        }
        return of(1 / factor, map.inverse());
    }

    @Override
    protected Set<MapProperty> known() {
        EnumSet<MapProperty> kept = EnumSet.copyOf(MapProperty.common(List.of(map)));
        if (factor != -1) {
            kept.removeAll(
                    Set.of(MapProperty.ORTHOGONAL, MapProperty.ORTHONORMAL_COLUMNS, MapProperty.ORTHONORMAL_ROWS));
        }
        if (factor < 0) {
            kept.remove(MapProperty.POSITIVE_DEFINITE);
        }
        return kept;
    }

    @Override
    boolean goesSideBySide() {
        return map.goesSideBySide();
    }

    @Override
    public long operations() {
        return map.operations() + Math.max(rows(), cols());
    }

    @Override
    public long parameters() {
        return 1 + map.parameters();
    }

    @Override
    public String name() {
        return factor + " times";
    }

    @Override
    public List<DoubleLinearMap> parts() {
        return List.of(map);
    }
}
