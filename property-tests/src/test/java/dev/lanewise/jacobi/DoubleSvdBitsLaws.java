package dev.lanewise.jacobi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.jacobi.DoubleSvd;
import dev.lanewise.engine.jacobi.JacobiOrder;
import dev.lanewise.foundation.Allocation;
import dev.lanewise.foundation.EveryParallelism;
import dev.lanewise.foundation.LanewiseThreads;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Seeds;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The bits of singular values and vectors depend on the matrix alone, and what is beside it stays as it was. */
final class DoubleSvdBitsLaws implements Seeds {
    /** Dirty from one try to the next. */
    private final Workspace workspace = new Workspace();

    @Property(tries = 40)
    void theBitsDependOnTheMatrixAlone(
            @ForAll @IntRange(max = 45) int m,
            @ForAll @IntRange(max = 45) int n,
            @ForAll("seeds") long seed,
            @ForAll @IntRange(min = 1, max = 3) int threads,
            @ForAll boolean random) {
        double[] a = Inputs.uneven(seed, new double[m * n]);
        JacobiOrder order = random ? JacobiOrder.random(seed) : JacobiOrder.IN_TURN;
        DoubleSvd fresh = new DoubleSvd(m, n), svd = new DoubleSvd(m, n);
        fresh.factorize(a, MatrixLayout.of(m, n), order, new Workspace(), Parallelism.NONE);
        DoubleSvdResult wanted = DoubleSvdResult.of(fresh, m, n, new Workspace(), Parallelism.NONE);
        for (MatrixLayout layout : List.of(
                MatrixLayout.rowMajor(4, m, n, n + 5),
                MatrixLayout.rowMajor(2, n, m, m + 1).transposed(),
                new MatrixLayout(1, m, n, 3 * n + 1, 2))) {
            double[] placed = Bits.guard(new double[(int) layout.end() + 1]);
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < n; j++) {
                    placed[layout.index(i, j)] = a[i * n + j];
                }
            }
            double[] before = placed.clone();
            // The second and the third time with what the time before has left.
            svd.factorize(placed, layout, order, workspace, Parallelism.threads(threads));
            String context = layout + ", seed " + seed;
            Bits.assertSame(before, placed, "A of " + context);
            DoubleSvdResult.of(svd, m, n, workspace, Parallelism.threads(threads))
                    .assertSameBits(wanted, context);
        }
    }

    @Property(tries = 40)
    void theFirstVectorsAreCopiedToAnyLayoutAndNothingElseIsWritten(
            @ForAll @IntRange(min = 1, max = 30) int m,
            @ForAll @IntRange(min = 1, max = 30) int n,
            @ForAll @IntRange(max = 30) int some,
            @ForAll("seeds") long seed) {
        int k = Math.min(m, n), columns = Math.min(some, k);
        DoubleSvd svd = new DoubleSvd(m, n);
        svd.factorize(Inputs.gaussian(seed, new double[m * n]), MatrixLayout.of(m, n));
        DoubleSvdResult all = DoubleSvdResult.of(svd, m, n, workspace, Parallelism.NONE);
        for (boolean left : new boolean[] {true, false}) {
            int rows = left ? m : n;
            for (MatrixLayout layout : List.of(
                    MatrixLayout.rowMajor(4, rows, columns, columns + 5),
                    MatrixLayout.rowMajor(2, columns, rows, rows + 1).transposed(),
                    new MatrixLayout(1, rows, columns, 3 * columns + 1, 2))) {
                double[] to = Bits.guard(new double[(int) layout.end() + 2]), wanted = to.clone();
                for (int i = 0; i < rows; i++) {
                    for (int j = 0; j < columns; j++) {
                        wanted[layout.index(i, j)] = (left ? all.u() : all.v())[i * k + j];
                    }
                }
                int guards = 0;
                if (left) {
                    svd.copyU(to, layout, workspace, Parallelism.NONE);
                } else {
                    svd.copyV(to, layout, workspace, Parallelism.NONE);
                }
                for (double value : to) {
                    guards += Bits.isGuard(value) ? 1 : 0;
                }
                Bits.assertSame(wanted, to, layout + ", seed " + seed);
                assertEquals(to.length - rows * columns, guards, "guards that stay");
            }
        }
    }

    @Example
    void threadsChangeNoBitAndNoneStaysBehind() {
        LanewiseThreads.assertSmallWorkIsSplit();
        int m = 90, n = 100; // several groups of blocks
        double[] a = Inputs.gaussian(1, new double[m * n]);
        for (JacobiOrder order : new JacobiOrder[] {JacobiOrder.IN_TURN, JacobiOrder.random(3)}) {
            DoubleSvd once = new DoubleSvd(m, n);
            once.factorize(a, MatrixLayout.of(m, n), order, workspace, Parallelism.NONE);
            DoubleSvdResult wanted = DoubleSvdResult.of(once, m, n, workspace, Parallelism.NONE);
            EveryParallelism.run((parallelism, context) -> {
                DoubleSvd svd = new DoubleSvd(m, n);
                svd.factorize(a, MatrixLayout.of(m, n), order, new Workspace(), parallelism);
                DoubleSvdResult.of(svd, m, n, new Workspace(), parallelism).assertSameBits(wanted, context);
            });
        }
        assertEquals(List.of(), LanewiseThreads.alive());
    }

    @Example
    void nothingIsAllocatedAfterTheFirstTime() {
        for (int n : new int[] {3, 20}) {
            double[] a = Inputs.gaussian(1, new double[n * n]), u = new double[n * n];
            DoubleSvd svd = new DoubleSvd(n, n);
            MatrixLayout layout = MatrixLayout.of(n, n);
            Allocation.assertNone(
                    "factorize " + n, () -> svd.factorize(a, layout, JacobiOrder.IN_TURN, workspace, Parallelism.NONE));
            long most = 4L * n + 128; // the order of the columns, and where vectors are in between
            Allocation.assertAtMost(most, "copy U " + n, () -> svd.copyU(u, layout, workspace, Parallelism.NONE));
            Allocation.assertAtMost(most, "copy V " + n, () -> svd.copyV(u, layout, workspace, Parallelism.NONE));
        }
    }
}
