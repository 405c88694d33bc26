package dev.lanewise.fourier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.fourier.DoubleHartleyPlan;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.FourierBounds;
import dev.lanewise.oracle.HartleyOracle;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Precision;
import dev.lanewise.oracle.Seeds;
import dev.lanewise.oracle.Twofold;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The Hartley transform is that of the definition, and twice it is the identity. (Places and threads: with the cosines.) */
final class DoubleHartleyLaws implements Seeds, FourierLengths {
    private static double[] through(DoubleHartleyPlan plan, double[] x) {
        double[] y = x.clone();
        plan.transform(y);
        return y;
    }

    /** Sums of parts of Gaussian coefficients add {@code u^2/3} to the squares of errors. */
    @Example
    void lengthsUpTo256AreAsAccurateAsTheFourierTransformAndASum() {
        for (int n = 1; n <= 256; n++) {
            int vectors = Math.ceilDiv(400, n);
            var squares = new Twofold();
            for (int seed = 0; seed < vectors; seed++) {
                double[] x = Inputs.gaussian(1000 * seed + n, new double[n]);
                double[] y = through(DoubleHartleyPlan.of(n), x);
                var error = HartleyOracle.relativeError(Numbers.of(x), Numbers.of(y));
                squares.addProduct(error, error);
            }
            var bound = Math.hypot(
                    FourierBounds.gaussian(n, Precision.DOUBLE), Precision.DOUBLE.unitRoundoff() / Math.sqrt(3));
            var error = Math.sqrt(squares.value() / vectors);
            assertTrue(error <= bound, "n = " + n + ": " + error + " > " + bound);
        }
    }

    @Property
    void twiceIsTheIdentityTimesTheLength(@ForAll("lengths") int n, @ForAll("seeds") long seed) {
        double[] x = Inputs.uneven(seed, new double[n]);
        DoubleHartleyPlan plan = DoubleHartleyPlan.of(n);
        double[] twice = through(plan, through(plan, x));
        for (int i = 0; i < n; i++) {
            twice[i] /= n;
        }
        var norm = Numbers.of(x).norm2();
        RealFourierCheck.assertNear(Numbers.of(x), Numbers.of(twice), norm, 4, "n = " + n + ", seed " + seed);
    }

    @Property
    void theInverseLeadsBackAndIsTheSameWithTheOtherFactor(
            @ForAll("lengths") int n, @ForAll("seeds") long seed, @ForAll Normalization normalization) {
        double[] x = Inputs.uneven(seed, new double[n]);
        DoubleHartleyPlan plan = DoubleHartleyPlan.of(n).normalized(normalization);
        double[] back = through(plan.inverse(), through(plan, x));
        var norm = Numbers.of(x).norm2();
        RealFourierCheck.assertNear(Numbers.of(x), Numbers.of(back), norm, 10, plan.describe());
        Bits.assertSame(
                through(DoubleHartleyPlan.of(n).normalized(normalization.inverse()), x),
                through(plan.inverse(), x),
                plan.describe());
        DoubleHartleyPlan settled = DoubleHartleyPlan.of(n).inverse().normalized(normalization);
        Bits.assertSame(through(plan.inverse(), x), through(settled, x), settled.describe());
        Bits.assertSame(through(plan, x), through(settled.inverse(), x), settled.describe());
        assertEquals("inverse " + plan.describe(), settled.describe());
    }
}
