package dev.lanewise.engine.batch;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import java.util.Objects;

/** What vectors x are mapped from and y to, as it comes through a public door. */
public final class DoubleMapping {
    private DoubleMapping() {}

    /**
     * Refuses what is missing or does not fit.
     *
     * @param x holds the inputs
     * @param xLayout where they lie
     * @param inputs their length
     * @param y gets the outputs; may be {@code x}, in place or apart
     * @param yLayout where they go
     * @param outputs their length
     * @param workspace scratch
     * @param parallelism how many threads may work on it
     * @throws IllegalArgumentException if vectors do not lie within their array, outputs overlap each other, the counts differ, or
     *     inputs and outputs overlap otherwise than in place
     */
    public static void check(
            double[] x,
            Layout xLayout,
            int inputs,
            double[] y,
            Layout yLayout,
            int outputs,
            Workspace workspace,
            Parallelism parallelism) {
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(y, "y");
        Objects.requireNonNull(xLayout, "xLayout");
        Objects.requireNonNull(yLayout, "yLayout");
        Objects.requireNonNull(workspace, "workspace");
        Objects.requireNonNull(parallelism, "parallelism");
        if (xLayout.count() != yLayout.count()) {
            throw new IllegalArgumentException(
                    "vectors: got " + xLayout.count() + " in and " + yLayout.count() + " out, wanted the same");
        }
        xLayout.checkWithin("x", x.length, inputs);
        yLayout.checkWithin("y", y.length, outputs);
        yLayout.checkDistinct("y", outputs);
        if (x == y) {
            xLayout.checkOverlap(inputs, yLayout, outputs);
        }
    }

    /**
     * Whether outputs take the places of their inputs, which overlap in no other way once they have been checked.
     *
     * @param x holds the inputs
     * @param xLayout where they lie
     * @param y gets the outputs
     * @param yLayout where they go
     * @return whether they do
     */
    public static boolean isInPlace(double[] x, Layout xLayout, double[] y, Layout yLayout) {
        return x == y && xLayout.offset() == yLayout.offset();
    }
}
