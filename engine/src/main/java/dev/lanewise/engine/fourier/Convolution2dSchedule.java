package dev.lanewise.engine.fourier;

/**
 * How the convolution of an image with a fixed kernel is computed. The shapes and the mode alone decide: of direct sums and one
 * transform of an image that both fit in, the one with fewer operations.
 *
 * @param rows rows of the image
 * @param cols columns of the image
 * @param kernelRows rows of the kernel
 * @param kernelCols columns of the kernel
 * @param mode which part is wanted, along both axes
 * @param direct whether each output is a sum of products
 * @param transformRows rows of the transforms, 0 for direct sums
 * @param transformCols columns of the transforms, 0 for direct sums
 */
public record Convolution2dSchedule(
        int rows,
        int cols,
        int kernelRows,
        int kernelCols,
        ConvolutionMode mode,
        boolean direct,
        int transformRows,
        int transformCols) {
    /** Of direct sums, how many rows of outputs are summed at once. */
    static final int BAND = 32;

    /**
     * The schedule of shapes and a mode.
     *
     * @param rows rows of the image, at least 1
     * @param cols columns of the image, at least 1
     * @param kernelRows rows of the kernel, at least 1
     * @param kernelCols columns of the kernel, at least 1
     * @param mode which part is wanted, along both axes
     * @return the schedule
     * @throws IllegalArgumentException if one is less, or the transforms would be no arrays, or under
     *     {@link ConvolutionMode#VALID} neither the image nor the kernel is at least as large as the other along both axes
     */
    public static Convolution2dSchedule of(int rows, int cols, int kernelRows, int kernelCols, ConvolutionMode mode) {
        String got = "image, kernel: got " + rows + " x " + cols + " and " + kernelRows + " x " + kernelCols + ", ";
        if (rows < 1 || cols < 1 || kernelRows < 1 || kernelCols < 1) {
            throw new IllegalArgumentException(got + "wanted 1 or more each");
        }
        boolean crossed = rows < kernelRows && cols > kernelCols || rows > kernelRows && cols < kernelCols;
        if (mode == ConvolutionMode.VALID && crossed) {
            throw new IllegalArgumentException(
                    got + "wanted one at least as large as the other along both axes for " + mode);
        }
        long longest = FastLengths.LONGEST;
        if ((long) rows + kernelRows > longest || (long) cols + kernelCols > longest) {
            throw new IllegalArgumentException(got + "wanted at most " + longest + " together along either axis");
        }
        ConvolutionWindow down = ConvolutionWindow.of(rows, kernelRows, mode);
        ConvolutionWindow across = ConvolutionWindow.of(cols, kernelCols, mode);
        int transformRows = FastLengths.nextFastLength((int) down.wholeLength());
        int transformCols = FastLengths.nextFastRealLength((int) across.wholeLength());
        double sums = (double) down.outputs() * across.outputs() * down.taps() * across.taps();
        double transforms = (double) (rows + down.outputs()) * FourierOperations.real(transformCols)
                + (transformCols + 2.0) * FourierOperations.complex(transformRows)
                + 2.0 * transformRows * transformCols;
        boolean direct = sums <= transforms;
        long elements = direct
                ? (long) (BAND + down.taps() - 1) * (across.outputs() + across.taps() - 1)
                : (long) Math.max(transformRows, Math.max(rows, down.outputs())) * transformCols;
        if (elements > Integer.MAX_VALUE - 64) {
            throw new IllegalArgumentException(got + "which takes arrays of " + elements + " elements, wanted at most "
                    + (Integer.MAX_VALUE - 64));
        }
        return direct
                ? new Convolution2dSchedule(rows, cols, kernelRows, kernelCols, mode, true, 0, 0)
                : new Convolution2dSchedule(
                        rows, cols, kernelRows, kernelCols, mode, false, transformRows, transformCols);
    }

    /** As {@code 512 x 512 with 31 x 31, SAME, by a transform of 560 x 560}. */
    @Override
    public String toString() {
        String how = direct ? "by direct sums" : "by a transform of " + transformRows + " x " + transformCols;
        return rows + " x " + cols + " with " + kernelRows + " x " + kernelCols + ", " + mode + ", " + how;
    }
}
