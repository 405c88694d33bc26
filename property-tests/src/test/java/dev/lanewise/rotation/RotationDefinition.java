package dev.lanewise.rotation;

import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.random.Philox;
import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.oracle.ErrorBounds;
import dev.lanewise.oracle.HadamardMatrix;
import dev.lanewise.oracle.Numbers;

/**
 * A rotation as its documentation defines it: windows of {@code n} of {@code d} coordinates, alternately the first and the
 * last, each a Hadamard matrix after signs. Window {@code w}, counted over all blocks in the order in which they are
 * applied, takes its signs from stream {@code w} of the seed.
 *
 * @param dimension {@code d}
 * @param blocks the number of blocks
 * @param n the size of a window, the largest supported order up to {@code d}
 * @param windows the windows of all blocks: as many a block as bring {@code r^(w-2)} to 1/4, {@code r = (d - n) / n}, at
 *     least three; one if everything fits into it
 */
public record RotationDefinition(int dimension, int blocks, int n, int windows) {
    /** The definition for a dimension and a number of blocks. */
    public static RotationDefinition of(int dimension, int blocks) {
        int n = HadamardMatrix.ordersUpTo(dimension).getLast();
        double r = (double) (dimension - n) / n;
        int perBlock = dimension == n ? 1 : 3;
        while (perBlock > 1 && Math.pow(r, perBlock - 2) > 0.25) {
            perBlock++;
        }
        return new RotationDefinition(dimension, blocks, n, blocks * perBlock);
    }

    /** {@code r}. */
    double ratio() {
        return (double) (dimension - n) / n;
    }

    /** The first coordinate of a window. */
    int start(int window) {
        return window % 2 == 0 ? 0 : dimension - n;
    }

    /** The matrix for a seed. */
    public DenseMatrix matrix(long seed) {
        DenseMatrix hadamard = DenseMatrix.hadamard(n, Normalization.ORTHO);
        DenseMatrix product = null;
        for (int window = 0; window < windows; window++) {
            double[] signs = new double[n];
            new Philox(seed, window).signs(0, signs);
            DenseMatrix factor =
                    hadamard.times(DenseMatrix.diagonal(Numbers.of(signs))).window(start(window), dimension);
            product = product == null ? factor : factor.times(product);
        }
        return product;
    }

    /** The roundings of the rotated vector as a whole, as {@link ErrorBounds#vector} counts them. */
    double vectorRoundings() {
        return windows * ErrorBounds.vectorRoundings(n);
    }
}
