package dev.lanewise.kronecker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.NotPositiveDefiniteException;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Precision;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleIdentity;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.kronecker.DoubleGridGaussianProcess;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;

/** A Gaussian process on a grid of 4 x 3 against the formulas of dense matrices, in double precision. */
final class DoubleGridGaussianProcessLaws {
    private static final Precision PRECISION = Numbers.of(new double[0]).precision();
    private static final int M = 4;
    private static final int N = 3;
    private static final int POINTS = M * N;

    /** Norms: of either kernel at most 8, so that of {@code (K + s I)^-1} times that of {@code K + s I} is at most 130. */
    private static final int CONDITION = 130;

    /** The kernel {@code 1 / (1 + t (i - j)^2)}, which is positive definite, and its derivative by t. */
    private static double[] kernel(int n, double t, boolean derivative) {
        double[] kernel = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double square = (i - j) * (i - j), one = 1 / (1 + t * square);
                kernel[i * n + j] = derivative ? -square * one * one : one;
            }
        }
        return kernel;
    }

    private final double[] first = kernel(M, 0.5, false);
    private final double[] second = kernel(N, 2, false);
    private final double[] y = Inputs.gaussian(1, new double[POINTS]);
    private final Numbers values = Numbers.of(y);
    private final Numbers whole = SpectralKronecker.product(Numbers.of(first), M, Numbers.of(second), N);
    private final DoubleGridGaussianProcess process =
            DoubleGridGaussianProcess.of(List.of(map(M, first), map(N, second)), 0.5, y);

    private static DoubleLinearMap map(int n, double[] kernel) {
        return DoubleDenseMap.of(n, n, kernel);
    }

    private static void assertNear(Numbers wanted, Numbers got, int size, String context) {
        var bound = SpectralKronecker.bound(POINTS, PRECISION) * CONDITION * size;
        SpectralKronecker.assertNear(wanted, got, bound, context);
    }

    /** One number. */
    private static Numbers number(double x) {
        return Numbers.of(x);
    }

    /** A norm of y is below 8, and so are all of what follows from it through {@code (K + s I)^-1}, of norm 2. */
    @Example
    void meansAndVariancesAreThoseOfTheDefinition() {
        assertNear(SpectralKronecker.weights(whole, 0.5, values), Numbers.of(process.weights()), 16, "weights");
        assertNear(SpectralKronecker.mean(whole, 0.5, values), Numbers.of(process.mean()), 16, "mean");
        assertNear(SpectralKronecker.variance(whole, 0.5, POINTS), Numbers.of(process.variance()), 16, "variance");
        double[] again = process.mean(List.of(map(M, first), map(N, second)));
        assertNear(Numbers.of(process.mean()), Numbers.of(again), 16, "mean at the same points");
        double[] row = Arrays.copyOf(first, M);
        double[] some = process.mean(List.of(DoubleDenseMap.of(1, M, row), map(N, second)));
        assertNear(Numbers.of(Arrays.copyOf(again, N)), Numbers.of(some), 16, "mean at some points");
    }

    @Example
    void theLikelihoodAndItsDerivativesAreThoseOfTheDefinition() {
        Numbers one = SpectralKronecker.identity(POINTS);
        Numbers byFirst = SpectralKronecker.product(Numbers.of(kernel(M, 0.5, true)), M, Numbers.of(second), N);
        Numbers bySecond = SpectralKronecker.product(Numbers.of(first), M, Numbers.of(kernel(N, 2, true)), N);
        assertNear(
                Numbers.of(SpectralKronecker.logLikelihood(whole, 0.5, values)),
                number(process.logLikelihood()),
                64,
                "likelihood");
        assertNear(
                Numbers.of(SpectralKronecker.gradient(whole, one, 0.5, values)),
                number(process.noiseGradient()),
                256,
                "by noise");
        assertNear(
                Numbers.of(SpectralKronecker.gradient(whole, byFirst, 0.5, values)),
                number(process.gradient(0, kernel(M, 0.5, true))),
                1024,
                "by the first axis");
        assertNear(
                Numbers.of(SpectralKronecker.gradient(whole, bySecond, 0.5, values)),
                number(process.gradient(1, kernel(N, 2, true))),
                1024,
                "by the second axis");
        for (Numbers derivative : List.of(one, byFirst, bySecond)) {
            SpectralKronecker.assertNear(
                    SpectralKronecker.difference(whole, derivative, 0.5, values),
                    SpectralKronecker.gradient(whole, derivative, 0.5, values),
                    1e-5,
                    "differences");
        }
    }

    @Example
    void whatIsNoProcessIsRefused() {
        List<DoubleLinearMap> kernels = List.of(map(M, first), map(N, second));
        Refusal.of(() -> DoubleGridGaussianProcess.of(kernels, 0, y), "noise", "0", "positive");
        Refusal.of(() -> DoubleGridGaussianProcess.of(kernels, Double.NaN, y), "noise", "NaN");
        Refusal.of(() -> DoubleGridGaussianProcess.of(kernels, 1, new double[5]), "y", "5", "12");
        double[] bad = y.clone();
        bad[4] = Double.POSITIVE_INFINITY;
        Refusal.of(() -> DoubleGridGaussianProcess.of(kernels, 1, bad), "y[4]", "Infinity");
        Refusal.of(() -> DoubleGridGaussianProcess.of(List.of(), 1, y), "factors", "none");
        Refusal.ofNull("kernels", () -> DoubleGridGaussianProcess.of(null, 1, y));
        Refusal.ofNull("y", () -> DoubleGridGaussianProcess.of(kernels, 1, null));
        List<DoubleLinearMap> negative = List.of(DoubleIdentity.of(POINTS).times(-2));
        NotPositiveDefiniteException refusal =
                assertThrows(NotPositiveDefiniteException.class, () -> DoubleGridGaussianProcess.of(negative, 1, y));
        assertEquals(0, refusal.index());
        assertTrue(refusal.getMessage().contains("definite: eigenvalue 0 is -1"), refusal.getMessage());
        Refusal.of(() -> process.gradient(2, new double[9]), "axis", "2", "0 to 1");
        Refusal.of(() -> process.gradient(1, new double[8]), "derivative", "8", "9");
        Refusal.of(() -> process.gradient(1, new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9}), "derivative", "symmetric");
        Refusal.ofNull("derivative", () -> process.gradient(0, null));
        Refusal.of(() -> process.mean(List.of(map(M, first))), "kernels", "1", "2");
        Refusal.of(() -> process.mean(List.of(map(M, first), map(M, first))), "kernel 1", "4 x 4", "3 columns");
        Refusal.ofNull("kernels", () -> process.mean(null));
        Refusal.ofNull("kernel 0", () -> process.mean(Arrays.asList(null, map(N, second))));
    }
}
