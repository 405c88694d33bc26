package dev.lanewise.hadamard;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Normalization;
import dev.lanewise.oracle.HadamardMatrix;
import dev.lanewise.oracle.Numbers;

/** Transforms of multiples of the smallest number, in that unit, where the oracle's own products would underflow. */
final class SubnormalCheck {
    private SubnormalCheck() {}

    /**
     * The sums are exact integers in that unit, {@code k}; the product with the factor rounds to the nearest: off by half a
     * unit, and by the three roundings of the factor and the product, {@code 3 u |k| f}, as long as that is not subnormal.
     */
    static void assertTransform(Numbers x, Numbers y, Normalization normalization) {
        int n = x.length();
        double unit = x.precision().smallest();
        double[] integers = new double[n];
        for (int i = 0; i < n; i++) {
            integers[i] = x.at(i) / unit;
        }
        HadamardMatrix matrix = HadamardMatrix.of(n);
        double half = normalization == Normalization.BACKWARD ? 0 : 0.5;
        for (int i = 0; i < n; i++) {
            double exact = matrix.coefficient(i, integers, normalization).value();
            double error = Math.abs(y.at(i) / unit - exact);
            double bound = half + 4 * x.precision().unitRoundoff() * Math.abs(exact);
            assertTrue(error <= bound, "n = " + n + ", coefficient " + i + " in units: " + error + " > " + bound);
        }
    }
}
