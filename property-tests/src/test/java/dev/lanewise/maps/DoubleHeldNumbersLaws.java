package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.matmul.Diagonal;
import dev.lanewise.engine.matmul.Triangle;
import dev.lanewise.engine.random.Philox;
import dev.lanewise.engine.trigonometric.TrigonometricKind;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.structured.DoubleBandedMap;
import dev.lanewise.structured.DoubleBlockDiagonal;
import dev.lanewise.structured.DoubleCirculantMap;
import dev.lanewise.structured.DoubleComplexCirculant;
import dev.lanewise.structured.DoubleComplexDiagonal;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleDiagonal;
import dev.lanewise.structured.DoubleDiagonalPlusLowRank;
import dev.lanewise.structured.DoubleFourierMap;
import dev.lanewise.structured.DoubleGivensChain;
import dev.lanewise.structured.DoubleHadamard;
import dev.lanewise.structured.DoubleHankelMap;
import dev.lanewise.structured.DoubleHouseholderProduct;
import dev.lanewise.structured.DoubleIdentity;
import dev.lanewise.structured.DoubleKroneckerProduct;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleLowRankMap;
import dev.lanewise.structured.DoubleMonarchMap;
import dev.lanewise.structured.DoublePermutation;
import dev.lanewise.structured.DoubleSelection;
import dev.lanewise.structured.DoubleSignDiagonal;
import dev.lanewise.structured.DoubleSparseMap;
import dev.lanewise.structured.DoubleStack;
import dev.lanewise.structured.DoubleToeplitzMap;
import dev.lanewise.structured.DoubleTriangularMap;
import dev.lanewise.structured.DoubleTrigonometricMap;
import dev.lanewise.structured.DoubleZero;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;

/** The memory of a map is that of its parameters: it holds no more numbers, but for a few and what its documentation says. */
final class DoubleHeldNumbersLaws {
    private static final int N = 256;
    private static final int M = 16;

    /** Shapes, exponents, starts of factors and the like. */
    private static final int FEW = 100;

    private static double[] some(int length) {
        return Inputs.gaussian(1, new double[length]);
    }

    private static List<DoubleDenseMap> squares() {
        List<DoubleDenseMap> squares = new ArrayList<>();
        for (int i = 0; i < M; i++) {
            squares.add(DoubleDenseMap.of(M, M, Inputs.gaussian(i, new double[M * M])));
        }
        return squares;
    }

    private static void assertHolds(int factor, DoubleLinearMap map) throws IllegalAccessException {
        map.applyTransposed(map.apply(new double[map.cols()]));
        var held = HeldNumbers.of(map, Double.BYTES);
        String text = map.describe() + " holds " + held;
        assertTrue(held <= factor * map.parameters() + FEW, text);
        assertTrue(map.parameters() <= 4 * held + FEW, text);
    }

    @Example
    void mapsHoldTheirParameters() throws IllegalAccessException {
        int[] starts = new int[N + 1], columns = new int[4 * N];
        Arrays.setAll(starts, i -> 4 * i);
        Arrays.setAll(columns, i -> i % 4 * M + i / 4 % M);
        DoubleLowRankMap low =
                DoubleLowRankMap.of(DoubleDenseMap.of(N, 4, some(4 * N)), DoubleDenseMap.of(N, 4, some(4 * N)));
        for (DoubleLinearMap map : List.of(
                DoubleIdentity.of(N),
                DoubleZero.of(N, 2 * N),
                DoubleDiagonal.of(some(N)),
                DoubleDiagonal.of(some(N)).inverse(),
                DoubleSignDiagonal.random(N, new Philox(1, 1)),
                DoubleSelection.of(N, columns[0], columns[1]),
                DoubleDenseMap.of(M, N, some(M * N)),
                DoubleSparseMap.of(N, N, starts, columns, some(4 * N)),
                DoubleBandedMap.of(N, N, 2, 3, some(6 * N)),
                DoubleTriangularMap.of(M, Triangle.LOWER, Diagonal.STORED, some(M * M)),
                DoubleBlockDiagonal.of(squares()),
                DoubleMonarchMap.of(squares(), squares()),
                DoubleStack.of(squares()),
                low,
                DoubleDiagonalPlusLowRank.of(DoubleDiagonal.of(some(N)), low),
                DoubleHadamard.of(N, Normalization.ORTHO),
                DoubleFourierMap.of(N, Normalization.ORTHO),
                DoubleTrigonometricMap.of(TrigonometricKind.DCT2, N, Normalization.ORTHO),
                DoubleComplexDiagonal.of(some(N), some(N)),
                DoubleComplexCirculant.ofEigenvalues(some(N), some(N)),
                DoubleHouseholderProduct.of(N, 8, some(8 * N)),
                DoubleBlockDiagonal.of(squares()).times(DoubleDiagonal.of(some(N))))) {
            assertHolds(1, map);
        }
    }

    /** A permutation both ways; a rotation the length it was made of; a Toeplitz matrix and the like what its transform is too; a Kronecker product its factors twice. */
    @Example
    void someHoldMoreAndSaySo() throws IllegalAccessException {
        int[] one = new int[N - 1], two = new int[N - 1];
        Arrays.setAll(one, i -> i);
        Arrays.setAll(two, i -> i + 1);
        assertHolds(2, DoubleGivensChain.ofAngles(N, one, two, some(N - 1)));
        assertHolds(2, DoublePermutation.stride(N, M));
        assertHolds(4, DoubleCirculantMap.of(some(N)));
        assertHolds(4, DoubleToeplitzMap.symmetric(some(N)));
        assertHolds(4, DoubleHankelMap.of(N, some(2 * N - 1)));
        assertHolds(2, DoubleKroneckerProduct.of(squares().subList(0, 2)));
    }
}
