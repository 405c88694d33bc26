package dev.lanewise.rotation;

/**
 * Between which numbers {@code E y_i^4} lies after two blocks or more, for any unit vector and any coordinate, as a multiple
 * of {@code 3 / (d (d + 2))}, what a uniform rotation has.
 *
 * <p>Names are those of {@link ExpectedMoments}; let {@code k} be the last window that holds the coordinate, {@code S} the
 * energy in it and {@code z} the vector before it, {@code W} the number of windows. Then {@code E y_i^4 = (3 T - 2 F) / n^2}
 * with {@code T = E S^2}, and:
 *
 * <ul>
 *   <li>{@code T / n <= F <= 3 / n}: the sum of {@code n} squares of sum {@code S} is at least {@code S^2 / n}; and every
 *       {@code z_a} was in a window before, so that it is a sum of signs of energy {@code 1 / n} at most, whose fourth
 *       moment is {@code 3 / n^2} at most (Khintchine).
 *   <li>{@code T = (E S)^2 + Var S}, and {@code E S} is {@code n / d} but for a share of {@code r^(W-2)}, as the
 *       documentation says of expected energies.
 *   <li>{@code Var S = 0} if the window is everything. Otherwise {@code 1 - S = U} is the energy of the {@code d - n} other
 *       coordinates, all of which were in window {@code k - 1}; with its {@code S'}, {@code T'} and {@code F'},
 *       {@code E U = r E S'} and {@code E U^2 <= r^2 T' + 2 (1 - r^2) F'}, since the {@code G_ij} of some coordinates sum to
 *       at most those of all, which are the squared norm {@code n^2 F'} of {@code H diag(z^2) H}. So
 *       {@code Var S <= r^2 Var S' + 6 (1 - r^2) / n}. From {@code Var <= 1/4} for the third window, the first that all that
 *       holds after, to the last but one this makes {@code r^(2 (W-4)) / 4 + 6 / n}.
 * </ul>
 *
 * @param least the lower bound
 * @param most the upper bound
 */
record FourthMoments(double least, double most) {
    static FourthMoments of(RotationDefinition rotation) {
        if (rotation.blocks() < 2) {
            throw new IllegalArgumentException("blocks: got " + rotation.blocks() + ", wanted 2 or more");
        }
        double n = rotation.n();
        double d = rotation.dimension();
        double r = rotation.ratio();
        int windows = rotation.windows();
        double uneven = r == 0 ? 0 : Math.pow(r, windows - 2);
        double variance = r == 0 ? 0 : Math.pow(r, 2 * (windows - 4)) / 4 + 6 / n;
        double leastSquare = (1 - uneven) * (1 - uneven) * n / d * n / d;
        double mostSquare = (1 + uneven) * (1 + uneven) * n / d * n / d + variance;
        double unit = d * (d + 2) / n / n;
        return new FourthMoments((leastSquare - 2 / n) * unit, (1 - 2 / (3 * n)) * mostSquare * unit);
    }
}
