package dev.lanewise.butterfly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.butterfly.ButterflyPattern;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.ButterflyMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;

/** Patterns against their definition, entry by entry. */
final class ButterflyPatternLaws {
    private static final int MOST = 4;

    private static List<ButterflyPattern> small() {
        List<ButterflyPattern> all = new ArrayList<>();
        for (int a = 1; a <= MOST; a++) {
            for (int b = 1; b <= MOST; b++) {
                for (int c = 1; c <= MOST; c++) {
                    for (int d = 1; d <= MOST; d++) {
                        if (a * b * d <= 12 && a * c * d <= 12) {
                            all.add(new ButterflyPattern(a, b, c, d));
                        }
                    }
                }
            }
        }
        return all;
    }

    /** {@code I_a x 1_(b x c) x I_d}, written out. */
    private static int[][] support(ButterflyPattern pattern) {
        int[][] ones = new int[pattern.blockRows()][pattern.blockCols()];
        for (int[] row : ones) {
            Arrays.fill(row, 1);
        }
        return kronecker(kronecker(identity(pattern.groups()), ones), identity(pattern.stride()));
    }

    private static int[][] identity(int n) {
        int[][] identity = new int[n][n];
        for (int i = 0; i < n; i++) {
            identity[i][i] = 1;
        }
        return identity;
    }

    private static int[][] kronecker(int[][] a, int[][] b) {
        int rows = b.length, cols = b[0].length;
        int[][] product = new int[a.length * rows][a[0].length * cols];
        for (int i = 0; i < product.length; i++) {
            for (int j = 0; j < product[i].length; j++) {
                product[i][j] = a[i / rows][j / cols] * b[i % rows][j % cols];
            }
        }
        return product;
    }

    @Example
    void theSupportIsThatOfTheKroneckerProduct() {
        for (ButterflyPattern pattern : small()) {
            int[][] support = support(pattern);
            assertEquals(support.length, pattern.rows(), "" + pattern);
            assertEquals(support[0].length, pattern.cols(), "" + pattern);
            boolean[] isTaken = new boolean[pattern.entries()];
            int entries = 0;
            for (int row = 0; row < pattern.rows(); row++) {
                for (int col = 0; col < pattern.cols(); col++) {
                    boolean isOne = support[row][col] == 1;
                    assertEquals(isOne, ButterflyMatrix.isOnSupport(pattern, row, col), "" + pattern);
                    assertEquals(isOne, ButterflyMatrix.isOnSupport(pattern.transposed(), col, row), "" + pattern);
                    if (isOne) {
                        int place = ButterflyMatrix.place(pattern, row, col);
                        assertFalse(isTaken[place], pattern + " " + place);
                        isTaken[place] = true;
                        entries++;
                    }
                }
            }
            assertEquals(entries, pattern.entries(), "" + pattern);
            assertEquals(entries, pattern.blocks() * pattern.blockRows() * pattern.blockCols(), "" + pattern);
            assertEquals(entries, pattern.groups() * pattern.entriesOfGroup(), "" + pattern);
        }
    }

    /** So many ways lead from an input to an output, or none. */
    @Example
    void theProductOfChainableSupportsIsASupportTimesTheRank() {
        int chainable = 0;
        for (ButterflyPattern left : small()) {
            for (ButterflyPattern right : small()) {
                if (!left.isChainable(right)) {
                    continue;
                }
                chainable++;
                ButterflyPattern product = left.times(right);
                assertEquals(left.rows(), product.rows());
                assertEquals(right.cols(), product.cols());
                for (int row = 0; row < product.rows(); row++) {
                    for (int col = 0; col < product.cols(); col++) {
                        int ways = 0;
                        for (int k = 0; k < left.cols(); k++) {
                            ways += ButterflyMatrix.isOnSupport(left, row, k)
                                            && ButterflyMatrix.isOnSupport(right, k, col)
                                    ? 1
                                    : 0;
                        }
                        int wanted = ButterflyMatrix.isOnSupport(product, row, col) ? left.rank(right) : 0;
                        assertEquals(wanted, ways, left + " times " + right + ": (" + row + ", " + col + ")");
                    }
                }
            }
        }
        assertTrue(chainable > small().size(), "chainable: " + chainable);
    }

