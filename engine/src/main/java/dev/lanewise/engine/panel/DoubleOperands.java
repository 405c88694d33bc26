package dev.lanewise.engine.panel;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.Backend;
import dev.lanewise.engine.backend.CacheSizes;
import java.util.Objects;

/** What doors ask of the matrices that they are given. */
public final class DoubleOperands {
    private DoubleOperands() {}

    /** Says here, and not in some initialiser or half way, what may be wrong with a system property. */
    public static void checkMachine() {
        Backend.active();
        CacheSizes.current();
    }

    /**
     * Checks how something is to run.
     *
     * @param workspace scratch
     * @param parallelism how many threads
     */
    public static void checkRun(Workspace workspace, Parallelism parallelism) {
        checkMachine();
        Objects.requireNonNull(workspace, "workspace");
        Objects.requireNonNull(parallelism, "parallelism");
    }

    /**
     * Checks that a matrix is there.
     *
     * @param array holds it
     * @param name what it is called
     * @param layout where
     */
    public static void check(double[] array, String name, MatrixLayout layout) {
        Objects.requireNonNull(array, name);
        if (layout == null) {
            throw new NullPointerException("layout of " + name);
        }
        layout.checkWithin(name, array.length);
    }

    /**
     * Checks that a matrix can be written.
     *
     * @param array holds it
     * @param name what it is called
     * @param layout where
     */
    public static void checkWritten(double[] array, String name, MatrixLayout layout) {
        check(array, name, layout);
        layout.checkDistinct(name);
    }

    /**
     * Checks that a matrix that is written lies apart from one that is read.
     *
     * @param written holds the one
     * @param name what it is called
     * @param layout where
     * @param read holds the other
     * @param readName what it is called
     * @param readLayout where
     */
    public static void checkApart(
            double[] written,
            String name,
            MatrixLayout layout,
            double[] read,
            String readName,
            MatrixLayout readLayout) {
        if (written == read && layout.overlaps(readLayout)) {
            throw new IllegalArgumentException(name + " overlaps " + readName + ": got " + layout + " and " + readLayout
                    + " in one array, wanted them apart");
        }
    }

    /**
     * Checks the shape of a matrix.
     *
     * @param name what it is called
     * @param layout where it is
     * @param rows how many it must have
     * @param columns how many it must have
     */
    public static void checkShape(String name, MatrixLayout layout, int rows, int columns) {
        if (layout.rows() != rows || layout.columns() != columns) {
            throw new IllegalArgumentException(name + ": got " + layout.shape() + ", wanted " + rows + " x " + columns);
        }
    }

    /**
     * Checks right sides and room for solutions, and copies the former to the latter.
     *
     * @param b holds the right sides
     * @param bLayout where
     * @param x gets them
     * @param xLayout where
     * @param n how many rows both have
     */
    public static void copyRightSides(double[] b, MatrixLayout bLayout, double[] x, MatrixLayout xLayout, int n) {
        check(b, "B", bLayout);
        checkWritten(x, "X", xLayout);
        xLayout.checkAdjacent("X");
        if (bLayout.rows() != n || xLayout.rows() != n || bLayout.columns() != xLayout.columns()) {
            throw new IllegalArgumentException(
                    "got B of " + bLayout.shape() + " and X of " + xLayout.shape() + ", wanted " + n + " x c of both");
        }
        checkApart(x, "X", xLayout, b, "B", bLayout);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < bLayout.columns(); j++) {
                x[xLayout.index(i, j)] = b[bLayout.index(i, j)];
            }
        }
    }
}
