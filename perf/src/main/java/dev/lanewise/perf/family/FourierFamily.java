package dev.lanewise.perf.family;

import dev.lanewise.perf.duel.Contestant;
import dev.lanewise.perf.duel.Match;
import dev.lanewise.perf.peer.FftwFourier;
import dev.lanewise.perf.peer.JTransformsFourier;
import java.util.ArrayList;
import java.util.List;

/**
 * One complex Fourier transform, forward and without a factor, from one place to another. Ours has real and imaginary parts
 * in arrays of their own, the peers have them alternate, each as suits it best.
 */
final class FourierFamily implements Family {
    @Override
    public String name() {
        return "fft";
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
                        FourierSizes.operations(n),
                        4.0 * n * (single ? Float.BYTES : Double.BYTES),
                        FourierSizes.tolerance(n, single),
                        () -> contestants(n, single, threads)));
            }
        }
        return matches;
    }

    private static List<Contestant> contestants(int n, boolean single, int threads) {
        double[] re = GaussianInput.of(n, 1);
        double[] im = GaussianInput.of(n, 2);
        List<Contestant> contestants = new ArrayList<>();
        contestants.add(OurFourier.ofRows(re, im, n, single, threads));
        FftwFourier.of(re, im, single).ifPresent(contestants::add);
        contestants.add(JTransformsFourier.of(re, im, single, threads));
        return contestants;
    }
}
