package dev.lanewise.signal;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.DoubleRealFourierPlan;
import java.util.Arrays;
import java.util.Objects;

/**
 * The short-time Fourier transform of real signals, and its inverse. A window {@code w} of {@code l} elements is moved along the
 * signal {@code hop} elements at a time; frame {@code p} is the spectrum of what is seen through it,
 *
 * <pre>    X_(p,k) = sum over i of w_i x_(s_p + i) exp(-2 pi i i k / n),    s_p = (p - c) hop,    k = 0 ... n / 2,</pre>
 *
 * <p>with a transform of {@code n >= l} elements, the rest of which are zeros. What is beyond the ends of the signal counts as 0,
 * and there are frames before and after it, {@code c = ceil(l / hop) - 1} at the beginning, as many as see any of it: each
 * element of the signal is in all the frames that it would be in if the signal had no ends, so that none is lost at an end.
 * Frames are rows of {@code n / 2 + 1} coefficients, real parts in one array and imaginary parts in another.
 *
 * <p>The inverse adds up the inverse transforms of the frames through the dual window,
 *
 * <pre>    x_t = sum over p of d_(t - s_p) y_p(t - s_p),    d_i = w_i / sum over q of w_(i + q hop)^2.</pre>
 *
 * <p>It gives back the signal wherever no sum of squares in {@code d} vanishes (the condition of "nonzero overlap-add"), to
 * rounding times {@code sqrt} of how much they vary; and of frames that are no transform of a signal, the signal whose transform is
 * nearest in the 2-norm, where {@code n = l}.
 *
 * <p>Immutable; may be used by many threads at once. Results do not depend on threads or machine.
 *
 * <p>Source: D. W. Griffin, J. S. Lim, Signal estimation from modified short-time Fourier transform, IEEE Trans. Acoust. Speech
 * Signal Process. 32, 1984, pp. 236-243.
 */
public final class ShortTimeTransform {
    /** Sums of squares that are less than this part of the largest one count as none: half of the digits would be lost. */
    private static final double LEAST_OVERLAP = 0x1p-26;

    private static final Layout WHOLE = Layout.contiguous(0);

    private final double[] window;
    private final int hop;
    private final int ahead;
    private final DoubleRealFourierPlan plan;

    /** Null where there is no inverse. */
    private final double[] dual;

    /** The place within a hop whose sum of squares is the least, and how large it is beside the largest one. */
    private final int weakest;

    private final double overlap;

    private ShortTimeTransform(double[] window, int hop, int transformLength) {
        this.window = window;
        this.hop = hop;
        ahead = Math.ceilDiv(window.length, hop) - 1;
        plan = DoubleRealFourierPlan.of(transformLength);
        double[] sums = new double[hop];
        for (int i = 0; i < window.length; i++) {
            sums[i % hop] += window[i] * window[i];
        }
        int least = 0;
        double largest = 0;
        for (int i = 0; i < hop; i++) {
            least = sums[i] < sums[least] ? i : least;
            largest = Math.max(largest, sums[i]);
        }
        weakest = least;
        overlap = largest == 0 ? 0 : sums[least] / largest;
        if (overlap < LEAST_OVERLAP) {
            dual = null;
            return;
        }
        dual = new double[window.length];
        for (int i = 0; i < window.length; i++) {
            dual[i] = window[i] / sums[i % hop];
        }
    }

    /**
     * A transform of frames as long as the window.
     *
     * @param window the elements of the window, as a rule {@link Window#periodic} ones, finite; they are copied
     * @param hop from one frame to the next, at least 1
     * @return the transform
     * @throws IllegalArgumentException if there is no element, or one is not finite, or the hop is less
     */
    public static ShortTimeTransform of(double[] window, int hop) {
        return of(window, hop, Objects.requireNonNull(window, "window").length);
    }

