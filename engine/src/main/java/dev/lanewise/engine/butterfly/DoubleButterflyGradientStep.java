package dev.lanewise.engine.butterfly;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.matmul.DoubleMatrixProduct;
import dev.lanewise.engine.scalar.DoubleButterflyGradientKernel;
import java.util.List;

/** One factor on the way back, of real or of complex numbers, on {@link #MOST} vectors side by side. */
final class DoubleButterflyGradientStep {
    /** Vectors that are side by side. */
    static final int MOST = 64;

    /** Rows and columns of a block from which on it is a matrix product. */
    private static final int LARGE = 16;

    private static final int SUMS = DoubleButterflyGradientKernel.SUMS;

    private final ButterflyPattern pattern;

    /** Parts of a number: 1, or a real and an imaginary one. */
    private final int parts;

    private final Product forward;
    private final Product back;

    /** Of one part. */
    private final int values;

    private final int groupValues;
    private final int input;
    private final int sums;

    /**
     * Of a block its rows of the output, its rows of the input as columns, and its sums; those of all real parts, and then of all
     * imaginary ones; none if blocks are small.
     */
    private final MatrixLayout[] ofOutputs;

    private final MatrixLayout[] ofInputs;
    private final MatrixLayout[] ofSums;

    /** Products of the factor, or of its adjoint, and vectors. */
    @FunctionalInterface
    private interface Product {
        void multiply(
                double[] x, Layout xLayout, double[] y, Layout yLayout, Workspace workspace, Parallelism parallelism);
    }

    private DoubleButterflyGradientStep(
            ButterflyPattern pattern, int parts, Product forward, Product back, int values, int input, long sums) {
        this.pattern = pattern;
        this.parts = parts;
        this.forward = forward;
        this.back = back;
        this.values = values;
        this.input = input;
        this.sums = (int) sums;
        groupValues = values == pattern.entries() ? pattern.entriesOfGroup() : 0;
        int all = isLarge() ? parts * pattern.blocks() : 0;
        ofOutputs = new MatrixLayout[all];
        ofInputs = new MatrixLayout[all];
        ofSums = new MatrixLayout[all];
        int b = pattern.blockRows(), c = pattern.blockCols(), d = pattern.stride();
        for (int i = 0; i < all; i++) {
            int part = i / pattern.blocks(), block = i % pattern.blocks(), group = block / d, k = block % d;
            int row = output(part) + (group * b * d + k) * MOST, col = input(part) + (group * c * d + k) * MOST;
            ofOutputs[i] = new MatrixLayout(row, b, MOST, d * MOST, 1);
            ofInputs[i] = new MatrixLayout(col, MOST, c, 1, d * MOST);
            ofSums[i] = new MatrixLayout(sums(part) + group * groupValues + k * b * c, b, c, c, 1);
        }
    }

    /** Where the gradients with respect to the real or the imaginary parts of the outputs are. */
    private int output(int part) {
        return part * pattern.rows() * MOST;
    }

    /** Where the real or the imaginary parts of the inputs are. */
    private int input(int part) {
        return input + part * pattern.cols() * MOST;
    }

    /** Where the sums of real or of imaginary parts are. */
    private int sums(int part) {
        return sums + part * (isLarge() ? values : SUMS * values);
    }

    /** A factor, where its inputs are among those of all, and where its sums begin. */
    static DoubleButterflyGradientStep of(ButterflyPattern pattern, double[] values, int input, long sums) {
        DoubleButterflyProduct product = DoubleButterflyProduct.of(List.of(pattern), values);
        return new DoubleButterflyGradientStep(
                pattern, 1, product::multiply, product::multiplyTransposed, values.length, input, sums);
    }

    /** A factor of complex numbers, as the other. */
    static DoubleButterflyGradientStep of(ButterflyPattern pattern, double[] re, double[] im, int input, long sums) {
        DoubleComplexButterflyProduct product =
                DoubleComplexButterflyProduct.of(List.of(pattern), new double[][] {re}, new double[][] {im});
        return new DoubleButterflyGradientStep(
                pattern, 2, product::multiply, product::multiplyAdjoint, re.length, input, sums);
    }

    /** Whether its blocks are matrix products, of all places for vectors. */
    boolean isLarge() {
        return Math.min(pattern.blockRows(), pattern.blockCols()) >= LARGE;
    }

    /** The numbers of an output. */
    int rows() {
        return parts * pattern.rows();
    }

    /** The numbers of an input. */
    int cols() {
        return parts * pattern.cols();
    }

    /** The numbers that make the factor. */
    int values() {
        return parts * values;
    }

    /** Where row 0 of its inputs is. */
    int input() {
        return input;
    }

    /** Where its sums end. */
    long sumsEnd() {
        return sums + (isLarge() ? 1L : SUMS) * parts * values;
    }

    /** The output of this factor, which is the input of another. */
    void forward(double[] inputs, int to, int lanes, Workspace workspace) {
        Layout x = workspace.layout(input, MOST, lanes, 1), y = workspace.layout(to, MOST, lanes, 1);
        forward.multiply(inputs, x, inputs, y, workspace, Parallelism.NONE);
    }

    /** The gradients with respect to the inputs of this factor from those with respect to its outputs. */
    void back(double[] of, double[] to, int lanes, Workspace workspace) {
        Layout both = workspace.layout(0, MOST, lanes, 1);
        back.multiply(of, both, to, both, workspace, Parallelism.NONE);
    }

    /**
     * Adds the products of gradients and conjugate inputs: {@code g z* = (g_re z_re + g_im z_im) + i (g_im z_re - g_re z_im)}. The
     * imaginary parts of the inputs, which nothing needs any more, change their signs for it.
     */
    void add(
            DoubleButterflyGradientKernel kernel,
            double[] into,
            double[] of,
            double[] inputs,
            int lanes,
            Workspace workspace) {
        add(kernel, into, 0, of, 0, inputs, 0, lanes, workspace);
        if (parts > 1) {
            add(kernel, into, 0, of, 1, inputs, 1, lanes, workspace);
            add(kernel, into, 1, of, 1, inputs, 0, lanes, workspace);
            for (int i = input(1); i < input(parts); i++) {
                inputs[i] = -inputs[i];
            }
            add(kernel, into, 1, of, 0, inputs, 1, lanes, workspace);
        }
    }

    /** Adds the products of one part of the gradients and one of the inputs to the sums of one. */
    private void add(
            DoubleButterflyGradientKernel kernel,
            double[] into,
            int sum,
            double[] of,
            int row,
            double[] inputs,
            int col,
            int lanes,
            Workspace workspace) {
        if (!isLarge()) {
            kernel.add(
                    into,
                    sums(sum),
                    groupValues * SUMS,
                    pattern.groups(),
                    pattern.blockRows(),
                    pattern.blockCols(),
                    pattern.stride(),
                    of,
                    output(row),
                    inputs,
                    input(col),
                    MOST,
                    lanes);
            return;
        }
        int blocks = pattern.blocks();
        for (int block = 0; block < blocks; block++) {
            DoubleMatrixProduct.multiply(
                    1,
                    of,
                    ofOutputs[row * blocks + block],
                    inputs,
                    ofInputs[col * blocks + block],
                    1,
                    into,
                    ofSums[sum * blocks + block],
                    workspace,
                    Parallelism.NONE);
        }
    }

    /** Of the sums of each value the upper half is added to the lower one until one is left. */
    void fold(double[] from, double[] totals, int to) {
        if (isLarge()) {
            System.arraycopy(from, sums, totals, to, values());
            return;
        }
        for (int i = 0; i < values(); i++) {
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
