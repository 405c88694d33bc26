package dev.lanewise.rotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.HadamardRotation;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.hadamard.DoubleHadamardPlan;
import dev.lanewise.oracle.ErrorBounds;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The negative claim of the same paper (see {@link TwoBlockClaimTest}): the whole vector after two blocks is not that of a
 * uniform rotation. By Kantorovich's duality the Wasserstein distance is at least the difference of the means of any
 * 1-Lipschitz function, here {@code f(y) = || |H y| - d^(-1/2) 1 ||} with {@code H} orthonormal (an isometry, then
 * magnitudes, then a distance to a point).
 *
 * <p><b>Two blocks of a coordinate vector</b> {@code e_i}: {@code y = H D1 H D2 e_i}, so {@code H y = +-D1 h_i} with
 * {@code h_i} a column of {@code H}, all of magnitude {@code d^(-1/2)}: {@code f = 0}, whatever the signs. That is what
 * "unit vector" has to mean here; of another unit vector {@code x}, {@code f} is {@code || |H D2 x| - d^(-1/2) 1 ||}.
 *
 * <p><b>A uniform rotation</b> {@code u}: {@code v = H u} is uniform too, and {@code f^2 = 2 - 2 d^(-1/2) ||v||_1} has the
 * mean {@code m = 2 - 2 sqrt(d) E|v_1|}, which tends to {@code 2 - 2 sqrt(2 / pi)}: {@code f} tends to 0.6358. As {@code f}
 * is 1-Lipschitz on the sphere, its variance is at most {@code 1 / (d - 1)}, so that {@code E f} lies between
 * {@code sqrt(m - 1 / (d - 1))} and {@code sqrt(m)}; and the mean of {@code N} such values is off by more than
 * {@code sqrt(2 ln(2 / p) / ((d - 1) N))} with probability {@code p} at most. Both follow from the curvature {@code d - 2}
 * of the sphere, whose dimension is {@code d - 1}: its spectral gap is {@code (d - 2) (d - 1) / (d - 2) = d - 1} by
 * Lichnerowicz's theorem, and so is its logarithmic Sobolev constant by the criterion of Bakry and Emery in the form that
 * takes the dimension into account (without it, {@code d - 2}); the tail is Herbst's argument from the latter.
 */
final class WassersteinGapTest {
    private static final int SEEDS = 2000;
    private static final double FALSE_ALARM = 1e-6;

    private static double witness(DoubleHadamardPlan orthonormal, double[] y) {
        double[] v = y.clone();
        orthonormal.transform(v);
        double sum = 0;
        for (double element : v) {
            double difference = Math.abs(element) - 1 / Math.sqrt(v.length);
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }

    private static DoubleHadamardPlan orthonormal(int d) {
        return DoubleHadamardPlan.of(d).normalized(Normalization.ORTHO);
    }

    private static double[] unit(int d, int i) {
        double[] x = new double[d];
        x[i] = 1;
        return x;
    }

    private static double meanSquare(int d) {
        return 2 - 2 * Math.sqrt(d) * new UniformRotation(d).meanMagnitude();
    }

    @Test
    void theMeanOfTheWitnessUnderAUniformRotationTendsTo064() {
        double limit = Math.sqrt(2 - 2 * Math.sqrt(2 / Math.PI));
        assertEquals(0.6358, limit, 0.00005);
        // Stirling: sqrt(d) E|v_1| = sqrt(2 / pi) (1 + 1 / (4 d) + ...), so m is off by 2 sqrt(2 / pi) / (4 d) < 1 / (2
        // d).
        for (int d = 64; d <= 1 << 20; d *= 4) {
            assertEquals(limit * limit, meanSquare(d), 0.5 / d);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 256, 768, 1024})
    void twoBlocksOfACoordinateVectorAreToldFromAUniformRotation(int d) {
        DoubleHadamardPlan orthonormal = orthonormal(d);
        // Three transforms, the last of them here, and the factor that d^(-1/2) is rounded to.
        double rounding = ErrorBounds.gamma(3 * ErrorBounds.vectorRoundings(d) + 3, Precision.DOUBLE);
        double largest = 0;
        double uniformMean = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            HadamardRotation rotation = HadamardRotation.of(d, 2, seed);
            largest = Math.max(largest, witness(orthonormal, rotation.apply(unit(d, seed % d))));
            uniformMean += witness(orthonormal, Inputs.direction(seed, new double[d])) / SEEDS;
        }
        assertTrue(largest <= rounding, "two blocks of e_i, d = " + d + ": " + largest + " > " + rounding);
        double margin = Math.sqrt(2 * Math.log(2 / FALSE_ALARM) / ((d - 1.0) * SEEDS));
        double least = Math.sqrt(meanSquare(d) - 1 / (d - 1.0));
        double most = Math.sqrt(meanSquare(d));
        assertTrue(
                uniformMean >= least - margin && uniformMean <= most + margin,
                "uniform, d = " + d + ": " + uniformMean + ", wanted " + least + " to " + most + " within " + margin);
        // least is 0.6182 at d = 64 and 0.6347 at d = 1024
        assertTrue(uniformMean - largest >= least - margin - rounding, "gap: " + (uniformMean - largest));
    }

    /**
     * A third block closes this gap: then {@code H y = D H D' H D'' e_i} has elements of the magnitude of a sum {@code S} of
     * {@code d} signs over {@code d}, so {@code f^2} has the mean {@code 2 - 2 E|S| / sqrt(d)}, which has the same limit.
     * {@code f^2} lies between 0 and 2: W. Hoeffding, J. Amer. Statist. Assoc. 58, 1963, theorem 2.
     */
    @ParameterizedTest
    @ValueSource(ints = {64, 256, 1024})
    void threeBlocksOfACoordinateVectorAreNotToldByThisWitness(int d) {
        DoubleHadamardPlan orthonormal = orthonormal(d);
        double mean = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            double f = witness(orthonormal, HadamardRotation.of(d, 3, seed).apply(unit(d, seed % d)));
            mean += f * f / SEEDS;
        }
        double margin = 2 * Math.sqrt(Math.log(2 / FALSE_ALARM) / (2.0 * SEEDS));
        assertEquals(2 - 2 * new SignSum(d).meanMagnitude() / Math.sqrt(d), mean, margin, "d = " + d);
    }
}
