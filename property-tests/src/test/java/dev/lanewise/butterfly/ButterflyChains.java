package dev.lanewise.butterfly;

import dev.lanewise.engine.butterfly.ButterflyPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Chains of patterns at random: rectangular blocks, ranks of 1 and 2, some of them more than a block can have. */
final class ButterflyChains {
    private ButterflyChains() {}

    /**
     * {@code a_(l+1) = a_l g_l}, {@code d_l = d_(l+1) s_l}, {@code c_l = r_l g_l} and {@code b_(l+1) = r_l s_l} for any
     * g, s, r.
     */
    static List<ButterflyPattern> random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int count = random.nextInt(1, 5), groups = 1, stride = 1, rank = 1, lastStep = random.nextInt(1, 5);
        int[] steps = new int[count];
        for (int l = 0; l + 1 < count; l++) {
            steps[l] = random.nextInt(1, 4);
            stride *= steps[l];
        }
        List<ButterflyPattern> chain = new ArrayList<>();
        int blockRows = random.nextInt(1, 5);
        for (int l = 0; l < count; l++) {
            boolean isLast = l + 1 == count;
            int more = isLast ? lastStep : random.nextInt(1, 4);
            rank = isLast ? 1 : random.nextInt(1, 3);
            chain.add(new ButterflyPattern(groups, blockRows, rank * more, stride));
            blockRows = isLast ? 1 : rank * steps[l];
            groups *= more;
            stride /= isLast ? 1 : steps[l];
        }
        return chain;
    }

    /** The pattern of the product. */
    static ButterflyPattern product(List<ButterflyPattern> chain) {
        ButterflyPattern product = chain.get(0);
        for (ButterflyPattern next : chain.subList(1, chain.size())) {
            product = product.times(next);
        }
        return product;
    }

    /** Chains whose products are dense and square, of order 12 to 32. */
    static List<List<ButterflyPattern>> dense() {
        return List.of(
                ButterflyPattern.ofRadices(2, 2, 2, 2),
                ButterflyPattern.ofRadices(3, 2, 4),
                ButterflyPattern.ofRadices(4, 3),
                ButterflyPattern.overlapping(16, 2),
                ButterflyPattern.overlapping(32, 4),
                ButterflyPattern.ofRadices(2, 2, 2, 2, 2));
    }
}
