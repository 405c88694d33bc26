package dev.lanewise.givens;

/**
 * What LAPACK defines {@code lartg} to be, for numbers other than zero: {@code d = sqrt(f^2 + g^2)} with the sign of f is r, and c
 * and s are {@code |f|} and g over d and r. Release 3.10 multiplies by {@code 1 / d}, releases since 3.11 divide. Where squares
 * might overflow or underflow, both are of numbers over {@code max(|f|, |g|)}, bounded by the smallest normal number and its
 * reciprocal.
 */
record DoubleLartg(double c, double s, double r) {
    private static final double LEAST = Double.MIN_NORMAL;

    /** As releases since 3.11. */
    static DoubleLartg dividing(double f, double g) {
        double unit = unit(f, g), x = f / unit, y = g / unit, d = Root.of(x * x + y * y), r = Math.copySign(d, f);
        return new DoubleLartg(Math.abs(x) / d, y / r, r * unit);
    }

    /** As release 3.10. */
    static DoubleLartg multiplying(double f, double g) {
        double scale = 1 / unit(f, g), x = f * scale, y = g * scale, d = Root.of(x * x + y * y), p = 1 / d;
        return new DoubleLartg(Math.abs(x) * p, y * Math.copySign(p, f), Math.copySign(d, f) * unit(f, g));
    }

    private static double unit(double f, double g) {
        double a = Math.abs(f), b = Math.abs(g), most = 1 / LEAST;
        boolean safe = Math.min(a, b) > Root.of(LEAST) && Math.max(a, b) < Root.of(most / 2);
        return safe ? 1 : Math.min(most, Math.max(LEAST, Math.max(a, b)));
    }
}
