package dev.lanewise.engine.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Sums, products and quotients of vectors, element by element, on vectors. */
public final class DoubleElementsKernel extends dev.lanewise.engine.scalar.DoubleElementsKernel {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(SPECIES);
    private static final int LANES = SPECIES.length();

    /** Makes the kernel. */
    public DoubleElementsKernel() {}

    @Override
    public void add(double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, int length) {
        int whole = length - length % LANES;
        for (int i = 0; i < whole; i += LANES) {
            DoubleVector first = DoubleVector.fromArray(SPECIES, a, aAt + i);
            DoubleVector second = DoubleVector.fromArray(SPECIES, b, bAt + i);
            EXACT.cast(first.add(second)).intoArray(y, yAt + i);
        }
        super.add(a, aAt + whole, b, bAt + whole, y, yAt + whole, length - whole);
    }

    @Override
    public void multiply(double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, int length) {
        int whole = length - length % LANES;
        for (int i = 0; i < whole; i += LANES) {
            DoubleVector first = DoubleVector.fromArray(SPECIES, a, aAt + i);
            DoubleVector second = DoubleVector.fromArray(SPECIES, b, bAt + i);
            EXACT.cast(first.mul(second)).intoArray(y, yAt + i);
        }
        super.multiply(a, aAt + whole, b, bAt + whole, y, yAt + whole, length - whole);
    }

    @Override
    public void divide(double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, int length) {
        int whole = length - length % LANES;
        for (int i = 0; i < whole; i += LANES) {
            DoubleVector first = DoubleVector.fromArray(SPECIES, a, aAt + i);
            DoubleVector second = DoubleVector.fromArray(SPECIES, b, bAt + i);
            EXACT.cast(first.div(second)).intoArray(y, yAt + i);
        }
        super.divide(a, aAt + whole, b, bAt + whole, y, yAt + whole, length - whole);
    }

    @Override
    public void scale(double factor, double[] a, int aAt, double[] y, int yAt, int length) {
        int whole = length - length % LANES;
        for (int i = 0; i < whole; i += LANES) {
            DoubleVector vector = DoubleVector.fromArray(SPECIES, a, aAt + i);
            EXACT.cast(DoubleVector.broadcast(SPECIES, factor).mul(vector)).intoArray(y, yAt + i);
        }
        super.scale(factor, a, aAt + whole, y, yAt + whole, length - whole);
    }
}
