package dev.lanewise.structured;

import dev.lanewise.engine.Determinant;
import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.SingularMatrixException;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.kronecker.DoubleKroneckerPlan;
import dev.lanewise.engine.kronecker.KroneckerSchedule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A Kronecker product of maps of any shapes,
 *
 * <pre>    y = (A_1 x A_2 x ... x A_k) x,    A_i of m_i x n_i:</pre>
 *
 * <p>the block matrix of all {@code a_1(i, j) (A_2 x ... x A_k)}. A vector is an array of {@code k} axes of which the last runs
 * fastest, and each factor maps along an axis of its own; the large matrix is never formed. A matrix {@code X} of {@code n_1 x n_2},
 * row after row, becomes {@code A_1 X A_2^T}.
 *
 * <p>Factors are applied in the order that takes the fewest operations, {@link KroneckerSchedule}. Neighbours that are written out go
 * together by {@link DoubleKroneckerPlan}, as large products of matrices; any other maps blocks of vectors as it does elsewhere.
 *
 * <p>The transpose and the inverse are those of the factors; the determinant of square factors is the product of all
 * {@code det(A_i)^(n / n_i)}, with a relative error that is at most the sum of those of {@code det(A_i)} times {@code n / n_i}, and one
 * rounding for each multiplication.
 *
 * <p>Rounding: with {@code |error of A_i x| <= e_i |A_i| |x|} for every factor, the whole is off by at most
 * {@code ((1 + e_1) ... (1 + e_k) - 1) (|A_1| x ... x |A_k|) |x|} (N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd
 * ed., lemma 3.8), plus what underflow between the factors may do.
 *
 * <p>Source: C. F. Van Loan, The ubiquitous Kronecker product, J. Comput. Appl. Math. 123, 2000, pp. 85-100.
 */
public final class DoubleKroneckerProduct extends DoubleBlockMap {
    private final DoubleLinearMap[] factors;

    /** All factors, if they are written out. */
    private final DoubleKroneckerPlan plan;

    /** Otherwise the product of one map along each axis, or along neighbouring axes. */
    private final DoubleLinearMap chain;

    /** Factors that fit, and vectors that fit into arrays. */
    private DoubleKroneckerProduct(List<DoubleLinearMap> factors) {
        super(size(factors, true), size(factors, false));
        this.factors = factors.toArray(new DoubleLinearMap[0]);
        boolean areWrittenOut = factors.stream().allMatch(DoubleDenseMap.class::isInstance);
        plan = areWrittenOut ? plan(factors) : null;
        chain = areWrittenOut ? null : chain(joined(factors));
    }

    private static int size(List<DoubleLinearMap> factors, boolean rows) {
        int size = 1;
        for (DoubleLinearMap factor : factors) {
            size *= rows ? factor.rows() : factor.cols();
        }
        return size;
    }

