package dev.lanewise.rotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.HadamardRotation;
import dev.lanewise.oracle.ErrorBounds;
import dev.lanewise.oracle.HadamardMatrix;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Precision;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleProduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows from the windows of a rotation without trying seeds: no chance in it. */
final class ExpectedMomentsTest {
    private static int windowsOf(HadamardRotation rotation) {
        DoubleLinearMap map = rotation.asDoubleMap();
        return map instanceof DoubleProduct ? map.parts().size() : 1;
    }

    @Test
    void rotationsHaveAsManyWindowsAsTheDocumentationSays() {
        for (int d = 1; d <= 1200; d++) {
            for (int blocks = 1; blocks <= 3; blocks++) {
                RotationDefinition definition = RotationDefinition.of(d, blocks);
                int windows = windowsOf(HadamardRotation.of(d, blocks, 0));
                assertEquals(definition.windows(), windows, definition.toString());
                assertTrue(definition.ratio() > 0 || windows == blocks, definition + ": " + windows);
                assertTrue(definition.ratio() == 0 || d < 12 || windows == 3 * blocks, definition + ": " + windows);
            }
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
                for (int at : new int[] {0, d - rotation.n(), rotation.n() - 1, d - 1}) {
                    double[] spike = new double[d];
                    spike[at] = 1;
                    for (double energy : ExpectedMoments.second(rotation, spike)) {
                        // Sums of d numbers and a quotient for each window, relative to energies up to 2 / d.
                        double rounding = 2 * ErrorBounds.gamma(d * rotation.windows(), Precision.DOUBLE);
                        if (!(Math.abs(d * energy - 1) <= promised + rounding)) {
                            assertEquals(1, d * energy, promised, rotation + ", spike at " + at);
                        }
                    }
                }
            }
        }
    }

    /** The bounds of {@link FourthMoments} hold, for inputs that are as far from even as can be and for even ones. */
    @ParameterizedTest
    @ValueSource(ints = {4, 5, 7, 8, 11, 12, 15, 16, 23, 24, 31, 64, 95, 100, 128, 200})
    void fourthMomentsAfterTwoBlocksAreNearlyThoseOfAUniformRotation(int d) {
        for (int blocks = 2; blocks <= 3; blocks++) {
            RotationDefinition rotation = RotationDefinition.of(d, blocks);
            FourthMoments bounds = FourthMoments.of(rotation);
            // A window sums n^2 numbers, and what was off before weighs up to 5 times as much.
            double rounding = Math.pow(5, rotation.windows())
                    * ErrorBounds.gamma((double) rotation.n() * rotation.n() + 4, Precision.DOUBLE);
            for (double[] x : UnitVectors.of(d)) {
                double[] fourth = ExpectedMoments.fourth(rotation, x);
                for (int i = 0; i < d; i++) {
                    double ratio = fourth[i] * d * (d + 2) / 3;
                    assertTrue(
                            ratio >= bounds.least() - rounding && ratio <= bounds.most() + rounding,
                            rotation + ", coordinate " + i + ": " + ratio + ", wanted " + bounds);
                }
            }
        }
    }

    @Test
    void theBoundsOfFourthMomentsCloseInOnThoseOfAUniformRotation() {
        for (int d = 64; d <= 1 << 20; d = d * 5 / 4 + 1) {
            FourthMoments bounds = FourthMoments.of(RotationDefinition.of(d, 2));
            assertTrue(bounds.least() <= 1 && bounds.most() >= 1, d + ": " + bounds);
            // From 64 on n is 4 d / 5 or more: 8 d (d + 2) / n^3 is 17 / d at most, and r^4 is 1/256 at most, which
            // comes
            // four times, and a quarter of it once.
            assertTrue(bounds.most() - bounds.least() <= 17.0 / d + 1.0 / 50, d + ": " + bounds);
        }
    }

    /** The recursion of {@link ExpectedMoments} against the mean over all signs of all windows, up to 2^16 of them. */
    @ParameterizedTest
    @CsvSource({"2, 3", "3, 1", "4, 3", "5, 1", "8, 2", "12, 1"})
    void theExpectedMomentsAreTheMeansOverAllSigns(int d, int blocks) {
        RotationDefinition rotation = RotationDefinition.of(d, blocks);
        int n = rotation.n();
        int windows = rotation.windows();
        int choices = 1 << n * windows;
        double[] x = Inputs.direction(d, new double[d]);
        double[][] means = new double[d][d];
        for (int signs = 0; signs < choices; signs++) {
            double[] y = rotated(rotation, signs, x);
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    means[i][j] += y[i] * y[i] * y[j] * y[j] / choices;
                }
            }
        }
        // A window of n terms, a root and a quotient rounds by up to sqrt(n) gamma(n + 2) of the norm, which is 1, and
        // that
        // four times; then come three products and the sum. In the recursion every window sums n^2 numbers, and what
        // was
        // off before weighs up to 5 times as much.
        double here = 4 * windows * (n + 2) * Math.sqrt(n) + 3 + choices;
        double there = windows * Math.pow(5, windows) * (n * n + 4);
        double tolerance = ErrorBounds.gamma(here + there, Precision.DOUBLE);
        double[][] mixed = ExpectedMoments.mixed(rotation, x);
        for (int i = 0; i < d; i++) {
            assertEquals(means[i][i], ExpectedMoments.fourth(rotation, x)[i], tolerance, rotation + ", " + i);
            for (int j = 0; j < d; j++) {
                assertEquals(means[i][j], mixed[i][j], tolerance, rotation + ", " + i + " and " + j);
            }
            // Energies sum to 1, so that sums over one of the two are second moments.
            double sum = 0;
            for (double moment : mixed[i]) {
                sum += moment;
            }
            assertEquals(ExpectedMoments.second(rotation, x)[i], sum, d * tolerance, rotation + ", energy " + i);
        }
    }

    private static double[] rotated(RotationDefinition rotation, int signs, double[] x) {
        int n = rotation.n();
        HadamardMatrix matrix = HadamardMatrix.of(n);
        double[] y = x.clone();
        for (int window = 0; window < rotation.windows(); window++) {
            double[] z = new double[n];
            for (int a = 0; a < n; a++) {
                double element = y[rotation.start(window) + a];
                double signed = (signs >> n * window + a & 1) == 0 ? element : -element;
                for (int i = 0; i < n; i++) {
                    z[i] += matrix.entry(i, a) * signed / Math.sqrt(n);
                }
            }
            System.arraycopy(z, 0, y, rotation.start(window), n);
        }
        return y;
    }
}
