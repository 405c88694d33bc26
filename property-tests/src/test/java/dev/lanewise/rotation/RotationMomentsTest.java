package dev.lanewise.rotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.HadamardRotation;
import dev.lanewise.oracle.ErrorBounds;
import dev.lanewise.oracle.Precision;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Mean, variance and fourth moment of every coordinate where the dimension is no supported order, and the fourth moment of
 * all coordinates together, over the seeds 0, 1, 2 and so on. For a uniform rotation they are 0, {@code 1 / d} and
 * {@code 3 / (d (d + 2))}; for this one the mean is 0, as a change of all signs of the last window turns a coordinate round,
 * and the others are {@link ExpectedMoments}.
 *
 * <p>The margin is an approximation by the central limit theorem, no bound: {@code z} standard errors of the mean of
 * {@code N} values, with {@code z = sqrt(2 ln(2 T / p))} from the tail of a normal number, {@code T} = 40000 comparisons at
 * most (three moments of 2685 coordinates and one of all together, four inputs) and {@code p} = 10^-6 that any of them would
 * fail by chance if means were normal. Standard errors come from the exact moments where they are known, and from the sample
 * otherwise. As the seeds are fixed, what passes once passes always.
 */
final class RotationMomentsTest {
    private static final double Z = Math.sqrt(2 * Math.log(2 * 40_000 / 1e-6));

    /** What an error of the fourth moment of all coordinates has to be to be caught in any case, as a share. */
    private static final double CAUGHT = 0.1;

    /** Means over all seeds for one input; sums until they are divided by the number of seeds. */
    private static final class Means {
        /** Of {@code y_i}, {@code y_i^2}, {@code y_i^4} and {@code y_i^8}, for each coordinate. */
        private final double[][] powers;

        /** Of the mean of {@code y_i^4} over all coordinates. */
        private double fourth;

        /** Of its square. */
        private double fourthSquared;

        Means(int d) {
            powers = new double[4][d];
        }

        void add(double[] y) {
            double together = 0;
            for (int i = 0; i < y.length; i++) {
                double square = y[i] * y[i];
                powers[0][i] += y[i];
                powers[1][i] += square;
                powers[2][i] += square * square;
                powers[3][i] += square * square * square * square;
                together += square * square;
            }
            double mean = together / y.length;
            fourth += mean;
            fourthSquared += mean * mean;
        }

        Means divide(int seeds) {
            for (double[] power : powers) {
                for (int i = 0; i < power.length; i++) {
                    power[i] /= seeds;
                }
            }
            fourth /= seeds;
            fourthSquared /= seeds;
            return this;
        }

        double variance4(int i) {
            return Math.max(0, powers[3][i] - powers[2][i] * powers[2][i]);
        }

        double varianceOfFourth() {
            return Math.max(0, fourthSquared - fourth * fourth);
        }
    }

