package dev.lanewise.engine.hadamard;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;

/**
 * Symmetric Hadamard matrices of order {@code 2 (q + 1)} from the quadratic residues of a finite field of {@code q}
 * elements, {@code q = 1 (mod 4)} (R. E. A. C. Paley, On orthogonal matrices, J. Math. Phys. 12, 1933, pp. 311-320).
 *
 * <p>Let {@code chi(a)} be 0 for {@code a = 0}, 1 for a non-zero square and -1 otherwise, and let {@code C}, the
 * conference matrix of order {@code q + 1}, be bordered by ones:
 *
 * <pre>
 *     C = [ 0  1 ... 1           ]        H = C x [ 1  1 ] + I x [ 1 -1 ]
 *         [ 1                    ]                [ 1 -1 ]       [-1 -1 ]
 *         [ :  chi(a_i - a_j)    ]
 *         [ 1                    ]
 * </pre>
 *
 * <p>{@code C} is symmetric with {@code C C = q I}, hence {@code H} is symmetric with {@code H H = 2 (q + 1) I}. Applied
 * through {@code C}, a transform costs {@code q + 1} additions an element instead of {@code 2 q + 1}.
 */
final class PaleyConstruction {
    private PaleyConstruction() {}

    /** The number of elements of the field behind base 12, 20 or 28. */
    static int fieldOf(int base) {
        return base / 2 - 1;
    }

    /** Additions and subtractions that the base costs each element: one for the pair, q for the conference matrix. */
    static int additionsPerElement(int base) {
        return base == 1 ? 0 : 1 + fieldOf(base);
    }

    /**
     * The conference matrix of order {@code q + 1}, row-major.
     *
     * @throws IllegalStateException if it is not symmetric with {@code C C = q I}, which would be a fault of this class
     */
    static int[] conferenceMatrix(int q) {
        int[][] difference = q == 9 ? differencesOf9() : differencesModulo(q);
        int[][] product = q == 9 ? productsOf9() : productsModulo(q);
        int[] chi = new int[q];
        Arrays.fill(chi, -1);
        for (int a = 1; a < q; a++) {
            chi[product[a][a]] = 1;
        }
        chi[0] = 0;
        int order = q + 1;
        int[] matrix = new int[order * order];
        for (int i = 1; i < order; i++) {
            matrix[i] = 1;
            matrix[i * order] = 1;
            for (int j = 1; j < order; j++) {
                matrix[i * order + j] = chi[difference[i - 1][j - 1]];
            }
        }
        check(matrix, order);
        return matrix;
    }

    private static void check(int[] c, int order) {
        for (int i = 0; i < order; i++) {
            for (int j = 0; j < order; j++) {
                int sum = 0;
                for (int k = 0; k < order; k++) {
                    sum += c[i * order + k] * c[j * order + k];
                }
                if (sum != (i == j ? order - 1 : 0) || c[i * order + j] != c[j * order + i]) {
                    throw new IllegalStateException("no symmetric conference matrix of order " + order);
                }
            }
        }
    }

    private static int[][] differencesModulo(int p) {
        return table(p, (a, b) -> Math.floorMod(a - b, p));
    }

    private static int[][] productsModulo(int p) {
        return table(p, (a, b) -> a * b % p);
    }

    /** The field of 9 elements {@code u + v i} with {@code i i = -1}, over the integers modulo 3; element 3 v + u. */
    private static int[][] differencesOf9() {
        return table(9, (a, b) -> 3 * Math.floorMod(a / 3 - b / 3, 3) + Math.floorMod(a % 3 - b % 3, 3));
    }

    private static int[][] productsOf9() {
        return table(9, (a, b) -> {
            int real = (a % 3) * (b % 3) - (a / 3) * (b / 3);
            int imaginary = (a % 3) * (b / 3) + (a / 3) * (b % 3);
            return 3 * Math.floorMod(imaginary, 3) + Math.floorMod(real, 3);
        });
    }

    private static int[][] table(int size, IntBinaryOperator operation) {
        int[][] table = new int[size][size];
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < size; b++) {
                table[a][b] = operation.applyAsInt(a, b);
            }
        }
        return table;
    }
}
