package dev.lanewise.engine.butterfly;

import dev.lanewise.engine.scalar.DoubleButterflyKernel;

/** One factor of any blocks. */
final class DoubleButterflyBlocks extends DoubleButterflyStep {
    private final ButterflyPattern pattern;
    private final double[] values;
    private final int groupValues;

    DoubleButterflyBlocks(ButterflyPattern pattern, double[] values) {
        super(pattern.cols(), pattern.rows());
        this.pattern = pattern;
        this.values = values;
        groupValues = values.length == pattern.entries() ? pattern.entriesOfGroup() : 0;
    }

    @Override
    boolean mayBeInPlace() {
        return false;
    }

    @Override
    void run(DoubleButterflyKernel kernel, double[] x, int from, int xPitch, double[] y, int to, int yPitch) {
        kernel.blocks(
                values,
                groupValues,
                pattern.groups(),
                pattern.blockRows(),
                pattern.blockCols(),
                pattern.stride(),
                x,
                from,
                xPitch,
                y,
                to,
                yPitch);
    }
}
