package dev.lanewise.structured.kronecker;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.SquareRoot;
import dev.lanewise.engine.jacobi.DoubleSvd;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleKroneckerProduct;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleSum;
import dev.lanewise.structured.DoubleZero;
import java.util.ArrayList;
import java.util.List;

/**
 * The sums of Kronecker products that are nearest to a matrix in the Frobenius norm,
 *
 * <pre>    A ~ B_1 x C_1 + B_2 x C_2 + ... + B_k x C_k,    B_i of m_1 x n_1, C_i of m_2 x n_2.</pre>
 *
 * <p>The blocks of A, written out as rows of a matrix R of {@code m_1 n_1 x m_2 n_2}, make each Kronecker product a matrix of rank one: the
 * best are the first singular triples of R, {@code B_i} and {@code C_i} its singular vectors, each times the root of the singular value, and
 * the error is the root of the sum of squares of the singular values left out. The first pair is determined up to a common
 * sign unless singular values are equal.
 *
 * <p>The cost is that of the {@link DoubleSvd} of R, whose accuracy it has.
 *
 * <p>Source: C. F. Van Loan and N. Pitsianis, Approximation with Kronecker products, in: M. S. Moonen and G. H. Golub (eds.), Linear
 * Algebra for Large Scale and Real-Time Applications, Kluwer, 1993, pp. 293-314.
 */
public final class DoubleKroneckerApproximation {
    private final List<DoubleDenseMap> left;
    private final List<DoubleDenseMap> right;
    private final double[] singularValues;
    private final DoubleLinearMap map;

    private DoubleKroneckerApproximation(
            List<DoubleDenseMap> left, List<DoubleDenseMap> right, double[] singularValues, DoubleLinearMap map) {
        this.left = left;
        this.right = right;
        this.singularValues = singularValues;
        this.map = map;
    }

    /**
     * Finds the nearest sum.
     *
     * @param left the shape of the left factors {@code B_i}, rows and columns, by any layout
     * @param right the shape of the right factors {@code C_i}
     * @param entries of A, {@code m_1 m_2 x n_1 n_2}, row after row, finite
     * @param terms how many, at least 0; more than {@code min(m_1 n_1, m_2 n_2)} are of no use and left out
     * @return the approximation
     * @throws IllegalArgumentException if shapes do not fit, an entry is not finite, {@code terms} is negative, or the whole is
     *     too large
     */
    public static DoubleKroneckerApproximation of(MatrixLayout left, MatrixLayout right, double[] entries, int terms) {
        long rows = (long) left.rows() * right.rows(), cols = (long) left.columns() * right.columns();
        if (rows > Workspace.LARGEST_ARRAY || cols > Workspace.LARGEST_ARRAY || rows * cols > Workspace.LARGEST_ARRAY) {
            throw new IllegalArgumentException(
                    "A: got " + rows + " x " + cols + ", wanted at most " + Workspace.LARGEST_ARRAY + " entries");
        }
        DoubleFactors.checkVector("A", entries, (int) (rows * cols));
        if (terms < 0) {
            throw new IllegalArgumentException("terms: got " + terms + ", wanted 0 or more");
        }
        int m = left.rows() * left.columns(), n = right.rows() * right.columns();
        int most = Math.min(m, n), kept = Math.min(terms, most);
        DoubleSvd svd = new DoubleSvd(m, n);
        svd.factorize(rearranged(left, right, entries), MatrixLayout.of(m, n));
        double[] values = svd.singularValues(), u = new double[m * kept], v = new double[n * kept];
        Workspace workspace = new Workspace();
        svd.copyU(u, MatrixLayout.of(kept, m).transposed(), workspace, Parallelism.NONE);
        svd.copyV(v, MatrixLayout.of(kept, n).transposed(), workspace, Parallelism.NONE);
        List<DoubleDenseMap> lefts = new ArrayList<>(), rights = new ArrayList<>();
        List<DoubleLinearMap> products = new ArrayList<>();
        products.add(DoubleZero.of((int) rows, (int) cols));
        for (int i = 0; i < kept; i++) {
            double root = SquareRoot.of(values[i]);
            lefts.add(DoubleDenseMap.of(left.rows(), left.columns(), times(root, u, i * m, m)));
            rights.add(DoubleDenseMap.of(right.rows(), right.columns(), times(root, v, i * n, n)));
            products.add(DoubleKroneckerProduct.of(List.of(lefts.get(i), rights.get(i))));
        }
        DoubleLinearMap sum = DoubleSum.of(products);
        return new DoubleKroneckerApproximation(List.copyOf(lefts), List.copyOf(rights), values, sum);
    }

    /** The blocks of A as rows. */
    private static double[] rearranged(MatrixLayout left, MatrixLayout right, double[] entries) {
        int columns = left.columns() * right.columns(), to = 0;
        double[] rows = new double[entries.length];
        for (int i = 0; i < left.rows(); i++) {
            for (int j = 0; j < left.columns(); j++) {
                for (int k = 0; k < right.rows(); k++) {
                    int from = (i * right.rows() + k) * columns + j * right.columns();
                    System.arraycopy(entries, from, rows, to, right.columns());
                    to += right.columns();
                }
            }
        }
        return rows;
    }

    private static double[] times(double factor, double[] x, int from, int length) {
        double[] multiple = new double[length];
        for (int i = 0; i < length; i++) {
            multiple[i] = factor * x[from + i];
        }
        return multiple;
    }

    /**
     * The left factors {@code B_i}.
     *
     * @return one for each term
     */
    public List<DoubleDenseMap> left() {
        return left;
    }

    /**
     * The right factors {@code C_i}.
     *
     * @return one for each term
     */
    public List<DoubleDenseMap> right() {
        return right;
    }

    /**
     * The sum as a map.
     *
     * @return the map
     */
    public DoubleLinearMap map() {
        return map;
    }

    /**
     * All singular values of R, from the greatest to the least.
     *
     * @return a new array
     */
    public double[] singularValues() {
        return singularValues.clone();
    }

    /**
     * The distance of the sum from A in the Frobenius norm.
     *
     * @return the root of the sum of squares of the singular values that are left out
     */
    public double error() {
        int kept = left.size();
        if (kept == singularValues.length || singularValues[kept] == 0) {
            return 0;
        }
        double greatest = singularValues[kept], sum = 0;
        for (int i = singularValues.length - 1; i >= kept; i--) {
            double quotient = singularValues[i] / greatest;
            sum += quotient * quotient;
        }
        return greatest * SquareRoot.of(sum);
    }
}
