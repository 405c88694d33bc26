package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.foundation.DoublePlacement;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.structured.DoubleBlockDiagonal;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleLinearMap;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Rows of vectors go through small dense blocks together: each part has the bits that its block alone gives it. */
final class DoubleBlockDiagonalRowsLaws {
    private static DoubleDenseMap block(int seed, int rows, int cols) {
        return DoubleDenseMap.of(rows, cols, Inputs.gaussian(seed, new double[rows * cols]));
    }

    private static void assertPartsHaveTheBitsOfTheirBlocks(List<DoubleDenseMap> blocks, int count, int gap) {
        DoubleLinearMap map = DoubleBlockDiagonal.of(blocks), ofTransposes = map.transposed();
        for (boolean transposed : new boolean[] {false, true}) {
            assertPartsHaveTheBitsOfTheirBlocks(map, transposed, blocks, transposed, count, gap);
            assertPartsHaveTheBitsOfTheirBlocks(ofTransposes, !transposed, blocks, transposed, count, gap);
        }
    }

    private static void assertPartsHaveTheBitsOfTheirBlocks(
            DoubleLinearMap map,
            boolean mapTransposed,
            List<DoubleDenseMap> blocks,
            boolean transposed,
            int count,
            int gap) {
        int inputs = mapTransposed ? map.rows() : map.cols(), outputs = mapTransposed ? map.cols() : map.rows();
        double[][] x = new double[count][], wanted = new double[count][outputs];
        for (int j = 0; j < count; j++) {
            x[j] = Inputs.gaussian(100 + j, new double[inputs]);
            int from = 0, to = 0;
            for (DoubleDenseMap block : blocks) {
                double[] part = new double[transposed ? block.rows() : block.cols()];
                System.arraycopy(x[j], from, part, 0, part.length);
                double[] mapped = transposed ? block.applyTransposed(part) : block.apply(part);
                System.arraycopy(mapped, 0, wanted[j], to, mapped.length);
                from += part.length;
                to += mapped.length;
            }
        }
        DoublePlacement in =
                DoublePlacement.of(Layout.rows(3, count, inputs + gap), inputs).putAll(x);
        DoublePlacement out = DoublePlacement.of(Layout.rows(gap, count, outputs + 2 * gap), outputs);
        if (mapTransposed) {
            map.applyTransposed(in.array(), in.layout(), out.array(), out.layout(), new Workspace(), Parallelism.NONE);
        } else {
            map.apply(in.array(), in.layout(), out.array(), out.layout(), new Workspace(), Parallelism.NONE);
        }
        String context = map.name() + (mapTransposed ? ", transposed, " : ", ") + count + " vectors, gap " + gap;
        in.assertHolds(x, context);
        out.assertHolds(wanted, context);
    }

    /** From one number to more than four vectors of them, blocks of every shape beside each other. */
    @Property(tries = 40)
    void blocksOfAnyShapes(
            @ForAll @Size(min = 2, max = 8) List<@IntRange(min = 1, max = 70) Integer> sides,
            @ForAll @IntRange(min = 8, max = 30) int count,
            @ForAll @IntRange(max = 5) int gap) {
        List<DoubleDenseMap> blocks = new ArrayList<>();
        for (int i = 0; i < sides.size(); i++) {
            blocks.add(block(i, sides.get(i), sides.get((i + 1) % sides.size())));
        }
        assertPartsHaveTheBitsOfTheirBlocks(blocks, count, gap);
    }

    /** As large as sums of one step are, larger than what is taken together, and larger than both. */
    @Example
    void blocksOfAllKindsOfSizes() {
        for (int[] shape : new int[][] {{192, 192}, {130, 7}, {5, 180}, {32, 33}, {33, 32}, {16, 16}, {193, 20}}) {
            List<DoubleDenseMap> blocks = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                blocks.add(block(i, shape[0], shape[1]));
            }
            for (int count : new int[] {7, 8, 25}) {
                assertPartsHaveTheBitsOfTheirBlocks(blocks, count, 1);
            }
        }
    }

    /** A block of one number beside wide ones: what it sums in does not lie where these are. */
    @Example
    void narrowBlocksBesideWideOnes() {
        for (int narrow = 1; narrow <= 9; narrow++) {
            List<DoubleDenseMap> blocks =
                    List.of(block(1, 30, 30), block(2, narrow, 20), block(3, 20, narrow), block(4, 31, 29));
            assertPartsHaveTheBitsOfTheirBlocks(blocks, 40, 0);
        }
    }

    /** Blocks that are taken together do not see the parts of the others. */
    @Example
    void whatIsNotFiniteStaysInItsPart() {
        DoubleLinearMap map = DoubleBlockDiagonal.of(List.of(block(1, 3, 3), block(2, 40, 40)));
        double[] x = Inputs.gaussian(3, new double[8 * 43]), y = new double[8 * 43];
        x[5 * 43 + 1] = Double.NaN;
        Layout rows = Layout.rows(0, 8, 43);
        map.apply(x, rows, y, rows, new Workspace(), Parallelism.NONE);
        for (int i = 0; i < y.length; i++) {
            boolean isOfTheBlock = i / 43 == 5 && i % 43 < 3;
            assertTrue(Double.isNaN(y[i]) == isOfTheBlock, "element " + i + ": " + y[i]);
        }
    }
}
