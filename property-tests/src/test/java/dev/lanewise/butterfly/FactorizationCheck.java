package dev.lanewise.butterfly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.butterfly.ButterflyPattern;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Precision;
import java.util.List;

/**
 * What a factorisation says of itself, held against its factors multiplied out in twice the precision.
 *
 * @param patterns of the factors
 * @param re the values of each, or their real parts
 * @param im their imaginary parts; of no numbers if they are real
 * @param error as it is told
 * @param bound as it is told
 * @param lowerBound as it is told
 */
record FactorizationCheck(
        List<ButterflyPattern> patterns,
        List<Numbers> re,
        List<Numbers> im,
        double error,
        double bound,
        double lowerBound) {
    /** What rounding may do to an error: {@code 4 L p u} for L factors, p the rows and columns of the largest block. */
    double rounding() {
        Precision precision = re.get(0).precision();
        int largest = 1;
        for (ButterflyPattern pattern : patterns) {
            largest = Math.max(largest, pattern.blockRows() + pattern.blockCols());
        }
        return 4 * patterns.size() * largest * precision.unitRoundoff();
    }

    private double trueError(double[] aRe, double[] aIm) {
        if (aIm.length == 0) {
            return FactorizationOracle.relativeDistance(
                    Numbers.of(aRe), Numbers.of(FactorizationOracle.product(patterns, re)));
        }
        double[][] product = FactorizationOracle.product(patterns, re, im);
        double distance = Math.hypot(
                Numbers.of(aRe).distance(Numbers.of(product[0])),
                Numbers.of(aIm).distance(Numbers.of(product[1])));
        return distance / Math.hypot(Numbers.of(aRe).norm2(), Numbers.of(aIm).norm2());
    }

    /** The error is what it is, at most the bound, at least the lower one. */
    void assertTold(Numbers a, Numbers b, String context) {
        double exact = trueError(a.values(), b.values());
        assertEquals(exact, error, rounding(), context + ": error");
        assertTrue(exact <= bound, context + ": error " + exact + ", bound " + bound);
        assertTrue(lowerBound <= error + rounding(), context + ": lower bound " + lowerBound + ", error " + error);
    }

    /** What a map gives is as near as rounding lets it be, of the factors and of the map. */
    void assertNear(Numbers a, Numbers written, String context) {
        double far = FactorizationOracle.relativeDistance(a, written);
        assertTrue(far <= 2 * rounding(), context + ": off by " + far + ", allowed " + 2 * rounding());
    }

    /** It is as near as rounding lets it be. */
    void assertExact(Numbers a, Numbers b, String context) {
        assertTold(a, b, context);
        assertTrue(error <= rounding(), context + ": error " + error + ", allowed " + rounding());
        assertTrue(bound <= 2 * rounding(), context + ": bound " + bound + ", allowed " + 2 * rounding());
    }

    /**
     * It is no nearer than the nearest two factors anywhere in the chain are, and no farther than L - 1 times the
     * farthest of these (Le and others, 2024).
     */
    void assertQuasiOptimal(Numbers a, Numbers b, String context) {
        assertTold(a, b, context);
        double farthest = 0;
        for (int last = 0; last + 1 < patterns.size(); last++) {
            farthest = Math.max(farthest, FactorizationOracle.leastError(patterns, last, a.values(), b.values()));
        }
        assertTrue(lowerBound <= farthest + rounding(), context + ": lower bound " + lowerBound + ", " + farthest);
        assertTrue(error >= farthest - rounding(), context + ": error " + error + ", at least " + farthest);
        double most = (patterns.size() - 1) * farthest + 2 * rounding();
        assertTrue(bound <= most, context + ": bound " + bound + ", at most " + most);
    }
}
