package dev.lanewise.perf.family;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.matmul.Diagonal;
import dev.lanewise.engine.matmul.Triangle;
import dev.lanewise.engine.random.Philox;
import dev.lanewise.engine.trigonometric.TrigonometricKind;
import dev.lanewise.perf.duel.Contestant;
import dev.lanewise.perf.duel.Match;
import dev.lanewise.perf.duel.Result;
import dev.lanewise.perf.peer.SparseMatrix;
import dev.lanewise.structured.DoubleBandedMap;
import dev.lanewise.structured.DoubleBlockDiagonal;
import dev.lanewise.structured.DoubleCirculantMap;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleDiagonal;
import dev.lanewise.structured.DoubleDiagonalPlusLowRank;
import dev.lanewise.structured.DoubleFourierMap;
import dev.lanewise.structured.DoubleGivensChain;
import dev.lanewise.structured.DoubleHadamard;
import dev.lanewise.structured.DoubleHankelMap;
import dev.lanewise.structured.DoubleHouseholderProduct;
import dev.lanewise.structured.DoubleKroneckerProduct;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleLowRankMap;
import dev.lanewise.structured.DoubleMonarchMap;
import dev.lanewise.structured.DoublePermutation;
import dev.lanewise.structured.DoubleSignDiagonal;
import dev.lanewise.structured.DoubleSparseMap;
import dev.lanewise.structured.DoubleToeplitzMap;
import dev.lanewise.structured.DoubleTriangularMap;
import dev.lanewise.structured.DoubleTrigonometricMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Every map of order n in double on some vectors, rows of a matrix, beside the same as a matrix that is written out. */
final class MapFamily implements Family {
    private static final int VECTORS = 64;
    private static final int RANK = 32;
    private static final int PER_ROW = 10;
    private static final int BAND = 5;

    @Override
    public String name() {
        return "maps";
    }

    @Override
    public List<Match> matches(boolean quick, int threads) {
        List<Match> matches = new ArrayList<>();
        for (int n : quick ? new int[] {4096} : new int[] {256, 1024, 4096}) {
            maps().forEach((name, maker) -> matches.add(new Match(
                    "map-" + name,
                    "f64",
                    n,
                    0,
                    2.0 * VECTORS * n * Double.BYTES,
                    1,
                    () -> contestants(n, maker.apply(n), threads))));
        }
        return matches;
    }

    private static List<Contestant> contestants(int n, DoubleLinearMap map, int threads) {
        DoubleLinearMap dense = DoubleDenseMap.of(n, n, GaussianInput.of(n * n, 1));
        return List.of(applied(Result.OURS, map, threads), applied("written out", dense, threads));
    }

    private static Contestant applied(String name, DoubleLinearMap map, int threads) {
        double[] x = GaussianInput.of(VECTORS * map.cols(), 2), y = new double[VECTORS * map.rows()];
        Layout from = Layout.rows(0, VECTORS, map.cols()), to = Layout.rows(0, VECTORS, map.rows());
        Workspace workspace = new Workspace();
        Parallelism parallelism = Parallelism.threads(threads);
        boolean isOurs = name.equals(Result.OURS);
        Runnable work = () -> map.apply(x, from, y, to, workspace, parallelism);
        return new Timed(name, work, () -> isOurs ? y.clone() : null);
    }

