package dev.lanewise.matmul;

import static org.junit.jupiter.api.Assertions.fail;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.matmul.DoubleMatrixProduct;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.ErrorBounds;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Precision;
import dev.lanewise.oracle.Seeds;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds of products: exactly where no rounding differs, otherwise within what roundings may do. */
final class DoubleMatrixProductAlgebraLaws implements Seeds {
    private static double[] times(int m, int n, int k, double[] a, double[] b) {
        double[] c = new double[m * n];
        DoubleMatrixProduct.multiply(m, n, k, a, b, c);
        return c;
    }

    /** Magnitudes; their products round too, which the bounds below have room for. */
    private static double[] absolute(double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = Math.abs(x[i]);
        }
        return y;
    }

    private static double[] sum(double[] x, double[] y) {
        double[] z = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            z[i] = x[i] + y[i];
        }
        return z;
    }

    private static void assertClose(double[] x, double[] y, double[] magnitude, int roundings, String context) {
        // The magnitudes are rounded down at most as often as the rest.
        var gamma = ErrorBounds.gamma(2.0 * roundings, Precision.DOUBLE);
        for (int i = 0; i < x.length; i++) {
            if (!(Math.abs(x[i] - y[i]) <= gamma * magnitude[i])) {
                fail(context + ": element " + i + " is " + x[i] + " and " + y[i] + ", allowed " + gamma * magnitude[i]);
            }
        }
    }

    /** Each side is off by at most {@code g(k + l + 4) |A| |B| |C|}: products one after the other (Higham, lemma 3.3). */
    @Property(tries = 60)
    void productsAreAssociative(
            @ForAll @IntRange(min = 1, max = 40) int m,
            @ForAll @IntRange(min = 1, max = 40) int k,
            @ForAll @IntRange(min = 1, max = 40) int l,
            @ForAll @IntRange(min = 1, max = 40) int n,
            @ForAll("seeds") long seed) {
        double[] a = Inputs.uneven(seed, new double[m * k]), b = Inputs.uneven(seed + 1, new double[k * l]);
        double[] c = Inputs.uneven(seed + 2, new double[l * n]);
        double[] left = times(m, n, l, times(m, l, k, a, b), c), right = times(m, n, k, a, times(k, n, l, b, c));
        double[] magnitude = times(m, n, k, absolute(a), times(k, n, l, absolute(b), absolute(c)));
        assertClose(left, right, magnitude, 2 * (k + l + 4), "(A B) C = A (B C), seed " + seed);
    }

    @Property(tries = 60)
    void productsAreDistributive(
            @ForAll @IntRange(min = 1, max = 60) int m,
            @ForAll @IntRange(min = 1, max = 300) int k,
            @ForAll @IntRange(min = 1, max = 60) int n,
            @ForAll("seeds") long seed) {
        double[] a = Inputs.uneven(seed, new double[m * k]), b = Inputs.uneven(seed + 1, new double[k * n]);
        double[] c = Inputs.uneven(seed + 2, new double[k * n]);
        double[] left = times(m, n, k, a, sum(b, c)), right = sum(times(m, n, k, a, b), times(m, n, k, a, c));
        double[] magnitude = times(m, n, k, absolute(a), sum(absolute(b), absolute(c)));
        assertClose(left, right, magnitude, 2 * (k + 4), "A (B + C) = A B + A C, seed " + seed);
    }

    @Property(tries = 60)
    void theTransposeIsTheProductOfTransposesToTheBit(
            @ForAll @IntRange(min = 1, max = 60) int m,
            @ForAll @IntRange(min = 1, max = 300) int k,
            @ForAll @IntRange(min = 1, max = 60) int n,
            @ForAll("seeds") long seed) {
        double[] a = Inputs.uneven(seed, new double[m * k]), b = Inputs.uneven(seed + 1, new double[k * n]);
        double[] wanted = times(m, n, k, a, b), c = new double[m * n];
        DoubleMatrixProduct.multiply(
                1,
                b,
                MatrixLayout.of(k, n).transposed(),
                a,
                MatrixLayout.of(m, k).transposed(),
                0,
                c,
                MatrixLayout.of(m, n).transposed());
        Bits.assertSame(wanted, c, "B^T A^T = (A B)^T, seed " + seed);
    }

    /** Rows of A and columns of B are on their own: in a larger product they give what they give alone. */
    @Property(tries = 60)
    void aBlockOfTheResultIsTheProductOfItsRowsAndColumnsToTheBit(
            @ForAll @IntRange(min = 2, max = 80) int m,
            @ForAll @IntRange(min = 1, max = 300) int k,
            @ForAll @IntRange(min = 2, max = 80) int n,
            @ForAll("seeds") long seed) {
        double[] a = Inputs.uneven(seed, new double[m * k]), b = Inputs.uneven(seed + 1, new double[k * n]);
        double[] whole = times(m, n, k, a, b), part = whole.clone();
        int row = (int) Math.floorMod(seed, (long) m), column = (int) Math.floorMod(seed / 7, (long) n);
        int rows = 1 + (m - row - 1) / 2, columns = 1 + (n - column - 1) / 2;
        MatrixLayout block = MatrixLayout.of(m, n).block(row, column, rows, columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                part[block.index(i, j)] = -1;
            }
        }
        DoubleMatrixProduct.multiply(
                1,
                a,
                MatrixLayout.of(m, k).block(row, 0, rows, k),
                b,
                MatrixLayout.of(k, n).block(0, column, k, columns),
                0,
                part,
                block);
        Bits.assertSame(whole, part, "a block, seed " + seed);
    }

    @Property(tries = 40)
    void theIdentityChangesNothing(
            @ForAll @IntRange(min = 1, max = 250) int m,
            @ForAll @IntRange(min = 1, max = 50) int n,
            @ForAll("seeds") long seed) {
        double[] identity = new double[m * m], b = Inputs.uneven(seed, new double[m * n]);
        for (int i = 0; i < m; i++) {
            identity[i * m + i] = 1;
        }
        Bits.assertSame(b, times(m, n, m, identity, b), "I B, seed " + seed);
    }
}
