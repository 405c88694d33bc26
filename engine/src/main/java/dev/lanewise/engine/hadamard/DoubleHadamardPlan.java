package dev.lanewise.engine.hadamard;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.Backend;
import java.util.Objects;

/**
 * The fast Walsh-Hadamard transform of vectors of one length {@code n},
 *
 * <pre>    y = f H D x,    f = 1, 1/sqrt(n) or 1/n,    D = diag(signs), the identity by default,</pre>
 *
 * <p>with the {@code n x n} Hadamard matrix {@code H} of {@link HadamardOrder} (symmetric, {@code H H = n I}), in
 * {@code n log2 n} additions for a power of two.
 *
 * <p>{@code H} is its own inverse up to the factor {@code 1/n}: without signs and in any ordering, the inverse of a plan is
 * the same plan under the {@linkplain Normalization#inverse inverse normalisation}.
 *
 * <p>A plan is immutable and may be used by many threads at once. Input and output may be the same vectors in place;
 * any other overlap is refused. NaN and infinity go through as IEEE 754 says. A result depends on the values, the length
 * and the type alone: never on layout, batch, threads or machine. After an exception for wrong arguments the output is
 * untouched.
 *
 * <p>Rounding: with {@code u} the unit roundoff, every element is off by at most {@code g(s) ||x||_1 f}, where
 * {@code g(s) = s u / (1 - s u)}, {@code s = log2 n} (for a base {@code b} of 12, 20 or 28, {@code b / 2} in place of
 * {@code log2 b}) and 3 more if there is a factor (N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed.,
 * lemma 3.1, along the tree of sums), plus half the smallest subnormal number where a product with the factor underflows.
 *
 * <p>Source: Y. A. Geadah and M. J. G. Corinthios, Natural, dyadic, and sequency order algorithms and processors for the
 * Walsh-Hadamard transform, IEEE Trans. Comput. C-26, 1977, pp. 435-442.
 */
public final class DoubleHadamardPlan {
    private final HadamardOrder order;
    private final Normalization normalization;
    private final DoubleHadamardBatch batch;

    private DoubleHadamardPlan(HadamardOrder order, Normalization normalization, DoubleHadamardBatch batch) {
        this.order = order;
        this.normalization = normalization;
        this.batch = batch;
    }

    /**
     * A plan in natural order, without normalisation and without signs.
     *
     * @param n the length of the vectors
     * @return the plan
     * @throws IllegalArgumentException if {@code n} is no supported order; the message names the nearest that are
     */
    public static DoubleHadamardPlan of(int n) {
        Backend.active(); // says here, and not in some initialiser, what may be wrong with a system property
        HadamardOrder order = HadamardOrder.of(n);
        return new DoubleHadamardPlan(order, Normalization.BACKWARD, DoubleHadamardBatch.of(order));
    }

    /**
     * The same plan with another normalisation. The factor is applied after the sums, in the last pass.
     *
     * @param normalization decides the factor {@code f}, as that of a forward transform
     * @return the plan
     */
    public DoubleHadamardPlan normalized(Normalization normalization) {
        double scale = Objects.requireNonNull(normalization, "normalization").doubleFactor(order.n());
        return new DoubleHadamardPlan(order, normalization, batch.scaled(scale));
    }

    /**
     * The same plan with its coefficients in another order.
     *
     * @param ordering the order of the rows of {@code H}
     * @return the plan
     * @throws IllegalArgumentException if the length is no power of two and the ordering is not natural
     */
    public DoubleHadamardPlan ordered(WalshOrdering ordering) {
        Objects.requireNonNull(ordering, "ordering");
        if (ordering != WalshOrdering.NATURAL && order.base() != 1) {
            throw new IllegalArgumentException(
                    "ordering: got " + ordering + " for length " + order.n() + ", wanted a power of two or NATURAL");
        }
        return new DoubleHadamardPlan(order, normalization, batch.ordered(ordering));
    }

