package dev.lanewise.engine.fourier;

import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;

/** The transform of a length with a large prime factor, as a circular convolution of a length without. */
interface DoubleFourierConvolution {
    /** The convolution that a schedule says, by the passes of its radices. */
    static DoubleFourierConvolution of(FourierSchedule schedule, DoubleFourierPasses passes) {
        return schedule.method() == FourierSchedule.Method.RADER
                ? new DoubleRader(schedule.n(), passes)
                : new DoubleChirp(schedule.n(), passes);
    }

    /** The forward transform of one vector, on several threads at that. Input and output are the same or apart. */
    void run(
            double[] inRe,
            int inReOffset,
            double[] inIm,
            int inImOffset,
            double[] outRe,
            int outReOffset,
            double[] outIm,
            int outImOffset,
            Workspace workspace,
            Parallelism parallelism);
}
