package dev.lanewise.structured.butterfly;

import dev.lanewise.engine.butterfly.ButterflyPattern;
import dev.lanewise.engine.roots.RootsOfUnity;
import dev.lanewise.structured.DoubleButterflyMap;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoublePermutation;
import java.util.List;

/**
 * Real butterflies of rank 2 with the rows {@code s_k sum over j of x_j cos(2 pi ((k + o) j / n + t_k))}, {@code o} =
 * 0, 1/2 or 1.
 *
 * <p>Between two factors there are, for {@code p = 2^l} groups c of columns {@code j = c + p j'} and {@code m = n / p},
 * the sums over j' of {@code x_j} times {@code cos(2 pi f j' / m)} and {@code sin(2 pi f j' / m)}, one pair for each
 * frequency f of {@code 0 < f < m / 2} in steps of 1 from {@code o}; the pair of frequency 0 is the sums of cosines for
 * 0 and for {@code m / 2}. A factor makes of each two groups one: the sums over even j' and over odd j' of a frequency
 * f give those of f and of {@code m / 2 - f}, two pairs from two. It is the fast Fourier transform of real numbers,
 * with nothing left over at either end.
 */
final class DoubleFoldedButterfly {
    private final int n;
    private final int halves;

    /** The frequencies of the classes, in halves, for the stage at hand. */
    private int[] frequencies;

    /** Offsets are given in halves. */
    DoubleFoldedButterfly(int n, int halves) {
        ButterflyOrder.checkPowerOfTwo(n);
        this.n = n;
        this.halves = halves;
    }

    /**
     * The map.
     *
     * @param sizes s_k
     * @param phases t_k in {@code 8 n}-ths of a turn
     * @param columns their order, in which j has its bits reversed
     * @param flips whether what stands in the second half of the order with bits as they are changes its sign
     */
    DoubleLinearMap map(double[] sizes, long[] phases, ButterflyOrder columns, boolean flips) {
        ButterflyOrder rows = ButterflyOrder.folded(n, halves);
        if (n < 4) {
            return small(sizes, phases, columns, flips);
        }
        List<ButterflyPattern> patterns = ButterflyPattern.overlapping(n, 2);
        int count = patterns.size();
        double[][] values = new double[count][];
        frequencies = new int[] {halves % 2};
        for (int l = count - 1; l >= 0; l--) {
            int stride = patterns.get(l).stride();
            values[l] = new double[16 * stride];
            for (int k = 0; k < stride; k++) {
                for (int r = 0; r < 4; r++) {
                    int at = (k * 4 + r) * 4;
                    if (l > 0) {
                        inner(values[l], at, k, r, stride);
                    } else {
                        int row = rows.index(r * stride + k);
                        row(values[l], at, 2L * row + halves, phases[row], stride, k, sizes[row]);
                    }
                }
            }
            if (l > 0) {
                refine(stride);
            }
        }
        values[count - 1] = first(values[count - 1], flips);
        return DoublePermutation.of(rows.indices())
                .transposed()
                .times(DoubleButterflyMap.of(patterns, values))
                .times(DoublePermutation.of(columns.indices()));
    }

    /** From the classes for {@code m / 2 = 2 classes} to those for m. */
    private void refine(int classes) {
        int[] finer = new int[2 * classes];
        for (int k = 0; k < classes; k++) {
            finer[k] = frequencies[k];
            finer[classes + k] = isSpecial(k) ? 2 * classes : 4 * classes - frequencies[k];
        }
        frequencies = finer;
    }

    /** The class of the frequencies 0 and {@code m / 2}, which there is unless frequencies are halves. */
    private boolean isSpecial(int k) {
        return k == 0 && halves % 2 == 0;
    }

    /** An output between two factors: the sum of cosines, or of sines, for class k or k + stride of the finer ones. */
    private void inner(double[] values, int at, int k, int r, int stride) {
        int child = r % 2, part = r / 2;
        long frequency = frequencies[k];
        long phase = part == 0 ? 0 : -2L * n;
        if (isSpecial(k)) {
            frequency = child == 1 ? 2L * stride : part == 0 ? 0 : 4L * stride;
            phase = child == 1 ? phase : 0;
        } else if (child == 1) {
            frequency = 4L * stride - frequency;
        }
        row(values, at, frequency, phase, stride, k, 1);
    }

    /**
     * One row of a block: {@code size sum over j' of x_j' cos(2 pi f j' / m + t)} for {@code m = 4 stride} from the
     * sums over even j' and over odd j' of class k.
     *
     * @param frequency f in halves
     * @param phase t in {@code 8 n}-ths of a turn
     */
    private void row(double[] values, int at, long frequency, long phase, int stride, int k, double size) {
        int half = 2 * stride; // the length of the sums
        long odd = phase + frequency * (n / stride); // f / m of a turn
        long rest = frequency % (2L * half);
        if (isSpecial(k)) {
            int which = rest == 0 ? 0 : 1;
            values[at + which] = size * cosine(phase);
            values[at + 2 + which] = size * cosine(odd);
            return;
        }
        int sign = rest <= half ? 1 : -1;
        values[at] = size * cosine(phase);
        values[at + 1] = -sign * size * sine(phase);
        values[at + 2] = size * cosine(odd);
        values[at + 3] = -sign * size * sine(odd);
    }

    private double cosine(long turn) {
        return RootsOfUnity.doubleReal(turn, 8L * n);
    }

    private double sine(long turn) {
        return RootsOfUnity.doubleImaginary(turn, 8L * n);
    }

    /**
     * The factor that is applied first, to the columns j' = 0, 2, 1, 3 of a group. Two numbers are a pair of frequency
     * 1/2 as they are; of whole frequencies their sum is that of 0, and their difference that of 1. Only signs make its
     * groups differ: the second half of all columns, with their bits as they are, are those that are odd places here.
     */
    private double[] first(double[] block, boolean flips) {
        double[] values = new double[block.length];
        for (int r = 0; r < block.length; r += 2) {
            double a = block[r], b = block[r + 1];
            values[r] = halves % 2 == 0 ? a + b : a;
            values[r + 1] = halves % 2 == 0 ? a - b : b;
            if (flips) {
                values[r + 1] = -values[r + 1];
            }
        }
        return values;
    }

    private DoubleLinearMap small(double[] sizes, long[] phases, ButterflyOrder columns, boolean flips) {
        double[] values = new double[n * n];
        for (int k = 0; k < n; k++) {
            for (int j = 0; j < n; j++) {
                long turn = phases[k] + (2L * k + halves) * j * 4;
                double entry = sizes[k] * cosine(turn);
                values[k * n + j] = flips && 2 * j >= n ? -entry : entry;
            }
        }
        return DoubleButterflyMap.of(List.of(new ButterflyPattern(1, n, n, 1)), values)
                .times(DoublePermutation.of(columns.indices()));
    }
}
