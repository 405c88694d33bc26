package dev.lanewise.structured.kronecker;

import dev.lanewise.structured.DoubleKroneckerProduct;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.MapProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The factors of a Kronecker product written out, checked. */
final class DoubleFactors {
    private DoubleFactors() {}

    /** Factors that are there, and whose product fits. */
    static List<DoubleLinearMap> checked(List<? extends DoubleLinearMap> factors) {
        Objects.requireNonNull(factors, "factors");
        for (int i = 0; i < factors.size(); i++) {
            Objects.requireNonNull(factors.get(i), "factor " + i);
        }
        DoubleKroneckerProduct.of(factors); // refuses none, and what is too large
        return List.copyOf(factors);
    }

    /** The entries of a symmetric factor, row after row: exactly symmetric, unless it is known to be but for rounding. */
    static double[] symmetric(DoubleLinearMap factor, int index) {
        int n = factor.rows();
        if (n != factor.cols()) {
            throw new IllegalArgumentException(
                    "factor " + index + ": got " + n + " x " + factor.cols() + ", wanted a symmetric map");
        }
        double[] entries = factor.toDense();
        if (!factor.is(MapProperty.SYMMETRIC)) {
            checkSymmetric("factor " + index, entries, n);
        }
        return entries;
    }

    /** Refuses a matrix that is not symmetric, or not finite. */
    static void checkSymmetric(String name, double[] entries, int n) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                if (entries[i * n + j] != entries[j * n + i] || !Double.isFinite(entries[i * n + j])) {
                    throw new IllegalArgumentException(
                            name + ": got " + entries[i * n + j] + " at (" + i + ", " + j + ") and "
                                    + entries[j * n + i] + " at (" + j + ", " + i
                                    + "), wanted a symmetric matrix of finite numbers");
                }
            }
        }
    }

    /** Refuses a vector of another length, or with what is not finite. */
    static void checkVector(String name, double[] x, int length) {
        if (Objects.requireNonNull(x, name).length != length) {
            throw new IllegalArgumentException(name + ": got length " + x.length + ", wanted " + length);
        }
        for (int i = 0; i < length; i++) {
            if (!Double.isFinite(x[i])) {
                throw new IllegalArgumentException(name + "[" + i + "]: got " + x[i] + ", wanted a finite number");
            }
        }
    }

    /** The combinations of numbers of each factor, the last factor's running fastest: their products, or sums. */
    static double[] combined(double[][] values, boolean areSums) {
        double[] all = {areSums ? 0 : 1};
        for (double[] ofFactor : values) {
            double[] next = new double[all.length * ofFactor.length];
            for (int i = 0; i < all.length; i++) {
                for (int j = 0; j < ofFactor.length; j++) {
                    next[i * ofFactor.length + j] = areSums ? all[i] + ofFactor[j] : all[i] * ofFactor[j];
                }
            }
            all = next;
        }
        return all;
    }

    /** Places from the greatest number to the least; equals as they come. */
    static int[] order(double[] values) {
        Integer[] places = new Integer[values.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = i;
        }
        Arrays.sort(places, (i, j) -> Double.compare(values[j], values[i]));
        int[] order = new int[places.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = places[i];
        }
        return order;
    }

    /** The Kronecker product of one column of each of several matrices. */
    static double[] column(double[][] matrices, int[] columns, int place) {
        double[][] some = new double[matrices.length][];
        int rest = place;
        for (int f = matrices.length - 1; f >= 0; f--) {
            int width = columns[f], column = rest % width, rows = matrices[f].length / width;
            some[f] = new double[rows];
            for (int i = 0; i < rows; i++) {
                some[f][i] = matrices[f][i * width + column];
            }
            rest /= width;
        }
        return combined(some, false);
    }
}
