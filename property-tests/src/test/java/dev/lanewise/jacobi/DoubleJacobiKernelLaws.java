package dev.lanewise.jacobi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.scalar.DoubleJacobiKernel;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Seeds;
import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The kernel on vectors gives the bits of the contract, and a meeting does to rows what rotations of all its pairs do. */
final class DoubleJacobiKernelLaws implements Seeds {
    private static final int BLOCK = DoubleJacobiKernel.BLOCK, ROWS = 2 * BLOCK, PITCH = DoubleJacobiKernel.PITCH;
    private static final int SECOND = DoubleJacobiKernel.SECOND, IMAGES = DoubleJacobiKernel.IMAGES;
    private static final int FACTORS = DoubleJacobiKernel.FACTORS, SQUARES = DoubleJacobiKernel.SQUARES;
    private static final int SUMMED_SQUARES = DoubleJacobiKernel.SUMMED_SQUARES;
    private static final int EXPONENTS = DoubleJacobiKernel.EXPONENTS;

    /** Where the meeting is in its array, and how long rows are. */
    private static final int AT = 3, LENGTH = 32;

    /** Of at most some hundred rounding errors of numbers of about 1. */
    private static final double BOUND = 256 * Math.ulp((double) 1);

    private final DoubleJacobiKernel scalar = new DoubleJacobiKernel();
    private final DoubleJacobiKernel simd = new dev.lanewise.engine.simd.DoubleJacobiKernel();

    private static int place(int row) {
        return AT + (row < BLOCK ? row : SECOND + row - BLOCK);
    }

    /** Rows of lengths of about 1, but for some that are nearly others, some shorter ones and some zeros. */
    private static double[] rows(long seed) {
        double[] x = Inputs.gaussian(seed, new double[ROWS * LENGTH]);
        double[] kinds = Inputs.uneven(seed + 1, new double[ROWS]);
        for (int i = 0; i < ROWS; i++) {
            int kind = Math.floorMod(Math.getExponent(kinds[i]), 6), other = (i + 5) % ROWS;
            for (int c = 0; c < LENGTH; c++) {
                double own = x[i * LENGTH + c] / LENGTH * 4;
                x[i * LENGTH + c] =
                        kind == 0 ? 0 : kind == 1 ? own / 256 : kind == 2 ? x[other * LENGTH + c] + own / 64 : own;
            }
        }
        return x;
    }

    private static double product(double[] x, int i, int j) {
        double sum = 0;
        for (int c = 0; c < LENGTH; c++) {
            sum += x[i * LENGTH + c] * x[j * LENGTH + c];
        }
        return sum;
    }

    /** The same of products of rows: none of them is larger than the largest square. */
    private static double bound(double[] rows) {
        double largest = 1;
        for (int i = 0; i < ROWS; i++) {
            largest = Math.max(largest, product(rows, i, i));
        }
        return BOUND * largest;
    }

