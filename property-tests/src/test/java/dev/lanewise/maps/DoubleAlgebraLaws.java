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
import dev.lanewise.engine.trigonometric.TrigonometricKind;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.structured.DoubleBlockDiagonal;
import dev.lanewise.structured.DoubleCirculantMap;
import dev.lanewise.structured.DoubleComplexDiagonal;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleDiagonal;
import dev.lanewise.structured.DoubleHadamard;
import dev.lanewise.structured.DoubleHartleyMap;
import dev.lanewise.structured.DoubleIdentity;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoublePermutation;
import dev.lanewise.structured.DoubleProduct;
import dev.lanewise.structured.DoubleSelection;
import dev.lanewise.structured.DoubleSignDiagonal;
import dev.lanewise.structured.DoubleStack;
import dev.lanewise.structured.DoubleSum;
import dev.lanewise.structured.DoubleTrigonometricMap;
import dev.lanewise.structured.DoubleZero;
import dev.lanewise.structured.MapProperty;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;

/** What one would simplify on paper is simplified, and what does not fit is refused. */
final class DoubleAlgebraLaws {
    private static DoubleLinearMap dense(int rows, int cols) {
        return DoubleDenseMap.of(rows, cols, Inputs.gaussian(rows, new double[rows * cols]));
    }

    private static DoubleLinearMap hadamard() {
        return DoubleHadamard.of(4, Normalization.ORTHO);
    }

    private static String names(DoubleLinearMap map) {
        StringBuilder names = new StringBuilder(map.name());
        map.parts().forEach(part -> names.append(" | ").append(part.name()));
        return names.toString();
    }

    @Example
    void transposesArePushedInwards() {
        DoubleLinearMap a = dense(2, 3), b = dense(3, 4), c = dense(2, 4);
        assertEquals("product of 2 | transpose | transpose", names(a.times(b).transposed()));
        assertSame(b, a.times(b).transposed().parts().getFirst().transposed());
        DoubleLinearMap sum = a.times(b).plus(c);
        assertEquals("sum of 2 | product of 2 | transpose", names(sum.transposed()));
        assertEquals(
                "side by side, 2 | transpose | transpose",
                names(DoubleStack.of(List.of(a, a)).transposed()));
        assertEquals(
                "block diagonal of 2 | transpose | transpose",
                names(DoubleBlockDiagonal.of(List.of(a, b)).transposed()));
        assertEquals("2.0 times | transpose", names(a.times(2).transposed()));
        assertSame(sum, sum.transposed().transposed());
    }

    @Example
    void numbersAreGatheredInFront() {
        DoubleLinearMap a = dense(2, 3), b = dense(3, 4);
        DoubleLinearMap product = a.times(2).times(b.times(3)).times(0.5);
        assertEquals("3.0 times | product of 2", names(product));
        assertSame(a, a.times(4).times(0.25));
        assertInstanceOf(DoubleZero.class, a.times(0));
        assertEquals(
                "8.0 times | plain",
                names(new DoublePlainMap(1, 1, new double[1]).times(2).times(4)));
    }

