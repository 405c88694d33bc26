package dev.lanewise.oracle;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Normalization;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Compares a discrete Fourier transform with its definition. */
public final class FourierOracle {
    private final UnitRoots roots;
    private final int n;
    private final boolean inverse;
    private final Normalization factor;

    private FourierOracle(UnitRoots roots, int n, boolean inverse, Normalization factor) {
        this.roots = roots;
        this.n = n;
        this.inverse = inverse;
        this.factor = factor;
    }

    /** The forward transform without a factor. */
    public static FourierOracle of(int n) {
        return new FourierOracle(UnitRoots.of(n), n, false, Normalization.BACKWARD);
    }

    /** The transform of a direction under a normalisation. */
    public FourierOracle of(boolean inverse, Normalization normalization) {
        return new FourierOracle(roots, n, inverse, inverse ? normalization.inverse() : normalization);
    }

    private int[] all() {
        return IntStream.range(0, n).toArray();
    }

    /** The first coefficient, the last and so many others. */
    private int[] sampled(int samples, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IntStream others = random.ints(samples, 0, n);
        return IntStream.concat(IntStream.of(0, n - 1), others).distinct().toArray();
    }

    /** {@code f sqrt(n) ||x||_2}, the norm of the transform. */
    private double norm(ComplexNumbers x) {
        return HadamardMatrix.factor(n, factor).value() * Math.sqrt(n) * x.norm2();
    }

    private double squaredError(ComplexNumbers x, ComplexNumbers y, int k) {
        UnitRoots.Coefficient exact = roots.coefficient(x, inverse ? k : -k).times(HadamardMatrix.factor(n, factor));
        return exact.squaredDistance(y.re().at(k), y.im().at(k));
    }

    /** Fails unless the transform is right within the bound for any input. */
    public void assertTransform(ComplexNumbers x, ComplexNumbers y, String context) {
        assertWithin(x, y, all(), context);
    }

    /** Fails unless the first coefficient, the last and so many others are: together within the bound for all. */
    public void assertSampled(ComplexNumbers x, ComplexNumbers y, int samples, long seed, String context) {
        assertWithin(x, y, sampled(samples, seed), context);
    }

    private void assertWithin(ComplexNumbers x, ComplexNumbers y, int[] coefficients, String context) {
        double bound = ErrorBounds.gamma(FourierBounds.roundings(n, factor), x.precision()) + FourierBounds.oracle(n);
        double squares = 0;
        for (int k : coefficients) {
            squares += squaredError(x, y, k);
        }
        double error = Math.sqrt(squares);
        double allowed = bound * norm(x);
        assertTrue(
                error <= allowed,
                () -> context + ": n = " + n + (inverse ? ", inverse, " : ", forward, ") + "factor of " + factor
                        + ": off by " + error + ", allowed " + allowed);
    }

    /** {@code ||y - X||_2 / ||X||_2}. */
    public double relativeError(ComplexNumbers x, ComplexNumbers y) {
        return relativeError(x, y, all());
    }

    /** The same as it appears from the first coefficient, the last and so many others. */
    public double relativeError(ComplexNumbers x, ComplexNumbers y, int samples, long seed) {
        return relativeError(x, y, sampled(samples, seed));
    }

    private double relativeError(ComplexNumbers x, ComplexNumbers y, int[] coefficients) {
        double squares = 0;
        for (int k : coefficients) {
            squares += squaredError(x, y, k);
        }
        return Math.sqrt(squares * n / coefficients.length) / norm(x);
    }
}
