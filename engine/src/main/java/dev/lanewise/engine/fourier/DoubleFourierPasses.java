package dev.lanewise.engine.fourier;

import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.Backend;
import dev.lanewise.engine.roots.RootsOfUnity;
import dev.lanewise.engine.scalar.DoubleFourierKernel;
import java.util.List;

/** The passes of a smooth length, on one vector or on several that lie interleaved. */
final class DoubleFourierPasses {
    static final DoubleFourierKernel KERNEL =
            Backend.choose(dev.lanewise.engine.simd.DoubleFourierKernel::new, DoubleFourierKernel::new);

    /** Longer vectors are not transformed several at once: their factors would be kept twice. */
    static final int LONGEST_COLUMN = 1 << 12;

    /** Parts of a pass for each thread: enough that a slow one does not hold up the others. */
    private static final int PARTS_PER_WORKER = 4;

    private final int n;
    private final int[] radices;

    /** The {@code m} of each pass. */
    private final int[] distances;

    /** Of each pass, for one {@code p} after the other. */
    private final double[][] factors;

    /** Of the first pass on one vector, as the kernel wants them. */
    private final double[] leadingFactors;

    DoubleFourierPasses(List<Integer> radices) {
        this.radices = radices.stream().mapToInt(Integer::intValue).toArray();
        int length = 1;
        for (int radix : this.radices) {
            length *= radix;
        }
        n = length;
        factors = new double[this.radices.length][];
        distances = new int[this.radices.length];
        double[] leading = null;
        int left = n;
        for (int i = 0; i < factors.length; i++) {
            int radix = this.radices[i];
            int m = left / radix;
            int lanes = i == 0 ? KERNEL.leadingLanes(radix, m) : 1;
            if (lanes > 1) {
                leading = factors(radix, m, lanes);
            }
            if (lanes == 1 || n <= LONGEST_COLUMN) {
                factors[i] = factors(radix, m, 1);
            }
            distances[i] = m;
            left = m;
        }
        leadingFactors = leading != null || factors.length == 0 ? leading : factors[0];
    }

    /** As {@link DoubleFourierKernel#leadingLanes} says. */
    private static double[] factors(int radix, int m, int lanes) {
        if (m == 1) {
            return null;
        }
        int groups = Math.ceilDiv(m, lanes);
        double[] factors = new double[Math.multiplyExact(2 * (radix - 1) * lanes, groups)];
        int length = radix * m;
        int at = 0;
        for (int group = 0; group < groups; group++) {
            int first = Math.min(group * lanes, m - lanes);
            for (int k = 1; k < radix; k++, at += 2 * lanes) {
                for (int lane = 0; lane < lanes; lane++) {
                    long product = (long) (first + lane) * k;
                    factors[at + lane] = RootsOfUnity.doubleReal(product, length);
                    factors[at + lanes + lane] = -RootsOfUnity.doubleImaginary(product, length);
                }
            }
        }
        return factors;
    }

    int length() {
        return n;
    }

    /**
     * The forward transform of interleaved columns, one or, up to {@link #LONGEST_COLUMN}, several. Input and output are the
     * same or apart. With real and imaginary parts exchanged on both sides, it is the transform with the other sign.
     */
    void run(
            double[] inRe,
            int inReOffset,
            double[] inIm,
            int inImOffset,
            double[] outRe,
            int outReOffset,
            double[] outIm,
            int outImOffset,
            int columns,
            Workspace workspace) {
        run(
                inRe,
                inReOffset,
                inIm,
                inImOffset,
                outRe,
                outReOffset,
                outIm,
                outImOffset,
                columns,
                workspace,
                Parallelism.NONE);
    }

    /** The same on several threads, which share each pass. */
    void run(
            double[] inRe,
            int inReOffset,
            double[] inIm,
            int inImOffset,
            double[] outRe,
            int outReOffset,
            double[] outIm,
            int outImOffset,
            int columns,
            Workspace workspace,
            Parallelism parallelism) {
        int size = n * columns;
        int passes = radices.length;
        if (passes == 0) {
            System.arraycopy(inRe, inReOffset, outRe, outReOffset, size);
            System.arraycopy(inIm, inImOffset, outIm, outImOffset, size);
            return;
        }
        if (columns == 1 && KERNEL.runsWhole(n)) {
            whole(inRe, inReOffset, inIm, inImOffset, outRe, outReOffset, outIm, outImOffset, workspace);
            return;
        }
        double[] buffer = workspace.takeDoubles(2 * size + Workspace.APART);
        try {
            double[] re = inRe, im = inIm;
            int a = inReOffset, b = inImOffset, c = outReOffset, d = outImOffset;
            // Every pass goes from one array to another and the last one to the output, so the input must be away from
            // there if
            // the first one goes to the output as well.
            if (passes % 2 == 1 && inRe == outRe && inReOffset == outReOffset) {
                System.arraycopy(inRe, inReOffset, buffer, 0, size);
                System.arraycopy(inIm, inImOffset, buffer, size + Workspace.APART, size);
                re = buffer;
                im = buffer;
                a = 0;
                b = size + Workspace.APART;
            }
            if (parallelism.workers() > 1) {
                share(re, a, im, b, outRe, c, outIm, d, buffer, columns, workspace, parallelism);
                return;
            }
            double[] scratch = workspace.takeDoubles(KERNEL.scratchLength());
            try {
                for (int i = 0; i < passes; i++) {
                    pass(i, 0, extent(i, columns), re, a, im, b, outRe, c, outIm, d, buffer, columns, scratch);
                }
            } finally {
                workspace.releaseDoubles();
            }
        } finally {
            workspace.releaseDoubles();
        }
    }

