package dev.lanewise.perf.family;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.ConvolutionMode;
import dev.lanewise.engine.fourier.DoubleConvolutionPlan;
import dev.lanewise.engine.fourier.FloatConvolutionPlan;
import dev.lanewise.perf.duel.Contestant;
import dev.lanewise.perf.duel.Match;
import dev.lanewise.perf.duel.Precision;
import dev.lanewise.perf.duel.Result;
import dev.lanewise.perf.peer.DirectConvolution;
import dev.lanewise.perf.peer.JTransformsConvolution;
import java.util.ArrayList;
import java.util.List;

/**
 * The full convolution of a signal of {@code 2^16} numbers with a kernel, which is known beforehand: the size is that of the
 * kernel. Beside the sums of the definition, while these take no more than a moment, and a product of transforms.
 */
final class ConvolutionFamily implements Family {
    private static final int SIGNAL = 1 << 16;
    private static final int MOST_DIRECT = 1 << 10;

    @Override
    public String name() {
        return "convolve";
    }

    @Override
    public List<Match> matches(boolean quick, int threads) {
        List<Match> matches = new ArrayList<>();
        for (int n : quick ? new int[] {16, 1 << 10} : new int[] {4, 16, 64, 256, 1 << 10, 1 << 12, 1 << 14}) {
            for (boolean single : new boolean[] {true, false}) {
                matches.add(new Match(
                        name(),
                        single ? "f32" : "f64",
                        n,
                        operations(n),
                        2.0 * SIGNAL * (single ? Float.BYTES : Double.BYTES),
                        // Sums of n products, and transforms of the whole: in units of the 2-norm of the result either
                        // is off by no more roundings than a sum has terms or a transform has levels, and the largest
                        // element is no smaller than the root of the mean square.
                        FourierSizes.tolerance(SIGNAL + n, single),
                        () -> contestants(n, single, threads)));
            }
        }
        return matches;
    }

    /** Those of the definition, or of two real transforms of all and the products between, whichever are fewer. */
    private static double operations(int n) {
        double whole = SIGNAL + n;
        return Math.min(2.0 * SIGNAL * n, FourierSizes.operations(whole) + 3 * whole);
    }

    private static List<Contestant> contestants(int n, boolean single, int threads) {
        double[] signal = GaussianInput.of(SIGNAL, 1);
        double[] kernel = GaussianInput.of(n, 2);
        List<Contestant> contestants = new ArrayList<>();
        contestants.add(ours(signal, kernel, single, threads));
        if (n <= MOST_DIRECT) {
            contestants.add(DirectConvolution.of(signal, kernel, single));
        }
        contestants.add(JTransformsConvolution.of(signal, kernel, single, threads));
        return contestants;
    }

    private static Contestant ours(double[] signal, double[] kernel, boolean single, int threads) {
        Parallelism parallelism = Parallelism.threads(threads);
        Layout layout = Layout.contiguous(0);
        Workspace workspace = new Workspace();
        if (single) {
            FloatConvolutionPlan plan =
                    FloatConvolutionPlan.of(signal.length, Precision.narrowed(kernel), ConvolutionMode.FULL);
            float[] in = Precision.narrowed(signal);
            float[] out = new float[plan.outputs()];
            return new Timed(
                    Result.OURS,
                    () -> plan.transform(in, layout, out, layout, workspace, parallelism),
                    () -> Precision.widened(out));
        }
        DoubleConvolutionPlan plan = DoubleConvolutionPlan.of(signal.length, kernel, ConvolutionMode.FULL);
        double[] out = new double[plan.outputs()];
        return new Timed(
                Result.OURS, () -> plan.transform(signal, layout, out, layout, workspace, parallelism), out::clone);
    }
}
