package dev.lanewise.butterfly;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.butterfly.ButterflyPattern;
import dev.lanewise.engine.butterfly.DoubleButterflyProduct;
import dev.lanewise.foundation.DoublePlacement;
import dev.lanewise.oracle.Inputs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A few vectors of adjacent numbers have the bits that they have side by side with many others, whatever the order of the factors. */
final class DoubleButterflyVectorsLaws {
    private static final int MANY = 70;

    /** Factors of blocks of 2 x 2 in a random order, some of them left out, some shared by all groups. */
    private static DoubleButterflyProduct product(int n, Random random) {
        List<ButterflyPattern> patterns = new ArrayList<>();
        for (int stride = 1; 2 * stride <= n; stride *= 2) {
            if (n % (2 * stride) == 0) {
                patterns.add(new ButterflyPattern(n / (2 * stride), 2, 2, stride));
            }
        }
        if (random.nextBoolean()) {
            Collections.reverse(patterns);
        }
        if (random.nextInt(3) == 0) {
            Collections.shuffle(patterns, random);
        }
        while (patterns.size() > 1 && random.nextInt(3) == 0) {
            patterns.remove(random.nextInt(patterns.size()));
        }
        int shared = random.nextInt(3);
        double[][] values = new double[patterns.size()][];
        for (int l = 0; l < values.length; l++) {
            ButterflyPattern pattern = patterns.get(l);
            boolean isShared = shared == 0 || shared == 1 && random.nextBoolean();
            values[l] = Inputs.gaussian(
                    random.nextInt(), new double[isShared ? pattern.entriesOfGroup() : pattern.entries()]);
        }
        return DoubleButterflyProduct.of(patterns, values);
    }

    private static void assertSameAlone(int n, int seed) {
        Random random = new Random(seed);
        DoubleButterflyProduct product = product(n, random);
        boolean isTransposed = random.nextBoolean();
        double[][] x = new double[MANY][];
        for (int j = 0; j < MANY; j++) {
            x[j] = j % 7 == 3 ? Inputs.special(j, new double[n]) : Inputs.uneven(j, new double[n]);
        }
        DoublePlacement many =
                DoublePlacement.of(Layout.columns(1, MANY, MANY), n).putAll(x);
        map(product, isTransposed, many, many);
        double[][] wanted = new double[MANY][n];
        for (int j = 0; j < MANY; j++) {
            for (int i = 0; i < n; i++) {
                wanted[j][i] = many.array()[many.layout().start(j) + i * MANY];
            }
        }
        for (int count : new int[] {1, 2, 4, 5, 7, 15, 31, 33}) {
            double[][] some = Arrays.copyOf(x, count), mapped = Arrays.copyOf(wanted, count);
            Layout from = Layout.rows(random.nextInt(9), count, n + random.nextInt(3));
            Layout to = Layout.rows(random.nextInt(9), count, n + random.nextInt(3));
            String context = "n = " + n + ", " + count + " vectors, seed " + seed;
            DoublePlacement in = DoublePlacement.of(from, n).putAll(some), out = DoublePlacement.of(to, n);
            map(product, isTransposed, in, out);
            in.assertHolds(some, context);
            out.assertHolds(mapped, context);
            map(product, isTransposed, in, in);
            in.assertHolds(mapped, context + ", in place");
        }
    }

    private static void map(DoubleButterflyProduct product, boolean transposed, DoublePlacement x, DoublePlacement y) {
        if (transposed) {
            product.multiplyTransposed(x.array(), x.layout(), y.array(), y.layout(), new Workspace(), Parallelism.NONE);
        } else {
            product.multiply(x.array(), x.layout(), y.array(), y.layout(), new Workspace(), Parallelism.NONE);
        }
    }

    @Property(tries = 60)
    void aloneAsAmongMany(
            @ForAll @IntRange(min = 1, max = 9) int log,
            @ForAll @IntRange(min = 1, max = 3) int factor,
            @ForAll int seed) {
        assertSameAlone(factor << log, seed);
    }

    /** Every length with all kinds of chains: within the lanes, apart, and both. */
    @Example
    void everyPowerOfTwo() {
        for (int log = 1; log <= 10; log++) {
            for (int seed = 0; seed < 6; seed++) {
                assertSameAlone(1 << log, seed);
            }
        }
    }
}
