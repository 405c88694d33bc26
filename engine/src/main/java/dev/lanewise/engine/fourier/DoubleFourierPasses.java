package dev.lanewise.engine.fourier;

import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.Backend;
import dev.lanewise.engine.roots.RootsOfUnity;
import dev.lanewise.engine.scalar.DoubleFourierKernel;
import java.util.List;

/** The passes of a smooth length, on one vector or on several that lie interleaved. */
final class DoubleFourierPasses {
    static final DoubleFourierKernel KERNEL =
            Backend.choose(dev.lanewise.engine.simd.DoubleFourierKernel::new, DoubleFourierKernel::new);

    /** Longer vectors are not transformed several at once: their factors would be kept twice. */
    static final int LONGEST_COLUMN = 1 << 12;

    /** Between real and imaginary parts of the buffer, so that they do not fall on the same sets of a cache. */
    private static final int GAP = 40;

    private final int n;
    private final int[] radices;

    /** Of each pass, for one {@code p} after the other. */
    private final double[][] factors;

    /** Of the first pass on one vector, as the kernel wants them. */
    private final double[] leadingFactors;

    DoubleFourierPasses(List<Integer> radices) {
        this.radices = radices.stream().mapToInt(Integer::intValue).toArray();
        int length = 1;
        for (int radix : this.radices) {
            length *= radix;
        }
        n = length;
        factors = new double[this.radices.length][];
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
            left = m;
        }
        leadingFactors = leading != null || factors.length == 0 ? leading : factors[0];
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
        int size = n * columns;
        int passes = radices.length;
        if (passes == 0) {
            System.arraycopy(inRe, inReOffset, outRe, outReOffset, size);
            System.arraycopy(inIm, inImOffset, outIm, outImOffset, size);
            return;
        }
        if (columns == 1 && KERNEL.runsWhole(n)) {
            whole(inRe, inReOffset, inIm, inImOffset, outRe, outReOffset, outIm, outImOffset, workspace);
            return;
        }
        double[] buffer = workspace.takeDoubles(2 * size + GAP);
        double[] scratch = workspace.takeDoubles(KERNEL.scratchLength());
        try {
            int bufferIm = size + GAP;
            double[] re = inRe, im = inIm;
            int reOffset = inReOffset, imOffset = inImOffset;
            // Every pass goes from one array to another and the last one to the output, so the input must be away from
            // there
            // if the first one goes to the output as well.
            if (passes % 2 == 1 && inRe == outRe && inReOffset == outReOffset) {
                System.arraycopy(inRe, inReOffset, buffer, 0, size);
                System.arraycopy(inIm, inImOffset, buffer, bufferIm, size);
                re = buffer;
                im = buffer;
                reOffset = 0;
                imOffset = bufferIm;
            }
            int m = n;
            int s = columns;
            for (int i = 0; i < passes; i++) {
                boolean toOutput = (passes - i) % 2 == 1;
                double[] toRe = toOutput ? outRe : buffer, toIm = toOutput ? outIm : buffer;
                int toReOffset = toOutput ? outReOffset : 0, toImOffset = toOutput ? outImOffset : bufferIm;
                m /= radices[i];
                double[] w = i == 0 && columns == 1 ? leadingFactors : factors[i];
                KERNEL.pass(
                        radices[i],
                        re,
                        reOffset,
                        im,
                        imOffset,
                        toRe,
                        toReOffset,
                        toIm,
                        toImOffset,
                        m,
                        s,
                        w,
                        0,
                        scratch);
                s *= radices[i];
                re = toRe;
                im = toIm;
                reOffset = toReOffset;
                imOffset = toImOffset;
            }
        } finally {
            workspace.releaseDoubles();
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
        double[] buffer = workspace.takeDoubles(KERNEL.wholeScratchLength(n));
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
            workspace.releaseDoubles();
        }
    }
}
