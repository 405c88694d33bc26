package dev.lanewise.cholesky;

import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;

/** {@code G G^T + s I} with G of normal numbers, summed in double: symmetric, and so are its elements rounded to single. */
final class PositiveMatrix {
    private PositiveMatrix() {}

    static Numbers of(int n, long seed, double s) {
        double[] g = Inputs.gaussian(seed, new double[n * n]), a = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = i == j ? s : 0;
                for (int k = 0; k < n; k++) {
                    sum += g[i * n + k] * g[j * n + k];
                }
                a[i * n + j] = sum;
                a[j * n + i] = sum;
            }
        }
        return Numbers.of(a);
    }
}
