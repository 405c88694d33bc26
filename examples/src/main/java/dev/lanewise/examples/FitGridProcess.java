package dev.lanewise.examples;

import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.kronecker.DoubleGridGaussianProcess;
import dev.lanewise.structured.kronecker.DoubleKroneckerCholesky;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Finds the parameters of a Gaussian process from one noisy sample of it on a grid, by ascent of the likelihood, and compares the mean that
 * it predicts with the truth.
 *
 * <p>The sample is drawn with known parameters: amplitude, a length for each axis, and the deviation of the noise. The covariance of
 * all values is the Kronecker product of those along the axes, Matern kernels of order 3/2, so that a likelihood with
 * all of its derivatives takes a fraction of a second where the matrix of all points has {@code 10^7} entries.
 *
 * <p>The ascent goes along the logarithms of the parameters, which keeps these positive, by the quasi-Newton method of Broyden,
 * Fletcher, Goldfarb and Shanno (J. Nocedal and S. J. Wright, Numerical Optimization, 2nd ed., 2006, section 6.1), with steps halved
 * until the likelihood grows.
 *
 * <p>Source: C. E. Rasmussen and C. K. I. Williams, Gaussian Processes for Machine Learning, MIT Press, 2006, section 5.4.1.
 */
public final class FitGridProcess {
    private static final int[] POINTS = {60, 50};

    /** Amplitude, the length of each axis, and deviation of the noise. */
    private static final double[] TRUTH = {2, 0.1, 0.2, 0.3};

    private static final double[] START = {1, 0.3, 0.3, 1};

    private static final String[] NAMES = {"amplitude", "length of rows", "length of columns", "noise"};

    private static final int STEPS = 60;

    /** The ascent ends where it gains less. */
    private static final double LEAST_GAIN = 1e-6;

    private static final long SEED = 7;

    private FitGridProcess() {}

    /** The likelihood at some logarithms of parameters, with its gradient along them. */
    private record Likelihood(double[] logarithms, double value, double[] gradient) {}

    /**
     * Runs the example.
     *
     * @param arguments the numbers of rows and columns of the grid; 60 and 50 if there are none
     */
    public static void main(String[] arguments) {
        int[] points = arguments.length > 1
                ? Arrays.stream(arguments).limit(2).mapToInt(Integer::parseInt).toArray()
                : POINTS;
        Random random = new Random(SEED);
        double[] smooth = sample(points, random);
        double[] values = new double[smooth.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = smooth[i] + TRUTH[3] * random.nextGaussian();
        }
        System.out.printf(Locale.ROOT, "%d values on a grid of %d x %d%n", values.length, points[0], points[1]);

        Likelihood truth = likelihood(points, values, logarithms(TRUTH));
        Likelihood found = ascend(points, values, likelihood(points, values, logarithms(START)));
        System.out.printf(Locale.ROOT, "%-18s %8s %8s%n", "", "truth", "found");
        for (int i = 0; i < TRUTH.length; i++) {
            System.out.printf(Locale.ROOT, "%-18s %8.3f %8.3f%n", NAMES[i], TRUTH[i], Math.exp(found.logarithms[i]));
        }
        System.out.printf(Locale.ROOT, "%-18s %8.2f %8.2f%n", "log-likelihood", truth.value, found.value);

        DoubleGridGaussianProcess process = process(points, values, found.logarithms);
        System.out.printf(Locale.ROOT, "error of the values:   %.3f%n", error(values, smooth));
        System.out.printf(Locale.ROOT, "error of the mean:     %.3f%n", error(process.mean(), smooth));
        System.out.printf(
                Locale.ROOT,
                "error it foretells:    %.3f%n",
                Math.sqrt(Arrays.stream(process.variance()).average().orElseThrow()));
    }

    /** A sample without noise: Gaussian numbers times the Cholesky factor of their covariance. */
    private static double[] sample(int[] points, Random random) {
        double[] gaussian = new double[points[0] * points[1]];
        for (int i = 0; i < gaussian.length; i++) {
            gaussian[i] = random.nextGaussian();
        }
        return DoubleKroneckerCholesky.of(kernels(points, logarithms(TRUTH)))
                .lower()
                .apply(gaussian);
    }

    private static double[] logarithms(double[] parameters) {
        return Arrays.stream(parameters).map(Math::log).toArray();
    }

