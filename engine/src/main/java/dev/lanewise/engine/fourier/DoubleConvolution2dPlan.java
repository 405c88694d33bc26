package dev.lanewise.engine.fourier;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.Backend;
import java.util.Arrays;
import java.util.Objects;

/**
 * The linear convolution of images of one shape with a fixed kernel {@code h} of {@code p x q} elements,
 *
 * <pre>    y_(i,j) = sum over k, l of h_(k,l) x_(i-k,j-l),</pre>
 *
 * <p>or their correlation, {@code y_(i,j) = sum over k, l of h_(k,l) x_(i-p+1+k,j-q+1+l)}, which is the convolution with the
 * kernel reversed along both axes; of which a {@link ConvolutionMode} says what part is wanted along each axis, as
 * {@code scipy.signal.convolve} and {@code correlate} do ({@code correlate2d} has another middle where a kernel is even).
 * What is beyond the borders of the image counts as 0.
 *
 * <p>A plan is immutable and may be used by many threads at once. Input and output may not overlap. A result depends on the
 * values, the shapes, the mode and the type alone: never on layout, threads or machine. After an exception for wrong arguments
 * the output is untouched.
 *
 * <p>Rounding: direct sums are off by at most {@code g(p q) sum over k, l of |h_(k,l) x_(i-k,j-l)|}, with {@code g(s) = s u /
 * (1 - s u)} and {@code u} the unit roundoff; by transforms the whole image is off, in the 2-norm, by a small multiple of {@code
 * u log2(l) ||h||_1 ||x||_2}, where {@code l} is how many elements the transform has, and NaN and infinity spread over it.
 *
 * <p>Scratch: for transforms two images of their shape; for direct sums a band of rows for each thread.
 */
public final class DoubleConvolution2dPlan {
    private static final int BAND = Convolution2dSchedule.BAND;

    private final Convolution2dSchedule schedule;
    private final boolean correlation;
    private final ConvolutionWindow down;
    private final ConvolutionWindow across;

    /** Rows and, in each, columns of the taps that matter, the last ones first, for direct sums. */
    private final double[] reversedTaps;

    private final DoubleRealFourierPlan rowTransform;
    private final DoubleRealFourierPlan rowBack;
    private final DoubleFourierPlan columnTransform;
    private final DoubleFourierPlan columnBack;
    private final double[] filterRe;
    private final double[] filterIm;

    /** Where the padded image and its result lie in scratch, and their spectra: rows, and all columns. */
    private final Layout imageRows;

    private final Layout imageSpectra;
    private final Layout resultRows;
    private final Layout resultSpectra;
    private final Layout columns;

    private DoubleConvolution2dPlan(Convolution2dSchedule schedule, double[] kernel, boolean correlation) {
        this.schedule = schedule;
        this.correlation = correlation;
        down = ConvolutionWindow.of(schedule.rows(), schedule.kernelRows(), schedule.mode());
        across = ConvolutionWindow.of(schedule.cols(), schedule.kernelCols(), schedule.mode());
        if (schedule.direct()) {
            reversedTaps = new double[down.taps() * across.taps()];
            for (int i = 0; i < reversedTaps.length; i++) {
                int row = down.taps() - 1 - i / across.taps();
                reversedTaps[i] = tap(kernel, row, across.taps() - 1 - i % across.taps());
            }
            rowTransform = null;
            rowBack = null;
            columnTransform = null;
            columnBack = null;
            filterRe = null;
            filterIm = null;
            imageRows = null;
            imageSpectra = null;
            resultRows = null;
            resultSpectra = null;
            columns = null;
            return;
        }
        reversedTaps = null;
        int rows = schedule.transformRows();
        int cols = schedule.transformCols();
        rowTransform = DoubleRealFourierPlan.of(cols);
        rowBack = rowTransform.normalized(Normalization.FORWARD);
        columnTransform = DoubleFourierPlan.of(rows);
        columnBack = columnTransform.normalized(Normalization.FORWARD).inverse();
        int coefficients = rowTransform.coefficients();
        imageRows = Layout.rows(0, schedule.rows(), cols);
        imageSpectra = Layout.rows(0, schedule.rows(), coefficients);
        resultRows = Layout.rows(0, down.outputs(), cols);
        resultSpectra = Layout.rows(down.start() * coefficients, down.outputs(), coefficients);
        columns = Layout.columns(0, coefficients, coefficients);
        double[] taps = new double[down.taps() * cols];
        for (int row = 0; row < down.taps(); row++) {
            for (int col = 0; col < across.taps(); col++) {
                taps[row * cols + col] = tap(kernel, row, col);
            }
        }
        filterRe = new double[rows * coefficients];
        filterIm = new double[filterRe.length];
        Workspace workspace = new Workspace();
        rowBack.forward(
                taps,
                Layout.rows(0, down.taps(), cols),
                filterRe,
                filterIm,
                Layout.rows(0, down.taps(), coefficients),
                workspace,
                Parallelism.NONE);
        columnBack
                .inverse()
                .transform(filterRe, filterIm, columns, filterRe, filterIm, columns, workspace, Parallelism.NONE);
    }

