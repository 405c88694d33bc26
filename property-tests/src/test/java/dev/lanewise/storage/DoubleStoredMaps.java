package dev.lanewise.storage;

import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.butterfly.ButterflyPattern;
import dev.lanewise.engine.trigonometric.TrigonometricKind;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.structured.DoubleBandedMap;
import dev.lanewise.structured.DoubleBlockDiagonal;
import dev.lanewise.structured.DoubleButterflyMap;
import dev.lanewise.structured.DoubleCirculantMap;
import dev.lanewise.structured.DoubleComplexButterfly;
import dev.lanewise.structured.DoubleComplexCirculant;
import dev.lanewise.structured.DoubleComplexDiagonal;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleDiagonal;
import dev.lanewise.structured.DoubleFourierMap;
import dev.lanewise.structured.DoubleHadamard;
import dev.lanewise.structured.DoubleHankelMap;
import dev.lanewise.structured.DoubleHartleyMap;
import dev.lanewise.structured.DoubleIdentity;
import dev.lanewise.structured.DoubleKroneckerProduct;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleLowRankMap;
import dev.lanewise.structured.DoubleMonarchMap;
import dev.lanewise.structured.DoublePermutation;
import dev.lanewise.structured.DoubleProduct;
import dev.lanewise.structured.DoubleRealFourierMap;
import dev.lanewise.structured.DoubleSignDiagonal;
import dev.lanewise.structured.DoubleSparseBuilder;
import dev.lanewise.structured.DoubleToeplitzMap;
import dev.lanewise.structured.DoubleTrigonometricMap;
import dev.lanewise.structured.DoubleZero;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A map of every kind that a file holds.
 *
 * @param name what it is
 * @param map made from a seed
 */
record DoubleStoredMaps(String name, LongFunction<DoubleLinearMap> map) {
    DoubleLinearMap of(long seed) {
        return map.apply(seed);
    }

    private static DoubleLinearMap dense(long seed, int rows, int cols) {
        return DoubleDenseMap.of(rows, cols, Inputs.uneven(seed, new double[rows * cols]));
    }

    private static List<DoubleDenseMap> denses(long seed, int count, int rows, int cols) {
        return IntStream.range(0, count)
                .mapToObj(i -> (DoubleDenseMap) dense(seed + i, rows, cols))
                .toList();
    }

    private static DoubleLinearMap diagonal(long seed, int n) {
        return DoubleDiagonal.of(Inputs.gaussian(seed, new double[n]));
    }

    private static DoubleLinearMap signs(long seed, int n) {
        return DoubleSignDiagonal.of(Inputs.signs(seed, new double[n]));
    }