    /** The kernels of both axes, the first of which has the amplitude. */
    private static List<DoubleLinearMap> kernels(int[] points, double[] logarithms) {
        List<DoubleLinearMap> kernels = new ArrayList<>();
        for (int axis = 0; axis < 2; axis++) {
            double variance = axis == 0 ? Math.exp(2 * logarithms[0]) : 1;
            double[] kernel = kernel(points[axis], variance, Math.exp(logarithms[1 + axis]), false);
            kernels.add(DoubleDenseMap.of(points[axis], points[axis], kernel));
        }
        return kernels;
    }

    /**
     * The Matern kernel of order 3/2, {@code v (1 + r) exp(-r)}, {@code r = sqrt(3) |x - x'| / length}, of points from 0 to 1; or its
     * derivative by the logarithm of the length, {@code v r^2 exp(-r)}.
     */
    private static double[] kernel(int points, double variance, double length, boolean derivative) {
        double[] kernel = new double[points * points];
        for (int i = 0; i < points; i++) {
            for (int j = 0; j < points; j++) {
                double r = Math.sqrt(3) * Math.abs(i - j) / (points - 1) / length;
                kernel[i * points + j] = variance * Math.exp(-r) * (derivative ? r * r : 1 + r);
            }
        }
        return kernel;
    }

    private static DoubleGridGaussianProcess process(int[] points, double[] values, double[] logarithms) {
        return DoubleGridGaussianProcess.of(kernels(points, logarithms), Math.exp(2 * logarithms[3]), values);
    }

    private static Likelihood likelihood(int[] points, double[] values, double[] logarithms) {
        DoubleGridGaussianProcess process = process(points, values, logarithms);
        double variance = Math.exp(2 * logarithms[0]), noise = Math.exp(2 * logarithms[3]);
        double[] byVariance = kernel(points[0], 2 * variance, Math.exp(logarithms[1]), false);
        double[] byFirst = kernel(points[0], variance, Math.exp(logarithms[1]), true);
        double[] bySecond = kernel(points[1], 1, Math.exp(logarithms[2]), true);
        double[] gradient = {
            process.gradient(0, byVariance),
            process.gradient(0, byFirst),
            process.gradient(1, bySecond),
            2 * noise * process.noiseGradient()
        };
        return new Likelihood(logarithms, process.logLikelihood(), gradient);
    }

    /** Steps along {@code H g}, where H, at first small, learns the inverse of the curvature from the steps. */
    private static Likelihood ascend(int[] points, double[] values, Likelihood start) {
        int n = start.logarithms.length;
        double[][] inverse = new double[n][n];
        for (int i = 0; i < n; i++) {
            inverse[i][i] = 1.0 / values.length;
        }
        Likelihood at = start;
        for (int step = 0; step < STEPS; step++) {
            double[] direction = times(inverse, at.gradient);
            Likelihood next = null;
            for (double share = 1; share > LEAST_GAIN && (next == null || !(next.value > at.value)); share /= 2) {
                double[] logarithms = at.logarithms.clone();
                for (int i = 0; i < n; i++) {
                    logarithms[i] += Math.clamp(share * direction[i], -1, 1);
                }
                next = likelihood(points, values, logarithms);
            }
            if (!(next.value > at.value + LEAST_GAIN)) {
                return next.value > at.value ? next : at;
            }
            update(inverse, at, next);
            at = next;
        }
        return at;
    }

    /** The update of Broyden, Fletcher, Goldfarb and Shanno, of the curvature of minus the likelihood. */
    private static void update(double[][] inverse, Likelihood before, Likelihood after) {
        int n = inverse.length;
        double[] step = new double[n], change = new double[n];
        for (int i = 0; i < n; i++) {
            step[i] = after.logarithms[i] - before.logarithms[i];
            change[i] = before.gradient[i] - after.gradient[i];
        }
        double curvature = dot(step, change);
        if (curvature <= 0) {
            return; // not where the likelihood is curved upwards
        }
        double[] turned = times(inverse, change);
        double factor = 1 + dot(change, turned) / curvature;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                inverse[i][j] += (factor * step[i] * step[j] - turned[i] * step[j] - step[i] * turned[j]) / curvature;
            }
        }
    }

    private static double[] times(double[][] matrix, double[] x) {
        return Arrays.stream(matrix).mapToDouble(row -> dot(row, x)).toArray();
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    /** The root of the mean square of the differences. */
    private static double error(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - y[i]) * (x[i] - y[i]);
        }
        return Math.sqrt(sum / x.length);
    }
}
