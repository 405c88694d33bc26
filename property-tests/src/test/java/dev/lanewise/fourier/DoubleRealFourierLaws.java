package dev.lanewise.fourier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.fourier.DoubleFourierPlan;
import dev.lanewise.engine.fourier.DoubleRealFourierPlan;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.ComplexNumbers;
import dev.lanewise.oracle.FourierBounds;
import dev.lanewise.oracle.FourierOracle;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Precision;
import dev.lanewise.oracle.RealFourierBounds;
import dev.lanewise.oracle.Seeds;
import dev.lanewise.oracle.Twofold;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** The real transform is that of the definition, of the complex plan within the bounds of both, and its inverse leads back. */
final class DoubleRealFourierLaws implements Seeds, FourierLengths {
    private static final List<Integer> LONG =
            List.of(1009, 5040, 6561, 15_015, 16_384, 44_100, 65_537, 90_090, 117_649, 1 << 18);

    private static DoubleRealFourierPlan plan(int n, Normalization normalization) {
        return DoubleRealFourierPlan.of(n).normalized(normalization);
    }

    private static ComplexNumbers complex(double[] x) {
        return ComplexNumbers.of(x, new double[x.length]);
    }

    @Example
    void lengthsUpTo256AreAsAccurateAsIsAskedFor() {
        for (int n = 1; n <= 256; n++) {
            assertAccurate(n);
        }
    }

    @Example
    @Tag("long")
    void allLengthsUpTo1024AreAsAccurateAsIsAskedFor() {
        for (int n = 257; n <= 1024; n++) {
            assertAccurate(n);
        }
    }

    @Example
    void longLengthsAreAsAccurateAsIsAskedFor() {
        assertAccurate(LONG);
    }

    @Example
    @Tag("long")
    void theLongestAreAsAccurateAsIsAskedFor() {
        assertAccurate(FourierLengths.LONGEST);
    }

    /** The error of one short vector is a matter of luck: of those there are several, and it is their mean that is told. */
    private static void assertAccurate(int n) {
        FourierOracle oracle = FourierOracle.of(n);
        int vectors = Math.ceilDiv(800, n);
        var squares = new Twofold();
        for (int seed = 0; seed < vectors; seed++) {
            double[] x = Inputs.gaussian(1000 * seed + n, new double[n]);
            DoubleSpectrum y = DoubleSpectrum.of(DoubleRealFourierPlan.of(n), x);
            var error = oracle.relativeError(complex(x), y.all());
            squares.addProduct(error, error);
        }
        var error = Math.sqrt(squares.value() / vectors);
        var bound = FourierBounds.gaussian(n, Precision.DOUBLE);
        assertTrue(error <= bound, "n = " + n + ": " + error + " > " + bound);
    }

    /** In some of the coefficients. */
    private static void assertAccurate(List<Integer> lengths) {
        for (int n : lengths) {
            double[] x = Inputs.gaussian(n, new double[n]);
            DoubleSpectrum y = DoubleSpectrum.of(DoubleRealFourierPlan.of(n), x);
            var error = FourierOracle.of(n).relativeError(complex(x), y.all(), 60, n);
            var bound = FourierBounds.gaussian(n, Precision.DOUBLE);
            assertTrue(error <= bound, "n = " + n + ": " + error + " > " + bound);
        }
    }

    @Property
    void itIsTheComplexTransformWithinTheBounds(
            @ForAll("lengths") int n, @ForAll("seeds") long seed, @ForAll Normalization normalization) {
        double[] x = Inputs.uneven(seed, new double[n]);
        DoubleSignal signal = new DoubleSignal(x, new double[n]);
        DoubleSpectrum y = DoubleSpectrum.of(plan(n, normalization), x);
        RealFourierCheck.assertNear(
                Numbers.of(x),
                signal.through(DoubleFourierPlan.of(n).normalized(normalization))
                        .numbers(),
                y.all(),
                normalization,
                "n = " + n + ", seed " + seed);
        assertEquals(0.0, y.im()[0], "imaginary part of coefficient 0");
        assertTrue(n % 2 == 1 || y.im()[n / 2] == 0, "imaginary part of coefficient n/2");
    }

    @Property
    void theInverseLeadsBack(
            @ForAll("lengths") int n, @ForAll("seeds") long seed, @ForAll Normalization normalization) {
        double[] x = Inputs.uneven(seed, new double[n]);
        DoubleRealFourierPlan plan = plan(n, normalization);
        DoubleSpectrum y = DoubleSpectrum.of(plan, x);
        DoubleSpectrum kept = new DoubleSpectrum(n, y.re().clone(), y.im().clone());
        Numbers came = Numbers.of(y.back(plan));
        DoubleSpectrum.assertSame(kept, y, "the input of the inverse, n = " + n);
        var norm = Numbers.of(x).norm2();
        RealFourierCheck.assertNear(Numbers.of(x), came, norm, 6, plan.describe() + ", seed " + seed);
    }

