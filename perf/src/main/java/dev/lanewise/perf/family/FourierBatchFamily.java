package dev.lanewise.perf.family;

import dev.lanewise.perf.duel.Contestant;
import dev.lanewise.perf.duel.Match;
import dev.lanewise.perf.peer.FftwFourier;
import dev.lanewise.perf.peer.JTransformsFourier;
import java.util.ArrayList;
import java.util.List;

/** The complex Fourier transforms of many short rows, {@code 2^16} numbers in all: the size is that of a row. */
final class FourierBatchFamily implements Family {
    private static final int NUMBERS = 1 << 16;

    @Override
    public String name() {
        return "fft-batch";
    }

    @Override
    public List<Match> matches(boolean quick, int threads) {
        List<Match> matches = new ArrayList<>();
        for (int n : quick ? new int[] {64, 1000} : new int[] {8, 16, 32, 64, 128, 256, 512, 1024, 60, 100, 1000}) {
            int rows = NUMBERS / n;
            for (boolean single : new boolean[] {true, false}) {
                matches.add(new Match(
                        name(),
                        single ? "f32" : "f64",
                        n,
                        rows * FourierSizes.operations(n),
                        4.0 * rows * n * (single ? Float.BYTES : Double.BYTES),
                        FourierSizes.tolerance(n, single),
                        () -> contestants(rows, n, single, threads)));
            }
        }
        return matches;
    }

    private static List<Contestant> contestants(int rows, int n, boolean single, int threads) {
        double[] re = GaussianInput.of(rows * n, 1);
        double[] im = GaussianInput.of(rows * n, 2);
        List<Contestant> contestants = new ArrayList<>();
        contestants.add(OurFourier.ofRows(re, im, n, single, threads));
        FftwFourier.ofRows(re, im, n, single).ifPresent(contestants::add);
        contestants.add(JTransformsFourier.ofRows(re, im, n, single, threads));
        return contestants;
    }
}
