package dev.lanewise.rotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.lanewise.HadamardRotation;
import dev.lanewise.conformance.Digest;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RotationIdentityTest {
    private static final String PREFIX = "hadamard-rotation-v1:";

    /** Multiples of 1/8 from -6.25 to 6.25, the same in float and double. */
    private static double[] input(int d) {
        double[] x = new double[d];
        for (int i = 0; i < d; i++) {
            x[i] = (i * 37 % 101 - 50) / 8.0;
        }
        return x;
    }

    /**
     * 'The same identity gives the same rotation for ever': digests of one rotated vector, by {@link Digest#of}, as the
     * first release computed them. Whoever has to change one breaks every index that was stored with that identity, and
     * needs a new version in it. The same vectors are compared with the definition, so that these are right bits.
     */
    @ParameterizedTest
    @CsvSource({
        // identity, digest in double, digest in float
        "1:2:0, d6a1f21214bfc0b2, 4d3d4ca9037a8c91",
        "3:1:7, d5b4f54bded478b0, 9e439674894ce593",
        "11:3:-1, 49fd027def51d3ab, c4f7798e9e3cb2fb",
        "16:2:42, c7142da7d5677ab3, 69a5b5a6d03dd6f1",
        "64:1:0, bb5d0d11e0f4e3e1, 05b69a6d8f7ce0b4",
        "100:2:20261120, b291dceec2d6809f, efb9b40b0b7aac3d",
        "384:3:1, d6acba0351a235db, 56a8ad500e1144fc",
        "640:2:-9223372036854775808, 5001bea6f317753a, 7a4b5d55ca94edeb",
        "768:2:9223372036854775807, 5fc36275c751ac94, aa6406ac0b79bb91",
        "896:2:3, f3b04f954d855642, 3a5084fd40f12210",
        "1000:2:5, 3228a2615ebf5671, 9e5e591b77a667d3",
        "4096:2:6, dca7eea9e600eb29, 85942539ff195b21",
        "10007:3:8, feb878d6f54f0259, 243ac957c58e7923",
        "65536:2:9, 7b825d43122b4207, f777bcbb7a9d3456"
    })
    void anIdentityGivesTheSameBitsForEver(String identity, String ofDouble, String ofFloat) {
        HadamardRotation rotation = HadamardRotation.parse(PREFIX + identity);
        double[] x = input(rotation.dimension());
        double[] y = rotation.apply(x);
        float[] narrow = rotation.apply(Inputs.narrow(x));
        assertEquals(ofDouble + ", " + ofFloat, Digest.of(y) + ", " + Digest.of(narrow), identity);
        RotationCheck.assertDefined(rotation, Numbers.of(x), Numbers.of(y));
        RotationCheck.assertDefined(rotation, Numbers.of(Inputs.narrow(x)), Numbers.of(narrow));
    }

    @Test
    void anIdentityPrintsAndParses() {
        for (int d : new int[] {1, 3, 768, 1 << 30}) {
            for (int blocks = 1; blocks <= 3; blocks++) {
                for (long seed : new long[] {0, -1, 42, Long.MAX_VALUE, Long.MIN_VALUE}) {
                    HadamardRotation rotation = HadamardRotation.of(d, blocks, seed);
                    assertEquals(PREFIX + d + ":" + blocks + ":" + seed, rotation.identity());
                    assertEquals(rotation.identity(), rotation.toString());
                    HadamardRotation parsed = HadamardRotation.parse(rotation.identity());
                    assertEquals(rotation, parsed);
                    assertEquals(rotation.hashCode(), parsed.hashCode());
                    assertEquals(d, parsed.dimension());
                    assertEquals(blocks, parsed.blocks());
                    assertEquals(seed, parsed.seed());
                }
            }
        }
        assertEquals(2, HadamardRotation.of(768, 1).blocks());
        assertNotEquals(HadamardRotation.of(768, 1), HadamardRotation.of(768, 2));
        assertNotEquals(HadamardRotation.of(768, 1), (Object) "hadamard-rotation-v1:768:2:1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "768",
                "hadamard-rotation-v1",
                "hadamard-rotation-v1:",
                "hadamard-rotation-v1:768:2",
                "hadamard-rotation-v1:768:2:",
                "hadamard-rotation-v1:768:2:1:",
                "hadamard-rotation-v1:768:2:1 ",
                " hadamard-rotation-v1:768:2:1",
                "hadamard-rotation-v1:768:2:1\n",
                "hadamard-rotation-v1:768:2:1.0",
                "hadamard-rotation-v1:768:2:1e3",
                "hadamard-rotation-v1:768:2:+1",
                "hadamard-rotation-v1:768:2:--1",
                "hadamard-rotation-v1:768:2:0x1",
                "hadamard-rotation-v1:768:2:-0",
                "hadamard-rotation-v1:768:2:01",
                "hadamard-rotation-v1:0768:2:1",
                "hadamard-rotation-v1:-768:2:1",
                "hadamard-rotation-v1:768:-2:1",
                "hadamard-rotation-v1:768:02:1",
                "hadamard-rotation-v1:768:20:1",
                "hadamard-rotation-v1:768:two:1",
                "hadamard-rotation-v1:7 68:2:1",
                "hadamard-rotation-v1:768;2;1",
                "hadamard-rotation-v1:\u0667:2:1",
                "hadamard-rotation-v1:9999999999:2:1",
                "hadamard-rotation-v1:99999999999:2:1",
                "hadamard-rotation-v1:768:2:9223372036854775808",
                "hadamard-rotation-v1:768:2:-9223372036854775809",
                "hadamard-rotation-v1:768:2:99999999999999999999",
                "hadamard-rotation-v0:768:2:1",
                "hadamard-rotation-v2:768:2:1",
                "hadamard-rotation-v11:768:2:1",
                "Hadamard-rotation-v1:768:2:1",
                "hadamard_rotation_v1:768:2:1"
            })
    void whatIsNoIdentityIsRefusedWithWhatCameAndWhatWasWanted(String garbage) {
        Refusal.of(
                () -> HadamardRotation.parse(garbage),
                "identity",
                "\"" + garbage + "\"",
                "hadamard-rotation-v1:DIMENSION:BLOCKS:SEED");
    }

    @Test
    void anIdentityOutOfRangeIsRefusedWithTheRange() {
        Refusal.of(() -> HadamardRotation.parse(PREFIX + "0:2:1"), "dimension", "got 0", "1 to 2^30");
        Refusal.of(() -> HadamardRotation.parse(PREFIX + "1073741825:2:1"), "dimension", "1073741825", "1 to 2^30");
        Refusal.of(() -> HadamardRotation.parse(PREFIX + "768:0:1"), "blocks", "got 0", "1, 2 or 3");
        Refusal.of(() -> HadamardRotation.parse(PREFIX + "768:4:1"), "blocks", "got 4", "1, 2 or 3");
        Refusal.ofNull("identity", () -> HadamardRotation.parse(null));
    }

    @Test
    void theSameSeedGivesTheSameBitsAndAnotherOthers() {
        double[] x = Inputs.gaussian(1, new double[100]);
        Set<String> seen = new HashSet<>();
        for (long seed = -50; seed < 50; seed++) {
            String digest = Digest.of(HadamardRotation.of(100, 2, seed).apply(x));
            assertEquals(digest, Digest.of(HadamardRotation.of(100, 2, seed).apply(x)), "seed " + seed);
            seen.add(digest);
        }
        assertEquals(100, seen.size(), "seeds that share a rotation");
        long blocks = Stream.of(1, 2, 3)
                .map(count -> Digest.of(HadamardRotation.of(100, count, 1).apply(x)))
                .distinct()
                .count();
        assertEquals(3, blocks);
    }
}