    @Example
    void factorsOfRadicesReachEveryEntryOnce() {
        for (int[] radices : new int[][] {{2, 2, 2}, {3, 2, 5}, {7}, {1, 4, 1}, {65_536, 2}}) {
            if (radices[0] > 7) {
                Refusal.of(() -> ButterflyPattern.ofRadices(radices), "65536", "2^31");
                continue;
            }
            List<ButterflyPattern> patterns = ButterflyPattern.ofRadices(radices);
            int order = 1;
            for (int radix : radices) {
                order *= radix;
            }
            assertEquals(new ButterflyPattern(1, order, order, 1), ButterflyChains.product(patterns));
            for (int l = 0; l < radices.length; l++) {
                assertEquals(radices[l], patterns.get(l).blockRows());
                assertEquals(order, patterns.get(l).rows());
                if (l > 0) {
                    assertEquals(1, patterns.get(l - 1).rank(patterns.get(l)));
                }
            }
        }
        assertEquals("[(1, 2, 2, 4), (2, 2, 2, 2), (4, 2, 2, 1)]", "" + ButterflyPattern.ofRadices(2, 2, 2));
    }

    @Example
    void oblongFactorsReachEveryEntryOnce() {
        List<ButterflyPattern> patterns = ButterflyPattern.ofRadices(new int[] {2, 3, 1}, new int[] {4, 1, 5});
        assertEquals("[(1, 2, 4, 3), (4, 3, 1, 1), (4, 1, 5, 1)]", "" + patterns);
        assertEquals(new ButterflyPattern(1, 6, 20, 1), ButterflyChains.product(patterns));
        assertEquals(1, patterns.get(0).rank(patterns.get(1)));
        assertEquals(1, patterns.get(1).rank(patterns.get(2)));
    }

    @Example
    void blocksThatOverlapPassOnAsMuchAsTheirRank() {
        assertEquals(ButterflyPattern.ofRadices(2, 2, 2, 2), ButterflyPattern.overlapping(16, 1));
        for (int rank : new int[] {1, 2, 4, 8}) {
            List<ButterflyPattern> patterns = ButterflyPattern.overlapping(16, rank);
            assertEquals(new ButterflyPattern(1, 16, 16, 1), ButterflyChains.product(patterns));
            assertEquals(Integer.numberOfTrailingZeros(16 / rank), patterns.size());
            for (int l = 1; l < patterns.size(); l++) {
                assertEquals(rank, patterns.get(l - 1).rank(patterns.get(l)));
            }
        }
        assertEquals(List.of(), ButterflyPattern.overlapping(1, 1));
    }

    @Example
    void patternsThatAreNoneAreRefused() {
        for (int i = 0; i < 4; i++) {
            int zero = i;
            Refusal.of(
                    () -> new ButterflyPattern(
                            zero == 0 ? 0 : 2, zero == 1 ? 0 : 2, zero == 2 ? 0 : 2, zero == 3 ? 0 : 2),
                    "butterfly pattern",
                    "0",
                    "1 or more");
        }
        Refusal.of(() -> new ButterflyPattern(1 << 16, 1, 1, 1 << 15), "65536", "2^31");
        Refusal.of(() -> new ButterflyPattern(1, 1 << 16, 1 << 15, 1), "65536", "2^31");
        Refusal.of(() -> new ButterflyPattern(1 << 16, 1 << 15, 1, 1), "65536", "2^31");
        Refusal.of(() -> ButterflyPattern.ofRadices(2, 0), "radix", "got 0");
        Refusal.of(() -> ButterflyPattern.ofRadices(1 << 16, 1 << 16), "order", "2^31");
        Refusal.of(() -> ButterflyPattern.ofRadices(new int[2], new int[] {1}), "radix", "got 0");
        Refusal.of(() -> ButterflyPattern.ofRadices(new int[] {2, 2}, new int[] {1}), "radices", "2 of rows", "1 of");
        Refusal.ofNull("radices", () -> ButterflyPattern.ofRadices(new int[] {2}, null));
        Refusal.of(() -> ButterflyPattern.overlapping(12, 2), "got 12", "power of two", "8 and 16");
        Refusal.of(() -> ButterflyPattern.overlapping(0, 1), "got 0", "nearest: 1");
        Refusal.of(() -> ButterflyPattern.overlapping(16, 3), "rank", "got 3", "8");
        Refusal.of(() -> ButterflyPattern.overlapping(16, 16), "rank", "got 16", "8");
        Refusal.of(() -> ButterflyPattern.overlapping(16, -4), "rank", "got -4");
    }

    @Example
    void factorsThatDoNotChainHaveNoProduct() {
        ButterflyPattern left = new ButterflyPattern(2, 2, 2, 1), right = new ButterflyPattern(1, 2, 2, 2);
        assertFalse(left.isChainable(right));
        Refusal.of(() -> left.times(right), "(2, 2, 2, 1)", "(1, 2, 2, 2)", "groups");
        Refusal.of(() -> left.rank(right), "(2, 2, 2, 1)", "(1, 2, 2, 2)", "groups");
        Refusal.ofNull("right", () -> left.isChainable(null));
    }
}
