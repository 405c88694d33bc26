package dev.lanewise.structured.butterfly;

import dev.lanewise.engine.butterfly.ButterflyPattern;
import dev.lanewise.structured.DoubleCirculantMap;
import dev.lanewise.structured.DoubleComplexCirculant;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoublePermutation;
import java.util.List;
import java.util.Optional;

/** What was found for a matrix so far: the cheapest within the tolerance, or else the nearest. */
final class DoubleRecoveryCandidates {
    private final int rows;
    private final int cols;
    private final int exponent;
    private final double tolerance;

    /** Times a power of two that brings the largest entry to 1 to 2. */
    private final double[] re;

    private final double[] im;
    private final double[] givenRe;
    private final double[] givenIm;
    private final double size;
    private DoubleRecoveredMatrix best;

    DoubleRecoveryCandidates(double[] re, double[] im, int rows, int cols, double tolerance) {
        this.rows = rows;
        this.cols = cols;
        this.tolerance = tolerance;
        this.givenRe = re;
        this.givenIm = im;
        double largest = Math.max(DoubleButterflyFactor.largest(re), DoubleButterflyFactor.largest(im));
        exponent = Math.max(Math.getExponent(largest), Double.MIN_EXPONENT);
        this.re = scaled(re, -exponent);
        this.im = scaled(im, -exponent);
        this.size = SquareSums.together(SquareSums.norm(this.re), SquareSums.norm(this.im));
    }

    private static double[] scaled(double[] x, int exponent) {
        double[] scaled = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            scaled[i] = Math.scalb(x[i], exponent);
        }
        return scaled;
    }

    double[] re() {
        return re;
    }

    double[] im() {
        return im;
    }

    private boolean isComplex() {
        return im.length > 0;
    }

    private long denseOperations() {
        return (isComplex() ? 8L : 2L) * rows * cols;
    }

    DoubleRecoveredMatrix best() {
        return best;
    }

    boolean isRecovered() {
        return best != null && best.isRecovered();
    }

    /** Whether what was found within the tolerance costs no more than a product of a chain. */
    boolean isCheaperThan(List<ButterflyPattern> chain) {
        long operations = 0;
        for (ButterflyPattern pattern : chain) {
            // Each entry a product and, but for one in a row, a sum; of complex numbers four times as many of the one
            // and the other.
            operations += isComplex()
                    ? 8L * pattern.entries() - 2L * pattern.rows()
                    : 2L * pattern.entries() - pattern.rows();
        }
        return isRecovered() && best.operations() <= operations;
    }

    /** Whether it is within the tolerance. */
    private boolean add(
            RecoveredKind kind,
            String name,
            DoubleLinearMap map,
            double error,
            double bound,
            DoubleButterflyFactorization factorization,
            ButterflyOrder rowOrder,
            ButterflyOrder columnOrder) {
        boolean isRecovered = error <= tolerance;
        boolean isBetter = best == null
                || isRecovered && !best.isRecovered()
                || isRecovered == best.isRecovered()
                        && (isRecovered ? map.operations() < best.operations() : error < best.error());
        if (isBetter) {
            best = new DoubleRecoveredMatrix(
                    kind,
                    name,
                    map,
                    error,
                    bound,
                    isRecovered,
                    denseOperations(),
                    Optional.ofNullable(factorization),
                    Optional.ofNullable(rowOrder),
                    Optional.ofNullable(columnOrder));
        }
        return isRecovered;
    }

    boolean addButterfly(List<ButterflyPattern> chain, ButterflyOrder rowOrder, ButterflyOrder columnOrder) {
        DoubleButterflyFactorization factors =
                DoubleButterflyFactorization.ofOrdered(chain, givenRe, givenIm, rowOrder, columnOrder);
        int rank = 1;
        for (int l = 0; l + 1 < chain.size(); l++) {
            rank = Math.max(rank, chain.get(l).rank(chain.get(l + 1)));
        }
        String name = "butterfly of " + chain.size() + (chain.size() == 1 ? " factor" : " factors of rank " + rank)
                + ", rows " + rowOrder + ", columns " + columnOrder;
        DoubleLinearMap map =
                permutation(rowOrder).transposed().times(factors.map()).times(permutation(columnOrder));
        return add(
                RecoveredKind.BUTTERFLY, name, map, factors.error(), factors.bound(), factors, rowOrder, columnOrder);
    }

    /** Of a complex matrix, for both parts. */
    private DoublePermutation permutation(ButterflyOrder order) {
        int n = order.length(), parts = isComplex() ? 2 : 1;
        int[] source = new int[parts * n];
        for (int i = 0; i < source.length; i++) {
            source[i] = order.index(i % n) + i / n * n;
        }
        return DoublePermutation.of(source);
    }

    /** The means of the wrapped diagonals; no other circulant matrix is nearer. */
    void addCirculant() {
        if (rows != cols) {
            return;
        }
        double[] columnRe = means(re), columnIm = means(im);
        double error = SquareSums.together(distance(re, columnRe), distance(im, columnIm));
        double relative = size > 0 ? error / size : 0;
        double[] backRe = scaled(columnRe, exponent), backIm = scaled(columnIm, exponent);
        DoubleLinearMap map;
        try {
            map = isComplex() ? DoubleComplexCirculant.ofColumn(backRe, backIm) : DoubleCirculantMap.of(backRe);
        } catch (IllegalArgumentException overflows) {
            return; // its transform does: there is no such map
        }
        add(RecoveredKind.CIRCULANT, map.name(), map, relative, relative, null, null, null);
    }

    /** As distances from the first number of each: of a circulant matrix they are exact. */
    private double[] means(double[] part) {
        double[] column = new double[part.length == 0 ? 0 : rows];
        for (int k = 0; k < column.length; k++) {
            double first = part[k * cols], sum = 0;
            for (int j = 1; j < cols; j++) {
                sum += part[(j + k) % rows * cols + j] - first;
            }
            column[k] = first + sum / cols;
        }
        return column;
    }

    private double distance(double[] part, double[] column) {
        double[] nearest = new double[part.length];
        for (int i = 0; i < part.length; i++) {
            nearest[i] = column[Math.floorMod(i / cols - i % cols, rows)];
        }
        return SquareSums.distance(part, nearest);
    }

    void addFit(DoubleMatrixFit fit) {
        Optional<DoubleLinearMap> found = fit.fit(givenRe.clone(), rows, cols);
        if (found.isEmpty()) {
            return;
        }
        DoubleLinearMap map = found.get();
        if (map.rows() != rows || map.cols() != cols) {
            throw new IllegalArgumentException("fit " + fit.name() + ": got a map of " + map.rows() + " x " + map.cols()
                    + ", wanted " + rows + " x " + cols);
        }
        double error = SquareSums.distance(re, scaled(map.toDense(), -exponent));
        double relative = size > 0 ? error / size : 0;
        add(RecoveredKind.FITTED, fit.name(), map, relative, relative, null, null, null);
    }
}
