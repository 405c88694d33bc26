package dev.lanewise.conformance;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.matmul.DoubleMatrixProduct;
import dev.lanewise.engine.matmul.DoubleSymmetricProduct;
import dev.lanewise.engine.matmul.Triangle;
import java.util.List;
import java.util.function.Consumer;

/** Matrix products: shapes about those of tiles and blocks at every width, transposed or not, any factors, special values. */
final class DoubleMatrixProductCases {
    private static final String FAMILY = "matrix-product/double/";

    private static final List<List<Integer>> SHAPES = List.of(
            List.of(0, 3, 2),
            List.of(2, 3, 0),
            List.of(1, 1, 1),
            List.of(1, 9, 4),
            List.of(1, 70, 400),
            List.of(70, 1, 400),
            List.of(1, 2100, 30),
            List.of(9, 1, 4),
            List.of(4, 4, 4),
            List.of(5, 7, 3),
            List.of(8, 8, 8),
            List.of(12, 16, 192),
            List.of(13, 17, 193),
            List.of(24, 64, 11),
            List.of(31, 33, 29),
            List.of(70, 130, 200),
            List.of(129, 65, 385),
            List.of(3, 700, 5),
            List.of(1600, 3, 5));

    private DoubleMatrixProductCases() {}

    static void register(Consumer<ConformanceCase> cases) {
        for (List<Integer> shape : SHAPES) {
            int m = shape.get(0), n = shape.get(1), k = shape.get(2);
            cases.accept(new ConformanceCase(
                    FAMILY + m + "x" + n + "x" + k, (digest, parallelism) -> product(m, n, k, digest, parallelism)));
        }
        for (int n : new int[] {1, 5, 48, 49, 131}) {
            cases.accept(new ConformanceCase(
                    "symmetric-product/double/" + n, (digest, parallelism) -> symmetric(n, digest, parallelism)));
        }
        for (SpecialValues special : SpecialValues.values()) {
            cases.accept(new ConformanceCase(
                    FAMILY + special, (digest, parallelism) -> special(special, digest, parallelism)));
        }
    }

    /** Either factor and the result transposed or not, in larger arrays; some factors of each. */
    private static void product(int m, int n, int k, Digest digest, Parallelism parallelism) {
        Workspace workspace = new Workspace();
        double[] alphas = {1, -0.3, 2, 1, 0.5, 1, 3, 0}, betas = {0, 1, 0.7, 1, 0, 0, -1, 2};
        for (int choice = 0; choice < 8; choice++) {
            MatrixLayout a = place(m, k, (choice & 1) != 0), b = place(k, n, (choice & 2) != 0);
            MatrixLayout c = place(m, n, (choice & 4) != 0);
            double[] x = Inputs.doubles((int) a.end() + 1, choice), y = Inputs.doubles((int) b.end() + 1, choice + 8);
            double[] z = Inputs.doubles((int) c.end() + 2, choice + 16);
            DoubleMatrixProduct.multiply(alphas[choice], x, a, y, b, betas[choice], z, c, workspace, parallelism);
            digest.add(z);
        }
    }

    /** Either triangle, of a matrix and of its transpose. */
    private static void symmetric(int n, Digest digest, Parallelism parallelism) {
        double[] x = Inputs.doubles(n * n, n), y = Inputs.doubles(n * n, n + 1);
        MatrixLayout square = MatrixLayout.of(n, n);
        Workspace workspace = new Workspace();
        for (Triangle triangle : Triangle.values()) {
            DoubleSymmetricProduct.multiply(0.3, x, square, 0.7, y, square, triangle, workspace, parallelism);
            digest.add(y);
            DoubleSymmetricProduct.multiply(
                    1, x, square.transposed(), 0, y, square.transposed(), triangle, workspace, parallelism);
            digest.add(y);
        }
    }

    private static MatrixLayout place(int rows, int columns, boolean transposed) {
        return transposed
                ? MatrixLayout.rowMajor(1, columns, rows, rows + 1).transposed()
                : MatrixLayout.rowMajor(2, rows, columns, columns + 2);
    }

    private static void special(SpecialValues special, Digest digest, Parallelism parallelism) {
        int m = 19, n = 37, k = 23;
        for (int seed = 0; seed < 4; seed++) {
            double[] z = special.doubles(m * n, 30 + seed);
            DoubleMatrixProduct.multiply(
                    1,
                    special.doubles(m * k, 10 + seed),
                    MatrixLayout.of(m, k),
                    special.doubles(k * n, 20 + seed),
                    MatrixLayout.of(k, n),
                    seed % 2,
                    z,
                    MatrixLayout.of(m, n),
                    new Workspace(),
                    parallelism);
            digest.add(z);
        }
    }
}
