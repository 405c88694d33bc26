package dev.lanewise.structured;

import dev.lanewise.engine.Determinant;
import dev.lanewise.engine.Layout;
import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.lu.DoubleLu;
import dev.lanewise.engine.matmul.DoubleMatrixProduct;
import java.util.Objects;

/**
 * A matrix that is written out, {@code y_i = sum over j of a_ij x_j}; blocks by the matrix product of
 * {@link DoubleMatrixProduct}, whose bound on rounding and whose bits a single vector has as well. The inverse solves by
 * {@link DoubleLu}.
 */
public final class DoubleDenseMap extends DoubleApartMap {
    private final double[] entries;

    private DoubleDenseMap(int rows, int cols, double[] entries) {
        super(rows, cols);
        this.entries = entries;
    }

    /**
     * The map of a matrix.
     *
     * @param rows the number of rows, at least 0
     * @param cols the number of columns, at least 0
     * @param entries its {@code rows * cols} entries, row after row, finite; copied
     * @return the map
     * @throws IllegalArgumentException if there are more or fewer, or one is not finite
     */
    public static DoubleDenseMap of(int rows, int cols, double[] entries) {
        if (Objects.requireNonNull(entries, "entries").length != (long) rows * cols) {
            throw new IllegalArgumentException("entries: got " + entries.length + ", wanted " + (long) rows * cols
                    + " for a matrix of " + rows + " x " + cols);
        }
        for (int i = 0; i < entries.length; i++) {
            if (!Double.isFinite(entries[i])) {
                throw new IllegalArgumentException(
                        "entry (" + i / cols + ", " + i % cols + "): got " + entries[i] + ", wanted a finite number");
            }
        }
        return new DoubleDenseMap(rows, cols, entries.clone());
    }

    /** The map of a matrix that nobody else will change. */
    static DoubleDenseMap owning(int rows, int cols, double[] entries) {
        return new DoubleDenseMap(rows, cols, entries);
    }

    /** The entries, row after row; not to be changed. */
    double[] entries() {
        return entries;
    }

    @Override
    void multiply(
            boolean transposed,
            double[] x,
            Layout xLayout,
            double[] y,
            Layout yLayout,
            Workspace workspace,
            Parallelism parallelism) {
        int pitch = Math.max(1, cols());
        MatrixLayout matrix = transposed
                ? workspace.matrix(0, cols(), rows(), 1, pitch)
                : workspace.matrix(0, rows(), cols(), pitch, 1);
        DoubleMatrixProduct.multiply(
                1,
                entries,
                matrix,
                x,
                columns(workspace, xLayout, 0, matrix.columns()),
                0,
                y,
                columns(workspace, yLayout, 0, matrix.rows()),
                workspace,
                parallelism);
    }

    @Override
    protected DoubleLinearMap makeTransposed() {
        return new DoubleTranspose(this);
    }

    @Override
    protected DoubleLinearMap makeInverse() {
        return new DoubleDenseInverse(factorized());
    }

    @Override
    public Determinant determinant() {
        return factorized().determinant();
    }

    private DoubleLu factorized() {
        if (rows() != cols()) {
            throw new UnsupportedOperationException(
                    "dense: got " + rows() + " x " + cols() + ", wanted a square matrix to invert");
        }
        DoubleLu lu = new DoubleLu(rows(), cols());
        lu.factorize(entries, MatrixLayout.of(rows(), cols()));
        return lu;
    }

    @Override
    public long operations() {
        return 2L * rows() * cols();
    }

    @Override
    public long parameters() {
        return entries.length;
    }

    @Override
    public String name() {
        return "dense";
    }
}
