package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.LinearOracle;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.structured.DoubleLinearMap;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The laws of a linear map. A new map joins by a subclass that hands over the map and its matrix written out, and inherits
 * these, which say that it computes the right thing, and those of {@link DoubleLinearMapMemoryLaws}, which say that it
 * does so wherever vectors lie. A failure names the seed of the inputs.
 */
abstract class DoubleLinearMapLaws extends DoubleLinearMapMemoryLaws {
    /** Every try has an instance of its own, and a matrix takes longer to write out than a law to try. */
    private static final Map<Class<?>, DenseMatrix> MATRICES = new ConcurrentHashMap<>();

    /** The same matrix, written out by other means; one for each class. */
    protected abstract DenseMatrix dense();

    private DenseMatrix matrix() {
        return MATRICES.computeIfAbsent(getClass(), any -> dense());
    }

    /** The roundings of the reference are for any input: these have sums that cancel and sums that absorb. */
    private static double[] input(long seed, int length) {
        return Inputs.uneven(seed, new double[length]);
    }

    @Example
    void theShapeIsThatOfItsMatrix() {
        assertEquals(matrix().rows(), map().rows());
        assertEquals(matrix().cols(), map().cols());
    }

    @Example
    void writtenOutItIsItsMatrixWithinTheBound() {
        LinearOracle.assertDense(matrix(), Numbers.of(map().toDense()), "toDense");
        LinearOracle.assertDense(
                matrix().transposed(), Numbers.of(map().transposed().toDense()), "transposed, toDense");
    }

    @Property(tries = TRIES)
    void applyIsTheMatrixTimesTheVectorWithinTheBound(@ForAll("seeds") long seed) {
        double[] x = input(seed, map().cols());
        LinearOracle.assertApplied(matrix(), Numbers.of(x), Numbers.of(map().apply(x)), context(seed));
    }

    @Property(tries = TRIES)
    void applyTransposedIsTheTransposeTimesTheVectorWithinTheBound(@ForAll("seeds") long seed) {
        double[] x = input(seed, map().rows());
        LinearOracle.assertApplied(
                matrix().transposed(), Numbers.of(x), Numbers.of(map().applyTransposed(x)), context(seed));
    }

    @Property(tries = TRIES)
    void aBlockIsTheMatrixTimesEachVectorWithinTheBound(@ForAll boolean transposed, @ForAll("seeds") long seed) {
        int inputs = transposed ? map().rows() : map().cols(), outputs = transposed ? map().cols() : map().rows();
        int count = 1 + (int) Math.floorMod(seed, 40L);
        double[] x = input(seed, count * inputs);
        double[] y = new double[count * outputs];
        Layout from = Layout.columns(0, count, count), to = Layout.rows(0, count, Math.max(1, outputs));
        Workspace workspace = new Workspace();
        if (transposed) {
            map().applyTransposed(x, from, y, to, workspace, Parallelism.NONE);
        } else {
            map().apply(x, from, y, to, workspace, Parallelism.NONE);
        }
        DenseMatrix wanted = transposed ? matrix().transposed() : matrix();
        for (int vector : new int[] {0, count / 2, count - 1}) {
            double[] one = new double[inputs];
            for (int i = 0; i < inputs; i++) {
                one[i] = x[i * count + vector];
            }
            double[] image = Arrays.copyOfRange(y, vector * outputs, (vector + 1) * outputs);
            assertApplied(wanted, one, image, context(seed) + ", vector " + vector + " of " + count);
        }
    }

    /** No overflow within where there is none outside, and nothing lost to underflow: one vector or many, either way. */
    @Property(tries = TRIES)
    void hugeAndTinyVectorsAreMappedAsOthersAre(@ForAll boolean transposed, @ForAll("seeds") long seed) {
        int inputs = transposed ? map().rows() : map().cols();
        for (int count : new int[] {1, 7}) {
            double[] x = Inputs.gaussian(seed, new double[count * inputs]), y = images(transposed, count, x);
            for (int exponent : new int[] {Double.MAX_EXPONENT / 4, -Double.MAX_EXPONENT / 4}) {
                double[] scaled = new double[x.length];
                for (int i = 0; i < x.length; i++) {
                    scaled[i] = Math.scalb(x[i], exponent);
                }
                double[] z = images(transposed, count, scaled);
                for (int i = 0; i < y.length; i++) {
                    assertTrue(
                            z[i] == Math.scalb(y[i], exponent),
                            context(seed) + (transposed ? ", transposed" : "") + ", times 2^" + exponent + ", element "
                                    + i + " of " + count + " vectors: " + z[i] + " and " + y[i]);
                }
            }
        }
    }

    /** Of vectors side by side. */
    private double[] images(boolean transposed, int count, double[] x) {
        if (count == 1) {
            return transposed ? map().applyTransposed(x) : map().apply(x);
        }
        double[] y = new double[count * (transposed ? map().cols() : map().rows())];
        Layout layout = Layout.columns(0, count, count);
        if (transposed) {
            map().applyTransposed(x, layout, y, layout, new Workspace(), Parallelism.NONE);
        } else {
            map().apply(x, layout, y, layout, new Workspace(), Parallelism.NONE);
        }
        return y;
    }

