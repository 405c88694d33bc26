package dev.lanewise.conformance;

/** Vectors of numbers that go another way through arithmetic than most. */
enum SpecialValues {
    /** Zeros of either sign: {@code x - x} is 0, but {@code -0 - 0} is -0, so a changed sum shows. */
    SIGNED_ZEROS,

    /** Fractions without their leading bit, the smallest normal number among them. */
    SUBNORMALS,

    /** Within a factor of two of the largest number: sums overflow, and infinities then cancel to NaN. */
    HUGE,

    /** One infinity among ordinary numbers: no coefficient stays finite, none is NaN. */
    ONE_INFINITY,

    /** Infinities at a quarter of the places: some coefficients are infinite, most NaN. */
    INFINITIES,

    /** One NaN with an unusual payload and its sign set. */
    ONE_NAN;

    double[] doubles(int length, long seed) {
        double[] values = Inputs.doubles(length, seed);
        for (int i = 0; i < length; i++) {
            long bits = Inputs.hash(seed + 1, i);
            long sign = bits & Long.MIN_VALUE;
            long fraction = bits & 0x000FFFFFFFFFFFFFL;
            boolean chosen = i == chosen(length, seed);
            values[i] = switch (this) {
                case SIGNED_ZEROS -> Double.longBitsToDouble(sign);
                case SUBNORMALS -> Double.longBitsToDouble(sign | (chosen ? 1L << 52 : fraction));
                case HUGE -> Double.longBitsToDouble(sign | 2046L << 52 | fraction);
                case ONE_INFINITY -> chosen ? Double.longBitsToDouble(sign | 2047L << 52) : values[i];
                case INFINITIES -> chosen || (bits & 3) == 0 ? Double.longBitsToDouble(sign | 2047L << 52) : values[i];
                case ONE_NAN -> chosen ? Double.longBitsToDouble(0xFFF8_0000_0012_3456L) : values[i];
            };
        }
        return values;
    }

    float[] floats(int length, long seed) {
        float[] values = Inputs.floats(length, seed);
        for (int i = 0; i < length; i++) {
            int bits = (int) Inputs.hash(seed + 1, i);
            int sign = bits & Integer.MIN_VALUE;
            int fraction = bits & 0x007FFFFF;
            boolean chosen = i == chosen(length, seed);
            values[i] = switch (this) {
                case SIGNED_ZEROS -> Float.intBitsToFloat(sign);
                case SUBNORMALS -> Float.intBitsToFloat(sign | (chosen ? 1 << 23 : fraction));
                case HUGE -> Float.intBitsToFloat(sign | 254 << 23 | fraction);
                case ONE_INFINITY -> chosen ? Float.intBitsToFloat(sign | 255 << 23) : values[i];
                case INFINITIES -> chosen || (bits & 3) == 0 ? Float.intBitsToFloat(sign | 255 << 23) : values[i];
                case ONE_NAN -> chosen ? Float.intBitsToFloat(0xFFC1_2345) : values[i];
            };
        }
        return values;
    }

    private static int chosen(int length, long seed) {
        return (int) Long.remainderUnsigned(Inputs.hash(seed + 2, length), length);
    }
}
