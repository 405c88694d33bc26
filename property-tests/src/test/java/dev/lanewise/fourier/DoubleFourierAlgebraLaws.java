package dev.lanewise.fourier;

import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.fourier.DoubleFourierPlan;
import dev.lanewise.oracle.ComplexNumbers;
import dev.lanewise.oracle.Precision;
import dev.lanewise.oracle.Seeds;
import dev.lanewise.oracle.UnitRoots;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What follows from the definition: linearity, norms, shifts and waves, conjugates, convolutions, inverses. */
final class DoubleFourierAlgebraLaws implements Seeds, FourierLengths {
    private static String context(int n, long seed, Object... more) {
        return "n = " + n + ", seed " + seed + " " + Arrays.toString(more);
    }

    private static DoubleFourierPlan plan(int n, boolean inverse, Normalization normalization) {
        DoubleFourierPlan plan = DoubleFourierPlan.of(n).normalized(normalization);
        return inverse ? plan.inverse() : plan;
    }

    /** The normalisation whose forward factor a plan has. */
    private static Normalization factor(boolean inverse, Normalization normalization) {
        return inverse ? normalization.inverse() : normalization;
    }

    @Property
    void anyCombinationTransformsToTheCombinationWithinTheBound(
            @ForAll("lengths") int n,
            @ForAll("seeds") long seed,
            @ForAll boolean inverse,
            @ForAll Normalization normalization) {
        DoubleSignal x = DoubleSignal.uneven(seed, n);
        DoubleSignal z = DoubleSignal.uneven(seed + 1, n);
        DoubleSignal combined = DoubleSignal.of(x.numbers().minus(3, z.numbers()));
        DoubleFourierPlan plan = plan(n, inverse, normalization);
        FourierCheck.assertLinear(
                factor(inverse, normalization),
                x.numbers(),
                z.numbers(),
                x.through(plan).numbers(),
                z.through(plan).numbers(),
                combined.through(plan).numbers(),
                context(n, seed, inverse, normalization));
    }

    @Property
    void powersOfTwoPassThroughToTheLastBit(
            @ForAll("lengths") int n,
            @ForAll("seeds") long seed,
            @ForAll boolean inverse,
            @ForAll Normalization normalization,
            @ForAll @IntRange(min = -8, max = 8) int exponent) {
        DoubleSignal x = DoubleSignal.gaussian(seed, n);
        DoubleFourierPlan plan = plan(n, inverse, normalization);
        DoubleSignal y = x.through(plan);
        for (double[] part : new double[][] {x.re(), x.im(), y.re(), y.im()}) {
            for (int i = 0; i < n; i++) {
                part[i] = Math.scalb(part[i], exponent);
            }
        }
        DoubleSignal.assertSame(y, x.through(plan), context(n, seed, inverse, normalization, "2^" + exponent));
    }

    @Property
    void normsGrowByTheSquareRootOfTheLength(
            @ForAll("lengths") int n,
            @ForAll("seeds") long seed,
            @ForAll boolean inverse,
            @ForAll Normalization normalization) {
        DoubleSignal x = DoubleSignal.uneven(seed, n);
        FourierCheck.assertParseval(
                factor(inverse, normalization),
                x.numbers(),
                x.through(plan(n, inverse, normalization)).numbers(),
                context(n, seed, inverse, normalization));
    }

    /** {@code x_(j+d)} transforms to {@code X_k exp(+-2 pi i k d / n)}. */
    @Property
    void shiftedVectorsTransformToTheTransformTimesAWave(
            @ForAll("lengths") int n,
            @ForAll("seeds") long seed,
            @ForAll boolean inverse,
            @ForAll @IntRange(max = 1200) int shift) {
        DoubleFourierPlan plan = plan(n, inverse, Normalization.ORTHO);
        DoubleSignal x = DoubleSignal.uneven(seed, n);
        DoubleSignal shifted = DoubleSignal.of(x.numbers().shifted(shift));
        ComplexNumbers wave = UnitRoots.wave(n, inverse ? -shift : shift, Precision.DOUBLE);
        FourierCheck.assertSameTransform(
                Normalization.ORTHO,
                x.numbers(),
                x.through(plan).numbers().times(wave),
                shifted.through(plan).numbers(),
                0,
                context(n, seed, inverse, shift));
    }

    /** {@code x_j exp(2 pi i j d / n)} transforms to {@code X_(k-+d)}; the product is rounded four times at most. */
    @Property
    void vectorsTimesAWaveTransformToTheShiftedTransform(
            @ForAll("lengths") int n,
            @ForAll("seeds") long seed,
            @ForAll boolean inverse,
            @ForAll @IntRange(max = 1200) int shift) {
        DoubleFourierPlan plan = plan(n, inverse, Normalization.ORTHO);
        DoubleSignal x = DoubleSignal.uneven(seed, n);
        ComplexNumbers wave = UnitRoots.wave(n, shift, Precision.DOUBLE);
        DoubleSignal modulated = DoubleSignal.of(x.numbers().times(wave));
        FourierCheck.assertSameTransform(
                Normalization.ORTHO,
                x.numbers(),
                x.through(plan).numbers().shifted(inverse ? shift : -shift),
                modulated.through(plan).numbers(),
                4,
                context(n, seed, inverse, shift));
    }

