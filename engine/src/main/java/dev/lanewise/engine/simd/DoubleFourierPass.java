package dev.lanewise.engine.simd;

import jdk.incubator.vector.VectorSpecies;

/**
 * The passes of a Fourier transform on vectors. What does not fill a vector is left to the same class for vectors of half the
 * width, what does not fill those to that for quarters, and the rest to the scalar kernel: all run the same graph.
 */
class DoubleFourierPass extends DoubleFourierPassHalf {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final int LANES = SPECIES.length();

    /** C2 does not shuffle vectors of two doubles: each shuffle would be a call and an object. */
    private static final boolean SHUFFLES = LANES > 2;

    /** A vector of one double, which is half of a narrow one, is an object to C2. */
    private static final boolean VECTORS = LANES > 1;

    @Override
    public int leadingLanes(int radix, int m) {
        return VECTORS && leads(radix, m) ? LANES : super.leadingLanes(radix, m);
    }

    /** Whether a first pass runs on vectors. */
    private static boolean leads(int radix, int m) {
        return m >= LANES && (isOdd(radix) || sorts(radix));
    }

    /** Whether the butterfly is by the definition. */
    private static boolean isOdd(int radix) {
        return radix % 2 == 1 && radix != 9;
    }

    private static boolean sorts(int radix) {
        return SHUFFLES && (radix == 4 || radix == 8);
    }

    @Override
    public boolean runsWhole(int n) {
        return runsShort(n) || DoubleFourierLengths.include(n) || super.runsWhole(n);
    }

    /** Whether a length is one of those whose kernel is for vectors of this width, which may be a part of the widest. */
    private static boolean runsShort(int n) {
        return switch (n) {
            case 16, 32 -> LANES == 4;
            case 64 -> LANES == 4 || LANES == 8;
            default -> false;
        };
    }

    @Override
    public int wholeScratchLength(int n) {
        return n == 64 ? DoubleFourier64.BUFFER : DoubleFourierLengths.scratchLength(n);
    }

    @Override
    public void whole(
            int n,
            double[] srcRe,
            int srcReOffset,
            double[] srcIm,
            int srcImOffset,
            double[] dstRe,
            int dstReOffset,
            double[] dstIm,
            int dstImOffset,
            double[] leadingFactors,
            double[][] factors,
            double[] buffer) {
        int a = srcReOffset, b = srcImOffset, c = dstReOffset, d = dstImOffset;
        double[] w = leadingFactors;
        if (runsShort(n)) {
            switch (n) {
                case 16 -> DoubleFourier16.transform(srcRe, a, srcIm, b, dstRe, c, dstIm, d, w);
                case 32 -> DoubleFourier32.transform(srcRe, a, srcIm, b, dstRe, c, dstIm, d, w);
                default -> DoubleFourier64.transform(srcRe, a, srcIm, b, dstRe, c, dstIm, d, w, buffer);
            }
        } else if (DoubleFourierLengths.include(n)) {
            DoubleFourierLengths.transform(n, srcRe, a, srcIm, b, dstRe, c, dstIm, d, w, factors, buffer);
        } else {
            super.whole(n, srcRe, a, srcIm, b, dstRe, c, dstIm, d, w, factors, buffer);
        }
    }

    @Override
    public boolean readsPairs(int n) {
        return Species.DOUBLE_SELECTS && DoubleFourierLengths.readsPairs(n);
    }

    @Override
    public void wholePairs(
            int n,
            double[] src,
            int srcOffset,
            boolean exchanged,
            double[] dstRe,
            int dstReOffset,
            double[] dstIm,
            int dstImOffset,
            double[] leadingFactors,
            double[][] factors,
            double[] buffer) {
        int c = dstReOffset, d = dstImOffset;
        double[] w = leadingFactors;
        DoubleFourierLengths.transformPairs(n, src, srcOffset, exchanged, dstRe, c, dstIm, d, w, factors, buffer);
    }

