package dev.lanewise.examples;

import dev.lanewise.npy.Npy;
import dev.lanewise.signal.AnalyticSignal;
import dev.lanewise.signal.PowerSpectrum;
import dev.lanewise.signal.Window;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleToeplitzMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * Removes the hum of the mains from an electrocardiogram by a filter that Toeplitz matrices design and apply.
 *
 * <p>The hum in this recording is its own: a narrow line at 60 Hz, 16 dB above its surroundings in a spectrum of segments of ten
 * seconds, and some 14 microvolts high. The filter has {@code 2 M + 1} coefficients, symmetric, so that all frequencies are delayed alike and the QRS
 * complex keeps its shape. They are the best by weighted least squares,
 *
 * <pre>min over h of the integral over f of  w(f) |H(f) - D(f)|^2,  H(f) = sum over k of h_k cos(2 pi k f / rate),</pre>
 *
 * <p>with a wanted gain {@code D} of 0 in the stop band around the line and of 1 outside of it. Setting the gradient to zero gives a
 * symmetric positive definite Toeplitz system {@code T h = d}, whose coefficients are those of the Fourier series of {@code w} and
 * {@code w D}; its inverse comes from Levinson's recursion. The filter is applied as a banded Toeplitz matrix, {@code n - 2 M}
 * rows for the samples that have all their neighbours.
 *
 * <p>Source: T. W. Parks and C. S. Burrus, Digital Filter Design, Wiley, 1987, chapter 3.
 */
public final class RemoveMainsHum {
    /** Samples per second. */
    private static final int RATE = 360;

    /** The mains in the hospital, in Hz. */
    private static final double MAINS = 60;

    /** Coefficients on either side: the filter is one second long. */
    private static final int REACH = RATE / 2;

    /** How far the stop band reaches from the line, in Hz; the mains do not keep their frequency to better than that. */
    private static final double STOP = 0.2;

    /** From how far on signals pass, in Hz. */
    private static final double PASS = 1.5;

    /** What an error in the stop band weighs, beside one elsewhere. */
    private static final double WEIGHT = 100;

    /** What it weighs between the bands: little, but enough for a well-conditioned matrix. */
    private static final double BETWEEN = 0.01;

    /** Seconds of the segments that spectra are averaged over. */
    private static final int SEGMENT = 10;

    /** What the picture shows, in seconds: from where on, and where there is little but hum. */
    private static final double BEATS = 164.0;

    private static final double QUIET = 164.38;

    private RemoveMainsHum() {}

    /**
     * Runs the example.
     *
     * @param arguments the folder of the data and one for the picture; {@code examples/data} and {@code examples/target} if
     *     there are none
     * @throws IOException if the data cannot be read or the picture not be written
     */
    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(arguments.length > 0 ? arguments[0] : "examples/data");
        Path pictures = Path.of(arguments.length > 1 ? arguments[1] : "examples/target");
        double[] before = Npy.read(data.resolve("ecg.npy")).doubles();
        double[] filter = filter();
        DoubleLinearMap map = DoubleToeplitzMap.symmetric(Arrays.copyOf(filter, before.length));
        // The first and the last half second do not have all their neighbours.
        double[] after = inner(map.apply(before));
        before = inner(before);

