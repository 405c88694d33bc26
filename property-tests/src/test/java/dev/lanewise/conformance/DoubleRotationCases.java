package dev.lanewise.conformance;

import dev.lanewise.HadamardRotation;
import dev.lanewise.engine.Parallelism;
import java.util.function.Consumer;

/** The Hadamard rotation at supported orders and between them. */
final class DoubleRotationCases {
    private static final int[] DIMENSIONS = {
        1, 2, 3, 5, 7, 12, 15, 16, 17, 100, 127, 384, 640, 768, 1000, 1023, 1536, 4097
    };

    private DoubleRotationCases() {}

    static void register(Consumer<ConformanceCase> cases) {
        for (int dimension : DIMENSIONS) {
            for (int blocks = 1; blocks <= 3; blocks++) {
                long seed = Inputs.hash(dimension, blocks);
                HadamardRotation rotation = HadamardRotation.of(dimension, blocks, seed);
                cases.accept(new ConformanceCase(
                        "rotation/double/d=" + dimension + "/blocks=" + blocks,
                        (digest, parallelism) -> rotate(rotation, digest, parallelism)));
            }
        }
        for (int dimension : new int[] {1, 7, 16, 100, 768}) {
            for (int blocks = 1; blocks <= 3; blocks++) {
                HadamardRotation rotation = HadamardRotation.of(dimension, blocks, Inputs.hash(dimension, blocks));
                cases.accept(new ConformanceCase(
                        "rotation/double/special/d=" + dimension + "/blocks=" + blocks,
                        (digest, parallelism) -> rotateSpecials(rotation, digest, parallelism)));
            }
        }
    }

    /** Rows of special values between ordinary ones: none may reach its neighbours. */
    private static void rotateSpecials(HadamardRotation rotation, Digest digest, Parallelism parallelism) {
        int d = rotation.dimension();
        SpecialValues[] specials = SpecialValues.values();
        int rows = 2 * specials.length;
        double[] matrix = Inputs.doubles(rows * d, d);
        for (int i = 0; i < specials.length; i++) {
            System.arraycopy(specials[i].doubles(d, i), 0, matrix, 2 * i * d, d);
        }
        double[] back = matrix.clone();
        rotation.applyToRows(matrix, rows, parallelism);
        digest.add(matrix);
        rotation.applyTransposedToRows(back, rows, parallelism);
        digest.add(back);
    }

    private static void rotate(HadamardRotation rotation, Digest digest, Parallelism parallelism) {
        int d = rotation.dimension();
        double[] x = Inputs.doubles(d, d);
        digest.add(rotation.apply(x));
        digest.add(rotation.applyTransposed(x));
        for (int rows : new int[] {1, 19}) {
            double[] matrix = Inputs.doubles(rows * d, rows);
            rotation.applyToRows(matrix, rows, parallelism);
            digest.add(matrix);
            rotation.applyToRows(matrix, rows, parallelism);
            rotation.applyTransposedToRows(matrix, rows, parallelism);
            digest.add(matrix);
        }
    }
}
