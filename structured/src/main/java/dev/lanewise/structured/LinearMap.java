package dev.lanewise.structured;

import java.util.List;
import java.util.Locale;

/**
 * A matrix that is never written out: what {@link DoubleLinearMap} and {@link FloatLinearMap} share.
 *
 * <p>Maps are immutable and may be used by many threads at once.
 */
public interface LinearMap {
    /**
     * The length of {@code A x}.
     *
     * @return the number of rows
     */
    int rows();

    /**
     * The length of {@code x} in {@code A x}.
     *
     * @return the number of columns
     */
    int cols();

    /**
     * The cost of one application.
     *
     * @return the number of additions and multiplications, a fused pair counting as two
     */
    long operations();

    /**
     * What the map is, without its parts, as in {@code Hadamard 12 * 2^6, ORTHO}.
     *
     * @return the text, one line
     */
    String name();

    /**
     * The parts that the map is made of, in the order in which a product is written.
     *
     * @return the parts; empty for a map that has none
     */
    default List<? extends LinearMap> parts() {
        return List.of();
    }

    /**
     * The tree of maps with shapes and operation counts, one line each, parts indented below their whole.
     *
     * @return the text; no line end after the last line
     */
    default String describe() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "%s: %d x %d, %,d operations", name(), rows(), cols(), operations()));
        for (LinearMap part : parts()) {
            text.append('\n').append(part.describe().indent(2).stripTrailing());
        }
        return text.toString();
    }
}
