package dev.lanewise.sparse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.SingularMatrixException;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.sparse.DoubleBandedLu;
import dev.lanewise.engine.sparse.DoubleBandedProduct;
import dev.lanewise.engine.sparse.DoubleSparseProduct;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a caller of the engine gets wrong is refused before anything is written; the maps say it before, in words of their own. */
final class DoubleSparseDoorLaws {
    private static final Layout TWO = Layout.rows(0, 2, 2);

    private final DoubleSparseProduct sparse =
            DoubleSparseProduct.of(2, 2, new int[] {0, 1, 2}, new int[] {1, 0}, new double[] {2, 3});
    private final DoubleBandedProduct banded = DoubleBandedProduct.of(2, 2, 0, 0, new double[] {2, 3});
    private final DoubleBandedLu lu = DoubleBandedLu.of(banded);
    private final Workspace workspace = new Workspace();

    /** What goes from vectors to vectors of the same length. */
    @FunctionalInterface
    private interface Door {
        void run(double[] x, Layout xLayout, double[] y, Layout yLayout, Workspace workspace, Parallelism parallelism);
    }

    private List<Door> doors() {
        return List.of(
                sparse::multiply,
                sparse::multiplyTransposed,
                banded::multiply,
                banded::multiplyTransposed,
                lu::solve,
                lu::solveTransposed);
    }

    @Test
    void vectorsThatDoNotFitAreRefusedWithNothingChanged() {
        for (Door door : doors()) {
            double[] x = {1, 2, 3, 4, 5}, y = new double[5];
            Layout three = Layout.rows(0, 3, 2), far = Layout.rows(2, 2, 2), crossed = Layout.rows(0, 2, 1);
            Refusal.of(() -> door.run(x, three, y, TWO, workspace, Parallelism.NONE), "3 in", "2 out");
            Refusal.of(() -> door.run(x, far, y, TWO, workspace, Parallelism.NONE), "x", "length 5");
            Refusal.of(() -> door.run(x, TWO, y, far, workspace, Parallelism.NONE), "y", "length 5");
            Refusal.of(() -> door.run(x, TWO, y, crossed, workspace, Parallelism.NONE), "y", "overlap");
            Refusal.of(() -> door.run(x, TWO, x, Layout.rows(1, 2, 2), workspace, Parallelism.NONE), "overlap");
            Refusal.ofNull("x", () -> door.run(null, TWO, y, TWO, workspace, Parallelism.NONE));
            Refusal.ofNull("xLayout", () -> door.run(x, null, y, TWO, workspace, Parallelism.NONE));
            Refusal.ofNull("y", () -> door.run(x, TWO, null, TWO, workspace, Parallelism.NONE));
            Refusal.ofNull("yLayout", () -> door.run(x, TWO, y, null, workspace, Parallelism.NONE));
            Refusal.ofNull("workspace", () -> door.run(x, TWO, y, TWO, null, Parallelism.NONE));
            Refusal.ofNull("parallelism", () -> door.run(x, TWO, y, TWO, workspace, null));
            Bits.assertSame(new double[5], y, "output");
            Bits.assertSame(new double[] {1, 2, 3, 4, 5}, x, "input");
        }
    }

    @Test
    void whatHasNoInverseIsRefusedWithNothingChanged() {
        DoubleBandedProduct oblong = DoubleBandedProduct.of(2, 3, 0, 0, new double[] {2, 3});
        Refusal.of(() -> DoubleBandedLu.of(oblong), "2 x 3", "square");
        Refusal.ofNull("matrix", () -> DoubleBandedLu.of(null));
        DoubleBandedLu singular = DoubleBandedLu.of(DoubleBandedProduct.of(2, 2, 0, 0, new double[] {2, 0}));
        double[] y = new double[4];
        SingularMatrixException refusal = assertThrows(
                SingularMatrixException.class,
                () -> singular.solve(new double[] {1, 2, 3, 4}, TWO, y, TWO, workspace, Parallelism.NONE));
        assertEquals(1, refusal.index());
        Bits.assertSame(new double[4], y, "output");
        assertEquals(0, singular.determinant().value());
    }

    @Test
    void theProductsOfATransposeAreThoseOfTheMatrixTransposed() {
        assertArrayEquals(new int[] {1, 0}, sparse.transposed().columns());
        double[] x = {5, 7}, y = new double[2], z = new double[2];
        Layout one = Layout.contiguous(0);
        DoubleBandedProduct matrix = DoubleBandedProduct.of(2, 2, 1, 0, new double[] {0, 3, 2, 4});
        matrix.multiplyTransposed(x, one, y, one, workspace, Parallelism.NONE);
        matrix.transposed().multiply(x, one, z, one, workspace, Parallelism.NONE);
        Bits.assertSame(new double[] {31, 28}, y, "by columns");
        Bits.assertSame(y, z, "of the transpose");
    }
}
