package dev.lanewise.butterfly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.butterfly.ButterflyPattern;
import dev.lanewise.engine.butterfly.DoubleButterflyGradient;
import dev.lanewise.engine.butterfly.DoubleButterflyProduct;
import dev.lanewise.engine.butterfly.DoubleComplexButterflyProduct;
import dev.lanewise.foundation.Allocation;
import dev.lanewise.foundation.EveryParallelism;
import dev.lanewise.foundation.LanewiseThreads;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Gradients are those of the definition, wherever vectors lie and whoever computes them. */
final class DoubleButterflyGradientLaws implements Seeds {
    /** Pairs; blocks of odd sizes; oblong blocks; blocks that overlap; blocks that are matrix products, and not. */
    private static final List<Kind> KINDS = kinds(
            ButterflyPattern.ofRadices(2, 2, 2, 2),
            ButterflyPattern.ofRadices(3, 2, 5),
            List.of(new ButterflyPattern(1, 3, 2, 4), new ButterflyPattern(2, 2, 7, 2)),
            ButterflyPattern.overlapping(16, 2),
            List.of(new ButterflyPattern(1, 17, 16, 2), new ButterflyPattern(2, 16, 3, 1)),
            List.of(new ButterflyPattern(2, 16, 16, 1)));

    /** Factors of real numbers, 1 part, or of complex ones, 2. */
    private record Kind(List<ButterflyPattern> patterns, int parts) {}

    @SafeVarargs
    private static List<Kind> kinds(List<ButterflyPattern>... all) {
        List<Kind> kinds = new ArrayList<>();
        for (List<ButterflyPattern> patterns : all) {
            kinds.add(new Kind(patterns, 1));
            kinds.add(new Kind(patterns, 2));
        }
        return List.copyOf(kinds);
    }

    /** A matrix, some vectors and the arrays for gradients. */
    private static final class Case {
        final Kind kind;
        final double[][] values;
        final int rows;
        final int cols;
        final int count;
        final double[] x;
        final double[] g;
        final double[] ofValues;
        final double[] ofInputs;
        DoubleButterflyGradient gradient;

        Case(Kind kind, boolean isShared, int count, long seed) {
            List<ButterflyPattern> patterns = kind.patterns();
            this.kind = kind;
            this.count = count;
            rows = kind.parts() * patterns.get(0).rows();
            cols = kind.parts() * patterns.get(patterns.size() - 1).cols();
            values = new double[patterns.size()][];
            int all = 0;
            for (int l = 0; l < values.length; l++) {
                ButterflyPattern pattern = patterns.get(l);
                int length = kind.parts() * (isShared && l % 2 == 0 ? pattern.entriesOfGroup() : pattern.entries());
                values[l] = Inputs.uneven(seed + l, new double[length]);
                all += length;
            }
            ofValues = Bits.guard(new double[all]);
            x = Inputs.uneven(~seed, new double[count * cols]);
            g = Inputs.uneven(seed ^ count, new double[count * rows]);
            ofInputs = new double[count * cols];
            gradient = gradient();
        }

        private DoubleButterflyGradient gradient() {
            if (kind.parts() == 1) {
                return DoubleButterflyGradient.of(DoubleButterflyProduct.of(kind.patterns(), values));
            }
            double[][] re = new double[values.length][], im = new double[values.length][];
            for (int l = 0; l < values.length; l++) {
                re[l] = Arrays.copyOfRange(values[l], 0, values[l].length / 2);
                im[l] = Arrays.copyOfRange(values[l], values[l].length / 2, values[l].length);
            }
            return DoubleButterflyGradient.of(DoubleComplexButterflyProduct.of(kind.patterns(), re, im));
        }

        /** Numbers of about one size, so that the function is no larger than its derivatives. */
        void useGaussian(long seed) {
            for (double[] ofFactor : values) {
                Inputs.gaussian(seed + ofFactor.length, ofFactor);
            }
            Inputs.gaussian(~seed, x);
            Inputs.gaussian(seed, g);
            gradient = gradient();
        }

