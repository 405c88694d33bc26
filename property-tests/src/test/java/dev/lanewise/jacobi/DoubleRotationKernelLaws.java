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
    private static final int SUMS = DoubleRotationKernel.SUMS;

    private final DoubleRotationKernel scalar = new DoubleRotationKernel();
    private final DoubleRotationKernel simd = new dev.lanewise.engine.simd.DoubleRotationKernel();

    /** Three rows of numbers of all sizes, some zero, with guards around them. */
    private static double[] rows(int pitch, int length, long seed) {
        double[] a = Bits.guard(new double[3 * pitch + 1]), numbers = Inputs.uneven(seed, new double[3 * length]);
        for (int row = 0; row < 3; row++) {
            System.arraycopy(numbers, row * length, a, 1 + row * pitch, length);
        }
        return a;
    }

    @Property(tries = 200)
    void bothGiveTheSameBits(
            @ForAll @IntRange(max = 9) int times, @ForAll @IntRange(max = 20) int gap, @ForAll("seeds") long seed) {
        int length = times * SUMS, pitch = length + gap, x = 1, y = 1 + pitch, z = 1 + 2 * pitch;
        double[] a = rows(pitch, length, seed), factors = Inputs.uneven(seed + 1, new double[4]);
        double[] b = a.clone(), first = Bits.guard(new double[SUMS]), second = first.clone();
        double p = factors[0], q = factors[1], r = factors[2], s = factors[3];
        String context = "length " + length + ", gap " + gap + ", seed " + seed;
        for (int[] pair : new int[][] {{x, y}, {y, z}, {z, z}}) {
            assertSame(
                    scalar.product(a, pair[0], pair[1], length, first),
                    simd.product(b, pair[0], pair[1], length, second),
                    "the product, " + context);
        }
        assertSame(
                scalar.rotate(p, q, r, s, a, x, y, z, length, first),
                simd.rotate(p, q, r, s, b, x, y, z, length, second),
                "the product of a rotation, " + context);
        Bits.assertSame(a, b, "rotated with a product, " + context);
        int any = Math.max(0, length - gap);
        scalar.rotate(p, q, r, s, a, z, a, x, any);
        simd.rotate(p, q, r, s, b, z, b, x, any);
        Bits.assertSame(a, b, "rotated, " + context);
    }

    /** With integers, of which every sum is exact. */
    @Property(tries = 60)
    void theContractIsKept(@ForAll @IntRange(max = 5) int times, @ForAll("seeds") long seed) {
        int length = times * SUMS;
        double[] a = Inputs.integers(seed, 9, new double[3 * length]), wanted = a.clone();
        double product = 0, p = 3, q = -2, r = 5, s = 7;
        for (int k = 0; k < length; k++) {
            double x = a[k], y = a[length + k];
            wanted[k] = p * x + q * y;
            wanted[length + k] = r * x + s * y;
            product += wanted[length + k] * a[2 * length + k];
        }
        for (DoubleRotationKernel kernel : new DoubleRotationKernel[] {scalar, simd}) {
            double[] scratch = Bits.guard(new double[SUMS]), b = a.clone(), c = a.clone();
            assertSame(product, kernel.rotate(p, q, r, s, b, 0, length, 2 * length, length, scratch), "product");
            Bits.assertSame(wanted, b, "rotated with a product");
            assertSame(product, kernel.product(b, length, 2 * length, length, scratch), "product alone");
            kernel.rotate(p, q, r, s, c, 0, c, length, length);
            Bits.assertSame(wanted, c, "rotated");
        }
    }

    private static void assertSame(double wanted, double computed, String context) {
        Bits.assertSame(new double[] {wanted}, new double[] {computed}, context);
    }
}
