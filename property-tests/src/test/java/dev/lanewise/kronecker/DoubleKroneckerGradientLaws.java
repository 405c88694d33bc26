package dev.lanewise.kronecker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.kronecker.DoubleKroneckerGradient;
import dev.lanewise.foundation.Allocation;
import dev.lanewise.foundation.EveryParallelism;
import dev.lanewise.foundation.LanewiseThreads;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Seeds;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Gradients of Kronecker products are those of the definition, wherever vectors lie and whoever computes them. */
final class DoubleKroneckerGradientLaws implements Seeds {
    /** A product, some vectors and the arrays for gradients. */
    private static final class Case {
        final int[] rows;
        final int[] cols;
        final int m;
        final int n;
        final int count;
        final double[][] factors;
        final double[] x;
        final double[] g;
        final double[] ofValues;
        final double[] ofInputs;
        final DoubleKroneckerGradient gradient;

        Case(int[] rows, int[] cols, int count, long seed) {
            this.rows = rows;
            this.cols = cols;
            this.count = count;
            factors = new double[rows.length][];
            int allRows = 1, allCols = 1;
            for (int i = 0; i < rows.length; i++) {
                factors[i] = Inputs.uneven(seed + i, new double[rows[i] * cols[i]]);
                allRows *= rows[i];
                allCols *= cols[i];
            }
            m = allRows;
            n = allCols;
            x = Inputs.uneven(~seed, new double[count * n]);
            g = Inputs.uneven(seed ^ count, new double[count * m]);
            gradient = DoubleKroneckerGradient.of(rows, cols, factors);
            ofValues = Bits.guard(new double[gradient.values()]);
            ofInputs = new double[count * n];
        }

        void run(Workspace workspace, Parallelism parallelism) {
            Layout inputs = Layout.rows(0, count, n), outputs = Layout.rows(0, count, m);
            gradient.apply(x, inputs, g, outputs, ofValues, ofInputs, inputs, workspace, parallelism);
        }

        void assertWithinBounds(String context) {
            Numbers[] numbers = new Numbers[factors.length], computed = new Numbers[factors.length + 1];
            int from = 0;
            for (int i = 0; i < factors.length; i++) {
                numbers[i] = Numbers.of(factors[i]);
                computed[i] = Numbers.of(Arrays.copyOfRange(ofValues, from, from + factors[i].length));
                from += factors[i].length;
            }
            computed[factors.length] = Numbers.of(ofInputs);
            new KroneckerGradientOracle(rows, cols, numbers)
                    .assertGradients(Numbers.of(x), Numbers.of(g), count, computed, context);
        }
    }

    private static final int[][][] SHAPES = {
        {{2, 3, 2}, {3, 2, 2}}, {{4}, {5}}, {{1, 4}, {3, 1}}, {{2, 2, 2, 2}, {2, 2, 2, 2}}, {{5, 3}, {2, 6}}
    };

    @Property(tries = 2)
    void theyAreThoseOfTheDefinitionWithinTheBound(@ForAll("seeds") long seed) {
        for (int[][] shape : SHAPES) {
            for (int count : new int[] {1, 7}) {
                Case some = new Case(shape[0], shape[1], count, seed);
                some.run(new Workspace(), Parallelism.NONE);
                some.assertWithinBounds(Arrays.deepToString(shape) + " on " + count + ", seed " + seed);
            }
        }
    }

    /** So long that they go two at once, and one is left over. */
    @Example
    void longVectorsGoAFewAtOnce() {
        int[] rows = {2, 2, 2, 400}, cols = {2, 2, 2, 2};
        Case some = new Case(rows, cols, 5, 1);
        some.run(new Workspace(), Parallelism.NONE);
        some.assertWithinBounds("long");
    }

    @Example
    void threadsAndLayoutsChangeNoBit() {
        LanewiseThreads.assertSmallWorkIsSplit();
        int[] rows = {2, 2, 2, 400}, cols = {2, 2, 2, 2};
        int count = 7;
        Case wanted = new Case(rows, cols, count, 1);
        wanted.run(new Workspace(), Parallelism.NONE);
        EveryParallelism.run((parallelism, context) -> {
            Case some = new Case(rows, cols, count, 1);
            Layout inputs = Layout.columns(0, count, count), outputs = new Layout(1, 2, count, 2 * some.m + 1);
            double[] x = new double[count * some.n], g = new double[(int) outputs.end(some.m)];
            copy(some.x, Layout.rows(0, count, some.n), x, inputs, some.n);
            copy(some.g, Layout.rows(0, count, some.m), g, outputs, some.m);
            some.gradient.apply(x, inputs, g, outputs, some.ofValues, x, inputs, new Workspace(), parallelism);
            copy(x, inputs, some.ofInputs, Layout.rows(0, count, some.n), some.n);
            Bits.assertSame(wanted.ofValues, some.ofValues, context + ", values");
            Bits.assertSame(wanted.ofInputs, some.ofInputs, context + ", inputs");
        });
        assertEquals(List.of(), LanewiseThreads.alive());
    }

