package dev.lanewise.structured;

import java.util.List;
import java.util.Locale;
import java.util.Set;

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
     * The memory of the map: how many numbers it holds, indices among them. Tables of transforms, which maps share, are not
     * counted.
     *
     * @return the number of parameters; unless a map says otherwise, that of its parts
     */
    default long parameters() {
        long sum = 0;
        for (LinearMap part : parts()) {
            sum += part.parameters();
        }
        return sum;
    }

    /**
     * What a message calls the map.
     *
     * @return its name, and its rows and columns
     */
    default String nameAndShape() {
        return name() + " (" + rows() + " x " + cols() + ")";
    }

    /**
     * What is known of the map.
     *
     * @return the properties, with all that follow from them
     */
    Set<MapProperty> properties();

    /**
     * Whether a property is known.
     *
     * @param property the property
     * @return false if it does not hold or is not known to
     */
    default boolean is(MapProperty property) {
        return properties().contains(property);
    }

    /**
     * Whether the map is one of complex numbers: of vectors that hold all real parts and then all imaginary parts.
     *
     * @return unless a map says otherwise, whether one of its parts is
     */
    default boolean isComplex() {
        for (LinearMap part : parts()) {
            if (part.isComplex()) {
                return true;
            }
        }
        return false;
    }

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
     * The tree of maps with shapes, operation and parameter counts, one line each, parts indented below their whole.
     *
     * @return the text; no line end after the last line
     */
    default String describe() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%s: %d x %d, %,d operations, %,d parameters",
                name(),
                rows(),
                cols(),
                operations(),
                parameters()));
        for (LinearMap part : parts()) {
            text.append('\n').append(part.describe().indent(2).stripTrailing());
        }
        return text.toString();
    }
}