        Layout inputs() {
            return Layout.rows(0, count, cols);
        }

        Layout outputs() {
            return Layout.rows(0, count, rows);
        }

        void run(Workspace workspace, Parallelism parallelism) {
            gradient.apply(x, inputs(), g, outputs(), ofValues, ofInputs, inputs(), workspace, parallelism);
        }

        ButterflyGradientOracle oracle() {
            Numbers[] numbers = new Numbers[values.length];
            for (int l = 0; l < values.length; l++) {
                numbers[l] = Numbers.of(values[l]);
            }
            return new ButterflyGradientOracle(kind.patterns(), kind.parts(), numbers);
        }

        /** Where the gradient of a factor is. */
        int from(int factor) {
            int from = 0;
            for (int l = 0; l < factor; l++) {
                from += values[l].length;
            }
            return from;
        }

        Numbers[] computed() {
            Numbers[] computed = new Numbers[values.length + 1];
            for (int l = 0; l < values.length; l++) {
                computed[l] = Numbers.of(Arrays.copyOfRange(ofValues, from(l), from(l + 1)));
            }
            computed[values.length] = Numbers.of(ofInputs);
            return computed;
        }
    }

    @Property(tries = 2)
    void theyAreThoseOfTheDefinitionWithinTheBound(@ForAll boolean isShared, @ForAll("seeds") long seed) {
        for (Kind kind : KINDS) {
            for (int count : new int[] {1, 18, 67}) {
                Case some = new Case(kind, isShared, count, seed);
                some.run(new Workspace(), Parallelism.NONE);
                String context = kind + " on " + count + ", shared " + isShared + ", seed " + seed;
                some.oracle().assertGradients(Numbers.of(some.x), Numbers.of(some.g), count, some.computed(), context);
            }
        }
    }

    @Property(tries = 3)
    void theyAreCentralDifferences(@ForAll boolean isShared, @ForAll("seeds") long seed) {
        for (Kind kind : KINDS) {
            int count = 3;
            Case some = new Case(kind, isShared, count, seed);
            some.useGaussian(seed);
            some.run(new Workspace(), Parallelism.NONE);
            for (int l = 0; l < some.values.length; l++) {
                int i = (int) Math.floorMod(seed + l, (long) some.values[l].length);
                some.oracle()
                        .assertDifference(
                                Numbers.of(some.x),
                                Numbers.of(some.g),
                                count,
                                l,
                                i,
                                some.ofValues[some.from(l) + i],
                                kind + ", shared " + isShared + ", seed " + seed);
            }
        }
    }

    /** The order of the sums, as it is documented: parts of 64s, each of 16 sums that are halved; by twos of rows and columns, and alone. */
    @Example
    void sumsAreAddedAsDocumented() {
        int count = 64 * 17 + 5, order = 3;
        for (int parts = 1; parts <= 2; parts++) {
            Kind kind = new Kind(List.of(new ButterflyPattern(1, order, order, 1)), parts);
            Case some = new Case(kind, false, count, 1);
            some.run(new Workspace(), Parallelism.NONE);
            double[] wanted = new double[parts * order * order];
            for (int i = 0; i < wanted.length; i++) {
                int part = i / (order * order), row = i / order % order, col = i % order;
                wanted[i] = documented(some, count, order, part, row, col);
            }
            Bits.assertSame(wanted, some.ofValues, "sums, " + kind);
        }
    }

    private static double documented(Case some, int count, int order, int ofValue, int row, int col) {
        int parts = 8, pieces = 18, numbers = some.kind.parts();
        double total = 0;
        for (int part = 0; part < parts; part++) {
            double[] sums = new double[16];
            for (int piece = pieces * part / parts; piece < pieces * (part + 1) / parts; piece++) {
                for (int ofInput = 0; ofInput < numbers; ofInput++) {
                    int g = (ofInput + ofValue) % 2 * order + row, x = ofInput * order + col;
                    double sign = ofValue == 1 && ofInput == 1 ? -1 : 1;
                    for (int j = piece * 64; j < Math.min(count, piece * 64 + 64); j++) {
                        int at = numbers * order * j;
                        sums[j % 16] = Math.fma(some.g[at + g], sign * some.x[at + x], sums[j % 16]);
                    }
                }
            }
            for (int half = 8; half > 0; half /= 2) {
                for (int w = 0; w < half; w++) {
                    sums[w] += sums[w + half];
                }
            }
            total = part == 0 ? sums[0] : total + sums[0];
        }
        return total;
    }

