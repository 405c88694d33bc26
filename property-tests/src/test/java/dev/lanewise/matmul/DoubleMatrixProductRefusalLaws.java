package dev.lanewise.matmul;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.matmul.DoubleMatrixProduct;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a caller gets wrong is refused, with what came and what was wanted, and nothing is changed. */
final class DoubleMatrixProductRefusalLaws {
    private static final MatrixLayout A = MatrixLayout.of(3, 4);
    private static final MatrixLayout B = MatrixLayout.of(4, 5);
    private static final MatrixLayout C = MatrixLayout.of(3, 5);

    private final double[] before = Inputs.gaussian(1, new double[100]);
    private final double[] a = before.clone();
    private final double[] b = before.clone();
    private final double[] c = before.clone();

    @AfterEach
    void nothingIsChanged() {
        Bits.assertSame(before, a, "A after a refusal");
        Bits.assertSame(before, b, "B after a refusal");
        Bits.assertSame(before, c, "C after a refusal");
    }

    private void refused(
            double[] x, MatrixLayout xAt, double[] y, MatrixLayout yAt, double[] z, MatrixLayout zAt, String... parts) {
        for (int threads : new int[] {1, 3}) {
            Refusal.of(
                    () -> DoubleMatrixProduct.multiply(
                            1, x, xAt, y, yAt, 2, z, zAt, new Workspace(), Parallelism.threads(threads)),
                    parts);
        }
    }

    @Test
    void shapesThatDoNotFit() {
        refused(a, A, b, MatrixLayout.of(5, 5), c, C, "3 x 4", "5 x 5", "3 x 5", "m x k");
        refused(a, A, b, B, c, MatrixLayout.of(4, 5), "3 x 4", "4 x 5", "wanted");
        refused(a, A, b, B, c, MatrixLayout.of(3, 4), "3 x 4", "4 x 5", "wanted");
        refused(a, A.transposed(), b, B, c, C, "4 x 3", "4 x 5");
    }

    @Test
    void matricesThatLeaveTheirArrays() {
        refused(new double[11], A, b, B, c, C, "A", "length 11", "3 x 4", "12 or more");
        refused(a, A, new double[19], B, c, C, "B", "length 19", "4 x 5", "20 or more");
        refused(a, A, b, B, new double[14], C, "C", "length 14", "3 x 5", "15 or more");
        refused(a, MatrixLayout.rowMajor(0, 3, 4, 1 << 30), b, B, c, C, "A", "" + (2L * (1 << 30) + 4));
        Refusal.of(() -> DoubleMatrixProduct.multiply(3, 5, 4, a, new double[19], c), "B", "length 19");
    }

    @Test
    void aResultThatOverlapsItselfOrAFactor() {
        refused(a, A, b, B, c, new MatrixLayout(0, 3, 5, 4, 1), "C", "share places", "strides 4 and 1");
        refused(a, A, b, B, a, C, "C overlaps A");
        refused(a, A, b, B, b, MatrixLayout.rowMajor(19, 3, 5, 5), "C overlaps B");
        // Blocks of one matrix of 10 columns: rows and columns in common, or not.
        refused(a, MatrixLayout.rowMajor(0, 3, 4, 10), b, B, a, MatrixLayout.rowMajor(3, 3, 5, 10), "C overlaps A");
    }

    @Test
    void aResultOfWhichNeitherRowsNorColumnsAreAdjacent() {
        refused(a, A, b, B, c, new MatrixLayout(0, 3, 5, 20, 2), "C", "20 and 2", "wanted one of them to be 1");
    }

    @Test
    void whatIsMissing() {
        Workspace workspace = new Workspace();
        Refusal.ofNull("A", () -> DoubleMatrixProduct.multiply(1, null, A, b, B, 0, c, C));
        Refusal.ofNull("B", () -> DoubleMatrixProduct.multiply(1, a, A, null, B, 0, c, C));
        Refusal.ofNull("C", () -> DoubleMatrixProduct.multiply(1, a, A, b, B, 0, null, C));
        Refusal.ofNull("layout of A", () -> DoubleMatrixProduct.multiply(1, a, null, b, B, 0, c, C));
        Refusal.ofNull("layout of B", () -> DoubleMatrixProduct.multiply(1, a, A, b, null, 0, c, C));
        Refusal.ofNull("layout of C", () -> DoubleMatrixProduct.multiply(1, a, A, b, B, 0, c, null));
        Refusal.ofNull("workspace", () -> DoubleMatrixProduct.multiply(1, a, A, b, B, 0, c, C, null, Parallelism.NONE));
        Refusal.ofNull("parallelism", () -> DoubleMatrixProduct.multiply(1, a, A, b, B, 0, c, C, workspace, null));
    }
}
