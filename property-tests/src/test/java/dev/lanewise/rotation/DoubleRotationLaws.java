package dev.lanewise.rotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.HadamardRotation;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.random.Philox;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.HadamardMatrix;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.LinearOracle;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Seeds;
import dev.lanewise.structured.DoubleLinearMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A rotation is what its documentation defines, orthogonal to rounding in every dimension. */
final class DoubleRotationLaws implements Seeds {
    private static final int[] LARGE = {384, 640, 768, 896, 1000, 1280, 1536, 3072, 4095, 10007};

    @Property(tries = 100)
    void rotationsAreTheProductOfTheirWindows(
            @ForAll @IntRange(min = 1, max = 33) int d,
            @ForAll @IntRange(min = 1, max = 3) int blocks,
            @ForAll("seeds") long seed) {
        HadamardRotation rotation = HadamardRotation.of(d, blocks, seed);
        LinearOracle.assertDense(
                RotationDefinition.of(rotation).matrix(seed),
                Numbers.of(rotation.asDoubleMap().toDense()),
                rotation.identity());
    }

    @Property(tries = 50)
    void vectorsAreRotatedByOneWindowAfterTheOther(
            @ForAll @IntRange(min = 1, max = 2000) int d,
            @ForAll @IntRange(min = 1, max = 3) int blocks,
            @ForAll("seeds") long seed) {
        assertDefined(d, blocks, seed);
    }

    @Example
    void everyDimensionUpTo100AndLargeOnesAreRotatedByOneWindowAfterTheOther() {
        for (int blocks = 1; blocks <= 3; blocks++) {
            for (int d = 1; d <= 100; d++) {
                assertDefined(d, blocks, Long.MIN_VALUE + d);
            }
            for (int d : LARGE) {
                assertDefined(d, blocks, -d);
            }
        }
    }

    private static void assertDefined(int d, int blocks, long seed) {
        HadamardRotation rotation = HadamardRotation.of(d, blocks, seed);
        double[] x = Inputs.uneven(seed, new double[d]);
        RotationCheck.assertDefined(rotation, Numbers.of(x), Numbers.of(rotation.apply(x)));
    }

    @Property
    void rotationsAreOrthogonal(
            @ForAll @IntRange(min = 1, max = 2000) int d,
            @ForAll @IntRange(min = 1, max = 3) int blocks,
            @ForAll("seeds") long seed) {
        assertOrthogonal(d, blocks, seed);
    }

    @Example
    void everyDimensionUpTo200AndLargeOnesAreOrthogonal() {
        for (int blocks = 1; blocks <= 3; blocks++) {
            for (int d = 1; d <= 200; d++) {
                assertOrthogonal(d, blocks, d);
            }
            for (int d : LARGE) {
                assertOrthogonal(d, blocks, d);
            }
        }
    }

    /** Windows of 2^20 that are all but everything, longer than what a cache holds. */
    @Example
    void aDimensionBeyondAMillionIsOrthogonal() {
        assertOrthogonal((1 << 20) + 1, 2, 20);
    }

    private static void assertOrthogonal(int d, int blocks, long seed) {
        HadamardRotation rotation = HadamardRotation.of(d, blocks, seed);
        double[] x = Inputs.gaussian(seed, new double[d]);
        double[] z = Inputs.uneven(~seed, new double[d]);
        double[] spike = new double[d];
        spike[d - 1] = 1;
        Numbers rx = Numbers.of(rotation.apply(x));
        Numbers rz = Numbers.of(rotation.apply(z));
        Numbers rotatedSpike = Numbers.of(rotation.apply(spike));
        RotationCheck.assertIsometric(rotation, Numbers.of(x), Numbers.of(z), rx, rz);
        RotationCheck.assertIsometric(rotation, Numbers.of(x), Numbers.of(spike), rx, rotatedSpike);
        double[] back = rotation.applyTransposed(rotation.apply(x));
        RotationCheck.assertBack(rotation, Numbers.of(x), Numbers.of(back));
        double[] forth = rotation.apply(rotation.applyTransposed(z));
        RotationCheck.assertBack(rotation, Numbers.of(z), Numbers.of(forth));
    }

