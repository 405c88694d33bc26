package dev.lanewise.perf.family;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.qr.DoubleCholeskyQr;
import dev.lanewise.engine.qr.DoubleQr;
import dev.lanewise.engine.qr.DoubleTallQr;
import dev.lanewise.engine.qr.FloatCholeskyQr;
import dev.lanewise.engine.qr.FloatQr;
import dev.lanewise.engine.qr.FloatTallQr;
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
 * The QR factorisation of a copy of a matrix of n x 32, n being the size; beside our own of whole columns, and of products of
 * matrices, which gives Q as numbers where all others leave it as reflections.
 */
final class TallQrFamily implements Family {
    private static final int COLUMNS = 32;
    private static final int[] ALL = {1024, 4096, 16384, 65536, 262144, 1000000};
    private static final int[] FEW = {4096, 65536, 1000000};

    @Override
    public String name() {
        return "tall-qr";
    }

    @Override
    public List<Match> matches(boolean quick, int threads) {
        List<Match> matches = new ArrayList<>();
        for (int m : quick ? FEW : ALL) {
            for (boolean single : new boolean[] {true, false}) {
                // As of QrFamily, where sqrt(m n) is n: A^T A is off by that many u times its largest element, by each.
                double tolerance = 4 * Math.sqrt((double) m * COLUMNS) * (single ? 0x1p-24 : 0x1p-53);
                matches.add(new Match(
                        name(),
                        single ? "f32" : "f64",
                        m,
                        2.0 * m * COLUMNS * COLUMNS - 2.0 / 3 * COLUMNS * COLUMNS * COLUMNS,
                        2.0 * m * COLUMNS * (single ? Float.BYTES : Double.BYTES),
                        tolerance,
                        () -> contestants(m, single, threads)));
            }
        }
        return matches;
    }

    private static List<Contestant> contestants(int m, boolean single, int threads) {
        FactoredMatrix matrix = new FactoredMatrix(m, COLUMNS, single, GaussianInput.of(m * COLUMNS, 1));
        Parallelism parallelism = Threads.of(threads);
        List<Contestant> contestants =
                new ArrayList<>(single ? ofFloats(matrix, parallelism) : ofDoubles(matrix, parallelism));
        OpenBlasQr.factorizing(matrix, threads).ifPresent(contestants::add);
        return contestants;
    }

    private static List<Contestant> ofDoubles(FactoredMatrix matrix, Parallelism parallelism) {
        int m = matrix.m(), n = matrix.n();
        double[] a = matrix.elements(), q = new double[m * n], r = new double[n * n], rOfQ = new double[n * n];
        MatrixLayout layout = MatrixLayout.of(m, n), square = MatrixLayout.of(n, n);
        Workspace workspace = new Workspace();
        DoubleTallQr tall = new DoubleTallQr(m, n);
        DoubleQr whole = new DoubleQr(m, n);
        DoubleCholeskyQr cholesky = new DoubleCholeskyQr(m, n);
        return List.of(
                new Timed(Result.OURS, () -> tall.factorize(a, layout, workspace, parallelism), () -> {
                    tall.copyR(r, square);
                    return new UpperTriangle(n, r).gram();
                }),
                new Timed("our blocked", () -> whole.factorize(a, layout, workspace, parallelism), () -> {
                    whole.copyR(r, square);
                    return new UpperTriangle(n, r).gram();
                }),
                new Timed(
                        "our Cholesky QR",
                        () -> cholesky.factorize(a, layout, q, layout, rOfQ, square, workspace, parallelism),
                        () -> new UpperTriangle(n, rOfQ).gram()));
    }

    private static List<Contestant> ofFloats(FactoredMatrix matrix, Parallelism parallelism) {
        int m = matrix.m(), n = matrix.n();
        float[] a = Precision.narrowed(matrix.elements());
        float[] q = new float[m * n], r = new float[n * n], rOfQ = new float[n * n];
        MatrixLayout layout = MatrixLayout.of(m, n), square = MatrixLayout.of(n, n);
        Workspace workspace = new Workspace();
        FloatTallQr tall = new FloatTallQr(m, n);
        FloatQr whole = new FloatQr(m, n);
        FloatCholeskyQr cholesky = new FloatCholeskyQr(m, n);
        return List.of(
                new Timed(Result.OURS, () -> tall.factorize(a, layout, workspace, parallelism), () -> {
                    tall.copyR(r, square);
                    return new UpperTriangle(n, Precision.widened(r)).gram();
                }),
                new Timed("our blocked", () -> whole.factorize(a, layout, workspace, parallelism), () -> {
                    whole.copyR(r, square);
                    return new UpperTriangle(n, Precision.widened(r)).gram();
                }),
                new Timed(
                        "our Cholesky QR",
                        () -> cholesky.factorize(a, layout, q, layout, rOfQ, square, workspace, parallelism),
                        () -> new UpperTriangle(n, Precision.widened(rOfQ)).gram()));
    }
}
