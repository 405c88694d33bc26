package dev.lanewise.leastsquares;

import dev.lanewise.oracle.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/**
 * The pseudo-inverse of a matrix of m x n that is given by factors of full rank, {@code A = L R} with L of m x r and R of r x n,
 * from its definition in 60 digits:
 *
 * <pre>    A^+ = R^T (R R^T)^-1 (L^T L)^-1 L^T</pre>
 *
 * <p>Source: G. H. Golub and C. F. Van Loan, Matrix Computations, 4th ed., 2013, section 5.5.2 (the conditions of Moore and
 * Penrose, which it fulfils).
 */
final class PseudoInverse {
    private static final MathContext DIGITS = new MathContext(60);

    private final int m;
    private final int n;
    private final BigDecimal[][] elements;

    private PseudoInverse(int m, int n, BigDecimal[][] elements) {
        this.m = m;
        this.n = n;
        this.elements = elements;
    }

    /** That of the product of factors, row after row. */
    static PseudoInverse of(int m, int r, int n, Numbers left, Numbers right) {
        BigDecimal[][] l = matrix(m, r, left), rightTransposed = transposed(matrix(r, n, right), r, n);
        BigDecimal[][] lTransposed = transposed(l, m, r);
        BigDecimal[][] inner = solve(product(lTransposed, l), lTransposed);
        BigDecimal[][] outer = solve(product(transposed(rightTransposed, n, r), rightTransposed), inner);
        return new PseudoInverse(m, n, product(rightTransposed, outer));
    }

    /** That of a matrix of full rank, row after row. */
    static PseudoInverse of(int m, int n, Numbers a) {
        return m >= n ? of(m, n, n, a, identity(n)) : of(m, m, n, identity(m), a);
    }

    private static Numbers identity(int n) {
        double[] identity = new double[n * n];
        for (int i = 0; i < n; i++) {
            identity[i * (n + 1)] = 1;
        }
        return Numbers.of(identity);
    }

    /** Its product with a matrix of m x c, rounded to double. */
    double[] times(int columns, Numbers b) {
        BigDecimal[][] x = product(elements, matrix(m, columns, b));
        double[] rounded = new double[n * columns];
        for (int i = 0; i < n * columns; i++) {
            rounded[i] = x[i / columns][i % columns].doubleValue();
        }
        return rounded;
    }

    /** The root of the sum of the squares of its elements. */
    double norm() {
        double sum = 0;
        for (BigDecimal[] row : elements) {
            for (BigDecimal element : row) {
                sum += element.doubleValue() * element.doubleValue();
            }
        }
        return Math.sqrt(sum);
    }

    private static BigDecimal[][] matrix(int rows, int columns, Numbers numbers) {
        BigDecimal[][] matrix = new BigDecimal[rows][columns];
        for (int i = 0; i < rows * columns; i++) {
            matrix[i / columns][i % columns] = new BigDecimal(numbers.at(i));
        }
        return matrix;
    }

    private static BigDecimal[][] transposed(BigDecimal[][] a, int rows, int columns) {
        BigDecimal[][] turned = new BigDecimal[columns][rows];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                turned[j][i] = a[i][j];
            }
        }
        return turned;
    }

    private static BigDecimal[][] product(BigDecimal[][] a, BigDecimal[][] b) {
        BigDecimal[][] c = new BigDecimal[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            Arrays.fill(c[i], BigDecimal.ZERO);
            for (int l = 0; l < b.length; l++) {
                for (int j = 0; j < c[i].length; j++) {
                    c[i][j] = c[i][j].add(a[i][l].multiply(b[l][j], DIGITS), DIGITS);
                }
            }
        }
        return c;
    }

    /** {@code G^-1 B} of a positive definite G, which elimination leaves so: no pivoting is needed. */
    private static BigDecimal[][] solve(BigDecimal[][] g, BigDecimal[][] b) {
        int n = g.length;
        BigDecimal[][] x = new BigDecimal[n][];
        for (int i = 0; i < n; i++) {
            x[i] = b[i].clone();
        }
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                if (i != k) {
                    BigDecimal factor = g[i][k].divide(g[k][k], DIGITS);
                    subtract(g[i], factor, g[k]);
                    subtract(x[i], factor, x[k]);
                }
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < x[i].length; j++) {
                x[i][j] = x[i][j].divide(g[i][i], DIGITS);
            }
        }
        return x;
    }

    private static void subtract(BigDecimal[] row, BigDecimal factor, BigDecimal[] other) {
        for (int j = 0; j < row.length; j++) {
            row[j] = row[j].subtract(factor.multiply(other[j], DIGITS), DIGITS);
        }
    }
}
