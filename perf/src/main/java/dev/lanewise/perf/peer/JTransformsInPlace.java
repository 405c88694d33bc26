package dev.lanewise.perf.peer;

import dev.lanewise.perf.duel.Contestant;
import dev.lanewise.perf.duel.Precision;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.visnow.jlargearrays.ConcurrencyUtils;

/** A transform by JTransforms, which works in place only: the input is copied first, and that is timed too. */
final class JTransformsInPlace implements Contestant {
    private final Runnable run;
    private final double[] out;
    private final float[] singleOut;
    private final UnaryOperator<double[]> reading;

    private JTransformsInPlace(Runnable run, double[] out, float[] singleOut, UnaryOperator<double[]> reading) {
        this.run = run;
        this.out = out;
        this.singleOut = singleOut;
        this.reading = reading;
    }

    /** Sets how many threads JTransforms may use; it keeps that for all of its transforms. */
    static void setThreads(int threads) {
        ConcurrencyUtils.setNumberOfThreads(threads);
    }

    /**
     * In double precision.
     *
     * @param in the input as JTransforms has it; read only
     * @param transform works in place
     * @param reading of its result, as ours has it
     */
    static Contestant ofDoubles(double[] in, Consumer<double[]> transform, UnaryOperator<double[]> reading) {
        double[] out = new double[in.length];
        return new JTransformsInPlace(
                () -> {
                    System.arraycopy(in, 0, out, 0, in.length);
                    transform.accept(out);
                },
                out,
                null,
                reading);
    }

    /**
     * In single precision.
     *
     * @param in the input as JTransforms has it; narrowed
     * @param transform works in place
     * @param reading of its result, as ours has it
     */
    static Contestant ofFloats(double[] in, Consumer<float[]> transform, UnaryOperator<double[]> reading) {
        float[] from = Precision.narrowed(in);
        float[] out = new float[in.length];
        return new JTransformsInPlace(
                () -> {
                    System.arraycopy(from, 0, out, 0, from.length);
                    transform.accept(out);
                },
                null,
                out,
                reading);
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
        return reading.apply(out != null ? out.clone() : Precision.widened(singleOut));
    }
}
