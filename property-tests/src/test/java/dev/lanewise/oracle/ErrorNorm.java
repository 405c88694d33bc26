package dev.lanewise.oracle;

/** Norms of matrices that are small if all is well, and how far the columns of one are from orthonormal. */
public final class ErrorNorm {
    private ErrorNorm() {}

    /**
     * {@code ||Q^T Q - I||_2} or a little more, of a row-major matrix without gaps; the elements in twice the precision.
     *
     * @param rows of Q
     * @param columns of Q
     * @param q Q
     * @return the norm
     */
    public static double ofOrthonormality(int rows, int columns, Numbers q) {
        double[] gram = new double[columns * columns];
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j <= i; j++) {
                Twofold sum = new Twofold().add(i == j ? -1 : 0);
                for (int l = 0; l < rows; l++) {
                    sum.addProduct(q.at(l * columns + i), q.at(l * columns + j));
                }
                gram[i * columns + j] = sum.value();
                gram[j * columns + i] = sum.value();
            }
        }
        return symmetricNorm(columns, gram);
    }

    /** The 2-norm of a row-major matrix or a little more: {@code ||E||_2^2 = ||E E^T||_2}. */
    public static double of(int rows, int columns, double[] e) {
        double[] gram = new double[rows * rows];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int l = 0; l < columns; l++) {
                    sum += e[i * columns + l] * e[j * columns + l];
                }
                gram[i * rows + j] = sum;
                gram[j * rows + i] = sum;
            }
        }
        return Math.sqrt(symmetricNorm(rows, gram));
    }

    /** The 2-norm of a symmetric matrix or a little more: {@code ||E||_2^8 = ||E^8||_2 <= ||E^8||_F}. */
    private static double symmetricNorm(int n, double[] matrix) {
        double norm = 1, power = 1;
        double[] e = matrix;
        for (int squarings = 0; squarings <= 3; squarings++) {
            double sum = 0;
            for (double value : e) {
                sum += value * value;
            }
            if (sum == 0) {
                return 0;
            }
            double frobenius = Math.sqrt(sum);
            norm *= Math.pow(frobenius, 1 / power);
            double[] unit = new double[n * n];
            for (int i = 0; i < n * n; i++) {
                unit[i] = e[i] / frobenius;
            }
            e = square(n, unit);
            power *= 2;
        }
        return norm;
    }

    private static double[] square(int n, double[] a) {
        double[] product = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int l = 0; l < n; l++) {
                for (int j = 0; j < n; j++) {
                    product[i * n + j] += a[i * n + l] * a[l * n + j];
                }
            }
        }
        return product;
    }
}
