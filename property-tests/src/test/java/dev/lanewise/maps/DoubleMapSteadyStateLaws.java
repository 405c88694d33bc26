package dev.lanewise.maps;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.trigonometric.TrigonometricKind;
import dev.lanewise.foundation.Allocation;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.structured.DoubleCirculantMap;
import dev.lanewise.structured.DoubleFourierMap;
import dev.lanewise.structured.DoubleHartleyMap;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleRealFourierMap;
import dev.lanewise.structured.DoubleTrigonometricMap;
import org.junit.jupiter.api.Test;

/** With a workspace that is kept, applying a map of the Fourier family again allocates nothing, either way. */
final class DoubleMapSteadyStateLaws {
    private static final int ROWS = 3;

    private static void assertAllocatesNothing(DoubleLinearMap map) {
        Layout inputs = Layout.rows(1, ROWS, map.cols() + 2);
        Layout outputs = Layout.rows(2, ROWS, map.rows() + 1);
        double[] x = Inputs.gaussian(1, new double[(int) inputs.end(map.cols())]);
        double[] y = Inputs.gaussian(2, new double[(int) outputs.end(map.rows())]);
        Workspace workspace = new Workspace();
        Allocation.assertNone(map.name(), () -> map.apply(x, inputs, y, outputs, workspace, Parallelism.NONE));
        Allocation.assertNone(
                map.name() + ", transposed",
                () -> map.applyTransposed(y, outputs, x, inputs, workspace, Parallelism.NONE));
    }

    /** Of even lengths, odd ones and those with a large prime. */
    @Test
    void fourierMapsAllocateNothing() {
        for (int n : new int[] {1, 64, 45, 34, 61}) {
            assertAllocatesNothing(DoubleFourierMap.of(n, Normalization.ORTHO));
            assertAllocatesNothing(DoubleRealFourierMap.of(n, Normalization.FORWARD));
            assertAllocatesNothing(DoubleHartleyMap.of(n, Normalization.BACKWARD));
        }
    }

    /** Type I has ways of its own beyond some 64. */
    @Test
    void trigonometricMapsAllocateNothing() {
        for (TrigonometricKind kind : TrigonometricKind.values()) {
            for (int n : new int[] {2, 64, 45, 61, 131}) {
                assertAllocatesNothing(DoubleTrigonometricMap.of(kind, n, Normalization.FORWARD));
            }
        }
    }

    /** By direct sums, by transforms and by longer ones. */
    @Test
    void circulantMapsAllocateNothing() {
        for (int n : new int[] {7, 64, 127}) {
            assertAllocatesNothing(DoubleCirculantMap.of(Inputs.gaussian(n, new double[n])));
        }
    }
}
