package dev.lanewise.conformance;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.trigonometric.DoubleTrigonometricPlan;
import dev.lanewise.engine.trigonometric.TrigonometricKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Cosine and sine transforms: kinds, lengths, normalisations, places, special values. */
final class DoubleTrigonometricCases {
    private static final String FAMILY = "trigonometric/double/";

    private DoubleTrigonometricCases() {}

    /** Even, odd and prime lengths; passes that fill vectors and not; half periods of type I that are split and not. */
    private static List<Integer> lengths() {
        List<Integer> lengths = new ArrayList<>();
        for (int n = 1; n <= 40; n++) {
            lengths.add(n);
        }
        lengths.addAll(List.of(
                63, 64, 65, 66, 68, 100, 105, 127, 129, 130, 134, 255, 256, 257, 258, 511, 513, 1000, 1001, 1009, 1024,
                1025, 3465, 4095, 4096, 4097, 16_384, 16_385));
        return lengths;
    }

    static void register(Consumer<ConformanceCase> cases) {
        for (TrigonometricKind kind : TrigonometricKind.values()) {
            for (int n : lengths()) {
                if (n >= kind.shortestLength()) {
                    cases.accept(new ConformanceCase(
                            FAMILY + kind + "/n=" + n, (digest, parallelism) -> all(kind, n, digest, parallelism)));
                }
            }
            for (int n : new int[] {2, 16, 45, 61, 64, 65, 257}) {
                for (SpecialValues special : SpecialValues.values()) {
                    cases.accept(new ConformanceCase(
                            FAMILY + kind + "/" + special + "/n=" + n,
                            (digest, parallelism) -> special(kind, n, special, digest, parallelism)));
                }
            }
        }
    }

    /** In place, in rows, and from rows to columns, with elements around that are to stay. */
    private static void all(TrigonometricKind kind, int n, Digest digest, Parallelism parallelism) {
        Workspace workspace = new Workspace();
        for (Normalization normalization : Normalization.values()) {
            int count = normalization == Normalization.ORTHO ? 17 : 1;
            DoubleTrigonometricPlan plan = DoubleTrigonometricPlan.of(kind, n).normalized(normalization);
            double[] alone = Inputs.doubles(n, n);
            plan.transform(alone);
            digest.add(alone);
            Layout rows = Layout.rows(3, count, n + 1);
            Layout columns = Layout.columns(1, count, count + 1);
            double[] x = Inputs.doubles((int) rows.end(n) + 2, n + 1);
            double[] y = Inputs.doubles((int) columns.end(n) + 2, n + 2);
            plan.transform(x, rows, y, columns, workspace, parallelism);
            digest.add(y);
            plan.inverse().transform(y, columns, y, columns, workspace, parallelism);
            digest.add(y);
            plan.transform(x, rows, x, rows, workspace, parallelism);
            digest.add(x);
        }
    }

    private static void special(
            TrigonometricKind kind, int n, SpecialValues special, Digest digest, Parallelism parallelism) {
        Layout layout = Layout.contiguous(0);
        DoubleTrigonometricPlan plan = DoubleTrigonometricPlan.of(kind, n);
        for (int seed = 0; seed < 4; seed++) {
            double[] x = special.doubles(n, 10L * n + seed);
            plan.transform(x, layout, x, layout, new Workspace(), parallelism);
            digest.add(x);
        }
    }
}
