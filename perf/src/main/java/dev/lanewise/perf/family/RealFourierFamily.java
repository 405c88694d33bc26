package dev.lanewise.perf.family;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.DoubleRealFourierPlan;
import dev.lanewise.engine.fourier.FloatRealFourierPlan;
import dev.lanewise.perf.duel.Contestant;
import dev.lanewise.perf.duel.Match;
import dev.lanewise.perf.duel.Precision;
import dev.lanewise.perf.duel.Result;
import dev.lanewise.perf.peer.FftwRealFourier;
import dev.lanewise.perf.peer.JTransformsFourier;
import java.util.ArrayList;
import java.util.List;

/**
 * One Fourier transform of a real vector, forward and without a factor, to {@code n / 2 + 1} coefficients. Ours has real and
 * imaginary parts in arrays of their own, the peers have them alternate.
 */
final class RealFourierFamily implements Family {
    @Override
    public String name() {
        return "rfft";
    }

    @Override
    public List<Match> matches(boolean quick, int threads) {
        List<Match> matches = new ArrayList<>();
        for (int n : FourierSizes.all(quick)) {
            for (boolean single : new boolean[] {true, false}) {
                matches.add(new Match(
                        FourierSizes.benchmark(name(), n),
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

    private static List<Contestant> contestants(int n, boolean single, int threads) {
        double[] input = GaussianInput.of(n, 1);
        List<Contestant> contestants = new ArrayList<>();
        contestants.add(ours(input, single, threads));
        FftwRealFourier.of(input, single).ifPresent(contestants::add);
        contestants.add(JTransformsFourier.ofReal(input, single, threads));
        return contestants;
    }

    private static Contestant ours(double[] input, boolean single, int threads) {
        int coefficients = input.length / 2 + 1;
        Parallelism parallelism = Parallelism.threads(threads);
        Layout layout = Layout.contiguous(0);
        Workspace workspace = new Workspace();
        if (single) {
            FloatRealFourierPlan plan = FloatRealFourierPlan.of(input.length);
            float[] in = Precision.narrowed(input);
            float[] re = new float[coefficients];
            float[] im = new float[coefficients];
            return new Timed(
                    Result.OURS,
                    () -> plan.forward(in, layout, re, im, layout, workspace, parallelism),
                    () -> GaussianInput.joined(Precision.widened(re), Precision.widened(im)));
        }
        DoubleRealFourierPlan plan = DoubleRealFourierPlan.of(input.length);
        double[] re = new double[coefficients];
        double[] im = new double[coefficients];
        return new Timed(
                Result.OURS,
                () -> plan.forward(input, layout, re, im, layout, workspace, parallelism),
                () -> GaussianInput.joined(re, im));
    }
}
