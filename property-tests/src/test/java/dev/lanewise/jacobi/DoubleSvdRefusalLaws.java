package dev.lanewise.jacobi;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.jacobi.DoubleSvd;
import dev.lanewise.engine.jacobi.JacobiOrder;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import org.junit.jupiter.api.Test;

/** What a caller gets wrong is refused in words that say what came. */
final class DoubleSvdRefusalLaws {
    private static final MatrixLayout A = MatrixLayout.of(5, 3), U = MatrixLayout.of(5, 3), V = MatrixLayout.of(3, 3);

    private final Workspace workspace = new Workspace();
    private final double[] a = Inputs.gaussian(1, new double[15]);
    private final double[] x = a.clone();
    private final DoubleSvd svd = new DoubleSvd(5, 3);

    private void copyU(double[] u, MatrixLayout layout) {
        svd.copyU(u, layout, workspace, Parallelism.NONE);
    }

    private void copyV(double[] v, MatrixLayout layout) {
        svd.copyV(v, layout, workspace, Parallelism.NONE);
    }

    @Test
    void whatDoesNotFit() {
        Refusal.of(() -> new DoubleSvd(-1, 2), "rows", "-1");
        Refusal.of(() -> new DoubleSvd(1 << 16, 1 << 16), "65536");
        Refusal.of(() -> svd.factorize(a, MatrixLayout.of(3, 5)), "A", "3 x 5", "5 x 3");
        Refusal.of(() -> svd.factorize(new double[14], A), "A", "length 14");
        svd.factorize(a, A);
        Refusal.of(() -> copyU(x, MatrixLayout.of(3, 3)), "U", "3 x 3", "5 x up to 3");
        Refusal.of(() -> copyU(new double[20], MatrixLayout.of(5, 4)), "U", "5 x 4", "5 x up to 3");
        Refusal.of(() -> copyV(x, MatrixLayout.of(5, 3)), "V", "5 x 3", "3 x up to 3");
        Refusal.of(() -> copyV(new double[8], V), "V", "length 8");
        Refusal.of(() -> copyV(x, new MatrixLayout(0, 3, 3, 1, 1)), "V", "share places");
        Bits.assertSame(a, x, "after refusals");
    }

    @Test
    void numbersThatAreNotFinite() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            svd.factorize(a, A);
            double[] b = a.clone();
            b[7] = bad;
            b[11] = Double.NaN;
            Refusal.of(() -> svd.factorize(b, A), "A", "" + bad, "(2, 1)", "finite");
            assertThrows(IllegalStateException.class, svd::singularValues, "what failed holds no factors");
            DoubleSvd wide = new DoubleSvd(3, 5);
            Refusal.of(() -> wide.factorize(b, A.transposed()), "A", "(1, 2)", "finite");
        }
    }

    @Test
    void nothingFactorized() {
        assertThrows(IllegalStateException.class, svd::singularValues);
        assertThrows(IllegalStateException.class, svd::rank);
        assertThrows(IllegalStateException.class, svd::sweeps);
        assertThrows(IllegalStateException.class, () -> copyU(x, U));
        assertThrows(IllegalStateException.class, () -> copyV(x, V));
    }

    @Test
    void whatIsMissing() {
        Refusal.ofNull("A", () -> svd.factorize(null, A));
        Refusal.ofNull("layout of A", () -> svd.factorize(a, null));
        Refusal.ofNull("jacobiOrder", () -> svd.factorize(a, A, null, workspace, Parallelism.NONE));
        Refusal.ofNull("workspace", () -> svd.factorize(a, A, JacobiOrder.IN_TURN, null, Parallelism.NONE));
        Refusal.ofNull("parallelism", () -> svd.factorize(a, A, JacobiOrder.IN_TURN, workspace, null));
        svd.factorize(a, A);
        Refusal.ofNull("U", () -> copyU(null, U));
        Refusal.ofNull("layout of V", () -> copyV(x, null));
        Refusal.ofNull("workspace", () -> svd.copyU(x, U, null, Parallelism.NONE));
    }
}
