package dev.lanewise.perf.family;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.butterfly.ButterflyPattern;
import dev.lanewise.engine.trigonometric.TrigonometricKind;
import dev.lanewise.perf.duel.Contestant;
import dev.lanewise.perf.duel.Match;
import dev.lanewise.structured.DoubleButterflyMap;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.butterfly.DoubleButterflyTransforms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Butterfly matrices in double on vectors side by side, beside a product of full matrices of as many operations, which shows what the core
 * can do, and beside the same matrix written out: classic ones, those of the Fourier and the cosine transform, and two large factors.
 */
final class ButterflyFamily implements Family {
    private static final int VECTORS = 64;

    @Override
    public String name() {
        return "butterfly";
    }

    @Override
    public List<Match> matches(boolean quick, int threads) {
        Parallelism parallelism = Parallelism.threads(threads);
        List<Match> matches = new ArrayList<>();
        for (int n : quick ? new int[] {1024, 4096} : new int[] {64, 256, 1024, 4096, 16384}) {
            add(matches, "butterfly", n, random(pairs(n)), parallelism);
            add(
                    matches,
                    "butterfly-fourier",
                    n,
                    DoubleButterflyTransforms.fourier(n, Normalization.ORTHO),
                    parallelism);
            add(
                    matches,
                    "butterfly-cosine",
                    n,
                    DoubleButterflyTransforms.trigonometric(TrigonometricKind.DCT2, n, Normalization.ORTHO),
                    parallelism);
        }
        for (int m : quick ? new int[] {64} : new int[] {16, 32, 64, 128}) {
            add(matches, "butterfly-of-two", m * m, random(m, m), parallelism);
        }
        return matches;
    }

    private static void add(
            List<Match> matches, String benchmark, int n, DoubleLinearMap map, Parallelism parallelism) {
        double operations = (double) VECTORS * map.operations();
        matches.add(StructuredFamily.match(
                benchmark, n, operations, VECTORS, () -> contestants(map, operations, parallelism)));
    }

    /** The radices of the classic butterfly of an order that is a power of two. */
    static int[] pairs(int n) {
        int[] pairs = new int[Integer.numberOfTrailingZeros(n)];
        Arrays.fill(pairs, 2);
        return pairs;
    }

    /** A butterfly of random values that keeps norms, more or less. */
    static DoubleLinearMap random(int... radices) {
        List<ButterflyPattern> patterns = ButterflyPattern.ofRadices(radices);
        double[][] values = new double[patterns.size()][];
        for (int l = 0; l < values.length; l++) {
            values[l] = GaussianInput.of(patterns.get(l).entries(), l);
            for (int i = 0; i < values[l].length; i++) {
                values[l][i] /= Math.sqrt(radices[l]);
            }
        }
        return DoubleButterflyMap.of(patterns, values);
    }

    private static List<Contestant> contestants(DoubleLinearMap map, double operations, Parallelism parallelism) {
        int n = map.cols();
        double[] x = GaussianInput.of(VECTORS * n, 1);
        Layout columns = Layout.columns(0, VECTORS, VECTORS);
        List<Contestant> contestants = new ArrayList<>();
        contestants.add(StructuredFamily.ours(map, x, columns, parallelism));
        contestants.add(StructuredFamily.product(operations / 2, parallelism));
        if (n <= 4096) {
            contestants.add(writtenOut(map, x, columns, parallelism));
        }
        return contestants;
    }

    /** The same map as a dense one. */
    static Contestant writtenOut(DoubleLinearMap map, double[] x, Layout layout, Parallelism parallelism) {
        DoubleLinearMap dense = DoubleDenseMap.of(map.rows(), map.cols(), map.toDense());
        double[] y = new double[x.length / map.cols() * map.rows()];
        Workspace workspace = new Workspace();
        return new Timed("written out", () -> dense.apply(x, layout, y, layout, workspace, parallelism), y::clone);
    }
}
