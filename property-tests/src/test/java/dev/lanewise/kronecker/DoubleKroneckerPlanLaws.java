package dev.lanewise.kronecker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.kronecker.DoubleKroneckerPlan;
import dev.lanewise.engine.matmul.DoubleMatrixProduct;
import dev.lanewise.foundation.Allocation;
import dev.lanewise.foundation.DoublePlacement;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.kronecker.KroneckerCheck.Factor;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import org.junit.jupiter.api.Test;

final class DoubleKroneckerPlanLaws {
    /** Rows and columns of the factors: for every way of multiplying along an axis, and on both sides of their limits. */
    private static final int[][][] SHAPES = {
        {{7, 9}},
        {{1, 1}, {1, 1}},
        {{3, 4}, {5, 2}, {2, 3}},
        {{2, 2}, {2, 2}, {2, 2}, {2, 2}, {2, 2}, {2, 2}, {2, 2}},
        {{4, 4}, {4, 4}, {4, 4}, {4, 4}},
        {{17, 17}, {16, 16}},
        {{16, 16}, {16, 16}, {16, 16}},
        {{20, 17}, {17, 19}},
        {{2, 2}, {3, 3}, {130, 130}},
        {{64, 64}, {64, 64}},
        {{1, 5}, {6, 1}, {1, 7}},
        {{2, 3}, {5, 400}},
        {{300, 4}, {3, 200}},
        {{70, 70}, {1, 1}, {3, 3}}
    };

    private static DoubleKroneckerPlan plan(int[][] shapes) {
        int[] rows = new int[shapes.length], cols = new int[shapes.length];
        double[][] entries = new double[shapes.length][];
        for (int i = 0; i < shapes.length; i++) {
            rows[i] = shapes[i][0];
            cols[i] = shapes[i][1];
            entries[i] = entries(shapes, i);
        }
        return DoubleKroneckerPlan.of(rows, cols, entries);
    }

    private static double[] entries(int[][] shapes, int i) {
        return Inputs.gaussian(i + 1, new double[shapes[i][0] * shapes[i][1]]);
    }

    private static double[] one(DoubleKroneckerPlan plan, boolean transposed, double[] x) {
        double[] y = new double[transposed ? plan.cols() : plan.rows()];
        Layout one = Layout.contiguous(0);
        run(plan, transposed, x, one, y, one, new Workspace(), Parallelism.NONE);
        return y;
    }

    private static void run(
            DoubleKroneckerPlan plan,
            boolean transposed,
            double[] x,
            Layout from,
            double[] y,
            Layout to,
            Workspace workspace,
            Parallelism parallelism) {
        if (transposed) {
            plan.multiplyTransposed(x, from, y, to, workspace, parallelism);
        } else {
            plan.multiply(x, from, y, to, workspace, parallelism);
        }
    }

    @Example
    void itIsItsDefinitionWithinTheBound() {
        for (int[][] shapes : SHAPES) {
            DoubleKroneckerPlan plan = plan(shapes);
            List<Factor> factors = new ArrayList<>(), turned = new ArrayList<>();
            for (int i = 0; i < shapes.length; i++) {
                Factor factor = new Factor(shapes[i][0], shapes[i][1], Numbers.of(entries(shapes, i)));
                factors.add(factor);
                turned.add(factor.transposed());
            }
            String context = plan.describe();
            double[] x = Inputs.uneven(1, new double[plan.cols()]), z = Inputs.uneven(2, new double[plan.rows()]);
            KroneckerCheck.assertApplied(factors, Numbers.of(x), Numbers.of(one(plan, false, x)), context);
            KroneckerCheck.assertApplied(turned, Numbers.of(z), Numbers.of(one(plan, true, z)), context);
        }
    }

    /** {@code A X B^T}, in the order of the schedule. */
    @Example
    void twoFactorsHaveTheBitsOfTwoProductsOfMatrices() {
        for (int[][] shapes : new int[][][] {{{20, 17}, {17, 19}}, {{64, 64}, {64, 64}}, {{300, 4}, {3, 200}}}) {
            int m = shapes[0][0], n = shapes[0][1], p = shapes[1][0], q = shapes[1][1];
            DoubleKroneckerPlan plan = plan(shapes);
            double[] a = entries(shapes, 0), b = entries(shapes, 1), x = Inputs.gaussian(3, new double[n * q]);
            double[] wanted = new double[m * p];
            if (plan.schedule(false).steps().getFirst().factor() == 1) {
                multiply(a, MatrixLayout.of(m, n), multiplyByTranspose(x, n, q, b, p), wanted, n, p);
            } else {
                double[] left = new double[m * q];
                multiply(a, MatrixLayout.of(m, n), x, left, n, q);
                wanted = multiplyByTranspose(left, m, q, b, p);
            }
            Bits.assertSame(wanted, one(plan, false, x), plan.describe());
        }
    }

