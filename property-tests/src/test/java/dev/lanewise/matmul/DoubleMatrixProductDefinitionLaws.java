package dev.lanewise.matmul;

import static dev.lanewise.matmul.DoubleProductDefinition.STEP;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.matmul.DoubleMatrixProduct;
import dev.lanewise.matmul.DoubleProductDefinition.Operands;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.ProductOracle;
import dev.lanewise.oracle.Seeds;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** Every element is the sums that are documented, to the bit, whatever the shape and the places; and so within its bound. */
final class DoubleMatrixProductDefinitionLaws implements Seeds {
    private static final double[] FACTORS = {1, 0, -1, 2.5, -0.3};

    /** Dirty from one try to the next. */
    private final Workspace workspace = new Workspace();

    @Provide
    Arbitrary<Integer> lengths() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.integers().between(0, 40)),
                Tuple.of(2, Arbitraries.integers().between(41, 150)));
    }

    @Provide
    Arbitrary<Integer> depths() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.integers().between(0, 40)),
                Tuple.of(1, Arbitraries.of(191, 192, 193, 384, 400)));
    }

    /** A matrix in a larger array of guards: with gaps behind rows, somewhere, maybe by columns. */
    private static MatrixLayout place(int rows, int columns, int choice) {
        int gap = choice % 3, offset = choice / 3 % 5;
        boolean transposed = choice / 15 % 2 == 1;
        int across = transposed ? rows : columns, down = transposed ? columns : rows;
        MatrixLayout lines = MatrixLayout.rowMajor(offset, down, across, Math.max(1, across + gap));
        return transposed ? lines.transposed() : lines;
    }

    private static double[] fill(MatrixLayout layout, double[] values) {
        double[] array = Bits.guard(new double[(int) layout.end() + 3]);
        for (int i = 0, next = 0; i < layout.rows(); i++) {
            for (int j = 0; j < layout.columns(); j++) {
                array[layout.index(i, j)] = values[next++];
            }
        }
        return array;
    }

    private void assertDefined(Operands product, Parallelism parallelism, String context) {
        double[] c = product.c().clone(),
                a = product.a().clone(),
                b = product.b().clone();
        DoubleMatrixProduct.multiply(
                product.alpha(),
                a,
                product.aLayout(),
                b,
                product.bLayout(),
                product.beta(),
                c,
                product.cLayout(),
                workspace,
                parallelism);
        Bits.assertSame(DoubleProductDefinition.result(product), c, context);
        Bits.assertSame(product.a(), a, context + ", A");
        Bits.assertSame(product.b(), b, context + ", B");
    }

    @Property(tries = 400)
    void anyShapeAnywhereIsTheDocumentedSumsToTheBit(
            @ForAll("lengths") int m,
            @ForAll("lengths") int n,
            @ForAll("depths") int k,
            @ForAll("seeds") long seed,
            @ForAll @IntRange(max = 26999) int places,
            @ForAll @IntRange(max = 24) int factors,
            @ForAll @IntRange(min = 1, max = 4) int threads) {
        assertDefined(anywhere(m, n, k, seed, places, factors), Parallelism.threads(threads), threads + " threads");
    }

    private static Operands anywhere(int m, int n, int k, long seed, int places, int factors) {
        MatrixLayout a = place(m, k, places % 30), b = place(k, n, places / 30 % 30), c = place(m, n, places / 900);
        return new Operands(
                FACTORS[factors % 5],
                fill(a, Inputs.uneven(seed, new double[m * k])),
                a,
                fill(b, Inputs.uneven(seed + 1, new double[k * n])),
                b,
                FACTORS[factors / 5],
                fill(c, Inputs.uneven(seed + 2, new double[m * n])),
                c);
    }

    /** A row or a column takes ways of its own. */
    @Property(tries = 400)
    void soAreMatricesTimesVectors(
            @ForAll("lengths") int length,
            @ForAll("depths") int k,
            @ForAll boolean column,
            @ForAll("seeds") long seed,
            @ForAll @IntRange(max = 26999) int places,
            @ForAll @IntRange(max = 24) int factors) {
        Operands product = anywhere(column ? length : 1, column ? 1 : length, k, seed, places, factors);
        assertDefined(product, Parallelism.NONE, column ? "a column" : "a row");
    }

    @Property(tries = 100)
    void specialValuesGoThroughAsTheSumsSay(
            @ForAll @IntRange(max = 30) int m,
            @ForAll @IntRange(max = 40) int n,
            @ForAll @IntRange(max = 20) int k,
            @ForAll("seeds") long seed,
            @ForAll @IntRange(max = 24) int factors) {
        MatrixLayout a = MatrixLayout.of(m, k), b = MatrixLayout.of(k, n), c = MatrixLayout.of(m, n);
        Operands product = new Operands(
                FACTORS[factors % 5],
                Inputs.special(seed, new double[m * k]),
                a,
                Inputs.special(seed + 1, new double[k * n]),
                b,
                FACTORS[factors / 5],
                Inputs.special(seed + 2, new double[m * n]),
                c);
        assertDefined(product, Parallelism.NONE, "special values");
    }

    /** More than a block of B in columns, more panels of A than are kept, more than one step in depth. */
    @Example
    void whatIsLargerThanTheBlocksIsTheSame() {
        for (List<Integer> shape : List.of(
                List.of(1700, 70, 5),
                List.of(70, 3000, 3),
                List.of(1601, 1100, 2),
                List.of(13, 33, 1000),
                List.of(2061, 1, 203),
                List.of(1, 2061, 203))) {
            int m = shape.get(0), n = shape.get(1), k = shape.get(2);
            MatrixLayout a = MatrixLayout.of(m, k), b = MatrixLayout.of(k, n), c = MatrixLayout.of(m, n);
            Operands product = new Operands(
                    -0.7,
                    Inputs.gaussian(1, new double[m * k]),
                    a,
                    Inputs.gaussian(2, new double[k * n]),
                    b,
                    1,
                    Inputs.gaussian(3, new double[m * n]),
                    c);
            assertDefined(product, Parallelism.NONE, shape.toString());
            assertDefined(product, Parallelism.threads(3), shape + " on three threads");
        }
    }

    /** A row times a matrix, and a matrix that lies by columns times a column: rows are read once, one after the other. */
    @Example
    void vectorsTimesMatricesAreTheSame() {
        for (List<Integer> shape : List.of(List.of(1, 70, 400), List.of(1, 5000, 200), List.of(900, 1, 400))) {
            int m = shape.get(0), n = shape.get(1), k = shape.get(2);
            MatrixLayout a = MatrixLayout.of(k, m).transposed(), b = MatrixLayout.of(k, n), c = MatrixLayout.of(m, n);
            for (double beta : FACTORS) {
                Operands product = new Operands(
                        -0.7,
                        Inputs.uneven(1, new double[m * k]),
                        a,
                        Inputs.uneven(2, new double[k * n]),
                        b,
                        beta,
                        Inputs.uneven(3, new double[m * n]),
                        c);
                assertDefined(product, Parallelism.NONE, shape.toString());
                assertDefined(product, Parallelism.threads(3), shape + " on three threads");
            }
        }
    }

    /** Strides of which neither is 1, for what is read. */
    @Example
    void factorsMayLieAtAnyStrides() {
        int m = 17, n = 19, k = 23;
        MatrixLayout a = new MatrixLayout(2, m, k, 70, 3),
                b = new MatrixLayout(1, k, n, 2, 50),
                c = MatrixLayout.of(m, n);
        Operands product = new Operands(
                1,
                fill(a, Inputs.gaussian(1, new double[m * k])),
                a,
                fill(b, Inputs.gaussian(2, new double[k * n])),
                b,
                0,
                Bits.guard(new double[m * n]),
                c);
        assertDefined(product, Parallelism.NONE, "strides");
    }

    @Property(tries = 100)
    void anyInputIsWithinTheBound(
            @ForAll @IntRange(min = 1, max = 20) int m,
            @ForAll @IntRange(min = 1, max = 20) int n,
            @ForAll @IntRange(max = 500) int k,
            @ForAll("seeds") long seed,
            @ForAll @IntRange(max = 24) int factors) {
        double alpha = FACTORS[factors % 5], beta = FACTORS[factors / 5];
        double[] a = Inputs.uneven(seed, new double[m * k]), b = Inputs.uneven(seed + 1, new double[k * n]);
        double[] before = Inputs.uneven(seed + 2, new double[m * n]), c = before.clone();
        DoubleMatrixProduct.multiply(
                alpha, a, MatrixLayout.of(m, k), b, MatrixLayout.of(k, n), beta, c, MatrixLayout.of(m, n));
        int steps = (k + STEP - 1) / STEP, roundings = Math.min(k, STEP) + steps + 1;
        ProductOracle.assertProduct(
                roundings,
                m,
                n,
                k,
                alpha,
                Numbers.of(a),
                Numbers.of(b),
                beta,
                Numbers.of(before),
                Numbers.of(c),
                "seed " + seed);
    }

    @Example
    void theShortFormIsTheWholeProduct() {
        double[] a = {1, 2, 3, 4, 5, 6}, b = {1, 0, -1, 2, 1, 0}, c = {9, 9, 9, 9};
        DoubleMatrixProduct.multiply(2, 2, 3, a, b, c);
        Bits.assertSame(new double[] {2, 4, 5, 10}, c, "2 x 3 times 3 x 2");
    }
}
