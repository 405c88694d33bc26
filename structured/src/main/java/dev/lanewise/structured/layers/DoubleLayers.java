package dev.lanewise.structured.layers;

import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleProduct;
import dev.lanewise.structured.DoubleSparseMap;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A matrix as a multiple of a product of sparse factors, {@code A ~ lambda S_1 S_2 ... S_J}, each of Frobenius norm 1, and how it was
 * found.
 */
public final class DoubleLayers {
    private final double scale;
    private final double error;
    private final List<DoubleSparseMap> factors;
    private final DoubleLinearMap map;
    private final List<SweepReport> reports;

    DoubleLayers(double scale, double error, DoubleTable[] tables, List<SweepReport> reports) {
        if (!Double.isFinite(scale)) {
            throw new ArithmeticException("lambda: got " + scale + ", wanted a finite number; the matrix is too large");
        }
        this.scale = scale;
        this.error = error;
        this.factors = Arrays.stream(tables).map(DoubleTable::sparse).toList();
        this.map = DoubleProduct.of(factors).times(scale);
        this.reports = List.copyOf(reports);
    }

    /**
     * Factors that are known, for instance to begin with. Each is divided by its Frobenius norm, and the number in front multiplied by it.
     *
     * @param factors in the order in which the product is written, at least one, none of them zero
     * @return the layers, with an error of 0 and no reports
     * @throws IllegalArgumentException if there are none, one is zero, or has not as many columns as the next has rows
     * @throws ArithmeticException if the number in front overflows
     */
    public static DoubleLayers of(List<DoubleSparseMap> factors) {
        if (Objects.requireNonNull(factors, "factors").isEmpty()) {
            throw new IllegalArgumentException("factors: got none, wanted one or more");
        }
        DoubleTable[] tables = new DoubleTable[factors.size()];
        double scale = 1;
        for (int j = 0; j < tables.length; j++) {
            DoubleSparseMap factor = Objects.requireNonNull(factors.get(j), "factor " + j);
            tables[j] = DoubleTable.of(factor);
            if (DoubleTable.largest(tables[j].entries) == 0) {
                throw new IllegalArgumentException("factor " + j + ": got zero, wanted a matrix that is not zero");
            }
            if (j > 0 && factors.get(j - 1).cols() != factor.rows()) {
                throw new IllegalArgumentException("factors " + (j - 1) + " and " + j + ": got "
                        + factors.get(j - 1).cols() + " columns and " + factor.rows() + " rows, wanted the same");
            }
            int exponent = tables[j].normalize();
            double norm = tables[j].norm();
            tables[j].divide(norm);
            scale = Math.scalb(scale * norm, exponent);
        }
        return new DoubleLayers(scale, 0, tables, List.of());
    }

    /**
     * The number in front.
     *
     * @return {@code lambda}, which may be negative
     */
    public double scale() {
        return scale;
    }

    /**
     * The factors, in the order in which the product is written: the last is applied first.
     *
     * @return {@code S_1} to {@code S_J}, without their zeros
     */
    public List<DoubleSparseMap> factors() {
        return factors;
    }

    /**
     * The product.
     *
     * @return {@code lambda S_1 S_2 ... S_J} as a map
     */
    public DoubleLinearMap map() {
        return map;
    }

    /**
     * The relative error after the last sweep.
     *
     * @return {@code ||A - lambda S_1 ... S_J||_F / ||A||_F}
     */
    public double error() {
        return error;
    }

    /**
     * The entries of all factors together.
     *
     * @return how many
     */
    public long entries() {
        return factors.stream().mapToLong(DoubleSparseMap::nonzeros).sum();
    }

    /**
     * The relative complexity gain: how many times fewer entries the factors have than the matrix when it is written out, hence how
     * many times fewer multiplications there are.
     *
     * @return {@code rows cols / entries}
     */
    public double gain() {
        return (double) map.rows() * map.cols() / entries();
    }

    /**
     * What each stage of the search did.
     *
     * @return the reports, in the order of the stages
     */
    public List<SweepReport> reports() {
        return reports;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d layers, %d x %d, %,d entries, gain %.2f, error %.3g",
                factors.size(),
                map.rows(),
                map.cols(),
                entries(),
                gain(),
                error());
    }
}
