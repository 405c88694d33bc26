package dev.lanewise.engine.fourier;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.Backend;
import dev.lanewise.engine.batch.DoubleVectorBatch;
import dev.lanewise.engine.roots.RootsOfUnity;
import java.util.Arrays;
import java.util.Objects;

/**
 * The chirp-z transform on the unit circle: the spectrum of vectors of {@code n} elements at {@code m} frequencies that are
 * equally far apart, as close as one likes (a zoom),
 *
 * <pre>    X_k = sum over j of x_j exp(-2 pi i j f_k),    f_k = first + k step,    k = 0 ... m - 1,</pre>
 *
 * <p>with {@code f} in cycles per sample. With {@code first = 0}, {@code step = 1/n} and {@code m = n} it is the discrete
 * Fourier transform. Since {@code j k = (j^2 + k^2 - (k - j)^2) / 2}, it is a convolution with a chirp, done by complex
 * transforms of a fast length, {@code n + m - 1} at least. Complex vectors are two arrays, real parts and imaginary parts, both
 * at the same {@link Layout}.
 *
 * <p>A plan is immutable and may be used by many threads at once. Where {@code n = m}, input and output may be the same vectors
 * in place; any other overlap is refused. NaN and infinity spread over their vector. A result depends on the values, the
 * lengths, the frequencies and the type alone: never on layout, batch, threads or machine. After an exception for wrong
 * arguments the output is untouched.
 *
 * <p>Rounding: angles are reduced exactly, so that a factor {@code exp(-2 pi i (first j + step j^2 / 2))} has the same error at
 * any length: each part is off by at most {@code 2^-52} before it is
 * rounded to the precision of the plan. The
 * transforms add a small multiple of {@code u log2(l)}, of which that of the chirp grows at worst by {@code sqrt(n + m)} (as in
 * {@link DoubleFourierPlan}, whose lengths with a large prime factor are done this way).
 *
 * <p>Scratch: four vectors of the length of the convolution.
 *
 * <p>Source: L. R. Rabiner, R. W. Schafer, C. M. Rader, The chirp z-transform algorithm, IEEE Trans. Audio Electroacoust. 17,
 * 1969, pp. 86-92.
 */
public final class DoubleChirpZPlan {
    private static final Layout WHOLE = Layout.contiguous(0);

    private final int n;
    private final int m;
    private final FrequencyGrid frequencies;
    private final DoubleFourierPlan forward;
    private final DoubleFourierPlan backward;

    /** {@code exp(-2 pi i (first j + step j^2 / 2))}. */
    private final double[] beforeRe;

    private final double[] beforeIm;

    /** {@code exp(-2 pi i step k^2 / 2)}. */
    private final double[] afterRe;

    private final double[] afterIm;

    /** The transform of {@code exp(2 pi i step d^2 / 2)} for {@code -n < d < m}, divided by its length. */
    private final double[] filterRe;

    private final double[] filterIm;

    private DoubleChirpZPlan(int n, FrequencyGrid frequencies) {
        this.n = n;
        this.frequencies = frequencies;
        m = frequencies.count();
        int length = FastLengths.nextFastLength(n + m - 1);
        forward = DoubleFourierPlan.of(length);
        DoubleFourierPlan scaled = forward.normalized(Normalization.FORWARD);
        backward = scaled.inverse();
        beforeRe = new double[n];
        beforeIm = new double[n];
        for (int j = 0; j < n; j++) {
            long angle = frequencies.angle(j, (long) j * j);
            beforeRe[j] = RootsOfUnity.doubleReal(angle, Turns.TURN);
            beforeIm[j] = -RootsOfUnity.doubleImaginary(angle, Turns.TURN);
        }
        afterRe = new double[m];
        afterIm = new double[m];
        filterRe = new double[length];
        filterIm = new double[length];
        for (int d = 0; d < Math.max(n, m); d++) {
            long angle = frequencies.angle(0, (long) d * d);
            double re = RootsOfUnity.doubleReal(angle, Turns.TURN);
            double im = RootsOfUnity.doubleImaginary(angle, Turns.TURN);
            if (d < m) {
                afterRe[d] = re;
                afterIm[d] = -im;
                filterRe[d] = re;
                filterIm[d] = im;
            }
            if (d > 0 && d < n) {
                filterRe[length - d] = re;
                filterIm[length - d] = im;
            }
        }
        scaled.transform(filterRe, filterIm);
    }

