package dev.lanewise.engine.batch;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import java.util.Objects;

/**
 * Runs a transform on vectors that lie anywhere, once everything is checked: side by side, {@link DoubleColumns#MOST} of them
 * in the lanes of vectors, where there are several that are short or not of adjacent elements; else one by one, where they are
 * if their elements are adjacent, or through buffers.
 */
public final class DoubleVectorBatch {
    /** Vectors that are gathered together: a cache line or two of each row. */
    private static final int COLUMNS = DoubleColumns.MOST;

    /** Fewer are not worth the lanes that stay empty. */
    private static final int FEWEST_TOGETHER = 4;

    /** Longer vectors fill lanes by themselves, so that one more of them is wanted for each such part of their length. */
    private static final int LENGTH_PER_VECTOR = 8;

    /** Longer vectors of adjacent elements fill the lanes by themselves. */
    private static final int LONGEST_ROW_TOGETHER = 128;

    /** Longer vectors side by side do not fit the caches. */
    private static final int LONGEST_COLUMN_TOGETHER = 1 << 13;

    /** Buffers do not grow beyond this for the sake of more than {@link #FEW_COLUMNS}. */
    private static final int LARGE_BUFFER = 1 << 18;

    /** One cache line of each row. */
    private static final int FEW_COLUMNS = 8;

    /** Between the columns of a buffer, so that they do not fall on the same sets of a cache. */
    private static final int GAP = 8;

    /** Pieces per thread: enough that a slow thread does not hold up the others. */
    private static final int PIECES_PER_WORKER = 4;

    private final int inLength;
    private final int outLength;

    /** Of one vector, those that only move a number among them. */
    private final long operations;

    private final Transform transform;
    private final Columns columns;

    /** A transform of one vector of adjacent elements; in place if input and output are the same. */
    @FunctionalInterface
    public interface Transform {
        /**
         * Transforms a vector.
         *
         * @param inRe holds the input, or its real parts
         * @param inIm holds the imaginary parts of the input, or is null
         * @param from the first element in both
         * @param outRe gets the output, or its real parts
         * @param outIm gets the imaginary parts of the output, or is null
         * @param to the first element in both
         * @param workspace scratch
         * @param parallelism how many threads may work on it
         */
        void run(
                double[] inRe,
                double[] inIm,
                int from,
                double[] outRe,
                double[] outIm,
                int to,
                Workspace workspace,
                Parallelism parallelism);
    }

    /** A transform of {@link DoubleColumns#MOST} vectors side by side; in place if input and output are the same. */
    @FunctionalInterface
    public interface Columns {
        /**
         * Transforms the columns of a matrix.
         *
         * @param inRe holds the input, or its real parts
         * @param inIm holds the imaginary parts of the input, or is null
         * @param from the first element of the first column in both
         * @param inPitch from one row to the next in both
         * @param outRe gets the output, or its real parts
         * @param outIm gets the imaginary parts of the output, or is null
         * @param to the first element of the first column in both
         * @param outPitch from one row to the next in both
         * @param workspace scratch
         * @param parallelism how many threads may work on it
         */
        void run(
                double[] inRe,
                double[] inIm,
                int from,
                int inPitch,
                double[] outRe,
                double[] outIm,
                int to,
                int outPitch,
                Workspace workspace,
                Parallelism parallelism);
    }

    /**
     * A batch of any size.
     *
     * @param inLength the length of the inputs
     * @param outLength the length of the outputs
     * @param operations how many floating-point operations one transform takes, about
     * @param transform the transform of one vector
     * @param columns the same of vectors side by side, to the same bits, or null if there is none
     */
    public DoubleVectorBatch(int inLength, int outLength, long operations, Transform transform, Columns columns) {
        this.inLength = inLength;
        this.outLength = outLength;
        this.operations = operations + inLength + outLength;
        this.transform = transform;
        this.columns = columns;
    }

    /**
     * Checks the arrays of a transform of complex vectors that holds either part in an array of its own, both at one layout.
     *
     * @param inRe real parts of the input
     * @param inIm imaginary parts of the input
     * @param outRe real parts of the output
     * @param outIm imaginary parts of the output
     * @throws IllegalArgumentException if two are the same array other than {@code inRe} with {@code outRe} and {@code inIm} with
     *     {@code outIm}, or only one of these
     */
    public static void checkParts(double[] inRe, double[] inIm, double[] outRe, double[] outIm) {
        String same = inRe == inIm
                ? "inRe and inIm"
                : outRe == outIm
                        ? "outRe and outIm"
                        : inRe == outIm ? "inRe and outIm" : inIm == outRe ? "inIm and outRe" : null;
        if (same != null) {
            throw new IllegalArgumentException("real and imaginary parts: got the same array for " + same
                    + ", wanted each part in arrays of its own");
        }
        if ((inRe == outRe) != (inIm == outIm)) {
            throw new IllegalArgumentException(
                    "output: got the array of the input for one part and not for the other, wanted both or neither");
        }
    }

