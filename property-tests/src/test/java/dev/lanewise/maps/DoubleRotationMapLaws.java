package dev.lanewise.maps;

import dev.lanewise.HadamardRotation;
import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.rotation.RotationDefinition;
import dev.lanewise.structured.DoubleLinearMap;
import net.jqwik.api.Group;

final class DoubleRotationMapLaws {
    private abstract static class Rotation extends DoubleLinearMapLaws {
        private final int dimension;
        private final int blocks;

        Rotation(int dimension, int blocks) {
            this.dimension = dimension;
            this.blocks = blocks;
        }

        @Override
        protected DoubleLinearMap map() {
            return HadamardRotation.of(dimension, blocks, -3).asDoubleMap();
        }

        @Override
        protected DenseMatrix dense() {
            return RotationDefinition.of(dimension, blocks).matrix(-3);
        }
    }

    @Group
    final class OfOneDimension extends Rotation {
        OfOneDimension() {
            super(1, 3);
        }
    }

    @Group
    final class OfThreeDimensions extends Rotation {
        OfThreeDimensions() {
            super(3, 1);
        }
    }

    @Group
    final class OfSixteenDimensions extends Rotation {
        OfSixteenDimensions() {
            super(16, 2);
        }
    }

    @Group
    final class OfTwentyFourDimensions extends Rotation {
        OfTwentyFourDimensions() {
            super(24, 1);
        }
    }

    @Group
    final class OfThirtyOneDimensions extends Rotation {
        OfThirtyOneDimensions() {
            super(31, 2);
        }
    }
}
