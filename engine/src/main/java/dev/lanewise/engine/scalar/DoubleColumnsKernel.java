package dev.lanewise.engine.scalar;

/**
 * What moves vectors side by side and back, in plain Java: the contract that the SIMD kernel overrides. Vectors lie side by
 * side as the columns of a matrix of {@link #COLUMNS} columns, one element of each in a row, so that what is done to one is
 * done to all in the lanes of a vector. From one row to the next it is a pitch, which may be negative. Nothing is checked here.
 */
public class DoubleColumnsKernel {
    /** How many vectors lie side by side: a cache line or two of each row, and whole vectors at any width. */
    public static final int COLUMNS = 16;

    /** Makes the kernel. */
    public DoubleColumnsKernel() {}

    /**
     * The transpose of a matrix, {@code dst[to + dstPitch j + i] = src[from + srcPitch i + j]}, to another array.
     *
     * @param src the matrix, row by row
     * @param from its first element
     * @param srcPitch from one row to the next
     * @param rows how many rows
     * @param columns how many columns
     * @param dst gets the transpose
     * @param to its first element
     * @param dstPitch from one row of the transpose to the next
     */
    public void transpose(
            double[] src, int from, int srcPitch, int rows, int columns, double[] dst, int to, int dstPitch) {
        // Four rows at once: what is written together is adjacent, as is what is read next.
        int i = 0;
        for (; i + 3 < rows; i += 4) {
            for (int j = 0; j < columns; j++) {
                int at = from + srcPitch * i + j, down = to + dstPitch * j + i;
                double x0 = src[at], x1 = src[at + srcPitch], x2 = src[at + 2 * srcPitch], x3 = src[at + 3 * srcPitch];
                dst[down] = x0;
                dst[down + 1] = x1;
                dst[down + 2] = x2;
                dst[down + 3] = x3;
            }
        }
        for (; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                dst[to + dstPitch * j + i] = src[from + srcPitch * i + j];
            }
        }
    }

    /**
     * Rows to another array, or to places that none of them has,
     * {@code dst[to + dstPitch i + j] = src[from + srcPitch i + j]}.
     *
     * @param src the matrix, row by row
     * @param from its first element
     * @param srcPitch from one row to the next
     * @param rows how many rows
     * @param columns how many columns
     * @param dst gets the copy
     * @param to its first element
     * @param dstPitch from one row to the next
     */
    public void copy(double[] src, int from, int srcPitch, int rows, int columns, double[] dst, int to, int dstPitch) {
        for (int i = 0; i < rows; i++) {
            System.arraycopy(src, from + srcPitch * i, dst, to + dstPitch * i, columns);
        }
    }

    /**
     * Columns of a matrix to panels of {@code width} of them, row after row in each,
     * {@code dst[to + distance p + width i + j] = src[from + srcPitch i + width p + j]}. It goes along rows, which may come from afar.
     *
     * @param src the matrix, row by row
     * @param from its first element
     * @param srcPitch from one row to the next
     * @param rows how many rows
     * @param panels how many panels
     * @param width columns of a panel
     * @param dst gets the panels
     * @param to where the first begins
     * @param distance from one panel to the next
     */
    public void deal(
            double[] src, int from, int srcPitch, int rows, int panels, int width, double[] dst, int to, int distance) {
        for (int i = 0; i < rows; i++) {
            for (int p = 0; p < panels; p++) {
                System.arraycopy(src, from + srcPitch * i + width * p, dst, to + distance * p + width * i, width);
            }
        }
    }

    /**
     * Rows times a factor, {@code y_i = factor x_i}.
     *
     * @param x the rows
     * @param from the first element of the first
     * @param xPitch from one to the next
     * @param factor the factor
     * @param y gets the products; may be the same places
     * @param to the first element of the first
     * @param yPitch from one to the next
     * @param rows how many
     */
    public void scale(double[] x, int from, int xPitch, double factor, double[] y, int to, int yPitch, int rows) {
        for (int i = 0; i < rows; i++) {
            int at = from + i * xPitch;
            int yAt = to + i * yPitch;
            for (int c = 0; c < COLUMNS; c++) {
                y[yAt + c] = x[at + c] * factor;
            }
        }
    }

    /**
     * Sums of rows, {@code y_i = factor (aFactor a_i + bFactor b_i)}, of which nothing is fused.
     *
     * @param a the first rows
     * @param aFrom the first element of the first
     * @param aPitch from one to the next
     * @param aFactor their factor
     * @param b the second rows
     * @param bFrom the first element of the first
     * @param bPitch from one to the next
     * @param bFactor their factor
     * @param factor the factor of the sums
     * @param y gets the sums, apart from both
     * @param to the first element of the first
     * @param yPitch from one to the next
     * @param rows how many
     */
    public void sum(
            double[] a,
            int aFrom,
            int aPitch,
            double aFactor,
            double[] b,
            int bFrom,
            int bPitch,
            double bFactor,
            double factor,
            double[] y,
            int to,
            int yPitch,
            int rows) {
        for (int i = 0; i < rows; i++) {
            int aAt = aFrom + i * aPitch;
            int bAt = bFrom + i * bPitch;
            int yAt = to + i * yPitch;
            for (int c = 0; c < COLUMNS; c++) {
                y[yAt + c] = (a[aAt + c] * aFactor + b[bAt + c] * bFactor) * factor;
            }
        }
    }
}