    /** How many {@code p} a pass has, or the last one {@code q}. */
    private int extent(int i, int columns) {
        return i == radices.length - 1 ? n / radices[i] * columns : distances[i];
    }

    /** All passes, cut into parts. */
    private void share(
            double[] re,
            int a,
            double[] im,
            int b,
            double[] outRe,
            int c,
            double[] outIm,
            int d,
            double[] buffer,
            int columns,
            Workspace workspace,
            Parallelism parallelism) {
        int workers = parallelism.workers();
        int[] parts = new int[radices.length];
        int[] partLengths = new int[radices.length];
        int most = 1;
        for (int i = 0; i < parts.length; i++) {
            int extent = extent(i, columns);
            int s = n / radices[i] / distances[i] * columns;
            boolean whole = i == parts.length - 1 || s < DoubleFourierKernel.GRAIN;
            int grain = whole ? DoubleFourierKernel.GRAIN : 1;
            int partGrains = (int) Math.ceilDiv((long) extent / grain, (long) PARTS_PER_WORKER * workers);
            partLengths[i] = Math.max(1, partGrains) * grain;
            parts[i] = Math.max(1, extent / partLengths[i]); // the last part also has what is left
            most = Math.max(most, parts[i]);
        }
        workspace.worker(Math.min(workers, most) - 1);
        parallelism.inPhases(parts, (i, part, worker) -> {
            Workspace own = workspace.worker(worker);
            double[] scratch = own.takeDoubles(KERNEL.scratchLength());
            try {
                int first = part * partLengths[i];
                int past = part == parts[i] - 1 ? extent(i, columns) : first + partLengths[i];
                pass(i, first, past, re, a, im, b, outRe, c, outIm, d, buffer, columns, scratch);
            } finally {
                own.releaseDoubles();
            }
        });
    }

    /** A part of pass {@code i}: the first one reads the input, each other what the one before wrote, and the last goes to the output. */
    private void pass(
            int i,
            int first,
            int past,
            double[] inRe,
            int a,
            double[] inIm,
            int b,
            double[] outRe,
            int c,
            double[] outIm,
            int d,
            double[] buffer,
            int columns,
            double[] scratch) {
        int bufferIm = n * columns + Workspace.APART;
        boolean toOutput = (radices.length - i) % 2 == 1;
        boolean fromOutput = i > 0 && !toOutput;
        boolean fromBuffer = i > 0 && toOutput;
        int m = distances[i];
        KERNEL.pass(
                radices[i],
                fromOutput ? outRe : fromBuffer ? buffer : inRe,
                fromOutput ? c : fromBuffer ? 0 : a,
                fromOutput ? outIm : fromBuffer ? buffer : inIm,
                fromOutput ? d : fromBuffer ? bufferIm : b,
                toOutput ? outRe : buffer,
                toOutput ? c : 0,
                toOutput ? outIm : buffer,
                toOutput ? d : bufferIm,
                m,
                n / radices[i] / m * columns,
                first,
                past,
                i == 0 && columns == 1 ? leadingFactors : factors[i],
                0,
                scratch);
    }

    private void whole(
            double[] inRe,
            int inReOffset,
            double[] inIm,
            int inImOffset,
            double[] outRe,
            int outReOffset,
            double[] outIm,
            int outImOffset,
            Workspace workspace) {
        double[] buffer = workspace.takeDoubles(KERNEL.wholeScratchLength(n));
        try {
            KERNEL.whole(
                    n,
                    inRe,
                    inReOffset,
                    inIm,
                    inImOffset,
                    outRe,
                    outReOffset,
                    outIm,
                    outImOffset,
                    leadingFactors,
                    factors,
                    buffer);
        } finally {
            workspace.releaseDoubles();
        }
    }
}
