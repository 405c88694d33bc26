package dev.lanewise.fourier;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.DoubleRealFourierPlan;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.ComplexNumbers;

/**
 * The coefficients that a real transform keeps.
 *
 * @param n the length of the real vector
 * @param re real parts of the first {@code n/2 + 1}
 * @param im imaginary parts
 */
record DoubleSpectrum(int n, double[] re, double[] im) {
    private static final Layout LAYOUT = Layout.contiguous(0);

    static DoubleSpectrum of(DoubleRealFourierPlan plan, double[] x) {
        double[] re = new double[plan.coefficients()];
        double[] im = new double[plan.coefficients()];
        plan.forward(x, LAYOUT, re, im, LAYOUT, new Workspace(), Parallelism.NONE);
        return new DoubleSpectrum(x.length, re, im);
    }

    double[] back(DoubleRealFourierPlan plan) {
        double[] x = new double[n];
        plan.inverse(re, im, LAYOUT, x, LAYOUT, new Workspace(), Parallelism.NONE);
        return x;
    }

    /** All coefficients: the others are the conjugates. */
    ComplexNumbers all() {
        double[] allRe = new double[n];
        double[] allIm = new double[n];
        for (int k = 0; k < n; k++) {
            boolean kept = k <= n / 2;
            allRe[k] = kept ? re[k] : re[n - k];
            allIm[k] = kept ? im[k] : -im[n - k];
        }
        return ComplexNumbers.of(allRe, allIm);
    }

    static void assertSame(DoubleSpectrum wanted, DoubleSpectrum came, String context) {
        Bits.assertSame(wanted.re, came.re, context + ", real parts");
        Bits.assertSame(wanted.im, came.im, context + ", imaginary parts");
    }
}
