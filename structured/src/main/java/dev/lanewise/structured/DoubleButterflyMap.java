package dev.lanewise.structured;

import dev.lanewise.engine.Determinant;
import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.butterfly.ButterflyPattern;
import dev.lanewise.engine.butterfly.DoubleButterflyProduct;
import java.util.List;

/**
 * A butterfly matrix,
 *
 * <pre>    A = X_1 X_2 ... X_L,</pre>
 *
 * <p>whose factors have few entries, where those of a fast transform lie ({@link ButterflyPattern}). With {@code n} a power of two
 * and blocks of 2 x 2, it has {@code 2 n log2(n)} parameters; those of all fast transforms of this order are of this kind, once their
 * inputs are put in another order by a {@link DoublePermutation}. Blocks may be larger and oblong: two factors (1, m, m, m) and (m, m,
 * m, 1) are a {@link DoubleMonarchMap} in another order, and blocks that {@linkplain ButterflyPattern#overlapping overlap} give
 * submatrices of a higher rank.
 *
 * <p>Products are those of {@link DoubleButterflyProduct}, with its bits and its bound on rounding, which grows as log n. The transpose
 * holds the values once more, in its own order. The inverse, of factors with square blocks, has the inverses of all blocks: it is as
 * exact as their condition allows.
 *
 * <p>Blocks of vectors are best side by side; others are transposed on the way.
 *
 * <p>Source: T. Dao, A. Gu, M. Eichhorn, A. Rudra, C. Re, Learning fast algorithms for linear transforms using butterfly
 * factorizations, ICML 2019, definitions 3.1 to 3.3, whose BP and BPBP are products of this and permutations.
 */
public final class DoubleButterflyMap extends DoubleBlockMap {
    private final DoubleButterflyProduct product;

    private DoubleButterflyMap(DoubleButterflyProduct product) {
        super(product.rows(), product.cols());
        this.product = product;
    }

    /**
     * The map of given factors.
     *
     * @param patterns of the factors, in the order in which they are written: the last is applied first; at least one
     * @param values of each factor, as {@link ButterflyPattern} orders them: {@code entries()} numbers, or {@code entriesOfGroup()} if
     *     all groups have the same; finite; copied
     * @return the map
     * @throws IllegalArgumentException if there are no factors, they do not compose, there are not as many numbers, or one is not
     *     finite
     */
    public static DoubleButterflyMap of(List<ButterflyPattern> patterns, double[]... values) {
        return new DoubleButterflyMap(DoubleButterflyProduct.of(patterns, values));
    }

    /**
     * The patterns of the factors.
     *
     * @return in the order in which they are written
     */
    public List<ButterflyPattern> patterns() {
        return product.patterns();
    }

    /**
     * The values of a factor.
     *
     * @param factor counted from 0 in the order in which they are written
     * @return a copy, as they were given
     * @throws IndexOutOfBoundsException if there is no such factor
     */
    public double[] values(int factor) {
        return product.values(factor);
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
        if (transposed) {
            product.multiplyTransposed(x, xLayout, y, yLayout, workspace, parallelism);
        } else {
            product.multiply(x, xLayout, y, yLayout, workspace, parallelism);
        }
    }

    @Override
    protected DoubleLinearMap makeTransposed() {
        return new DoubleButterflyMap(product.transposed());
    }

    @Override
    protected DoubleLinearMap makeInverse() {
        DoubleButterflyBlocks.checkSquare(patterns(), "inverse of " + name());
        int count = patterns().size();
        ButterflyPattern[] reversed = new ButterflyPattern[count];
        double[][] inverses = new double[count][];
        for (int l = 0; l < count; l++) {
            ButterflyPattern pattern = patterns().get(l);
            reversed[count - 1 - l] = pattern;
            inverses[count - 1 - l] = new DoubleButterflyBlocks(pattern, pattern.blockRows()).inverted(l, values(l));
        }
        return of(List.of(reversed), inverses);
    }

    @Override
    public Determinant determinant() {
        DoubleButterflyBlocks.checkSquare(patterns(), "determinant of " + name());
        Determinant determinant = Determinant.ONE;
        for (int l = 0; l < patterns().size(); l++) {
            ButterflyPattern pattern = patterns().get(l);
            determinant =
                    determinant.times(new DoubleButterflyBlocks(pattern, pattern.blockRows()).determinant(values(l)));
        }
        return determinant;
    }

    @Override
    boolean goesSideBySide() {
        return true;
    }

    @Override
    public long operations() {
        return product.operations();
    }

    @Override
    public long parameters() {
        return product.parameters();
    }

    @Override
    public String name() {
        return "butterfly of " + patterns().size() + " factors";
    }
}
