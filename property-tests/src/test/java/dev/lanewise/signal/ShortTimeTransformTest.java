package dev.lanewise.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.foundation.Allocation;
import dev.lanewise.foundation.EveryParallelism;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.ErrorBounds;
import dev.lanewise.oracle.FourierBounds;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Precision;
import org.junit.jupiter.api.Test;

final class ShortTimeTransformTest {
    /** Of the real transform of even length; an odd one has no more than the complex one and as many as these again. */
    private static final double TAKEN_APART = 7;

    /** Length of the window, hop, length of the transforms: hops that divide it, that do not, of 1, of all of it. */
    private static final int[][] SHAPES = {
        {16, 4, 16}, {16, 8, 24}, {15, 4, 15}, {16, 5, 16}, {7, 1, 8}, {8, 8, 8}, {1, 1, 1}, {33, 10, 64}
    };

    private record Frames(int count, double[] re, double[] im) {
        static Frames of(ShortTimeTransform transform, double[] x) {
            int count = transform.frames(x.length);
            int all = count * transform.coefficients();
            Frames frames = new Frames(count, new double[all], new double[all]);
            transform.forward(x, frames.re, frames.im, new Workspace(), Parallelism.NONE);
            return frames;
        }

        double[] back(ShortTimeTransform transform, int length) {
            double[] x = Bits.guard(new double[length]);
            transform.inverse(re, im, x, new Workspace());
            return x;
        }
    }

    private static double roundings(int n) {
        return FourierBounds.roundings(n % 2 == 0 ? n / 2 : n) + TAKEN_APART;
    }

    private static double[] window(int[] shape) {
        return shape[0] == shape[1]
                ? Window.rectangular().periodic(shape[0])
                : Window.hamming().periodic(shape[0]);
    }

    /**
     * Against sums in double: {@code n + 8} roundings of the terms, angles among them, and those of the transform, which is off
     * by {@code g sqrt(n)} times the norm, all no more than so often the sum of the magnitudes.
     */
    @Test
    void framesAreTheSpectraOfWhatIsSeenThroughTheWindow() {
        for (int[] shape : SHAPES) {
            int n = shape[2];
            double[] w = window(shape);
            ShortTimeTransform transform = ShortTimeTransform.of(w, shape[1], n);
            for (int length : new int[] {1, 5, 16, 50}) {
                double[] x = Inputs.gaussian(length, new double[length]);
                Frames frames = Frames.of(transform, x);
                assertEquals(n / 2 + 1, transform.coefficients());
                for (int p = 0; p < frames.count; p++) {
                    for (int k = 0; k <= n / 2; k++) {
                        double re = 0, im = 0, size = 0;
                        for (int i = 0; i < w.length; i++) {
                            long at = transform.start(p) + i;
                            double seen = at < 0 || at >= length ? 0 : w[i] * x[(int) at];
                            double angle = 2 * Math.PI * (i * k % n) / n;
                            re += seen * Math.cos(angle);
                            im -= seen * Math.sin(angle);
                            size += Math.abs(seen);
                        }
                        double allowed =
                                ErrorBounds.gamma(n + 8 + roundings(n) * Math.sqrt(n), Precision.DOUBLE) * size;
                        String context = transform + ", frame " + p + ", coefficient " + k;
                        assertEquals(re, frames.re[p * (n / 2 + 1) + k], allowed, context);
                        assertEquals(im, frames.im[p * (n / 2 + 1) + k], allowed, context);
                    }
                }
            }
        }
    }

    @Test
    void everyElementIsInAllFramesThatItWouldBeInWithoutEnds() {
        for (int[] shape : SHAPES) {
            ShortTimeTransform transform = ShortTimeTransform.of(window(shape), shape[1], shape[2]);
            for (int length = 1; length < 60; length++) {
                int frames = transform.frames(length);
                assertTrue(transform.start(0) + shape[0] > 0, transform + ": the first frame sees nothing");
                assertTrue(transform.start(0) - shape[1] + shape[0] <= 0, transform + ": one is missing before");
                assertTrue(transform.start(frames - 1) < length, transform + ": the last frame sees nothing");
                assertTrue(transform.start(frames - 1) + shape[1] >= length, transform + ": one is missing after");
                assertEquals(shape[1], transform.start(1) - transform.start(0));
            }
        }
    }

