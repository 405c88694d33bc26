package dev.lanewise.fourier;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.DoubleFourierPlan;
import dev.lanewise.engine.roots.RootsOfUnity;
import dev.lanewise.foundation.Allocation;
import dev.lanewise.oracle.EuclideanNorm;
import dev.lanewise.oracle.Precision;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a transform takes beside its input and output: a copy of the data and a block of it that stays near, and tables of as many
 * numbers as the data and its copy have. And it runs where that is much.
 */
final class DoubleFourierMemoryLaws {
    /** Of a block that stays near, in place beside the copy; of short vectors half as much as the copy. */
    private static final int NEAR_BYTES = 150_000;

    /** Objects that hold arrays. */
    private static final int FEW_BYTES = 4096;

    private static final Layout LAYOUT = Layout.contiguous(0);

    /** One of two radices, of several, in one piece, in blocks, of odd radices alone, and in plain passes. */
    private static final int[] LENGTHS = {64, 512, 1000, 1024, 2048, 6615, 8192, 16_384, 20_480, 44_100, 1 << 16};

    @Test
    void theWorkspaceIsACopyAndABlockAtMost() {
        for (int n : LENGTHS) {
            DoubleFourierPlan plan = DoubleFourierPlan.of(n);
            DoubleSignal x = DoubleSignal.uneven(n, n), y = DoubleSignal.zeros(n);
            long most = 2L * n * Double.BYTES + Math.min(n * Double.BYTES, NEAR_BYTES) + FEW_BYTES;
            Allocation.assertAtMost(
                    most,
                    plan.describe() + ", out of place",
                    () -> plan.transform(
                            x.re(), x.im(), LAYOUT, y.re(), y.im(), LAYOUT, new Workspace(), Parallelism.NONE));
            Allocation.assertAtMost(
                    most,
                    plan.describe() + ", in place",
                    () -> plan.transform(
                            y.re(), y.im(), LAYOUT, y.re(), y.im(), LAYOUT, new Workspace(), Parallelism.NONE));
        }
    }

    /**
     * Of radix r, a pass has (r - 1) / r complex factors for each number, and the next one a part of r as many: 2 n real numbers in
     * all. Those of a first pass may be there twice, by vectors and for columns.
     */
    @Test
    void tablesAreOfAsManyNumbersAndShared() {
        for (int n : LENGTHS) {
            DoubleFourierPlan[] plan = new DoubleFourierPlan[2];
            Allocation.assertAtMost(
                    4L * n * Double.BYTES + 16 * FEW_BYTES, "plan of " + n, () -> plan[0] = DoubleFourierPlan.of(n));
            Allocation.assertAtMost(
                    FEW_BYTES,
                    "the inverse of " + plan[0].describe(),
                    () -> plan[1] = plan[0].inverse().normalized(Normalization.ORTHO));
        }
    }

    /** One number that is not zero has the roots of unity for its spectrum. About 3.3 GB. */
    @Test
    @Tag("long")
    void transformsOf67MillionNumbersAreRight() {
        int n = 1 << 26, place = 12_345_677;
        DoubleFourierPlan plan = DoubleFourierPlan.of(n);
        double[] re = new double[n], im = new double[n];
        re[place] = 3;
        Workspace workspace = new Workspace();
        plan.transform(re, im, LAYOUT, re, im, LAYOUT, workspace, Parallelism.NONE);
        EuclideanNorm error = new EuclideanNorm();
        for (int k = 0; k < n; k++) {
            long turn = (long) place * k % n;
            error.add(re[k] - 3 * RootsOfUnity.doubleReal(turn, n));
            error.add(im[k] + 3 * RootsOfUnity.doubleImaginary(turn, n));
        }
        assertAtMost(3 * Math.sqrt(n), error, plan.describe());
        plan.inverse().transform(re, im, LAYOUT, re, im, LAYOUT, workspace, Parallelism.threads(2));
        EuclideanNorm back = new EuclideanNorm();
        for (int j = 0; j < n; j++) {
            back.add(re[j] - (j == place ? 3 : 0));
            back.add(im[j]);
        }
        assertAtMost(2 * 3, back, plan.describe() + " and back");
    }

    /** Relative to the norm of what was to come out. */
    private static void assertAtMost(Number norm, EuclideanNorm error, String what) {
        var bound = Math.sqrt(26) * Precision.DOUBLE.unitRoundoff() * norm.doubleValue();
        assertTrue(error.value() <= bound, what + ": error " + error.value() + ", wanted " + bound + " at most");
    }
}
