package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.SingularMatrixException;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.oracle.FourierMatrix;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.structured.DoubleCirculantMap;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.MapProperty;
import net.jqwik.api.Example;

/** Inverses and determinants of circulant matrices, by their eigenvalues. */
final class DoubleCirculantInverseLaws {
    /** Others of a row add up to half of the first: eigenvalues lie between 1/2 and 3/2 of it, the condition is 3 at most. */
    private static double[] dominant(int n, int exponent) {
        double[] column = Inputs.gaussian(n, new double[n]);
        column[0] = 0;
        for (int i = 1; i < n; i++) {
            column[0] += 2 * Math.abs(column[i]);
        }
        column[0] = n == 1 ? -3 : column[0];
        for (int i = 0; i < n; i++) {
            column[i] = Math.scalb(column[i], exponent);
        }
        return column;
    }

    /** By direct sums, by transforms and by longer ones. */
    @Example
    void theySolveWithinTheBoundOfTheirCondition() {
        for (int n : new int[] {1, 2, 7, 12, 128, 167}) {
            for (int exponent : new int[] {0, -90, 90}) {
                double[] column = dominant(n, exponent), x = Inputs.gaussian(~n, new double[n]);
                DoubleLinearMap map = DoubleCirculantMap.of(column), inverse = map.inverse();
                DenseMatrix matrix = FourierMatrix.circulant(Numbers.of(column));
                ToeplitzCheck.assertCirculantInverse(matrix, Numbers.of(x), Numbers.of(inverse.apply(x)), 3);
                ToeplitzCheck.assertCirculantInverse(
                        matrix.transposed(), Numbers.of(x), Numbers.of(inverse.applyTransposed(x)), 3);
                ToeplitzCheck.assertCirculantInverse(
                        matrix.transposed(),
                        Numbers.of(x),
                        Numbers.of(map.transposed().inverse().apply(x)),
                        3);
                assertSame(map, inverse.inverse());
            }
        }
    }

    @Example
    void theInverseOfAShiftShiftsBack() {
        DoubleLinearMap shift = DoubleCirculantMap.of(new double[] {0, 4});
        Bits.assertSame(new double[] {1, 0.5}, shift.inverse().apply(new double[] {2, 4}), "of two");
    }

    @Example
    void symmetricOnesHaveSymmetricInverses() {
        DoubleCirculantMap map = DoubleCirculantMap.of(new double[] {5, 1, -2, -2, 1});
        assertTrue(map.is(MapProperty.SYMMETRIC));
        assertSame(map, map.transposed());
        assertTrue(map.inverse().is(MapProperty.SYMMETRIC));
        assertTrue(!DoubleCirculantMap.of(new double[] {5, 1, 2}).is(MapProperty.SYMMETRIC));
    }

    @Example
    void theDeterminantIsTheProductOfTheEigenvalues() {
        assertDeterminant(-3, new double[] {1, 2});
        assertDeterminant(1 + 8 + 27 - 18, new double[] {1, 2, 3});
        assertDeterminant(-5 * 17, new double[] {1, -1, -3, -2}); // -5, 4 - i, 1 and 4 + i
    }

    private static void assertDeterminant(double wanted, double[] column) {
        DoubleCirculantMap map = DoubleCirculantMap.of(column);
        assertEquals(Math.signum(wanted), map.determinant().sign());
        ToeplitzCheck.assertLogarithm(
                Math.log(Math.abs(wanted)), map.determinant().logarithm(), column.length, Numbers.of(column));
    }

    @Example
    void aZeroEigenvalueIsNamed() {
        assertSingular(0, new double[] {0, 0, 0});
        assertSingular(0, new double[] {1, -1});
        assertSingular(1, new double[] {1, 1});
        assertSingular(2, new double[] {3, 2, 1, 2});
        assertSingular(0, new double[] {0.1, 0.2, -0.3, 0.1, -0.1});
        assertEquals(
                0, DoubleCirculantMap.of(new double[] {1, -1}).determinant().sign());
    }

    private static void assertSingular(int index, double[] column) {
        DoubleCirculantMap map = DoubleCirculantMap.of(column);
        SingularMatrixException refused = assertThrows(SingularMatrixException.class, map::inverse);
        assertEquals(index, refused.index());
        assertTrue(refused.getMessage().contains("eigenvalue " + index), refused.getMessage());
    }
}
