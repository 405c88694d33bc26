package dev.lanewise.perf.peer;

import dev.lanewise.engine.trigonometric.TrigonometricKind;
import dev.lanewise.perf.duel.Contestant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jtransforms.dct.DoubleDCT_1D;
import org.jtransforms.dct.FloatDCT_1D;
import org.jtransforms.dst.DoubleDST_1D;
import org.jtransforms.dst.FloatDST_1D;

/**
 * Cosine and sine transforms of kinds II and III by JTransforms, as {@link JTransformsInPlace} runs them. They are scaled to
 * be orthonormal, since without that its factors are others at powers of two than elsewhere; outside of what is timed, the
 * scaling is taken out of the result of kind II and out of the input of kind III.
 */
public final class JTransformsTrigonometric {
    private JTransformsTrigonometric() {}

    /**
     * The transform of a vector, if JTransforms has the kind.
     *
     * @param kind of the transform
     * @param input the numbers
     * @param single whether in single precision
     * @param threads how many it may use
     * @return the contestant
     */
    public static Optional<Contestant> of(TrigonometricKind kind, double[] input, boolean single, int threads) {
        JTransformsInPlace.setThreads(threads);
        int n = input.length;
        int end = kind.isSine() ? n - 1 : 0;
        return switch (kind.type()) {
            case 2 -> Optional.of(contestant(kind, input, single, y -> scaled(y, end, 2 * Math.sqrt(n))));
            case 3 -> Optional.of(contestant(kind, scaled(input, end, Math.sqrt(n)), single, UnaryOperator.identity()));
            default -> Optional.empty();
        };
    }

    /** All times {@code sqrt(2 n)} but one. */
    private static double[] scaled(double[] x, int end, double factor) {
        double[] scaled = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            scaled[i] = x[i] * (i == end ? factor : Math.sqrt(2.0 * x.length));
        }
        return scaled;
    }

    private static Contestant contestant(
            TrigonometricKind kind, double[] in, boolean single, UnaryOperator<double[]> reading) {
        return single
                ? JTransformsInPlace.ofFloats(in, floats(kind, in.length), reading)
                : JTransformsInPlace.ofDoubles(in, doubles(kind, in.length), reading);
    }

    private static Consumer<double[]> doubles(TrigonometricKind kind, int n) {
        boolean forward = kind.type() == 2;
        if (kind.isSine()) {
            DoubleDST_1D transform = new DoubleDST_1D(n);
            return forward ? x -> transform.forward(x, true) : x -> transform.inverse(x, true);
        }
        DoubleDCT_1D transform = new DoubleDCT_1D(n);
        return forward ? x -> transform.forward(x, true) : x -> transform.inverse(x, true);
    }

    private static Consumer<float[]> floats(TrigonometricKind kind, int n) {
        boolean forward = kind.type() == 2;
        if (kind.isSine()) {
            FloatDST_1D transform = new FloatDST_1D(n);
            return forward ? x -> transform.forward(x, true) : x -> transform.inverse(x, true);
        }
        FloatDCT_1D transform = new FloatDCT_1D(n);
        return forward ? x -> transform.forward(x, true) : x -> transform.inverse(x, true);
    }
}
