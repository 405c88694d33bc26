package dev.lanewise.conformance;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.butterfly.ButterflyPattern;
import dev.lanewise.engine.butterfly.DoubleButterflyGradient;
import dev.lanewise.engine.butterfly.DoubleButterflyProduct;
import dev.lanewise.engine.butterfly.DoubleComplexButterflyProduct;
import dev.lanewise.engine.trigonometric.TrigonometricKind;
import dev.lanewise.structured.DoubleButterflyMap;
import dev.lanewise.structured.DoubleComplexButterfly;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleOrthogonalButterfly;
import dev.lanewise.structured.butterfly.DoubleButterflyFactorization;
import dev.lanewise.structured.butterfly.DoubleButterflyTransforms;
import dev.lanewise.structured.layers.DoubleHierarchicalFactorization;
import dev.lanewise.structured.layers.LayerPlan;
import dev.lanewise.structured.layers.SweepOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Butterfly matrices of all kinds of blocks, their gradients, and those that are found in a matrix. */
final class DoubleButterflyCases {
    private static final int[] PAIRS = {2, 2, 2, 2, 2, 2, 2};

    private DoubleButterflyCases() {}

    static void register(Consumer<ConformanceCase> cases) {
        DoubleKroneckerCases.applied("butterfly/double/", maps(), cases);
        for (List<ButterflyPattern> patterns : List.of(
                ButterflyPattern.ofRadices(2, 3, 2, 4),
                ButterflyPattern.ofRadices(17, 2),
                ButterflyPattern.overlapping(16, 2))) {
            String name = patterns.toString().replace(" ", "");
            cases.accept(new ConformanceCase("butterfly/double/gradient/" + name, (digest, parallelism) -> {
                DoubleButterflyProduct product = DoubleButterflyProduct.of(patterns, values(patterns, 1));
                gradient(DoubleButterflyGradient.of(product), product.rows(), digest, parallelism);
            }));
            cases.accept(new ConformanceCase("butterfly/double/gradient/complex/" + name, (digest, parallelism) -> {
                DoubleComplexButterflyProduct product =
                        DoubleComplexButterflyProduct.of(patterns, values(patterns, 1), values(patterns, 2));
                gradient(DoubleButterflyGradient.of(product), 2 * product.rows(), digest, parallelism);
            }));
            cases.accept(new ConformanceCase("butterfly/double/found/" + name, (digest, parallelism) -> {
                int n = patterns.getFirst().rows();
                double[] a = Inputs.doubles(n * n, 3);
                DoubleButterflyFactorization found =
                        DoubleButterflyFactorization.of(patterns, a, MatrixLayout.of(n, n));
                for (int l = 0; l < patterns.size(); l++) {
                    digest.add(found.values(l));
                }
            }));
        }
        cases.accept(new ConformanceCase("layers/double/hadamard/n=8", (digest, parallelism) -> {
            double[] a =
                    DoubleButterflyTransforms.hadamard(8, Normalization.ORTHO).toDense();
            digest.add(DoubleHierarchicalFactorization.of(LayerPlan.halving(8), SweepOptions.DEFAULTS)
                    .factorize(a)
                    .map()
                    .toDense());
        }));
    }

    private static void gradient(DoubleButterflyGradient gradient, int n, Digest digest, Parallelism parallelism) {
        int count = 70;
        Layout vectors = Layout.rows(0, count, n);
        double[] x = Inputs.doubles(n * count, 1), g = Inputs.doubles(n * count, 2);
        double[] ofValues = new double[gradient.values()], ofInputs = new double[n * count];
        gradient.apply(x, vectors, g, vectors, ofValues, ofInputs, vectors, new Workspace(), parallelism);
        digest.add(ofValues);
        digest.add(ofInputs);
    }

    private static Map<String, DoubleLinearMap> maps() {
        Map<String, DoubleLinearMap> maps = new LinkedHashMap<>();
        maps.put("pairs", map(ButterflyPattern.ofRadices(PAIRS)));
        maps.put("mixed", map(ButterflyPattern.ofRadices(2, 2, 3, 9, 2)));
        maps.put("oblong", map(List.of(new ButterflyPattern(2, 3, 5, 4), new ButterflyPattern(4, 10, 2, 1))));
        maps.put("overlapping", map(ButterflyPattern.overlapping(64, 2)));
        for (int[] radices : new int[][] {PAIRS, {3, 2, 2}}) {
            List<ButterflyPattern> patterns = ButterflyPattern.ofRadices(radices);
            maps.put(
                    "complex-" + radices.length,
                    DoubleComplexButterfly.of(patterns, values(patterns, 4), values(patterns, 5)));
        }
        double[][] angles = new double[5][];
        for (int l = 0; l < angles.length; l++) {
            angles[l] = Inputs.doubles(16, l);
        }
        maps.put("angles", DoubleOrthogonalButterfly.ofAngles(32, angles));
        List<ButterflyPattern> fours = ButterflyPattern.ofRadices(4, 4);
        maps.put("cayley", DoubleOrthogonalButterfly.ofCayley(fours, Inputs.doubles(24, 1), Inputs.doubles(24, 2)));
        maps.put("fourier", DoubleButterflyTransforms.fourier(Normalization.BACKWARD, 4, 3, 2));
        maps.put("cosine", DoubleButterflyTransforms.trigonometric(TrigonometricKind.DCT2, 64, Normalization.ORTHO));
        return maps;
    }

    private static DoubleLinearMap map(List<ButterflyPattern> patterns) {
        return DoubleButterflyMap.of(patterns, values(patterns, 6));
    }

    /** The groups of every third factor are the same. */
    private static double[][] values(List<ButterflyPattern> patterns, int seed) {
        double[][] values = new double[patterns.size()][];
        for (int l = 0; l < values.length; l++) {
            ButterflyPattern pattern = patterns.get(l);
            values[l] = Inputs.doubles(l % 3 == 2 ? pattern.entriesOfGroup() : pattern.entries(), seed + l);
        }
        return values;
    }
}
