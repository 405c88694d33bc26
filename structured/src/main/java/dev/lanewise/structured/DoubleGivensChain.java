package dev.lanewise.structured;

import dev.lanewise.engine.Determinant;
import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.Backend;
import dev.lanewise.engine.givens.DoubleGivensRotation;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A product of plane rotations, {@code Q = G_1 G_2 ... G_k}: orthogonal, and {@code G_k} is applied first. {@code G}
 * rotates elements {@code i} and {@code j}, one of them any side of the other, and leaves all others,
 *
 * <pre>
 *     [ y_i ]   [  c  s ] [ x_i ]
 *     [ y_j ] = [ -s  c ] [ x_j ],    c^2 + s^2 = 1,
 * </pre>
 *
 * <p>as {@link DoubleGivensRotation} does. The transpose, which is the inverse, has the sines negated and the order reversed.
 *
 * <p>Vectors that lie side by side are rotated together, one rotation after the other; others are brought side by side.
 *
 * <p>Rounding: each rotation is off by {@code g(2) (|c| |x_i| + |s| |x_j|)} for one of its results and the like for the
 * other, with {@code g(k) = k u / (1 - k u)} and {@code u} the unit roundoff, so that {@code Q x} is off by {@code g(3 k)
 * ||x||_2} in the 2-norm.
 *
 * <p>Source: G. H. Golub and C. F. Van Loan, Matrix Computations, 4th ed., 2013, section 5.1.
 *
 * <p>Scratch: none for vectors side by side or one alone, otherwise some vectors.
 */
public final class DoubleGivensChain extends DoubleBlockMap {
    /** Numbers that are brought side by side at once: they stay in the first-level cache or near it. */
    private static final int COPIED = 1 << 13;

    /** Vectors that are worth it. */
    private static final int FEWEST = 8;

    private final int n;
    private final int[] first;
    private final int[] second;
    private final DoubleGivensRotation[] rotations;

    /** Whether the product is reversed and each rotation turned back. */
    private final boolean isReversed;

    /** Read when something is rotated, after {@link Backend#active} has told of a setting that is wrong. */
    private static final class Fused {
        static final boolean MULTIPLY_ADD = Backend.fusesMultiplyAdd();
    }

    private DoubleGivensChain(int n, int[] first, int[] second, DoubleGivensRotation[] rotations, boolean isReversed) {
        super(n, n);
        this.n = n;
        this.first = first;
        this.second = second;
        this.rotations = rotations;
        this.isReversed = isReversed;
    }

    /**
     * The product of given rotations.
     *
     * @param n the order, at least 2 if there are rotations
     * @param first the numbers {@code i} of {@code G_1, ..., G_k}, from 0 to {@code n - 1}; copied
     * @param second their numbers {@code j}, each another than its {@code i}
     * @param rotations their cosines and sines
     * @return the map, of {@code n x n}
     * @throws IllegalArgumentException if the order is negative, there are not as many of each, or a plane is none
     */
    public static DoubleGivensChain of(int n, int[] first, int[] second, List<DoubleGivensRotation> rotations) {
        Objects.requireNonNull(rotations, "rotations");
        checkPlanes(n, first, second, "rotations", rotations.size());
        DoubleGivensRotation[] kept = new DoubleGivensRotation[first.length];
        for (int k = 0; k < kept.length; k++) {
            kept[k] = Objects.requireNonNull(rotations.get(k), "rotation " + k);
        }
        return owning(n, first, second, kept);
    }

