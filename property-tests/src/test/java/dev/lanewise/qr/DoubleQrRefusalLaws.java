package dev.lanewise.qr;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.qr.DoubleQr;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Inputs;
import org.junit.jupiter.api.Test;

/** What is refused with any factors, for {@link DoubleQr}; and systems with wide matrices, which only it factorises. */
final class DoubleQrRefusalLaws extends DoubleQrFactorsRefusalLaws {
    DoubleQrRefusalLaws() {
        super(DoubleQrFactorization.OF_ANY_SHAPE);
    }

    @Test
    void wideSystems() {
        double[] a = Inputs.gaussian(1, new double[6]), b = new double[2], x = new double[3];
        DoubleQr wide = new DoubleQr(2, 3);
        wide.factorize(a, MatrixLayout.of(2, 3));
        Refusal.of(() -> wide.solve(b, MatrixLayout.of(2, 1), x, MatrixLayout.of(3, 1)), "2 x 3", "as many rows");
    }
}
