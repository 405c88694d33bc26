package dev.lanewise.givens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.givens.DoubleGivensRotation;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Precision;
import dev.lanewise.oracle.Seeds;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The rotation of any two numbers: each entry rounded about once, LAPACK's signs and zeros, nothing lost at either end. */
final class DoubleGivensRotationLaws implements Seeds {
    private static final Precision PRECISION = Numbers.of(new double[0]).precision();
    private static final int PAIRS = 20;

    /** The exponent of the smallest of all numbers. */
    private static final int LEAST = Math.getExponent(Math.ulp((double) 1)) + Double.MIN_EXPONENT;

    /** From 1 to 2 times a power of two, of either sign. */
    private static double number(SplittableRandom random, int exponent) {
        double number = Math.scalb(1 + random.nextDouble(), Math.min(exponent, Double.MAX_EXPONENT));
        double size = Math.max(Double.MIN_VALUE, Math.min(number, Double.MAX_VALUE));
        return random.nextBoolean() ? size : -size;
    }

    private static void assertRotation(double f, double g) {
        DoubleGivensRotation rotation = DoubleGivensRotation.of(f, g);
        new GivensOracle(PRECISION, f, g).assertRotation(rotation.c(), rotation.s(), rotation.r());
    }

    @Property
    void entriesOfNumbersOfAnySizeAreRoundedAboutOnce(@ForAll("seeds") long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < PAIRS; i++) {
            assertRotation(
                    number(random, random.nextInt(LEAST, Double.MAX_EXPONENT + 1)),
                    number(random, random.nextInt(LEAST, Double.MAX_EXPONENT + 1)));
        }
    }

    /** Both count in the root, or one just does not. */
    @Property
    void entriesOfNumbersOfSimilarSizeAreRoundedAboutOnce(@ForAll("seeds") long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int far = 3 - Math.getExponent(Math.ulp((double) 1));
        for (int i = 0; i < PAIRS; i++) {
            int exponent = random.nextInt(LEAST, Double.MAX_EXPONENT + 1);
            int spread = random.nextBoolean() ? 2 : far;
            assertRotation(
                    number(random, exponent),
                    number(random, Math.max(LEAST, exponent + random.nextInt(-spread, spread))));
        }
    }

    @Example
    void entriesOfNumbersAtTheEndsAreRoundedAboutOnce() {
        double one = 1, small = Double.MIN_NORMAL, large = Double.MAX_VALUE;
        double[] sizes = {
            Double.MIN_VALUE,
            3 * Double.MIN_VALUE,
            Math.nextDown(small),
            small,
            Math.nextUp(small),
            Root.of(small),
            small / Math.ulp(one),
            Math.ulp(one) / 2,
            Math.ulp(one),
            Math.nextUp(Math.ulp(one)),
            Root.of(Math.ulp(one)),
            Math.nextDown(one),
            one,
            Math.nextUp(one),
            3,
            Root.of(large),
            large / 2,
            large / Root.of(2 * one),
            Math.nextDown(large),
            large
        };
        for (double f : sizes) {
            for (double g : sizes) {
                assertRotation(f, g);
                assertRotation(-f, g);
                assertRotation(f, -g);
                assertRotation(-f, -g);
            }
        }
    }

    /** Some of these have an r that is the last tie below the normal numbers if it is rounded to their digits first. */
    @Example
    void rIsNotRoundedTwiceBelowTheNormalNumbers() {
        double normal = Double.MIN_NORMAL / Double.MIN_VALUE;
        double root = Root.of(normal);
        for (int share = 50; share <= 100; share++) {
            assertRotation(Math.nextDown(Double.MIN_NORMAL), Double.MIN_VALUE * (root * share / 100));
        }
    }

    private static void assertEntries(double c, double s, double r, DoubleGivensRotation rotation) {
        assertEquals(new DoubleGivensRotation(c, s, r), rotation);
    }

    /** The conventions of LAPACK's lartg since 3.10: g is asked first, and the sign of a zero f does not matter. */
    @Example
    void zerosNeedNoArithmetic() {
        for (double f : new double[] {0, -0.0, 3, -3, Double.MIN_VALUE, -Double.MAX_VALUE}) {
            assertEntries(1, 0, f, DoubleGivensRotation.of(f, 0));
            assertEntries(1, 0, f, DoubleGivensRotation.of(f, -0.0));
        }
        for (double g : new double[] {3, Double.MIN_VALUE, Double.MAX_VALUE}) {
            assertEntries(0, 1, g, DoubleGivensRotation.of(0, g));
            assertEntries(0, 1, g, DoubleGivensRotation.of(-0.0, g));
            assertEntries(0, -1, g, DoubleGivensRotation.of(0, -g));
        }
    }

    @Example
    void pythagoreanTriplesAreExact() {
        double five = 5, thirteen = 13;
        assertEntries(3 / five, 4 / five, five, DoubleGivensRotation.of(3, 4));
        assertEntries(5 / thirteen, -12 / thirteen, -thirteen, DoubleGivensRotation.of(-5, 12));
    }

    @Example
    void ifRIsTooLargeItIsInfiniteAndTheRestIsRight() {
        DoubleGivensRotation usual = DoubleGivensRotation.of(1, -1);
        assertEntries(
                usual.c(),
                usual.s(),
                Double.POSITIVE_INFINITY,
                DoubleGivensRotation.of(Double.MAX_VALUE, -Double.MAX_VALUE));
        assertEntries(
                usual.c(),
                usual.s(),
                Double.NEGATIVE_INFINITY,
                DoubleGivensRotation.of(-Double.MAX_VALUE, Double.MAX_VALUE));
    }

    @Property
    void powersOfTwoScaleRAlone(@ForAll("seeds") long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int far = 3 - Math.getExponent(Math.ulp((double) 1));
        for (int i = 0; i < PAIRS; i++) {
            double f = number(random, random.nextInt(-far, far)), g = number(random, random.nextInt(-far, far));
            int scale = random.nextInt(Double.MIN_EXPONENT + far, Double.MAX_EXPONENT - far);
            DoubleGivensRotation rotation = DoubleGivensRotation.of(f, g);
            assertEntries(
                    rotation.c(),
                    rotation.s(),
                    Math.scalb(rotation.r(), scale),
                    DoubleGivensRotation.of(Math.scalb(f, scale), Math.scalb(g, scale)));
        }
    }

    @Property
    void exchangedNumbersHaveExchangedEntries(@ForAll("seeds") long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int exponent = random.nextInt(LEAST, Double.MAX_EXPONENT + 1);
        double f = Math.abs(number(random, exponent)), g = Math.abs(number(random, exponent + random.nextInt(-9, 9)));
        DoubleGivensRotation rotation = DoubleGivensRotation.of(f, g);
        assertEntries(rotation.s(), rotation.c(), rotation.r(), DoubleGivensRotation.of(g, f));
    }

    @Example
    void whatIsNotFiniteIsRefused() {
        Refusal.of(() -> DoubleGivensRotation.of(Double.NaN, 1), "f: got NaN", "finite");
        Refusal.of(() -> DoubleGivensRotation.of(Double.POSITIVE_INFINITY, 0), "f: got Infinity", "finite");
        Refusal.of(() -> DoubleGivensRotation.of(0, Double.NaN), "g: got NaN", "finite");
        Refusal.of(() -> DoubleGivensRotation.of(1, Double.NEGATIVE_INFINITY), "g: got -Infinity", "finite");
    }

    @Example
    void whatIsNoRotationIsRefused() {
        double half = 1 / Root.of((double) 2), infinite = Double.POSITIVE_INFINITY;
        assertEquals(-half, new DoubleGivensRotation(half, -half, infinite).s());
        assertNotEquals(new DoubleGivensRotation(half, half, 1), new DoubleGivensRotation(half, -half, 1));
        Refusal.of(() -> new DoubleGivensRotation(1, half, 1), "c = 1.0", "c^2 + s^2 = 1");
        Refusal.of(() -> new DoubleGivensRotation(0, 0, 1), "c^2 + s^2 = 1");
        Refusal.of(() -> new DoubleGivensRotation(1 + 8 * Math.ulp((double) 1), 0, 1), "c^2 + s^2 = 1");
        Refusal.of(() -> new DoubleGivensRotation(Double.NaN, 0, 1), "c = NaN");
        Refusal.of(() -> new DoubleGivensRotation(0, infinite, 1), "s = Infinity");
        Refusal.of(() -> new DoubleGivensRotation(1, 0, Double.NaN), "r: got NaN");
    }

    /** Whoever stores c and s of LAPACK's may make them a rotation again. */
    @Property
    void rotationsOfLapackAreRotations(@ForAll("seeds") long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < PAIRS; i++) {
            DoubleLartg lartg = DoubleLartg.multiplying(number(random, 0), number(random, random.nextInt(-9, 9)));
            assertTrue(new DoubleGivensRotation(lartg.c(), lartg.s(), lartg.r()).c() > 0);
        }
    }
}
