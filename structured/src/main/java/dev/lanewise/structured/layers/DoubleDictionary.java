package dev.lanewise.structured.layers;

import dev.lanewise.structured.DoubleLinearMap;
import java.util.List;
import java.util.Locale;

/** A dictionary that was learned from data, {@code Y ~ D X} with sparse {@code X}. */
public final class DoubleDictionary {
    private final DoubleLinearMap map;
    private final DoubleLayers layers;
    private final double[] coefficients;
    private final double error;
    private final List<SweepReport> reports;

    DoubleDictionary(
            DoubleLinearMap map, DoubleLayers layers, double[] coefficients, double error, List<SweepReport> reports) {
        this.map = map;
        this.layers = layers;
        this.coefficients = coefficients;
        this.error = error;
        this.reports = List.copyOf(reports);
    }

    /**
     * The dictionary, whose columns are the atoms.
     *
     * @return {@code D}
     */
    public DoubleLinearMap map() {
        return map;
    }

    /**
     * The sparse factors of the dictionary.
     *
     * @return the factors; null if it is dense
     */
    public DoubleLayers layers() {
        return layers;
    }

    /**
     * The coefficients of the data that it was learned from.
     *
     * @return {@code X}, column after column, a copy
     */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /** This with another report. */
    DoubleDictionary with(SweepReport report) {
        return new DoubleDictionary(map, layers, coefficients, error, List.of(report));
    }

    /** The coefficients themselves, not to be changed. */
    double[] ownCoefficients() {
        return coefficients;
    }

    /**
     * The relative error with these coefficients.
     *
     * @return {@code ||Y - D X||_F / ||Y||_F}
     */
    public double error() {
        return error;
    }

    /**
     * How it was learned.
     *
     * @return the reports of its stages
     */
    public List<SweepReport> reports() {
        return reports;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "dictionary of %d x %d, %,d operations, error %.3g",
                map.rows(),
                map.cols(),
                map.operations(),
                error);
    }
}
