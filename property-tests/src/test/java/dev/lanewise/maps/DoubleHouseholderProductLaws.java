package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.ReflectionMatrix;
import dev.lanewise.structured.DoubleHouseholderProduct;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.MapProperty;
import net.jqwik.api.Example;
import net.jqwik.api.Group;

final class DoubleHouseholderProductLaws {
    private abstract static class Reflections extends DoubleLinearMapLaws {
        private final int n;
        private final int count;
        private final double[] vectors;

        Reflections(int n, int count) {
            this.n = n;
            this.count = count;
            vectors = Inputs.gaussian(n, new double[n * count]);
        }

        @Override
        protected DoubleLinearMap map() {
            return DoubleHouseholderProduct.of(n, count, vectors);
        }

        @Override
        protected DenseMatrix dense() {
            return ReflectionMatrix.reflections(n, count, Numbers.of(vectors), DoubleHouseholderProduct.WIDTH);
        }
    }

    @Group
    final class OfOneNumber extends Reflections {
        OfOneNumber() {
            super(1, 1);
        }
    }

    @Group
    final class InOnePanel extends Reflections {
        InOnePanel() {
            super(7, 3);
        }
    }

    /** More than the order, in two panels. */
    @Group
    final class InTwoPanels extends Reflections {
        InTwoPanels() {
            super(12, DoubleHouseholderProduct.WIDTH + 2);
        }
    }

    @Group
    final class InReverse extends Reflections {
        InReverse() {
            super(9, 4);
        }

        @Override
        protected DoubleLinearMap map() {
            return super.map().transposed();
        }

        @Override
        protected DenseMatrix dense() {
            return super.dense().transposed();
        }
    }

    /** {@code v} doubled or halved reflects as before, whatever its length: here the squares over- and underflow. */
    @Example
    void theLengthOfAVectorDoesNotMatter() {
        int n = 5;
        double[] plain = Inputs.gaussian(1, new double[2 * n]),
                scaled = plain.clone(),
                x = Inputs.gaussian(2, new double[n]);
        for (int i = 0; i < n; i++) {
            scaled[i] = Math.scalb(plain[i], Double.MAX_EXPONENT - 4);
            scaled[n + i] = Math.scalb(plain[n + i], Double.MIN_EXPONENT + 4);
        }
        for (int i = n; i < 2 * n; i++) {
            plain[i] = Math.scalb(scaled[i], -(Double.MIN_EXPONENT + 4)); // what is left of it
        }
        Bits.assertSame(
                DoubleHouseholderProduct.of(n, 2, plain).apply(x),
                DoubleHouseholderProduct.of(n, 2, scaled).apply(x),
                "scaled");
    }

    @Example
    void theLastReflectionComesFirst() {
        double[] vectors = {1, 0, 0, 1, -1, 0};
        DoubleLinearMap map = DoubleHouseholderProduct.of(3, 2, vectors);
        vectors[0] = 0;
        Bits.assertSame(new double[] {-3, 2, 5}, map.apply(new double[] {2, 3, 5}), "swap, then turn the first");
        Bits.assertSame(new double[] {3, -2, 5}, map.applyTransposed(new double[] {2, 3, 5}), "turn, then swap");
    }

    @Example
    void theyAreOrthogonalToRounding() {
        int n = 100, count = 70;
        double[] vectors = Inputs.gaussian(1, new double[n * count]), x = Inputs.gaussian(2, new double[n]);
        // Some that are all but the same, so that the triangles have large elements.
        for (int i = 1; i < 10; i++) {
            for (int j = 0; j < n; j++) {
                vectors[i * n + j] = vectors[j] + (j == i ? 1e-3 : 0);
            }
        }
        DoubleHouseholderProduct map = DoubleHouseholderProduct.of(n, count, vectors);
        assertTrue(map.is(MapProperty.ORTHOGONAL));
        assertSame(map.transposed(), map.inverse());
        double[] y = map.apply(x);
        // What 70 reflections one by one would be allowed: each some 4 n roundings.
        OrthogonalCheck.assertThereAndBack(
                Numbers.of(x), Numbers.of(y), Numbers.of(map.inverse().apply(y)), 4 * n * count, "reflections");
    }

    @Example
    void whatIsKnownOfThem() {
        double[] vectors = Inputs.gaussian(1, new double[40 * 33]);
        DoubleHouseholderProduct map = DoubleHouseholderProduct.of(40, 33, vectors);
        assertEquals(33, map.count());
        assertEquals(4L * 40 * 33 + 32 * 32 + 1, map.operations());
        assertEquals(40L * 33 + 32 * 33 / 2 + 1, map.parameters());
        assertEquals(-1, map.determinant().value());
        assertEquals("product of 33 reflections", map.name());
        assertEquals("reversed product of 33 reflections", map.transposed().name());
        DoubleHouseholderProduct none = DoubleHouseholderProduct.of(3, 0, new double[0]);
        assertEquals(1, none.determinant().value());
        Bits.assertSame(new double[] {1, 2, 3}, none.apply(new double[] {1, 2, 3}), "none");
    }

    @Example
    void vectorsThatReflectNothingAreRefused() {
        Refusal.of(() -> DoubleHouseholderProduct.of(0, 0, new double[0]), "n, count", "0");
        Refusal.of(() -> DoubleHouseholderProduct.of(2, -1, new double[0]), "n, count", "-1");
        Refusal.of(() -> DoubleHouseholderProduct.of(2, 2, new double[3]), "vectors", "3", "4");
        Refusal.of(() -> DoubleHouseholderProduct.of(2, 2, new double[] {1, 2, 0, -0.0}), "vector 1", "zero");
        Refusal.of(() -> DoubleHouseholderProduct.of(2, 1, new double[] {1, Double.NaN}), "vector 0", "NaN");
        Refusal.ofNull("vectors", () -> DoubleHouseholderProduct.of(2, 1, null));
    }
}
