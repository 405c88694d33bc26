package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.SingularMatrixException;
import dev.lanewise.engine.butterfly.ButterflyPattern;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.ButterflyMatrix;
import dev.lanewise.oracle.ComplexNumbers;
import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Precision;
import dev.lanewise.oracle.UnitRoots;
import dev.lanewise.structured.DoubleComplexButterfly;
import dev.lanewise.structured.DoubleLinearMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.Group;

final class DoubleComplexButterflyLaws {
    /** Gaussian values; of factors with an odd number those of one group, if groups may share. */
    private static double[][] values(int seed, List<ButterflyPattern> patterns, boolean isShared) {
        double[][] values = new double[patterns.size()][];
        for (int l = 0; l < values.length; l++) {
            ButterflyPattern pattern = patterns.get(l);
            values[l] = new double[isShared && l % 2 == 1 ? pattern.entriesOfGroup() : pattern.entries()];
            Inputs.gaussian(seed + l, values[l]);
        }
        return values;
    }

    private static DenseMatrix matrix(List<ButterflyPattern> patterns, double[][] re, double[][] im) {
        List<DenseMatrix> factors = new ArrayList<>();
        for (int l = 0; l < re.length; l++) {
            factors.add(ButterflyMatrix.factor(patterns.get(l), Numbers.of(re[l]), Numbers.of(im[l])));
        }
        return ButterflyMatrix.product(factors);
    }

    private abstract static class Butterfly extends DoubleLinearMapLaws {
        private final List<ButterflyPattern> patterns;
        private final double[][] re;
        private final double[][] im;

        Butterfly(boolean isShared, List<ButterflyPattern> patterns) {
            this.patterns = patterns;
            re = values(1, patterns, isShared);
            im = values(100, patterns, isShared);
        }

        @Override
        protected DoubleLinearMap map() {
            return DoubleComplexButterfly.of(patterns, re, im);
        }

        @Override
        protected DenseMatrix dense() {
            return matrix(patterns, re, im);
        }
    }

    /** Passes of two factors and of one. */
    @Group
    final class OfRadix2 extends Butterfly {
        OfRadix2() {
            super(false, ButterflyPattern.ofRadices(2, 2, 2));
        }
    }

    @Group
    final class OfSharedGroups extends Butterfly {
        OfSharedGroups() {
            super(true, ButterflyPattern.ofRadices(2, 2, 2, 2));
        }
    }

    @Group
    final class OfMixedRadices extends Butterfly {
        OfMixedRadices() {
            super(true, ButterflyPattern.ofRadices(2, 3, 2));
        }
    }

    @Group
    final class OfOblongBlocks extends Butterfly {
        OfOblongBlocks() {
            super(false, List.of(new ButterflyPattern(1, 3, 2, 3), new ButterflyPattern(2, 3, 5, 1)));
        }
    }

    @Group
    final class OfOneFactor extends Butterfly {
        OfOneFactor() {
            super(false, List.of(new ButterflyPattern(2, 3, 3, 2)));
        }
    }

    /** The blocks {@code [1 w^k; 1 -w^k]}, {@code w = exp(-2 pi i / (2 d))}, of offset k: one group is as another. */
    private static DoubleComplexButterfly fourier(int bits) {
        List<ButterflyPattern> patterns = ButterflyPattern.ofRadices(radices(bits));
        double[][] re = new double[bits][], im = new double[bits][];
        for (int l = 0; l < bits; l++) {
            int d = patterns.get(l).stride();
            re[l] = new double[4 * d];
            im[l] = new double[4 * d];
            ComplexNumbers roots = UnitRoots.wave(2 * d, -1, Precision.DOUBLE);
            double[] cosines = roots.re().toDoubles(), sines = roots.im().toDoubles();
            for (int k = 0; k < d; k++) {
                re[l][4 * k] = re[l][4 * k + 2] = 1;
                re[l][4 * k + 1] = cosines[k];
                im[l][4 * k + 1] = sines[k];
                re[l][4 * k + 3] = -cosines[k];
                im[l][4 * k + 3] = -sines[k];
            }
        }
        return DoubleComplexButterfly.of(patterns, re, im);
    }

    private static int[] radices(int bits) {
        int[] radices = new int[bits];
        Arrays.fill(radices, 2);
        return radices;
    }

    @Example
    void theFourierTransformOfBitReversedInputIsOne() {
        int bits = 4, n = 1 << bits;
        DoubleComplexButterfly map = fourier(bits);
        double[][] re = new double[bits][], im = new double[bits][];
        for (int l = 0; l < bits; l++) {
            re[l] = map.re(l);
            im[l] = map.im(l);
        }
        DenseMatrix product = matrix(map.patterns(), re, im);
        ButterflyFourier.assertIsTransform(bits, product, Numbers.of(map.toDense()));
    }

    /** Of [1 w; 1 -w] it is {@code -2 w}, and that of the real matrix the square of its magnitude. */
    @Example
    void theDeterminantIsThatOfTheRealMatrix() {
        assertEquals(256, fourier(2).determinant().value());
    }