    @Property(tries = 1)
    void threadsChangeNoBitAndNoneStaysBehind(@ForAll("seeds") long seed) {
        LanewiseThreads.assertSmallWorkIsSplit();
        for (Kind kind : KINDS) {
            Case wanted = new Case(kind, true, 201, seed);
            wanted.run(new Workspace(), Parallelism.NONE);
            EveryParallelism.run((parallelism, context) -> {
                Case some = new Case(kind, true, 201, seed);
                some.run(dirtyWorkspace(), parallelism);
                assertSame(wanted, some, context + ", " + kind + ", seed " + seed);
            });
        }
        assertEquals(List.of(), LanewiseThreads.alive());
    }

    private static Workspace dirtyWorkspace() {
        Workspace workspace = new Workspace();
        for (int worker = 0; worker < 7; worker++) {
            for (int depth = 0; depth < 8; depth++) {
                Bits.guard(workspace.worker(worker).takeDoubles(1 << 12));
            }
            for (int depth = 0; depth < 8; depth++) {
                workspace.worker(worker).releaseDoubles();
            }
        }
        return workspace;
    }

    private static void assertSame(Case wanted, Case some, String context) {
        Bits.assertSame(wanted.ofValues, some.ofValues, context + ", values");
        Bits.assertSame(wanted.ofInputs, some.ofInputs, context + ", inputs");
    }

    @Property(tries = 2)
    void layoutsChangeNoBit(@ForAll("seeds") long seed) {
        for (Kind kind : KINDS) {
            for (int count : new int[] {5, 70}) {
                Case wanted = new Case(kind, false, count, seed), some = new Case(kind, false, count, seed);
                wanted.run(new Workspace(), Parallelism.NONE);
                int cols = some.cols, rows = some.rows;
                Layout x = Layout.columns(1, count, count + 2), g = new Layout(2, 3, count, 3 * rows + 1);
                Layout to = Layout.columns(0, count, count);
                double[] xs = new double[(int) x.end(cols)], gs = new double[(int) g.end(rows)];
                double[] ofInputs = new double[count * cols];
                copy(wanted.x, wanted.inputs(), xs, x, cols);
                copy(wanted.g, wanted.outputs(), gs, g, rows);
                some.gradient.apply(xs, x, gs, g, some.ofValues, ofInputs, to, dirtyWorkspace(), Parallelism.NONE);
                copy(ofInputs, to, some.ofInputs, some.inputs(), cols);
                assertSame(wanted, some, kind + " on " + count + ", seed " + seed);
            }
        }
    }

    private static void copy(double[] x, Layout from, double[] y, Layout to, int length) {
        for (int j = 0; j < from.count(); j++) {
            for (int i = 0; i < length; i++) {
                y[to.start(j) + i * to.stride()] = x[from.start(j) + i * from.stride()];
            }
        }
    }

    @Example
    void gradientsOfInputsMayTakeThePlaceOfInputsOrOutputs() {
        Kind kind = new Kind(ButterflyPattern.ofRadices(2, 4, 2), 2);
        for (boolean isOutput : new boolean[] {false, true}) {
            Case wanted = new Case(kind, false, 70, 1), some = new Case(kind, false, 70, 1);
            wanted.run(new Workspace(), Parallelism.NONE);
            double[] place = isOutput ? some.g : some.x;
            some.gradient.apply(
                    some.x,
                    some.inputs(),
                    some.g,
                    some.outputs(),
                    some.ofValues,
                    place,
                    some.inputs(),
                    new Workspace(),
                    Parallelism.NONE);
            System.arraycopy(place, 0, some.ofInputs, 0, place.length);
            assertSame(wanted, some, "in place of " + (isOutput ? "outputs" : "inputs"));
        }
    }

