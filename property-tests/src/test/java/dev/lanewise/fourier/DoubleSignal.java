package dev.lanewise.fourier;

import dev.lanewise.engine.fourier.DoubleFourierPlan;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.ComplexNumbers;
import dev.lanewise.oracle.Inputs;

/**
 * A complex vector as a plan takes it.
 *
 * @param re the real parts
 * @param im the imaginary parts
 */
record DoubleSignal(double[] re, double[] im) {
    static DoubleSignal zeros(int n) {
        return new DoubleSignal(new double[n], new double[n]);
    }

    static DoubleSignal gaussian(long seed, int n) {
        return new DoubleSignal(Inputs.gaussian(seed, new double[n]), Inputs.gaussian(~seed, new double[n]));
    }

    static DoubleSignal uneven(long seed, int n) {
        return new DoubleSignal(Inputs.uneven(seed, new double[n]), Inputs.uneven(~seed, new double[n]));
    }

    static DoubleSignal special(long seed, int n) {
        return new DoubleSignal(Inputs.special(seed, new double[n]), Inputs.special(~seed, new double[n]));
    }

    static DoubleSignal integers(long seed, int limit, int n) {
        return new DoubleSignal(
                Inputs.integers(seed, limit, new double[n]), Inputs.integers(~seed, limit, new double[n]));
    }

    /** 1 at a place and 0 elsewhere. */
    static DoubleSignal unit(int n, int at) {
        DoubleSignal unit = zeros(n);
        unit.re[at] = 1;
        return unit;
    }

    /** Numbers, rounded to this precision. */
    static DoubleSignal of(ComplexNumbers numbers) {
        return new DoubleSignal(numbers.re().toDoubles(), numbers.im().toDoubles());
    }

    ComplexNumbers numbers() {
        return ComplexNumbers.of(re, im);
    }

    int length() {
        return re.length;
    }

    DoubleSignal copy() {
        return new DoubleSignal(re.clone(), im.clone());
    }

    /** Its transform, in arrays of its own. */
    DoubleSignal through(DoubleFourierPlan plan) {
        DoubleSignal transform = copy();
        plan.transform(transform.re, transform.im);
        return transform;
    }

    /** Fails unless both have the same bits throughout. */
    static void assertSame(DoubleSignal wanted, DoubleSignal came, String context) {
        Bits.assertSame(wanted.re, came.re, context + ", real parts");
        Bits.assertSame(wanted.im, came.im, context + ", imaginary parts");
    }
}
