package dev.lanewise.givens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.oracle.Precision;
import java.math.BigDecimal;

/**
 * Whether the rotation of any two numbers other than zero is what it is to be, in exact arithmetic: c, s and r are off by
 * {@code (1/2 + 64 u) ulp} at most, and have the right signs. No root is taken: x is off by no more than e from {@code a / b} if
 * {@code (x - e)^2 b^2 <= a^2 <= (x + e)^2 b^2}, and only squares of R are needed.
 *
 * <p>The 64 u: of f and g near each other the sum of squares is known up to {@code 4 u^2} of it, the correction of its root, of
 * {@code 2 u}, up to some {@code 4 u} of itself, and the second term of the series of the root that is left out is {@code 2 u^2};
 * together {@code 12 u^2} of d at most. The correction of a quotient, of {@code 3 u}, is good to {@code 6 u} of itself; with the
 * errors of d, {@code 30 u^2} of the quotient. Something of {@code 32 u^2} of a number is below {@code 32 u} units in its last
 * place, and rounding what is off by that rounds to a neighbour. Where g is left out of the root, {@code (g / f)^2 / 2 <= 2 u^2} is
 * lost.
 */
record GivensOracle(Precision precision, double f, double g) {
    /** Fails unless the rotation is that of f and g. */
    void assertRotation(double c, double s, double r) {
        String context = "f = " + f + ", g = " + g + ", c = " + c + ", s = " + s + ", r = " + r;
        assertEquals(1, Math.copySign(1, c), "sign of c; " + context);
        assertEquals(Math.signum(f) * Math.signum(g), Math.copySign(1, s), "sign of s; " + context);
        assertEquals(Math.signum(f), Math.copySign(1, r), "sign of r; " + context);
        BigDecimal one = BigDecimal.ONE, squareOfF = square(exact(f)), squareOfG = square(exact(g));
        BigDecimal squares = squareOfF.add(squareOfG);
        assertNear(c, squares, squareOfF, "c; " + context);
        assertNear(s, squares, squareOfG, "s; " + context);
        if (Double.isInfinite(r)) {
            BigDecimal beyond = exact(precision.largest()).add(error(precision.largest()));
            BigDecimal slack = error(precision.largest()).multiply(BigDecimal.valueOf(precision.unitRoundoff() * 256));
            assertTrue(squares.compareTo(square(beyond.subtract(slack))) >= 0, "r is finite; " + context);
        } else {
            assertNear(r, one, squares, "r; " + context);
        }
    }

    /** That {@code |x| b} is a but for the error that is allowed, given the squares of b and a. */
    private void assertNear(double x, BigDecimal b, BigDecimal a, String context) {
        BigDecimal size = exact(x).abs(),
                error = error(x),
                below = size.subtract(error).max(BigDecimal.ZERO);
        assertTrue(square(below).multiply(b).compareTo(a) <= 0, "too large: " + context);
        assertTrue(square(size.add(error)).multiply(b).compareTo(a) >= 0, "too small: " + context);
    }

    private BigDecimal error(double x) {
        double ulp = precision == Precision.DOUBLE ? Math.ulp(x) : Math.ulp((float) x);
        return exact(ulp).multiply(exact(0.5 + 64 * precision.unitRoundoff()));
    }

    private static BigDecimal exact(double x) {
        return new BigDecimal(x);
    }

    private static BigDecimal square(BigDecimal x) {
        return x.multiply(x);
    }
}
