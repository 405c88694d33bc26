package dev.lanewise.hadamard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.hadamard.DoubleHadamardPlan;
import dev.lanewise.engine.hadamard.FloatHadamardPlan;
import dev.lanewise.oracle.HadamardMatrix;
import dev.lanewise.oracle.HadamardOracle;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Precision;
import org.junit.jupiter.api.Test;

/**
 * The longest vectors that are tested: all coefficients where a closed form tells them, some where only the definition
 * does.
 */
final class LongTransformTest {
    private static final int N = 1 << 26;

    /** 256 MB. */
    @Test
    void floatTransformsOf67MillionNumbersAreRight() {
        FloatHadamardPlan plan = FloatHadamardPlan.of(N);
        float[] x = new float[N];
        Rows rows = new Rows(N);
        for (int j = 0; j < N; j++) {
            x[j] = rows.element(j);
        }
        plan.transform(x);
        for (int i = 0; i < N; i++) {
            rows.checkCoefficient(i, x[i]);
        }
        Layout layout = Layout.contiguous(0);
        plan.normalized(Normalization.FORWARD).transform(x, layout, x, layout, new Workspace(), Parallelism.threads(2));
        for (int j = 0; j < N; j++) {
            rows.checkElement(j, x[j]);
        }
        for (int j = 0; j < N; j++) {
            x[j] = (float) golden(j);
        }
        float[] y = x.clone();
        plan.normalized(Normalization.ORTHO).transform(y);
        HadamardOracle.assertSampled(
                Numbers.of(x), Numbers.of(y), Normalization.ORTHO, 2, N, "multiples of the golden ratio");
    }

    /** 512 MB. */
    @Test
    void doubleTransformsOf67MillionNumbersAreRight() {
        double[] x = assertRight(N);
        for (int j = 0; j < N; j++) {
            x[j] = golden(j);
        }
        double[] y = x.clone();
        DoubleHadamardPlan.of(N).normalized(Normalization.ORTHO).transform(y);
        HadamardOracle.assertSampled(
                new Numbers(Precision.DOUBLE, x),
                new Numbers(Precision.DOUBLE, y),
                Normalization.ORTHO,
                0,
                N,
                "multiples of the golden ratio");
    }

    /** 384 MB. */
    @Test
    void doubleTransformsOf12TimesFourMillionNumbersAreRight() {
        assertRight(12 << 22);
    }

    private static double[] assertRight(int n) {
        DoubleHadamardPlan plan = DoubleHadamardPlan.of(n);
        double[] x = new double[n];
        Rows rows = new Rows(n);
        for (int j = 0; j < n; j++) {
            x[j] = rows.element(j);
        }
        plan.transform(x);
        for (int i = 0; i < n; i++) {
            rows.checkCoefficient(i, x[i]);
        }
        Layout layout = Layout.contiguous(0);
        plan.transform(x, layout, x, layout, new Workspace(), Parallelism.threads(2));
        for (int j = 0; j < n; j++) {
            rows.checkElement(j, x[j] / n);
        }
        return x;
    }

    /** The fractional parts of multiples of the golden ratio, less a half: spread evenly, and the same every time. */
    private static double golden(int j) {
        return 0x9E3779B97F4A7C15L * j / 0x1p64;
    }

    /** Three times one row of the matrix less another: its transform is 3 n at one place and -n at the other. */
    private static final class Rows {
        private final int n;
        private final int first;
        private final int second;
        private final HadamardMatrix matrix;

        Rows(int n) {
            this.n = n;
            first = 0x2A5_1C37;
            second = n - 2;
            matrix = HadamardMatrix.of(n);
        }

        int element(int j) {
            return 3 * matrix.entry(first, j) - matrix.entry(second, j);
        }

        void checkCoefficient(int i, double came) {
            double wanted = i == first ? 3.0 * n : i == second ? -n : 0;
            if (came != wanted) {
                assertEquals(wanted, came, "two rows of " + n + ": coefficient " + i);
            }
        }

        void checkElement(int j, double came) {
            if (came != element(j)) {
                assertEquals(element(j), came, "two rows of " + n + ", there and back: element " + j);
            }
        }
    }
}
