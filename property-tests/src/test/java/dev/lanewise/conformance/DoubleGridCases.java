package dev.lanewise.conformance;

import dev.lanewise.engine.Grid;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.grid.DoubleFourierGridPlan;
import dev.lanewise.engine.grid.DoubleRealFourierGridPlan;
import dev.lanewise.engine.grid.DoubleRealToRealGridPlan;
import dev.lanewise.engine.trigonometric.TrigonometricKind;
import java.util.Arrays;
import java.util.function.Consumer;

/** Transforms over several axes: shapes of rows, columns and what lies between, in place and apart. */
final class DoubleGridCases {
    private static final String FAMILY = "grid/double/";

    /** A few and many vectors side by side, along axes first, last and between; lengths that fill vectors and do not. */
    private static final int[][] SHAPES = {{2}, {3, 5}, {16, 16}, {7, 40, 3}, {5, 6, 17}, {2, 3, 4, 5}, {64, 100}};

    private DoubleGridCases() {}

    static void register(Consumer<ConformanceCase> cases) {
        for (int[] shape : SHAPES) {
            String name = Arrays.toString(shape).replaceAll("[\\[\\]]", "").replace(", ", "x");
            cases.accept(new ConformanceCase(
                    FAMILY + "fft/" + name, (digest, parallelism) -> fourier(shape, digest, parallelism)));
            cases.accept(new ConformanceCase(
                    FAMILY + "rfft/" + name, (digest, parallelism) -> realFourier(shape, digest, parallelism)));
            cases.accept(new ConformanceCase(
                    FAMILY + "dht/" + name,
                    (digest, parallelism) ->
                            realToReal(DoubleRealToRealGridPlan.hartley(Grid.of(shape)), shape, digest, parallelism)));
            for (TrigonometricKind kind : TrigonometricKind.values()) {
                cases.accept(new ConformanceCase(
                        FAMILY + kind + "/" + name,
                        (digest, parallelism) -> realToReal(
                                DoubleRealToRealGridPlan.trigonometric(kind, Grid.of(shape)),
                                shape,
                                digest,
                                parallelism)));
            }
        }
    }

    private static void fourier(int[] shape, Digest digest, Parallelism parallelism) {
        Grid in = Grid.at(1, shape);
        Grid out = Grid.at(3, shape);
        DoubleFourierGridPlan plan = DoubleFourierGridPlan.of(in);
        double[] re = Inputs.doubles(in.size() + 4, 1);
        double[] im = Inputs.doubles(in.size() + 4, 2);
        double[] outRe = Inputs.doubles(in.size() + 4, 3);
        double[] outIm = Inputs.doubles(in.size() + 4, 4);
        Workspace workspace = new Workspace();
        plan.transform(re, im, in, outRe, outIm, out, workspace, parallelism);
        digest.add(outRe);
        digest.add(outIm);
        plan.inverse().normalized(Normalization.ORTHO).transform(re, im, in, re, im, in, workspace, parallelism);
        digest.add(re);
        digest.add(im);
        double[] pairs = Inputs.doubles(2 * in.size() + 8, 5);
        plan.transformInterleaved(pairs, out, pairs, out, workspace, parallelism);
        digest.add(pairs);
    }

    private static void realFourier(int[] shape, Digest digest, Parallelism parallelism) {
        Grid grid = Grid.at(1, shape);
        DoubleRealFourierGridPlan plan = DoubleRealFourierGridPlan.of(grid).normalized(Normalization.ORTHO);
        Grid spectrum = plan.spectrum(grid);
        double[] x = Inputs.doubles(grid.size() + 4, 1);
        double[] re = Inputs.doubles(spectrum.size() + 4, 2);
        double[] im = Inputs.doubles(spectrum.size() + 4, 3);
        Workspace workspace = new Workspace();
        plan.forward(x, grid, re, im, spectrum, workspace, parallelism);
        digest.add(re);
        digest.add(im);
        plan.inverse(Inputs.doubles(re.length, 4), im, spectrum, x, grid, workspace, parallelism);
        digest.add(x);
    }

    private static void realToReal(DoubleRealToRealGridPlan plan, int[] shape, Digest digest, Parallelism parallelism) {
        Grid in = Grid.at(1, shape);
        Grid out = Grid.at(3, shape);
        double[] x = Inputs.doubles(in.size() + 4, 1);
        double[] y = Inputs.doubles(in.size() + 4, 2);
        Workspace workspace = new Workspace();
        plan.normalized(Normalization.ORTHO).transform(x, in, y, out, workspace, parallelism);
        digest.add(y);
        plan.inverse().transform(x, in, x, in, workspace, parallelism);
        digest.add(x);
    }
}
