package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.SingularMatrixException;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.ToeplitzMatrix;
import dev.lanewise.structured.DoubleComplexCirculant;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.MapProperty;
import net.jqwik.api.Example;
import net.jqwik.api.Group;

final class DoubleComplexCirculantLaws {
    private abstract static class Circulant extends DoubleLinearMapLaws {
        private final double[] re;
        private final double[] im;

        Circulant(int n) {
            re = Inputs.gaussian(n, new double[n]);
            im = Inputs.gaussian(~n, new double[n]);
        }

        @Override
        protected DoubleLinearMap map() {
            return DoubleComplexCirculant.ofColumn(re, im);
        }

        @Override
        protected DenseMatrix dense() {
            return ToeplitzMatrix.complexCirculant(Numbers.of(re), Numbers.of(im));
        }
    }

    @Group
    final class OfOneNumber extends Circulant {
        OfOneNumber() {
            super(1);
        }
    }

    @Group
    final class OfAFastLength extends Circulant {
        OfAFastLength() {
            super(12);
        }
    }

    @Group
    final class OfAPrimeLength extends Circulant {
        OfAPrimeLength() {
            super(11);
        }
    }

    /** Others of a row add up to half of the first in their parts: the condition is 3 at most. */
    @Example
    void inversesSolveWithinTheBoundOfTheirCondition() {
        for (int n : new int[] {1, 2, 9, 64, 37}) {
            double[] re = Inputs.gaussian(n, new double[n]), im = Inputs.gaussian(~n, new double[n]);
            double[] x = Inputs.gaussian(n + 1, new double[2 * n]);
            re[0] = 1;
            im[0] = 0;
            for (int i = 1; i < n; i++) {
                re[0] += 2 * (Math.abs(re[i]) + Math.abs(im[i]));
            }
            DoubleLinearMap map = DoubleComplexCirculant.ofColumn(re, im);
            DenseMatrix matrix = ToeplitzMatrix.complexCirculant(Numbers.of(re), Numbers.of(im));
            ToeplitzCheck.assertComplexCirculantInverse(
                    matrix, Numbers.of(x), Numbers.of(map.inverse().apply(x)), 3);
            ToeplitzCheck.assertComplexCirculantInverse(
                    matrix.transposed(),
                    Numbers.of(x),
                    Numbers.of(map.transposed().inverse().apply(x)),
                    3);
            assertSame(map, map.inverse().inverse());
        }
    }

    @Example
    void eigenvaluesMakeTheSameMatrixAsTheColumn() {
        double[] re = Inputs.gaussian(1, new double[8]), im = Inputs.gaussian(2, new double[8]);
        DoubleComplexCirculant map = DoubleComplexCirculant.ofColumn(re, im);
        DoubleComplexCirculant same = DoubleComplexCirculant.ofEigenvalues(
                map.eigenvalues().re(), map.eigenvalues().im());
        double[] x = Inputs.gaussian(3, new double[16]);
        Bits.assertSame(map.apply(x), same.apply(x), "of eigenvalues");
        assertEquals(map.eigenvalues().determinant(), map.determinant());
        assertEquals(16, map.parameters());
        assertEquals("complex circulant 8", map.name());
    }

    /** {@code i} times a shift by one place. */
    @Example
    void theColumnShiftsDown() {
        DoubleLinearMap map = DoubleComplexCirculant.ofColumn(new double[4], new double[] {0, 1, 0, 0});
        double[] x = {1, 2, 3, 4, 5, 6, 7, 8};
        Bits.assertSame(new double[] {-8, -5, -6, -7, 4, 1, 2, 3}, map.apply(x), "shift");
        assertTrue(map.properties().isEmpty());
        assertTrue(DoubleComplexCirculant.ofEigenvalues(new double[] {1, 2}, new double[2])
                .is(MapProperty.SYMMETRIC));
    }

    @Example
    void aZeroEigenvalueIsNamed() {
        double[] re = {1, 2, 0}, im = {3, 0, 0};
        SingularMatrixException singular =
                assertThrows(SingularMatrixException.class, () -> DoubleComplexCirculant.ofEigenvalues(re, im)
                        .inverse());
        assertEquals(2, singular.index());
        assertTrue(singular.getMessage().contains("eigenvalue 2"), singular.getMessage());
    }

    @Example
    void columnsThatAreNoneAreRefused() {
        double[] one = {1}, wrong = {Double.NaN}, large = {Double.MAX_VALUE, Double.MAX_VALUE};
        Refusal.of(() -> DoubleComplexCirculant.ofColumn(new double[0], new double[0]), "0");
        Refusal.of(() -> DoubleComplexCirculant.ofColumn(one, new double[2]), "re, im", "1 and 2");
        Refusal.of(() -> DoubleComplexCirculant.ofEigenvalues(one, wrong), "im[0]", "NaN");
        Refusal.of(() -> DoubleComplexCirculant.ofColumn(large, new double[2]), "transform", "Infinity");
        Refusal.ofNull("re", () -> DoubleComplexCirculant.ofColumn(null, one));
        Refusal.ofNull("im", () -> DoubleComplexCirculant.ofEigenvalues(one, null));
    }
}
