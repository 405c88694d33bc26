package dev.lanewise.structured;

import dev.lanewise.engine.Determinant;
import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.SingularMatrixException;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.batch.DoubleElements;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/** A diagonal matrix, {@code y_i = d_i x_i}, or its inverse, {@code y_i = x_i / d_i}. */
public final class DoubleDiagonal extends DoubleLinearMap {
    private final double[] entries;
    private final boolean divides;

    private DoubleDiagonal(double[] entries, boolean divides) {
        super(entries.length, entries.length);
        this.entries = entries;
        this.divides = divides;
    }

    /**
     * The diagonal matrix of given entries.
     *
     * @param entries the numbers {@code d_i}, finite; copied
     * @return the map
     * @throws IllegalArgumentException if one is not finite
     */
    public static DoubleDiagonal of(double... entries) {
        Objects.requireNonNull(entries, "diagonal");
        for (int i = 0; i < entries.length; i++) {
            if (!Double.isFinite(entries[i])) {
                throw new IllegalArgumentException(
                        "diagonal[" + i + "]: got " + entries[i] + ", wanted a finite number");
            }
        }
        return new DoubleDiagonal(entries.clone(), false);
    }

    /** A diagonal matrix, one of signs, the identity or a multiple of it as this; null if a map is none, or divides. */
    static DoubleDiagonal from(DoubleLinearMap map) {
        if (map instanceof DoubleDiagonal diagonal) {
            return diagonal.divides ? null : diagonal;
        }
        if (map instanceof DoubleSignDiagonal signs) {
            return new DoubleDiagonal(signs.entries(), false);
        }
        boolean isMultiple = map instanceof DoubleMultiple multiple && multiple.map() instanceof DoubleIdentity;
        if (!isMultiple && !(map instanceof DoubleIdentity)) {
            return null;
        }
        double[] same = new double[map.rows()];
        Arrays.fill(same, isMultiple ? ((DoubleMultiple) map).factor() : 1);
        return new DoubleDiagonal(same, false);
    }

    /** This, times a number; null if an entry would overflow or underflow. */
    DoubleDiagonal scaled(double factor) {
        double[] scaled = entries.clone();
        for (int i = 0; i < scaled.length; i++) {
            if (!DoubleMultiple.isGathered(scaled[i], factor)) {
                return null;
            }
            scaled[i] *= factor;
        }
        return new DoubleDiagonal(scaled, false);
    }

    /** This after another; null if an entry would overflow or underflow. */
    DoubleDiagonal merged(DoubleDiagonal right) {
        double[] product = entries.clone();
        for (int i = 0; i < product.length; i++) {
            if (!DoubleMultiple.isGathered(product[i], right.entries[i])) {
                return null;
            }
            product[i] *= right.entries[i];
        }
        return new DoubleDiagonal(product, false);
    }

    /** This after another if both divide, or null. */
    DoubleDiagonal mergedInverse(DoubleDiagonal right) {
        DoubleDiagonal product = divides && right.divides ? merged(right) : null;
        return product == null ? null : new DoubleDiagonal(product.entries, true);
    }

    /** This and another; null if an entry would overflow. */
    DoubleDiagonal plus(DoubleDiagonal other) {
        double[] sum = entries.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other.entries[i];
            if (!Double.isFinite(sum[i])) {
                return null;
            }
        }
        return new DoubleDiagonal(sum, false);
    }

    /**
     * The entries.
     *
     * @return a copy of the numbers {@code d_i}, by which the inverse divides
     */
    public double[] entries() {
        return entries.clone();
    }

    /**
     * Whether this is an inverse, which divides by its entries.
     *
     * @return false if it multiplies by them
     */
    public boolean divides() {
        return divides;
    }

    @Override
    protected void applyUnchecked(double[] x, int xOffset, double[] y, int yOffset, Workspace workspace) {
        if (divides) {
            DoubleElements.divide(x, xOffset, entries, 0, y, yOffset, entries.length);
        } else {
            DoubleElements.multiply(x, xOffset, entries, 0, y, yOffset, entries.length);
        }
    }

    @Override
    protected void applyTransposedUnchecked(double[] x, int xOffset, double[] y, int yOffset, Workspace workspace) {
        applyUnchecked(x, xOffset, y, yOffset, workspace);
    }

    /** Vectors that lie side by side are scaled, or divided, row by row. */
    @Override
    void several(
            boolean transposed,
            double[] x,
            Layout xLayout,
            double[] y,
            Layout yLayout,
            int first,
            int past,
            Workspace workspace,
            Parallelism parallelism) {
        if (areSideBySide(xLayout, yLayout)) {
            rows(entries, divides, x, xLayout, y, yLayout, first, past - first);
        } else {
            super.several(transposed, x, xLayout, y, yLayout, first, past, workspace, parallelism);
        }
    }

    static boolean areSideBySide(Layout from, Layout to) {
        return from.count() > 1 && from.distance() == 1 && to.distance() == 1;
    }

    /** The same of vectors that lie side by side: row by row, from vector {@code first} on so many. */
    static void rows(
            double[] entries,
            boolean divides,
            double[] x,
            Layout xLayout,
            double[] y,
            Layout yLayout,
            int first,
            int count) {
        int from = xLayout.start(first), to = yLayout.start(first);
        for (double entry : entries) {
            if (divides) {
                divideRow(x, from, entry, y, to, count);
            } else {
                DoubleElements.scale(entry, x, from, y, to, count);
            }
            from += xLayout.stride();
            to += yLayout.stride();
        }
    }

    private static void divideRow(double[] x, int from, double entry, double[] y, int to, int count) {
        for (int j = 0; j < count; j++) {
            y[to + j] = x[from + j] / entry;
        }
    }

    @Override
    protected boolean prefersInPlace() {
        return true;
    }

    @Override
    protected DoubleLinearMap makeInverse() {
        for (int i = 0; i < entries.length; i++) {
            if (entries[i] == 0) {
                throw new SingularMatrixException("the diagonal matrix", i);
            }
        }
        return new DoubleDiagonal(entries, !divides);
    }

    @Override
    protected Set<MapProperty> known() {
        EnumSet<MapProperty> known = EnumSet.of(MapProperty.DIAGONAL);
        boolean isInvertible = true, isPositive = true;
        for (double entry : entries) {
            isInvertible &= entry != 0;
            isPositive &= entry > 0;
        }
        if (isInvertible) {
            known.add(MapProperty.INVERTIBLE);
        }
        if (isPositive) {
            known.add(MapProperty.POSITIVE_DEFINITE);
        }
        return known;
    }

    @Override
    public Determinant determinant() {
        Determinant product = Determinant.ONE;
        for (double entry : entries) {
            product = product.times(entry);
        }
        return divides ? product.reciprocal() : product;
    }

    @Override
    boolean goesSideBySide() {
        return true;
    }

    @Override
    public long operations() {
        return entries.length;
    }

    @Override
    public long parameters() {
        return entries.length;
    }

    @Override
    public String name() {
        return divides ? "inverse of diagonal" : "diagonal";
    }
}
