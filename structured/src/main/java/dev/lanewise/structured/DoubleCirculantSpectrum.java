package dev.lanewise.structured;

import dev.lanewise.engine.Determinant;
import dev.lanewise.engine.Layout;
import dev.lanewise.engine.NotPositiveDefiniteException;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.SingularMatrixException;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.SquareRoot;
import dev.lanewise.engine.fourier.DoubleRealFourierPlan;
import java.util.Arrays;

/**
 * The eigenvalues of a real circulant matrix: the Fourier transform of its first column, {@code lambda_0} to {@code
 * lambda_(n/2)}, of which the others are conjugates.
 *
 * <p>Source: P. J. Davis, Circulant Matrices, Wiley, 1979, section 3.2.
 */
final class DoubleCirculantSpectrum {
    private static final Layout WHOLE = Layout.contiguous(0);

    private final int n;
    private final DoubleRealFourierPlan plan;

    /** The eigenvalues, over {@code 2^exponent}, which brings the largest entry to 1 to 2: no square of theirs overflows. */
    private final double[] re;

    private final double[] im;
    private final int exponent;
    private final boolean isSymmetric;

    DoubleCirculantSpectrum(double[] column) {
        n = column.length;
        plan = DoubleRealFourierPlan.of(n);
        re = new double[plan.coefficients()];
        im = new double[plan.coefficients()];
        isSymmetric = isSymmetric(column);
        double largest = 0;
        for (double entry : column) {
            largest = Math.max(largest, Math.abs(entry));
        }
        exponent = Math.getExponent(largest);
        double[] scaled = new double[n];
        for (int i = 0; i < n; i++) {
            scaled[i] = Math.scalb(column[i], -exponent);
        }
        plan.forward(scaled, WHOLE, re, im, WHOLE, new Workspace(), Parallelism.NONE);
        if (isSymmetric) {
            Arrays.fill(im, 0); // as they are but for rounding
        }
    }

    /** Whether the matrix of a first column is symmetric. */
    static boolean isSymmetric(double[] column) {
        for (int i = 1; i < column.length; i++) {
            if (column[i] != column[column.length - i]) {
                return false;
            }
        }
        return true;
    }

    private double square(int k) {
        return re[k] * re[k] + im[k] * im[k];
    }

    private double largestSquare() {
        double largest = 0;
        for (int k = 0; k < re.length; k++) {
            largest = Math.max(largest, square(k));
        }
        return largest;
    }

    /** What the rounding of the transform may make of an eigenvalue that is zero, squared. */
    private double zeroSquare() {
        double zero = n * Math.ulp((double) 1) / 2;
        return largestSquare() * zero * zero;
    }

    /** Refuses a symmetric matrix with an eigenvalue that is not positive, or so small that rounding may have made it so. */
    void checkPositive() {
        double zero = zeroSquare();
        for (int k = 0; k < re.length; k++) {
            if (!(re[k] > 0 && square(k) > zero)) {
                throw NotPositiveDefiniteException.ofEigenvalue(k, Math.scalb(re[k], exponent));
            }
        }
    }

    /** The first column of the inverse. */
    double[] inverseColumn() {
        double zero = zeroSquare(), largest = largestSquare();
        double[] inverseRe = new double[re.length], inverseIm = new double[re.length];
        for (int k = 0; k < re.length; k++) {
            double square = square(k);
            if (!(square > zero)) {
                throw new SingularMatrixException(
                        "the circulant matrix of order " + n,
                        k,
                        "its eigenvalue " + k + " is of modulus " + modulus(square) + " beside " + modulus(largest)
                                + " for the largest");
            }
            inverseRe[k] = re[k] / square;
            inverseIm[k] = -im[k] / square;
        }
        double[] scaled = new double[n], column = new double[n];
        plan.inverse(inverseRe, inverseIm, WHOLE, scaled, WHOLE, new Workspace(), Parallelism.NONE);
        for (int i = 0; i < n; i++) {
            column[i] = Math.scalb(scaled[isSymmetric ? Math.min(i, n - i) : i], -exponent);
            if (!Double.isFinite(column[i])) {
                throw new SingularMatrixException(
                        "the circulant matrix of order " + n, 0, "element " + i + " of its inverse overflows");
            }
        }
        return column;
    }

    private double modulus(double square) {
        return Math.scalb(SquareRoot.of(square), exponent);
    }

    /** The product of all eigenvalues. */
    Determinant determinant() {
        Determinant product = new Determinant(1, (long) n * exponent);
        for (int k = 0; k < re.length; k++) {
            boolean isAlone = k == 0 || 2 * k == n;
            product = product.times(isAlone ? re[k] : square(k));
        }
        return product;
    }
}
