package dev.lanewise.oracle;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.fourier.CircularConvolutionSchedule;
import dev.lanewise.engine.fourier.Convolution2dSchedule;
import dev.lanewise.engine.fourier.ConvolutionSchedule;

/**
 * Convolutions by their definition in twice the precision, and what rounding may do to others; derived.
 *
 * <p><b>Direct sums.</b> A sum of {@code k} fused products that starts from zero rounds {@code k} times, so each element is off
 * by at most {@code g(k) sum |h_j x_(i-j)|}, {@code g(s) = s u / (1 - s u)}, and by half the smallest subnormal for each
 * product (N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., section 3.1).
 *
 * <p><b>By transforms</b> of {@code l} elements in all, each off by {@code g(s)} relative to its norm {@code sqrt(l) ||x||_2}.
 * With {@code X} and {@code H} the exact transforms, {@code |X_k| <= ||x||_1} and {@code ||H||_2 = sqrt(l) ||h||_2} and the
 * other way round. So the product is off by
 *
 * <pre>    sqrt(l) (g(s) ||x||_2 ||h||_1 + g(s + 2) ||x||_1 ||h||_2 + g(s) g(s + 2) sqrt(l) ||x||_2 ||h||_2),</pre>
 *
 * <p>the filter carrying a factor {@code 1 / l} that rounds twice, and by three roundings of its own; the way back divides
 * norms by {@code sqrt(l)} and adds {@code g(s)} of its own: in all {@code g(3 s + 5) max(||x||_2 ||h||_1, ||x||_1 ||h||_2)} and
 * the last term twice, in the 2-norm. A transform along two axes has the roundings of both.
 *
 * <p>A real transform of even length {@code l} has those of the complex one of half as many points and, from what takes it
 * apart, a stage of sums on either side of a product with a factor, {@code 1 + 2 + sqrt(2) + 1}, and a factor in all: 7. An odd
 * one is given as many more than the complex one of its length.
 */
public final class ConvolutionOracle {
    private static final double TAKEN_APART = 7;

    private ConvolutionOracle() {}

    private static double realRoundings(int n) {
        return (n % 2 == 0 ? FourierBounds.roundings(n / 2) : FourierBounds.roundings(n)) + TAKEN_APART;
    }

    /** What a convolution through transforms may be off by, in the 2-norm. */
    private static double byTransforms(double s, double length, Numbers h, Numbers x) {
        double size = Math.max(x.norm2() * h.norm1(), x.norm1() * h.norm2());
        double once = ErrorBounds.gamma(s + 2, x.precision());
        double squared = once * once * Math.sqrt(length) * x.norm2() * h.norm2();
        return ErrorBounds.gamma(3 * s + 5, x.precision()) * size + 2 * squared;
    }

    /** The same for a circular convolution of one length. */
    private static double circularBound(CircularConvolutionSchedule schedule, Numbers c, Numbers x) {
        return schedule.method() == CircularConvolutionSchedule.Method.DIRECT
                ? ErrorBounds.gamma(schedule.n(), x.precision()) * c.norm1() * x.norm2()
                : byTransforms(realRoundings(schedule.length()), schedule.length(), c, x);
    }

    /** {@code y_i = sum over j of h_j x_(i-j)}. */
    private static Twofold element(Numbers h, Numbers x, int i) {
        Twofold sum = new Twofold();
        for (int j = Math.max(0, i - x.length() + 1); j <= Math.min(i, h.length() - 1); j++) {
            sum.addProduct(h.at(j), x.at(i - j));
        }
        return sum;
    }

    private static double magnitude(Numbers h, Numbers x, int i) {
        double sum = 0;
        for (int j = Math.max(0, i - x.length() + 1); j <= Math.min(i, h.length() - 1); j++) {
            sum += Math.abs(h.at(j) * x.at(i - j));
        }
        return sum;
    }

    /** Full linear convolution, rounded to double. */
    public static Numbers full(Numbers h, Numbers x) {
        double[] y = new double[h.length() + x.length() - 1];
        for (int i = 0; i < y.length; i++) {
            y[i] = element(h, x, i).value();
        }
        return Numbers.of(y);
    }

    /** Fails unless this is the part of the convolution that the schedule says, block by block within its bound. */
    public static void assertConvolved(ConvolutionSchedule schedule, Numbers h, Numbers x, Numbers y, String context) {
        int first = schedule.mode().first(x.length(), h.length());
        assertTrue(schedule.outputs() == y.length(), context + ": " + y.length() + " outputs of " + schedule);
        for (int done = 0; done < y.length(); done += schedule.outputsPerBlock()) {
            int past = Math.min(y.length(), done + schedule.outputsPerBlock());
            double squares = 0;
            for (int i = done; i < past; i++) {
                double error = element(h, x, first + i).distance(y.at(i));
                squares += error * error;
                if (schedule.method() == ConvolutionSchedule.Method.DIRECT) {
                    double allowed = ErrorBounds.gamma(h.length(), x.precision()) * magnitude(h, x, first + i)
                            + h.length() * x.precision().smallest() / 2;
                    int at = i;
                    assertTrue(
                            error <= allowed,
                            () -> context + ", " + schedule + ": element " + at + " off by " + error + ", allowed "
                                    + allowed);
                }
            }
            if (schedule.method() != ConvolutionSchedule.Method.DIRECT) {
                Numbers part = part(x, first + done - (h.length() - 1), first + done + schedule.blockLength());
                double s = realRoundings(schedule.blockLength());
                double allowed = byTransforms(s, schedule.blockLength(), h, part);
                double error = Math.sqrt(squares);
                int at = done;
                assertTrue(
                        error <= allowed,
                        () -> context + ", " + schedule + ": block from " + at + " off by " + error + ", allowed "
                                + allowed);
            }
        }
    }

