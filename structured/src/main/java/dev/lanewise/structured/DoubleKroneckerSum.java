package dev.lanewise.structured;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A Kronecker sum of square maps,
 *
 * <pre>    A_1 (+) A_2 (+) ... (+) A_k = A_1 x I x ... x I  +  I x A_2 x ... x I  +  ...  +  I x ... x I x A_k,</pre>
 *
 * <p>as the Laplacian of a grid is one of those of its axes. A vector is an array of {@code k} axes of which the last runs fastest; each
 * term maps along an axis of its own, and outputs are added from the left. A matrix {@code X} of {@code n_1 x n_2}, row after row,
 * becomes {@code A_1 X + X A_2^T}.
 *
 * <p>Its eigenvalues are all sums of eigenvalues of the terms. There is no direct inverse here: for symmetric terms
 * {@link dev.lanewise.structured.kronecker.DoubleKroneckerEigen} has one, for others an iterative solver may.
 *
 * <p>Rounding: with {@code |error of A_i x| <= e |A_i| |x|} for every term, the whole is off by at most
 * {@code (e + g(k)) (|A_1| (+) ... (+) |A_k|) |x|} but for products of {@code e} and the unit roundoff, {@code g(k) = k u / (1 - k u)}.
 */
public final class DoubleKroneckerSum extends DoubleBlockMap {
    private final DoubleLinearMap[] terms;
    private final DoubleLinearMap sum;

    private DoubleKroneckerSum(int n, List<DoubleLinearMap> terms) {
        super(n, n);
        this.terms = terms.toArray(new DoubleLinearMap[0]);
        List<DoubleLinearMap> along = new ArrayList<>();
        int before = 1;
        for (DoubleLinearMap term : terms) {
            int after = n == 0 ? 0 : n / before / term.rows();
            along.add(new DoubleModeMap(before, term, after));
            before *= Math.max(1, term.rows());
        }
        sum = DoubleSum.of(along);
    }

    /**
     * The Kronecker sum of maps; sums within are opened.
     *
     * @param terms at least one, square
     * @return the sum; the term itself if there is one
     * @throws IllegalArgumentException if there are none, one is not square, or the whole is too large
     */
    public static DoubleLinearMap of(List<? extends DoubleLinearMap> terms) {
        if (Objects.requireNonNull(terms, "terms").isEmpty()) {
            throw new IllegalArgumentException("terms: got none, wanted one or more");
        }
        List<DoubleLinearMap> opened = new ArrayList<>();
        long n = 1;
        StringBuilder orders = new StringBuilder();
        for (int i = 0; i < terms.size(); i++) {
            DoubleLinearMap term = Objects.requireNonNull(terms.get(i), "term " + i);
            if (term.rows() != term.cols()) {
                throw new IllegalArgumentException(
                        "Kronecker sum, term " + i + ": got " + term.nameAndShape() + ", wanted a square map");
            }
            opened.addAll(term instanceof DoubleKroneckerSum inner ? inner.parts() : List.of(term));
            n = Math.min(n * Math.max(1, term.rows()), Workspace.LARGEST_ARRAY + 1L);
            orders.append(i == 0 ? "" : ", ").append(term.rows());
        }
        if (n > Workspace.LARGEST_ARRAY) {
            throw new IllegalArgumentException("Kronecker sum: got terms of orders " + orders + ", wanted at most "
                    + Workspace.LARGEST_ARRAY + " in all");
        }
        int order = 1;
        for (DoubleLinearMap term : opened) {
            order *= term.rows();
        }
        return opened.size() == 1 ? opened.getFirst() : new DoubleKroneckerSum(order, opened);
    }

    @Override
    protected void applyBlock(
            boolean transposed,
            double[] x,
            Layout xLayout,
            double[] y,
            Layout yLayout,
            Workspace workspace,
            Parallelism parallelism) {
        sum.applyBlock(transposed, x, xLayout, y, yLayout, workspace, parallelism);
    }

    @Override
    protected DoubleLinearMap makeTransposed() {
        List<DoubleLinearMap> turned = new ArrayList<>();
        for (DoubleLinearMap term : terms) {
            turned.add(term.transposed());
        }
        return of(turned);
    }

    /** What all terms have, of what sums keep. */
    @Override
    protected Set<MapProperty> known() {
        return MapProperty.ofSum(parts());
    }

    @Override
    boolean goesSideBySide() {
        return true;
    }

    @Override
    public long operations() {
        return sum.operations();
    }

    /** The terms map along axes, not the real and imaginary parts of the whole. */
    @Override
    public boolean isComplex() {
        return false;
    }

    @Override
    public String name() {
        return "Kronecker sum of " + terms.length;
    }

    @Override
    public List<DoubleLinearMap> parts() {
        return List.of(terms);
    }
}
