package dev.lanewise.cli;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.butterfly.ButterflyPattern;
import dev.lanewise.structured.butterfly.ButterflyOrder;
import dev.lanewise.structured.butterfly.DoubleButterflyRecovery;
import dev.lanewise.structured.butterfly.DoubleRecoveredMatrix;
import dev.lanewise.structured.kronecker.DoubleKroneckerFit;
import java.util.ArrayList;
import java.util.List;

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
        int most = ButterflyChains.most(rows, columns), factors = levels == 0 ? most : levels;
        if (factors > most) {
            throw CommandFailure.usage("--levels: got " + levels + ", wanted auto or 1 to " + most + " for a matrix of "
                    + rows + " x " + columns);
        }
        int[] rowRadices = ButterflyChains.radices(rows, factors);
        int[] columnRadices = ButterflyChains.radices(columns, factors);
        List<List<ButterflyPattern>> chains = new ArrayList<>();
        chains.add(ButterflyChains.ofRadices(rowRadices, columnRadices));
        boolean isPowerOfTwo = rows == columns && Integer.bitCount(rows) == 1;
        if (isPowerOfTwo && rows >= 4 && factors == Integer.numberOfTrailingZeros(rows) - 1) {
            chains.add(ButterflyPattern.overlapping(rows, 2));
        }
        return DoubleButterflyRecovery.of(chains, orders(rows, rowRadices), orders(columns, columnRadices));
    }

    /** The usual orders, and those of the radices. */
    private static List<ButterflyOrder> orders(int n, int[] radices) {
        List<ButterflyOrder> orders = new ArrayList<>(ButterflyOrder.usual(n));
        ButterflyOrder reversed = ButterflyOrder.digitReversed(radices);
        if (!orders.contains(reversed)) {
            orders.add(reversed);
        }
        return orders;
    }
}