    /** For each input, with the same seeds. */
    private static List<Means> means(int d, int blocks, int seeds, List<double[]> inputs) {
        List<Means> means = inputs.stream().map(x -> new Means(d)).toList();
        for (int seed = 0; seed < seeds; seed++) {
            HadamardRotation rotation = HadamardRotation.of(d, blocks, seed);
            for (int i = 0; i < inputs.size(); i++) {
                means.get(i).add(rotation.apply(inputs.get(i)));
            }
        }
        return means.stream().map(sums -> sums.divide(seeds)).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "3, 1, 20000",
        "3, 2, 20000",
        "3, 3, 20000",
        "5, 2, 20000",
        "7, 1, 20000",
        "7, 2, 20000",
        "11, 1, 20000",
        "11, 2, 20000",
        "11, 3, 20000",
        "13, 2, 20000",
        "100, 1, 5000",
        "100, 2, 5000",
        "100, 3, 5000",
        "200, 2, 4000"
    })
    void everyCoordinateHasTheMomentsThatFollowFromTheWindows(int d, int blocks, int seeds) {
        RotationDefinition rotation = RotationDefinition.of(d, blocks);
        double rounding = rounding(rotation, seeds);
        List<double[]> inputs = UnitVectors.of(d);
        List<Means> all = means(d, blocks, seeds, inputs);
        for (int input = 0; input < inputs.size(); input++) {
            double[] x = inputs.get(input);
            Means means = all.get(input);
            double[] second = ExpectedMoments.second(rotation, x);
            double[] fourth = ExpectedMoments.fourth(rotation, x);
            double together = 0;
            for (int i = 0; i < d; i++) {
                String context = context(rotation, x) + ", coordinate " + i;
                double variance = Math.max(0, fourth[i] - second[i] * second[i]);
                check(0, 0, means.powers[0][i], margin(second[i], seeds) + rounding, context + ", mean");
                double margin2 = margin(variance, seeds) + 3 * rounding;
                check(second[i], second[i], means.powers[1][i], margin2, context + ", square");
                double margin4 = margin(means.variance4(i), seeds) + 5 * rounding;
                check(fourth[i], fourth[i], means.powers[2][i], margin4, context + ", fourth power");
                together += fourth[i] / d;
            }
            double margin = margin(means.varianceOfFourth(), seeds) + 5 * rounding;
            check(together, together, means.fourth, margin, context(rotation, x) + ", fourth power of all");
            assertTrue(margin <= CAUGHT * together, "an error of a tenth is caught: " + margin + " of " + together);
        }
    }

    /** For large dimensions the fourth moment is bracketed by {@link FourthMoments}. */
    @ParameterizedTest
    @CsvSource({"1000, 2, 1500", "1111, 2, 1500"})
    void largeDimensionsHaveTheExactVarianceAndABracketedFourthMoment(int d, int blocks, int seeds) {
        RotationDefinition rotation = RotationDefinition.of(d, blocks);
        double rounding = rounding(rotation, seeds);
        double uniform = 3.0 / d / (d + 2);
        double least = FourthMoments.of(rotation).least() * uniform;
        double most = FourthMoments.of(rotation).most() * uniform;
        List<double[]> inputs = UnitVectors.of(d);
        List<Means> all = means(d, blocks, seeds, inputs);
        for (int input = 0; input < inputs.size(); input++) {
            double[] x = inputs.get(input);
            Means means = all.get(input);
            double[] second = ExpectedMoments.second(rotation, x);
            for (int i = 0; i < d; i++) {
                String context = context(rotation, x) + ", coordinate " + i;
                check(0, 0, means.powers[0][i], margin(second[i], seeds) + rounding, context + ", mean");
                double margin2 = margin(most - second[i] * second[i], seeds) + 3 * rounding;
                check(second[i], second[i], means.powers[1][i], margin2, context + ", square");
                double margin4 = margin(means.variance4(i), seeds) + 5 * rounding;
                check(least, most, means.powers[2][i], margin4, context + ", fourth power");
            }
            double margin = margin(means.varianceOfFourth(), seeds) + 5 * rounding;
            check(least, most, means.fourth, margin, context(rotation, x) + ", fourth power of all");
            assertTrue(
                    most + margin - (least - margin) <= CAUGHT * uniform,
                    "an error of a tenth is caught: " + least + " to " + most + " within " + margin);
        }
    }

    private static String context(RotationDefinition rotation, double[] x) {
        return rotation + ", input " + x[0] + " ... " + x[x.length - 1];
    }

    /** Of a rotated vector of norm 1, and of the sum over all seeds of numbers of at most 1. */
    private static double rounding(RotationDefinition rotation, int seeds) {
        return ErrorBounds.gamma(rotation.vectorRoundings() + seeds, Precision.DOUBLE);
    }

    private static double margin(double variance, int seeds) {
        return Z * Math.sqrt(variance / seeds);
    }

    private static void check(double least, double most, double mean, double margin, String context) {
        if (!(mean >= least - margin && mean <= most + margin)) {
            String wanted = context + ", wanted " + least + " to " + most + " within " + margin;
            assertEquals((least + most) / 2, mean, margin + (most - least) / 2, wanted);
        }
    }
}
