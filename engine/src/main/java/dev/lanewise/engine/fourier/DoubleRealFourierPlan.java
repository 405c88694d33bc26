package dev.lanewise.engine.fourier;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.Backend;
import dev.lanewise.engine.batch.DoubleVectorBatch;
import java.util.Objects;

/**
 * The discrete Fourier transform of real vectors of one length {@code n}, and its inverse, at about half the cost of the
 * complex one: for {@code k = 0 ... n/2}
 *
 * <pre>    X_k = f sum over j = 0 ... n - 1 of x_j exp(-2 pi i j k / n),</pre>
 *
 * <p>with the factor {@code f} of a {@link DoubleFourierPlan}: under {@link Normalization#BACKWARD}, where plans begin, 1
 * forward and {@code 1/n} inverse, under {@link Normalization#ORTHO} {@code 1/sqrt(n)} in both, under {@link
 * Normalization#FORWARD} {@code 1/n} forward and 1 inverse. The other coefficients are the conjugates, {@code X_(n-k) = conj
 * X_k}, and are not kept. What is kept lies in two arrays of {@code n/2 + 1} numbers each, real parts and imaginary parts;
 * those of {@code X_0} and, for even {@code n}, of {@code X_(n/2)} are zero:
 *
 * <pre>
 *              k     0      1      2    ...   n/2 - 1   n/2
 *    n = 8   re    X_0r   X_1r   X_2r        X_3r      X_4r
 *            im    0      X_1i   X_2i        X_3i      0
 *
 *    n = 7   re    X_0r   X_1r   X_2r        X_3r
 *            im    0      X_1i   X_2i        X_3i
 * </pre>
 *
 * <p>{@link #inverse} is the vector that has these coefficients: it takes the imaginary parts that must be zero for zero, as NumPy
 * does, and only reads them.
 *
 * <p>A plan is immutable and may be used by many threads at once. Input and output are different arrays. A result depends on
 * the values, the length, the direction and the type alone: never on layout, batch, threads or machine. After an exception for
 * wrong arguments the output is untouched. A NaN or an infinity leaves no coefficient of its vector finite and, in the
 * inverse, no element but those in which the definition multiplies it by zero.
 *
 * <p>An even length takes a complex transform of half as many points. An odd one whose prime factors are at most {@link
 * FourierSchedule#LARGEST_PRIME} takes complex transforms of half as many points in all; any other odd length a complex
 * transform of as many.
 *
 * <p>Scratch, for each thread: {@code n} numbers, {@code 2 n} for an odd length with a large prime factor, and what the
 * complex transform takes; where elements are not adjacent, as many again as input and output have together, for up to 16
 * vectors at once if these lie side by side.
 */
public final class DoubleRealFourierPlan {
    private static final int LONGEST = 1 << 29;

    private final int n;
    private final Normalization normalization;
    private final DoubleRealFourier way;
    private final DoubleVectorBatch forward;
    private final DoubleVectorBatch inverse;
    private final long operations;

    private DoubleRealFourierPlan(int n, Normalization normalization, DoubleRealFourier way) {
        this.n = n;
        this.normalization = normalization;
        this.way = way;
        operations = StrictMath.round(FourierOperations.real(n));
        double forwardFactor = normalization.doubleFactor(n);
        double inverseFactor = normalization.inverse().doubleFactor(n);
        forward = new DoubleVectorBatch(
                n,
                n / 2 + 1,
                operations,
                (x, none, from, re, im, to, workspace, parallelism) ->
                        way.forward(x, from, re, im, to, forwardFactor, workspace, parallelism),
                !way.takesColumns()
                        ? null
                        : (x, none, from, xPitch, re, im, to, pitch, workspace, parallelism) -> way.forwardColumns(
                                x, from, xPitch, re, im, to, pitch, forwardFactor, workspace, parallelism));
        inverse = new DoubleVectorBatch(
                n / 2 + 1,
                n,
                operations,
                (re, im, from, x, none, to, workspace, parallelism) ->
                        way.inverse(re, im, from, x, to, inverseFactor, workspace, parallelism),
                !way.takesColumns()
                        ? null
                        : (re, im, from, pitch, x, none, to, xPitch, workspace, parallelism) -> way.inverseColumns(
                                re, im, from, pitch, x, to, xPitch, inverseFactor, workspace, parallelism));
    }

    /**
     * A plan whose forward transform has no factor.
     *
     * @param n the length of the real vectors, 1 to 2^29, or 2^28 if it is odd and has a prime factor above {@link
     *     FourierSchedule#LARGEST_PRIME}
     * @return the plan
     * @throws IllegalArgumentException if it is less or more
     */
    public static DoubleRealFourierPlan of(int n) {
        Backend.active(); // says here, and not in some initialiser, what may be wrong with a system property
        if (n < 1 || n > LONGEST) {
            throw new IllegalArgumentException("length: got " + n + ", wanted 1 to " + LONGEST);
        }
        return new DoubleRealFourierPlan(n, Normalization.BACKWARD, DoubleRealFourier.of(n));
    }

