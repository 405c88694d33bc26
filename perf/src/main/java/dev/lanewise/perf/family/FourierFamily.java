package dev.lanewise.perf.family;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.DoubleFourierPlan;
import dev.lanewise.engine.fourier.FloatFourierPlan;
import dev.lanewise.perf.duel.Contestant;
import dev.lanewise.perf.duel.Match;
import dev.lanewise.perf.duel.Precision;
import dev.lanewise.perf.peer.FftwFourier;
import dev.lanewise.perf.peer.JTransformsFourier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * One complex Fourier transform, forward and without a factor, from one place to another. Ours has real and imaginary parts
 * in arrays of their own, the peers have them alternate, each as suits it best.
 */
final class FourierFamily implements Family {
    private static final List<Integer> QUICK = List.of(1 << 10, 1 << 16, 1009);
    private static final List<Integer> MIXED = List.of(1000, 3000, 5040, 44100, 360360, 1009, 10007, 65537);

    @Override
    public String name() {
        return "fft";
    }

    @Override
    public List<Match> matches(boolean quick, int threads) {
        List<Integer> sizes = new ArrayList<>(quick ? QUICK : List.of());
        for (int bits = 6; bits <= 20 && !quick; bits++) {
            sizes.add(1 << bits);
        }
        sizes.addAll(quick ? List.of() : MIXED);
        List<Match> matches = new ArrayList<>();
        for (int n : sizes) {
            for (boolean single : new boolean[] {true, false}) {
                double flops = 5 * n * (Math.log(n) / Math.log(2));
                double bytes = 4.0 * n * (single ? Float.BYTES : Double.BYTES);
                // Either side is off by some log2 n roundings in units of the 2-norm, sqrt(n) times the root of the
                // mean
                // square at most, and the largest coefficient is no smaller than that.
                double tolerance = 2 * 40 * Math.sqrt(n) * (single ? 0x1p-24 : 0x1p-53);
                matches.add(new Match(
                        Integer.bitCount(n) == 1 ? "fft" : "fft-mixed",
                        single ? "f32" : "f64",
                        n,
                        flops,
                        bytes,
                        tolerance,
                        () -> contestants(n, single, threads)));
            }
        }
        return matches;
    }

    private static List<Contestant> contestants(int n, boolean single, int threads) {
        Random random = new Random(1);
        double[] re = new double[n];
        double[] im = new double[n];
        for (int i = 0; i < n; i++) {
            re[i] = (float) random.nextGaussian(); // exact in either type
            im[i] = (float) random.nextGaussian();
        }
        List<Contestant> contestants = new ArrayList<>();
        contestants.add(single ? oursInSingle(re, im, threads) : oursInDouble(re, im, threads));
        FftwFourier.of(re, im, single).ifPresent(contestants::add);
        contestants.add(JTransformsFourier.of(re, im, single, threads));
        return contestants;
    }

    private static Contestant oursInDouble(double[] re, double[] im, int threads) {
        int n = re.length;
        DoubleFourierPlan plan = DoubleFourierPlan.of(n);
        Parallelism parallelism = Parallelism.threads(threads);
        Layout layout = Layout.contiguous(0);
        Workspace workspace = new Workspace();
        double[] outRe = new double[n];
        double[] outIm = new double[n];
        return new Timed(
                "ours",
                () -> plan.transform(re, im, layout, outRe, outIm, layout, workspace, parallelism),
                () -> joined(outRe, outIm));
    }

    private static Contestant oursInSingle(double[] re, double[] im, int threads) {
        int n = re.length;
        FloatFourierPlan plan = FloatFourierPlan.of(n);
        Parallelism parallelism = Parallelism.threads(threads);
        Layout layout = Layout.contiguous(0);
        Workspace workspace = new Workspace();
        float[] inRe = Precision.narrowed(re);
        float[] inIm = Precision.narrowed(im);
        float[] outRe = new float[n];
        float[] outIm = new float[n];
        return new Timed(
                "ours",
                () -> plan.transform(inRe, inIm, layout, outRe, outIm, layout, workspace, parallelism),
                () -> joined(Precision.widened(outRe), Precision.widened(outIm)));
    }

    private static double[] joined(double[] re, double[] im) {
        double[] both = Arrays.copyOf(re, 2 * re.length);
        System.arraycopy(im, 0, both, re.length, im.length);
        return both;
    }
}
