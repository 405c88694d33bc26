package dev.lanewise.engine.panel;

import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.batch.DoubleColumns;
import dev.lanewise.engine.scalar.DoubleColumnsKernel;
import java.util.Arrays;

/** Brings rows of A, or columns of B, side by side into a panel, from which a tile takes them in the order of its steps. */
final class DoublePanels {
    /** Where panels begin in scratch that is taken for its lines. */
    static final int START = Workspace.lineStart(Double.BYTES);

    private static final DoubleColumnsKernel KERNEL = DoubleColumns.KERNEL;

    private DoublePanels() {}

    /**
     * A panel of {@code width} vectors of which there are {@code count}, and zeros for the others.
     *
     * @param x holds the vectors
     * @param start element 0 of the first
     * @param distance from one vector to the next
     * @param stride from one element to the next
     * @param count how many
     * @param width how many the panel holds
     * @param depth their length
     * @param panel gets them
     * @param at where it begins
     */
    static void pack(
            double[] x, int start, int distance, int stride, int count, int width, int depth, double[] panel, int at) {
        if (count < width) {
            Arrays.fill(panel, at, at + width * depth, 0);
        }
        copy(x, start, distance, stride, count, depth, panel, at, width);
    }

    /**
     * Brings vectors side by side, {@code dst[to + pitch k + i]} for element {@code k} of vector {@code i}.
     *
     * @param x holds the vectors
     * @param start element 0 of the first
     * @param distance from one vector to the next
     * @param stride from one element to the next
     * @param count how many
     * @param depth their length
     * @param dst gets them
     * @param to where they begin
     * @param pitch from one element to the next there
     */
    static void copy(
            double[] x, int start, int distance, int stride, int count, int depth, double[] dst, int to, int pitch) {
        if (distance == 1) {
            KERNEL.copy(x, start, stride, depth, count, dst, to, pitch);
        } else if (stride == 1) {
            KERNEL.transpose(x, start, distance, count, depth, dst, to, pitch);
        } else {
            for (int k = 0; k < depth; k++) {
                for (int i = 0; i < count; i++) {
                    dst[to + k * pitch + i] = x[start + k * stride + i * distance];
                }
            }
        }
    }
}
