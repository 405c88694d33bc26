package dev.lanewise.rotation;

import static org.junit.jupiter.api.Assertions.assertSame;

import dev.lanewise.HadamardRotation;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.LinearOracle;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.structured.DoubleLinearMap;
import org.junit.jupiter.api.Test;

/** A rotation is what its documentation defines, orthogonal to rounding in every dimension. */
final class DoubleRotationLaws {
    private static final int[] LARGE = {384, 640, 768, 896, 1000, 1280, 1536, 3072, 4095, 10007};

    @Test
    void rotationsAreTheProductOfTheirWindows() {
        for (int d = 1; d <= 33; d++) {
            for (int blocks = 1; blocks <= 3; blocks++) {
                assertDefined(d, blocks, 1000L * d + blocks);
            }
        }
        assertDefined(100, 2, -7);
        assertDefined(96, 3, Long.MIN_VALUE);
    }

    private static void assertDefined(int d, int blocks, long seed) {
        HadamardRotation rotation = HadamardRotation.of(d, blocks, seed);
        LinearOracle.assertDense(
                RotationDefinition.of(d, blocks).matrix(seed),
                Numbers.of(rotation.asDoubleMap().toDense()),
                rotation.identity());
    }

    @Test
    void everyDimensionUpTo200IsOrthogonal() {
        for (int d = 1; d <= 200; d++) {
            for (int blocks = 1; blocks <= 3; blocks++) {
                assertOrthogonal(d, blocks, d);
            }
        }
    }

    @Test
    void largeDimensionsAreOrthogonal() {
        for (int d : LARGE) {
            for (int blocks = 1; blocks <= 3; blocks++) {
                assertOrthogonal(d, blocks, d);
            }
        }
    }

    private static void assertOrthogonal(int d, int blocks, long seed) {
        HadamardRotation rotation = HadamardRotation.of(d, blocks, seed);
        RotationDefinition definition = RotationDefinition.of(d, blocks);
        double[] x = Inputs.gaussian(seed, new double[d]);
        double[] z = Inputs.uneven(~seed, new double[d]);
        double[] spike = new double[d];
        spike[d - 1] = 1;
        Numbers rx = Numbers.of(rotation.apply(x));
        Numbers rz = Numbers.of(rotation.apply(z));
        Numbers rotatedSpike = Numbers.of(rotation.apply(spike));
        RotationCheck.assertIsometric(definition, Numbers.of(x), Numbers.of(z), rx, rz);
        RotationCheck.assertIsometric(definition, Numbers.of(x), Numbers.of(spike), rx, rotatedSpike);
        double[] back = rotation.applyTransposed(rotation.apply(x));
        RotationCheck.assertBack(definition, Numbers.of(x), Numbers.of(back));
        double[] forth = rotation.apply(rotation.applyTransposed(z));
        RotationCheck.assertBack(definition, Numbers.of(z), Numbers.of(forth));
    }

    @Test
    void rowsOfAMatrixAreRotatedAsVectorsAreToTheLastBit() {
        for (int d : new int[] {1, 7, 16, 100, 768}) {
            HadamardRotation rotation = HadamardRotation.of(d, 2, 5);
            for (int rows : new int[] {0, 1, 2, 25}) {
                double[] matrix = Inputs.uneven(d, new double[rows * d]);
                double[] wanted = new double[rows * d];
                for (int row = 0; row < rows; row++) {
                    double[] x = new double[d];
                    System.arraycopy(matrix, row * d, x, 0, d);
                    System.arraycopy(rotation.apply(x), 0, wanted, row * d, d);
                }
                for (int threads : new int[] {1, 2, 3, 7}) {
                    double[] rotated = matrix.clone();
                    rotation.applyToRows(rotated, rows, Parallelism.threads(threads));
                    Bits.assertSame(wanted, rotated, rotation + ", " + rows + " rows, " + threads + " threads");
                }
                for (int row = 0; row < rows; row++) {
                    double[] y = new double[d];
                    System.arraycopy(matrix, row * d, y, 0, d);
                    System.arraycopy(rotation.applyTransposed(y), 0, wanted, row * d, d);
                }
                for (int threads : new int[] {1, 2, 3, 7}) {
                    double[] back = matrix.clone();
                    rotation.applyTransposedToRows(back, rows, Parallelism.threads(threads));
                    Bits.assertSame(wanted, back, rotation + " back, " + rows + " rows, " + threads + " threads");
                }
            }
        }
    }

    @Test
    void rotatingLeavesTheInputAsItIs() {
        double[] x = Inputs.gaussian(1, new double[100]);
        double[] before = x.clone();
        HadamardRotation.of(100, 3).apply(x);
        HadamardRotation.of(100, 3).applyTransposed(x);
        Bits.assertSame(before, x, "input");
    }

    @Test
    void theMapIsMadeOnceHoweverManyThreadsAskForIt() {
        for (int seed = 0; seed < 50; seed++) {
            HadamardRotation rotation = HadamardRotation.of(100, seed);
            DoubleLinearMap[] maps = new DoubleLinearMap[16];
            Parallelism.threads(4).forEach(16, (piece, worker) -> maps[piece] = rotation.asDoubleMap());
            for (DoubleLinearMap map : maps) {
                assertSame(rotation.asDoubleMap(), map);
            }
        }
    }
}
