package dev.lanewise.engine.fourier;

import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.Backend;
import dev.lanewise.engine.roots.RootsOfUnity;
import dev.lanewise.engine.scalar.DoubleFourierKernel;
import java.util.List;
import java.util.stream.IntStream;

/** The passes of a smooth length, on one vector or on several that lie interleaved. */
final class DoubleFourierPasses {
    static final DoubleFourierKernel KERNEL =
            Backend.choose(() -> new dev.lanewise.engine.simd.DoubleFourierKernel(), DoubleFourierKernel::new);

    /** Longer vectors are not transformed several at once: their factors would be kept twice. */
    static final int LONGEST_COLUMN = 1 << 12;

    /** From here on memory is the matter, and passes run in pairs: shorter vectors gained nothing by it. */
    private static final int LONG = 1 << 19;

    /** Longer vectors are shared among threads, if there are any, also where one kernel does all passes at once. */
    static final int LONGEST_ON_ONE_THREAD = 1 << 15;

    /** Parts of a pass for each thread: enough that a slow one does not hold up the others. */
    static final int PARTS_PER_WORKER = 4;

    static final int START = Workspace.lineStart(Double.BYTES);
    private static final int LINE = 64 / Double.BYTES;

    private final int n;
    private final int[] radices;

    /** The {@code m} of each pass. */
    private final int[] distances;

    /** Of each pass, for one {@code p} after the other. */
    private final double[][] factors;

    /** Of the first pass on one vector, as the kernel wants them. */
    private final double[] leadingFactors;

    /** The first pass of each sweep over memory: of a pass, or of a pair. */
    private final int[] sweeps;

    /** The pairs, null for single passes. */
    private final DoubleFourierPair[] pairs;

