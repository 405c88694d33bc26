package dev.lanewise.structured;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.DoubleHartleyPlan;
import java.util.Set;

/**
 * The discrete Hartley transform,
 *
 * <pre>    y_k = f sum over j of x_j (cos(2 pi j k / n) + sin(2 pi j k / n)),    f = 1, 1/sqrt(n) or 1/n;</pre>
 *
 * <p>see {@link DoubleHartleyPlan}. It is symmetric; under {@link Normalization#ORTHO} it is orthogonal and its own inverse,
 * under the others the inverse is the map of {@link Normalization#inverse}.
 *
 * <p>Scratch: that of the plan.
 */
public final class DoubleHartleyMap extends DoubleBlockMap {
    private final int n;
    private final Normalization normalization;
    private final DoubleHartleyPlan plan;

    private DoubleHartleyMap(Normalization normalization, DoubleHartleyPlan plan) {
        super(plan.length(), plan.length());
        this.n = plan.length();
        this.normalization = normalization;
        this.plan = plan;
    }

    /**
     * The transform of real vectors.
     *
     * @param n their length, any that a {@link DoubleHartleyPlan} takes
     * @param normalization decides the factor {@code f}
     * @return the map
     * @throws IllegalArgumentException if {@code n} is no supported length
     */
    public static DoubleHartleyMap of(int n, Normalization normalization) {
        return new DoubleHartleyMap(normalization, DoubleHartleyPlan.of(n).normalized(normalization));
    }

    /**
     * What decides the factor.
     *
     * @return the normalisation
     */
    public Normalization normalization() {
        return normalization;
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
        plan.transform(x, xLayout, y, yLayout, workspace, parallelism);
    }

    @Override
    protected boolean prefersInPlace() {
        return true;
    }

    @Override
    protected DoubleLinearMap makeInverse() {
        return of(n, normalization.inverse());
    }

    @Override
    protected Set<MapProperty> known() {
        return normalization == Normalization.ORTHO
                ? Set.of(MapProperty.ORTHOGONAL, MapProperty.SYMMETRIC)
                : Set.of(MapProperty.INVERTIBLE, MapProperty.SYMMETRIC);
    }

    @Override
    public long operations() {
        return plan.operations();
    }

    @Override
    public String name() {
        return "Hartley " + n + ", " + normalization;
    }
}
