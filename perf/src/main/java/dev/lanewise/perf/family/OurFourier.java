package dev.lanewise.perf.family;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.DoubleFourierPlan;
import dev.lanewise.engine.fourier.FloatFourierPlan;
import dev.lanewise.perf.duel.Contestant;
import dev.lanewise.perf.duel.Precision;
import dev.lanewise.perf.duel.Result;

/** Our complex Fourier transforms, from one pair of arrays to another. */
final class OurFourier {
    private OurFourier() {}

    /** The transforms of the rows of a matrix; of one vector if there is one row. */
    static Contestant ofRows(double[] re, double[] im, int cols, boolean single, int threads) {
        Parallelism parallelism = Threads.of(threads);
        Layout rows = Layout.rows(0, re.length / cols, cols);
        Workspace workspace = new Workspace();
        if (single) {
            FloatFourierPlan plan = FloatFourierPlan.of(cols);
            float[] inRe = Precision.narrowed(re);
            float[] inIm = Precision.narrowed(im);
            float[] outRe = new float[re.length];
            float[] outIm = new float[im.length];
            return new Timed(
                    Result.OURS,
                    () -> plan.transform(inRe, inIm, rows, outRe, outIm, rows, workspace, parallelism),
                    () -> GaussianInput.joined(Precision.widened(outRe), Precision.widened(outIm)));
        }
        DoubleFourierPlan plan = DoubleFourierPlan.of(cols);
        double[] outRe = new double[re.length];
        double[] outIm = new double[im.length];
        return new Timed(
                Result.OURS,
                () -> plan.transform(re, im, rows, outRe, outIm, rows, workspace, parallelism),
                () -> GaussianInput.joined(outRe, outIm));
    }
}
