package dev.lanewise.conformance;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.matmul.Diagonal;
import dev.lanewise.engine.matmul.DoubleTriangularInverse;
import dev.lanewise.engine.matmul.DoubleTriangularProduct;
import dev.lanewise.engine.matmul.DoubleTriangularSolve;
import dev.lanewise.engine.matmul.Triangle;
import java.util.function.Consumer;

/** Triangular products and solutions: sizes about those of halves, columns about those of strips at every width. */
final class DoubleTriangularCases {
    private static final String PRODUCT = "triangular-product/double/";
    private static final String SOLUTION = "triangular-solve/double/";

    private DoubleTriangularCases() {}

    static void register(Consumer<ConformanceCase> cases) {
        for (int n : new int[] {0, 1, 5, 16, 17, 33, 70, 450}) {
            for (int columns : n == 0 || n == 450 ? new int[] {7} : new int[] {1, 7, 40, 130}) {
                String shape = n + "x" + columns;
                cases.accept(new ConformanceCase(
                        PRODUCT + shape, (digest, parallelism) -> run(false, n, columns, digest, parallelism)));
                cases.accept(new ConformanceCase(
                        SOLUTION + shape, (digest, parallelism) -> run(true, n, columns, digest, parallelism)));
            }
        }
        for (int n : new int[] {1, 16, 17, 70}) {
            cases.accept(new ConformanceCase(
                    "triangular-inverse/double/" + n, (digest, parallelism) -> inverse(n, digest, parallelism)));
        }
        for (SpecialValues special : SpecialValues.values()) {
            cases.accept(new ConformanceCase(
                    PRODUCT + special, (digest, parallelism) -> special(false, special, digest, parallelism)));
            cases.accept(new ConformanceCase(
                    SOLUTION + special, (digest, parallelism) -> special(true, special, digest, parallelism)));
        }
    }

    /** Either triangle with either diagonal, T and B transposed or not, in larger arrays. */
    private static void run(boolean solve, int n, int columns, Digest digest, Parallelism parallelism) {
        Workspace workspace = new Workspace();
        for (int choice = 0; choice < 16; choice++) {
            Triangle triangle = (choice & 1) != 0 ? Triangle.UPPER : Triangle.LOWER;
            Diagonal diagonal = (choice & 2) != 0 ? Diagonal.UNIT : Diagonal.STORED;
            MatrixLayout tLayout = place(n, n, (choice & 4) != 0), bLayout = place(n, columns, (choice & 8) != 0);
            double[] t = Inputs.doubles((int) tLayout.end() + 1, choice);
            double[] b = Inputs.doubles((int) bLayout.end() + 2, choice + 16);
            if (solve) {
                tame(t, tLayout);
            }
            run(solve, t, tLayout, triangle, diagonal, b, bLayout, workspace, parallelism);
            digest.add(b);
        }
    }

    /** Makes the diagonal larger and the rest smaller: solutions do not overflow, and still every term counts. */
    private static void tame(double[] t, MatrixLayout layout) {
        int n = layout.rows();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                int at = layout.index(i, j);
                t[at] = i == j ? 16 * t[at] : t[at] / (n + 1);
            }
        }
    }

    private static void run(
            boolean solve,
            double[] t,
            MatrixLayout tLayout,
            Triangle triangle,
            Diagonal diagonal,
            double[] b,
            MatrixLayout bLayout,
            Workspace workspace,
            Parallelism parallelism) {
        if (solve) {
            DoubleTriangularSolve.solve(t, tLayout, triangle, diagonal, b, bLayout, workspace, parallelism);
        } else {
            DoubleTriangularProduct.multiply(t, tLayout, triangle, diagonal, b, bLayout, workspace, parallelism);
        }
    }

    private static MatrixLayout place(int rows, int columns, boolean transposed) {
        return transposed
                ? MatrixLayout.rowMajor(1, columns, rows, rows + 1).transposed()
                : MatrixLayout.rowMajor(2, rows, columns, columns + 2);
    }

    private static void inverse(int n, Digest digest, Parallelism parallelism) {
        MatrixLayout square = MatrixLayout.of(n, n);
        Workspace workspace = new Workspace();
        for (Triangle triangle : Triangle.values()) {
            for (Diagonal diagonal : Diagonal.values()) {
                double[] t = Inputs.doubles(n * n, n);
                for (int i = 0; i < n; i++) {
                    t[i * (n + 1)] += 3 * n;
                }
                DoubleTriangularInverse.invert(t, square, triangle, diagonal, workspace, parallelism);
                DoubleTriangularInverse.invert(t, square.transposed(), triangle, diagonal, workspace, parallelism);
                digest.add(t);
            }
        }
    }

    /** With ordinary numbers on the one side and special ones on the other; a zero on the diagonal would be refused. */
    private static void special(boolean solve, SpecialValues special, Digest digest, Parallelism parallelism) {
        int n = 37, columns = 43;
        MatrixLayout square = MatrixLayout.of(n, n), rows = MatrixLayout.of(n, columns);
        MatrixLayout byColumns = MatrixLayout.of(columns, n).transposed();
        Workspace workspace = new Workspace();
        for (int seed = 0; seed < 4; seed++) {
            Triangle triangle = seed % 2 == 0 ? Triangle.LOWER : Triangle.UPPER;
            double[] t = Inputs.doubles(n * n, 10 + seed), b = special.doubles(n * columns, 20 + seed);
            run(solve, t, square, triangle, Diagonal.STORED, b, rows, workspace, parallelism);
            digest.add(b);
            double[] u = special.doubles(n * n, 30 + seed), c = Inputs.doubles(n * columns, 40 + seed);
            run(solve, u, square, triangle, Diagonal.UNIT, c, byColumns, workspace, parallelism);
            digest.add(c);
        }
    }
}
