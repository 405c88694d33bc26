package dev.lanewise.perf.family;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.jacobi.DoubleSvd;
import dev.lanewise.engine.jacobi.DoubleSymmetricEigen;
import dev.lanewise.engine.jacobi.JacobiOrder;
import dev.lanewise.engine.matmul.Triangle;
import dev.lanewise.perf.duel.Contestant;
import dev.lanewise.perf.duel.Match;
import dev.lanewise.perf.duel.Result;
import dev.lanewise.perf.peer.EjmlSpectrum;
import dev.lanewise.perf.peer.OjAlgoSpectrum;
import dev.lanewise.perf.peer.OpenBlasSpectrum;
import dev.lanewise.perf.peer.Spectrum;
import java.util.ArrayList;
import java.util.List;

/** Singular values or symmetric eigenvalues of n x n random numbers with all vectors, in double precision. */
final class SpectrumFamily implements Family {
    private static final int[] ALL = {32, 64, 128, 256, 512, 1024};
    private static final int[] FEW = {64, 256};

    private final Spectrum spectrum;

    SpectrumFamily(Spectrum spectrum) {
        this.spectrum = spectrum;
    }

    @Override
    public String name() {
        return spectrum.family();
    }

    @Override
    public List<Match> matches(boolean quick, int threads) {
        List<Match> matches = new ArrayList<>();
        for (int n : quick ? FEW : ALL) {
            // The factors are those of a matrix that is off by 10 n u ||A|| at most in practice, and so are the peer's.
            // Of
            // what is compared the greatest is ||A|| at least; ones are sqrt(n) long.
            double tolerance = 2 * 10.0 * n * Math.sqrt(n) * 0x1p-53;
            double bytes = (spectrum == Spectrum.SVD ? 3.0 : 2.0) * n * n * Double.BYTES;
            matches.add(new Match(
                    name(), "f64", n, spectrum.operations(n), bytes, tolerance, () -> contestants(n, threads)));
        }
        return matches;
    }

    private List<Contestant> contestants(int n, int threads) {
        double[] a = spectrum.matrix(n, GaussianInput.of(n * n, 1));
        List<Contestant> contestants = new ArrayList<>();
        contestants.add(spectrum == Spectrum.SVD ? svd(n, a, threads) : eigen(n, a, threads));
        contestants.add(EjmlSpectrum.of(spectrum, n, a));
        contestants.add(OjAlgoSpectrum.of(spectrum, n, a));
        OpenBlasSpectrum.of(spectrum, n, a, threads).ifPresent(contestants::add);
        return contestants;
    }

    private static Contestant svd(int n, double[] a, int threads) {
        DoubleSvd svd = new DoubleSvd(n, n);
        double[] u = new double[n * n], v = new double[n * n];
        MatrixLayout square = MatrixLayout.of(n, n);
        Workspace workspace = new Workspace();
        Parallelism parallelism = Threads.of(threads);
        return new Timed(
                Result.OURS,
                () -> {
                    svd.factorize(a, square, JacobiOrder.IN_TURN, workspace, parallelism);
                    svd.copyU(u, square, workspace, parallelism);
                    svd.copyV(v, square, workspace, parallelism);
                },
                () -> Spectrum.SVD.compared(n, u, svd.singularValues(), v));
    }

    private static Contestant eigen(int n, double[] a, int threads) {
        DoubleSymmetricEigen eigen = new DoubleSymmetricEigen(n);
        double[] v = new double[n * n];
        MatrixLayout square = MatrixLayout.of(n, n);
        Workspace workspace = new Workspace();
        Parallelism parallelism = Threads.of(threads);
        return new Timed(
                Result.OURS,
                () -> {
                    eigen.factorize(a, square, Triangle.UPPER, JacobiOrder.IN_TURN, workspace, parallelism);
                    eigen.copyV(v, square);
                },
                () -> Spectrum.EIGEN.compared(n, v, eigen.eigenvalues(), v));
    }
}
