package dev.lanewise.structured;

import dev.lanewise.engine.Workspace;
import java.util.Arrays;

/** The zero matrix, {@code y = 0}, whatever {@code x} is: NaN and infinity too. */
public final class DoubleZero extends DoubleLinearMap {
    private DoubleZero(int rows, int cols) {
        super(rows, cols);
    }

    /**
     * The zero matrix of a shape.
     *
     * @param rows the number of rows, at least 0
     * @param cols the number of columns, at least 0
     * @return the map
     * @throws IllegalArgumentException if one is negative
     */
    public static DoubleZero of(int rows, int cols) {
        return new DoubleZero(rows, cols);
    }

    @Override
    protected void applyUnchecked(double[] x, int xOffset, double[] y, int yOffset, Workspace workspace) {
        Arrays.fill(y, yOffset, yOffset + rows(), 0);
    }

    @Override
    protected void applyTransposedUnchecked(double[] x, int xOffset, double[] y, int yOffset, Workspace workspace) {
        Arrays.fill(y, yOffset, yOffset + cols(), 0);
    }

    @Override
    protected DoubleLinearMap makeTransposed() {
        return new DoubleZero(cols(), rows());
    }

    @Override
    public long operations() {
        return 0;
    }

    @Override
    public String name() {
        return "zero";
    }
}
