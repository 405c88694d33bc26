package dev.lanewise.givens;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.backend.Backend;
import dev.lanewise.engine.givens.DoubleGivensRotation;
import dev.lanewise.foundation.Allocation;
import dev.lanewise.foundation.DoublePlacement;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Seeds;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Rotating two vectors: every element as it is written down, wherever the vectors are, and norms are kept. */
final class DoubleGivensApplicationLaws implements Seeds {
    private static DoubleGivensRotation rotation(long seed) {
        double[] direction = Inputs.gaussian(seed, new double[2]);
        return DoubleGivensRotation.of(direction[0], direction[1]);
    }

    private static double fma(double a, double b, double c) {
        return Backend.fusesMultiplyAdd() ? Math.fma(a, b, c) : a * b + c;
    }

    /** The new x and y by the formula; back with a sine of the other sign. */
    private static double[][] rotated(double c, double s, double[] x, double[] y) {
        double[][] rotated = new double[2][x.length];
        for (int i = 0; i < x.length; i++) {
            rotated[0][i] = fma(c, x[i], s * y[i]);
            rotated[1][i] = fma(c, y[i], -(s * x[i]));
        }
        return rotated;
    }

    @Property
    void everyElementHasTheBitsOfTheFormula(
            @ForAll @IntRange(max = 70) int n, @ForAll("seeds") long seed, @ForAll boolean special) {
        DoubleGivensRotation rotation = rotation(seed);
        double[] x = special ? Inputs.special(seed + 1, new double[n]) : Inputs.uneven(seed + 1, new double[n]);
        double[] y = special ? Inputs.special(seed + 2, new double[n]) : Inputs.uneven(seed + 2, new double[n]);
        double[] first = x.clone(), second = y.clone();
        rotation.apply(first, 0, 1, second, 0, 1, n);
        double[][] wanted = rotated(rotation.c(), rotation.s(), x, y);
        Bits.assertSame(wanted[0], first, "x, seed " + seed);
        Bits.assertSame(wanted[1], second, "y, seed " + seed);
    }

    @Property
    void theTransposeHasTheSineOfTheOtherSign(@ForAll @IntRange(max = 40) int n, @ForAll("seeds") long seed) {
        DoubleGivensRotation rotation = rotation(seed);
        double[] x = Inputs.uneven(seed + 1, new double[n]), y = Inputs.uneven(seed + 2, new double[n]);
        double[][] wanted = rotated(rotation.c(), -rotation.s(), x, y);
        rotation.applyTransposed(x, 0, 1, y, 0, 1, n);
        Bits.assertSame(wanted[0], x, "x, seed " + seed);
        Bits.assertSame(wanted[1], y, "y, seed " + seed);
    }

    /** Rows, columns and vectors with gaps, in one array: nothing beside them changes. */
    @Property
    void vectorsInOneArrayHaveTheSameBits(
            @ForAll @IntRange(max = 40) int n, @ForAll("seeds") long seed, @ForAll boolean transposed) {
        DoubleGivensRotation rotation = rotation(seed);
        double[] x = Inputs.gaussian(seed + 1, new double[n]), y = Inputs.gaussian(seed + 2, new double[n]);
        double[][] wanted = rotated(rotation.c(), transposed ? -rotation.s() : rotation.s(), x, y);
        for (Layout layout : DoublePlacement.layouts(n, 2)) {
            DoublePlacement placed = DoublePlacement.of(layout, n).putAll(new double[][] {x, y});
            run(
                    rotation,
                    transposed,
                    placed.array(),
                    layout.start(0),
                    layout.stride(),
                    placed.array(),
                    layout.start(1),
                    layout.stride(),
                    n);
            placed.assertHolds(wanted, "seed " + seed);
        }
    }

    private static void run(
            DoubleGivensRotation rotation,
            boolean transposed,
            double[] x,
            int xOffset,
            int xStride,
            double[] y,
            int yOffset,
            int yStride,
            int n) {
        if (transposed) {
            rotation.applyTransposed(x, xOffset, xStride, y, yOffset, yStride, n);
        } else {
            rotation.apply(x, xOffset, xStride, y, yOffset, yStride, n);
        }
    }

    @Property
    void vectorsInTwoArraysHaveTheSameBits(
            @ForAll @IntRange(max = 40) int n,
            @ForAll("seeds") long seed,
            @ForAll @IntRange(min = 1, max = 3) int xStride,
            @ForAll @IntRange(min = 1, max = 3) int yStride) {
        DoubleGivensRotation rotation = rotation(seed);
        double[] x = Inputs.gaussian(seed + 1, new double[n]), y = Inputs.gaussian(seed + 2, new double[n]);
        double[][] wanted = rotated(rotation.c(), rotation.s(), x, y);
        DoublePlacement first =
                DoublePlacement.of(Layout.strided(3, xStride), n).put(0, x);
        DoublePlacement second =
                DoublePlacement.of(Layout.strided(5, yStride), n).put(0, y);
        rotation.apply(first.array(), 3, xStride, second.array(), 5, yStride, n);
        first.assertHolds(new double[][] {wanted[0]}, "x, seed " + seed);
        second.assertHolds(new double[][] {wanted[1]}, "y, seed " + seed);
    }

