package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.SingularMatrixException;
import dev.lanewise.engine.Workspace;
import dev.lanewise.foundation.Allocation;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.oracle.ErrorBounds;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleDiagonal;
import dev.lanewise.structured.DoubleHadamard;
import dev.lanewise.structured.DoubleIdentity;
import dev.lanewise.structured.DoubleKroneckerProduct;
import dev.lanewise.structured.DoubleKroneckerSum;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoublePermutation;
import dev.lanewise.structured.DoubleProduct;
import dev.lanewise.structured.DoubleZero;
import dev.lanewise.structured.MapProperty;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.Group;
import org.junit.jupiter.api.Test;

final class DoubleKroneckerProductLaws {
    private static final int[] TURN = {2, 0, 1};

    private static double[] entries(int seed, int rows, int cols) {
        double[] entries = Inputs.gaussian(seed, new double[rows * cols]);
        for (int i = 0; i < rows && rows == cols; i++) {
            entries[i * (cols + 1)] += 4;
        }
        return entries;
    }

    private static DoubleDenseMap written(int seed, int rows, int cols) {
        return DoubleDenseMap.of(rows, cols, entries(seed, rows, cols));
    }

    private static DenseMatrix matrix(int seed, int rows, int cols) {
        return DenseMatrix.of(rows, cols, Numbers.of(entries(seed, rows, cols)));
    }

    private static DoubleLinearMap kronecker(DoubleLinearMap... factors) {
        return DoubleKroneckerProduct.of(List.of(factors));
    }

    @Group
    final class OfOblongMatrices extends DoubleLinearMapLaws {
        @Override
        protected DoubleLinearMap map() {
            return kronecker(written(1, 3, 4), written(2, 5, 2), written(3, 2, 3));
        }

        @Override
        protected DenseMatrix dense() {
            return matrix(1, 3, 4).kronecker(matrix(2, 5, 2)).kronecker(matrix(3, 2, 3));
        }
    }

    @Group
    final class OfSquareMatrices extends DoubleLinearMapLaws {
        @Override
        protected DoubleLinearMap map() {
            return kronecker(written(1, 3, 3), written(2, 5, 5));
        }

        @Override
        protected DenseMatrix dense() {
            return matrix(1, 3, 3).kronecker(matrix(2, 5, 5));
        }
    }

    /** Maps along axes, with a run of matrices among them. */
    @Group
    final class OfMapsOfManyKinds extends DoubleLinearMapLaws {
        @Override
        protected DoubleLinearMap map() {
            return kronecker(
                    DoublePermutation.of(TURN),
                    written(1, 2, 3),
                    written(2, 2, 1),
                    DoubleHadamard.of(2, Normalization.ORTHO));
        }

        @Override
        protected DenseMatrix dense() {
            return DenseMatrix.permutation(TURN)
                    .kronecker(matrix(1, 2, 3))
                    .kronecker(matrix(2, 2, 1))
                    .kronecker(DenseMatrix.hadamard(2, Normalization.ORTHO));
        }
    }

    /** In place throughout. */
    @Group
    final class OfAnIdentityAndOthers extends DoubleLinearMapLaws {
        @Override
        protected DoubleLinearMap map() {
            return kronecker(
                    DoubleHadamard.of(4, Normalization.BACKWARD), DoubleIdentity.of(3), DoubleDiagonal.of(2, 0.5));
        }

        @Override
        protected DenseMatrix dense() {
            return DenseMatrix.hadamard(4, Normalization.BACKWARD)
                    .kronecker(DenseMatrix.permutation(new int[] {0, 1, 2}))
                    .kronecker(DenseMatrix.scalings(Numbers.of(2, 0.5)));
        }
    }

    @Group
    final class Sum extends DoubleLinearMapLaws {
        @Override
        protected DoubleLinearMap map() {
            return DoubleKroneckerSum.of(List.of(written(1, 3, 3), DoubleDiagonal.of(2, 0.5), written(2, 4, 4)));
        }

        @Override
        protected DenseMatrix dense() {
            DenseMatrix three = DenseMatrix.permutation(new int[] {0, 1, 2});
            DenseMatrix two = DenseMatrix.permutation(new int[] {0, 1});
            DenseMatrix four = DenseMatrix.permutation(new int[] {0, 1, 2, 3});
            DenseMatrix first = matrix(1, 3, 3).kronecker(two).kronecker(four);
            DenseMatrix second =
                    three.kronecker(DenseMatrix.scalings(Numbers.of(2, 0.5))).kronecker(four);
            return first.plus(second).plus(three.kronecker(two).kronecker(matrix(2, 4, 4)));
        }
    }