    private static DoubleLinearMap permutation(long seed, int n) {
        int[] indices = new int[n];
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 1; i < n; i++) {
            int j = random.nextInt(i + 1);
            indices[i] = indices[j];
            indices[j] = i;
        }
        return DoublePermutation.of(indices);
    }

    private static DoubleLinearMap sparse(long seed, int rows, int cols) {
        DoubleSparseBuilder builder = new DoubleSparseBuilder(rows, cols);
        double[] values = Inputs.uneven(seed, new double[rows * cols]);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < values.length; i++) {
            if (random.nextInt(4) == 0) {
                builder.add(i / cols, i % cols, values[i]);
            }
        }
        return builder.build();
    }

    private static DoubleLinearMap butterfly(long seed, boolean isShared, List<ButterflyPattern> patterns) {
        return DoubleButterflyMap.of(patterns, values(seed, isShared, patterns));
    }

    private static double[][] values(long seed, boolean isShared, List<ButterflyPattern> patterns) {
        double[][] values = new double[patterns.size()][];
        for (int l = 0; l < values.length; l++) {
            ButterflyPattern pattern = patterns.get(l);
            values[l] = Inputs.gaussian(
                    seed + l, new double[isShared && l % 2 == 0 ? pattern.entriesOfGroup() : pattern.entries()]);
        }
        return values;
    }

    private static DoubleLinearMap complexButterfly(long seed, boolean isShared) {
        List<ButterflyPattern> patterns = ButterflyPattern.ofRadices(2, 3, 2);
        return DoubleComplexButterfly.of(
                patterns, values(seed, isShared, patterns), values(seed + 9, isShared, patterns));
    }

    private static DoubleLinearMap complexDiagonal(long seed, int n) {
        return DoubleComplexDiagonal.of(Inputs.gaussian(seed, new double[n]), Inputs.gaussian(seed + 1, new double[n]));
    }

    private static DoubleStoredMaps of(String name, LongFunction<DoubleLinearMap> map) {
        return new DoubleStoredMaps(name, map);
    }

    /** Transforms that are known by their names, with inverses that are. */
    static List<DoubleStoredMaps> transforms() {
        return List.of(
                of("Hadamard", seed -> DoubleHadamard.of(12, Normalization.BACKWARD)),
                of("ortho Hadamard", seed -> DoubleHadamard.of(16, Normalization.ORTHO)),
                of("scaled Hadamard", seed -> DoubleHadamard.of(8, Normalization.FORWARD)),
                of("Hadamard after signs", seed -> DoubleHadamard.of(16, Normalization.BACKWARD)
                        .times(signs(seed, 16))),
                of("Fourier", seed -> DoubleFourierMap.of(12, Normalization.BACKWARD)),
                of("ortho Fourier", seed -> DoubleFourierMap.of(7, Normalization.ORTHO)),
                of("scaled Fourier", seed -> DoubleFourierMap.of(8, Normalization.FORWARD)),
                of("Hartley", seed -> DoubleHartleyMap.of(9, Normalization.BACKWARD)),
                of(
                        "ortho cosine IV",
                        seed -> DoubleTrigonometricMap.of(TrigonometricKind.DCT4, 6, Normalization.ORTHO)),
                of("cosine I", seed -> DoubleTrigonometricMap.of(TrigonometricKind.DCT1, 5, Normalization.BACKWARD)),
                of("sine III", seed -> DoubleTrigonometricMap.of(TrigonometricKind.DST3, 7, Normalization.FORWARD)),
                of("inverse diagonal", seed -> diagonal(seed, 5).inverse()),
                of("identity", seed -> DoubleIdentity.of(3)),
                of("signs", seed -> signs(seed, 9)),
                of("permutation", seed -> permutation(seed, 9)));
    }

    static List<DoubleStoredMaps> all() {
        List<DoubleStoredMaps> rest = List.of(
                of("real Fourier", seed -> DoubleRealFourierMap.of(9, Normalization.BACKWARD)),
                of("ortho real Fourier", seed -> DoubleRealFourierMap.of(8, Normalization.ORTHO)),
                of("zero", seed -> DoubleZero.of(4, 7)),
                of("dense", seed -> dense(seed, 6, 4)),
                of("dense without rows", seed -> dense(seed, 0, 4)),
                of("diagonal", seed -> diagonal(seed, 5)),
                of("sparse", seed -> sparse(seed, 8, 11)),
                of("sparse without entries", seed -> new DoubleSparseBuilder(3, 2).build()),
                of("butterfly", seed -> butterfly(seed, false, ButterflyPattern.ofRadices(2, 2, 2, 2))),
                of("shared butterfly", seed -> butterfly(seed, true, ButterflyPattern.ofRadices(3, 2, 4))),
                of("overlapping butterfly", seed -> butterfly(seed, false, ButterflyPattern.overlapping(16, 2))),
                of(
                        "oblong butterfly",
                        seed -> butterfly(
                                seed,
                                false,
                                List.of(new ButterflyPattern(1, 3, 2, 4), new ButterflyPattern(2, 4, 5, 1)))),
                of("complex butterfly", seed -> complexButterfly(seed, false)),
                of("shared complex butterfly", seed -> complexButterfly(seed, true)),
                of("complex diagonal", seed -> complexDiagonal(seed, 5)),
                of("multiple", seed -> dense(seed, 3, 5).times(0.75)),
                of("product", seed -> dense(seed, 6, 2).times(dense(seed + 1, 2, 6))),
                of(
                        "product as written",
                        seed -> ((DoubleProduct) dense(seed, 6, 2).times(dense(seed + 1, 2, 6))).asWritten()),
                of("multiple of a product", seed -> signs(seed, 8)
                        .times(DoubleHadamard.of(8, Normalization.ORTHO))
                        .times(permutation(seed, 8))
                        .times(-3)),
                of("sum", seed -> dense(seed, 5, 5).plus(diagonal(seed, 5)).minus(sparse(seed, 5, 5))),
                of("sum in a product", seed -> dense(seed, 4, 5)
                        .plus(sparse(seed, 4, 5))
                        .times(dense(seed, 3, 5).transposed())),
                of(
                        "Kronecker product",
                        seed -> DoubleKroneckerProduct.of(List.of(dense(seed, 3, 2), dense(seed + 1, 2, 4)))),
                of(
                        "Kronecker product of many kinds",
                        seed -> DoubleKroneckerProduct.of(List.of(
                                DoubleIdentity.of(2),
                                dense(seed, 3, 2),
                                permutation(seed, 3),
                                dense(seed, 2, 2).plus(diagonal(seed, 2))))),
                of("circulant", seed -> DoubleCirculantMap.of(Inputs.gaussian(seed, new double[12]))),
                of("symmetric circulant", seed -> DoubleCirculantMap.of(new double[] {3, 1, 0.5, 1})),
                of(
                        "complex circulant",
                        seed -> DoubleComplexCirculant.ofColumn(
                                Inputs.gaussian(seed, new double[6]), Inputs.gaussian(seed + 1, new double[6]))),
                of("Toeplitz", seed -> {
                    double[] column = Inputs.gaussian(seed, new double[5]), row = Inputs.gaussian(seed, new double[9]);
                    row[0] = column[0];
                    return DoubleToeplitzMap.of(column, row);
                }),
                of("Hankel", seed -> DoubleHankelMap.of(4, Inputs.gaussian(seed, new double[10]))),
                of("banded", seed -> DoubleBandedMap.of(6, 8, 2, 1, Inputs.gaussian(seed, new double[24]))),
                of(
                        "low rank",
                        seed -> DoubleLowRankMap.of(
                                (DoubleDenseMap) dense(seed, 6, 2), (DoubleDenseMap) dense(seed + 1, 9, 2))),
                of(
                        "block diagonal",
                        seed -> DoubleBlockDiagonal.of(
                                List.of(dense(seed, 3, 2), sparse(seed, 4, 5), DoubleIdentity.of(3)))),
                of("Monarch", seed -> DoubleMonarchMap.of(denses(seed, 3, 4, 2), denses(seed + 9, 4, 5, 3))),
                of("circulant by transforms", seed -> DoubleFourierMap.of(6, Normalization.BACKWARD)
                        .inverse()
                        .times(complexDiagonal(seed, 6))
                        .times(DoubleFourierMap.of(6, Normalization.BACKWARD))));
        return Stream.concat(rest.stream(), transforms().stream()).toList();
    }
}