    @Property
    void normsAreKeptAndTheTransposeIsTheInverse(@ForAll @IntRange(max = 40) int n, @ForAll("seeds") long seed) {
        DoubleGivensRotation rotation = rotation(seed);
        double[] x = Inputs.uneven(seed + 1, new double[n]), y = Inputs.uneven(seed + 2, new double[n]);
        double[] first = x.clone(), second = y.clone();
        rotation.apply(first, 0, 1, second, 0, 1, n);
        double[] backFirst = first.clone(), backSecond = second.clone();
        rotation.applyTransposed(backFirst, 0, 1, backSecond, 0, 1, n);
        for (int i = 0; i < n; i++) {
            Numbers pair = Numbers.of(x[i], y[i]), back = Numbers.of(backFirst[i], backSecond[i]);
            String context = "seed " + seed + ", element " + i;
            PairCheck.assertSameNorm(pair, Numbers.of(first[i], second[i]), context);
            PairCheck.assertNear(2, pair, back, context);
        }
    }

    @Property
    void theSecondNumberBecomesZero(@ForAll("seeds") long seed) {
        double[] pair = Inputs.uneven(seed, new double[2]);
        DoubleGivensRotation rotation = DoubleGivensRotation.of(pair[0], pair[1]);
        rotation.apply(pair, 0, 1, pair, 1, 1, 1);
        PairCheck.assertNear(1, Numbers.of(rotation.r(), 0), Numbers.of(pair), "seed " + seed);
    }

    private static Set<Integer> places(int offset, int stride, int n) {
        Set<Integer> places = new HashSet<>();
        for (int i = 0; i < n; i++) {
            places.add(offset + i * stride);
        }
        return places;
    }

    /** Interleaved vectors share nothing: they are told from those that do, place by place. */
    @Property
    void vectorsThatShareAPlaceAreRefusedAndNoOthers(@ForAll("seeds") long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int tries = 0; tries < 50; tries++) {
            int n = random.nextInt(8), xOffset = random.nextInt(12), yOffset = random.nextInt(12);
            int xStride = random.nextInt(1, 6), yStride = random.nextInt(1, 6);
            Set<Integer> common = places(xOffset, xStride, n);
            common.retainAll(places(yOffset, yStride, n));
            double[] array = Inputs.gaussian(seed, new double[50]), before = array.clone();
            DoubleGivensRotation rotation = rotation(seed);
            if (common.isEmpty()) {
                rotation.apply(array, xOffset, xStride, array, yOffset, yStride, n);
            } else {
                Refusal.of(
                        () -> rotation.apply(array, xOffset, xStride, array, yOffset, yStride, n),
                        "x overlaps y",
                        "from " + xOffset + " with stride " + xStride,
                        "from " + yOffset + " with stride " + yStride);
                Refusal.of(
                        () -> rotation.applyTransposed(array, xOffset, xStride, array, yOffset, yStride, n),
                        "overlaps");
                Bits.assertSame(before, array, "after a refusal");
            }
        }
    }

    @Example
    void whatDoesNotFitIsRefused() {
        double[] x = Inputs.gaussian(1, new double[10]), y = Inputs.gaussian(2, new double[10]);
        double[] first = x.clone(), second = y.clone();
        for (boolean transposed : new boolean[] {false, true}) {
            DoubleGivensRotation rotation = rotation(3);
            Refusal.ofNull("x", () -> run(rotation, transposed, null, 0, 1, y, 0, 1, 2));
            Refusal.ofNull("y", () -> run(rotation, transposed, x, 0, 1, null, 0, 1, 2));
            Refusal.of(() -> run(rotation, transposed, x, 0, 1, y, 0, 1, -1), "n: got -1");
            Refusal.of(() -> run(rotation, transposed, x, -1, 1, y, 0, 1, 2), "offset of x: got -1");
            Refusal.of(() -> run(rotation, transposed, x, 0, 1, y, -2, 1, 2), "offset of y: got -2");
            Refusal.of(() -> run(rotation, transposed, x, 0, 0, y, 0, 1, 2), "stride of x: got 0");
            Refusal.of(() -> run(rotation, transposed, x, 0, 1, y, 0, -1, 2), "stride of y: got -1");
            Refusal.of(() -> run(rotation, transposed, x, 0, 1, y, 0, 1, 11), "x", "length 10", "11 or more");
            Refusal.of(() -> run(rotation, transposed, x, 0, 1, y, 1, 3, 4), "y", "length 10", "11 or more");
            Refusal.of(() -> run(rotation, transposed, x, 9, Integer.MAX_VALUE, y, 0, 1, 2), "x", "2147483657 or more");
            run(rotation, transposed, x, 11, 1, y, 10, Integer.MAX_VALUE, 0); // no elements are anywhere
        }
        Bits.assertSame(first, x, "after refusals");
        Bits.assertSame(second, y, "after refusals");
    }

    @Example
    void nothingIsAllocated() {
        DoubleGivensRotation rotation = rotation(1);
        double[] x = Inputs.gaussian(1, new double[100]), y = Inputs.gaussian(2, new double[100]);
        Allocation.assertNone("rows", () -> rotation.apply(x, 0, 1, y, 0, 1, 100));
        Allocation.assertNone("columns", () -> rotation.applyTransposed(x, 0, 2, x, 1, 2, 50));
    }
}
