package dev.lanewise.engine.fourier;

/**
 * The part of a convolution that is wanted, without what it does not depend on: of the kernel only the taps from {@code
 * firstTap} on, {@code taps} of them, and with these the elements {@code start} to {@code start + outputs - 1} of the full
 * convolution.
 *
 * @param signal the length of the signal
 * @param firstTap the first tap that meets the signal
 * @param taps how many
 * @param start the first element
 * @param outputs how many
 */
record ConvolutionWindow(int signal, int firstTap, int taps, int start, int outputs) {
    /** Output {@code i} takes tap {@code j} from element {@code i - j} of the signal, if there is one. */
    static ConvolutionWindow of(int signal, int kernel, ConvolutionMode mode) {
        int first = mode.first(signal, kernel);
        int outputs = mode.length(signal, kernel);
        int firstTap = Math.max(0, first - (signal - 1));
        int lastTap = (int) Math.min(kernel - 1L, first + (outputs - 1L));
        return new ConvolutionWindow(signal, firstTap, lastTap - firstTap + 1, first - firstTap, outputs);
    }

    /**
     * The least length of a circular convolution that has all outputs in their places: element {@code i} of it is the sum of
     * those of the full one at {@code i, i + length, ...}, of which no other than the first may be within.
     */
    long wholeLength() {
        return Math.max((long) signal + taps - 1 - start, (long) start + outputs);
    }
}
