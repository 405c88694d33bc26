package dev.lanewise.maps;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.butterfly.ButterflyPattern;
import dev.lanewise.engine.trigonometric.TrigonometricKind;
import dev.lanewise.foundation.Allocation;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.structured.DoubleBlockDiagonal;
import dev.lanewise.structured.DoubleButterflyMap;
import dev.lanewise.structured.DoubleCirculantMap;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleDiagonal;
import dev.lanewise.structured.DoubleDiagonalPlusLowRank;
import dev.lanewise.structured.DoubleFourierMap;
import dev.lanewise.structured.DoubleHadamard;
import dev.lanewise.structured.DoubleHartleyMap;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleLowRankMap;
import dev.lanewise.structured.DoubleMonarchMap;
import dev.lanewise.structured.DoublePermutation;
import dev.lanewise.structured.DoubleRealFourierMap;
import dev.lanewise.structured.DoubleStack;
import dev.lanewise.structured.DoubleTrigonometricMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With a workspace that is kept, applying a map of the Fourier family again allocates nothing, either way. */
final class DoubleMapSteadyStateLaws {
    private static final int ROWS = 3;

    private static void assertAllocatesNothing(DoubleLinearMap map) {
        assertAllocatesNothing(map, ROWS);
    }

    private static void assertAllocatesNothing(DoubleLinearMap map, int count) {
        Layout inputs = Layout.rows(1, count, map.cols() + 2);
        Layout outputs = Layout.rows(2, count, map.rows() + 1);
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

    private static DoubleDenseMap dense(int rows, int cols) {
        return DoubleDenseMap.of(rows, cols, Inputs.gaussian(rows, new double[rows * cols]));
    }

    /** Of enough rows to be taken together. */
    @Test
    void rowsThroughBlocksAllocateNothing() {
        for (int side : new int[] {9, 32, 70}) {
            List<DoubleDenseMap> blocks = List.of(dense(side, side + 1), dense(side + 2, side), dense(side, side));
            assertAllocatesNothing(DoubleBlockDiagonal.of(blocks), 20);
            List<DoubleDenseMap> squares = Collections.nCopies(side, dense(side, side));
            assertAllocatesNothing(DoubleMonarchMap.of(squares, squares), 100);
        }
    }

    /** One vector with lanes along its numbers, a few in turn, and many side by side; all strides once, and there and back. */
    @Test
    void butterfliesAllocateNothing() {
        List<ButterflyPattern> once = ButterflyPattern.ofRadices(2, 2, 2, 2, 2, 2, 2);
        List<ButterflyPattern> thereAndBack = new ArrayList<>(once);
        thereAndBack.addAll(once.reversed());
        for (List<ButterflyPattern> patterns : List.of(once, thereAndBack, thereAndBack.reversed())) {
            double[][] values = new double[patterns.size()][];
            for (int l = 0; l < values.length; l++) {
                values[l] = Inputs.gaussian(l, new double[patterns.get(l).entries()]);
            }
            DoubleLinearMap map = DoubleButterflyMap.of(patterns, values);
            for (int count : new int[] {1, 7, 50}) {
                assertAllocatesNothing(map, count);
            }
            double[] x = Inputs.gaussian(1, new double[27 * map.cols()]);
            Layout sideBySide = Layout.columns(0, 27, 27);
            Workspace workspace = new Workspace();
            Allocation.assertNone(
                    map.name() + " side by side",
                    () -> map.apply(x, sideBySide, x, sideBySide, workspace, Parallelism.NONE));
        }
    }

    /** Batches of one size and a smaller last one, for which factors are bracketed in different ways. */
    private static void assertAllocatesNothingWithTwoCounts(DoubleLinearMap map) {
        int most = 60;
        double[] x = Inputs.gaussian(1, new double[most * map.cols()]), y = new double[most * map.rows()];
        Layout rows = Layout.rows(0, most, map.cols()), images = Layout.rows(0, most, map.rows());
        Layout last = Layout.rows(0, 2, map.cols()), lastImages = Layout.rows(0, 2, map.rows());
        Workspace workspace = new Workspace();
        Allocation.assertNone("two counts", () -> {
            map.apply(x, rows, y, images, workspace, Parallelism.NONE);
            map.apply(x, last, y, lastImages, workspace, Parallelism.NONE);
        });
    }

    /** Products, sums, blocks and inverses, one within the other; what a bracketed product forms, it forms at first. */
    @Test
    void composedMapsAllocateNothing() {
        DoubleLinearMap hadamard = DoubleHadamard.of(16, Normalization.ORTHO);
        DoubleLinearMap diagonal = DoubleDiagonal.of(Inputs.gaussian(3, new double[16]));
        DoubleLinearMap product =
                dense(16, 5).times(dense(5, 16)).times(hadamard).times(diagonal);
        assertAllocatesNothing(product);
        assertAllocatesNothing(product.transposed());
        assertAllocatesNothingWithTwoCounts(product);
        assertAllocatesNothing(dense(16, 16).plus(product).minus(hadamard.times(3)));
        assertAllocatesNothing(DoubleBlockDiagonal.of(List.of(hadamard, dense(3, 7), product)));
        assertAllocatesNothing(DoubleStack.of(List.of(hadamard, dense(3, 16), product)));
        assertAllocatesNothing(dense(16, 16).inverse().times(diagonal.inverse()));
        assertAllocatesNothing(DoubleDiagonalPlusLowRank.of(
                        DoubleDiagonal.of(Inputs.signs(1, new double[16])),
                        DoubleLowRankMap.of(dense(16, 2), dense(16, 2)))
                .inverse());
        assertAllocatesNothing(hadamard.restrictedToRows(1, 5).times(DoublePermutation.stride(16, 4)));
    }
}
