package dev.lanewise.conformance;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.random.Philox;
import dev.lanewise.engine.trigonometric.TrigonometricKind;
import dev.lanewise.maps.DoubleSuiteMaps;
import dev.lanewise.structured.DoubleBlockDiagonal;
import dev.lanewise.structured.DoubleCirculantMap;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleDiagonal;
import dev.lanewise.structured.DoubleDiagonalPlusLowRank;
import dev.lanewise.structured.DoubleFourierMap;
import dev.lanewise.structured.DoubleHadamard;
import dev.lanewise.structured.DoubleHartleyMap;
import dev.lanewise.structured.DoubleIdentity;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleLowRankMap;
import dev.lanewise.structured.DoublePermutation;
import dev.lanewise.structured.DoubleProduct;
import dev.lanewise.structured.DoubleRealFourierMap;
import dev.lanewise.structured.DoubleSelection;
import dev.lanewise.structured.DoubleSignDiagonal;
import dev.lanewise.structured.DoubleStack;
import dev.lanewise.structured.DoubleTrigonometricMap;
import dev.lanewise.structured.DoubleWindow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Every structured matrix, applied to one vector, to rows and to columns, as it is and transposed: some at sizes of their own, and
 * all that inherit the laws of a linear map.
 */
final class DoubleStructuredCases {
    private static final int[] COUNTS = {1, 2, 5, 18};

    private DoubleStructuredCases() {}

    static void register(Consumer<ConformanceCase> cases) {
        for (int n : new int[] {4, 64, 96, 2048}) {
            maps(n).forEach((name, map) -> {
                if (n > 96 && isTransform(map)) {
                    return;
                }
                String prefix = "structured/double/" + name + "/n=" + n;
                cases.accept(new ConformanceCase(
                        prefix + "/apply", (digest, parallelism) -> apply(map, false, digest, parallelism)));
                cases.accept(new ConformanceCase(
                        prefix + "/apply-transposed", (digest, parallelism) -> apply(map, true, digest, parallelism)));
            });
        }
        maps(12).forEach((name, map) -> cases.accept(new ConformanceCase(
                "structured/double/" + name + "/dense", (digest, parallelism) -> digest.add(map.toDense()))));
        for (int n : new int[] {4, 96}) {
            maps(n).forEach((name, map) -> cases.accept(
                    new ConformanceCase("structured/double/special/" + name + "/n=" + n, (digest, parallelism) -> {
                        specials(map, false, digest, parallelism);
                        specials(map, true, digest, parallelism);
                    })));
        }
        DoubleSuiteMaps.all()
                .forEach((name, map) ->
                        cases.accept(new ConformanceCase("suite/double/" + name, (digest, parallelism) -> {
                            apply(map, false, digest, parallelism);
                            apply(map, true, digest, parallelism);
                            specials(map, false, digest, parallelism);
                            specials(map, true, digest, parallelism);
                        })));
    }

    /** Whether it is a transform of the engine and no more: these have large cases of their own. */
    private static boolean isTransform(DoubleLinearMap map) {
        return map instanceof DoubleFourierMap
                || map instanceof DoubleRealFourierMap
                || map instanceof DoubleHartleyMap
                || map instanceof DoubleTrigonometricMap;
    }

    private static Map<String, DoubleLinearMap> maps(int n) {
        DoubleLinearMap signs = DoubleSignDiagonal.random(n, new Philox(n, 1));
        DoubleLinearMap hadamard = DoubleHadamard.of(n, Normalization.ORTHO);
        DoubleLinearMap permutation = DoublePermutation.of(Inputs.permutation(n, n));
        DoubleLinearMap window = DoubleWindow.of(hadamard.times(signs), 3, n + 7);
        DoubleLinearMap sampling = new Sampling(n);
        Map<String, DoubleLinearMap> maps = new LinkedHashMap<>();
        maps.put("sign-diagonal", signs);
        for (Normalization normalization : Normalization.values()) {
            maps.put("hadamard-" + normalization, DoubleHadamard.of(n, normalization));
        }
        maps.put("signed-hadamard", hadamard.times(signs));
        maps.put("signed-hadamard-transposed", hadamard.times(signs).transposed());
        maps.put("permutation", permutation);
        maps.put("permutation-transposed", permutation.transposed());
        maps.put("window", window);
        maps.put("window-transposed", window.transposed());
        maps.put("square-product", DoubleProduct.of(List.of(signs, hadamard, permutation, hadamard.times(signs))));
        maps.put("oblong-product", sampling.times(hadamard).times(permutation));
        maps.put("oblong-transpose", sampling.transposed().times(sampling));
        for (Normalization normalization : Normalization.values()) {
            maps.put("fourier-" + normalization, DoubleFourierMap.of(n, normalization));
            maps.put("real-fourier-" + normalization, DoubleRealFourierMap.of(n, normalization));
            maps.put("hartley-" + normalization, DoubleHartleyMap.of(n, normalization));
            for (TrigonometricKind kind : TrigonometricKind.values()) {
                maps.put(kind + "-" + normalization, DoubleTrigonometricMap.of(kind, n, normalization));
            }
        }
        maps.put("real-fourier-odd", DoubleRealFourierMap.of(n + 1, Normalization.ORTHO));
        maps.put("circulant", DoubleCirculantMap.of(Inputs.doubles(n, n)));
        maps.putAll(composed(n, hadamard, permutation, signs));
        maps.put("circulant-odd", DoubleCirculantMap.of(Inputs.doubles(n + 1, n)));
        maps.putAll(DoubleFewEntries.maps(n));
        return maps;
    }

