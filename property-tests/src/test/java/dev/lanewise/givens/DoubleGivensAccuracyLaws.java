package dev.lanewise.givens;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.givens.DoubleGivensRotation;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Precision;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Rotations are at least as accurate as those of LAPACK's {@code lartg}, before and since release 3.11: the claim of W. da Silva
 * Pereira, A. Lotfi and J. Langou, Numerical analysis of Givens rotation, arXiv 2211.04010. The seeds are fixed: what passes once
 * passes always.
 */
final class DoubleGivensAccuracyLaws {
    private static final int PAIRS = 200_000;

    private static final Precision PRECISION = Numbers.of(new double[0]).precision();

    private final GivensErrors ours = new GivensErrors(PRECISION);
    private final GivensErrors dividing = new GivensErrors(PRECISION);
    private final GivensErrors multiplying = new GivensErrors(PRECISION);

    /** A normal number times a power of two. */
    private static double number(SplittableRandom random, int spread) {
        return Math.scalb(Inputs.gaussian(random.nextLong(), new double[1])[0], random.nextInt(-spread, spread + 1));
    }

    private void compare(String name, long seed, int spread) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < PAIRS; i++) {
            double f = number(random, spread), g = number(random, spread);
            DoubleGivensRotation rotation = DoubleGivensRotation.of(f, g);
            ours.add(f, g, rotation.c(), rotation.s(), rotation.r());
            DoubleLartg since = DoubleLartg.dividing(f, g), before = DoubleLartg.multiplying(f, g);
            dividing.add(f, g, since.c(), since.s(), since.r());
            multiplying.add(f, g, before.c(), before.s(), before.r());
        }
        System.out.println("givens: double, " + name + ", mean and greatest error in u: " + ours.line("ours")
                + dividing.line(" | lartg 3.11") + multiplying.line(" | lartg 3.10"));
        for (GivensErrors lartg : new GivensErrors[] {dividing, multiplying}) {
            for (int entry = 0; entry < GivensErrors.ENTRIES.length; entry++) {
                String context = name + ", " + GivensErrors.ENTRIES[entry];
                assertTrue(ours.mean(entry) <= lartg.mean(entry), context + ": mean");
                assertTrue(ours.greatest(entry) <= lartg.greatest(entry), context + ": greatest");
            }
        }
    }

    @Test
    void directionsAtRandom() {
        compare("directions at random", 1, 0);
    }

    @Test
    void numbersOfDifferentSize() {
        compare("sizes from 2^-12 to 2^12", 2, 12);
    }

    @Test
    void theDeterminantOfManyRotationsIsNearerToOne() {
        int products = 400, factors = 1000;
        Drift own = new Drift(), since = new Drift(), before = new Drift();
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < products; i++) {
            for (int j = 0; j < factors; j++) {
                double f = number(random, 0), g = number(random, 0);
                DoubleGivensRotation rotation = DoubleGivensRotation.of(f, g);
                DoubleLartg quotients = DoubleLartg.dividing(f, g), multiples = DoubleLartg.multiplying(f, g);
                own.add(rotation.c(), rotation.s());
                since.add(quotients.c(), quotients.s());
                before.add(multiples.c(), multiples.s());
            }
            own.next();
            since.next();
            before.next();
        }
        System.out.printf(
                Locale.ROOT,
                "givens: double, |determinant - 1| of %d rotations, mean in u: ours %.3f | lartg 3.11 %.3f | lartg 3.10"
                        + " %.3f%n",
                factors,
                own.mean(PRECISION),
                since.mean(PRECISION),
                before.mean(PRECISION));
        assertTrue(own.mean(PRECISION) <= since.mean(PRECISION), "3.11");
        assertTrue(own.mean(PRECISION) <= before.mean(PRECISION), "3.10");
    }
}
