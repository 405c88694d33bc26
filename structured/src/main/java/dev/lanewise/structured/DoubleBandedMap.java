package dev.lanewise.structured;

import dev.lanewise.engine.Determinant;
import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.sparse.DoubleBandedLu;
import dev.lanewise.engine.sparse.DoubleBandedProduct;
import java.util.EnumSet;
import java.util.Set;

/**
 * A banded matrix, {@code y_i = sum over j from i - lower to i + upper of a_ij x_j}.
 *
 * <p>It is given by its diagonals, from the lowest to the highest, each a row of an array with as many numbers as the matrix has
 * rows: entry {@code (i, j)} is at {@code (j - i + lower) rows + i}, so that a column of the array has the entries of a row of the
 * matrix. For 4 x 5 with {@code lower = 1} and {@code upper = 2},
 *
 * <pre>
 *     a00 a01 a02  .   .          *  a10 a21 a32
 *     a10 a11 a12 a13  .         a00 a11 a22 a33
 *      .  a21 a22 a23 a24        a01 a12 a23 a34
 *      .   .  a32 a33 a34        a02 a13 a24  *
 * </pre>
 *
 * <p>What lies outside of the matrix ({@code *}) is not read. A zero within the band is an entry like any other; with an infinite
 * {@code x_j} it gives NaN, where an entry outside of the band adds nothing.
 *
 * <p>The products are those of {@link DoubleBandedProduct}, with its bits and its bound on rounding. The transpose is a banded map
 * that holds the entries once more. The inverse and the determinant of a square matrix are by the LU factorisation of {@link
 * DoubleBandedLu}, with its bound; the inverse holds the factors and solves.
 *
 * <p>Scratch: that of the product, some 32 vectors side by side.
 */
public final class DoubleBandedMap extends DoubleBlockMap {
    private final DoubleBandedProduct product;

    private DoubleBandedMap(DoubleBandedProduct product) {
        super(product.rows(), product.cols());
        this.product = product;
    }

    /**
     * The map of a banded matrix. Diagonals that lie outside of it as a whole are left out.
     *
     * @param rows the number of rows, at least 0
     * @param cols the number of columns, at least 0
     * @param lower how many diagonals below the main one, at least 0
     * @param upper how many above it, at least 0
     * @param diagonals the {@code lower + upper + 1} diagonals of {@code rows} numbers, those within the matrix finite; copied
     * @return the map
     * @throws IllegalArgumentException if a number is negative, there are more or fewer entries, or one is not finite
     */
    public static DoubleBandedMap of(int rows, int cols, int lower, int upper, double[] diagonals) {
        return new DoubleBandedMap(DoubleBandedProduct.of(rows, cols, lower, upper, diagonals));
    }

    /**
     * The number of diagonals below the main one that are held.
     *
     * @return how many, fewer than rows
     */
    public int lower() {
        return product.lower();
    }

    /**
     * The number of diagonals above the main one that are held.
     *
     * @return how many, fewer than columns
     */
    public int upper() {
        return product.upper();
    }

    /**
     * The diagonals, as they came, with zeros outside of the matrix.
     *
     * @return a copy of {@code lower + upper + 1} diagonals of {@code rows} numbers
     */
    public double[] diagonals() {
        return product.diagonals();
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
        return new DoubleBandedMap(product.transposed());
    }

    @Override
    protected DoubleLinearMap makeInverse() {
        return new DoubleBandedInverse(factorized());
    }

    @Override
    public Determinant determinant() {
        return factorized().determinant();
    }

    private DoubleBandedLu factorized() {
        if (rows() != cols()) {
            throw new UnsupportedOperationException(
                    "banded: got " + rows() + " x " + cols() + ", wanted a square matrix to invert");
        }
        return DoubleBandedLu.of(product);
    }

    @Override
    protected Set<MapProperty> known() {
        EnumSet<MapProperty> known = EnumSet.noneOf(MapProperty.class);
        if (rows() == cols() && upper() == 0) {
            known.add(MapProperty.LOWER_TRIANGULAR);
        }
        if (rows() == cols() && lower() == 0) {
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
        return 2 * product.entries();
    }

    @Override
    public long parameters() {
        return (lower() + upper() + 1L) * rows();
    }

    @Override
    public String name() {
        return "banded, " + lower() + " below and " + upper() + " above";
    }
}
