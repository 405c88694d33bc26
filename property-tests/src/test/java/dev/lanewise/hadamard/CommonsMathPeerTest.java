package dev.lanewise.hadamard;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.hadamard.DoubleHadamardPlan;
import dev.lanewise.oracle.ErrorBounds;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import org.apache.commons.math3.transform.FastHadamardTransformer;
import org.apache.commons.math3.transform.TransformType;
import org.junit.jupiter.api.Test;

/** A second opinion. */
final class CommonsMathPeerTest {
    /** Both sum in a tree of depth {@code log2 n}: each is within the bound of an element, so twice that apart. */
    @Test
    void theTransformAgreesWithThatOfCommonsMath() {
        FastHadamardTransformer peer = new FastHadamardTransformer();
        for (int n = 2; n <= 1 << 16; n *= 2) {
            double[] x = Inputs.uneven(n, new double[n]);
            double[] theirs = peer.transform(x, TransformType.FORWARD);
            double[] ours = x.clone();
            DoubleHadamardPlan.of(n).transform(ours);
            assertClose(theirs, ours, 2 * ErrorBounds.element(Numbers.of(x), Normalization.BACKWARD));
        }
    }

    @Test
    void theInverseAgreesWithThatOfCommonsMath() {
        FastHadamardTransformer peer = new FastHadamardTransformer();
        for (int n = 2; n <= 1 << 16; n *= 2) {
            double[] x = Inputs.uneven(n, new double[n]);
            double[] theirs = peer.transform(x, TransformType.INVERSE);
            double[] ours = x.clone();
            DoubleHadamardPlan.of(n)
                    .normalized(Normalization.BACKWARD.inverse())
                    .transform(ours);
            assertClose(theirs, ours, 2 * ErrorBounds.element(Numbers.of(x), Normalization.FORWARD));
        }
    }

    private static void assertClose(double[] theirs, double[] ours, double bound) {
        for (int i = 0; i < ours.length; i++) {
            double difference = Math.abs(theirs[i] - ours[i]);
            assertTrue(
                    difference <= bound,
                    "n = " + ours.length + ", coefficient " + i + ": " + theirs[i] + " and " + ours[i]
                            + ", allowed apart " + bound);
        }
    }
}
