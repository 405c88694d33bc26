package dev.lanewise.engine.hadamard;

import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.Backend;
import dev.lanewise.engine.backend.CacheSizes;
import dev.lanewise.engine.scalar.DoubleHadamardKernel;
import java.util.Arrays;
import java.util.List;

/**
 * Runs a {@link HadamardSchedule} on adjacent elements in natural order. With a width above 1 it transforms the columns of
 * an {@code n x width} array.
 */
final class DoubleHadamardBlocks {
    private static final DoubleHadamardKernel KERNEL =
            Backend.choose(() -> new dev.lanewise.engine.simd.DoubleHadamardKernel(), DoubleHadamardKernel::new);

    /** Pieces per thread when one transform is split: enough that a slow thread does not hold up the others. */
    private static final int PIECES_PER_WORKER = 4;

    /** More pieces than this are never worth it. */
    private static final int MOST_PIECES = 1 << 12;

    private final HadamardSchedule schedule;
    private final int base;
    private final int lowBits;
    private final int[] blockRadices;
    private final int[] outerRadices;
    private final int blockSize;
    private final int powerSize;
    private final int q;
    private final double[] conference;

    DoubleHadamardBlocks(HadamardOrder order, int width) {
        schedule = HadamardSchedule.of(
                order, width, KERNEL.lowBits(), KERNEL.easyLowBits(), Double.BYTES, CacheSizes.current());
        base = order.base();
        lowBits = schedule.lowBits();
        blockRadices = toArray(schedule.blockRadices());
        outerRadices = toArray(schedule.outerRadices());
        blockSize = width << schedule.blockBits();
        powerSize = width << order.bits();
        q = PaleyConstruction.fieldOf(base);
        conference = base == 1 ? new double[0] : conferenceRows(q);
    }

