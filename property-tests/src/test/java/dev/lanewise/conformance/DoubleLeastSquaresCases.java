package dev.lanewise.conformance;

import dev.lanewise.DoubleLeastSquares;
import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import java.util.List;
import java.util.function.Consumer;

/** The shortest solutions of least-squares problems: tall, wide, square, and of lesser rank. */
final class DoubleLeastSquaresCases {
    private static final List<List<Integer>> SHAPES =
            List.of(List.of(1, 1), List.of(9, 4), List.of(4, 9), List.of(33, 33), List.of(130, 60), List.of(60, 130));

    private DoubleLeastSquaresCases() {}

    static void register(Consumer<ConformanceCase> cases) {
        for (List<Integer> shape : SHAPES) {
            for (boolean lesser : new boolean[] {false, true}) {
                int m = shape.get(0), n = shape.get(1);
                cases.accept(new ConformanceCase(
                        "least-squares/double/" + m + "x" + n + (lesser ? "/lesser-rank" : ""),
                        (digest, parallelism) -> solutions(m, n, lesser, digest, parallelism)));
            }
        }
    }

    private static void solutions(int m, int n, boolean lesser, Digest digest, Parallelism parallelism) {
        double[] a = Inputs.doubles(m * n, m), b = Inputs.doubles(m * 70, n), x = new double[n * 70];
        for (int i = 0; i < m * n; i++) {
            // The last third of the columns are others once more.
            a[i] = lesser && i % n >= n - n / 3 ? a[i - n + n / 3] : a[i];
        }
        MatrixLayout ofB = MatrixLayout.of(m, 70), ofX = MatrixLayout.of(n, 70);
        int rank = DoubleLeastSquares.solveShortest(
                a, MatrixLayout.of(m, n), b, ofB, x, ofX, new Workspace(), parallelism);
        digest.add(x);
        digest.add(new double[] {rank});
    }
}
