package dev.lanewise.fourier;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Grid;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.grid.DoubleFourierGridPlan;
import dev.lanewise.engine.grid.DoubleRealToRealGridPlan;
import dev.lanewise.engine.trigonometric.TrigonometricKind;
import dev.lanewise.oracle.Inputs;
import org.jtransforms.dct.DoubleDCT_2D;
import org.jtransforms.dct.DoubleDCT_3D;
import org.jtransforms.fft.DoubleFFT_2D;
import org.jtransforms.fft.DoubleFFT_3D;
import org.junit.jupiter.api.Test;

/** A second opinion on two and three axes. */
final class JTransformsGridPeerTest {
    private static final int[][] SHAPES = {
        {2, 2}, {16, 8}, {12, 30}, {31, 9}, {64, 128}, {2, 4, 8}, {6, 5, 7}, {16, 3, 20}
    };

    /**
     * Some {@code 7 t u} in the 2-norm for {@code t} stages, as for one axis in {@link JTransformsPeerTest}; the stages of all
     * axes add up, and those of a cosine transform are no more. Each side is allowed that.
     */
    private static double bound(int[] shape) {
        double stages = 0;
        for (int n : shape) {
            stages += 3 * (2 + Math.ceil(Math.log(4 * n) / Math.log(2)));
        }
        return 2 * 7 * stages * 0x1p-53;
    }

    private static void assertClose(int[] shape, double[] ours, double[] theirs, String context) {
        double difference = 0;
        double norm = 0;
        for (int i = 0; i < ours.length; i++) {
            difference = Math.hypot(difference, ours[i] - theirs[i]);
            norm = Math.hypot(norm, theirs[i]);
        }
        assertTrue(
                difference <= bound(shape) * norm,
                context + ": apart by " + difference / norm + ", allowed " + bound(shape));
    }

    @Test
    void fourierTransformsAgreeInBothDirections() {
        for (int[] shape : SHAPES) {
            Grid grid = Grid.of(shape);
            for (boolean inverse : new boolean[] {false, true}) {
                double[] theirs = Inputs.gaussian(grid.size(), new double[2 * grid.size()]);
                double[] ours = theirs.clone();
                DoubleFourierGridPlan plan = DoubleFourierGridPlan.of(grid);
                (inverse ? plan.inverse() : plan)
                        .transformInterleaved(ours, grid, ours, grid, new Workspace(), Parallelism.NONE);
                if (shape.length == 2) {
                    DoubleFFT_2D peer = new DoubleFFT_2D(shape[0], shape[1]);
                    if (inverse) {
                        peer.complexInverse(theirs, true);
                    } else {
                        peer.complexForward(theirs);
                    }
                } else {
                    DoubleFFT_3D peer = new DoubleFFT_3D(shape[0], shape[1], shape[2]);
                    if (inverse) {
                        peer.complexInverse(theirs, true);
                    } else {
                        peer.complexForward(theirs);
                    }
                }
                assertClose(shape, ours, theirs, grid + (inverse ? ", inverse" : ""));
            }
        }
    }

    @Test
    void orthogonalCosineTransformsAgree() {
        for (int[] shape : SHAPES) {
            Grid grid = Grid.of(shape);
            double[] theirs = Inputs.gaussian(grid.size(), new double[grid.size()]);
            double[] ours = theirs.clone();
            DoubleRealToRealGridPlan.trigonometric(TrigonometricKind.DCT2, grid)
                    .normalized(Normalization.ORTHO)
                    .transform(ours, grid);
            if (shape.length == 2) {
                new DoubleDCT_2D(shape[0], shape[1]).forward(theirs, true);
            } else {
                new DoubleDCT_3D(shape[0], shape[1], shape[2]).forward(theirs, true);
            }
            assertClose(shape, ours, theirs, "cosines, " + grid);
        }
    }
}
