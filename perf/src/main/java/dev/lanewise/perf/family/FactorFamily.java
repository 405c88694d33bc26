package dev.lanewise.perf.family;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.cholesky.DoubleCholesky;
import dev.lanewise.engine.lu.DoubleLu;
import dev.lanewise.engine.matmul.Triangle;
import dev.lanewise.engine.qr.DoublePivotedQr;
import dev.lanewise.engine.qr.DoubleQr;
import dev.lanewise.perf.duel.Contestant;
import dev.lanewise.perf.duel.Match;
import dev.lanewise.perf.duel.Result;
import dev.lanewise.perf.peer.EjmlFactors;
import dev.lanewise.perf.peer.Factorization;
import dev.lanewise.perf.peer.OpenBlasFactors;
import java.util.ArrayList;
import java.util.List;

/** LU, Cholesky or pivoted QR of a copy of a square matrix of n x n, in double precision. */
final class FactorFamily implements Family {
    private final Factorization factorization;

    FactorFamily(Factorization factorization) {
        this.factorization = factorization;
    }

    @Override
    public String name() {
        return factorization.family();
    }

    @Override
    public List<Match> matches(boolean quick, int threads) {
        List<Match> matches = new ArrayList<>();
        for (int n : quick ? QrFamily.FEW : QrFamily.ALL) {
            // Backward stable: off by some n u of |L| |U|, which for Gaussian matrices grows to some hundred times |A|.
            double tolerance = 1000.0 * n * 0x1p-53;
            double bytes = 2.0 * n * n * Double.BYTES;
            matches.add(new Match(
                    name(), "f64", n, factorization.operations(n), bytes, tolerance, () -> contestants(n, threads)));
        }
        return matches;
    }

    private List<Contestant> contestants(int n, int threads) {
        double[] a = factorization.matrix(n, GaussianInput.of(n * n, 1));
        List<Contestant> contestants = new ArrayList<>();
        contestants.add(ours(n, a, new Workspace(), Threads.of(threads)));
        contestants.add(EjmlFactors.of(factorization, n, a));
        OpenBlasFactors.of(factorization, n, a, threads).ifPresent(contestants::add);
        if (factorization == Factorization.PIVOTED_QR) {
            contestants.add(pivoted("our sketched", DoublePivotedQr.sketched(n, n, 1), a, Threads.of(threads)));
            contestants.add(unpivoted(n, a));
        }
        return contestants;
    }

    private Contestant ours(int n, double[] a, Workspace workspace, Parallelism parallelism) {
        MatrixLayout square = MatrixLayout.of(n, n);
        double[] l = new double[n * n], u = new double[n * n];
        return switch (factorization) {
            case LU -> {
                DoubleLu lu = new DoubleLu(n, n);
                yield new Timed(Result.OURS, () -> lu.factorize(a, square, workspace, parallelism), () -> {
                    lu.copyL(l, square);
                    lu.copyU(u, square);
                    for (int i = 0; i < n; i++) {
                        System.arraycopy(l, i * n, u, i * n, i);
                    }
                    return factorization.compared(n, u, lu.rows());
                });
            }
            case CHOLESKY -> {
                DoubleCholesky cholesky = new DoubleCholesky(n);
                yield new Timed(
                        Result.OURS,
                        () -> cholesky.factorize(a, square, Triangle.UPPER, workspace, parallelism),
                        () -> {
                            cholesky.copyL(u, square.transposed());
                            return factorization.compared(n, u, Factorization.inOrder(n));
                        });
            }
            case PIVOTED_QR -> pivoted(Result.OURS, new DoublePivotedQr(n, n), a, parallelism);
        };
    }

    /** Ours that always takes the longest column, or one that a sketch tells. */
    private static Contestant pivoted(String name, DoublePivotedQr qr, double[] a, Parallelism parallelism) {
        int n = qr.qr().columns();
        MatrixLayout square = MatrixLayout.of(n, n);
        Workspace workspace = new Workspace();
        return new Timed(name, () -> qr.factorize(a, square, workspace, parallelism), () -> {
            double[] r = new double[n * n];
            qr.qr().copyR(r, square);
            return Factorization.PIVOTED_QR.compared(n, r, qr.permutation());
        });
    }

    /** Ours without pivoting, for the price of it. */
    private static Contestant unpivoted(int n, double[] a) {
        DoubleQr qr = new DoubleQr(n, n);
        MatrixLayout square = MatrixLayout.of(n, n);
        Workspace workspace = new Workspace();
        return new Timed("our unpivoted", () -> qr.factorize(a, square, workspace, Parallelism.NONE), () -> {
            double[] r = new double[n * n];
            qr.copyR(r, square);
            return Factorization.PIVOTED_QR.compared(n, r, Factorization.inOrder(n));
        });
    }
}