    private static int[] toArray(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The rows of the conference matrix without the diagonal, row {@code i} from its element {@code i + 1} on. */
    private static double[] conferenceRows(int q) {
        int order = q + 1;
        int[] matrix = PaleyConstruction.conferenceMatrix(q);
        double[] rows = new double[order * q];
        for (int i = 0; i < order; i++) {
            for (int t = 0; t < q; t++) {
                rows[i * q + t] = matrix[i * order + (i + t + 1) % order];
            }
        }
        return rows;
    }

    HadamardSchedule schedule() {
        return schedule;
    }

    /** How many elements of scratch a run wants. */
    int scratch() {
        return base == 1 ? 0 : KERNEL.paleyScratch(q);
    }

    /** {@code dst = scale * H (signs .* src)}; {@code signs} may be null, {@code dst} may be {@code src} in place. */
    void transform(
            double[] src, int srcOffset, double[] dst, int dstOffset, double[] signs, double scale, double[] scratch) {
        powers(src, srcOffset, dst, dstOffset, 1, signs, base == 1 ? scale : 1);
        if (base > 1) {
            KERNEL.paley(conference, q, dst, dstOffset, powerSize, powerSize, scratch, scale);
        }
    }

    /** All {@code n} rows of {@code columns} elements from one stride to another, each times a sign. */
    void copyRows(
            double[] src,
            int srcOffset,
            int srcStride,
            double[] dst,
            int dstOffset,
            int dstStride,
            int columns,
            double[] signs) {
        int rows = schedule.order().n();
        KERNEL.copyRows(src, srcOffset, srcStride, dst, dstOffset, dstStride, rows, columns, signs);
    }

    /** {@link #transform} of several adjacent vectors, without signs. */
    void transformAdjacent(
            double[] src, int srcOffset, double[] dst, int dstOffset, int count, double scale, double[] scratch) {
        powers(src, srcOffset, dst, dstOffset, count, null, base == 1 ? scale : 1);
        if (base > 1) {
            for (int i = 0; i < count; i++) {
                int offset = dstOffset + i * base * powerSize;
                KERNEL.paley(conference, q, dst, offset, powerSize, powerSize, scratch, scale);
            }
        }
    }

    /** The factors {@code H_2} of all vectors. */
    private void powers(
            double[] src, int srcOffset, double[] dst, int dstOffset, int count, double[] signs, double scale) {
        int length = count * base * powerSize;
        if (outerRadices.length == 0) {
            block(src, srcOffset, dst, dstOffset, length, signs, 0, scale);
            return;
        }
        for (int at = 0; at < length; at += powerSize) {
            joined(outerRadices.length, src, srcOffset + at, dst, dstOffset + at, signs, at, scale);
        }
    }

    /** All stages up to those of the first {@code levels} outer passes, on one piece. */
    private void joined(
            int levels,
            double[] src,
            int srcOffset,
            double[] dst,
            int dstOffset,
            double[] signs,
            int signsOffset,
            double scale) {
        if (levels == 0) {
            block(src, srcOffset, dst, dstOffset, blockSize, signs, signsOffset, scale);
            return;
        }
        int radix = outerRadices[levels - 1];
        int part = sizeOf(levels - 1);
        for (int at = 0; at < part << radix; at += part) {
            joined(levels - 1, src, srcOffset + at, dst, dstOffset + at, signs, signsOffset + at, 1);
        }
        KERNEL.radix(dst, dstOffset, part, dst, dstOffset, part, part, radix, scale);
    }

    /** The number of elements that the first {@code levels} outer passes join. */
    private int sizeOf(int levels) {
        int size = blockSize;
        for (int level = 0; level < levels; level++) {
            size <<= outerRadices[level];
        }
        return size;
    }

    /** The stages of blocks, on any number of adjacent ones. */
    private void block(
            double[] src,
            int srcOffset,
            double[] dst,
            int dstOffset,
            int length,
            double[] signs,
            int signsOffset,
            double scale) {
        int last = blockRadices.length - 1;
        if (schedule.width() == 1 || src != dst) {
            KERNEL.low(src, srcOffset, dst, dstOffset, length, lowBits, signs, signsOffset, last < 0 ? scale : 1);
        }
        int stride = schedule.width() << lowBits;
        for (int pass = 0; pass <= last; pass++) {
            int radix = blockRadices[pass];
            double factor = pass == last ? scale : 1;
            for (int at = dstOffset; at < dstOffset + length; at += stride << radix) {
                KERNEL.radix(dst, at, stride, dst, at, stride, stride, radix, factor);
            }
            stride <<= radix;
        }
    }

    /** {@link #transform} by several threads: pieces first, then what joins them, each split evenly. */
    void transform(
            double[] src,
            int srcOffset,
            double[] dst,
            int dstOffset,
            double[] signs,
            double scale,
            Workspace workspace,
            Parallelism parallelism) {
        int wanted = (int) Math.min(MOST_PIECES, (long) PIECES_PER_WORKER * parallelism.workers());
        int levels = outerRadices.length;
        int together = base;
        while (levels > 0 && together < wanted) {
            together <<= outerRadices[--levels];
        }
        int below = levels;
        int joins = outerRadices.length - below;
        int[] pieces = new int[1 + joins + (base == 1 ? 0 : 1)];
        pieces[0] = together;
        for (int join = 1; join <= joins; join++) {
            int level = below + join - 1;
            pieces[join] = groups(level) * split(level, wanted);
        }
        int columns = Math.max(blockSize, powerSize / Integer.highestOneBit(wanted));
        if (base > 1) {
            pieces[1 + joins] = powerSize / columns;
        }
        int most = Arrays.stream(pieces).max().getAsInt();
        workspace.worker(Math.min(parallelism.workers(), most) - 1);
        int size = sizeOf(below);
        double factor = base == 1 ? scale : 1;
        parallelism.inPhases(pieces, (phase, piece, worker) -> {
            if (phase == 0) {
                int at = piece * size;
                joined(below, src, srcOffset + at, dst, dstOffset + at, signs, at, joins == 0 ? factor : 1);
            } else if (phase <= joins) {
                int level = below + phase - 1;
                join(level, piece, split(level, wanted), dst, dstOffset, phase == joins ? factor : 1);
            } else {
                paley(dst, dstOffset + piece * columns, columns, scale, workspace.worker(worker));
            }
        });
    }

    private void paley(double[] x, int offset, int columns, double scale, Workspace workspace) {
        double[] scratch = workspace.takeDoubles(scratch());
        try {
            KERNEL.paley(conference, q, x, offset, powerSize, columns, scratch, scale);
        } finally {
            workspace.releaseDoubles();
        }
    }

    /** How many groups of parts the joins of a level have. */
    private int groups(int level) {
        return base * (powerSize / sizeOf(level + 1));
    }

    /** How many ranges of columns each group of a level is split into, so that there are about so many pieces in all. */
    private int split(int level, int pieces) {
        return Integer.highestOneBit(Math.max(1, Math.min(sizeOf(level) / blockSize, pieces / groups(level))));
    }

    /** One piece of the joins of a level. */
    private void join(int level, int piece, int split, double[] x, int offset, double scale) {
        int part = sizeOf(level);
        int columns = part / split;
        int at = offset + piece / split * sizeOf(level + 1) + piece % split * columns;
        KERNEL.radix(x, at, part, x, at, part, columns, outerRadices[level], scale);
    }

    /** Whether a split among threads would have more than one piece. */
    boolean canSplit() {
        return outerRadices.length > 0;
    }
}
