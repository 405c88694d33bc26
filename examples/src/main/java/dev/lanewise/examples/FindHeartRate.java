package dev.lanewise.examples;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.DoubleRealFourierPlan;
import dev.lanewise.engine.fourier.FastLengths;
import dev.lanewise.npy.Npy;
import dev.lanewise.signal.AnalyticSignal;
import dev.lanewise.signal.PowerSpectrum;
import dev.lanewise.signal.Window;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * Finds the heart rate in five minutes of electrocardiogram from spectra, and checks it by counting beats.
 *
 * <p>A heartbeat is a short burst between 5 and 25 Hz, the QRS complex with its R peak, whose shape differs from beat to beat
 * in this patient. So it is the envelope of that band whose rhythm is looked for, not that of the voltage: its power spectrum
 * has a line at the mean rate, its autocorrelation a peak at the usual interval.
 */
public final class FindHeartRate {
    /** Samples per second. */
    private static final int RATE = 360;

    /** The band of the QRS complex, in Hz. */
    private static final double LOWEST = 5;

    private static final double HIGHEST = 25;

    /** No heart beats slower or faster, in beats per minute. */
    private static final int SLOWEST = 40;

    private static final int FASTEST = 180;

    private static final Layout WHOLE = Layout.contiguous(0);

    private FindHeartRate() {}

    /**
     * Runs the example.
     *
     * @param arguments the folder of the data; {@code examples/data} if there are none
     * @throws IOException if the data cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(arguments.length > 0 ? arguments[0] : "examples/data");
        double[] voltage = Npy.read(data.resolve("ecg.npy")).doubles();
        double[] envelope = AnalyticSignal.of(voltage.length).envelope(band(voltage));
        double[] intervals = intervals(beats(envelope));

        System.out.printf(Locale.ROOT, "%.0f seconds at %d Hz%n", (double) voltage.length / RATE, RATE);
        System.out.printf(Locale.ROOT, "from the power spectrum: %.1f beats per minute%n", fromSpectrum(envelope));
        System.out.printf(
                Locale.ROOT,
                "  check: %d R peaks, %.1f per minute%n",
                intervals.length + 1,
                60 / Arrays.stream(intervals).average().orElseThrow());
        System.out.printf(
                Locale.ROOT, "from the autocorrelation: %.1f beats per minute%n", fromAutocorrelation(envelope));
        System.out.printf(
                Locale.ROOT,
                "  check: half of the intervals are shorter than that of %.1f per minute%n",
                60 / median(intervals));
    }

    /** The part of a signal that is in the band. */
    static double[] band(double[] x) {
        DoubleRealFourierPlan plan = DoubleRealFourierPlan.of(x.length);
        double[] re = new double[plan.coefficients()];
        double[] im = new double[plan.coefficients()];
        Workspace workspace = new Workspace();
        plan.forward(x, WHOLE, re, im, WHOLE, workspace, Parallelism.NONE);
        for (int k = 0; k < re.length; k++) {
            double frequency = (double) k * RATE / x.length;
            if (frequency < LOWEST || frequency > HIGHEST) {
                re[k] = 0;
                im[k] = 0;
            }
        }
        double[] band = new double[x.length];
        plan.inverse(re, im, WHOLE, band, WHOLE, workspace, Parallelism.NONE);
        return band;
    }

    /** The strongest frequency by Welch's method, in segments of twenty seconds. */
    private static double fromSpectrum(double[] envelope) {
        PowerSpectrum welch =
                PowerSpectrum.of(Window.hann().periodic(20 * RATE)).withTransformLength(1 << 16);
        double[] power = welch.estimate(envelope, RATE);
        double[] frequencies = welch.frequencies(RATE);
        int strongest = -1;
        for (int k = 0; k < power.length; k++) {
            double perMinute = 60 * frequencies[k];
            if (perMinute >= SLOWEST && perMinute <= FASTEST && (strongest < 0 || power[k] > power[strongest])) {
                strongest = k;
            }
        }
        return 60 * frequencies[strongest];
    }

    /**
     * The delay after which the envelope is most like itself: the autocorrelation is the inverse transform of the power
     * spectrum (the theorem of Wiener and Khinchin), with zeros behind the signal so that it does not wrap around.
     */
    private static double fromAutocorrelation(double[] envelope) {
        double mean = Arrays.stream(envelope).average().orElseThrow();
        double[] x = new double[FastLengths.nextFastRealLength(2 * envelope.length)];
        for (int i = 0; i < envelope.length; i++) {
            x[i] = envelope[i] - mean;
        }
        DoubleRealFourierPlan plan = DoubleRealFourierPlan.of(x.length);
        double[] re = new double[plan.coefficients()];
        double[] im = new double[plan.coefficients()];
        Workspace workspace = new Workspace();
        plan.forward(x, WHOLE, re, im, WHOLE, workspace, Parallelism.NONE);
        for (int k = 0; k < re.length; k++) {
            re[k] = re[k] * re[k] + im[k] * im[k];
            im[k] = 0;
        }
        plan.inverse(re, im, WHOLE, x, WHOLE, workspace, Parallelism.NONE);
        int longest = 60 * RATE / SLOWEST;
        int best = 60 * RATE / FASTEST;
        for (int delay = best; delay <= longest; delay++) {
            best = x[delay] > x[best] ? delay : best;
        }
        return 60.0 * RATE / best;
    }

    /**
     * The places of the beats: peaks of the envelope that are the highest within a quarter of a second on either side, and at
     * least a third as high as is usual for the highest of a second.
     */
    static int[] beats(double[] envelope) {
        double[] highest = new double[envelope.length / RATE];
        for (int second = 0; second < highest.length; second++) {
            for (int i = second * RATE; i < (second + 1) * RATE; i++) {
                highest[second] = Math.max(highest[second], envelope[i]);
            }
        }
        double threshold = median(highest) / 3;
        int reach = RATE / 4;
        int[] beats = new int[envelope.length];
        int count = 0;
        for (int i = 0; i < envelope.length; i++) {
            boolean peak = envelope[i] >= threshold;
            for (int j = Math.max(0, i - reach); peak && j <= Math.min(envelope.length - 1, i + reach); j++) {
                peak = j < i ? envelope[j] < envelope[i] : envelope[j] <= envelope[i];
            }
            if (peak) {
                beats[count++] = i;
            }
        }
        return Arrays.copyOf(beats, count);
    }

    /** From each beat to the next, in seconds. */
    private static double[] intervals(int[] beats) {
        double[] intervals = new double[beats.length - 1];
        for (int i = 0; i < intervals.length; i++) {
            intervals[i] = (double) (beats[i + 1] - beats[i]) / RATE;
        }
        return intervals;
    }

    private static double median(double[] x) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
