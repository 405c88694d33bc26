package dev.lanewise.engine.simd;

/**
 * The passes of one radix of a Fourier transform in which a vector is of one {@code p} and adjacent {@code q}; the graph is that
 * of the scalar twin.
 *
 * <p>Objects, so that C2 compiles each radix by itself: all of them together in one method are more than it cares to inline,
 * and then it makes objects of vectors instead.
 */
abstract class DoubleFourierRadix {
    private static final DoubleFourierRadix[] BY_RADIX = {
        null,
        null,
        new DoubleFourierRadix2(),
        new DoubleFourierRadix3(),
        new DoubleFourierRadix4(),
        new DoubleFourierRadix5(),
        null,
        new DoubleFourierRadix7(),
        new DoubleFourierRadix8(),
        new DoubleFourierRadix9()
    };

    /** Rows of so many vectors are long: worth what C2 does before a loop in which it checks no bounds. */
    static final int LONG_ROW = 4;

    /** The one of a radix, or null if its butterfly does not fit registers: see {@link DoubleFourierOddButterfly}. */
    static DoubleFourierRadix of(int radix) {
        return radix < BY_RADIX.length ? BY_RADIX[radix] : null;
    }

    /** A pass with {@code s = LANES}: a loop over {@code p}, in which all indices are linear and C2 checks no bounds. */
    abstract void narrow(
            double[] srcRe,
            int srcReOffset,
            double[] srcIm,
            int srcImOffset,
            double[] dstRe,
            int dstReOffset,
            double[] dstIm,
            int dstImOffset,
            int m,
            int firstP,
            int pastP,
            double[] factors,
            int factorsOffset);

    /** Butterflies as the scalar twin's, with factors. */
    abstract void wide(
            double[] srcRe,
            int srcReOffset,
            double[] srcIm,
            int srcImOffset,
            int srcStep,
            int srcPitch,
            double[] dstRe,
            int dstReOffset,
            double[] dstIm,
            int dstImOffset,
            int dstStep,
            int dstPitch,
            int rows,
            int length,
            double[] factors,
            int factorsOffset,
            int factorsPitch);

    /** Butterflies without factors. */
    abstract void last(
            double[] srcRe,
            int srcReOffset,
            double[] srcIm,
            int srcImOffset,
            int srcStep,
            int srcPitch,
            double[] dstRe,
            int dstReOffset,
            double[] dstIm,
            int dstImOffset,
            int dstStep,
            int dstPitch,
            int rows,
            int length);
}
