package dev.lanewise.hadamard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.hadamard.DoubleHadamardPlan;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.ErrorBounds;
import dev.lanewise.oracle.HadamardMatrix;
import dev.lanewise.oracle.HadamardOracle;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Precision;
import dev.lanewise.oracle.Seeds;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The transform is the matrix of the definition times the vector. */
final class DoubleHadamardDefinitionLaws implements Seeds {
    /** Beyond 2^12 rows are sampled: powers of two, every base, and for each what is too long for a block of its own. */
    private static final List<Integer> LONG_ORDERS =
            List.of(1 << 13, 12 << 10, 20 << 11, 28 << 12, 1 << 17, 12 << 16, 20 << 16, 1 << 20, 28 << 16, 1 << 22);

    @Provide
    Arbitrary<Integer> orders() {
        return Arbitraries.of(HadamardMatrix.ordersUpTo(640));
    }

    @Example
    void everyOrderUpTo4096AgreesWithTheDefinition() {
        for (int n : HadamardMatrix.ordersUpTo(4096)) {
            double[] x = Inputs.gaussian(n, new double[n]);
            double[] y = x.clone();
            DoubleHadamardPlan.of(n).transform(y);
            HadamardOracle.assertTransform(Numbers.of(x), Numbers.of(y), Normalization.BACKWARD, "Gaussian input");
        }
    }

    @Property(tries = 150)
    void anyInputOfAnyOrderAgreesUnderEveryNormalization(
            @ForAll("orders") int n, @ForAll("seeds") long seed, @ForAll Normalization normalization) {
        double[] x = Inputs.uneven(seed, new double[n]);
        double[] y = x.clone();
        DoubleHadamardPlan.of(n).normalized(normalization).transform(y);
        HadamardOracle.assertTransform(Numbers.of(x), Numbers.of(y), normalization, "uneven input, seed " + seed);
    }

    @Example
    void longOrdersAgreeInSampledCoefficients() {
        for (int n : LONG_ORDERS) {
            double[] gaussian = Inputs.gaussian(n, new double[n]);
            double[] uneven = Inputs.uneven(n, new double[n]);
            for (Normalization normalization : Normalization.values()) {
                assertSampled(normalization, gaussian, "Gaussian input, seed " + n);
                assertSampled(normalization, uneven, "uneven input, seed " + n);
            }
        }
    }

    /** Other rows for every length, normalisation and input. */
    private static void assertSampled(Normalization normalization, double[] x, String context) {
        int n = x.length;
        double[] y = x.clone();
        DoubleHadamardPlan.of(n).normalized(normalization).transform(y);
        long seed = (context + normalization).hashCode();
        HadamardOracle.assertSampled(Numbers.of(x), Numbers.of(y), normalization, 3, seed, context);
    }

    @Example
    void someLongOrdersOfEveryBaseAreJoinedFromBlocks() {
        for (int base : List.of(1, 12, 20, 28)) {
            List<String> plans = LONG_ORDERS.stream()
                    .filter(n -> HadamardMatrix.baseOf(n) == base)
                    .map(n -> DoubleHadamardPlan.of(n).describe())
                    .toList();
            assertTrue(plans.stream().anyMatch(plan -> plan.contains("joined by")), plans.toString());
        }
    }

    @Example
    void unitVectorsBecomeTheColumnsOfTheMatrixExactly() {
        for (int n : HadamardMatrix.ordersUpTo(128)) {
            HadamardMatrix matrix = HadamardMatrix.of(n);
            DoubleHadamardPlan plan = DoubleHadamardPlan.of(n);
            for (int j = 0; j < n; j++) {
                double[] y = new double[n];
                y[j] = 1;
                plan.transform(y);
                for (int i = 0; i < n; i++) {
                    assertEquals(matrix.entry(i, j), y[i], "n = " + n + ", entry " + i + ", " + j);
                }
            }
        }
    }

    @Example
    void everyRowOfTheMatrixBecomesOneCoefficientExactly() {
        for (int n : LONG_ORDERS) {
            HadamardMatrix matrix = HadamardMatrix.of(n);
            for (int row : new int[] {0, 1, n / 2, n / 3, n - 1}) {
                double[] x = new double[n];
                for (int j = 0; j < n; j++) {
                    x[j] = matrix.entry(row, j);
                }
                DoubleHadamardPlan.of(n).transform(x);
                double[] wanted = new double[n];
                wanted[row] = n;
                for (int i = 0; i < n; i++) {
                    if (x[i] != wanted[i]) {
                        fail("n = " + n + ", row " + row + ": coefficient " + i + " is " + x[i] + ", wanted "
                                + wanted[i]);
                    }
                }
            }
        }
    }

    @Example
    void theErrorForGaussianInputIsThatOfIndependentRoundings() {
        for (int n : List.of(64, 192, 320, 448, 1024, 1 << 14, 28 << 9, 1 << 17)) {
            for (Normalization normalization : Normalization.values()) {
                double[] x = Inputs.gaussian(n, new double[n]);
                double[] y = x.clone();
                DoubleHadamardPlan.of(n).normalized(normalization).transform(y);
                var error = HadamardOracle.relativeError(Numbers.of(x), Numbers.of(y), normalization, 64, n);
                var bound = ErrorBounds.gaussian(n, normalization, Precision.DOUBLE);
                assertTrue(error <= bound, "n = " + n + ", " + normalization + ": " + error + " > " + bound);
            }
        }
    }

    @Example
    void oneElementIsItsOwnTransform() {
        for (Normalization normalization : Normalization.values()) {
            double[] x = {-2.5};
            DoubleHadamardPlan.of(1).normalized(normalization).transform(x);
            Bits.assertSame(new double[] {-2.5}, x, normalization.toString());
        }
    }
}
