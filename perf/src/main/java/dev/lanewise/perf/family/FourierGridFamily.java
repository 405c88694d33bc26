package dev.lanewise.perf.family;

import dev.lanewise.engine.Grid;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.grid.DoubleFourierGridPlan;
import dev.lanewise.engine.grid.FloatFourierGridPlan;
import dev.lanewise.perf.duel.Contestant;
import dev.lanewise.perf.duel.Match;
import dev.lanewise.perf.duel.Precision;
import dev.lanewise.perf.duel.Result;
import dev.lanewise.perf.peer.FftwFourier;
import dev.lanewise.perf.peer.JTransformsFourier;
import java.util.ArrayList;
import java.util.List;

/** One complex Fourier transform of a square matrix over both axes; the size is that of a side. */
final class FourierGridFamily implements Family {
    @Override
    public String name() {
        return "fft2";
    }

    @Override
    public List<Match> matches(boolean quick, int threads) {
        List<Match> matches = new ArrayList<>();
        for (int n : quick ? new int[] {512} : new int[] {64, 128, 256, 512, 1024, 2048, 100, 1000}) {
            double numbers = (double) n * n;
            for (boolean single : new boolean[] {true, false}) {
                matches.add(new Match(
                        name(),
                        single ? "f32" : "f64",
                        n,
                        FourierSizes.operations(numbers),
                        4 * numbers * (single ? Float.BYTES : Double.BYTES),
                        FourierSizes.tolerance(numbers, single),
                        () -> contestants(n, single, threads)));
            }
        }
        return matches;
    }

    private static List<Contestant> contestants(int n, boolean single, int threads) {
        double[] re = GaussianInput.of(n * n, 1);
        double[] im = GaussianInput.of(n * n, 2);
        List<Contestant> contestants = new ArrayList<>();
        contestants.add(single ? oursInSingle(re, im, n, threads) : oursInDouble(re, im, n, threads));
        FftwFourier.ofGrid(re, im, n, single).ifPresent(contestants::add);
        contestants.add(JTransformsFourier.ofGrid(re, im, n, single, threads));
        return contestants;
    }

    private static Contestant oursInDouble(double[] re, double[] im, int n, int threads) {
        Grid grid = Grid.of(n, n);
        DoubleFourierGridPlan plan = DoubleFourierGridPlan.of(grid);
        Parallelism parallelism = Parallelism.threads(threads);
        Workspace workspace = new Workspace();
        double[] outRe = new double[re.length];
        double[] outIm = new double[im.length];
        return new Timed(
                Result.OURS,
                () -> plan.transform(re, im, grid, outRe, outIm, grid, workspace, parallelism),
                () -> GaussianInput.joined(outRe, outIm));
    }

    private static Contestant oursInSingle(double[] re, double[] im, int n, int threads) {
        Grid grid = Grid.of(n, n);
        FloatFourierGridPlan plan = FloatFourierGridPlan.of(grid);
        Parallelism parallelism = Parallelism.threads(threads);
        Workspace workspace = new Workspace();
        float[] inRe = Precision.narrowed(re);
        float[] inIm = Precision.narrowed(im);
        float[] outRe = new float[re.length];
        float[] outIm = new float[im.length];
        return new Timed(
                Result.OURS,
                () -> plan.transform(inRe, inIm, grid, outRe, outIm, grid, workspace, parallelism),
                () -> GaussianInput.joined(Precision.widened(outRe), Precision.widened(outIm)));
    }
}
