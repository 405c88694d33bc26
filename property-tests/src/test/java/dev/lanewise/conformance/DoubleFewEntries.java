package dev.lanewise.conformance;

import dev.lanewise.engine.matmul.Diagonal;
import dev.lanewise.engine.matmul.Triangle;
import dev.lanewise.structured.DoubleBandedMap;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleSparseBuilder;
import dev.lanewise.structured.DoubleTriangularMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Structured matrices of which most entries are zero, and what solves with them. */
final class DoubleFewEntries {
    /** A triangle is held as a square: larger ones take longer than they tell. */
    private static final int LARGEST_TRIANGLE = 200;

    private DoubleFewEntries() {}

    static Map<String, DoubleLinearMap> maps(int n) {
        Map<String, DoubleLinearMap> maps = new LinkedHashMap<>();
        maps.put("sparse", sparse(n, n + 3));
        DoubleLinearMap transposedMade = sparse(n, n + 3);
        transposedMade.transposed();
        maps.put("sparse-transpose-made", transposedMade);
        maps.put("sparse-transposed", sparse(n, n).transposed());
        DoubleLinearMap banded = DoubleBandedMap.of(n, n, 2, 1, band(n));
        maps.put("banded", banded);
        maps.put("banded-oblong", DoubleBandedMap.of(n, n + 5, 1, 7, Inputs.doubles(9 * n, n)));
        maps.put("banded-inverse", banded.inverse());
        if (n <= LARGEST_TRIANGLE) {
            DoubleLinearMap lower = DoubleTriangularMap.of(n, Triangle.LOWER, Diagonal.STORED, square(n));
            maps.put("triangular", lower);
            maps.put("triangular-inverse", lower.inverse());
            maps.put(
                    "unit-triangular",
                    DoubleTriangularMap.of(n, Triangle.UPPER, Diagonal.UNIT, Inputs.doubles(n * n, n)));
        }
        return maps;
    }

    /** Rows of 0 to 20 entries, in places that wander. */
    private static DoubleLinearMap sparse(int rows, int cols) {
        DoubleSparseBuilder builder = new DoubleSparseBuilder(rows, cols);
        double[] values = Inputs.doubles(21 * rows, cols);
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < i % 21; k++) {
                builder.add(i, (int) ((i * 7L + k * 13L + (long) i * k) % cols), values[21 * i + k]);
            }
        }
        return builder.build();
    }

    /** Four diagonals, of which the third is the main one and has 4 more. */
    private static double[] band(int n) {
        double[] numbers = Inputs.doubles(4 * n, n);
        for (int i = 2 * n; i < 3 * n; i++) {
            numbers[i] += 4;
        }
        return numbers;
    }

    /** A square with n more on its diagonal. */
    private static double[] square(int n) {
        double[] numbers = Inputs.doubles(n * n, n);
        for (int i = 0; i < n; i++) {
            numbers[i * (n + 1)] += n;
        }
        return numbers;
    }
}