    @Override
    public int blocks(int n, int sweep) {
        return DoubleFourierLengths.include(n) ? DoubleFourierLengths.blocks(n, sweep) : 0;
    }

    @Override
    public void sweep(
            int n,
            int sweep,
            double[] srcRe,
            int srcReOffset,
            double[] srcIm,
            int srcImOffset,
            double[] dstRe,
            int dstReOffset,
            double[] dstIm,
            int dstImOffset,
            int firstBlock,
            int pastBlock,
            double[] leadingFactors,
            double[][] factors,
            double[] buffer) {
        int a = srcReOffset, b = srcImOffset, c = dstReOffset, d = dstImOffset, e = firstBlock, f = pastBlock;
        double[] w = leadingFactors;
        DoubleFourierLengths.sweep(n, sweep, srcRe, a, srcIm, b, dstRe, c, dstIm, d, e, f, w, factors, buffer);
    }

    @Override
    public boolean sweepsPairs() {
        return Species.DOUBLE_SELECTS;
    }

    @Override
    public void sweepPairs(
            int n,
            double[] src,
            int srcOffset,
            boolean exchanged,
            double[] dstRe,
            int dstReOffset,
            double[] dstIm,
            int dstImOffset,
            int firstBlock,
            int pastBlock,
            double[] leadingFactors,
            double[][] factors,
            double[] buffer) {
        int c = dstReOffset, d = dstImOffset, e = firstBlock, f = pastBlock;
        double[] w = leadingFactors;
        DoubleFourierLengths.sweepPairs(n, src, srcOffset, exchanged, dstRe, c, dstIm, d, e, f, w, factors, buffer);
    }

    @Override
    public int scratchLength() {
        return 2 * LARGEST_RADIX * LANES;
    }

    @Override
    public void pass(
            int radix,
            double[] srcRe,
            int srcReOffset,
            double[] srcIm,
            int srcImOffset,
            double[] dstRe,
            int dstReOffset,
            double[] dstIm,
            int dstImOffset,
            int m,
            int s,
            int first,
            int past,
            double[] factors,
            int factorsOffset,
            double[] scratch) {
        int a = srcReOffset, b = srcImOffset, c = dstReOffset, d = dstImOffset, f = factorsOffset;
        DoubleFourierRadix kernel = DoubleFourierRadix.of(radix);
        if (VECTORS && s == 1 && leads(radix, m) && isOdd(radix)) {
            DoubleFourierOddRadix.leading(
                    radix, srcRe, a, srcIm, b, dstRe, c, dstIm, d, m, first, past, factors, f, scratch);
        } else if (VECTORS && s == 1 && leads(radix, m)) {
            leading(radix, srcRe, a, srcIm, b, dstRe, c, dstIm, d, m, first, past, factors, f);
        } else if (VECTORS && 2 * s == LANES && m > 1 && sorts(radix)) {
            paired(radix, srcRe, a, srcIm, b, dstRe, c, dstIm, d, m, first, past, factors, f);
        } else if (VECTORS && s == LANES && m > 1 && kernel != null) {
            kernel.narrow(srcRe, a, srcIm, b, dstRe, c, dstIm, d, m, first, past, factors, f);
        } else if (VECTORS && s >= LANES) {
            inRows(radix, srcRe, a, srcIm, b, dstRe, c, dstIm, d, m, s, first, past, factors, f, scratch);
        } else {
            super.pass(radix, srcRe, a, srcIm, b, dstRe, c, dstIm, d, m, s, first, past, factors, f, scratch);
        }
    }

