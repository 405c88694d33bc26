package dev.lanewise.perf.family;

import java.util.Arrays;
import java.util.Random;

/** Gaussian numbers, the same in either precision. */
final class GaussianInput {
    private GaussianInput() {}

    static double[] of(int n, long seed) {
        Random random = new Random(seed);
        double[] numbers = new double[n];
        for (int i = 0; i < n; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }

    /** One array after the other. */
    static double[] joined(double[] first, double[] second) {
        double[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
