package dev.lanewise.hadamard;

import static org.junit.jupiter.api.Assertions.fail;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.hadamard.DoubleHadamardPlan;
import dev.lanewise.engine.hadamard.WalshOrdering;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.HadamardMatrix;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Seeds;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What follows from the transform being linear, symmetric and orthogonal up to its factor, in every ordering. */
final class DoubleHadamardAlgebraLaws implements Seeds {
    @Provide
    Arbitrary<Integer> orders() {
        return Arbitraries.of(HadamardMatrix.ordersUpTo(1 << 13));
    }

    private static double[] transformed(int n, Normalization normalization, double[] x) {
        return transformed(n, normalization, WalshOrdering.NATURAL, x);
    }

    /** In that ordering where the length has it, else in natural order. */
    private static double[] transformed(int n, Normalization normalization, WalshOrdering ordering, double[] x) {
        double[] y = x.clone();
        DoubleHadamardPlan plan = DoubleHadamardPlan.of(n).normalized(normalization);
        (HadamardMatrix.baseOf(n) == 1 ? plan.ordered(ordering) : plan).transform(y);
        return y;
    }

    private static String context(int n, long seed, Object... more) {
        return "n = " + n + ", seed " + seed + " " + Arrays.toString(more);
    }

    /** Equal as numbers: zeros may differ in sign. */
    private static void assertEqual(double[] wanted, double[] came, String context) {
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i] != came[i]) {
                fail(context + ": element " + i + " is " + came[i] + ", wanted " + wanted[i]);
            }
        }
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
        double[] wanted = new double[n];
        for (int i = 0; i < n; i++) {
            wanted[i] = factor * hx[i] + hz[i];
        }
        assertEqual(wanted, h, context(n, seed, factor));
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
        double[] wanted = new double[n];
        for (int i = 0; i < n; i++) {
            wanted[i] = -Math.scalb(y[i], exponent);
        }
        assertEqual(wanted, z, context(n, seed, normalization, "-2^" + exponent));
    }

    @Property
    void anyCombinationTransformsToTheCombinationWithinTheBound(
            @ForAll("orders") int n,
            @ForAll("seeds") long seed,
            @ForAll Normalization normalization,
            @ForAll WalshOrdering ordering) {
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
                Numbers.of(transformed(n, normalization, ordering, x)),
                Numbers.of(transformed(n, normalization, ordering, z)),
                Numbers.of(transformed(n, normalization, ordering, combined)),
                context(n, seed, normalization, ordering));
    }

    /**
     * After stage {@code s} of the second transform an element is {@code 2^s} times an integer of at most
     * {@code n / 2^s * 1000}, in a base 784000 times a power of two: below 2^24, which either precision holds. So it is in
     * every ordering: each is a symmetric matrix on the bits of the index, and {@code s} stages sum to zero but for
     * {@code n / 2^s} elements of the input.
     */
    @Property
    void twiceIsNTimesTheInputExactlyOnSmallIntegers(
            @ForAll("orders") int n, @ForAll("seeds") long seed, @ForAll WalshOrdering ordering) {
        double[] x = Inputs.integers(seed, 1000, new double[n]);
        double[] once = transformed(n, Normalization.BACKWARD, ordering, x);
        double[] y = transformed(n, Normalization.BACKWARD, ordering, once);
        double[] wanted = new double[n];
        for (int i = 0; i < n; i++) {
            wanted[i] = n * x[i];
        }
        assertEqual(wanted, y, context(n, seed, ordering));
    }

    @Property
    void theInverseNormalizationLeadsBack(
            @ForAll("orders") int n,
            @ForAll("seeds") long seed,
            @ForAll Normalization normalization,
            @ForAll WalshOrdering ordering) {
        double[] x = Inputs.uneven(seed, new double[n]);
        double[] y = transformed(n, normalization, ordering, x);
        double[] back = transformed(n, normalization.inverse(), ordering, y);
        LinearityCheck.assertLedBack(Numbers.of(x), Numbers.of(back), context(n, seed, normalization, ordering));
    }

    @Property
    void theNormStaysUnderOrtho(@ForAll("orders") int n, @ForAll("seeds") long seed) {
        double[] x = Inputs.uneven(seed, new double[n]);
        double[] y = transformed(n, Normalization.ORTHO, x);
        LinearityCheck.assertSameNorm(Numbers.of(x), Numbers.of(y), context(n, seed));
    }

    @Property
    void theMatrixIsSymmetric(
            @ForAll("orders") int n,
            @ForAll("seeds") long seed,
            @ForAll Normalization normalization,
            @ForAll WalshOrdering ordering) {
        double[] x = Inputs.uneven(seed, new double[n]);
        double[] z = Inputs.uneven(~seed, new double[n]);
        LinearityCheck.assertSymmetric(
                normalization,
                Numbers.of(x),
                Numbers.of(z),
                Numbers.of(transformed(n, normalization, ordering, x)),
                Numbers.of(transformed(n, normalization, ordering, z)),
                context(n, seed, normalization, ordering));
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
