package consumer;

import dev.lanewise.HadamardRotation;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.backend.Backend;
import dev.lanewise.engine.hadamard.FloatHadamardPlan;
import dev.lanewise.structured.FloatLinearMap;

/** Uses a type of each module that {@code dev.lanewise} passes on, in single precision. */
public class Consumer {
    /**
     * Two blocks there, two back and two bare transforms of 768 = 12 * 2^6, each of them off by 23 u of the norm at most,
     * which is 1 (ErrorBounds.vector of the tests: 6 + 1 + 5 sqrt(6) + 3 roundings); u = 2^-24.
     */
    private static final double ALLOWED = 6 * 23 * 0x1p-24;

    public static void main(String[] arguments) {
        float[] vector = new float[768];
        vector[7] = 1;
        FloatLinearMap rotation = HadamardRotation.of(vector.length, 42).asFloatMap();
        float[] rotated = rotation.apply(vector);
        float[] back = rotation.transposed().apply(rotated);
        FloatHadamardPlan plan = FloatHadamardPlan.of(vector.length).normalized(Normalization.ORTHO);
        plan.transform(back);
        // The bare transform makes of a spike what has magnitude 1 / sqrt(768) everywhere; a rotation at random is at right
        // angles to its input, nearly. Both are about sqrt(2) away.
        boolean moved = distance(vector, rotated) > 1 && distance(vector, back) > 1;
        plan.transform(back);
        boolean returned = distance(vector, back) <= ALLOWED;
        System.out.println(Backend.active());
        System.out.println(
                moved && returned
                        ? "rotated there and back"
                        : "lost: " + distance(vector, rotated) + " there, back off by " + distance(vector, back));
    }

    private static double distance(float[] x, float[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double difference = (double) x[i] - y[i];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }
}
