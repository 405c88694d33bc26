package dev.lanewise.structured;

import dev.lanewise.engine.Workspace;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;

/** Some coordinates, {@code y_i = x_s(i)}: rows of the identity. The transpose puts them back among zeros. */
public final class DoubleSelection extends DoubleLinearMap {
    private final int[] source;

    private DoubleSelection(int n, int[] source) {
        super(source.length, n);
        this.source = source;
    }

    /**
     * The selection of given coordinates.
     *
     * @param n the number of coordinates to select from
     * @param source which, in the order wanted, each once at most; copied
     * @return the map
     * @throws IllegalArgumentException if one is out of range or comes twice
     */
    public static DoubleSelection of(int n, int... source) {
        if (n < 0) {
            throw new IllegalArgumentException("selection: got " + n + " coordinates, wanted 0 or more");
        }
        int[] target = new int[n];
        Arrays.fill(target, -1);
        int[] copy = Objects.requireNonNull(source, "selection").clone();
        for (int i = 0; i < copy.length; i++) {
            if (copy[i] < 0 || copy[i] >= n) {
                throw new IllegalArgumentException("selection[" + i + "]: got " + copy[i] + ", wanted 0 to " + (n - 1));
            }
            if (target[copy[i]] >= 0) {
                throw new IllegalArgumentException("selection: got " + copy[i] + " at " + target[copy[i]] + " and at "
                        + i + ", wanted every index once at most");
            }
            target[copy[i]] = i;
        }
        return new DoubleSelection(n, copy);
    }

    /** This after another. */
    DoubleSelection after(DoubleSelection first) {
        return new DoubleSelection(first.cols(), composed(first.source));
    }

    /** This after a permutation. */
    DoubleSelection after(DoublePermutation first) {
        return new DoubleSelection(first.cols(), composed(first.source()));
    }

    private int[] composed(int[] first) {
        int[] both = new int[source.length];
        for (int i = 0; i < both.length; i++) {
            both[i] = first[source[i]];
        }
        return both;
    }

    @Override
    protected void applyUnchecked(double[] x, int xOffset, double[] y, int yOffset, Workspace workspace) {
        if (x != y) {
            gather(x, xOffset, y, yOffset);
            return;
        }
        double[] selected = workspace.takeDoubles(source.length);
        try {
            gather(x, xOffset, selected, 0);
            System.arraycopy(selected, 0, y, yOffset, source.length);
        } finally {
            workspace.releaseDoubles();
        }
    }

    private void gather(double[] x, int xOffset, double[] y, int yOffset) {
        for (int i = 0; i < source.length; i++) {
            y[yOffset + i] = x[xOffset + source[i]];
        }
    }

    @Override
    protected void applyTransposedUnchecked(double[] x, int xOffset, double[] y, int yOffset, Workspace workspace) {
        double[] selected = workspace.takeDoubles(source.length);
        try {
            System.arraycopy(x, xOffset, selected, 0, source.length);
            Arrays.fill(y, yOffset, yOffset + cols(), 0);
            for (int i = 0; i < source.length; i++) {
                y[yOffset + source[i]] = selected[i];
            }
        } finally {
            workspace.releaseDoubles();
        }
    }

    @Override
    protected Set<MapProperty> known() {
        return Set.of(MapProperty.ORTHONORMAL_ROWS);
    }

    @Override
    public long operations() {
        return 0;
    }

    @Override
    public long parameters() {
        return source.length;
    }

    @Override
    public String name() {
        return "selection";
    }
}
