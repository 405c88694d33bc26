package dev.lanewise.rotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.HadamardRotation;
import dev.lanewise.oracle.ErrorBounds;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Precision;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Mean, variance and fourth moment of every coordinate where the dimension is no supported order. For a uniform rotation
 * they are 0, {@code 1 / d} and {@code 3 / (d (d + 2))}; for this one the mean is 0, as a change of all signs of the last
 * window turns a coordinate round, and the others are {@link ExpectedMoments}.
 *
 * <p>The margin is statistical alone: {@code z} standard errors of the mean of {@code N} values, with
 * {@code z = sqrt(2 ln(2 T / p))} from the tail of a normal number, {@code T} = 40000 comparisons at most (three moments,
 * four inputs, 2571 coordinates) and {@code p} = 10^-6 that any of them fails by chance. Standard errors come from the exact
 * moments where they are known, and from the sample otherwise.
 */
final class RotationMomentsTest {
    private static final double Z = Math.sqrt(2 * Math.log(2 * 40_000 / 1e-6));

    /** Unit vectors: missed by the first window, missed by the second, spread evenly, and Gaussian. */
    private static double[][] inputs(int d) {
        double[] last = new double[d];
        last[d - 1] = 1;
        double[] first = new double[d];
        first[0] = 1;
        double[] even = new double[d];
        Arrays.fill(even, 1 / Math.sqrt(d));
        double[] gaussian = Inputs.gaussian(d, new double[d]);
        double norm = Math.sqrt(Arrays.stream(gaussian).map(v -> v * v).sum());
        return new double[][] {
            last, first, even, Arrays.stream(gaussian).map(v -> v / norm).toArray()
        };
    }

    /** Sums over all seeds of {@code y_i}, {@code y_i^2}, {@code y_i^4} and {@code y_i^8}. */
    private static double[][] sums(int d, int blocks, int seeds, double[] x) {
        double[][] sums = new double[4][d];
        for (int seed = 0; seed < seeds; seed++) {
            double[] y = HadamardRotation.of(d, blocks, seed).apply(x);
            for (int i = 0; i < d; i++) {
                double square = y[i] * y[i];
                sums[0][i] += y[i];
                sums[1][i] += square;
                sums[2][i] += square * square;
                sums[3][i] += square * square * square * square;
            }
        }
        return sums;
    }

    @ParameterizedTest
    @CsvSource({
        "3, 1, 20000",
        "3, 2, 20000",
        "5, 2, 20000",
        "7, 1, 20000",
        "7, 2, 20000",
        "11, 1, 20000",
        "11, 2, 20000",
        "13, 2, 20000",
        "100, 1, 5000",
        "100, 2, 5000",
        "200, 2, 4000"
    })
    void everyCoordinateHasTheMomentsThatFollowFromTheWindows(int d, int blocks, int seeds) {
        RotationDefinition rotation = RotationDefinition.of(d, blocks);
        double rounding = ErrorBounds.vector(rotation.n(), Precision.DOUBLE) * rotation.windows();
        for (double[] x : inputs(d)) {
            double[] second = ExpectedMoments.second(rotation, x);
            double[] fourth = ExpectedMoments.fourth(rotation, x);
            double[][] sums = sums(d, blocks, seeds, x);
            for (int i = 0; i < d; i++) {
                String context = rotation + ", coordinate " + i + ", input " + x[0] + " ... " + x[d - 1];
                double variance = Math.max(0, fourth[i] - second[i] * second[i]);
                check(0, sums[0][i] / seeds, second[i], seeds, rounding, context + ", mean");
                check(second[i], sums[1][i] / seeds, variance, seeds, 3 * rounding, context + ", square");
                double mean4 = sums[2][i] / seeds;
                double variance4 = Math.max(0, sums[3][i] / seeds - mean4 * mean4);
                check(fourth[i], mean4, variance4, seeds, 5 * rounding, context + ", fourth power");
            }
        }
    }

