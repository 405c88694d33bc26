package dev.lanewise.trigonometric;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.DoubleHartleyPlan;
import dev.lanewise.engine.trigonometric.DoubleTrigonometricPlan;
import dev.lanewise.engine.trigonometric.TrigonometricKind;
import dev.lanewise.foundation.DoublePlacement;
import dev.lanewise.oracle.Inputs;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A transform of real vectors into others of the same length: cosine, sine and Hartley transforms have the same doors. */
interface DoubleRealTransform {
    /** The transform of vectors into others. */
    void transform(double[] in, Layout from, double[] out, Layout to, Workspace workspace, Parallelism parallelism);

    /** The transform of one vector in place. */
    void transform(double[] x);

    /** The length of the vectors. */
    int length();

    /** What it is. */
    String describe();

    static DoubleRealTransform of(DoubleTrigonometricPlan plan) {
        return new DoubleRealTransform() {
            @Override
            public void transform(
                    double[] in, Layout from, double[] out, Layout to, Workspace workspace, Parallelism parallelism) {
                plan.transform(in, from, out, to, workspace, parallelism);
            }

            @Override
            public void transform(double[] x) {
                plan.transform(x);
            }

            @Override
            public int length() {
                return plan.length();
            }

            @Override
            public String describe() {
                return plan.describe();
            }
        };
    }

    static DoubleRealTransform of(DoubleHartleyPlan plan) {
        return new DoubleRealTransform() {
            @Override
            public void transform(
                    double[] in, Layout from, double[] out, Layout to, Workspace workspace, Parallelism parallelism) {
                plan.transform(in, from, out, to, workspace, parallelism);
            }

            @Override
            public void transform(double[] x) {
                plan.transform(x);
            }

            @Override
            public int length() {
                return plan.length();
            }

            @Override
            public String describe() {
                return plan.describe();
            }
        };
    }

    /** Every kind, and Hartley, of a length that all of them have. */
    static List<DoubleRealTransform> all(int n, Normalization normalization) {
        List<DoubleRealTransform> all = new ArrayList<>();
        for (TrigonometricKind kind : TrigonometricKind.values()) {
            all.add(of(DoubleTrigonometricPlan.of(kind, n).normalized(normalization)));
        }
        all.add(of(DoubleHartleyPlan.of(n).normalized(normalization)));
        return all;
    }

    /** One of them by chance. */
    static DoubleRealTransform random(int n, SplittableRandom random) {
        List<DoubleRealTransform> all = all(n, Normalization.values()[random.nextInt(3)]);
        return all.get(random.nextInt(all.size()));
    }

    /** From one place to another, or in place. */
    default void transform(DoublePlacement in, DoublePlacement out, Workspace workspace, Parallelism parallelism) {
        transform(in.array(), in.layout(), out.array(), out.layout(), workspace, parallelism);
    }

    /** Each vector alone, in place in an array of its own. */
    default double[][] oneByOne(double[][] x) {
        double[][] y = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i].clone();
            transform(y[i]);
        }
        return y;
    }

    /** Ordinary vectors and such with special values. */
    static double[][] vectors(int n, int count, SplittableRandom random) {
        double[][] x = new double[count][n];
        for (double[] vector : x) {
            if (random.nextInt(4) == 0) {
                Inputs.special(random.nextLong(), vector);
            } else {
                Inputs.uneven(random.nextLong(), vector);
            }
        }
        return x;
    }
}
