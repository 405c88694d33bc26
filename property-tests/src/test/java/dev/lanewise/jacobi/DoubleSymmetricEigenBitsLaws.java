package dev.lanewise.jacobi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.jacobi.DoubleSymmetricEigen;
import dev.lanewise.engine.jacobi.JacobiOrder;
import dev.lanewise.engine.matmul.Triangle;
import dev.lanewise.foundation.Allocation;
import dev.lanewise.foundation.EveryParallelism;
import dev.lanewise.foundation.LanewiseThreads;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Seeds;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The bits of eigenvalues and vectors depend on the matrix alone; what a caller gets wrong is told. */
final class DoubleSymmetricEigenBitsLaws implements Seeds {
    /** Dirty from one try to the next. */
    private final Workspace workspace = new Workspace();

    private static double[] v(int n, DoubleSymmetricEigen eigen) {
        double[] v = Bits.guard(new double[n * n]);
        eigen.copyV(v, MatrixLayout.of(n, n));
        return v;
    }

    private static void assertSameBits(int n, DoubleSymmetricEigen wanted, DoubleSymmetricEigen eigen, String context) {
        Bits.assertSame(wanted.eigenvalues(), eigen.eigenvalues(), "D of " + context);
        Bits.assertSame(v(n, wanted), v(n, eigen), "V of " + context);
    }