    /**
     * Frames are off by {@code g} of the roundings of both transforms, some more of products and of the sum of the frames that
     * overlap; adding them up through the dual window multiplies norms by {@code 1 / sqrt(min S)} at most and seeing through the
     * window by {@code sqrt(max S)}, with {@code S} the sums of squares that overlap.
     */
    private static void assertRecovered(double[] w, int hop, int n, double[] x) {
        ShortTimeTransform transform = ShortTimeTransform.of(w, hop, n);
        assertTrue(transform.isInvertible(), transform.toString());
        double[] back = Frames.of(transform, x).back(transform, x.length);
        double least = Double.MAX_VALUE;
        double most = 0;
        for (int place = 0; place < hop; place++) {
            double sum = 0;
            for (int i = place; i < w.length; i += hop) {
                sum += w[i] * w[i];
            }
            least = Math.min(least, sum);
            most = Math.max(most, sum);
        }
        double s = 2 * roundings(n) + 2.0 * w.length / hop + 10;
        double allowed = ErrorBounds.gamma(s, Precision.DOUBLE)
                * Math.sqrt(most / least)
                * Numbers.of(x).norm2();
        double error = Numbers.of(x).distance(Numbers.of(back));
        assertTrue(error <= allowed, transform + " of " + x.length + ": off by " + error + ", allowed " + allowed);
    }

    @Test
    void theInverseGivesBackTheWholeSignal() {
        for (int[] shape : SHAPES) {
            for (int length : new int[] {1, 2, 7, 16, 17, 100, 333}) {
                assertRecovered(window(shape), shape[1], shape[2], Inputs.uneven(length, new double[length]));
            }
        }
        double[] x = Inputs.gaussian(1, new double[500]);
        assertRecovered(Window.hann().periodic(64), 16, 64, x);
        assertRecovered(Window.hann().periodic(64), 63, 64, x);
        assertRecovered(Window.kaiser(8).symmetric(64), 20, 100, x);
        assertRecovered(Window.flatTop().periodic(64), 16, 64, x);
        assertRecovered(Inputs.gaussian(9, new double[64]), 10, 64, x);
    }

    /** Griffin and Lim: what is left of the frames is orthogonal to the frames of all signals. */
    @Test
    void theInverseOfFramesThatAreNoTransformIsTheNearestSignal() {
        int n = 16;
        ShortTimeTransform transform = ShortTimeTransform.of(Window.hann().periodic(n), 4);
        int length = 50;
        int all = transform.frames(length) * transform.coefficients();
        Frames y = new Frames(
                all / transform.coefficients(),
                Inputs.gaussian(1, new double[all]),
                Inputs.gaussian(2, new double[all]));
        for (int at = 0; at < all; at++) {
            int k = at % transform.coefficients();
            y.im[at] = k == 0 || 2 * k == n ? 0 : y.im[at];
        }
        Frames nearest = Frames.of(transform, y.back(transform, length));
        Frames z = Frames.of(transform, Inputs.gaussian(3, new double[length]));
        double product = 0, ofY = 0, ofZ = 0;
        for (int at = 0; at < all; at++) {
            int k = at % transform.coefficients();
            int times = k == 0 || 2 * k == n ? 1 : 2;
            product += times * ((y.re[at] - nearest.re[at]) * z.re[at] + (y.im[at] - nearest.im[at]) * z.im[at]);
            ofY += times * (y.re[at] * y.re[at] + y.im[at] * y.im[at]);
            ofZ += times * (z.re[at] * z.re[at] + z.im[at] * z.im[at]);
        }
        double allowed = ErrorBounds.gamma(3 * roundings(n) + 20 + all, Precision.DOUBLE) * Math.sqrt(ofY * ofZ);
        assertTrue(Math.abs(product) <= allowed, "product " + product + ", allowed " + allowed);
        assertTrue(ofY > 1, "there is something to be near to");
    }