    /** What is gathered must not underflow where one after the other does not, nor overflow. */
    @Example
    void numbersFarApartStayApart() {
        double tiny = Double.MIN_NORMAL * 2, huge = Double.MAX_VALUE / 2;
        DoubleLinearMap large = DoubleDenseMap.of(1, 1, new double[] {huge});
        for (DoubleLinearMap map : List.of(
                large.times(tiny).times(tiny),
                large.times(tiny).times(DoubleDiagonal.of(tiny)),
                DoubleDiagonal.of(tiny).times(large.times(tiny)))) {
            Bits.assertSame(new double[] {huge * tiny * tiny}, map.apply(new double[] {1}), names(map));
        }
        DoubleLinearMap diagonals = DoubleDiagonal.of(tiny).times(DoubleDiagonal.of(tiny));
        Bits.assertSame(new double[] {huge * tiny * tiny}, diagonals.apply(new double[] {huge}), "diagonals");
        DoubleLinearMap overflowing = DoubleDiagonal.of(huge).times(DoubleDiagonal.of(huge));
        Bits.assertSame(
                new double[] {huge * (huge * (tiny / 16))}, overflowing.apply(new double[] {tiny / 16}), "overflow");
        assertTrue(Double.isFinite(huge * (huge * (tiny / 16))));
        Bits.assertSame(
                new double[] {0},
                DoubleDiagonal.of(0).times(DoubleDiagonal.of(tiny)).apply(new double[1]),
                "0");
        ArithmeticException none = assertThrows(
                ArithmeticException.class,
                () -> dense(2, 2).times(Double.MIN_VALUE).inverse());
        assertTrue(none.getMessage().contains("overflows"), none.getMessage());
    }

    @Example
    void identityAndZeroVanish() {
        DoubleLinearMap a = dense(2, 3);
        assertSame(a, DoubleIdentity.of(2).times(a));
        assertSame(a, a.times(DoubleIdentity.of(3)));
        assertSame(a, a.plus(DoubleZero.of(2, 3)));
        DoubleLinearMap nothing = a.times(DoubleZero.of(3, 5));
        assertInstanceOf(DoubleZero.class, nothing);
        assertEquals("2 x 5", nothing.rows() + " x " + nothing.cols());
        assertInstanceOf(DoubleZero.class, a.minus(a));
        assertEquals(
                "6.0 times | identity",
                names(DoubleIdentity.of(3).times(2).times(DoubleIdentity.of(3).times(3))));
        assertEquals(
                "5.0 times | identity",
                names(DoubleIdentity.of(3).times(2).plus(DoubleIdentity.of(3).times(3))));
    }

    @Example
    void likeTermsAreAdded() {
        DoubleLinearMap a = dense(2, 3), b = dense(2, 3);
        assertEquals("3.0 times | dense", names(a.plus(a).plus(a)));
        assertEquals("sum of 2 | dense | 2.0 times", names(b.plus(a).plus(a)));
        assertEquals(
                "sum of 3 | dense | dense | diagonal",
                names(DoubleSum.of(List.of(
                        dense(3, 3),
                        DoubleSum.of(List.of(dense(3, 3), DoubleDiagonal.of(1, 2, 3))),
                        DoubleIdentity.of(3)))));
    }

    @Example
    void diagonalsMerge() {
        DoubleLinearMap d = DoubleDiagonal.of(1, 2, 3), e = DoubleDiagonal.of(4, 5, 6);
        DoubleLinearMap signs = DoubleSignDiagonal.of(new double[] {1, -1, 1});
        Bits.assertSame(new double[] {4, 10, 18}, d.times(e).apply(new double[] {1, 1, 1}), "product");
        Bits.assertSame(new double[] {5, 7, 9}, d.plus(e).apply(new double[] {1, 1, 1}), "sum");
        Bits.assertSame(new double[] {-2, -4, -6}, d.times(-2).apply(new double[] {1, 1, 1}), "multiple");
        Bits.assertSame(new double[] {1, -2, 3}, signs.times(d).apply(new double[] {1, 1, 1}), "signs");
        for (DoubleLinearMap merged : List.of(d.times(e), d.plus(e), d.times(-2), signs.times(d), d.times(signs))) {
            assertEquals("diagonal", names(merged));
        }
        DoubleLinearMap inverses = d.inverse().times(DoubleDiagonal.of(1, 4, 8).inverse());
        assertEquals("inverse of diagonal", names(inverses));
        Bits.assertSame(new double[] {1, 0.125, 1}, inverses.apply(new double[] {1, 1, 24}), "inverses");
        DoubleLinearMap i = DoubleComplexDiagonal.of(new double[] {0, 2}, new double[] {1, 3}),
                one = DoubleComplexDiagonal.of(new double[] {1, 1}, new double[] {2, -1});
        assertEquals("complex diagonal 2", names(i.times(one)));
        assertEquals("complex diagonal 2", names(i.plus(one)));
        double[] units = {1, 1, 0, 0};
        Bits.assertSame(new double[] {-2, 5, 1, 1}, i.times(one).apply(units), "complex product");
        Bits.assertSame(new double[] {1, 3, 3, 2}, i.plus(one).apply(units), "complex sum");
        DoubleLinearMap others = DoubleSignDiagonal.of(new double[] {1, 1, -1});
        assertEquals("sign diagonal", names(signs.times(others)));
        assertInstanceOf(DoubleIdentity.class, signs.times(signs));
    }