    /**
     * A transform of frames that are followed by zeros.
     *
     * @param window the elements of the window, as a rule {@link Window#periodic} ones, finite; they are copied
     * @param hop from one frame to the next, at least 1
     * @param transformLength the length of the transforms, at least that of the window
     * @return the transform
     * @throws IllegalArgumentException if there is no element, or one is not finite, the hop is less, or the transforms are
     *     shorter than the window
     */
    public static ShortTimeTransform of(double[] window, int hop, int transformLength) {
        checkWindow(window, transformLength);
        if (hop < 1) {
            throw new IllegalArgumentException("hop: got " + hop + ", wanted 1 or more");
        }
        return new ShortTimeTransform(window.clone(), hop, transformLength);
    }

    static void checkWindow(double[] window, int transformLength) {
        if (Objects.requireNonNull(window, "window").length == 0) {
            throw new IllegalArgumentException("window: got no elements, wanted 1 or more");
        }
        for (int i = 0; i < window.length; i++) {
            if (!Double.isFinite(window[i])) {
                throw new IllegalArgumentException(
                        "window: got " + window[i] + " as element " + i + ", wanted finite numbers");
            }
        }
        if (transformLength < window.length) {
            throw new IllegalArgumentException("transform length: got " + transformLength + ", wanted " + window.length
                    + " or more, as the window has");
        }
    }

    /**
     * How many coefficients a frame has.
     *
     * @return {@code n / 2 + 1}
     */
    public int coefficients() {
        return plan.coefficients();
    }

    /**
     * How many frames see a signal.
     *
     * @param length the length of the signal, at least 1
     * @return {@code ceil(length / hop) + ceil(l / hop) - 1}
     * @throws IllegalArgumentException if the length is less, or the coefficients of all frames are no array
     */
    public int frames(int length) {
        if (length < 1) {
            throw new IllegalArgumentException("signal: got length " + length + ", wanted 1 or more");
        }
        long frames = (long) Math.ceilDiv(length, hop) + ahead;
        if (frames * coefficients() > Integer.MAX_VALUE - 64) {
            throw new IllegalArgumentException("signal: got length " + length + ", whose " + frames + " frames have "
                    + frames * coefficients() + " coefficients, wanted at most " + (Integer.MAX_VALUE - 64));
        }
        return (int) frames;
    }

    /**
     * Where a frame begins.
     *
     * @param frame its number, from 0
     * @return the place of its first element in the signal; negative for the first frames unless they do not overlap
     */
    public long start(int frame) {
        return ((long) frame - ahead) * hop;
    }

    /**
     * Whether there is an inverse.
     *
     * @return false if the squares of the window, moved by all multiples of the hop, nearly vanish together somewhere
     */
    public boolean isInvertible() {
        return dual != null;
    }

    /**
     * Transforms a signal.
     *
     * @param x the signal, at least one element
     * @param re gets the real parts, {@link #frames} rows of {@link #coefficients}
     * @param im gets the imaginary parts; another array
     * @param workspace scratch
     * @param parallelism how many threads may work on it
     * @throws IllegalArgumentException if an array has another length than that, or two are the same
     */
    public void forward(double[] x, double[] re, double[] im, Workspace workspace, Parallelism parallelism) {
        int frames = check(x, re, im, workspace);
        double operations = 2.5 * plan.length() * (32 - Integer.numberOfLeadingZeros(plan.length()));
        Parallelism paying = Objects.requireNonNull(parallelism, "parallelism").forOperations(frames * operations);
        int workers = Math.min(paying.workers(), frames);
        if (workers <= 1) {
            forward(x, re, im, 0, frames, workspace);
            return;
        }
        workspace.worker(workers - 1);
        int pieces = (int) Math.min(frames, 4L * workers);
        paying.forEach(pieces, (piece, worker) -> {
            int first = (int) ((long) frames * piece / pieces);
            int past = (int) ((long) frames * (piece + 1) / pieces);
            forward(x, re, im, first, past, workspace.worker(worker));
        });
    }

