package dev.lanewise.structured.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A matrix as a product of sparse factors that are peeled off one after the other,
 *
 * <pre>    A ~ S_1 T_1,    T_1 ~ S_2 T_2,    ...,    A ~ lambda S_1 S_2 ... S_l T_l,</pre>
 *
 * <p>or from the other end. A stage has two parts: what is left is split into a factor and a sparser residual, and then all factors that there
 * are, the residual among them, are fitted to {@code A} together; each part by the sweeps of {@link DoubleProximalFactorization}, a split from
 * the start that is told there, a fit from the factors as they are. Sweeps begin at the residual, whatever the options say: with the
 * sparse factor first even the Hadamard matrix of order 8 is off by 0.7.
 *
 * <p><b>What it can do.</b> The Hadamard matrix of order {@code 2^k}, up to 128 at least, is factored exactly into {@code k} factors of {@code 2 n}
 * entries by {@link LayerPlan#halving}, with nothing given but its entries and the sparsities; as the paper tells. What is behind it is that of entries
 * of the same magnitude the first are kept: so the residual of the first stage takes on the blocks of a Kronecker product. With rows
 * and columns in random order, or of unlike magnitudes, that does not happen, and the search ends far from the matrix. There is no
 * guarantee; where the supports are known, say so with {@link Sparsity#support}.
 *
 * <p>Source: L. Le Magoarou and R. Gribonval, Flexible multilayer sparse approximations of matrices and applications, IEEE J. Sel.
 * Topics Signal Process. 10(4), 2016, pp. 688-700, algorithm 3 and section IV-C. On where it fails: L. Zheng, E. Riccietti and R.
 * Gribonval, Efficient identification of butterfly sparse matrix factorizations, SIAM J. Math. Data Sci. 5(1), 2023, pp. 22-49.
 */
public final class DoubleHierarchicalFactorization {
    /** Fits the factors of a stage, all of them, in place. */
    abstract static class Fit {
        private final SweepOptions options;
        private final List<SweepReport> reports;
        private double scale;
        private double error;

        /** With what stops a fit, and where its reports go. */
        Fit(SweepOptions options, List<SweepReport> reports) {
            this.options = options;
            this.reports = reports;
        }

        /** What fits them, from where they are. */
        abstract DoubleSweeper sweeper(List<Sparsity> sparsities, DoubleTable[] factors);

        /** Told of them once they are fitted. */
        void fitted(DoubleTable[] factors) {}

        /**
         * Fits them; with a search that is cancelled, only {@code lambda}.
         *
         * @return whether to go on
         */
        final boolean run(int stage, List<Sparsity> sparsities, DoubleTable[] factors, boolean isCancelled) {
            DoubleSweeper sweeper = sweeper(sparsities, factors);
            Sweeps sweeps = new Sweeps("fit " + stage, 2 * stage + 1, options, Math.ulp((double) 1));
            reports.add(isCancelled ? sweeps.cancelled(sweeper.error()) : sweeper.run(sweeps));
            scale = sweeper.scale();
            error = sweeper.error();
            fitted(factors);
            return !isCancelled && !sweeps.isCancelled();
        }

        /** The number in front. */
        final double scale() {
            return scale;
        }

        /** The relative error. */
        final double error() {
            return error;
        }
    }

    private final LayerPlan plan;
    private final SweepOptions options;

    private DoubleHierarchicalFactorization(LayerPlan plan, SweepOptions options) {
        this.plan = Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(options, "options");
        this.options = plan.fromLeft() ? options.rightToLeft() : options.leftToRight();
    }

    /**
     * The method.
     *
     * @param plan what is peeled off
     * @param options when each of the two parts of a stage stops; stage {@code 2 l} splits, {@code 2 l + 1} fits
     * @return the method
     */
    public static DoubleHierarchicalFactorization of(LayerPlan plan, SweepOptions options) {
        return new DoubleHierarchicalFactorization(plan, options);
    }

    /**
     * Factors a matrix. If the listener ends the search, the last factor is the residual of the stage that it was in.
     *
     * @param a the matrix, row after row, finite, not zero
     * @return the factors
     * @throws IllegalArgumentException if it has not as many entries as the plan has, or one is not finite, or all are zero
     * @throws ArithmeticException if {@code lambda} overflows
     */
    public DoubleLayers factorize(double[] a) {
        DoubleTable matrix = DoubleProximalFactorization.checked(a, plan.rows(), plan.cols());
        List<SweepReport> reports = new ArrayList<>();
        return run(matrix, new ToMatrix(matrix, reports), reports);
    }

    /** The fit to the matrix that is factored. */
    private final class ToMatrix extends Fit {
        private final DoubleTable matrix;

        ToMatrix(DoubleTable matrix, List<SweepReport> reports) {
            super(options, reports);
            this.matrix = matrix;
        }

        @Override
        DoubleSweeper sweeper(List<Sparsity> sparsities, DoubleTable[] factors) {
            DoubleSweeper sweeper = new DoubleSweeper(matrix, sparsities, factors, null, scale(), options.fromLeft());
            sweeper.rescale();
            return sweeper;
        }
    }

    /** Splits, and fits as it is told. */
    DoubleLayers run(DoubleTable matrix, Fit fit, List<SweepReport> reports) {
        List<DoubleTable> peeled = new ArrayList<>();
        DoubleTable left = matrix;
        DoubleTable[] all = {};
        for (int l = 0; l < plan.stages().size(); l++) {
            LayerPlan.Stage stage = plan.stages().get(l);
            List<Sparsity> two = plan.fromLeft()
                    ? List.of(stage.factor(), stage.residual())
                    : List.of(stage.residual(), stage.factor());
            DoubleTable[] pair = DoubleSweeper.start(two, options.fromLeft());
            DoubleSweeper splitter = new DoubleSweeper(left, two, pair, null, 1, options.fromLeft());
            splitter.unit();
            Sweeps sweeps = new Sweeps("split " + l, 2 * l, options, Math.ulp((double) 1));
            reports.add(splitter.run(sweeps));
            List<DoubleTable> now = new ArrayList<>(peeled);
            now.addAll(plan.fromLeft() ? now.size() : 0, List.of(pair));
            all = now.toArray(new DoubleTable[0]);
            boolean goesOn = fit.run(l, plan.sparsities(l), all, sweeps.isCancelled());
            left = plan.fromLeft() ? all[all.length - 1] : all[0];
            peeled = new ArrayList<>(List.of(all));
            peeled.remove(left);
            if (!goesOn) {
                break;
            }
        }
        return new DoubleLayers(fit.scale(), fit.error(), all, reports);
    }
}
