package dev.lanewise.engine.fourier;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.Backend;
import java.util.Objects;

/**
 * The linear convolution of signals of one length {@code n} with a fixed kernel {@code h} of {@code k} elements,
 *
 * <pre>    y_i = sum over j of h_j x_(i-j),</pre>
 *
 * <p>or their correlation, {@code y_i = sum over j of h_j x_(i-k+1+j)}, which is the convolution with the kernel reversed; of
 * which a {@link ConvolutionMode} says what part is wanted, as {@code scipy.signal.convolve} and {@code correlate} do (of real
 * numbers). What is beyond the ends of the signal counts as 0.
 *
 * <p>A plan is immutable and may be used by many threads at once. Input and output may not overlap. A result depends on the
 * values, the lengths, the mode and the type alone: never on layout, batch, threads or machine. After an exception for wrong
 * arguments the output is untouched.
 *
 * <p>Rounding: direct sums are off by at most {@code g(k) sum over j of |h_j x_(i-j)|}, with {@code g(k) = k u / (1 - k u)} and
 * {@code u} the unit roundoff (N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., section 3.1). Each block
 * of transforms is off, in the 2-norm, by a small multiple of {@code u log2(l) ||h||_1 ||x||_2} with the {@code x} of that
 * block, so that a small output beside a large one has fewer correct digits; NaN and infinity spread over their block.
 *
 * <p>Scratch: two or three blocks, each of {@link ConvolutionSchedule#blockLength}, for each thread.
 */
public final class DoubleConvolutionPlan {
    private final ConvolutionSchedule schedule;
    private final boolean correlation;
    private final ConvolutionWindow window;

    /** The taps that matter, last one first, for direct sums. */
    private final double[] reversedTaps;

    /** The same by transforms. */
    private final DoubleCircularFilter filter;

    private DoubleConvolutionPlan(ConvolutionSchedule schedule, double[] kernel, boolean correlation) {
        this.schedule = schedule;
        this.correlation = correlation;
        window = ConvolutionWindow.of(schedule.signal(), schedule.kernel(), schedule.mode());
        int taps = window.taps();
        boolean direct = schedule.method() == ConvolutionSchedule.Method.DIRECT;
        double[] kept = new double[direct ? taps : schedule.blockLength()];
        for (int j = 0; j < taps; j++) {
            int tap = window.firstTap() + j;
            kept[direct ? taps - 1 - j : j] = kernel[correlation ? kernel.length - 1 - tap : tap];
        }
        reversedTaps = direct ? kept : null;
        filter = direct ? null : new DoubleCircularFilter(kept);
    }

    /**
     * A plan of the convolution with a kernel.
     *
     * @param n the length of the signals, at least 1
     * @param kernel the kernel, at least one element, all of them finite; it is copied
     * @param mode which part is wanted
     * @return the plan
     * @throws IllegalArgumentException if there are no elements, or one is not finite, or the lengths are too large for
     *     {@link ConvolutionSchedule#of}
     */
    public static DoubleConvolutionPlan of(int n, double[] kernel, ConvolutionMode mode) {
        return of(n, kernel, mode, false);
    }

    /**
     * A plan of the correlation with a kernel, {@code y_i = sum over j of h_j x_(i-k+1+j)}: under
     * {@link ConvolutionMode#VALID} output 0 is the inner product of the kernel with the first {@code k} elements of the
     * signal, if it has so many.
     *
     * @param n the length of the signals, at least 1
     * @param kernel the kernel, at least one element, all of them finite; it is copied
     * @param mode which part is wanted
     * @return the plan
     * @throws IllegalArgumentException if there are no elements, or one is not finite, or the lengths are too large for
     *     {@link ConvolutionSchedule#of}
     */
    public static DoubleConvolutionPlan correlation(int n, double[] kernel, ConvolutionMode mode) {
        return of(n, kernel, mode, true);
    }

    private static DoubleConvolutionPlan of(int n, double[] kernel, ConvolutionMode mode, boolean correlation) {
        Backend.active(); // says here, and not in some initialiser, what may be wrong with a system property
        Objects.requireNonNull(mode, "mode");
        checkFinite(Objects.requireNonNull(kernel, "kernel"));
        return new DoubleConvolutionPlan(ConvolutionSchedule.of(n, kernel.length, mode), kernel, correlation);
    }

    static void checkFinite(double[] kernel) {
        for (int j = 0; j < kernel.length; j++) {
            if (!Double.isFinite(kernel[j])) {
                throw new IllegalArgumentException(
                        "kernel: got " + kernel[j] + " as element " + j + ", wanted finite numbers");
            }
        }
    }

    /**
     * The length of the signals.
     *
     * @return {@code n}
     */
    public int length() {
        return schedule.signal();
    }

    /**
     * The length of the results.
     *
     * @return how many elements the part that is wanted has
     */
    public int outputs() {
        return window.outputs();
    }

