package dev.lanewise.conformance;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.structured.DoubleCirculantMap;
import dev.lanewise.structured.DoubleComplexCirculant;
import dev.lanewise.structured.DoubleComplexDiagonal;
import dev.lanewise.structured.DoubleGivensChain;
import dev.lanewise.structured.DoubleHankelMap;
import dev.lanewise.structured.DoubleHouseholderProduct;
import dev.lanewise.structured.DoubleLevinson;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleToeplitzMap;
import dev.lanewise.structured.DoubleToeplitzPreconditioner;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Toeplitz matrices and their relatives, reflections and rotations: applied to one vector, to rows and to columns. */
final class DoubleToeplitzCases {
    private static final int COUNT = 18;

    private DoubleToeplitzCases() {}

    static void register(Consumer<ConformanceCase> cases) {
        for (int n : new int[] {5, 40, 200}) {
            maps(n).forEach((name, map) ->
                    cases.accept(new ConformanceCase("toeplitz/double/" + name + "/n=" + n, (digest, parallelism) -> {
                        apply(map, false, digest, parallelism);
                        apply(map, true, digest, parallelism);
                    })));
            cases.accept(new ConformanceCase("toeplitz/double/levinson/n=" + n, (digest, parallelism) -> {
                double[] b = Inputs.doubles(n, 7);
                digest.add(DoubleLevinson.solvePositiveDefinite(dominant(n, 1), b));
                digest.add(DoubleLevinson.solve(dominant(n, 1), dominant(n, 2), b));
            }));
        }
    }

    /** Coefficients that fall off, below a first one that dominates them. */
    private static double[] dominant(int n, long seed) {
        double[] t = new double[n];
        for (int k = 1; k < n; k++) {
            t[k] = 7 * k * seed % 11 - 5;
            t[k] /= 4 * k * k;
        }
        t[0] = 8;
        return t;
    }

    private static Map<String, DoubleLinearMap> maps(int n) {
        DoubleToeplitzMap symmetric = DoubleToeplitzMap.symmetric(dominant(n, 1));
        double[] many = Inputs.doubles(n * (n + 3), n);
        int[] first = new int[2 * n], second = new int[2 * n];
        for (int k = 0; k < first.length; k++) {
            first[k] = k % n;
            second[k] = (k + 1 + k / n) % n;
        }
        Map<String, DoubleLinearMap> maps = new LinkedHashMap<>();
        maps.put("square", DoubleToeplitzMap.of(dominant(n, 1), dominant(n, 2)));
        maps.put("tall", DoubleToeplitzMap.of(dominant(2 * n, 1), dominant(n, 2)));
        maps.put("symmetric", symmetric);
        maps.put("inverse", symmetric.inverse());
        maps.put("strang", DoubleToeplitzPreconditioner.strang(symmetric));
        maps.put("t-chan", DoubleToeplitzPreconditioner.tChan(symmetric));
        maps.put("tau", DoubleToeplitzPreconditioner.tau(symmetric));
        maps.put("hankel", DoubleHankelMap.of(n, Inputs.doubles(3 * n, 3)));
        maps.put("circulant-inverse", DoubleCirculantMap.of(dominant(n, 2)).inverse());
        maps.put("complex-diagonal", DoubleComplexDiagonal.of(dominant(n, 1), dominant(n, 2)));
        maps.put(
                "complex-diagonal-inverse",
                DoubleComplexDiagonal.of(dominant(n, 1), dominant(n, 2)).inverse());
        maps.put("complex-circulant", DoubleComplexCirculant.ofColumn(dominant(n, 1), dominant(n, 2)));
        maps.put("reflections", DoubleHouseholderProduct.of(n, n + 3, many));
        maps.put("rotations", DoubleGivensChain.ofAngles(n, first, second, Inputs.doubles(2 * n, 5)));
        return maps;
    }

    private static void apply(DoubleLinearMap map, boolean transposed, Digest digest, Parallelism parallelism) {
        int inputs = transposed ? map.rows() : map.cols(), outputs = transposed ? map.cols() : map.rows();
        double[] one = Inputs.doubles(inputs, 1), x = Inputs.doubles(inputs * COUNT, 2);
        double[] y = new double[outputs * COUNT];
        digest.add(transposed ? map.applyTransposed(one) : map.apply(one));
        Layout rows = Layout.rows(0, COUNT, inputs), columns = Layout.columns(0, COUNT, COUNT);
        Layout rowsOut = Layout.rows(0, COUNT, outputs);
        for (int way = 0; way < 2; way++) {
            Layout from = way == 0 ? rows : columns, to = way == 0 ? columns : rowsOut;
            Workspace workspace = new Workspace();
            if (transposed) {
                map.applyTransposed(x, from, y, to, workspace, parallelism);
            } else {
                map.apply(x, from, y, to, workspace, parallelism);
            }
            digest.add(y);
        }
    }
}
