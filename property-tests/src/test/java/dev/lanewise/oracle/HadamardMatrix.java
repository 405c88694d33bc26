package dev.lanewise.oracle;

import dev.lanewise.engine.Normalization;
import java.util.ArrayList;
import java.util.List;

/**
 * The Hadamard matrix by its definition, {@code H_n = H_base x H_2 x ... x H_2}: entry {@code (i, j)} is that of
 * {@link PaleyMatrix} for the high parts of the indices, times {@code (-1)^popcount(i & j)} for the low ones.
 */
public final class HadamardMatrix {
    private final int n;
    private final int bits;
    private final int[][] base;

    private HadamardMatrix(int n, int bits, int[][] base) {
        this.n = n;
        this.bits = bits;
        this.base = base;
    }

    /** The matrix of a supported order. */
    public static HadamardMatrix of(int n) {
        int order = baseOf(n);
        int[][] base = new int[order][order];
        for (int i = 0; i < order; i++) {
            for (int j = 0; j < order; j++) {
                base[i][j] = order == 1 ? 1 : PaleyMatrix.entry(order, i, j);
            }
        }
        return new HadamardMatrix(n, bitsOf(n), base);
    }

    /** 1, 12, 20 or 28, whichever times a power of two is {@code n}. */
    public static int baseOf(int n) {
        int odd = n >> Integer.numberOfTrailingZeros(n);
        return odd == 1 ? 1 : 4 * odd;
    }

    /** The logarithm of that power of two. */
    public static int bitsOf(int n) {
        return Integer.numberOfTrailingZeros(n / baseOf(n));
    }

    /** All supported orders from 1 up to a limit, ascending. */
    public static List<Integer> ordersUpTo(int limit) {
        List<Integer> orders = new ArrayList<>();
        for (int base : new int[] {1, 12, 20, 28}) {
            for (long n = base; n <= limit; n *= 2) {
                orders.add((int) n);
            }
        }
        orders.sort(null);
        return orders;
    }

    /** The order. */
    public int n() {
        return n;
    }

    /** 1 or -1. */
    public int entry(int i, int j) {
        int sign = 1 - 2 * (Integer.bitCount(i & j & (1 << bits) - 1) & 1);
        return sign * base[i >> bits][j >> bits];
    }

    /** One coefficient of the transform without factor, the row by the vector. */
    public Twofold coefficient(int row, double[] x) {
        Twofold sum = new Twofold();
        int mask = (1 << bits) - 1;
        for (int j = 0; j < n; j++) {
            int sign = base[row >> bits][j >> bits];
            sum.add((Integer.bitCount(row & j & mask) & 1) == 0 ? sign * x[j] : -sign * x[j]);
        }
        return sum;
    }

    /** One coefficient with the factor of a normalisation. */
    public Twofold coefficient(int row, double[] x, Normalization normalization) {
        return new Twofold().addProduct(coefficient(row, x), factor(n, normalization));
    }

    /** 1, 1/sqrt(n) or 1/n. */
    public static Twofold factor(int n, Normalization normalization) {
        return switch (normalization) {
            case BACKWARD -> new Twofold().add(1);
            case ORTHO -> Twofold.reciprocalSqrt(n);
            case FORWARD -> Twofold.reciprocal(n);
        };
    }
}
