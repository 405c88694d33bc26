package dev.lanewise.perf.family;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.hadamard.DoubleHadamardPlan;
import dev.lanewise.engine.hadamard.FloatHadamardPlan;
import dev.lanewise.engine.hadamard.HadamardOrder;
import dev.lanewise.perf.duel.Contestant;
import dev.lanewise.perf.duel.Match;
import dev.lanewise.perf.duel.Precision;
import dev.lanewise.perf.peer.CommonsMathHadamard;
import dev.lanewise.perf.peer.FfhtHadamard;
import dev.lanewise.perf.peer.FftwHadamard;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * One Walsh-Hadamard transform of adjacent numbers, from one array to another, beside a plain copy of the same bytes; and in
 * place, orthonormal so that the numbers stay in range however often it runs.
 */
final class HadamardFamily implements Family {
    /** Shorter ones are the same in place or not; a quick comparison leaves them out. */
    private static final int FEW_IN_PLACE = 1 << 12;

    @Override
    public String name() {
        return "fwht";
    }

    @Override
    public List<Match> matches(boolean quick, int threads) {
        List<Integer> sizes = new ArrayList<>();
        for (int bits : quick ? new int[] {6, 12, 18, 22} : new int[] {6, 8, 10, 12, 14, 16, 18, 20, 22, 24}) {
            sizes.add(1 << bits);
        }
        sizes.addAll(quick ? List.of(768) : List.of(384, 640, 768, 896, 1280, 1536, 3072));
        List<Match> matches = new ArrayList<>();
        for (int n : sizes) {
            for (boolean single : new boolean[] {true, false}) {
                HadamardOrder order = HadamardOrder.of(n);
                // Ours and any peer's are off by log2 n roundings at most in units of the largest possible sum, sqrt(n)
                // times the largest there is.
                double tolerance = 2 * 40 * Math.sqrt(n) * (single ? 0x1p-24 : 0x1p-53);
                double bytes = 2.0 * n * (single ? Float.BYTES : Double.BYTES);
                String type = single ? "f32" : "f64";
                matches.add(new Match(
                        "fwht", type, n, order.additions(), bytes, tolerance, () -> contestants(n, single, threads)));
                if (!quick || n >= FEW_IN_PLACE) {
                    matches.add(new Match(
                            "fwht-in-place",
                            type,
                            n,
                            order.additions() + n,
                            bytes,
                            tolerance,
                            () -> List.of(inPlace(n, single, threads), copy(n, single))));
                }
            }
        }
        return matches;
    }

    private static double[] input(int n) {
        Random random = new Random(1);
        double[] input = new double[n];
        for (int i = 0; i < n; i++) {
            input[i] = (float) random.nextGaussian(); // exact in either type
        }
        return input;
    }

    private static List<Contestant> contestants(int n, boolean single, int threads) {
        double[] input = input(n);
        List<Contestant> contestants = new ArrayList<>();
        contestants.add(ours(input, single, threads));
        contestants.add(copy(n, single));
        CommonsMathHadamard.of(input, single).ifPresent(contestants::add);
        FftwHadamard.of(input, single).ifPresent(contestants::add);
        FfhtHadamard.of(input, single).ifPresent(contestants::add);
        return contestants;
    }

    private static Contestant ours(double[] input, boolean single, int threads) {
        Parallelism parallelism = Parallelism.threads(threads);
        Layout layout = Layout.contiguous(0);
        Workspace workspace = new Workspace();
        if (single) {
            FloatHadamardPlan plan = FloatHadamardPlan.of(input.length);
            float[] in = Precision.narrowed(input);
            float[] out = new float[in.length];
            return new Timed(
                    "ours",
                    () -> plan.transform(in, layout, out, layout, workspace, parallelism),
                    () -> Precision.widened(out));
        }
        DoubleHadamardPlan plan = DoubleHadamardPlan.of(input.length);
        double[] out = new double[input.length];
        return new Timed("ours", () -> plan.transform(input, layout, out, layout, workspace, parallelism), out::clone);
    }

    private static Contestant inPlace(int n, boolean single, int threads) {
        Parallelism parallelism = Parallelism.threads(threads);
        Layout layout = Layout.contiguous(0);
        Workspace workspace = new Workspace();
        if (single) {
            FloatHadamardPlan plan = FloatHadamardPlan.of(n).normalized(Normalization.ORTHO);
            float[] x = Precision.narrowed(input(n));
            return new Timed(
                    "ours",
                    () -> plan.transform(x, layout, x, layout, workspace, parallelism),
                    () -> Precision.widened(x));
        }
        DoubleHadamardPlan plan = DoubleHadamardPlan.of(n).normalized(Normalization.ORTHO);
        double[] x = input(n);
        return new Timed("ours", () -> plan.transform(x, layout, x, layout, workspace, parallelism), x::clone);
    }

    private static Contestant copy(int n, boolean single) {
        if (single) {
            float[] from = Precision.narrowed(input(n));
            float[] to = new float[n];
            return new Timed("copy", () -> System.arraycopy(from, 0, to, 0, n), () -> null);
        }
        double[] from = input(n);
        double[] to = new double[n];
        return new Timed("copy", () -> System.arraycopy(from, 0, to, 0, n), () -> null);
    }
}
