package dev.lanewise.oracle;

import dev.lanewise.engine.fourier.CircularConvolutionSchedule;
import dev.lanewise.engine.fourier.ConvolutionMode;
import dev.lanewise.engine.fourier.ConvolutionSchedule;

/**
 * Toeplitz and Hankel matrices and what is made of them, by their definitions, each with what rounding may do to a map that
 * applies it.
 */
public final class ToeplitzMatrix {
    private ToeplitzMatrix() {}

    /**
     * The Toeplitz matrix of a first column and a first row.
     *
     * <p>By direct sums each element is off by {@code g(n) |A| |x|}: a coefficient that meets nothing adds an exact zero.
     * Through transforms of length {@code l}, of vectors or of blocks of them: with {@code C} the transform of the
     * coefficients {@code t}, {@code |C_k| <= ||t||_1}, which is {@code sqrt(l) ||t||_2} at most, and {@code C} as computed
     * is off by {@code g(r(l)) sqrt(l) ||t||_2}. That error, those of the transform of {@code x}, of the complex products
     * and of the transform back add up to {@code g(3 r(l) + 3) sqrt(l) ||t||_2 ||x||_2}; see {@link FourierMatrix#circulant}.
     */
    public static DenseMatrix of(Numbers column, Numbers row) {
        int m = column.length(), n = row.length();
        double[] all = new double[m + n - 1];
        for (int k = 0; k < n; k++) {
            all[n - 1 - k] = row.at(k);
        }
        System.arraycopy(column.values(), 0, all, n - 1, m);
        ConvolutionMode mode = m == n ? ConvolutionMode.SAME : ConvolutionMode.VALID;
        return convolution(m, n, new Numbers(column.precision(), all), mode, false);
    }

    /** The Hankel matrix {@code A_ij = h_(i+j)}: the same with its columns in reverse. */
    public static DenseMatrix hankel(int rows, Numbers h) {
        return convolution(rows, h.length() - rows + 1, h, ConvolutionMode.VALID, true);
    }

