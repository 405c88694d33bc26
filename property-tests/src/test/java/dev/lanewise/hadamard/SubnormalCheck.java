package dev.lanewise.hadamard;

import static org.junit.jupiter.api.Assertions.fail;

import dev.lanewise.engine.Normalization;
import dev.lanewise.oracle.ErrorBounds;
import dev.lanewise.oracle.HadamardMatrix;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Twofold;

/** Transforms of multiples of the smallest number, in that unit, where the oracle's own products would underflow. */
final class SubnormalCheck {
    private SubnormalCheck() {}

    /**
     * The sums are exact integers in that unit, {@code k}. The factor, rounded twice at most, is off by {@code g(2) f}, and
     * so the exact product by {@code g(2) |k| f}. It is subnormal and rounds to a whole unit: off by half a unit.
     */
    static void assertTransform(Numbers x, Numbers y, Normalization normalization, String context) {
        int n = x.length();
        double unit = x.precision().smallest();
        double[] integers = new double[n];
        for (int i = 0; i < n; i++) {
            integers[i] = x.at(i) / unit;
        }
        HadamardMatrix matrix = HadamardMatrix.of(n);
        boolean scaled = normalization != Normalization.BACKWARD;
        double gamma = scaled ? ErrorBounds.gamma(2, x.precision()) : 0;
        double half = scaled ? 0.5 : 0;
        for (int i = 0; i < n; i++) {
            Twofold exact = matrix.coefficient(i, integers, normalization);
            double error = exact.distance(y.at(i) / unit);
            // 4 u of double: error and bound as they are rounded here.
            double bound = (half + gamma * Math.abs(exact.value())) * (1 + 0x1p-51);
            if (!(error <= bound)) {
                fail(context + ": n = " + n + ", coefficient " + i + " is " + y.at(i) / unit + " units, exactly "
                        + exact.value() + "; off by " + error + ", allowed " + bound);
            }
        }
    }
}