    /**
     * A plan of frequencies.
     *
     * @param n the length of the vectors, at least 1
     * @param frequencies where the spectrum is wanted
     * @return the plan
     * @throws IllegalArgumentException if the length is less than 1, or it and the number of frequencies more than 2^29 together
     */
    public static DoubleChirpZPlan of(int n, FrequencyGrid frequencies) {
        Backend.active(); // says here, and not in some initialiser, what may be wrong with a system property
        int m = Objects.requireNonNull(frequencies, "frequencies").count();
        if (n < 1 || (long) n + m > FastLengths.LONGEST) {
            throw new IllegalArgumentException("length: got " + n + " and " + m
                    + " frequencies, wanted 1 or more and at most " + FastLengths.LONGEST + " together");
        }
        return new DoubleChirpZPlan(n, frequencies);
    }

    /**
     * The length of the vectors.
     *
     * @return {@code n}
     */
    public int length() {
        return n;
    }

    /**
     * Where the spectrum is taken.
     *
     * @return the frequencies, {@code m} of them
     */
    public FrequencyGrid frequencies() {
        return frequencies;
    }

    /**
     * What the plan does and how, in one line.
     *
     * @return the text
     */
    public String describe() {
        return "chirp-z of " + n + " at " + frequencies + ", by a convolution of " + forward.schedule() + "; "
                + Backend.active();
    }

    /**
     * Transforms complex vectors.
     *
     * @param inRe holds the real parts of the vectors, {@code n} each, read only unless it is {@code outRe}
     * @param inIm holds their imaginary parts, another array, read only unless it is {@code outIm}
     * @param inLayout where they lie in both; they may overlap each other if the output is elsewhere
     * @param outRe holds the real parts of the spectra, {@code m} each; may be {@code inRe}
     * @param outIm holds their imaginary parts, another array; may be {@code inIm} where {@code outRe} is {@code inRe}
     * @param outLayout where they go in both, as many as in {@code inLayout}
     * @param workspace scratch
     * @param parallelism how many threads may work on it, on several vectors at once
     * @throws IllegalArgumentException if the vectors do not lie within the arrays, outputs overlap, the counts differ, two
     *     arrays are the same that may not be, or input and output overlap without being the same
     */
    public void transform(
            double[] inRe,
            double[] inIm,
            Layout inLayout,
            double[] outRe,
            double[] outIm,
            Layout outLayout,
            Workspace workspace,
            Parallelism parallelism) {
        check(inRe, "inRe", inLayout, outRe, outIm, outLayout, workspace, parallelism);
        inLayout.checkWithin("inIm", Objects.requireNonNull(inIm, "inIm").length, n);
        DoubleVectorBatch.checkParts(inRe, inIm, outRe, outIm);
        if (inRe == outRe) {
            inLayout.checkOverlap(n, outLayout, m);
        }
        run(inRe, inIm, inLayout, outRe, outIm, outLayout, workspace, parallelism);
    }

