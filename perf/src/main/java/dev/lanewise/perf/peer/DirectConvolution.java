package dev.lanewise.perf.peer;

import dev.lanewise.perf.duel.Contestant;
import dev.lanewise.perf.duel.Precision;
import java.util.Arrays;

/** The full convolution by the definition, as one writes it: a multiple of the signal for each element of the kernel. */
public final class DirectConvolution implements Contestant {
    private final Runnable run;
    private final double[] out;
    private final float[] singleOut;

    private DirectConvolution(Runnable run, double[] out, float[] singleOut) {
        this.run = run;
        this.out = out;
        this.singleOut = singleOut;
    }

    /**
     * The convolution of two vectors.
     *
     * @param signal one
     * @param kernel the other, the shorter one
     * @param single whether in single precision
     * @return the contestant
     */
    public static Contestant of(double[] signal, double[] kernel, boolean single) {
        if (single) {
            float[] x = Precision.narrowed(signal);
            float[] h = Precision.narrowed(kernel);
            float[] y = new float[x.length + h.length - 1];
            return new DirectConvolution(() -> convolve(x, h, y), null, y);
        }
        double[] y = new double[signal.length + kernel.length - 1];
        return new DirectConvolution(() -> convolve(signal, kernel, y), y, null);
    }

    private static void convolve(double[] x, double[] h, double[] y) {
        Arrays.fill(y, 0);
        for (int j = 0; j < h.length; j++) {
            double tap = h[j];
            for (int i = 0; i < x.length; i++) {
                y[i + j] += tap * x[i];
            }
        }
    }

    private static void convolve(float[] x, float[] h, float[] y) {
        Arrays.fill(y, 0);
        for (int j = 0; j < h.length; j++) {
            float tap = h[j];
            for (int i = 0; i < x.length; i++) {
                y[i + j] += tap * x[i];
            }
        }
    }

    @Override
    public String name() {
        return "plain loops";
    }

    @Override
    public void run() {
        run.run();
    }

    @Override
    public double[] result() {
        return out != null ? out.clone() : Precision.widened(singleOut);
    }
}
