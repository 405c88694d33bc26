package dev.lanewise.engine.fourier;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;

/**
 * What a {@link DoubleFourierPlan} does with vectors anywhere in its arrays, once everything is checked: adjacent elements
 * are transformed where they are, interleaved vectors several at once through a buffer of as many columns, any other stride
 * through a buffer of one vector.
 */
final class DoubleFourierBatch {
    /** Columns that are transformed together: a cache line or two of each row, and a vector at any width. */
    private static final int COLUMNS = 16;

    /** Fewer columns than these are transformed one by one. */
    private static final int FEW_COLUMNS = 4;

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
        if (in.stride() == 1 && out.stride() == 1) {
            for (int vector = first; vector < past; vector++) {
                one(
                        inRe,
                        in.start(vector),
                        inIm,
                        in.start(vector),
                        outRe,
                        outIm,
                        out.start(vector),
                        scale,
                        workspace,
                        parallelism);
            }
            return;
        }
        boolean together = in.distance() == 1
                && out.distance() == 1
                && convolution == null
                && schedule.n() <= DoubleFourierPasses.LONGEST_COLUMN;
        for (int vector = first; vector < past; ) {
            int columns = together && past - vector >= FEW_COLUMNS ? Math.min(COLUMNS, past - vector) : 1;
            throughBuffer(
                    inRe,
                    inIm,
                    in.start(vector),
                    in.stride(),
                    outRe,
                    outIm,
                    out.start(vector),
                    out.stride(),
                    columns,
                    scale,
                    workspace,
                    parallelism);
            vector += columns;
        }
    }

    /** One vector of adjacent elements. */
    private void one(
            double[] inRe,
            int inReOffset,
            double[] inIm,
            int inImOffset,
            double[] outRe,
            double[] outIm,
            int to,
            double scale,
            Workspace workspace,
            Parallelism parallelism) {
        if (convolution != null) {
            convolution.run(inRe, inReOffset, inIm, inImOffset, outRe, to, outIm, to, workspace, parallelism);
        } else {
            passes.run(inRe, inReOffset, inIm, inImOffset, outRe, to, outIm, to, 1, workspace, parallelism);
        }
        if (scale != 1) {
            DoubleFourierPasses.KERNEL.scale(outRe, to, schedule.n(), scale);
            DoubleFourierPasses.KERNEL.scale(outIm, to, schedule.n(), scale);
        }
    }

    /** Adjacent vectors, gathered as columns and scattered again. */
    private void throughBuffer(
            double[] inRe,
            double[] inIm,
            int from,
            int inStride,
            double[] outRe,
            double[] outIm,
            int to,
            int outStride,
            int columns,
            double scale,
            Workspace workspace,
            Parallelism parallelism) {
        int n = schedule.n();
        int size = n * columns;
        double[] re = workspace.takeDoubles(size);
        double[] im = workspace.takeDoubles(size);
        try {
            for (int i = 0; i < n; i++) {
                System.arraycopy(inRe, from + i * inStride, re, i * columns, columns);
                System.arraycopy(inIm, from + i * inStride, im, i * columns, columns);
            }
            if (columns == 1) {
                one(re, 0, im, 0, re, im, 0, scale, workspace, parallelism);
            } else {
                passes.run(re, 0, im, 0, re, 0, im, 0, columns, workspace, parallelism);
                if (scale != 1) {
                    DoubleFourierPasses.KERNEL.scale(re, 0, size, scale);
                    DoubleFourierPasses.KERNEL.scale(im, 0, size, scale);
                }
            }
            for (int i = 0; i < n; i++) {
                System.arraycopy(re, i * columns, outRe, to + i * outStride, columns);
                System.arraycopy(im, i * columns, outIm, to + i * outStride, columns);
            }
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
        for (int vector = first; vector < past; vector++) {
            int from = inLayout.start(vector);
            int to = outLayout.start(vector);
            interleaved(
                    in, from, inLayout.stride(), out, to, outLayout.stride(), inverse, scale, workspace, parallelism);
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
        int n = schedule.n();
        double[] re = workspace.takeDoubles(n);
        double[] im = workspace.takeDoubles(n);
        try {
            if (inStride == 1) {
                DoubleFourierPasses.KERNEL.split(in, 2 * from, re, 0, im, 0, n);
            } else {
                for (int i = 0, at = 2 * from; i < n; i++, at += 2 * inStride) {
                    re[i] = in[at];
                    im[i] = in[at + 1];
                }
            }
            if (inverse) {
                one(im, 0, re, 0, im, re, 0, scale, workspace, parallelism);
            } else {
                one(re, 0, im, 0, re, im, 0, scale, workspace, parallelism);
            }
            if (outStride == 1) {
                DoubleFourierPasses.KERNEL.join(re, 0, im, 0, out, 2 * to, n);
            } else {
                for (int i = 0, at = 2 * to; i < n; i++, at += 2 * outStride) {
                    out[at] = re[i];
                    out[at + 1] = im[i];
                }
            }
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
        }
    }
}
