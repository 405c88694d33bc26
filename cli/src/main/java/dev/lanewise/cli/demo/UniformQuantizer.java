package dev.lanewise.cli.demo;

/**
 * A symmetric uniform quantiser of {@code 2^bits} levels
 *
 * <pre>    (c - 2^(bits-1) + 1/2) step,    c = 0 ... 2^bits - 1,</pre>
 *
 * <p>that codes a number as the level next to it. With one bit it keeps the sign.
 */
public final class UniformQuantizer {
    /** The steps that {@link #fit} tries: this many, up to {@link #WIDEST_STEP}. */
    private static final int STEPS = 400;

    /** The widest step, as a multiple of the root mean square: one bit of two equal spikes wants 2. */
    private static final double WIDEST_STEP = 2;

    private final int bits;
    private final float step;

    /**
     * A quantiser.
     *
     * @param bits of a code: 1, 2, 4 or 8
     * @param step the distance of two levels, positive
     * @throws IllegalArgumentException if an argument is out of range
     */
    public UniformQuantizer(int bits, float step) {
        if (bits != 1 && bits != 2 && bits != 4 && bits != 8) {
            throw new IllegalArgumentException("bits: got " + bits + ", wanted 1, 2, 4 or 8");
        }
        if (!(step > 0)) {
            throw new IllegalArgumentException("step: got " + step + ", wanted a positive number");
        }
        this.bits = bits;
        this.step = step;
    }

    /**
     * The quantiser whose mean square error on some data is the least among steps on a fine grid.
     *
     * @param bits of a code: 1, 2, 4 or 8
     * @param data the numbers to be coded, not all zero
     * @return the quantiser
     */
    public static UniformQuantizer fit(int bits, float[] data) {
        double widest = WIDEST_STEP * Math.sqrt(meanSquare(data));
        UniformQuantizer best = null;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i <= STEPS; i++) {
            UniformQuantizer quantizer = new UniformQuantizer(bits, (float) (widest * i / STEPS));
            double error = quantizer.meanSquareError(data);
            if (error < least) {
                least = error;
                best = quantizer;
            }
        }
        return best;
    }

    /**
     * The distance of two levels.
     *
     * @return the step
     */
    public float step() {
        return step;
    }

    /**
     * Codes numbers, packed without a gap.
     *
     * @param data the numbers
     * @return {@code data.length * bits / 8} bytes, rounded up
     */
    public byte[] encode(float[] data) {
        byte[] codes = new byte[(int) (((long) data.length * bits + 7) / 8)];
        for (int i = 0; i < data.length; i++) {
            int bit = i * bits;
            codes[bit >> 3] |= (byte) (code(data[i]) << (bit & 7));
        }
        return codes;
    }

    /**
     * The numbers that codes stand for.
     *
     * @param codes what {@link #encode} gave
     * @param count how many numbers
     * @return a new array
     */
    public float[] decode(byte[] codes, int count) {
        float[] data = new float[count];
        for (int i = 0; i < count; i++) {
            int bit = i * bits;
            data[i] = level(codes[bit >> 3] >> (bit & 7) & (1 << bits) - 1);
        }
        return data;
    }

    /**
     * What coding does to some data.
     *
     * @param data the numbers
     * @return the mean of the squared differences
     */
    public double meanSquareError(float[] data) {
        double sum = 0;
        for (float x : data) {
            double difference = x - level(code(x));
            sum += difference * difference;
        }
        return sum / data.length;
    }

    /**
     * The mean of the squares of some numbers.
     *
     * @param data the numbers
     * @return the mean
     */
    public static double meanSquare(float[] data) {
        double sum = 0;
        for (float x : data) {
            sum += (double) x * x;
        }
        return sum / data.length;
    }

    private int code(float x) {
        int levels = 1 << bits;
        return Math.clamp((long) Math.floor(x / step) + levels / 2, 0, levels - 1);
    }

    private float level(int code) {
        return (code - (1 << bits - 1) + 0.5f) * step;
    }
}