    @Property(tries = 50)
    void rowsOfAMatrixAreRotatedAsVectorsAreToTheLastBit(
            @ForAll @IntRange(min = 1, max = 800) int d,
            @ForAll @IntRange(max = 25) int rows,
            @ForAll @IntRange(min = 1, max = 7) int threads,
            @ForAll("seeds") long seed) {
        HadamardRotation rotation = HadamardRotation.of(d, 2, seed);
        double[] matrix = Inputs.uneven(seed, new double[rows * d]);
        double[] forth = new double[rows * d];
        double[] back = new double[rows * d];
        for (int row = 0; row < rows; row++) {
            double[] x = new double[d];
            System.arraycopy(matrix, row * d, x, 0, d);
            System.arraycopy(rotation.apply(x), 0, forth, row * d, d);
            System.arraycopy(rotation.applyTransposed(x), 0, back, row * d, d);
        }
        String context = rotation + ", " + rows + " rows, " + threads + " threads";
        double[] rotated = matrix.clone();
        rotation.applyToRows(rotated, rows, Parallelism.threads(threads));
        Bits.assertSame(forth, rotated, context);
        double[] rotatedBack = matrix.clone();
        rotation.applyTransposedToRows(rotatedBack, rows, Parallelism.threads(threads));
        Bits.assertSame(back, rotatedBack, context + ", back");
    }

    /** A block of windows takes a NaN from the first window or the last into the part that both share, and then on. */
    @Property
    void oneNaNMakesEveryCoordinateNaN(
            @ForAll @IntRange(min = 1, max = 800) int d,
            @ForAll @IntRange(min = 1, max = 3) int blocks,
            @ForAll("seeds") long seed) {
        HadamardRotation rotation = HadamardRotation.of(d, blocks, seed);
        double[] x = Inputs.integers(seed, 9, new double[d]);
        int at = (int) Long.remainderUnsigned(seed, d);
        x[at] = Double.NaN;
        double[] y = rotation.apply(x);
        double[] back = rotation.applyTransposed(x);
        for (int i = 0; i < d; i++) {
            String context = rotation + ", NaN at " + at + ", coordinate " + i + ": ";
            assertTrue(Double.isNaN(y[i]), context + y[i]);
            assertTrue(Double.isNaN(back[i]), context + "back " + back[i]);
        }
    }

    /** One block at a supported order is {@code H D}: an infinity has the sign that the entry and the diagonal give it. */
    @Example
    void oneInfinityIsInfiniteEverywhereAfterOneTransform() {
        for (int d : HadamardMatrix.ordersUpTo(1536)) {
            HadamardRotation rotation = HadamardRotation.of(d, 1, d);
            double[] signs = new double[d];
            new Philox(d, 0).signs(0, signs);
            double[] x = Inputs.integers(d, 9, new double[d]);
            int at = 5 * d / 7;
            x[at] = Double.NEGATIVE_INFINITY;
            double[] y = rotation.apply(x);
            for (int i = 0; i < d; i++) {
                double wanted = HadamardMatrix.of(d).entry(i, at) * signs[at] * Double.NEGATIVE_INFINITY;
                assertEquals(wanted, y[i], rotation + ", coordinate " + i);
            }
        }
    }

    /** After that, infinities of either sign meet: NaN, or infinity where they happen to have one sign; never a number. */
    @Property
    void oneInfinityLeavesNoCoordinateFinite(
            @ForAll @IntRange(min = 1, max = 800) int d,
            @ForAll @IntRange(min = 1, max = 3) int blocks,
            @ForAll("seeds") long seed) {
        HadamardRotation rotation = HadamardRotation.of(d, blocks, seed);
        double[] x = Inputs.integers(seed, 9, new double[d]);
        int at = (int) Long.remainderUnsigned(seed, d);
        x[at] = Double.POSITIVE_INFINITY;
        double[] y = rotation.apply(x);
        for (int i = 0; i < d; i++) {
            assertFalse(Double.isFinite(y[i]), rotation + ", infinity at " + at + ", coordinate " + i + ": " + y[i]);
        }
    }

    @Property
    void rotatingLeavesTheInputAsItIs(
            @ForAll @IntRange(min = 1, max = 200) int d,
            @ForAll @IntRange(min = 1, max = 3) int blocks,
            @ForAll("seeds") long seed) {
        HadamardRotation rotation = HadamardRotation.of(d, blocks, seed);
        double[] x = Inputs.special(seed, new double[d]);
        double[] before = x.clone();
        rotation.apply(x);
        rotation.applyTransposed(x);
        Bits.assertSame(before, x, rotation + ", input");
    }

    @Example
    void theMapIsMadeOnceHoweverManyThreadsAskForIt() {
        for (int seed = 0; seed < 50; seed++) {
            HadamardRotation rotation = HadamardRotation.of(100, seed);
            DoubleLinearMap[] maps = new DoubleLinearMap[16];
            Parallelism.threads(4).forEach(16, (piece, worker) -> maps[piece] = rotation.asDoubleMap());
            for (DoubleLinearMap map : maps) {
                assertSame(rotation.asDoubleMap(), map, rotation.identity());
            }
        }
    }
}
