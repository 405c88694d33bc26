package dev.lanewise.structured;

import dev.lanewise.engine.Determinant;
import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.batch.DoubleColumns;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;

/** A permutation matrix, {@code y_i = x_p(i)}: orthogonal. */
public final class DoublePermutation extends DoubleLinearMap {
    /** Numbers of the vectors side by side that are permuted at once, at most, and how many vectors. */
    private static final int BLOCK = 1 << 16;

    private static final int MOST = 64;

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
     * The stride permutation, or perfect shuffle: it writes a vector row after row into a matrix of {@code n / stride} rows and
     * reads it column after column, {@code y_(i + j n / stride) = x_(i stride + j)}. That of the stride {@code n / stride} is its
     * inverse; {@code n / 2} deals a vector like two halves of a pack of cards.
     *
     * @param n the order
     * @param stride divides {@code n}
     * @return the map
     * @throws IllegalArgumentException if it does not
     */
    public static DoublePermutation stride(int n, int stride) {
        if (n < 1 || stride < 1 || n % stride != 0) {
            throw new IllegalArgumentException(
                    "stride: got " + stride + " for length " + n + ", wanted a divisor of a positive length");
        }
        int[] source = new int[n];
        int rows = n / stride;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < stride; j++) {
                source[i + j * rows] = i * stride + j;
            }
        }
        return of(source);
    }

    /**
     * The bit reversal, {@code y_i = x_j} where the binary digits of {@code j} are those of {@code i} in reverse: its own inverse.
     *
     * @param n the order, a power of two
     * @return the map
     * @throws IllegalArgumentException if it is none
     */
    public static DoublePermutation bitReversal(int n) {
        if (Integer.bitCount(n) != 1 || n < 0) {
            throw new IllegalArgumentException("bit reversal: got length " + n + ", wanted a power of two");
        }
        int[] source = new int[n];
        int bits = Integer.numberOfTrailingZeros(n);
        for (int i = 1; i < n; i++) {
            source[i] = Integer.reverse(i) >>> Integer.SIZE - bits;
        }
        return of(source);
    }

    /**
     * The reversal, {@code y_i = x_(n-1-i)}: its own inverse.
     *
     * @param n the order, at least 0
     * @return the map
     * @throws IllegalArgumentException if {@code n} is negative
     */
    public static DoublePermutation reversal(int n) {
        if (n < 0) {
            throw new IllegalArgumentException("reversal: got length " + n + ", wanted 0 or more");
        }
        int[] source = new int[n];
        for (int i = 0; i < n; i++) {
            source[i] = n - 1 - i;
        }
        return of(source);
    }

    /** This after another, the identity if they undo each other. */
    DoubleLinearMap after(DoublePermutation first) {
        int[] both = new int[source.length];
        boolean isIdentity = true;
        for (int i = 0; i < both.length; i++) {
            both[i] = first.source[source[i]];
            isIdentity &= both[i] == i;
        }
        return isIdentity ? DoubleIdentity.of(both.length) : of(both);
    }

    /** The indices themselves. */
    int[] source() {
        return source;
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

    /** Vectors that lie side by side are permuted row by row; others are brought so, unless they are adjacent. */
    @Override
    void several(
            boolean transposed,
            double[] x,
            Layout xLayout,
            double[] y,
            Layout yLayout,
            int first,
            int past,
            Workspace workspace,
            Parallelism parallelism) {
        boolean isAdjacent = xLayout.stride() == 1 && yLayout.stride() == 1;
        if (isAdjacent || past - first == 1 || rows() == 0) {
            DoubleVectorLoop.oneByOne(this, transposed, x, xLayout, y, yLayout, first, past, workspace);
            return;
        }
        int atOnce = Math.clamp(BLOCK / rows(), 1, MOST);
        for (int at = first; at < past; at += atOnce) {
            sideBySide(
                    transposed ? target : source, x, xLayout, y, yLayout, at, Math.min(atOnce, past - at), workspace);
        }
    }

    private static void sideBySide(
            int[] from,
            double[] x,
            Layout xLayout,
            double[] y,
            Layout yLayout,
            int first,
            int count,
            Workspace workspace) {
        int n = from.length, start = xLayout.start(first), end = yLayout.start(first);
        boolean copies = xLayout.distance() != 1 || x == y, copiesBack = yLayout.distance() != 1;
        double[] input = workspace.takeDoubles(copies ? n * count : 0);
        double[] output = workspace.takeDoubles(copiesBack ? n * count : 0);
        try {
            if (copies) {
                DoubleColumns.gather(x, start, xLayout.stride(), xLayout.distance(), count, n, input, count);
            }
            double[] in = copies ? input : x, out = copiesBack ? output : y;
            int at = copies ? 0 : start, pitch = copies ? count : xLayout.stride();
            int to = copiesBack ? 0 : end, toPitch = copiesBack ? count : yLayout.stride();
            for (int i = 0; i < n; i++) {
                System.arraycopy(in, at + from[i] * pitch, out, to + i * toPitch, count);
            }
            if (copiesBack) {
                DoubleColumns.scatter(output, count, y, end, yLayout.stride(), yLayout.distance(), count, n);
            }
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
        }
    }

    @Override
    protected DoubleLinearMap makeTransposed() {
        return new DoublePermutation(target, source);
    }

    @Override
    protected Set<MapProperty> known() {
        return Arrays.equals(source, target)
                ? Set.of(MapProperty.ORTHOGONAL, MapProperty.SYMMETRIC)
                : Set.of(MapProperty.ORTHOGONAL);
    }

    /** 1 or -1, by its cycles: one of even length changes the sign. */
    @Override
    public Determinant determinant() {
        boolean[] seen = new boolean[source.length];
        boolean isOdd = false;
        for (int start = 0; start < source.length; start++) {
            for (int i = source[start]; !seen[start] && i != start; i = source[i]) {
                seen[i] = true;
                isOdd = !isOdd;
            }
        }
        return isOdd ? Determinant.ONE.times(-1) : Determinant.ONE;
    }

    @Override
    public long parameters() {
        return source.length;
    }

    @Override
    boolean goesSideBySide() {
        return true;
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
