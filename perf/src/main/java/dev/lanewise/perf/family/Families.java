package dev.lanewise.perf.family;

import java.util.List;

/** All that can be compared. */
public final class Families {
    private static final List<Family> ALL = List.of(
            new HadamardFamily(),
            new RotationFamily(),
            new FourierFamily(),
            new RealFourierFamily(),
            new FourierBatchFamily(),
            new FourierGridFamily(),
            new ConvolutionFamily());

    private Families() {}

    /**
     * All families.
     *
     * @return the families, in the order of reports
     */
    public static List<Family> all() {
        return ALL;
    }

    /**
     * One of them.
     *
     * @param name its name
     * @return the family
     * @throws IllegalArgumentException if there is none of this name
     */
    public static Family named(String name) {
        return ALL.stream()
                .filter(family -> family.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--only: got " + name + ", wanted one of "
                        + ALL.stream().map(Family::name).toList()));
    }
}
