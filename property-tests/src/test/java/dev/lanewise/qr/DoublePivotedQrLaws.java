package dev.lanewise.qr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.qr.DoublePivotedQr;
import dev.lanewise.foundation.Allocation;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import net.jqwik.api.Example;

/**
 * The laws of column pivoting for {@link DoublePivotedQr}, which always takes the longest column. Matrices of 2^16 elements and more
 * take another way, where inner products of columns that are likely to be next are known.
 */
final class DoublePivotedQrLaws extends DoubleColumnPivotingLaws {
    private static final int M = 300, N = 270;

    DoublePivotedQrLaws() {
        super(1);
    }

    @Override
    DoublePivotedQr room(int m, int n) {
        return new DoublePivotedQr(m, n);
    }

    @Example
    void theLargerOnesAreAsGood() {
        for (QrMatrix kind : QrMatrix.values()) {
            check(kind, M, N, 1);
        }
        check(QrMatrix.GAUSSIAN, N, M, 2);
        check(QrMatrix.GAUSSIAN, 150, 500, 3);
    }

    /** Of likely columns little is left after the first of them, so that their products are of no use. */
    @Example
    void soAreThoseWhoseColumnsAreNearlyParallel() {
        for (int groups : new int[] {1, 5, 40}) {
            double[] a = Inputs.gaussian(groups, new double[M * N]);
            for (int distance : new int[] {2, 5, 10, 20}) {
                double[] b = a.clone();
                for (int i = 0; i < M; i++) {
                    for (int j = groups; j < N; j++) {
                        b[i * N + j] = a[i * N + j % groups] + Math.scalb(a[i * N + j], -distance);
                    }
                }
                check(M, N, b, groups + " groups of columns, 2^-" + distance + " apart");
            }
        }
    }

    @Example
    void theirBitsDependOnTheMatrixAloneAndNothingIsAllocated() {
        double[] a = Inputs.gaussian(7, new double[M * N]), transposed = new double[M * N];
        for (int i = 0; i < M; i++) {
            for (int j = 0; j < N; j++) {
                transposed[j * M + i] = a[i * N + j];
            }
        }
        DoublePivotedQr first = factorized(M, N, a), second = room(M, N);
        for (int threads = 1; threads <= 3; threads++) {
            second.factorize(transposed, MatrixLayout.of(N, M).transposed(), workspace, Parallelism.threads(threads));
            Bits.assertSame(r(first), r(second), "R, threads " + threads);
            Bits.assertSame(q(first), q(second), "Q, threads " + threads);
            assertArrayEquals(first.permutation(), second.permutation());
        }
        MatrixLayout layout = MatrixLayout.of(M, N);
        Allocation.assertNone("factorize", () -> first.factorize(a, layout, workspace, Parallelism.NONE));
    }
}
