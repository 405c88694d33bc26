package dev.lanewise.hadamard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.hadamard.DoubleHadamardPlan;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.HadamardMatrix;
import dev.lanewise.oracle.HadamardOracle;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Seeds;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** NaN, infinities, zeros, huge and subnormal numbers go through as IEEE 754 says of a sum of the terms. */
final class DoubleHadamardSpecialValueLaws implements Seeds {
    @Provide
    Arbitrary<Integer> orders() {
        return Arbitraries.of(HadamardMatrix.ordersUpTo(1536));
    }

    /** A sum in any order is NaN if a term is, or if infinities of both signs meet; else infinite if a term is. */
    @Property
    void eachCoefficientIsFiniteInfiniteOrNaNAsItsTermsSay(
            @ForAll("orders") int n, @ForAll("seeds") long seed, @ForAll Normalization normalization) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = Inputs.integers(seed, 9, new double[n]);
        int strewn = random.nextInt(4);
        for (int k = 0; k < strewn; k++) {
            int at = random.nextInt(n);
            int kind = random.nextInt(9);
            x[at] = kind == 0 ? Double.NaN : kind < 5 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        double[] y = x.clone();
        DoubleHadamardPlan.of(n).normalized(normalization).transform(y);
        HadamardMatrix matrix = HadamardMatrix.of(n);
        for (int i = 0; i < n; i++) {
            double wanted = 0;
            for (int j = 0; j < n; j++) {
                wanted += matrix.entry(i, j) * x[j];
            }
            String context =
                    "n = " + n + ", seed " + seed + ", coefficient " + i + " is " + y[i] + ", wanted " + wanted;
            assertEquals(Double.isNaN(wanted), Double.isNaN(y[i]), context);
            assertEquals(Double.isInfinite(wanted), Double.isInfinite(y[i]), context);
            assertTrue(!Double.isInfinite(wanted) || y[i] == wanted, context);
        }
    }

    @Example
    void oneNaNMakesEveryCoefficientNaN() {
        for (int n : HadamardMatrix.ordersUpTo(4096)) {
            double[] x = Inputs.gaussian(n, new double[n]);
            x[n / 3] = Double.NaN;
            DoubleHadamardPlan.of(n).transform(x);
            for (int i = 0; i < n; i++) {
                assertTrue(Double.isNaN(x[i]), "n = " + n + ", coefficient " + i + " is " + x[i] + ", wanted NaN");
            }
        }
    }

    @Example
    void oneInfinityMakesEveryCoefficientInfiniteWithTheSignOfItsEntry() {
        for (int n : HadamardMatrix.ordersUpTo(4096)) {
            HadamardMatrix matrix = HadamardMatrix.of(n);
            double[] x = Inputs.gaussian(n, new double[n]);
            int at = 2 * n / 3;
            x[at] = Double.NEGATIVE_INFINITY;
            DoubleHadamardPlan.of(n).normalized(Normalization.ORTHO).transform(x);
            for (int i = 0; i < n; i++) {
                double wanted = matrix.entry(i, at) * Double.NEGATIVE_INFINITY;
                assertEquals(wanted, x[i], "n = " + n + ", coefficient " + i);
            }
        }
    }

    /** Partial sums are at most {@code ||x||_1}: as long as that is a number with room for rounding, so are they. */
    @Property
    void hugeNumbersStayWithinTheBoundWhileTheSumOfMagnitudesIsANumber(
            @ForAll("orders") int n, @ForAll("seeds") long seed, @ForAll Normalization normalization) {
        double[] x = Inputs.signs(seed, new double[n]);
        for (int i = 0; i < n; i++) {
            x[i] *= Double.MAX_VALUE / (2 * n) * (1 + i % 2);
        }
        assertBelowOverflow(x, normalization, "huge numbers, seed " + seed);
    }

