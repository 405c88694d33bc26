package dev.lanewise.qr;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.qr.DoubleQr;
import dev.lanewise.foundation.Allocation;
import dev.lanewise.oracle.Inputs;
import net.jqwik.api.Example;

/** The laws of factors for {@link DoubleQr}, and what it takes. */
final class DoubleQrLaws extends DoubleQrFactorsLaws {
    DoubleQrLaws() {
        super(DoubleQrFactorization.OF_ANY_SHAPE);
    }

    /** Two panels of 48 columns, and what their products with 100 columns take: nothing as large as A. */
    @Example
    void theWorkspaceIsThatOfPanels() {
        int m = 4000, n = 100;
        double[] a = Inputs.gaussian(1, new double[m * n]);
        DoubleQr qr = new DoubleQr(m, n);
        long most = 8L * (3 * 48 * (m + 200L) + 2 * 48 * n) + 2_000_000;
        Allocation.assertAtMost(
                most, "4000 x 100", () -> qr.factorize(a, MatrixLayout.of(m, n), new Workspace(), Parallelism.NONE));
    }
}
