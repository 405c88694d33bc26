package dev.lanewise.conformance;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.qr.DoubleCholeskyQr;
import dev.lanewise.engine.qr.DoubleTallQr;
import java.util.List;
import java.util.function.Consumer;

/**
 * QR factorisations of tall matrices: over one, several and many blocks of rows, of which the last ones make three layers; and by
 * Cholesky factors, in two passes, in three and by reflections.
 */
final class DoubleTallQrCases {
    private static final List<List<Integer>> SHAPES = List.of(
            List.of(5, 0),
            List.of(1, 1),
            List.of(1030, 7),
            List.of(2060, 1),
            List.of(2100, 33),
            List.of(3200, 50),
            List.of(9001, 3));

    private DoubleTallQrCases() {}

    static void register(Consumer<ConformanceCase> cases) {
        for (List<Integer> shape : SHAPES) {
            int m = shape.get(0), n = shape.get(1);
            cases.accept(new ConformanceCase(
                    "tall-qr/double/" + m + "x" + n, (digest, parallelism) -> factors(m, n, digest, parallelism)));
            cases.accept(new ConformanceCase(
                    "cholesky-qr/double/" + m + "x" + n,
                    (digest, parallelism) -> byCholesky(2, m, n, Inputs.doubles(m * n, m), digest, parallelism)));
        }
        cases.accept(new ConformanceCase("tall-qr/double/301000x7", DoubleTallQrCases::ofThreeLayers));
        for (int passes : new int[] {3, 0}) {
            cases.accept(new ConformanceCase(
                    "cholesky-qr/double/1500x26/passes=" + passes,
                    (digest, parallelism) ->
                            byCholesky(passes, 1500, 26, close(1500, 26, passes), digest, parallelism)));
        }
    }

    private static void factors(int m, int n, Digest digest, Parallelism parallelism) {
        Workspace workspace = new Workspace();
        DoubleTallQr qr = new DoubleTallQr(m, n);
        qr.factorize(Inputs.doubles(m * n, m), MatrixLayout.of(m, n), workspace, parallelism);
        double[] r = new double[n * n], q = new double[m * n], more = new double[m * (n + 2)];
        qr.copyR(r, MatrixLayout.of(n, n));
        qr.copyQ(q, MatrixLayout.of(m, n), workspace, parallelism);
        qr.copyQ(
                more,
                MatrixLayout.of(n + 2, m).transposed().block(0, 0, m, Math.min(m, n + 2)),
                workspace,
                parallelism);
        digest.add(r);
        digest.add(q);
        digest.add(more);
        double[] c = Inputs.doubles(m * 9, n), x = new double[n * 9], y = new double[m * 9];
        MatrixLayout ofC = MatrixLayout.of(m, 9), ofX = MatrixLayout.of(n, 9);
        qr.applyQ(c, ofC, workspace, parallelism);
        digest.add(c);
        qr.applyQTransposed(c, MatrixLayout.of(9, m).transposed(), workspace, parallelism);
        digest.add(c);
        qr.solve(c, ofC, x, ofX, workspace, parallelism);
        qr.solveTransposed(x, ofX, y, ofC, workspace, parallelism);
        digest.add(x);
        digest.add(y);
    }

    private static void ofThreeLayers(Digest digest, Parallelism parallelism) {
        int m = 301000, n = 7;
        Workspace workspace = new Workspace();
        DoubleTallQr qr = new DoubleTallQr(m, n);
        qr.factorize(Inputs.doubles(m * n, m), MatrixLayout.of(m, n), workspace, parallelism);
        double[] r = new double[n * n], c = Inputs.doubles(m, n);
        qr.copyR(r, MatrixLayout.of(n, n));
        qr.applyQTransposed(c, MatrixLayout.of(m, 1), workspace, parallelism);
        digest.add(r);
        digest.add(c);
    }

    /** A matrix whose columns are close to the first one, as {@code u^(3/4)} is to 1, or the same. */
    private static double[] close(int m, int n, int passes) {
        int power = 3 * Math.getExponent(Math.ulp((double) 1)) / 4;
        double distance = passes == 0 ? 0 : Math.scalb((double) 1, power);
        double[] a = Inputs.doubles(m * n, m);
        for (int i = 0; i < m; i++) {
            for (int j = 1; j < n; j++) {
                a[i * n + j] = Math.fma(distance, a[i * n + j], a[i * n]);
            }
        }
        return a;
    }

    private static void byCholesky(int wanted, int m, int n, double[] a, Digest digest, Parallelism parallelism) {
        double[] q = new double[m * n], r = new double[n * n];
        MatrixLayout layout = MatrixLayout.of(m, n);
        int passes = new DoubleCholeskyQr(m, n)
                .factorize(a, layout, q, layout, r, MatrixLayout.of(n, n), new Workspace(), parallelism);
        digest.add(q);
        digest.add(r);
        if (passes != wanted) {
            throw new IllegalStateException("passes: got " + passes + ", wanted " + wanted);
        }
    }
}
