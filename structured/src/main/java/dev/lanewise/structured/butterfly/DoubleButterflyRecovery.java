package dev.lanewise.structured.butterfly;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.butterfly.ButterflyPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * From a matrix that is written out to the structure it has: circulant, a butterfly of rank 1, a butterfly of rank 2,
 * or what the caller knows to fit. Of those within the tolerance the cheapest is the result; if there is none, the
 * nearest that was found.
 *
 * <p>A matrix is mostly a butterfly in some order of its rows and columns only. All pairs of given orders are looked
 * at, and of each a few blocks of every split of the chain: what they have beyond their rank. The most promising are
 * factorised. So Hadamard matrices in all their usual orders, Fourier, Hartley, cosine and sine transforms of types II
 * to IV, wavelets of Haar's, and any butterfly in the orders of {@link ButterflyOrder#usual} are found. Types I of
 * cosine and sine transforms are none: their period is no power of two with them.
 *
 * <p>The circulant matrix that is nearest, in the Frobenius norm, has the means of the wrapped diagonals: as {@code F A
 * F^-1} is as far from its diagonal as A is from it, this is to diagonalise with the Fourier transform, without one.
 *
 * <p>Immutable; each {@code with} makes another.
 *
 * <p>Source: that of {@link DoubleButterflyFactorization}; L. Zheng, G. Puy, E. Riccietti, P. Perez, R. Gribonval,
 * Butterfly factorization by algorithmic identification of rank-one blocks, GRETSI 2023 (permutations by the ranks of
 * blocks; there by clustering rows and columns).
 */
public final class DoubleButterflyRecovery {
    /** Of each split, so many blocks are looked at. */
    private static final int SAMPLES = 8;

    /** So many pairs of orders that look right are tried. */
    private static final int TRIES = 8;

    /** What the samples show may be so much more than the whole does. */
    private static final int LIKELY = 8;

    private final List<List<ButterflyPattern>> chains;
    private final List<ButterflyOrder> rowOrders;
    private final List<ButterflyOrder> columnOrders;
    private final List<DoubleMatrixFit> fits;
    private final double tolerance;

    private DoubleButterflyRecovery(
            List<List<ButterflyPattern>> chains,
            List<ButterflyOrder> rowOrders,
            List<ButterflyOrder> columnOrders,
            List<DoubleMatrixFit> fits,
            double tolerance) {
        this.chains = chains;
        this.rowOrders = rowOrders;
        this.columnOrders = columnOrders;
        this.fits = fits;
        this.tolerance = tolerance;
    }

    /**
     * The usual structures of square matrices: circulants; for a power of two butterflies of rank 1 and 2, for others of rank 1 by
     * their prime factors, ascending and descending; in the usual orders; with the tolerance {@code 64 (1 + log2(n))
     * u}, u the unit roundoff.
     *
     * @param n the order, at least 1
     * @return the search
     * @throws IllegalArgumentException if n is less
     */
    public static DoubleButterflyRecovery usual(int n) {
        List<ButterflyOrder> orders = ButterflyOrder.usual(n);
        List<List<ButterflyPattern>> chains = new ArrayList<>();
        int[] primes = ButterflyOrder.primeRadices(n);
        chains.add(ButterflyPattern.ofRadices(primes));
        if (n >= 4 && Integer.bitCount(n) == 1) {
            chains.add(ButterflyPattern.overlapping(n, 2));
        } else if (primes[0] != primes[primes.length - 1]) {
            chains.add(ButterflyPattern.ofRadices(ButterflyOrder.reversed(primes)));
        }
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(n);
        return new DoubleButterflyRecovery(chains, orders, orders, List.of(), 32 * bits * Math.ulp((double) 1));
    }

