package dev.lanewise.engine.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The butterflies of the fast Walsh-Hadamard transform on vectors. Whatever does not fill a vector is left to the scalar
 * kernel, which runs the same graph.
 */
public final class DoubleHadamardKernel extends dev.lanewise.engine.scalar.DoubleHadamardKernel {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final int LANES = SPECIES.length();
    private static final int LANE_BITS = Integer.numberOfTrailingZeros(LANES);

    /** Makes the kernel. */
    public DoubleHadamardKernel() {}

    @Override
    public int[] lowBits() {
        return new int[] {LANE_BITS, LANE_BITS + 3, LANE_BITS + 4};
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
        if (bits == LANE_BITS + 4) {
            DoubleHadamardLow.sixteenVectors(src, srcOffset, dst, dstOffset, length, signs, signsOffset, scale);
        } else if (bits == LANE_BITS + 3) {
            DoubleHadamardLow.eightVectors(src, srcOffset, dst, dstOffset, length, signs, signsOffset, scale);
        } else if (bits == LANE_BITS) {
            DoubleHadamardLow.oneVector(src, srcOffset, dst, dstOffset, length, signs, signsOffset, scale);
        } else if (bits > LANE_BITS || length < LANES || bits == 0) {
            super.low(src, srcOffset, dst, dstOffset, length, bits, signs, signsOffset, scale);
        } else {
            severalInOneVector(src, srcOffset, dst, dstOffset, length, bits, signs, signsOffset, scale);
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
        super.low(src, srcOffset, dst, dstOffset, whole, 0, signs, signsOffset, 1);
        for (int bit = 0; bit < bits; bit++) {
            DoubleHadamardLow.oneStage(dst, dstOffset, whole, bit);
        }
        if (scale != 1) {
            super.low(dst, dstOffset, dst, dstOffset, whole, 0, null, 0, scale);
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

    @Override
    public void paley(
            double[] conference,
            int order,
            double[] x,
            int offset,
            int stride,
            int columns,
            double[] scratch,
            double scale) {
        int whole = columns & -LANES;
        for (int column = offset; column < offset + whole; column += LANES) {
            pairs(order, x, column, stride, scratch);
            for (int i = 0; i < order; i++) {
                pairOfRows(conference, order, i, scratch, x, column + 2 * i * stride, stride, scale);
            }
        }
        if (whole < columns) {
            super.paley(conference, order, x, offset + whole, stride, columns - whole, scratch, scale);
        }
    }

    @Override
    public int paleyScratch(int order) {
        return 2 * order * LANES;
    }

    /** Sums of the pairs of rows into the first half of the scratch, differences into the second. */
    private static void pairs(int order, double[] x, int column, int stride, double[] scratch) {
        for (int i = 0; i < order; i++) {
            int from = column + 2 * i * stride;
            DoubleVector even = DoubleVector.fromArray(SPECIES, x, from);
            DoubleVector odd = DoubleVector.fromArray(SPECIES, x, from + stride);
            even.add(odd).intoArray(scratch, i * LANES);
            even.sub(odd).intoArray(scratch, (order + i) * LANES);
        }
    }

    /** Rows {@code 2 i} and {@code 2 i + 1} of the product, which share row {@code i} of the conference matrix. */
    private static void pairOfRows(
            double[] conference, int order, int i, double[] scratch, double[] x, int to, int stride, double scale) {
        int differences = order * LANES;
        DoubleVector even = DoubleVector.fromArray(SPECIES, scratch, differences + i * LANES);
        DoubleVector odd = DoubleVector.fromArray(SPECIES, scratch, i * LANES).neg();
        for (int j = 0; j < i; j++) {
            DoubleVector c = DoubleVector.broadcast(SPECIES, conference[i * order + j]);
            even = c.fma(DoubleVector.fromArray(SPECIES, scratch, j * LANES), even);
            odd = c.fma(DoubleVector.fromArray(SPECIES, scratch, differences + j * LANES), odd);
        }
        for (int j = i + 1; j < order; j++) {
            DoubleVector c = DoubleVector.broadcast(SPECIES, conference[i * order + j]);
            even = c.fma(DoubleVector.fromArray(SPECIES, scratch, j * LANES), even);
            odd = c.fma(DoubleVector.fromArray(SPECIES, scratch, differences + j * LANES), odd);
        }
        even.mul(scale).intoArray(x, to);
        odd.mul(scale).intoArray(x, to + stride);
    }
}
