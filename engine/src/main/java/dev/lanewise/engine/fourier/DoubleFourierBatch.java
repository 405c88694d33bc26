package dev.lanewise.engine.fourier;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.batch.DoubleColumns;

/**
 * What a {@link DoubleFourierPlan} does with vectors anywhere in its arrays, once everything is checked: several that are
 * short side by side, as the columns of a buffer; long ones of adjacent elements where they are; what is left as the rows of a
 * buffer.
 */
final class DoubleFourierBatch {
    /** Columns that are transformed together: a cache line or two of each row, and a vector at any width. */
    private static final int COLUMNS = DoubleColumns.MOST;

    /**
     * Longer vectors, of which none is adjacent, are rather turned to rows, which stay in the first cache one by one: columns of 128
     * numbers took a fifth longer, of 1000 two thirds.
     */
    private static final int LONGEST_GATHERED = 1 << 6;

    /** Buffers do not grow beyond this for the sake of more than {@link #FEW_COLUMNS}. */
    private static final int LARGE_BUFFER = 1 << 16;

    /** One cache line of each row. */
    private static final int FEW_COLUMNS = 8;

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

    /**
     * All vectors: forward, then times {@code scale}. Layouts are those of real parts, and imaginary parts are so far from them:
     * 0 where both lie alike in arrays of their own.
     */
    void run(
            double[] inRe,
            double[] inIm,
            Layout in,
            int inApart,
            double[] outRe,
            double[] outIm,
            Layout out,
            int outApart,
            double scale,
            Workspace workspace,
            Parallelism asked) {
        int count = in.count();
        Parallelism parallelism = asked.forOperations(count * operations);
        if (Math.min(parallelism.workers(), count) <= 1) {
            several(inRe, inIm, in, inApart, outRe, outIm, out, outApart, scale, 0, count, workspace, parallelism);
            return;
        }
        inPieces(
                count,
                workspace,
                parallelism,
                (first, past, scratch) -> several(
                        inRe,
                        inIm,
                        in,
                        inApart,
                        outRe,
                        outIm,
                        out,
                        outApart,
                        scale,
                        first,
                        past,
                        scratch,
                        Parallelism.NONE));
    }

    /** Of one vector, about: to see how many threads pay. */
    long operations() {
        return operations;
    }

    /** What to do with some of the vectors. */
    interface Piece {
        void run(int first, int past, Workspace workspace);
    }

    static void inPieces(int count, Workspace workspace, Parallelism parallelism, Piece piece) {
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
            int inApart,
            double[] outRe,
            double[] outIm,
            Layout out,
            int outApart,
            double scale,
            int first,
            int past,
            Workspace workspace,
            Parallelism parallelism) {
        boolean adjacent = in.stride() == 1 && out.stride() == 1;
        boolean matrix = in.distance() < in.stride() || out.distance() < out.stride();
        int most = matrix ? Math.clamp(LARGE_BUFFER / schedule.n(), FEW_COLUMNS, COLUMNS) : 1;
        int fewest = fewestTogether(in, out);
        for (int vector = first; vector < past; ) {
            int left = past - vector, columns = left >= fewest ? Math.min(COLUMNS, left) : 1;
            int a = in.start(vector), b = a + inApart, c = out.start(vector), d = c + outApart;
            if (columns > 1 && isBlock(in, columns) && isBlock(out, columns)) {
                columns(inRe, a, inIm, b, outRe, c, outIm, d, columns, scale, workspace, parallelism);
            } else if (columns > 1 && schedule.n() <= LONGEST_GATHERED) {
                asColumns(inRe, a, inIm, b, in, outRe, c, outIm, d, out, columns, scale, workspace, parallelism);
            } else if (adjacent) {
                columns = 1;
                one(inRe, a, inIm, b, outRe, c, outIm, d, scale, workspace, parallelism);
            } else {
                columns = Math.min(most, left);
                asRows(inRe, a, inIm, b, in, outRe, c, outIm, d, out, columns, scale, workspace, parallelism);
            }
            vector += columns;
        }
    }

    /** How many vectors are transformed side by side at least. */
    int fewestTogether(Layout in, Layout out) {
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

    void scale(double[] re, int reOffset, double[] im, int imOffset, double scale) {
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
    void columns(
            double[] inRe,
            int a,
            double[] inIm,
            int b,
            double[] outRe,
            int c,
            double[] outIm,
            int d,
            int columns,
            double scale,
            Workspace workspace,
            Parallelism parallelism) {
        passes.run(inRe, a, inIm, b, outRe, c, outIm, d, columns, workspace, parallelism);
        if (scale != 1) {
            DoubleFourierPasses.KERNEL.scale(outRe, c, schedule.n() * columns, scale);
            DoubleFourierPasses.KERNEL.scale(outIm, d, schedule.n() * columns, scale);
        }
    }

    /** Some vectors, gathered as columns and scattered again. */
    private void asColumns(
            double[] inRe,
            int a,
            double[] inIm,
            int b,
            Layout in,
            double[] outRe,
            int c,
            double[] outIm,
            int d,
            Layout out,
            int columns,
            double scale,
            Workspace workspace,
            Parallelism parallelism) {
        int n = schedule.n();
        double[] re = workspace.takeDoubles(n * columns);
        double[] im = workspace.takeDoubles(n * columns);
        try {
            DoubleColumns.gather(inRe, a, in.stride(), in.distance(), columns, n, re, columns);
            DoubleColumns.gather(inIm, b, in.stride(), in.distance(), columns, n, im, columns);
            columns(re, 0, im, 0, re, 0, im, 0, columns, scale, workspace, parallelism);
            DoubleColumns.scatter(re, columns, outRe, c, out.stride(), out.distance(), columns, n);
            DoubleColumns.scatter(im, columns, outIm, d, out.stride(), out.distance(), columns, n);
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
        }
    }

    /** Some vectors, or one, turned to rows, one after the other, and back. */
    private void asRows(
            double[] inRe,
            int a,
            double[] inIm,
            int b,
            Layout in,
            double[] outRe,
            int c,
            double[] outIm,
            int d,
            Layout out,
            int columns,
            double scale,
            Workspace workspace,
            Parallelism parallelism) {
        int n = schedule.n();
        double[] re = workspace.takeDoubles(n * columns);
        double[] im = workspace.takeDoubles(n * columns);
        try {
            DoubleColumns.gather(inRe, a, in.distance(), in.stride(), n, columns, re, n);
            DoubleColumns.gather(inIm, b, in.distance(), in.stride(), n, columns, im, n);
            for (int at = 0; at < n * columns; at += n) {
                one(re, at, im, at, re, at, im, at, scale, workspace, parallelism);
            }
            DoubleColumns.scatter(re, n, outRe, c, out.distance(), out.stride(), n, columns);
            DoubleColumns.scatter(im, n, outIm, d, out.distance(), out.stride(), n, columns);
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
        }
    }
}
