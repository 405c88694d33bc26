package dev.lanewise.cli;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.structured.butterfly.DoubleButterflyRecovery;
import dev.lanewise.structured.butterfly.DoubleRecoveredMatrix;
import dev.lanewise.structured.kronecker.DoubleKroneckerFit;

/** Looks for the structure of a matrix, in this precision. */
final class DoubleStructureSearch {
    private DoubleStructureSearch() {}

    /**
     * The cheapest structure within the tolerance, or the nearest.
     *
     * @param re the entries, or their real parts
     * @param im the imaginary parts; empty if the entries are real
     * @param layout where they lie
     * @param levels how many butterfly factors, or 0 for whatever fits
     * @param tolerance the error that is allowed; null for one of rounding
     * @throws CommandFailure of usage, if there are not as many levels in such a matrix
     */
    static FoundStructure of(double[] re, double[] im, MatrixLayout layout, int levels, String tolerance) {
        DoubleButterflyRecovery search = search(layout.rows(), layout.columns(), levels);
        // Entries that were computed from angles, which grow as the order n, are off by n u for that alone.
        double rounding = Math.max(layout.rows(), layout.columns()) * (Math.ulp((double) 1) / 2);
        search =
                search.withTolerance(tolerance == null ? search.tolerance() + rounding : Double.parseDouble(tolerance));
        if (levels == 0 && im.length == 0) {
            search = search.with(new DoubleKroneckerFit());
        }
        DoubleRecoveredMatrix found =
                im.length == 0 ? search.recover(re, layout) : search.recoverComplex(re, im, layout);
        return new FoundStructure(
                found.name(),
                found.map(),
                found.error(),
                found.bound(),
                search.tolerance(),
                found.isRecovered(),
                found.operations(),
                found.denseOperations());
    }

    private static DoubleButterflyRecovery search(int rows, int columns, int levels) {
        if (levels == 0 && rows == columns) {
            return DoubleButterflyRecovery.usual(rows);
        }
        int most = DoubleButterflyRecovery.mostLevels(rows, columns);
        if (levels > most) {
            throw CommandFailure.usage("--levels: got " + levels + ", wanted auto or 1 to " + most + " for a matrix of "
                    + rows + " x " + columns);
        }
        return DoubleButterflyRecovery.ofLevels(rows, columns, levels == 0 ? most : levels);
    }
}
