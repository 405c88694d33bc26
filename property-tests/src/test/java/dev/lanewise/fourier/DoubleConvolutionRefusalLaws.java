package dev.lanewise.fourier;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.ConvolutionMode;
import dev.lanewise.engine.fourier.DoubleChirpZPlan;
import dev.lanewise.engine.fourier.DoubleCircularConvolutionPlan;
import dev.lanewise.engine.fourier.DoubleConvolution2dPlan;
import dev.lanewise.engine.fourier.DoubleConvolutionPlan;
import dev.lanewise.engine.fourier.FrequencyGrid;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a caller gets wrong is refused, with what came and what was wanted, and nothing is changed. */
final class DoubleConvolutionRefusalLaws {
    private static final Layout ONE = Layout.contiguous(0);
    private static final Layout TWO = Layout.rows(0, 2, 8);
    private static final ConvolutionMode SAME = ConvolutionMode.SAME;

    private final Workspace workspace = new Workspace();
    private final Parallelism none = Parallelism.NONE;
    private final double[] before = Inputs.gaussian(1, new double[40]);
    private final double[] x = before.clone();
    private final double[] y = before.clone();
    private final double[] z = before.clone();
    private final DoubleConvolutionPlan linear = DoubleConvolutionPlan.of(8, new double[] {1, 2, 3}, SAME);
    private final DoubleCircularConvolutionPlan circular =
            DoubleCircularConvolutionPlan.of(new double[] {1, 2, 3, 4, 5, 6, 7, 8});
    private final DoubleConvolution2dPlan image =
            DoubleConvolution2dPlan.of(2, 8, new double[] {1, 2, 3, 4}, 2, 2, SAME);
    private final DoubleChirpZPlan chirp = DoubleChirpZPlan.of(8, FrequencyGrid.of(5, 0.1, 0.01));

    @AfterEach
    void nothingIsChanged() {
        Bits.assertSame(before, x, "x");
        Bits.assertSame(before, y, "y");
        Bits.assertSame(before, z, "z");
    }

    @Test
    void kernelsThatAreNone() {
        double[] empty = {};
        Refusal.of(() -> DoubleConvolutionPlan.of(8, empty, SAME), "8 and 0", "1 or more");
        Refusal.of(() -> DoubleConvolutionPlan.correlation(0, new double[3], SAME), "0 and 3", "1 or more");
        Refusal.of(() -> DoubleCircularConvolutionPlan.of(empty), "got 0", "wanted 1 to");
        Refusal.of(
                () -> DoubleConvolution2dPlan.of(4, 4, new double[5], 2, 3, SAME), "5 elements", "2 x 3", "wanted 6");
        for (double odd : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            double[] kernel = {1, odd, 3, 4};
            String[] parts = {"kernel", "got " + odd, "element 1", "finite"};
            Refusal.of(() -> DoubleConvolutionPlan.of(8, kernel, SAME), parts);
            Refusal.of(() -> DoubleCircularConvolutionPlan.of(kernel), parts);
            Refusal.of(() -> DoubleConvolution2dPlan.of(8, 8, kernel, 2, 2, SAME), parts);
        }
    }

    @Test
    void frequenciesThatAreNone() {
        double infinite = Double.POSITIVE_INFINITY;
        Refusal.of(() -> FrequencyGrid.of(0, 0.1, 0.1), "got 0", "1 or more");
        Refusal.of(() -> FrequencyGrid.of(3, Double.NaN, 0.1), "NaN and 0.1", "finite");
        Refusal.of(() -> FrequencyGrid.of(3, 0.5, infinite), "0.5 and Infinity", "finite");
        Refusal.of(() -> FrequencyGrid.ofQuotients(3, 1, 1, 0), "denominator", "got 0", "1 or more");
        Refusal.of(() -> FrequencyGrid.ofQuotients(-1, 1, 1, 5), "got -1", "1 or more");
        Refusal.of(() -> DoubleChirpZPlan.of(0, FrequencyGrid.of(3, 0, 0)), "got 0 and 3", "1 or more");
        FrequencyGrid many = FrequencyGrid.of(1 << 29, 0, 0);
        Refusal.of(() -> DoubleChirpZPlan.of(1, many), "536870912 frequencies", "at most");
    }

    @Test
    void vectorsOfAnotherLength() {
        Refusal.of(() -> linear.transform(x), "got length 40", "wanted 8");
        Refusal.of(() -> circular.transform(x), "got length 40", "wanted 8");
    }