    /**
     * Checks what comes through a public door, for a transform of vectors into others of the same length.
     *
     * @param in holds the input
     * @param inLayout where the vectors lie in it
     * @param out gets the output; may be {@code in}, with the same layout or apart
     * @param outLayout where the vectors go
     * @param workspace scratch
     * @param parallelism how many threads may work on it
     * @throws IllegalArgumentException if the vectors do not lie within the arrays, outputs overlap, the counts differ, or
     *     input and output overlap without being the same
     */
    public void checkInPlaceOrApart(
            double[] in,
            Layout inLayout,
            double[] out,
            Layout outLayout,
            Workspace workspace,
            Parallelism parallelism) {
        Objects.requireNonNull(inLayout, "inLayout");
        Objects.requireNonNull(outLayout, "outLayout");
        Objects.requireNonNull(workspace, "workspace");
        Objects.requireNonNull(parallelism, "parallelism");
        if (inLayout.count() != outLayout.count()) {
            throw new IllegalArgumentException(
                    "vectors: got " + inLayout.count() + " in and " + outLayout.count() + " out, wanted the same");
        }
        inLayout.checkWithin("input", Objects.requireNonNull(in, "in").length, inLength);
        outLayout.checkWithin("output", Objects.requireNonNull(out, "out").length, outLength);
        outLayout.checkDistinct("output", outLength);
        if (in == out) {
            inLayout.checkOverlap(inLength, outLayout, outLength);
        }
    }

    /**
     * Transforms all vectors, several at once on threads, or one after the other, each on threads as the transform likes.
     *
     * @param inRe holds the inputs, or their real parts
     * @param inIm holds the imaginary parts of the inputs, or is null
     * @param in where the vectors lie in both
     * @param outRe gets the outputs, or their real parts
     * @param outIm gets the imaginary parts of the outputs, or is null
     * @param out where the vectors go in both
     * @param workspace scratch
     * @param asked how many threads may work on it
     */
    public void run(
            double[] inRe,
            double[] inIm,
            Layout in,
            double[] outRe,
            double[] outIm,
            Layout out,
            Workspace workspace,
            Parallelism asked) {
        int count = in.count();
        Parallelism worthwhile = asked.forOperations(count * operations);
        int workers = Math.min(worthwhile.workers(), count);
        if (workers <= 1) {
            several(inRe, inIm, in, outRe, outIm, out, 0, count, workspace, asked);
        } else {
            inPieces(inRe, inIm, in, outRe, outIm, out, workspace, worthwhile, workers);
        }
    }

    /** Apart from {@link #run}, since it makes an object and that does not. */
    private void inPieces(
            double[] inRe,
            double[] inIm,
            Layout in,
            double[] outRe,
            double[] outIm,
            Layout out,
            Workspace workspace,
            Parallelism parallelism,
            int workers) {
        int count = in.count();
        int pieces = (int) Math.min((long) PIECES_PER_WORKER * workers, (count + COLUMNS - 1L) / COLUMNS);
        int perPiece = pieces < workers
                ? Math.ceilDiv(count, workers)
                : Math.ceilDiv(Math.ceilDiv(count, pieces), COLUMNS) * COLUMNS;
        workspace.worker(workers - 1);
        parallelism.forEach(Math.ceilDiv(count, perPiece), (number, worker) -> {
            int first = number * perPiece;
            int past = (int) Math.min(count, (long) first + perPiece);
            Workspace scratch = workspace.worker(worker);
            several(inRe, inIm, in, outRe, outIm, out, first, past, scratch, Parallelism.NONE);
        });
    }

    private void several(
            double[] inRe,
            double[] inIm,
            Layout in,
            double[] outRe,
            double[] outIm,
            Layout out,
            int first,
            int past,
            Workspace workspace,
            Parallelism parallelism) {
        boolean adjacent = in.stride() == 1 && out.stride() == 1;
        int length = Math.max(inLength, outLength);
        boolean together = columns != null && length <= (adjacent ? LONGEST_ROW_TOGETHER : LONGEST_COLUMN_TOGETHER);
        int fewest = Math.clamp(length / LENGTH_PER_VECTOR, FEWEST_TOGETHER, COLUMNS);
        boolean matrix = in.distance() < in.stride() || out.distance() < out.stride();
        int most = matrix ? Math.clamp(LARGE_BUFFER / length, FEW_COLUMNS, COLUMNS) : 1;
        for (int vector = first; vector < past; ) {
            int count = 1;
            if (together && past - vector >= fewest) {
                count = Math.min(COLUMNS, past - vector);
                sideBySide(inRe, inIm, in, outRe, outIm, out, vector, count, workspace, parallelism);
            } else if (adjacent) {
                int from = in.start(vector);
                transform.run(inRe, inIm, from, outRe, outIm, out.start(vector), workspace, parallelism);
            } else {
                count = Math.min(most, past - vector);
                throughBuffers(inRe, inIm, in, outRe, outIm, out, vector, count, workspace, parallelism);
            }
            vector += count;
        }
    }

