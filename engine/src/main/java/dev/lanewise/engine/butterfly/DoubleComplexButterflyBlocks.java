package dev.lanewise.engine.butterfly;

import dev.lanewise.engine.scalar.DoubleButterflyKernel;

/** {@link DoubleButterflyBlocks} of complex numbers: all real parts and then all imaginary parts. */
final class DoubleComplexButterflyBlocks extends DoubleButterflyStep {
    private final ButterflyPattern pattern;
    private final double[] values;
    private final int groupValues;

    /** One factor, given by its values, each real part before its imaginary part. */
    DoubleComplexButterflyBlocks(ButterflyPattern pattern, double[] values) {
        super(2 * pattern.cols(), 2 * pattern.rows());
        this.pattern = pattern;
        this.values = values;
        groupValues = values.length == 2 * pattern.entries() ? 2 * pattern.entriesOfGroup() : 0;
    }

    @Override
    boolean mayBeInPlace() {
        return false;
    }

    @Override
    void run(DoubleButterflyKernel kernel, double[] x, int from, int xPitch, double[] y, int to, int yPitch) {
        kernel.complexBlocks(
                values,
                groupValues,
                pattern.groups(),
                pattern.blockRows(),
                pattern.blockCols(),
                pattern.stride(),
                x,
                from,
                xPitch,
                pattern.cols(),
                y,
                to,
                yPitch,
                pattern.rows());
    }
}