    @Property(tries = 40)
    void theBitsDependOnTheMatrixAlone(
            @ForAll @IntRange(max = 45) int n,
            @ForAll("seeds") long seed,
            @ForAll SymmetricMatrix kind,
            @ForAll @IntRange(min = 1, max = 3) int threads,
            @ForAll boolean random) {
        double[] a = kind.fill(n, seed, new double[n * n]);
        JacobiOrder order = random ? JacobiOrder.random(seed) : JacobiOrder.IN_TURN;
        DoubleSymmetricEigen wanted = new DoubleSymmetricEigen(n), eigen = new DoubleSymmetricEigen(n);
        wanted.factorize(a, MatrixLayout.of(n, n), Triangle.LOWER, order, new Workspace(), Parallelism.NONE);
        for (MatrixLayout layout : List.of(
                MatrixLayout.rowMajor(4, n, n, n + 5),
                MatrixLayout.rowMajor(2, n, n, n + 1).transposed(),
                new MatrixLayout(1, n, n, 3 * n + 1, 2))) {
            double[] placed = Bits.guard(new double[(int) layout.end() + 1]);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    placed[layout.index(i, j)] = a[i * n + j];
                }
            }
            double[] before = placed.clone();
            for (Triangle triangle : Triangle.values()) {
                // With what the time before has left.
                eigen.factorize(placed, layout, triangle, order, workspace, Parallelism.threads(threads));
                String context = kind + ", " + triangle + ", " + layout + ", seed " + seed;
                Bits.assertSame(before, placed, "A of " + context);
                assertSameBits(n, wanted, eigen, context);
            }
        }
    }

    @Property(tries = 30)
    void theFirstVectorsAreCopiedToAnyLayoutAndNothingElseIsWritten(
            @ForAll @IntRange(min = 1, max = 30) int n,
            @ForAll @IntRange(max = 30) int some,
            @ForAll("seeds") long seed) {
        int columns = Math.min(some, n);
        DoubleSymmetricEigen eigen = new DoubleSymmetricEigen(n);
        eigen.factorize(
                SymmetricMatrix.GAUSSIAN.fill(n, seed, new double[n * n]), MatrixLayout.of(n, n), Triangle.LOWER);
        double[] all = v(n, eigen);
        for (MatrixLayout layout : List.of(
                MatrixLayout.rowMajor(4, n, columns, columns + 5),
                MatrixLayout.rowMajor(2, columns, n, n + 1).transposed(),
                new MatrixLayout(1, n, columns, 3 * columns + 1, 2))) {
            double[] to = Bits.guard(new double[(int) layout.end() + 2]), wanted = to.clone();
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < columns; j++) {
                    wanted[layout.index(i, j)] = all[i * n + j];
                }
            }
            eigen.copyV(to, layout);
            int guards = 0;
            for (double value : to) {
                guards += Bits.isGuard(value) ? 1 : 0;
            }
            Bits.assertSame(wanted, to, layout + ", seed " + seed);
            assertEquals(to.length - n * columns, guards, "guards that stay");
        }
    }

    @Example
    void threadsChangeNoBitAndNoneStaysBehind() {
        LanewiseThreads.assertSmallWorkIsSplit();
        int n = 100; // several groups of blocks
        double[] a = SymmetricMatrix.GAUSSIAN.fill(n, 1, new double[n * n]);
        for (JacobiOrder order : new JacobiOrder[] {JacobiOrder.IN_TURN, JacobiOrder.random(3)}) {
            DoubleSymmetricEigen wanted = new DoubleSymmetricEigen(n);
            wanted.factorize(a, MatrixLayout.of(n, n), Triangle.LOWER, order, workspace, Parallelism.NONE);
            EveryParallelism.run((parallelism, context) -> {
                DoubleSymmetricEigen eigen = new DoubleSymmetricEigen(n);
                eigen.factorize(a, MatrixLayout.of(n, n), Triangle.UPPER, order, new Workspace(), parallelism);
                assertSameBits(n, wanted, eigen, context);
            });
        }
        assertEquals(List.of(), LanewiseThreads.alive());
    }

    @Example
    void nothingIsAllocatedAfterTheFirstTime() {
        for (int n : new int[] {3, 20}) {
            double[] a = SymmetricMatrix.GAUSSIAN.fill(n, 1, new double[n * n]), v = new double[n * n];
            DoubleSymmetricEigen eigen = new DoubleSymmetricEigen(n);
            MatrixLayout layout = MatrixLayout.of(n, n);
            Allocation.assertNone(
                    "factorize " + n,
                    () -> eigen.factorize(a, layout, Triangle.LOWER, JacobiOrder.IN_TURN, workspace, Parallelism.NONE));
            Allocation.assertNone("copy V " + n, () -> eigen.copyV(v, layout));
        }
    }

    @Example
    void whatDoesNotFitIsRefused() {
        MatrixLayout square = MatrixLayout.of(3, 3);
        double[] a = SymmetricMatrix.GAUSSIAN.fill(3, 1, new double[9]), x = a.clone();
        DoubleSymmetricEigen eigen = new DoubleSymmetricEigen(3);
        assertThrows(IllegalStateException.class, eigen::eigenvalues);
        assertThrows(IllegalStateException.class, eigen::sweeps);
        assertThrows(IllegalStateException.class, () -> eigen.copyV(x, square));
        Refusal.of(() -> new DoubleSymmetricEigen(-1), "-1");
        Refusal.of(() -> new DoubleSymmetricEigen(1 << 16), "65536");
        Refusal.of(() -> eigen.factorize(a, MatrixLayout.of(3, 2), Triangle.LOWER), "A", "3 x 2", "3 x 3");
        Refusal.of(() -> eigen.factorize(new double[8], square, Triangle.LOWER), "A", "length 8");
        Refusal.ofNull("A", () -> eigen.factorize(null, square, Triangle.LOWER));
        Refusal.ofNull("layout of A", () -> eigen.factorize(a, null, Triangle.LOWER));
        Refusal.ofNull("triangle", () -> eigen.factorize(a, square, null));
        Refusal.ofNull(
                "jacobiOrder",
                () -> eigen.factorize(a, square, Triangle.LOWER, null, new Workspace(), Parallelism.NONE));
        eigen.factorize(a, square, Triangle.LOWER);
        Refusal.of(() -> eigen.copyV(x, MatrixLayout.of(2, 3)), "V", "2 x 3", "3 x up to 3");
        Refusal.of(() -> eigen.copyV(new double[12], MatrixLayout.of(3, 4)), "V", "3 x 4", "3 x up to 3");
        Refusal.of(() -> eigen.copyV(new double[8], square), "V", "length 8");
        Refusal.of(() -> eigen.copyV(x, new MatrixLayout(0, 3, 3, 1, 1)), "V", "share places");
        Refusal.ofNull("V", () -> eigen.copyV(null, square));
        Bits.assertSame(a, x, "after refusals");
    }

    @Example
    void numbersThatAreNotFiniteAreRefusedInTheTriangleThatIsRead() {
        MatrixLayout square = MatrixLayout.of(3, 3);
        DoubleSymmetricEigen eigen = new DoubleSymmetricEigen(3);
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            double[] a = SymmetricMatrix.GAUSSIAN.fill(3, 1, new double[9]);
            a[6] = bad;
            eigen.factorize(a, square, Triangle.UPPER);
            Refusal.of(() -> eigen.factorize(a, square, Triangle.LOWER), "A", "" + bad, "(2, 0)", "finite");
            assertThrows(IllegalStateException.class, eigen::eigenvalues, "what failed holds nothing");
            eigen.factorize(a, square.transposed(), Triangle.LOWER);
            Refusal.of(() -> eigen.factorize(a, square.transposed(), Triangle.UPPER), "A", "" + bad, "(0, 2)");
        }
    }
}