    /** Where columns of a matrix do not fill the lanes, or lie otherwise, through buffers in which they lie so. */
    private void sideBySide(
            double[] inRe,
            double[] inIm,
            Layout in,
            double[] outRe,
            double[] outIm,
            Layout out,
            int first,
            int count,
            Workspace workspace,
            Parallelism parallelism) {
        boolean gathers = in.distance() != 1 || count < COLUMNS;
        boolean scatters = out.distance() != 1 || count < COLUMNS;
        int from = in.start(first);
        int to = out.start(first);
        double[] sourceRe = gathers ? workspace.takeDoubles(inLength * COLUMNS) : inRe;
        double[] sourceIm = gathers && inIm != null ? workspace.takeDoubles(inLength * COLUMNS) : inIm;
        double[] targetRe = scatters ? workspace.takeDoubles(outLength * COLUMNS) : outRe;
        double[] targetIm = scatters && outIm != null ? workspace.takeDoubles(outLength * COLUMNS) : outIm;
        try {
            if (gathers) {
                gather(inRe, from, in, count, sourceRe);
                if (inIm != null) {
                    gather(inIm, from, in, count, sourceIm);
                }
            }
            columns.run(
                    sourceRe,
                    sourceIm,
                    gathers ? 0 : from,
                    gathers ? COLUMNS : in.stride(),
                    targetRe,
                    targetIm,
                    scatters ? 0 : to,
                    scatters ? COLUMNS : out.stride(),
                    workspace,
                    parallelism);
            if (scatters) {
                scatter(targetRe, outRe, to, out, count);
                if (outIm != null) {
                    scatter(targetIm, outIm, to, out, count);
                }
            }
        } finally {
            release(workspace, gathers, inIm, scatters, outIm);
        }
    }

    private void gather(double[] x, int start, Layout layout, int count, double[] buffer) {
        DoubleColumns.gather(x, start, layout.stride(), layout.distance(), count, inLength, buffer, COLUMNS);
    }

    private void scatter(double[] buffer, double[] x, int start, Layout layout, int count) {
        DoubleColumns.scatter(buffer, COLUMNS, x, start, layout.stride(), layout.distance(), count, outLength);
    }

    private static void release(Workspace workspace, boolean gathers, double[] inIm, boolean scatters, double[] outIm) {
        int taken = (gathers ? inIm != null ? 2 : 1 : 0) + (scatters ? outIm != null ? 2 : 1 : 0);
        for (int i = 0; i < taken; i++) {
            workspace.releaseDoubles();
        }
    }

    private void throughBuffers(
            double[] inRe,
            double[] inIm,
            Layout in,
            double[] outRe,
            double[] outIm,
            Layout out,
            int first,
            int together,
            Workspace workspace,
            Parallelism parallelism) {
        boolean gathers = in.stride() != 1;
        boolean scatters = out.stride() != 1;
        int inPitch = gathers ? inLength + GAP : in.distance();
        int outPitch = scatters ? outLength + GAP : out.distance();
        int from = gathers ? 0 : in.start(first);
        int to = scatters ? 0 : out.start(first);
        double[] sourceRe = gathers ? workspace.takeDoubles(together * inPitch) : inRe;
        double[] sourceIm = gathers && inIm != null ? workspace.takeDoubles(together * inPitch) : inIm;
        double[] targetRe = scatters ? workspace.takeDoubles(together * outPitch) : outRe;
        double[] targetIm = scatters && outIm != null ? workspace.takeDoubles(together * outPitch) : outIm;
        try {
            if (gathers) {
                rowsFrom(inRe, in, first, together, sourceRe, inPitch);
                if (inIm != null) {
                    rowsFrom(inIm, in, first, together, sourceIm, inPitch);
                }
            }
            for (int vector = 0; vector < together; vector++) {
                int start = from + vector * inPitch;
                transform.run(
                        sourceRe, sourceIm, start, targetRe, targetIm, to + vector * outPitch, workspace, parallelism);
            }
            if (scatters) {
                rowsTo(targetRe, outPitch, first, together, outRe, out);
                if (outIm != null) {
                    rowsTo(targetIm, outPitch, first, together, outIm, out);
                }
            }
        } finally {
            release(workspace, gathers, inIm, scatters, outIm);
        }
    }

    /** Rows of the buffer are vectors: what lies side by side in it are elements. */
    private void rowsFrom(double[] x, Layout layout, int first, int together, double[] rows, int pitch) {
        int start = layout.start(first);
        DoubleColumns.gather(x, start, layout.distance(), layout.stride(), inLength, together, rows, pitch);
    }

    private void rowsTo(double[] rows, int pitch, int first, int together, double[] x, Layout layout) {
        int start = layout.start(first);
        DoubleColumns.scatter(rows, pitch, x, start, layout.distance(), layout.stride(), outLength, together);
    }
}
