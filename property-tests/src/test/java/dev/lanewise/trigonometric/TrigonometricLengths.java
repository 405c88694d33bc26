package dev.lanewise.trigonometric;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;

/** Lengths at which all kinds are defined. */
interface TrigonometricLengths {
    /** Any up to 300; and those around powers of two, where type I, too, has a half period that is one. */
    @Provide
    default Arbitrary<Integer> lengths() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(2, 300),
                Arbitraries.of(255, 256, 257, 511, 512, 513, 767, 768, 769, 999, 1000, 1001, 1023, 1024, 1025));
    }
}
