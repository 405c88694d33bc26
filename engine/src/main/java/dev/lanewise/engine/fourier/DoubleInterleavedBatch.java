package dev.lanewise.engine.fourier;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.batch.DoubleColumns;

/** What a {@link DoubleFourierPlan} does with vectors whose real and imaginary parts alternate, once everything is checked. */
final class DoubleInterleavedBatch {
    /** Columns that are transformed together. */
    private static final int COLUMNS = DoubleColumns.MOST;

    private final int n;
    private final DoubleFourierBatch batch;

    /** Of vectors of one length, which another batch transforms once their parts are taken apart. */
    DoubleInterleavedBatch(int n, DoubleFourierBatch batch) {
        this.n = n;
        this.batch = batch;
    }

    /**
     * All vectors, real and imaginary parts alternating in one array each, of which the layouts count the pairs: forward, or
     * backwards, then times {@code scale}.
     */
    void run(
            double[] in,
            Layout inLayout,
            double[] out,
            Layout outLayout,
            boolean inverse,
            double scale,
            Workspace workspace,
            Parallelism asked) {
        int count = inLayout.count();
        Parallelism parallelism = asked.forOperations(count * batch.operations());
        if (Math.min(parallelism.workers(), count) <= 1) {
            several(in, inLayout, out, outLayout, inverse, scale, 0, count, workspace, parallelism);
            return;
        }
        DoubleFourierBatch.inPieces(
                count,
                workspace,
                parallelism,
                (first, past, scratch) ->
                        several(in, inLayout, out, outLayout, inverse, scale, first, past, scratch, Parallelism.NONE));
    }

    private void several(
            double[] in,
            Layout inLayout,
            double[] out,
            Layout outLayout,
            boolean inverse,
            double scale,
            int first,
            int past,
            Workspace workspace,
            Parallelism parallelism) {
        int fewest = batch.fewestTogether(inLayout, outLayout);
        for (int vector = first; vector < past; ) {
            int columns = past - vector >= fewest ? Math.min(COLUMNS, past - vector) : 1;
            if (columns == 1) {
                int from = inLayout.start(vector);
                int to = outLayout.start(vector);
                interleaved(
                        in,
                        from,
                        inLayout.stride(),
                        out,
                        to,
                        outLayout.stride(),
                        inverse,
                        scale,
                        workspace,
                        parallelism);
            } else {
                pairsThroughBuffer(
                        in, inLayout, out, outLayout, vector, columns, inverse, scale, workspace, parallelism);
            }
            vector += columns;
        }
    }

    /** Some vectors of pairs, gathered as columns of real and of imaginary parts and scattered again. */
    private void pairsThroughBuffer(
            double[] in,
            Layout inLayout,
            double[] out,
            Layout outLayout,
            int vector,
            int columns,
            boolean inverse,
            double scale,
            Workspace workspace,
            Parallelism parallelism) {
        double[] re = workspace.takeDoubles(n * columns);
        double[] im = workspace.takeDoubles(n * columns);
        double[] pairs = workspace.takeDoubles(2 * n * columns);
        try {
            int from = inLayout.start(vector), to = outLayout.start(vector);
            DoubleColumns.gatherPairs(in, from, inLayout.stride(), inLayout.distance(), columns, n, re, im, pairs);
            double[] x = inverse ? im : re, y = inverse ? re : im;
            batch.columns(x, 0, y, 0, x, 0, y, 0, columns, scale, workspace, parallelism);
            DoubleColumns.scatterPairs(re, im, out, to, outLayout.stride(), outLayout.distance(), columns, n, pairs);
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
            workspace.releaseDoubles();
        }
    }

    private void interleaved(
            double[] in,
            int from,
            int inStride,
            double[] out,
            int to,
            int outStride,
            boolean inverse,
            double scale,
            Workspace workspace,
            Parallelism parallelism) {
        int re = DoubleFourierPasses.START, im = DoubleFourierPasses.imaginaryStart(n);
        double[] z = workspace.lined().takeDoubles(im + n);
        int a = inverse ? im : re, b = inverse ? re : im;
        try {
            if (inStride == 1) {
                batch.onePairs(in, 2 * from, inverse, z, a, z, b, true, workspace, parallelism);
            } else {
                for (int i = 0, at = 2 * from; i < n; i++, at += 2 * inStride) {
                    z[re + i] = in[at];
                    z[im + i] = in[at + 1];
                }
                batch.one(z, a, z, b, z, a, z, b, 1, workspace, parallelism);
            }
            batch.scale(z, re, z, im, scale);
            if (outStride == 1) {
                DoubleFourierPasses.KERNEL.join(z, re, z, im, out, 2 * to, n);
            } else {
                for (int i = 0, at = 2 * to; i < n; i++, at += 2 * outStride) {
                    out[at] = z[re + i];
                    out[at + 1] = z[im + i];
                }
            }
        } finally {
            workspace.lined().releaseDoubles();
        }
    }
}