    @Example
    void permutationsAndSelectionsMerge() {
        DoubleLinearMap p = DoublePermutation.of(new int[] {2, 0, 1}), q = DoublePermutation.of(new int[] {1, 0, 2});
        assertEquals("permutation", names(p.times(q)));
        double[] x = {5, 6, 7};
        Bits.assertSame(p.apply(q.apply(x)), p.times(q).apply(x), "permutations");
        assertInstanceOf(DoubleIdentity.class, p.times(p.times(p)));
        DoubleLinearMap s = DoubleSelection.of(3, 2, 0), t = DoubleSelection.of(2, 1);
        assertEquals("selection", names(t.times(s).times(p)));
        Bits.assertSame(t.apply(s.apply(p.apply(x))), t.times(s).times(p).apply(x), "selections");
        DoubleLinearMap back = p.times(s.transposed()).times(t.transposed());
        assertEquals("transpose | selection", names(back));
        double[] y = {9};
        Bits.assertSame(p.apply(s.applyTransposed(t.applyTransposed(y))), back.apply(y), "transposed");
        DoubleLinearMap a = dense(2, 4);
        assertEquals(
                names(a.restrictedToColumns(1)),
                names(a.restrictedToColumns(0, 3, 1).restrictedToColumns(2)));
    }

    @Example
    void orthonormalColumnsCancel() {
        DoubleLinearMap q = hadamard(), s = DoubleSelection.of(7, 4, 1);
        assertInstanceOf(DoubleIdentity.class, q.transposed().times(q));
        assertInstanceOf(DoubleIdentity.class, q.times(q.transposed()));
        assertInstanceOf(DoubleIdentity.class, s.times(s.transposed()));
        assertEquals(
                "product of 2 | transpose | selection", names(s.transposed().times(s)));
        DoubleLinearMap rotation = q.times(DoubleSignDiagonal.of(new double[] {1, -1, -1, 1}))
                .times(DoublePermutation.of(new int[] {2, 0, 1, 3}));
        assertInstanceOf(DoubleIdentity.class, rotation.transposed().times(rotation));
        DoubleLinearMap a = dense(4, 4);
        assertEquals("dense", names(q.transposed().times(q.times(a))));
        assertEquals("product of 2 | transpose | dense", names(a.transposed().times(a)));
        DoubleLinearMap general = DoubleHadamard.of(4, Normalization.BACKWARD);
        assertEquals(2, general.transposed().times(general).parts().size());
    }

    @Example
    void inversesCancel() {
        DoubleLinearMap a = dense(4, 4), d = DoubleDiagonal.of(1, 2, 4, 8);
        assertInstanceOf(DoubleIdentity.class, a.inverse().times(a));
        assertInstanceOf(DoubleIdentity.class, a.times(a.inverse()));
        DoubleLinearMap product = a.times(d).times(hadamard()), inverse = product.inverse();
        assertEquals(3, inverse.parts().size(), names(inverse));
        assertInstanceOf(DoubleIdentity.class, inverse.times(product));
        assertInstanceOf(DoubleIdentity.class, product.times(inverse));
        Bits.assertSame(new double[] {1, 1, 1, 1}, d.inverse().apply(new double[] {1, 2, 4, 8}), "division");
        assertSame(d, d.inverse().inverse());
        assertEquals("0.5 times | inverse of dense", names(a.times(2).inverse()));
    }