    @Test
    void layoutsThatLeaveTheArrays() {
        Layout far = Layout.contiguous(33);
        Refusal.of(() -> linear.transform(x, far, y, ONE, workspace, none), "in:", "length 40", "41");
        Refusal.of(() -> linear.transform(x, ONE, y, far, workspace, none), "out:", "length 40", "41");
        Refusal.of(() -> circular.transform(x, far, y, ONE, workspace, none), "in:", "length 40", "41");
        Refusal.of(() -> circular.transform(x, ONE, y, far, workspace, none), "out:", "length 40", "41");
        Layout rows = Layout.rows(25, 2, 8);
        Refusal.of(() -> image.transform(x, rows, y, TWO, workspace, none), "in:", "length 40", "41");
        Refusal.of(() -> image.transform(x, TWO, y, rows, workspace, none), "out:", "length 40", "41");
        Layout end = Layout.contiguous(36);
        Refusal.of(() -> chirp.transformReal(x, far, y, z, ONE, workspace, none), "in:", "length 40", "41");
        Refusal.of(() -> chirp.transformReal(x, ONE, y, z, end, workspace, none), "outRe:", "length 40", "41");
        double[] four = new double[4];
        Refusal.of(() -> chirp.transform(x, four, ONE, y, z, ONE, workspace, none), "inIm:", "length 4", "8");
        Refusal.of(() -> chirp.transformReal(x, ONE, y, four, ONE, workspace, none), "outIm:", "length 4", "5");
    }

    @Test
    void numbersThatDiffer() {
        Refusal.of(() -> linear.transform(x, TWO, y, ONE, workspace, none), "2 in", "1 out");
        Refusal.of(() -> circular.transform(x, TWO, y, ONE, workspace, none), "2 in", "1 out");
        Refusal.of(() -> chirp.transformReal(x, TWO, y, z, ONE, workspace, none), "2 in", "1 out");
        Refusal.of(() -> image.transform(x, ONE, y, TWO, workspace, none), "1 in", "2 out", "2 and 2");
    }

    @Test
    void outputsThatOverlapEachOther() {
        Layout crossed = Layout.rows(0, 2, 4);
        String[] parts = {"output", "overlap"};
        Refusal.of(() -> linear.transform(x, TWO, y, crossed, workspace, none), parts);
        Refusal.of(() -> circular.transform(x, TWO, y, crossed, workspace, none), parts);
        Refusal.of(() -> chirp.transformReal(x, TWO, y, z, crossed, workspace, none), parts);
        Refusal.of(() -> image.transform(x, TWO, y, crossed, workspace, none), parts);
    }

    @Test
    void inputAndOutputThatOverlap() {
        Layout shifted = Layout.contiguous(3);
        Refusal.of(() -> linear.transform(x, ONE, x, ONE, workspace, none), "overlap in one array");
        Refusal.of(() -> linear.transform(x, ONE, x, shifted, workspace, none), "overlap in one array");
        Refusal.of(() -> circular.transform(x, ONE, x, shifted, workspace, none), "overlap");
        Refusal.of(() -> image.transform(x, TWO, x, TWO, workspace, none), "overlap in one array");
        Refusal.of(() -> chirp.transform(x, y, ONE, x, y, ONE, workspace, none), "overlap");
    }

    @Test
    void realAndImaginaryPartsInTheSameArray() {
        Refusal.of(() -> chirp.transform(x, x, ONE, y, z, ONE, workspace, none), "same array");
        Refusal.of(() -> chirp.transform(x, y, ONE, z, z, ONE, workspace, none), "same array");
        Refusal.of(() -> chirp.transform(x, y, ONE, y, z, ONE, workspace, none), "same array");
        Refusal.of(() -> chirp.transform(x, y, ONE, x, z, ONE, workspace, none), "both or neither");
        Refusal.of(() -> chirp.transformReal(x, ONE, x, z, ONE, workspace, none), "same array");
        Refusal.of(() -> chirp.transformReal(x, ONE, y, y, ONE, workspace, none), "same array");
    }

    @Test
    void whatIsMissing() {
        Refusal.ofNull("kernel", () -> DoubleConvolutionPlan.of(8, null, SAME));
        Refusal.ofNull("mode", () -> DoubleConvolutionPlan.of(8, new double[1], null));
        Refusal.ofNull("kernel", () -> DoubleCircularConvolutionPlan.of(null));
        Refusal.ofNull("kernel", () -> DoubleConvolution2dPlan.of(8, 8, null, 1, 1, SAME));
        Refusal.ofNull("mode", () -> DoubleConvolution2dPlan.of(8, 8, new double[1], 1, 1, null));
        Refusal.ofNull("frequencies", () -> DoubleChirpZPlan.of(8, null));
        Refusal.ofNull("in", () -> linear.transform(null, ONE, y, ONE, workspace, none));
        Refusal.ofNull("outLayout", () -> linear.transform(x, ONE, y, null, workspace, none));
        Refusal.ofNull("workspace", () -> circular.transform(x, ONE, y, ONE, null, none));
        Refusal.ofNull("out", () -> circular.transform(x, ONE, null, ONE, workspace, none));
        Refusal.ofNull("parallelism", () -> image.transform(x, TWO, y, TWO, workspace, null));
        Refusal.ofNull("inRows", () -> image.transform(x, null, y, TWO, workspace, none));
        Refusal.ofNull("inIm", () -> chirp.transform(x, null, ONE, y, z, ONE, workspace, none));
        Refusal.ofNull("outRe", () -> chirp.transformReal(x, ONE, null, z, ONE, workspace, none));
        Refusal.ofNull("x", () -> linear.transform(null));
        Refusal.ofNull("x", () -> circular.transform(null));
    }
}