    /** Of n or fewer rows: what is written out is small. */
    private static Map<String, DoubleLinearMap> composed(
            int n, DoubleLinearMap hadamard, DoubleLinearMap permutation, DoubleLinearMap signs) {
        DoubleDenseMap tall = dense(n, 3), wide = dense(5, n), square = dense(24, 24);
        DoubleDiagonal diagonal = DoubleDiagonal.of(Inputs.doubles(n, 7));
        DoubleLinearMap lowRank = DoubleLowRankMap.of(tall, dense(n, 3));
        Map<String, DoubleLinearMap> maps = new LinkedHashMap<>();
        maps.put("dense-tall", tall);
        maps.put("dense-wide", wide);
        DoubleLinearMap dominant = square.plus(DoubleIdentity.of(24).times(40));
        maps.put("dense-inverse", DoubleDenseMap.of(24, 24, dominant.toDense()).inverse());
        maps.put("diagonal", diagonal);
        maps.put("diagonal-inverse", diagonal.inverse());
        maps.put("sum", hadamard.plus(permutation.times(diagonal)).minus(lowRank));
        maps.put("stack", DoubleStack.of(List.of(hadamard, wide, signs)));
        maps.put("side-by-side", DoubleStack.sideBySide(List.of(tall.transposed(), dense(3, n))));
        maps.put("blocks", DoubleBlockDiagonal.of(List.of(hadamard, wide, square, tall)));
        maps.put("low-rank", lowRank);
        maps.put("diagonal-plus-low-rank", DoubleDiagonalPlusLowRank.of(diagonal, DoubleLowRankMap.of(tall, tall)));
        maps.put("selection", DoubleSelection.of(n, 3, 0, 2).times(hadamard));
        maps.put("bracketed", dense(2, n).times(hadamard).times(diagonal).times(dense(n, 4)));
        return maps;
    }

    private static DoubleDenseMap dense(int rows, int cols) {
        return DoubleDenseMap.of(rows, cols, Inputs.doubles(rows * cols, rows));
    }

    private static void apply(DoubleLinearMap map, boolean transposed, Digest digest, Parallelism parallelism) {
        int inputs = transposed ? map.rows() : map.cols();
        int outputs = transposed ? map.cols() : map.rows();
        double[] vector = Inputs.doubles(inputs, inputs);
        digest.add(transposed ? map.applyTransposed(vector) : map.apply(vector));
        Workspace workspace = new Workspace();
        for (int count : COUNTS) {
            double[] x = Inputs.doubles(inputs * (count + 1) + 9, count);
            double[] y = Inputs.doubles((outputs + 1) * (count + 2) + 9, count + 1);
            Layout from = Layout.rows(4, count, Math.max(1, inputs));
            Layout to = Layout.columns(1, count, count + 2);
            run(map, transposed, x, from, y, to, workspace, parallelism);
            digest.add(y);
            run(
                    map,
                    transposed,
                    x,
                    Layout.columns(0, count, count),
                    y,
                    Layout.rows(3, count, outputs + 1),
                    workspace,
                    parallelism);
            digest.add(y);
            if (inputs == outputs) {
                run(map, transposed, x, from, x, from, workspace, parallelism);
            }
            digest.add(x);
        }
    }

    /** Vectors of special values between ordinary ones: none may reach its neighbours. */
    private static void specials(DoubleLinearMap map, boolean transposed, Digest digest, Parallelism parallelism) {
        int inputs = transposed ? map.rows() : map.cols();
        int outputs = transposed ? map.cols() : map.rows();
        SpecialValues[] specials = SpecialValues.values();
        int count = 2 * specials.length;
        double[] x = Inputs.doubles(inputs * count, inputs);
        for (int i = 0; i < specials.length; i++) {
            double[] special = specials[i].doubles(inputs, i);
            digest.add(transposed ? map.applyTransposed(special) : map.apply(special));
            System.arraycopy(special, 0, x, 2 * i * inputs, inputs);
        }
        double[] y = new double[outputs * count];
        Layout rows = Layout.rows(0, count, Math.max(1, inputs));
        run(map, transposed, x, rows, y, Layout.columns(0, count, count), new Workspace(), parallelism);
        digest.add(y);
        digest.add(x);
    }

    /** A block of vectors, either way. */
    static void run(
            DoubleLinearMap map,
            boolean transposed,
            double[] x,
            Layout from,
            double[] y,
            Layout to,
            Workspace workspace,
            Parallelism parallelism) {
        if (transposed) {
            map.applyTransposed(x, from, y, to, workspace, parallelism);
        } else {
            map.apply(x, from, y, to, workspace, parallelism);
        }
    }

    /** Every other coordinate: an oblong map without a form of its own for the transpose. */
    private static final class Sampling extends DoubleLinearMap {
        Sampling(int n) {
            super(n / 2, n);
        }

        @Override
        protected void applyUnchecked(double[] x, int xOffset, double[] y, int yOffset, Workspace workspace) {
            for (int i = 0; i < rows(); i++) {
                y[yOffset + i] = x[xOffset + 2 * i];
            }
        }

        @Override
        protected void applyTransposedUnchecked(double[] x, int xOffset, double[] y, int yOffset, Workspace workspace) {
            for (int i = 0; i < rows(); i++) {
                y[yOffset + 2 * i] = x[xOffset + i];
                y[yOffset + 2 * i + 1] = 0;
            }
        }

        @Override
        public long operations() {
            return 0;
        }

        @Override
        public String name() {
            return "sampling";
        }
    }
}
