package dev.lanewise.conformance;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.hadamard.DoubleHadamardPlan;
import dev.lanewise.engine.hadamard.WalshOrdering;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** The Walsh-Hadamard transform of several vectors: rows, columns, strides, gaps, an executor. */
final class DoubleHadamardBatchCases {
    private static final String FAMILY = "fwht/double/batch/";
    private static final int[] COUNTS = {0, 1, 3, 4, 17, 40};

    /** Beyond this, fewer vectors will do. */
    private static final int LONG = 1024;

    private DoubleHadamardBatchCases() {}

    /** Where {@code count} vectors of length {@code n} lie. */
    private interface Place {
        Layout layout(int n, int count);
    }

    private static final Place ADJACENT_ROWS = (n, count) -> Layout.rows(0, count, n);
    private static final Place ROWS_APART = (n, count) -> Layout.rows(5, count, n + 3);
    private static final Place COLUMNS = (n, count) -> Layout.columns(0, count, Math.max(1, count));
    private static final Place COLUMNS_APART = (n, count) -> Layout.columns(7, count, count + 6);
    private static final Place STRIDED_ROWS = (n, count) -> new Layout(1, 3, count, 3 * n + 1);
    private static final Place SPREAD_COLUMNS = (n, count) -> new Layout(2, 3 * count + 1, count, 3);

    static void register(Consumer<ConformanceCase> cases) {
        for (int n : Lengths.some()) {
            place(cases, "adjacent-rows", n, ADJACENT_ROWS);
            place(cases, "rows-apart", n, ROWS_APART);
            place(cases, "columns", n, COLUMNS);
            place(cases, "columns-apart", n, COLUMNS_APART);
            place(cases, "strided-rows", n, STRIDED_ROWS);
            place(cases, "spread-columns", n, SPREAD_COLUMNS);
            turned(cases, "rows-to-columns", n, ROWS_APART, COLUMNS_APART);
            turned(cases, "columns-to-rows", n, COLUMNS, ADJACENT_ROWS);
        }
        for (int n : new int[] {8, 256, 768, 1 << 14}) {
            cases.accept(new ConformanceCase(
                    FAMILY + "executor/n=" + n, (digest, parallelism) -> onExecutor(n, digest, parallelism)));
        }
        for (int n : new int[] {8, 64, 80}) {
            cases.accept(new ConformanceCase(
                    FAMILY + "special/n=" + n, (digest, parallelism) -> specials(n, digest, parallelism)));
        }
    }

    private static void place(Consumer<ConformanceCase> cases, String name, int n, Place place) {
        cases.accept(new ConformanceCase(
                FAMILY + name + "/n=" + n, (digest, parallelism) -> inPlace(n, place, digest, parallelism)));
    }

    private static void turned(Consumer<ConformanceCase> cases, String name, int n, Place from, Place to) {
        cases.accept(new ConformanceCase(
                FAMILY + name + "/n=" + n, (digest, parallelism) -> apart(n, from, to, digest, parallelism)));
    }

    private static int[] counts(int n) {
        return n > LONG ? new int[] {2, 5} : COUNTS;
    }

    private static void inPlace(int n, Place place, Digest digest, Parallelism parallelism) {
        DoubleHadamardPlan plan = DoubleHadamardPlan.of(n);
        DoubleHadamardPlan signed = plan.normalized(Normalization.ORTHO).withSigns(Inputs.doubleSigns(n, n));
        DoubleHadamardPlan ordered = isPower(n) ? signed.ordered(WalshOrdering.DYADIC) : signed;
        Workspace workspace = new Workspace();
        for (int count : counts(n)) {
            Layout layout = place.layout(n, count);
            double[] x = Inputs.doubles((int) layout.end(n) + 4, count);
            plan.transform(x, layout, x, layout, workspace, parallelism);
            digest.add(x);
            signed.transform(x, layout, x, layout, workspace, parallelism);
            digest.add(x);
            ordered.transform(x, layout, x, layout, workspace, parallelism);
            digest.add(x);
        }
    }

    private static boolean isPower(int n) {
        return Integer.bitCount(n) == 1;
    }

    private static void apart(int n, Place from, Place to, Digest digest, Parallelism parallelism) {
        DoubleHadamardPlan plan = DoubleHadamardPlan.of(n).normalized(Normalization.FORWARD);
        DoubleHadamardPlan ordered = isPower(n) ? plan.ordered(WalshOrdering.SEQUENCY) : plan;
        Workspace workspace = new Workspace();
        for (int count : counts(n)) {
            Layout inLayout = from.layout(n, count);
            Layout outLayout = to.layout(n, count);
            double[] x = Inputs.doubles((int) inLayout.end(n), count);
            double[] y = Inputs.doubles((int) outLayout.end(n) + 4, count + 1);
            plan.transform(x, inLayout, y, outLayout, workspace, parallelism);
            digest.add(y);
            ordered.transform(x, inLayout, y, outLayout, workspace, parallelism);
            digest.add(y);
            digest.add(x);
        }
    }

    private static void onExecutor(int n, Digest digest, Parallelism parallelism) {
        int count = n > LONG ? 1 : 50;
        double[] x = Inputs.doubles(n * count, n);
        Layout rows = Layout.rows(0, count, n);
        try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
            Parallelism onExecutor = Parallelism.on(executor, parallelism.workers());
            DoubleHadamardPlan.of(n).transform(x, rows, x, rows, new Workspace(), onExecutor);
        }
        digest.add(x);
    }

    /** Vectors of special values side by side: none may reach its neighbours. */
    private static void specials(int n, Digest digest, Parallelism parallelism) {
        SpecialValues[] specials = SpecialValues.values();
        int count = 2 * specials.length;
        double[] x = Inputs.doubles(n * count, n);
        for (int i = 0; i < specials.length; i++) {
            System.arraycopy(specials[i].doubles(n, i), 0, x, 2 * i * n, n);
        }
        double[] columns = new double[n * count];
        Layout rowLayout = Layout.rows(0, count, n);
        Layout columnLayout = Layout.columns(0, count, count);
        DoubleHadamardPlan plan = DoubleHadamardPlan.of(n);
        plan.transform(x, rowLayout, columns, columnLayout, new Workspace(), parallelism);
        digest.add(columns);
        plan.transform(x, rowLayout, x, rowLayout, new Workspace(), parallelism);
        digest.add(x);
        plan.transform(columns, columnLayout, columns, columnLayout, new Workspace(), parallelism);
        digest.add(columns);
    }
}
