package dev.lanewise.engine.batch;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.backend.Backend;
import dev.lanewise.engine.scalar.DoubleColumnsKernel;
import dev.lanewise.engine.scalar.DoubleFourierKernel;

/** Brings vectors that lie anywhere side by side into a buffer, as the columns of a matrix, and back. */
public final class DoubleColumns {
    /** What moves them. */
    public static final DoubleColumnsKernel KERNEL =
            Backend.choose(() -> new dev.lanewise.engine.simd.DoubleColumnsKernel(), DoubleColumnsKernel::new);

    private static final DoubleFourierKernel FOURIER_KERNEL =
            Backend.choose(() -> new dev.lanewise.engine.simd.DoubleFourierKernel(), DoubleFourierKernel::new);

    /** How many at most are transformed side by side. */
    public static final int MOST = DoubleColumnsKernel.COLUMNS;

    /** Where as many vectors lie in a buffer. */
    public static final Layout BUFFER = Layout.columns(0, MOST, MOST);

    private DoubleColumns() {}

    /**
     * Element {@code i} of vector {@code c} goes to {@code buffer[pitch i + c]}.
     *
     * @param x holds the vectors
     * @param start element 0 of the first
     * @param stride from one element to the next
     * @param distance from one vector to the next
     * @param count how many
     * @param length of each
     * @param buffer gets them
     * @param pitch from one row to the next
     */
    public static void gather(
            double[] x, int start, int stride, int distance, int count, int length, double[] buffer, int pitch) {
        if (stride == 1 && pitch == 1) {
            System.arraycopy(x, start, buffer, 0, length);
        } else if (distance == 1 && count > 1) {
            KERNEL.copy(x, start, stride, length, count, buffer, 0, pitch);
        } else if (stride == 1) {
            KERNEL.transpose(x, start, distance, count, length, buffer, 0, pitch);
        } else {
            for (int i = 0; i < length; i++) {
                for (int c = 0; c < count; c++) {
                    buffer[i * pitch + c] = x[start + i * stride + c * distance];
                }
            }
        }
    }

    /**
     * The reverse of {@link #gather}.
     *
     * @param buffer holds the vectors
     * @param pitch from one row to the next
     * @param x gets them
     * @param start element 0 of the first
     * @param stride from one element to the next
     * @param distance from one vector to the next
     * @param count how many
     * @param length of each
     */
    public static void scatter(
            double[] buffer, int pitch, double[] x, int start, int stride, int distance, int count, int length) {
        if (stride == 1 && pitch == 1) {
            System.arraycopy(buffer, 0, x, start, length);
        } else if (distance == 1 && count > 1) {
            KERNEL.copy(buffer, 0, pitch, length, count, x, start, stride);
        } else if (stride == 1) {
            KERNEL.transpose(buffer, 0, pitch, length, count, x, start, distance);
        } else {
            for (int i = 0; i < length; i++) {
                for (int c = 0; c < count; c++) {
                    x[start + i * stride + c * distance] = buffer[i * pitch + c];
                }
            }
        }
    }

    /**
     * {@link #gather} of vectors of pairs, real part and imaginary part, each to a buffer of its own of pitch {@code count}.
     *
     * @param x holds the vectors
     * @param start pair 0 of the first, in pairs
     * @param stride from one pair to the next, in pairs
     * @param distance from one vector to the next, in pairs
     * @param count how many
     * @param length of each, in pairs
     * @param re gets the real parts
     * @param im gets the imaginary parts
     * @param scratch twice as long as these
     */
    public static void gatherPairs(
            double[] x,
            int start,
            int stride,
            int distance,
            int count,
            int length,
            double[] re,
            double[] im,
            double[] scratch) {
        if (distance == 1) {
            for (int i = 0; i < length; i++) {
                FOURIER_KERNEL.split(x, 2 * (start + i * stride), re, i * count, im, i * count, count);
            }
        } else if (stride == 1) {
            KERNEL.transpose(x, 2 * start, 2 * distance, count, 2 * length, scratch, 0, count);
            for (int i = 0; i < length; i++) {
                System.arraycopy(scratch, 2 * i * count, re, i * count, count);
                System.arraycopy(scratch, (2 * i + 1) * count, im, i * count, count);
            }
        } else {
            for (int i = 0; i < length; i++) {
                for (int c = 0; c < count; c++) {
                    int at = 2 * (start + i * stride + c * distance);
                    re[i * count + c] = x[at];
                    im[i * count + c] = x[at + 1];
                }
            }
        }
    }

    /**
     * The reverse of {@link #gatherPairs}.
     *
     * @param re holds the real parts
     * @param im holds the imaginary parts
     * @param x gets the vectors
     * @param start pair 0 of the first, in pairs
     * @param stride from one pair to the next, in pairs
     * @param distance from one vector to the next, in pairs
     * @param count how many
     * @param length of each, in pairs
     * @param scratch twice as long as real or imaginary parts
     */
    public static void scatterPairs(
            double[] re,
            double[] im,
            double[] x,
            int start,
            int stride,
            int distance,
            int count,
            int length,
            double[] scratch) {
        if (distance == 1) {
            for (int i = 0; i < length; i++) {
                FOURIER_KERNEL.join(re, i * count, im, i * count, x, 2 * (start + i * stride), count);
            }
        } else if (stride == 1) {
            for (int i = 0; i < length; i++) {
                System.arraycopy(re, i * count, scratch, 2 * i * count, count);
                System.arraycopy(im, i * count, scratch, (2 * i + 1) * count, count);
            }
            KERNEL.transpose(scratch, 0, count, 2 * length, count, x, 2 * start, 2 * distance);
        } else {
            for (int i = 0; i < length; i++) {
                for (int c = 0; c < count; c++) {
                    int at = 2 * (start + i * stride + c * distance);
                    x[at] = re[i * count + c];
                    x[at + 1] = im[i * count + c];
                }
            }
        }
    }
}
