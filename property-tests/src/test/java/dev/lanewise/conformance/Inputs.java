package dev.lanewise.conformance;

/**
 * Numbers from nothing but integer arithmetic: element {@code i} is a hash of seed and {@code i}, so inputs cannot depend
 * on what is tested, nor on the machine.
 *
 * <p>The hash is that of SplitMix64, increment and mixing (G. L. Steele, D. Lea, C. H. Flood, Fast splittable pseudorandom
 * number generators, OOPSLA 2014, figure 17). The multiple of the seed that it starts from is our own: any odd number makes
 * different seeds start at different places.
 */
final class Inputs {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private Inputs() {}

    static long hash(long seed, long index) {
        long z = seed * 0xD1342543DE82EF95L + (index + 1) * GAMMA;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Magnitudes from 2^-8 to 2^8 and either sign, all bits of the fraction random: nearly every sum is rounded. */
    static double[] doubles(int length, long seed) {
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            long bits = hash(seed, i);
            long exponent = 1023 - 8 + (bits >>> 52 & 15);
            values[i] = Double.longBitsToDouble(bits & 0x800FFFFFFFFFFFFFL | exponent << 52);
        }
        return values;
    }

    /** The same in single precision. */
    static float[] floats(int length, long seed) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            int bits = (int) (hash(seed, i) >>> 32);
            int exponent = 127 - 8 + (bits >>> 23 & 15);
            values[i] = Float.intBitsToFloat(bits & 0x807FFFFF | exponent << 23);
        }
        return values;
    }

    static double[] doubleSigns(int length, long seed) {
        double[] signs = new double[length];
        for (int i = 0; i < length; i++) {
            signs[i] = hash(seed, i) < 0 ? -1 : 1;
        }
        return signs;
    }

    static float[] floatSigns(int length, long seed) {
        float[] signs = new float[length];
        for (int i = 0; i < length; i++) {
            signs[i] = hash(seed, i) < 0 ? -1 : 1;
        }
        return signs;
    }

    /** A permutation by Durstenfeld's shuffle. */
    static int[] permutation(int length, long seed) {
        int[] indices = new int[length];
        for (int i = 0; i < length; i++) {
            int j = (int) Long.remainderUnsigned(hash(seed, i), i + 1);
            indices[i] = indices[j];
            indices[j] = i;
        }
        return indices;
    }
}
