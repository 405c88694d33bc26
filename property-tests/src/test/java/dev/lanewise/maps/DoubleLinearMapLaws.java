package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.LinearOracle;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.structured.DoubleLinearMap;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * The laws of a linear map. A new map joins by a subclass that hands over the map and its matrix written out, and inherits
 * these, which say that it computes the right thing, and those of {@link DoubleLinearMapMemoryLaws}, which say that it
 * does so wherever vectors lie.
 */
abstract class DoubleLinearMapLaws extends DoubleLinearMapMemoryLaws {
    /** The same matrix, written out by other means. */
    protected abstract DenseMatrix dense();

    /** The roundings of the reference are for any input: these have sums that cancel and sums that absorb. */
    private double[] input(long seed, int length) {
        return Inputs.uneven(seed, new double[length]);
    }

    private String context(long seed) {
        return map().name() + ", " + map().rows() + " x " + map().cols() + ", seed " + seed;
    }

    @Test
    void theShapeIsThatOfItsMatrix() {
        assertEquals(dense().rows(), map().rows());
        assertEquals(dense().cols(), map().cols());
    }

    @Test
    void writtenOutItIsItsMatrixWithinTheBound() {
        LinearOracle.assertDense(dense(), Numbers.of(map().toDense()), "toDense");
        LinearOracle.assertDense(
                dense().transposed(), Numbers.of(map().transposed().toDense()), "transposed, toDense");
    }

    @Test
    void applyIsTheMatrixTimesTheVectorWithinTheBound() {
        for (long seed = 0; seed < SEEDS; seed++) {
            double[] x = input(seed, map().cols());
            LinearOracle.assertApplied(dense(), Numbers.of(x), Numbers.of(map().apply(x)), context(seed));
        }
    }

    @Test
    void applyTransposedIsTheTransposeTimesTheVectorWithinTheBound() {
        for (long seed = 0; seed < SEEDS; seed++) {
            double[] x = input(seed, map().rows());
            LinearOracle.assertApplied(
                    dense().transposed(), Numbers.of(x), Numbers.of(map().applyTransposed(x)), context(seed));
        }
    }

    @Test
    void theMapOfACombinationIsTheCombinationOfTheMaps() {
        for (long seed = 0; seed < SEEDS; seed++) {
            double[] x = input(seed, map().cols());
            double[] z = input(~seed, map().cols());
            double[] combined = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                combined[i] = x[i] - 3 * z[i];
            }
            LinearOracle.assertLinear(
                    dense(),
                    Numbers.of(x),
                    Numbers.of(z),
                    Numbers.of(map().apply(x)),
                    Numbers.of(map().apply(z)),
                    Numbers.of(map().apply(combined)),
                    context(seed));
        }
    }

    @Test
    void powersOfTwoAndMinusOnePassThroughExactly() {
        for (long seed = 0; seed < SEEDS; seed++) {
            double[] x = input(seed, map().cols());
            double[] multiple = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                multiple[i] = -4 * x[i];
            }
            double[] y = map().apply(x);
            double[] z = map().apply(multiple);
            for (int i = 0; i < y.length; i++) {
                assertTrue(z[i] == -4 * y[i], context(seed) + ", element " + i);
            }
        }
    }

    @Test
    void zeroGoesToZero() {
        for (double y : map().apply(new double[map().cols()])) {
            assertTrue(y == 0);
        }
    }

    @Test
    void applyTransposedIsTheAdjoint() {
        for (long seed = 0; seed < SEEDS; seed++) {
            double[] x = input(seed, map().cols());
            double[] z = input(~seed, map().rows());
            LinearOracle.assertAdjoint(
                    dense(),
                    Numbers.of(x),
                    Numbers.of(z),
                    Numbers.of(map().apply(x)),
                    Numbers.of(map().applyTransposed(z)),
                    context(seed));
        }
    }

    @Test
    void theTransposeAppliesAsTheMapTransposedWithinTheBound() {
        for (long seed = 0; seed < SEEDS; seed++) {
            double[] x = input(seed, map().rows());
            LinearOracle.assertApplied(
                    dense().transposed(),
                    Numbers.of(x),
                    Numbers.of(map().transposed().apply(x)),
                    context(seed));
            double[] z = input(seed, map().cols());
            LinearOracle.assertApplied(
                    dense(), Numbers.of(z), Numbers.of(map().transposed().applyTransposed(z)), context(seed));
        }
    }

    @Test
    void transposedTwiceItIsTheMapAgainToTheLastBit() {
        DoubleLinearMap twice = map().transposed().transposed();
        assertEquals(map().rows(), twice.rows());
        for (long seed = 0; seed < SEEDS; seed++) {
            double[] x = input(seed, map().cols());
            Bits.assertSame(map().apply(x), twice.apply(x), context(seed));
        }
    }

    @Test
    void aProductWithAnotherMapIsTheProductOfTheMatrices() {
        int rows = map().rows();
        int cols = map().cols();
        double[] leftEntries = Inputs.gaussian(1, new double[3 * rows]);
        double[] rightEntries = Inputs.gaussian(2, new double[cols * 2]);
        DoubleLinearMap left = new DoubleDenseMap(3, rows, leftEntries);
        DoubleLinearMap right = new DoubleDenseMap(cols, 2, rightEntries);
        DenseMatrix denseLeft = DenseMatrix.of(3, rows, Numbers.of(leftEntries));
        DenseMatrix denseRight = DenseMatrix.of(cols, 2, Numbers.of(rightEntries));
        for (long seed = 0; seed < SEEDS; seed++) {
            double[] x = input(seed, cols);
            double[] three = input(seed, 3);
            double[] two = input(seed, 2);
            DoubleLinearMap before = left.times(map());
            LinearOracle.assertApplied(
                    denseLeft.times(dense()), Numbers.of(x), Numbers.of(before.apply(x)), context(seed));
            LinearOracle.assertApplied(
                    denseLeft.times(dense()).transposed(),
                    Numbers.of(three),
                    Numbers.of(before.applyTransposed(three)),
                    context(seed));
            DoubleLinearMap both = before.times(right);
            LinearOracle.assertApplied(
                    denseLeft.times(dense()).times(denseRight),
                    Numbers.of(two),
                    Numbers.of(both.apply(two)),
                    context(seed));
            Bits.assertSame(left.apply(map().apply(right.apply(two))), both.apply(two), "one after the other");
        }
    }

    @Test
    void aProductWithItsTransposeIsSymmetric() {
        DoubleLinearMap gram = map().transposed().times(map());
        assertEquals(map().cols(), gram.rows());
        assertEquals(map().cols(), gram.cols());
        for (long seed = 0; seed < SEEDS; seed++) {
            double[] x = input(seed, map().cols());
            LinearOracle.assertApplied(
                    dense().transposed().times(dense()), Numbers.of(x), Numbers.of(gram.apply(x)), context(seed));
        }
    }

    @Test
    void itsDescriptionSaysShapeAndOperations() {
        String first = map().describe().lines().findFirst().orElse("");
        String shape = map().rows() + " x " + map().cols();
        String operations = String.format(Locale.ROOT, "%,d operations", map().operations());
        assertTrue(first.contains(shape) && first.contains(operations) && first.contains(map().name()), first);
        assertEquals(map().describe(), map().toString());
        for (var part : map().parts()) {
            assertTrue(map().describe().contains(part.name()), map().describe());
        }
    }
}
