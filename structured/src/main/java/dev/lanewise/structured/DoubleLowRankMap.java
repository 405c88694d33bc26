package dev.lanewise.structured;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A matrix of low rank by its factors, {@code A = U V^T} with U of {@code m x r} and V of {@code n x r}: {@code 2 r (m + n)}
 * operations instead of {@code 2 m n}.
 */
public final class DoubleLowRankMap extends DoubleBlockMap {
    private final DoubleDenseMap u;
    private final DoubleDenseMap v;
    private final DoubleProduct product;

    private DoubleLowRankMap(DoubleDenseMap u, DoubleDenseMap v) {
        super(u.rows(), v.rows());
        this.u = u;
        this.v = v;
        this.product = new DoubleProduct(List.of(u, v.transposed()));
    }

    /**
     * The map of two factors.
     *
     * @param u the factor U
     * @param v the factor V, of as many columns
     * @return the map
     * @throws IllegalArgumentException if the numbers of columns differ
     */
    public static DoubleLowRankMap of(DoubleDenseMap u, DoubleDenseMap v) {
        Objects.requireNonNull(u, "u");
        Objects.requireNonNull(v, "v");
        if (u.cols() != v.cols()) {
            throw new IllegalArgumentException("low rank: got U " + u.nameAndShape() + " and V " + v.nameAndShape()
                    + ", wanted the same number of columns");
        }
        return new DoubleLowRankMap(u, v);
    }

    /**
     * The number of columns of the factors, which the rank does not exceed.
     *
     * @return the number {@code r}
     */
    public int rank() {
        return u.cols();
    }

    /**
     * The left factor.
     *
     * @return the map U
     */
    public DoubleDenseMap u() {
        return u;
    }

    /**
     * The right factor.
     *
     * @return the map V, which is applied transposed
     */
    public DoubleDenseMap v() {
        return v;
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
        product.applyBlock(transposed, x, xLayout, y, yLayout, workspace, parallelism);
    }

    @Override
    protected DoubleLinearMap makeTransposed() {
        return new DoubleLowRankMap(v, u);
    }

    @Override
    protected Set<MapProperty> known() {
        return u == v ? Set.of(MapProperty.SYMMETRIC) : Set.of();
    }

    @Override
    boolean goesSideBySide() {
        return true;
    }

    @Override
    public long operations() {
        return product.operations();
    }

    @Override
    public String name() {
        return "low rank " + rank();
    }

    @Override
    public List<DoubleLinearMap> parts() {
        return product.parts();
    }
}