        System.out.println(map.describe());
        System.out.printf(
                Locale.ROOT,
                "gain: %.1f dB at %.0f Hz, %.1f dB or less within %.1f Hz; off from 1 by %.4f or less beyond %.1f Hz%n",
                decibels(Math.abs(gain(filter, MAINS))),
                MAINS,
                decibels(largestError(filter, 0, MAINS - STOP, MAINS + STOP)),
                STOP,
                Math.max(largestError(filter, 1, 0, MAINS - PASS), largestError(filter, 1, MAINS + PASS, RATE / 2.0)),
                PASS);
        printHum("before", before);
        printHum("after", after);
        printBeats(before, after);
        Files.createDirectories(pictures);
        plot(before, after).write(pictures.resolve("ecg-mains-hum.png"));
        System.out.println("picture: ecg-mains-hum.png in " + pictures);
    }

    /** The coefficients {@code h_0, ..., h_M}; those of negative indices are the same. */
    private static double[] filter() {
        int n = 2 * REACH + 1;
        double[] weights = new double[n], wanted = new double[n];
        for (int k = 0; k < n; k++) {
            double stop = WEIGHT * fourier(k, MAINS - STOP, MAINS + STOP);
            double outside = fourier(k, 0, RATE / 2.0) - fourier(k, MAINS - PASS, MAINS + PASS);
            double between =
                    BETWEEN * (fourier(k, MAINS - PASS, MAINS - STOP) + fourier(k, MAINS + STOP, MAINS + PASS));
            wanted[k] = outside + between;
            weights[k] = outside + between + stop;
        }
        double[] d = new double[n];
        for (int k = 0; k < n; k++) {
            d[k] = wanted[Math.abs(k - REACH)];
        }
        double[] h = DoubleToeplitzMap.symmetric(weights).inverse().apply(d);
        return Arrays.copyOfRange(h, REACH, n);
    }

    /** The coefficient {@code k} of the Fourier series of what is 1 in a band of frequencies, and of negative ones, 0 elsewhere. */
    private static double fourier(int k, double from, double to) {
        double turn = 2 * Math.PI * k / RATE;
        return k == 0
                ? 2 * (to - from) / RATE
                : (StrictMath.sin(turn * to) - StrictMath.sin(turn * from)) / (Math.PI * k);
    }

    private static double gain(double[] filter, double frequency) {
        double gain = filter[0];
        for (int k = 1; k < filter.length; k++) {
            gain += 2 * filter[k] * StrictMath.cos(2 * Math.PI * k * frequency / RATE);
        }
        return gain;
    }

    /** How far the gain is from the one that is wanted, at most, in a band. */
    private static double largestError(double[] filter, double wanted, double from, double to) {
        double largest = 0;
        int steps = (int) Math.ceil((to - from) / 0.02);
        for (int i = 0; i <= steps; i++) {
            largest = Math.max(largest, Math.abs(gain(filter, from + (to - from) * i / steps) - wanted));
        }
        return largest;
    }

    private static double decibels(double amplitude) {
        return 20 * StrictMath.log10(amplitude);
    }

    private static double[] inner(double[] x) {
        return Arrays.copyOfRange(x, REACH, x.length - REACH);
    }

    /** Power per Hz by Welch's method, every tenth of a Hz. */
    private static double[] spectrum(double[] x) {
        return PowerSpectrum.of(Window.hann().periodic(SEGMENT * RATE)).estimate(x, RATE);
    }

    /** The power of the line, and how far it stands out from the median of what is 1 to 5 Hz away. */
    private static void printHum(String name, double[] x) {
        double[] power = spectrum(x);
        int line = (int) (MAINS * SEGMENT);
        double[] around = new double[8 * SEGMENT];
        for (int i = 0; i < 4 * SEGMENT; i++) {
            around[i] = power[line + SEGMENT + i];
            around[4 * SEGMENT + i] = power[line - SEGMENT - i];
        }
        Arrays.sort(around);
        System.out.printf(
                Locale.ROOT,
                "%s: %.1f dB at %.0f Hz, %.1f dB around%n",
                name,
                10 * StrictMath.log10(power[line]),
                MAINS,
                10 * StrictMath.log10(around[around.length / 2]));
    }

    /** What the filter does to beats: the hum has any phase at a beat, so that means over all show what else is changed. */
    private static void printBeats(double[] before, double[] after) {
        int[] peaks = peaks(before);
        int reach = RATE / 10;
        double[] change = new double[2 * reach + 1];
        double height = 0, removed = 0;
        for (int peak : peaks) {
            height += before[peak] / peaks.length;
            for (int i = -reach; i <= reach; i++) {
                change[reach + i] += (after[peak + i] - before[peak + i]) / peaks.length;
            }
        }
        for (int i = 0; i < before.length; i++) {
            removed += (after[i] - before[i]) * (after[i] - before[i]) / before.length;
        }
        System.out.printf(
                Locale.ROOT,
                "removed: %.1f microvolts, root mean square%n"
                        + "mean of %d beats: R peaks of %.3f mV change by %.1f microvolts, the 0.1 s around by %.1f or less%n",
                1e3 * Math.sqrt(removed),
                peaks.length,
                height,
                1e3 * change[reach],
                1e3 * Arrays.stream(change).map(Math::abs).max().orElseThrow());
    }

    /** Where the voltage is highest near each beat. */
    private static int[] peaks(double[] x) {
        int reach = RATE / 16;
        int[] peaks = FindHeartRate.beats(AnalyticSignal.of(x.length).envelope(FindHeartRate.band(x)));
        return Arrays.stream(peaks)
                .filter(beat -> beat >= RATE && beat < x.length - RATE)
                .map(beat -> highest(x, beat - reach, beat + reach))
                .toArray();
    }

    private static int highest(double[] x, int from, int to) {
        int highest = from;
        for (int i = from; i <= to; i++) {
            highest = x[i] > x[highest] ? i : highest;
        }
        return highest;
    }

    /** Two beats, the quiet time between them, and the spectra. */
    private static Plot plot(double[] before, double[] after) {
        Plot plot = new Plot();
        addTime(plot.panel("Two beats", "seconds", "mV"), before, after, BEATS, 4);
        addTime(plot.panel("Between them", "seconds", "mV"), before, after, QUIET, 1);
        int first = (int) (MAINS - 5) * SEGMENT, end = (int) (MAINS + 5) * SEGMENT + 1;
        double[] frequencies = new double[end - first];
        Arrays.setAll(frequencies, i -> (double) (first + i) / SEGMENT);
        plot.panel("Spectrum", "Hz", "dB above 1 mV^2 / Hz")
                .line("before", frequencies, logarithms(spectrum(before), first, end))
                .line("after", frequencies, logarithms(spectrum(after), first, end));
        return plot;
    }

    private static void addTime(Plot.Panel panel, double[] before, double[] after, double start, int thirds) {
        int first = (int) (start * RATE) - REACH, count = thirds * RATE / 3;
        double[] seconds = new double[count];
        Arrays.setAll(seconds, i -> (double) (first + REACH + i) / RATE);
        panel.line("before", seconds, Arrays.copyOfRange(before, first, first + count))
                .line("after", seconds, Arrays.copyOfRange(after, first, first + count));
    }

    private static double[] logarithms(double[] power, int first, int end) {
        return Arrays.stream(power, first, end)
                .map(number -> 10 * StrictMath.log10(number))
                .toArray();
    }
}
