package dev.lanewise.maps;

import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.structured.DoubleLinearMap;

// The guide begins here.
final class DoubleDifferenceMapLaws extends DoubleLinearMapLaws {
    @Override
    protected DoubleLinearMap map() {
        return new DoubleDifferenceMap(4);
    }

    @Override
    protected DenseMatrix dense() {
        return DenseMatrix.of(3, 4, Numbers.of(new double[] {
            -1, 1, 0, 0, //
            0, -1, 1, 0, //
            0, 0, -1, 1
        }));
    }
}
