package dev.lanewise.structured;

import dev.lanewise.engine.Workspace;

/** Blocks {@code [c s; -s c]}, {@code c} the cosine and {@code s} the sine of an angle. */
final class DoubleRotationBlocks extends DoubleOrthogonalBlocks {
    @Override
    String name() {
        return "angles";
    }

    @Override
    int parameters(int order) {
        return 1;
    }

    @Override
    void block(int order, double[] parameters, int from, double[] values, int to) {
        double cosine = PlaneAngle.cosine(parameters[from]), sine = PlaneAngle.sine(parameters[from]);
        values[to] = cosine;
        values[to + 1] = sine;
        values[to + 2] = -sine;
        values[to + 3] = cosine;
    }

    /** The derivative of the block is {@code [-s c; -c -s]}. */
    @Override
    void gradient(
            int order,
            double[] values,
            int at,
            double[] ofValues,
            int from,
            double[] ofParameters,
            int to,
            Workspace workspace) {
        double cosine = values[at], sine = values[at + 1];
        double ofCosine = ofValues[from] + ofValues[from + 3], ofSine = ofValues[from + 1] - ofValues[from + 2];
        ofParameters[to] = cosine * ofSine - sine * ofCosine;
    }
}
