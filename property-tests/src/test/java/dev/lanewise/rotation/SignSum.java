package dev.lanewise.rotation;

/**
 * A sum of independent random signs.
 *
 * @param terms how many, an even number
 */
record SignSum(int terms) {
    /** The probability that it is zero, {@code binomial(d, d/2) / 2^d}. */
    double probabilityOfZero() {
        double probability = 1;
        for (int i = 1; i <= terms / 2; i++) {
            probability *= (terms / 2.0 + i) / i / 4;
        }
        return probability;
    }

    /** The expectation of its magnitude, {@code d binomial(d, d/2) / 2^d}. */
    double meanMagnitude() {
        return terms * probabilityOfZero();
    }
}