    @Example
    void theInverseIsThatOfTheFactors() {
        DoubleLinearMap map = kronecker(written(1, 3, 3), DoubleDiagonal.of(2, 0.5), written(2, 4, 4));
        DenseMatrix matrix = matrix(1, 3, 3)
                .kronecker(DenseMatrix.scalings(Numbers.of(2, 0.5)))
                .kronecker(matrix(2, 4, 4));
        double[] b = Inputs.gaussian(5, new double[map.rows()]);
        InverseCheck.assertSolves(
                matrix, Numbers.of(b), Numbers.of(map.inverse().apply(b)), "inverse");
        InverseCheck.assertSolves(
                matrix.transposed(), Numbers.of(b), Numbers.of(map.inverse().applyTransposed(b)), "transposed");
        assertSame(map, map.inverse().inverse());
        assertInstanceOf(DoubleIdentity.class, map.times(map.inverse()));
    }

    @Example
    void aSingularFactorIsNamed() {
        DoubleLinearMap singular = kronecker(written(1, 3, 3), DoubleDiagonal.of(2, 0));
        String message =
                assertThrows(SingularMatrixException.class, singular::inverse).getMessage();
        assertTrue(message.contains("factor 1 of 2"), message);
        DoubleLinearMap oblong = kronecker(written(1, 2, 3), written(2, 3, 2));
        String other =
                assertThrows(SingularMatrixException.class, oblong::inverse).getMessage();
        assertTrue(other.contains("factor 0 of 2") && other.contains("2 x 3"), other);
        assertEquals(0, oblong.determinant().value());
        DoubleLinearMap wide = kronecker(written(1, 2, 3), written(2, 3, 3));
        assertThrows(UnsupportedOperationException.class, wide::inverse);
        assertThrows(UnsupportedOperationException.class, wide::determinant);
    }

    /** {@code det(A x B) = det(A)^4 det(B)^2} for orders 2 and 4: of powers of two and small integers without rounding. */
    @Example
    void theDeterminantIsTheProductOfPowers() {
        DoubleLinearMap a = DoubleDiagonal.of(3, 0.5), b = DoubleDiagonal.of(1, 2, -2, 0.25);
        assertEquals(5.0625, kronecker(a, b).determinant().value());
        DoubleLinearMap dense = written(1, 3, 3), other = written(2, 4, 4);
        assertTrue(Math.abs(kronecker(dense, other).determinant().value()
                                / Math.pow(dense.determinant().value(), 4)
                                / Math.pow(other.determinant().value(), 3)
                        - 1)
                <= ErrorBounds.gamma(30, Numbers.of(new double[1]).precision()));
        assertEquals(1, kronecker(written(1, 0, 0), other).determinant().value());
    }

    @Example
    void productsAreSimplified() {
        DoubleLinearMap a = written(1, 3, 3), b = written(2, 2, 2), c = written(3, 4, 4);
        assertEquals(List.of(a, b, c), kronecker(kronecker(a, b), c).parts());
        DoubleLinearMap multiple = kronecker(a.times(2), b.times(3));
        assertEquals("6.0 times", multiple.name());
        assertEquals(List.of(a, b), multiple.parts().getFirst().parts());
        assertInstanceOf(DoubleIdentity.class, kronecker(DoubleIdentity.of(2), DoubleIdentity.of(3)));
        assertEquals(
                6,
                kronecker(DoubleIdentity.of(2), DoubleIdentity.of(3), a)
                        .parts()
                        .getFirst()
                        .rows());
        assertSame(a, kronecker(DoubleIdentity.of(1), a));
        assertInstanceOf(DoubleZero.class, kronecker(a, DoubleZero.of(2, 5)));
        assertEquals(15, kronecker(a, DoubleZero.of(2, 5)).cols());
        assertSame(a, DoubleKroneckerProduct.power(a, 1));
        assertEquals(27, DoubleKroneckerProduct.power(a, 3).rows());
        assertEquals(1, DoubleKroneckerProduct.power(a, 0).rows());
        assertSame(a, DoubleKroneckerSum.of(List.of(a)));
        DoubleLinearMap inner = DoubleKroneckerSum.of(List.of(a, b));
        assertEquals(List.of(a, b, c), DoubleKroneckerSum.of(List.of(inner, c)).parts());
    }