    private static void assertBelowOverflow(double[] x, Normalization normalization, String context) {
        double[] y = x.clone();
        DoubleHadamardPlan.of(x.length).normalized(normalization).transform(y);
        for (int i = 0; i < y.length; i++) {
            assertTrue(
                    Double.isFinite(y[i]),
                    context + ": n = " + y.length + ", coefficient " + i + " is " + y[i] + ", wanted a number");
        }
        // A power of two below 1 / n keeps the oracle, which sums twofold in double, clear of overflow; it is exact.
        int exponent = -40;
        double[] smallX = new double[x.length];
        double[] smallY = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            smallX[i] = Math.scalb(x[i], exponent);
            smallY[i] = Math.scalb(y[i], exponent);
        }
        HadamardOracle.assertTransform(Numbers.of(smallX), Numbers.of(smallY), normalization, context);
    }

    @Example
    void whatCannotBeHeldIsNeverReportedAsANumber() {
        for (int n : HadamardMatrix.ordersUpTo(2048)) {
            if (n == 1) {
                continue;
            }
            // The row that the input copies sums to n / 2 times the largest number or more.
            HadamardMatrix matrix = HadamardMatrix.of(n);
            int row = 5 * n / 7;
            double[] x = new double[n];
            for (int j = 0; j < n; j++) {
                x[j] = matrix.entry(row, j) * (Double.MAX_VALUE / 4 * 3);
            }
            DoubleHadamardPlan.of(n).transform(x);
            assertFalse(Double.isFinite(x[row]), "n = " + n + ": " + x[row]);
        }
    }

    @Example
    void twoLargestNumbersSumToInfinityAndDifferByZero() {
        double[] x = {Double.MAX_VALUE, Double.MAX_VALUE};
        DoubleHadamardPlan.of(2).transform(x);
        Bits.assertSame(new double[] {Double.POSITIVE_INFINITY, 0}, x, "the largest number twice");
    }

    /** Sums of subnormal numbers are exact, so that nothing but the unit differs from sums of integers. */
    @Property
    void subnormalNumbersTransformAsIntegersDo(@ForAll("orders") int n, @ForAll("seeds") long seed) {
        double[] integers = Inputs.integers(seed, 50, new double[n]);
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = integers[i] * Double.MIN_VALUE;
        }
        DoubleHadamardPlan.of(n).transform(integers);
        DoubleHadamardPlan.of(n).transform(x);
        for (int i = 0; i < n; i++) {
            assertEquals(
                    integers[i],
                    x[i] / Double.MIN_VALUE,
                    "n = " + n + ", seed " + seed + ", coefficient " + i + " in units of the smallest number");
        }
    }

    @Property
    void factorsThatUnderflowStayWithinTheBound(
            @ForAll("orders") int n, @ForAll("seeds") long seed, @ForAll Normalization normalization) {
        double[] x = Inputs.integers(seed, 50, new double[n]);
        for (int i = 0; i < n; i++) {
            x[i] *= Double.MIN_VALUE;
        }
        double[] y = x.clone();
        DoubleHadamardPlan.of(n).normalized(normalization).transform(y);
        SubnormalCheck.assertTransform(Numbers.of(x), Numbers.of(y), normalization, normalization + ", seed " + seed);
    }

    /**
     * Of two zeros, IEEE 754 (section 6.3) makes a sum -0 if both are, and {@code x - x} is +0. So a sum of zeros is -0 in
     * any order if all its terms are, and +0 if one is not. Terms are -0 throughout where a row of ones meets -0, and
     * nowhere else: no row consists of -1 alone. That row is the first, of a power of two. (In a base a negated sum is -0
     * for terms +0; but each row of the conference matrix has a 1, so that a term +0 is added to it.)
     */
    @Example
    void zerosOfOneSignGivePositiveZerosButForARowOfOnesAndNegativeZeros() {
        for (int n : HadamardMatrix.ordersUpTo(4096)) {
            for (Normalization normalization : Normalization.values()) {
                for (double zero : new double[] {0.0, -0.0}) {
                    double[] x = new double[n];
                    Arrays.fill(x, zero);
                    DoubleHadamardPlan.of(n).normalized(normalization).transform(x);
                    double[] wanted = new double[n];
                    wanted[0] = HadamardMatrix.baseOf(n) == 1 ? zero : 0.0;
                    Bits.assertSame(wanted, x, "n = " + n + ", " + normalization + " of " + zero);
                }
            }
        }
    }
}
