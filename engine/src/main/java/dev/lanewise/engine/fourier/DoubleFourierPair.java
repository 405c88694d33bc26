package dev.lanewise.engine.fourier;

import static dev.lanewise.engine.fourier.DoubleFourierPasses.KERNEL;
import static dev.lanewise.engine.scalar.DoubleFourierKernel.GRAIN;

import dev.lanewise.engine.Workspace;

/**
 * Two passes, of radices {@code r} and {@code t}, in one sweep over memory. With the {@code m} of the second one and the {@code
 * s} of the first, what both do to the {@code r t} rows that begin at {@code s (p + m j)}, {@code j < r t}, they do to these
 * alone, and to each place in a row alone. So block after block, some places of these rows, goes through both by way of
 * scratch that stays in a near cache, and what is far is read and written once, not twice. The operations are those of the
 * passes, and so are the bits.
 */
final class DoubleFourierPair {
    /** The largest {@code r t}, as many streams in and out; pairs of radix 5 gained nothing. */
    private static final int MOST_ROWS = 16;

    /** The shortest row that is worth two calls: some vectors. */
    private static final int SHORTEST_ROW = 32;

    /** Numbers in a block: what goes through a kernel in one call, and within a cache of the second level in scratch. */
    private static final int BLOCK = 1 << 13;

    private final int first;
    private final int second;
    private final double[] firstFactors;
    private final double[] secondFactors;
    private final int s;
    private final int m;

    /**
     * Makes a pair of passes.
     *
     * @param first {@code r}
     * @param second {@code t}
     * @param firstFactors of the first pass
     * @param secondFactors of the second one, or null if it is the last of all
     * @param s of the first pass
     * @param m of the second one
     */
    DoubleFourierPair(int first, int second, double[] firstFactors, double[] secondFactors, int s, int m) {
        this.first = first;
        this.second = second;
        this.firstFactors = firstFactors;
        this.secondFactors = secondFactors;
        this.s = s;
        this.m = m;
    }

    /** Whether two passes are better run as a pair, once vectors do not fit caches: if rows are not too many, nor too short. */
    static boolean suits(int first, int second, int s) {
        return first * second <= MOST_ROWS && s >= SHORTEST_ROW;
    }

    /** How many blocks there are. */
    int blocks() {
        return m * chunks();
    }

    private int chunks() {
        return Math.max(1, s / places());
    }

    /** How many places of a row are in a block: whole vectors. */
    private int places() {
        return BLOCK / (first * second) / GRAIN * GRAIN;
    }

    /** How many numbers of scratch {@link #run} takes; the last block of a row may have almost twice the places. */
    int scratchLength() {
        return 2 * imaginary();
    }

    private int imaginary() {
        return 2 * BLOCK + Workspace.APART;
    }

    /** Blocks {@code firstBlock ... pastBlock - 1}; {@code scratch} is this one's, {@code kernelScratch} the kernel's. */
    void run(
            int firstBlock,
            int pastBlock,
            double[] srcRe,
            int a,
            double[] srcIm,
            int b,
            double[] dstRe,
            int c,
            double[] dstIm,
            int d,
            double[] scratch,
            double[] kernelScratch) {
        int chunks = chunks(), places = places(), im = imaginary();
        int f = 2 * (first - 1), g = 2 * (second - 1);
        for (int block = firstBlock; block < pastBlock; block++) {
            int p = block / chunks, q = block % chunks * places;
            int length = block % chunks == chunks - 1 ? s - q : places;
            int from = s * p + q, to = s * first * second * p + q;
            KERNEL.butterflies(
                    first,
                    srcRe,
                    a + from,
                    srcIm,
                    b + from,
                    s * m * second,
                    s * m,
                    scratch,
                    0,
                    scratch,
                    im,
                    length,
                    first * length,
                    second,
                    length,
                    firstFactors,
                    f * p,
                    f * m,
                    kernelScratch);
            KERNEL.butterflies(
                    second,
                    scratch,
                    0,
                    scratch,
                    im,
                    first * length,
                    length,
                    dstRe,
                    c + to,
                    dstIm,
                    d + to,
                    s * first,
                    s,
                    first,
                    length,
                    secondFactors,
                    g * p,
                    0,
                    kernelScratch);
        }
    }
}
