package dev.lanewise.structured;

import dev.lanewise.engine.Determinant;
import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.butterfly.ButterflyPattern;
import dev.lanewise.engine.butterfly.DoubleComplexButterflyProduct;
import java.util.List;

/**
 * A butterfly matrix of complex numbers, {@code A = X_1 X_2 ... X_L}, as a real matrix of twice as many rows and columns, on vectors that
 * hold all real parts and then all imaginary parts, as those of {@link DoubleFourierMap}:
 *
 * <pre>
 *     [Re y]   [Re A  -Im A] [Re x]
 *     [Im y] = [Im A   Re A] [Im x].
 * </pre>
 *
 * <p>Its factors have few entries, where those of a fast transform lie ({@link ButterflyPattern}). The discrete Fourier transform of
 * {@code n = 2^k} is one with blocks of 2 x 2, once its input is put in bit-reversed order. The transpose has the conjugates.
 *
 * <p>Products are those of {@link DoubleComplexButterflyProduct}, with its bits and its bound on rounding, which grows as log n. The
 * transpose holds the values once more, in its own order. The inverse, of factors with square blocks, has the inverses of all blocks:
 * it is as exact as their condition allows.
 *
 * <p>Source: T. Dao, A. Gu, M. Eichhorn, A. Rudra, C. Re, Learning fast algorithms for linear transforms using butterfly
 * factorizations, ICML 2019, definitions 3.1 to 3.3.
 */
public final class DoubleComplexButterfly extends DoubleBlockMap {
    private final DoubleComplexButterflyProduct product;

    private DoubleComplexButterfly(DoubleComplexButterflyProduct product) {
        super(2 * product.rows(), 2 * product.cols());
        this.product = product;
    }

    /**
     * The map of given factors.
     *
     * @param patterns of the factors, in the order in which they are written: the last is applied first; at least one, each of
     *     fewer than 2^30 rows, columns and entries
     * @param re the real parts of the values of each factor, as {@link ButterflyPattern} orders them: {@code entries()} numbers, or
     *     {@code entriesOfGroup()} if all groups have the same; finite; copied
     * @param im the imaginary parts, as many
     * @return the map
     * @throws IllegalArgumentException if there are no factors, they do not compose, there are not as many numbers, or one is not
     *     finite
     */
    public static DoubleComplexButterfly of(List<ButterflyPattern> patterns, double[][] re, double[][] im) {
        return new DoubleComplexButterfly(DoubleComplexButterflyProduct.of(patterns, re, im));
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
     * The real parts of the values of a factor.
     *
     * @param factor counted from 0 in the order in which they are written
     * @return a copy, as they were given
     * @throws IndexOutOfBoundsException if there is no such factor
     */
    public double[] re(int factor) {
        return product.re(factor);
    }

    /**
     * The imaginary parts of the values of a factor.
     *
     * @param factor counted from 0 in the order in which they are written
     * @return a copy, as they were given
     * @throws IndexOutOfBoundsException if there is no such factor
     */
    public double[] im(int factor) {
        return product.im(factor);
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
            product.multiplyAdjoint(x, xLayout, y, yLayout, workspace, parallelism);
        } else {
            product.multiply(x, xLayout, y, yLayout, workspace, parallelism);
        }
    }

    @Override
    protected DoubleLinearMap makeTransposed() {
        return new DoubleComplexButterfly(product.adjoint());
    }

    @Override
    protected DoubleLinearMap makeInverse() {
        DoubleButterflyBlocks.checkSquare(patterns(), "inverse of " + name());
        int count = patterns().size();
        ButterflyPattern[] reversed = new ButterflyPattern[count];
        double[][] re = new double[count][], im = new double[count][];
        for (int l = 0; l < count; l++) {
            int order = patterns().get(l).blockRows();
            double[] inverse = new DoubleButterflyBlocks(patterns().get(l), 2 * order).inverted(l, asReal(l));
            int block = order * order, blocks = inverse.length / (4 * block), at = count - 1 - l;
            reversed[at] = patterns().get(l);
            re[at] = new double[blocks * block];
            im[at] = new double[blocks * block];
            for (int i = 0; i < blocks * order; i++) {
                // Rows of a block: those that give real parts have its real and its negative imaginary parts.
                int from = i / order * 4 * block + i % order * 2 * order;
                for (int q = 0; q < order; q++) {
                    re[at][i * order + q] = inverse[from + q];
                    im[at][i * order + q] = -inverse[from + order + q];
                }
            }
        }
        return of(List.of(reversed), re, im);
    }

    /** The blocks of a factor as real ones of twice the order. */
    private double[] asReal(int factor) {
        double[] re = re(factor), im = im(factor);
        int order = patterns().get(factor).blockRows(), width = 2 * order;
        double[] real = new double[4 * re.length];
        for (int i = 0; i < re.length; i++) {
            int row = i / order, q = i % order, top = row / order * width * width + row % order * width;
            int bottom = top + order * width;
            real[top + q] = re[i];
            real[top + order + q] = -im[i];
            real[bottom + q] = im[i];
            real[bottom + order + q] = re[i];
        }
        return real;
    }

    @Override
    public Determinant determinant() {
        DoubleButterflyBlocks.checkSquare(patterns(), "determinant of " + name());
        Determinant determinant = Determinant.ONE;
        for (int l = 0; l < patterns().size(); l++) {
            int order = 2 * patterns().get(l).blockRows();
            determinant = determinant.times(new DoubleButterflyBlocks(patterns().get(l), order).determinant(asReal(l)));
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
    public boolean isComplex() {
        return true;
    }

    @Override
    public String name() {
        return "complex butterfly of " + patterns().size() + " factors";
    }
}
