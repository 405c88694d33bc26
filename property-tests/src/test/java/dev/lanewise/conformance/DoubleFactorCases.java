package dev.lanewise.conformance;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.cholesky.DoubleCholesky;
import dev.lanewise.engine.lu.DoubleLu;
import dev.lanewise.engine.matmul.DoubleSymmetricProduct;
import dev.lanewise.engine.matmul.Triangle;
import java.util.List;
import java.util.function.Consumer;

/** LU and Cholesky factorisations: shapes about those of their parts, solutions and inverses. */
final class DoubleFactorCases {
    private static final List<List<Integer>> SHAPES = List.of(
            List.of(1, 1),
            List.of(4, 9),
            List.of(9, 4),
            List.of(17, 17),
            List.of(33, 33),
            List.of(97, 49),
            List.of(60, 130),
            List.of(150, 150));

    private DoubleFactorCases() {}

    static void register(Consumer<ConformanceCase> cases) {
        for (List<Integer> shape : SHAPES) {
            int m = shape.get(0), n = shape.get(1);
            cases.accept(new ConformanceCase(
                    "lu/double/" + m + "x" + n, (digest, parallelism) -> lu(m, n, digest, parallelism)));
        }
        for (int n : new int[] {1, 7, 24, 25, 60, 150}) {
            cases.accept(new ConformanceCase(
                    "cholesky/double/" + n, (digest, parallelism) -> cholesky(n, digest, parallelism)));
        }
    }

    private static void lu(int m, int n, Digest digest, Parallelism parallelism) {
        Workspace workspace = new Workspace();
        int k = Math.min(m, n);
        double[] a = Inputs.doubles(m * n, m), l = new double[m * k], u = new double[k * n];
        DoubleLu lu = new DoubleLu(m, n);
        lu.factorize(a, MatrixLayout.of(m, n), workspace, parallelism);
        lu.copyL(l, MatrixLayout.of(m, k));
        lu.copyU(u, MatrixLayout.of(k, n));
        digest.add(l);
        digest.add(u);
        if (m == n) {
            MatrixLayout layout = MatrixLayout.of(n, 9);
            double[] b = Inputs.doubles(n * 9, n), x = new double[n * 9], inverse = new double[n * n];
            lu.solve(b, layout, x, layout, workspace, parallelism);
            lu.refine(a, MatrixLayout.of(n, n), b, layout, x, layout, workspace);
            digest.add(x);
            lu.solveTransposed(b, layout, x, layout, workspace, parallelism);
            digest.add(x);
            lu.invert(inverse, MatrixLayout.of(n, n), workspace, parallelism);
            digest.add(inverse);
            digest.add(new double[] {lu.reciprocalCondition(a, MatrixLayout.of(n, n), workspace)});
        }
    }

    private static void cholesky(int n, Digest digest, Parallelism parallelism) {
        Workspace workspace = new Workspace();
        MatrixLayout square = MatrixLayout.of(n, n);
        double[] g = Inputs.doubles(n * n, n), a = new double[n * n], l = new double[n * n], x = new double[n * n];
        for (int i = 0; i < n; i++) {
            a[i * n + i] = 1;
        }
        DoubleSymmetricProduct.multiply(1, g, square, 1, a, square, Triangle.LOWER, workspace, parallelism);
        DoubleCholesky cholesky = new DoubleCholesky(n);
        cholesky.factorize(a, square, Triangle.LOWER, workspace, parallelism);
        cholesky.copyL(l, square);
        cholesky.invert(x, square, workspace, parallelism);
        digest.add(l);
        digest.add(x);
    }
}
