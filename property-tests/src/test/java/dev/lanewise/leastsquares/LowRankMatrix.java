package dev.lanewise.leastsquares;

import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import java.util.Random;

/**
 * An integer matrix of m x n whose rank is r without doubt: the product of a left factor, whose first r rows have a dominant
 * diagonal, and a right one, {@code [I C]} with its columns shuffled. All are exact in both precisions.
 *
 * @param m how many rows
 * @param r the rank
 * @param n how many columns
 * @param left the left factor, of m x r
 * @param right the right factor, of r x n
 * @param product the matrix
 * @param nullSpace {@code n x (n - r)}, a basis of what the matrix takes to zero: the rows of {@code [-C; I]}, shuffled as well
 * @param basic where the columns of the identity are in the right factor: there the matrix has the columns of the left one
 */
record LowRankMatrix(
        int m, int r, int n, Numbers left, Numbers right, Numbers product, Numbers nullSpace, int[] basic) {
    static LowRankMatrix of(int m, int r, int n, long seed) {
        double[] left = Inputs.integers(seed, 3, new double[m * r]);
        for (int i = 0; i < r; i++) {
            left[i * (r + 1)] += 4 * r;
        }
        double[] c = Inputs.integers(seed + 1, 2, new double[r * (n - r)]);
        double[] right = new double[r * n], nullSpace = new double[n * (n - r)];
        int[] places = shuffled(n, seed + 2), basic = new int[r];
        for (int j = 0; j < n; j++) {
            int place = places[j];
            if (j < r) {
                basic[j] = place;
                right[j * n + place] = 1;
                for (int k = 0; k < n - r; k++) {
                    nullSpace[place * (n - r) + k] = -c[j * (n - r) + k];
                }
            } else {
                nullSpace[place * (n - r) + j - r] = 1;
                for (int i = 0; i < r; i++) {
                    right[i * n + place] = c[i * (n - r) + j - r];
                }
            }
        }
        return new LowRankMatrix(
                m,
                r,
                n,
                Numbers.of(left),
                Numbers.of(right),
                Numbers.of(product(m, r, n, left, right)),
                Numbers.of(nullSpace),
                basic);
    }

    private static int[] shuffled(int n, long seed) {
        Random random = new Random(seed);
        int[] places = new int[n];
        for (int i = 0; i < n; i++) {
            int other = random.nextInt(i + 1);
            places[i] = places[other];
            places[other] = i;
        }
        return places;
    }

    private static double[] product(int m, int r, int n, double[] left, double[] right) {
        double[] product = new double[m * n];
        for (int i = 0; i < m; i++) {
            for (int l = 0; l < r; l++) {
                for (int j = 0; j < n; j++) {
                    product[i * n + j] += left[i * r + l] * right[l * n + j];
                }
            }
        }
        return product;
    }

    PseudoInverse pseudoInverse() {
        return PseudoInverse.of(m, r, n, left, right);
    }
}
