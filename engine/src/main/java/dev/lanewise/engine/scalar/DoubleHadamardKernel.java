package dev.lanewise.engine.scalar;

/**
 * The butterflies of the fast Walsh-Hadamard transform, in plain Java: the contract that the SIMD kernel overrides.
 *
 * <p>Stage {@code s} of a transform of length {@code 2^k} replaces each pair {@code (x, y)} of elements whose indices
 * differ in bit {@code s} alone by {@code (x + y, x - y)}. Stages run in ascending order; that alone fixes the bits of the
 * result. Methods take several stages at once so that an element is loaded and stored once for all of them. Nothing is
 * checked here.
 */
public class DoubleHadamardKernel {
    /** Columns that {@link #paley} takes at once: some cache lines of each row. */
    private static final int PALEY_COLUMNS = 32;

    /** Makes the kernel. */
    public DoubleHadamardKernel() {}

    /**
     * The numbers of low stages that {@link #low} does best in one go.
     *
     * @return the numbers, ascending
     */
    public int[] lowBits() {
        return new int[] {3};
    }

    /**
     * The most low stages whose numbers stay in registers; with more, {@link #low} pays only if it saves all other passes.
     *
     * @return the number
     */
    public int easyLowBits() {
        return 3;
    }

    /**
     * Stages {@code 0 ... bits - 1} on adjacent elements, after a product with signs and before one with a factor:
     * {@code dst = scale * H (signs .* src)} for each block of {@code 2^bits} elements.
     *
     * @param src input
     * @param srcOffset its first element
     * @param dst output; may be the input at the same offset
     * @param dstOffset its first element
     * @param length how many elements, a multiple of {@code 2^bits}
     * @param bits how many stages: 0 to 3, or one of {@link #lowBits}
     * @param signs a factor 1 or -1 for each element, or null for none
     * @param signsOffset the first of them
     * @param scale the factor after the last stage; 1 leaves all bits as they are
     */
    public void low(
            double[] src,
            int srcOffset,
            double[] dst,
            int dstOffset,
            int length,
            int bits,
            double[] signs,
            int signsOffset,
            double scale) {
        if (signs != null) {
            for (int i = 0; i < length; i++) {
                dst[dstOffset + i] = src[srcOffset + i] * signs[signsOffset + i];
            }
        } else if (src != dst || srcOffset != dstOffset) {
            System.arraycopy(src, srcOffset, dst, dstOffset, length);
        }
        if (bits == 3) {
            adjacentEights(dst, dstOffset, length, scale);
            return;
        }
        for (int block = dstOffset; block < dstOffset + length; block += 1 << bits) {
            switch (bits) {
                case 0 -> dst[block] *= scale;
                case 1 -> radix2(dst, block, 1, dst, block, 1, 1, scale);
                default -> radix4(dst, block, 1, dst, block, 1, 1, scale);
            }
        }
    }

    private static void adjacentEights(double[] x, int offset, int length, double scale) {
        for (int i = offset; i < offset + length; i += 8) {
            double x0 = x[i], x1 = x[i + 1], x2 = x[i + 2], x3 = x[i + 3];
            double x4 = x[i + 4], x5 = x[i + 5], x6 = x[i + 6], x7 = x[i + 7];
            double a0 = x0 + x1, a1 = x0 - x1, a2 = x2 + x3, a3 = x2 - x3;
            double a4 = x4 + x5, a5 = x4 - x5, a6 = x6 + x7, a7 = x6 - x7;
            double b0 = a0 + a2, b1 = a1 + a3, b2 = a0 - a2, b3 = a1 - a3;
            double b4 = a4 + a6, b5 = a5 + a7, b6 = a4 - a6, b7 = a5 - a7;
            x[i] = (b0 + b4) * scale;
            x[i + 1] = (b1 + b5) * scale;
            x[i + 2] = (b2 + b6) * scale;
            x[i + 3] = (b3 + b7) * scale;
            x[i + 4] = (b0 - b4) * scale;
            x[i + 5] = (b1 - b5) * scale;
            x[i + 6] = (b2 - b6) * scale;
            x[i + 7] = (b3 - b7) * scale;
        }
    }

