package dev.lanewise.cli;

import dev.lanewise.npy.NpyArray;

/**
 * The elements of an array of this precision.
 *
 * @param re the elements, of a complex array their real parts
 * @param im the imaginary parts; null if the array is real
 * @param shape the dimensions
 */
record DoubleArrayParts(double[] re, double[] im, int[] shape) {
    /** Those of an array, shared with it unless they have to be converted. */
    static DoubleArrayParts of(NpyArray array) {
        double[] im = array.type().isComplex() ? array.imaginaryDoubles() : null;
        return new DoubleArrayParts(array.doubles(), im, array.shape());
    }

    NpyArray toArray() {
        return im == null ? NpyArray.of(re, shape) : NpyArray.ofComplex(re, im, shape);
    }

    boolean isComplex() {
        return im != null;
    }

    /** The same as complex numbers. */
    DoubleArrayParts asComplex() {
        return isComplex() ? this : new DoubleArrayParts(re, new double[re.length], shape);
    }

    /** The same, cut or padded with zeros to a shape that differs in the length of one axis at most. */
    DoubleArrayParts fitted(int[] wanted, int axis) {
        if (wanted[axis] == shape[axis]) {
            return this;
        }
        return new DoubleArrayParts(fitted(re, wanted, axis), isComplex() ? fitted(im, wanted, axis) : null, wanted);
    }

    private double[] fitted(double[] elements, int[] wanted, int axis) {
        int before = 1;
        int after = 1;
        for (int other = 0; other < shape.length; other++) {
            before *= other < axis ? shape[other] : 1;
            after *= other > axis ? shape[other] : 1;
        }
        int from = shape[axis] * after;
        int to = wanted[axis] * after;
        double[] fitted = new double[before * to];
        for (int i = 0; i < before; i++) {
            System.arraycopy(elements, i * from, fitted, i * to, Math.min(from, to));
        }
        return fitted;
    }
}
