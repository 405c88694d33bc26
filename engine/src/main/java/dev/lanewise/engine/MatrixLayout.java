package dev.lanewise.engine;

import java.util.Objects;

/**
 * Where a matrix lies in an array: element {@code (i, j)} is at
 *
 * <pre>offset + i * rowStride + j * columnStride</pre>
 *
 * <p>A row-major matrix has its leading dimension as the stride of its rows and 1 as that of its columns; its transpose is the
 * same places with the strides exchanged, and a block of it is a matrix with the same strides.
 *
 * @param offset index of element (0, 0), at least 0
 * @param rows how many rows, at least 0
 * @param columns how many columns, at least 0
 * @param rowStride from one row to the next, at least 1
 * @param columnStride from one column to the next, at least 1
 */
public record MatrixLayout(int offset, int rows, int columns, int rowStride, int columnStride) {
    /** Checks the ranges of the components. */
    public MatrixLayout {
        atLeast("offset", offset, 0);
        atLeast("rows", rows, 0);
        atLeast("columns", columns, 0);
        atLeast("rowStride", rowStride, 1);
        atLeast("columnStride", columnStride, 1);
    }

    private static void atLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(name + ": got " + value + ", wanted " + least + " or more");
        }
    }

    /**
     * A row-major matrix that fills an array from its beginning.
     *
     * @param rows how many rows
     * @param columns how many columns
     * @return the layout
     */
    public static MatrixLayout of(int rows, int columns) {
        return rowMajor(0, rows, columns, Math.max(1, columns));
    }

    /**
     * A row-major matrix.
     *
     * @param offset index of its first element
     * @param rows how many rows
     * @param columns how many columns
     * @param leadingDimension from one row to the next, at least {@code columns}
     * @return the layout
     */
    public static MatrixLayout rowMajor(int offset, int rows, int columns, int leadingDimension) {
        atLeast("leadingDimension", leadingDimension, Math.max(1, columns));
        return new MatrixLayout(offset, rows, columns, leadingDimension, 1);
    }

    /**
     * The transpose, at the same places.
     *
     * @return the layout
     */
    public MatrixLayout transposed() {
        return new MatrixLayout(offset, columns, rows, columnStride, rowStride);
    }

    /**
     * A block of this matrix.
     *
     * @param row its first row
     * @param column its first column
     * @param blockRows how many rows
     * @param blockColumns how many columns
     * @return the layout
     * @throws IllegalArgumentException if it does not lie within
     */
    public MatrixLayout block(int row, int column, int blockRows, int blockColumns) {
        checkPart("rows", row, blockRows, rows);
        checkPart("columns", column, blockColumns, columns);
        // An empty block begins nowhere: it must not begin beyond the array either.
        int first = blockRows == 0 || blockColumns == 0 ? offset : offset + row * rowStride + column * columnStride;
        return new MatrixLayout(first, blockRows, blockColumns, rowStride, columnStride);
    }

    private static void checkPart(String name, int first, int count, int all) {
        if (first < 0 || count < 0 || count > all - first) {
            throw new IllegalArgumentException(
                    name + " of the block: got " + count + " from " + first + ", wanted a part of " + all);
        }
    }

    /**
     * The index of an element, unchecked.
     *
     * @param row its row
     * @param column its column
     * @return the index
     */
    public int index(int row, int column) {
        return offset + row * rowStride + column * columnStride;
    }

    /**
     * The index one past the last element, in {@code long} so that nothing overflows.
     *
     * @return the index; {@code offset} if there are no elements
     */
    public long end() {
        return isEmpty() ? offset : offset + (rows - 1L) * rowStride + (columns - 1L) * columnStride + 1;
    }

    /**
     * Whether there are no elements.
     *
     * @return true without rows or columns
     */
    public boolean isEmpty() {
        return rows == 0 || columns == 0;
    }

    /**
     * What messages call it.
     *
     * @return {@code rows x columns}
     */
    public String shape() {
        return rows + " x " + columns;
    }

    /**
     * Checks that the matrix lies within an array.
     *
     * @param name what the matrix is called, for the message
     * @param arrayLength the length of the array
     * @throws IllegalArgumentException if it does not
     */
    public void checkWithin(String name, int arrayLength) {
        if (end() > arrayLength) {
            throw new IllegalArgumentException(
                    name + ": an array of length " + arrayLength + " cannot hold a matrix of "
                            + shape() + " at offset " + offset + " with strides " + rowStride + " and " + columnStride
                            + "; wanted length " + end() + " or more");
        }
    }

    /**
     * Checks that no two elements share a place, so that the matrix can be written.
     *
     * @param name what the matrix is called, for the message
     * @throws IllegalArgumentException if they may
     */
    public void checkDistinct(String name) {
        boolean byRows = rows < 2 || rowStride > (columns - 1L) * columnStride;
        boolean byColumns = columns < 2 || columnStride > (rows - 1L) * rowStride;
        if (!isEmpty() && !byRows && !byColumns) {
            throw new IllegalArgumentException(
                    name + ": elements of a matrix of " + shape() + " with strides " + rowStride
                            + " and " + columnStride + " share places; wanted a row stride above "
                            + (columns - 1L) * columnStride + " or a column stride above " + (rows - 1L) * rowStride);
        }
    }

    /**
     * Checks that elements of a row are adjacent, or those of a column.
     *
     * @param name what the matrix is called, for the message
     * @throws IllegalArgumentException if neither are
     */
    public void checkAdjacent(String name) {
        if (columnStride != 1 && rowStride != 1 && rows > 1 && columns > 1) {
            throw new IllegalArgumentException(
                    name + ": got strides " + rowStride + " and " + columnStride + ", wanted one of them to be 1");
        }
    }

    /**
     * The stride of the rows of an {@linkplain #checkAdjacent adjacent} matrix; that of a single row is of no matter and is 1 if
     * then elements of columns are adjacent.
     *
     * @return the stride
     */
    public int adjacentRowStride() {
        return rows <= 1 && columnStride != 1 ? 1 : rowStride;
    }

    /**
     * The stride of the columns of an {@linkplain #checkAdjacent adjacent} matrix; that of a single column is of no matter and is
     * 1 if then elements of rows are adjacent.
     *
     * @return the stride
     */
    public int adjacentColumnStride() {
        return columns <= 1 && rows > 1 ? 1 : columnStride;
    }

    /**
     * Whether a matrix in the same array may share a place with this one. Blocks of one row-major matrix, transposed or not, are
     * told apart exactly; otherwise all places from the first to the last count.
     *
     * @param other the other matrix
     * @return true if they may
     */
    public boolean overlaps(MatrixLayout other) {
        Objects.requireNonNull(other, "other");
        if (isEmpty() || other.isEmpty() || end() <= other.offset || other.end() <= offset) {
            return false;
        }
        MatrixLayout a = byLines(), b = other.byLines();
        int pitch = a.rowStride;
        if (b.rowStride != pitch || !a.isInLinesOf(pitch) || !b.isInLinesOf(pitch)) {
            return true;
        }
        return isCommon(a.offset % pitch, a.columns, b.offset % pitch, b.columns)
                && isCommon(a.offset / pitch, a.rows, b.offset / pitch, b.rows);
    }

    /** This or its transpose, whichever has its elements along rows. */
    private MatrixLayout byLines() {
        return columnStride <= rowStride ? this : transposed();
    }

    private boolean isInLinesOf(int pitch) {
        return columnStride == 1 && offset % pitch + columns <= pitch;
    }

    private static boolean isCommon(int from, int count, int otherFrom, int otherCount) {
        return from < otherFrom + otherCount && otherFrom < from + count;
    }
}
