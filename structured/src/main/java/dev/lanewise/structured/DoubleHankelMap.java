package dev.lanewise.structured;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.ConvolutionMode;
import dev.lanewise.engine.fourier.DoubleConvolutionPlan;
import java.util.Objects;
import java.util.Set;

/**
 * A Hankel matrix of {@code m x n}, {@code A_ij = h_(i+j)}: constant along antidiagonals, given by {@code h_0, ...,
 * h_(m+n-2)}, of which the first {@code m} are its first column and the last {@code n} its last row. Square ones are symmetric.
 *
 * <p>{@code y_i = sum over j of h_(i+j) x_j} is the convolution of {@code h} with {@code x} from its end to its beginning:
 * a {@link DoubleToeplitzMap} after a reversal, with its cost and its bounds on rounding, and a copy of {@code x}.
 *
 * <p>Scratch: some vectors, and that of a {@link DoubleConvolutionPlan}.
 */
public final class DoubleHankelMap extends DoubleBlockMap {
    /** Numbers that are reversed at once. */
    private static final int COPIED = 1 << 16;

    private final double[] coefficients;
    private final DoubleConvolutionPlan plan;

    private DoubleHankelMap(int rows, double[] coefficients) {
        super(rows, coefficients.length - rows + 1);
        this.coefficients = coefficients;
        this.plan = DoubleConvolutionPlan.of(cols(), coefficients, ConvolutionMode.VALID);
    }

    /**
     * The matrix of its antidiagonals.
     *
     * @param rows the number of rows {@code m}, at least 1
     * @param coefficients {@code h_0, ..., h_(m+n-2)}, finite, {@code m} at least; copied
     * @return the map, of {@code n = coefficients.length - m + 1} columns
     * @throws IllegalArgumentException if {@code rows} is less than 1, there are fewer coefficients than rows, or more than a
     *     {@link DoubleConvolutionPlan} takes, or one is not finite
     */
    public static DoubleHankelMap of(int rows, double[] coefficients) {
        Objects.requireNonNull(coefficients, "coefficients");
        if (rows < 1) {
            throw new IllegalArgumentException("rows: got " + rows + ", wanted 1 or more");
        }
        if (coefficients.length < rows) {
            throw new IllegalArgumentException("coefficients: got " + coefficients.length + ", wanted " + rows
                    + " or more for a matrix of " + rows + " rows");
        }
        DoubleToeplitzMap.checkFinite("coefficients", coefficients);
        return new DoubleHankelMap(rows, coefficients.clone());
    }

    /**
     * The coefficients.
     *
     * @return a copy of {@code h_0, ..., h_(m+n-2)}
     */
    public double[] coefficients() {
        return coefficients.clone();
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
        DoubleConvolutionPlan way = transposed ? ((DoubleHankelMap) transposed()).plan : plan;
        int n = way.length(), count = xLayout.count(), atOnce = Math.max(parallelism.workers(), COPIED / n);
        for (int first = 0; first < count; first += atOnce) {
            int some = Math.min(atOnce, count - first);
            double[] reversed = workspace.takeDoubles(some * n);
            try {
                for (int j = 0; j < some; j++) {
                    int from = xLayout.start(first + j), to = j * n + n - 1;
                    for (int i = 0; i < n; i++) {
                        reversed[to - i] = x[from + i * xLayout.stride()];
                    }
                }
                Layout between = workspace.layout(0, 1, some, n);
                Layout target = workspace.layout(yLayout.start(first), yLayout.stride(), some, yLayout.distance());
                way.transform(reversed, between, y, target, workspace, parallelism);
            } finally {
                workspace.releaseDoubles();
            }
        }
    }

    @Override
    protected DoubleLinearMap makeTransposed() {
        return new DoubleHankelMap(cols(), coefficients);
    }

    @Override
    protected Set<MapProperty> known() {
        return rows() == cols() ? Set.of(MapProperty.SYMMETRIC) : Set.of();
    }

    @Override
    public long operations() {
        return DoubleToeplitzMap.operations(plan.schedule());
    }

    /** The coefficients; their transform is as many once more. */
    @Override
    public long parameters() {
        return coefficients.length;
    }

    @Override
    public String name() {
        return "Hankel " + rows() + " x " + cols();
    }
}
