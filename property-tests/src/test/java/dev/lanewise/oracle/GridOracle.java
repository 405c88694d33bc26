package dev.lanewise.oracle;

import dev.lanewise.engine.Normalization;
import dev.lanewise.foundation.AxisVectors;
import java.util.stream.IntStream;

/**
 * Compares transforms over several axes with the sum over all their indices at once, in twice the precision of double. The
 * kernel of the sum is the product of those of the axes.
 */
public final class GridOracle {
    /** What it may be off by itself for some hundreds of elements and matrices within {@code 2^-96}, relatively. */
    public static final double ERROR = 0x1p-80;

    private final int[] shape;
    private final int[] axes;
    private final Coefficient[][][] matrices;

    /** A complex number in twice the precision. */
    private record Coefficient(Twofold re, Twofold im) {
        Coefficient times(Coefficient other) {
            Twofold minus = new Twofold().add(-other.im.value()).add(-other.im.rest());
            return new Coefficient(
                    new Twofold().addProduct(re, other.re).addProduct(im, minus),
                    new Twofold().addProduct(re, other.im).addProduct(im, other.re));
        }
    }

    /** A real matrix in twice the precision, {@code y_k = sum over j of value(k, j) x_j}. */
    @FunctionalInterface
    public interface Matrix {
        /** One of its elements. */
        Twofold value(int k, int j);
    }

    private GridOracle(int[] shape, int[] axes, Coefficient[][][] matrices) {
        this.shape = shape;
        this.axes = axes;
        this.matrices = matrices;
    }

    /** Fourier transforms along some axes, with the factor of a normalisation, that of a forward transform. */
    public static GridOracle fourier(int[] shape, int[] axes, boolean inverse, Normalization factor) {
        Coefficient[][][] matrices = new Coefficient[axes.length][][];
        for (int i = 0; i < axes.length; i++) {
            int n = shape[axes[i]];
            Twofold scale = HadamardMatrix.factor(n, factor);
            matrices[i] = new Coefficient[n][n];
            for (int k = 0; k < n; k++) {
                for (int j = 0; j < n; j++) {
                    int at = Math.floorMod(inverse ? j * k : -j * k, n);
                    matrices[i][k][j] = new Coefficient(
                            new Twofold().addProduct(scale, UnitRoots.cosine(at, n)),
                            new Twofold().addProduct(scale, UnitRoots.sine(at, n)));
                }
            }
        }
        return new GridOracle(shape, axes, matrices);
    }

    /** The same real matrices along some axes, one for each. */
    public static GridOracle real(int[] shape, int[] axes, Matrix... along) {
        Coefficient[][][] matrices = new Coefficient[axes.length][][];
        for (int i = 0; i < axes.length; i++) {
            int n = shape[axes[i]];
            matrices[i] = new Coefficient[n][n];
            for (int k = 0; k < n; k++) {
                for (int j = 0; j < n; j++) {
                    matrices[i][k][j] = new Coefficient(along[i].value(k, j), new Twofold());
                }
            }
        }
        return new GridOracle(shape, axes, matrices);
    }

    /** {@code ||y - X||_2}. */
    public double distance(ComplexNumbers x, ComplexNumbers y) {
        double squares = 0;
        int[] k = new int[shape.length];
        for (int place = 0; place < y.length(); place++) {
            double distance = distance(x, k, y.re().at(place), y.im().at(place));
            squares += distance * distance;
            AxisVectors.count(k, shape);
        }
        return Math.sqrt(squares);
    }

    /** {@code |y - X_k|} of one coefficient. */
    public double distance(ComplexNumbers x, int[] k, double re, double im) {
        Twofold sumRe = new Twofold();
        Twofold sumIm = new Twofold();
        int[] j = new int[shape.length];
        for (int place = 0; place < x.length(); place++) {
            if (agreesBesideAxes(j, k)) {
                Coefficient term =
                        new Coefficient(new Twofold().add(x.re().at(place)), new Twofold().add(x.im().at(place)));
                for (int i = 0; i < axes.length; i++) {
                    term = term.times(matrices[i][k[axes[i]]][j[axes[i]]]);
                }
                sumRe.add(term.re);
                sumIm.add(term.im);
            }
            AxisVectors.count(j, shape);
        }
        return Math.hypot(sumRe.distance(re), sumIm.distance(im));
    }

    private boolean agreesBesideAxes(int[] j, int[] k) {
        for (int axis = 0; axis < shape.length; axis++) {
            int other = axis;
            if (j[axis] != k[axis] && IntStream.of(axes).noneMatch(each -> each == other)) {
                return false;
            }
        }
        return true;
    }
}
