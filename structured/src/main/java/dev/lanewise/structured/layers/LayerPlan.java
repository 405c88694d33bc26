package dev.lanewise.structured.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The order in which {@link DoubleHierarchicalFactorization} peels factors off a matrix: at each stage what is left is split into a factor and
 * a residual, each of a sparsity. Plain data.
 *
 * @param stages what is peeled off, and what is left, the first stage first
 * @param fromLeft whether factors are peeled off at the left, so that residuals are at the right
 */
public record LayerPlan(List<Stage> stages, boolean fromLeft) {
    /** Magnitudes of entries of a Hadamard matrix within this share are alike: noise of a hundredth is less, in a matrix of some thousand. */
    private static final double TIES = 0.05;

    /**
     * One stage.
     *
     * @param factor the sparsity of what is peeled off
     * @param residual the sparsity of what is left
     */
    public record Stage(Sparsity factor, Sparsity residual) {
        /** Checks that both are there. */
        public Stage {
            Objects.requireNonNull(factor, "factor");
            Objects.requireNonNull(residual, "residual");
        }
    }

    /** Checks that factors and residuals compose. */
    public LayerPlan {
        stages = List.copyOf(Objects.requireNonNull(stages, "stages"));
        if (stages.isEmpty()) {
            throw new IllegalArgumentException("stages: got none, wanted one or more");
        }
        Sparsity whole = null;
        for (int l = 0; l < stages.size(); l++) {
            Stage stage = stages.get(l);
            Sparsity left = fromLeft ? stage.factor : stage.residual;
            Sparsity right = fromLeft ? stage.residual : stage.factor;
            boolean fits = left.cols() == right.rows()
                    && (whole == null || whole.rows() == left.rows() && whole.cols() == right.cols());
            if (!fits) {
                throw new IllegalArgumentException(
                        "stage " + l + ": got " + left.rows() + " x " + left.cols() + " times "
                                + right.rows() + " x " + right.cols() + ", wanted factors that compose"
                                + (whole == null ? "" : " to " + whole.rows() + " x " + whole.cols()));
            }
            whole = stage.residual;
        }
    }

    /**
     * For square matrices like that of Hadamard: each factor has the 2 largest entries of each row and column, and residual {@code l} has
     * {@code n / 2^l} of each, down to 2; {@code log2 n} factors in all. Magnitudes within 0.05 of each other are alike, as
     * {@link Sparsity#withTies} says.
     *
     * @param n the order, a power of two, at least 4
     * @return the plan
     * @throws IllegalArgumentException if it is not
     */
    public static LayerPlan halving(int n) {
        if (n < 4 || Integer.bitCount(n) != 1) {
            throw new IllegalArgumentException("n: got " + n + ", wanted a power of two, 4 or more");
        }
        List<Stage> stages = new ArrayList<>();
        for (int left = n / 2; left >= 2; left /= 2) {
            stages.add(new Stage(
                    Sparsity.perRowAndColumn(n, n, 2).withTies(TIES),
                    Sparsity.perRowAndColumn(n, n, left).withTies(TIES)));
        }
        return new LayerPlan(stages, true);
    }

    /**
     * The number of rows of the matrix that is factored.
     *
     * @return how many
     */
    public int rows() {
        Stage first = stages.getFirst();
        return fromLeft ? first.factor.rows() : first.residual.rows();
    }

    /**
     * The number of columns of the matrix that is factored.
     *
     * @return how many
     */
    public int cols() {
        Stage first = stages.getFirst();
        return fromLeft ? first.residual.cols() : first.factor.cols();
    }

    /** The factors that there are after a stage, the residual among them, in the order in which the product is written. */
    List<Sparsity> sparsities(int stage) {
        List<Sparsity> all = new ArrayList<>();
        for (int l = 0; l <= stage; l++) {
            all.add(fromLeft ? all.size() : 0, stages.get(l).factor);
        }
        all.add(fromLeft ? all.size() : 0, stages.get(stage).residual);
        return all;
    }
}