    private static Numbers part(Numbers x, int from, long past) {
        int first = Math.max(0, from);
        int end = (int) Math.min(x.length(), past);
        double[] values = new double[Math.max(0, end - first)];
        for (int i = 0; i < values.length; i++) {
            values[i] = x.at(first + i);
        }
        return new Numbers(x.precision(), values);
    }

    /** Fails unless {@code y_k = sum over j of c_((k-j) mod n) x_j}, or for the transpose {@code c_((j-k) mod n)}. */
    public static void assertCircular(
            CircularConvolutionSchedule schedule, boolean transposed, Numbers c, Numbers x, Numbers y, String context) {
        int n = schedule.n();
        double squares = 0;
        for (int k = 0; k < n; k++) {
            Twofold sum = new Twofold();
            for (int j = 0; j < n; j++) {
                sum.addProduct(c.at(Math.floorMod(transposed ? j - k : k - j, n)), x.at(j));
            }
            double error = sum.distance(y.at(k));
            squares += error * error;
        }
        double error = Math.sqrt(squares);
        double allowed = circularBound(schedule, c, x);
        assertTrue(error <= allowed, () -> context + ", " + schedule + ": off by " + error + ", allowed " + allowed);
    }

    /**
     * Fails unless {@code <C x, z> = <x, C^T z>}: each is off by at most the bound of its product times the norm of the other
     * vector, and by what the inner products, which are near that size at most, lose when they are rounded to double.
     */
    public static void assertAdjoint(
            CircularConvolutionSchedule schedule,
            Numbers c,
            Numbers x,
            Numbers z,
            Numbers cx,
            Numbers cz,
            String context) {
        double left = cx.dot(z);
        double right = x.dot(cz);
        double allowed = circularBound(schedule, c, x) * z.norm2()
                + circularBound(schedule, c, z) * x.norm2()
                + 0x1p-51 * c.norm1() * x.norm2() * z.norm2();
        assertTrue(
                Math.abs(left - right) <= allowed,
                () -> context + ": " + left + " and " + right + " differ by more than " + allowed);
    }

    /** Fails unless these rows, without gaps, are the part of the convolution of images that the schedule says. */
    public static void assertConvolved(
            Convolution2dSchedule schedule, Numbers h, Numbers x, Numbers y, String context) {
        int rows = schedule.mode().length(schedule.rows(), schedule.kernelRows());
        int cols = schedule.mode().length(schedule.cols(), schedule.kernelCols());
        int firstRow = schedule.mode().first(schedule.rows(), schedule.kernelRows());
        int firstCol = schedule.mode().first(schedule.cols(), schedule.kernelCols());
        assertTrue(rows * cols == y.length(), context + ": " + y.length() + " outputs of " + schedule);
        double squares = 0;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < cols; j++) {
                Twofold sum = new Twofold();
                double size = 0;
                for (int k = 0; k < schedule.kernelRows(); k++) {
                    for (int l = 0; l < schedule.kernelCols(); l++) {
                        int row = firstRow + i - k;
                        int col = firstCol + j - l;
                        if (row >= 0 && row < schedule.rows() && col >= 0 && col < schedule.cols()) {
                            double tap = h.at(k * schedule.kernelCols() + l);
                            double value = x.at(row * schedule.cols() + col);
                            sum.addProduct(tap, value);
                            size += Math.abs(tap * value);
                        }
                    }
                }
                double error = sum.distance(y.at(i * cols + j));
                squares += error * error;
                if (schedule.direct()) {
                    double allowed = ErrorBounds.gamma(h.length(), x.precision()) * size
                            + h.length() * x.precision().smallest() / 2;
                    assertTrue(
                            error <= allowed, context + ", " + schedule + ": (" + i + ", " + j + ") off by " + error);
                }
            }
        }
        if (!schedule.direct()) {
            double s = realRoundings(schedule.transformCols()) + FourierBounds.roundings(schedule.transformRows());
            double length = (double) schedule.transformRows() * schedule.transformCols();
            double allowed = byTransforms(s, length, h, x);
            double error = Math.sqrt(squares);
            assertTrue(
                    error <= allowed, () -> context + ", " + schedule + ": off by " + error + ", allowed " + allowed);
        }
    }
}
