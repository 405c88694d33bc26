package dev.lanewise.conformance;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.qr.DoublePivotedQr;
import dev.lanewise.engine.qr.DoubleQr;
import java.util.List;
import java.util.function.Consumer;

/** QR factorisations: shapes about those of panels, R, Q, its application and least squares. */
final class DoubleQrCases {
    private static final List<List<Integer>> SHAPES = List.of(
            List.of(0, 3),
            List.of(1, 1),
            List.of(4, 9),
            List.of(9, 4),
            List.of(33, 33),
            List.of(48, 50),
            List.of(97, 49),
            List.of(60, 130),
            List.of(200, 7),
            List.of(150, 150));

    private DoubleQrCases() {}

    static void register(Consumer<ConformanceCase> cases) {
        for (List<Integer> shape : SHAPES) {
            int m = shape.get(0), n = shape.get(1);
            cases.accept(new ConformanceCase(
                    "qr/double/" + m + "x" + n, (digest, parallelism) -> factors(m, n, digest, parallelism)));
            cases.accept(new ConformanceCase(
                    "pivoted-qr/double/" + m + "x" + n,
                    (digest, parallelism) ->
                            pivoted(new DoublePivotedQr(m, n), Inputs.doubles(m * n, m), digest, parallelism)));
            cases.accept(new ConformanceCase(
                    "sketched-qr/double/" + m + "x" + n,
                    (digest, parallelism) ->
                            pivoted(DoublePivotedQr.sketched(m, n, n), Inputs.doubles(m * n, m), digest, parallelism)));
        }
        for (int large : new int[] {0, 60, 270}) {
            cases.accept(new ConformanceCase(
                    "pivoted-qr/double/300x270/large=" + large,
                    (digest, parallelism) ->
                            pivoted(new DoublePivotedQr(300, 270), graded(300, 270, large), digest, parallelism)));
        }
        for (int large : new int[] {10, 48}) {
            cases.accept(new ConformanceCase(
                    "sketched-qr/double/130x110/large=" + large,
                    (digest, parallelism) -> pivoted(
                            DoublePivotedQr.sketched(130, 110, large), graded(130, 110, large), digest, parallelism)));
        }
    }

    /** A matrix of which some columns are large, some small and some zero, so that a sketch becomes stale. */
    private static double[] graded(int m, int n, int large) {
        double[] a = Inputs.doubles(m * n, large);
        for (int i = 0; i < m; i++) {
            for (int j = large; j < n; j++) {
                a[i * n + j] = j % 3 == 0 ? 0 : Math.scalb(a[i * n + j], -30);
            }
        }
        return a;
    }

    private static void pivoted(DoublePivotedQr qr, double[] a, Digest digest, Parallelism parallelism) {
        int m = qr.qr().rows(), n = qr.qr().columns();
        qr.factorize(a, MatrixLayout.of(m, n), new Workspace(), parallelism);
        double[] r = new double[m * n], c = Inputs.doubles(m * 5, n);
        qr.qr().copyR(r, MatrixLayout.of(m, n));
        qr.qr().applyQ(c, MatrixLayout.of(m, 5), new Workspace(), parallelism);
        digest.add(r);
        digest.add(c);
    }

    private static void factors(int m, int n, Digest digest, Parallelism parallelism) {
        Workspace workspace = new Workspace();
        DoubleQr qr = new DoubleQr(m, n);
        qr.factorize(Inputs.doubles(m * n, m), MatrixLayout.of(m, n), workspace, parallelism);
        double[] r = new double[m * n], q = new double[m * m];
        qr.copyR(r, MatrixLayout.of(m, n));
        qr.copyQ(q, MatrixLayout.of(m, m), workspace, parallelism);
        digest.add(r);
        digest.add(q);
        double[] c = Inputs.doubles(m * 70, n);
        qr.applyQ(c, MatrixLayout.of(m, 70), workspace, parallelism);
        qr.applyQTransposed(c, MatrixLayout.of(70, m).transposed(), workspace, parallelism);
        digest.add(c);
        if (m >= n && n > 0) {
            double[] x = new double[n * 70], y = new double[m * 70];
            qr.solve(c, MatrixLayout.of(m, 70), x, MatrixLayout.of(n, 70), workspace, parallelism);
            qr.solveTransposed(x, MatrixLayout.of(n, 70), y, MatrixLayout.of(m, 70), workspace, parallelism);
            digest.add(x);
            digest.add(y);
        }
    }
}
