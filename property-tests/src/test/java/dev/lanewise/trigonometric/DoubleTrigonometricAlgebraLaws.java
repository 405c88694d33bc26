package dev.lanewise.trigonometric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.trigonometric.DoubleTrigonometricPlan;
import dev.lanewise.engine.trigonometric.TrigonometricKind;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Precision;
import dev.lanewise.oracle.Seeds;
import dev.lanewise.oracle.TrigonometricOracle;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What follows from the definition: linearity, norms, inverses and pairs of kinds, what NaN and infinity reach. */
final class DoubleTrigonometricAlgebraLaws implements Seeds, TrigonometricLengths {
    private static double[] through(DoubleTrigonometricPlan plan, double[] x) {
        double[] y = x.clone();
        plan.transform(y);
        return y;
    }

    /** Rounding of {@code x - 3 z}, of the combination of the results and of three transforms. */
    @Property
    void anyCombinationTransformsToTheCombinationWithinTheBound(
            @ForAll TrigonometricKind kind, @ForAll("lengths") int n, @ForAll("seeds") long seed) {
        DoubleTrigonometricPlan plan = DoubleTrigonometricPlan.of(kind, n).normalized(Normalization.ORTHO);
        double[] x = Inputs.integers(seed, 1000, new double[n]);
        double[] z = Inputs.integers(~seed, 1000, new double[n]);
        double[] combined = new double[n];
        double[] wanted = new double[n];
        double[] first = through(plan, x);
        double[] second = through(plan, z);
        for (int i = 0; i < n; i++) {
            combined[i] = x[i] - 3 * z[i];
            wanted[i] = first[i] - 3 * second[i];
        }
        var norms = Numbers.of(x).norm2() + 3 * Numbers.of(z).norm2();
        var roundings = 2 * TrigonometricCheck.bound(kind, n, Precision.DOUBLE) + 4 * Precision.DOUBLE.unitRoundoff();
        TrigonometricCheck.assertNear(
                Numbers.of(wanted),
                Numbers.of(through(plan, combined)),
                roundings * norms,
                plan.describe() + ", seed " + seed);
    }

    @Property
    void normsAreKeptUnderOrtho(@ForAll TrigonometricKind kind, @ForAll("lengths") int n, @ForAll("seeds") long seed) {
        double[] x = Inputs.uneven(seed, new double[n]);
        DoubleTrigonometricPlan plan = DoubleTrigonometricPlan.of(kind, n).normalized(Normalization.ORTHO);
        var norm = Numbers.of(x).norm2();
        var came = Numbers.of(through(plan, x)).norm2();
        var allowed =
                (TrigonometricCheck.bound(kind, n, Precision.DOUBLE) + 4 * Precision.DOUBLE.unitRoundoff()) * norm;
        assertTrue(Math.abs(came - norm) <= allowed, plan.describe() + ": norm " + norm + " became " + came);
    }

