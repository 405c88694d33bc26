package dev.lanewise.conformance;

import dev.lanewise.engine.random.Philox;
import java.util.function.Consumer;

/** The counter-based random numbers, at the start of streams and at indices beyond 32 bits. */
final class PhiloxCases {
    private static final long[] FIRSTS = {0, 1, 127, 0xFFFF_FFFFL - 100, 1L << 33, Long.MAX_VALUE >> 8};

    private PhiloxCases() {}

    static void register(Consumer<ConformanceCase> cases) {
        for (long seed : new long[] {0, 1, -1, 0x123456789ABCDEFL}) {
            for (long stream : new long[] {0, 1, -2}) {
                Philox philox = new Philox(seed, stream);
                cases.accept(new ConformanceCase(
                        "philox/seed=" + seed + "/stream=" + stream, (digest, parallelism) -> numbers(philox, digest)));
            }
        }
    }

    private static void numbers(Philox philox, Digest digest) {
        for (long first : FIRSTS) {
            int[] block = new int[6];
            for (long index = first; index < first + 200; index++) {
                digest.add(philox.intAt(index));
                digest.add(philox.longAt(index));
                philox.block(index, block, 1);
                digest.add(block);
            }
            double[] doubleSigns = new double[300];
            philox.signs(first, doubleSigns);
            digest.add(doubleSigns);
            float[] floatSigns = new float[300];
            philox.signs(first, floatSigns);
            digest.add(floatSigns);
        }
    }
}