    private static double[][] nearIdentity(int seed, List<ButterflyPattern> patterns, double diagonal) {
        double[][] values = values(seed, patterns, true);
        for (int l = 0; l < values.length; l++) {
            int order = patterns.get(l).blockRows();
            for (int i = 0; i < values[l].length; i++) {
                values[l][i] /= 16 * order;
                values[l][i] += i % (order * order) % (order + 1) == 0 ? diagonal : 0;
            }
        }
        return values;
    }

    /** As of real butterflies, with real blocks of twice the order. */
    @Example
    void theInverseIsThatWithinTheConditionsOfItsBlocks() {
        for (List<ButterflyPattern> patterns :
                List.of(ButterflyPattern.ofRadices(2, 2, 2), ButterflyPattern.ofRadices(3, 2))) {
            double[][] re = nearIdentity(1, patterns, 1), im = nearIdentity(2, patterns, 0);
            DoubleComplexButterfly map = DoubleComplexButterfly.of(patterns, re, im);
            DoubleComplexButterfly inverse = (DoubleComplexButterfly) map.inverse();
            double[][] inverseRe = new double[re.length][], inverseIm = new double[re.length][];
            List<ButterflyPattern> twice = new ArrayList<>();
            for (int l = 0; l < re.length; l++) {
                inverseRe[l] = inverse.re(l);
                inverseIm[l] = inverse.im(l);
                int order = 2 * patterns.get(l).blockRows();
                twice.add(new ButterflyPattern(1, order, order, 1));
            }
            DenseMatrix matrix = matrix(patterns, re, im);
            DenseMatrix product = matrix.times(matrix(inverse.patterns(), inverseRe, inverseIm));
            ButterflyInverse.assertIdentity(product, Numbers.of(re[0]).precision(), twice, map.name());
            double[] x = Inputs.gaussian(1, new double[map.rows()]);
            ButterflyInverse.assertSolved(matrix, twice, Numbers.of(x), Numbers.of(inverse.apply(x)));
        }
    }

    @Example
    void aSingularBlockIsNamed() {
        List<ButterflyPattern> patterns = ButterflyPattern.ofRadices(2, 2);
        // [1 i; i -1] in the last block.
        double[] re = {1, 0, 0, 1, 1, 0, 0, -1},
                im = {0, 0, 0, 0, 0, 1, 1, 0},
                one = {1, 0, 0, 1, 1, 0, 0, 1},
                none = new double[8];
        DoubleComplexButterfly map =
                DoubleComplexButterfly.of(patterns, new double[][] {one, re}, new double[][] {none, im});
        String message =
                assertThrows(SingularMatrixException.class, map::inverse).getMessage();
        assertTrue(message.contains("block 1 of factor 1, of the pattern (2, 2, 2, 1)"), message);
        assertEquals(0, map.determinant().value());
    }

    @Example
    void itCountsItsValuesAndItsSums() {
        List<ButterflyPattern> patterns = ButterflyPattern.ofRadices(2, 2, 2);
        DoubleLinearMap map =
                DoubleComplexButterfly.of(patterns, values(1, patterns, false), values(2, patterns, false));
        assertEquals(3 * 32, map.parameters());
        assertEquals(3 * 8 * 14, map.operations());
        assertEquals("complex butterfly of 3 factors", map.name());
    }

    @Example
    void valuesAreCopied() {
        List<ButterflyPattern> patterns = ButterflyPattern.ofRadices(2, 2);
        double[][] re = values(1, patterns, false), im = values(2, patterns, false);
        DoubleComplexButterfly map = DoubleComplexButterfly.of(patterns, re, im);
        double[] wanted = map.toDense(), first = re[0].clone(), second = im[1].clone();
        re[0][3] = im[1][2] = 7;
        map.re(0)[2] = map.im(1)[0] = 7;
        Bits.assertSame(wanted, map.toDense(), "dense");
        Bits.assertSame(first, map.re(0), "real parts");
        Bits.assertSame(second, map.im(1), "imaginary parts");
        assertEquals(patterns, map.patterns());
    }

    @Example
    void factorsThatAreNoneAreRefused() {
        List<ButterflyPattern> two = ButterflyPattern.ofRadices(2, 2);
        double[] eight = new double[8], four = new double[4];
        double[][] good = {eight, four};
        Refusal.of(() -> DoubleComplexButterfly.of(List.of(), new double[0][], new double[0][]), "factors", "none");
        Refusal.of(() -> DoubleComplexButterfly.of(two, new double[][] {eight}, good), "1", "2");
        Refusal.of(() -> DoubleComplexButterfly.of(two, good, new double[][] {eight, new double[7]}), "factor 1", "7");
        Refusal.of(() -> DoubleComplexButterfly.of(two, good, new double[][] {eight, eight}), "factor 1", "8", "4");
        double[] wrong = {1, 2, 3, Double.NEGATIVE_INFINITY};
        Refusal.of(
                () -> DoubleComplexButterfly.of(two, good, new double[][] {eight, wrong}),
                "value 3 of factor 1",
                "-Infinity",
                "finite");
        Refusal.ofNull("patterns", () -> DoubleComplexButterfly.of(null, good, good));
        Refusal.ofNull("re", () -> DoubleComplexButterfly.of(two, null, good));
        Refusal.ofNull("im", () -> DoubleComplexButterfly.of(two, good, null));
    }
}