    /**
     * The same plan with the signs of the input flipped first, in the first pass.
     *
     * @param signs the diagonal of {@code D}: {@code n} numbers 1 or -1; copied
     * @return the plan
     * @throws IllegalArgumentException if there are not {@code n} of them or one is neither 1 nor -1
     */
    public DoubleHadamardPlan withSigns(double[] signs) {
        if (Objects.requireNonNull(signs, "signs").length != order.n()) {
            throw new IllegalArgumentException("signs: got " + signs.length + ", wanted " + order.n());
        }
        for (int i = 0; i < signs.length; i++) {
            if (signs[i] != 1 && signs[i] != -1) {
                throw new IllegalArgumentException("signs[" + i + "]: got " + signs[i] + ", wanted 1 or -1");
            }
        }
        return new DoubleHadamardPlan(order, normalization, batch.signed(signs.clone()));
    }

    /**
     * The length of the vectors.
     *
     * @return {@code n}
     */
    public int length() {
        return order.n();
    }

    /**
     * The order of the Hadamard matrix.
     *
     * @return the order
     */
    public HadamardOrder order() {
        return order;
    }

    /**
     * What the plan does and how, in one line.
     *
     * @return the text
     */
    public String describe() {
        return "Hadamard " + order.n() + " = " + order + ", " + normalization + ", " + batch.describe() + "; "
                + order.additions() + " additions; " + Backend.active();
    }

    /**
     * Transforms one vector in place.
     *
     * @param x the vector, {@code n} elements
     * @throws IllegalArgumentException if it has another length
     */
    public void transform(double[] x) {
        if (Objects.requireNonNull(x, "x").length != order.n()) {
            throw new IllegalArgumentException("x: got length " + x.length + ", wanted " + order.n());
        }
        transform(x, 0, x, 0, new Workspace());
    }

    /**
     * Transforms one vector of adjacent elements into another.
     *
     * @param in holds the input
     * @param inOffset its first element
     * @param out holds the output; may be {@code in}, at the same offset or apart
     * @param outOffset its first element
     * @param workspace scratch
     * @throws IllegalArgumentException if a vector does not lie within its array, or they overlap without being the same
     */
    public void transform(double[] in, int inOffset, double[] out, int outOffset, Workspace workspace) {
        Objects.requireNonNull(workspace, "workspace");
        int n = order.n();
        checkWithin("input", in, inOffset);
        checkWithin("output", out, outOffset);
        if (in == out && inOffset != outOffset && Math.abs((long) inOffset - outOffset) < n) {
            throw new IllegalArgumentException("input at " + inOffset + " and output at " + outOffset
                    + " overlap in one array; wanted the same offset (in place) or " + n + " elements between");
        }
        batch.one(in, inOffset, out, outOffset, workspace);
    }

    private void checkWithin(String name, double[] array, int offset) {
        int length = Objects.requireNonNull(array, name).length;
        if (offset < 0 || offset > length - order.n()) {
            throw new IllegalArgumentException(name + ": got offset " + offset + " in an array of length " + length
                    + ", wanted room for " + order.n() + " elements from 0 or more");
        }
    }

    /**
     * Transforms vectors in place.
     *
     * @param x holds the vectors
     * @param layout where they lie in it
     * @param workspace scratch
     * @throws IllegalArgumentException if the vectors do not lie within the array, or overlap
     */
    public void transform(double[] x, Layout layout, Workspace workspace) {
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(layout, "layout");
        transform(x, layout, x, layout, workspace, Parallelism.NONE);
    }

    /**
     * Transforms vectors into others.
     *
     * @param in holds the input, read only unless it is the output
     * @param inLayout where the vectors lie in it; they may overlap each other if the output is elsewhere
     * @param out holds the output; may be {@code in}, with the same layout or apart
     * @param outLayout where the vectors go, as many as in {@code inLayout}
     * @param workspace scratch
     * @param parallelism how many threads may work on it: on several vectors at once, or on one large one
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
        int n = order.n();
        if (inLayout.count() != outLayout.count()) {
            throw new IllegalArgumentException(
                    "vectors: got " + inLayout.count() + " in and " + outLayout.count() + " out, wanted the same");
        }
        inLayout.checkWithin("input", in.length, n);
        outLayout.checkWithin("output", out.length, n);
        outLayout.checkDistinct("output", n);
        if (in == out) {
            inLayout.checkOverlap(n, outLayout, n);
        }
        batch.run(in, inLayout, out, outLayout, workspace, parallelism);
    }
}