    private static DoubleKroneckerPlan plan(List<DoubleLinearMap> factors) {
        double[][] entries = new double[factors.size()][];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = ((DoubleDenseMap) factors.get(i)).entries();
        }
        return DoubleKroneckerPlan.of(rows(factors), cols(factors), entries);
    }

    private static int[] rows(List<DoubleLinearMap> factors) {
        return factors.stream().mapToInt(DoubleLinearMap::rows).toArray();
    }

    private static int[] cols(List<DoubleLinearMap> factors) {
        return factors.stream().mapToInt(DoubleLinearMap::cols).toArray();
    }

    /** Neighbours that are written out as one factor. */
    private static List<DoubleLinearMap> joined(List<DoubleLinearMap> factors) {
        List<DoubleLinearMap> joined = new ArrayList<>();
        for (int i = 0; i < factors.size(); ) {
            int past = i;
            while (past < factors.size() && factors.get(past) instanceof DoubleDenseMap) {
                past++;
            }
            boolean isRun = past - i > 1;
            joined.add(isRun ? new DoubleKroneckerProduct(factors.subList(i, past)) : factors.get(i));
            i = isRun ? past : i + 1;
        }
        return joined;
    }

    /** The factors along their axes, the first of the schedule applied first. */
    private static DoubleLinearMap chain(List<DoubleLinearMap> factors) {
        long[] operations =
                factors.stream().mapToLong(DoubleLinearMap::operations).toArray();
        KroneckerSchedule schedule = KroneckerSchedule.of(rows(factors), cols(factors), operations);
        List<DoubleLinearMap> modes = new ArrayList<>();
        for (KroneckerSchedule.Step step : schedule.steps()) {
            DoubleLinearMap factor = factors.get(step.factor());
            if (!(factor instanceof DoubleIdentity)) {
                modes.addFirst(new DoubleModeMap(step.before(), factor, step.after()));
            }
        }
        return modes.size() == 1 ? modes.getFirst() : new DoubleProduct(modes);
    }

    /**
     * The Kronecker product of maps, simplified: products within are opened, numbers are gathered in front, neighbouring identities
     * become one, and zero takes everything.
     *
     * @param factors at least one, in the order in which the product is written
     * @return the product; the factor itself if one is left
     * @throws IllegalArgumentException if there are none, or the whole is too large
     */
    public static DoubleLinearMap of(List<? extends DoubleLinearMap> factors) {
        if (Objects.requireNonNull(factors, "factors").isEmpty()) {
            throw new IllegalArgumentException("factors: got none, wanted one or more");
        }
        for (int i = 0; i < factors.size(); i++) {
            Objects.requireNonNull(factors.get(i), "factor " + i);
        }
        List<DoubleLinearMap> all = List.copyOf(factors);
        KroneckerSchedule.of(rows(all), cols(all), new long[all.size()]); // refuses what is too large
        Simplified simplified = new Simplified();
        all.forEach(simplified::append);
        return simplified.map(size(all, true), size(all, false));
    }

    /**
     * The Kronecker product of a map with itself.
     *
     * @param map the map
     * @param k how many times, at least 0
     * @return the product; the identity of order 1 if {@code k} is 0
     * @throws IllegalArgumentException if {@code k} is negative, or the whole is too large
     */
    public static DoubleLinearMap power(DoubleLinearMap map, int k) {
        Objects.requireNonNull(map, "map");
        if (k < 0) {
            throw new IllegalArgumentException("power: got " + k + ", wanted 0 or more");
        }
        return k == 0 ? DoubleIdentity.of(1) : of(Collections.nCopies(k, map));
    }

    /** Factors that are simplified as they come, from the left. */
    private static final class Simplified {
        private final List<DoubleLinearMap> factors = new ArrayList<>();
        private double number = 1;
        private boolean isZero;

        private void append(DoubleLinearMap next) {
            if (next instanceof DoubleKroneckerProduct product) {
                product.parts().forEach(this::append);
            } else if (next instanceof DoubleMultiple multiple
                    && DoubleMultiple.isGathered(number, multiple.factor())) {
                number *= multiple.factor();
                append(multiple.map());
            } else if (next instanceof DoubleZero) {
                isZero = true;
            } else if (next instanceof DoubleIdentity
                    && !factors.isEmpty()
                    && factors.getLast() instanceof DoubleIdentity last) {
                factors.set(factors.size() - 1, DoubleIdentity.of(last.rows() * next.rows()));
            } else {
                factors.add(next);
            }
        }

        private DoubleLinearMap map(int rows, int cols) {
            if (isZero) {
                return DoubleZero.of(rows, cols);
            }
            factors.removeIf(factor -> factor instanceof DoubleIdentity && factor.rows() == 1);
            DoubleLinearMap rest =
                    switch (factors.size()) {
                        case 0 -> DoubleIdentity.of(1);
                        case 1 -> factors.getFirst();
                        default -> new DoubleKroneckerProduct(factors);
                    };
            return DoubleMultiple.of(number, rest);
        }
    }

    /**
     * This times another, factor by factor, {@code (A x B) (C x D) = A C x B D}; null if their factors do not fit, or no pair of
     * them becomes one: then nothing would be saved.
     */
    DoubleLinearMap merged(DoubleKroneckerProduct right) {
        if (factors.length != right.factors.length) {
            return null;
        }
        for (int i = 0; i < factors.length; i++) {
            if (factors[i].cols() != right.factors[i].rows()) {
                return null;
            }
        }
        List<DoubleLinearMap> products = new ArrayList<>();
        boolean isSaved = false;
        for (int i = 0; i < factors.length; i++) {
            DoubleLinearMap product = factors[i].times(right.factors[i]);
            isSaved |= !(product instanceof DoubleProduct);
            products.add(product);
        }
        return isSaved ? of(products) : null;
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
        if (plan == null) {
            chain.applyBlock(transposed, x, xLayout, y, yLayout, workspace, parallelism);
        } else if (transposed) {
            plan.multiplyTransposed(x, xLayout, y, yLayout, workspace, parallelism);
        } else {
            plan.multiply(x, xLayout, y, yLayout, workspace, parallelism);
        }
    }

    /** The plan goes from its input to its output in any case. */
    @Override
    protected boolean prefersInPlace() {
        return plan == null ? chain.prefersInPlace() : rows() == cols();
    }

    @Override
    protected DoubleLinearMap makeTransposed() {
        return each(DoubleLinearMap::transposed);
    }

    /** That of the factors; a factor that is singular is named. */
    @Override
    protected DoubleLinearMap makeInverse() {
        checkSquare("inverse");
        for (int i = 0; i < factors.length; i++) {
            if (factors[i].rows() != factors[i].cols()) {
                throw new SingularMatrixException(
                        factorName(i), 0, "it is " + factors[i].rows() + " x " + factors[i].cols());
            }
            try {
                factors[i].inverse();
            } catch (SingularMatrixException e) {
                throw e.within(factorName(i));
            }
        }
        return each(DoubleLinearMap::inverse);
    }

    private void checkSquare(String what) {
        if (rows() != cols()) {
            throw new UnsupportedOperationException(
                    what + ": got " + rows() + " x " + cols() + ", wanted a square Kronecker product");
        }
    }

    private String factorName(int i) {
        return "factor " + i + " of " + factors.length + " of a Kronecker product";
    }

    private DoubleLinearMap each(UnaryOperator<DoubleLinearMap> change) {
        List<DoubleLinearMap> changed = new ArrayList<>();
        for (DoubleLinearMap factor : factors) {
            changed.add(change.apply(factor));
        }
        return of(changed);
    }

    /** What all factors have. */
    @Override
    protected Set<MapProperty> known() {
        return MapProperty.common(parts());
    }

    /** 0 if a factor is not square: then the rank is less than the order. */
    @Override
    public Determinant determinant() {
        checkSquare("determinant");
        Determinant product = Determinant.ONE;
        if (rows() == 0) {
            return product;
        }
        for (DoubleLinearMap factor : factors) {
            if (factor.rows() != factor.cols()) {
                return Determinant.ONE.times(0);
            }
            product = product.times(power(factor.determinant(), rows() / factor.rows()));
        }
        return product;
    }

    private static Determinant power(Determinant base, int exponent) {
        Determinant power = Determinant.ONE, square = base;
        for (int rest = exponent; rest > 0; rest >>= 1) {
            if (rest % 2 == 1) {
                power = power.times(square);
            }
            square = square.times(square);
        }
        return power;
    }

    @Override
    public long operations() {
        return plan == null ? chain.operations() : plan.schedule(false).operations();
    }

    /** The factors map along axes, not the real and imaginary parts of the whole. */
    @Override
    public boolean isComplex() {
        return false;
    }

    @Override
    public String name() {
        return "Kronecker product of " + factors.length;
    }

    @Override
    public List<DoubleLinearMap> parts() {
        return List.of(factors);
    }
}
