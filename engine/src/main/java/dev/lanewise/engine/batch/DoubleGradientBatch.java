package dev.lanewise.engine.batch;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import java.util.Objects;
import java.util.function.IntUnaryOperator;

/**
 * Gradients of a function of products {@code y_j = A x_j}, from those with respect to the products: with respect to the values that make
 * {@code A}, which are sums over all vectors, and to the inputs. Vectors come in pieces of a few; up to eight parts of as many
 * pieces have sums of their own, each for one thread, which are added in order: the same bits for any number of threads.
 */
public final class DoubleGradientBatch {
    /** Parts of the vectors, each for one thread. */
    private static final int PARTS = 8;

    private final int rows;
    private final int cols;
    private final int values;

    /** Of one vector. */
    private final long operations;

    private final IntUnaryOperator pieces;
    private final Part part;

    /** The gradients of some of the vectors. */
    @FunctionalInterface
    public interface Part {
        /**
         * Computes them.
         *
         * @param x holds the inputs
         * @param xLayout where they lie
         * @param ofOutputs holds the gradients with respect to the products
         * @param outputLayout where they lie
         * @param ofInputs gets the gradients with respect to the inputs
         * @param inputLayout where they go
         * @param firstPiece the first piece of the part
         * @param pastPiece the piece behind its last one
         * @param sums gets the gradient with respect to the values, of these vectors alone; what it holds before is of no account
         * @param at where its first element goes
         * @param workspace scratch
         */
        void run(
                double[] x,
                Layout xLayout,
                double[] ofOutputs,
                Layout outputLayout,
                double[] ofInputs,
                Layout inputLayout,
                int firstPiece,
                int pastPiece,
                double[] sums,
                int at,
                Workspace workspace);
    }

    /**
     * Batches of any size.
     *
     * @param rows the length of a product
     * @param cols the length of an input
     * @param values how many values make the matrix, at least 1
     * @param operations how many floating-point operations the gradients of one vector take, about
     * @param pieces how many pieces so many vectors fall into
     * @param part computes the gradients of some pieces
     */
    public DoubleGradientBatch(int rows, int cols, int values, long operations, IntUnaryOperator pieces, Part part) {
        this.rows = rows;
        this.cols = cols;
        this.values = values;
        this.operations = operations;
        this.pieces = pieces;
        this.part = part;
    }

    /**
     * All gradients, once what comes is checked.
     *
     * @param x holds the inputs
     * @param xLayout where they lie
     * @param ofOutputs holds the gradients with respect to the products
     * @param outputLayout where they lie
     * @param ofValues gets the gradient with respect to the values
     * @param ofInputs gets the gradients with respect to the inputs; may be {@code x} or {@code ofOutputs}, in place or apart
     * @param inputLayout where they go
     * @param workspace scratch
     * @param parallelism how many threads may work on it
     * @throws IllegalArgumentException if vectors do not lie within their array, results overlap each other or inputs otherwise than in
     *     place, the counts differ, or the array for values is too short or holds vectors
     */
    public void run(
            double[] x,
            Layout xLayout,
            double[] ofOutputs,
            Layout outputLayout,
            double[] ofValues,
            double[] ofInputs,
            Layout inputLayout,
            Workspace workspace,
            Parallelism parallelism) {
        check(x, xLayout, ofOutputs, outputLayout, ofValues, ofInputs, inputLayout);
        Objects.requireNonNull(workspace, "workspace");
        Objects.requireNonNull(parallelism, "parallelism");
        int all = pieces.applyAsInt(xLayout.count());
        int parts = Math.min(all, Math.clamp(Workspace.LARGEST_ARRAY / values, 1, PARTS));
        double[] totals = workspace.takeDoubles(parts * values);
        try {
            Parallelism useful = parallelism.forOperations((double) xLayout.count() * operations);
            if (useful.workers() > 1 && parts > 1) {
                workspace.worker(useful.workers() - 1);
                useful.forEach(
                        parts,
                        (p, worker) -> part.run(
                                x,
                                xLayout,
                                ofOutputs,
                                outputLayout,
                                ofInputs,
                                inputLayout,
                                first(p, all, parts),
                                first(p + 1, all, parts),
                                totals,
                                p * values,
                                workspace.worker(worker)));
            } else {
                for (int p = 0; p < parts; p++) {
                    int first = first(p, all, parts), past = first(p + 1, all, parts);
                    part.run(
                            x,
                            xLayout,
                            ofOutputs,
                            outputLayout,
                            ofInputs,
                            inputLayout,
                            first,
                            past,
                            totals,
                            p * values,
                            workspace);
                }
            }
            addUp(totals, parts, ofValues);
        } finally {
            workspace.releaseDoubles();
        }
    }

    private void check(
            double[] x,
            Layout xLayout,
            double[] ofOutputs,
            Layout outputLayout,
            double[] ofValues,
            double[] ofInputs,
            Layout inputLayout) {
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(xLayout, "xLayout");
        Objects.requireNonNull(ofOutputs, "ofOutputs");
        Objects.requireNonNull(outputLayout, "outputLayout");
        Objects.requireNonNull(ofValues, "ofValues");
        Objects.requireNonNull(ofInputs, "ofInputs");
        Objects.requireNonNull(inputLayout, "inputLayout");
        if (xLayout.count() != outputLayout.count() || xLayout.count() != inputLayout.count()) {
            throw new IllegalArgumentException("vectors: got " + xLayout.count() + " inputs, " + outputLayout.count()
                    + " gradients of outputs and " + inputLayout.count() + " of inputs, wanted the same");
        }
        xLayout.checkWithin("x", x.length, cols);
        outputLayout.checkWithin("ofOutputs", ofOutputs.length, rows);
        inputLayout.checkWithin("ofInputs", ofInputs.length, cols);
        inputLayout.checkDistinct("ofInputs", cols);
        if (x == ofInputs) {
            xLayout.checkOverlap(cols, inputLayout, cols);
        }
        if (ofOutputs == ofInputs) {
            outputLayout.checkOverlap(rows, inputLayout, cols);
        }
        if (ofValues.length < values) {
            throw new IllegalArgumentException("ofValues: an array of length " + ofValues.length + " cannot hold "
                    + values + " values; wanted length " + values + " or more");
        }
        if (ofValues == x || ofValues == ofOutputs || ofValues == ofInputs) {
            throw new IllegalArgumentException("ofValues: got the array of vectors, wanted another");
        }
    }

    private static int first(int part, int pieces, int parts) {
        return (int) ((long) pieces * part / parts);
    }

    private void addUp(double[] totals, int parts, double[] ofValues) {
        for (int i = 0; i < values; i++) {
            double sum = parts == 0 ? 0 : totals[i];
            for (int part = 1; part < parts; part++) {
                sum += totals[part * values + i];
            }
            ofValues[i] = sum;
        }
    }
}
