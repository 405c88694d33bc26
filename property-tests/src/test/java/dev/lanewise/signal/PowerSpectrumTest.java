package dev.lanewise.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.engine.Workspace;
import dev.lanewise.foundation.Allocation;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.signal.PowerSpectrum.Detrend;
import dev.lanewise.signal.PowerSpectrum.Scaling;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class PowerSpectrumTest {
    private static final double U = 0x1p-53;
    private static final double[] X = {1, 4, 2, 8, 5, 7, 3, 6, 9, 1};

    /** Short transforms have some ten roundings on every way, squares twice as many, and the numbers are near each other. */
    private static final double ROUNDED = 100 * U;

    private static void assertSame(double[] wanted, double[] came, String context) {
        assertEquals(wanted.length, came.length, context);
        for (int k = 0; k < wanted.length; k++) {
            assertEquals(wanted[k], came[k], ROUNDED * 40, context + ", coefficient " + k);
        }
    }

    /** scipy.signal.welch 1.17.1 with fs=2, window='hann', nperseg=4, noverlap=2; four segments, two to be done by hand. */
    @Test
    void theNumbersAreThoseOfScipy() {
        PowerSpectrum density = PowerSpectrum.of(Window.hann().periodic(4));
        PowerSpectrum whole = density.withDetrend(Detrend.NONE);
        assertSame(
                new double[] {1.0416666666666672, 6.197916666666669, 5.395833333333335}, density.estimate(X, 2), "one");
        assertSame(
                new double[] {38.89583333333334, 21.625000000000007, 5.395833333333335}, whole.estimate(X, 2), "two");
        assertSame(
                new double[] {0.78125, 4.6484375, 4.046875},
                density.withScaling(Scaling.SPECTRUM).estimate(X, 2),
                "three");
        assertSame(
                new double[] {29.171875, 16.21875, 4.046875},
                whole.withScaling(Scaling.SPECTRUM).estimate(X, 2),
                "four");
        PowerSpectrum odd =
                PowerSpectrum.of(Window.hann().periodic(5)).withOverlap(1).withTransformLength(7);
        assertSame(
                new double[] {0.8553276685416836, 4.840427929447797, 9.187572866030106, 8.48634997691735},
                odd.estimate(X, 2),
                "an odd length, with zeros");
        assertArrayEquals(new double[] {0, 0.5, 1}, density.frequencies(2));
        assertArrayEquals(new double[] {0, 2.0 / 7, 4.0 / 7, 6.0 / 7}, odd.frequencies(2));
    }

    /** Parseval: without overlap, window and detrending, the density adds up to the mean square. */
    @Test
    void theDensityAddsUpToThePower() {
        for (int length : new int[] {1, 2, 5, 16, 27, 100}) {
            double[] x = Inputs.gaussian(length, new double[4 * length]);
            double square = 0;
            for (double each : x) {
                square += each * each / x.length;
            }
            double rate = 3;
            double[] power = PowerSpectrum.of(Window.rectangular().periodic(length))
                    .withOverlap(0)
                    .withDetrend(Detrend.NONE)
                    .estimate(x, rate);
            double sum = 0;
            for (double each : power) {
                sum += each * rate / length;
            }
            assertEquals(square, sum, (x.length + 100) * U * square, "length " + length);
        }
    }

    @Test
    void aLineHasHalfTheSquareOfItsAmplitudeThroughAnyWindow() {
        int n = 64;
        double[] x = new double[5 * n];
        for (int i = 0; i < x.length; i++) {
            x[i] = 3 * Math.cos(2 * Math.PI * (10 * i % n) / n + 0.7) + 5;
        }
        for (Window window : new Window[] {Window.rectangular(), Window.hann(), Window.blackman(), Window.flatTop()}) {
            PowerSpectrum spectrum = PowerSpectrum.of(window.periodic(n))
                    .withScaling(Scaling.SPECTRUM)
                    .withDetrend(Detrend.NONE);
            // relative to the largest, which is that of the mean, and to the gain of the flat window
            assertEquals(4.5, spectrum.estimate(x, 1)[10], 10 * ROUNDED * 25, window.toString());
            assertEquals(25, spectrum.estimate(x, 1)[0], 10 * ROUNDED * 25, window.toString());
            assertEquals(0, spectrum.withDetrend(Detrend.CONSTANT).estimate(x, 1)[0], ROUNDED, window.toString());
        }
    }

    @Test
    void segmentsAreThoseThatFit() {
        PowerSpectrum spectrum = PowerSpectrum.of(Window.hann().periodic(8));
        assertEquals(0, spectrum.segments(7));
        assertEquals(1, spectrum.segments(8));
        assertEquals(1, spectrum.segments(11));
        assertEquals(2, spectrum.segments(12));
        assertEquals(3, spectrum.withOverlap(7).segments(10));
        assertEquals(5, spectrum.coefficients());
        double[] x = Inputs.gaussian(1, new double[15]);
        double[] longer = Arrays.copyOf(x, 12);
        assertArrayEquals(spectrum.estimate(longer, 1), spectrum.estimate(x, 1), "what is left over is not used");
    }

    @Test
    void runningAgainAllocatesNothing() {
        PowerSpectrum spectrum = PowerSpectrum.of(Window.hann().periodic(64));
        double[] x = new double[200];
        double[] power = new double[33];
        Workspace workspace = new Workspace();
        Allocation.assertNone("power spectrum", () -> spectrum.estimate(x, 1, power, workspace));
    }

    @Test
    void whatACallerGetsWrongIsRefused() {
        PowerSpectrum spectrum = PowerSpectrum.of(Window.hann().periodic(8));
        Refusal.of(() -> PowerSpectrum.of(new double[0]), "window", "no elements");
        Refusal.of(() -> PowerSpectrum.of(new double[] {1, -1}), "window", "sum is 0");
        Refusal.of(() -> PowerSpectrum.of(new double[] {1, Double.NaN}), "window", "got NaN");
        Refusal.ofNull("window", () -> PowerSpectrum.of(null));
        Refusal.of(() -> spectrum.withOverlap(8), "overlap", "got 8", "0 to 7");
        Refusal.of(() -> spectrum.withOverlap(-1), "overlap", "got -1", "0 to 7");
        Refusal.of(() -> spectrum.withTransformLength(7), "transform length", "got 7", "8 or more");
        Refusal.ofNull("what", () -> spectrum.withDetrend(null));
        Refusal.ofNull("kind", () -> spectrum.withScaling(null));
        Refusal.of(() -> spectrum.estimate(new double[7], 1), "got length 7", "segment of 8");
        for (double rate : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            Refusal.of(() -> spectrum.estimate(new double[8], rate), "rate", "got " + rate, "positive");
            Refusal.of(() -> spectrum.frequencies(rate), "rate", "got " + rate, "positive");
        }
        double[] five = new double[5];
        Workspace workspace = new Workspace();
        Refusal.of(() -> spectrum.estimate(new double[8], 1, new double[4], workspace), "power", "got length 4", "5");
        PowerSpectrum ofOne = PowerSpectrum.of(new double[] {1}).withTransformLength(8);
        Refusal.of(() -> ofOne.estimate(five, 1, five, workspace), "power", "array of the signal");
        Refusal.ofNull("x", () -> spectrum.estimate(null, 1));
        Refusal.ofNull("power", () -> spectrum.estimate(new double[8], 1, null, workspace));
        Refusal.ofNull("workspace", () -> spectrum.estimate(new double[8], 1, five, null));
    }
}
