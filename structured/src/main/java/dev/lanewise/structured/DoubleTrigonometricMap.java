package dev.lanewise.structured;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.trigonometric.DoubleTrigonometricPlan;
import dev.lanewise.engine.trigonometric.TrigonometricKind;
import java.util.EnumSet;
import java.util.Set;

/**
 * A cosine or sine transform of one of the eight kinds, as {@link DoubleTrigonometricPlan} defines them, {@code y = A x}.
 *
 * <p>Under {@link Normalization#ORTHO} it is orthogonal, and its transpose is the transform of the inverse kind. Otherwise the
 * transpose is {@code A} itself for the symmetric kinds, and for the rest, with {@code C} and {@code S} the transforms under the
 * same normalisation,
 *
 * <pre>
 *     C1^T = H C1 H^-1,    H = diag(1/2, 1, ..., 1, 1/2)
 *     C2^T = C3 D,         D = diag(2, 1, ..., 1)
 *     C3^T = D^-1 C2
 *     S2^T = S3 E,         E = diag(1, ..., 1, 2)
 *     S3^T = E^-1 S2,
 * </pre>
 *
 * <p>as {@code C1 = K diag(1, 2, ..., 2, 1)}, {@code C2 = 2 K}, {@code C3 = K^T diag(1, 2, ..., 2)}, {@code S2 = 2 K} and
 * {@code S3 = K^T diag(2, ..., 2, 1)}, each with a matrix {@code K} of cosines or sines, that of {@code C1} symmetric. To double
 * and to halve is exact.
 *
 * <p>Scratch: {@code n} numbers and that of a {@link DoubleTrigonometricPlan}.
 */
public final class DoubleTrigonometricMap extends DoubleLinearMap {
    private static final Layout ADJACENT = Layout.contiguous(0);

    private final int n;
    private final TrigonometricKind kind;
    private final Normalization normalization;
    private final DoubleTrigonometricPlan plan;

    /** Of the inverse kind under the same normalisation. */
    private final DoubleTrigonometricPlan partner;

    private DoubleTrigonometricMap(
            TrigonometricKind kind,
            Normalization normalization,
            DoubleTrigonometricPlan plan,
            DoubleTrigonometricPlan partner) {
        super(plan.length(), plan.length());
        this.n = plan.length();
        this.kind = kind;
        this.normalization = normalization;
        this.plan = plan;
        this.partner = partner;
    }

    /**
     * The transform of a kind.
     *
     * @param kind which cosine or sine transform
     * @param n the length of the vectors, any that a {@link DoubleTrigonometricPlan} of this kind takes
     * @param normalization decides the factor
     * @return the map
     * @throws IllegalArgumentException if {@code n} is no supported length
     */
    public static DoubleTrigonometricMap of(TrigonometricKind kind, int n, Normalization normalization) {
        DoubleTrigonometricPlan plan = DoubleTrigonometricPlan.of(kind, n).normalized(normalization);
        // The inverse of a plan is the inverse kind with the factor of the opposite normalisation.
        DoubleTrigonometricPlan partner = kind.inverse() == kind
                ? plan
                : plan.normalized(normalization.inverse()).inverse();
        return new DoubleTrigonometricMap(kind, normalization, plan, partner);
    }

    /**
     * Which transform it is.
     *
     * @return the kind
     */
    public TrigonometricKind kind() {
        return kind;
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
    protected void applyUnchecked(double[] x, int xOffset, double[] y, int yOffset, Workspace workspace) {
        Layout from = workspace.layout(xOffset, 1, 1, 1), to = workspace.layout(yOffset, 1, 1, 1);
        plan.transform(x, from, y, to, workspace, Parallelism.NONE);
    }

    @Override
    protected void applyTransposedUnchecked(double[] x, int xOffset, double[] y, int yOffset, Workspace workspace) {
        double[] vector = workspace.takeDoubles(n);
        try {
            System.arraycopy(x, xOffset, vector, 0, n);
            if (normalization != Normalization.ORTHO) {
                doubleEnds(vector);
            }
            partner.transform(vector, ADJACENT, vector, ADJACENT, workspace, Parallelism.NONE);
            if (normalization != Normalization.ORTHO) {
                halveEnds(vector);
            }
            System.arraycopy(vector, 0, y, yOffset, n);
        } finally {
            workspace.releaseDoubles();
        }
    }

    /** By {@code H^-1}, {@code D} or {@code E}. */
    private void doubleEnds(double[] x) {
        if (kind == TrigonometricKind.DCT1 || kind == TrigonometricKind.DCT2) {
            x[0] *= 2;
        }
        if (kind == TrigonometricKind.DCT1 || kind == TrigonometricKind.DST2) {
            x[n - 1] *= 2;
        }
    }

    /** By {@code H}, {@code D^-1} or {@code E^-1}. */
    private void halveEnds(double[] y) {
        if (kind == TrigonometricKind.DCT1 || kind == TrigonometricKind.DCT3) {
            y[0] *= 0.5;
        }
        if (kind == TrigonometricKind.DCT1 || kind == TrigonometricKind.DST3) {
            y[n - 1] *= 0.5;
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
        if (transposed && !turnsIntoItsPartner()) {
            super.applyBlock(true, x, xLayout, y, yLayout, workspace, parallelism);
        } else {
            (transposed ? partner : plan).transform(x, xLayout, y, yLayout, workspace, parallelism);
        }
    }

    /** Whether the transpose is the partner as it is, with no ends to double. */
    private boolean turnsIntoItsPartner() {
        return normalization == Normalization.ORTHO || partner == plan && kind != TrigonometricKind.DCT1;
    }

    @Override
    protected boolean prefersInPlace() {
        return true;
    }

    @Override
    protected DoubleLinearMap makeTransposed() {
        return turnsIntoItsPartner()
                ? new DoubleTrigonometricMap(kind.inverse(), normalization, partner, plan)
                : super.makeTransposed();
    }

    @Override
    protected DoubleLinearMap makeInverse() {
        return of(kind.inverse(), n, normalization.inverse());
    }

    @Override
    protected Set<MapProperty> known() {
        EnumSet<MapProperty> known = EnumSet.of(MapProperty.INVERTIBLE);
        if (normalization == Normalization.ORTHO) {
            known.add(MapProperty.ORTHOGONAL);
        }
        if (turnsIntoItsPartner() && partner == plan) {
            known.add(MapProperty.SYMMETRIC);
        }
        return known;
    }

    @Override
    public long operations() {
        return plan.operations();
    }

    @Override
    public String name() {
        return kind + " " + n + ", " + normalization;
    }
}
