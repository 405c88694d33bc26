package dev.lanewise.engine.simd;

import java.util.stream.IntStream;
import jdk.incubator.vector.VectorSpecies;

/**
 * The butterflies of the fast Walsh-Hadamard transform on vectors. Most of what does not fill a vector is left to the scalar
 * kernel, which runs the same graph.
 */
public final class DoubleHadamardKernel extends dev.lanewise.engine.scalar.DoubleHadamardKernel {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final int LANES = SPECIES.length();
    private static final int LANE_BITS = Integer.numberOfTrailingZeros(LANES);

    /** Elements of a cache line, or lanes of a vector if those are fewer. */
    private static final int LINE = Math.min(LANES, 64 / Double.BYTES);

    /** Smaller arrays start anywhere. */
    private static final int LARGE_ARRAY = (2 << 20) / Double.BYTES;

    /** A large array starts on a page or a region of the heap, its elements 16 bytes later. Wrong is slow, no more. */
    private static final int ARRAY_BASE = 16 / Double.BYTES;

    /** From so many columns on, two ends of a row that fill no line hardly count. */
    private static final int LONG_ROW = 64 * LANES;

    /** Processors with vectors of 512 bits have 32 registers for them; with shorter ones, many have 16. */
    private static final boolean MANY_REGISTERS = SPECIES.vectorBitSize() == 512;

    /** Makes the kernel. */
    public DoubleHadamardKernel() {}

    @Override
    public int[] lowBits() {
        if (LANES == 2) {
            return new int[] {1, 4};
        }
        return IntStream.rangeClosed(LANE_BITS, LANE_BITS + 4).toArray();
    }

    @Override
    public int easyLowBits() {
        return LANES == 2 || MANY_REGISTERS ? LANE_BITS + 4 : LANE_BITS + 3;
    }

