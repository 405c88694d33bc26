package dev.lanewise.foundation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.lanewise.engine.backend.Backend;
import dev.lanewise.engine.backend.CacheSizes;
import org.junit.jupiter.api.Test;

final class BackendTest {
    @Test
    void theKernelOfTheActiveBackendIsMadeAndTheOtherIsNotTouched() {
        boolean simd = Backend.active() == Backend.SIMD;
        String chosen = Backend.choose(
                () -> simd ? "simd" : fail("the SIMD kernel was made"),
                () -> simd ? fail("the scalar kernel was made") : "scalar");
        assertEquals(simd ? "simd" : "scalar", chosen);
    }

    @Test
    void theChoiceSaysWidthAndReason() {
        int bits = Backend.vectorBits();
        boolean scalar = Backend.active() == Backend.SCALAR;
        assertTrue(scalar ? bits == 0 : bits >= 128 && Integer.bitCount(bits) == 1, bits + " bits");
        assertFalse(Backend.reason().isBlank());
    }

    @Test
    void cachesHaveSizes() {
        CacheSizes caches = CacheSizes.current();
        assertTrue(caches.l1() > 0 && caches.l2() > 0 && caches.l3() > 0, caches.toString());
    }
}
