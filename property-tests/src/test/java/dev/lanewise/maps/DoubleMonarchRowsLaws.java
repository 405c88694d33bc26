package dev.lanewise.maps;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.foundation.DoublePlacement;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleMonarchMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Rows of vectors go through both layers of a Monarch matrix together: each has the bits that it has alone. */
final class DoubleMonarchRowsLaws {
    private static List<DoubleDenseMap> blocks(int seed, int count, int rows, int cols) {
        List<DoubleDenseMap> blocks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            blocks.add(DoubleDenseMap.of(rows, cols, Inputs.gaussian(seed + i, new double[rows * cols])));
        }
        return blocks;
    }

    /** Of b blocks of p x q and p of r x b, in a workspace that is left full of what is no number. */
    private static void assertRowsHaveTheBitsOfVectors(int b, int p, int q, int r, int count, int gap) {
        DoubleMonarchMap map = DoubleMonarchMap.of(blocks(1, b, p, q), blocks(1000, p, r, b));
        for (boolean transposed : new boolean[] {false, true}) {
            int inputs = transposed ? map.rows() : map.cols(), outputs = transposed ? map.cols() : map.rows();
            double[][] x = new double[count][], wanted = new double[count][];
            for (int j = 0; j < count; j++) {
                x[j] = Inputs.gaussian(100 + j, new double[inputs]);
                wanted[j] = transposed ? map.applyTransposed(x[j]) : map.apply(x[j]);
            }
            DoublePlacement in = DoublePlacement.of(Layout.rows(3, count, inputs + gap), inputs)
                    .putAll(x);
            DoublePlacement out = DoublePlacement.of(Layout.rows(gap, count, outputs + 2 * gap), outputs);
            double[] nothing = new double[in.array().length];
            Arrays.fill(nothing, Double.NaN);
            Workspace workspace = new Workspace();
            apply(map, transposed, nothing, in.layout(), out.array().clone(), out.layout(), workspace);
            apply(map, transposed, in.array(), in.layout(), out.array(), out.layout(), workspace);
            String context = map.name() + (transposed ? ", transposed, " : ", ") + count + " vectors, gap " + gap;
            in.assertHolds(x, context);
            out.assertHolds(wanted, context);
        }
    }

    private static void apply(
            DoubleMonarchMap map,
            boolean transposed,
            double[] x,
            Layout from,
            double[] y,
            Layout to,
            Workspace workspace) {
        if (transposed) {
            map.applyTransposed(x, from, y, to, workspace, Parallelism.NONE);
        } else {
            map.apply(x, from, y, to, workspace, Parallelism.NONE);
        }
    }

    /** Some rows more than are worth it and some fewer, with edges of every kind in both layers. */
    @Property(tries = 60)
    void blocksOfAnyShape(
            @ForAll @IntRange(min = 1, max = 40) int b,
            @ForAll @IntRange(min = 1, max = 40) int p,
            @ForAll @IntRange(min = 1, max = 40) int q,
            @ForAll @IntRange(min = 1, max = 40) int r,
            @ForAll @IntRange(min = 90, max = 130) int count,
            @ForAll @IntRange(max = 5) int gap) {
        assertRowsHaveTheBitsOfVectors(b, p, q, r, count, gap);
    }

    /** No edges, one number over, blocks as large as sums of one step are and larger, and packed ones of more than one block. */
    @Example
    void blocksOfAllKindsOfSizes() {
        for (int[] shape : new int[][] {
            {16, 16, 16, 16},
            {17, 33, 16, 15},
            {32, 64, 24, 36},
            {192, 9, 192, 5},
            {193, 8, 3, 4},
            {4, 8, 193, 4},
            {100, 16, 7, 90}
        }) {
            for (int count : new int[] {96, 200, 301}) {
                assertRowsHaveTheBitsOfVectors(shape[0], shape[1], shape[2], shape[3], count, 1);
            }
        }
    }
}
