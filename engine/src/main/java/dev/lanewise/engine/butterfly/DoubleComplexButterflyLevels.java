package dev.lanewise.engine.butterfly;

import dev.lanewise.engine.butterfly.ButterflySchedule.Pass;
import dev.lanewise.engine.scalar.DoubleButterflyKernel;
import java.util.List;

/** {@link DoubleButterflyLevels} of complex numbers: all real parts and then all imaginary parts. */
final class DoubleComplexButterflyLevels extends DoubleButterflyStep {
    private static final int NUMBERS = 8;

    private final Pass pass;
    private final int n;
    private final double[] values;
    private final int groupValues;

    /** The pass of factors, given by the values of each of them in the order of application, each real part before its imaginary part. */
    DoubleComplexButterflyLevels(List<ButterflyPattern> patterns, Pass pass, List<double[]> factors) {
        super(2 * patterns.getFirst().cols(), 2 * patterns.getFirst().rows());
        this.pass = pass;
        n = patterns.getFirst().rows();
        values = DoubleButterflyLevels.ordered(patterns, pass, factors, NUMBERS);
        groupValues = DoubleButterflyLevels.groupValues(pass, values.length, NUMBERS);
    }

    @Override
    boolean mayBeInPlace() {
        return true;
    }

    @Override
    void run(DoubleButterflyKernel kernel, double[] x, int from, int xPitch, double[] y, int to, int yPitch) {
        kernel.complexPairs(
                values,
                groupValues,
                pass.groups(),
                pass.inner(),
                pass.levels(),
                pass.stride(0),
                pass.stride(1),
                x,
                from,
                xPitch,
                n,
                y,
                to,
                yPitch,
                n);
    }
}
