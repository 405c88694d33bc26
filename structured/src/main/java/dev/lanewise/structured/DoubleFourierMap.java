package dev.lanewise.structured;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.DoubleFourierPlan;
import java.util.Set;

/**
 * The discrete Fourier transform of {@code n} complex numbers as a real matrix of order {@code 2 n}, on vectors that hold
 * all real parts and then all imaginary parts:
 *
 * <pre>
 *     [Re X]   [Re F  -Im F] [Re x]
 *     [Im X] = [Im F   Re F] [Im x],    F_kj = f exp(-2 pi i j k / n),    f = 1, 1/sqrt(n) or 1/n.
 * </pre>
 *
 * <p>{@code F} is symmetric, so that the transpose stands for the conjugate of {@code F}: the sums of the inverse transform
 * with the factor {@code f} of this one. Under {@link Normalization#ORTHO} the matrix is orthogonal; under the others the
 * inverse is the transpose of the map of {@link Normalization#inverse}.
 *
 * <p>Scratch: that of a {@link DoubleFourierPlan}.
 */
public final class DoubleFourierMap extends DoubleBlockMap {
    private final boolean conjugate;
    private final Normalization normalization;
    private final DoubleFourierPlan plan;
    private final DoubleFourierPlan adjoint;

    private DoubleFourierMap(
            Normalization normalization, boolean conjugate, DoubleFourierPlan plan, DoubleFourierPlan adjoint) {
        super(2 * plan.length(), 2 * plan.length());
        this.normalization = normalization;
        this.conjugate = conjugate;
        this.plan = plan;
        this.adjoint = adjoint;
    }

    /**
     * The forward transform.
     *
     * @param n how many complex numbers, as many as a {@link DoubleFourierPlan} takes; the order of the matrix is {@code 2 n}
     * @param normalization decides the factor {@code f}
     * @return the map
     * @throws IllegalArgumentException if {@code n} is no supported length
     */
    public static DoubleFourierMap of(int n, Normalization normalization) {
        DoubleFourierPlan plan = DoubleFourierPlan.of(n).normalized(normalization);
        // The inverse of a plan has the factor 1 / (n f); of that with the opposite normalisation it is f.
        DoubleFourierPlan adjoint = plan.normalized(normalization.inverse()).inverse();
        return new DoubleFourierMap(normalization, false, plan, adjoint);
    }

    /**
     * What decides the factor.
     *
     * @return the normalisation; of an inverse, that of the transform with the same factor
     */
    public Normalization normalization() {
        return normalization;
    }

    /**
     * Whether this has the conjugates, as transposes and inverses of forward transforms have.
     *
     * @return false if it is a forward transform
     */
    public boolean isConjugate() {
        return conjugate;
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
        (transposed ? adjoint : plan).transformStacked(x, xLayout, y, yLayout, workspace, parallelism);
    }

    @Override
    protected boolean prefersInPlace() {
        return true;
    }

    @Override
    boolean goesSideBySide() {
        return true;
    }

    @Override
    protected Set<MapProperty> known() {
        return Set.of(normalization == Normalization.ORTHO ? MapProperty.ORTHOGONAL : MapProperty.INVERTIBLE);
    }

    @Override
    protected DoubleLinearMap makeInverse() {
        return new DoubleFourierMap(normalization.inverse(), !conjugate, plan.inverse(), adjoint.inverse());
    }

    @Override
    protected DoubleLinearMap makeTransposed() {
        return new DoubleFourierMap(normalization, !conjugate, adjoint, plan);
    }

    @Override
    public long operations() {
        return plan.operations();
    }

    @Override
    public boolean isComplex() {
        return true;
    }

    @Override
    public String name() {
        return (conjugate ? "conjugate Fourier " : "Fourier ") + plan.length() + ", " + normalization;
    }
}
