package dev.lanewise.perf.duel;

import java.util.List;
import java.util.function.Supplier;

/**
 * One line of a comparison: the same work, done by ours and by every peer that can.
 *
 * @param benchmark which work, as {@code fwht}
 * @param type {@code f32} or {@code f64}
 * @param n the size
 * @param flops floating-point operations of the work, by the usual count
 * @param bytes bytes that the work reads and writes at least
 * @param tolerance how far results may lie apart, relative to the largest of ours
 * @param contestants makes them, ours first; those that are absent or cannot do the size are left out
 */
public record Match(
        String benchmark,
        String type,
        long n,
        double flops,
        double bytes,
        double tolerance,
        Supplier<List<Contestant>> contestants) {

    /**
     * What tells it from others.
     *
     * @return {@code benchmark/type/n}
     */
    public String key() {
        return benchmark + "/" + type + "/" + n;
    }
}