    /** Of one column; null if there is no kernel for it. */
    private final DoubleFourierBlocks blocks;

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
        pairs = new DoubleFourierPair[factors.length];
        IntStream.Builder starts = IntStream.builder();
        for (int i = 0, sweep = 0; i < factors.length; i += pairs[sweep++] == null ? 1 : 2) {
            starts.add(i);
            pairs[sweep] = pair(i);
        }
        sweeps = starts.build().toArray();
        blocks = DoubleFourierBlocks.suits(n) ? new DoubleFourierBlocks(n, leadingFactors, factors) : null;
    }

    /** A pass and the next one, or null if they do not make a pair. */
    private DoubleFourierPair pair(int i) {
        int s = n / radices[i] / distances[i];
        if (n < LONG || i + 1 == radices.length || !DoubleFourierPair.suits(radices[i], radices[i + 1], s)) {
            return null;
        }
        return new DoubleFourierPair(radices[i], radices[i + 1], factors[i], factors[i + 1], s, distances[i + 1]);
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
        if (radices.length == 0) {
            System.arraycopy(inRe, inReOffset, outRe, outReOffset, size);
            System.arraycopy(inIm, inImOffset, outIm, outImOffset, size);
            return;
        }
        int a = inReOffset, b = inImOffset, c = outReOffset, d = outImOffset;
        if (columns == 1 && blocks != null) {
            blocks.run(inRe, a, inIm, b, outRe, c, outIm, d, workspace, parallelism);
            return;
        }
        if (columns == 1 && KERNEL.runsWhole(n) && (parallelism.workers() == 1 || n <= LONGEST_ON_ONE_THREAD)) {
            whole(inRe, a, inIm, b, outRe, c, outIm, d, workspace);
            return;
        }
        int bufferIm = bufferIm(columns);
        double[] buffer = workspace.lined().takeDoubles(bufferIm + size);
        try {
            double[] re = inRe, im = inIm;
            // Sweeps go between arrays, the last to the output; if the first does too, the input must not be there.
            if (sweeps.length % 2 == 1 && inRe == outRe && inReOffset == outReOffset) {
                System.arraycopy(inRe, inReOffset, buffer, START, size);
                System.arraycopy(inIm, inImOffset, buffer, bufferIm, size);
                re = buffer;
                im = buffer;
                a = START;
                b = bufferIm;
            }
            if (parallelism.workers() > 1) {
                share(re, a, im, b, outRe, c, outIm, d, buffer, columns, workspace, parallelism);
                return;
            }
            for (int i = 0; i < sweeps.length; i++) {
                sweep(i, 0, extent(i, columns), re, a, im, b, outRe, c, outIm, d, buffer, columns, workspace);
            }
        } finally {
            workspace.lined().releaseDoubles();
        }
    }

    /**
     * {@link #run} of one column of numbers whose parts alternate, the real ones first unless exchanged; the output is apart from
     * them, and perhaps scratch on whole lines of the cache.
     */
    void runPairs(
            double[] in,
            int inOffset,
            boolean exchanged,
            double[] outRe,
            int outReOffset,
            double[] outIm,
            int outImOffset,
            boolean isScratch,
            Workspace workspace,
            Parallelism parallelism) {
        int c = outReOffset, d = outImOffset, im = n + Workspace.APART;
        if (blocks != null && KERNEL.sweepsPairs()) {
            blocks.runPairs(in, inOffset, exchanged, outRe, c, outIm, d, isScratch, workspace, parallelism);
            return;
        }
        if (KERNEL.readsPairs(n)) {
            double[] w = leadingFactors, buffer = workspace.lined().takeDoubles(START + KERNEL.wholeScratchLength(n));
            try {
                KERNEL.wholePairs(n, in, inOffset, exchanged, outRe, c, outIm, d, w, factors, buffer);
            } finally {
                workspace.lined().releaseDoubles();
            }
            return;
        }
        double[] z = workspace.takeDoubles(im + n);
        try {
            KERNEL.split(in, inOffset, z, exchanged ? im : 0, z, exchanged ? 0 : im, n);
            run(z, 0, z, im, outRe, c, outIm, d, 1, workspace, parallelism);
        } finally {
            workspace.releaseDoubles();
        }
    }

    /** Where imaginary parts lie in the buffer, on whole lines as the real ones are. */
    private int bufferIm(int columns) {
        return imaginaryStart(n * columns);
    }

    /** Where imaginary parts begin in scratch whose real parts, so many of them, begin at {@link #START}. */
    static int imaginaryStart(int length) {
        return START + Math.ceilDiv(length, LINE) * LINE + Workspace.APART;
    }

    /** Into how many pieces a sweep can be cut: the blocks of a pair, the {@code p} of a pass, or the {@code q} of the last. */
    private int extent(int i, int columns) {
        int pass = sweeps[i];
        if (pairs[i] != null) {
            return pairs[i].blocks();
        }
        return distances[pass] == 1 ? n / radices[pass] * columns : distances[pass];
    }

    /** All sweeps, cut into parts. */
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
        int[] parts = new int[sweeps.length];
        int[] partLengths = new int[sweeps.length];
        int most = 1;
        for (int i = 0; i < parts.length; i++) {
            int extent = extent(i, columns), pass = sweeps[i];
            int s = n / radices[pass] / distances[pass] * columns;
            boolean whole = distances[pass] == 1 || s < DoubleFourierKernel.GRAIN;
            int grain = pairs[i] == null && whole ? DoubleFourierKernel.GRAIN : 1;
            int partGrains = (int) Math.ceilDiv((long) extent / grain, (long) PARTS_PER_WORKER * workers);
            partLengths[i] = Math.max(1, partGrains) * grain;
            parts[i] = Math.max(1, extent / partLengths[i]); // the last part also has what is left
            most = Math.max(most, parts[i]);
        }
        workspace.worker(Math.min(workers, most) - 1);
        parallelism.inPhases(parts, (i, part, worker) -> {
            int first = part * partLengths[i];
            int past = part == parts[i] - 1 ? extent(i, columns) : first + partLengths[i];
            sweep(i, first, past, re, a, im, b, outRe, c, outIm, d, buffer, columns, workspace.worker(worker));
        });
    }

    /** A part of sweep {@code i}: the first one reads the input, each other what the one before wrote, and the last goes to the output. */
    private void sweep(
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
            Workspace workspace) {
        boolean toOutput = (sweeps.length - i) % 2 == 1;
        boolean fromOutput = i > 0 && !toOutput;
        boolean fromBuffer = i > 0 && toOutput;
        int bufferIm = bufferIm(columns);
        double[] srcRe = fromOutput ? outRe : fromBuffer ? buffer : inRe;
        double[] srcIm = fromOutput ? outIm : fromBuffer ? buffer : inIm;
        double[] dstRe = toOutput ? outRe : buffer, dstIm = toOutput ? outIm : buffer;
        int e = fromOutput ? c : fromBuffer ? START : a, f = fromOutput ? d : fromBuffer ? bufferIm : b;
        int g = toOutput ? c : START, h = toOutput ? d : bufferIm;
        DoubleFourierPair pair = pairs[i];
        double[] scratch = workspace.takeDoubles(KERNEL.scratchLength());
        try {
            if (pair == null) {
                int pass = sweeps[i], radix = radices[pass], m = distances[pass], s = n / radix / m * columns;
                double[] w = pass == 0 && columns == 1 ? leadingFactors : factors[pass];
                KERNEL.pass(radix, srcRe, e, srcIm, f, dstRe, g, dstIm, h, m, s, first, past, w, 0, scratch);
            } else {
                double[] block = workspace.takeDoubles(pair.scratchLength());
                try {
                    pair.run(first, past, srcRe, e, srcIm, f, dstRe, g, dstIm, h, block, scratch);
                } finally {
                    workspace.releaseDoubles();
                }
            }
        } finally {
            workspace.releaseDoubles();
        }
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
        double[] buffer = workspace.lined().takeDoubles(START + KERNEL.wholeScratchLength(n));
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
            workspace.lined().releaseDoubles();
        }
    }
}
