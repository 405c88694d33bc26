package dev.lanewise.structured;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.sparse.DoubleSparseProduct;
import java.util.EnumSet;
import java.util.Set;

/**
 * A matrix of which most entries are zero and are not stored, {@code y_i = sum over the entries j of row i of a_ij x_j}.
 *
 * <p>Entries are stored row after row: those of row {@code i} are {@code rowStarts[i]} to {@code rowStarts[i + 1] - 1}, in
 * increasing order of their columns. {@link DoubleSparseBuilder} makes them of entries that come in any order. A zero that is given
 * is an entry like any other, so that the structure depends on places alone and not on values; with an infinite {@code x_j} it gives
 * NaN, where an entry that is not stored adds nothing.
 *
 * <p>The products are those of {@link DoubleSparseProduct}, with its bits and its bound on rounding. The transpose as a map stores
 * its entries once more, sorted, at the first call of {@link #transposed}; from then on {@code applyTransposed} of this map uses
 * them too, to the same bits, and is faster. Known to be triangular is what has no entry on the other side of the diagonal.
 *
 * <p>Scratch: that of the product, some 32 vectors side by side.
 */
public final class DoubleSparseMap extends DoubleBlockMap {
    private final DoubleSparseProduct product;

    private DoubleSparseMap(DoubleSparseProduct product) {
        super(product.rows(), product.cols());
        this.product = product;
    }

    /**
     * The map of a matrix that is stored by rows.
     *
     * @param rows the number of rows, at least 0
     * @param cols the number of columns, at least 0
     * @param rowStarts where the entries of each row begin, and after the last where they end: {@code rows + 1} indices; copied
     * @param columns of the entries; copied
     * @param values of the entries, as many, finite; copied
     * @return the map
     * @throws IllegalArgumentException if indices are out of range, or out of order, a column comes twice in a row, or a value is not
     *     finite
     */
    public static DoubleSparseMap of(int rows, int cols, int[] rowStarts, int[] columns, double[] values) {
        return new DoubleSparseMap(DoubleSparseProduct.of(rows, cols, rowStarts, columns, values));
    }

    /**
     * The number of entries that are stored, zeros among them.
     *
     * @return how many
     */
    public int nonzeros() {
        return product.nonzeros();
    }

    /**
     * Where the entries of rows begin.
     *
     * @return a copy of the {@code rows + 1} indices
     */
    public int[] rowStarts() {
        return product.rowStarts();
    }

    /**
     * The columns of the entries.
     *
     * @return a copy, row after row
     */
    public int[] columns() {
        return product.columns();
    }

    /**
     * The values of the entries.
     *
     * @return a copy, row after row
     */
    public double[] values() {
        return product.values();
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
        if (transposed) {
            product.multiplyTransposed(x, xLayout, y, yLayout, workspace, parallelism);
        } else {
            product.multiply(x, xLayout, y, yLayout, workspace, parallelism);
        }
    }

    @Override
    protected DoubleLinearMap makeTransposed() {
        return new DoubleSparseMap(product.transposed());
    }

    @Override
    protected Set<MapProperty> known() {
        EnumSet<MapProperty> known = EnumSet.noneOf(MapProperty.class);
        if (rows() == cols() && product.isTriangular(true)) {
            known.add(MapProperty.LOWER_TRIANGULAR);
        }
        if (rows() == cols() && product.isTriangular(false)) {
            known.add(MapProperty.UPPER_TRIANGULAR);
        }
        return known;
    }

    @Override
    boolean goesSideBySide() {
        return true;
    }

    @Override
    public long operations() {
        return 2L * nonzeros();
    }

    @Override
    public long parameters() {
        return 2L * nonzeros() + rows() + 1;
    }

    @Override
    public String name() {
        return "sparse, " + nonzeros() + " entries";
    }
}
