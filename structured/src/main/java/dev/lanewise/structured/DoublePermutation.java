package dev.lanewise.structured;

import dev.lanewise.engine.Workspace;
import java.util.Arrays;
import java.util.Objects;

/** A permutation matrix, {@code y_i = x_p(i)}: orthogonal. */
public final class DoublePermutation extends DoubleLinearMap {
    private final int[] source;
    private final int[] target;

    private DoublePermutation(int[] source, int[] target) {
        super(source.length, source.length);
        this.source = source;
        this.target = target;
    }

    /**
     * The permutation that gathers.
     *
     * @param source for each element of the output the index of the element of the input that it takes; copied
     * @return the map
     * @throws IllegalArgumentException if an index is out of range or comes twice
     */
    public static DoublePermutation of(int[] source) {
        int n = Objects.requireNonNull(source, "source").length;
        int[] target = new int[n];
        Arrays.fill(target, -1);
        for (int i = 0; i < n; i++) {
            int from = source[i];
            if (from < 0 || from >= n) {
                throw new IllegalArgumentException("permutation[" + i + "]: got " + from + ", wanted 0 to " + (n - 1));
            }
            if (target[from] >= 0) {
                throw new IllegalArgumentException("permutation: got " + from + " at " + target[from] + " and at " + i
                        + ", wanted every index once");
            }
            target[from] = i;
        }
        return new DoublePermutation(source.clone(), target);
    }

    /**
     * The indices.
     *
     * @return for each element of the output the index of its source, as a copy
     */
    public int[] indices() {
        return source.clone();
    }

    @Override
    protected void applyUnchecked(double[] x, int xOffset, double[] y, int yOffset, Workspace workspace) {
        gather(source, x, xOffset, y, yOffset, workspace);
    }

    @Override
    protected void applyTransposedUnchecked(double[] x, int xOffset, double[] y, int yOffset, Workspace workspace) {
        gather(target, x, xOffset, y, yOffset, workspace);
    }

    private static void gather(int[] from, double[] x, int xOffset, double[] y, int yOffset, Workspace workspace) {
        if (x != y) {
            gather(from, x, xOffset, y, yOffset);
            return;
        }
        double[] copy = workspace.takeDoubles(from.length);
        try {
            System.arraycopy(x, xOffset, copy, 0, from.length);
            gather(from, copy, 0, y, yOffset);
        } finally {
            workspace.releaseDoubles();
        }
    }

    private static void gather(int[] from, double[] x, int xOffset, double[] y, int yOffset) {
        for (int i = 0; i < from.length; i++) {
            y[yOffset + i] = x[xOffset + from[i]];
        }
    }

    @Override
    public DoubleLinearMap transposed() {
        return new DoublePermutation(target, source);
    }

    @Override
    public long operations() {
        return 0;
    }

    @Override
    public String name() {
        return "permutation";
    }
}
