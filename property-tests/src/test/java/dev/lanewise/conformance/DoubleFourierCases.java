package dev.lanewise.conformance;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.DoubleFourierPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The Fourier transform: lengths, directions, normalisations, places, batches, special values. */
final class DoubleFourierCases {
    private static final String FAMILY = "fft/double/";

    /** From here on columns are not transformed together any more, and fewer will do. */
    private static final int LONG = 1 << 12;

    /** From here on passes run in pairs. */
    private static final int PAIRED = 1 << 21;

    /** Fewer than are gathered, than a vector has lanes at some width, as many as are gathered, and more. */
    private static final int[] COLUMNS = {3, 5, 16, 17};

    private DoubleFourierCases() {}

    /** Every radix first, last and between, as many as fill vectors and not; both convolutions among them. */
    private static List<Integer> lengths() {
        List<Integer> lengths = new ArrayList<>();
        for (int n = 1; n <= 40; n++) {
            lengths.add(n);
        }
        lengths.addAll(List.of(
                64, 96, 100, 128, 243, 256, 360, 512, 625, 1000, 1009, 1019, 1024, 2048, 3000, 4096, 5000, 5040, 8192,
                16_384, 32_768, 44_100, 65_536, 65_537));
        return lengths;
    }

    static void register(Consumer<ConformanceCase> cases) {
        for (int n : lengths()) {
            for (boolean inverse : new boolean[] {false, true}) {
                String name = FAMILY + (inverse ? "inverse/" : "forward/");
                cases.accept(new ConformanceCase(
                        name + "n=" + n, (digest, parallelism) -> alone(n, inverse, digest, parallelism)));
                cases.accept(new ConformanceCase(
                        name + "columns/n=" + n, (digest, parallelism) -> columns(n, inverse, digest, parallelism)));
            }
            cases.accept(new ConformanceCase(
                    FAMILY + "batch/n=" + n, (digest, parallelism) -> batch(n, digest, parallelism)));
        }
        cases.accept(new ConformanceCase(FAMILY + "forward/n=" + PAIRED, DoubleFourierCases::paired));
        for (int n : new int[] {1, 2, 3, 4, 8, 13, 17, 29, 30, 47, 60, 64, 243, 512, 1000, 4096}) {
            for (SpecialValues special : SpecialValues.values()) {
                cases.accept(new ConformanceCase(
                        FAMILY + special + "/n=" + n,
                        (digest, parallelism) -> special(n, special, digest, parallelism)));
            }
        }
        for (int n : new int[] {8, 47, 60, 61}) {
            cases.accept(new ConformanceCase(
                    FAMILY + "special-batch/n=" + n, (digest, parallelism) -> specials(n, digest, parallelism)));
        }
    }

    private static DoubleFourierPlan plan(int n, boolean inverse, Normalization normalization) {
        DoubleFourierPlan plan = DoubleFourierPlan.of(n).normalized(normalization);
        return inverse ? plan.inverse() : plan;
    }

    /** Once only: it is long. */
    private static void paired(Digest digest, Parallelism parallelism) {
        double[] re = Inputs.doubles(PAIRED, 1);
        double[] im = Inputs.doubles(PAIRED, 2);
        Layout layout = Layout.contiguous(0);
        DoubleFourierPlan.of(PAIRED).transform(re, im, layout, re, im, layout, new Workspace(), parallelism);
        add(digest, re, im);
    }

    /** Apart, in place by the short form, and in place at an odd offset with elements around that are to stay. */
    private static void alone(int n, boolean inverse, Digest digest, Parallelism parallelism) {
        double[] re = Inputs.doubles(n, n);
        double[] im = Inputs.doubles(n, n + 1);
        double[] outRe = new double[n];
        double[] outIm = new double[n];
        Layout layout = Layout.contiguous(0);
        Workspace workspace = new Workspace();
        plan(n, inverse, Normalization.BACKWARD)
                .transform(re, im, layout, outRe, outIm, layout, workspace, parallelism);
        add(digest, outRe, outIm);
        plan(n, inverse, Normalization.FORWARD).transform(re, im);
        add(digest, re, im);
        double[] aroundRe = Inputs.doubles(n + 8, n + 2);
        double[] aroundIm = Inputs.doubles(n + 8, n + 3);
        Layout inside = Layout.contiguous(3);
        plan(n, inverse, Normalization.ORTHO)
                .transform(aroundRe, aroundIm, inside, aroundRe, aroundIm, inside, workspace, parallelism);
        add(digest, aroundRe, aroundIm);
    }

