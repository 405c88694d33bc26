package dev.lanewise.engine.fourier;

/**
 * How the convolution of a signal with a fixed kernel is computed. The lengths and the mode alone decide: of the methods, and
 * of the lengths of blocks, the one with the fewest operations, all {@code 2.5 l log2 l} of a real transform of even length
 * {@code l} and all fused multiplications and additions of direct sums counted alike, and some thousands more for each
 * transform.
 *
 * <p>Source of overlap-save: H. D. Helms, Fast Fourier transform method of computing difference equations and simulating
 * filters, IEEE Trans. Audio Electroacoust. 15, 1967, pp. 85-90.
 *
 * @param signal the length of the signal
 * @param kernel the length of the kernel
 * @param mode which part is wanted
 * @param method how it is computed
 * @param blockLength how many elements of the signal, or zeros beyond its ends, go into a block
 * @param outputsPerBlock how many outputs come out of each block but the last
 * @param blocks how many blocks
 * @param operations how many operations it takes, about
 */
public record ConvolutionSchedule(
        int signal,
        int kernel,
        ConvolutionMode mode,
        Method method,
        int blockLength,
        int outputsPerBlock,
        int blocks,
        double operations) {
    /** How a block is computed. */
    public enum Method {
        /** Each output a sum of products, in the order of the kernel from its last element to its first. */
        DIRECT,

        /** One circular convolution that is long enough, by transforms. */
        WHOLE,

        /** Circular convolutions of blocks that overlap, of which those outputs are kept that no end of the block touches. */
        OVERLAP_SAVE
    }

    /** Blocks of direct sums have as many outputs: input and output stay in the first-level cache. */
    private static final int DIRECT_OUTPUTS = 1 << 10;

    /**
     * The schedule of lengths and a mode.
     *
     * @param signal the length of the signal, at least 1
     * @param kernel the length of the kernel, at least 1
     * @param mode which part is wanted
     * @return the schedule
     * @throws IllegalArgumentException if a length is less, or so large that the convolution is no array or the least of its
     *     blocks no transform
     */
    public static ConvolutionSchedule of(int signal, int kernel, ConvolutionMode mode) {
        if (signal < 1 || kernel < 1) {
            throw new IllegalArgumentException(
                    "signal, kernel: got lengths " + signal + " and " + kernel + ", wanted 1 or more");
        }
        if ((long) signal + kernel - 1 > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("signal, kernel: got lengths " + signal + " and " + kernel + ", wanted "
                    + Integer.MAX_VALUE + " or less for their sum less one");
        }
        ConvolutionWindow window = ConvolutionWindow.of(signal, kernel, mode);
        int taps = window.taps();
        int outputs = window.outputs();
        Method method = Method.DIRECT;
        int blockLength = Math.min(outputs, DIRECT_OUTPUTS) + taps - 1;
        double least = (double) outputs * taps;
        if (window.wholeLength() <= FastLengths.LONGEST) {
            int length = FastLengths.nextFastRealLength((int) window.wholeLength());
            double operations = FourierOperations.convolution(length);
            if (operations < least) {
                method = Method.WHOLE;
                blockLength = length;
                least = operations;
            }
        }
        for (long atLeast = 2L * taps; atLeast <= FastLengths.LONGEST && atLeast < window.wholeLength(); atLeast *= 2) {
            int length = FastLengths.nextFastRealLength((int) atLeast);
            double operations = Math.ceilDiv(outputs, length - taps + 1) * FourierOperations.convolution(length);
            if (operations < least) {
                method = Method.OVERLAP_SAVE;
                blockLength = length;
                least = operations;
            }
        }
        if (method == Method.DIRECT && taps > FastLengths.LONGEST / 2) {
            throw new IllegalArgumentException("kernel: got length " + kernel + " for a signal of length " + signal
                    + ", wanted at most " + FastLengths.LONGEST / 2 + " for one as long");
        }
        int perBlock = method == Method.WHOLE ? outputs : Math.min(outputs, blockLength - taps + 1);
        return new ConvolutionSchedule(
                signal, kernel, mode, method, blockLength, perBlock, Math.ceilDiv(outputs, perBlock), least);
    }

    /**
     * How many elements the result has.
     *
     * @return the number
     */
    public int outputs() {
        return mode.length(signal, kernel);
    }

    /** As {@code 100000 with 301, SAME, by overlap-save, 58 blocks of 2048}. */
    @Override
    public String toString() {
        String how =
                switch (method) {
                    case DIRECT -> "by direct sums";
                    case WHOLE -> "by a transform of " + blockLength;
                    case OVERLAP_SAVE -> "by overlap-save, " + blocks + " blocks of " + blockLength;
                };
        return signal + " with " + kernel + ", " + mode + ", " + how;
    }
}
