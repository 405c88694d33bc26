package dev.lanewise.maps;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.foundation.Allocation;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.structured.DoubleCirculantMap;
import dev.lanewise.structured.DoubleComplexCirculant;
import dev.lanewise.structured.DoubleComplexDiagonal;
import dev.lanewise.structured.DoubleGivensChain;
import dev.lanewise.structured.DoubleHankelMap;
import dev.lanewise.structured.DoubleHouseholderProduct;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleToeplitzMap;
import dev.lanewise.structured.DoubleToeplitzPreconditioner;
import org.junit.jupiter.api.Test;

/** With a workspace that is kept, applying a Toeplitz matrix, a product of reflections and the like again allocates nothing. */
final class DoubleStructureSteadyStateLaws {
    private static final int COUNT = 9;

    private static void assertAllocatesNothing(DoubleLinearMap map) {
        Layout rows = Layout.rows(1, COUNT, map.cols() + 2), rowsOut = Layout.rows(2, COUNT, map.rows() + 1);
        Layout columns = Layout.columns(1, COUNT, COUNT + 1), columnsOut = Layout.columns(2, COUNT, COUNT);
        assertAllocatesNothing(map, rows, rowsOut);
        assertAllocatesNothing(map, columns, columnsOut);
    }

    private static void assertAllocatesNothing(DoubleLinearMap map, Layout inputs, Layout outputs) {
        double[] x = Inputs.gaussian(1, new double[(int) inputs.end(map.cols())]);
        double[] y = Inputs.gaussian(2, new double[(int) outputs.end(map.rows())]);
        Workspace workspace = new Workspace();
        Allocation.assertNone(map.name(), () -> map.apply(x, inputs, y, outputs, workspace, Parallelism.NONE));
        Allocation.assertNone(
                map.name() + ", transposed",
                () -> map.applyTransposed(y, outputs, x, inputs, workspace, Parallelism.NONE));
        if (map.rows() == map.cols()) {
            Allocation.assertNone(
                    map.name() + ", in place", () -> map.apply(x, inputs, x, inputs, workspace, Parallelism.NONE));
        }
    }

    @Test
    void toeplitzAndHankelMapsAllocateNothing() {
        double[] one = {3}, some = {3, 1, 0.5, 0.25, 0.125};
        DoubleToeplitzMap map = DoubleToeplitzMap.symmetric(some);
        assertAllocatesNothing(map);
        assertAllocatesNothing(map.inverse());
        assertAllocatesNothing(DoubleToeplitzPreconditioner.tau(map));
        assertAllocatesNothing(DoubleToeplitzPreconditioner.tChan(map));
        assertAllocatesNothing(DoubleToeplitzMap.of(some, one));
        assertAllocatesNothing(DoubleHankelMap.of(3, some));
        double[] long150 = Inputs.gaussian(1, new double[150]);
        assertAllocatesNothing(DoubleHankelMap.of(75, long150));
    }

    @Test
    void productsOfReflectionsAndRotationsAllocateNothing() {
        assertAllocatesNothing(DoubleHouseholderProduct.of(6, 34, Inputs.gaussian(1, new double[6 * 34])));
        double[] angles = {1, 2, 3};
        assertAllocatesNothing(DoubleGivensChain.ofAngles(4, new int[] {0, 1, 2}, new int[] {3, 0, 1}, angles));
    }

    @Test
    void complexMapsAllocateNothing() {
        double[] re = {1, 2, 3, 4}, im = {4, 3, 2, 1};
        assertAllocatesNothing(DoubleComplexDiagonal.of(re, im));
        assertAllocatesNothing(DoubleComplexDiagonal.of(re, im).inverse());
        assertAllocatesNothing(DoubleComplexCirculant.ofColumn(re, im));
        assertAllocatesNothing(DoubleCirculantMap.of(re).inverse());
    }
}
