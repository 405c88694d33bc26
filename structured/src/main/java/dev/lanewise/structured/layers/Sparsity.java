package dev.lanewise.structured.layers;

import dev.lanewise.engine.Workspace;
import java.util.Arrays;
import java.util.Objects;

/**
 * How many entries of a matrix may differ from zero, and where. Immutable; of either precision.
 *
 * <p>Which entries stay where there are too many is the business of {@link DoubleProjection}.
 */
public final class Sparsity {
    /** What is counted. */
    enum Kind {
        DENSE("any entries"),
        ENTRIES("entries"),
        ROWS("entries a row"),
        COLUMNS("entries a column"),
        ROWS_AND_COLUMNS("largest of each row and column"),
        SUPPORT("places");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    private final int rows;
    private final int cols;
    private final Kind kind;
    private final int count;

    /** Of a fixed support, the places in increasing order. */
    private final int[] places;

    /** Share of a magnitude by which another may differ and still count as the same. */
    private final double ties;

    private Sparsity(int rows, int cols, Kind kind, int count, int[] places, double ties) {
        if (rows < 1 || cols < 1) {
            throw new IllegalArgumentException("shape: got " + rows + " x " + cols + ", wanted 1 or more of each");
        }
        if ((long) rows * cols > Workspace.LARGEST_ARRAY) {
            throw new IllegalArgumentException("shape: got " + rows + " x " + cols + ", wanted what an array can hold");
        }
        this.rows = rows;
        this.cols = cols;
        this.kind = kind;
        this.count = count;
        this.places = places;
        this.ties = ties;
    }

    private static Sparsity counted(int rows, int cols, Kind kind, int count, int most) {
        Sparsity sparsity = new Sparsity(rows, cols, kind, count, null, 0);
        if (count < 1 || count > most) {
            throw new IllegalArgumentException(
                    kind.text + ": got " + count + ", wanted 1 to " + most + " in a matrix of " + rows + " x " + cols);
        }
        return sparsity;
    }

    /**
     * Any entries.
     *
     * @param rows the number of rows, at least 1
     * @param cols the number of columns, at least 1
     * @return the sparsity
     * @throws IllegalArgumentException if the shape is none
     */
    public static Sparsity dense(int rows, int cols) {
        return new Sparsity(rows, cols, Kind.DENSE, 0, null, 0);
    }

    /**
     * So many entries in the whole matrix.
     *
     * @param rows the number of rows, at least 1
     * @param cols the number of columns, at least 1
     * @param most how many at most, 1 to {@code rows * cols}
     * @return the sparsity
     * @throws IllegalArgumentException if the shape is none, or the number out of range
     */
    public static Sparsity entries(int rows, int cols, int most) {
        return counted(rows, cols, Kind.ENTRIES, most, rows * cols);
    }

    /**
     * So many entries in each row.
     *
     * @param rows the number of rows, at least 1
     * @param cols the number of columns, at least 1
     * @param most how many at most, 1 to {@code cols}
     * @return the sparsity
     * @throws IllegalArgumentException if the shape is none, or the number out of range
     */
    public static Sparsity perRow(int rows, int cols, int most) {
        return counted(rows, cols, Kind.ROWS, most, cols);
    }

    /**
     * So many entries in each column.
     *
     * @param rows the number of rows, at least 1
     * @param cols the number of columns, at least 1
     * @param most how many at most, 1 to {@code rows}
     * @return the sparsity
     * @throws IllegalArgumentException if the shape is none, or the number out of range
     */
    public static Sparsity perColumn(int rows, int cols, int most) {
        return counted(rows, cols, Kind.COLUMNS, most, rows);
    }

    /**
     * Entries that are among the largest of their row or of their column, so many of each. There may be more in a row or a column,
     * {@code most (rows + cols)} in all. It is the rule by which Hadamard matrices are factored in L. Le Magoarou and R. Gribonval,
     * Flexible multilayer sparse approximations of matrices and applications, IEEE J. Sel. Topics Signal Process. 10(4), 2016, section IV-C.
     *
     * @param rows the number of rows, at least 1
     * @param cols the number of columns, at least 1
     * @param most how many of each, 1 to the smaller of the two
     * @return the sparsity
     * @throws IllegalArgumentException if the shape is none, or the number out of range
     */
    public static Sparsity perRowAndColumn(int rows, int cols, int most) {
        return counted(rows, cols, Kind.ROWS_AND_COLUMNS, most, Math.min(rows, cols));
    }

    /**
     * Entries in given places.
     *
     * @param rows the number of rows, at least 1
     * @param cols the number of columns, at least 1
     * @param places {@code i cols + j} for each, in any order, at least one; copied
     * @return the sparsity
     * @throws IllegalArgumentException if the shape is none, a place is not in the matrix or comes twice, or there is none
     */
    public static Sparsity support(int rows, int cols, int... places) {
        int[] sorted = Objects.requireNonNull(places, "places").clone();
        Arrays.sort(sorted);
        Sparsity sparsity = new Sparsity(rows, cols, Kind.SUPPORT, sorted.length, sorted, 0);
        if (sorted.length == 0) {
            throw new IllegalArgumentException("places: got none, wanted one or more");
        }
        for (int i = 0; i < sorted.length; i++) {
            if (sorted[i] < 0 || sorted[i] >= rows * cols) {
                throw new IllegalArgumentException("places: got " + sorted[i] + ", wanted 0 to " + (rows * cols - 1)
                        + " in a matrix of " + rows + " x " + cols);
            }
            if (i > 0 && sorted[i] == sorted[i - 1]) {
                throw new IllegalArgumentException("places: got " + sorted[i] + " twice, wanted each once");
            }
        }
        return sparsity;
    }

    /**
     * This with ties: where there are too many entries, those whose magnitudes differ from that of the smallest that would stay by no more
     * than a share of it count as equal, and the first of them stay, in the order of rows. Then what is kept is not
     * the largest, but does not depend on noise: entries of a matrix such as Hadamard's, all of one magnitude, are chosen in a regular
     * pattern. (With no ties, noise of a thousandth of its entries hides the factors of a Hadamard matrix from
     * {@link DoubleHierarchicalFactorization}; with ties of 0.05, noise of a hundredth does not.)
     *
     * @param share at least 0, less than 1
     * @return the sparsity
     * @throws IllegalArgumentException if it is not
     */
    public Sparsity withTies(double share) {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException("share: got " + share + ", wanted at least 0 and less than 1");
        }
        return new Sparsity(rows, cols, kind, count, places, share);
    }

    /**
     * The number of rows.
     *
     * @return how many
     */
    public int rows() {
        return rows;
    }

    /**
     * The number of columns.
     *
     * @return how many
     */
    public int cols() {
        return cols;
    }

    /**
     * How many entries a matrix of this sparsity has at most.
     *
     * @return the number
     */
    public long mostEntries() {
        long all = (long) rows * cols;
        return switch (kind) {
            case DENSE -> all;
            case ENTRIES, SUPPORT -> count;
            case ROWS -> (long) rows * count;
            case COLUMNS -> (long) cols * count;
            case ROWS_AND_COLUMNS -> Math.min(all, count * ((long) rows + cols));
        };
    }

    Kind kind() {
        return kind;
    }

    int count() {
        return count;
    }

    double ties() {
        return ties;
    }

    /** The places of a fixed support, in order; not to be changed. */
    int[] places() {
        return places;
    }

    @Override
    public String toString() {
        return rows + " x " + cols + ", " + (kind == Kind.DENSE ? "" : count + " ") + kind.text
                + (ties == 0 ? "" : ", ties within " + ties);
    }
}
