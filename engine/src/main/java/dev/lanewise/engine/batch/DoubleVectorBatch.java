package dev.lanewise.engine.batch;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import java.util.Objects;

/**
 * Runs a transform of adjacent elements on vectors that lie anywhere, once everything is checked: adjacent elements are
 * transformed where they are, others through buffers in which they are adjacent, several columns of a matrix at once.
 */
public final class DoubleVectorBatch {
    /** Columns that are gathered together: a cache line or two of each row. */
    private static final int COLUMNS = 16;

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

    /**
     * A batch of any size.
     *
     * @param inLength the length of the inputs
     * @param outLength the length of the outputs
     * @param operations how many floating-point operations one transform takes, about
     * @param transform the transform
     */
    public DoubleVectorBatch(int inLength, int outLength, long operations, Transform transform) {
        this.inLength = inLength;
        this.outLength = outLength;
        this.operations = operations + inLength + outLength;
        this.transform = transform;
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
        boolean columns = in.distance() < in.stride() || out.distance() < out.stride();
        int length = Math.max(inLength, outLength);
        int most = columns ? Math.clamp(LARGE_BUFFER / length, FEW_COLUMNS, COLUMNS) : 1;
        for (int vector = first; vector < past; ) {
            int together = adjacent ? 1 : Math.min(most, past - vector);
            if (adjacent) {
                int from = in.start(vector);
                transform.run(inRe, inIm, from, outRe, outIm, out.start(vector), workspace, parallelism);
            } else {
                throughBuffers(inRe, inIm, in, outRe, outIm, out, vector, together, workspace, parallelism);
            }
            vector += together;
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
                gather(inRe, in, first, together, sourceRe, inPitch);
                if (inIm != null) {
                    gather(inIm, in, first, together, sourceIm, inPitch);
                }
            }
            for (int vector = 0; vector < together; vector++) {
                int start = from + vector * inPitch;
                transform.run(
                        sourceRe, sourceIm, start, targetRe, targetIm, to + vector * outPitch, workspace, parallelism);
            }
            if (scatters) {
                scatter(targetRe, outPitch, first, together, outRe, out);
                if (outIm != null) {
                    scatter(targetIm, outPitch, first, together, outIm, out);
                }
            }
        } finally {
            int taken = (gathers ? inIm != null ? 2 : 1 : 0) + (scatters ? outIm != null ? 2 : 1 : 0);
            for (int i = 0; i < taken; i++) {
                workspace.releaseDoubles();
            }
        }
    }

    private void gather(double[] from, Layout layout, int first, int together, double[] rows, int pitch) {
        int start = layout.start(first);
        for (int i = 0; i < inLength; i++) {
            int at = start + i * layout.stride();
            for (int vector = 0; vector < together; vector++) {
                rows[vector * pitch + i] = from[at + vector * layout.distance()];
            }
        }
    }

    private void scatter(double[] rows, int pitch, int first, int together, double[] to, Layout layout) {
        int start = layout.start(first);
        for (int i = 0; i < outLength; i++) {
            int at = start + i * layout.stride();
            for (int vector = 0; vector < together; vector++) {
                to[at + vector * layout.distance()] = rows[vector * pitch + i];
            }
        }
    }
}
