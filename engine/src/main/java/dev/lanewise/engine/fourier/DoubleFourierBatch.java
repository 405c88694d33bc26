package dev.lanewise.engine.fourier;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.batch.DoubleColumns;

/**
 * What a {@link DoubleFourierPlan} does with vectors anywhere in its arrays, once everything is checked: several that are
 * short or not of adjacent elements side by side, as the columns of a buffer; long ones of adjacent elements where they are;
 * what is left through a buffer of one vector.
 */
final class DoubleFourierBatch {
    /** Columns that are transformed together: a cache line or two of each row, and a vector at any width. */
    private static final int COLUMNS = DoubleColumns.MOST;

    /** Fewer are transformed one by one. */
    private static final int FEWEST_TOGETHER = 4;

    /** Of vectors of adjacent elements, one more is wanted for each such part of their length. */
    private static final int LENGTH_PER_ROW = 4;

    /** Vectors of adjacent elements that are as long or longer fill the lanes by themselves. */
    private static final int SHORTEST_ROW_ALONE = 64;

    /** Pieces per thread: enough that a slow thread does not hold up the others. */
    private static final int PIECES_PER_WORKER = 4;

    private final FourierSchedule schedule;
    private final DoubleFourierPasses passes;

    /** Of a length with a large prime factor, or null. */
    private final DoubleFourierConvolution convolution;

    /** Of one vector, by the usual count, and one for each number that is only moved. */
    private final long operations;

    DoubleFourierBatch(FourierSchedule schedule) {
        this.schedule = schedule;
        passes = new DoubleFourierPasses(schedule.radices());
        convolution = schedule.isConvolution() ? DoubleFourierConvolution.of(schedule, passes) : null;
        operations = StrictMath.round(schedule.operations() + 2.0 * schedule.n());
    }

    /** All vectors: forward, then times {@code scale}. */
    void run(
            double[] inRe,
            double[] inIm,
            Layout in,
            double[] outRe,
            double[] outIm,
            Layout out,
            double scale,
            Workspace workspace,
            Parallelism asked) {
        int count = in.count();
        Parallelism parallelism = asked.forOperations(count * operations);
        if (Math.min(parallelism.workers(), count) <= 1) {
            several(inRe, inIm, in, outRe, outIm, out, scale, 0, count, workspace, parallelism);
            return;
        }
        inPieces(
                count,
                workspace,
                parallelism,
                (first, past, scratch) ->
                        several(inRe, inIm, in, outRe, outIm, out, scale, first, past, scratch, Parallelism.NONE));
    }

    /**
     * All vectors, real and imaginary parts alternating in one array each, of which the layouts count the pairs: forward, or
     * backwards, then times {@code scale}.
     */
    void runInterleaved(
            double[] in,
            Layout inLayout,
            double[] out,
            Layout outLayout,
            boolean inverse,
            double scale,
            Workspace workspace,
            Parallelism asked) {
        int count = inLayout.count();
        Parallelism parallelism = asked.forOperations(count * operations);
        if (Math.min(parallelism.workers(), count) <= 1) {
            severalInterleaved(in, inLayout, out, outLayout, inverse, scale, 0, count, workspace, parallelism);
            return;
        }
        inPieces(
                count,
                workspace,
                parallelism,
                (first, past, scratch) -> severalInterleaved(
                        in, inLayout, out, outLayout, inverse, scale, first, past, scratch, Parallelism.NONE));
    }

    /** What to do with some of the vectors. */
    private interface Piece {
        void run(int first, int past, Workspace workspace);
    }

    private static void inPieces(int count, Workspace workspace, Parallelism parallelism, Piece piece) {
        int workers = Math.min(parallelism.workers(), count);
        int pieces = (int) Math.min((long) PIECES_PER_WORKER * workers, (count + COLUMNS - 1L) / COLUMNS);
        int perPiece = pieces <= 1
                ? Math.ceilDiv(count, workers)
                : Math.ceilDiv(Math.ceilDiv(count, pieces), COLUMNS) * COLUMNS;
        workspace.worker(workers - 1);
        parallelism.forEach(Math.ceilDiv(count, perPiece), (number, worker) -> {
            int first = number * perPiece;
            piece.run(first, (int) Math.min(count, (long) first + perPiece), workspace.worker(worker));
        });
    }

    private void several(
            double[] inRe,
            double[] inIm,
            Layout in,
            double[] outRe,
            double[] outIm,
            Layout out,
            double scale,
            int first,
            int past,
            Workspace workspace,
            Parallelism parallelism) {
        boolean adjacent = in.stride() == 1 && out.stride() == 1;
        int fewest = fewestTogether(in, out);
        for (int vector = first; vector < past; ) {
            int columns = past - vector >= fewest ? Math.min(COLUMNS, past - vector) : 1;
            int from = in.start(vector), to = out.start(vector);
            if (columns == 1 && adjacent) {
                one(inRe, from, inIm, from, outRe, to, outIm, to, scale, workspace, parallelism);
            } else if (columns > 1 && isBlock(in, columns) && isBlock(out, columns)) {
                columns(inRe, inIm, from, outRe, outIm, to, columns, scale, workspace, parallelism);
            } else {
                throughBuffer(inRe, inIm, in, outRe, outIm, out, vector, columns, scale, workspace, parallelism);
            }
            vector += columns;
        }
    }

    /** How many vectors are transformed side by side at least. */
    private int fewestTogether(Layout in, Layout out) {
        int n = schedule.n();
        boolean rows = in.stride() == 1 && out.stride() == 1;
        if (convolution != null || n > DoubleFourierPasses.LONGEST_COLUMN || rows && n >= SHORTEST_ROW_ALONE) {
            return Integer.MAX_VALUE;
        }
        return rows ? Math.max(FEWEST_TOGETHER, n / LENGTH_PER_ROW) : FEWEST_TOGETHER;
    }

