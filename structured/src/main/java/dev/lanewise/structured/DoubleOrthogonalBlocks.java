package dev.lanewise.structured;

import dev.lanewise.engine.Workspace;

/** How the orthogonal blocks of a butterfly factor follow from parameters. */
abstract class DoubleOrthogonalBlocks {
    /** What parameters are called. */
    abstract String name();

    /** The parameters of a block of an order. */
    abstract int parameters(int order);

    /** The block, row after row, of the parameters from a place on. */
    abstract void block(int order, double[] parameters, int from, double[] values, int to);

    /** The gradient with respect to the parameters of a block from that with respect to its values. */
    abstract void gradient(
            int order,
            double[] values,
            int at,
            double[] ofValues,
            int from,
            double[] ofParameters,
            int to,
            Workspace workspace);
}
