package dev.lanewise.engine.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Two vectors that become two others, on vectors. */
public final class DoubleRotationKernel extends dev.lanewise.engine.scalar.DoubleRotationKernel {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(SPECIES);
    private static final int LANES = SPECIES.length();

    /** Makes the kernel. */
    public DoubleRotationKernel() {}

    @Override
    public void rotate(double p, double q, double r, double s, double[] x, int at, double[] y, int from, int length) {
        if (length < LANES) {
            super.rotate(p, q, r, s, x, at, y, from, length);
            return;
        }
        DoubleVector pAll = DoubleVector.broadcast(SPECIES, p), qAll = DoubleVector.broadcast(SPECIES, q);
        DoubleVector rAll = DoubleVector.broadcast(SPECIES, r), sAll = DoubleVector.broadcast(SPECIES, s);
        // The last vector may overlap the one before: it is read before anything is written.
        int last = length - LANES;
        DoubleVector lastX = DoubleVector.fromArray(SPECIES, x, at + last);
        DoubleVector lastY = DoubleVector.fromArray(SPECIES, y, from + last);
        for (int k = 0; k < last; k += LANES) {
            DoubleVector first = DoubleVector.fromArray(SPECIES, x, at + k);
            DoubleVector second = DoubleVector.fromArray(SPECIES, y, from + k);
            EXACT.cast(pAll.fma(first, qAll.mul(second))).intoArray(x, at + k);
            EXACT.cast(sAll.fma(second, rAll.mul(first))).intoArray(y, from + k);
        }
        EXACT.cast(pAll.fma(lastX, qAll.mul(lastY))).intoArray(x, at + last);
        EXACT.cast(sAll.fma(lastY, rAll.mul(lastX))).intoArray(y, from + last);
    }
}
