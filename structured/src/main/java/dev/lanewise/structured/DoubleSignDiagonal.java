package dev.lanewise.structured;

import dev.lanewise.engine.Determinant;
import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.batch.DoubleElements;
import dev.lanewise.engine.random.Philox;
import java.util.Objects;
import java.util.Set;

/** A diagonal matrix of signs, {@code y_i = s_i x_i} with {@code s_i} 1 or -1: orthogonal, and its own inverse. */
public final class DoubleSignDiagonal extends DoubleLinearMap {
    private final double[] signs;

    private DoubleSignDiagonal(double[] signs) {
        super(signs.length, signs.length);
        this.signs = signs;
    }

    /**
     * The diagonal of given signs.
     *
     * @param signs numbers 1 or -1; copied
     * @return the map
     * @throws IllegalArgumentException if one is neither
     */
    public static DoubleSignDiagonal of(double[] signs) {
        Objects.requireNonNull(signs, "signs");
        for (int i = 0; i < signs.length; i++) {
            if (signs[i] != 1 && signs[i] != -1) {
                throw new IllegalArgumentException("signs[" + i + "]: got " + signs[i] + ", wanted 1 or -1");
            }
        }
        return new DoubleSignDiagonal(signs.clone());
    }

    /**
     * The diagonal of the first signs of a random sequence.
     *
     * @param n how many
     * @param random the sequence
     * @return the map
     */
    public static DoubleSignDiagonal random(int n, Philox random) {
        Objects.requireNonNull(random, "random");
        if (n < 0) {
            throw new IllegalArgumentException("signs: got " + n + ", wanted 0 or more");
        }
        double[] signs = new double[n];
        random.signs(0, signs);
        return new DoubleSignDiagonal(signs);
    }

    /**
     * The signs.
     *
     * @return a copy of the diagonal
     */
    public double[] signs() {
        return signs.clone();
    }

    /** This after another, the identity if they undo each other. */
    DoubleLinearMap merged(DoubleSignDiagonal right) {
        double[] product = new double[signs.length];
        boolean isIdentity = true;
        for (int i = 0; i < product.length; i++) {
            product[i] = signs[i] * right.signs[i];
            isIdentity &= product[i] == 1;
        }
        return isIdentity ? DoubleIdentity.of(product.length) : new DoubleSignDiagonal(product);
    }

    /** The signs themselves. */
    double[] entries() {
        return signs;
    }

    @Override
    protected void applyUnchecked(double[] x, int xOffset, double[] y, int yOffset, Workspace workspace) {
        DoubleElements.multiply(x, xOffset, signs, 0, y, yOffset, signs.length);
    }

    @Override
    protected void applyTransposedUnchecked(double[] x, int xOffset, double[] y, int yOffset, Workspace workspace) {
        applyUnchecked(x, xOffset, y, yOffset, workspace);
    }

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
        if (DoubleDiagonal.areSideBySide(xLayout, yLayout)) {
            DoubleDiagonal.rows(signs, false, x, xLayout, y, yLayout, first, past - first);
        } else {
            super.several(transposed, x, xLayout, y, yLayout, first, past, workspace, parallelism);
        }
    }

    @Override
    protected boolean prefersInPlace() {
        return true;
    }

    @Override
    protected Set<MapProperty> known() {
        return Set.of(MapProperty.ORTHOGONAL, MapProperty.DIAGONAL);
    }

    @Override
    public Determinant determinant() {
        Determinant product = Determinant.ONE;
        for (double sign : signs) {
            product = product.times(sign);
        }
        return product;
    }

    @Override
    public long parameters() {
        return signs.length;
    }

    @Override
    boolean goesSideBySide() {
        return true;
    }

    @Override
    public long operations() {
        return signs.length;
    }

    @Override
    public String name() {
        return "sign diagonal";
    }
}
