package dev.lanewise.engine.butterfly;

import dev.lanewise.engine.butterfly.ButterflySchedule.Step;
import dev.lanewise.engine.scalar.DoubleButterflyKernel;
import java.util.List;

/**
 * One step of a schedule with its values. Those of two factors, which are real, are put in the order in which they are used. Of complex
 * factors, rows of real parts are followed by as many rows of imaginary parts, and each value is two numbers.
 */
final class DoubleButterflyStep {
    /** Numbers of a block of 2 x 2. */
    private static final int OF_PAIR = 4;

    /** Blocks of a set of four rows: two of either factor. */
    private static final int OF_SET = 4;

    private final ButterflyPattern pattern;
    private final Step step;
    private final boolean isComplex;

    /** Whether the factor of the smaller stride comes first. */
    private final boolean isUp;

    /** Of all groups, or of one if they are the same. */
    private final double[] values;

    private final boolean isShared;

    /** Takes the values of all factors in the order of application. */
    DoubleButterflyStep(List<ButterflyPattern> applied, Step step, double[][] factors, boolean isComplex) {
        this.step = step;
        this.isComplex = isComplex;
        pattern = applied.get(step.first());
        isUp = pattern.stride() == step.stride();
        double[] first = factors[step.first()];
        int parts = isComplex ? 2 : 1;
        if (step.factors() == 1) {
            values = first;
            isShared = first.length < parts * pattern.entries();
            return;
        }
        double[] second = factors[step.first() + 1];
        isShared = step.groups() > 1
                && first.length == pattern.entriesOfGroup()
                && second.length == applied.get(step.first() + 1).entriesOfGroup();
        values = new double[(isShared ? 1 : step.groups()) * step.stride() * OF_SET * OF_PAIR];
        for (int at = 0; at < values.length; at += OF_PAIR) {
            int block = at / OF_PAIR;
            double[] from = block % OF_SET < 2 ? first : second;
            System.arraycopy(from, OF_PAIR * blockOf(block) % from.length, values, at, OF_PAIR);
        }
    }

    /** Which block of its factor this is: of each set two of the factor that is applied first, then two of the other. */
    private int blockOf(int block) {
        int set = block / OF_SET, group = set / step.stride(), offset = set % step.stride(), second = block % 2;
        boolean isNear = block % OF_SET < 2 == isUp;
        // The factor of the smaller stride has two groups where the other has one, the other two offsets.
        return isNear
                ? (2 * group + second) * step.stride() + offset
                : 2 * group * step.stride() + second * step.stride() + offset;
    }

    /** The values in the order in which they are used; not to be changed. */
    double[] values() {
        return values;
    }

    /** How many factors it applies. */
    int factors() {
        return step.factors();
    }

    /** The values of one of its factors, as many as were given. */
    double[] valuesOf(int factor, int length) {
        if (step.factors() == 1) {
            return values.clone();
        }
        double[] given = new double[length];
        for (int at = 0; at < values.length; at += OF_PAIR) {
            int block = at / OF_PAIR, to = OF_PAIR * blockOf(block);
            boolean isOfFirst = block % OF_SET < 2;
            if (isOfFirst == (factor == step.first()) && to < length) {
                System.arraycopy(values, at, given, to, OF_PAIR);
            }
        }
        return given;
    }

    /** Whether the output may take the place of the input. */
    boolean mayBeInPlace() {
        return pattern.isOfPairs() || isOfQuads();
    }

    private boolean isOfQuads() {
        return !isComplex && pattern.blockRows() == 4 && pattern.blockCols() == 4;
    }

    /** Takes vectors side by side through the step: all groups at once, or one after the other if they are the same. */
    void run(
            DoubleButterflyKernel kernel,
            int columns,
            double[] x,
            int from,
            int xPitch,
            double[] y,
            int to,
            int yPitch) {
        int calls = isShared ? step.groups() : 1;
        int inputs = pattern.cols() / calls * xPitch, outputs = pattern.rows() / calls * yPitch;
        for (int call = 0; call < calls; call++) {
            int in = from + call * inputs, out = to + call * outputs;
            groups(kernel, columns, step.groups() / calls, x, in, xPitch, y, out, yPitch);
        }
    }

    private void groups(
            DoubleButterflyKernel kernel,
            int columns,
            int groups,
            double[] x,
            int from,
            int xPitch,
            double[] y,
            int to,
            int yPitch) {
        int stride = step.stride(), rows = pattern.blockRows(), cols = pattern.blockCols();
        int xIm = pattern.cols() * xPitch, yIm = pattern.rows() * yPitch;
        if (step.factors() == 2) {
            kernel.pairsTwice(columns, values, groups, stride, isUp, x, from, xPitch, y, to, yPitch);
        } else if (isComplex && pattern.isOfPairs()) {
            kernel.complexPairs(columns, values, groups, stride, x, from, xPitch, xIm, y, to, yPitch, yIm);
        } else if (isComplex) {
            kernel.complexBlocks(columns, values, groups, rows, cols, stride, x, from, xPitch, xIm, y, to, yPitch, yIm);
        } else if (pattern.isOfPairs()) {
            kernel.pairs(columns, values, groups, stride, x, from, xPitch, y, to, yPitch);
        } else if (isOfQuads()) {
            kernel.quads(columns, values, groups, stride, x, from, xPitch, y, to, yPitch);
        } else {
            kernel.blocks(columns, values, groups, rows, cols, stride, x, from, xPitch, y, to, yPitch);
        }
    }
}
