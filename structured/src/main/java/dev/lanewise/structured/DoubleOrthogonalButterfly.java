package dev.lanewise.structured;

import dev.lanewise.engine.Determinant;
import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.butterfly.ButterflyPattern;
import dev.lanewise.engine.butterfly.DoubleButterflyGradient;
import dev.lanewise.engine.butterfly.DoubleButterflyProduct;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * An orthogonal butterfly matrix, {@code Q = X_1 X_2 ... X_L}, whose factors have orthogonal blocks where those of a fast transform
 * lie ({@link ButterflyPattern}). The blocks follow from parameters that may be any numbers, as one learns them:
 *
 * <ul>
 *   <li>plane rotations {@code [c s; -s c]} by angles, as those of {@link DoubleGivensChain}: {@code n / 2} a factor, {@code (n / 2)
 *       log2(n)} for the classic butterfly, which reaches every output from every input;
 *   <li>Cayley transforms {@code (I + S) (I - S)^-1} of skew-symmetric matrices: {@code b (b - 1) / 2} for each block of {@code b x b}. A
 *       single factor of stride 1 is a block diagonal orthogonal matrix.
 * </ul>
 *
 * <p>The determinant is 1. The transpose is the inverse; it has the parameters negated and the factors in reverse.
 *
 * <p>Rounding: products are those of {@link DoubleButterflyProduct}, with its bits and its bound. With {@code g(k) = k u / (1 - k u)}, a
 * rotation with a cosine and a sine within one unit in the last place, {@code 2 u}, has {@code X^T X = (1 + t) I}, {@code |t| <= g(5)}; a
 * Cayley transform is corrected until {@code ||X^T X - I||_2 <= g((b + 3)^2)}, whatever its parameters. So {@code ||Q^T Q - I||_2} is at
 * most {@code g(5 L)}, or the sum of these over the factors within {@code g}.
 *
 * <p>Sources: W. Liu, Z. Qiu, Y. Feng and others, Parameter-efficient orthogonal finetuning via butterfly factorization, ICLR 2024,
 * section 4; T. Dao, A. Gu, M. Eichhorn, A. Rudra, C. Re, Learning fast algorithms for linear transforms using butterfly
 * factorizations, ICML 2019.
 *
 * <p>Scratch: that of the products, and for gradients that of {@link DoubleButterflyGradient} and one number for each value.
 */
public final class DoubleOrthogonalButterfly extends DoubleBlockMap {
    private final DoubleOrthogonalBlocks blocks;
    private final double[][] parameters;
    private final double[][] values;
    private final DoubleButterflyProduct product;
    private volatile DoubleButterflyGradient gradient;

    private DoubleOrthogonalButterfly(
            DoubleOrthogonalBlocks blocks, double[][] parameters, double[][] values, DoubleButterflyProduct product) {
        super(product.rows(), product.cols());
        this.blocks = blocks;
        this.parameters = parameters;
        this.values = values;
        this.product = product;
    }

    /**
     * The classic butterfly of rotations, {@link ButterflyPattern#ofRadices} of twos.
     *
     * @param n the order, a power of two, at least 2
     * @param angles of the {@code log2(n)} factors in the order in which they are written, {@code n / 2} each in the order of their
     *     blocks, in radians; or as many as the stride, if all groups have the same
     * @return the map
     * @throws IllegalArgumentException if the order is no power of two, there are not as many angles, or one is not finite
     */
    public static DoubleOrthogonalButterfly ofAngles(int n, double[]... angles) {
        return ofAngles(ButterflyPattern.overlapping(n, 1), angles);
    }

    /**
     * A product of factors of rotations.
     *
     * @param patterns of the factors, of blocks of 2 x 2, in the order in which they are written: the last is applied first
     * @param angles of each factor, one for each block, in radians; or one for each of the first group, if all groups have the same;
     *     copied
     * @return the map
     * @throws IllegalArgumentException if there are no factors, they do not compose, a block is not 2 x 2, there are not as many angles,
     *     or one is not finite
     */
    public static DoubleOrthogonalButterfly ofAngles(List<ButterflyPattern> patterns, double[]... angles) {
        Objects.requireNonNull(patterns, "patterns");
        Objects.requireNonNull(angles, "angles");
        for (ButterflyPattern pattern : patterns) {
            if (pattern != null && (pattern.blockRows() != 2 || pattern.blockCols() != 2)) {
                throw new IllegalArgumentException(
                        "rotations: got the pattern " + pattern + ", wanted blocks of 2 x 2");
            }
        }
        return of(new DoubleRotationBlocks(), patterns, angles);
    }