    /** Coefficients of any kind, those of a real vector or not, are taken for those of one. */
    @Property
    void theInverseIsTheComplexInverseOfTheContinuedSpectrumAndTakesImaginaryPartsForZeroThatMustBe(
            @ForAll("lengths") int n, @ForAll("seeds") long seed, @ForAll Normalization normalization) {
        DoubleSpectrum y = new DoubleSpectrum(
                n, Inputs.uneven(seed, new double[n / 2 + 1]), Inputs.uneven(~seed, new double[n / 2 + 1]));
        double[] came = y.back(plan(n, normalization));
        y.im()[0] = Double.NaN;
        if (n % 2 == 0) {
            y.im()[n / 2] = Double.POSITIVE_INFINITY;
        }
        Bits.assertSame(came, y.back(plan(n, normalization)), "n = " + n + ", with other imaginary parts");
        y.im()[0] = 0;
        if (n % 2 == 0) {
            y.im()[n / 2] = 0;
        }
        DoubleSignal all = DoubleSignal.of(y.all());
        DoubleSignal back =
                all.through(DoubleFourierPlan.of(n).normalized(normalization).inverse());
        var scale = normalization.inverse().doubleFactor(n) * Math.sqrt(n);
        var norm = all.numbers().norm2() * scale;
        // The complex transform has other radices and may be a convolution where the real one is none.
        var more = 2 + FourierBounds.roundings(n);
        RealFourierCheck.assertNear(Numbers.of(back.re()), Numbers.of(came), norm, more, "n = " + n);
    }

    @Property
    void anyCombinationTransformsToTheCombinationWithinTheBound(@ForAll("lengths") int n, @ForAll("seeds") long seed) {
        DoubleRealFourierPlan plan = plan(n, Normalization.ORTHO);
        double[] x = Inputs.integers(seed, 1000, new double[n]);
        double[] z = Inputs.integers(~seed, 1000, new double[n]);
        double[] combined = new double[n];
        for (int i = 0; i < n; i++) {
            combined[i] = x[i] - 3 * z[i];
        }
        ComplexNumbers first = DoubleSpectrum.of(plan, x).all();
        ComplexNumbers second = DoubleSpectrum.of(plan, z).all();
        ComplexNumbers came = DoubleSpectrum.of(plan, combined).all();
        ComplexNumbers wanted = first.minus(3, second);
        var norm = Numbers.of(x).norm2() + 3 * Numbers.of(z).norm2();
        String context = plan.describe() + ", seed " + seed;
        RealFourierCheck.assertNear(wanted.re(), came.re(), norm, 4, context);
        RealFourierCheck.assertNear(wanted.im(), came.im(), norm, 4, context);
    }

    @Property
    void normsAreKeptUnderOrtho(@ForAll("lengths") int n, @ForAll("seeds") long seed) {
        double[] x = Inputs.uneven(seed, new double[n]);
        var norm = Numbers.of(x).norm2();
        var came = DoubleSpectrum.of(plan(n, Normalization.ORTHO), x).all().norm2();
        var allowed = RealFourierBounds.vector(n, Normalization.ORTHO, Precision.DOUBLE)
                + 4 * Precision.DOUBLE.unitRoundoff();
        assertTrue(Math.abs(came - norm) <= allowed * norm, "n = " + n + ": norm " + norm + " became " + came);
    }

    @Property(tries = 300)
    void powersOfTwoPassThroughToTheLastBit(
            @ForAll("lengths") int n, @ForAll("seeds") long seed, @ForAll Normalization normalization) {
        double[] x = Inputs.gaussian(seed, new double[n]);
        DoubleSpectrum wanted = DoubleSpectrum.of(plan(n, normalization), x);
        for (double[] part : new double[][] {x, wanted.re(), wanted.im()}) {
            for (int i = 0; i < part.length; i++) {
                part[i] *= 64;
            }
        }
        DoubleSpectrum.assertSame(wanted, DoubleSpectrum.of(plan(n, normalization), x), "n = " + n);
    }

    @Property
    void oneNaNOrInfinityReachesEveryCoefficient(@ForAll("lengths") int n, @ForAll("seeds") long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = Inputs.gaussian(seed, new double[n]);
        boolean isNaN = random.nextBoolean();
        x[random.nextInt(n)] = isNaN ? Double.NaN : Double.POSITIVE_INFINITY;
        DoubleSpectrum y = DoubleSpectrum.of(plan(n, Normalization.ORTHO), x);
        for (int k = 0; k <= n / 2; k++) {
            double re = y.re()[k];
            double im = y.im()[k];
            boolean reached =
                    isNaN ? Double.isNaN(re) || Double.isNaN(im) : !Double.isFinite(re) || !Double.isFinite(im);
            assertTrue(reached, "n = " + n + ", coefficient " + k + " is " + re + " + " + im + " i");
        }
    }
}
