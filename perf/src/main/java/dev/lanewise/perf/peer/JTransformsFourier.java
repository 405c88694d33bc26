package dev.lanewise.perf.peer;

import dev.lanewise.perf.duel.Contestant;
import dev.lanewise.perf.duel.Precision;
import org.jtransforms.fft.DoubleFFT_1D;
import org.jtransforms.fft.FloatFFT_1D;
import org.visnow.jlargearrays.ConcurrencyUtils;

/** The Fourier transform by JTransforms, which works in place only: the input is copied first, and that is timed too. */
public final class JTransformsFourier implements Contestant {
    private final Runnable run;
    private final double[] out;
    private final float[] singleOut;

    private JTransformsFourier(Runnable run, double[] out, float[] singleOut) {
        this.run = run;
        this.out = out;
        this.singleOut = singleOut;
    }

    /**
     * The transform of a vector.
     *
     * @param re real parts
     * @param im imaginary parts
     * @param single whether in single precision
     * @param threads how many it may use; JTransforms keeps that for all of its transforms
     * @return the contestant
     */
    public static Contestant of(double[] re, double[] im, boolean single, int threads) {
        ConcurrencyUtils.setNumberOfThreads(threads);
        double[] in = Interleaved.of(re, im);
        if (single) {
            float[] from = Precision.narrowed(in);
            float[] to = new float[from.length];
            FloatFFT_1D transform = new FloatFFT_1D(re.length);
            return new JTransformsFourier(
                    () -> {
                        System.arraycopy(from, 0, to, 0, from.length);
                        transform.complexForward(to);
                    },
                    null,
                    to);
        }
        double[] to = new double[in.length];
        DoubleFFT_1D transform = new DoubleFFT_1D(re.length);
        return new JTransformsFourier(
                () -> {
                    System.arraycopy(in, 0, to, 0, in.length);
                    transform.complexForward(to);
                },
                to,
                null);
    }

    @Override
    public String name() {
        return "JTransforms";
    }

    @Override
    public void run() {
        run.run();
    }

    @Override
    public double[] result() {
        return Interleaved.apart(out != null ? out : Precision.widened(singleOut));
    }
}
