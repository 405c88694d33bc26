package dev.lanewise.rotation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.HadamardRotation;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Seeds;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** An identity is all that there is to a rotation, in either precision. */
final class RotationIdentityLaws implements Seeds {
    @Property
    void anyIdentityPrintsAndParses(
            @ForAll @IntRange(min = 1, max = 1 << 30) int d,
            @ForAll @IntRange(min = 1, max = 3) int blocks,
            @ForAll long seed) {
        HadamardRotation rotation = HadamardRotation.of(d, blocks, seed);
        String identity = "hadamard-rotation-v1:" + d + ":" + blocks + ":" + seed;
        assertEquals(identity, rotation.identity());
        assertEquals(rotation, HadamardRotation.parse(identity), identity);
        assertEquals(rotation.hashCode(), HadamardRotation.parse(identity).hashCode(), identity);
    }

    @Property(tries = 100)
    void theSameIdentityGivesTheSameBits(
            @ForAll @IntRange(min = 1, max = 2000) int d,
            @ForAll @IntRange(min = 1, max = 3) int blocks,
            @ForAll("seeds") long seed) {
        HadamardRotation rotation = HadamardRotation.of(d, blocks, seed);
        HadamardRotation parsed = HadamardRotation.parse(rotation.identity());
        double[] x = Inputs.uneven(seed, new double[d]);
        Bits.assertSame(rotation.apply(x), parsed.apply(x), rotation.identity());
        float[] narrow = Inputs.narrow(x);
        Bits.assertSame(rotation.apply(narrow), parsed.apply(narrow), rotation.identity() + " in float");
    }

    /** Inputs are integers that both precisions hold. */
    @Property(tries = 100)
    void floatIsAsCloseToDoubleAsRoundingAllows(
            @ForAll @IntRange(min = 1, max = 10_007) int d,
            @ForAll @IntRange(min = 1, max = 3) int blocks,
            @ForAll("seeds") long seed) {
        HadamardRotation rotation = HadamardRotation.of(d, blocks, seed);
        double[] x = Inputs.integers(seed, 1000, new double[d]);
        float[] narrow = Inputs.narrow(x);
        Numbers ofDouble = Numbers.of(rotation.apply(x));
        Numbers ofFloat = Numbers.of(rotation.apply(narrow));
        RotationCheck.assertClose(rotation, Numbers.of(x), ofDouble, ofFloat);
        Numbers back = Numbers.of(rotation.applyTransposed(x));
        Numbers backInFloat = Numbers.of(rotation.applyTransposed(narrow));
        RotationCheck.assertClose(rotation, Numbers.of(x), back, backInFloat);
    }
}
