package dev.lanewise.architecture.offenders.engine.hadamard;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/** A plan that works on vectors itself, and in ways that leave the bits open. */
public class Vectors {
    public double sum(DoubleVector vector) {
        return vector.reduceLanes(VectorOperators.ADD);
    }

    public long count(DoubleVector vector) {
        return vector.reduceLanesToLong(VectorOperators.MAX);
    }

    public DoubleVector sine(DoubleVector vector) {
        return vector.lanewise(VectorOperators.SIN);
    }

    public DoubleVector power(DoubleVector vector) {
        return vector.pow(2.5);
    }
}
