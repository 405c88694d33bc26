package dev.lanewise.trigonometric;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.fourier.DoubleHartleyPlan;
import dev.lanewise.engine.trigonometric.DoubleTrigonometricPlan;
import dev.lanewise.engine.trigonometric.TrigonometricKind;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import java.util.stream.IntStream;
import org.jtransforms.dct.DoubleDCT_1D;
import org.jtransforms.dht.DoubleDHT_1D;
import org.jtransforms.dst.DoubleDST_1D;
import org.junit.jupiter.api.Test;

/** A second opinion on types II and III, orthogonal as both sides scale them, and on Hartley. */
final class JTransformsTrigonometricPeerTest {
    /** Each side is allowed {@code 7 u} a stage of radix 2, and three transforms of four times the length for a convolution. */
    private static double bound(int n) {
        return 2 * 7 * 3 * (2 + Math.ceil(Math.log(4 * n) / Math.log(2))) * 0x1p-53;
    }

    private static IntStream lengths() {
        return IntStream.concat(IntStream.rangeClosed(2, 130), IntStream.of(1000, 1009, 1024, 5040));
    }

    private static void assertClose(double[] theirs, double[] ours, String context) {
        var difference = Numbers.of(theirs).distance(Numbers.of(ours));
        var allowed = bound(ours.length) * Numbers.of(ours).norm2();
        assertTrue(difference <= allowed, context + ": apart by " + difference + ", allowed " + allowed);
    }

    private static double[] ours(TrigonometricKind kind, double[] x) {
        double[] y = x.clone();
        DoubleTrigonometricPlan.of(kind, x.length)
                .normalized(Normalization.ORTHO)
                .transform(y);
        return y;
    }

    @Test
    void cosineTransformsAgree() {
        lengths().forEach(n -> {
            double[] x = Inputs.gaussian(n, new double[n]);
            double[] forward = x.clone();
            double[] inverse = x.clone();
            new DoubleDCT_1D(n).forward(forward, true);
            new DoubleDCT_1D(n).inverse(inverse, true);
            assertClose(forward, ours(TrigonometricKind.DCT2, x), "DCT2 " + n);
            assertClose(inverse, ours(TrigonometricKind.DCT3, x), "DCT3 " + n);
        });
    }

    @Test
    void sineTransformsAgree() {
        lengths().forEach(n -> {
            double[] x = Inputs.gaussian(n, new double[n]);
            double[] forward = x.clone();
            double[] inverse = x.clone();
            new DoubleDST_1D(n).forward(forward, true);
            new DoubleDST_1D(n).inverse(inverse, true);
            assertClose(forward, ours(TrigonometricKind.DST2, x), "DST2 " + n);
            assertClose(inverse, ours(TrigonometricKind.DST3, x), "DST3 " + n);
        });
    }

    /** At prime lengths, 107 for one, theirs is off by more than its share: products of small primes are left. */
    @Test
    void hartleyTransformsAgree() {
        IntStream.of(2, 3, 4, 5, 6, 8, 9, 10, 12, 15, 16, 25, 27, 30, 32, 45, 64, 100, 125, 1000, 1024, 5040)
                .forEach(n -> {
                    double[] x = Inputs.gaussian(n, new double[n]);
                    double[] theirs = x.clone();
                    new DoubleDHT_1D(n).forward(theirs);
                    DoubleHartleyPlan.of(n).transform(x);
                    assertClose(theirs, x, "Hartley " + n);
                });
    }
}
