package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.foundation.DoublePlacement;
import dev.lanewise.foundation.LanewiseThreads;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.structured.DoubleBandedMap;
import dev.lanewise.structured.DoubleDiagonal;
import dev.lanewise.structured.DoubleLinearMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Vectors side by side have the bits that each has alone, in groups that are whole and others, where they lie so already and where
 * they are brought there, and shared among threads as groups or by outputs.
 */
final class DoubleFewEntriesBlockLaws {
    /** Fewer than are worth it, a group that is filled up, one that is not, one that is whole, and several. */
    private static final int[] COUNTS = {3, 5, 16, 19, 33, 70};

    private static final int[] THREADS = {1, 2, 5};

    private static void assertSameInBlocks(DoubleLinearMap map) {
        assertSameInBlocks(map, false);
        assertSameInBlocks(map, true);
    }

    private static void assertSameInBlocks(DoubleLinearMap map, boolean transposed) {
        int inputs = transposed ? map.rows() : map.cols(), outputs = transposed ? map.cols() : map.rows();
        for (int count : COUNTS) {
            double[][] x = new double[count][], wanted = new double[count][];
            for (int j = 0; j < count; j++) {
                x[j] = j % 5 == 3 ? Inputs.special(j, new double[inputs]) : Inputs.uneven(j, new double[inputs]);
                wanted[j] = transposed ? map.applyTransposed(x[j]) : map.apply(x[j]);
            }
            List<Layout> ins = DoublePlacement.layouts(inputs, count), outs = DoublePlacement.layouts(outputs, count);
            for (int each = 0; each < 2 * ins.size(); each++) {
                Layout from = ins.get(each % ins.size()), to = outs.get((each + count) * 3 % outs.size());
                int threads = THREADS[(each + count) % THREADS.length];
                String context = map.name() + (transposed ? " transposed" : "") + " from " + from + " to " + to + ", "
                        + threads + " threads";
                DoublePlacement in = DoublePlacement.of(from, inputs).putAll(x), out = DoublePlacement.of(to, outputs);
                run(map, transposed, in, out, threads);
                in.assertHolds(x, context);
                out.assertHolds(wanted, context);
            }
            for (int each = 0; each < ins.size() && inputs == outputs; each++) {
                DoublePlacement both = DoublePlacement.of(ins.get(each), inputs).putAll(x);
                int threads = THREADS[(each + count) % THREADS.length];
                run(map, transposed, both, both, threads);
                both.assertHolds(wanted, map.name() + " in place at " + ins.get(each) + ", " + threads + " threads");
            }
        }
        assertEquals(List.of(), LanewiseThreads.alive(), map.name());
    }

    /** In a workspace full of guards: who reads what he did not write gives himself away. */
    private static void run(
            DoubleLinearMap map, boolean transposed, DoublePlacement x, DoublePlacement y, int threads) {
        Workspace workspace = new Workspace();
        for (int worker = 0; worker < threads; worker++) {
            Bits.guard(workspace.worker(worker).takeDoubles(1 << 10));
            Bits.guard(workspace.worker(worker).takeDoubles(1 << 10));
            workspace.worker(worker).releaseDoubles();
            workspace.worker(worker).releaseDoubles();
        }
        Parallelism how = Parallelism.threads(threads);
        if (transposed) {
            map.applyTransposed(x.array(), x.layout(), y.array(), y.layout(), workspace, how);
        } else {
            map.apply(x.array(), x.layout(), y.array(), y.layout(), workspace, how);
        }
    }

    @Test
    void ofSparseMaps() {
        assertSameInBlocks(DoubleSparseMapLaws.random(14, 14, 0.4, 1));
        DoubleLinearMap oblong = DoubleSparseMapLaws.random(11, 17, 0.3, 2);
        assertSameInBlocks(oblong);
        oblong.transposed();
        assertSameInBlocks(oblong);
    }

    @Test
    void ofBandedMaps() {
        assertSameInBlocks(DoubleBandedMap.of(14, 14, 1, 2, Inputs.gaussian(1, new double[4 * 14])));
        assertSameInBlocks(DoubleBandedMap.of(19, 12, 3, 0, Inputs.gaussian(1, new double[4 * 19])));
    }

    @Test
    void ofInversesOfBandedMaps() {
        DoubleLinearMap map = DoubleBandedMap.of(15, 15, 2, 1, Inputs.gaussian(1, new double[4 * 15]));
        assertSameInBlocks(map.inverse());
    }

    /** Of no powers of two, so that to divide is not to multiply by a reciprocal. */
    @Test
    void ofDiagonalsAndTheirInverses() {
        DoubleLinearMap diagonal = DoubleDiagonal.of(Inputs.gaussian(1, new double[14]));
        assertSameInBlocks(diagonal);
        assertSameInBlocks(diagonal.inverse());
    }
}