    @Override
    public void butterflies(
            int radix,
            double[] srcRe,
            int srcReOffset,
            double[] srcIm,
            int srcImOffset,
            int srcStep,
            int srcPitch,
            double[] dstRe,
            int dstReOffset,
            double[] dstIm,
            int dstImOffset,
            int dstStep,
            int dstPitch,
            int rows,
            int length,
            double[] factors,
            int factorsOffset,
            int factorsPitch,
            double[] scratch) {
        int a = srcReOffset, b = srcImOffset, c = dstReOffset, d = dstImOffset, f = factorsOffset, g = factorsPitch;
        int h = srcStep, i = srcPitch, j = dstStep, k = dstPitch;
        DoubleFourierRadix kernel = DoubleFourierRadix.of(radix);
        if (!VECTORS || length < LANES) {
            super.butterflies(
                    radix, srcRe, a, srcIm, b, h, i, dstRe, c, dstIm, d, j, k, rows, length, factors, f, g, scratch);
        } else if (kernel == null) {
            DoubleFourierOddRadix.any(
                    radix, srcRe, a, srcIm, b, h, i, dstRe, c, dstIm, d, j, k, rows, length, factors, f, g);
        } else {
            int whole = length - length % LANES, q = length - LANES;
            if (factors == null) {
                kernel.last(srcRe, a, srcIm, b, h, i, dstRe, c, dstIm, d, j, k, rows, whole);
            } else {
                kernel.wide(srcRe, a, srcIm, b, h, i, dstRe, c, dstIm, d, j, k, rows, whole, factors, f, g);
            }
            if (whole < length && factors == null) {
                kernel.last(srcRe, a + q, srcIm, b + q, h, i, dstRe, c + q, dstIm, d + q, j, k, rows, LANES);
            } else if (whole < length) {
                kernel.wide(
                        srcRe, a + q, srcIm, b + q, h, i, dstRe, c + q, dstIm, d + q, j, k, rows, LANES, factors, f, g);
            }
        }
    }

    /** The first pass. Where vectors do not fill {@code m}, the last one overlaps the one before. */
    private static void leading(
            int radix,
            double[] srcRe,
            int a,
            double[] srcIm,
            int b,
            double[] dstRe,
            int c,
            double[] dstIm,
            int d,
            int m,
            int first,
            int past,
            double[] factors,
            int f) {
        int whole = past - (past - first) % LANES;
        if (radix == 4) {
            DoubleFourierSorting4.leading(
                    srcRe, a, srcIm, b, dstRe, c, dstIm, d, m, first, whole, factors, f + 6 * first);
            if (whole < past) {
                DoubleFourierSorting4.leading(
                        srcRe, a, srcIm, b, dstRe, c, dstIm, d, m, past - LANES, past, factors, f + 6 * whole);
            }
        } else {
            DoubleFourierSorting8.leading(
                    srcRe, a, srcIm, b, dstRe, c, dstIm, d, m, first, whole, factors, f + 14 * first);
            if (whole < past) {
                DoubleFourierSorting8.leading(
                        srcRe, a, srcIm, b, dstRe, c, dstIm, d, m, past - LANES, past, factors, f + 14 * whole);
            }
        }
    }

    private static void paired(
            int radix,
            double[] srcRe,
            int a,
            double[] srcIm,
            int b,
            double[] dstRe,
            int c,
            double[] dstIm,
            int d,
            int m,
            int first,
            int past,
            double[] factors,
            int f) {
        int whole = past - (past - first) % 2;
        if (radix == 4) {
            DoubleFourierSorting4.paired(srcRe, a, srcIm, b, dstRe, c, dstIm, d, m, first, whole, factors, f);
            if (whole < past) {
                DoubleFourierSorting4.paired(srcRe, a, srcIm, b, dstRe, c, dstIm, d, m, past - 2, past, factors, f);
            }
        } else {
            DoubleFourierSorting8.paired(srcRe, a, srcIm, b, dstRe, c, dstIm, d, m, first, whole, factors, f);
            if (whole < past) {
                DoubleFourierSorting8.paired(srcRe, a, srcIm, b, dstRe, c, dstIm, d, m, past - 2, past, factors, f);
            }
        }
    }
}
