package dev.lanewise.fourier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.roots.RootsOfUnity;
import dev.lanewise.oracle.Twofold;
import dev.lanewise.oracle.UnitRoots;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The factors of the transforms, by themselves: a transform shows few of them without a sum. */
final class RootsOfUnityTest {
    private static void assertRoot(int k, int n) {
        String context = "root " + k + " of " + n;
        double re = RootsOfUnity.doubleReal(k, n);
        double im = RootsOfUnity.doubleImaginary(k, n);
        assertWithinAnUlp(UnitRoots.cosine(k, n), re, context + ", real part");
        assertWithinAnUlp(UnitRoots.sine(k, n), im, context + ", imaginary part");
        assertEquals((float) re, RootsOfUnity.floatReal(k, n), context);
        assertEquals((float) im, RootsOfUnity.floatImaginary(k, n), context);
    }

    private static void assertWithinAnUlp(Twofold exact, double came, String context) {
        double error = exact.distance(came);
        assertTrue(
                error <= Math.ulp(exact.value()),
                () -> context + ": " + came + ", exactly " + exact.value() + " + " + exact.rest() + "; off by "
                        + error / Math.ulp(exact.value()) + " units in the last place, allowed 1");
    }

    @Test
    void everyRootOfAShortLengthIsWithinAnUlp() {
        for (int n = 1; n <= 300; n++) {
            for (int k = 0; k < n; k++) {
                assertRoot(k, n);
            }
        }
    }

    @Test
    void rootsOfLongLengthsAreWithinAnUlp() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            int n = random.nextInt(1, 1 << random.nextInt(1, 31));
            assertRoot(random.nextInt(n), n);
        }
    }

    /** Where sine and cosine change places or signs. */
    @Test
    void rootsNextToTheAxesAndTheDiagonalsAreWithinAnUlp() {
        for (int n : new int[] {1000, 1009, 4096, 44_100, 65_537, 1 << 20, 1_000_003, 1 << 30, (1 << 30) - 1}) {
            for (int eighth = 0; eighth <= 8; eighth++) {
                int nearest = (int) ((long) n * eighth / 8);
                for (int k = Math.max(0, nearest - 2); k <= Math.min(n - 1, nearest + 2); k++) {
                    assertRoot(k, n);
                }
            }
        }
    }

    @Test
    void axesAndDiagonalsAreExactOrTheRoundedRootOfAHalf() {
        double half = Math.sqrt(0.5);
        double[] cosines = {1, half, 0, -half, -1, -half, 0, half};
        for (int n = 8; n <= 1 << 30 && n > 0; n *= 2) {
            for (int eighth = 0; eighth < 8; eighth++) {
                long k = n / 8 * (long) eighth;
                assertEquals(cosines[eighth], RootsOfUnity.doubleReal(k, n) + 0, "eighth " + eighth);
                assertEquals(cosines[(eighth + 6) % 8], RootsOfUnity.doubleImaginary(k, n) + 0, "eighth " + eighth);
            }
        }
    }

    @Test
    void indicesCountModuloTheLength() {
        for (int n : new int[] {1, 7, 12, 1000}) {
            for (long k = 0; k < n; k++) {
                for (long turns : new long[] {-3L * n, -n, n, 1_000_000L * n}) {
                    assertEquals(RootsOfUnity.doubleReal(k, n), RootsOfUnity.doubleReal(k + turns, n));
                    assertEquals(RootsOfUnity.doubleImaginary(k, n), RootsOfUnity.doubleImaginary(k + turns, n));
                }
            }
        }
    }

    @Test
    void rootsAreSymmetricToTheLastBit() {
        for (int n = 1; n <= 1000; n++) {
            for (int k = 0; k < n; k++) {
                double re = RootsOfUnity.doubleReal(k, n);
                double im = RootsOfUnity.doubleImaginary(k, n);
                assertEquals(re + 0, RootsOfUnity.doubleReal(n - k, n) + 0, "conjugate");
                assertEquals(0 - im, RootsOfUnity.doubleImaginary(n - k, n) + 0, "conjugate");
                assertEquals(im + 0, RootsOfUnity.doubleReal(4L * k - n, 4L * n) + 0, "a quarter back");
            }
        }
    }
}
