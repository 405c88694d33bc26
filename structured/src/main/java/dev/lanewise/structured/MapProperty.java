package dev.lanewise.structured;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What is known of a {@link LinearMap} from what it is made of. A property that is not there may still hold. */
public enum MapProperty {
    /** {@code A^T A = I}, up to rounding. */
    ORTHONORMAL_COLUMNS,
    /** {@code A A^T = I}, up to rounding. */
    ORTHONORMAL_ROWS,
    /** Square, with orthonormal columns and rows. */
    ORTHOGONAL,
    /** {@code A^T = A}. */
    SYMMETRIC,
    /** Symmetric, and {@code x^T A x > 0} unless {@code x = 0}. */
    POSITIVE_DEFINITE,
    /** Square, with zeros above the diagonal. */
    LOWER_TRIANGULAR,
    /** Square, with zeros below the diagonal. */
    UPPER_TRIANGULAR,
    /** Square, with zeros off the diagonal. */
    DIAGONAL,
    /** Square, and {@code A x = 0} for no {@code x} but 0. */
    INVERTIBLE;

    /**
     * These properties and all that follow from them.
     *
     * @param isSquare whether the map is square
     * @param known what is known
     * @return the set, not to be changed
     */
    static Set<MapProperty> closure(boolean isSquare, Collection<MapProperty> known) {
        EnumSet<MapProperty> all = EnumSet.noneOf(MapProperty.class);
        all.addAll(known);
        if (all.contains(ORTHOGONAL)
                || isSquare && (all.contains(ORTHONORMAL_COLUMNS) || all.contains(ORTHONORMAL_ROWS))) {
            Collections.addAll(all, ORTHONORMAL_COLUMNS, ORTHONORMAL_ROWS, ORTHOGONAL, INVERTIBLE);
        }
        if (all.contains(POSITIVE_DEFINITE)) {
            Collections.addAll(all, SYMMETRIC, INVERTIBLE);
        }
        boolean isTriangular = all.contains(LOWER_TRIANGULAR) || all.contains(UPPER_TRIANGULAR);
        if (all.contains(DIAGONAL)
                || all.contains(LOWER_TRIANGULAR) && all.contains(UPPER_TRIANGULAR)
                || isTriangular && all.contains(SYMMETRIC)) {
            Collections.addAll(all, DIAGONAL, LOWER_TRIANGULAR, UPPER_TRIANGULAR, SYMMETRIC);
        }
        return Collections.unmodifiableSet(all);
    }

    /**
     * What the transpose of a map has.
     *
     * @param properties those of the map
     * @return those of its transpose
     */
    static Set<MapProperty> transposed(Set<MapProperty> properties) {
        EnumSet<MapProperty> turned = EnumSet.noneOf(MapProperty.class);
        for (MapProperty property : properties) {
            turned.add(
                    switch (property) {
                        case ORTHONORMAL_COLUMNS -> ORTHONORMAL_ROWS;
                        case ORTHONORMAL_ROWS -> ORTHONORMAL_COLUMNS;
                        case LOWER_TRIANGULAR -> UPPER_TRIANGULAR;
                        case UPPER_TRIANGULAR -> LOWER_TRIANGULAR;
                        default -> property;
                    });
        }
        return turned;
    }

    /**
     * What all of several maps have and their product has too: all but symmetry, and being positive definite.
     *
     * @param parts the maps
     * @return the set
     */
    static EnumSet<MapProperty> ofProduct(Collection<? extends LinearMap> parts) {
        EnumSet<MapProperty> common = common(parts);
        if (!common.contains(DIAGONAL)) {
            common.remove(SYMMETRIC);
            common.remove(POSITIVE_DEFINITE);
        }
        return common;
    }

    /**
     * What all of several maps have and their sum has too.
     *
     * @param parts the maps, one at least
     * @return the set
     */
    static EnumSet<MapProperty> ofSum(Collection<? extends LinearMap> parts) {
        EnumSet<MapProperty> common = common(parts);
        common.retainAll(EnumSet.of(SYMMETRIC, POSITIVE_DEFINITE, LOWER_TRIANGULAR, UPPER_TRIANGULAR));
        return common;
    }

    /**
     * What all of several maps have.
     *
     * @param parts the maps, one at least
     * @return the set
     */
    static EnumSet<MapProperty> common(Collection<? extends LinearMap> parts) {
        EnumSet<MapProperty> common = EnumSet.allOf(MapProperty.class);
        for (LinearMap part : parts) {
            common.retainAll(part.properties());
        }
        return common;
    }
}
