package dev.lanewise.jacobi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.jacobi.DoubleSvd;
import dev.lanewise.engine.jacobi.JacobiOrder;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** An order is what it says, and a seed always gives the same. */
class JacobiOrderTest {
    private static final int N = 30;

    private static double[] values(JacobiOrder order) {
        DoubleSvd svd = new DoubleSvd(N, N);
        double[] a = Inputs.gaussian(1, new double[N * N]);
        svd.factorize(a, MatrixLayout.of(N, N), order, new Workspace(), Parallelism.NONE);
        return svd.singularValues();
    }

    @Test
    void theSameSeedGivesTheSameBitsAndAnotherOneOthers() {
        Bits.assertSame(values(JacobiOrder.random(5)), values(JacobiOrder.random(5)), "seed 5");
        assertNotEquals(Arrays.toString(values(JacobiOrder.random(5))), Arrays.toString(values(JacobiOrder.random(6))));
        assertNotEquals(Arrays.toString(values(JacobiOrder.random(5))), Arrays.toString(values(JacobiOrder.IN_TURN)));
    }

    @Test
    void aSeedIsOfNoMatterInTurn() {
        Bits.assertSame(values(JacobiOrder.IN_TURN), values(new JacobiOrder(false, 9)), "in turn");
        assertEquals(new JacobiOrder(true, 7), JacobiOrder.random(7));
    }
}