    /**
     * How it is computed.
     *
     * @return the schedule
     */
    public ConvolutionSchedule schedule() {
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
     * Convolves one signal.
     *
     * @param x the signal, {@code n} elements
     * @return a new array with the result
     * @throws IllegalArgumentException if it has another length
     */
    public double[] transform(double[] x) {
        if (Objects.requireNonNull(x, "x").length != length()) {
            throw new IllegalArgumentException("x: got length " + x.length + ", wanted " + length());
        }
        double[] y = new double[outputs()];
        Layout layout = Layout.contiguous(0);
        transform(x, layout, y, layout, new Workspace(), Parallelism.NONE);
        return y;
    }

    /**
     * Convolves signals.
     *
     * @param in holds the signals, read only
     * @param inLayout where they lie in it; they may overlap each other
     * @param out holds the results; may be {@code in}, if they lie apart
     * @param outLayout where they go, as many as there are signals
     * @param workspace scratch
     * @param parallelism how many threads may work on it, on several blocks at once
     * @throws IllegalArgumentException if signals or results do not lie within the arrays, results overlap each other or the
     *     signals, or the counts differ
     */
    public void transform(
            double[] in,
            Layout inLayout,
            double[] out,
            Layout outLayout,
            Workspace workspace,
            Parallelism parallelism) {
        Objects.requireNonNull(in, "in");
        Objects.requireNonNull(inLayout, "inLayout");
        Objects.requireNonNull(out, "out");
        Objects.requireNonNull(outLayout, "outLayout");
        Objects.requireNonNull(workspace, "workspace");
        Objects.requireNonNull(parallelism, "parallelism");
        if (inLayout.count() != outLayout.count()) {
            throw new IllegalArgumentException(
                    "signals: got " + inLayout.count() + " in and " + outLayout.count() + " out, wanted the same");
        }
        inLayout.checkWithin("in", in.length, length());
        outLayout.checkWithin("out", out.length, outputs());
        outLayout.checkDistinct("output", outputs());
        boolean apart = inLayout.end(length()) <= outLayout.offset() || outLayout.end(outputs()) <= inLayout.offset();
        if (in == out && !apart) {
            throw new IllegalArgumentException("input " + inLayout + " of length " + length() + " and output "
                    + outLayout + " of length " + outputs() + " overlap in one array; wanted no overlap");
        }
        int count = inLayout.count();
        long items = (long) count * schedule.blocks();
        Parallelism paying = parallelism.forOperations(count * schedule.operations());
        int workers = (int) Math.min(paying.workers(), items);
        if (workers <= 1) {
            several(in, inLayout, out, outLayout, 0, items, workspace);
            return;
        }
        workspace.worker(workers - 1);
        int pieces = (int) Math.min(items, 4L * workers);
        paying.forEach(pieces, (piece, worker) -> {
            long first = items * piece / pieces;
            long past = items * (piece + 1) / pieces;
            several(in, inLayout, out, outLayout, first, past, workspace.worker(worker));
        });
    }

    /** Blocks from one to before another, those of one signal after those of the one before. */
    private void several(
            double[] in, Layout inLayout, double[] out, Layout outLayout, long first, long past, Workspace workspace) {
        double[] block = workspace.takeDoubles(schedule.blockLength());
        double[] sums = workspace.takeDoubles(filter == null ? schedule.outputsPerBlock() : 0);
        try {
            for (long item = first; item < past; item++) {
                int vector = (int) (item / schedule.blocks());
                int done = (int) (item % schedule.blocks()) * schedule.outputsPerBlock();
                int count = Math.min(schedule.outputsPerBlock(), window.outputs() - done);
                int from = inLayout.start(vector);
                int to = outLayout.start(vector) + done * outLayout.stride();
                if (filter == null) {
                    direct(in, from, inLayout.stride(), done, out, to, outLayout.stride(), count, block, sums);
                } else {
                    boolean whole = schedule.method() == ConvolutionSchedule.Method.WHOLE;
                    int start = window.start() + done;
                    int begin = whole ? 0 : start - (window.taps() - 1);
                    DoublePadding.gather(
                            in, from, inLayout.stride(), length(), begin, schedule.blockLength(), block, 0);
                    filter.apply(block, false, workspace);
                    DoublePadding.scatter(block, start - begin, out, to, outLayout.stride(), count);
                }
            }
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
        }
    }

    /** Sums where they belong, of elements where they are, if neither has gaps; otherwise by way of buffers. */
    private void direct(
            double[] in,
            int from,
            int inStride,
            int done,
            double[] out,
            int to,
            int outStride,
            int count,
            double[] block,
            double[] sums) {
        int taps = window.taps();
        int begin = window.start() + done - (taps - 1);
        int needed = count + taps - 1;
        double[] signal = in;
        int at = from + begin;
        if (inStride != 1 || begin < 0 || begin + needed > length()) {
            DoublePadding.gather(in, from, inStride, length(), begin, needed, block, 0);
            signal = block;
            at = 0;
        }
        if (outStride == 1) {
            DoubleCircularFilter.KERNEL.slide(signal, at, reversedTaps, 0, taps, out, to, count, false);
        } else {
            DoubleCircularFilter.KERNEL.slide(signal, at, reversedTaps, 0, taps, sums, 0, count, false);
            DoublePadding.scatter(sums, 0, out, to, outStride, count);
        }
    }
}