    private static Map<String, IntFunction<DoubleLinearMap>> maps() {
        Map<String, IntFunction<DoubleLinearMap>> maps = new LinkedHashMap<>();
        maps.put("diagonal", n -> DoubleDiagonal.of(GaussianInput.of(n, 1)));
        maps.put("permutation", n -> DoublePermutation.stride(n, side(n)));
        maps.put("hadamard", n -> DoubleHadamard.of(n, Normalization.ORTHO));
        maps.put("fourier", n -> DoubleFourierMap.of(n / 2, Normalization.ORTHO));
        maps.put("cosine", n -> DoubleTrigonometricMap.of(TrigonometricKind.DCT2, n, Normalization.ORTHO));
        maps.put("circulant", n -> DoubleCirculantMap.of(GaussianInput.of(n, 1)));
        maps.put("toeplitz", n -> DoubleToeplitzMap.symmetric(GaussianInput.of(n, 1)));
        maps.put("hankel", n -> DoubleHankelMap.of(n, GaussianInput.of(2 * n - 1, 1)));
        maps.put("sparse", MapFamily::sparse);
        maps.put("banded", n -> DoubleBandedMap.of(n, n, BAND, BAND, GaussianInput.of((2 * BAND + 1) * n, 1)));
        maps.put(
                "triangular",
                n -> DoubleTriangularMap.of(n, Triangle.LOWER, Diagonal.STORED, GaussianInput.of(n * n, 1)));
        maps.put("blocks", n -> DoubleBlockDiagonal.of(squares(side(n))));
        maps.put("monarch", n -> DoubleMonarchMap.of(squares(side(n)), squares(side(n))));
        maps.put("block-dense", MapFamily::blockDense);
        maps.put("butterfly", n -> ButterflyFamily.random(ButterflyFamily.pairs(n)));
        maps.put("kronecker", n -> DoubleKroneckerProduct.power(squares(side(n)).getFirst(), 2));
        maps.put("low-rank", MapFamily::lowRank);
        maps.put(
                "low-rank-plus",
                n -> DoubleDiagonalPlusLowRank.of(DoubleDiagonal.of(GaussianInput.of(n, 1)), lowRank(n)));
        maps.put("low-rank-and-sparse", n -> lowRank(n).plus(sparse(n)));
        maps.put("householder", n -> DoubleHouseholderProduct.of(n, RANK, GaussianInput.of(RANK * n, 1)));
        maps.put("givens", MapFamily::givens);
        maps.put("rotation", n -> DoubleHadamard.of(n, Normalization.ORTHO)
                .times(DoubleSignDiagonal.random(n, new Philox(1, 1))));
        return maps;
    }

    private static int side(int n) {
        return 1 << Integer.numberOfTrailingZeros(n) / 2;
    }

    private static List<DoubleDenseMap> squares(int m) {
        List<DoubleDenseMap> blocks = new ArrayList<>();
        for (int i = 0; i < m; i++) {
            blocks.add(DoubleDenseMap.of(m, m, GaussianInput.of(m * m, i)));
        }
        return blocks;
    }

    /** Each of some blocks makes few numbers of many, and a dense map takes all of these. */
    private static DoubleLinearMap blockDense(int n) {
        int side = side(n), each = n / side, few = Math.max(1, each / 16);
        List<DoubleDenseMap> blocks = new ArrayList<>();
        for (int i = 0; i < side; i++) {
            blocks.add(DoubleDenseMap.of(few, each, GaussianInput.of(few * each, i)));
        }
        int rank = few * side;
        return DoubleDenseMap.of(n, rank, GaussianInput.of(n * rank, 3)).times(DoubleBlockDiagonal.of(blocks));
    }

    private static DoubleLowRankMap lowRank(int n) {
        return DoubleLowRankMap.of(
                DoubleDenseMap.of(n, RANK, GaussianInput.of(n * RANK, 3)),
                DoubleDenseMap.of(n, RANK, GaussianInput.of(n * RANK, 4)));
    }

    private static DoubleLinearMap sparse(int n) {
        SparseMatrix matrix = SparseMatrix.random(n, PER_ROW);
        int[] starts = new int[n + 1];
        Arrays.setAll(starts, i -> i * PER_ROW);
        return DoubleSparseMap.of(n, n, starts, matrix.columns(), matrix.values());
    }

    private static DoubleLinearMap givens(int n) {
        int[] first = new int[n - 1], second = new int[n - 1];
        for (int i = 0; i < n - 1; i++) {
            first[i] = i;
            second[i] = i + 1;
        }
        return DoubleGivensChain.ofAngles(n, first, second, GaussianInput.of(n - 1, 1));
    }
}
