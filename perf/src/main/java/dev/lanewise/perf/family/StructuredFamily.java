package dev.lanewise.perf.family;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.DoubleRealFourierPlan;
import dev.lanewise.engine.fourier.FastLengths;
import dev.lanewise.engine.hadamard.DoubleHadamardPlan;
import dev.lanewise.engine.matmul.DoubleMatrixProduct;
import dev.lanewise.perf.duel.Contestant;
import dev.lanewise.perf.duel.Match;
import dev.lanewise.perf.duel.Result;
import dev.lanewise.perf.peer.EjmlSparse;
import dev.lanewise.perf.peer.OjAlgoSparse;
import dev.lanewise.perf.peer.SparseMatrix;
import dev.lanewise.structured.DoubleBlockDiagonal;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleDiagonal;
import dev.lanewise.structured.DoubleHadamard;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleMonarchMap;
import dev.lanewise.structured.DoublePermutation;
import dev.lanewise.structured.DoubleSparseMap;
import dev.lanewise.structured.DoubleToeplitzMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Structured matrices in double, each beside what it is measured by: a Toeplitz matrix beside its transforms, a sparse one beside
 * peers, blocks beside a product of full matrices of as many operations and one that moves as much memory, a composed map beside
 * its kernels called by hand.
 */
final class StructuredFamily implements Family {
    private static final int VECTORS = 512;

    /** How many vectors go through blocks, and how they lie. */
    private record Vectors(int count, boolean areRows) {
        String suffix() {
            return areRows ? "" : "-columns-" + count;
        }

        Layout layout(int n) {
            return areRows ? Layout.rows(0, count, n) : Layout.columns(0, count, count);
        }
    }

    private static final List<Vectors> BATCHES =
            List.of(new Vectors(VECTORS, true), new Vectors(VECTORS, false), new Vectors(64, false));

    private static final List<Vectors> COMPOSED = List.of(new Vectors(64, true), new Vectors(64, false));

    private static final int SIDE_BY_SIDE = 16;
    private static final int PER_ROW = 10;

    /** It counts elements in an int, and takes a minute to make a matrix of this order. */
    private static final int MOST_OF_OJALGO = 10_000;

    @Override
    public String name() {
        return "structured";
    }

    @Override
    public List<Match> matches(boolean quick, int threads) {
        Parallelism parallelism = Parallelism.threads(threads);
        List<Match> matches = new ArrayList<>();
        for (int n : quick ? new int[] {1 << 16} : new int[] {1 << 10, 1 << 13, 1 << 16, 1 << 20}) {
            matches.add(match("toeplitz", n, 0, 2, () -> toeplitz(n, parallelism)));
        }
        for (int n : quick ? new int[] {10_000, 100_000} : new int[] {1000, 10_000, 100_000, 1_000_000}) {
            double operations = 2.0 * PER_ROW * n;
            matches.add(match("sparse", n, operations, 1, () -> sparse(n, 1, parallelism)));
            matches.add(match(
                    "sparse-block",
                    n,
                    SIDE_BY_SIDE * operations,
                    SIDE_BY_SIDE,
                    () -> sparse(n, SIDE_BY_SIDE, parallelism)));
        }
        for (int m : quick ? new int[] {32, 64} : new int[] {16, 32, 64, 128}) {
            for (Vectors vectors : BATCHES) {
                matches.add(blocks(
                        "block-diagonal", vectors, m, 1, () -> DoubleBlockDiagonal.of(squares(m, 2)), parallelism));
                matches.add(blocks(
                        "monarch",
                        vectors,
                        m,
                        2,
                        () -> DoubleMonarchMap.of(squares(m, 2), squares(m, 1002)),
                        parallelism));
            }
        }
        for (int n : quick ? new int[] {4096} : new int[] {256, 1024, 4096, 16384}) {
            matches.add(match("composed", n, 0, 2, () -> composed(n)));
        }
        for (int m : quick ? new int[] {64} : new int[] {16, 32, 64}) {
            for (Vectors vectors : COMPOSED) {
                int n = m * m;
                String suffix = vectors.areRows() ? "-rows-" + vectors.count() : vectors.suffix();
                matches.add(match("composed-product" + suffix, n, 0, vectors.count(), () -> product(m, vectors)));
                matches.add(match("composed-sum" + suffix, n, 0, vectors.count(), () -> sum(m, vectors)));
            }
        }
        return matches;
    }

