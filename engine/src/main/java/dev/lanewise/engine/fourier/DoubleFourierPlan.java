package dev.lanewise.engine.fourier;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.Backend;
import dev.lanewise.engine.batch.DoubleVectorBatch;
import java.util.Objects;

/**
 * The discrete Fourier transform of complex vectors of one length {@code n}, forward or inverse: for {@code k = 0 ... n - 1},
 *
 * <pre>
 *    forward   X_k = f sum over j = 0 ... n - 1 of x_j exp(-2 pi i j k / n)
 *    inverse   x_k = f sum over j = 0 ... n - 1 of X_j exp(+2 pi i j k / n)</pre>
 *
 * <p>with the factor {@code f} that the {@link Normalization} has for the direction: under {@link Normalization#BACKWARD}, where
 * plans begin, 1 forward and {@code 1/n} inverse; under {@link Normalization#ORTHO} {@code 1/sqrt(n)} in both; under {@link
 * Normalization#FORWARD} {@code 1/n} forward and 1 inverse. Coefficient {@code k} is that of frequency {@code k} for
 * {@code k < n/2} and of the negative frequency {@code k - n} for {@code k > n/2}; for even {@code n}, {@code n/2} is both.
 *
 * <p>Complex vectors are two arrays, real parts and imaginary parts, both at the same {@link Layout}; or one array in which they
 * alternate. It takes {@link #operations} floating-point operations, {@code 5 n log2 n} by the usual count for a length whose
 * prime factors are at most {@value FourierSchedule#LARGEST_PRIME}.
 *
 * <p>A plan is immutable and may be used by many threads at once. Input and output may be the same vectors in place; any
 * other overlap is refused. A result depends on the values, the length, the direction and the type alone: never on layout,
 * storage, batch, threads or machine. After an exception for wrong arguments the output is untouched.
 *
 * <p>A NaN or an infinity leaves no coefficient of its vector finite, and is not seen in any other vector. Which parts of a
 * coefficient are infinite and which NaN is a matter of the order of the sums; lengths that are {@linkplain FourierSchedule
 * convolutions} have NaN where others have infinity.
 *
 * <p>Rounding: with {@code u} the unit roundoff and {@code g = s u / (1 - s u)}, the error is
 * at most {@code g ||X||_2} in the 2-norm, unless something overflows or underflows. For passes of radices {@code r_1 ... r_p}
 *
 * <pre>    s = b(r_1) + ... + b(r_p) + (p - 1) (2 + sqrt(2)),    b(2) = 1,  b(4) = 2,  b(8) = 5,
 *    b(2 h + 1) = 2 + h sqrt(h + 1) + 2 h / sqrt(2 h + 1),</pre>
 *
 * <p>and, with that {@code s} for the passes of the convolution, {@code 2 s + 3 + sqrt(n - 1) (s + 2 + sqrt(2))} for Rader's, and
 * {@code 2 sqrt(3 + 2 log(n/2)) (2 s + 4 + sqrt(2)) + sqrt(2 n - 1) (s + 2 + sqrt(2)) + 2 + sqrt(2)} for a chirp; the factor
 * {@code f} adds 3 at most (after N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., theorem 24.2). That is
 * for the worst input; for random ones the error is about {@code u sqrt(log2 n) ||X||_2}, through convolutions below four times
 * as much.
 *
 * <p>Scratch, for each thread: {@code 2 n} numbers, a copy of both parts, and as many again if elements are not adjacent or
 * real and imaginary parts alternate; all this for up to 16 vectors at once if they lie side by side, 8 if they are long. For a
 * convolution {@code 6 l} numbers instead of the first {@code 2 n}, {@code l} being its length. Powers of two from 2^11 to 2^19
 * take about {@code n} numbers, where blocks are between passes, and the copy in place and where it is faster.
 *
 * <p>Source: C. Van Loan, Computational Frameworks for the Fast Fourier Transform, 1992, sections 1.7 and 2.2.
 */
public final class DoubleFourierPlan {
    private final FourierSchedule schedule;
    private final Normalization normalization;
    private final boolean inverse;
    private final DoubleFourierBatch batch;
    private final DoubleInterleavedBatch interleaved;
    private final double scale;
    private final long operations;

    private DoubleFourierPlan(
            FourierSchedule schedule, Normalization normalization, boolean inverse, DoubleFourierBatch batch) {
        this.schedule = schedule;
        this.normalization = normalization;
        this.inverse = inverse;
        this.batch = batch;
        interleaved = new DoubleInterleavedBatch(schedule.n(), batch);
        scale = (inverse ? normalization.inverse() : normalization).doubleFactor(schedule.n());
        operations = StrictMath.round(schedule.operations());
    }

