package dev.lanewise.matmul;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.matmul.DoubleMatrixProduct;
import dev.lanewise.engine.matmul.DoubleSymmetricProduct;
import dev.lanewise.engine.matmul.Triangle;
import dev.lanewise.foundation.Allocation;
import dev.lanewise.foundation.EveryParallelism;
import dev.lanewise.foundation.LanewiseThreads;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Seeds;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** One triangle of {@code A A^T} has the bits of the whole product, and the other is left alone. */
final class DoubleSymmetricProductLaws implements Seeds {
    private static final double[] FACTORS = {1, 0, -0.3};

    /** Dirty from one try to the next. */
    private final Workspace workspace = new Workspace();

    private static boolean isIn(Triangle triangle, int i, int j) {
        return triangle == Triangle.LOWER ? j <= i : j >= i;
    }

    /** A matrix of which only the triangle holds numbers: whoever reads a guard gives himself away. */
    private static double[] withGuards(double[] values, MatrixLayout layout, Triangle triangle) {
        double[] array = Bits.guard(new double[(int) layout.end() + 2]);
        int n = layout.rows();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (isIn(triangle, i, j)) {
                    array[layout.index(i, j)] = values[i * n + j];
                }
            }
        }
        return array;
    }

    @Property(tries = 200)
    void theTriangleHasTheBitsOfTheWholeProductAndNoMoreIsTouched(
            @ForAll @IntRange(max = 160) int n,
            @ForAll @IntRange(max = 250) int k,
            @ForAll("seeds") long seed,
            @ForAll Triangle triangle,
            @ForAll boolean aTransposed,
            @ForAll boolean byColumns,
            @ForAll @IntRange(max = 8) int factors,
            @ForAll @IntRange(min = 1, max = 3) int threads) {
        double alpha = FACTORS[factors % 3], beta = FACTORS[factors / 3];
        MatrixLayout a = aTransposed ? MatrixLayout.of(k, n).transposed() : MatrixLayout.of(n, k);
        MatrixLayout lines = MatrixLayout.rowMajor(1, n, n, n + 3), c = byColumns ? lines.transposed() : lines;
        double[] x = Inputs.uneven(seed, new double[n * k]), before = Inputs.uneven(seed + 1, new double[n * n]);
        double[] whole = before.clone();
        DoubleMatrixProduct.multiply(alpha, x, a, x, a.transposed(), beta, whole, MatrixLayout.of(n, n));
        double[] computed = withGuards(before, c, triangle);
        DoubleSymmetricProduct.multiply(
                alpha, x, a, beta, computed, c, triangle, workspace, Parallelism.threads(threads));
        Bits.assertSame(withGuards(whole, c, triangle), computed, "seed " + seed);
        long guards = 0;
        for (double value : computed) {
            guards += Bits.isGuard(value) ? 1 : 0;
        }
        assertEquals(computed.length - n * (n + 1L) / 2, guards, "guards that stay");
    }

    @Example
    void threadsChangeNoBitAndNoneStaysBehind() {
        LanewiseThreads.assertSmallWorkIsSplit();
        int n = 130, k = 40;
        MatrixLayout a = MatrixLayout.of(n, k), c = MatrixLayout.of(n, n);
        double[] x = Inputs.gaussian(1, new double[n * k]), wanted = new double[n * n];
        DoubleSymmetricProduct.multiply(1, x, a, 0, wanted, c, Triangle.UPPER, workspace, Parallelism.NONE);
        EveryParallelism.run((parallelism, context) -> {
            double[] computed = new double[n * n];
            DoubleSymmetricProduct.multiply(1, x, a, 0, computed, c, Triangle.UPPER, new Workspace(), parallelism);
            Bits.assertSame(wanted, computed, context);
        });
        assertEquals(List.of(), LanewiseThreads.alive());
    }

    @Example
    void aProductAllocatesNothing() {
        for (int n : new int[] {3, 20, 70}) {
            MatrixLayout square = MatrixLayout.of(n, n);
            double[] x = Inputs.gaussian(1, new double[n * n]), y = x.clone();
            Allocation.assertNone(
                    n + " x " + n,
                    () -> DoubleSymmetricProduct.multiply(
                            1, x, square, 0.5, y, square, Triangle.LOWER, workspace, Parallelism.NONE));
        }
    }

    @Example
    void whatDoesNotFitIsRefusedAndNothingIsChanged() {
        double[] before = Inputs.gaussian(1, new double[30]), a = before.clone(), c = before.clone();
        MatrixLayout ofA = MatrixLayout.of(3, 4), ofC = MatrixLayout.of(3, 3);
        refused(a, MatrixLayout.of(4, 3), c, ofC, "A of 4 x 3", "C of 3 x 3", "n x k");
        refused(a, ofA, c, MatrixLayout.of(3, 4), "A of 3 x 4", "C of 3 x 4", "n x n");
        refused(new double[11], ofA, c, ofC, "A", "length 11", "12 or more");
        refused(a, ofA, new double[8], ofC, "C", "length 8", "9 or more");
        refused(a, ofA, a, ofC, "C overlaps A");
        refused(a, ofA, c, new MatrixLayout(0, 3, 3, 2, 1), "C", "share places");
        refused(a, ofA, c, new MatrixLayout(0, 3, 3, 9, 2), "C", "9 and 2", "wanted one of them to be 1");
        Refusal.ofNull("A", () -> multiply(null, ofA, c, ofC, Triangle.LOWER));
        Refusal.ofNull("layout of A", () -> multiply(a, null, c, ofC, Triangle.LOWER));
        Refusal.ofNull("C", () -> multiply(a, ofA, null, ofC, Triangle.LOWER));
        Refusal.ofNull("layout of C", () -> multiply(a, ofA, c, null, Triangle.LOWER));
        Refusal.ofNull("triangle", () -> multiply(a, ofA, c, ofC, null));
        Bits.assertSame(before, a, "A after refusals");
        Bits.assertSame(before, c, "C after refusals");
    }

    private void refused(double[] a, MatrixLayout aLayout, double[] c, MatrixLayout cLayout, String... parts) {
        Refusal.of(() -> multiply(a, aLayout, c, cLayout, Triangle.LOWER), parts);
    }

    private void multiply(double[] a, MatrixLayout aLayout, double[] c, MatrixLayout cLayout, Triangle triangle) {
        DoubleSymmetricProduct.multiply(1, a, aLayout, 1, c, cLayout, triangle, workspace, Parallelism.NONE);
    }
}
