package dev.lanewise.fourier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.DoubleFourierPlan;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * Lengths whose kernels run in one piece, block by block, or, the longest, neither: in place or not, parts in arrays of their own or alternating, on any number of
 * threads, forward or inverse, the bits are those of one thread from one pair of arrays to another. That those are right is said
 * elsewhere, for each of these lengths ({@link DoubleFourierDefinitionLaws}, {@link FourierLengths#LONG}).
 */
final class DoubleFourierBlockLaws {
    private static final int FEWEST_BITS = 6;
    private static final int MOST_BITS = 20;

    @Test
    void allWaysToTheSameTransformHaveTheSameBits() {
        for (int bits = FEWEST_BITS; bits <= MOST_BITS; bits++) {
            DoubleFourierPlan forward = DoubleFourierPlan.of(1 << bits);
            for (DoubleFourierPlan plan : new DoubleFourierPlan[] {forward, forward.inverse()}) {
                assertSame(plan, DoubleSignal.uneven(bits, 1 << bits));
            }
        }
    }

    private static void assertSame(DoubleFourierPlan plan, DoubleSignal x) {
        int n = plan.length();
        double[] re = new double[n], im = new double[n];
        Layout from = Layout.contiguous(0);
        Workspace workspace = new Workspace();
        plan.transform(x.re(), x.im(), from, re, im, from, workspace, Parallelism.NONE);
        double[] wanted = alternating(re, im);
        for (int threads : new int[] {1, 3}) {
            Parallelism parallelism = Parallelism.threads(threads);
            String what = plan.describe() + ", threads: " + threads;

            double[] apartRe = new double[n + 3], apartIm = new double[n + 3];
            plan.transform(x.re(), x.im(), from, apartRe, apartIm, Layout.contiguous(3), workspace, parallelism);
            assertArrayEquals(re, Arrays.copyOfRange(apartRe, 3, n + 3), what);
            assertArrayEquals(im, Arrays.copyOfRange(apartIm, 3, n + 3), what);

            double[] ownRe = x.re().clone(), ownIm = x.im().clone();
            plan.transform(ownRe, ownIm, from, ownRe, ownIm, from, workspace, parallelism);
            assertArrayEquals(re, ownRe, what + ", in place");
            assertArrayEquals(im, ownIm, what + ", in place");

            double[] pairs = alternating(x.re(), x.im()), out = new double[2 * n];
            plan.transformInterleaved(pairs, from, out, from, workspace, parallelism);
            assertArrayEquals(wanted, out, what + ", alternating");
            assertArrayEquals(alternating(x.re(), x.im()), pairs, what + ", alternating: the input");
            plan.transformInterleaved(pairs, from, pairs, from, workspace, parallelism);
            assertArrayEquals(wanted, pairs, what + ", alternating, in place");
        }
    }

    private static double[] alternating(double[] re, double[] im) {
        double[] pairs = new double[2 * re.length];
        for (int i = 0; i < re.length; i++) {
            pairs[2 * i] = re[i];
            pairs[2 * i + 1] = im[i];
        }
        return pairs;
    }
}
