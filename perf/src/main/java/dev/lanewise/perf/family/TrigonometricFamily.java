package dev.lanewise.perf.family;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.trigonometric.DoubleTrigonometricPlan;
import dev.lanewise.engine.trigonometric.FloatTrigonometricPlan;
import dev.lanewise.engine.trigonometric.TrigonometricKind;
import dev.lanewise.perf.duel.Contestant;
import dev.lanewise.perf.duel.Match;
import dev.lanewise.perf.duel.Precision;
import dev.lanewise.perf.duel.Result;
import dev.lanewise.perf.peer.FftwTrigonometric;
import dev.lanewise.perf.peer.JTransformsTrigonometric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One cosine or sine transform of a kind, forward and without a factor, from one array to another. */
final class TrigonometricFamily implements Family {
    private static final List<Integer> FEW = List.of(1 << 6, 1 << 10, 1 << 12, 1 << 16, 1 << 20, 1000, 44100, 1009);

    private final TrigonometricKind kind;

    TrigonometricFamily(TrigonometricKind kind) {
        this.kind = kind;
    }

    @Override
    public String name() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** All lengths of the kind that is used most, fewer of the others. */
    private List<Integer> sizes(boolean quick) {
        if (kind == TrigonometricKind.DCT2) {
            return FourierSizes.all(quick);
        }
        return quick ? List.of(1 << 10) : FEW;
    }

    @Override
    public List<Match> matches(boolean quick, int threads) {
        List<Match> matches = new ArrayList<>();
        for (int size : sizes(quick)) {
            // DCT-I of 2^k + 1 numbers is half of a period of 2^(k+1).
            int n = kind == TrigonometricKind.DCT1 ? size + 1 : size;
            for (boolean single : new boolean[] {true, false}) {
                matches.add(new Match(
                        FourierSizes.benchmark(name(), size),
                        single ? "f32" : "f64",
                        n,
                        FourierSizes.operations(n) / 2,
                        2.0 * n * (single ? Float.BYTES : Double.BYTES),
                        FourierSizes.tolerance(n, single),
                        () -> contestants(n, single, threads)));
            }
        }
        return matches;
    }

    private List<Contestant> contestants(int n, boolean single, int threads) {
        double[] input = GaussianInput.of(n, 1);
        List<Contestant> contestants = new ArrayList<>();
        contestants.add(ours(input, single, threads));
        FftwTrigonometric.of(kind, input, single).ifPresent(contestants::add);
        JTransformsTrigonometric.of(kind, input, single, threads).ifPresent(contestants::add);
        return contestants;
    }

    private Contestant ours(double[] input, boolean single, int threads) {
        Parallelism parallelism = Parallelism.threads(threads);
        Layout layout = Layout.contiguous(0);
        Workspace workspace = new Workspace();
        if (single) {
            FloatTrigonometricPlan plan = FloatTrigonometricPlan.of(kind, input.length);
            float[] in = Precision.narrowed(input);
            float[] out = new float[in.length];
            return new Timed(
                    Result.OURS,
                    () -> plan.transform(in, layout, out, layout, workspace, parallelism),
                    () -> Precision.widened(out));
        }
        DoubleTrigonometricPlan plan = DoubleTrigonometricPlan.of(kind, input.length);
        double[] out = new double[input.length];
        return new Timed(
                Result.OURS, () -> plan.transform(input, layout, out, layout, workspace, parallelism), out::clone);
    }
}
