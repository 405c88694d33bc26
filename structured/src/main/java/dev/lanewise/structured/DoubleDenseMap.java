package dev.lanewise.structured;

import dev.lanewise.engine.Determinant;
import dev.lanewise.engine.Layout;
import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.lu.DoubleLu;
import dev.lanewise.engine.panel.DoubleProduct;
import java.util.Objects;

/**
 * A matrix that is written out, {@code y_i = sum over j of a_ij x_j}; blocks by the matrix product of
 * {@link dev.lanewise.engine.matmul.DoubleMatrixProduct}, whose bound on rounding and whose bits a single vector has as well. The inverse solves by
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

    /**
     * The values of the entries.
     *
     * @return a copy, row after row
     */
    public double[] values() {
        return entries.clone();
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
        multiply(
                transposed,
                x,
                xLayout.offset(),
                xLayout.stride(),
                xLayout.distance(),
                xLayout.count(),
                y,
                yLayout.offset(),
                yLayout.stride(),
                yLayout.distance(),
                workspace,
                parallelism);
    }

    /** The same from and to any strides; those of the output, from element to element or from vector to vector, are 1 one of them. */
    void multiply(
            boolean transposed,
            double[] x,
            int xOffset,
            int xStride,
            int xDistance,
            int count,
            double[] y,
            int yOffset,
            int yStride,
            int yDistance,
            Workspace workspace,
            Parallelism parallelism) {
        int outputs = transposed ? cols() : rows(), inputs = transposed ? rows() : cols();
        DoubleProduct.multiply(
                outputs,
                count,
                inputs,
                1,
                entries,
                0,
                transposed ? 1 : cols(),
                transposed ? cols() : 1,
                x,
                xOffset,
                xStride,
                xDistance,
                0,
                y,
                yOffset,
                outputs == 1 ? 1 : yStride,
                count == 1 ? 1 : yDistance,
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