    /**
     * Given chains in given orders, circulants, which are found at once, and nothing else but what is added.
     *
     * @param chains patterns of factors, each list in the order in which these are written
     * @param rowOrders orders of the rows, one at least
     * @param columnOrders orders of the columns, one at least
     * @return the search, with the tolerance of {@link #usual} for the larger of the two numbers
     * @throws IllegalArgumentException if there are no chains, or no orders, or orders are not all of one length
     */
    public static DoubleButterflyRecovery of(
            List<List<ButterflyPattern>> chains, List<ButterflyOrder> rowOrders, List<ButterflyOrder> columnOrders) {
        if (Objects.requireNonNull(chains, "chains").isEmpty()) {
            throw new IllegalArgumentException("chains: got none, wanted one or more");
        }
        int rows = check("rowOrders", rowOrders), columns = check("columnOrders", columnOrders);
        List<List<ButterflyPattern>> copies = new ArrayList<>();
        for (List<ButterflyPattern> chain : chains) {
            copies.add(DoubleButterflyFactorization.checked(chain, rows, columns));
        }
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(rows, columns));
        return new DoubleButterflyRecovery(
                copies, List.copyOf(rowOrders), List.copyOf(columnOrders), List.of(), 32 * bits * Math.ulp((double) 1));
    }

    /**
     * How many factors a butterfly of a matrix can have at most: as many as rows and columns both have prime factors, and 1 at least.
     *
     * @param rows the number of rows, at least 1
     * @param columns the number of columns, at least 1
     * @return the number of factors
     * @throws IllegalArgumentException if there are none
     */
    public static int mostLevels(int rows, int columns) {
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException("matrix: got " + rows + " x " + columns + ", wanted 1 x 1 or larger");
        }
        return Math.max(
                1, Math.min(ButterflyOrder.primeFactors(rows).length, ButterflyOrder.primeFactors(columns).length));
    }

    /**
     * Butterflies of so many factors, oblong too: of rank 1, with blocks as even as the prime factors of rows and columns
     * come, and where there are as many of rank 2, of these; in the usual orders and with the digits of these blocks reversed; besides
     * circulants.
     *
     * @param rows the number of rows, at least 1
     * @param columns the number of columns, at least 1
     * @param levels the number of factors, 1 to {@link #mostLevels}
     * @return the search, with the tolerance of {@link #of}
     * @throws IllegalArgumentException if one is another
     */
    public static DoubleButterflyRecovery ofLevels(int rows, int columns, int levels) {
        int most = mostLevels(rows, columns);
        if (levels < 1 || levels > most) {
            throw new IllegalArgumentException(
                    "levels: got " + levels + ", wanted 1 to " + most + " for a matrix of " + rows + " x " + columns);
        }
        int[] ofRows = ButterflyOrder.radices(rows, levels), ofColumns = ButterflyOrder.radices(columns, levels);
        List<List<ButterflyPattern>> chains = new ArrayList<>();
        chains.add(ButterflyPattern.ofRadices(ofRows, ofColumns));
        boolean isPowerOfTwo = rows == columns && Integer.bitCount(rows) == 1;
        if (isPowerOfTwo && rows >= 4 && levels == Integer.numberOfTrailingZeros(rows) - 1) {
            chains.add(ButterflyPattern.overlapping(rows, 2));
        }
        return of(chains, usualAnd(ofRows, rows), usualAnd(ofColumns, columns));
    }

    /** The usual orders, and the digits of given radices reversed. */
    private static List<ButterflyOrder> usualAnd(int[] radices, int n) {
        List<ButterflyOrder> orders = new ArrayList<>(ButterflyOrder.usual(n));
        ButterflyOrder reversed = ButterflyOrder.digitReversed(radices);
        if (!orders.contains(reversed)) {
            orders.add(reversed);
        }
        return orders;
    }

    private static int check(String name, List<ButterflyOrder> orders) {
        if (Objects.requireNonNull(orders, name).isEmpty()) {
            throw new IllegalArgumentException(name + ": got none, wanted one or more");
        }
        int length = orders.getFirst().length();
        for (ButterflyOrder order : orders) {
            if (order.length() != length) {
                throw new IllegalArgumentException(
                        name + ": got lengths " + length + " and " + order.length() + ", wanted one length");
            }
        }
        return length;
    }

    /**
     * The same with another tolerance.
     *
     * @param relative the error that is allowed, over {@code ||A||_F}; 0 or more
     * @return the search
     * @throws IllegalArgumentException if it is negative or not a number
     */
    public DoubleButterflyRecovery withTolerance(double relative) {
        if (!(relative >= 0)) {
            throw new IllegalArgumentException("tolerance: got " + relative + ", wanted 0 or more");
        }
        return new DoubleButterflyRecovery(chains, rowOrders, columnOrders, fits, relative);
    }

    /**
     * The same, and another structure besides; of real matrices.
     *
     * @param fit finds it
     * @return the search
     */
    public DoubleButterflyRecovery with(DoubleMatrixFit fit) {
        List<DoubleMatrixFit> more = new ArrayList<>(fits);
        more.add(Objects.requireNonNull(fit, "fit"));
        return new DoubleButterflyRecovery(chains, rowOrders, columnOrders, List.copyOf(more), tolerance);
    }

    /**
     * The tolerance.
     *
     * @return relative to {@code ||A||_F}
     */
    public double tolerance() {
        return tolerance;
    }

    /**
     * Finds the structure of a real matrix.
     *
     * @param a holds A, which is only read
     * @param layout where, of any strides
     * @return the cheapest structure within the tolerance, or else the nearest
     * @throws IllegalArgumentException if A has another shape than this is for, or the array is too short, or an entry
     *     is not finite
     */
    public DoubleRecoveredMatrix recover(double[] a, MatrixLayout layout) {
        check("A", layout);
        DoubleRecoveryCandidates candidates = new DoubleRecoveryCandidates(
                DoubleDenseEntries.copy("A", a, layout), new double[0], layout.rows(), layout.columns(), tolerance);
        for (DoubleMatrixFit fit : fits) {
            candidates.addFit(fit);
        }
        return search(candidates);
    }

    /**
     * Finds the structure of a complex matrix.
     *
     * @param re holds the real parts of A, which are only read
     * @param im holds the imaginary parts
     * @param layout where either lie, of any strides
     * @return the cheapest structure within the tolerance, or else the nearest, as a real map of twice the order on all
     *     real parts and then all imaginary parts
     * @throws IllegalArgumentException as {@link #recover}
     */
    public DoubleRecoveredMatrix recoverComplex(double[] re, double[] im, MatrixLayout layout) {
        check("re", layout);
        double[] denseRe = DoubleDenseEntries.copy("re", re, layout);
        double[] denseIm = DoubleDenseEntries.copy("im", im, layout);
        return search(new DoubleRecoveryCandidates(denseRe, denseIm, layout.rows(), layout.columns(), tolerance));
    }

    private void check(String name, MatrixLayout layout) {
        Objects.requireNonNull(layout, "layout");
        int rows = rowOrders.getFirst().length(),
                columns = columnOrders.getFirst().length();
        if (layout.rows() != rows || layout.columns() != columns) {
            throw new IllegalArgumentException(
                    name + ": got " + layout.shape() + ", wanted " + rows + " x " + columns + " as the orders");
        }
    }

    /**
     * What is likely to be exact is tried first, cheap chains before others; only if it is not, what is nearest is
     * looked for.
     */
    private DoubleRecoveredMatrix search(DoubleRecoveryCandidates candidates) {
        candidates.addCirculant();
        List<Pair> nearest = new ArrayList<>();
        for (List<ButterflyPattern> chain : chains) {
            if (!candidates.isCheaperThan(chain)) {
                nearest.add(tryChain(chain, candidates));
            }
        }
        for (Pair pair : nearest) {
            if (!candidates.isRecovered() && !pair.isTried) {
                candidates.addButterfly(pair.chain, pair.rows, pair.columns);
            }
        }
        return candidates.best();
    }

    /** A chain, a pair of orders, and whether it has been tried. */
    private record Pair(List<ButterflyPattern> chain, ButterflyOrder rows, ButterflyOrder columns, boolean isTried) {}

    /**
     * Tries what is likely, the simpler orders, which are first, before others; and says what pair has least beyond its
     * rank.
     */
    private Pair tryChain(List<ButterflyPattern> chain, DoubleRecoveryCandidates candidates) {
        DoubleSplitSamples samples = new DoubleSplitSamples(chain, candidates.re(), candidates.im(), SAMPLES);
        double least = Double.POSITIVE_INFINITY;
        int tries = 0;
        Pair nearest = null;
        for (ButterflyOrder rows : rowOrders) {
            for (ButterflyOrder columns : columnOrders) {
                double excess = samples.excess(rows, columns);
                boolean isTried = excess <= LIKELY * tolerance && tries++ < TRIES;
                boolean isFound = isTried && candidates.addButterfly(chain, rows, columns);
                if (excess < least || isFound) {
                    least = excess;
                    nearest = new Pair(chain, rows, columns, isTried);
                }
                if (isFound) {
                    return nearest;
                }
            }
        }
        return nearest;
    }
}