    private double tap(double[] kernel, int row, int col) {
        int at = (down.firstTap() + row) * schedule.kernelCols() + across.firstTap() + col;
        return kernel[correlation ? kernel.length - 1 - at : at];
    }

    /**
     * A plan of the convolution with a kernel.
     *
     * @param rows rows of the images, at least 1
     * @param cols columns of the images, at least 1
     * @param kernel the kernel, row-major without gaps, all elements finite; it is copied
     * @param kernelRows rows of the kernel, at least 1
     * @param kernelCols columns of the kernel, at least 1
     * @param mode which part is wanted
     * @return the plan
     * @throws IllegalArgumentException if the kernel has another number of elements or one that is not finite, or the shapes
     *     are none for {@link Convolution2dSchedule#of}
     */
    public static DoubleConvolution2dPlan of(
            int rows, int cols, double[] kernel, int kernelRows, int kernelCols, ConvolutionMode mode) {
        return of(rows, cols, kernel, kernelRows, kernelCols, mode, false);
    }

    /**
     * A plan of the correlation with a kernel.
     *
     * @param rows rows of the images, at least 1
     * @param cols columns of the images, at least 1
     * @param kernel the kernel, row-major without gaps, all elements finite; it is copied
     * @param kernelRows rows of the kernel, at least 1
     * @param kernelCols columns of the kernel, at least 1
     * @param mode which part is wanted
     * @return the plan
     * @throws IllegalArgumentException if the kernel has another number of elements or one that is not finite, or the shapes
     *     are none for {@link Convolution2dSchedule#of}
     */
    public static DoubleConvolution2dPlan correlation(
            int rows, int cols, double[] kernel, int kernelRows, int kernelCols, ConvolutionMode mode) {
        return of(rows, cols, kernel, kernelRows, kernelCols, mode, true);
    }

    private static DoubleConvolution2dPlan of(
            int rows,
            int cols,
            double[] kernel,
            int kernelRows,
            int kernelCols,
            ConvolutionMode mode,
            boolean correlation) {
        Backend.active(); // says here, and not in some initialiser, what may be wrong with a system property
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(kernel, "kernel");
        Convolution2dSchedule schedule = Convolution2dSchedule.of(rows, cols, kernelRows, kernelCols, mode);
        if (kernel.length != (long) kernelRows * kernelCols) {
            throw new IllegalArgumentException("kernel: got " + kernel.length + " elements for " + kernelRows + " x "
                    + kernelCols + ", wanted " + (long) kernelRows * kernelCols);
        }
        DoubleConvolutionPlan.checkFinite(kernel);
        return new DoubleConvolution2dPlan(schedule, kernel, correlation);
    }

    /**
     * The rows of the results.
     *
     * @return how many
     */
    public int outputRows() {
        return down.outputs();
    }

    /**
     * The columns of the results.
     *
     * @return how many
     */
    public int outputCols() {
        return across.outputs();
    }

    /**
     * How it is computed.
     *
     * @return the schedule
     */
    public Convolution2dSchedule schedule() {
        return schedule;
    }

    /**
     * What the plan does and how, in one line.
     *
     * @return the text
     */
    public String describe() {
        return (correlation ? "correlation of " : "convolution of ") + schedule + "; " + Backend.active();
    }

