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
import dev.lanewise.oracle.Seeds;
import dev.lanewise.oracle.ToeplitzMatrix;
import dev.lanewise.structured.DoubleComplexDiagonal;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.MapProperty;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Group;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class DoubleComplexDiagonalLaws implements Seeds {
    private abstract static class Diagonal extends DoubleLinearMapLaws {
        private final double[] re;
        private final double[] im;

        Diagonal(int n) {
            re = Inputs.gaussian(n, new double[n]);
            im = Inputs.gaussian(~n, new double[n]);
        }

        @Override
        protected DoubleLinearMap map() {
            return DoubleComplexDiagonal.of(re, im);
        }

        @Override
        protected DenseMatrix dense() {
            return ToeplitzMatrix.complexDiagonal(Numbers.of(re), Numbers.of(im));
        }
    }

    @Group
    final class OfOneNumber extends Diagonal {
        OfOneNumber() {
            super(1);
        }
    }

    @Group
    final class OfSome extends Diagonal {
        OfSome() {
            super(6);
        }
    }

    @Group
    final class OfNone extends Diagonal {
        OfNone() {
            super(0);
        }
    }

    @Example
    void itMultipliesComplexNumbers() {
        double[] re = {1, 0}, im = {2, -1};
        DoubleComplexDiagonal map = DoubleComplexDiagonal.of(re, im);
        re[0] = 7;
        im[0] = 7;
        map.re()[0] = 7;
        map.im()[0] = 7;
        // (1 + 2i)(3 + 4i) = -5 + 10i, -i (5 + 6i) = 6 - 5i
        double[] x = {3, 5, 4, 6};
        Bits.assertSame(new double[] {-5, 6, 10, -5}, map.apply(x), "product");
        Bits.assertSame(new double[] {11, -6, -2, 5}, map.applyTransposed(x), "conjugate product");
        assertEquals(5, map.determinant().value());
        assertEquals(4, map.parameters());
        assertEquals(12, map.operations());
        assertEquals("complex diagonal 2", map.name());
    }

    /** Parts of all sizes, also such that their squares over- and underflow. */
    @Property(tries = 50)
    void theInverseDivides(@ForAll("seeds") long seed, @ForAll @IntRange(min = -100, max = 100) int exponent) {
        double[] re = Inputs.gaussian(seed, new double[5]), im = Inputs.uneven(~seed, new double[5]);
        double[] x = Inputs.gaussian(seed + 1, new double[10]);
        for (int i = 0; i < re.length; i++) {
            re[i] = Math.scalb(re[i], exponent);
            im[i] = i == 0 ? 0 : Math.scalb(im[i], exponent > 0 ? exponent - 20 : exponent + 20);
        }
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.scalb(x[i], exponent / 2);
        }
        DoubleLinearMap map = DoubleComplexDiagonal.of(re, im);
        double[] y = map.inverse().apply(x);
        ToeplitzCheck.assertComplexQuotients(Numbers.of(re), Numbers.of(im), Numbers.of(x), Numbers.of(y));
        assertSame(map, map.inverse().inverse());
    }

    @Example
    void whatIsKnownFollowsFromTheEntries() {
        double[] positive = {1, 2}, zero = {0, 0}, mixed = {0, 1};
        assertTrue(DoubleComplexDiagonal.of(positive, zero).is(MapProperty.POSITIVE_DEFINITE));
        assertTrue(DoubleComplexDiagonal.of(mixed, zero).is(MapProperty.DIAGONAL));
        assertTrue(DoubleComplexDiagonal.of(mixed, zero).is(MapProperty.SYMMETRIC));
        assertTrue(!DoubleComplexDiagonal.of(mixed, zero).is(MapProperty.INVERTIBLE));
        assertTrue(DoubleComplexDiagonal.of(zero, positive).is(MapProperty.INVERTIBLE));
        assertTrue(!DoubleComplexDiagonal.of(zero, positive).is(MapProperty.SYMMETRIC));
    }

    @Example
    void whatHasNoReciprocalIsNamed() {
        double[] one = {1, 0, 1}, zero = {1, 0, 0}, tiny = {1, 1, Double.MIN_VALUE};
        SingularMatrixException singular =
                assertThrows(SingularMatrixException.class, () -> DoubleComplexDiagonal.of(one, zero)
                        .inverse());
        assertEquals(1, singular.index());
        SingularMatrixException overflow =
                assertThrows(SingularMatrixException.class, () -> DoubleComplexDiagonal.of(tiny, zero)
                        .inverse());
        assertEquals(2, overflow.index());
        assertTrue(overflow.getMessage().contains("overflows"), overflow.getMessage());
        assertEquals(0, DoubleComplexDiagonal.of(one, zero).determinant().sign());
    }

    @Example
    void partsThatAreNoNumbersAreRefused() {
        double[] one = {1}, wrong = {Double.NaN};
        Refusal.of(() -> DoubleComplexDiagonal.of(one, new double[2]), "re, im", "1 and 2");
        Refusal.of(() -> DoubleComplexDiagonal.of(wrong, one), "re[0]", "NaN");
        Refusal.of(() -> DoubleComplexDiagonal.of(one, wrong), "im[0]", "NaN");
        Refusal.ofNull("re", () -> DoubleComplexDiagonal.of(null, one));
        Refusal.ofNull("im", () -> DoubleComplexDiagonal.of(one, null));
    }
}
