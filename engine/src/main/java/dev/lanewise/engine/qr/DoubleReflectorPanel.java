package dev.lanewise.engine.qr;

import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.SquareRoot;
import dev.lanewise.engine.panel.DoubleProduct;
import dev.lanewise.engine.panel.DoubleRows;
import dev.lanewise.engine.scalar.DoubleRowsKernel;
import java.util.Arrays;

/**
 * Householder reflections that make a few columns upper triangular, and their product {@code I - V T V^T}. The columns are given
 * as rows of a panel, filled up with zeros, so that all that is done to one runs along it; the vectors of the reflections, with
 * their zeros and ones, take their places.
 *
 * <p>The left half is done first, then its product is applied to the right half, which is done then; so all but a few columns at
 * a time are products of matrices. Sources: E. Elmroth and F. G. Gustavson, Applying recursion to serial and parallel QR
 * factorization leads to better performance, IBM J. Res. Dev. 44(4), 2000, pp. 605-624, section 2; R. Schreiber and C. Van Loan,
 * A storage-efficient WY representation for products of Householder transformations, SIAM J. Sci. Stat. Comput. 10(1), 1989,
 * pp. 53-57.
 */
final class DoubleReflectorPanel {
    /** The most columns, which are whole tiles of 12; also the pitch of R and T. */
    static final int WIDTH = 48;

    private static final DoubleRowsKernel KERNEL = DoubleRows.KERNEL;

    /** Columns that are done one after the other. */
    private static final int FEW = 4;

    /** Where in the scratch the products of a row and others go, and those of two halves. */
    private static final int PRODUCTS = DoubleRowsKernel.SCRATCH, HALVES = PRODUCTS + WIDTH;

    /** How much scratch there must be. */
    static final int SCRATCH = HALVES + WIDTH * WIDTH / 2;

    /** What sums of squares usually are; see {@link #isUsual}. */
    private static final double MOST_SQUARE = Math.scalb((double) 1, Double.MAX_EXPONENT / 4),
            LEAST_SQUARE = 1 / MOST_SQUARE;

    private DoubleReflectorPanel() {}

    /**
     * Factorises.
     *
     * @param first the first column
     * @param width how many
     * @param length of a column with its zeros
     * @param panel holds the columns as rows; gets the vectors of the reflections
     * @param at element 0 of column 0
     * @param pitch from one row to the next
     * @param r gets R, row after row; what is below its diagonal is left alone
     * @param t gets T, row after row; below its diagonal there must be zeros
     * @param tOffset its first element
     * @param scratch of length {@link #SCRATCH}
     * @param workspace scratch of the calling thread
     */
    static void factorize(
            int first,
            int width,
            int length,
            double[] panel,
            int at,
            int pitch,
            double[] r,
            double[] t,
            int tOffset,
            double[] scratch,
            Workspace workspace) {
        if (width <= FEW) {
            for (int j = first; j < first + width; j++) {
                column(first, width, j, length, panel, at, pitch, r, t, tOffset, scratch);
            }
            return;
        }
        int left = (width / 2 + FEW - 1) / FEW * FEW, right = width - left, middle = first + left;
        factorize(first, left, length, panel, at, pitch, r, t, tOffset, scratch, workspace);

        int lower = at + first * pitch, upper = at + middle * pitch;
        int leftT = tOffset + first * (WIDTH + 1),
                rightT = tOffset + middle * (WIDTH + 1),
                product = HALVES + left * right;
        KERNEL.products(right, panel, upper, pitch, left, panel, lower, pitch, length, scratch, HALVES, left, scratch);
        multiply(
                right, left, left, -1, scratch, HALVES, left, 1, t, leftT, WIDTH, 1, 0, scratch, product, left,
                workspace);
        multiply(
                right, length, left, 1, scratch, product, left, 1, panel, lower, pitch, 1, 1, panel, upper, pitch,
                workspace);
        factorize(middle, right, length, panel, at, pitch, r, t, tOffset, scratch, workspace);

        KERNEL.products(left, panel, lower, pitch, right, panel, upper, pitch, length, scratch, HALVES, right, scratch);
        multiply(
                left, right, left, -1, t, leftT, WIDTH, 1, scratch, HALVES, right, 1, 0, scratch, product, right,
                workspace);
        multiply(
                left,
                right,
                right,
                1,
                scratch,
                product,
                right,
                1,
                t,
                rightT,
                WIDTH,
                1,
                0,
                t,
                leftT + left,
                WIDTH,
                workspace);
    }

