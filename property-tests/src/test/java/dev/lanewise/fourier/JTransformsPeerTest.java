package dev.lanewise.fourier;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.fourier.DoubleFourierPlan;
import dev.lanewise.oracle.Inputs;
import java.util.stream.IntStream;
import org.jtransforms.fft.DoubleFFT_1D;
import org.junit.jupiter.api.Test;

/** A second opinion. */
final class JTransformsPeerTest {
    private static final double UNIT = 0x1p-53;

    /**
     * A transform in {@code t} stages is off by some {@code 7 t u} in the 2-norm, relatively (N. J. Higham, Accuracy and
     * Stability of Numerical Algorithms, 2nd ed., theorem 24.2, for radix 2), and one by convolution is three of more than
     * twice the length; each side is allowed that.
     */
    @Test
    void bothDirectionsAgreeWithJTransforms() {
        IntStream.concat(
                        IntStream.rangeClosed(1, 130), IntStream.of(1000, 1009, 1024, 3000, 5000, 5040, 10007, 1 << 15))
                .forEach(n -> {
                    double stages = 3 * (2 + Math.ceil(Math.log(4 * n) / Math.log(2)));
                    double bound = 2 * 7 * stages * UNIT;
                    double[] re = Inputs.gaussian(n, new double[n]);
                    double[] im = Inputs.gaussian(n + 1, new double[n]);
                    assertClose(n, re, im, false, bound);
                    assertClose(n, re, im, true, bound);
                });
    }

    private static void assertClose(int n, double[] re, double[] im, boolean inverse, double bound) {
        double[] theirs = new double[2 * n];
        for (int i = 0; i < n; i++) {
            theirs[2 * i] = re[i];
            theirs[2 * i + 1] = im[i];
        }
        DoubleFourierPlan plan = DoubleFourierPlan.of(n);
        double[] oursRe = re.clone();
        double[] oursIm = im.clone();
        if (inverse) {
            new DoubleFFT_1D(n).complexInverse(theirs, true);
            plan.inverse().transform(oursRe, oursIm);
        } else {
            new DoubleFFT_1D(n).complexForward(theirs);
            plan.transform(oursRe, oursIm);
        }
        double difference = 0;
        double norm = 0;
        for (int i = 0; i < n; i++) {
            difference = Math.hypot(difference, Math.hypot(theirs[2 * i] - oursRe[i], theirs[2 * i + 1] - oursIm[i]));
            norm = Math.hypot(norm, Math.hypot(oursRe[i], oursIm[i]));
        }
        assertTrue(
                difference <= bound * norm,
                "n = " + n + (inverse ? ", inverse" : "") + ": apart by " + difference / norm + ", allowed " + bound);
    }
}