    @Example
    void blocksMultiplyBlockByBlock() {
        DoubleLinearMap a = dense(2, 3), b = dense(3, 4), c = dense(5, 5), d = dense(5, 2);
        DoubleLinearMap product = DoubleBlockDiagonal.of(List.of(a, c)).times(DoubleBlockDiagonal.of(List.of(b, d)));
        assertEquals("block diagonal of 2 | product of 2 | product of 2", names(product));
        DoubleLinearMap other =
                DoubleBlockDiagonal.of(List.of(a, c)).times(DoubleBlockDiagonal.of(List.of(dense(4, 1), dense(4, 1))));
        assertEquals("product of 2 | block diagonal of 2 | block diagonal of 2", names(other));
    }

    /** Half of the factors stand apart: each merge may make the next possible. */
    @Example
    void simplifyingGoesOnToTheEnd() {
        DoubleLinearMap q = hadamard(),
                p = DoublePermutation.of(new int[] {3, 1, 2, 0}),
                d = DoubleDiagonal.of(1, 2, 3, 4);
        DoubleLinearMap folded = DoubleProduct.of(List.of(d, p, q, q.transposed(), p.transposed(), d));
        assertEquals("diagonal", names(folded));
        Bits.assertSame(new double[] {1, 4, 9, 16}, folded.apply(new double[] {1, 1, 1, 1}), "squares");
    }

    @Example
    void propertiesFollowFromTheParts() {
        DoubleLinearMap a = dense(4, 4), q = hadamard(), d = DoubleDiagonal.of(1, 2, 3, 4);
        assertTrue(q.times(DoublePermutation.of(new int[] {1, 0, 2, 3})).is(MapProperty.ORTHOGONAL));
        assertTrue(a.transposed().times(a).is(MapProperty.SYMMETRIC));
        assertTrue(a.transposed().times(d).times(a).is(MapProperty.SYMMETRIC));
        assertTrue(q.times(d).times(q.transposed()).is(MapProperty.POSITIVE_DEFINITE));
        assertTrue(d.plus(q.times(d).times(q.transposed())).is(MapProperty.POSITIVE_DEFINITE));
        assertTrue(d.times(-1).is(MapProperty.DIAGONAL) && !d.times(-1).is(MapProperty.POSITIVE_DEFINITE));
        assertTrue(q.times(-1).is(MapProperty.ORTHOGONAL) && !q.times(2).is(MapProperty.ORTHOGONAL));
        assertTrue(DoubleSelection.of(4, 1).is(MapProperty.ORTHONORMAL_ROWS));
        assertTrue(DoubleSelection.of(4, 1).transposed().is(MapProperty.ORTHONORMAL_COLUMNS));
        assertTrue(DoubleBlockDiagonal.of(List.of(q, q)).is(MapProperty.ORTHOGONAL));
        assertTrue(DoubleHartleyMap.of(3, Normalization.BACKWARD).is(MapProperty.INVERTIBLE));
        assertTrue(a.properties().isEmpty());
        assertThrows(UnsupportedOperationException.class, () -> a.properties().clear());
    }

    @Example
    void restrictionsAreRowsAndColumns() {
        DoubleLinearMap a = DoubleDenseMap.of(2, 3, new double[] {1, 2, 3, 4, 5, 6});
        Bits.assertSame(new double[] {4, 5, 6}, a.restrictedToRows(1).toDense(), "row");
        Bits.assertSame(new double[] {3, 1, 6, 4}, a.restrictedToColumns(2, 0).toDense(), "columns");
        Refusal.of(() -> a.restrictedToRows(2), "2", "0 to 1");
        Refusal.of(() -> a.restrictedToColumns(1, 1), "1", "once");
    }

