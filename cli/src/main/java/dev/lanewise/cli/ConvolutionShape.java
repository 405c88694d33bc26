package dev.lanewise.cli;

import dev.lanewise.engine.fourier.ConvolutionMode;
import dev.lanewise.npy.NpyArray;
import java.util.Arrays;

/**
 * What is convolved with what.
 *
 * @param rows how many rows of signals
 * @param signal their length
 * @param kernels how many kernels: one for all rows, or one for each
 * @param kernel their length
 * @param mode which part is wanted
 * @param output the shape of the result
 */
record ConvolutionShape(int rows, int signal, int kernels, int kernel, ConvolutionMode mode, int[] output) {
    /**
     * The shape of the convolution of two arrays along their last axis.
     *
     * @param aName what messages call the signals
     * @param a the signals
     * @param bName what messages call the kernels
     * @param b one kernel, or one for each row of signals
     * @param mode which part is wanted
     * @throws CommandFailure if the arrays do not fit each other
     */
    static ConvolutionShape of(String aName, NpyArray a, String bName, NpyArray b, ConvolutionMode mode) {
        int signal = lastLength(aName, a);
        int kernel = lastLength(bName, b);
        int[] output = a.shape();
        int[] others = Arrays.copyOf(output, output.length - 1);
        int[] otherKernels = Arrays.copyOf(b.shape(), b.shape().length - 1);
        if (otherKernels.length > 0 && !Arrays.equals(others, otherKernels)) {
            throw CommandFailure.input(
                    bName + ": got " + b + " for " + a + ", wanted one axis or the same axes before the last", null);
        }
        int rows = a.size() / signal;
        long length = mode == ConvolutionMode.FULL ? (long) signal + kernel - 1 : mode.length(signal, kernel);
        if (rows * length > Integer.MAX_VALUE) {
            throw CommandFailure.input(
                    aName + ": got " + a + ", which with " + b + " makes " + rows * length
                            + " elements, wanted 2^31 - 1 at most",
                    null);
        }
        output[output.length - 1] = (int) length;
        return new ConvolutionShape(rows, signal, otherKernels.length == 0 ? 1 : rows, kernel, mode, output);
    }

    private static int lastLength(String name, NpyArray array) {
        int[] shape = array.shape();
        if (shape.length == 0) {
            throw CommandFailure.input(name + ": got " + array + ", a single number, wanted one axis or more", null);
        }
        int length = shape[shape.length - 1];
        if (length == 0) {
            throw CommandFailure.input(name + ": got " + array + ", wanted length 1 or more along the last axis", null);
        }
        return length;
    }

    int outputLength() {
        return output[output.length - 1];
    }
}
