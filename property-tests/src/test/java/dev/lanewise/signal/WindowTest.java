package dev.lanewise.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;

final class WindowTest {
    private static final double U = 0x1p-53;

    private static final List<Window> ALL = List.of(
            Window.rectangular(),
            Window.bartlett(),
            Window.hann(),
            Window.hamming(),
            Window.blackman(),
            Window.blackmanHarris(),
            Window.nuttall(),
            Window.flatTop(),
            Window.kaiser(8.6),
            Window.gaussian(7),
            Window.tukey(0.3));

    @Test
    void symmetricWindowsAreTheSameFromEitherEndAndPeriodicOnesLackTheLastElement() {
        for (Window window : ALL) {
            for (int n = 1; n < 70; n++) {
                double[] symmetric = window.symmetric(n);
                double[] turned = new double[n];
                for (int i = 0; i < n; i++) {
                    turned[i] = symmetric[n - 1 - i];
                }
                Bits.assertSame(symmetric, turned, window + " of " + n);
                double[] wanted = n == 1 ? new double[] {1} : Arrays.copyOf(window.symmetric(n + 1), n);
                Bits.assertSame(wanted, window.periodic(n), window + " of " + n);
            }
            assertArrayEquals(new double[] {1}, window.symmetric(1), window.toString());
        }
    }

    /**
     * F. J. Harris, On the use of windows, 1978, table I: coherent gain and equivalent noise bandwidth, to the two digits that he
     * gives (of long windows; his Gaussian and Kaiser windows have the parameter 2.5, that is a deviation of n / 5 and 2.5 pi).
     */
    @Test
    void gainsAreThoseOfHarris() {
        int n = 1 << 14;
        assertGains(Window.rectangular(), n, 1.00, 1.00);
        assertGains(Window.bartlett(), n, 0.50, 1.33);
        assertGains(Window.hann(), n, 0.50, 1.50);
        assertGains(Window.hamming(), n, 0.54, 1.36);
        assertGains(Window.tukey(0.5), n, 0.75, 1.22);
        assertGains(Window.blackman(), n, 0.42, 1.73);
        assertGains(Window.blackmanHarris(), n, 0.36, 2.00);
        assertGains(Window.kaiser(2.5 * Math.PI), n, 0.44, 1.65);
    }

    /** His second digits are not always rounded to the nearest. */
    private static void assertGains(Window window, int n, double coherent, double bandwidth) {
        double[] w = window.periodic(n);
        assertEquals(coherent, Window.coherentGain(w), 0.01, window + ", coherent gain");
        assertEquals(bandwidth, Window.noiseBandwidth(w), 0.01, window + ", noise bandwidth");
        double squared = Window.coherentGain(w) * Window.coherentGain(w);
        assertEquals(Window.noiseGain(w), Window.noiseBandwidth(w) * squared, n * 4 * U, window + ", noise gain");
    }

    /** Integrals of the bell and of its square; sums at so many places differ from them by the square of the distance. */
    @Test
    void gaussianWindowsHaveTheGainsOfTheirIntegrals() {
        int n = 1 << 12;
        double[] w = Window.gaussian(n / 5.0).periodic(n);
        double distance = 1.0 / n;
        double coherent = Math.sqrt(2 * Math.PI) / 5 * Erf.erf(2.5 / Math.sqrt(2));
        double noise = Math.sqrt(Math.PI) / 5 * Erf.erf(2.5);
        assertEquals(coherent, Window.coherentGain(w), distance * distance);
        assertEquals(noise, Window.noiseGain(w), distance * distance);
    }

    /** Over a whole period cosines are orthogonal: gains are sums over the few coefficients, {@code a_0^2 + sum a_k^2 / 2}. */
    @Test
    void cosineWindowsHaveTheGainsOfTheirCoefficients() {
        assertCosines(Window.hann(), 0.5, 0.5);
        assertCosines(Window.hamming(), 0.54, 0.46);
        assertCosines(Window.blackman(), 0.42, 0.5, 0.08);
        assertCosines(Window.blackmanHarris(), 0.35875, 0.48829, 0.14128, 0.01168);
        assertCosines(Window.nuttall(), 0.3635819, 0.4891775, 0.1365995, 0.0106411);
        assertCosines(Window.flatTop(), 0.21557895, 0.41663158, 0.277263158, 0.083578947, 0.006947368);
    }

    private static void assertCosines(Window window, double... a) {
        for (int n : new int[] {11, 64, 1000}) {
            double squares = a[0] * a[0];
            for (int k = 1; k < a.length; k++) {
                squares += a[k] * a[k] / 2;
            }
            // n roundings of the sums, and some ten of each element, of numbers of 1 or little more at most
            double allowed = (n + 20) * 2 * U;
            assertEquals(a[0], Window.coherentGain(window.periodic(n)), allowed, window + " of " + n);
            assertEquals(squares, Window.noiseGain(window.periodic(n)), allowed, window + " of " + n);
        }
    }

