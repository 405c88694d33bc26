package dev.lanewise.cli;

import dev.lanewise.engine.Grid;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.grid.DoubleFourierGridPlan;
import dev.lanewise.engine.grid.DoubleRealFourierGridPlan;
import dev.lanewise.engine.grid.DoubleRealToRealGridPlan;

/** A transform of an array over some of its axes, in this precision. */
final class DoubleAxesTransform {
    /** Elements transformed between two steps of the progress bar, which takes some hundredths of a second. */
    private static final int PIECE = 1 << 24;

    private final TransformShape shape;
    private final ArrayJob.Means means;
    private final int piece;

    /** What to do with a piece that lies here in the input and there in the output. */
    private interface Piece {
        void transform(Grid from, Grid to);
    }

    DoubleAxesTransform(TransformShape shape, ArrayJob.Means means) {
        this(shape, means, PIECE);
    }

    /** With other pieces than usual. */
    DoubleAxesTransform(TransformShape shape, ArrayJob.Means means, int piece) {
        this.shape = shape;
        this.means = means;
        this.piece = piece;
    }

    /**
     * Transforms an array, which may be overwritten.
     *
     * @param array the array
     * @param kind which transform
     * @param inverse whether it is its inverse
     * @param norm its normalisation
     * @return the transform
     * @throws IllegalArgumentException if the transform does not take the length of an axis
     */
    DoubleArrayParts of(DoubleArrayParts array, TransformKind kind, boolean inverse, Normalization norm) {
        DoubleArrayParts in = array.fitted(shape.input(), shape.last());
        return switch (kind.family()) {
            case FOURIER -> fourier(in.asComplex(), inverse, norm);
            case REAL_FOURIER -> inverse ? realFourierInverse(in.asComplex(), norm) : realFourier(in, norm);
            case HARTLEY ->
                realToReal(in, DoubleRealToRealGridPlan.hartley(shape.planned(), shape.gridAxes()), inverse, norm);
            case TRIGONOMETRIC ->
                realToReal(
                        in,
                        DoubleRealToRealGridPlan.trigonometric(kind.trigonometric(), shape.planned(), shape.gridAxes()),
                        inverse,
                        norm);
            case HADAMARD -> throw new IllegalArgumentException("kind: got " + kind + ", which maps rows alone");
        };
    }

    private DoubleArrayParts fourier(DoubleArrayParts x, boolean inverse, Normalization norm) {
        DoubleFourierGridPlan forward =
                DoubleFourierGridPlan.of(shape.planned(), shape.gridAxes()).normalized(norm);
        DoubleFourierGridPlan plan = inverse ? forward.inverse() : forward;
        inPieces(
                1,
                (from, to) -> plan.transform(
                        x.re(), x.im(), from, x.re(), x.im(), to, means.workspace(), means.parallelism()));
        return x;
    }

    private DoubleArrayParts realFourier(DoubleArrayParts x, Normalization norm) {
        DoubleRealFourierGridPlan plan =
                DoubleRealFourierGridPlan.of(shape.planned(), shape.gridAxes()).normalized(norm);
        int size = shape.outputSize();
        DoubleArrayParts y = new DoubleArrayParts(new double[size], new double[size], shape.output());
        inPieces(
                1,
                (from, to) -> plan.forward(x.re(), from, y.re(), y.im(), to, means.workspace(), means.parallelism()));
        return y;
    }

    private DoubleArrayParts realFourierInverse(DoubleArrayParts y, Normalization norm) {
        DoubleRealFourierGridPlan plan =
                DoubleRealFourierGridPlan.of(shape.planned(), shape.gridAxes()).normalized(norm);
        DoubleArrayParts x = new DoubleArrayParts(new double[shape.outputSize()], null, shape.output());
        inPieces(
                1,
                (from, to) -> plan.inverse(y.re(), y.im(), from, x.re(), to, means.workspace(), means.parallelism()));
        return x;
    }

    /** Both parts of a complex array, one after the other. */
    private DoubleArrayParts realToReal(
            DoubleArrayParts x, DoubleRealToRealGridPlan backward, boolean inverse, Normalization norm) {
        DoubleRealToRealGridPlan forward = backward.normalized(norm);
        DoubleRealToRealGridPlan plan = inverse ? forward.inverse() : forward;
        inPieces(x.isComplex() ? 2 : 1, (from, to) -> {
            plan.transform(x.re(), from, x.re(), to, means.workspace(), means.parallelism());
            if (x.isComplex()) {
                plan.transform(x.im(), from, x.im(), to, means.workspace(), means.parallelism());
            }
        });
        return x;
    }

    private void inPieces(int parts, Piece work) {
        int batch = shape.isEmpty() ? 0 : shape.batch();
        means.progress().begin("computing", batch);
        int perPiece = batch == 0
                ? 1
                : Math.max(1, piece / parts / shape.inputGrid(0, 1).size());
        for (int first = 0, count; first < batch; first += count) {
            count = Math.min(perPiece, batch - first);
            work.transform(shape.inputGrid(first, count), shape.outputGrid(first, count));
            means.progress().step(count);
        }
    }
}
