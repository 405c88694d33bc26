package dev.lanewise.maps;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.random.Philox;
import dev.lanewise.engine.trigonometric.TrigonometricKind;
import dev.lanewise.foundation.DoublePlacement;
import dev.lanewise.foundation.LanewiseThreads;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Seeds;
import dev.lanewise.structured.DoubleBlockDiagonal;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleDiagonal;
import dev.lanewise.structured.DoubleHadamard;
import dev.lanewise.structured.DoubleIdentity;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleLowRankMap;
import dev.lanewise.structured.DoubleMonarchMap;
import dev.lanewise.structured.DoublePermutation;
import dev.lanewise.structured.DoubleSelection;
import dev.lanewise.structured.DoubleSignDiagonal;
import dev.lanewise.structured.DoubleStack;
import dev.lanewise.structured.DoubleTrigonometricMap;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * More vectors at once than composed maps take together, however they lie: each has the bits that it has alone, in place too, and on
 * several threads.
 */
final class DoubleManyVectorsLaws implements Seeds {
    private static final int COUNT = 300;
    private static final int N = 16;

    @BeforeContainer
    static void smallWorkIsSplit() {
        LanewiseThreads.assertSmallWorkIsSplit();
    }

    private static DoubleDenseMap dense(int seed, int rows, int cols) {
        return DoubleDenseMap.of(rows, cols, Inputs.gaussian(seed, new double[rows * cols]));
    }

    private static List<DoubleLinearMap> maps() {
        DoubleLinearMap hadamard = DoubleHadamard.of(N, Normalization.ORTHO),
                diagonal = DoubleDiagonal.of(Inputs.gaussian(1, new double[N])),
                signs = DoubleSignDiagonal.random(N, new Philox(1, 1)),
                shuffle = DoublePermutation.stride(N, 4),
                low = DoubleLowRankMap.of(dense(2, N, 3), dense(3, N, 3)),
                cosine = DoubleTrigonometricMap.of(TrigonometricKind.DCT2, N, Normalization.ORTHO),
                monarch =
                        DoubleMonarchMap.of(
                                List.of(dense(4, 4, 4), dense(5, 4, 4), dense(6, 4, 4), dense(7, 4, 4)),
                                List.of(dense(8, 4, 4), dense(9, 4, 4), dense(10, 4, 4), dense(11, 4, 4))),
                blocks = DoubleBlockDiagonal.of(List.of(dense(12, 8, 8), diagonal.restrictedToRows(0, 1, 2, 3))),
                half = DoubleSelection.of(N, 1, 3, 5, 7, 9, 11, 13, 15);
        return List.of(
                DoubleIdentity.of(N),
                signs,
                half,
                hadamard,
                hadamard.times(signs),
                monarch.times(diagonal),
                diagonal.times(hadamard).times(diagonal),
                diagonal.times(cosine).times(signs).times(hadamard).times(shuffle),
                monarch.plus(diagonal).minus(hadamard),
                low.plus(DoubleIdentity.of(N)).times(2),
                DoubleStack.sideBySide(List.of(hadamard, diagonal, monarch)),
                DoubleStack.of(List.of(hadamard, half)),
                blocks,
                half.times(cosine.plus(signs)).transposed());
    }

    private static void run(
            DoubleLinearMap map, boolean transposed, DoublePlacement x, DoublePlacement y, Parallelism parallelism) {
        Workspace workspace = new Workspace();
        if (transposed) {
            map.applyTransposed(x.array(), x.layout(), y.array(), y.layout(), workspace, parallelism);
        } else {
            map.apply(x.array(), x.layout(), y.array(), y.layout(), workspace, parallelism);
        }
    }

    private static List<Layout> layouts(int n) {
        return List.of(
                Layout.rows(2, COUNT, n),
                Layout.columns(1, COUNT, COUNT),
                Layout.columns(0, COUNT, COUNT + 5),
                new Layout(3, 2, COUNT, 2 * n + 1));
    }

    @Property(tries = 3)
    void eachHasTheBitsThatItHasAlone(@ForAll boolean transposed, @ForAll("seeds") long seed) {
        for (DoubleLinearMap map : maps()) {
            int inputs = transposed ? map.rows() : map.cols(), outputs = transposed ? map.cols() : map.rows();
            double[][] x = new double[COUNT][inputs], wanted = new double[COUNT][];
            for (int i = 0; i < COUNT; i++) {
                Inputs.special(seed + i, x[i]);
                wanted[i] = transposed ? map.applyTransposed(x[i]) : map.apply(x[i]);
            }
            String context = (transposed ? "transposed " : "") + map.describe() + ", seed " + seed;
            for (Layout from : layouts(inputs)) {
                for (Layout to : layouts(outputs)) {
                    for (int threads = 1; threads <= 3; threads += 2) {
                        DoublePlacement in = DoublePlacement.of(from, inputs).putAll(x);
                        DoublePlacement out = DoublePlacement.of(to, outputs);
                        run(map, transposed, in, out, Parallelism.threads(threads));
                        in.assertHolds(x, context + " from " + from);
                        out.assertHolds(wanted, context + " from " + from + " to " + to);
                    }
                }
                if (inputs == outputs) {
                    DoublePlacement both = DoublePlacement.of(from, inputs).putAll(x);
                    run(map, transposed, both, both, Parallelism.NONE);
                    both.assertHolds(wanted, context + " in place, " + from);
                }
            }
        }
    }

    /** Columns that are transformed where they lie, more than at once, with rows of another distance, and some left over. */
    @Example
    void hadamardTransformsOfManyColumns() {
        for (int n : new int[] {2, 32, 256}) {
            DoubleLinearMap map =
                    DoubleHadamard.of(n, Normalization.ORTHO).times(DoubleSignDiagonal.random(n, new Philox(2, 1)));
            for (DoubleLinearMap each : List.of(map, DoubleHadamard.of(n, Normalization.FORWARD))) {
                double[][] x = new double[COUNT][n], wanted = new double[COUNT][];
                for (int i = 0; i < COUNT; i++) {
                    wanted[i] = each.apply(Inputs.uneven(i, x[i]));
                }
                for (Layout layout : List.of(Layout.columns(3, COUNT, COUNT), Layout.columns(0, COUNT, COUNT + 3))) {
                    DoublePlacement both = DoublePlacement.of(layout, n).putAll(x);
                    run(each, false, both, both, Parallelism.NONE);
                    both.assertHolds(wanted, each.describe() + " " + layout);
                }
            }
        }
    }
}