    /**
     * {@code bits} successive stages on rows: element {@code j} of row {@code r} is {@code offset + r * stride + j}, there
     * are {@code 2^bits} rows, and the transform runs across them for each column {@code j}.
     *
     * @param src input
     * @param srcOffset first element of row 0
     * @param srcStride from one row to the next
     * @param dst output; may be the input at the same places
     * @param dstOffset first element of row 0
     * @param dstStride from one row to the next
     * @param columns how many columns
     * @param bits how many stages, 1 to 4
     * @param scale the factor after the last stage; 1 leaves all bits as they are
     */
    public void radix(
            double[] src,
            int srcOffset,
            int srcStride,
            double[] dst,
            int dstOffset,
            int dstStride,
            int columns,
            int bits,
            double scale) {
        switch (bits) {
            case 1 -> radix2(src, srcOffset, srcStride, dst, dstOffset, dstStride, columns, scale);
            case 2 -> radix4(src, srcOffset, srcStride, dst, dstOffset, dstStride, columns, scale);
            case 3 -> radix8(src, srcOffset, srcStride, dst, dstOffset, dstStride, columns, scale);
            default -> {
                for (int row = 0; row < 16; row += 2) {
                    int from = srcOffset + row * srcStride;
                    int to = dstOffset + row * dstStride;
                    radix2(src, from, srcStride, dst, to, dstStride, columns, 1);
                }
                radix8(dst, dstOffset, 2 * dstStride, dst, dstOffset, 2 * dstStride, columns, scale);
                int odd = dstOffset + dstStride;
                radix8(dst, odd, 2 * dstStride, dst, odd, 2 * dstStride, columns, scale);
            }
        }
    }

    /**
     * The factor {@code H_base} of {@code H_base x I} in place, on {@code base = 2 (q + 1)} rows laid out as for
     * {@link #radix}: with {@code s_i = x_2i + x_2i+1}, {@code d_i = x_2i - x_2i+1} and indices {@code j = i + t} modulo
     * {@code q + 1},
     *
     * <pre>
     *     y_2i   = scale * ( d_i + c_i,i+1 s_i+1 + ... + c_i,i+q s_i+q)
     *     y_2i+1 = scale * (-s_i + c_i,i+1 d_i+1 + ... + c_i,i+q d_i+q)
     * </pre>
     *
     * <p>summed from left to right. The diagonal of {@code c}, which is zero, is left out: a product of zero and infinity
     * has no place here.
     *
     * @param conference the {@code q + 1} rows of the conference matrix {@code c}, row {@code i} as its {@code q} elements
     *     from {@code c_i,i+1} on
     * @param q the number of elements of the field
     * @param x input and output
     * @param offset first element of row 0
     * @param stride from one row to the next
     * @param columns how many columns
     * @param scratch room for {@link #paleyScratch} elements
     * @param scale the factor after the sums; 1 leaves all bits as they are
     */
    public void paley(
            double[] conference,
            int q,
            double[] x,
            int offset,
            int stride,
            int columns,
            double[] scratch,
            double scale) {
        for (int column = 0; column < columns; column += PALEY_COLUMNS) {
            int few = Math.min(PALEY_COLUMNS, columns - column);
            for (int i = 0; i <= q; i++) {
                pair(x, offset + column + 2 * i * stride, stride, few, scratch, i, q + 1 + i);
            }
            for (int i = 0; i <= q; i++) {
                pairOfRows(conference, q, i, x, offset + column + 2 * i * stride, stride, few, scratch, scale);
            }
        }
    }

    private static void pair(double[] x, int from, int stride, int columns, double[] scratch, int sum, int difference) {
        for (int j = 0; j < columns; j++) {
            double even = x[from + j];
            double odd = x[from + stride + j];
            scratch[sum * PALEY_COLUMNS + j] = even + odd;
            scratch[difference * PALEY_COLUMNS + j] = even - odd;
        }
    }

    private static void pairOfRows(
            double[] conference,
            int q,
            int i,
            double[] x,
            int to,
            int stride,
            int columns,
            double[] scratch,
            double scale) {
        int differences = (q + 1) * PALEY_COLUMNS;
        for (int j = 0; j < columns; j++) {
            int at = i * PALEY_COLUMNS + j;
            double even = scratch[differences + at];
            double odd = -scratch[at];
            int t = 0;
            for (; t < q - i; t++) {
                at += PALEY_COLUMNS;
                double c = conference[i * q + t];
                even += c * scratch[at];
                odd += c * scratch[differences + at];
            }
            at -= differences;
            for (; t < q; t++) {
                at += PALEY_COLUMNS;
                double c = conference[i * q + t];
                even += c * scratch[at];
                odd += c * scratch[differences + at];
            }
            x[to + j] = even * scale;
            x[to + stride + j] = odd * scale;
        }
    }