    /**
     * A product of factors of Cayley transforms.
     *
     * @param patterns of the factors, of square blocks, in the order in which they are written: the last is applied first
     * @param parameters of each factor, {@code b (b - 1) / 2} for each block of {@code b x b}: the elements of S below the diagonal, row
     *     after row; or those of the first group, if all groups have the same; copied
     * @return the map
     * @throws IllegalArgumentException if there are no factors, they do not compose, a block is not square, there are not as many
     *     parameters, one is not finite, or they are so large that rounding leaves nothing of a block
     * @throws dev.lanewise.engine.SingularMatrixException if parameters are so large that {@code I - S} cannot be inverted
     */
    public static DoubleOrthogonalButterfly ofCayley(List<ButterflyPattern> patterns, double[]... parameters) {
        Objects.requireNonNull(patterns, "patterns");
        Objects.requireNonNull(parameters, "parameters");
        for (ButterflyPattern pattern : patterns) {
            if (pattern != null && pattern.blockRows() != pattern.blockCols()) {
                throw new IllegalArgumentException(
                        "Cayley transforms: got the pattern " + pattern + ", wanted square blocks");
            }
        }
        return of(new DoubleCayleyBlocks(), patterns, parameters);
    }

    private static DoubleOrthogonalButterfly of(
            DoubleOrthogonalBlocks blocks, List<ButterflyPattern> patterns, double[][] parameters) {
        if (parameters.length != patterns.size()) {
            throw new IllegalArgumentException(
                    blocks.name() + ": got those of " + parameters.length + " factors, wanted " + patterns.size());
        }
        double[][] own = new double[parameters.length][], values = new double[parameters.length][];
        for (int l = 0; l < own.length; l++) {
            ButterflyPattern pattern = Objects.requireNonNull(patterns.get(l), "pattern " + l);
            own[l] = Objects.requireNonNull(parameters[l], blocks.name() + " of factor " + l)
                    .clone();
            values[l] = values(blocks, l, pattern, own[l]);
        }
        return new DoubleOrthogonalButterfly(blocks, own, values, DoubleButterflyProduct.of(patterns, values));
    }

