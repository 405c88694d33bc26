package dev.lanewise.engine.grid;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;

/**
 * A transform of vectors, with room for two arrays on either side: real and imaginary parts. Where there is one array, the
 * second is not looked at.
 */
@FunctionalInterface
interface DoubleAxisTransform {
    /** Transforms vectors into others. */
    void run(
            double[] inRe,
            double[] inIm,
            Layout in,
            double[] outRe,
            double[] outIm,
            Layout out,
            Workspace workspace,
            Parallelism parallelism);
}
