package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.ToeplitzMatrix;
import dev.lanewise.structured.DoubleHankelMap;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.MapProperty;
import net.jqwik.api.Example;
import net.jqwik.api.Group;

final class DoubleHankelMapLaws {
    private abstract static class Hankel extends DoubleLinearMapLaws {
        private final int rows;
        private final double[] coefficients;

        Hankel(int rows, int cols) {
            this.rows = rows;
            coefficients = Inputs.gaussian(rows, new double[rows + cols - 1]);
        }

        @Override
        protected DoubleLinearMap map() {
            return DoubleHankelMap.of(rows, coefficients);
        }

        @Override
        protected DenseMatrix dense() {
            return ToeplitzMatrix.hankel(rows, Numbers.of(coefficients));
        }
    }

    @Group
    final class WideByDirectSums extends Hankel {
        WideByDirectSums() {
            super(3, 8);
        }
    }

    @Group
    final class SquareByDirectSums extends Hankel {
        SquareByDirectSums() {
            super(6, 6);
        }
    }

    @Group
    final class TallByTransforms extends Hankel {
        TallByTransforms() {
            super(150, 2);
        }
    }

    @Example
    void coefficientsStandWhereTheyBelong() {
        double[] h = {1, 2, 3, 4};
        DoubleHankelMap map = DoubleHankelMap.of(3, h);
        h[0] = 7;
        map.coefficients()[0] = 7;
        Bits.assertSame(new double[] {1, 2, 2, 3, 3, 4}, map.toDense(), "dense");
        Bits.assertSame(new double[] {1, 2, 3, 2, 3, 4}, map.transposed().toDense(), "transposed");
        assertEquals(4, map.parameters());
        assertEquals("Hankel 3 x 2", map.name());
    }

    @Example
    void squareOnesAreSymmetric() {
        DoubleLinearMap map = DoubleHankelMap.of(2, new double[] {1, 2, 3});
        assertTrue(map.is(MapProperty.SYMMETRIC));
        assertSame(map, map.transposed());
        assertTrue(DoubleHankelMap.of(1, new double[] {1, 2, 3}).properties().isEmpty());
    }

    @Example
    void coefficientsThatMakeNoMatrixAreRefused() {
        Refusal.of(() -> DoubleHankelMap.of(0, new double[1]), "rows", "0");
        Refusal.of(() -> DoubleHankelMap.of(3, new double[2]), "coefficients", "2", "3");
        Refusal.of(() -> DoubleHankelMap.of(1, new double[] {1, Double.NaN}), "coefficients[1]", "NaN");
        Refusal.ofNull("coefficients", () -> DoubleHankelMap.of(1, null));
    }
}