    /** Sums of up to some hundred products of Gaussian numbers, or transforms: relative to the largest, far below this. */
    static Match match(
            String benchmark, int n, double operations, int vectors, Supplier<List<Contestant>> contestants) {
        return new Match(benchmark, "f64", n, operations, 2.0 * vectors * n * Double.BYTES, 0x1p-40, contestants);
    }

    static Contestant ours(DoubleLinearMap map, double[] x, Layout layout, Parallelism parallelism) {
        double[] y = new double[x.length];
        Workspace workspace = new Workspace();
        return new Timed(Result.OURS, () -> map.apply(x, layout, y, layout, workspace, parallelism), y::clone);
    }

    private static List<Contestant> toeplitz(int n, Parallelism parallelism) {
        double[] column = GaussianInput.of(n, 1), row = GaussianInput.of(n, 2), x = GaussianInput.of(n, 3);
        row[0] = column[0];
        int length = FastLengths.nextFastRealLength(2 * n - 1);
        DoubleRealFourierPlan plan = DoubleRealFourierPlan.of(length);
        double[] padded = Arrays.copyOf(x, length);
        double[] re = new double[plan.coefficients()], im = new double[plan.coefficients()];
        Layout one = Layout.contiguous(0);
        Workspace workspace = new Workspace();
        Contestant transforms = new Timed(
                "two transforms",
                () -> {
                    plan.forward(padded, one, re, im, one, workspace, parallelism);
                    plan.inverse(re, im, one, padded, one, workspace, parallelism);
                },
                () -> null);
        return List.of(ours(DoubleToeplitzMap.of(column, row), x, one, parallelism), transforms);
    }

    private static List<Contestant> sparse(int n, int count, Parallelism parallelism) {
        SparseMatrix matrix = SparseMatrix.random(n, PER_ROW);
        int[] starts = new int[n + 1];
        Arrays.setAll(starts, i -> i * PER_ROW);
        double[] x = GaussianInput.of(n * count, 1);
        DoubleLinearMap map = DoubleSparseMap.of(n, n, starts, matrix.columns(), matrix.values());
        List<Contestant> contestants = new ArrayList<>();
        contestants.add(ours(map, x, Layout.columns(0, count, count), parallelism));
        contestants.add(new EjmlSparse(matrix, x, count));
        if (n <= MOST_OF_OJALGO) {
            contestants.add(new OjAlgoSparse(matrix, x, count));
        }
        return contestants;
    }

    private static List<DoubleDenseMap> squares(int m, int seed) {
        List<DoubleDenseMap> blocks = new ArrayList<>();
        for (int i = 0; i < m; i++) {
            blocks.add(DoubleDenseMap.of(m, m, GaussianInput.of(m * m, seed + i)));
        }
        return blocks;
    }

    /** Layers of m blocks of m x m, beside a full product of as many operations. */
    private static Match blocks(
            String benchmark,
            Vectors vectors,
            int m,
            int layers,
            Supplier<DoubleLinearMap> map,
            Parallelism parallelism) {
        int n = m * m, count = vectors.count();
        double multiplyAdds = (double) layers * count * m * n;
        return match(benchmark + vectors.suffix(), n, 2 * multiplyAdds, count, () -> {
            double[] x = GaussianInput.of(count * n, 1);
            return List.of(
                    ours(map.get(), x, vectors.layout(n), parallelism),
                    product(multiplyAdds, parallelism),
                    wideProduct(x, m, layers, parallelism));
        });
    }

    /** Of one block and all vectors cut into columns as long as it: as many operations as all blocks take, and as much memory. */
    private static Contestant wideProduct(double[] x, int m, int layers, Parallelism parallelism) {
        double[] block = GaussianInput.of(m * m, 2), between = new double[layers > 1 ? x.length : 0];
        double[] y = new double[x.length];
        MatrixLayout left = MatrixLayout.of(m, m), wide = MatrixLayout.of(m, x.length / m);
        Workspace workspace = new Workspace();
        return new Timed(
                "wide product",
                () -> {
                    double[] in = x;
                    if (layers > 1) {
                        DoubleMatrixProduct.multiply(1, block, left, x, wide, 0, between, wide, workspace, parallelism);
                        in = between;
                    }
                    DoubleMatrixProduct.multiply(1, block, left, in, wide, 0, y, wide, workspace, parallelism);
                },
                () -> null);
    }

