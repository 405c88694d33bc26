package dev.lanewise.perf.family;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.matmul.DoubleMatrixProduct;
import dev.lanewise.engine.matmul.FloatMatrixProduct;
import dev.lanewise.perf.duel.Contestant;
import dev.lanewise.perf.duel.Match;
import dev.lanewise.perf.duel.Precision;
import dev.lanewise.perf.duel.Result;
import dev.lanewise.perf.peer.DenseProduct;
import dev.lanewise.perf.peer.EjmlProduct;
import dev.lanewise.perf.peer.NetlibProduct;
import dev.lanewise.perf.peer.OjAlgoProduct;
import dev.lanewise.perf.peer.OpenBlasProduct;
import java.util.ArrayList;
import java.util.List;

/** The product of two square matrices of n x n. */
final class MatrixProductFamily implements Family {
    private static final int[] ALL = {4, 8, 16, 32, 64, 128, 192, 256, 384, 512, 768, 1024, 1536};
    private static final int[] FEW = {8, 32, 128, 512, 1024};

    @Override
    public String name() {
        return "gemm";
    }

    @Override
    public List<Match> matches(boolean quick, int threads) {
        List<Match> matches = new ArrayList<>();
        for (int n : quick ? FEW : ALL) {
            for (boolean single : new boolean[] {true, false}) {
                // Elements are sums of n products of Gaussian numbers: the largest is above sqrt(n), the error below n
                // u n.
                double tolerance = 2.0 * n * Math.sqrt(n) * (single ? 0x1p-24 : 0x1p-53);
                matches.add(new Match(
                        name(),
                        single ? "f32" : "f64",
                        n,
                        2.0 * n * n * n,
                        3.0 * n * n * (single ? Float.BYTES : Double.BYTES),
                        tolerance,
                        () -> contestants(n, single, threads)));
            }
        }
        return matches;
    }

    private static List<Contestant> contestants(int n, boolean single, int threads) {
        DenseProduct product =
                new DenseProduct(n, n, n, false, single, GaussianInput.of(n * n, 1), GaussianInput.of(n * n, 2));
        List<Contestant> contestants = new ArrayList<>();
        contestants.add(single ? ofFloats(product, threads) : ofDoubles(product, threads));
        contestants.add(EjmlProduct.of(product));
        contestants.add(new OjAlgoProduct(product));
        contestants.add(NetlibProduct.vector(product));
        OpenBlasProduct.of(product, threads).ifPresent(contestants::add);
        return contestants;
    }

    private static Contestant ofDoubles(DenseProduct product, int threads) {
        double[] a = product.a().clone(), b = product.b().clone(), c = new double[product.m() * product.n()];
        MatrixLayout square = MatrixLayout.of(product.m(), product.n());
        Workspace workspace = new Workspace();
        Parallelism parallelism = Parallelism.threads(threads);
        return new Timed(
                Result.OURS,
                () -> DoubleMatrixProduct.multiply(1, a, square, b, square, 0, c, square, workspace, parallelism),
                c::clone);
    }

    private static Contestant ofFloats(DenseProduct product, int threads) {
        float[] a = Precision.narrowed(product.a()), b = Precision.narrowed(product.b());
        float[] c = new float[product.m() * product.n()];
        MatrixLayout square = MatrixLayout.of(product.m(), product.n());
        Workspace workspace = new Workspace();
        Parallelism parallelism = Parallelism.threads(threads);
        return new Timed(
                Result.OURS,
                () -> FloatMatrixProduct.multiply(1, a, square, b, square, 0, c, square, workspace, parallelism),
                () -> Precision.widened(c));
    }
}