    /**
     * The product of rotations by their cosines and sines.
     *
     * @param n the order, at least 2 if there are rotations
     * @param first the numbers {@code i} of {@code G_1, ..., G_k}, from 0 to {@code n - 1}; copied
     * @param second their numbers {@code j}, each another than its {@code i}
     * @param cosines the numbers {@code c}
     * @param sines the numbers {@code s}
     * @return the map, of {@code n x n}
     * @throws IllegalArgumentException if the order is negative, there are not as many of each, a plane is none, or {@code
     *     c^2 + s^2} is not 1 but for some rounding errors
     */
    public static DoubleGivensChain of(int n, int[] first, int[] second, double[] cosines, double[] sines) {
        Objects.requireNonNull(cosines, "cosines");
        checkPlanes(n, first, second, "cosines", cosines.length);
        if (Objects.requireNonNull(sines, "sines").length != cosines.length) {
            throw new IllegalArgumentException("sines: got " + sines.length + ", wanted " + cosines.length);
        }
        DoubleGivensRotation[] kept = new DoubleGivensRotation[first.length];
        for (int k = 0; k < kept.length; k++) {
            try {
                kept[k] = new DoubleGivensRotation(cosines[k], sines[k], 1);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("rotation " + k + ": " + e.getMessage(), e);
            }
        }
        return owning(n, first, second, kept);
    }

    /**
     * The product of rotations by angles, {@code c = cos(angle)} and {@code s = sin(angle)}.
     *
     * @param n the order, at least 2 if there are rotations
     * @param first the numbers {@code i} of {@code G_1, ..., G_k}, from 0 to {@code n - 1}; copied
     * @param second their numbers {@code j}, each another than its {@code i}
     * @param angles in radians, finite
     * @return the map, of {@code n x n}
     * @throws IllegalArgumentException if the order is negative, there are not as many of each, a plane is none, or an
     *     angle is not finite
     */
    public static DoubleGivensChain ofAngles(int n, int[] first, int[] second, double[] angles) {
        Objects.requireNonNull(angles, "angles");
        checkPlanes(n, first, second, "angles", angles.length);
        double[] cosines = new double[angles.length], sines = new double[angles.length];
        for (int k = 0; k < angles.length; k++) {
            if (!Double.isFinite(angles[k])) {
                throw new IllegalArgumentException("angles[" + k + "]: got " + angles[k] + ", wanted a finite number");
            }
            cosines[k] = PlaneAngle.cosine(angles[k]);
            sines[k] = PlaneAngle.sine(angles[k]);
        }
        return of(n, first, second, cosines, sines);
    }

    private static void checkPlanes(int n, int[] first, int[] second, String name, int count) {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(second, "second");
        if (first.length != count || second.length != count) {
            throw new IllegalArgumentException("first, second, " + name + ": got " + first.length + ", " + second.length
                    + " and " + count + ", wanted as many of each");
        }
        for (int k = 0; k < count; k++) {
            int i = first[k], j = second[k];
            if (i < 0 || i >= n || j < 0 || j >= n || i == j) {
                throw new IllegalArgumentException("rotation " + k + ": got the plane of " + i + " and " + j
                        + ", wanted two numbers from 0 to " + (n - 1));
            }
        }
    }

    private static DoubleGivensChain owning(int n, int[] first, int[] second, DoubleGivensRotation[] rotations) {
        Backend.active(); // says here, and not in some initialiser, what may be wrong with a system property
        return new DoubleGivensChain(n, first.clone(), second.clone(), rotations, false);
    }

    /**
     * How many rotations there are.
     *
     * @return {@code k}
     */
    public int count() {
        return rotations.length;
    }

    @Override
    protected void applyBlock(
            boolean transposed,
            double[] x,
            Layout xLayout,
            double[] y,
            Layout yLayout,
            Workspace workspace,
            Parallelism parallelism) {
        DoubleVectorLoop.split(this, transposed, x, xLayout, y, yLayout, workspace, parallelism);
    }