    private static void copy(double[] x, Layout from, double[] y, Layout to, int length) {
        for (int j = 0; j < from.count(); j++) {
            for (int i = 0; i < length; i++) {
                y[to.start(j) + i * to.stride()] = x[from.start(j) + i * from.stride()];
            }
        }
    }

    @Example
    void noVectorsHaveNoGradient() {
        Case none = new Case(new int[] {2, 3}, new int[] {3, 2}, 0, 1);
        none.run(new Workspace(), Parallelism.threads(2));
        Bits.assertSame(new double[12], none.ofValues, "values");
    }

    @Example
    void withAWorkspaceTheyAllocateNothing() {
        Case some = new Case(new int[] {2, 3}, new int[] {3, 2}, 2, 1);
        Layout inputs = Layout.rows(0, 2, 6);
        Workspace workspace = new Workspace();
        Allocation.assertNone(
                "Kronecker gradient",
                () -> some.gradient.apply(
                        some.x,
                        inputs,
                        some.g,
                        inputs,
                        some.ofValues,
                        some.ofInputs,
                        inputs,
                        workspace,
                        Parallelism.NONE));
    }

    @Example
    void whatDoesNotFitIsRefused() {
        int[] two = {2, 2};
        double[] four = new double[4], bad = {1, 2, 3, Double.NaN};
        Refusal.of(() -> DoubleKroneckerGradient.of(new int[0], new int[0]), "factors", "got 0");
        Refusal.of(() -> DoubleKroneckerGradient.of(two, two, four), "factors: got 1", "2");
        Refusal.of(() -> DoubleKroneckerGradient.of(two, two, four, new double[3]), "factor 1: got 3", "2 x 2");
        Refusal.of(() -> DoubleKroneckerGradient.of(two, two, four, bad), "factor 1, entry (1, 1)", "NaN");
        Refusal.of(() -> DoubleKroneckerGradient.of(new int[] {0}, new int[] {1}, new double[0]), "factor 0", "0 x 1");
        double[] long16 = new double[1 << 16];
        int[] tall = {1 << 16, 1 << 16}, one = {1, 1};
        Refusal.of(() -> DoubleKroneckerGradient.of(tall, one, long16, long16), "2^30");
        Refusal.ofNull("rows", () -> DoubleKroneckerGradient.of(null, two, four, four));
        Refusal.ofNull("cols", () -> DoubleKroneckerGradient.of(two, null, four, four));
        Refusal.ofNull("factors", () -> DoubleKroneckerGradient.of(two, two, (double[][]) null));
        Refusal.ofNull("factor 1", () -> DoubleKroneckerGradient.of(two, two, four, null));
        DoubleKroneckerGradient gradient = DoubleKroneckerGradient.of(two, two, four, four);
        double[] x = new double[4], g = new double[4], to = new double[4], values = new double[8];
        Layout vector = Layout.contiguous(0), none = Layout.rows(0, 0, 4), beyond = Layout.contiguous(1);
        Refusal.of(() -> apply(gradient, x, none, g, vector, values, to, vector), "0 inputs", "1 gradients");
        Refusal.of(() -> apply(gradient, x, beyond, g, vector, values, to, vector), "x: an array");
        Refusal.of(() -> apply(gradient, x, vector, g, beyond, values, to, vector), "ofOutputs: an array");
        Refusal.of(() -> apply(gradient, x, vector, g, vector, values, to, beyond), "ofInputs: an array");
        Refusal.of(() -> apply(gradient, x, vector, g, vector, new double[7], to, vector), "ofValues", "7", "8");
        Refusal.of(() -> apply(gradient, values, vector, g, vector, values, to, vector), "ofValues", "another");
        Refusal.ofNull("x", () -> apply(gradient, null, vector, g, vector, values, to, vector));
        Refusal.ofNull("ofOutputs", () -> apply(gradient, x, vector, null, vector, values, to, vector));
        Refusal.ofNull("ofValues", () -> apply(gradient, x, vector, g, vector, null, to, vector));
        Refusal.ofNull("ofInputs", () -> apply(gradient, x, vector, g, vector, values, null, vector));
    }

    private static void apply(
            DoubleKroneckerGradient gradient,
            double[] x,
            Layout xLayout,
            double[] g,
            Layout gLayout,
            double[] values,
            double[] to,
            Layout toLayout) {
        gradient.apply(x, xLayout, g, gLayout, values, to, toLayout, new Workspace(), Parallelism.NONE);
    }
}
