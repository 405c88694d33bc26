package dev.lanewise.engine.kronecker;

import dev.lanewise.engine.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * In which order the factors of a Kronecker product {@code A_1 x A_2 x ... x A_k} are applied to a vector: plain data, decided by
 * the shapes alone, whatever the number of vectors, layout or threads.
 *
 * <p>A vector is an array of {@code k} axes, the last of which runs fastest. To apply a factor is to multiply along its axis,
 * which takes {@code operations / inputs} for each number that there is, and leaves {@code outputs / inputs} times as many. Of two
 * neighbours in the order, factor i is better applied before factor j if and only if
 *
 * <pre>    (inputs_i - outputs_i) / operations_i > (inputs_j - outputs_j) / operations_j,</pre>
 *
 * <p>so the factors sorted by that are in the order that takes the fewest operations. Those that shrink the vector come first, those
 * that lengthen it last: no vector on the way is longer than both input and output. Among equals the last factor comes first.
 */
public final class KroneckerSchedule {
    private final List<Step> steps;
    private final long operations;

    private KroneckerSchedule(List<Step> steps, long operations) {
        this.steps = steps;
        this.operations = operations;
    }

    /**
     * One factor {@code B}, applied as {@code I x B x I}: an array of {@code before * inputs * after} numbers becomes one of
     * {@code before * outputs * after}.
     *
     * @param factor which factor, from 0
     * @param before numbers along all axes before its own, as they are by then
     * @param outputs numbers along its axis afterwards
     * @param inputs numbers along its axis
     * @param after numbers along all axes after its own, as they are by then
     */
    public record Step(int factor, int before, int outputs, int inputs, int after) {}

    /**
     * Decides.
     *
     * @param outputs of each factor: its rows, or its columns if the transpose is applied
     * @param inputs of each factor, as many
     * @param operations to apply each factor once, as many
     * @return the schedule
     * @throws IllegalArgumentException if there are no factors, numbers are not as many or negative, or vectors do not fit into an
     *     array
     */
    public static KroneckerSchedule of(int[] outputs, int[] inputs, long[] operations) {
        int k = Objects.requireNonNull(outputs, "outputs").length;
        Objects.requireNonNull(inputs, "inputs");
        Objects.requireNonNull(operations, "operations");
        if (k == 0 || inputs.length != k || operations.length != k) {
            throw new IllegalArgumentException("factors: got " + k + " outputs, " + inputs.length + " inputs and "
                    + operations.length + " numbers of operations, wanted one or more of each, and as many");
        }
        for (int i = 0; i < k; i++) {
            if (outputs[i] < 0 || inputs[i] < 0 || operations[i] < 0) {
                throw new IllegalArgumentException("factor " + i + ": got " + outputs[i] + " x " + inputs[i] + " and "
                        + operations[i] + " operations, wanted 0 or more of each");
            }
        }
        checkFits(outputs, inputs);
        List<Integer> order = new ArrayList<>();
        for (int i = k - 1; i >= 0; i--) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> (outputs[i] - (double) inputs[i]) / Math.max(1, operations[i])));
        return new KroneckerSchedule(steps(order, outputs, inputs), total(order, outputs, inputs, operations));
    }

    /** Vectors fit into arrays, also where another factor is empty. */
    private static void checkFits(int[] outputs, int[] inputs) {
        double rows = 1, cols = 1;
        StringBuilder shapes = new StringBuilder();
        for (int i = 0; i < outputs.length; i++) {
            rows *= Math.max(1, outputs[i]);
            cols *= Math.max(1, inputs[i]);
            shapes.append(i == 0 ? "" : ", ").append(outputs[i]).append(" x ").append(inputs[i]);
        }
        if (Math.max(rows, cols) > Workspace.LARGEST_ARRAY) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "Kronecker product: got factors of %s, %.0f x %.0f in all, wanted at most %d of each",
                    shapes,
                    rows,
                    cols,
                    Workspace.LARGEST_ARRAY));
        }
    }

    private static List<Step> steps(List<Integer> order, int[] outputs, int[] inputs) {
        int[] sizes = inputs.clone();
        List<Step> steps = new ArrayList<>();
        for (int factor : order) {
            int before = 1, after = 1;
            for (int i = 0; i < sizes.length; i++) {
                before *= i < factor ? sizes[i] : 1;
                after *= i > factor ? sizes[i] : 1;
            }
            steps.add(new Step(factor, before, outputs[factor], inputs[factor], after));
            sizes[factor] = outputs[factor];
        }
        return List.copyOf(steps);
    }

    private static long total(List<Integer> order, int[] outputs, int[] inputs, long[] operations) {
        double sum = 0;
        for (Step step : steps(order, outputs, inputs)) {
            sum += (double) step.before * step.after * operations[step.factor];
        }
        return (long) sum;
    }

    /**
     * The steps in their order.
     *
     * @return one for each factor
     */
    public List<Step> steps() {
        return steps;
    }

    /**
     * All operations for one vector.
     *
     * @return the sum over all steps; the largest long if there are more
     */
    public long operations() {
        return operations;
    }

    /**
     * The steps, one line each, as in {@code factor 1: 16 x (8 x 4) x 64}.
     *
     * @return the text; no line end after the last line
     */
    public String describe() {
        StringBuilder text = new StringBuilder();
        for (Step step : steps) {
            text.append(text.isEmpty() ? "" : "\n")
                    .append(String.format(
                            Locale.ROOT,
                            "factor %d: %d x (%d x %d) x %d",
                            step.factor,
                            step.before,
                            step.outputs,
                            step.inputs,
                            step.after));
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return describe();
    }
}
