package dev.lanewise.oracle;

/**
 * The Hadamard matrices of order 12, 20 and 28 by Paley's second construction, entry by entry from the definition
 * (R. E. A. C. Paley, On orthogonal matrices, J. Math. Phys. 12, 1933, pp. 311-320).
 *
 * <p>Kept apart from the library's: whether an element is a square is told by Euler's criterion {@code a^((q-1)/2) = 1}
 * instead of by squaring all elements, and the field of 9 is the integers modulo 3 adjoined a root {@code x} of the
 * primitive polynomial {@code x^2 + x + 2} instead of a root of {@code i^2 + 1}. The order of the elements, which is part
 * of the matrix, is carried over by {@code i = 2 x + 1}.
 */
final class PaleyMatrix {
    private PaleyMatrix() {}

    /** The entry in row {@code i}, column {@code j} of the matrix of order 12, 20 or 28. */
    static int entry(int order, int i, int j) {
        int c = conference(order / 2 - 1, i / 2, j / 2);
        boolean lowRight = i % 2 == 1 && j % 2 == 1;
        int fromConference = lowRight ? -c : c;
        int fromIdentity = i / 2 != j / 2 ? 0 : i % 2 == 0 && j % 2 == 0 ? 1 : -1;
        return fromConference + fromIdentity;
    }

    /** The conference matrix of order {@code q + 1}: zero diagonal, ones around, residue symbols within. */
    private static int conference(int q, int i, int j) {
        if (i == j) {
            return 0;
        }
        return i == 0 || j == 0 ? 1 : q == 9 ? characterOf9(i - 1, j - 1) : legendre(i - j, q);
    }

    private static int legendre(int a, int p) {
        int power = 1;
        for (int k = 0; k < (p - 1) / 2; k++) {
            power = Math.floorMod(power * a, p);
        }
        return power == 1 ? 1 : -1;
    }

    /** The symbol of the difference of elements {@code 3 v + u} and {@code 3 t + s}, that is {@code u + v i - s - t i}. */
    private static int characterOf9(int first, int second) {
        int u = first % 3 - second % 3;
        int v = first / 3 - second / 3;
        int constant = Math.floorMod(u + v, 3);
        int linear = Math.floorMod(2 * v, 3);
        int powerConstant = 1;
        int powerLinear = 0;
        for (int k = 0; k < 4; k++) {
            // x^2 = 2 x + 1
            int square = powerLinear * linear;
            int cross = powerConstant * linear + powerLinear * constant;
            powerConstant = (powerConstant * constant + square) % 3;
            powerLinear = (cross + 2 * square) % 3;
        }
        return powerConstant == 1 && powerLinear == 0 ? 1 : -1;
    }
}
