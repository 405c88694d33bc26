package dev.lanewise.maps;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.matmul.Diagonal;
import dev.lanewise.engine.matmul.Triangle;
import dev.lanewise.foundation.Allocation;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.structured.DoubleBandedMap;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleTriangularMap;
import org.junit.jupiter.api.Test;

/** With a workspace that is kept, applying a sparse, banded or triangular map again allocates nothing, either way. */
final class DoubleFewEntriesSteadyStateLaws {
    /** One by one, and side by side. */
    private static final int[] COUNTS = {3, 18};

    private static void assertAllocatesNothing(DoubleLinearMap map) {
        for (int count : COUNTS) {
            Layout inputs = Layout.rows(1, count, map.cols() + 2);
            Layout outputs = Layout.columns(2, count, count + 1);
            double[] x = Inputs.gaussian(1, new double[(int) inputs.end(map.cols())]);
            double[] y = Inputs.gaussian(2, new double[(int) outputs.end(map.rows())]);
            Workspace workspace = new Workspace();
            String context = map.name() + ", " + count + " vectors";
            Allocation.assertNone(context, () -> map.apply(x, inputs, y, outputs, workspace, Parallelism.NONE));
            Allocation.assertNone(
                    context + ", transposed",
                    () -> map.applyTransposed(y, outputs, x, inputs, workspace, Parallelism.NONE));
        }
    }

    @Test
    void sparseMapsAllocateNothing() {
        assertAllocatesNothing(DoubleSparseMapLaws.random(20, 17, 0.3, 1));
    }

    @Test
    void bandedMapsAndTheirInversesAllocateNothing() {
        double[] diagonals = Inputs.gaussian(3, new double[4 * 21]);
        DoubleLinearMap map = DoubleBandedMap.of(21, 21, 2, 1, diagonals);
        assertAllocatesNothing(map);
        assertAllocatesNothing(map.inverse());
    }

    @Test
    void triangularMapsAndTheirInversesAllocateNothing() {
        double[] entries = Inputs.gaussian(4, new double[12 * 12]);
        for (int i = 0; i < 12; i++) {
            entries[13 * i] = 4;
        }
        DoubleLinearMap map = DoubleTriangularMap.of(12, Triangle.LOWER, Diagonal.STORED, entries);
        assertAllocatesNothing(map);
        assertAllocatesNothing(map.inverse());
    }
}