    /** Of the integral {@code I_0(x) = (1 / pi) int exp(x cos t) dt} over half a turn, by the trapezoidal rule. */
    private static double besselByIntegral(double x) {
        int steps = 200 + (int) (4 * x);
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            sum += Math.exp(x * (Math.cos(2 * Math.PI * i / steps) - 1));
        }
        return sum / steps;
    }

    /** What is rounded in the argument of an exponential shows as often as that is large. */
    @Test
    void kaiserWindowsAgreeWithTheIntegralOfTheBesselFunction() {
        for (double beta : new double[] {0, 0.5, 3, 8.6, 14, 50, 200, 700}) {
            double[] w = Window.kaiser(beta).symmetric(31);
            for (int i = 0; i < 31; i++) {
                double r = (i - 15) / 15.0;
                double x = beta * Math.sqrt(1 - r * r);
                double wanted = besselByIntegral(x) / besselByIntegral(beta) * Math.exp(x - beta);
                assertEquals(wanted, w[i], wanted * (8 * beta + 1000) * U, "beta " + beta + ", element " + i);
            }
        }
    }

    /** scipy.signal.get_window 1.17.1. */
    @Test
    void windowsAreThoseOfScipy() {
        assertPeriodic(
                Window.kaiser(8.6),
                0.0013325139979024198,
                0.06747207920440855,
                0.34039362244018856,
                0.7738293810170912,
                1);
        assertPeriodic(
                Window.flatTop(),
                -0.0004210510000000013,
                -0.026872193286334545,
                -0.05473684,
                0.4441353572863345,
                1.000000003);
        assertPeriodic(
                Window.nuttall(),
                0.0003628000000000381,
                0.025205566515401824,
                0.22698240000000006,
                0.7019582334845982,
                1);
        assertPeriodic(Window.bartlett(), 0, 0.25, 0.5, 0.75, 1);
        assertPeriodic(Window.tukey(0.5), 0, 0.5, 1, 1, 1);
        assertPeriodic(Window.hann(), 0, 0.14644660940672627, 0.5, 0.8535533905932737, 1);
        assertPeriodic(
                Window.gaussian(4), 0.6065306597126334, 0.7548396019890073, 0.8824969025845955, 0.9692332344763441, 1);
    }

    private static void assertPeriodic(Window window, double... half) {
        double[] w = window.periodic(8);
        for (int i = 0; i < 8; i++) {
            assertEquals(half[i <= 4 ? i : 8 - i], w[i], 16 * U, window + ", element " + i);
        }
    }

    @Test
    void theEndsOfTheRangeOfTheTaperAreOtherWindows() {
        for (int n : new int[] {2, 7, 64}) {
            Bits.assertSame(Window.rectangular().symmetric(n), Window.tukey(0).symmetric(n), "no taper");
            double[] whole = Window.tukey(1).symmetric(n);
            double[] hann = Window.hann().symmetric(n);
            for (int i = 0; i < n; i++) {
                assertEquals(hann[i], whole[i], 8 * U, "whole taper");
            }
        }
    }

    @Test
    void whatIsNoParameterIsRefused() {
        for (double beta : new double[] {-1, 701, Double.NaN}) {
            Refusal.of(() -> Window.kaiser(beta), "beta", "got " + beta, "0 to 700");
        }
        for (double deviation : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            Refusal.of(() -> Window.gaussian(deviation), "deviation", "got " + deviation, "positive");
        }
        for (double taper : new double[] {-0.1, 1.1, Double.NaN}) {
            Refusal.of(() -> Window.tukey(taper), "taper", "got " + taper, "0 to 1");
        }
        for (int n : new int[] {0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            Refusal.of(() -> Window.hann().periodic(n), "length", "got " + n, "1 or more");
            Refusal.of(() -> Window.hann().symmetric(n), "length", "got " + n, "1 or more");
        }
        Refusal.of(() -> Window.coherentGain(new double[0]), "window", "no elements");
        Refusal.of(() -> Window.noiseGain(new double[0]), "window", "no elements");
        Refusal.of(() -> Window.noiseBandwidth(new double[0]), "window", "no elements");
        Refusal.ofNull("window", () -> Window.noiseBandwidth(null));
    }

    @Test
    void aWindowSaysItsName() {
        assertEquals("kaiser 8.6", Window.kaiser(8.6).toString());
        assertTrue(ALL.stream().map(Window::toString).distinct().count() == ALL.size());
    }
}
