package dev.lanewise.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The oracle's own roots are what they are said to be: without that no test of a Fourier transform would mean anything. */
final class UnitRootsTest {
    private static final double CLOSE = 0x1p-97;

    private static void assertClose(Twofold wanted, Twofold came, String context) {
        double error = Math.abs((wanted.value() - came.value()) + (wanted.rest() - came.rest()));
        assertTrue(error <= CLOSE, () -> context + ": off by " + error);
    }

    private static Twofold of(double x) {
        return new Twofold().add(x);
    }

    private static Twofold half(Twofold x) {
        return new Twofold().add(x.value() / 2).add(x.rest() / 2);
    }

    /** {@code cos(2 pi / 8) = 1/sqrt(2)}, {@code cos(2 pi / 12) = sqrt(3)/2}, {@code cos(2 pi / 5) = (sqrt(5) - 1)/4}. */
    @Test
    void rootsThatAreSquareRootsAreThose() {
        Twofold rootOfThree = new Twofold().addProduct(of(3), Twofold.reciprocalSqrt(3));
        Twofold rootOfFive = new Twofold().addProduct(of(5), Twofold.reciprocalSqrt(5));
        assertClose(Twofold.reciprocalSqrt(2), UnitRoots.cosine(1, 8), "cosine of an eighth");
        assertClose(Twofold.reciprocalSqrt(2), UnitRoots.sine(1, 8), "sine of an eighth");
        assertClose(half(rootOfThree), UnitRoots.cosine(1, 12), "cosine of a twelfth");
        assertClose(half(rootOfThree), UnitRoots.sine(1, 3), "sine of a third");
        assertClose(of(0.5), UnitRoots.sine(1, 12), "sine of a twelfth");
        assertClose(of(-0.5), UnitRoots.cosine(1, 3), "cosine of a third");
        assertClose(half(half(rootOfFive.add(-1))), UnitRoots.cosine(1, 5), "cosine of a fifth");
    }

    @Test
    void axesAreExact() {
        double[] cosines = {1, 0, -1, 0};
        for (int n : new int[] {4, 100, 1 << 20}) {
            for (int quarter = 0; quarter < 4; quarter++) {
                Twofold cosine = UnitRoots.cosine(n / 4 * quarter, n);
                Twofold sine = UnitRoots.sine(n / 4 * quarter, n);
                assertEquals(0, cosine.distance(cosines[quarter]), "cosine of " + quarter + " quarters");
                assertEquals(0, sine.distance(cosines[(quarter + 3) % 4]), "sine of " + quarter + " quarters");
            }
        }
    }

    @Test
    void rootsAreThoseOfStrictMathAsFarAsThoseGo() {
        for (int n : new int[] {1, 2, 7, 360, 1009, 65_537, 1 << 20, Integer.MAX_VALUE}) {
            for (int k = 0; k < Math.min(n, 2000); k++) {
                double angle = 2 * Math.PI * k / n;
                assertEquals(StrictMath.cos(angle), UnitRoots.cosine(k, n).value(), 0x1p-49, k + " of " + n);
                assertEquals(StrictMath.sin(angle), UnitRoots.sine(k, n).value(), 0x1p-49, k + " of " + n);
            }
        }
    }

    /** {@code |w| = 1} and {@code w^j w^k = w^(j+k)} with {@code w^n = 1} leave no other roots once they are roughly right. */
    @Test
    void rootsOfAnyOrderMultiplyAsTheyShould() {
        for (int n : new int[] {1, 2, 3, 5, 8, 97, 360, 1009}) {
            for (int j = 0; j < n; j += 1 + n / 40) {
                Twofold a = UnitRoots.cosine(j, n);
                Twofold b = UnitRoots.sine(j, n);
                Twofold minusB = new Twofold().add(-b.value()).add(-b.rest());
                for (int k = 0; k < n; k += 1 + n / 40) {
                    Twofold c = UnitRoots.cosine(k, n);
                    Twofold d = UnitRoots.sine(k, n);
                    String context = "roots " + j + " and " + k + " of " + n;
                    int sum = (j + k) % n;
                    assertClose(
                            UnitRoots.cosine(sum, n),
                            new Twofold().addProduct(a, c).addProduct(minusB, d),
                            context);
                    assertClose(
                            UnitRoots.sine(sum, n),
                            new Twofold().addProduct(a, d).addProduct(b, c),
                            context);
                }
            }
        }
    }

    /** A unit vector gives the roots back: so each of a table is the one that is computed by itself. */
    @Test
    void aTableHoldsTheRootsOfItsOrder() {
        for (int n : new int[] {1, 2, 7, 64, 100, 1009}) {
            UnitRoots roots = UnitRoots.of(n);
            for (int j : new int[] {0, 1 % n, n / 2, n - 1}) {
                double[] unit = new double[n];
                unit[j] = 1;
                ComplexNumbers x = ComplexNumbers.of(unit, new double[n]);
                ComplexNumbers turned = ComplexNumbers.of(new double[n], unit);
                for (int k = 0; k < n; k++) {
                    int at = (int) ((long) j * k % n);
                    String context = "coefficient " + k + " of unit vector " + j + " of " + n;
                    UnitRoots.Coefficient column = roots.coefficient(x, k);
                    assertClose(UnitRoots.cosine(at, n), column.re(), context);
                    assertClose(UnitRoots.sine(at, n), column.im(), context);
                    UnitRoots.Coefficient timesI = roots.coefficient(turned, k - n);
                    assertClose(UnitRoots.cosine(at, n), timesI.im(), context + ", times i");
                    Twofold minusSine = UnitRoots.sine((n - at) % n, n);
                    assertClose(minusSine, timesI.re(), context + ", times i");
                }
            }
        }
    }

    /** What cancels in double does not here. */
    @Test
    void aSumThatCancelsIsRightInTwiceThePrecision() {
        double[] re = {0x1p60, 1, -0x1p60, 0};
        ComplexNumbers x = ComplexNumbers.of(re, new double[4]);
        UnitRoots.Coefficient sum = UnitRoots.of(4).coefficient(x, 0);
        assertEquals(1, sum.re().value());
        assertEquals(0, sum.im().value());
    }
}
