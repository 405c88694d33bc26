package dev.lanewise.qr;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.qr.DoubleTallQr;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import org.junit.jupiter.api.Test;

/** What is refused with any factors, for {@link DoubleTallQr}; and what is not tall, or not finite in any of its blocks. */
final class DoubleTallQrRefusalLaws extends DoubleQrFactorsRefusalLaws {
    DoubleTallQrRefusalLaws() {
        super(DoubleQrFactorization.OF_TALL_ONES);
    }

    @Test
    void whatIsNotTall() {
        Refusal.of(() -> new DoubleTallQr(2, 3), "2 x 3", "as many rows as columns");
        Refusal.of(() -> new DoubleTallQr(0, 1), "0 x 1", "as many rows as columns");
    }

    @Test
    void moreThanAnArrayHolds() {
        Refusal.of(() -> new DoubleTallQr(Integer.MAX_VALUE, 1), Integer.MAX_VALUE + " x 1", "an array can hold");
        Refusal.of(
                () -> new DoubleTallQr(Integer.MAX_VALUE - 8, 1),
                (Integer.MAX_VALUE - 8) + " x 1",
                "an array can hold");
        Refusal.of(() -> new DoubleTallQr(46341, 46341), "46341 x 46341", "an array can hold");
        Refusal.of(() -> new DoubleTallQr(1 << 26, 32), (1 << 26) + " x 32", "an array can hold");
    }

    /** The first one in the matrix is told, whatever block it is in; what failed is factorised again as if it never had. */
    @Test
    void numbersThatAreNotFiniteInAnyBlock() {
        int m = 3500, n = 5;
        double[] a = Inputs.gaussian(1, new double[m * n]), r = new double[n * n], again = new double[n * n];
        MatrixLayout layout = MatrixLayout.of(m, n), square = MatrixLayout.of(n, n);
        Workspace workspace = new Workspace();
        DoubleTallQr qr = new DoubleTallQr(m, n);
        qr.factorize(a, layout);
        qr.copyR(r, square);
        for (int row : new int[] {0, 1, 1165, 1166, 1167, 2332, 2333, 2334, m - 1}) {
            for (int threads = 1; threads <= 2; threads++) {
                for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
                    Parallelism parallelism = Parallelism.threads(threads);
                    double[] x = a.clone();
                    x[row * n + row % n] = bad;
                    x[m * n - 1] = row == m - 1 && row % n == n - 1 ? bad : Double.NaN;
                    Refusal.of(
                            () -> qr.factorize(x, layout, workspace, parallelism),
                            "A",
                            "" + bad,
                            "(" + row + ", " + row % n + ")",
                            "finite");
                    assertThrows(IllegalStateException.class, () -> qr.copyR(r, square), "it holds no factors");
                    qr.factorize(a, layout, workspace, parallelism);
                    qr.copyR(again, square);
                    Bits.assertSame(r, again, "once more after " + bad + " in row " + row);
                }
            }
        }
    }
}
