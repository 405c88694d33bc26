package dev.lanewise.engine.fourier;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.Backend;
import java.util.Objects;

/**
 * The discrete Fourier transform of complex vectors of one length {@code n}, forward or inverse,
 *
 * <pre>    X_k = f sum over j of x_j exp(-+ 2 pi i j k / n),    f = 1, 1/sqrt(n) or 1/n,</pre>
 *
 * <p>with the minus sign forward and the plus sign inverse, in about {@code 5 n log2 n} operations. Complex vectors are two
 * arrays, real parts and imaginary parts, both at the same {@link Layout}; or one array in which they alternate.
 *
 * <p>A plan is immutable and may be used by many threads at once. Input and output may be the same vectors in place; any
 * other overlap is refused. NaN and infinity go through as IEEE 754 says. A result depends on the values, the length, the
 * direction and the type alone: never on layout, storage, batch, threads or machine. After an exception for wrong arguments
 * the output is untouched.
 *
 * <p>Rounding: for a length whose prime factors are at most {@link FourierSchedule#LARGEST_PRIME}, the error is at most
 * {@code (g / (1 - g)) ||X||_2} in the 2-norm, with {@code g} the sum over the passes of a small multiple of the unit
 * roundoff (N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., theorem 24.2); for other lengths, which
 * are {@linkplain FourierSchedule convolutions}, about three times that of a transform of twice the length.
 *
 * <p>Scratch: one copy of the vector, two if its elements are not adjacent; for a convolution two vectors of its length.
 *
 * <p>Source: C. Van Loan, Computational Frameworks for the Fast Fourier Transform, 1992, sections 1.7 and 2.2.
 */
public final class DoubleFourierPlan {
    private final FourierSchedule schedule;
    private final Normalization normalization;
    private final boolean inverse;
    private final DoubleFourierBatch batch;

    private DoubleFourierPlan(
            FourierSchedule schedule, Normalization normalization, boolean inverse, DoubleFourierBatch batch) {
        this.schedule = schedule;
        this.normalization = normalization;
        this.inverse = inverse;
        this.batch = batch;
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
     * How the length is taken apart.
     *
     * @return the schedule
     */
    public FourierSchedule schedule() {
        return schedule;
    }

    /**
     * What the plan does and how, in one line.
     *
     * @return the text
     */
    public String describe() {
        return (inverse ? "inverse Fourier " : "Fourier ") + schedule + ", " + normalization + "; " + Backend.active();
    }

    /**
     * Transforms one vector in place.
     *
     * @param re the real parts, {@code n} of them
     * @param im the imaginary parts, as many
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
     * Transforms vectors into others.
     *
     * @param inRe holds the real parts of the input, read only unless it is an output
     * @param inIm holds its imaginary parts, another array
     * @param inLayout where the vectors lie in both; they may overlap each other if the output is elsewhere
     * @param outRe holds the real parts of the output; may be {@code inRe}, with the same layout or apart
     * @param outIm holds its imaginary parts, another array; may be {@code inIm} where {@code outRe} is {@code inRe}
     * @param outLayout where the vectors go in both, as many as in {@code inLayout}
     * @param workspace scratch
     * @param parallelism how many threads may work on it, on several vectors at once
     * @throws IllegalArgumentException if the vectors do not lie within the arrays, outputs overlap, the counts differ, real
     *     and imaginary parts are in the same array, or input and output overlap without being the same
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
        if (inRe == inIm || outRe == outIm || inRe == outIm || inIm == outRe) {
            throw new IllegalArgumentException(
                    "real and imaginary parts: got them in the same array, wanted one for each");
        }
        if ((inRe == outRe) != (inIm == outIm)) {
            throw new IllegalArgumentException(
                    "output: got the arrays of the input for one part and not for the other, wanted both or neither");
        }
        if (inRe == outRe) {
            inLayout.checkOverlap(n, outLayout, n);
        }
        if (inverse) {
            batch.run(inIm, inRe, inLayout, outIm, outRe, outLayout, scale(), workspace, parallelism);
        } else {
            batch.run(inRe, inIm, inLayout, outRe, outIm, outLayout, scale(), workspace, parallelism);
        }
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
     * @param parallelism how many threads may work on it, on several vectors at once
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
        batch.runInterleaved(in, inLayout, out, outLayout, inverse, scale(), workspace, parallelism);
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

    private double scale() {
        return (inverse ? normalization.inverse() : normalization).doubleFactor(length());
    }
}
