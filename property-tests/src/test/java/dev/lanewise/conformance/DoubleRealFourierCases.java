package dev.lanewise.conformance;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.DoubleHartleyPlan;
import dev.lanewise.engine.fourier.DoubleRealFourierPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The real Fourier transform and the Hartley transform: lengths, directions, normalisations, places, special values. */
final class DoubleRealFourierCases {
    private static final String FAMILY = "real-fft/double/";

    private DoubleRealFourierCases() {}

    /** Even, odd and prime lengths; halves that fill vectors and not; odd lengths of every radix, split once and more. */
    private static List<Integer> lengths() {
        List<Integer> lengths = new ArrayList<>();
        for (int n = 1; n <= 70; n++) {
            lengths.add(n);
        }
        lengths.addAll(List.of(
                98, 100, 105, 128, 225, 243, 250, 256, 429, 512, 1000, 1001, 1009, 1024, 3465, 4096, 5040, 15_015,
                16_384, 65_536));
        return lengths;
    }

    static void register(Consumer<ConformanceCase> cases) {
        for (int n : lengths()) {
            cases.accept(new ConformanceCase(
                    FAMILY + "n=" + n, (digest, parallelism) -> thereAndBack(n, digest, parallelism)));
            cases.accept(new ConformanceCase(
                    FAMILY + "hartley/n=" + n, (digest, parallelism) -> hartley(n, digest, parallelism)));
        }
        for (int n : new int[] {1, 2, 16, 45, 61, 64, 1000}) {
            for (SpecialValues special : SpecialValues.values()) {
                cases.accept(new ConformanceCase(
                        FAMILY + special + "/n=" + n,
                        (digest, parallelism) -> special(n, special, digest, parallelism)));
            }
        }
    }

    /** Alone and in batches, at offsets, in rows and columns, with elements around that are to stay. */
    private static void thereAndBack(int n, Digest digest, Parallelism parallelism) {
        Workspace workspace = new Workspace();
        int coefficients = n / 2 + 1;
        for (Normalization normalization : Normalization.values()) {
            int count = normalization == Normalization.ORTHO ? 19 : 1;
            DoubleRealFourierPlan plan = DoubleRealFourierPlan.of(n).normalized(normalization);
            Layout rows = Layout.rows(3, count, n + 1);
            Layout columns = Layout.columns(1, count, count + 1);
            Layout spectra = Layout.rows(2, count, coefficients);
            double[] x = Inputs.doubles((int) Math.max(rows.end(n), columns.end(n)) + 2, n);
            double[] re = Inputs.doubles((int) Math.max(spectra.end(coefficients), columns.end(coefficients)), n + 1);
            double[] im = Inputs.doubles(re.length, n + 2);
            plan.forward(x, rows, re, im, spectra, workspace, parallelism);
            add(digest, re, im);
            plan.inverse(re, im, spectra, x, columns, workspace, parallelism);
            digest.add(x);
            plan.forward(x, columns, re, im, columns, workspace, parallelism);
            add(digest, re, im);
            plan.inverse(re, im, columns, x, rows, workspace, parallelism);
            digest.add(x);
        }
    }

    private static void hartley(int n, Digest digest, Parallelism parallelism) {
        for (int count : new int[] {1, 17}) {
            DoubleHartleyPlan plan = DoubleHartleyPlan.of(n).normalized(Normalization.ORTHO);
            Layout rows = Layout.rows(1, count, n + 2);
            Layout columns = Layout.columns(0, count, count);
            double[] x = Inputs.doubles((int) rows.end(n), n);
            double[] y = new double[n * count];
            plan.transform(x, rows, y, columns, new Workspace(), parallelism);
            digest.add(y);
            plan.inverse().transform(y, columns, y, columns, new Workspace(), parallelism);
            digest.add(y);
            plan.transform(x, rows, x, rows, new Workspace(), parallelism);
            digest.add(x);
        }
    }

    private static void special(int n, SpecialValues special, Digest digest, Parallelism parallelism) {
        Layout layout = Layout.contiguous(0);
        DoubleRealFourierPlan plan = DoubleRealFourierPlan.of(n);
        for (int seed = 0; seed < 4; seed++) {
            double[] x = special.doubles(n, 10L * n + seed);
            double[] re = new double[n / 2 + 1];
            double[] im = new double[n / 2 + 1];
            plan.forward(x, layout, re, im, layout, new Workspace(), parallelism);
            add(digest, re, im);
            plan.inverse(re, im, layout, x, layout, new Workspace(), parallelism);
            digest.add(x);
        }
    }

    private static void add(Digest digest, double[] re, double[] im) {
        digest.add(re);
        digest.add(im);
    }
}
