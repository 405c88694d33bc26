package dev.lanewise.fourier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.fourier.DoubleFourierPlan;
import dev.lanewise.oracle.FourierOracle;
import dev.lanewise.oracle.Precision;
import dev.lanewise.oracle.Seeds;
import dev.lanewise.oracle.UnitRoots;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The transform is the matrix of the definition times the vector. */
final class DoubleFourierDefinitionLaws implements Seeds, FourierLengths {
    private static DoubleFourierPlan plan(int n, boolean inverse, Normalization normalization) {
        DoubleFourierPlan plan = DoubleFourierPlan.of(n).normalized(normalization);
        return inverse ? plan.inverse() : plan;
    }

    @Property(tries = 300)
    void anyInputOfAnyLengthAgreesInEitherDirectionUnderEveryNormalization(
            @ForAll("lengths") int n,
            @ForAll("seeds") long seed,
            @ForAll boolean inverse,
            @ForAll Normalization normalization) {
        DoubleSignal x = DoubleSignal.uneven(seed, n);
        DoubleSignal y = x.through(plan(n, inverse, normalization));
        FourierOracle.of(n)
                .of(inverse, normalization)
                .assertTransform(x.numbers(), y.numbers(), "uneven input, seed " + seed);
    }

    @Example
    void longLengthsAgreeInSampledCoefficients() {
        for (int n : FourierLengths.LONG) {
            FourierOracle oracle = FourierOracle.of(n);
            DoubleSignal uneven = DoubleSignal.uneven(n, n);
            for (Normalization normalization : Normalization.values()) {
                for (boolean inverse : new boolean[] {false, true}) {
                    DoubleSignal y = uneven.through(plan(n, inverse, normalization));
                    long seed = 2L * normalization.ordinal() + (inverse ? 1 : 0);
                    oracle.of(inverse, normalization)
                            .assertSampled(uneven.numbers(), y.numbers(), 2, seed, "uneven input");
                }
            }
        }
    }

    @Example
    void unitVectorsBecomeTheColumnsOfTheMatrix() {
        for (int n : FourierLengths.spreadUpTo(250)) {
            DoubleFourierPlan plan = DoubleFourierPlan.of(n);
            for (int j : new int[] {0, 1 % n, n / 3, n / 2, n - 1}) {
                DoubleSignal unit = DoubleSignal.unit(n, j);
                FourierCheck.assertSameTransform(
                        Normalization.BACKWARD,
                        unit.numbers(),
                        UnitRoots.wave(n, -j, Precision.DOUBLE),
                        unit.through(plan).numbers(),
                        0,
                        "n = " + n + ", column " + j);
            }
        }
    }

    /** A wave that fits the length so many times is one coefficient: the definition of frequency, and of its sign. */
    @Example
    void wavesBecomeOneCoefficient() {
        for (int n : FourierLengths.spreadUpTo(250)) {
            for (int k : new int[] {0, 1 % n, n / 3, n / 2, n - 1}) {
                DoubleSignal wave = DoubleSignal.of(UnitRoots.wave(n, k, Precision.DOUBLE));
                DoubleSignal wanted = DoubleSignal.zeros(n);
                wanted.re()[k] = n;
                FourierCheck.assertSameTransform(
                        Normalization.BACKWARD,
                        wave.numbers(),
                        wanted.numbers(),
                        wave.through(DoubleFourierPlan.of(n)).numbers(),
                        1,
                        "n = " + n + ", wave " + k);
            }
        }
    }

    /** Their roots of unity are 1, -1, i and -i: nothing is rounded. */
    @Example
    void lengthsOneTwoAndFourAreExactOnIntegers() {
        DoubleSignal x = DoubleSignal.integers(3, 1000, 4);
        double[] a = x.re();
        double[] b = x.im();
        for (int n : new int[] {1, 2, 4}) {
            DoubleSignal part = DoubleSignal.zeros(n);
            System.arraycopy(a, 0, part.re(), 0, n);
            System.arraycopy(b, 0, part.im(), 0, n);
            DoubleSignal y = part.through(DoubleFourierPlan.of(n));
            DoubleSignal z = part.through(
                    DoubleFourierPlan.of(n).normalized(Normalization.FORWARD).inverse());
            for (int k = 0; k < n; k++) {
                double re = 0, im = 0, backRe = 0, backIm = 0;
                for (int j = 0; j < n; j++) {
                    int quarters = 4 / n * j * k % 4;
                    double cosine = quarters == 0 ? 1 : quarters == 2 ? -1 : 0;
                    double sine = quarters == 1 ? 1 : quarters == 3 ? -1 : 0;
                    re += a[j] * cosine + b[j] * sine;
                    im += b[j] * cosine - a[j] * sine;
                    backRe += a[j] * cosine - b[j] * sine;
                    backIm += b[j] * cosine + a[j] * sine;
                }
                String context = "n = " + n + ", coefficient " + k;
                assertEquals(re, y.re()[k] + 0, context);
                assertEquals(im, y.im()[k] + 0, context);
                assertEquals(backRe, z.re()[k] + 0, context + " of the inverse");
                assertEquals(backIm, z.im()[k] + 0, context + " of the inverse");
            }
        }
    }

    @Example
    void oneElementIsItsOwnTransform() {
        for (Normalization normalization : Normalization.values()) {
            for (boolean inverse : new boolean[] {false, true}) {
                DoubleSignal x = DoubleSignal.gaussian(1, 1);
                DoubleSignal.assertSame(x, x.through(plan(1, inverse, normalization)), normalization.toString());
            }
        }
    }
}
