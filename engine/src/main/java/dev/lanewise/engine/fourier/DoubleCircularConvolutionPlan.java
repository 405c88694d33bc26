package dev.lanewise.engine.fourier;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.Backend;
import java.util.Objects;

/**
 * The circular convolution of vectors of one length {@code n} with a fixed vector {@code c},
 *
 * <pre>    y_k = sum over j of c_((k-j) mod n) x_j,</pre>
 *
 * <p>which is the product with the circulant matrix whose first column is {@code c}; or its transpose, the circular correlation
 * {@code y_k = sum over j of c_((j-k) mod n) x_j}.
 *
 * <p>A plan is immutable and may be used by many threads at once. Input and output may be the same vectors in place; any other
 * overlap is refused. A result depends on the values, the length and the type alone: never on layout, batch, threads or
 * machine. NaN and infinity spread over their vector. After an exception for wrong arguments the output is untouched.
 *
 * <p>Rounding: by direct sums {@code g(n) ||c||_2 ||x||_2} for each element, with {@code g(n) = n u / (1 - n u)} and {@code u}
 * the unit roundoff; by transforms a small multiple of {@code u log2(n) ||c||_1 ||x||_2} in the 2-norm.
 *
 * <p>Scratch: two vectors of the length of the transforms, for each thread.
 */
public final class DoubleCircularConvolutionPlan {
    private static final Layout WHOLE = Layout.contiguous(0);

    private final CircularConvolutionSchedule schedule;
    private final boolean transposed;

    /** For direct sums: {@code c_(n-1), ..., c_0}. */
    private final double[] taps;

    /** For those of the transpose: {@code c_1, ..., c_(n-1), c_0}. */
    private final double[] transposedTaps;

    private final DoubleCircularFilter filter;

    private DoubleCircularConvolutionPlan(
            CircularConvolutionSchedule schedule,
            boolean transposed,
            double[] taps,
            double[] transposedTaps,
            DoubleCircularFilter filter) {
        this.schedule = schedule;
        this.transposed = transposed;
        this.taps = taps;
        this.transposedTaps = transposedTaps;
        this.filter = filter;
    }

    /**
     * A plan of the convolution with a vector.
     *
     * @param c the vector, 1 to 2^28 elements, all of them finite; it is copied
     * @return the plan
     * @throws IllegalArgumentException if there are less or more, or one is not finite
     */
    public static DoubleCircularConvolutionPlan of(double[] c) {
        Backend.active(); // says here, and not in some initialiser, what may be wrong with a system property
        DoubleConvolutionPlan.checkFinite(Objects.requireNonNull(c, "kernel"));
        int n = c.length;
        CircularConvolutionSchedule schedule = CircularConvolutionSchedule.of(n);
        if (schedule.method() == CircularConvolutionSchedule.Method.DIRECT) {
            double[] taps = new double[n];
            double[] transposedTaps = new double[n];
            for (int i = 0; i < n; i++) {
                taps[i] = c[n - 1 - i];
                transposedTaps[i] = c[(i + 1) % n];
            }
            return new DoubleCircularConvolutionPlan(schedule, false, taps, transposedTaps, null);
        }
        // A longer filter has the elements that wrap around at its end: c_(n-i) for place -i.
        double[] filter = new double[schedule.length()];
        System.arraycopy(c, 0, filter, 0, n);
        if (filter.length > n) {
            System.arraycopy(c, 1, filter, filter.length - (n - 1), n - 1);
        }
        return new DoubleCircularConvolutionPlan(schedule, false, null, null, new DoubleCircularFilter(filter));
    }

    /**
     * The plan of the transpose, the correlation with the same vector.
     *
     * @return the plan; it shares its tables with this one
     */
    public DoubleCircularConvolutionPlan transposed() {
        return new DoubleCircularConvolutionPlan(schedule, !transposed, transposedTaps, taps, filter);
    }

    /**
     * The length of the vectors.
     *
     * @return {@code n}
     */
    public int length() {
        return schedule.n();
    }

    /**
     * How it is computed.
     *
     * @return the schedule
     */
    public CircularConvolutionSchedule schedule() {
        return schedule;
    }

    /**
     * What the plan does and how, in one line.
     *
     * @return the text
     */
    public String describe() {
        return (transposed ? "circular correlation of " : "circular convolution of ") + schedule + "; "
                + Backend.active();
    }

    /**
     * Convolves one vector in place.
     *
     * @param x the vector, {@code n} elements
     * @throws IllegalArgumentException if it has another length
     */
    public void transform(double[] x) {
        if (Objects.requireNonNull(x, "x").length != length()) {
            throw new IllegalArgumentException("x: got length " + x.length + ", wanted " + length());
        }
        transform(x, WHOLE, x, WHOLE, new Workspace(), Parallelism.NONE);
    }

    /**
     * Convolves vectors.
     *
     * @param in holds the vectors, read only unless it is the output
     * @param inLayout where they lie in it; they may overlap each other if the output is elsewhere
     * @param out holds the results; may be {@code in}, with the same layout or apart
     * @param outLayout where they go, as many as in {@code inLayout}
     * @param workspace scratch
     * @param parallelism how many threads may work on it, on several vectors at once
     * @throws IllegalArgumentException if the vectors do not lie within the arrays, outputs overlap, the counts differ, or
     *     input and output overlap without being the same
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
        int count = inLayout.count();
        if (count != outLayout.count()) {
            throw new IllegalArgumentException(
                    "vectors: got " + count + " in and " + outLayout.count() + " out, wanted the same");
        }
        int n = length();
        inLayout.checkWithin("in", in.length, n);
        outLayout.checkWithin("out", out.length, n);
        outLayout.checkDistinct("output", n);
        if (in == out) {
            inLayout.checkOverlap(n, outLayout, n);
        }
        Parallelism paying = parallelism.forOperations(count * schedule.operations());
        int workers = Math.min(paying.workers(), count);
        if (workers <= 1) {
            several(in, inLayout, out, outLayout, 0, count, workspace);
            return;
        }
        workspace.worker(workers - 1);
        int pieces = (int) Math.min(count, 4L * workers);
        paying.forEach(pieces, (piece, worker) -> {
            int first = (int) ((long) count * piece / pieces);
            int past = (int) ((long) count * (piece + 1) / pieces);
            several(in, inLayout, out, outLayout, first, past, workspace.worker(worker));
        });
    }

    private void several(
            double[] in, Layout inLayout, double[] out, Layout outLayout, int first, int past, Workspace workspace) {
        int n = length();
        int length = filter == null ? 2 * n - 1 : schedule.length();
        double[] x = workspace.takeDoubles(length);
        double[] sums = workspace.takeDoubles(filter == null ? n : 0);
        try {
            for (int vector = first; vector < past; vector++) {
                int from = inLayout.start(vector);
                int to = outLayout.start(vector);
                DoublePadding.gather(in, from, inLayout.stride(), n, 0, length, x, 0);
                if (filter == null) {
                    // x_1, ..., x_(n-1), x_0, ..., x_(n-1): the sums slide along it
                    System.arraycopy(x, 0, x, n - 1, n);
                    DoublePadding.gather(in, from, inLayout.stride(), n, 1, n - 1, x, 0);
                    DoubleCircularFilter.KERNEL.slide(x, 0, taps, 0, n, sums, 0, n, false);
                    DoublePadding.scatter(sums, 0, out, to, outLayout.stride(), n);
                } else {
                    filter.apply(x, transposed, workspace);
                    DoublePadding.scatter(x, 0, out, to, outLayout.stride(), n);
                }
            }
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
        }
    }
}
