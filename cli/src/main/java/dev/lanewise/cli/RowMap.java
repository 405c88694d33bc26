package dev.lanewise.cli;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;

/** A linear map of rows that keeps their length, applied in place, in either precision. */
interface RowMap {
    /** Maps rows of doubles. */
    void apply(double[] data, Layout rows, Workspace workspace, Parallelism parallelism);

    /** Maps rows of floats. */
    void apply(float[] data, Layout rows, Workspace workspace, Parallelism parallelism);
}
