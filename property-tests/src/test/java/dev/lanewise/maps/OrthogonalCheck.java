package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.oracle.ErrorBounds;
import dev.lanewise.oracle.Numbers;

/** Whether a map that is said to be orthogonal is. */
final class OrthogonalCheck {
    private OrthogonalCheck() {}

    /** Fails unless {@code back} is {@code x}, and {@code y}, on the way, as long: within so many roundings each way. */
    static void assertThereAndBack(Numbers x, Numbers y, Numbers back, double roundings, String context) {
        double gamma = ErrorBounds.gamma(2 * roundings + 2, x.precision()), size = x.norm2();
        assertTrue(x.distance(back) <= gamma * size, context + ": back at a distance of " + x.distance(back));
        assertTrue(Math.abs(y.norm2() - size) <= gamma * size, context + ": length " + y.norm2() + " from " + size);
    }
}
