package dev.lanewise.structured.butterfly;

import dev.lanewise.structured.DoubleLinearMap;
import java.util.Optional;

/**
 * A way to find the nearest map of some structure to a matrix: what {@link DoubleButterflyRecovery} tries besides its
 * own.
 */
public interface DoubleMatrixFit {
    /**
     * What the structure is called.
     *
     * @return the name
     */
    String name();

    /**
     * Finds a map.
     *
     * @param a the entries, row after row, finite; not to be changed
     * @param rows their rows
     * @param cols their columns
     * @return a map of the same shape that is near, if there is one to speak of
     */
    Optional<DoubleLinearMap> fit(double[] a, int rows, int cols);
}