    private static void multiply(double[] a, MatrixLayout aLayout, double[] b, double[] c, int k, int n) {
        MatrixLayout bLayout = MatrixLayout.of(k, n), cLayout = MatrixLayout.of(aLayout.rows(), n);
        DoubleMatrixProduct.multiply(1, a, aLayout, b, bLayout, 0, c, cLayout);
    }

    private static double[] multiplyByTranspose(double[] x, int rows, int k, double[] b, int n) {
        double[] y = new double[rows * n];
        MatrixLayout turned = MatrixLayout.of(n, k).transposed();
        DoubleMatrixProduct.multiply(1, x, MatrixLayout.of(rows, k), b, turned, 0, y, MatrixLayout.of(rows, n));
        return y;
    }

    @Example
    void theBitsOfAVectorDependOnNeitherTheOthersNorLayoutNorThreads() {
        for (int[][] shapes : SHAPES) {
            DoubleKroneckerPlan plan = plan(shapes);
            int count = plan.cols() > 500 ? 5 : 70;
            for (boolean transposed : new boolean[] {false, true}) {
                assertSameBits(plan, transposed, count);
            }
        }
    }

    private static void assertSameBits(DoubleKroneckerPlan plan, boolean transposed, int count) {
        int in = transposed ? plan.rows() : plan.cols(), out = transposed ? plan.cols() : plan.rows();
        double[][] x = new double[count][in], wanted = new double[count][];
        for (int j = 0; j < count; j++) {
            Inputs.gaussian(j, x[j]);
            wanted[j] = one(plan, transposed, x[j]);
        }
        Workspace workspace = new Workspace();
        List<Layout> targets = DoublePlacement.layouts(out, count);
        for (Layout from : DoublePlacement.layouts(in, count)) {
            Layout to = targets.get((from.offset() * 3 + from.stride()) % targets.size());
            boolean isShared = from.offset() == 3 || from.offset() == 5;
            for (Parallelism parallelism :
                    isShared ? List.of(Parallelism.NONE, Parallelism.threads(3)) : List.of(Parallelism.NONE)) {
                String context = plan.describe() + ", from " + from + " to " + to;
                DoublePlacement source = DoublePlacement.of(from, in).putAll(x), target = DoublePlacement.of(to, out);
                run(plan, transposed, source.array(), from, target.array(), to, workspace, parallelism);
                source.assertHolds(x, context);
                target.assertHolds(wanted, context);
                if (in == out) {
                    run(plan, transposed, source.array(), from, source.array(), from, workspace, parallelism);
                    source.assertHolds(wanted, context + ", in place");
                }
            }
        }
    }

    @Example
    void whatIsEmptyGivesZerosOrNothing() {
        DoubleKroneckerPlan plan = plan(new int[][] {{2, 0}, {3, 4}});
        double[] y = {1, 2, 3, 4, 5, 6, 7};
        plan.multiply(new double[0], Layout.contiguous(0), y, Layout.contiguous(0), new Workspace(), Parallelism.NONE);
        Bits.assertSame(new double[] {0, 0, 0, 0, 0, 0, 7}, y, "no columns");
        assertEquals(0, one(plan, true, new double[6]).length);
        assertEquals(0, plan.cols());
    }

    @Example
    void itsDescriptionHasShapesAndSteps() {
        String text = plan(new int[][] {{3, 4}, {5, 2}}).toString();
        assertEquals(
                "Kronecker product of 3 x 4, 5 x 2\nforwards\n  factor 0: 1 x (3 x 4) x 2\n  factor 1: 3 x (5 x 2) x 1\n"
                        + "transposed\n  factor 1: 3 x (2 x 5) x 1\n  factor 0: 1 x (4 x 3) x 2",
                text);
    }

    @Test
    void withAWorkspaceNothingIsAllocated() {
        assertAllocatesNothing(plan(new int[][] {{3, 4}, {2, 2}, {5, 2}}), 1);
        assertAllocatesNothing(plan(new int[][] {{3, 4}, {2, 2}, {5, 2}}), 9);
    }