    /** {@code A_ij = h_(i-j+n-1)}, or {@code h_(i+j)}. */
    private static DenseMatrix convolution(int m, int n, Numbers h, ConvolutionMode mode, boolean reversed) {
        ConvolutionSchedule schedule = ConvolutionSchedule.of(n, h.length(), mode);
        DenseMatrix.Entry entry = (i, j) -> new Twofold().add(h.at(reversed ? i + j : i - j + n - 1));
        if (schedule.method() == ConvolutionSchedule.Method.DIRECT) {
            double[] entries = new double[m * n];
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < n; j++) {
                    entries[i * n + j] = entry.at(i, j).value();
                }
            }
            return DenseMatrix.of(m, n, new Numbers(h.precision(), entries));
        }
        int length = schedule.blockLength(), s = Math.max(3 * realRoundings(length) + 3, Math.max(m, n));
        return DenseMatrix.boundedByNorm(m, n, s, Math.sqrt(length) * h.norm2(), entry);
    }

    private static int realRoundings(int n) {
        return (int) Math.ceil(RealFourierBounds.roundings(n));
    }

    /**
     * The inverse of the symmetric Toeplitz matrix of {@code 2^-k}: {@code 4/3} times ones in the corners, {@code 5/4} between
     * them, and {@code -1/2} on both sides of the diagonal (M. Kac, W. L. Murdock, G. Szegoe, On the eigenvalues of certain
     * Hermitian forms, J. Rational Mech. Anal. 2, 1953, p. 784). Its 2-norm is 3 at most, as is that of the matrix.
     *
     * @param n the order
     * @param s roundings, relative to the norm
     */
    public static DenseMatrix inverseOfHalvings(int n, int s) {
        return DenseMatrix.boundedByNorm(n, n, s, 3, (i, j) -> {
            boolean isCorner = i == 0 || i == n - 1;
            double entry = i == j ? isCorner ? 4 : 5 : Math.abs(i - j) == 1 ? -2 : 0;
            return new Twofold().addProduct(new Twofold().add(entry), Twofold.reciprocal(3));
        });
    }

    /** The product with a complex circulant of first column {@code c}, as a real one. */
    public static DenseMatrix complexCirculant(Numbers re, Numbers im) {
        int n = re.length();
        // Three transforms, one of them of c, whose norm sqrt(n) bounds that of every eigenvalue; and a complex
        // product.
        int s = (int) Math.ceil(3 * FourierBounds.roundings(n)) + 8;
        double norm = Math.sqrt(n * (re.dot(re) + im.dot(im)));
        return DenseMatrix.boundedByNorm(2 * n, 2 * n, s, norm, (i, j) -> {
            int k = Math.floorMod(i - j, n);
            double entry = i < n == j < n ? re.at(k) : i < n ? -im.at(k) : im.at(k);
            return new Twofold().add(entry);
        });
    }

    /** The real matrix of a complex diagonal, whose map rounds each product and the sum. */
    public static DenseMatrix complexDiagonal(Numbers re, Numbers im) {
        int n = re.length();
        double[] entries = new double[4 * n * n];
        for (int i = 0; i < n; i++) {
            entries[i * 2 * n + i] = re.at(i);
            entries[i * 2 * n + n + i] = -im.at(i);
            entries[(n + i) * 2 * n + i] = im.at(i);
            entries[(n + i) * 2 * n + n + i] = re.at(i);
        }
        return DenseMatrix.of(2 * n, 2 * n, new Numbers(re.precision(), entries));
    }

    /**
     * How far {@code P y} may be from {@code x}, relative to its 2-norm, where {@code y} comes from the circulant inverse
     * of {@code P}. With {@code r} the roundings of a real transform and {@code k} the condition: the eigenvalues are off
     * by {@code g(r) sqrt(n) ||P||}, their reciprocals by {@code g(r + 4) sqrt(n) k ||P^-1||}; so is the column {@code d}
     * of the inverse, with another {@code g(r)}; and the product with it by {@code g(3 r(l) + 3) sqrt(4 l) ||d||_2} as in
     * {@link FourierMatrix#circulant}, or {@code g(n) sqrt(n) ||d||_2} by direct sums. All times {@code ||P||}.
     */
    public static double circulantResidual(int n, double condition, Precision precision) {
        int l = CircularConvolutionSchedule.of(n).length();
        double s = 2 * RealFourierBounds.roundings(n) + 3 * RealFourierBounds.roundings(l) + n + 8;
        return condition * condition * Math.sqrt(4.0 * l) * ErrorBounds.gamma(s, precision);
    }

    /**
     * The same of a complex circulant: eigenvalues that are off by {@code g(r) sqrt(n) ||P||} and two transforms of {@code
     * r} roundings.
     */
    public static double complexCirculantResidual(int n, double condition, Precision precision) {
        double s = 3 * FourierBounds.roundings(n) + 12;
        return condition * condition * Math.sqrt(n) * ErrorBounds.gamma(s, precision);
    }

    /**
     * How far {@code T x} may be from {@code b} in each element where {@code x} comes from Levinson's recursion: {@code 8
     * n^3 u G^2 ||T||_inf ||T^-1|| ||b||_2}.
     *
     * <p>Extending a predictor multiplies its residual by {@code 1 + |alpha|} at most and adds {@code (n + 4) u ||T||}
     * times its norm, for the sum that makes {@code alpha} and the rounding of the elements. With {@code G} the product of
     * all {@code 1 + |alpha|}, or {@code |beta|} if larger, which bounds their 1-norms, that comes to {@code n (n + 4) u
     * G^2 ||T||}. Each step adds that times a factor to the residual of the solution, and again {@code (n + 4) u ||T||}
     * times its norm; factors and solutions of all orders are below {@code ||T^-1|| ||b||_2}, the norm being the largest of
     * all leading blocks. (G. Cybenko, The numerical stability of the Levinson-Durbin algorithm for Toeplitz systems of
     * equations, SIAM J. Sci. Stat. Comput. 1, 1980, pp. 303-319.)
     */
    public static double levinsonResidual(Numbers column, Numbers row, double inverseNorm, double rightNorm) {
        double n = column.length(), growth = growth(column.values(), row.values());
        double u = column.precision().unitRoundoff();
        return 8 * n * n * n * u * growth * growth * (column.norm1() + row.norm1()) * inverseNorm * rightNorm;
    }

    /** The product of all {@code 1 + max(|alpha|, |beta|)}, from the recursion in double. */
    private static double growth(double[] column, double[] row) {
        int n = column.length;
        double[] forward = new double[n], backward = new double[n];
        forward[0] = 1;
        backward[0] = 1;
        double pivot = column[0], growth = 1;
        for (int k = 1; k < n; k++) {
            double below = 0, above = 0;
            for (int j = 0; j < k; j++) {
                below += column[k - j] * forward[j];
                above += row[j + 1] * backward[j];
            }
            double alpha = below / pivot, beta = above / pivot;
            double[] oldForward = forward.clone(), oldBackward = backward.clone();
            for (int j = 0; j <= k; j++) {
                double first = oldForward[j], second = j == 0 ? 0 : oldBackward[j - 1];
                forward[j] = first - alpha * second;
                backward[j] = second - beta * first;
            }
            pivot *= 1 - alpha * beta;
            growth *= 1 + Math.max(Math.abs(alpha), Math.abs(beta));
        }
        return growth;
    }
}