    @Override
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
        if (bits < LANE_BITS) {
            severalInOneVector(src, srcOffset, dst, dstOffset, length, bits, signs, signsOffset, scale);
            return;
        }
        if (LANES == 2) {
            lowOfTwoLanes(src, srcOffset, dst, dstOffset, length, bits, signs, signsOffset, scale);
            return;
        }
        switch (bits - LANE_BITS) {
            case 0 -> DoubleHadamardLow.oneVector(src, srcOffset, dst, dstOffset, length, signs, signsOffset, scale);
            case 1 -> DoubleHadamardLow.twoVectors(src, srcOffset, dst, dstOffset, length, signs, signsOffset, scale);
            case 2 -> DoubleHadamardLow.fourVectors(src, srcOffset, dst, dstOffset, length, signs, signsOffset, scale);
            case 3 ->
                DoubleHadamardLowWide.eightVectors(src, srcOffset, dst, dstOffset, length, signs, signsOffset, scale);
            default ->
                DoubleHadamardLowWide.sixteenVectors(src, srcOffset, dst, dstOffset, length, signs, signsOffset, scale);
        }
    }

    private static void lowOfTwoLanes(
            double[] src,
            int srcOffset,
            double[] dst,
            int dstOffset,
            int length,
            int bits,
            double[] signs,
            int signsOffset,
            double scale) {
        if (bits == 1) {
            DoubleTwoLanes.oneVector(src, srcOffset, dst, dstOffset, length, signs, signsOffset, scale);
        } else {
            DoubleTwoLanes.eightVectors(src, srcOffset, dst, dstOffset, length, signs, signsOffset, scale);
        }
    }

    /** Blocks shorter than a vector: stage by stage, and the remainder that fills no vector by the scalar kernel. */
    private void severalInOneVector(
            double[] src,
            int srcOffset,
            double[] dst,
            int dstOffset,
            int length,
            int bits,
            double[] signs,
            int signsOffset,
            double scale) {
        int whole = length & -LANES;
        DoubleHadamardLow.noStage(src, srcOffset, dst, dstOffset, whole, signs, signsOffset, bits == 0 ? scale : 1);
        for (int bit = 0; bit < bits; bit++) {
            DoubleHadamardLow.oneStage(dst, dstOffset, whole, bit, bit == bits - 1 ? scale : 1);
        }
        super.low(
                src,
                srcOffset + whole,
                dst,
                dstOffset + whole,
                length - whole,
                bits,
                signs,
                signsOffset + whole,
                scale);
    }

    @Override
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
        if (bits == 3 && columns >= LONG_ROW && dst.length >= LARGE_ARRAY) {
            longRadix8(src, srcOffset, srcStride, dst, dstOffset, dstStride, columns, scale);
            return;
        }
        int whole = columns & -LANES;
        switch (bits) {
            case 1 -> DoubleHadamardRadix.radix2(src, srcOffset, srcStride, dst, dstOffset, dstStride, whole, scale);
            case 2 -> DoubleHadamardRadix.radix4(src, srcOffset, srcStride, dst, dstOffset, dstStride, whole, scale);
            case 3 -> DoubleHadamardRadix.radix8(src, srcOffset, srcStride, dst, dstOffset, dstStride, whole, scale);
            default -> DoubleHadamardRadix.radix16(src, srcOffset, srcStride, dst, dstOffset, dstStride, whole, scale);
        }
        if (whole < columns) {
            super.radix(
                    src, srcOffset + whole, srcStride, dst, dstOffset + whole, dstStride, columns - whole, bits, scale);
        }
    }

    /** Long rows of large arrays: whole cache lines, but for the ends, which are left to the scalar kernel. */
    private void longRadix8(
            double[] src,
            int srcOffset,
            int srcStride,
            double[] dst,
            int dstOffset,
            int dstStride,
            int columns,
            double scale) {
        int head = -(ARRAY_BASE + dstOffset) & (LINE - 1);
        int whole = (columns - head) & -LANES;
        int tail = columns - head - whole;
        if (head > 0) {
            super.radix(src, srcOffset, srcStride, dst, dstOffset, dstStride, head, 3, scale);
        }
        int from = srcOffset + head;
        int to = dstOffset + head;
        DoubleHadamardRadix.radix8(src, from, srcStride, dst, to, dstStride, whole, scale);
        if (tail > 0) {
            from += whole;
            to += whole;
            super.radix(src, from, srcStride, dst, to, dstStride, tail, 3, scale);
        }
    }

    @Override
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
        if (columns % LANES == 0) {
            DoubleHadamardRadix.copyRows(src, srcOffset, srcStride, dst, dstOffset, dstStride, rows, columns, signs);
        } else {
            super.copyRows(src, srcOffset, srcStride, dst, dstOffset, dstStride, rows, columns, signs);
        }
    }

    @Override
    public void paley(
            double[] conference,
            int q,
            double[] x,
            int offset,
            int stride,
            int columns,
            double[] scratch,
            double scale) {
        if (columns < LANES && columns == stride) {
            fewColumns(conference, q, x, offset, columns, scratch, scale);
            return;
        }
        int whole = columns & -LANES;
        switch (q) {
            case 5 -> DoublePaley12.columns(x, offset, stride, whole, scale);
            case 9 -> DoublePaley20.columns(x, offset, stride, whole, scale);
            default -> DoublePaley28.columns(x, offset, stride, whole, scratch, scale);
        }
        if (whole < columns) {
            super.paley(conference, q, x, offset + whole, stride, columns - whole, scratch, scale);
        }
    }

    /** Rows shorter than a vector are spread out to whole vectors in scratch, and back. */
    private void fewColumns(
            double[] conference, int q, double[] x, int offset, int columns, double[] scratch, double scale) {
        int rows = 2 * (q + 1);
        int spread = Math.max(DoublePaley28.SCRATCH, super.paleyScratch(q));
        DoubleHadamardLow.spread(x, offset, columns, rows, scratch, spread);
        switch (q) {
            case 5 -> DoublePaley12.columns(scratch, spread, LANES, LANES, scale);
            case 9 -> DoublePaley20.columns(scratch, spread, LANES, LANES, scale);
            default -> DoublePaley28.columns(scratch, spread, LANES, LANES, scratch, scale);
        }
        DoubleHadamardLow.gather(scratch, spread, rows, x, offset, columns);
    }

    @Override
    public int paleyScratch(int q) {
        return Math.max(DoublePaley28.SCRATCH, super.paleyScratch(q)) + 2 * (q + 1) * LANES;
    }
}