    /**
     * Transforms real vectors.
     *
     * @param in holds the vectors, {@code n} elements each, read only
     * @param inLayout where they lie in it; they may overlap each other
     * @param outRe holds the real parts of the spectra, {@code m} each; another array
     * @param outIm holds their imaginary parts; another array
     * @param outLayout where they go in both, as many as in {@code inLayout}
     * @param workspace scratch
     * @param parallelism how many threads may work on it, on several vectors at once
     * @throws IllegalArgumentException if the vectors do not lie within the arrays, outputs overlap, the counts differ, or two
     *     arrays are the same
     */
    public void transformReal(
            double[] in,
            Layout inLayout,
            double[] outRe,
            double[] outIm,
            Layout outLayout,
            Workspace workspace,
            Parallelism parallelism) {
        check(in, "in", inLayout, outRe, outIm, outLayout, workspace, parallelism);
        if (in == outRe || in == outIm || outRe == outIm) {
            throw new IllegalArgumentException("in, outRe, outIm: got two in the same array, wanted one for each");
        }
        run(in, null, inLayout, outRe, outIm, outLayout, workspace, parallelism);
    }

    private void check(
            double[] in,
            String name,
            Layout inLayout,
            double[] outRe,
            double[] outIm,
            Layout outLayout,
            Workspace workspace,
            Parallelism parallelism) {
        Objects.requireNonNull(inLayout, "inLayout");
        Objects.requireNonNull(outLayout, "outLayout");
        Objects.requireNonNull(workspace, "workspace");
        Objects.requireNonNull(parallelism, "parallelism");
        if (inLayout.count() != outLayout.count()) {
            throw new IllegalArgumentException(
                    "vectors: got " + inLayout.count() + " in and " + outLayout.count() + " out, wanted the same");
        }
        inLayout.checkWithin(name, Objects.requireNonNull(in, name).length, n);
        outLayout.checkWithin("outRe", Objects.requireNonNull(outRe, "outRe").length, m);
        outLayout.checkWithin("outIm", Objects.requireNonNull(outIm, "outIm").length, m);
        outLayout.checkDistinct("output", m);
    }

    private void run(
            double[] inRe,
            double[] inIm,
            Layout inLayout,
            double[] outRe,
            double[] outIm,
            Layout outLayout,
            Workspace workspace,
            Parallelism parallelism) {
        int count = inLayout.count();
        Parallelism paying = parallelism.forOperations(count * 2 * forward.operations());
        int workers = Math.min(paying.workers(), count);
        if (workers <= 1) {
            several(inRe, inIm, inLayout, outRe, outIm, outLayout, 0, count, workspace);
            return;
        }
        workspace.worker(workers - 1);
        int pieces = (int) Math.min(count, 4L * workers);
        paying.forEach(pieces, (piece, worker) -> {
            int first = (int) ((long) count * piece / pieces);
            int past = (int) ((long) count * (piece + 1) / pieces);
            several(inRe, inIm, inLayout, outRe, outIm, outLayout, first, past, workspace.worker(worker));
        });
    }

    private void several(
            double[] inRe,
            double[] inIm,
            Layout in,
            double[] outRe,
            double[] outIm,
            Layout out,
            int first,
            int past,
            Workspace workspace) {
        var kernel = DoubleCircularFilter.KERNEL;
        int length = forward.length();
        double[] re = workspace.takeDoubles(length);
        double[] im = workspace.takeDoubles(length);
        try {
            for (int vector = first; vector < past; vector++) {
                DoublePadding.gather(inRe, in.start(vector), in.stride(), n, 0, length, re, 0);
                if (inIm == null) {
                    Arrays.fill(im, 0, length, 0);
                } else {
                    DoublePadding.gather(inIm, in.start(vector), in.stride(), n, 0, length, im, 0);
                }
                kernel.multiply(re, 0, im, 0, beforeRe, beforeIm, 0, n);
                forward.transform(re, im, WHOLE, re, im, WHOLE, workspace, Parallelism.NONE);
                kernel.multiply(re, 0, im, 0, filterRe, filterIm, 0, length);
                backward.transform(re, im, WHOLE, re, im, WHOLE, workspace, Parallelism.NONE);
                kernel.multiply(re, 0, im, 0, afterRe, afterIm, 0, m);
                DoublePadding.scatter(re, 0, outRe, out.start(vector), out.stride(), m);
                DoublePadding.scatter(im, 0, outIm, out.start(vector), out.stride(), m);
            }
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
        }
    }
}