    @Example
    void productsOfTwoAreMultipliedFactorByFactorWhereThatSaves() {
        DoubleLinearMap a = written(1, 3, 3), b = written(2, 2, 2), c = written(3, 3, 3), d = written(4, 2, 2);
        DoubleLinearMap both = kronecker(a, DoubleIdentity.of(2)).times(kronecker(DoubleIdentity.of(3), b));
        assertEquals(List.of(a, b), both.parts());
        DoubleLinearMap one = kronecker(a.inverse(), b).times(kronecker(a, d));
        assertEquals(
                List.of(3, 2), one.parts().stream().map(DoubleLinearMap::rows).toList());
        assertInstanceOf(DoubleIdentity.class, one.parts().getFirst());
        assertInstanceOf(DoubleProduct.class, kronecker(a, b).times(kronecker(c, d)));
        assertInstanceOf(DoubleProduct.class, kronecker(a, b).times(kronecker(b, a)));
    }

    @Example
    void whatAllFactorsHaveIsKnown() {
        DoubleLinearMap positive = DoubleDiagonal.of(2, 0.5), orthogonal = DoubleHadamard.of(4, Normalization.ORTHO);
        assertTrue(kronecker(positive, orthogonal).is(MapProperty.INVERTIBLE));
        assertTrue(kronecker(positive, orthogonal).is(MapProperty.SYMMETRIC));
        assertTrue(!kronecker(positive, orthogonal).is(MapProperty.POSITIVE_DEFINITE));
        assertTrue(kronecker(DoublePermutation.of(TURN), orthogonal).is(MapProperty.ORTHOGONAL));
        assertTrue(DoubleKroneckerSum.of(List.of(positive, positive)).is(MapProperty.POSITIVE_DEFINITE));
    }

    @Example
    void parametersAndOperationsAreThoseOfTheFactors() {
        DoubleLinearMap map = DoubleKroneckerProduct.power(written(1, 16, 16), 4);
        assertEquals(4 * 256, map.parameters());
        assertEquals(8L * (1 << 20), map.operations());
        DoubleLinearMap mixed = kronecker(written(1, 8, 8), DoubleIdentity.of(1 << 10));
        assertEquals(2L * 64 << 10, mixed.operations());
    }

    @Example
    void factorsThatAreWrongAreRefused() {
        DoubleLinearMap large = DoubleIdentity.of(1 << 16), a = written(1, 2, 3);
        Refusal.of(() -> kronecker(large, large), "65536 x 65536, 65536 x 65536", "4294967296");
        Refusal.of(() -> DoubleKroneckerProduct.of(List.of()), "factors", "none");
        Refusal.of(() -> DoubleKroneckerProduct.power(a, -1), "power", "-1");
        Refusal.of(() -> DoubleKroneckerProduct.power(large, 3), "65536 x 65536");
        Refusal.ofNull("factors", () -> DoubleKroneckerProduct.of(null));
        Refusal.ofNull("factor 1", () -> DoubleKroneckerProduct.of(Arrays.asList(a, null)));
        Refusal.ofNull("map", () -> DoubleKroneckerProduct.power(null, 2));
        Refusal.of(() -> DoubleKroneckerSum.of(List.of(large, large)), "65536, 65536");
        Refusal.of(() -> DoubleKroneckerSum.of(List.of(large, a)), "term 1", "2 x 3", "square");
        Refusal.of(() -> DoubleKroneckerSum.of(List.of()), "terms", "none");
        Refusal.ofNull("terms", () -> DoubleKroneckerSum.of(null));
        Refusal.ofNull("term 0", () -> DoubleKroneckerSum.of(Arrays.asList(null, large)));
    }

    @Test
    void withAWorkspaceNothingIsAllocated() {
        for (DoubleLinearMap map : List.of(
                kronecker(written(1, 3, 2), DoubleHadamard.of(4, Normalization.ORTHO), written(2, 2, 3)),
                kronecker(written(1, 3, 2), written(2, 2, 3)),
                DoubleKroneckerSum.of(List.of(written(1, 3, 3), written(2, 2, 2))))) {
            Layout inputs = Layout.rows(1, 5, map.cols() + 2), outputs = Layout.rows(2, 5, map.rows() + 1);
            double[] x = Inputs.gaussian(1, new double[(int) inputs.end(map.cols())]);
            double[] y = Inputs.gaussian(2, new double[(int) outputs.end(map.rows())]);
            Workspace workspace = new Workspace();
            Allocation.assertNone(map.name(), () -> {
                map.apply(x, inputs, y, outputs, workspace, Parallelism.NONE);
                map.applyTransposed(y, outputs, x, inputs, workspace, Parallelism.NONE);
            });
        }
    }
}