    /** In place, with elements between that are to stay; then to rows. */
    private static void columns(int n, boolean inverse, Digest digest, Parallelism parallelism) {
        DoubleFourierPlan plan = plan(n, inverse, Normalization.ORTHO);
        Workspace workspace = new Workspace();
        for (int count : n > LONG ? new int[] {3} : COLUMNS) {
            Layout columns = Layout.columns(1, count, count + 2);
            double[] re = Inputs.doubles((int) columns.end(n) + 4, count);
            double[] im = Inputs.doubles(re.length, count + 1);
            plan.transform(re, im, columns, re, im, columns, workspace, parallelism);
            add(digest, re, im);
            Layout rows = Layout.rows(0, count, n);
            double[] outRe = new double[n * count];
            double[] outIm = new double[n * count];
            plan.transform(re, im, columns, outRe, outIm, rows, workspace, parallelism);
            add(digest, outRe, outIm);
        }
    }

    /** Rows, rows to columns, and elements with gaps between. */
    private static void batch(int n, Digest digest, Parallelism parallelism) {
        DoubleFourierPlan plan = DoubleFourierPlan.of(n);
        Workspace workspace = new Workspace();
        for (int count : n > LONG ? new int[] {2} : new int[] {0, 4, 19}) {
            Layout rows = Layout.rows(2, count, n + 3);
            Layout columns = Layout.columns(0, count, Math.max(1, count));
            Layout spread = new Layout(1, 3, count, 3 * n + 1);
            double[] re = Inputs.doubles((int) rows.end(n) + 4, count);
            double[] im = Inputs.doubles(re.length, count + 1);
            plan.transform(re, im, rows, re, im, rows, workspace, parallelism);
            add(digest, re, im);
            double[] columnsRe = new double[(int) columns.end(n)];
            double[] columnsIm = new double[columnsRe.length];
            plan.inverse().transform(re, im, rows, columnsRe, columnsIm, columns, workspace, parallelism);
            add(digest, columnsRe, columnsIm);
            double[] spreadRe = new double[(int) spread.end(n) + 4];
            double[] spreadIm = new double[spreadRe.length];
            plan.transform(columnsRe, columnsIm, columns, spreadRe, spreadIm, spread, workspace, parallelism);
            add(digest, spreadRe, spreadIm);
        }
    }

    private static void special(int n, SpecialValues special, Digest digest, Parallelism parallelism) {
        Layout layout = Layout.contiguous(0);
        for (int seed = 0; seed < 4; seed++) {
            double[] re = special.doubles(n, 10L * n + seed);
            double[] im = special.doubles(n, 10L * n + seed + 4);
            double[] outRe = new double[n];
            double[] outIm = new double[n];
            DoubleFourierPlan plan = DoubleFourierPlan.of(n);
            plan.transform(re, im, layout, outRe, outIm, layout, new Workspace(), parallelism);
            add(digest, outRe, outIm);
            plan.inverse().transform(re, im);
            add(digest, re, im);
        }
    }

    /** Vectors of special values side by side with others: none may reach its neighbours. */
    private static void specials(int n, Digest digest, Parallelism parallelism) {
        SpecialValues[] specials = SpecialValues.values();
        int count = 2 * specials.length;
        double[] re = Inputs.doubles(n * count, n);
        double[] im = Inputs.doubles(n * count, n + 1);
        for (int i = 0; i < specials.length; i++) {
            System.arraycopy(specials[i].doubles(n, i), 0, re, 2 * i * n, n);
            System.arraycopy(specials[i].doubles(n, i + 8), 0, im, 2 * i * n, n);
        }
        double[] columnsRe = new double[n * count];
        double[] columnsIm = new double[n * count];
        Layout rows = Layout.rows(0, count, n);
        Layout columns = Layout.columns(0, count, count);
        DoubleFourierPlan plan = DoubleFourierPlan.of(n);
        Workspace workspace = new Workspace();
        plan.transform(re, im, rows, columnsRe, columnsIm, columns, workspace, parallelism);
        add(digest, columnsRe, columnsIm);
        plan.transform(re, im, rows, re, im, rows, workspace, parallelism);
        add(digest, re, im);
        plan.transform(columnsRe, columnsIm, columns, columnsRe, columnsIm, columns, workspace, parallelism);
        add(digest, columnsRe, columnsIm);
    }

    private static void add(Digest digest, double[] re, double[] im) {
        digest.add(re);
        digest.add(im);
    }
}
