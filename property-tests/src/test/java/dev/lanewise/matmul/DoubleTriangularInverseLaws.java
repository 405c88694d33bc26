package dev.lanewise.matmul;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.SingularMatrixException;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.matmul.Diagonal;
import dev.lanewise.engine.matmul.DoubleTriangularInverse;
import dev.lanewise.engine.matmul.Triangle;
import dev.lanewise.foundation.Allocation;
import dev.lanewise.foundation.EveryParallelism;
import dev.lanewise.foundation.LanewiseThreads;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.ProductOracle;
import dev.lanewise.oracle.Seeds;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The inverse of a triangle times the triangle is the identity, and no more than the triangle is touched. */
final class DoubleTriangularInverseLaws implements Seeds {
    /** Dirty from one try to the next. */
    private final Workspace workspace = new Workspace();

    private static boolean isIn(Triangle triangle, Diagonal diagonal, int i, int j) {
        return i == j ? diagonal == Diagonal.STORED : triangle == Triangle.LOWER ? j < i : j > i;
    }

    /** Well conditioned: the diagonal dominates. */
    private static double element(double gaussian, int i, int j, int n) {
        return i == j ? 2 + Math.abs(gaussian) : gaussian / n;
    }

    @Property(tries = 150)
    void theInverseTimesTheTriangleIsTheIdentityAndNoMoreIsTouched(
            @ForAll @IntRange(max = 90) int n,
            @ForAll("seeds") long seed,
            @ForAll Triangle triangle,
            @ForAll Diagonal diagonal,
            @ForAll boolean byColumns,
            @ForAll @IntRange(min = 1, max = 3) int threads) {
        double[] gaussian = Inputs.gaussian(seed, new double[n * n]),
                whole = new double[n * n],
                inverse = new double[n * n];
        MatrixLayout lines = MatrixLayout.rowMajor(2, n, n, n + 3), layout = byColumns ? lines.transposed() : lines;
        double[] t = Bits.guard(new double[(int) layout.end() + 1]), identity = new double[n * n];
        for (int i = 0; i < n; i++) {
            identity[i * n + i] = 1;
            whole[i * n + i] = 1;
            for (int j = 0; j < n; j++) {
                if (isIn(triangle, diagonal, i, j)) {
                    whole[i * n + j] = element(gaussian[i * n + j], i, j, n);
                    t[layout.index(i, j)] = whole[i * n + j];
                }
            }
        }
        DoubleTriangularInverse.invert(t, layout, triangle, diagonal, workspace, Parallelism.threads(threads));
        int guards = t.length;
        for (int i = 0; i < n; i++) {
            inverse[i * n + i] = 1;
            for (int j = 0; j < n; j++) {
                if (isIn(triangle, diagonal, i, j)) {
                    inverse[i * n + j] = t[layout.index(i, j)];
                    guards--;
                }
            }
        }
        for (double value : t) {
            guards -= Bits.isGuard(value) ? 1 : 0;
        }
        assertEquals(0, guards, "guards that are gone");
        Numbers one = Numbers.of(identity);
        ProductOracle.assertProduct(
                4 * n + 10, n, n, n, 1, Numbers.of(inverse), Numbers.of(whole), 0, one, one, "seed " + seed);
    }

    @Example
    void threadsChangeNoBitAndNoneStaysBehind() {
        LanewiseThreads.assertSmallWorkIsSplit();
        int n = 130;
        double[] t = Inputs.gaussian(1, new double[n * n]);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                t[i * n + j] = element(t[i * n + j], i, j, n);
            }
        }
        MatrixLayout layout = MatrixLayout.of(n, n);
        double[] wanted = t.clone();
        DoubleTriangularInverse.invert(wanted, layout, Triangle.UPPER, Diagonal.STORED);
        EveryParallelism.run((parallelism, context) -> {
            double[] computed = t.clone();
            DoubleTriangularInverse.invert(
                    computed, layout, Triangle.UPPER, Diagonal.STORED, new Workspace(), parallelism);
            Bits.assertSame(wanted, computed, context);
        });
        assertEquals(List.of(), LanewiseThreads.alive());
    }

    @Example
    void nothingIsAllocatedAfterTheFirstTime() {
        for (int n : new int[] {3, 20, 70}) {
            double[] identity = new double[n * n];
            for (int i = 0; i < n; i++) {
                identity[i * n + i] = 1;
            }
            MatrixLayout layout = MatrixLayout.of(n, n);
            Allocation.assertNone(
                    "invert " + n,
                    () -> DoubleTriangularInverse.invert(
                            identity, layout, Triangle.LOWER, Diagonal.STORED, workspace, Parallelism.NONE));
        }
    }

    @Example
    void whatDoesNotFitOrIsSingularIsRefused() {
        double[] t = {1, 2, 3, 4, 0, 6, 7, 8, 9}, before = t.clone();
        MatrixLayout square = MatrixLayout.of(3, 3);
        Refusal.of(() -> invert(t, MatrixLayout.of(3, 2)), "T", "3 x 2", "3 x 3");
        Refusal.of(() -> invert(new double[8], square), "T", "length 8");
        Refusal.of(() -> invert(t, new MatrixLayout(0, 3, 3, 1, 1)), "T", "share places");
        Refusal.ofNull("T", () -> invert(null, square));
        Refusal.ofNull("layout of T", () -> invert(t, null));
        Refusal.ofNull("triangle", () -> DoubleTriangularInverse.invert(t, square, null, Diagonal.UNIT));
        Refusal.ofNull("diagonal", () -> DoubleTriangularInverse.invert(t, square, Triangle.LOWER, null));
        SingularMatrixException e = assertThrows(SingularMatrixException.class, () -> invert(t, square));
        assertEquals(1, e.index());
        Bits.assertSame(before, t, "T");
    }

    private static void invert(double[] t, MatrixLayout layout) {
        DoubleTriangularInverse.invert(t, layout, Triangle.LOWER, Diagonal.STORED);
    }
}
