package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.givens.DoubleGivensRotation;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.ReflectionMatrix;
import dev.lanewise.structured.DoubleGivensChain;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.MapProperty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.Group;

final class DoubleGivensChainLaws {
    private abstract static class Chain extends DoubleLinearMapLaws {
        private final int n;
        private final int[] first;
        private final int[] second;
        private final double[] cosines;
        private final double[] sines;

        Chain(int n, int count) {
            this.n = n;
            first = new int[count];
            second = new int[count];
            cosines = new double[count];
            sines = new double[count];
            double[] sides = Inputs.gaussian(n, new double[2 * count]);
            for (int k = 0; k < count; k++) {
                first[k] = 5 * k % n;
                second[k] = (first[k] + 1 + k % (n - 1)) % n;
                DoubleGivensRotation rotation = DoubleGivensRotation.of(sides[2 * k], sides[2 * k + 1]);
                cosines[k] = rotation.c();
                sines[k] = rotation.s();
            }
        }

        @Override
        protected DoubleLinearMap map() {
            return DoubleGivensChain.of(n, first, second, cosines, sines);
        }

        @Override
        protected DenseMatrix dense() {
            return ReflectionMatrix.rotations(n, first, second, Numbers.of(cosines), Numbers.of(sines));
        }
    }

    @Group
    final class OfOneRotation extends Chain {
        OfOneRotation() {
            super(2, 1);
        }
    }

    @Group
    final class OfMany extends Chain {
        OfMany() {
            super(7, 23);
        }
    }

    @Group
    final class InReverse extends Chain {
        InReverse() {
            super(9, 11);
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

    @Example
    void theLastRotationComesFirst() {
        int[] first = {0, 1}, second = {1, 2};
        double[] cosines = {0, 0}, sines = {1, 1}, x = {2, 3, 5};
        DoubleGivensChain map = DoubleGivensChain.of(3, first, second, cosines, sines);
        first[0] = 2;
        second[0] = 0;
        cosines[0] = 1;
        Bits.assertSame(new double[] {5, -2, -3}, map.apply(x), "1 and 2, then 0 and 1");
        Bits.assertSame(new double[] {-3, -5, 2}, map.applyTransposed(x), "back, in reverse");
    }

    @Example
    void anglesAndRotationsMakeTheSameChain() {
        int count = 12;
        int[] first = new int[count], second = new int[count];
        Arrays.fill(second, 1);
        double[] angles = Inputs.gaussian(1, new double[count]), x = {3, 4};
        double[] cosines = new double[count], sines = new double[count];
        List<DoubleGivensRotation> rotations = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            // One rotation alone shows its cosine and sine.
            DoubleLinearMap one = DoubleGivensChain.ofAngles(2, new int[] {0}, new int[] {1}, new double[] {angles[k]});
            cosines[k] = one.apply(new double[] {1, 0})[0];
            sines[k] = one.apply(new double[] {0, 1})[0];
            assertEquals(Math.cos(angles[k]), cosines[k], Math.ulp((double) 1));
            assertEquals(Math.sin(angles[k]), sines[k], Math.ulp((double) 1));
            rotations.add(new DoubleGivensRotation(cosines[k], sines[k], 1));
        }
        double[] wanted = DoubleGivensChain.ofAngles(2, first, second, angles).apply(x);
        Bits.assertSame(
                wanted, DoubleGivensChain.of(2, first, second, rotations).apply(x), "rotations");
        Bits.assertSame(
                wanted, DoubleGivensChain.of(2, first, second, cosines, sines).apply(x), "cosines and sines");
    }

    @Example
    void theyAreOrthogonalToRounding() {
        int n = 50, count = 3 * n;
        int[] first = new int[count], second = new int[count];
        for (int k = 0; k < count; k++) {
            first[k] = k % n;
            second[k] = (k + 7) % n;
        }
        DoubleGivensChain map = DoubleGivensChain.ofAngles(n, first, second, Inputs.gaussian(1, new double[count]));
        assertTrue(map.is(MapProperty.ORTHOGONAL));
        assertSame(map.transposed(), map.inverse());
        assertSame(map, map.inverse().inverse());
        assertEquals(1, map.determinant().value());
        assertEquals(count, map.count());
        assertEquals(6L * count, map.operations());
        assertEquals(4L * count, map.parameters());
        double[] x = Inputs.gaussian(2, new double[n]), y = map.apply(x);
        // Each rotation three roundings, and a cosine and a sine that are off by two more.
        OrthogonalCheck.assertThereAndBack(
                Numbers.of(x), Numbers.of(y), Numbers.of(map.inverse().apply(y)), 5 * count, "rotations");
    }

    @Example
    void noRotationsAreTheIdentity() {
        double[] x = {1, 2};
        Bits.assertSame(
                x, DoubleGivensChain.of(2, new int[0], new int[0], List.of()).apply(x), "none");
    }

    @Example
    void rotationsThatAreNoneAreRefused() {
        int[] zero = {0}, one = {1}, two = {2}, none = {};
        double[] c = {1}, s = {0};
        Refusal.of(() -> DoubleGivensChain.of(2, zero, one, c, c), "rotation 0", "c = 1.0", "s = 1.0", "= 1");
        Refusal.of(() -> DoubleGivensChain.of(2, zero, one, new double[] {Double.NaN}, s), "rotation 0", "NaN");
        Refusal.of(() -> DoubleGivensChain.of(2, zero, two, c, s), "plane of 0 and 2", "0 to 1");
        Refusal.of(() -> DoubleGivensChain.of(2, new int[] {-1}, one, c, s), "plane of -1 and 1");
        Refusal.of(() -> DoubleGivensChain.of(2, one, one, c, s), "plane of 1 and 1");
        Refusal.of(() -> DoubleGivensChain.of(2, none, one, c, s), "0, 1 and 1");
        Refusal.of(() -> DoubleGivensChain.of(2, zero, one, c, new double[2]), "sines", "2", "1");
        Refusal.of(() -> DoubleGivensChain.of(-1, none, none, List.of()), "-1");
        double[] infinite = {Double.POSITIVE_INFINITY};
        Refusal.of(() -> DoubleGivensChain.ofAngles(2, zero, one, infinite), "angles[0]", "Infinity");
        Refusal.ofNull("first", () -> DoubleGivensChain.of(2, null, one, c, s));
        Refusal.ofNull("second", () -> DoubleGivensChain.of(2, zero, null, c, s));
        Refusal.ofNull("cosines", () -> DoubleGivensChain.of(2, zero, one, null, s));
        Refusal.ofNull("sines", () -> DoubleGivensChain.of(2, zero, one, c, null));
        Refusal.ofNull("angles", () -> DoubleGivensChain.ofAngles(2, zero, one, null));
        Refusal.ofNull("rotations", () -> DoubleGivensChain.of(2, zero, one, null));
        Refusal.ofNull(
                "rotation 0", () -> DoubleGivensChain.of(2, zero, one, Arrays.asList(new DoubleGivensRotation[1])));
    }
}
