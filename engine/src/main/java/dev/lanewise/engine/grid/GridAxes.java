package dev.lanewise.engine.grid;

import dev.lanewise.engine.Grid;
import java.util.Arrays;
import java.util.Objects;

/** The axes that a plan works along, as listed, and their lengths: a plan takes every grid that has these. */
final class GridAxes {
    private final int[] axes;
    private final int[] lengths;

    private GridAxes(int[] axes, int[] lengths) {
        this.axes = axes;
        this.lengths = lengths;
    }

    /** These axes of a grid, or all in order if none is named. */
    static GridAxes of(Grid grid, int... named) {
        Objects.requireNonNull(grid, "grid");
        Objects.requireNonNull(named, "axes");
        int[] axes = named.clone();
        if (axes.length == 0) {
            if (grid.axes() == 0) {
                throw new IllegalArgumentException("grid: got a single number, wanted one axis or more");
            }
            axes = new int[grid.axes()];
            Arrays.setAll(axes, axis -> axis);
        }
        int[] lengths = new int[axes.length];
        for (int i = 0; i < axes.length; i++) {
            for (int j = 0; j < i; j++) {
                if (axes[i] == axes[j]) {
                    throw new IllegalArgumentException(
                            "axes: got " + Arrays.toString(axes) + ", wanted each axis once at most");
                }
            }
            if (axes[i] < 0 || axes[i] >= grid.axes()) {
                throw new IllegalArgumentException("axes: got " + Arrays.toString(axes) + " of " + grid
                        + ", wanted numbers from 0 to " + (grid.axes() - 1));
            }
            lengths[i] = grid.length(axes[i]);
        }
        return new GridAxes(axes, lengths);
    }

    int count() {
        return axes.length;
    }

    /** The last one listed. */
    int last() {
        return count() - 1;
    }

    int axis(int listed) {
        return axes[listed];
    }

    int length(int listed) {
        return lengths[listed];
    }

    /** These axes where the last one listed has another length. */
    GridAxes withLast(int length) {
        int[] changed = lengths.clone();
        changed[last()] = length;
        return new GridAxes(axes, changed);
    }

    /** Fails unless the grid has these axes in these lengths. */
    void check(String name, Grid grid) {
        Objects.requireNonNull(grid, name);
        for (int i = 0; i < axes.length; i++) {
            if (axes[i] >= grid.axes() || grid.length(axes[i]) != lengths[i]) {
                throw new IllegalArgumentException(name + ": got " + grid + ", wanted " + this);
            }
        }
    }

    /** Fails unless input and output have the same shape and may lie where they do. */
    void checkPair(Grid in, Grid out, boolean inOneArray) {
        check("inGrid", in);
        check("outGrid", out);
        if (!in.hasShapeOf(out)) {
            throw new IllegalArgumentException("outGrid: got " + out + " for " + in + ", wanted the same shape");
        }
        if (inOneArray) {
            in.checkOverlap(out);
        }
    }

    /** For example {@code length 4 along axis 0, 6 along axis 2}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("length ");
        for (int i = 0; i < axes.length; i++) {
            text.append(i == 0 ? "" : ", ")
                    .append(lengths[i])
                    .append(" along axis ")
                    .append(axes[i]);
        }
        return text.toString();
    }
}
