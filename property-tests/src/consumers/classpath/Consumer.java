import dev.lanewise.HadamardRotation;
import dev.lanewise.engine.backend.Backend;

/** What a program on the class path does with Lanewise: no package, no module, one dependency. */
public class Consumer {
    public static void main(String[] arguments) {
        double[] vector = new double[384];
        vector[7] = 1;
        HadamardRotation rotation = HadamardRotation.of(vector.length, 42);
        double[] back = rotation.applyTransposed(rotation.apply(vector));
        System.out.println(Backend.active());
        System.out.println(Math.abs(back[7] - 1) < 1e-12 ? "rotated there and back" : "lost: " + back[7]);
    }
}
