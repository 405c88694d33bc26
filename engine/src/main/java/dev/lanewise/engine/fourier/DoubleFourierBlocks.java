package dev.lanewise.engine.fourier;

import static dev.lanewise.engine.fourier.DoubleFourierPasses.KERNEL;
import static dev.lanewise.engine.fourier.DoubleFourierPasses.PARTS_PER_WORKER;

import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;

/**
 * All passes of a length whose kernel takes them in two sweeps over memory, block by block. What is between the sweeps is in the
 * output, or, where that is the input, in a copy.
 */
final class DoubleFourierBlocks {
    /** Longer vectors are shared among threads, if there are any. */
    private static final int LONGEST_ON_ONE_THREAD = 1 << 15;

    private final int n;
    private final double[] leadingFactors;
    private final double[][] factors;

    /** The passes of length {@code n}, one that {@link #suits}. */
    DoubleFourierBlocks(int n, double[] leadingFactors, double[][] factors) {
        this.n = n;
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
        int a = inReOffset, b = inImOffset, c = outReOffset, d = outImOffset;
        if (inRe != outRe || a != c) {
            sweep(0, inRe, a, inIm, b, outRe, c, outIm, d, workspace, parallelism);
            sweep(1, outRe, c, outIm, d, outRe, c, outIm, d, workspace, parallelism);
            return;
        }
        int im = n + Workspace.APART;
        double[] between = workspace.takeDoubles(im + n);
        try {
            sweep(0, inRe, a, inIm, b, between, 0, between, im, workspace, parallelism);
            sweep(1, between, 0, between, im, outRe, c, outIm, d, workspace, parallelism);
        } finally {
            workspace.releaseDoubles();
        }
    }

    private void sweep(
            int sweep,
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
            sweep(sweep, 0, blocks, srcRe, a, srcIm, b, dstRe, c, dstIm, d, workspace);
            return;
        }
        int parts = Math.min(blocks, PARTS_PER_WORKER * workers);
        workspace.worker(Math.min(workers, parts) - 1);
        parallelism.forEach(parts, (part, worker) -> {
            int first = (int) ((long) blocks * part / parts), past = (int) ((long) blocks * (part + 1) / parts);
            sweep(sweep, first, past, srcRe, a, srcIm, b, dstRe, c, dstIm, d, workspace.worker(worker));
        });
    }

    private void sweep(
            int sweep,
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
        double[] scratch = workspace.takeDoubles(KERNEL.wholeScratchLength(n));
        try {
            KERNEL.sweep(
                    n, sweep, srcRe, a, srcIm, b, dstRe, c, dstIm, d, first, past, leadingFactors, factors, scratch);
        } finally {
            workspace.releaseDoubles();
        }
    }
}
