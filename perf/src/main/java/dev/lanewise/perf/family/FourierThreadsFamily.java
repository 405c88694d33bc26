package dev.lanewise.perf.family;

import dev.lanewise.perf.duel.Contestant;
import dev.lanewise.perf.duel.Match;
import dev.lanewise.perf.peer.FftwFourier;
import java.util.ArrayList;
import java.util.List;

/**
 * What several threads, two if no more are asked for, gain on complex Fourier transforms of {@code 2^20} numbers: of one vector,
 * or of rows, whose length is the size; longer ones alone.
 */
final class FourierThreadsFamily implements Family {
    private static final int NUMBERS = 1 << 20;

    @Override
    public String name() {
        return "fft-threads";
    }

    @Override
    public List<Match> matches(boolean quick, int threads) {
        List<Match> matches = new ArrayList<>();
        for (int n : quick
                ? new int[] {1024, NUMBERS}
                : new int[] {256, 1000, 1024, 4096, NUMBERS, 2 * NUMBERS, 4 * NUMBERS}) {
            int rows = Math.max(1, NUMBERS / n);
            for (boolean single : new boolean[] {true, false}) {
                matches.add(new Match(
                        name(),
                        single ? "f32" : "f64",
                        n,
                        rows * FourierSizes.operations(n),
                        4.0 * rows * n * (single ? Float.BYTES : Double.BYTES),
                        FourierSizes.tolerance(n, single),
                        () -> contestants(rows, n, single, Math.max(2, threads))));
            }
        }
        return matches;
    }

    private static List<Contestant> contestants(int rows, int n, boolean single, int threads) {
        double[] re = GaussianInput.of(rows * n, 1);
        double[] im = GaussianInput.of(rows * n, 2);
        List<Contestant> contestants = new ArrayList<>();
        contestants.add(OurFourier.ofRows(re, im, n, single, threads));
        Contestant alone = OurFourier.ofRows(re, im, n, single, 1);
        contestants.add(new Timed("one thread", alone::run, alone::result));
        FftwFourier.ofRows(re, im, n, single).ifPresent(contestants::add);
        return contestants;
    }
}
