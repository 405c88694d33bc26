package dev.lanewise.engine.fourier;

import java.math.BigInteger;

/**
 * Frequencies that are equally far apart, in cycles per sample,
 *
 * <pre>    f_k = first + k step,    k = 0 ... count - 1,</pre>
 *
 * <p>or the same over a denominator: with the sampling rate as that, {@code first} and {@code step} are in Hertz. They are kept
 * exactly, at any precision of what is transformed.
 */
public final class FrequencyGrid {
    private final int count;
    private final Turns first;
    private final Turns halfStep;
    private final double firstNumerator;
    private final double stepNumerator;
    private final double denominator;
    private final String text;

    private FrequencyGrid(
            int count,
            Turns first,
            Turns halfStep,
            double firstNumerator,
            double stepNumerator,
            double denominator,
            String text) {
        this.count = count;
        this.first = first;
        this.halfStep = halfStep;
        this.firstNumerator = firstNumerator;
        this.stepNumerator = stepNumerator;
        this.denominator = denominator;
        this.text = text;
        if (count < 1) {
            throw new IllegalArgumentException("count: got " + count + ", wanted 1 or more frequencies");
        }
    }

    /**
     * Frequencies that are numbers, which are taken for exact. A frequency like {@code 1/n} that is no double is better given
     * as {@linkplain #ofQuotients a quotient}: at {@code n} samples the difference shows.
     *
     * @param count how many, at least 1
     * @param first the first in cycles per sample, finite
     * @param step from one to the next, finite; negative for descending ones
     * @return the frequencies
     * @throws IllegalArgumentException if there is none, or they are not finite
     */
    public static FrequencyGrid of(int count, double first, double step) {
        if (!Double.isFinite(first) || !Double.isFinite(step)) {
            throw new IllegalArgumentException(
                    "first, step: got " + first + " and " + step + ", wanted finite numbers of cycles per sample");
        }
        return new FrequencyGrid(
                count, Turns.of(first), Turns.of(step / 2), first, step, 1, "from " + first + " by " + step);
    }

    /**
     * Frequencies that are quotients, {@code f_k = (first + k step) / denominator}.
     *
     * @param count how many, at least 1
     * @param first the numerator of the first
     * @param step from one numerator to the next; negative for descending ones
     * @param denominator of all, at least 1
     * @return the frequencies
     * @throws IllegalArgumentException if there is none, or the denominator is not positive
     */
    public static FrequencyGrid ofQuotients(int count, long first, long step, long denominator) {
        if (denominator < 1) {
            throw new IllegalArgumentException("denominator: got " + denominator + ", wanted 1 or more");
        }
        BigInteger whole = BigInteger.valueOf(denominator);
        return new FrequencyGrid(
                count,
                Turns.of(first, whole),
                Turns.of(step, whole.shiftLeft(1)),
                first,
                step,
                denominator,
                "from " + first + "/" + denominator + " by " + step + "/" + denominator);
    }

    /**
     * How many frequencies there are.
     *
     * @return the number
     */
    public int count() {
        return count;
    }

    /**
     * A frequency.
     *
     * @param k which, from 0
     * @return it, in cycles per sample, rounded
     */
    public double frequency(int k) {
        return (firstNumerator + k * stepNumerator) / denominator;
    }

    /**
     * The angle {@code first j + step square / 2}.
     *
     * @param j at least 0 and less than 2^58
     * @param square likewise
     * @return the angle in parts of a turn, of which {@link Turns#TURN} are one
     */
    long angle(long j, long square) {
        return first.nearest(j, halfStep, square);
    }

    /** As {@code 400 frequencies from 49/1000 by 1/50000}. */
    @Override
    public String toString() {
        return count + " frequencies " + text;
    }
}
