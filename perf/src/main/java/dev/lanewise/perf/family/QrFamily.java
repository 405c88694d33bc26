package dev.lanewise.perf.family;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.qr.DoubleQr;
import dev.lanewise.engine.qr.FloatQr;
import dev.lanewise.perf.duel.Contestant;
import dev.lanewise.perf.duel.Match;
import dev.lanewise.perf.duel.Precision;
import dev.lanewise.perf.duel.Result;
import dev.lanewise.perf.peer.EjmlQr;
import dev.lanewise.perf.peer.FactoredMatrix;
import dev.lanewise.perf.peer.OjAlgoQr;
import dev.lanewise.perf.peer.OpenBlasQr;
import dev.lanewise.perf.peer.UpperTriangle;
import java.util.ArrayList;
import java.util.List;

/** The QR factorisation of a copy of a square matrix of n x n. */
final class QrFamily implements Family {
    static final int[] ALL = {64, 128, 256, 512, 1024};
    static final int[] FEW = {64, 256, 1024};

    @Override
    public String name() {
        return "qr";
    }

    @Override
    public List<Match> matches(boolean quick, int threads) {
        List<Match> matches = new ArrayList<>();
        for (int n : quick ? FEW : ALL) {
            for (boolean single : new boolean[] {true, false}) {
                // R is that of A + E, column by column ||e|| <= n u ||a|| in practice (N. J. Higham, Accuracy and
                // Stability,
                // theorem 19.4). So R^T R is off by 2 n u times the longest column squared, which is the largest
                // element of
                // A^T A; and so is the other's.
                double tolerance = 4.0 * n * (single ? 0x1p-24 : 0x1p-53);
                matches.add(new Match(
                        name(),
                        single ? "f32" : "f64",
                        n,
                        4.0 / 3 * n * n * n,
                        2.0 * n * n * (single ? Float.BYTES : Double.BYTES),
                        tolerance,
                        () -> contestants(n, single, threads)));
            }
        }
        return matches;
    }

    private static List<Contestant> contestants(int n, boolean single, int threads) {
        FactoredMatrix matrix = new FactoredMatrix(n, single, GaussianInput.of(n * n, 1));
        List<Contestant> contestants = new ArrayList<>();
        contestants.add(single ? ofFloats(matrix, threads) : ofDoubles(matrix, threads));
        contestants.add(EjmlQr.of(matrix));
        OjAlgoQr.of(matrix).ifPresent(contestants::add);
        OpenBlasQr.factorizing(matrix, threads).ifPresent(contestants::add);
        return contestants;
    }

    private static Contestant ofDoubles(FactoredMatrix matrix, int threads) {
        int n = matrix.n();
        double[] a = matrix.elements().clone(), r = new double[n * n];
        MatrixLayout square = MatrixLayout.of(n, n);
        DoubleQr qr = new DoubleQr(n, n);
        Workspace workspace = new Workspace();
        Parallelism parallelism = Threads.of(threads);
        return new Timed(Result.OURS, () -> qr.factorize(a, square, workspace, parallelism), () -> {
            qr.copyR(r, square);
            return new UpperTriangle(n, r).gram();
        });
    }

    private static Contestant ofFloats(FactoredMatrix matrix, int threads) {
        int n = matrix.n();
        float[] a = Precision.narrowed(matrix.elements()), r = new float[n * n];
        MatrixLayout square = MatrixLayout.of(n, n);
        FloatQr qr = new FloatQr(n, n);
        Workspace workspace = new Workspace();
        Parallelism parallelism = Threads.of(threads);
        return new Timed(Result.OURS, () -> qr.factorize(a, square, workspace, parallelism), () -> {
            qr.copyR(r, square);
            return new UpperTriangle(n, Precision.widened(r)).gram();
        });
    }
}
