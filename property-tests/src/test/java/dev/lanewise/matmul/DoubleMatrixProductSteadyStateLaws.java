package dev.lanewise.matmul;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.matmul.DoubleMatrixProduct;
import dev.lanewise.foundation.Allocation;
import dev.lanewise.foundation.EveryParallelism;
import dev.lanewise.foundation.LanewiseThreads;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With a workspace that is kept a product allocates nothing; threads share the work, never the result. */
final class DoubleMatrixProductSteadyStateLaws {
    @Test
    void aProductAllocatesNothing() {
        for (int n : new int[] {1, 4, 8, 20, 33, 70}) {
            MatrixLayout square = MatrixLayout.of(n, n);
            double[] a = Inputs.gaussian(1, new double[n * n]), b = a.clone(), c = a.clone();
            Workspace workspace = new Workspace();
            for (MatrixLayout layout : List.of(square, square.transposed())) {
                Allocation.assertNone(
                        n + " x " + n + " at " + layout,
                        () -> DoubleMatrixProduct.multiply(
                                0.5, a, layout, b, layout, 0.25, c, square, workspace, Parallelism.NONE));
            }
        }
    }

    /** 192 x 12 numbers of panels, 192 x (half of the second cache) of a block: not what grows with the matrices. */
    @Test
    void theWorkspaceIsABlock() {
        int m = 20_000, n = 24, k = 300;
        MatrixLayout a = MatrixLayout.of(m, k), b = MatrixLayout.of(k, n), c = MatrixLayout.of(m, n);
        double[] x = new double[m * k], y = new double[k * n], z = new double[m * n];
        Allocation.assertAtMost(
                192 * 8 * 100L,
                "20 000 x 300 times 300 x 24",
                () -> DoubleMatrixProduct.multiply(1, x, a, y, b, 0, z, c, new Workspace(), Parallelism.NONE));
    }

    @Test
    void threadsChangeNoBitAndNoneStaysBehind() {
        LanewiseThreads.assertSmallWorkIsSplit();
        int m = 75, n = 53, k = 200;
        MatrixLayout a = MatrixLayout.of(m, k), b = MatrixLayout.of(k, n), c = MatrixLayout.of(m, n);
        double[] x = Inputs.gaussian(1, new double[m * k]), y = Inputs.gaussian(2, new double[k * n]);
        double[] before = Inputs.gaussian(3, new double[m * n]), wanted = before.clone();
        DoubleMatrixProduct.multiply(1, x, a, y, b, 3, wanted, c);
        EveryParallelism.run((parallelism, context) -> {
            double[] z = before.clone();
            DoubleMatrixProduct.multiply(1, x, a, y, b, 3, z, c, new Workspace(), parallelism);
            Bits.assertSame(wanted, z, context);
        });
        assertEquals(List.of(), LanewiseThreads.alive());
    }
}