    @Test
    void windowsThatVanishTogetherSomewhereHaveNoInverse() {
        double[] x = Inputs.gaussian(1, new double[100]);
        double[][] windows = {Window.hann().periodic(16), Window.rectangular().periodic(16), new double[16]};
        int[] hops = {16, 17, 4};
        for (int i = 0; i < windows.length; i++) {
            ShortTimeTransform transform = ShortTimeTransform.of(windows[i], hops[i]);
            assertFalse(transform.isInvertible(), transform.toString());
            Frames frames = Frames.of(transform, x);
            double[] back = Bits.guard(new double[100]);
            String message = assertThrows(
                            ArithmeticException.class,
                            () -> transform.inverse(frames.re, frames.im, back, new Workspace()))
                    .getMessage();
            assertTrue(message.contains("window of 16"), message);
            assertTrue(message.contains("hop of " + hops[i]), message);
            assertTrue(message.contains("nonzero overlap-add"), message);
            Bits.assertSame(Bits.guard(new double[100]), back, "output after a refusal");
        }
        assertTrue(ShortTimeTransform.of(Window.hann().periodic(16), 15).isInvertible());
    }

    @Test
    void anyThreadsGiveTheSameBits() {
        ShortTimeTransform transform = ShortTimeTransform.of(Window.hann().periodic(64), 16);
        double[] x = Inputs.special(1, new double[1000]);
        Frames wanted = Frames.of(transform, x);
        EveryParallelism.run((parallelism, context) -> {
            double[] re = Bits.guard(new double[wanted.re.length]);
            double[] im = Bits.guard(new double[wanted.re.length]);
            transform.forward(x, re, im, new Workspace(), parallelism);
            Bits.assertSame(wanted.re, re, context);
            Bits.assertSame(wanted.im, im, context);
        });
    }

    @Test
    void runningAgainAllocatesNothing() {
        ShortTimeTransform transform = ShortTimeTransform.of(Window.hann().periodic(64), 16);
        double[] x = new double[300];
        double[] re = new double[transform.frames(300) * transform.coefficients()];
        double[] im = new double[re.length];
        Workspace workspace = new Workspace();
        Allocation.assertNone("forward", () -> transform.forward(x, re, im, workspace, Parallelism.NONE));
        Allocation.assertNone("inverse", () -> transform.inverse(re, im, x, workspace));
    }

    @Test
    void whatACallerGetsWrongIsRefused() {
        double[] w = Window.hann().periodic(8);
        Refusal.of(() -> ShortTimeTransform.of(new double[0], 1), "window", "no elements");
        Refusal.of(() -> ShortTimeTransform.of(new double[] {1, Double.NaN}, 1), "got NaN", "element 1", "finite");
        Refusal.of(() -> ShortTimeTransform.of(w, 0), "hop", "got 0", "1 or more");
        Refusal.of(() -> ShortTimeTransform.of(w, 4, 7), "transform length", "got 7", "8 or more");
        Refusal.ofNull("window", () -> ShortTimeTransform.of(null, 4));
        ShortTimeTransform transform = ShortTimeTransform.of(w, 4);
        Refusal.of(() -> transform.frames(0), "signal", "got length 0", "1 or more");
        Refusal.of(() -> ShortTimeTransform.of(w, 1).frames(Integer.MAX_VALUE), "2147483647", "at most");
        double[] x = new double[20];
        int all = transform.frames(20) * transform.coefficients();
        double[] re = new double[all];
        double[] im = new double[all];
        Workspace workspace = new Workspace();
        Parallelism none = Parallelism.NONE;
        Refusal.of(() -> transform.forward(x, re, new double[3], workspace, none), all + " and 3", "wanted " + all);
        Refusal.of(() -> transform.forward(new double[0], re, im, workspace, none), "got length 0");
        Refusal.of(() -> transform.forward(x, re, re, workspace, none), "same array");
        Refusal.of(() -> transform.inverse(new double[3], im, x, workspace), "3 and " + all, "wanted " + all);
        Refusal.of(() -> transform.inverse(re, re, x, workspace), "same array");
        Refusal.ofNull("x", () -> transform.forward(null, re, im, workspace, none));
        Refusal.ofNull("im", () -> transform.forward(x, re, null, workspace, none));
        Refusal.ofNull("parallelism", () -> transform.forward(x, re, im, workspace, null));
        Refusal.ofNull("workspace", () -> transform.inverse(re, im, x, null));
    }
}
