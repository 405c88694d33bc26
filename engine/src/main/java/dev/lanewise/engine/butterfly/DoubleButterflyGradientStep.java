package dev.lanewise.engine.butterfly;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.matmul.DoubleMatrixProduct;
import dev.lanewise.engine.scalar.DoubleButterflyGradientKernel;
import java.util.List;

/** One factor on the way back, on {@link #MOST} vectors side by side. */
final class DoubleButterflyGradientStep {
    /** Vectors that are side by side. */
    static final int MOST = 64;

    /** Rows and columns of a block from which on it is a matrix product. */
    private static final int LARGE = 16;

    private static final int SUMS = DoubleButterflyGradientKernel.SUMS;

    private final ButterflyPattern pattern;
    private final DoubleButterflyProduct product;
    private final int values;
    private final int groupValues;
    private final int input;
    private final int sums;

    /** Of a block its rows of the output, its rows of the input as columns, and its sums; none if blocks are small. */
    private final MatrixLayout[] ofOutputs;

    private final MatrixLayout[] ofInputs;
    private final MatrixLayout[] ofSums;

    private DoubleButterflyGradientStep(ButterflyPattern pattern, double[] values, int input, int sums) {
        this.pattern = pattern;
        this.values = values.length;
        this.input = input;
        this.sums = sums;
        product = DoubleButterflyProduct.of(List.of(pattern), values);
        groupValues = values.length == pattern.entries() ? pattern.entriesOfGroup() : 0;
        int blocks = isLarge(pattern) ? pattern.blocks() : 0;
        ofOutputs = new MatrixLayout[blocks];
        ofInputs = new MatrixLayout[blocks];
        ofSums = new MatrixLayout[blocks];
        int b = pattern.blockRows(), c = pattern.blockCols(), d = pattern.stride();
        for (int block = 0; block < blocks; block++) {
            int group = block / d, k = block % d;
            ofOutputs[block] = new MatrixLayout((group * b * d + k) * MOST, b, MOST, d * MOST, 1);
            ofInputs[block] = new MatrixLayout(input + (group * c * d + k) * MOST, MOST, c, 1, d * MOST);
            ofSums[block] = new MatrixLayout(sums + group * groupValues + k * b * c, b, c, c, 1);
        }
    }

    /** A factor, where its inputs are among those of all, and where its sums begin. */
    static DoubleButterflyGradientStep of(ButterflyPattern pattern, double[] values, int input, long sums) {
        return new DoubleButterflyGradientStep(pattern, values, input, (int) sums);
    }

    private static boolean isLarge(ButterflyPattern pattern) {
        return Math.min(pattern.blockRows(), pattern.blockCols()) >= LARGE;
    }

    /** Whether its blocks are matrix products, of all places for vectors. */
    boolean isLarge() {
        return ofSums.length > 0;
    }

    ButterflyPattern pattern() {
        return pattern;
    }

    int values() {
        return values;
    }

    /** Where row 0 of its inputs is. */
    int input() {
        return input;
    }

    /** Where its sums end. */
    long sumsEnd() {
        return sums + (isLarge() ? values : (long) SUMS * values);
    }

    /** The output of this factor, which is the input of another. */
    void forward(double[] inputs, int to, int lanes, Workspace workspace) {
        Layout x = workspace.layout(input, MOST, lanes, 1), y = workspace.layout(to, MOST, lanes, 1);
        product.multiply(inputs, x, inputs, y, workspace, Parallelism.NONE);
    }

    /** The gradients with respect to the inputs of this factor from those with respect to its outputs. */
    void back(double[] of, double[] to, int lanes, Workspace workspace) {
        Layout both = workspace.layout(0, MOST, lanes, 1);
        product.multiplyTransposed(of, both, to, both, workspace, Parallelism.NONE);
    }

    /** Adds the products of gradients and inputs. */
    void add(
            DoubleButterflyGradientKernel kernel,
            double[] into,
            double[] of,
            double[] inputs,
            int lanes,
            Workspace workspace) {
        if (!isLarge()) {
            kernel.add(
                    into,
                    sums,
                    groupValues * SUMS,
                    pattern.groups(),
                    pattern.blockRows(),
                    pattern.blockCols(),
                    pattern.stride(),
                    of,
                    inputs,
                    input,
                    MOST,
                    lanes);
            return;
        }
        for (int block = 0; block < ofSums.length; block++) {
            DoubleMatrixProduct.multiply(
                    1,
                    of,
                    ofOutputs[block],
                    inputs,
                    ofInputs[block],
                    1,
                    into,
                    ofSums[block],
                    workspace,
                    Parallelism.NONE);
        }
    }

    /** Of the sums of each value the upper half is added to the lower one until one is left. */
    void fold(double[] from, double[] totals, int to) {
        if (isLarge()) {
            System.arraycopy(from, sums, totals, to, values);
            return;
        }
        for (int i = 0; i < values; i++) {
            int at = sums + i * SUMS;
            for (int half = SUMS / 2; half > 0; half /= 2) {
                for (int w = 0; w < half; w++) {
                    from[at + w] += from[at + half + w];
                }
            }
            totals[to + i] = from[at];
        }
    }
}
