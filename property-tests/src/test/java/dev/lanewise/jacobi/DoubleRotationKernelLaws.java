package dev.lanewise.jacobi;

import dev.lanewise.engine.scalar.DoubleRotationKernel;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Seeds;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The kernel on vectors gives the bits of the contract, and the contract says what it does. */
final class DoubleRotationKernelLaws implements Seeds {
    private final DoubleRotationKernel scalar = new DoubleRotationKernel();
    private final DoubleRotationKernel simd = new dev.lanewise.engine.simd.DoubleRotationKernel();

    @Property(tries = 200)
    void bothGiveTheSameBits(
            @ForAll @IntRange(max = 150) int length, @ForAll @IntRange(max = 20) int gap, @ForAll("seeds") long seed) {
        int x = gap, y = gap + length + 1;
        double[] a = Bits.guard(new double[y + length + 1]), factors = Inputs.uneven(seed + 1, new double[4]);
        System.arraycopy(Inputs.uneven(seed, new double[length]), 0, a, x, length);
        System.arraycopy(Inputs.uneven(seed + 2, new double[length]), 0, a, y, length);
        double[] b = a.clone();
        double p = factors[0], q = factors[1], r = factors[2], s = factors[3];
        scalar.rotate(p, q, r, s, a, x, a, y, length);
        simd.rotate(p, q, r, s, b, x, b, y, length);
        Bits.assertSame(a, b, "length " + length + ", gap " + gap + ", seed " + seed);
    }

    /** With integers, of which every sum is exact. */
    @Property(tries = 60)
    void theContractIsKept(
            @ForAll @IntRange(max = 90) int length,
            @ForAll @IntRange(min = 1, max = 3) int stride,
            @ForAll("seeds") long seed) {
        double[] a = Inputs.integers(seed, 9, new double[2 * stride * length]), wanted = a.clone();
        double p = 3, q = -2, r = 5, s = 7;
        int second = stride * length;
        for (int k = 0; k < second; k += stride) {
            double x = a[k], y = a[second + k];
            wanted[k] = p * x + q * y;
            wanted[second + k] = r * x + s * y;
        }
        for (DoubleRotationKernel kernel : new DoubleRotationKernel[] {scalar, simd}) {
            double[] b = a.clone();
            kernel.rotate(p, q, r, s, b, 0, stride, b, second, stride, length);
            Bits.assertSame(wanted, b, "stride " + stride);
            if (stride == 1) {
                double[] c = a.clone();
                kernel.rotate(p, q, r, s, c, 0, c, second, length);
                Bits.assertSame(wanted, c, "adjacent");
            }
        }
    }
}
