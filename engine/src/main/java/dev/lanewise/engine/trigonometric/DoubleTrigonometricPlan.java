package dev.lanewise.engine.trigonometric;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.Backend;
import dev.lanewise.engine.batch.DoubleVectorBatch;
import java.util.Objects;

/**
 * A discrete cosine or sine transform of vectors of one length {@code n}: a {@linkplain TrigonometricKind kind} as SciPy defines
 * it, times a factor. With {@code p} the {@linkplain TrigonometricKind#period period},
 *
 * <table>
 *   <caption>Factor by normalisation</caption>
 *   <tr><th></th><th>the kind</th><th>its {@linkplain #inverse inverse}</th></tr>
 *   <tr><td>{@link Normalization#BACKWARD}</td><td>1</td><td>1/p</td></tr>
 *   <tr><td>{@link Normalization#ORTHO}</td><td>1/sqrt(p)</td><td>1/sqrt(p)</td></tr>
 *   <tr><td>{@link Normalization#FORWARD}</td><td>1/p</td><td>1</td></tr>
 * </table>
 *
 * <p>Under {@link Normalization#ORTHO} the matrix of the transform is orthogonal. To that end, as in SciPy, types I of cosines, II
 * and III have the elements of weight 1 instead of 2 multiplied by {@code sqrt(2)} before and their coefficients divided by
 * {@code sqrt(2)} after the sums: of DCT1 the first and the last on both sides, of DCT2 the first coefficient, of DST2 the last
 * coefficient, of DCT3 the first element, of DST3 the last element.
 *
 * <p>A plan is immutable and may be used by many threads at once. Input and output may be the same vectors in place; any other
 * overlap is refused. A result depends on the values, the kind, the length and the type of numbers alone: never on layout, batch,
 * threads or machine. After an exception for wrong arguments the output is untouched. A NaN or an infinity leaves no coefficient of
 * its vector finite but those in which the definition multiplies it by zero.
 *
 * <p>All types cost about as much as a real Fourier transform of length {@code n}, except type I where {@code n - 1} (cosines) or
 * {@code n + 1} (sines) is odd, which costs twice that. None loses digits: errors are of the order of those of the Fourier
 * transform.
 *
 * <p>Scratch: one copy of the vector and what a complex transform of half its length takes; for type I twice that. Sixteen times
 * as much for vectors that are transformed side by side: several short ones, and columns.
 */
public final class DoubleTrigonometricPlan {
    private static final int LONGEST = 1 << 28;

    private final TrigonometricKind kind;
    private final int n;
    private final Normalization normalization;
    private final boolean inverse;

    /** Of the kind, or of its inverse. */
    private final DoubleTrigonometric way;

    private final DoubleVectorBatch batch;

    private DoubleTrigonometricPlan(
            TrigonometricKind kind, int n, Normalization normalization, boolean inverse, DoubleTrigonometric way) {
        this.kind = kind;
        this.n = n;
        this.normalization = normalization;
        this.inverse = inverse;
        this.way = way;
        double factor = (inverse ? normalization.inverse() : normalization).doubleFactor(kind.period(n));
        boolean orthogonal = normalization == Normalization.ORTHO;
        batch = new DoubleVectorBatch(
                n,
                n,
                way.operations(),
                (x, none, from, y, nothing, to, workspace, parallelism) ->
                        way.run(x, from, y, to, factor, orthogonal, workspace, parallelism),
                !way.takesColumns()
                        ? null
                        : (x, none, from, inPitch, y, nothing, to, outPitch, workspace, parallelism) -> way.runColumns(
                                x, from, inPitch, y, to, outPitch, factor, orthogonal, workspace, parallelism));
    }

    /**
     * A plan without a factor.
     *
     * @param kind the kind
     * @param n the length of the vectors, at least {@link TrigonometricKind#shortestLength} and at most 2^28
     * @return the plan
     * @throws IllegalArgumentException if it is less or more
     */
    public static DoubleTrigonometricPlan of(TrigonometricKind kind, int n) {
        Backend.active(); // says here, and not in some initialiser, what may be wrong with a system property
        Objects.requireNonNull(kind, "kind");
        if (n < kind.shortestLength() || n > LONGEST) {
            throw new IllegalArgumentException(
                    "length: got " + n + ", wanted " + kind.shortestLength() + " to " + LONGEST + " for " + kind);
        }
        return new DoubleTrigonometricPlan(kind, n, Normalization.BACKWARD, false, DoubleTrigonometric.of(kind, n));
    }

    /**
     * The same plan with another normalisation.
     *
     * @param normalization decides the factor, together with the direction
     * @return the plan; it shares its tables with this one
     */
    public DoubleTrigonometricPlan normalized(Normalization normalization) {
        return new DoubleTrigonometricPlan(
                kind, n, Objects.requireNonNull(normalization, "normalization"), inverse, way);
    }

    /**
     * The plan of the inverse transform under the same normalisation: applied after this one, it gives back the vector. It is the
     * {@linkplain TrigonometricKind#inverse inverse kind} with the other factor of the table, as SciPy's {@code idct} and {@code
     * idst} of this type are.
     *
     * @return the plan; it shares its tables with this one
     */
    public DoubleTrigonometricPlan inverse() {
        return new DoubleTrigonometricPlan(kind, n, normalization, !inverse, way.transposed());
    }

    /**
     * Which transform it is, or which one it is the inverse of.
     *
     * @return the kind
     */
    public TrigonometricKind kind() {
        return kind;
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
     * How many floating-point operations the transform of one vector takes, by the usual count: that of a {@linkplain
     * dev.lanewise.engine.fourier.DoubleRealFourierPlan#operations real Fourier transform} of length {@code n}, {@code 2.5 n
     * log2 n} where there is no large prime factor. Type I takes that of its period, {@code 2 (n - 1)} or {@code 2 (n + 1)},
     * or, where this is divided, that of the parts and a sum for each of its elements.
     *
     * @return the number, rounded
     */
    public long operations() {
        return way.operations();
    }

    /**
     * What the plan does and how, in one line, as {@code inverse DCT2 1000, half as many complex points: 500 = 4 x 5 x 5 x 5,
     * BACKWARD; SIMD}.
     *
     * @return the text
     */
    public String describe() {
        return (inverse ? "inverse " : "") + kind + " " + n + ", " + way.describe() + ", " + normalization + "; "
                + Backend.active();
    }

    /**
     * Transforms one vector in place, with a workspace that it makes for this call.
     *
     * @param x the vector, {@code n} elements
     * @throws IllegalArgumentException if there are more or less
     */
    public void transform(double[] x) {
        Objects.requireNonNull(x, "x");
        if (x.length != n) {
            throw new IllegalArgumentException("x: got length " + x.length + ", wanted " + n);
        }
        Layout layout = Layout.contiguous(0);
        transform(x, layout, x, layout, new Workspace(), Parallelism.NONE);
    }

    /**
     * Transforms vectors into others.
     *
     * @param in holds the input, read only unless it is the output
     * @param inLayout where the vectors lie in it; they may overlap each other if the output is elsewhere
     * @param out gets the output; may be {@code in}, with the same layout or apart
     * @param outLayout where the vectors go, as many as in {@code inLayout}
     * @param workspace scratch
     * @param parallelism how many threads may work on it
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
        batch.checkInPlaceOrApart(in, inLayout, out, outLayout, workspace, parallelism);
        batch.run(in, null, inLayout, out, null, outLayout, workspace, parallelism);
    }
}
