package dev.lanewise.engine.sparse;

/** How a matrix gives its outputs, of one vector or of several that lie side by side, as rows of one element of each. */
abstract class DoubleOutputs {
    final int inputs;
    final int outputs;

    DoubleOutputs(int inputs, int outputs) {
        this.inputs = inputs;
        this.outputs = outputs;
    }

    /** Operations for one vector. */
    abstract long operations();

    /** Whether outputs can be had apart from each other, by several threads. */
    boolean splits() {
        return true;
    }

    /** The first output of a piece, if all are split into so many of about the same cost. */
    int firstOf(int piece, int pieces) {
        return (int) ((long) outputs * piece / pieces);
    }

    /** Outputs {@code first} to {@code past - 1} of one vector of adjacent elements; y lies apart from x. */
    abstract void ofOne(double[] x, int from, double[] y, int to, int first, int past);

    /** The same of vectors side by side. */
    abstract void ofSeveral(
            double[] x, int from, int xPitch, double[] y, int to, int yPitch, int count, int first, int past);
}