    @Example
    void determinantsFollowFromTheParts() {
        DoubleLinearMap d = DoubleDiagonal.of(1, 2, 4), p = DoublePermutation.of(new int[] {1, 0, 2});
        assertEquals(8, d.determinant().value());
        assertEquals(-1, p.determinant().value());
        assertEquals(-8, p.times(d).determinant().value());
        assertEquals(0.125, d.inverse().determinant().value());
        assertEquals(-8, DoubleBlockDiagonal.of(List.of(d, p)).determinant().value());
        assertEquals(1, DoubleIdentity.of(3).determinant().value());
        assertEquals(
                1, DoublePermutation.of(new int[] {1, 2, 0, 3}).determinant().value());
        UnsupportedOperationException none = assertThrows(
                UnsupportedOperationException.class, () -> d.plus(dense(3, 3)).determinant());
        assertTrue(none.getMessage().contains("sum of 2"), none.getMessage());
    }

    @Example
    void whatIsSingularSaysWhere() {
        SingularMatrixException zero = assertThrows(
                SingularMatrixException.class, () -> DoubleDiagonal.of(1, 0, 2).inverse());
        assertEquals(1, zero.index());
        DoubleLinearMap blocks = DoubleBlockDiagonal.of(List.of(
                DoubleDiagonal.of(1, 2), DoubleDenseMap.of(2, 2, new double[] {1, 1, 1, 1}), DoubleDiagonal.of(0)));
        SingularMatrixException second = assertThrows(SingularMatrixException.class, blocks::inverse);
        assertTrue(second.getMessage().contains("block 1 of 3"), second.getMessage());
        UnsupportedOperationException none = assertThrows(
                UnsupportedOperationException.class,
                () -> dense(3, 3).plus(DoubleIdentity.of(3)).inverse());
        assertTrue(none.getMessage().contains("iterative"), none.getMessage());
    }

    @Example
    void whatIsSingularSaysHowSmall() {
        DoubleLinearMap one = DoubleDiagonal.of(1, 2);
        assertSingular(DoubleBlockDiagonal.of(List.of(one, DoubleDiagonal.of(3, 0))), 1, "block 1 of 2", "zero at 1");
        double half = Math.scalb((double) 1, Double.MIN_EXPONENT / 4);
        assertSingular(
                DoubleBlockDiagonal.of(List.of(DoubleCirculantMap.of(new double[] {half, half}), one)),
                1,
                "block 0 of 2: the circulant matrix of order 2",
                "eigenvalue 1 is of modulus 0.0 beside " + 2 * half);
    }

    private static void assertSingular(DoubleLinearMap map, int index, String... words) {
        SingularMatrixException singular = assertThrows(SingularMatrixException.class, map::inverse);
        assertEquals(index, singular.index());
        for (String word : words) {
            assertTrue(singular.getMessage().contains(word), singular.getMessage());
        }
    }

    @Example
    void symmetricOrthogonalMapsAreTheirOwnInverses() {
        for (DoubleLinearMap map : List.of(
                DoubleHartleyMap.of(6, Normalization.ORTHO),
                DoubleTrigonometricMap.of(TrigonometricKind.DST1, 5, Normalization.ORTHO),
                DoubleTrigonometricMap.of(TrigonometricKind.DCT4, 5, Normalization.ORTHO))) {
            assertInstanceOf(DoubleIdentity.class, map.times(map), map.name());
        }
        DoubleLinearMap apart = DoubleHartleyMap.of(6, Normalization.ORTHO)
                .times(DoubleTrigonometricMap.of(TrigonometricKind.DST1, 6, Normalization.ORTHO));
        assertEquals("product of 2", apart.name());
    }