    @Property(tries = TRIES)
    void theMapOfACombinationIsTheCombinationOfTheMaps(@ForAll("seeds") long seed) {
        double[] x = input(seed, map().cols());
        double[] z = input(~seed, map().cols());
        double[] combined = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            combined[i] = x[i] - 3 * z[i];
        }
        LinearOracle.assertLinear(
                matrix(),
                Numbers.of(x),
                Numbers.of(z),
                Numbers.of(map().apply(x)),
                Numbers.of(map().apply(z)),
                Numbers.of(map().apply(combined)),
                context(seed));
    }

    @Property(tries = TRIES)
    void powersOfTwoAndMinusOnePassThroughExactly(@ForAll("seeds") long seed) {
        double[] x = input(seed, map().cols());
        double[] multiple = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            multiple[i] = -4 * x[i];
        }
        double[] y = map().apply(x);
        double[] z = map().apply(multiple);
        for (int i = 0; i < y.length; i++) {
            assertTrue(z[i] == -4 * y[i], context(seed) + ", element " + i + ": " + z[i] + " and " + y[i]);
        }
    }

    @Example
    void zeroGoesToZero() {
        for (double y : map().apply(new double[map().cols()])) {
            assertTrue(y == 0, map().name() + ": " + y);
        }
        for (double y : map().applyTransposed(new double[map().rows()])) {
            assertTrue(y == 0, map().name() + ", transposed: " + y);
        }
    }

    @Property(tries = TRIES)
    void applyTransposedIsTheAdjoint(@ForAll("seeds") long seed) {
        double[] x = input(seed, map().cols());
        double[] z = input(~seed, map().rows());
        LinearOracle.assertAdjoint(
                matrix(),
                Numbers.of(x),
                Numbers.of(z),
                Numbers.of(map().apply(x)),
                Numbers.of(map().applyTransposed(z)),
                context(seed));
    }

    @Property(tries = TRIES)
    void theTransposeAppliesAsTheMapTransposedWithinTheBound(@ForAll("seeds") long seed) {
        DoubleLinearMap transposed = map().transposed();
        double[] x = input(seed, map().rows());
        LinearOracle.assertApplied(
                matrix().transposed(), Numbers.of(x), Numbers.of(transposed.apply(x)), context(seed));
        double[] z = input(seed, map().cols());
        LinearOracle.assertApplied(
                matrix(), Numbers.of(z), Numbers.of(transposed.applyTransposed(z)), context(seed) + ", back");
    }

    @Property(tries = TRIES)
    void transposedTwiceItIsTheMapAgainToTheLastBit(@ForAll("seeds") long seed) {
        DoubleLinearMap twice = map().transposed().transposed();
        assertEquals(map().rows(), twice.rows());
        assertEquals(map().cols(), twice.cols());
        double[] x = input(seed, map().cols());
        Bits.assertSame(map().apply(x), twice.apply(x), context(seed));
        double[] z = input(seed, map().rows());
        Bits.assertSame(map().applyTransposed(z), twice.applyTransposed(z), context(seed) + ", transposed");
    }

    @Property(tries = TRIES)
    void aProductWithAnotherMapIsTheProductOfTheMatrices(@ForAll("seeds") long seed) {
        int rows = map().rows();
        int cols = map().cols();
        double[] leftEntries = Inputs.gaussian(seed, new double[3 * rows]);
        double[] rightEntries = Inputs.gaussian(~seed, new double[cols * 2]);
        DoubleLinearMap left = new DoublePlainMap(3, rows, leftEntries);
        DoubleLinearMap right = new DoublePlainMap(cols, 2, rightEntries);
        DoubleLinearMap before = left.times(map());
        DoubleLinearMap both = before.times(right);
        DenseMatrix denseBefore =
                DenseMatrix.of(3, rows, Numbers.of(leftEntries)).times(matrix());
        DenseMatrix denseBoth = denseBefore.times(DenseMatrix.of(cols, 2, Numbers.of(rightEntries)));
        double[] x = input(seed, cols);
        double[] three = input(seed, 3);
        double[] two = input(seed, 2);
        assertApplied(denseBefore, x, before.apply(x), context(seed) + ", left");
        assertApplied(
                denseBefore.transposed(), three, before.applyTransposed(three), context(seed) + ", left, transposed");
        assertApplied(denseBoth, two, both.apply(two), context(seed) + ", both");
        assertApplied(denseBoth.transposed(), three, both.applyTransposed(three), context(seed) + ", both, transposed");
        if (isSimplifiedInProducts()) {
            return;
        }
        Bits.assertSame(
                left.apply(map().apply(right.apply(two))), both.apply(two), context(seed) + ", one after the other");
        Bits.assertSame(
                right.applyTransposed(map().applyTransposed(left.applyTransposed(three))),
                both.applyTransposed(three),
                context(seed) + ", one after the other, transposed");
    }

    /** Whether a product does not take the map as a factor as it is. */
    protected boolean isSimplifiedInProducts() {
        return false;
    }

    private static void assertApplied(DenseMatrix matrix, double[] x, double[] y, String context) {
        LinearOracle.assertApplied(matrix, Numbers.of(x), Numbers.of(y), context);
    }

    @Property(tries = TRIES)
    void aProductWithItsTransposeIsSymmetric(@ForAll("seeds") long seed) {
        DoubleLinearMap gram = map().transposed().times(map());
        assertEquals(map().cols(), gram.rows());
        assertEquals(map().cols(), gram.cols());
        DenseMatrix dense = matrix().transposed().times(matrix());
        double[] x = input(seed, map().cols());
        assertApplied(dense, x, gram.apply(x), context(seed));
        assertApplied(dense, x, gram.applyTransposed(x), context(seed) + ", transposed");
    }

    /** Of its matrix, within its bounds. */
    @Example
    void whatItSaysOfItselfHolds() {
        KnownProperties.assertHold(map(), matrix(), Numbers.of(map().toDense()).precision());
    }

    @Example
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
