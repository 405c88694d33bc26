package dev.lanewise.matmul;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.SingularMatrixException;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.matmul.Diagonal;
import dev.lanewise.engine.matmul.DoubleTriangularProduct;
import dev.lanewise.engine.matmul.DoubleTriangularSolve;
import dev.lanewise.engine.matmul.Triangle;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.matmul.DoubleTriangle.Operation;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a caller gets wrong is refused, with what came and what was wanted, and nothing is changed. */
final class DoubleTriangularRefusalLaws {
    private static final MatrixLayout T = MatrixLayout.of(3, 3);
    private static final MatrixLayout B = MatrixLayout.of(3, 5);

    private final double[] before = Inputs.gaussian(1, new double[100]);
    private final double[] t = before.clone();
    private final double[] b = before.clone();

    @AfterEach
    void nothingIsChanged() {
        Bits.assertSame(before, t, "T after a refusal");
        Bits.assertSame(before, b, "B after a refusal");
    }

    private static void refused(double[] x, MatrixLayout xAt, double[] y, MatrixLayout yAt, String... parts) {
        for (Operation operation : Operation.values()) {
            for (Triangle triangle : Triangle.values()) {
                for (Diagonal diagonal : Diagonal.values()) {
                    for (int threads : new int[] {1, 3}) {
                        Refusal.of(
                                () -> operation.run(
                                        x,
                                        xAt,
                                        triangle,
                                        diagonal,
                                        y,
                                        yAt,
                                        new Workspace(),
                                        Parallelism.threads(threads)),
                                parts);
                    }
                }
            }
        }
    }

    @Test
    void shapesThatDoNotFit() {
        refused(t, MatrixLayout.of(3, 4), b, B, "T of 3 x 4", "B of 3 x 5", "wanted n x n and n x m");
        refused(t, MatrixLayout.of(4, 3), b, B, "T of 4 x 3", "B of 3 x 5", "wanted n x n and n x m");
        refused(t, MatrixLayout.of(5, 5), b, B, "T of 5 x 5", "B of 3 x 5", "wanted n x n and n x m");
        refused(t, T, b, B.transposed(), "T of 3 x 3", "B of 5 x 3", "wanted n x n and n x m");
        refused(t, MatrixLayout.of(0, 0), b, B, "T of 0 x 0", "B of 3 x 5");
        MatrixLayout four = MatrixLayout.of(4, 4);
        Refusal.of(
                () -> DoubleTriangularProduct.multiply(t, four, Triangle.LOWER, Diagonal.UNIT, b, B),
                "T B: got T of 4 x 4");
        Refusal.of(
                () -> DoubleTriangularSolve.solve(t, four, Triangle.LOWER, Diagonal.UNIT, b, B),
                "T^-1 B: got T of 4 x 4");
    }

    @Test
    void matricesThatLeaveTheirArrays() {
        refused(new double[8], T, b, B, "T", "length 8", "3 x 3", "9 or more");
        refused(t, T, new double[14], B, "B", "length 14", "3 x 5", "15 or more");
        refused(t, MatrixLayout.rowMajor(0, 3, 3, 1 << 30), b, B, "T", "" + (2L * (1 << 30) + 3));
        refused(t, T, b, MatrixLayout.rowMajor(90, 3, 5, 5), "B", "length 100", "at offset 90", "105 or more");
    }

    @Test
    void aResultThatOverlapsItselfOrTheTriangle() {
        refused(t, T, b, new MatrixLayout(0, 3, 5, 4, 1), "B", "share places", "strides 4 and 1");
        refused(t, T, t, B, "B overlaps T");
        refused(t, T, t, MatrixLayout.rowMajor(8, 3, 5, 5), "B overlaps T", "in one array, wanted them apart");
        // Blocks of one matrix of 10 columns: rows and columns in common. The other triangle counts as well.
        refused(t, MatrixLayout.rowMajor(0, 3, 3, 10), t, MatrixLayout.rowMajor(2, 3, 5, 10), "B overlaps T");
    }

