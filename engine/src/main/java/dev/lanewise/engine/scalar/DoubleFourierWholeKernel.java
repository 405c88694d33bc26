package dev.lanewise.engine.scalar;

/**
 * Whole Fourier transforms of the lengths that have a kernel of their own, in plain Java: all passes at constant distances, in one
 * piece; the SIMD kernel also has some that can be cut. Nothing is checked here.
 */
abstract class DoubleFourierWholeKernel {
    DoubleFourierWholeKernel() {}

    /**
     * Whether there is a kernel for whole transforms of a length: {@link #whole}, or {@link #sweep} if it has {@link #blocks}.
     *
     * @param n the length
     * @return true if it does
     */
    public boolean runsWhole(int n) {
        return DoubleFourierLengths.include(n);
    }

    /**
     * A whole transform.
     *
     * @param n a length whose kernel has no blocks
     * @param srcRe real parts of the input
     * @param srcReOffset the first of them
     * @param srcIm imaginary parts of the input
     * @param srcImOffset the first of them
     * @param dstRe real parts of the output; may be those of the input
     * @param dstReOffset the first of them
     * @param dstIm imaginary parts of the output; may be those of the input
     * @param dstImOffset the first of them
     * @param leadingFactors of the first pass, as {@link DoubleFourierKernel#leadingLanes} wants them
     * @param factors of all passes; of the first, what suits the kernel
     * @param buffer of {@link #wholeScratchLength} numbers from the start of a line of the cache on, of which nothing is kept
     */
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
        DoubleFourierLengths.transform(n, srcRe, a, srcIm, b, dstRe, c, dstIm, d, factors, buffer);
    }

    /**
     * Whether {@link #wholePairs} is there for a length.
     *
     * @param n the length
     * @return true if it is
     */
    public boolean readsPairs(int n) {
        return false;
    }

    /**
     * A whole transform, as {@link #whole}, of numbers whose real and imaginary parts alternate.
     *
     * @param n a length for which there is one
     * @param src the numbers
     * @param srcOffset the first of them
     * @param exchanged whether the imaginary part of each comes first
     * @param dstRe real parts of the output, apart from the input
     * @param dstReOffset the first of them
     * @param dstIm imaginary parts of the output
     * @param dstImOffset the first of them
     * @param leadingFactors of the first pass, as {@link DoubleFourierKernel#leadingLanes} wants them
     * @param factors of all passes; of the first, what suits the kernel
     * @param buffer of {@link #wholeScratchLength} numbers from the start of a line of the cache on, of which nothing is kept
     */
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
        throw new UnsupportedOperationException("length " + n + " has no kernel for pairs");
    }

    /**
     * Into how many blocks a sweep of a whole transform can be cut. There are two sweeps, 0 and 1; the second, which may be in
     * place, needs all blocks of the first.
     *
     * @param n the length
     * @param sweep which sweep
     * @return how many blocks; 0 if {@link #whole} runs the transform in one piece
     */
    public int blocks(int n, int sweep) {
        return 0;
    }

    /**
     * Some blocks of a sweep. The first sweep reads the input, the second what the first one wrote.
     *
     * @param n a length whose kernel has blocks
     * @param sweep which sweep
     * @param srcRe real parts of what the sweep reads
     * @param srcReOffset the first of them
     * @param srcIm imaginary parts of what the sweep reads
     * @param srcImOffset the first of them
     * @param dstRe real parts of what it writes; in the second sweep they may be those that it reads
     * @param dstReOffset the first of them
     * @param dstIm imaginary parts of what it writes
     * @param dstImOffset the first of them
     * @param firstBlock the first block
     * @param pastBlock the one after the last
     * @param leadingFactors of the first pass, as {@link DoubleFourierKernel#leadingLanes} wants them
     * @param factors of all passes; of the first, what suits the kernel
     * @param buffer of {@link #wholeScratchLength} numbers from the start of a line of the cache on, of which nothing is kept
     */
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
        throw new UnsupportedOperationException("length " + n + " has no blocks");
    }

    /**
     * Whether {@link #sweepPairs} is there for lengths that have blocks.
     *
     * @return true if it is
     */
    public boolean sweepsPairs() {
        return false;
    }

    /**
     * Some blocks of the first sweep, as {@link #sweep}, of numbers whose real and imaginary parts alternate.
     *
     * @param n a length whose kernel has blocks
     * @param src the numbers
     * @param srcOffset the first of them
     * @param exchanged whether the imaginary part of each comes first
     * @param dstRe real parts of what the sweep writes
     * @param dstReOffset the first of them
     * @param dstIm imaginary parts of what it writes
     * @param dstImOffset the first of them
     * @param firstBlock the first block
     * @param pastBlock the one after the last
     * @param leadingFactors of the first pass, as {@link DoubleFourierKernel#leadingLanes} wants them
     * @param factors of all passes; of the first, what suits the kernel
     * @param buffer of {@link #wholeScratchLength} numbers from the start of a line of the cache on, of which nothing is kept
     */
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
        throw new UnsupportedOperationException("length " + n + " has no blocks");
    }

    /**
     * How much scratch {@link #whole}, or each caller of {@link #sweep}, takes.
     *
     * @param n the length
     * @return numbers
     */
    public int wholeScratchLength(int n) {
        return DoubleFourierLengths.scratchLength(n);
    }
}