    @Example
    void noVectorsHaveNoGradient() {
        Case none = new Case(KINDS.get(0), true, 0, 1);
        none.run(new Workspace(), Parallelism.threads(2));
        Bits.assertSame(new double[none.gradient.values()], none.ofValues, "values");
    }

    @Example
    void withAWorkspaceTheyAllocateNothing() {
        for (int parts = 1; parts <= 2; parts++) {
            // Small, as vectors are objects until their loops are compiled.
            allocatesNothing(new Case(new Kind(ButterflyPattern.ofRadices(2, 3), parts), true, 1, 1));
        }
    }

    private static void allocatesNothing(Case some) {
        Layout inputs = some.inputs(), outputs = some.outputs();
        Workspace workspace = new Workspace();
        Allocation.assertNone(
                "gradient",
                () -> some.gradient.apply(
                        some.x,
                        inputs,
                        some.g,
                        outputs,
                        some.ofValues,
                        some.ofInputs,
                        inputs,
                        workspace,
                        Parallelism.NONE));
    }

    @Example
    void whatDoesNotFitIsRefusedWithNothingChanged() {
        Case some = new Case(new Kind(ButterflyPattern.ofRadices(2, 2), 1), false, 3, 1);
        Layout three = some.inputs(), two = Layout.rows(0, 2, 4), beyond = Layout.rows(1, 3, 4);
        double[] x = some.x, g = some.g, to = some.ofInputs;
        double[] values = some.ofValues;
        Bits.guard(to);
        Refusal.of(() -> apply(some, x, two, g, three, values, to, three), "2 inputs", "3 gradients");
        Refusal.of(() -> apply(some, x, beyond, g, three, values, to, three), "x: an array", "12");
        Refusal.of(() -> apply(some, x, three, g, beyond, values, to, three), "ofOutputs: an array", "12");
        Refusal.of(() -> apply(some, x, three, g, three, values, to, beyond), "ofInputs: an array", "12");
        Layout crossing = Layout.rows(0, 3, 3);
        Refusal.of(() -> apply(some, x, three, g, three, values, to, crossing), "ofInputs", "overlap");
        Layout columns = Layout.columns(0, 3, 3);
        Refusal.of(() -> apply(some, x, three, g, three, values, x, columns), "overlap");
        Refusal.of(() -> apply(some, x, three, g, three, values, g, columns), "overlap");
        double[] few = new double[15];
        Refusal.of(() -> apply(some, x, three, g, three, few, to, three), "ofValues: an array", "15", "16");
        double[] many = new double[16];
        Refusal.of(() -> apply(some, many, three, g, three, many, to, three), "ofValues", "another");
        Refusal.ofNull("x", () -> apply(some, null, three, g, three, values, to, three));
        Refusal.ofNull("xLayout", () -> apply(some, x, null, g, three, values, to, three));
        Refusal.ofNull("ofOutputs", () -> apply(some, x, three, null, three, values, to, three));
        Refusal.ofNull("outputLayout", () -> apply(some, x, three, g, null, values, to, three));
        Refusal.ofNull("ofValues", () -> apply(some, x, three, g, three, null, to, three));
        Refusal.ofNull("ofInputs", () -> apply(some, x, three, g, three, values, null, three));
        Refusal.ofNull("inputLayout", () -> apply(some, x, three, g, three, values, to, null));
        Refusal.ofNull("product", () -> DoubleButterflyGradient.of((DoubleButterflyProduct) null));
        Refusal.ofNull("product", () -> DoubleButterflyGradient.of((DoubleComplexButterflyProduct) null));
        for (double[] array : List.of(to, values)) {
            for (double element : array) {
                assertTrue(Bits.isGuard(element));
            }
        }
    }

    private static void apply(
            Case some, double[] x, Layout from, double[] g, Layout of, double[] values, double[] to, Layout at) {
        some.gradient.apply(x, from, g, of, values, to, at, new Workspace(), Parallelism.NONE);
    }
}
