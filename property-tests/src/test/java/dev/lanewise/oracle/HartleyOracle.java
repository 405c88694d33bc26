package dev.lanewise.oracle;

/** Compares a discrete Hartley transform without a factor with its definition. */
public final class HartleyOracle {
    private HartleyOracle() {}

    /** {@code ||y - H||_2 / ||H||_2}. */
    public static double relativeError(Numbers x, Numbers y) {
        int n = x.length();
        UnitRoots roots = UnitRoots.of(n);
        double squares = 0;
        for (int k = 0; k < n; k++) {
            Twofold exact = roots.sum(x.values(), 0, k, false).add(roots.sum(x.values(), 0, k, true));
            double distance = exact.distance(y.at(k));
            squares += distance * distance;
        }
        return Math.sqrt(squares / n) / x.norm2();
    }
}
