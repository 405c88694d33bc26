package dev.lanewise.perf.family;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.perf.duel.Contestant;
import dev.lanewise.perf.duel.Match;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleKroneckerProduct;
import dev.lanewise.structured.DoubleLinearMap;
import java.util.ArrayList;
import java.util.List;

/**
 * Kronecker products of square matrices in double on blocks of vectors that are rows, beside a product of full matrices of as many
 * operations and beside the same matrix written out.
 */
final class KroneckerFamily implements Family {
    private static final int MOST_WRITTEN_OUT = 4096;

    @Override
    public String name() {
        return "kronecker";
    }

    @Override
    public List<Match> matches(boolean quick, int threads) {
        Parallelism parallelism = Parallelism.threads(threads);
        List<Match> matches = new ArrayList<>();
        add(matches, 64, 2, 64, parallelism);
        add(matches, 16, 4, 8, parallelism);
        if (!quick) {
            add(matches, 16, 2, 256, parallelism);
            add(matches, 256, 2, 8, parallelism);
            add(matches, 32, 3, 8, parallelism);
            add(matches, 4, 6, 64, parallelism);
        }
        return matches;
    }

    private static void add(List<Match> matches, int m, int factors, int vectors, Parallelism parallelism) {
        int n = Math.toIntExact(Math.round(Math.pow(m, factors)));
        double operations = 2.0 * vectors * n * m * factors;
        matches.add(StructuredFamily.match(
                "kronecker-" + m,
                n,
                operations,
                vectors,
                () -> contestants(m, factors, vectors, operations, parallelism)));
    }

    private static List<Contestant> contestants(
            int m, int factors, int vectors, double operations, Parallelism parallelism) {
        List<DoubleLinearMap> parts = new ArrayList<>();
        for (int i = 0; i < factors; i++) {
            parts.add(DoubleDenseMap.of(m, m, GaussianInput.of(m * m, i + 1)));
        }
        DoubleLinearMap map = DoubleKroneckerProduct.of(parts);
        double[] x = GaussianInput.of(vectors * map.cols(), 9);
        Layout rows = Layout.rows(0, vectors, map.cols());
        List<Contestant> contestants = new ArrayList<>();
        contestants.add(StructuredFamily.ours(map, x, rows, parallelism));
        contestants.add(StructuredFamily.product(operations / 2, parallelism));
        if (map.cols() <= MOST_WRITTEN_OUT) {
            contestants.add(ButterflyFamily.writtenOut(map, x, rows, parallelism));
        }
        return contestants;
    }
}
