package dev.lanewise.conformance;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.fourier.ConvolutionMode;
import dev.lanewise.engine.fourier.DoubleChirpZPlan;
import dev.lanewise.engine.fourier.DoubleCircularConvolutionPlan;
import dev.lanewise.engine.fourier.DoubleConvolution2dPlan;
import dev.lanewise.engine.fourier.DoubleConvolutionPlan;
import dev.lanewise.engine.fourier.FrequencyGrid;
import java.util.function.Consumer;

/** Convolutions and the chirp-z transform: methods, modes, places, batches, special values. */
final class DoubleConvolutionCases {
    private static final String FAMILY = "convolution/double/";

    /** Signals and kernels: direct sums that fill vectors and tiles and not, one transform, blocks. */
    private static final int[][] SHAPES = {
        {1, 1}, {5, 9}, {40, 7}, {333, 13}, {3000, 31}, {200, 190}, {1000, 999}, {4000, 131}, {20_000, 300}
    };

    /** Rows and columns of an image, then of a kernel. */
    private static final int[][] IMAGES = {{3, 2, 2, 3}, {70, 45, 3, 5}, {40, 40, 17, 19}, {100, 130, 64, 31}};

    private DoubleConvolutionCases() {}

    static void register(Consumer<ConformanceCase> cases) {
        for (int[] shape : SHAPES) {
            for (ConvolutionMode mode : ConvolutionMode.values()) {
                String name = FAMILY + mode + "/n=" + shape[0] + ",k=" + shape[1];
                cases.accept(new ConformanceCase(
                        name, (digest, parallelism) -> linear(shape[0], shape[1], mode, digest, parallelism)));
            }
        }
        for (int[] shape : IMAGES) {
            String name = FAMILY + "image/" + shape[0] + "x" + shape[1] + "," + shape[2] + "x" + shape[3];
            cases.accept(new ConformanceCase(name, (digest, parallelism) -> image(shape, digest, parallelism)));
        }
        for (int n : new int[] {1, 2, 7, 16, 31, 45, 60, 64, 105, 127, 225, 256, 509, 1000, 1018, 4096}) {
            cases.accept(new ConformanceCase(
                    FAMILY + "circular/n=" + n, (digest, parallelism) -> circular(n, digest, parallelism)));
        }
        for (int[] shape : new int[][] {{1, 1}, {5, 3}, {64, 64}, {100, 33}, {1000, 2500}}) {
            cases.accept(new ConformanceCase(
                    FAMILY + "chirp-z/n=" + shape[0] + ",m=" + shape[1],
                    (digest, parallelism) -> chirp(shape[0], shape[1], digest, parallelism)));
        }
        for (SpecialValues special : SpecialValues.values()) {
            cases.accept(new ConformanceCase(
                    FAMILY + special, (digest, parallelism) -> special(special, digest, parallelism)));
        }
    }

    /** Rows to columns, columns to rows; convolution and correlation. */
    private static void linear(int n, int k, ConvolutionMode mode, Digest digest, Parallelism parallelism) {
        int count = n > 1000 ? 2 : 5;
        Workspace workspace = new Workspace();
        double[] kernel = Inputs.doubles(k, k);
        double[] x = Inputs.doubles((n + 3) * count + 1, n);
        for (boolean correlation : new boolean[] {false, true}) {
            DoubleConvolutionPlan plan = correlation
                    ? DoubleConvolutionPlan.correlation(n, kernel, mode)
                    : DoubleConvolutionPlan.of(n, kernel, mode);
            double[] y = new double[plan.outputs() * count];
            Layout rows = Layout.rows(0, count, plan.outputs());
            Layout columns = Layout.columns(0, count, count);
            plan.transform(x, Layout.rows(1, count, n + 3), y, columns, workspace, parallelism);
            digest.add(y);
            plan.transform(x, columns, y, rows, workspace, parallelism);
            digest.add(y);
        }
    }

    private static void image(int[] shape, Digest digest, Parallelism parallelism) {
        double[] kernel = Inputs.doubles(shape[2] * shape[3], 1);
        double[] x = Inputs.doubles(shape[0] * (shape[1] + 2), 2);
        Layout rows = Layout.rows(0, shape[0], shape[1] + 2);
        for (ConvolutionMode mode : new ConvolutionMode[] {ConvolutionMode.FULL, ConvolutionMode.SAME}) {
            DoubleConvolution2dPlan plan =
                    DoubleConvolution2dPlan.of(shape[0], shape[1], kernel, shape[2], shape[3], mode);
            double[] y = new double[plan.outputRows() * plan.outputCols()];
            Layout to = Layout.rows(0, plan.outputRows(), plan.outputCols());
            plan.transform(x, rows, y, to, new Workspace(), parallelism);
            digest.add(y);
            DoubleConvolution2dPlan.correlation(shape[0], shape[1], kernel, shape[2], shape[3], mode)
                    .transform(x, rows, y, to, new Workspace(), parallelism);
            digest.add(y);
        }
    }

    private static void circular(int n, Digest digest, Parallelism parallelism) {
        DoubleCircularConvolutionPlan plan = DoubleCircularConvolutionPlan.of(Inputs.doubles(n, n));
        Workspace workspace = new Workspace();
        double[] x = Inputs.doubles(9 * n, n + 1);
        Layout rows = Layout.rows(0, 9, n);
        Layout columns = Layout.columns(0, 9, 9);
        double[] y = new double[9 * n];
        plan.transform(x, rows, y, columns, workspace, parallelism);
        digest.add(y);
        plan.transposed().transform(y, columns, y, columns, workspace, parallelism);
        digest.add(y);
    }

    private static void chirp(int n, int m, Digest digest, Parallelism parallelism) {
        double[] re = Inputs.doubles(4 * n, n);
        double[] im = Inputs.doubles(4 * n, m);
        Workspace workspace = new Workspace();
        for (FrequencyGrid grid :
                new FrequencyGrid[] {FrequencyGrid.of(m, -0.1, 0.003), FrequencyGrid.ofQuotients(m, 1, 1, n)}) {
            DoubleChirpZPlan plan = DoubleChirpZPlan.of(n, grid);
            double[] outRe = new double[4 * m];
            double[] outIm = new double[4 * m];
            Layout columns = Layout.columns(0, 4, 4);
            plan.transform(re, im, columns, outRe, outIm, Layout.rows(0, 4, m), workspace, parallelism);
            digest.add(outRe);
            digest.add(outIm);
            plan.transformReal(re, Layout.rows(0, 4, n), outRe, outIm, columns, workspace, parallelism);
            digest.add(outRe);
            digest.add(outIm);
        }
    }

    /** Signals of special values beside others: of direct sums, of blocks, of circular ones. */
    private static void special(SpecialValues special, Digest digest, Parallelism parallelism) {
        for (int[] shape : new int[][] {{50, 9}, {3000, 100}}) {
            DoubleConvolutionPlan plan =
                    DoubleConvolutionPlan.of(shape[0], Inputs.doubles(shape[1], 1), ConvolutionMode.SAME);
            double[] x = special.doubles(2 * shape[0], shape[1]);
            double[] y = new double[x.length];
            Layout rows = Layout.rows(0, 2, shape[0]);
            plan.transform(x, rows, y, rows, new Workspace(), parallelism);
            digest.add(y);
        }
        for (int n : new int[] {13, 256, 509}) {
            double[] x = special.doubles(n, n);
            DoubleCircularConvolutionPlan.of(Inputs.doubles(n, n)).transform(x);
            digest.add(x);
        }
    }
}
