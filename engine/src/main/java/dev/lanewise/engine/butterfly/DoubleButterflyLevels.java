package dev.lanewise.engine.butterfly;

import dev.lanewise.engine.butterfly.ButterflySchedule.Pass;
import dev.lanewise.engine.scalar.DoubleButterflyKernel;
import java.util.List;

/**
 * Factors of 2 x 2 blocks in one pass. Their values are put in the order in which the kernel takes them, unit after unit, so that they
 * are read from one end to the other.
 */
final class DoubleButterflyLevels extends DoubleButterflyStep {
    private static final int ENTRIES = 4;

    private final Pass pass;
    private final double[] values;
    private final int groupValues;

    private DoubleButterflyLevels(int rows, Pass pass, double[] values, int groupValues) {
        super(rows, rows);
        this.pass = pass;
        this.values = values;
        this.groupValues = groupValues;
    }

    /** The pass of factors, given by the values of each of them in the order of application. */
    static DoubleButterflyLevels of(List<ButterflyPattern> patterns, Pass pass, List<double[]> factors) {
        double[] ordered = ordered(patterns, pass, factors, ENTRIES);
        return new DoubleButterflyLevels(
                patterns.getFirst().rows(), pass, ordered, groupValues(pass, ordered.length, ENTRIES));
    }

    /** Values in the order of the kernel, so many numbers for a block: those of one group if all groups of all factors are the same. */
    static double[] ordered(List<ButterflyPattern> patterns, Pass pass, List<double[]> factors, int ofBlock) {
        boolean isShared = true;
        for (int level = 0; level < pass.levels(); level++) {
            isShared &=
                    factors.get(level).length == ofBlock * patterns.get(level).stride();
        }
        int pairs = 1 << pass.levels() - 1, groups = isShared ? 1 : pass.groups(), at = 0;
        double[] ordered = new double[groups * ofBlock * pairs * pass.levels() * pass.inner()];
        for (int g = 0; g < groups; g++) {
            for (int k = 0; k < pass.inner(); k++) {
                for (int level = 0; level < pass.levels(); level++) {
                    double[] from = factors.get(level);
                    for (int pair = 0; pair < pairs; pair++) {
                        int block = block(patterns.get(level).stride(), pass, g, k, level, pair);
                        System.arraycopy(from, ofBlock * block % from.length, ordered, at, ofBlock);
                        at += ofBlock;
                    }
                }
            }
        }
        return ordered;
    }

    /** From the values of one group to those of the next. */
    static int groupValues(Pass pass, int length, int ofBlock) {
        int ofGroup = (ofBlock << pass.levels() - 1) * pass.levels() * pass.inner();
        return length == ofGroup ? 0 : ofGroup;
    }

    /** The block of a pair of rows in its factor. */
    private static int block(int stride, Pass pass, int group, int unit, int level, int pair) {
        // The row of the pair that is first: its number has a zero where the two differ.
        int low = pair & (1 << level) - 1, j = low | (pair - low) << 1;
        int row = (group * pass.inner() << pass.levels()) + unit;
        for (int bit = 0; bit < pass.levels(); bit++) {
            row += (j >> bit & 1) * pass.stride(bit);
        }
        return row / (2 * stride) * stride + row % stride;
    }

    @Override
    boolean mayBeInPlace() {
        return true;
    }

    @Override
    void run(DoubleButterflyKernel kernel, double[] x, int from, int xPitch, double[] y, int to, int yPitch) {
        kernel.pairs(
                values,
                groupValues,
                pass.groups(),
                pass.inner(),
                pass.levels(),
                pass.stride(0),
                pass.stride(1),
                pass.stride(2),
                x,
                from,
                xPitch,
                y,
                to,
                yPitch);
    }
}
