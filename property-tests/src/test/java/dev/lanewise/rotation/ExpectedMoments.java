package dev.lanewise.rotation;

import dev.lanewise.oracle.HadamardMatrix;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * The exact expectations of {@code y_i^2} and {@code y_i^4} over all signs, for a fixed input, window by window.
 *
 * <p>Let {@code z} be the vector before a window of {@code n} coordinates and {@code y = n^(-1/2) H D z} on it. As the signs
 * are independent of {@code z} and of each other, only products in which every sign comes twice are left in the mean:
 *
 * <pre>
 *     E y_i^2       = S / n                        S = sum_a E z_a^2
 *     E y_i^2 y_j^2 = (T + 2 G_ij - 2 F) / n^2     T = sum_ab M_ab,  F = sum_a M_aa,  M_ab = E z_a^2 z_b^2
 *     E y_i^2 z_k^2 = sum_a M_ak / n               G_ij = sum_ab h_ia h_ja h_ib h_jb M_ab
 * </pre>
 *
 * <p>for {@code i} and {@code j} within the window, {@code k} outside, sums over the window; {@code G_ii = T}.
 */
final class ExpectedMoments {
    private ExpectedMoments() {}

    /** {@code E y_i^2} for every coordinate. */
    static double[] second(RotationDefinition rotation, double[] x) {
        int n = rotation.n();
        double[] energies = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            energies[i] = x[i] * x[i];
        }
        for (int window = 0; window < rotation.windows(); window++) {
            int start = rotation.start(window);
            double sum = 0;
            for (int i = start; i < start + n; i++) {
                sum += energies[i];
            }
            for (int i = start; i < start + n; i++) {
                energies[i] = sum / n;
            }
        }
        return energies;
    }

    /** {@code E y_i^4} for every coordinate. */
    static double[] fourth(RotationDefinition rotation, double[] x) {
        double[][] moments = mixed(rotation, x);
        double[] fourth = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            fourth[i] = moments[i][i];
        }
        return fourth;
    }

    /** {@code E y_i^2 y_j^2} for every two coordinates, in time that grows with {@code d^3}: for the small. */
    static double[][] mixed(RotationDefinition rotation, double[] x) {
        int d = x.length;
        double[][] moments = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                moments[i][j] = x[i] * x[i] * x[j] * x[j];
            }
        }
        HadamardMatrix matrix = HadamardMatrix.of(rotation.n());
        for (int window = 0; window < rotation.windows(); window++) {
            moments = after(matrix, rotation.start(window), moments);
        }
        return moments;
    }

    private static double[][] after(HadamardMatrix matrix, int start, double[][] before) {
        int n = matrix.n();
        int d = before.length;
        double all = 0;
        double diagonal = 0;
        double[] columns = new double[d];
        for (int a = start; a < start + n; a++) {
            diagonal += before[a][a];
            for (int b = 0; b < d; b++) {
                columns[b] += before[a][b];
                all += b >= start && b < start + n ? before[a][b] : 0;
            }
        }
        // G depends on the products h_ia h_ja alone, which are few: about n base / 2 in place of n^2.
        Map<BitSet, Double> known = new HashMap<>();
        double[][] after = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                boolean iWithin = i >= start && i < start + n;
                boolean jWithin = j >= start && j < start + n;
                if (iWithin && jWithin) {
                    BitSet negative = negativeProducts(matrix, i - start, j - start);
                    double g = known.computeIfAbsent(negative, set -> signedSum(set, start, n, before));
                    after[i][j] = (all + 2 * g - 2 * diagonal) / n / n;
                } else {
                    after[i][j] = iWithin ? columns[j] / n : jWithin ? columns[i] / n : before[i][j];
                }
            }
        }
        return after;
    }

    private static BitSet negativeProducts(HadamardMatrix matrix, int i, int j) {
        BitSet negative = new BitSet();
        for (int a = 0; a < matrix.n(); a++) {
            negative.set(a, matrix.entry(i, a) != matrix.entry(j, a));
        }
        return negative;
    }

    private static double signedSum(BitSet negative, int start, int n, double[][] moments) {
        double sum = 0;
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                double term = moments[start + a][start + b];
                sum += negative.get(a) == negative.get(b) ? term : -term;
            }
        }
        return sum;
    }
}