    /**
     * Convolves an image.
     *
     * @param in holds the image, read only
     * @param inRows where its rows lie, {@code Layout.rows} of the leading dimension as a rule
     * @param out holds the result; may be {@code in}, if they lie apart
     * @param outRows where its rows go
     * @param workspace scratch
     * @param parallelism how many threads may work on it
     * @throws IllegalArgumentException if there are more or less rows, they do not lie within the arrays, or those of the
     *     result overlap each other or the image
     */
    public void transform(
            double[] in, Layout inRows, double[] out, Layout outRows, Workspace workspace, Parallelism parallelism) {
        Objects.requireNonNull(in, "in");
        Objects.requireNonNull(inRows, "inRows");
        Objects.requireNonNull(out, "out");
        Objects.requireNonNull(outRows, "outRows");
        Objects.requireNonNull(workspace, "workspace");
        Objects.requireNonNull(parallelism, "parallelism");
        if (inRows.count() != schedule.rows() || outRows.count() != outputRows()) {
            throw new IllegalArgumentException("rows: got " + inRows.count() + " in and " + outRows.count()
                    + " out, wanted " + schedule.rows() + " and " + outputRows());
        }
        inRows.checkWithin("in", in.length, schedule.cols());
        outRows.checkWithin("out", out.length, outputCols());
        outRows.checkDistinct("output", outputCols());
        boolean apart = inRows.end(schedule.cols()) <= outRows.offset() || outRows.end(outputCols()) <= inRows.offset();
        if (in == out && !apart) {
            throw new IllegalArgumentException(
                    "image " + inRows + " and result " + outRows + " overlap in one array; wanted no overlap");
        }
        if (schedule.direct()) {
            direct(in, inRows, out, outRows, workspace, parallelism);
        } else {
            byTransforms(in, inRows, out, outRows, workspace, parallelism);
        }
    }

    private void direct(
            double[] in, Layout inRows, double[] out, Layout outRows, Workspace workspace, Parallelism parallelism) {
        int bands = Math.ceilDiv(outputRows(), BAND);
        Parallelism paying = parallelism.forOperations((double) outputRows() * outputCols() * reversedTaps.length);
        if (Math.min(paying.workers(), bands) <= 1) {
            for (int band = 0; band < bands; band++) {
                band(in, inRows, out, outRows, band * BAND, workspace);
            }
            return;
        }
        workspace.worker(Math.min(paying.workers(), bands) - 1);
        paying.forEach(bands, (band, worker) -> band(in, inRows, out, outRows, band * BAND, workspace.worker(worker)));
    }

    /** Some rows of direct sums, of rows of the image that are copied with zeros around. */
    private void band(double[] in, Layout inRows, double[] out, Layout outRows, int first, Workspace workspace) {
        int count = Math.min(BAND, outputRows() - first);
        int width = outputCols() + across.taps() - 1;
        int height = count + down.taps() - 1;
        double[] image = workspace.takeDoubles(height * width);
        double[] row = workspace.takeDoubles(outputCols());
        try {
            for (int i = 0; i < height; i++) {
                int from = down.start() + first - (down.taps() - 1) + i;
                if (from < 0 || from >= schedule.rows()) {
                    Arrays.fill(image, i * width, (i + 1) * width, 0);
                } else {
                    int begin = across.start() - (across.taps() - 1);
                    int at = inRows.start(from);
                    DoublePadding.gather(in, at, inRows.stride(), schedule.cols(), begin, width, image, i * width);
                }
            }
            var kernel = DoubleCircularFilter.KERNEL;
            int taps = across.taps();
            for (int i = 0; i < count; i++) {
                for (int k = 0; k < down.taps(); k++) {
                    int at = (i + k) * width;
                    kernel.slide(image, at, reversedTaps, k * taps, taps, row, 0, outputCols(), k > 0);
                }
                DoublePadding.scatter(row, 0, out, outRows.start(first + i), outRows.stride(), outputCols());
            }
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
        }
    }

    private void byTransforms(
            double[] in, Layout inRows, double[] out, Layout outRows, Workspace workspace, Parallelism parallelism) {
        int rows = schedule.rows();
        int cols = schedule.transformCols();
        int used = rows * rowTransform.coefficients();
        int all = filterRe.length;
        double[] image = workspace.takeDoubles(Math.max(rows, outputRows()) * cols);
        double[] re = workspace.takeDoubles(all);
        double[] im = workspace.takeDoubles(all);
        try {
            for (int i = 0; i < rows; i++) {
                int at = inRows.start(i);
                DoublePadding.gather(in, at, inRows.stride(), schedule.cols(), 0, cols, image, i * cols);
            }
            rowTransform.forward(image, imageRows, re, im, imageSpectra, workspace, parallelism);
            Arrays.fill(re, used, all, 0);
            Arrays.fill(im, used, all, 0);
            columnTransform.transform(re, im, columns, re, im, columns, workspace, parallelism);
            DoubleCircularFilter.KERNEL.multiply(re, 0, im, 0, filterRe, filterIm, 0, all);
            columnBack.transform(re, im, columns, re, im, columns, workspace, parallelism);
            rowBack.inverse(re, im, resultSpectra, image, resultRows, workspace, parallelism);
            for (int i = 0; i < outputRows(); i++) {
                int from = i * cols + across.start();
                DoublePadding.scatter(image, from, out, outRows.start(i), outRows.stride(), outputCols());
            }
        } finally {
            for (int i = 0; i < 3; i++) {
                workspace.releaseDoubles();
            }
        }
    }
}