    @Override
    void several(
            boolean transposed,
            double[] x,
            Layout xLayout,
            double[] y,
            Layout yLayout,
            int from,
            int past,
            Workspace workspace,
            Parallelism parallelism) {
        boolean reversed = transposed != isReversed;
        int count = past - from;
        if (count == 0 || n == 0) {
            return;
        }
        Layout input = workspace.layout(xLayout.start(from), xLayout.stride(), count, xLayout.distance());
        Layout output = workspace.layout(yLayout.start(from), yLayout.stride(), count, yLayout.distance());
        boolean isSideBySide = count > 1 && output.distance() == 1;
        if (!isSideBySide && count >= FEWEST) {
            broughtSideBySide(reversed, x, input, y, output, workspace);
            return;
        }
        if (x != y || input.offset() != output.offset()) {
            DoubleApartMap.copy(x, input, y, output, n);
        }
        if (isSideBySide) {
            together(reversed, y, output.offset(), output.stride(), count);
        } else {
            for (int vector = 0; vector < count; vector++) {
                alone(reversed, y, output.start(vector), output.stride());
            }
        }
    }

    private void broughtSideBySide(
            boolean reversed, double[] x, Layout xLayout, double[] y, Layout yLayout, Workspace workspace) {
        int count = xLayout.count(), atOnce = Math.max(FEWEST, COPIED / n);
        double[] rows = workspace.takeDoubles(n * Math.min(atOnce, count));
        try {
            for (int at = 0; at < count; at += atOnce) {
                int some = Math.min(atOnce, count - at);
                Layout input = workspace.layout(xLayout.start(at), xLayout.stride(), some, xLayout.distance());
                Layout output = workspace.layout(yLayout.start(at), yLayout.stride(), some, yLayout.distance());
                Layout between = workspace.layout(0, some, some, 1);
                DoubleApartMap.copy(x, input, rows, between, n);
                together(reversed, rows, 0, some, some);
                DoubleApartMap.copy(rows, between, y, output, n);
            }
        } finally {
            workspace.releaseDoubles();
        }
    }

    /** Rotates vectors whose elements of one number are adjacent. */
    private void together(boolean reversed, double[] y, int offset, int pitch, int count) {
        for (int step = 0; step < rotations.length; step++) {
            int k = reversed ? step : rotations.length - 1 - step;
            int i = offset + first[k] * pitch, j = offset + second[k] * pitch;
            if (reversed) {
                rotations[k].applyTransposed(y, i, 1, y, j, 1, count);
            } else {
                rotations[k].apply(y, i, 1, y, j, 1, count);
            }
        }
    }

    /** Rotates one vector, with the sums of {@link DoubleGivensRotation#apply}. */
    private void alone(boolean reversed, double[] y, int offset, int stride) {
        for (int step = 0; step < rotations.length; step++) {
            int k = reversed ? step : rotations.length - 1 - step;
            int i = offset + first[k] * stride, j = offset + second[k] * stride;
            double c = rotations[k].c(), s = reversed ? -rotations[k].s() : rotations[k].s();
            double a = y[i], b = y[j], atB = s * b, atA = -s * a;
            y[i] = Fused.MULTIPLY_ADD ? Math.fma(c, a, atB) : c * a + atB;
            y[j] = Fused.MULTIPLY_ADD ? Math.fma(c, b, atA) : c * b + atA;
        }
    }

    @Override
    protected boolean prefersInPlace() {
        return true;
    }

    @Override
    protected DoubleLinearMap makeTransposed() {
        return new DoubleGivensChain(n, first, second, rotations, !isReversed);
    }

    @Override
    protected Set<MapProperty> known() {
        return Set.of(MapProperty.ORTHOGONAL);
    }

    /** 1, as of every rotation. */
    @Override
    public Determinant determinant() {
        return Determinant.ONE;
    }

    @Override
    boolean goesSideBySide() {
        return true;
    }

    @Override
    public long operations() {
        return 6L * rotations.length;
    }

    /** Two indices, a cosine and a sine for each. */
    @Override
    public long parameters() {
        return 4L * rotations.length;
    }

    @Override
    public String name() {
        return (isReversed ? "reversed product of " : "product of ") + rotations.length + " rotations";
    }
}
