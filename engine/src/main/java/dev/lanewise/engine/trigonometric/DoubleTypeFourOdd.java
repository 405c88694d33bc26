package dev.lanewise.engine.trigonometric;

import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.DoubleRealFourierPlan;

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

    /** {@code f(n + 8 i)}: with {@code a = 2 j + 1}, {@code j} goes round {@code 4 n} in steps of 4, through four quarters. */
    private void pick(double[] x, int from, double[] f) {
        int first = sine ? from + n - 1 : from;
        int step = sine ? -1 : 1;
        int i = 0;
        int j = n / 2;
        for (; j < n; j += 4) {
            f[i++] = x[first + step * j];
        }
        for (; j < 2 * n; j += 4) {
            f[i++] = -x[first + step * (2 * n - 1 - j)];
        }
        for (; j < 3 * n; j += 4) {
            f[i++] = -x[first + step * (j - 2 * n)];
        }
        for (; j < 4 * n; j += 4) {
            f[i++] = x[first + step * (4 * n - 1 - j)];
        }
        for (j -= 4 * n; i < n; j += 4) {
            f[i++] = x[first + step * j];
        }
    }

    private void combine(double[] re, double[] im, double[] y, int to, double factor) {
        for (int k = 0; k < n; k++) {
            int b = 2 * k + 1 < n ? 2 * k + 1 : 2 * k + 1 - n;
            boolean second = b > n / 2;
            int at = second ? n - b : b;
            // The signs of cosine and sine go + - - + and + + - -; F_b = conj F_(n-b); every other sine coefficient is
            // negated.
            boolean negative = (k + 1 & 2) != 0 ^ (sine && k % 2 == 1);
            boolean minus = k % 2 == 1 ^ second;
            double sum = minus ? re[at] - im[at] : re[at] + im[at];
            y[to + k] = sum * (negative ? -factor : factor);
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
