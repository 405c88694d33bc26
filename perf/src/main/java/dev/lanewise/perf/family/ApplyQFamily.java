package dev.lanewise.perf.family;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.matmul.DoubleMatrixProduct;
import dev.lanewise.engine.matmul.FloatMatrixProduct;
import dev.lanewise.engine.qr.DoubleQr;
import dev.lanewise.engine.qr.FloatQr;
import dev.lanewise.perf.duel.Contestant;
import dev.lanewise.perf.duel.Match;
import dev.lanewise.perf.duel.Precision;
import dev.lanewise.perf.duel.Result;
import dev.lanewise.perf.peer.FactoredMatrix;
import dev.lanewise.perf.peer.OpenBlasQr;
import dev.lanewise.perf.peer.UpperTriangle;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code Q^T C} in a copy of C, both of n x n, by the n reflections that Q is kept as; beside our product of the Q^T that is formed
 * and C, which takes as many operations: the reflection of a column of {@code n - i} elements is {@code 4 (n - i)}, 2 n^2 in all.
 */
final class ApplyQFamily implements Family {
    @Override
    public String name() {
        return "apply-q";
    }

    @Override
    public List<Match> matches(boolean quick, int threads) {
        List<Match> matches = new ArrayList<>();
        for (int n : quick ? QrFamily.FEW : QrFamily.ALL) {
            for (boolean single : new boolean[] {true, false}) {
                // R^T Q^T C is off by 2 n u times the lengths of a column of A and of C, sqrt(n) each, as R^T R is in
                // QrFamily; and so is the other's. Elements of A^T C are sums of n products of Gaussian numbers: the
                // largest is above sqrt(n).
                double tolerance = 4.0 * n * Math.sqrt(n) * (single ? 0x1p-24 : 0x1p-53);
                // Read are C and the triangle of the reflections, C is written.
                matches.add(new Match(
                        name(),
                        single ? "f32" : "f64",
                        n,
                        2.0 * n * n * n,
                        2.5 * n * n * (single ? Float.BYTES : Double.BYTES),
                        tolerance,
                        () -> contestants(n, single, threads)));
            }
        }
        return matches;
    }

    private static List<Contestant> contestants(int n, boolean single, int threads) {
        FactoredMatrix matrix = new FactoredMatrix(n, single, GaussianInput.of(n * n, 1));
        double[] c = GaussianInput.of(n * n, 2);
        List<Contestant> contestants =
                new ArrayList<>(single ? ofFloats(matrix, c, threads) : ofDoubles(matrix, c, threads));
        OpenBlasQr.applying(matrix, c, threads).ifPresent(contestants::add);
        return contestants;
    }

    private static List<Contestant> ofDoubles(FactoredMatrix matrix, double[] input, int threads) {
        int n = matrix.n();
        MatrixLayout square = MatrixLayout.of(n, n);
        Workspace workspace = new Workspace();
        Parallelism parallelism = Threads.of(threads);
        DoubleQr qr = new DoubleQr(n, n);
        qr.factorize(matrix.elements(), square, workspace, parallelism);
        double[] r = new double[n * n], q = new double[n * n];
        qr.copyR(r, square);
        qr.copyQ(q, square.transposed(), workspace, parallelism);
        UpperTriangle upper = new UpperTriangle(n, r);
        double[] c = input.clone(), applied = new double[n * n], product = new double[n * n];
        return List.of(
                new Timed(
                        Result.OURS,
                        () -> {
                            System.arraycopy(c, 0, applied, 0, c.length);
                            qr.applyQTransposed(applied, square, workspace, parallelism);
                        },
                        () -> upper.transposedTimes(applied)),
                new Timed(
                        "our product",
                        () -> DoubleMatrixProduct.multiply(
                                1, q, square, c, square, 0, product, square, workspace, parallelism),
                        () -> upper.transposedTimes(product)));
    }

    private static List<Contestant> ofFloats(FactoredMatrix matrix, double[] input, int threads) {
        int n = matrix.n();
        MatrixLayout square = MatrixLayout.of(n, n);
        Workspace workspace = new Workspace();
        Parallelism parallelism = Threads.of(threads);
        FloatQr qr = new FloatQr(n, n);
        qr.factorize(Precision.narrowed(matrix.elements()), square, workspace, parallelism);
        float[] r = new float[n * n], q = new float[n * n];
        qr.copyR(r, square);
        qr.copyQ(q, square.transposed(), workspace, parallelism);
        UpperTriangle upper = new UpperTriangle(n, Precision.widened(r));
        float[] c = Precision.narrowed(input), applied = new float[n * n], product = new float[n * n];
        return List.of(
                new Timed(
                        Result.OURS,
                        () -> {
                            System.arraycopy(c, 0, applied, 0, c.length);
                            qr.applyQTransposed(applied, square, workspace, parallelism);
                        },
                        () -> upper.transposedTimes(Precision.widened(applied))),
                new Timed(
                        "our product",
                        () -> FloatMatrixProduct.multiply(
                                1, q, square, c, square, 0, product, square, workspace, parallelism),
                        () -> upper.transposedTimes(Precision.widened(product))));
    }
}
