package dev.lanewise.engine.jacobi;

/**
 * The order in which Jacobi's method takes pairs of columns.
 *
 * <p>In turn: every pair once in a sweep, always in the same order, disjoint pairs at the same time. This is the faster way.
 *
 * <p>At random: in a sweep, as many pairs as there are, each drawn independently and uniformly, and after them every pair in turn,
 * since it takes many drawings until none is left out. A pair drawn is expected to take the sum of the squares of all inner products of
 * two different columns down by a factor of {@code 1 - 2 / (n (n - 1))}, whatever the matrix; of a fixed order so much cannot be said.
 * Source: A Unified Perspective on Orthogonalization and Diagonalization, on Jacobi's method with randomised pivoting.
 *
 * @param random whether at random
 * @param seed of the random numbers; the same seed gives the same pairs for ever
 */
public record JacobiOrder(boolean random, long seed) {
    /** Every pair in turn. */
    public static final JacobiOrder IN_TURN = new JacobiOrder(false, 0);

    /**
     * Pairs at random.
     *
     * @param seed of the random numbers
     * @return the order
     */
    public static JacobiOrder random(long seed) {
        return new JacobiOrder(true, seed);
    }
}
