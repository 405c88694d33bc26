package dev.lanewise.cli.demo;

import java.util.Arrays;

/**
 * A square matrix written out, to compare with: {@code y = M x} for many vectors by plain loops, as fast as the compiler
 * makes them. Two vectors and four columns of {@code M} go together, which saves loads and stores; the columns are arrays
 * of their own, since only then does the compiler see that it may use vector instructions.
 */
public final class DenseMatrix {
    private static final int TOGETHER = 4;

    private final int n;
    private final float[][] columns;

    /**
     * Takes a matrix.
     *
     * @param rowMajor its {@code n * n} entries; copied
     * @param n its order, a multiple of 4
     */
    public DenseMatrix(float[] rowMajor, int n) {
        if (n % TOGETHER != 0) {
            throw new IllegalArgumentException("n: got " + n + ", wanted a multiple of " + TOGETHER);
        }
        this.n = n;
        columns = new float[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                columns[j][i] = rowMajor[i * n + j];
            }
        }
    }

    /**
     * Multiplies vectors that lie one after the other.
     *
     * @param x the vectors
     * @param y gets the products; not {@code x}
     */
    public void apply(float[] x, float[] y) {
        float[] first = new float[n];
        float[] second = new float[n];
        for (int one = 0; one < x.length; one += 2 * n) {
            // An odd last vector is its own partner.
            int two = one + n < x.length ? one + n : one;
            Arrays.fill(first, 0);
            Arrays.fill(second, 0);
            for (int j = 0; j < n; j += TOGETHER) {
                addColumns(j, x, one + j, first, two + j, second);
            }
            System.arraycopy(first, 0, y, one, n);
            System.arraycopy(second, 0, y, two, n);
        }
    }

    private void addColumns(int j, float[] x, int one, float[] first, int two, float[] second) {
        float[] c0 = columns[j];
        float[] c1 = columns[j + 1];
        float[] c2 = columns[j + 2];
        float[] c3 = columns[j + 3];
        float u0 = x[one];
        float u1 = x[one + 1];
        float u2 = x[one + 2];
        float u3 = x[one + 3];
        float v0 = x[two];
        float v1 = x[two + 1];
        float v2 = x[two + 2];
        float v3 = x[two + 3];
        for (int i = 0; i < first.length; i++) {
            float a0 = c0[i];
            float a1 = c1[i];
            float a2 = c2[i];
            float a3 = c3[i];
            first[i] = Math.fma(u3, a3, Math.fma(u2, a2, Math.fma(u1, a1, Math.fma(u0, a0, first[i]))));
            second[i] = Math.fma(v3, a3, Math.fma(v2, a2, Math.fma(v1, a1, Math.fma(v0, a0, second[i]))));
        }
    }
}