    @Example
    void theMatrixIsOrthogonalUnderOrtho() {
        for (TrigonometricKind kind : TrigonometricKind.values()) {
            for (int n : new int[] {2, 3, 4, 5, 8, 16, 17, 27, 64, 65, 66, 67, 129, 130}) {
                DoubleTrigonometricPlan plan =
                        DoubleTrigonometricPlan.of(kind, n).normalized(Normalization.ORTHO);
                double[][] columns = new double[n][n];
                for (int j = 0; j < n; j++) {
                    columns[j][j] = 1;
                    plan.transform(columns[j]);
                }
                var allowed = 3 * TrigonometricCheck.bound(kind, n, Precision.DOUBLE);
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < n; j++) {
                        var product = Numbers.of(columns[i]).dot(Numbers.of(columns[j]));
                        assertEquals(i == j ? 1 : 0, product, allowed, plan.describe() + ", columns " + i + ", " + j);
                    }
                }
            }
        }
    }

    @Property
    void theInverseLeadsBackEitherWay(
            @ForAll TrigonometricKind kind,
            @ForAll("lengths") int n,
            @ForAll("seeds") long seed,
            @ForAll Normalization normalization) {
        DoubleTrigonometricPlan plan = DoubleTrigonometricPlan.of(kind, n).normalized(normalization);
        double[] x = Inputs.uneven(seed, new double[n]);
        var growth = 4
                        * (TrigonometricCheck.bound(kind, n, Precision.DOUBLE)
                                + TrigonometricCheck.bound(kind.inverse(), n, Precision.DOUBLE))
                + 4 * Precision.DOUBLE.unitRoundoff();
        var allowed = growth * Numbers.of(x).norm2();
        TrigonometricCheck.assertNear(
                Numbers.of(x),
                Numbers.of(through(plan.inverse(), through(plan, x))),
                allowed,
                plan.describe() + ", seed " + seed);
        TrigonometricCheck.assertNear(
                Numbers.of(x),
                Numbers.of(through(plan, through(plan.inverse(), x))),
                allowed,
                plan.describe() + ", inverse first");
    }

    @Property(tries = 300)
    void theInverseIsTheInverseKindWithTheOtherFactorToTheLastBit(
            @ForAll TrigonometricKind kind,
            @ForAll("lengths") int n,
            @ForAll("seeds") long seed,
            @ForAll Normalization normalization) {
        double[] x = Inputs.uneven(seed, new double[n]);
        DoubleTrigonometricPlan plan = DoubleTrigonometricPlan.of(kind, n).normalized(normalization);
        DoubleTrigonometricPlan other =
                DoubleTrigonometricPlan.of(kind.inverse(), n).normalized(normalization.inverse());
        assertSame(kind, plan.inverse().kind());
        assertEquals("inverse " + plan.describe(), plan.inverse().describe());
        assertEquals(plan.describe(), plan.inverse().inverse().describe());
        Bits.assertSame(through(other, x), through(plan.inverse(), x), plan.describe());
        Bits.assertSame(through(plan, x), through(plan.inverse().inverse(), x), plan.describe());
        DoubleTrigonometricPlan settled =
                DoubleTrigonometricPlan.of(kind, n).inverse().normalized(normalization);
        Bits.assertSame(through(plan.inverse(), x), through(settled, x), settled.describe());
    }

    @Property(tries = 300)
    void powersOfTwoPassThroughToTheLastBit(
            @ForAll TrigonometricKind kind, @ForAll("lengths") int n, @ForAll("seeds") long seed) {
        double[] x = Inputs.gaussian(seed, new double[n]);
        double[] larger = x.clone();
        DoubleTrigonometricPlan plan = DoubleTrigonometricPlan.of(kind, n);
        double[] wanted = through(plan, x);
        for (int i = 0; i < n; i++) {
            larger[i] *= 32;
            wanted[i] *= 32;
        }
        Bits.assertSame(wanted, through(plan, larger), plan.describe());
    }

    /** {@code DST2(x)_k = DCT2((-1)^j x_j)_(n-1-k)}, and types III and IV in the same way. */
    @Property
    void sinesAreCosinesOfReversedOrAlternatingVectors(
            @ForAll("lengths") int n, @ForAll("seeds") long seed, @ForAll Normalization normalization) {
        double[] x = Inputs.uneven(seed, new double[n]);
        double[] reversed = new double[n];
        double[] alternating = new double[n];
        for (int j = 0; j < n; j++) {
            reversed[j] = x[n - 1 - j];
            alternating[j] = j % 2 == 0 ? x[j] : -x[j];
        }
        assertSines(TrigonometricKind.DST2, TrigonometricKind.DCT2, x, alternating, true, normalization);
        assertSines(TrigonometricKind.DST3, TrigonometricKind.DCT3, x, reversed, false, normalization);
        assertSines(TrigonometricKind.DST4, TrigonometricKind.DCT4, x, reversed, false, normalization);
    }

    private static void assertSines(
            TrigonometricKind sine,
            TrigonometricKind cosine,
            double[] x,
            double[] forCosines,
            boolean backwards,
            Normalization normalization) {
        int n = x.length;
        double[] y = through(DoubleTrigonometricPlan.of(sine, n).normalized(normalization), x);
        double[] cosines = through(DoubleTrigonometricPlan.of(cosine, n).normalized(normalization), forCosines);
        double[] wanted = new double[n];
        for (int k = 0; k < n; k++) {
            wanted[k] = backwards ? cosines[n - 1 - k] : k % 2 == 0 ? cosines[k] : -cosines[k];
        }
        var scale = normalization.doubleFactor(2 * n) * Math.sqrt(2 * n);
        TrigonometricCheck.assertNear(
                Numbers.of(wanted),
                Numbers.of(y),
                3
                        * TrigonometricCheck.bound(sine, n, Precision.DOUBLE)
                        * scale
                        * Numbers.of(x).norm2(),
                sine + " " + n);
    }

    /** Where the definition has a factor that is not zero. */
    @Property
    void oneNaNOrInfinityReachesEveryCoefficientThatItCounts(
            @ForAll TrigonometricKind kind, @ForAll("lengths") int n, @ForAll("seeds") long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = Inputs.gaussian(seed, new double[n]);
        int place = random.nextInt(n);
        boolean isNaN = random.nextBoolean();
        x[place] = isNaN ? Double.NaN : Double.NEGATIVE_INFINITY;
        double[] y = through(DoubleTrigonometricPlan.of(kind, n), x);
        TrigonometricOracle oracle = TrigonometricOracle.of(kind, n);
        for (int k = 0; k < n; k++) {
            boolean reached = isNaN ? Double.isNaN(y[k]) : !Double.isFinite(y[k]);
            assertTrue(
                    reached || !oracle.counts(k, place),
                    kind + " " + n + ": element " + place + ", coefficient " + k + " is " + y[k]);
        }
    }
}
