package dev.lanewise.hadamard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.hadamard.DoubleHadamardPlan;
import dev.lanewise.engine.hadamard.WalshOrdering;
import dev.lanewise.foundation.DoublePlacement;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.HadamardMatrix;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Seeds;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Signs before and the factor after a transform cost no pass of their own and change no bit; orders are permutations. */
final class DoubleHadamardFusionLaws implements Seeds {
    @Provide
    Arbitrary<Integer> orders() {
        return Arbitraries.of(HadamardMatrix.ordersUpTo(1 << 15));
    }

    /** Sums of integers are exact in any order, and with special values between them say little: of those only a few. */
    private static double[] input(int n, long seed) {
        return seed % 8 == 0 ? Inputs.special(seed, new double[n]) : Inputs.uneven(seed, new double[n]);
    }

    /** The ordering, where the length has others than the natural one. */
    private static WalshOrdering orderingOf(int n, WalshOrdering ordering) {
        return HadamardMatrix.baseOf(n) == 1 ? ordering : WalshOrdering.NATURAL;
    }

    /** Coefficients in natural order, written in another. */
    private static double[] ordered(double[] natural, WalshOrdering ordering) {
        double[] y = new double[natural.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = ordering == WalshOrdering.NATURAL
                    ? natural[i]
                    : natural[ordering.natural(i, HadamardMatrix.bitsOf(y.length))];
        }
        return y;
    }

    @Property
    void fusedSignsAreSignsThenTransformToTheLastBit(
            @ForAll("orders") int n,
            @ForAll("seeds") long seed,
            @ForAll Normalization normalization,
            @ForAll WalshOrdering any) {
        WalshOrdering ordering = orderingOf(n, any);
        double[] signs = Inputs.signs(seed, new double[n]);
        double[] x = input(n, seed);
        double[] natural = new double[n];
        for (int i = 0; i < n; i++) {
            natural[i] = x[i] * signs[i];
        }
        DoubleHadamardPlan plan = DoubleHadamardPlan.of(n).normalized(normalization);
        plan.transform(natural);
        plan.withSigns(signs).ordered(ordering).transform(x);
        Bits.assertSame(ordered(natural, ordering), x, plan.describe() + ", " + ordering + ", seed " + seed);
    }

    @Property
    void theFactorIsOneProductAfterTheSumsToTheLastBit(
            @ForAll("orders") int n, @ForAll("seeds") long seed, @ForAll Normalization normalization) {
        double[] x = input(n, seed);
        double[] wanted = x.clone();
        DoubleHadamardPlan.of(n).transform(wanted);
        for (int i = 0; i < n; i++) {
            wanted[i] *= normalization.doubleFactor(n);
        }
        DoubleHadamardPlan.of(n).normalized(normalization).transform(x);
        Bits.assertSame(wanted, x, "n = " + n + ", " + normalization + ", seed " + seed);
    }

    @Example
    void signsAndFactorFuseInAllLengthsAndBatches() {
        for (int n : HadamardMatrix.ordersUpTo(4096)) {
            double[] signs = Inputs.signs(n, new double[n]);
            DoubleHadamardPlan plan = DoubleHadamardPlan.of(n).normalized(Normalization.ORTHO);
            double[][] x = {Inputs.uneven(1, new double[n]), Inputs.uneven(2, new double[n])};
            double[][] wanted = {x[0].clone(), x[1].clone()};
            for (double[] vector : wanted) {
                for (int i = 0; i < n; i++) {
                    vector[i] *= signs[i];
                }
                plan.transform(vector);
            }
            DoublePlacement rows = DoublePlacement.of(Layout.rows(0, 2, n), n).putAll(x);
            plan.withSigns(signs).transform(rows.array(), rows.layout(), new Workspace());
            rows.assertHolds(wanted, "n = " + n);
        }
    }

    @Example
    void thePlanKeepsItsOwnCopyOfTheSigns() {
        double[] signs = Inputs.signs(7, new double[64]);
        DoubleHadamardPlan plan = DoubleHadamardPlan.of(64).withSigns(signs);
        double[] wanted = Inputs.gaussian(1, new double[64]);
        double[] x = wanted.clone();
        plan.transform(wanted);
        for (int i = 0; i < 64; i++) {
            signs[i] = -signs[i];
        }
        plan.transform(x);
        Bits.assertSame(wanted, x, "after the caller changed the signs");
    }

    @Example
    void laterSignsReplaceEarlierOnes() {
        double[] first = Inputs.signs(1, new double[32]);
        double[] second = Inputs.signs(2, new double[32]);
        double[] x = Inputs.gaussian(3, new double[32]);
        double[] wanted = x.clone();
        DoubleHadamardPlan.of(32).withSigns(second).transform(wanted);
        DoubleHadamardPlan.of(32).withSigns(first).withSigns(second).transform(x);
        Bits.assertSame(wanted, x, "second signs");
    }

    /** Row {@code i} of the Walsh matrix in sequency order changes its sign {@code i} times: that is its definition. */
    @Example
    void sequencyOrderSortsTheRowsByTheirChangesOfSign() {
        for (int bits = 0; bits <= 10; bits++) {
            int n = 1 << bits;
            double[][] rows = rows(n, WalshOrdering.SEQUENCY);
            for (int i = 0; i < n; i++) {
                int changes = 0;
                for (int j = 1; j < n; j++) {
                    changes += rows[i][j] == rows[i][j - 1] ? 0 : 1;
                }
                assertEquals(i, changes, "row " + i + " of " + n);
                assertEquals(1, rows[i][0], "row " + i + " of " + n + " starts positive");
            }
        }
    }

    /** Row {@code i} in dyadic order is the product of Rademacher functions {@code r_k} over the bits {@code k} of i. */
    @Example
    void dyadicOrderMultipliesRademacherFunctions() {
        for (int bits = 0; bits <= 8; bits++) {
            int n = 1 << bits;
            double[][] rows = rows(n, WalshOrdering.DYADIC);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    int product = 1;
                    for (int k = 0; k < bits; k++) {
                        boolean lowerHalf = (j >> (bits - 1 - k) & 1) == 1;
                        product = (i >> k & 1) == 1 && lowerHalf ? -product : product;
                    }
                    assertEquals(product, rows[i][j], "row " + i + ", column " + j + " of " + n);
                }
            }
        }
    }

    /** Rows of the matrix, read off the transforms of unit vectors. */
    private static double[][] rows(int n, WalshOrdering ordering) {
        DoubleHadamardPlan plan = DoubleHadamardPlan.of(n).ordered(ordering);
        double[][] rows = new double[n][n];
        for (int j = 0; j < n; j++) {
            double[] unit = new double[n];
            unit[j] = 1;
            plan.transform(unit);
            for (int i = 0; i < n; i++) {
                rows[i][j] = unit[i];
            }
        }
        return rows;
    }

    @Property
    void everyOrderIsAPermutationOfTheNaturalOne(
            @ForAll("orders") int n, @ForAll("seeds") long seed, @ForAll WalshOrdering ordering) {
        int length = Integer.highestOneBit(n);
        double[] natural = Inputs.uneven(seed, new double[length]);
        double[] ordered = natural.clone();
        DoubleHadamardPlan.of(length).transform(natural);
        DoubleHadamardPlan.of(length).ordered(ordering).transform(ordered);
        Bits.assertSame(ordered(natural, ordering), ordered, ordering + " of " + length + ", seed " + seed);
    }
}
