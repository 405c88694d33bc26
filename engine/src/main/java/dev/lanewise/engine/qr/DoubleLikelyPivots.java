package dev.lanewise.engine.qr;

import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.panel.DoubleProduct;
import java.util.Arrays;

/**
 * The inner products of some columns with all others: of those of which most is left, since they are likely to be chosen next. So the
 * matrix is read once for many columns.
 *
 * <p>An element of R is the inner product of what is left of the chosen column and of another one, by the length of the former. And that
 * is the product of both as they were before the panel, less the products of what they have in the rows of R since then. Columns are
 * multiplied by powers of two that make them of ordinary size.
 */
final class DoubleLikelyPivots {
    /** How many columns, two tiles of a product. */
    private static final int COUNT = 24;

    /** So many of them must be chosen, or as many columns are taken one by one before others are likely. */
    private static final int ENOUGH = 8;

    /** With fewer elements left they are too. */
    private static final int FEWEST_ELEMENTS = 1 << 16;

    /** So much of the square of a column must be left, or too few digits of its products would be. */
    private static final double LEAST_LEFT = (double) 1 / 16;

    private final int m;
    private final int n;
    private final int columnPitch;
    private final int productPitch;
    private final double[] columns;
    private final double[] products;

    /** The rows of the panel before they became rows of R. */
    private final double[] originals;

    /** Which row of products belongs to a column, or -1. */
    private final int[] rows;

    /** The columns, and the powers of two before their products. */
    private final int[] likely = new int[COUNT];

    private final double[] factors = new double[COUNT];
    private int chosen;
    private int alone;

    /** For the panels of an m x n matrix, of so many columns at most. */
    DoubleLikelyPivots(int m, int n, int width) {
        this.m = m;
        this.n = n;
        columnPitch = m + 8;
        productPitch = n + 8;
        long longest = Math.max((long) COUNT * columnPitch, (long) Math.max(COUNT, width) * productPitch);
        boolean any = Math.min(m, n) >= COUNT && (long) m * n >= FEWEST_ELEMENTS && longest <= Workspace.LARGEST_ARRAY;
        columns = new double[any ? COUNT * columnPitch : 0];
        products = new double[any ? COUNT * productPitch : 0];
        originals = new double[any ? width * productPitch : 0];
        rows = new int[n];
    }

    /** Before the first panel. */
    void begin() {
        chosen = ENOUGH;
        alone = 0;
    }

    /** Before a panel. */
    void beginPanel() {
        Arrays.fill(rows, -1);
    }

    /** Exchanges two columns, after so many rows of the panel. */
    void exchange(int column, int other, int panelRows) {
        int row = rows[column];
        rows[column] = rows[other];
        rows[other] = row;
        exchange(products, Math.min(COUNT, products.length / productPitch), column, other);
        exchange(originals, Math.min(panelRows, originals.length / productPitch), column, other);
    }

    private void exchange(double[] x, int count, int column, int other) {
        for (int at = 0; at < count * productPitch; at += productPitch) {
            double element = x[at + column];
            x[at + column] = x[at + other];
            x[at + other] = element;
        }
    }

    /** Keeps a row of the panel as it is, from an element on. */
    void keep(int panelRow, int column, double[] a, int at) {
        if (originals.length > 0) {
            System.arraycopy(a, at, originals, panelRow * productPitch + column, n - column);
        }
    }

    /**
     * Whether the products of a column are known, after they have been summed if that is likely to be worth it.
     *
     * @param column of which most is left
     * @param norms what is left of the columns
     * @param a holds the rows after those of the panel, which are kept
     * @param pitch from one row to the next
     * @param first the first row and column of the panel
     * @param panelRows how many rows of R it has so far
     * @param left how many more it is to have
     * @param workspace scratch of the calling thread
     * @param parallelism how many threads work
     * @return whether they are known
     */
    boolean know(
            int column,
            double[] norms,
            double[] a,
            int pitch,
            int first,
            int panelRows,
            int left,
            Workspace workspace,
            Parallelism parallelism) {
        int from = first + panelRows;
        if (rows[column] >= 0) {
            return true;
        }
        if (products.length == 0 || left < ENOUGH || (long) (m - first) * (n - from) < FEWEST_ELEMENTS) {
            return false;
        }
        if (chosen < ENOUGH) {
            chosen = ENOUGH;
            alone = ENOUGH;
        }
        if (alone > 0) {
            alone--;
            return false;
        }
        int count = choose(norms, from);
        gather(count, a, pitch, first, panelRows);
        multiply(count, panelRows, m - from, a, from * (pitch + 1), pitch, 0, from, workspace, parallelism);
        if (panelRows > 0) {
            multiply(count, 0, panelRows, originals, from, productPitch, 1, from, workspace, parallelism);
        }
        chosen = 0;
        return rows[column] >= 0;
    }

    /** The columns of which most is left, the first of them first. */
    private int choose(double[] norms, int from) {
        Arrays.fill(rows, -1);
        int count = 0;
        for (int c = from; c < n; c++) {
            if (norms[c] < Double.MIN_NORMAL || count == COUNT && norms[c] <= norms[likely[count - 1]]) {
                continue;
            }
            int at = count < COUNT ? count++ : COUNT - 1;
            for (; at > 0 && norms[c] > norms[likely[at - 1]]; at--) {
                likely[at] = likely[at - 1];
            }
            likely[at] = c;
        }
        for (int q = 0; q < count; q++) {
            rows[likely[q]] = q;
            factors[q] = Math.scalb((double) 1, -Math.getExponent(norms[likely[q]]));
        }
        return count;
    }

    private void gather(int count, double[] a, int pitch, int first, int panelRows) {
        for (int i = 0; i < m - first; i++) {
            double[] source = i < panelRows ? originals : a;
            int row = i < panelRows ? i * productPitch : (first + i) * pitch;
            for (int q = 0; q < count; q++) {
                columns[q * columnPitch + i] = factors[q] * source[row + likely[q]];
            }
        }
    }

    /** Adds what some rows give. */
    private void multiply(
            int count,
            int row,
            int depth,
            double[] source,
            int sourceOffset,
            int sourcePitch,
            double beta,
            int from,
            Workspace workspace,
            Parallelism parallelism) {
        DoubleProduct.multiply(
                count,
                n - from,
                depth,
                1,
                columns,
                row,
                columnPitch,
                1,
                source,
                sourceOffset,
                sourcePitch,
                1,
                beta,
                products,
                from,
                productPitch,
                1,
                workspace,
                parallelism);
    }

    /**
     * Takes the products of a column that is known and has been chosen, if they are of use.
     *
     * @param column the column
     * @param length what is left of its length
     * @param to gets the products with the columns after it
     * @param at the first of them
     * @return the power of two before them, or 0 if they are of no use
     */
    double take(int column, double length, double[] to, int at) {
        int row = rows[column], from = row * productPitch + column;
        if (!(length * (length * factors[row]) >= LEAST_LEFT * products[from])) {
            return 0;
        }
        chosen++;
        System.arraycopy(products, from + 1, to, at, n - column - 1);
        return factors[row];
    }
}
