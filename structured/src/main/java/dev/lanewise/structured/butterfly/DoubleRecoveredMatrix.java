package dev.lanewise.structured.butterfly;

import dev.lanewise.structured.DoubleLinearMap;
import java.util.Locale;
import java.util.Optional;

/**
 * A matrix as its structure was found.
 *
 * @param kind which structure
 * @param name of the structure, with what belongs to it: orders of rows and columns, ranks
 * @param map the matrix, or what is nearest to it; of twice the order if the matrix is complex
 * @param error {@code ||A - map||_F / ||A||_F}, computed
 * @param bound what the error is at most, from how it came about; the error itself where nothing else is known
 * @param isRecovered whether the error is within the tolerance
 * @param denseOperations those of a product of the matrix, written out, with a vector
 * @param factorization the factors, of a butterfly
 * @param rowOrder the order of rows in which it is one
 * @param columnOrder the order of columns
 */
public record DoubleRecoveredMatrix(
        RecoveredKind kind,
        String name,
        DoubleLinearMap map,
        double error,
        double bound,
        boolean isRecovered,
        long denseOperations,
        Optional<DoubleButterflyFactorization> factorization,
        Optional<ButterflyOrder> rowOrder,
        Optional<ButterflyOrder> columnOrder) {
    /**
     * The cost of a product with a vector.
     *
     * @return the operations of the map
     */
    public long operations() {
        return map.operations();
    }

    /** One line for people. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: error %.1e (at most %.1e), %,d operations of %,d",
                name,
                error,
                bound,
                operations(),
                denseOperations);
    }
}
