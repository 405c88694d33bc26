import dev.lanewise.HadamardRotation;
import dev.lanewise.engine.backend.Backend;

/** What a program on the class path does with Lanewise: no package, no module, one dependency. */
public class Consumer {
    /**
     * Two blocks there and two back are four transforms of 384 = 12 * 2^5, each of them off by 22 u of the norm at most,
     * which is 1 (ErrorBounds.vector of the tests: 5 + 1 + 5 sqrt(6) + 3 roundings); u = 2^-53.
     */
    private static final double ALLOWED = 4 * 22 * 0x1p-53;

    public static void main(String[] arguments) {
        double[] vector = new double[384];
        vector[7] = 1;
        HadamardRotation rotation = HadamardRotation.of(vector.length, 42);
        double[] rotated = rotation.apply(vector);
        double[] back = rotation.applyTransposed(rotated);
        System.out.println(Backend.active());
        // A direction at random is at right angles to another, nearly: sqrt(2) away.
        boolean moved = distance(vector, rotated) > 1;
        boolean returned = distance(vector, back) <= ALLOWED;
        System.out.println(
                moved && returned
                        ? "rotated there and back"
                        : "lost: " + distance(vector, rotated) + " there, back off by " + distance(vector, back));
    }

    private static double distance(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - y[i]) * (x[i] - y[i]);
        }
        return Math.sqrt(sum);
    }
}
