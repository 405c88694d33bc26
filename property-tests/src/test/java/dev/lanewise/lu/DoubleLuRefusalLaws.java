package dev.lanewise.lu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.SingularMatrixException;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.lu.DoubleLu;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import org.junit.jupiter.api.Test;

/** What a caller gets wrong, and what the numbers do not allow, is refused in words that say what came. */
final class DoubleLuRefusalLaws {
    private static final MatrixLayout SQUARE = MatrixLayout.of(3, 3);

    private final Workspace workspace = new Workspace();
    private final double[] a = Inputs.gaussian(1, new double[9]);
    private final double[] x = a.clone();
    private final DoubleLu lu = new DoubleLu(3, 3);

    @Test
    void whatDoesNotFit() {
        assertThrows(IllegalStateException.class, () -> lu.solve(a, SQUARE, x, SQUARE));
        assertThrows(IllegalStateException.class, lu::determinant);
        Refusal.of(() -> new DoubleLu(1 << 16, 1 << 16), "65536 x 65536");
        Refusal.of(() -> lu.factorize(a, MatrixLayout.of(3, 2)), "A", "3 x 2", "3 x 3");
        Refusal.of(() -> lu.factorize(new double[8], SQUARE), "A", "length 8");
        lu.factorize(a, SQUARE);
        Refusal.of(() -> lu.solve(a, MatrixLayout.of(2, 3), x, SQUARE), "2 x 3", "3 x 3", "3 x c");
        Refusal.of(() -> lu.solve(x, SQUARE, x, SQUARE), "X overlaps B");
        Refusal.of(() -> lu.solve(a, SQUARE, x, new MatrixLayout(0, 3, 3, 1, 1)), "X", "share places");
        Refusal.of(() -> lu.copyL(x, MatrixLayout.of(2, 3)), "L", "2 x 3");
        Refusal.of(() -> lu.copyU(x, MatrixLayout.of(3, 2)), "U", "3 x 2");
        Refusal.of(() -> lu.invert(x, MatrixLayout.of(2, 2), workspace, Parallelism.NONE), "X", "2 x 2");
        Refusal.of(() -> lu.refine(a, SQUARE, a, SQUARE, a, SQUARE, workspace), "X overlaps A");
        Refusal.ofNull("B", () -> lu.solve(null, SQUARE, x, SQUARE));
        Refusal.ofNull("layout of X", () -> lu.solve(a, SQUARE, x, null));
        Refusal.ofNull("workspace", () -> lu.factorize(a, SQUARE, null, Parallelism.NONE));
        Bits.assertSame(a, x, "after refusals");
        DoubleLu wide = new DoubleLu(2, 3);
        wide.factorize(a, MatrixLayout.of(2, 3));
        assertThrows(IllegalStateException.class, wide::determinant);
    }

    @Test
    void numbersThatAreNotFinite() {
        double[] bad = a.clone();
        bad[5] = Double.NaN;
        lu.factorize(a, SQUARE);
        Refusal.of(() -> lu.factorize(bad, SQUARE), "A", "NaN", "(1, 2)", "finite");
        assertThrows(IllegalStateException.class, () -> lu.copyL(x, SQUARE), "what failed holds no factors");
    }

    @Test
    void aSingularMatrix() {
        lu.factorize(new double[] {1, 2, 3, 2, 4, 6, 1, 1, 1}, SQUARE);
        SingularMatrixException e = assertThrows(SingularMatrixException.class, () -> lu.solve(a, SQUARE, x, SQUARE));
        assertEquals(2, e.index());
        assertTrue(e.getMessage().contains("zero at 2"), e.getMessage());
        assertThrows(SingularMatrixException.class, () -> lu.invert(x, SQUARE, workspace, Parallelism.NONE));
        assertEquals(0, lu.determinant().sign());
        assertEquals(0, lu.reciprocalCondition(a, SQUARE, workspace));
        Bits.assertSame(a, x, "X");
    }
}
