package dev.lanewise.conformance;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.jacobi.DoubleSvd;
import dev.lanewise.engine.jacobi.DoubleSymmetricEigen;
import dev.lanewise.engine.jacobi.JacobiOrder;
import dev.lanewise.engine.matmul.DoubleSymmetricProduct;
import dev.lanewise.engine.matmul.Triangle;
import java.util.List;
import java.util.function.Consumer;

/** Singular values and symmetric eigenvalues: shapes about those of blocks of rows and groups of blocks, in either order. */
final class DoubleJacobiCases {
    private static final List<List<Integer>> SHAPES = List.of(
            List.of(0, 3),
            List.of(1, 1),
            List.of(4, 9),
            List.of(9, 4),
            List.of(33, 33),
            List.of(97, 41),
            List.of(40, 70),
            List.of(105, 100));

    private DoubleJacobiCases() {}

    static void register(Consumer<ConformanceCase> cases) {
        for (List<Integer> shape : SHAPES) {
            int m = shape.get(0), n = shape.get(1);
            cases.accept(new ConformanceCase(
                    "svd/double/" + m + "x" + n,
                    (digest, parallelism) -> svd(m, n, JacobiOrder.IN_TURN, digest, parallelism)));
        }
        cases.accept(new ConformanceCase(
                "svd/double/random/60x50",
                (digest, parallelism) -> svd(60, 50, JacobiOrder.random(7), digest, parallelism)));
        for (int n : new int[] {1, 7, 16, 33, 100}) {
            cases.accept(new ConformanceCase(
                    "eigen/double/" + n, (digest, parallelism) -> indefinite(n, digest, parallelism)));
            cases.accept(new ConformanceCase(
                    "eigen/double/positive/" + n, (digest, parallelism) -> positive(n, digest, parallelism)));
        }
    }

    private static void svd(int m, int n, JacobiOrder order, Digest digest, Parallelism parallelism) {
        Workspace workspace = new Workspace();
        int k = Math.min(m, n);
        double[] u = new double[m * k], v = new double[n * k];
        DoubleSvd svd = new DoubleSvd(m, n);
        svd.factorize(Inputs.doubles(m * n, m), MatrixLayout.of(m, n), order, workspace, parallelism);
        svd.copyU(u, MatrixLayout.of(m, k), workspace, parallelism);
        svd.copyV(v, MatrixLayout.of(n, k), workspace, parallelism);
        digest.add(svd.singularValues());
        digest.add(u);
        digest.add(v);
    }

    private static void indefinite(int n, Digest digest, Parallelism parallelism) {
        eigen(n, Inputs.doubles(n * n, n), digest, parallelism);
    }

    private static void positive(int n, Digest digest, Parallelism parallelism) {
        double[] a = new double[n * n];
        MatrixLayout square = MatrixLayout.of(n, n);
        for (int i = 0; i < n; i++) {
            a[i * n + i] = 1;
        }
        double[] g = Inputs.doubles(n * n, n + 1);
        DoubleSymmetricProduct.multiply(1, g, square, 1, a, square, Triangle.LOWER, new Workspace(), parallelism);
        eigen(n, a, digest, parallelism);
    }

    private static void eigen(int n, double[] a, Digest digest, Parallelism parallelism) {
        MatrixLayout square = MatrixLayout.of(n, n);
        double[] v = new double[n * n];
        DoubleSymmetricEigen eigen = new DoubleSymmetricEigen(n);
        eigen.factorize(a, square, Triangle.LOWER, JacobiOrder.IN_TURN, new Workspace(), parallelism);
        eigen.copyV(v, square);
        digest.add(eigen.eigenvalues());
        digest.add(v);
    }
}