    /**
     * The same plan with another normalisation.
     *
     * @param normalization decides the factor {@code f}, together with the direction
     * @return the plan; it shares its tables with this one
     */
    public DoubleRealFourierPlan normalized(Normalization normalization) {
        return new DoubleRealFourierPlan(n, Objects.requireNonNull(normalization, "normalization"), way);
    }

    /**
     * The length of the real vectors.
     *
     * @return {@code n}
     */
    public int length() {
        return n;
    }

    DoubleRealFourier way() {
        return way;
    }

    /**
     * How many floating-point operations the transform of one vector takes in either direction, by the usual count: {@code 2.5 n
     * log2 n}, half that of a {@linkplain DoubleFourierPlan complex one}. Where an even length has a large prime factor, it is that
     * of the complex transform of half the length and {@code 2.5 n}; where an odd one has, that of a complex transform as long.
     *
     * @return the number, rounded
     */
    public long operations() {
        return operations;
    }

    /**
     * How many coefficients are kept.
     *
     * @return {@code n/2 + 1}
     */
    public int coefficients() {
        return n / 2 + 1;
    }

    /**
     * What the plan does and how, in one line, as {@code real Fourier 1000, half as many complex points: 500 = 4 x 5 x 5 x 5,
     * BACKWARD; SIMD}.
     *
     * @return the text
     */
    public String describe() {
        return "real Fourier " + n + ", " + way.describe() + ", " + normalization + "; " + Backend.active();
    }

    /**
     * Transforms real vectors to their coefficients.
     *
     * @param x holds the vectors, read only
     * @param xLayout where they lie; they may overlap each other
     * @param re gets the real parts of the coefficients
     * @param im gets their imaginary parts, another array
     * @param spectrum where the {@code n/2 + 1} coefficients of each vector go in both, as many as in {@code xLayout}
     * @param workspace scratch
     * @param parallelism how many threads may work on it
     * @throws IllegalArgumentException if the vectors do not lie within the arrays, outputs overlap, the counts differ, or
     *     two of the arrays are the same
     */
    public void forward(
            double[] x,
            Layout xLayout,
            double[] re,
            double[] im,
            Layout spectrum,
            Workspace workspace,
            Parallelism parallelism) {
        check(x, xLayout, re, im, spectrum, workspace, parallelism);
        spectrum.checkDistinct("spectrum", coefficients());
        forward.run(x, null, xLayout, re, im, spectrum, workspace, parallelism);
    }

    /**
     * Transforms coefficients back to real vectors.
     *
     * @param re holds the real parts of the coefficients, read only
     * @param im holds their imaginary parts, another array, read only; that of coefficient 0 and, for even {@code n}, of
     *     coefficient {@code n/2} is taken for zero
     * @param spectrum where the {@code n/2 + 1} coefficients of each vector lie in both; they may overlap each other
     * @param x gets the vectors
     * @param xLayout where they go, as many as in {@code spectrum}
     * @param workspace scratch
     * @param parallelism how many threads may work on it
     * @throws IllegalArgumentException if the vectors do not lie within the arrays, outputs overlap, the counts differ, or
     *     two of the arrays are the same
     */
    public void inverse(
            double[] re,
            double[] im,
            Layout spectrum,
            double[] x,
            Layout xLayout,
            Workspace workspace,
            Parallelism parallelism) {
        check(x, xLayout, re, im, spectrum, workspace, parallelism);
        xLayout.checkDistinct("x", n);
        inverse.run(re, im, spectrum, x, null, xLayout, workspace, parallelism);
    }

    private void check(
            double[] x,
            Layout xLayout,
            double[] re,
            double[] im,
            Layout spectrum,
            Workspace workspace,
            Parallelism parallelism) {
        Objects.requireNonNull(xLayout, "xLayout");
        Objects.requireNonNull(spectrum, "spectrum");
        Objects.requireNonNull(workspace, "workspace");
        Objects.requireNonNull(parallelism, "parallelism");
        if (xLayout.count() != spectrum.count()) {
            throw new IllegalArgumentException("vectors: got " + xLayout.count() + " real ones and " + spectrum.count()
                    + " of coefficients, wanted the same");
        }
        xLayout.checkWithin("x", Objects.requireNonNull(x, "x").length, n);
        spectrum.checkWithin("re", Objects.requireNonNull(re, "re").length, coefficients());
        spectrum.checkWithin("im", Objects.requireNonNull(im, "im").length, coefficients());
        if (re == im || x == re || x == im) {
            throw new IllegalArgumentException("x, re, im: got the same array twice, wanted three");
        }
    }
}
