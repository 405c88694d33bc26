package dev.lanewise.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Normalization;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Compares a transform with its definition, element by element, within {@link ErrorBounds#element}. */
public final class HadamardOracle {
    private HadamardOracle() {}

    /** Fails unless every coefficient is right. */
    public static void assertTransform(Numbers x, Numbers y, Normalization normalization, String context) {
        assertRows(x, y, normalization, IntStream.range(0, x.length()).toArray(), context);
    }

    /** Fails unless the coefficients of the first row, the last and so many others are right. */
    public static void assertSampled(
            Numbers x, Numbers y, Normalization normalization, int samples, long seed, String context) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = x.length();
        int[] rows = new int[samples + 2];
        for (int i = 0; i < samples; i++) {
            rows[i] = random.nextInt(n);
        }
        rows[samples + 1] = n - 1;
        assertRows(x, y, normalization, rows, context);
    }

    private static void assertRows(Numbers x, Numbers y, Normalization normalization, int[] rows, String context) {
        assertEquals(x.length(), y.length(), context);
        HadamardMatrix matrix = HadamardMatrix.of(x.length());
        double bound = ErrorBounds.element(x, normalization);
        for (int row : rows) {
            Twofold exact = matrix.coefficient(row, x.values(), normalization);
            double error = exact.distance(y.at(row));
            assertTrue(
                    error <= bound,
                    () -> context + ": n = " + x.length() + ", " + normalization + ", coefficient " + row + " is "
                            + y.at(row) + ", exactly " + exact.value() + "; off by " + error + ", allowed " + bound);
        }
    }

    /** {@code ||y - f H x||_2 / ||f H x||_2}, over at most so many random rows. */
    public static double relativeError(Numbers x, Numbers y, Normalization normalization, int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = x.length();
        HadamardMatrix matrix = HadamardMatrix.of(n);
        double errors = 0;
        double squares = 0;
        for (int k = 0; k < Math.min(n, rows); k++) {
            int row = n <= rows ? k : random.nextInt(n);
            Twofold exact = matrix.coefficient(row, x.values(), normalization);
            double error = exact.distance(y.at(row));
            errors += error * error;
            squares += exact.value() * exact.value();
        }
        return Math.sqrt(errors / squares);
    }
}
