package consumer;

import dev.lanewise.HadamardRotation;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.backend.Backend;
import dev.lanewise.engine.hadamard.FloatHadamardPlan;
import dev.lanewise.structured.FloatLinearMap;

/** Uses a type of each module that {@code dev.lanewise} passes on, in single precision. */
public class Consumer {
    public static void main(String[] arguments) {
        float[] vector = new float[768];
        vector[7] = 1;
        FloatLinearMap rotation = HadamardRotation.of(vector.length, 42).asFloatMap();
        float[] back = rotation.transposed().apply(rotation.apply(vector));
        FloatHadamardPlan plan = FloatHadamardPlan.of(vector.length).normalized(Normalization.ORTHO);
        plan.transform(back);
        plan.transform(back);
        System.out.println(Backend.active());
        System.out.println(Math.abs(back[7] - 1) < 1e-5 ? "rotated there and back" : "lost: " + back[7]);
    }
}
