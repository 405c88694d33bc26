package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.engine.fourier.CircularConvolutionSchedule;
import dev.lanewise.engine.fourier.DoubleCircularConvolutionPlan;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.oracle.FourierMatrix;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.structured.DoubleCirculantMap;
import dev.lanewise.structured.DoubleLinearMap;
import net.jqwik.api.Example;
import net.jqwik.api.Group;

final class DoubleCirculantMapLaws {
    /** Lengths for direct sums, for transforms of the same length and for longer ones. */
    private static final int DIRECT = 7;

    private static final int TRANSFORM = 128;
    private static final int PADDED = 167;

    private abstract static class Circulant extends DoubleLinearMapLaws {
        private final double[] column;

        Circulant(int n) {
            column = Inputs.gaussian(n, new double[n]);
        }

        @Override
        protected DoubleLinearMap map() {
            return DoubleCirculantMap.of(column);
        }

        @Override
        protected DenseMatrix dense() {
            return FourierMatrix.circulant(Numbers.of(column));
        }
    }

    @Group
    final class OfOneNumber extends Circulant {
        OfOneNumber() {
            super(1);
        }
    }

    @Group
    final class OfTwoNumbers extends Circulant {
        OfTwoNumbers() {
            super(2);
        }
    }

    @Group
    final class ByDirectSums extends Circulant {
        ByDirectSums() {
            super(DIRECT);
        }
    }

    @Group
    final class ByTransforms extends Circulant {
        ByTransforms() {
            super(TRANSFORM);
        }
    }

    @Group
    final class ByLongerTransforms extends Circulant {
        ByLongerTransforms() {
            super(PADDED);
        }
    }

    private abstract static class TransposedCirculant extends Circulant {
        TransposedCirculant(int n) {
            super(n);
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

    @Group
    final class TransposedByDirectSums extends TransposedCirculant {
        TransposedByDirectSums() {
            super(DIRECT);
        }
    }

    @Group
    final class TransposedByTransforms extends TransposedCirculant {
        TransposedByTransforms() {
            super(TRANSFORM);
        }
    }

    @Example
    void theseLengthsGoEveryWay() {
        assertEquals(
                CircularConvolutionSchedule.Method.DIRECT,
                CircularConvolutionSchedule.of(DIRECT).method());
        assertEquals(
                CircularConvolutionSchedule.Method.TRANSFORM,
                CircularConvolutionSchedule.of(TRANSFORM).method());
        assertEquals(
                CircularConvolutionSchedule.Method.PADDED,
                CircularConvolutionSchedule.of(PADDED).method());
    }

    /** The rows of a cyclic shift: by one place down, and by one place up when transposed. */
    @Example
    void theColumnOfASecondOneShiftsDown() {
        double[] column = {0, 1, 0, 0};
        double[] x = {1, 2, 3, 4};
        Bits.assertSame(new double[] {4, 1, 2, 3}, DoubleCirculantMap.of(column).apply(x), "shift");
        Bits.assertSame(new double[] {2, 3, 4, 1}, DoubleCirculantMap.of(column).applyTransposed(x), "shift back");
    }

    @Example
    void theColumnIsCopied() {
        double[] column = {1, 2, 3};
        DoubleLinearMap map = DoubleCirculantMap.of(column);
        double[] wanted = map.toDense();
        column[1] = 7;
        Bits.assertSame(wanted, map.toDense(), "dense");
    }

    @Example
    void itCostsWhatItsScheduleSays() {
        assertEquals(
                2L * DIRECT * DIRECT, DoubleCirculantMap.of(new double[DIRECT]).operations());
        for (int n : new int[] {TRANSFORM, PADDED}) {
            assertEquals(
                    DoubleCircularConvolutionPlan.of(new double[n]).schedule().operations(),
                    DoubleCirculantMap.of(new double[n]).operations(),
                    0.5);
        }
        assertEquals("circulant 7", DoubleCirculantMap.of(new double[7]).name());
    }

    @Example
    void columnsThatNoPlanTakesAreRefused() {
        Refusal.of(() -> DoubleCirculantMap.of(new double[0]), "got 0");
        Refusal.of(() -> DoubleCirculantMap.of(new double[] {1, Double.NaN}), "NaN", "finite");
        Refusal.of(() -> DoubleCirculantMap.of(new double[] {Double.POSITIVE_INFINITY}), "Infinity", "finite");
    }
}
