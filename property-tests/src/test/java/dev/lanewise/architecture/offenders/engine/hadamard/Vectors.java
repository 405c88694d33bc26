package dev.lanewise.architecture.offenders.engine.hadamard;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** A plan that works on vectors itself, and in ways that leave the bits open or give vectors numbers. */
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

    public DoubleVector doubled(DoubleVector vector) {
        return vector.mul(2);
    }

    public VectorMask<Double> positive(DoubleVector vector) {
        return vector.compare(VectorOperators.GT, 0);
    }
}
