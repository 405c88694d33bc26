package dev.lanewise.engine.fourier;

import static dev.lanewise.engine.fourier.DoubleFourierPasses.KERNEL;
import static dev.lanewise.engine.fourier.DoubleFourierPasses.LONGEST_ON_ONE_THREAD;
import static dev.lanewise.engine.fourier.DoubleFourierPasses.PARTS_PER_WORKER;

import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;

/**
 * All passes of a length whose kernel takes them in two sweeps over memory, block by block. What is between the sweeps is in the
 * output or in a copy.
 */
final class DoubleFourierBlocks {
    /** How real and imaginary parts lie: in places of their own, or, in the first sweep, side by side. */
    private enum Input {
        APART,
        PAIRS,
        EXCHANGED_PAIRS
    }

    /** Fewest numbers for a copy between the sweeps that need not be: both parts of which the first cache does not hold. */
    private static final int FEWEST = (1 << 15) / Double.BYTES;

    /** Input, copy and output are all in the second cache up to here, and from there on none of them. */
    private static final int MOST_NEAR = (1 << 17) / Double.BYTES;

    private static final int FEWEST_FAR = (1 << 20) / Double.BYTES;

    private final int n;

    /**
     * Whether there is a copy anyway: its parts begin with lines of the cache, and not at the same place of a page, of which one knows
     * nothing of the output.
     */
    private final boolean copies;

    private final double[] leadingFactors;
    private final double[][] factors;

    /** The passes of length {@code n}, one that {@link #suits}. */
    DoubleFourierBlocks(int n, double[] leadingFactors, double[][] factors) {
        this.n = n;
        copies = n >= FEWEST && (n <= MOST_NEAR || n >= FEWEST_FAR);
        this.leadingFactors = leadingFactors;
        this.factors = factors;
    }

    static boolean suits(int n) {
        return KERNEL.blocks(n, 0) > 0;
    }

    /** As {@link DoubleFourierPasses#run}, of one column. */
    void run(
            double[] inRe,
            int inReOffset,
            double[] inIm,
            int inImOffset,
            double[] outRe,
            int outReOffset,
            double[] outIm,
            int outImOffset,
            Workspace workspace,
            Parallelism parallelism) {
        boolean isInPlace = inRe == outRe && inReOffset == outReOffset;
        sweeps(
                copies || isInPlace,
                Input.APART,
                inRe,
                inReOffset,
                inIm,
                inImOffset,
                outRe,
                outReOffset,
                outIm,
                outImOffset,
                workspace,
                parallelism);
    }

    /**
     * As {@link #run}, of numbers whose parts alternate, the real ones first unless exchanged; the output is apart from them. If it is
     * scratch on whole lines of the cache, there is no other copy.
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
        int a = inOffset, c = outReOffset, d = outImOffset;
        Input input = exchanged ? Input.EXCHANGED_PAIRS : Input.PAIRS;
        sweeps(copies && !isScratch, input, in, a, in, a, outRe, c, outIm, d, workspace, parallelism);
    }

    private void sweeps(
            boolean throughCopy,
            Input input,
            double[] srcRe,
            int a,
            double[] srcIm,
            int b,
            double[] dstRe,
            int c,
            double[] dstIm,
            int d,
            Workspace workspace,
            Parallelism parallelism) {
        if (!throughCopy) {
            sweep(0, input, srcRe, a, srcIm, b, dstRe, c, dstIm, d, workspace, parallelism);
            sweep(1, Input.APART, dstRe, c, dstIm, d, dstRe, c, dstIm, d, workspace, parallelism);
            return;
        }
        int re = DoubleFourierPasses.START, im = DoubleFourierPasses.imaginaryStart(n);
        double[] copy = workspace.lined().takeDoubles(im + n);
        try {
            sweep(0, input, srcRe, a, srcIm, b, copy, re, copy, im, workspace, parallelism);
            sweep(1, Input.APART, copy, re, copy, im, dstRe, c, dstIm, d, workspace, parallelism);
        } finally {
            workspace.lined().releaseDoubles();
        }
    }

    private void sweep(
            int sweep,
            Input input,
            double[] srcRe,
            int a,
            double[] srcIm,
            int b,
            double[] dstRe,
            int c,
            double[] dstIm,
            int d,
            Workspace workspace,
            Parallelism parallelism) {
        int blocks = KERNEL.blocks(n, sweep), workers = n > LONGEST_ON_ONE_THREAD ? parallelism.workers() : 1;
        if (workers == 1) {
            part(sweep, input, 0, blocks, srcRe, a, srcIm, b, dstRe, c, dstIm, d, workspace);
            return;
        }
        share(sweep, input, blocks, srcRe, a, srcIm, b, dstRe, c, dstIm, d, workspace, parallelism);
    }

    /** Apart from {@link #sweep}, so that the object that the lambda is comes into being here alone. */
    private void share(
            int sweep,
            Input input,
            int blocks,
            double[] srcRe,
            int a,
            double[] srcIm,
            int b,
            double[] dstRe,
            int c,
            double[] dstIm,
            int d,
            Workspace workspace,
            Parallelism parallelism) {
        int parts = (int) Math.min(blocks, (long) PARTS_PER_WORKER * parallelism.workers());
        workspace.worker(Math.min(parallelism.workers(), parts) - 1);
        parallelism.forEach(parts, (index, worker) -> {
            int first = (int) ((long) blocks * index / parts), past = (int) ((long) blocks * (index + 1) / parts);
            part(sweep, input, first, past, srcRe, a, srcIm, b, dstRe, c, dstIm, d, workspace.worker(worker));
        });
    }

    private void part(
            int sweep,
            Input input,
            int first,
            int past,
            double[] srcRe,
            int a,
            double[] srcIm,
            int b,
            double[] dstRe,
            int c,
            double[] dstIm,
            int d,
            Workspace workspace) {
        int length = DoubleFourierPasses.START + KERNEL.wholeScratchLength(n);
        double[] scratch = workspace.lined().takeDoubles(length), w = leadingFactors;
        try {
            if (input == Input.APART) {
                KERNEL.sweep(n, sweep, srcRe, a, srcIm, b, dstRe, c, dstIm, d, first, past, w, factors, scratch);
            } else {
                boolean exchanged = input == Input.EXCHANGED_PAIRS;
                KERNEL.sweepPairs(n, srcRe, a, exchanged, dstRe, c, dstIm, d, first, past, w, factors, scratch);
            }
        } finally {
            workspace.lined().releaseDoubles();
        }
    }
}
