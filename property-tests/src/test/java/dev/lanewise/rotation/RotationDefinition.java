package dev.lanewise.rotation;

import dev.lanewise.HadamardRotation;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.random.Philox;
import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.oracle.ErrorBounds;
import dev.lanewise.oracle.HadamardMatrix;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Twofold;

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

    /** The definition of a rotation. */
    static RotationDefinition of(HadamardRotation rotation) {
        return of(rotation.dimension(), rotation.blocks());
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

    /** The rotated vector for a seed, window by window, in twice the precision: for the large. */
    Twofold[] apply(long seed, Numbers x) {
        Twofold[] y = new Twofold[dimension];
        for (int i = 0; i < dimension; i++) {
            y[i] = new Twofold().add(x.at(i));
        }
        for (int window = 0; window < windows; window++) {
            double[] signs = new double[n];
            new Philox(seed, window).signs(0, signs);
            Twofold[] z = new Twofold[n];
            for (int i = 0; i < n; i++) {
                z[i] = new Twofold().addProduct(new Twofold().add(signs[i]), y[start(window) + i]);
            }
            System.arraycopy(orthonormal(z), 0, y, start(window), n);
        }
        return y;
    }

    /** {@code n^(-1/2) H z}, one factor of {@code H = H_base x H_2 x ... x H_2} after the other, the last first. */
    private Twofold[] orthonormal(Twofold[] z) {
        Twofold[] y = z;
        int stride = 1;
        for (int bit = 0; bit < HadamardMatrix.bitsOf(n); bit++, stride *= 2) {
            y = factor(HadamardMatrix.of(2), stride, y);
        }
        y = factor(HadamardMatrix.of(HadamardMatrix.baseOf(n)), stride, y);
        Twofold scale = HadamardMatrix.factor(n, Normalization.ORTHO);
        Twofold[] scaled = new Twofold[n];
        for (int i = 0; i < n; i++) {
            scaled[i] = new Twofold().addProduct(scale, y[i]);
        }
        return scaled;
    }

    /** {@code (I x M x I) z}, {@code M} acting on elements that lie {@code stride} apart. */
    private Twofold[] factor(HadamardMatrix matrix, int stride, Twofold[] z) {
        Twofold[] entries = {new Twofold().add(-1), null, new Twofold().add(1)};
        Twofold[] y = new Twofold[n];
        for (int i = 0; i < n; i++) {
            int row = i / stride % matrix.n();
            y[i] = new Twofold();
            for (int column = 0; column < matrix.n(); column++) {
                y[i].addProduct(entries[1 + matrix.entry(row, column)], z[i + (column - row) * stride]);
            }
        }
        return y;
    }

    /**
     * What {@link #apply} is off by at most, relative to the norm. An addition to a {@link Twofold} is off by {@code 2 u^2}
     * of the sum of magnitudes, a product of two is three additions and leaves out or rounds {@code 5 u^2}: less than 12 for
     * each term. The terms of one element number {@code 2 bits + base}, with signs and factor four more, and magnitudes
     * grow to at most {@code sqrt(n)} times the norm in a window.
     */
    double oracleError() {
        int terms = 2 * HadamardMatrix.bitsOf(n) + HadamardMatrix.baseOf(n) + 4;
        return windows * 12.0 * terms * Math.sqrt(n) * 0x1p-106;
    }

    /** The roundings of the rotated vector as a whole, as {@link ErrorBounds#vector} counts them. */
    double vectorRoundings() {
        return windows * ErrorBounds.vectorRoundings(n);
    }
}