    /** (A B) x for many vectors, A (B x) for one: 2 / ulp(1) + 1 is rounded before it is multiplied, or five times that after. */
    @Example
    void productsForManyVectorsAreBracketed() {
        int many = 40;
        double first = 2 / Math.ulp((double) 1);
        double[] left = new double[2 * 30], right = new double[30 * 2], x = new double[2 * many], y = x.clone();
        left[0] = 1;
        left[1] = 1;
        right[0] = first;
        right[2] = 1;
        for (int i = 0; i < x.length; i += 2) {
            x[i] = 5;
        }
        DoubleProduct product = (DoubleProduct) DoubleDenseMap.of(2, 30, left).times(DoubleDenseMap.of(30, 2, right));
        Layout rows = Layout.rows(0, many, 2);
        for (DoubleLinearMap map : List.of(product, product.times(1 << 3), product.asWritten())) {
            boolean isBracketed = !(map instanceof DoubleProduct same) || same == product;
            double factor = map instanceof DoubleProduct ? 1 : 1 << 3;
            map.apply(x, rows, y, rows, new Workspace(), Parallelism.NONE);
            double sum = isBracketed ? 5 * first : 5 * first + 8;
            assertEquals(factor * sum, y[0], map.describe());
            assertEquals(factor * sum, y[2 * many - 2], map.describe());
            assertEquals(factor * (5 * first + 8), map.apply(new double[] {5, 0})[0], map.describe());
        }
    }

    /** A matrix that would overflow when it is written out is not. */
    @Example
    void productsThatWouldOverflowAreNotBracketed() {
        int many = 40;
        double huge = Math.scalb((double) 1, Double.MAX_EXPONENT - 3), small = Math.scalb((double) 1, -8);
        double[] left = new double[2 * 30], right = new double[30 * 2], x = new double[2 * many], y = x.clone();
        left[0] = 1 << 6;
        right[0] = huge;
        Arrays.fill(x, small);
        DoubleLinearMap product = DoubleDenseMap.of(2, 30, left).times(DoubleDenseMap.of(30, 2, right));
        Layout rows = Layout.rows(0, many, 2);
        product.apply(x, rows, y, rows, new Workspace(), Parallelism.NONE);
        assertEquals(Math.scalb((double) 1, Double.MAX_EXPONENT - 5), y[0]);
    }

    @Example
    void whatDoesNotFitIsRefusedWithBoth() {
        DoubleLinearMap a = dense(2, 3), b = dense(4, 5);
        Refusal.of(() -> a.times(b), "dense (2 x 3)", "dense (4 x 5)");
        Refusal.of(() -> a.plus(b), "dense (2 x 3)", "dense (4 x 5)", "same shape");
        Refusal.of(() -> DoubleStack.of(List.of(a, b)), "2 x 3", "4 x 5", "columns");
        Refusal.of(() -> DoubleStack.sideBySide(List.of(a, b)), "2 x 3", "4 x 5", "rows");
        Refusal.of(() -> a.times(Double.NaN), "NaN");
        Refusal.of(() -> DoubleDiagonal.of(1, Double.POSITIVE_INFINITY), "diagonal[1]", "Infinity");
        Refusal.of(() -> DoubleSum.of(List.of()), "none");
        Refusal.of(() -> DoubleStack.of(List.of()), "none");
        Refusal.of(() -> DoubleBlockDiagonal.of(List.of()), "none");
        Refusal.ofNull("right", () -> a.plus(null));
        Refusal.ofNull("right", () -> a.minus(null));
        Refusal.ofNull("term 1", () -> DoubleSum.of(Arrays.asList(a, null)));
        Refusal.ofNull("block 1", () -> DoubleStack.of(Arrays.asList(a, null)));
        Refusal.ofNull("block 1", () -> DoubleBlockDiagonal.of(Arrays.asList(a, null)));
        Refusal.of(() -> DoublePermutation.stride(6, 4), "4", "6");
        Refusal.of(() -> DoublePermutation.bitReversal(6), "6");
    }
}
