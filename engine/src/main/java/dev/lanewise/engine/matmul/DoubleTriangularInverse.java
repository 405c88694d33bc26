package dev.lanewise.engine.matmul;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.SingularMatrixException;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.panel.DoubleOperands;
import dev.lanewise.engine.panel.DoubleTriangularBlocks;
import java.util.Objects;

/**
 * The inverse of a triangular matrix, in its place,
 *
 * <pre>    T = T^-1,    T of n x n.</pre>
 *
 * <p>The other triangle is neither read nor written, and nor is a {@linkplain Diagonal#UNIT unit} diagonal. Elements of a row, or of
 * a column, must be adjacent. NaN and infinity go through as IEEE 754 says. After an exception T is untouched. The bits depend on T
 * alone, not on layout, threads or machine. To solve a system, {@link DoubleTriangularSolve} is faster and more accurate.
 *
 * <p>Rounding: the inverse of every half is multiplied by what is beside it, so that {@code |X T - I|} is at most a small multiple
 * of {@code n u |X| |T| |X| |T|} element by element, and in practice of {@code u |X| |T|} (N. J. Higham, Accuracy and Stability of
 * Numerical Algorithms, 2nd ed., section 14.2.2).
 */
public final class DoubleTriangularInverse {
    /** Triangles that are not cut. */
    private static final int SMALL = 16;

    private DoubleTriangularInverse() {}

    /**
     * Inverts with scratch of its own, on the calling thread.
     *
     * @param t holds T, and gets the inverse
     * @param layout where
     * @param triangle which one
     * @param diagonal what is on its diagonal
     * @throws IllegalArgumentException if T is not square, the array is too short, or elements share places
     * @throws SingularMatrixException if there is a zero on the diagonal
     */
    public static void invert(double[] t, MatrixLayout layout, Triangle triangle, Diagonal diagonal) {
        invert(t, layout, triangle, diagonal, new Workspace(), Parallelism.NONE);
    }

    /**
     * Inverts.
     *
     * @param t holds T, and gets the inverse
     * @param layout where
     * @param triangle which one
     * @param diagonal what is on its diagonal
     * @param workspace scratch of the calling thread; with it, a call on one thread allocates nothing but at first
     * @param parallelism how many threads work
     * @throws IllegalArgumentException if T is not square, the array is too short, or elements share places
     * @throws SingularMatrixException if there is a zero on the diagonal
     */
    public static void invert(
            double[] t,
            MatrixLayout layout,
            Triangle triangle,
            Diagonal diagonal,
            Workspace workspace,
            Parallelism parallelism) {
        DoubleOperands.checkRun(workspace, parallelism);
        Objects.requireNonNull(triangle, "triangle");
        Objects.requireNonNull(diagonal, "diagonal");
        DoubleOperands.checkWritten(t, "T", layout);
        layout.checkAdjacent("T");
        DoubleOperands.checkShape("T", layout, layout.rows(), layout.rows());
        DoubleTriangularSolve.checkRegular(t, layout, diagonal);
        int row = layout.adjacentRowStride(), column = layout.adjacentColumnStride();
        boolean lower = triangle == Triangle.LOWER, unit = diagonal == Diagonal.UNIT;
        // The inverse of the transpose is the transpose of the inverse.
        invert(
                layout.rows(),
                unit,
                t,
                layout.offset(),
                lower ? row : column,
                lower ? column : row,
                workspace,
                parallelism);
    }

    /** Of a lower triangle: what is below both halves becomes {@code -T22^-1 T21 T11^-1}. */
    private static void invert(
            int n, boolean unit, double[] t, int at, int r, int s, Workspace workspace, Parallelism parallelism) {
        if (n <= SMALL) {
            small(n, unit, t, at, r, s, workspace);
            return;
        }
        int half = (n / 2 + SMALL - 1) / SMALL * SMALL,
                rest = n - half,
                below = at + half * r,
                corner = below + half * s;
        invert(half, unit, t, at, r, s, workspace, parallelism);
        DoubleTriangularBlocks.multiply(half, rest, false, unit, t, at, s, r, t, below, s, r, workspace, parallelism);
        DoubleTriangularBlocks.solve(rest, half, true, unit, t, corner, r, s, t, below, r, s, workspace, parallelism);
        for (int i = 0; i < rest; i++) {
            for (int j = 0; j < half; j++) {
                t[below + i * r + j * s] = -t[below + i * r + j * s];
            }
        }
        invert(rest, unit, t, corner, r, s, workspace, parallelism);
    }

    /** The solution for the columns of the identity. */
    private static void small(int n, boolean unit, double[] t, int at, int r, int s, Workspace workspace) {
        double[] inverse = workspace.takeDoubles(n * n);
        try {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    inverse[i * n + j] = i == j ? 1 : 0;
                }
            }
            DoubleTriangularBlocks.solve(n, n, true, unit, t, at, r, s, inverse, 0, n, 1, workspace, Parallelism.NONE);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < (unit ? i : i + 1); j++) {
                    t[at + i * r + j * s] = inverse[i * n + j];
                }
            }
        } finally {
            workspace.releaseDoubles();
        }
    }
}
