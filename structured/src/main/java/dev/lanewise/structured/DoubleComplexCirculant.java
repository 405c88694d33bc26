package dev.lanewise.structured;

import dev.lanewise.engine.Determinant;
import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.SingularMatrixException;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.DoubleFourierPlan;
import java.util.Set;

/**
 * A circulant matrix of {@code n x n} complex numbers, {@code C_kj = c_((k-j) mod n) = F^-1 diag(lambda) F} with the Fourier
 * transform {@code F} and the eigenvalues {@code lambda = F c}, as a real matrix of order {@code 2 n} on vectors that hold
 * all real parts and then all imaginary parts:
 *
 * <pre>
 *     [Re y]   [Re C  -Im C] [Re x]
 *     [Im y] = [Im C   Re C] [Im x].
 * </pre>
 *
 * <p>The transpose has the conjugate eigenvalues, the inverse their reciprocals; a matrix with an eigenvalue whose larger
 * part is no larger than {@code n u} times the largest of all parts counts as singular, {@code u} being the unit roundoff.
 * Real ones are better served by {@link DoubleCirculantMap}, at half the cost.
 *
 * <p>Rounding: off by a small multiple of {@code u log2(n) max|lambda| ||x||_2} in the 2-norm where the eigenvalues are given;
 * where the column is, {@code sqrt(n) ||c||_2} stands for {@code max|lambda|}.
 *
 * <p>Source: P. J. Davis, Circulant Matrices, Wiley, 1979, section 3.2.
 *
 * <p>Scratch: {@code 2 n} numbers and that of a {@link DoubleFourierPlan}.
 */
public final class DoubleComplexCirculant extends DoubleLinearMap {
    private static final Layout ADJACENT = Layout.contiguous(0);

    private final int n;
    private final double[] re;
    private final double[] im;
    private final DoubleFourierPlan forward;
    private final DoubleFourierPlan back;

    private DoubleComplexCirculant(double[] re, double[] im, DoubleFourierPlan forward) {
        super(2 * re.length, 2 * re.length);
        this.n = re.length;
        this.re = re;
        this.im = im;
        this.forward = forward;
        this.back = forward.inverse();
    }

    /**
     * The matrix of a first column.
     *
     * @param re the real parts of {@code c}, as many finite numbers as a {@link DoubleFourierPlan} takes, 1 at least; copied
     * @param im the imaginary parts, as many
     * @return the map, of twice as many rows and columns
     * @throws IllegalArgumentException if there are more of one than of the other, or no supported length, or one is not
     *     finite, or their transform overflows
     */
    public static DoubleComplexCirculant ofColumn(double[] re, double[] im) {
        DoubleComplexDiagonal.check("re", "im", re, im);
        DoubleFourierPlan plan = DoubleFourierPlan.of(re.length);
        double[] ofRe = re.clone(), ofIm = im.clone();
        plan.transform(ofRe, ofIm);
        DoubleComplexDiagonal.check("re of the transform", "im of the transform", ofRe, ofIm);
        return new DoubleComplexCirculant(ofRe, ofIm, plan);
    }

    /**
     * The matrix of given eigenvalues.
     *
     * @param re the real parts of {@code lambda}, as many finite numbers as a {@link DoubleFourierPlan} takes, 1 at least;
     *     copied
     * @param im the imaginary parts, as many
     * @return the map, of twice as many rows and columns
     * @throws IllegalArgumentException if there are more of one than of the other, or no supported length, or one is not finite
     */
    public static DoubleComplexCirculant ofEigenvalues(double[] re, double[] im) {
        DoubleComplexDiagonal.check("re", "im", re, im);
        return new DoubleComplexCirculant(re.clone(), im.clone(), DoubleFourierPlan.of(re.length));
    }

    /**
     * The eigenvalues.
     *
     * @return the diagonal matrix of {@code lambda}
     */
    public DoubleComplexDiagonal eigenvalues() {
        return DoubleComplexDiagonal.of(re, im);
    }

    @Override
    protected void applyUnchecked(double[] x, int xOffset, double[] y, int yOffset, Workspace workspace) {
        run(false, x, xOffset, y, yOffset, workspace);
    }

    @Override
    protected void applyTransposedUnchecked(double[] x, int xOffset, double[] y, int yOffset, Workspace workspace) {
        run(true, x, xOffset, y, yOffset, workspace);
    }

    private void run(boolean conjugate, double[] x, int xOffset, double[] y, int yOffset, Workspace workspace) {
        double[] a = workspace.takeDoubles(n), b = workspace.takeDoubles(n);
        try {
            System.arraycopy(x, xOffset, a, 0, n);
            System.arraycopy(x, xOffset + n, b, 0, n);
            forward.transform(a, b, ADJACENT, a, b, ADJACENT, workspace, Parallelism.NONE);
            if (conjugate) {
                DoubleComplexDiagonal.multiplyConjugate(n, re, im, a, 0, b, 0, a, 0, b, 0);
            } else {
                DoubleComplexDiagonal.multiply(n, re, im, a, 0, b, 0, a, 0, b, 0);
            }
            back.transform(a, b, ADJACENT, a, b, ADJACENT, workspace, Parallelism.NONE);
            System.arraycopy(a, 0, y, yOffset, n);
            System.arraycopy(b, 0, y, yOffset + n, n);
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
        }
    }

    @Override
    protected DoubleLinearMap makeTransposed() {
        return new DoubleComplexCirculant(re, DoubleComplexDiagonal.negated(im), forward);
    }

    @Override
    protected DoubleLinearMap makeInverse() {
        double largest = 0;
        for (int k = 0; k < n; k++) {
            largest = Math.max(largest, larger(k));
        }
        double zero = largest * (n * Math.ulp((double) 1) / 2);
        for (int k = 0; k < n; k++) {
            if (!(larger(k) > zero)) {
                throw new SingularMatrixException(
                        "the complex circulant matrix of order " + n,
                        k,
                        "its eigenvalue " + k + " is " + re[k] + " + i " + im[k] + " beside a largest of " + largest);
            }
        }
        double[][] inverse = DoubleComplexDiagonal.reciprocals("the complex circulant matrix", re, im);
        return new DoubleComplexCirculant(inverse[0], inverse[1], forward);
    }

    private double larger(int k) {
        return Math.max(Math.abs(re[k]), Math.abs(im[k]));
    }

    @Override
    protected Set<MapProperty> known() {
        for (double part : im) {
            if (part != 0) {
                return Set.of();
            }
        }
        return Set.of(MapProperty.SYMMETRIC);
    }

    /** The product of the squared magnitudes of all eigenvalues. */
    @Override
    public Determinant determinant() {
        return DoubleComplexDiagonal.squares(re, im);
    }

    @Override
    public long operations() {
        return 2 * forward.operations() + 6L * n;
    }

    @Override
    public long parameters() {
        return 2L * n;
    }

    @Override
    public boolean isComplex() {
        return true;
    }

    @Override
    public String name() {
        return "complex circulant " + n;
    }
}