    /** Of two full matrices that takes so many multiply-adds, more or less. */
    static Contestant product(double multiplyAdds, Parallelism parallelism) {
        int m = (int) Math.max(64, Math.min(VECTORS, 8 * Math.round(Math.cbrt(multiplyAdds) / 8))),
                k = Math.min(m, 256);
        int n = (int) Math.max(1, multiplyAdds / m / k);
        double[] a = GaussianInput.of(m * k, 5), b = GaussianInput.of(k * n, 6), c = new double[m * n];
        MatrixLayout left = MatrixLayout.of(m, k), right = MatrixLayout.of(k, n), out = MatrixLayout.of(m, n);
        Workspace workspace = new Workspace();
        return new Timed(
                "full product",
                () -> DoubleMatrixProduct.multiply(1, a, left, b, right, 0, c, out, workspace, parallelism),
                () -> null);
    }

    private static List<Contestant> composed(int n) {
        double[] d = GaussianInput.of(n, 1), e = GaussianInput.of(n, 2), x = GaussianInput.of(n, 3);
        DoubleLinearMap hadamard = DoubleHadamard.of(n, Normalization.ORTHO);
        DoubleLinearMap map = hadamard.times(DoubleDiagonal.of(d))
                .times(hadamard)
                .times(DoubleDiagonal.of(e))
                .times(hadamard);
        DoubleHadamardPlan plan = DoubleHadamardPlan.of(n).normalized(Normalization.ORTHO);
        double[] y = new double[n];
        Workspace workspace = new Workspace();
        Contestant byHand = new Timed(
                "by hand",
                () -> {
                    plan.transform(x, 0, y, 0, workspace);
                    scale(y, e);
                    plan.transform(y, 0, y, 0, workspace);
                    scale(y, d);
                    plan.transform(y, 0, y, 0, workspace);
                },
                y::clone);
        return List.of(ours(map, x, Layout.contiguous(0), Parallelism.NONE), byHand);
    }

    /** A product of blocks, a diagonal and a permutation on a block of vectors, beside one after the other. */
    private static List<Contestant> product(int m, Vectors vectors) {
        int n = m * m;
        DoubleLinearMap blocks = DoubleBlockDiagonal.of(squares(m, 2)),
                diagonal = DoubleDiagonal.of(GaussianInput.of(n, 1)),
                shuffle = DoublePermutation.stride(n, m);
        double[] x = GaussianInput.of(n * vectors.count(), 3), a = new double[x.length], b = new double[x.length];
        Layout layout = vectors.layout(n);
        Workspace workspace = new Workspace();
        Contestant byHand = new Timed(
                "by hand",
                () -> {
                    shuffle.apply(x, layout, a, layout, workspace, Parallelism.NONE);
                    diagonal.apply(a, layout, b, layout, workspace, Parallelism.NONE);
                    blocks.apply(b, layout, a, layout, workspace, Parallelism.NONE);
                },
                a::clone);
        return List.of(ours(blocks.times(diagonal).times(shuffle), x, layout, Parallelism.NONE), byHand);
    }

    /** A sum of blocks and a diagonal on a block of vectors, beside one after the other and a loop. */
    private static List<Contestant> sum(int m, Vectors vectors) {
        int n = m * m;
        DoubleLinearMap blocks = DoubleBlockDiagonal.of(squares(m, 2)),
                diagonal = DoubleDiagonal.of(GaussianInput.of(n, 1));
        double[] x = GaussianInput.of(n * vectors.count(), 3), y = new double[x.length], term = new double[x.length];
        Layout layout = vectors.layout(n);
        Workspace workspace = new Workspace();
        Contestant byHand = new Timed(
                "by hand",
                () -> {
                    blocks.apply(x, layout, y, layout, workspace, Parallelism.NONE);
                    diagonal.apply(x, layout, term, layout, workspace, Parallelism.NONE);
                    for (int i = 0; i < y.length; i++) {
                        y[i] += term[i];
                    }
                },
                y::clone);
        return List.of(ours(blocks.plus(diagonal), x, layout, Parallelism.NONE), byHand);
    }

    private static void scale(double[] y, double[] d) {
        for (int i = 0; i < y.length; i++) {
            y[i] *= d[i];
        }
    }
}