    /**
     * For large dimensions the fourth moment is bracketed. With {@code E = E y_i^2}, the energy {@code S} of the last
     * window that holds the coordinate has {@code E S = n E} and {@code S <= 1}, so {@code (n E)^2 <= E S^2 <= n E};
     * and {@code F}, the sum of {@code E z_a^4 <= 3 / n^2} over that window (Khintchine: each {@code z_a} is a sum of
     * signs of variance {@code 1 / n} at most, as with two blocks every coordinate was in a window before), is between
     * 0 and {@code 3 / n}. So {@code E y_i^4 = (3 E S^2 - 2 F) / n^2} is between {@code (3 (n E)^2 - 6 / n) / n^2} and
     * {@code 3 E / n}.
     */
    @ParameterizedTest
    @CsvSource({"1000, 2, 1500", "1111, 2, 1500"})
    void largeDimensionsHaveTheExactVarianceAndABracketedFourthMoment(int d, int blocks, int seeds) {
        RotationDefinition rotation = RotationDefinition.of(d, blocks);
        int n = rotation.n();
        double rounding = ErrorBounds.vector(n, Precision.DOUBLE) * rotation.windows();
        for (double[] x : inputs(d)) {
            double[] second = ExpectedMoments.second(rotation, x);
            double[][] sums = sums(d, blocks, seeds, x);
            for (int i = 0; i < d; i++) {
                String context = rotation + ", coordinate " + i + ", input " + x[0] + " ... " + x[d - 1];
                double mean2 = sums[1][i] / seeds;
                double mean4 = sums[2][i] / seeds;
                double variance4 = Math.max(0, sums[3][i] / seeds - mean4 * mean4);
                check(0, sums[0][i] / seeds, second[i], seeds, rounding, context + ", mean");
                check(second[i], mean2, 3 * second[i] / n - second[i] * second[i], seeds, 3 * rounding, context);
                double least = (3 * n * n * second[i] * second[i] - 6.0 / n) / n / n;
                double most = 3 * second[i] / n;
                double margin = Z * Math.sqrt(variance4 / seeds) + 5 * rounding;
                assertTrue(
                        mean4 >= least - margin && mean4 <= most + margin,
                        context + ", fourth power: " + mean4 + ", wanted " + least + " to " + most + " within "
                                + margin);
            }
        }
    }

    private static void check(double wanted, double mean, double variance, int seeds, double rounding, String context) {
        double margin = Z * Math.sqrt(variance / seeds) + rounding;
        if (!(Math.abs(mean - wanted) <= margin)) {
            assertEquals(wanted, mean, margin, context);
        }
    }

    /**
     * What the documentation promises of the expected energies, exactly and for any input: off their mean by at most
     * {@code r^(w-2)} of it. They are linear in the energies of the input, so that spikes are the worst; by symmetry within
     * the windows four of them tell all.
     */
    @Test
    void expectedEnergiesAreAsEvenAsTheDocumentationSays() {
        for (int d = 1; d <= 1200; d++) {
            for (int blocks = 1; blocks <= 3; blocks++) {
                RotationDefinition rotation = RotationDefinition.of(d, blocks);
                double promised = rotation.ratio() == 0 ? 0 : Math.pow(rotation.ratio(), rotation.windows() - 2);
                assertTrue(blocks > 1 || promised <= 0.25, rotation + ": " + promised);
                assertTrue(blocks < 2 || d < 8 || promised <= 1.0 / 256, rotation + ": " + promised);
                assertTrue(d < 12 || rotation.windows() <= 3 * blocks, rotation + ": " + rotation.windows());
                for (int at : new int[] {0, d - rotation.n(), rotation.n() - 1, d - 1}) {
                    double[] spike = new double[d];
                    spike[at] = 1;
                    for (double energy : ExpectedMoments.second(rotation, spike)) {
                        // Sums of d numbers and a quotient for each window: gamma(d w), relative to energies up to 2 /
                        // d.
                        double rounding = 2 * ErrorBounds.gamma(d * rotation.windows(), Precision.DOUBLE);
                        if (!(Math.abs(d * energy - 1) <= promised + rounding)) {
                            assertEquals(1, d * energy, promised, rotation + ", spike at " + at);
                        }
                    }
                }
            }
        }
    }

    /** The recursion of {@link ExpectedMoments} against the mean over all signs, for d = 3: two in each of four windows. */
    @Test
    void theExpectedMomentsAreTheMeansOverAllSigns() {
        RotationDefinition rotation = RotationDefinition.of(3, 1);
        assertEquals(4, rotation.windows());
        double[] x = {0.5, -0.25, 2};
        double[] second = new double[3];
        double[] fourth = new double[3];
        for (int signs = 0; signs < 256; signs++) {
            double[] y = x.clone();
            for (int window = 0; window < 4; window++) {
                int at = rotation.start(window);
                double a = (signs >> 2 * window & 1) == 0 ? y[at] : -y[at];
                double b = (signs >> 2 * window + 1 & 1) == 0 ? y[at + 1] : -y[at + 1];
                y[at] = (a + b) / Math.sqrt(2);
                y[at + 1] = (a - b) / Math.sqrt(2);
            }
            for (int i = 0; i < 3; i++) {
                second[i] += y[i] * y[i] / 256;
                fourth[i] += y[i] * y[i] * y[i] * y[i] / 256;
            }
        }
        for (int i = 0; i < 3; i++) {
            // Fewer than 400 roundings of numbers up to ||x||^4 < 20.
            assertEquals(second[i], ExpectedMoments.second(rotation, x)[i], 20 * 400 * 0x1p-53);
            assertEquals(fourth[i], ExpectedMoments.fourth(rotation, x)[i], 20 * 400 * 0x1p-53);
        }
    }
}