    @Test
    void aResultOfWhichNeitherRowsNorColumnsAreAdjacent() {
        refused(t, T, b, new MatrixLayout(0, 3, 5, 20, 2), "B", "20 and 2", "wanted one of them to be 1");
    }

    @Test
    void whatIsMissing() {
        for (Operation operation : Operation.values()) {
            Workspace workspace = new Workspace();
            Triangle lower = Triangle.LOWER;
            Diagonal unit = Diagonal.UNIT;
            Parallelism none = Parallelism.NONE;
            Refusal.ofNull("T", () -> operation.run(null, T, lower, unit, b, B, workspace, none));
            Refusal.ofNull("layout of T", () -> operation.run(t, null, lower, unit, b, B, workspace, none));
            Refusal.ofNull("triangle", () -> operation.run(t, T, null, unit, b, B, workspace, none));
            Refusal.ofNull("diagonal", () -> operation.run(t, T, lower, null, b, B, workspace, none));
            Refusal.ofNull("B", () -> operation.run(t, T, lower, unit, null, B, workspace, none));
            Refusal.ofNull("layout of B", () -> operation.run(t, T, lower, unit, b, null, workspace, none));
            Refusal.ofNull("workspace", () -> operation.run(t, T, lower, unit, b, B, null, none));
            Refusal.ofNull("parallelism", () -> operation.run(t, T, lower, unit, b, B, workspace, null));
        }
    }

    /** The first of them, in either triangle; also where it lies in a half that is solved later. */
    @Test
    void aZeroOnTheDiagonal() {
        int n = 40;
        MatrixLayout square = MatrixLayout.rowMajor(1, n, n, n + 2), column = MatrixLayout.of(n, 2);
        for (Triangle triangle : Triangle.values()) {
            for (int index : new int[] {0, 7, 20, 39}) {
                double[] x = DoubleTriangle.uneven(index, n, triangle, Diagonal.STORED)
                        .at(square);
                x[square.index(39, 39)] = 0;
                x[square.index(index, index)] = -0.0;
                for (int threads : new int[] {1, 3}) {
                    SingularMatrixException singular = assertThrows(
                            SingularMatrixException.class,
                            () -> DoubleTriangularSolve.solve(
                                    x,
                                    square,
                                    triangle,
                                    Diagonal.STORED,
                                    b,
                                    column,
                                    new Workspace(),
                                    Parallelism.threads(threads)));
                    assertEquals(index, singular.index());
                    assertEquals(
                            "a triangular matrix of 40 x 40 is singular: its diagonal is zero at " + index,
                            singular.getMessage());
                    Bits.assertSame(before, b, "B after an exception");
                }
            }
        }
    }

    /** A product may have zeros on the diagonal, and so may what is not read. */
    @Test
    void zerosThatDoNotMatter() {
        double[] zeros = new double[9], x = {1, 2, 3}, y = {1, 2, 3};
        MatrixLayout column = MatrixLayout.of(3, 1);
        DoubleTriangularSolve.solve(zeros, T, Triangle.LOWER, Diagonal.UNIT, x, column);
        Bits.assertSame(new double[] {1, 2, 3}, x, "a solution with ones");
        DoubleTriangularProduct.multiply(zeros, T, Triangle.LOWER, Diagonal.STORED, y, column);
        Bits.assertSame(new double[3], y, "a product with zeros");
    }

    /** Blocks of one array that lie apart are none of these. */
    @Test
    void whatLiesApartInOneArray() {
        double[] array = {2, 9, 6, 8, 1, 4, 9, 5};
        DoubleTriangularSolve.solve(
                array,
                MatrixLayout.rowMajor(0, 2, 2, 4),
                Triangle.LOWER,
                Diagonal.STORED,
                array,
                MatrixLayout.rowMajor(2, 2, 2, 4));
        // 2 x = 6, x + 4 y = 9; 2 x = 8, x + 4 y = 5.
        Bits.assertSame(new double[] {2, 9, 3, 4, 1, 4, 1.5, 0.25}, array, "T and B side by side");
    }
}