    /**
     * How many elements of scratch {@link #paley} wants.
     *
     * @param q the number of elements of the field
     * @return the number
     */
    public int paleyScratch(int q) {
        return 2 * (q + 1) * PALEY_COLUMNS;
    }

    /**
     * Copies rows, each times a sign: {@code dst_rj = signs_r src_rj}.
     *
     * @param src input
     * @param srcOffset first element of row 0
     * @param srcStride from one row to the next
     * @param dst output; does not overlap the input
     * @param dstOffset first element of row 0
     * @param dstStride from one row to the next
     * @param rows how many rows
     * @param columns how many elements of each
     * @param signs a factor 1 or -1 for each row, or null for none
     */
    public void copyRows(
            double[] src,
            int srcOffset,
            int srcStride,
            double[] dst,
            int dstOffset,
            int dstStride,
            int rows,
            int columns,
            double[] signs) {
        for (int r = 0; r < rows; r++) {
            int from = srcOffset + r * srcStride;
            int to = dstOffset + r * dstStride;
            if (signs == null) {
                System.arraycopy(src, from, dst, to, columns);
            } else {
                for (int j = 0; j < columns; j++) {
                    dst[to + j] = src[from + j] * signs[r];
                }
            }
        }
    }

    private static void radix2(
            double[] src, int from, int srcStride, double[] dst, int to, int dstStride, int columns, double scale) {
        for (int j = 0; j < columns; j++) {
            double x0 = src[from + j];
            double x1 = src[from + srcStride + j];
            dst[to + j] = (x0 + x1) * scale;
            dst[to + dstStride + j] = (x0 - x1) * scale;
        }
    }

    private static void radix4(
            double[] src, int from, int srcStride, double[] dst, int to, int dstStride, int columns, double scale) {
        for (int j = 0; j < columns; j++) {
            int in = from + j;
            int out = to + j;
            double x0 = src[in], x1 = src[in + srcStride], x2 = src[in + 2 * srcStride], x3 = src[in + 3 * srcStride];
            double a0 = x0 + x1, a1 = x0 - x1, a2 = x2 + x3, a3 = x2 - x3;
            dst[out] = (a0 + a2) * scale;
            dst[out + dstStride] = (a1 + a3) * scale;
            dst[out + 2 * dstStride] = (a0 - a2) * scale;
            dst[out + 3 * dstStride] = (a1 - a3) * scale;
        }
    }

    private static void radix8(
            double[] src, int from, int srcStride, double[] dst, int to, int dstStride, int columns, double scale) {
        for (int j = 0; j < columns; j++) {
            int in = from + j;
            int out = to + j;
            double x0 = src[in], x1 = src[in + srcStride], x2 = src[in + 2 * srcStride], x3 = src[in + 3 * srcStride];
            double a0 = x0 + x1, a1 = x0 - x1, a2 = x2 + x3, a3 = x2 - x3;
            double b0 = a0 + a2, b1 = a1 + a3, b2 = a0 - a2, b3 = a1 - a3;
            in += 4 * srcStride;
            double x4 = src[in], x5 = src[in + srcStride], x6 = src[in + 2 * srcStride], x7 = src[in + 3 * srcStride];
            double a4 = x4 + x5, a5 = x4 - x5, a6 = x6 + x7, a7 = x6 - x7;
            double b4 = a4 + a6, b5 = a5 + a7, b6 = a4 - a6, b7 = a5 - a7;
            dst[out] = (b0 + b4) * scale;
            dst[out + dstStride] = (b1 + b5) * scale;
            dst[out + 2 * dstStride] = (b2 + b6) * scale;
            dst[out + 3 * dstStride] = (b3 + b7) * scale;
            out += 4 * dstStride;
            dst[out] = (b0 - b4) * scale;
            dst[out + dstStride] = (b1 - b5) * scale;
            dst[out + 2 * dstStride] = (b2 - b6) * scale;
            dst[out + 3 * dstStride] = (b3 - b7) * scale;
        }
    }
}