    private static void multiply(
            int m,
            int n,
            int k,
            double alpha,
            double[] a,
            int aOffset,
            int aRow,
            int aColumn,
            double[] b,
            int bOffset,
            int bRow,
            int bColumn,
            double beta,
            double[] c,
            int cOffset,
            int cRow,
            Workspace workspace) {
        DoubleProduct.multiply(
                m,
                n,
                k,
                alpha,
                a,
                aOffset,
                aRow,
                aColumn,
                b,
                bOffset,
                bRow,
                bColumn,
                beta,
                c,
                cOffset,
                cRow,
                1,
                workspace,
                Parallelism.NONE);
    }

    /** The reflection of one column, which is applied to those after it among the few and becomes a column of T. */
    private static void column(
            int first,
            int width,
            int j,
            int length,
            double[] panel,
            int at,
            int pitch,
            double[] r,
            double[] t,
            int tOffset,
            double[] scratch) {
        int row = at + j * pitch, past = first + width, own = PRODUCTS + j - first;
        for (int i = 0; i < j; i++) {
            r[i * WIDTH + j] = panel[row + i];
        }
        double alpha = panel[row + j];
        Arrays.fill(panel, row, row + j + 1, 0);
        products(at + first * pitch, width, row, length, panel, pitch, scratch);
        double rest = scratch[own], square = alpha * alpha + rest;
        int exponent = 0;
        if (!isUsual(square) || rest == 0) {
            double greatest = KERNEL.greatest(panel, row, length);
            if (greatest == 0) {
                nothing(j, alpha, row, panel, r, t, tOffset);
                return;
            }
            // A row of ordinary size, so that nothing that counts is lost to underflow.
            exponent = Math.getExponent(Math.max(Math.abs(alpha), greatest));
            double factor = Math.scalb((double) 1, -exponent);
            KERNEL.scale(factor, panel, row, length);
            alpha *= factor;
            products(at + first * pitch, width, row, length, panel, pitch, scratch);
            square = alpha * alpha + scratch[own];
        }
        double beta = -Math.copySign(SquareRoot.of(square), alpha), tau = (beta - alpha) / beta;
        double factor = 1 / (alpha - beta);
        KERNEL.scale(factor, panel, row, length);
        panel[row + j] = 1;
        r[j * WIDTH + j] = Math.scalb(beta, exponent);
        for (int i = first; i < past; i++) {
            int product = PRODUCTS + i - first;
            scratch[product] = -tau * (panel[at + i * pitch + j] + factor * scratch[product]);
        }
        for (int i = first; i < j; i++) {
            double sum = 0;
            for (int l = i; l < j; l++) {
                sum += t[tOffset + i * WIDTH + l] * scratch[PRODUCTS + l - first];
            }
            t[tOffset + i * WIDTH + j] = sum;
        }
        t[tOffset + j * WIDTH + j] = tau;
        int next = j + 1;
        KERNEL.addMultiples(panel, row, scratch, own + 1, panel, at + next * pitch, pitch, past - next, length);
    }

    /** Whether a sum of squares has lost nothing that counts to overflow or underflow, nor will products with other columns. */
    static boolean isUsual(double square) {
        return square >= LEAST_SQUARE && square <= MOST_SQUARE;
    }

    /** Of the row and all of the few, itself among them: with those before it for T, with those after it to be applied. */
    private static void products(int few, int width, int row, int length, double[] panel, int pitch, double[] scratch) {
        KERNEL.products(1, panel, row, pitch, width, panel, few, pitch, length, scratch, PRODUCTS, 0, scratch);
    }

    /** The column is zero already after element j: the reflection is the identity. */
    private static void nothing(int j, double alpha, int row, double[] panel, double[] r, double[] t, int tOffset) {
        panel[row + j] = 1;
        r[j * WIDTH + j] = alpha;
        for (int i = 0; i <= j; i++) {
            t[tOffset + i * WIDTH + j] = 0;
        }
    }
}
