package dev.lanewise.hadamard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.hadamard.FloatHadamardPlan;
import dev.lanewise.oracle.HadamardMatrix;
import dev.lanewise.oracle.HadamardOracle;
import dev.lanewise.oracle.Numbers;
import org.junit.jupiter.api.Test;

/** 2^26 elements, 256 MB in float: all coefficients where a closed form tells them, some where only the definition does. */
final class LongTransformTest {
    private static final int BITS = 26;
    private static final int N = 1 << BITS;

    @Test
    void theTransformOf67MillionNumbersIsRight() {
        float[] x = new float[N];
        HadamardMatrix matrix = HadamardMatrix.of(N);
        int first = 0x2A5_1C37;
        int second = N - 2;
        for (int j = 0; j < N; j++) {
            x[j] = 3 * matrix.entry(first, j) - matrix.entry(second, j);
        }
        FloatHadamardPlan plan = FloatHadamardPlan.of(N);
        plan.transform(x);
        for (int i = 0; i < N; i++) {
            float wanted = i == first ? 3f * N : i == second ? -N : 0;
            if (x[i] != wanted) {
                assertEquals(wanted, x[i], "sum of two rows: coefficient " + i);
            }
        }
        // From here: 3 n at one place, -n at another. Back with two threads and the factor 1/n.
        plan.normalized(Normalization.FORWARD)
                .transform(x, Layout.contiguous(0), x, Layout.contiguous(0), new Workspace(), Parallelism.threads(2));
        for (int j = 0; j < N; j++) {
            int wanted = 3 * matrix.entry(first, j) - matrix.entry(second, j);
            if (x[j] != wanted) {
                assertEquals(wanted, x[j], "back again: element " + j);
            }
        }
        for (int j = 0; j < N; j++) {
            // The fractional parts of multiples of the golden ratio, less a half: spread evenly, and the same every
            // time.
            x[j] = (float) (0x9E3779B97F4A7C15L * j / 0x1p64);
        }
        float[] y = x.clone();
        plan.normalized(Normalization.ORTHO).transform(y);
        HadamardOracle.assertSampled(
                Numbers.of(x), Numbers.of(y), Normalization.ORTHO, 2, BITS, "multiples of the golden ratio");
    }
}
