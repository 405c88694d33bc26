package dev.lanewise.jacobi;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.jacobi.DoubleSvd;
import dev.lanewise.engine.jacobi.DoubleSymmetricEigen;
import dev.lanewise.engine.matmul.Triangle;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Seeds;
import dev.lanewise.peer.Peer;
import dev.lanewise.peer.PeerMatrix;
import dev.lanewise.qr.QrMatrix;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * A second opinion: no value is further from a peer's than both are from the exact one, {@code c u sqrt(m n) ||A||} or {@code 3 c n u
 * ||A||} as {@link SpectralCheck} has it (H. Weyl's inequality).
 */
final class DoubleSpectrumPeerLaws implements Seeds {
    @Property(tries = 40)
    void singularValuesAreThoseOfPeers(
            @ForAll @IntRange(min = 1, max = 50) int m,
            @ForAll @IntRange(min = 1, max = 50) int n,
            @ForAll("seeds") long seed,
            @ForAll boolean deficient) {
        QrMatrix kind = deficient ? QrMatrix.RANK_DEFICIENT : QrMatrix.GAUSSIAN;
        checkSingular(m, n, kind.fill(m, n, seed, new double[m * n]), "seed " + seed);
    }

    @Example
    void theyAreOfALargeMatrix() {
        checkSingular(120, 100, QrMatrix.GAUSSIAN.fill(120, 100, 1, new double[12000]), "120 x 100");
    }

    private static void checkSingular(int m, int n, double[] a, String context) {
        DoubleSvd svd = new DoubleSvd(m, n);
        svd.factorize(a, MatrixLayout.of(m, n));
        for (Peer peer : Peer.ALL) {
            SpectralCheck.assertSameAsPeer(
                    peer.singularValues(PeerMatrix.of(m, n, a)),
                    Numbers.of(svd.singularValues()),
                    Math.sqrt((double) m * n),
                    peer.name() + ", " + context);
        }
    }

    @Property(tries = 40)
    void eigenvaluesAreThoseOfPeers(@ForAll @IntRange(min = 1, max = 50) int n, @ForAll("seeds") long seed) {
        checkEigen(n, SymmetricMatrix.GAUSSIAN.fill(n, seed, new double[n * n]), "seed " + seed);
    }

    @Example
    void theyAreOfALargeSymmetricMatrix() {
        checkEigen(110, SymmetricMatrix.GAUSSIAN.fill(110, 1, new double[12100]), "n = 110");
    }

    private static void checkEigen(int n, double[] a, String context) {
        DoubleSymmetricEigen eigen = new DoubleSymmetricEigen(n);
        eigen.factorize(a, MatrixLayout.of(n, n), Triangle.LOWER);
        for (Peer peer : Peer.ALL) {
            SpectralCheck.assertSameAsPeer(
                    peer.eigenvalues(PeerMatrix.of(n, n, a)),
                    Numbers.of(eigen.eigenvalues()),
                    3 * n,
                    peer.name() + ", " + context);
        }
    }
}
