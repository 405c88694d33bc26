package dev.lanewise.engine.fourier;

import java.math.BigInteger;

/**
 * An angle as a fraction of a turn, to 128 bits: what it is multiplied by may have 58 without an error that a double can see.
 *
 * <p>Whole turns do not matter, so that products are those of integers modulo {@code 2^128}. The fraction is exact for a double
 * of {@code 2^-76} or more, and short of the angle by less than {@code 2^-128} otherwise.
 *
 * @param high the upper 64 bits
 * @param low the lower 64 bits
 */
record Turns(long high, long low) {
    /** What {@link #nearest} counts in: one turn. */
    static final long TURN = 1L << 59;

    private static final int FRACTION_BITS = 128;

    /** What is to be dropped of the upper 64 bits for {@link #TURN}. */
    private static final int DROPPED = 64 - 59;

    /** The angle of a finite number of turns. */
    static Turns of(double turns) {
        int exponent = Math.max(Math.getExponent(turns), Double.MIN_EXPONENT) - 52;
        BigInteger digits = BigInteger.valueOf((long) Math.scalb(turns, -exponent));
        int shift = exponent + FRACTION_BITS;
        return of(shift >= 0 ? digits.shiftLeft(shift) : digits.shiftRight(-shift));
    }

    /** The angle of a quotient of turns, the denominator positive. */
    static Turns of(long numerator, BigInteger denominator) {
        BigInteger shifted = BigInteger.valueOf(numerator).shiftLeft(FRACTION_BITS);
        return of(shifted.subtract(shifted.mod(denominator)).divide(denominator));
    }

    private static Turns of(BigInteger fraction) {
        return new Turns(fraction.shiftRight(64).longValue(), fraction.longValue());
    }

    /**
     * {@code factor this + otherFactor other}, rounded to the nearest of {@link #TURN} parts of a turn; with factors below
     * {@code 2^58} off by less than {@code 2^-60 + 2^-69} of a turn.
     *
     * @param factor at least 0
     * @param other another angle
     * @param otherFactor at least 0
     * @return the part, at least 0 and less than {@link #TURN}
     */
    long nearest(long factor, Turns other, long otherFactor) {
        long upper = high * factor + Math.unsignedMultiplyHigh(low, factor);
        long lower = low * factor;
        long otherLower = other.low * otherFactor;
        upper += other.high * otherFactor + Math.unsignedMultiplyHigh(other.low, otherFactor);
        long carry = Long.compareUnsigned(lower + otherLower, lower) < 0 ? 1 : 0;
        return (upper + carry + (1L << DROPPED - 1)) >>> DROPPED;
    }
}
