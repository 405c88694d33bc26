package dev.lanewise.matmul;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.matmul.Diagonal;
import dev.lanewise.engine.matmul.Triangle;
import dev.lanewise.foundation.Allocation;
import dev.lanewise.foundation.EveryParallelism;
import dev.lanewise.foundation.LanewiseThreads;
import dev.lanewise.matmul.DoubleTriangle.Operation;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With a workspace that is kept neither operation allocates anything; threads share the work, never the result. */
final class DoubleTriangularSteadyStateLaws {
    @Test
    void neitherOperationAllocates() {
        for (int n : new int[] {1, 5, 16, 33, 70}) {
            MatrixLayout square = MatrixLayout.of(n, n);
            DoubleTriangle triangle = DoubleTriangle.uneven(n, n, Triangle.LOWER, Diagonal.STORED);
            double[] t = triangle.at(square), before = Inputs.gaussian(2, new double[n * n]), b = before.clone();
            Workspace workspace = new Workspace();
            for (MatrixLayout layout : List.of(square, square.transposed())) {
                for (Operation operation : Operation.values()) {
                    Allocation.assertNone(operation + ", " + n + " x " + n + " at " + layout, () -> {
                        System.arraycopy(before, 0, b, 0, b.length);
                        operation.run(
                                t, square, Triangle.LOWER, Diagonal.STORED, b, layout, workspace, Parallelism.NONE);
                    });
                }
            }
        }
    }

    @Test
    void threadsChangeNoBitAndNoneStaysBehind() {
        LanewiseThreads.assertSmallWorkIsSplit();
        int n = 53, columns = 75;
        DoubleTriangle t = DoubleTriangle.uneven(1, n, Triangle.UPPER, Diagonal.STORED);
        double[] before = Inputs.gaussian(2, new double[n * columns]);
        for (Operation operation : Operation.values()) {
            double[] wanted = t.apply(operation, columns, before);
            for (int bPlace : new int[] {0, 15}) {
                EveryParallelism.run((parallelism, context) -> Bits.assertSame(
                        wanted,
                        t.apply(operation, columns, before, 0, bPlace, new Workspace(), parallelism),
                        operation + ", " + context));
            }
        }
        assertEquals(List.of(), LanewiseThreads.alive());
    }
}