    /** Whether so many vectors lie as in a buffer. */
    private static boolean isBlock(Layout layout, int columns) {
        return layout.distance() == 1 && layout.stride() == columns;
    }

    /** One vector of adjacent elements: forward, then times {@code scale}. */
    void one(
            double[] inRe,
            int inReOffset,
            double[] inIm,
            int inImOffset,
            double[] outRe,
            int outReOffset,
            double[] outIm,
            int outImOffset,
            double scale,
            Workspace workspace,
            Parallelism parallelism) {
        if (convolution != null) {
            convolution.run(
                    inRe, inReOffset, inIm, inImOffset, outRe, outReOffset, outIm, outImOffset, workspace, parallelism);
        } else {
            passes.run(
                    inRe,
                    inReOffset,
                    inIm,
                    inImOffset,
                    outRe,
                    outReOffset,
                    outIm,
                    outImOffset,
                    1,
                    workspace,
                    parallelism);
        }
        scale(outRe, outReOffset, outIm, outImOffset, scale);
    }

    private void scale(double[] re, int reOffset, double[] im, int imOffset, double scale) {
        if (scale != 1) {
            DoubleFourierPasses.KERNEL.scale(re, reOffset, schedule.n(), scale);
            DoubleFourierPasses.KERNEL.scale(im, imOffset, schedule.n(), scale);
        }
    }

    /**
     * One vector of adjacent numbers whose parts alternate, the real ones first unless exchanged: forward, to a place apart from
     * them, which may be scratch on whole lines of the cache.
     */
    void onePairs(
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
        int c = outReOffset, d = outImOffset, n = schedule.n();
        if (convolution == null) {
            passes.runPairs(in, inOffset, exchanged, outRe, c, outIm, d, isScratch, workspace, parallelism);
            return;
        }
        double[] re = exchanged ? outIm : outRe, im = exchanged ? outRe : outIm;
        DoubleFourierPasses.KERNEL.split(in, inOffset, re, exchanged ? d : c, im, exchanged ? c : d, n);
        convolution.run(outRe, c, outIm, d, outRe, c, outIm, d, workspace, parallelism);
    }

    /** Vectors that lie interleaved with nothing between. */
    private void columns(
            double[] inRe,
            double[] inIm,
            int from,
            double[] outRe,
            double[] outIm,
            int to,
            int columns,
            double scale,
            Workspace workspace,
            Parallelism parallelism) {
        passes.run(inRe, from, inIm, from, outRe, to, outIm, to, columns, workspace, parallelism);
        if (scale != 1) {
            DoubleFourierPasses.KERNEL.scale(outRe, to, schedule.n() * columns, scale);
            DoubleFourierPasses.KERNEL.scale(outIm, to, schedule.n() * columns, scale);
        }
    }

    /** Some vectors, gathered as columns and scattered again. */
    private void throughBuffer(
            double[] inRe,
            double[] inIm,
            Layout in,
            double[] outRe,
            double[] outIm,
            Layout out,
            int vector,
            int columns,
            double scale,
            Workspace workspace,
            Parallelism parallelism) {
        int n = schedule.n();
        int from = in.start(vector), to = out.start(vector);
        double[] re = workspace.takeDoubles(n * columns);
        double[] im = workspace.takeDoubles(n * columns);
        try {
            DoubleColumns.gather(inRe, from, in.stride(), in.distance(), columns, n, re, columns);
            DoubleColumns.gather(inIm, from, in.stride(), in.distance(), columns, n, im, columns);
            if (columns == 1) {
                one(re, 0, im, 0, re, 0, im, 0, scale, workspace, parallelism);
            } else {
                columns(re, im, 0, re, im, 0, columns, scale, workspace, parallelism);
            }
            DoubleColumns.scatter(re, columns, outRe, to, out.stride(), out.distance(), columns, n);
            DoubleColumns.scatter(im, columns, outIm, to, out.stride(), out.distance(), columns, n);
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
        }
    }

    private void severalInterleaved(
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
        int fewest = fewestTogether(inLayout, outLayout);
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
        int n = schedule.n();
        double[] re = workspace.takeDoubles(n * columns);
        double[] im = workspace.takeDoubles(n * columns);
        double[] pairs = workspace.takeDoubles(2 * n * columns);
        try {
            int from = inLayout.start(vector), to = outLayout.start(vector);
            DoubleColumns.gatherPairs(in, from, inLayout.stride(), inLayout.distance(), columns, n, re, im, pairs);
            if (inverse) {
                columns(im, re, 0, im, re, 0, columns, scale, workspace, parallelism);
            } else {
                columns(re, im, 0, re, im, 0, columns, scale, workspace, parallelism);
            }
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
        int n = schedule.n(), re = DoubleFourierPasses.START, im = DoubleFourierPasses.imaginaryStart(n);
        double[] z = workspace.lined().takeDoubles(im + n);
        int a = inverse ? im : re, b = inverse ? re : im;
        try {
            if (inStride == 1) {
                onePairs(in, 2 * from, inverse, z, a, z, b, true, workspace, parallelism);
            } else {
                for (int i = 0, at = 2 * from; i < n; i++, at += 2 * inStride) {
                    z[re + i] = in[at];
                    z[im + i] = in[at + 1];
                }
                one(z, a, z, b, z, a, z, b, 1, workspace, parallelism);
            }
            scale(z, re, z, im, scale);
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
