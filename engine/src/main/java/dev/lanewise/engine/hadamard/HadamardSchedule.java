package dev.lanewise.engine.hadamard;

import dev.lanewise.engine.backend.CacheSizes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which stages of a Walsh-Hadamard transform run together, and on which piece: plain data, decided once for each plan.
 *
 * <p>The stages of the factors {@code H_2} run in ascending order whatever the schedule, so it has no influence on the
 * bits of the result. The first {@code lowBits} stages and those of {@code blockRadices} run on one block after the
 * other, each of at most two thirds of the first-level cache. Those of {@code outerRadices} join eight such blocks,
 * then eight of the joined ones, and so on as soon as all eight are there: at every level of the memory hierarchy the
 * pieces are hot when they are joined (a cache-oblivious order, after Frigo, Leiserson, Prokop and Ramachandran, FOCS
 * 1999). Radix 8 is what joins distant rows: at power-of-two distances they fall into one set of the first-level cache,
 * which has 8 to 12 ways.
 *
 * @param order the order of the transform
 * @param width how many interleaved transforms one run does: element {@code i} is a row of so many adjacent numbers
 * @param lowBits stages that run first, on adjacent elements; 0 if {@code width > 1}
 * @param blockRadices logarithms of the radices of the passes over a block
 * @param outerRadices logarithms of the radices of the passes that join blocks
 */
record HadamardSchedule(
        HadamardOrder order, int width, int lowBits, List<Integer> blockRadices, List<Integer> outerRadices) {

    private static final int OUTER = 3;
    private static final int WIDEST = 4;

    /**
     * Decides.
     *
     * @param order the order of the transform
     * @param width how many interleaved transforms, a power of two
     * @param lowChoices numbers of stages that the kernel does best on adjacent elements
     * @param easyLow above this the kernel does them less well
     * @param elementBytes size of an element
     * @param caches sizes of the caches
     * @return the schedule
     */
    static HadamardSchedule of(
            HadamardOrder order, int width, int[] lowChoices, int easyLow, int elementBytes, CacheSizes caches) {
        int rowBytes = width * elementBytes;
        int blockLimit = Math.max(WIDEST, log2((int) (2L * caches.l1() / 3 / rowBytes)));
        int outer = Math.max(0, (order.bits() - blockLimit + OUTER - 1) / OUTER);
        int blockBits = order.bits() - OUTER * outer;
        int lowBits = width == 1
                ? bestLow(blockBits, lowChoices, easyLow, rowBytes, (long) rowBytes * order.n() > caches.l2())
                : 0;
        List<Integer> radices = radices(blockBits, lowBits, rowBytes);
        return new HadamardSchedule(order, width, lowBits, radices, Collections.nCopies(outer, OUTER));
    }

    /**
     * The choice with the fewest passes after it. Among equals, a transform beyond the second-level cache gets the one with
     * the most stages, whose many loads at once stream best, and a smaller one the one that takes fewer than sixteen
     * vectors, which do not quite fit into registers and are compiled late, and leaves radices near 8.
     */
    private static int bestLow(int blockBits, int[] choices, int easyLow, int rowBytes, boolean streamed) {
        int best = Math.min(blockBits, choices[0]);
        int least = Integer.MAX_VALUE;
        for (int choice : choices) {
            List<Integer> radices = radices(blockBits, choice, rowBytes);
            int cost = 100 * radices.size();
            if (choice > easyLow) {
                cost += radices.isEmpty() ? 50 : 150;
            }
            if (streamed) {
                cost -= choice;
            } else {
                cost += choice - choices[0] < WIDEST ? 0 : 10;
                for (int radix : radices) {
                    cost += Math.abs(radix - OUTER);
                }
            }
            if (choice <= blockBits && cost < least) {
                best = choice;
                least = cost;
            }
        }
        return best;
    }

    /** As few passes as there can be from stage {@code from} up to {@code bits}, of about equal radices. */
    private static List<Integer> radices(int bits, int from, int rowBytes) {
        List<Integer> radices = new ArrayList<>();
        for (int stage = from; stage < bits; ) {
            int widest = (long) rowBytes << stage <= 2048 ? WIDEST : OUTER;
            int passes = (bits - stage + widest - 1) / widest;
            int radix = (bits - stage + passes - 1) / passes;
            radices.add(radix);
            stage += radix;
        }
        return List.copyOf(radices);
    }

    private static int log2(int n) {
        return n < 1 ? 0 : 31 - Integer.numberOfLeadingZeros(n);
    }

    /** The logarithm of the number of elements of a block. */
    int blockBits() {
        return order.bits() - OUTER * outerRadices.size();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("blocks of 2^" + blockBits() + ": low " + lowBits);
        blockRadices.forEach(radix -> text.append(", radix ").append(1 << radix));
        if (!outerRadices.isEmpty()) {
            text.append("; joined by radix ").append(1 << OUTER).append(" x ").append(outerRadices.size());
        }
        if (order.base() > 1) {
            text.append("; then base ").append(order.base());
        }
        return text.toString();
    }
}
