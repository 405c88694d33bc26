package dev.lanewise.examples;

import dev.lanewise.engine.NotPositiveDefiniteException;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleToeplitzMap;
import dev.lanewise.structured.DoubleToeplitzPreconditioner;
import dev.lanewise.structured.solve.DoubleConjugateGradients;
import dev.lanewise.structured.solve.DoubleSolution;
import dev.lanewise.structured.solve.SolverOptions;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Compares preconditioners of conjugate gradients where it is hard: symmetric Toeplitz matrices of functions that have a zero.
 *
 * <p>The matrices are those of the fractional Laplacian on an interval, {@code (-d^2/dx^2)^(alpha/2)}, by centred differences. Their
 * entries are the Fourier coefficients of {@code |2 - 2 cos t|^(alpha/2)}, which has a zero of order {@code alpha} at {@code t = 0}:
 * the condition number grows as {@code n^alpha}, and the iterations without a preconditioner as its root.
 *
 * <p>Only the eigenvectors that belong to the smallest eigenvalues make a difference between preconditioners. Those of the tau
 * matrix are sines, as the interval wants them. A circulant has the constant vector, with an eigenvalue that is the function
 * near its zero, smoothed. T. Chan's smooths by the kernel of Fejer, which makes some {@code 1/n} of it, far too much: the iterations
 * grow. Strang's has the partial sum of the coefficients, some {@code n^-alpha} as it should be, and lies between them; but at {@code
 * alpha = 2} that sum is zero, and the circulant singular.
 *
 * <p>Sources: M. D. Ortigueira, Riesz potential operators and inverses via fractional centred derivatives, Int. J. Math. Math.
 * Sci. 2006, 48391 (the coefficients); M. Donatelli, M. Mazza and S. Serra-Capizzano, Spectral analysis and structure preserving
 * preconditioners for fractional diffusion equations, J. Comput. Phys. 307, 2016, pp. 262-279.
 */
public final class CompareToeplitzPreconditioners {
    private static final double[] ORDERS = {1.2, 1.5, 1.8};

    private static final int LEAST_SIZE = 8;

    private static final int LARGEST_SIZE = 14;

    private static final double TOLERANCE = 1e-9;

    private static final long SEED = 42;

    /** A row of the table: how a preconditioner is made of a matrix. */
    private enum Method {
        NONE("none", map -> null),
        STRANG("Strang", DoubleToeplitzPreconditioner::strang),
        T_CHAN("T. Chan", DoubleToeplitzPreconditioner::tChan),
        TAU("tau", DoubleToeplitzPreconditioner::tau);

        private final String text;
        private final Function<DoubleToeplitzMap, DoubleLinearMap> preconditioner;

        Method(String text, Function<DoubleToeplitzMap, DoubleLinearMap> preconditioner) {
            this.text = text;
            this.preconditioner = preconditioner;
        }
    }

    private CompareToeplitzPreconditioners() {}

    /**
     * Runs the example.
     *
     * @param arguments the binary logarithm of the largest size, 8 at least, and the orders of the zero; 14 and three orders if
     *     there are none
     */
    public static void main(String[] arguments) {
        int largest = arguments.length > 0 ? Integer.parseInt(arguments[0]) : LARGEST_SIZE;
        double[] orders = arguments.length > 1
                ? Stream.of(arguments).skip(1).mapToDouble(Double::parseDouble).toArray()
                : ORDERS;
        System.out.println("iterations of conjugate gradients until ||b - A x|| <= " + TOLERANCE + " ||b||");
        System.out.print("alpha  preconditioner");
        for (int log = LEAST_SIZE; log <= largest; log++) {
            System.out.printf("%7s", "2^" + log);
        }
        System.out.println();
        for (double alpha : orders) {
            for (Method method : Method.values()) {
                System.out.printf(Locale.ROOT, "%5.1f  %-14s", alpha, method.text);
                for (int log = LEAST_SIZE; log <= largest; log++) {
                    System.out.printf("%7s", iterations(alpha, 1 << log, method));
                }
                System.out.println();
            }
        }
    }

    /**
     * The first column, {@code g_k = (-1)^k Gamma(alpha + 1) / (Gamma(alpha/2 - k + 1) Gamma(alpha/2 + k + 1))}, over {@code
     * g_0}: a factor of all that changes no iteration. Then {@code g_(k+1) = g_k (k - alpha/2) / (k + 1 + alpha/2)}, since
     * {@code Gamma(z + 1) = z Gamma(z)}.
     */
    private static double[] coefficients(double alpha, int n) {
        double[] g = new double[n];
        g[0] = 1;
        for (int k = 0; k < n - 1; k++) {
            g[k + 1] = g[k] * (k - alpha / 2) / (k + 1 + alpha / 2);
        }
        return g;
    }

    /** How many iterations it takes, or that the preconditioner is not positive definite. */
    private static String iterations(double alpha, int n, Method method) {
        DoubleToeplitzMap map = DoubleToeplitzMap.symmetric(coefficients(alpha, n));
        // With a norm of next to nothing the solver measures residuals by b alone, as such tables do. Otherwise
        // it would stop when they are as small as those of the nearest system, which is sooner the larger x is.
        SolverOptions options = SolverOptions.DEFAULTS.tolerance(TOLERANCE).mapNorm(1e-30);
        Random random = new Random(SEED);
        double[] b = new double[n];
        for (int i = 0; i < n; i++) {
            b[i] = random.nextGaussian();
        }
        try {
            DoubleLinearMap preconditioner = method.preconditioner.apply(map);
            DoubleConjugateGradients solver = preconditioner == null
                    ? DoubleConjugateGradients.of(map, options)
                    : DoubleConjugateGradients.of(map, preconditioner, options);
            DoubleSolution solution = solver.solve(b);
            return Integer.toString(solution.iterations());
        } catch (NotPositiveDefiniteException e) {
            return "not pd";
        }
    }
}