    private static double[] values(
            DoubleOrthogonalBlocks blocks, int factor, ButterflyPattern pattern, double[] parameters) {
        int order = pattern.blockRows(), each = blocks.parameters(order);
        long all = (long) each * pattern.blocks(), some = (long) each * pattern.stride();
        if (parameters.length != all && parameters.length != some) {
            throw new IllegalArgumentException(
                    blocks.name() + " of factor " + factor + ": got " + parameters.length + ", wanted " + all
                            + " for the pattern " + pattern + ", or " + some + " if its groups are the same");
        }
        for (int i = 0; i < parameters.length; i++) {
            if (!Double.isFinite(parameters[i])) {
                throw new IllegalArgumentException(blocks.name() + " of factor " + factor + ": got " + parameters[i]
                        + " at " + i + ", wanted a finite number");
            }
        }
        int count = parameters.length == all ? pattern.blocks() : pattern.stride();
        double[] values = new double[count * order * order];
        for (int block = 0; block < count; block++) {
            blocks.block(order, parameters, block * each, values, block * order * order);
        }
        return values;
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
     * The angles, or Cayley parameters, of a factor.
     *
     * @param factor counted from 0 in the order in which they are written
     * @return a copy, as they were given
     * @throws IndexOutOfBoundsException if there is no such factor
     */
    public double[] parameters(int factor) {
        return parameters[Objects.checkIndex(factor, parameters.length)].clone();
    }

    /**
     * The gradient of a function of the products {@code y_j = Q x_j} with respect to the parameters and to the inputs, from that with
     * respect to the products: by {@link DoubleButterflyGradient} with respect to the values, and on by the derivatives of the blocks.
     *
     * @param x holds the inputs
     * @param xLayout where they lie
     * @param ofOutputs holds the gradients with respect to the products
     * @param outputLayout where they lie, as many as inputs
     * @param ofParameters gets the gradient with respect to the parameters, {@link #parameters()} numbers: those of the first factor in
     *     their order, and so on; an array of its own
     * @param ofInputs gets the gradients with respect to the inputs; may be one of the two others, in place
     * @param inputLayout where they go, as many as inputs
     * @param workspace scratch; with it, a call on one thread allocates nothing but at first
     * @param parallelism how many threads may work on it; they change no bit
     * @throws IllegalArgumentException if vectors do not lie within their array, results overlap each other or inputs otherwise than in
     *     place, the counts differ, or the array for parameters is too short or holds vectors
     */
    public void gradient(
            double[] x,
            Layout xLayout,
            double[] ofOutputs,
            Layout outputLayout,
            double[] ofParameters,
            double[] ofInputs,
            Layout inputLayout,
            Workspace workspace,
            Parallelism parallelism) {
        Objects.requireNonNull(ofParameters, "ofParameters");
        Objects.requireNonNull(workspace, "workspace");
        if (ofParameters.length < parameters()) {
            throw new IllegalArgumentException("ofParameters: an array of length " + ofParameters.length
                    + " cannot hold " + parameters() + " parameters; wanted length " + parameters() + " or more");
        }
        if (ofParameters == x || ofParameters == ofOutputs || ofParameters == ofInputs) {
            throw new IllegalArgumentException("ofParameters: got the array of vectors, wanted another");
        }
        DoubleButterflyGradient ofProducts = gradientOfProducts();
        double[] ofValues = workspace.takeDoubles(ofProducts.values());
        try {
            ofProducts.apply(
                    x, xLayout, ofOutputs, outputLayout, ofValues, ofInputs, inputLayout, workspace, parallelism);
            int from = 0, to = 0;
            for (int l = 0; l < values.length; l++) {
                int order = patterns().get(l).blockRows(), size = order * order, each = blocks.parameters(order);
                for (int at = 0; at < values[l].length; at += size, from += size, to += each) {
                    blocks.gradient(order, values[l], at, ofValues, from, ofParameters, to, workspace);
                }
            }
        } finally {
            workspace.releaseDoubles();
        }
    }

    private DoubleButterflyGradient gradientOfProducts() {
        DoubleButterflyGradient made = gradient;
        if (made == null) {
            made = DoubleButterflyGradient.of(product);
            gradient = made;
        }
        return made;
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

    /** The transpose of a block has the negated parameters; that of a Cayley transform is taken as it was rounded. */
    @Override
    protected DoubleLinearMap makeTransposed() {
        int count = parameters.length;
        double[][] negated = new double[count][], turned = new double[count][];
        DoubleButterflyProduct transposed = product.transposed();
        for (int l = 0; l < count; l++) {
            double[] of = parameters[count - 1 - l];
            negated[l] = new double[of.length];
            for (int i = 0; i < of.length; i++) {
                negated[l][i] = -of[i];
            }
            turned[l] = transposed.values(l);
        }
        return new DoubleOrthogonalButterfly(blocks, negated, turned, transposed);
    }

    @Override
    protected Set<MapProperty> known() {
        return Set.of(MapProperty.ORTHOGONAL);
    }

    @Override
    public Determinant determinant() {
        return Determinant.ONE;
    }

    @Override
    boolean goesSideBySide() {
        return true;
    }

    @Override
    public long operations() {
        return product.operations();
    }

    /** Angles, or Cayley parameters: what one learns. */
    @Override
    public long parameters() {
        long sum = 0;
        for (double[] ofFactor : parameters) {
            sum += ofFactor.length;
        }
        return sum;
    }

    @Override
    public String name() {
        return "orthogonal butterfly of " + parameters.length + " factors";
    }
}
