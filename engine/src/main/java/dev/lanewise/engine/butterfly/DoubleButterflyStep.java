package dev.lanewise.engine.butterfly;

import dev.lanewise.engine.scalar.DoubleButterflyKernel;

/** One pass of a schedule with its numbers, on vectors side by side. */
abstract class DoubleButterflyStep {
    /** Rows that it reads, and rows that it writes. */
    final int inputs;

    final int outputs;

    DoubleButterflyStep(int inputs, int outputs) {
        this.inputs = inputs;
        this.outputs = outputs;
    }

    /** Whether y may be x. */
    abstract boolean mayBeInPlace();

    abstract void run(DoubleButterflyKernel kernel, double[] x, int from, int xPitch, double[] y, int to, int yPitch);
}
