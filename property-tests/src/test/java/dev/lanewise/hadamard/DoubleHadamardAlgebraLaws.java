package dev.lanewise.hadamard;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.hadamard.DoubleHadamardPlan;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.HadamardMatrix;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Seeds;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What follows from the transform being linear, symmetric and orthogonal up to its factor. */
final class DoubleHadamardAlgebraLaws implements Seeds {
    @Provide
    Arbitrary<Integer> orders() {
        return Arbitraries.of(HadamardMatrix.ordersUpTo(1 << 13));
    }

    private static double[] transformed(int n, Normalization normalization, double[] x) {
        double[] y = x.clone();
        DoubleHadamardPlan.of(n).normalized(normalization).transform(y);
        return y;
    }

    @Property
    void sumsOfSmallIntegersTransformExactlyToSums(
            @ForAll("orders") int n, @ForAll("seeds") long seed, @ForAll @IntRange(min = -8, max = 8) int factor) {
        double[] x = Inputs.integers(seed, 100, new double[n]);
        double[] z = Inputs.integers(~seed, 100, new double[n]);
        double[] combined = new double[n];
        for (int i = 0; i < n; i++) {
            combined[i] = factor * x[i] + z[i];
        }
        // At most 8192 * 900 < 2^23: every sum on the way is an integer that either precision holds.
        double[] hx = transformed(n, Normalization.BACKWARD, x);
        double[] hz = transformed(n, Normalization.BACKWARD, z);
        double[] h = transformed(n, Normalization.BACKWARD, combined);
        for (int i = 0; i < n; i++) {
            assertTrue(h[i] == factor * hx[i] + hz[i], "coefficient " + i);
        }
    }

    @Property
    void powersOfTwoAndMinusOnePassThroughToTheLastBit(
            @ForAll("orders") int n,
            @ForAll("seeds") long seed,
            @ForAll Normalization normalization,
            @ForAll @IntRange(min = -8, max = 8) int exponent) {
        double[] x = Inputs.gaussian(seed, new double[n]);
        double[] multiple = new double[n];
        for (int i = 0; i < n; i++) {
            multiple[i] = -Math.scalb(x[i], exponent);
        }
        double[] y = transformed(n, normalization, x);
        double[] z = transformed(n, normalization, multiple);
        for (int i = 0; i < n; i++) {
            assertTrue(z[i] == -Math.scalb(y[i], exponent), "coefficient " + i);
        }
    }

    @Property
    void anyCombinationTransformsToTheCombinationWithinTheBound(
            @ForAll("orders") int n, @ForAll("seeds") long seed, @ForAll Normalization normalization) {
        double[] x = Inputs.uneven(seed, new double[n]);
        double[] z = Inputs.uneven(~seed, new double[n]);
        double[] combined = new double[n];
        for (int i = 0; i < n; i++) {
            combined[i] = x[i] - 3 * z[i];
        }
        LinearityCheck.assertLinear(
                normalization,
                Numbers.of(x),
                Numbers.of(z),
                Numbers.of(transformed(n, normalization, x)),
                Numbers.of(transformed(n, normalization, z)),
                Numbers.of(transformed(n, normalization, combined)));
    }

    /**
     * After stage {@code s} of the second transform an element is {@code 2^s} times an integer of at most
     * {@code n / 2^s * 1000}, in a base 784000 times a power of two: below 2^24, which either precision holds.
     */
    @Property
    void twiceIsNTimesTheInputExactlyOnSmallIntegers(@ForAll("orders") int n, @ForAll("seeds") long seed) {
        double[] x = Inputs.integers(seed, 1000, new double[n]);
        double[] y = transformed(n, Normalization.BACKWARD, transformed(n, Normalization.BACKWARD, x));
        for (int i = 0; i < n; i++) {
            assertTrue(y[i] == n * x[i], "element " + i + " of " + n + " is " + y[i] + ", wanted " + n * x[i]);
        }
    }

    @Property
    void theInverseNormalizationLeadsBack(
            @ForAll("orders") int n, @ForAll("seeds") long seed, @ForAll Normalization normalization) {
        double[] x = Inputs.uneven(seed, new double[n]);
        double[] back = transformed(n, normalization.inverse(), transformed(n, normalization, x));
        LinearityCheck.assertLedBack(Numbers.of(x), Numbers.of(back));
    }

    @Property
    void theNormStaysUnderOrtho(@ForAll("orders") int n, @ForAll("seeds") long seed) {
        double[] x = Inputs.uneven(seed, new double[n]);
        LinearityCheck.assertSameNorm(Numbers.of(x), Numbers.of(transformed(n, Normalization.ORTHO, x)));
    }

    @Property
    void theMatrixIsSymmetric(
            @ForAll("orders") int n, @ForAll("seeds") long seed, @ForAll Normalization normalization) {
        double[] x = Inputs.uneven(seed, new double[n]);
        double[] z = Inputs.uneven(~seed, new double[n]);
        LinearityCheck.assertSymmetric(
                normalization,
                Numbers.of(x),
                Numbers.of(z),
                Numbers.of(transformed(n, normalization, x)),
                Numbers.of(transformed(n, normalization, z)));
    }

    /**
     * {@code H_n = H_(n / 2^j) x H_(2^j)} for every {@code j}: with the vector as a matrix of rows of {@code 2^j} elements,
     * transform the rows, then the columns. Stages run in ascending order both ways, so that even the bits agree.
     */
    @Example
    void theKroneckerRecursionHoldsToTheLastBitAtEveryLevel() {
        for (int n : HadamardMatrix.ordersUpTo(4096)) {
            double[] x = Inputs.uneven(n, new double[n]);
            double[] wanted = transformed(n, Normalization.BACKWARD, x);
            for (int j = 0; j <= HadamardMatrix.bitsOf(n); j++) {
                assertSplits(n, j, x, wanted);
            }
        }
        for (int n : new int[] {1 << 18, 12 << 14, 20 << 13, 28 << 13}) {
            double[] x = Inputs.uneven(n, new double[n]);
            double[] wanted = transformed(n, Normalization.BACKWARD, x);
            for (int j = 1; j <= HadamardMatrix.bitsOf(n); j += 5) {
                assertSplits(n, j, x, wanted);
            }
        }
    }

    private static void assertSplits(int n, int j, double[] x, double[] wanted) {
        double[] y = x.clone();
        int inner = 1 << j;
        int outer = n >> j;
        Workspace workspace = new Workspace();
        DoubleHadamardPlan.of(inner).transform(y, Layout.rows(0, outer, inner), workspace);
        DoubleHadamardPlan.of(outer).transform(y, Layout.columns(0, inner, inner), workspace);
        Bits.assertSame(wanted, y, "H_" + outer + " x H_" + inner);
    }
}
