package dev.lanewise.structured;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.hadamard.DoubleHadamardPlan;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The Hadamard matrix, {@code y = f H D x} with {@code f} = 1, 1/sqrt(n) or 1/n and an optional sign diagonal {@code D}
 * that costs no pass of its own (the transpose, {@code f D H}, has one); see {@link DoubleHadamardPlan}. Under
 * {@link Normalization#ORTHO} it is orthogonal.
 */
public final class DoubleHadamard extends DoubleLinearMap {
    private final DoubleHadamardPlan unsigned;
    private final DoubleHadamardPlan plan;
    private final DoubleSignDiagonal signs;
    private final Normalization normalization;

    private DoubleHadamard(DoubleHadamardPlan unsigned, Normalization normalization, DoubleSignDiagonal signs) {
        super(unsigned.length(), unsigned.length());
        this.unsigned = unsigned;
        this.normalization = normalization;
        this.signs = signs;
        this.plan = signs == null ? unsigned : unsigned.withSigns(signs.signs());
    }

    /**
     * The matrix without signs.
     *
     * @param n its order
     * @param normalization decides the factor {@code f}
     * @return the map
     * @throws IllegalArgumentException if {@code n} is no supported order
     */
    public static DoubleHadamard of(int n, Normalization normalization) {
        return new DoubleHadamard(DoubleHadamardPlan.of(n).normalized(normalization), normalization, null);
    }

    /**
     * What decides the factor.
     *
     * @return the normalisation
     */
    public Normalization normalization() {
        return normalization;
    }

    /**
     * The signs that come first.
     *
     * @return the sign diagonal, if there is one
     */
    public Optional<DoubleSignDiagonal> signs() {
        return Optional.ofNullable(signs);
    }

    /** This map after a sign diagonal, in one pass; null if it has signs already. */
    DoubleHadamard after(DoubleSignDiagonal right) {
        return signs == null ? new DoubleHadamard(unsigned, normalization, right) : null;
    }

    /** This, without signs, times another: the signs of that, or the identity, where the factors make one; null otherwise. */
    DoubleLinearMap merged(DoubleHadamard right) {
        if (signs != null || right.normalization != normalization.inverse()) {
            return null;
        }
        return right.signs == null ? DoubleIdentity.of(cols()) : right.signs;
    }

    @Override
    protected void applyUnchecked(double[] x, int xOffset, double[] y, int yOffset, Workspace workspace) {
        plan.transform(x, xOffset, y, yOffset, workspace);
    }

    @Override
    protected void applyTransposedUnchecked(double[] x, int xOffset, double[] y, int yOffset, Workspace workspace) {
        unsigned.transform(x, xOffset, y, yOffset, workspace);
        if (signs != null) {
            signs.applyUnchecked(y, yOffset, y, yOffset, workspace);
        }
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
        if (!transposed || signs == null) {
            plan.transform(x, xLayout, y, yLayout, workspace, parallelism);
        } else {
            super.applyBlock(true, x, xLayout, y, yLayout, workspace, parallelism);
        }
    }

    @Override
    protected boolean prefersInPlace() {
        return true;
    }

    @Override
    protected DoubleLinearMap makeTransposed() {
        return new DoubleProduct(List.of(signs, withoutSigns()));
    }

    @Override
    protected DoubleLinearMap makeInverse() {
        DoubleHadamard turned =
                new DoubleHadamard(unsigned.normalized(normalization.inverse()), normalization.inverse(), null);
        return signs == null ? turned : new DoubleProduct(List.of(signs, turned));
    }

    private DoubleHadamard withoutSigns() {
        return new DoubleHadamard(unsigned, normalization, null);
    }

    @Override
    protected Set<MapProperty> known() {
        EnumSet<MapProperty> known = EnumSet.of(MapProperty.INVERTIBLE);
        if (signs == null) {
            known.add(MapProperty.SYMMETRIC);
        }
        if (normalization == Normalization.ORTHO) {
            known.add(MapProperty.ORTHOGONAL);
        }
        return known;
    }

    @Override
    public long parameters() {
        return signs == null ? 0 : cols();
    }

    @Override
    public long operations() {
        long scaling = normalization == Normalization.BACKWARD ? 0 : cols();
        return unsigned.order().additions() + scaling + (signs == null ? 0 : cols());
    }

    @Override
    public String name() {
        return "Hadamard " + unsigned.order() + ", " + normalization + (signs == null ? "" : ", after signs");
    }
}
