package dev.lanewise.engine.butterfly;

import dev.lanewise.engine.butterfly.ButterflySchedule.Step;
import dev.lanewise.engine.scalar.DoubleButterflyKernel;
import java.util.List;

/**
 * One step of a schedule with its values. Those of two factors are put in the order in which they are used. Of complex factors, rows of
 * real parts are followed by as many rows of imaginary parts, and each value is two numbers.
 */
final class DoubleButterflyStep {
    /** Numbers of a block of 2 x 2. */
    private static final int OF_PAIR = 4;

    private final ButterflyPattern pattern;
    private final Step step;
    private final int parts;
    private final boolean isUp;
    private final double[] values;

    /** From the values of one group to those of the next; 0 if they are the same. */
    private final int ofGroup;

    /** Takes the values of all factors in the order of application, of one or two numbers each. */
    DoubleButterflyStep(List<ButterflyPattern> applied, Step step, double[][] factors, int parts) {
        this.step = step;
        this.parts = parts;
        pattern = applied.get(step.first());
        isUp = pattern.stride() == step.stride();
        double[] first = factors[step.first()];
        if (step.factors() == 1) {
            values = first;
            ofGroup = first.length == parts * pattern.entries() ? parts * pattern.entriesOfGroup() : 0;
            return;
        }
        double[] second = factors[step.first() + 1];
        boolean isShared = first.length == parts * pattern.entriesOfGroup()
                && second.length == parts * applied.get(step.first() + 1).entriesOfGroup();
        int ofSet = 4 * parts * OF_PAIR, sets = (isShared ? 1 : step.groups()) * step.stride();
        values = new double[sets * ofSet];
        ofGroup = isShared ? 0 : step.stride() * ofSet;
        for (int set = 0; set < sets; set++) {
            for (int block = 0; block < 4; block++) {
                double[] from = block < 2 ? first : second;
                int size = parts * OF_PAIR, start = size * blockOf(set, block) % from.length;
                System.arraycopy(from, start, values, set * ofSet + size * block, size);
            }
        }
    }

    /** The block, in its factor, of a set of four rows: two of the factor that is applied first, then two of the other. */
    private int blockOf(int set, int block) {
        int group = set / step.stride(), offset = set % step.stride();
        boolean isNear = block < 2 == isUp;
        // The factor of the smaller stride has two groups where the other has one, the other two offsets.
        return isNear
                ? (2 * group + block % 2) * step.stride() + offset
                : group * 2 * step.stride() + offset + block % 2 * step.stride();
    }

    /** How many factors it applies. */
    int factors() {
        return step.factors();
    }

    /** The values of one of its factors, as they were given. */
    double[] valuesOf(int factor, int length) {
        if (step.factors() == 1) {
            return values.clone();
        }
        double[] given = new double[length];
        int size = parts * OF_PAIR;
        for (int set = 0; set < values.length / (4 * size); set++) {
            for (int half = 0; half < 2; half++) {
                int block = 2 * (factor - step.first()) + half, at = size * blockOf(set, block);
                if (at < length) {
                    System.arraycopy(values, (4 * set + block) * size, given, at, size);
                }
            }
        }
        return given;
    }

    /** Whether the output may take the place of the input. */
    boolean mayBeInPlace() {
        return pattern.isOfPairs() || isOfQuads();
    }

    private boolean isOfQuads() {
        return parts == 1 && pattern.blockRows() == 4 && pattern.blockCols() == 4;
    }

    /** Takes vectors side by side through the step. */
    void run(
            DoubleButterflyKernel kernel,
            int columns,
            double[] x,
            int from,
            int xPitch,
            double[] y,
            int to,
            int yPitch) {
        int once = ofGroup > 0 ? 1 : step.groups(), groups = step.groups() / once;
        int inputs = xPitch * groups * step.stride(), outputs = yPitch * groups * step.stride();
        if (step.factors() == 2) {
            inputs *= 4;
            outputs *= 4;
        } else {
            inputs *= pattern.blockCols();
            outputs *= pattern.blockRows();
        }
        for (int g = 0; g < once; g++) {
            groups(kernel, columns, groups, x, from + g * inputs, xPitch, y, to + g * outputs, yPitch);
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
            kernel.pairsTwice(columns, values, 0, groups, stride, isUp, x, from, xPitch, y, to, yPitch);
        } else if (parts == 1 && pattern.isOfPairs()) {
            kernel.pairs(columns, values, 0, groups, stride, x, from, xPitch, y, to, yPitch);
        } else if (isOfQuads()) {
            kernel.quads(columns, values, 0, groups, stride, x, from, xPitch, y, to, yPitch);
        } else if (parts == 1) {
            kernel.blocks(columns, values, 0, groups, rows, cols, stride, x, from, xPitch, y, to, yPitch);
        } else if (pattern.isOfPairs()) {
            kernel.complexPairs(columns, values, 0, groups, stride, x, from, xPitch, xIm, y, to, yPitch, yIm);
        } else {
            kernel.complexBlocks(
                    columns, values, 0, groups, rows, cols, stride, x, from, xPitch, xIm, y, to, yPitch, yIm);
        }
    }
}