    /**
     * A plan of the forward transform, without a factor.
     *
     * @param n the length of the vectors, 1 to 2^29, or 2^28 with a prime factor above {@link FourierSchedule#LARGEST_PRIME}
     * @return the plan
     * @throws IllegalArgumentException if it is less or more
     */
    public static DoubleFourierPlan of(int n) {
        Backend.active(); // says here, and not in some initialiser, what may be wrong with a system property
        FourierSchedule schedule = FourierSchedule.of(n);
        return new DoubleFourierPlan(schedule, Normalization.BACKWARD, false, new DoubleFourierBatch(schedule));
    }

    /**
     * The same plan with another normalisation. The factor is applied after the sums.
     *
     * @param normalization decides the factor {@code f}, together with the direction
     * @return the plan; it shares its tables with this one
     */
    public DoubleFourierPlan normalized(Normalization normalization) {
        return new DoubleFourierPlan(schedule, Objects.requireNonNull(normalization, "normalization"), inverse, batch);
    }

    /**
     * The plan of the inverse transform under the same normalisation: applied after this one, it gives back the vector.
     *
     * @return the plan; it shares its tables with this one
     */
    public DoubleFourierPlan inverse() {
        return new DoubleFourierPlan(schedule, normalization, !inverse, batch);
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
     * How many floating-point operations the transform of one vector takes, by the usual count.
     *
     * @return {@code 5 n log2 n}, or what {@link FourierSchedule#operations} says of a convolution, rounded
     */
    public long operations() {
        return operations;
    }

    /** What does the work, unchecked, forward and without a factor. */
    DoubleFourierBatch batch() {
        return batch;
    }

    /**
     * How the length is taken apart.
     *
     * @return the schedule
     */
    public FourierSchedule schedule() {
        return schedule;
    }

    /**
     * What the plan does and how, in one line, as {@code inverse Fourier 1000 = 8 x 5 x 5 x 5, BACKWARD; SIMD}: the
     * direction, the {@linkplain FourierSchedule#toString schedule}, the normalisation and the {@link Backend}.
     *
     * @return the text
     */
    public String describe() {
        return (inverse ? "inverse Fourier " : "Fourier ") + schedule + ", " + normalization + "; " + Backend.active();
    }

    /**
     * Transforms one vector in place, with a workspace that it makes for this call: who has many vectors keeps one and passes it
     * to {@linkplain #transform(double[], double[], Layout, double[], double[], Layout, Workspace, Parallelism) the long form}.
     *
     * @param re the real parts, {@code n} of them
     * @param im the imaginary parts, as many, in another array
     * @throws IllegalArgumentException if there are more or less, or both are the same array
     */
    public void transform(double[] re, double[] im) {
        Objects.requireNonNull(re, "re");
        Objects.requireNonNull(im, "im");
        if (re.length != length() || im.length != length()) {
            throw new IllegalArgumentException(
                    "re, im: got lengths " + re.length + " and " + im.length + ", wanted " + length());
        }
        Layout layout = Layout.contiguous(0);
        transform(re, im, layout, re, im, layout, new Workspace(), Parallelism.NONE);
    }

    /**
     * Transforms vectors into others. Of the four arrays only {@code inRe} and {@code outRe} may be the same one, and
     * {@code inIm} and {@code outIm}, either both or neither: both parts have one layout, so that real and imaginary parts in one
     * array would overlap.
     *
     * @param inRe holds the real parts of the input, read only unless it is {@code outRe}
     * @param inIm holds the imaginary parts of the input, read only unless it is {@code outIm}
     * @param inLayout where the vectors lie in both; they may overlap each other if the output is elsewhere
     * @param outRe gets the real parts of the output; if it is {@code inRe}, the output replaces the input or lies apart from it
     * @param outIm gets the imaginary parts of the output
     * @param outLayout where the vectors go in both, as many as in {@code inLayout}
     * @param workspace scratch
     * @param parallelism how many threads may work on it, on several vectors at once or on parts of one
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
        checkLayouts(inLayout, outLayout, workspace, parallelism);
        int n = length();
        inLayout.checkWithin("inRe", Objects.requireNonNull(inRe, "inRe").length, n);
        inLayout.checkWithin("inIm", Objects.requireNonNull(inIm, "inIm").length, n);
        outLayout.checkWithin("outRe", Objects.requireNonNull(outRe, "outRe").length, n);
        outLayout.checkWithin("outIm", Objects.requireNonNull(outIm, "outIm").length, n);
        outLayout.checkDistinct("output", n);
        DoubleVectorBatch.checkParts(inRe, inIm, outRe, outIm);
        if (inRe == outRe) {
            inLayout.checkOverlap(n, outLayout, n);
        }
        if (inverse) {
            batch.run(inIm, inRe, inLayout, 0, outIm, outRe, outLayout, 0, scale, workspace, parallelism);
        } else {
            batch.run(inRe, inIm, inLayout, 0, outRe, outIm, outLayout, 0, scale, workspace, parallelism);
        }
    }

    /**
     * Transforms vectors of {@code 2 n} numbers, all real parts and then all imaginary parts, into others of the same kind. Layouts
     * are those of these longer vectors: the real part of element {@code i} of vector {@code j} is at {@code offset + i stride + j
     * distance}, the imaginary part is {@code n stride} further.
     *
     * @param in holds the input, read only unless it is the output
     * @param inLayout where the vectors lie in it; they may overlap each other if the output is elsewhere
     * @param out holds the output; may be {@code in}, with the same layout or apart
     * @param outLayout where the vectors go, as many as in {@code inLayout}
     * @param workspace scratch
     * @param parallelism how many threads may work on it, on several vectors at once or on parts of one
     * @throws IllegalArgumentException if the vectors do not lie within the arrays, outputs overlap, the counts differ, or
     *     input and output overlap without being the same
     */
    public void transformStacked(
            double[] in,
            Layout inLayout,
            double[] out,
            Layout outLayout,
            Workspace workspace,
            Parallelism parallelism) {
        checkLayouts(inLayout, outLayout, workspace, parallelism);
        int n = length();
        inLayout.checkWithin("in", Objects.requireNonNull(in, "in").length, 2 * n);
        outLayout.checkWithin("out", Objects.requireNonNull(out, "out").length, 2 * n);
        outLayout.checkDistinct("output", 2 * n);
        if (in == out) {
            inLayout.checkOverlap(2 * n, outLayout, 2 * n);
        }
        if (inLayout.count() == 0) {
            return;
        }
        int from = n * inLayout.stride(), to = n * outLayout.stride();
        if (inverse) {
            Layout ofIn = shifted(inLayout, from, workspace), ofOut = shifted(outLayout, to, workspace);
            batch.run(in, in, ofIn, -from, out, out, ofOut, -to, scale, workspace, parallelism);
        } else {
            batch.run(in, in, inLayout, from, out, out, outLayout, to, scale, workspace, parallelism);
        }
    }

    private static Layout shifted(Layout layout, int by, Workspace workspace) {
        return workspace.layout(layout.offset() + by, layout.stride(), layout.count(), layout.distance());
    }

    /**
     * Transforms vectors whose real and imaginary parts alternate into others of the same kind. Layouts count complex numbers:
     * the real part of element {@code i} of vector {@code j} is at {@code 2 (offset + i stride + j distance)}, the imaginary
     * part follows it.
     *
     * @param in holds the input, read only unless it is the output
     * @param inLayout where the vectors lie in it; they may overlap each other if the output is elsewhere
     * @param out holds the output; may be {@code in}, with the same layout or apart
     * @param outLayout where the vectors go, as many as in {@code inLayout}
     * @param workspace scratch
     * @param parallelism how many threads may work on it, on several vectors at once or on parts of one
     * @throws IllegalArgumentException if the vectors do not lie within the arrays, outputs overlap, the counts differ, or
     *     input and output overlap without being the same
     */
    public void transformInterleaved(
            double[] in,
            Layout inLayout,
            double[] out,
            Layout outLayout,
            Workspace workspace,
            Parallelism parallelism) {
        checkLayouts(inLayout, outLayout, workspace, parallelism);
        int n = length();
        inLayout.checkWithin("input (in complex numbers)", Objects.requireNonNull(in, "in").length / 2, n);
        outLayout.checkWithin("output (in complex numbers)", Objects.requireNonNull(out, "out").length / 2, n);
        outLayout.checkDistinct("output", n);
        if (in == out) {
            inLayout.checkOverlap(n, outLayout, n);
        }
        interleaved.run(in, inLayout, out, outLayout, inverse, scale, workspace, parallelism);
    }

    private static void checkLayouts(Layout in, Layout out, Workspace workspace, Parallelism parallelism) {
        Objects.requireNonNull(in, "inLayout");
        Objects.requireNonNull(out, "outLayout");
        Objects.requireNonNull(workspace, "workspace");
        Objects.requireNonNull(parallelism, "parallelism");
        if (in.count() != out.count()) {
            throw new IllegalArgumentException(
                    "vectors: got " + in.count() + " in and " + out.count() + " out, wanted the same");
        }
    }
}
