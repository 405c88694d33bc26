package dev.lanewise.engine.trigonometric;

import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.batch.DoubleColumns;
import dev.lanewise.engine.fourier.DoubleRealFourierPlan;
import dev.lanewise.engine.fourier.FourierSchedule;

/**
 * Type IV of odd length {@code n} by a real Fourier transform of the same length, without a multiplication beside it.
 *
 * <p>Write {@code x_j = f(2j + 1)} and continue {@code f} over the odd numbers, {@code f(-a) = f(a)} and {@code f(4n - a) = -f(a)},
 * as the cosine {@code cos(pi a b / 4n)} behaves for odd {@code b}. Then {@code a}, {@code -a}, {@code 4n - a} and {@code 4n + a},
 * all odd numbers modulo 8 among them as {@code n} is odd, bring the same term, so that the sum may as well run over those {@code a}
 * that are {@code n} modulo 8. With {@code a = n + 8 i} and {@code F} the Fourier transform of {@code f(n + 8 i)}, {@code i = 0
 * ... n - 1},
 *
 * <pre>
 *    y_k = 2 sum over i of f(n + 8 i) cos(2 pi (b/8 + i b/n))
 *        = 2 (cos(pi b / 4) Re F_b + sin(pi b / 4) Im F_b),    b = 2 k + 1, as index modulo n.</pre>
 *
 * <p>Sines: {@code DST4(x)_k = (-1)^k DCT4(x')_k} with {@code x'_j = x_(n-1-j)}.
 *
 * <p>Source: S. C. Chan, K. L. Ho, Direct methods for computing discrete sinusoidal transforms, IEE Proc. F 137, 1990, pp.
 * 433-442.
 */
final class DoubleTypeFourOdd extends DoubleTrigonometric {
    private static final int WIDTH = DoubleColumns.MOST;

    private final boolean sine;
    private final int n;
    private final DoubleRealFourierPlan real;

    DoubleTypeFourOdd(boolean sine, int n) {
        this.sine = sine;
        this.n = n;
        real = DoubleRealFourierPlan.of(n);
    }

    @Override
    void run(
            double[] in,
            int from,
            double[] out,
            int to,
            double factor,
            boolean orthogonal,
            Workspace workspace,
            Parallelism parallelism) {
        double[] f = workspace.takeDoubles(n);
        double[] re = workspace.takeDoubles(n / 2 + 1);
        double[] im = workspace.takeDoubles(n / 2 + 1);
        try {
            pick(in, from, f);
            real.forward(f, BUFFER, re, im, BUFFER, workspace, parallelism);
            combine(re, im, out, to, 2 * SQRT_HALF * factor);
        } finally {
            release(workspace, 3);
        }
    }

    @Override
    boolean takesColumns() {
        return !FourierSchedule.of(n).isConvolution();
    }

    @Override
    void runColumns(
            double[] in,
            int from,
            int inPitch,
            double[] out,
            int to,
            int outPitch,
            double factor,
            boolean orthogonal,
            Workspace workspace,
            Parallelism parallelism) {
        double[] f = workspace.takeDoubles(n * WIDTH);
        double[] re = workspace.takeDoubles((n / 2 + 1) * WIDTH);
        double[] im = workspace.takeDoubles((n / 2 + 1) * WIDTH);
        try {
            for (int i = 0; i < n; i++) {
                int at = from + picked(i) * inPitch;
                DoubleColumns.KERNEL.scale(in, at, 0, isPickedNegative(i) ? -1 : 1, f, i * WIDTH, 0, 1);
            }
            real.forward(f, DoubleColumns.BUFFER, re, im, DoubleColumns.BUFFER, workspace, parallelism);
            double twice = 2 * SQRT_HALF * factor;
            for (int k = 0; k < n; k++) {
                int at = coefficient(k) * WIDTH;
                double turned = isNegative(k) ? -twice : twice;
                DoubleColumns.KERNEL.sum(
                        re, at, 0, 1, im, at, 0, isDifference(k) ? -1 : 1, turned, out, to + k * outPitch, 0, 1);
            }
        } finally {
            release(workspace, 3);
        }
    }

    private void pick(double[] x, int from, double[] f) {
        for (int i = 0; i < n; i++) {
            double element = x[from + picked(i)];
            f[i] = isPickedNegative(i) ? -element : element;
        }
    }

    /** Where {@code f(n + 8 i)} is: with {@code a = 2 j + 1}, {@code j} goes round {@code 4 n} in steps of 4, through four quarters. */
    private int round(int i) {
        int j = n / 2 + 4 * i;
        return j < 4 * n ? j : j - 4 * n;
    }

    /** Which element is {@code f(n + 8 i)}, up to its sign. */
    private int picked(int i) {
        int j = round(i);
        int within = j < 2 * n ? j : j - 2 * n;
        int place = within < n ? within : 2 * n - 1 - within;
        return sine ? n - 1 - place : place;
    }

    /** Whether it is the negative of that element: in the second and the third quarter. */
    private boolean isPickedNegative(int i) {
        int j = round(i);
        return j >= n && j < 3 * n;
    }

    /** Which {@code F_b}, {@code b = 2 k + 1}, makes {@code y_k}, or is the conjugate of the one that does: {@code F_b = conj F_(n-b)}. */
    private int coefficient(int k) {
        int b = 2 * k + 1 < n ? 2 * k + 1 : 2 * k + 1 - n;
        return b > n / 2 ? n - b : b;
    }

    /** Whether cosine and sine, whose signs go + - - + and + + - -, have different ones; a conjugate changes that. */
    private boolean isDifference(int k) {
        int b = 2 * k + 1 < n ? 2 * k + 1 : 2 * k + 1 - n;
        return k % 2 == 1 ^ b > n / 2;
    }

    /** Whether the cosine is negative; every other sine coefficient is negated. */
    private boolean isNegative(int k) {
        return (k + 1 & 2) != 0 ^ (sine && k % 2 == 1);
    }

    private void combine(double[] re, double[] im, double[] y, int to, double factor) {
        for (int k = 0; k < n; k++) {
            int at = coefficient(k);
            double sum = isDifference(k) ? re[at] - im[at] : re[at] + im[at];
            y[to + k] = sum * (isNegative(k) ? -factor : factor);
        }
    }

    @Override
    long operations() {
        return real.operations();
    }

    @Override
    String describe() {
        return "as many real points";
    }
}
