package dev.lanewise.perf.peer;

/** Complex vectors whose real and imaginary parts alternate, as the peers have them. */
final class Interleaved {
    private Interleaved() {}

    static double[] of(double[] re, double[] im) {
        double[] pairs = new double[2 * re.length];
        for (int i = 0; i < re.length; i++) {
            pairs[2 * i] = re[i];
            pairs[2 * i + 1] = im[i];
        }
        return pairs;
    }

    /** All real parts, then all imaginary ones. */
    static double[] apart(double[] pairs) {
        int n = pairs.length / 2;
        double[] parts = new double[2 * n];
        for (int i = 0; i < n; i++) {
            parts[i] = pairs[2 * i];
            parts[n + i] = pairs[2 * i + 1];
        }
        return parts;
    }
}
