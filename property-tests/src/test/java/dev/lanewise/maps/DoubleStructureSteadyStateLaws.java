package dev.lanewise.maps;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.random.Philox;
import dev.lanewise.foundation.Allocation;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.structured.DoubleBlockDiagonal;
import dev.lanewise.structured.DoubleCirculantMap;
import dev.lanewise.structured.DoubleComplexCirculant;
import dev.lanewise.structured.DoubleComplexDiagonal;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleDiagonal;
import dev.lanewise.structured.DoubleGivensChain;
import dev.lanewise.structured.DoubleHadamard;
import dev.lanewise.structured.DoubleHankelMap;
import dev.lanewise.structured.DoubleHouseholderProduct;
import dev.lanewise.structured.DoubleIdentity;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleSelection;
import dev.lanewise.structured.DoubleSignDiagonal;
import dev.lanewise.structured.DoubleStack;
import dev.lanewise.structured.DoubleToeplitzMap;
import dev.lanewise.structured.DoubleToeplitzPreconditioner;
import dev.lanewise.structured.DoubleZero;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With a workspace that is kept, applying a Toeplitz matrix, a product of reflections and the like again allocates nothing. */
final class DoubleStructureSteadyStateLaws {
    private static final int COUNT = 2;

    private static void assertAllocatesNothing(DoubleLinearMap map) {
        Layout inputs = Layout.rows(1, COUNT, map.cols() + 2), outputs = Layout.rows(2, COUNT, map.rows() + 1);
        assertAllocatesNothing(map, inputs, outputs);
    }

    private static void assertAllocatesNothing(DoubleLinearMap map, Layout inputs, Layout outputs) {
        double[] x = Inputs.gaussian(1, new double[(int) inputs.end(map.cols())]);
        double[] y = Inputs.gaussian(2, new double[(int) outputs.end(map.rows())]);
        Workspace workspace = new Workspace();
        Allocation.assertNone(map.name(), () -> {
            map.apply(x, inputs, y, outputs, workspace, Parallelism.NONE);
            map.applyTransposed(y, outputs, x, inputs, workspace, Parallelism.NONE);
        });
    }

    private static void assertAllocatesNothingInPlace(DoubleLinearMap map, Layout layout) {
        double[] x = Inputs.gaussian(1, new double[(int) layout.end(map.cols())]);
        Workspace workspace = new Workspace();
        Allocation.assertNone(
                map.name() + ", in place", () -> map.apply(x, layout, x, layout, workspace, Parallelism.NONE));
    }

    /** Side by side too, and more than go together at once. */
    @Test
    void composedMapsOfVectorsSideBySideAllocateNothing() {
        int n = 16, many = 150;
        double[] some = Inputs.gaussian(1, new double[n * n]);
        DoubleLinearMap dense = DoubleDenseMap.of(n, n, some),
                diagonal = DoubleDiagonal.of(Arrays.copyOf(some, n)),
                signs = DoubleSignDiagonal.random(n, new Philox(1, 1)),
                hadamard = DoubleHadamard.of(n, Normalization.ORTHO),
                blocks = DoubleBlockDiagonal.of(List.of(DoubleDenseMap.of(1, 1, new double[] {2}), dense));
        for (DoubleLinearMap map : List.of(
                DoubleIdentity.of(n),
                DoubleZero.of(n, n),
                signs,
                DoubleSelection.of(n, 3, 1),
                hadamard.times(diagonal),
                diagonal.times(hadamard).times(signs).times(hadamard),
                dense.times(diagonal).times(dense),
                dense.times(diagonal).times(2),
                hadamard.plus(diagonal).minus(dense),
                DoubleStack.sideBySide(List.of(hadamard, dense)),
                blocks)) {
            assertAllocatesNothing(map, Layout.columns(0, many, many), Layout.columns(2, many, many + 3));
            assertAllocatesNothing(map, Layout.columns(0, many, many), Layout.rows(2, many, map.rows()));
        }
    }

    @Test
    void toeplitzAndHankelMapsAllocateNothing() {
        double[] some = {3, 1, 0.5, 0.25, 0.125};
        DoubleToeplitzMap map = DoubleToeplitzMap.symmetric(some);
        assertAllocatesNothing(map);
        assertAllocatesNothing(map.inverse());
        assertAllocatesNothing(DoubleToeplitzPreconditioner.tau(map));
        assertAllocatesNothing(DoubleHankelMap.of(3, some));
        assertAllocatesNothingInPlace(map, Layout.rows(1, COUNT, 6));
        // By transforms.
        assertAllocatesNothing(DoubleHankelMap.of(150, Inputs.gaussian(1, new double[151])));
    }

    @Test
    void productsOfReflectionsAndRotationsAllocateNothing() {
        DoubleLinearMap reflections = DoubleHouseholderProduct.of(3, 34, Inputs.gaussian(1, new double[3 * 34]));
        double[] angles = {1, 2, 3};
        DoubleLinearMap rotations = DoubleGivensChain.ofAngles(4, new int[] {0, 1, 2}, new int[] {3, 0, 1}, angles);
        Layout columns = Layout.columns(1, COUNT, COUNT + 1), rows = Layout.rows(0, 9, 5);
        assertAllocatesNothing(reflections);
        assertAllocatesNothingInPlace(reflections, columns);
        assertAllocatesNothing(rotations);
        assertAllocatesNothingInPlace(rotations, columns);
        assertAllocatesNothingInPlace(rotations, rows);
    }

    @Test
    void complexMapsAllocateNothing() {
        double[] re = {1, 2, 3, 4}, im = {4, 3, 2, 1};
        assertAllocatesNothing(DoubleComplexDiagonal.of(re, im));
        assertAllocatesNothing(DoubleComplexCirculant.ofColumn(re, im));
        assertAllocatesNothing(DoubleCirculantMap.of(re).inverse());
    }
}
