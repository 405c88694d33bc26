package dev.lanewise.cli;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.fourier.DoubleConvolutionPlan;
import java.util.Arrays;

/** The convolution of each row of an array with a kernel, in this precision. */
final class DoubleRowConvolution {
    /** Elements convolved between two steps of the progress bar, which takes some hundredths of a second. */
    private static final int PIECE = 1 << 22;

    private final ConvolutionShape shape;
    private final ArrayJob.Means means;

    DoubleRowConvolution(ConvolutionShape shape, ArrayJob.Means means) {
        this.shape = shape;
        this.means = means;
    }

    /**
     * Convolves arrays; real and imaginary parts each with each.
     *
     * @param a the signals
     * @param b the kernels
     * @return the convolution
     * @throws IllegalArgumentException if a kernel is not finite
     */
    DoubleArrayParts of(DoubleArrayParts a, DoubleArrayParts b) {
        int size = shape.rows() * shape.outputLength();
        boolean complex = a.isComplex() || b.isComplex();
        DoubleArrayParts y = new DoubleArrayParts(new double[size], complex ? new double[size] : null, shape.output());
        means.progress().begin("computing", shape.rows());
        if (shape.kernels() == 1) {
            rows(a, 0, shape.rows(), b, 0, y);
        } else {
            for (int row = 0; row < shape.rows(); row++) {
                rows(a, row, row + 1, b, row, y);
            }
        }
        return y;
    }

    /** Rows from one to before another, with one of the kernels. */
    private void rows(DoubleArrayParts a, int first, int past, DoubleArrayParts b, int kernel, DoubleArrayParts y) {
        DoubleConvolutionPlan re = plan(b.re(), kernel);
        DoubleConvolutionPlan im = b.isComplex() ? plan(b.im(), kernel) : null;
        int perPiece = Math.max(1, PIECE / Math.max(shape.signal(), shape.outputLength()));
        for (int row = first, count; row < past; row += count) {
            count = Math.min(perPiece, past - row);
            convolve(re, a.re(), row, count, y.re());
            if (im != null) {
                convolve(im, a.re(), row, count, y.im());
            }
            if (a.isComplex()) {
                addConvolution(re, a.im(), row, count, y.im(), 1);
            }
            if (a.isComplex() && im != null) {
                addConvolution(im, a.im(), row, count, y.re(), -1);
            }
            means.progress().step(count);
        }
    }

    private DoubleConvolutionPlan plan(double[] kernels, int kernel) {
        int length = shape.kernel();
        double[] taps = Arrays.copyOfRange(kernels, kernel * length, (kernel + 1) * length);
        return DoubleConvolutionPlan.of(shape.signal(), taps, shape.mode());
    }

    private void convolve(DoubleConvolutionPlan plan, double[] signals, int row, int count, double[] out) {
        Layout from = Layout.rows(row * shape.signal(), count, shape.signal());
        Layout to = Layout.rows(row * shape.outputLength(), count, shape.outputLength());
        plan.transform(signals, from, out, to, means.workspace(), means.parallelism());
    }

    /** Adds a convolution, or subtracts it, where the sign is -1. */
    private void addConvolution(
            DoubleConvolutionPlan plan, double[] signals, int row, int count, double[] out, int sign) {
        int length = shape.outputLength();
        Layout from = Layout.rows(row * shape.signal(), count, shape.signal());
        double[] more = means.workspace().takeDoubles(count * length);
        try {
            plan.transform(signals, from, more, Layout.rows(0, count, length), means.workspace(), means.parallelism());
            for (int i = 0, at = row * length; i < count * length; i++, at++) {
                out[at] += sign * more[i];
            }
        } finally {
            means.workspace().releaseDoubles();
        }
    }
}