    private int check(double[] x, double[] re, double[] im, Workspace workspace) {
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(re, "re");
        Objects.requireNonNull(im, "im");
        Objects.requireNonNull(workspace, "workspace");
        int frames = frames(x.length);
        int wanted = frames * coefficients();
        if (re.length != wanted || im.length != wanted) {
            throw new IllegalArgumentException("re, im: got lengths " + re.length + " and " + im.length + ", wanted "
                    + wanted + ", for " + frames + " frames of " + coefficients() + " coefficients");
        }
        if (x == re || x == im || re == im) {
            throw new IllegalArgumentException("x, re, im: got two in the same array, wanted one for each");
        }
        return frames;
    }

    private void forward(double[] x, double[] re, double[] im, int first, int past, Workspace workspace) {
        int coefficients = coefficients();
        double[] seen = workspace.takeDoubles(plan.length());
        double[] seenRe = workspace.takeDoubles(coefficients);
        double[] seenIm = workspace.takeDoubles(coefficients);
        try {
            for (int frame = first; frame < past; frame++) {
                long start = start(frame);
                int begin = (int) Math.min(window.length, Math.max(0, -start));
                int end = (int) Math.max(begin, Math.min(window.length, x.length - start));
                Arrays.fill(seen, 0, begin, 0);
                for (int i = begin; i < end; i++) {
                    seen[i] = window[i] * x[(int) (start + i)];
                }
                Arrays.fill(seen, end, plan.length(), 0);
                plan.forward(seen, WHOLE, seenRe, seenIm, WHOLE, workspace, Parallelism.NONE);
                System.arraycopy(seenRe, 0, re, frame * coefficients, coefficients);
                System.arraycopy(seenIm, 0, im, frame * coefficients, coefficients);
            }
        } finally {
            for (int i = 0; i < 3; i++) {
                workspace.releaseDoubles();
            }
        }
    }

    /**
     * The signal of frames.
     *
     * @param re the real parts, {@link #frames} rows of {@link #coefficients}, read only
     * @param im the imaginary parts, read only; another array
     * @param x gets the signal; its length says how long it is
     * @param workspace scratch
     * @throws IllegalArgumentException if an array has another length than that, or two are the same
     * @throws ArithmeticException if there is no inverse, as {@link #isInvertible} tells
     */
    public void inverse(double[] re, double[] im, double[] x, Workspace workspace) {
        int frames = check(x, re, im, workspace);
        if (dual == null) {
            throw new ArithmeticException("no inverse: got a window of " + window.length + " elements and a hop of "
                    + hop + ", with which the squares that overlap at place " + weakest + " of a hop come to "
                    + overlap + " of the most; wanted " + LEAST_OVERLAP + " or more (nonzero overlap-add)");
        }
        int coefficients = coefficients();
        double[] seen = workspace.takeDoubles(plan.length());
        double[] seenRe = workspace.takeDoubles(coefficients);
        double[] seenIm = workspace.takeDoubles(coefficients);
        try {
            Arrays.fill(x, 0);
            for (int frame = 0; frame < frames; frame++) {
                System.arraycopy(re, frame * coefficients, seenRe, 0, coefficients);
                System.arraycopy(im, frame * coefficients, seenIm, 0, coefficients);
                plan.inverse(seenRe, seenIm, WHOLE, seen, WHOLE, workspace, Parallelism.NONE);
                long start = start(frame);
                int begin = (int) Math.min(window.length, Math.max(0, -start));
                int end = (int) Math.max(begin, Math.min(window.length, x.length - start));
                for (int i = begin; i < end; i++) {
                    x[(int) (start + i)] += dual[i] * seen[i];
                }
            }
        } finally {
            for (int i = 0; i < 3; i++) {
                workspace.releaseDoubles();
            }
        }
    }

    /** As {@code short-time transform, window of 256, hop 64, transforms of 512}. */
    @Override
    public String toString() {
        return "short-time transform, window of " + window.length + ", hop " + hop + ", transforms of " + plan.length();
    }
}
