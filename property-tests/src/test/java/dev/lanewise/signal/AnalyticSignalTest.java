package dev.lanewise.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.engine.Workspace;
import dev.lanewise.foundation.Allocation;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.ErrorBounds;
import dev.lanewise.oracle.FourierBounds;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Precision;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class AnalyticSignalTest {
    private static double[] hilbert(double[] x) {
        double[] y = Bits.guard(new double[x.length]);
        AnalyticSignal.of(x.length).hilbert(x, y, new Workspace());
        return y;
    }

    /** There and back, 7 more of either for what takes a real transform apart, and some of what is put in. */
    private static double allowed(int n, double norm) {
        double s = 2 * (FourierBounds.roundings(n % 2 == 0 ? n / 2 : n) + 7) + 10;
        return ErrorBounds.gamma(s, Precision.DOUBLE) * norm;
    }

    /** scipy.signal.hilbert 1.17.1. */
    @Test
    void theNumbersAreThoseOfScipy() {
        double[] x = {1, 4, 2, 8, 5, 7};
        double[] even = {
            1.7320508075688772,
            -0.5773502691896255,
            -2.309401076758503,
            -1.7320508075688772,
            0.5773502691896255,
            2.309401076758503
        };
        double[] odd = {
            -0.2563143261713822, -0.17961119063183376, -1.880912807335914, -2.282535639108368, 4.5993739632474995
        };
        double[] first = Arrays.copyOf(x, 5);
        for (int i = 0; i < 6; i++) {
            assertEquals(even[i], hilbert(x)[i], allowed(6, Numbers.of(x).norm2()), "element " + i);
        }
        for (int i = 0; i < 5; i++) {
            assertEquals(odd[i], hilbert(first)[i], allowed(5, Numbers.of(x).norm2()), "element " + i);
        }
    }

    @Test
    void cosinesBecomeSinesAndTheirEnvelopeIsTheirAmplitude() {
        for (int n : new int[] {5, 16, 27, 101, 360}) {
            for (int k = 1; 2 * k < n; k += 1 + n / 7) {
                double[] x = new double[n];
                for (int i = 0; i < n; i++) {
                    x[i] = 2 * Math.cos(2 * Math.PI * (i * k % n) / n);
                }
                double[] y = hilbert(x);
                double[] envelope = AnalyticSignal.of(n).envelope(x);
                for (int i = 0; i < n; i++) {
                    double sine = 2 * Math.sin(2 * Math.PI * (i * k % n) / n);
                    assertEquals(sine, y[i], allowed(n, 2 * Math.sqrt(n)), "n = " + n + ", k = " + k);
                    assertEquals(2, envelope[i], allowed(n, 2 * Math.sqrt(n)), "n = " + n + ", k = " + k);
                }
            }
        }
    }

    /** What has neither a mean nor a part at half of the sampling rate changes its sign. */
    @Test
    void twiceIsTheNegativeOfWhatHasNoMean() {
        for (int n : new int[] {1, 2, 3, 8, 31, 100}) {
            double[] x = Inputs.gaussian(n, new double[n]);
            double[] back = hilbert(hilbert(x));
            double mean = 0;
            double alternating = 0;
            for (int i = 0; i < n; i++) {
                mean += x[i] / n;
                alternating += (i % 2 == 0 ? x[i] : -x[i]) / n;
            }
            for (int i = 0; i < n; i++) {
                double half = n % 2 == 0 ? i % 2 == 0 ? alternating : -alternating : 0;
                double allowed = 2 * allowed(n, Numbers.of(x).norm2())
                        + 2 * n * 0x1p-53 * Numbers.of(x).norm1();
                assertEquals(half + mean - x[i], back[i], allowed, "n = " + n + ", element " + i);
            }
        }
    }

    @Test
    void theSignalsOwnArrayMayTakeTheTransform() {
        double[] x = Inputs.gaussian(1, new double[50]);
        double[] wanted = hilbert(x);
        AnalyticSignal.of(50).hilbert(x, x, new Workspace());
        Bits.assertSame(wanted, x, "in place");
    }

    @Test
    void runningAgainAllocatesNothing() {
        AnalyticSignal analytic = AnalyticSignal.of(64);
        double[] x = new double[64];
        Workspace workspace = new Workspace();
        Allocation.assertNone("Hilbert transform", () -> analytic.hilbert(x, x, workspace));
    }

    @Test
    void whatACallerGetsWrongIsRefused() {
        Refusal.of(() -> AnalyticSignal.of(0), "length", "got 0");
        AnalyticSignal analytic = AnalyticSignal.of(8);
        Workspace workspace = new Workspace();
        Refusal.of(() -> analytic.hilbert(new double[7], new double[8], workspace), "7 and 8", "wanted 8");
        Refusal.of(() -> analytic.hilbert(new double[8], new double[9], workspace), "8 and 9", "wanted 8");
        Refusal.of(() -> analytic.envelope(new double[7]), "7 and 8", "wanted 8");
        Refusal.ofNull("x", () -> analytic.envelope(null));
        Refusal.ofNull("y", () -> analytic.hilbert(new double[8], null, workspace));
        Refusal.ofNull("workspace", () -> analytic.hilbert(new double[8], new double[8], null));
    }
}
