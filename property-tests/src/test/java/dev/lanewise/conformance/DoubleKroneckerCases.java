package dev.lanewise.conformance;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.kronecker.DoubleKroneckerGradient;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleHadamard;
import dev.lanewise.structured.DoubleIdentity;
import dev.lanewise.structured.DoubleKroneckerProduct;
import dev.lanewise.structured.DoubleKroneckerSum;
import dev.lanewise.structured.DoubleLinearMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Kronecker products and sums: of one vector, of few and of groups of them, along axes of every kind. */
final class DoubleKroneckerCases {
    private static final int[] COUNTS = {1, 9, 20};

    private DoubleKroneckerCases() {}

    static void register(Consumer<ConformanceCase> cases) {
        applied("kronecker/double/", maps(), cases);
        gradient("oblong", new int[] {3, 5, 2}, new int[] {4, 2, 3}, cases);
        gradient("square", new int[] {17, 24}, new int[] {17, 24}, cases);
    }

    private static void gradient(String name, int[] rows, int[] cols, Consumer<ConformanceCase> cases) {
        cases.accept(new ConformanceCase("kronecker/double/gradient/" + name, (digest, parallelism) -> {
            double[][] factors = new double[rows.length][];
            int outputs = 1, inputs = 1;
            for (int i = 0; i < rows.length; i++) {
                factors[i] = Inputs.doubles(rows[i] * cols[i], i + 1);
                outputs *= rows[i];
                inputs *= cols[i];
            }
            DoubleKroneckerGradient gradient = DoubleKroneckerGradient.of(rows, cols, factors);
            for (int count : COUNTS) {
                double[] x = Inputs.doubles(inputs * count, 1), g = Inputs.doubles(outputs * count, 2);
                double[] ofValues = new double[gradient.values()], ofInputs = new double[inputs * count];
                Layout of = Layout.rows(0, count, inputs);
                gradient.apply(
                        x, of, g, Layout.rows(0, count, outputs), ofValues, ofInputs, of, new Workspace(), parallelism);
                digest.add(ofValues);
                digest.add(ofInputs);
            }
        }));
    }

    /** Each of some maps, applied as it is and transposed. */
    static void applied(String family, Map<String, DoubleLinearMap> maps, Consumer<ConformanceCase> cases) {
        maps.forEach((name, map) -> {
            for (boolean transposed : new boolean[] {false, true}) {
                String how = transposed ? "/apply-transposed" : "/apply";
                cases.accept(new ConformanceCase(
                        family + name + how, (digest, parallelism) -> apply(map, transposed, digest, parallelism)));
            }
        });
    }

    private static Map<String, DoubleLinearMap> maps() {
        DoubleLinearMap hadamard = DoubleHadamard.of(4, Normalization.ORTHO);
        Map<String, DoubleLinearMap> maps = new LinkedHashMap<>();
        maps.put("oblong", DoubleKroneckerProduct.of(List.of(dense(3, 4), dense(5, 2), dense(2, 3))));
        maps.put("small", DoubleKroneckerProduct.power(dense(2, 2), 6));
        maps.put("square", DoubleKroneckerProduct.of(List.of(dense(17, 17), dense(24, 24))));
        maps.put("deep", DoubleKroneckerProduct.of(List.of(dense(2, 3), dense(5, 200))));
        maps.put("mixed", DoubleKroneckerProduct.of(List.of(dense(3, 5), hadamard, DoubleIdentity.of(3), dense(4, 2))));
        maps.put("sum", DoubleKroneckerSum.of(List.of(dense(5, 5), hadamard, dense(7, 7))));
        return maps;
    }

    private static DoubleDenseMap dense(int rows, int cols) {
        return DoubleDenseMap.of(rows, cols, Inputs.doubles(rows * cols, rows));
    }

    /** One vector, few and some of them, from rows to columns and back. */
    private static void apply(DoubleLinearMap map, boolean transposed, Digest digest, Parallelism parallelism) {
        int inputs = transposed ? map.rows() : map.cols(), outputs = transposed ? map.cols() : map.rows();
        Workspace workspace = new Workspace();
        for (int count : COUNTS) {
            double[] x = Inputs.doubles(inputs * (count + 1), count), y = new double[outputs * (count + 1)];
            Layout rows = Layout.rows(0, count, inputs), columns = Layout.columns(0, count, count + 1);
            DoubleStructuredCases.run(map, transposed, x, rows, y, columns, workspace, parallelism);
            digest.add(y);
            DoubleStructuredCases.run(
                    map, transposed, x, columns, y, Layout.rows(0, count, outputs), workspace, parallelism);
            digest.add(y);
        }
    }
}