    @Property
    void realVectorsHaveConjugateSymmetricTransforms(
            @ForAll("lengths") int n,
            @ForAll("seeds") long seed,
            @ForAll boolean inverse,
            @ForAll Normalization normalization) {
        DoubleSignal x = new DoubleSignal(DoubleSignal.uneven(seed, n).re(), new double[n]);
        ComplexNumbers y = x.through(plan(n, inverse, normalization)).numbers();
        FourierCheck.assertSameTransform(
                factor(inverse, normalization),
                x.numbers(),
                y.reversed().conjugated(),
                y,
                0,
                context(n, seed, inverse, normalization));
    }

    @Property(tries = 100)
    void productsOfTransformsAreTransformsOfConvolutions(@ForAll("lengths") int n, @ForAll("seeds") long seed) {
        DoubleSignal x = DoubleSignal.integers(seed, 9, n);
        DoubleSignal z = DoubleSignal.integers(seed + 1, 9, n);
        DoubleFourierPlan plan = DoubleFourierPlan.of(n);
        ComplexNumbers product = x.through(plan).numbers().times(z.through(plan).numbers());
        DoubleSignal back = DoubleSignal.of(product).through(plan.inverse());
        FourierCheck.assertConvolved(x.numbers(), z.numbers(), back.numbers(), context(n, seed));
    }

    @Property
    void theInverseLeadsBackEitherWay(
            @ForAll("lengths") int n, @ForAll("seeds") long seed, @ForAll Normalization normalization) {
        DoubleFourierPlan plan = DoubleFourierPlan.of(n).normalized(normalization);
        DoubleSignal x = DoubleSignal.uneven(seed, n);
        FourierCheck.assertLedBack(
                normalization,
                x.numbers(),
                x.through(plan).through(plan.inverse()).numbers(),
                context(n, seed, normalization, "forward first"));
        FourierCheck.assertLedBack(
                normalization,
                x.numbers(),
                x.through(plan.inverse()).through(plan).numbers(),
                context(n, seed, normalization, "inverse first"));
    }

    @Property
    void theInverseIsTheConjugateOfTheTransformOfTheConjugate(
            @ForAll("lengths") int n, @ForAll("seeds") long seed, @ForAll Normalization normalization) {
        DoubleSignal x = DoubleSignal.uneven(seed, n);
        DoubleSignal conjugated = DoubleSignal.of(x.numbers().conjugated());
        FourierCheck.assertSameTransform(
                normalization,
                x.numbers(),
                conjugated.through(plan(n, false, normalization)).numbers().conjugated(),
                x.through(plan(n, true, normalization.inverse())).numbers(),
                0,
                context(n, seed, normalization));
    }

    /** With real and imaginary parts exchanged before and after, forward is inverse: that is how it runs. */
    @Property
    void theInverseIsTheTransformWithPartsExchangedToTheLastBit(
            @ForAll("lengths") int n, @ForAll("seeds") long seed, @ForAll Normalization normalization) {
        DoubleSignal x = DoubleSignal.uneven(seed, n);
        DoubleSignal exchanged = new DoubleSignal(x.im(), x.re()).through(plan(n, false, normalization));
        DoubleSignal wanted = new DoubleSignal(exchanged.im(), exchanged.re());
        DoubleSignal came = x.through(plan(n, true, normalization.inverse()));
        DoubleSignal.assertSame(wanted, came, context(n, seed, normalization));
    }

    @Property
    void theFactorIsOneProductAfterTheSumsToTheLastBit(
            @ForAll("lengths") int n,
            @ForAll("seeds") long seed,
            @ForAll boolean inverse,
            @ForAll Normalization normalization) {
        DoubleSignal x = DoubleSignal.uneven(seed, n);
        Normalization without = inverse ? Normalization.FORWARD : Normalization.BACKWARD;
        DoubleSignal wanted = x.through(plan(n, inverse, without));
        double factor = factor(inverse, normalization).doubleFactor(n);
        for (int i = 0; i < n; i++) {
            wanted.re()[i] *= factor;
            wanted.im()[i] *= factor;
        }
        DoubleSignal came = x.through(plan(n, inverse, normalization));
        DoubleSignal.assertSame(wanted, came, context(n, seed, inverse, normalization));
    }

    @Property(tries = 50)
    void theInverseOfTheInverseIsThePlanAndTheOrderOfItsSettingsIsAllTheSame(
            @ForAll("lengths") int n, @ForAll("seeds") long seed, @ForAll Normalization normalization) {
        DoubleSignal x = DoubleSignal.uneven(seed, n);
        DoubleFourierPlan plan = DoubleFourierPlan.of(n).normalized(normalization);
        DoubleFourierPlan inverse = plan.inverse();
        DoubleFourierPlan settled = DoubleFourierPlan.of(n).inverse().normalized(normalization);
        String context = context(n, seed, normalization);
        DoubleSignal.assertSame(x.through(plan), x.through(inverse.inverse()), context);
        DoubleSignal.assertSame(x.through(inverse), x.through(settled), context);
    }
}