    private static void assertAllocatesNothing(DoubleKroneckerPlan plan, int count) {
        Layout inputs = Layout.rows(1, count, plan.cols() + 2), outputs = Layout.columns(2, count, count);
        double[] x = Inputs.gaussian(1, new double[(int) inputs.end(plan.cols())]);
        double[] y = new double[(int) outputs.end(plan.rows())];
        Workspace workspace = new Workspace();
        Allocation.assertNone(plan.describe(), () -> plan.multiply(x, inputs, y, outputs, workspace, Parallelism.NONE));
    }

    @Example
    void factorsThatAreWrongAreRefused() {
        int[] two = {2, 2};
        double[] four = {1, 2, 3, 4}, bad = {1, 2, Double.NaN, 4};
        Refusal.of(() -> DoubleKroneckerPlan.of(new int[0], new int[0], new double[0][]), "0 matrices", "one or more");
        Refusal.of(() -> DoubleKroneckerPlan.of(two, new int[1], new double[][] {four, four}), "2 numbers", "1 of");
        Refusal.of(() -> DoubleKroneckerPlan.of(two, two, new double[][] {four}), "1 matrices");
        Refusal.of(() -> DoubleKroneckerPlan.of(two, two, new double[][] {four, {1}}), "factor 1", "1 entries", "4");
        Refusal.of(() -> DoubleKroneckerPlan.of(two, two, new double[][] {bad, four}), "factor 0", "(1, 0)", "NaN");
        int[] negative = {2, -2};
        Refusal.of(() -> DoubleKroneckerPlan.of(two, negative, new double[][] {four, four}), "factor 1", "2 x -2");
        Refusal.ofNull("rows", () -> DoubleKroneckerPlan.of(null, two, new double[][] {four, four}));
        Refusal.ofNull("cols", () -> DoubleKroneckerPlan.of(two, null, new double[][] {four, four}));
        Refusal.ofNull("entries", () -> DoubleKroneckerPlan.of(two, two, null));
        Refusal.ofNull("factor 1", () -> DoubleKroneckerPlan.of(two, two, new double[][] {four, null}));
        double[] empty = new double[0];
        Refusal.of(
                () -> DoubleKroneckerPlan.of(new int[] {1 << 16, 1 << 16}, new int[2], new double[][] {empty, empty}),
                "65536 x 0, 65536 x 0",
                "4294967296");
    }

    @Example
    void vectorsThatDoNotFitAreRefusedWithNothingChanged() {
        DoubleKroneckerPlan plan = plan(new int[][] {{1, 1}, {2, 2}});
        Layout two = Layout.rows(0, 2, 2), three = Layout.rows(0, 3, 2), far = Layout.rows(2, 2, 2);
        Workspace workspace = new Workspace();
        Parallelism none = Parallelism.NONE;
        for (boolean transposed : new boolean[] {false, true}) {
            double[] x = {1, 2, 3, 4, 5}, y = new double[5];
            Refusal.of(() -> run(plan, transposed, x, three, y, two, workspace, none), "3 in", "2 out");
            Refusal.of(() -> run(plan, transposed, x, far, y, two, workspace, none), "x", "length 5");
            Refusal.of(() -> run(plan, transposed, x, two, y, far, workspace, none), "y", "length 5");
            Refusal.of(() -> run(plan, transposed, x, two, y, Layout.rows(0, 2, 1), workspace, none), "y", "overlap");
            Refusal.of(() -> run(plan, transposed, x, two, x, Layout.rows(1, 2, 2), workspace, none), "overlap");
            Refusal.ofNull("x", () -> run(plan, transposed, null, two, y, two, workspace, none));
            Refusal.ofNull("xLayout", () -> run(plan, transposed, x, null, y, two, workspace, none));
            Refusal.ofNull("y", () -> run(plan, transposed, x, two, null, two, workspace, none));
            Refusal.ofNull("yLayout", () -> run(plan, transposed, x, two, y, null, workspace, none));
            Refusal.ofNull("workspace", () -> run(plan, transposed, x, two, y, two, null, none));
            Refusal.ofNull("parallelism", () -> run(plan, transposed, x, two, y, two, workspace, null));
            Bits.assertSame(new double[5], y, "output");
            assertTrue(x[0] == 1 && x[4] == 5, "input");
        }
    }
}