    private static double[] meeting(double[] x, int spread, long seed) {
        double[] a = Bits.guard(new double[AT + DoubleJacobiKernel.ROOM]);
        Arrays.fill(a, AT, a.length, 0);
        double[] exponents = Inputs.integers(seed, Math.max(1, spread), new double[ROWS]);
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < ROWS; j++) {
                a[place(i) + IMAGES + j * PITCH] = product(x, i, j);
            }
            a[place(i) + FACTORS + i * PITCH] = 1;
            a[place(i) + SQUARES] = product(x, i, i);
            a[place(i) + SUMMED_SQUARES] = product(x, i, i);
            a[place(i) + EXPONENTS] = spread == 0 ? 0 : exponents[i];
        }
        return a;
    }

    private static double[] combined(DoubleJacobiKernel kernel, double[] a, double[] x) {
        double[] y = x.clone();
        kernel.combine(a, AT, y, 0, BLOCK * LENGTH, LENGTH, LENGTH);
        return y;
    }

    @Property(tries = 200)
    void bothGiveTheSameBits(
            @ForAll @IntRange(max = 3) int spread,
            @ForAll @IntRange(min = 1, max = BLOCK) int turns,
            @ForAll("seeds") long seed) {
        double[] x = rows(seed), a = meeting(x, 400 * spread, seed), b = a.clone();
        String context = "exponents up to " + 400 * spread + ", turns " + turns + ", seed " + seed;
        for (int turn = 0; turn < turns; turn++) {
            scalar.turn(a, AT);
            simd.turn(b, AT);
            Bits.assertSame(a, b, context);
        }
        double[] first = Bits.guard(new double[BLOCK * BLOCK + 2]), second = first.clone();
        for (int block : new int[] {0, SECOND}) {
            scalar.products(a, AT, block, first, 1);
            simd.products(b, AT, block, second, 1);
            Bits.assertSame(first, second, "products, " + context);
        }
        Bits.assertSame(combined(scalar, a, x), combined(simd, b, x), "combinations, " + context);
    }

    @Property(tries = 100)
    void aTurnMakesItsPairsOrthogonalAndPutsTheLongerFirstWhereItRotates(
            @ForAll @IntRange(max = 3) int spread, @ForAll("seeds") long seed) {
        for (DoubleJacobiKernel kernel : new DoubleJacobiKernel[] {scalar, simd}) {
            double[] x = rows(seed), a = meeting(x, spread, seed);
            kernel.turn(a, AT);
            double[] y = combined(kernel, a, x);
            for (int i = 0; i < BLOCK; i++) {
                int j = BLOCK + (i - 1 & BLOCK - 1);
                assertEquals(0, product(y, i, j), bound(y), "pair " + i + ", spread " + spread + ", seed " + seed);
                double length = Math.scalb(a[place(i) + SQUARES], 2 * (int) a[place(i) + EXPONENTS]);
                double other = Math.scalb(a[place(j) + SQUARES], 2 * (int) a[place(j) + EXPONENTS]);
                assertTrue(
                        product(x, i, BLOCK + i) == 0 || length >= other * (1 - BOUND),
                        "pair " + i + ", spread " + spread + ", seed " + seed);
            }
        }
    }

    @Property(tries = 100)
    void afterAllTurnsAllIsKnownOfRowsThatAreTurnedByAnOrthogonalMatrix(
            @ForAll @IntRange(max = 3) int spread, @ForAll("seeds") long seed) {
        for (DoubleJacobiKernel kernel : new DoubleJacobiKernel[] {scalar, simd}) {
            double[] x = rows(seed), a = meeting(x, spread, seed), before = a.clone();
            for (int turn = 0; turn < BLOCK; turn++) {
                kernel.turn(a, AT);
            }
            double[] y = combined(kernel, a, x), products = new double[2 * BLOCK * BLOCK];
            kernel.products(a, AT, 0, products, 0);
            kernel.products(a, AT, SECOND, products, BLOCK * BLOCK);
            for (int i = 0; i < ROWS; i++) {
                String context = "row " + i + ", spread " + spread + ", seed " + seed;
                assertEquals(product(y, i, i), a[place(i) + SQUARES], bound(y), context);
                for (int j = 0; j < ROWS; j++) {
                    if (i / BLOCK == j / BLOCK) {
                        assertEquals(product(y, i, j), products[i * BLOCK + j % BLOCK], bound(y), context);
                    }
                    assertEquals(i == j ? 1 : 0, productOfFactors(a, before, i, j), BOUND, context);
                }
            }
            assertTrue(Bits.isGuard(a[AT - 1]));
        }
    }

    /** Parallel ones of equal length, the square of the square of which is no number: nothing is turned, and nothing is NaN. */
    @Example
    void rowsThatHaveBecomeVeryShortWait() {
        int half = Double.MAX_EXPONENT / 2;
        double[] a = meeting(new double[ROWS * LENGTH], 0, 1);
        a[place(0) + IMAGES + BLOCK * PITCH] = Math.scalb((double) 1, -half - 20);
        a[place(BLOCK) + IMAGES] = a[place(0) + IMAGES + BLOCK * PITCH];
        for (int i : new int[] {0, BLOCK}) {
            a[place(i) + SQUARES] = Math.scalb((double) 1, (i == 0 ? -20 : 0) - half - 10);
            a[place(i) + SUMMED_SQUARES] = a[place(i) + SQUARES];
        }
        a[place(0) + EXPONENTS] = 10;
        double[] b = a.clone(), x = rows(1);
        scalar.turn(a, AT);
        simd.turn(b, AT);
        Bits.assertSame(a, b, "short rows");
        Bits.assertSame(x, combined(scalar, turned(a), x), "nothing is turned");
    }

    /** After the turns that are left. */
    private double[] turned(double[] a) {
        for (int turn = 1; turn < BLOCK; turn++) {
            scalar.turn(a, AT);
        }
        return a;
    }

    /** Of two rows of F, with the powers of two of what they are made of, and of what they are. */
    private static double productOfFactors(double[] a, double[] before, int i, int j) {
        double sum = 0;
        int exponents = (int) (a[place(i) + EXPONENTS] + a[place(j) + EXPONENTS]);
        for (int k = 0; k < ROWS; k++) {
            double factor = a[place(i) + FACTORS + k * PITCH], other = a[place(j) + FACTORS + k * PITCH];
            sum += Math.scalb(factor * other, exponents - 2 * (int) before[place(k) + EXPONENTS]);
        }
        return sum;
    }
}
