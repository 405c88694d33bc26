package dev.lanewise.matmul;

import static dev.lanewise.matmul.DoubleTriangle.READ_PLACES;
import static dev.lanewise.matmul.DoubleTriangle.WRITE_PLACES;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.matmul.Diagonal;
import dev.lanewise.engine.matmul.DoubleMatrixProduct;
import dev.lanewise.engine.matmul.DoubleTriangularProduct;
import dev.lanewise.engine.matmul.DoubleTriangularSolve;
import dev.lanewise.engine.matmul.Triangle;
import dev.lanewise.matmul.DoubleTriangle.Operation;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.ProductOracle;
import dev.lanewise.oracle.Seeds;
import dev.lanewise.oracle.SolutionOracle;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Products with a triangle, and solutions, are within their bounds, and exact where nothing is rounded; places change no bit. */
final class DoubleTriangularLaws implements Seeds {
    /** Dirty from one try to the next. */
    private final Workspace workspace = new Workspace();

    /** The place of T by the remainder, that of B by the quotient. */
    private double[] apply(
            DoubleTriangle t, Operation operation, int columns, double[] before, int places, int threads) {
        return t.apply(
                operation,
                columns,
                before,
                places % READ_PLACES,
                places / READ_PLACES % WRITE_PLACES,
                workspace,
                Parallelism.threads(threads));
    }

    private static void assertBounds(
            DoubleTriangle t, Operation operation, int columns, double[] before, double[] after, String context) {
        int n = t.n();
        Numbers dense = Numbers.of(t.dense()), b = Numbers.of(before), x = Numbers.of(after);
        if (operation == Operation.SOLUTION) {
            SolutionOracle.assertSolution(n, columns, dense, x, b, context);
        } else {
            ProductOracle.assertProduct(n, n, columns, n, 1, dense, b, 0, b, x, context);
        }
    }

    @Property(tries = 400)
    void anyInputAnywhereIsWithinTheBound(
            @ForAll @IntRange(max = 70) int n,
            @ForAll @IntRange(max = 70) int columns,
            @ForAll("seeds") long seed,
            @ForAll Triangle triangle,
            @ForAll Diagonal diagonal,
            @ForAll Operation operation,
            @ForAll @IntRange(max = READ_PLACES * WRITE_PLACES - 1) int places,
            @ForAll @IntRange(min = 1, max = 4) int threads) {
        DoubleTriangle t = DoubleTriangle.uneven(seed, n, triangle, diagonal);
        double[] before = Inputs.uneven(seed + 3, new double[n * columns]);
        double[] after = apply(t, operation, columns, before, places, threads);
        assertBounds(t, operation, columns, before, after, "seed " + seed);
    }

    /** More than one step of the product beside the halves, more columns than a strip, than a block. */
    @Example
    void whatIsLargerThanTheBlocksIsWithinTheBound() {
        for (Operation operation : Operation.values()) {
            for (Triangle triangle : Triangle.values()) {
                for (int n : new int[] {3, 40, 450}) {
                    int columns = 9000 / n;
                    // So small beside the diagonal that solutions do not grow.
                    double[] values = Inputs.gaussian(n, new double[n * n]);
                    for (int i = 0; i < n; i++) {
                        values[i * n + i] = 2 * n;
                    }
                    DoubleTriangle t = DoubleTriangle.of(n, triangle, Diagonal.STORED, values);
                    double[] before = Inputs.gaussian(n + 1, new double[n * columns]);
                    for (int bPlace : new int[] {1, 16}) {
                        String context = operation + ", " + triangle + ", " + n + " x " + columns + " at " + bPlace;
                        double[] after = apply(t, operation, columns, before, bPlace * READ_PLACES, 3);
                        assertBounds(t, operation, columns, before, after, context);
                        Bits.assertSame(t.apply(operation, columns, before), after, context);
                    }
                }
            }
        }
    }

    /** What is rounded nowhere is the same in every order. */
    @Property(tries = 200)
    void productsOfIntegersAreExactAndSolvingUndoesThem(
            @ForAll @IntRange(max = 70) int n,
            @ForAll @IntRange(max = 70) int columns,
            @ForAll("seeds") long seed,
            @ForAll Triangle triangle,
            @ForAll Diagonal diagonal,
            @ForAll @IntRange(max = READ_PLACES * WRITE_PLACES - 1) int places) {
        DoubleTriangle t = DoubleTriangle.integers(seed, n, triangle, diagonal);
        double[] x = Inputs.integers(seed + 1, 9, new double[n * columns]), wanted = new double[n * columns];
        DoubleMatrixProduct.multiply(n, columns, n, t.dense(), x, wanted);
        double[] product = apply(t, Operation.PRODUCT, columns, x, places, 1);
        assertEqual(wanted, product, "T X, seed " + seed);
        assertEqual(x, apply(t, Operation.SOLUTION, columns, product, places, 1), "T^-1 T X, seed " + seed);
    }

    /** Zeros of either sign are equal. */
    private static void assertEqual(double[] wanted, double[] computed, String context) {
        assertEquals(wanted.length, computed.length, context);
        for (int i = 0; i < wanted.length; i++) {
            assertEquals(wanted[i] + 0, computed[i] + 0, context + ", element " + i);
        }
    }

    @Property(tries = 200)
    void columnsHaveTheSameBitsAloneAsAmongOthers(
            @ForAll @IntRange(min = 1, max = 70) int n,
            @ForAll @IntRange(min = 1, max = 140) int columns,
            @ForAll("seeds") long seed,
            @ForAll Triangle triangle,
            @ForAll Diagonal diagonal,
            @ForAll Operation operation,
            @ForAll @IntRange(max = WRITE_PLACES - 1) int bPlace,
            @ForAll boolean one) {
        DoubleTriangle t = DoubleTriangle.uneven(seed, n, triangle, diagonal);
        double[] before = Inputs.uneven(seed + 3, new double[n * columns]);
        MatrixLayout layout = DoubleTriangle.place(n, columns, bPlace), square = MatrixLayout.of(n, n);
        int first = (int) Math.floorMod(seed, (long) columns), count = one ? 1 : columns - first;
        double[] whole = t.apply(operation, columns, before), wanted = before.clone();
        for (int i = 0; i < n; i++) {
            System.arraycopy(whole, i * columns + first, wanted, i * columns + first, count);
        }
        double[] b = DoubleTriangle.fill(layout, before);
        MatrixLayout block = layout.block(0, first, n, count);
        operation.run(t.at(square), square, triangle, diagonal, b, block, workspace, Parallelism.NONE);
        Bits.assertSame(DoubleTriangle.fill(layout, wanted), b, "seed " + seed);
    }

    @Property(tries = 200)
    void layoutsAndThreadsChangeNoBit(
            @ForAll @IntRange(max = 70) int n,
            @ForAll @IntRange(max = 140) int columns,
            @ForAll("seeds") long seed,
            @ForAll Triangle triangle,
            @ForAll Diagonal diagonal,
            @ForAll Operation operation,
            @ForAll @IntRange(max = READ_PLACES * WRITE_PLACES - 1) int places,
            @ForAll @IntRange(min = 1, max = 4) int threads) {
        DoubleTriangle t = DoubleTriangle.uneven(seed, n, triangle, diagonal);
        double[] before = Inputs.uneven(seed + 3, new double[n * columns]);
        double[] wanted = t.apply(operation, columns, before);
        Bits.assertSame(wanted, apply(t, operation, columns, before, places, threads), "seed " + seed);
    }

    @Property(tries = 100)
    void onesMayBeStoredOrNot(
            @ForAll @IntRange(max = 70) int n,
            @ForAll @IntRange(max = 70) int columns,
            @ForAll("seeds") long seed,
            @ForAll Triangle triangle,
            @ForAll Operation operation) {
        DoubleTriangle unit = DoubleTriangle.uneven(seed, n, triangle, Diagonal.UNIT);
        DoubleTriangle stored = DoubleTriangle.of(n, triangle, Diagonal.STORED, unit.dense());
        double[] before = Inputs.uneven(seed + 3, new double[n * columns]);
        Bits.assertSame(
                stored.apply(operation, columns, before), unit.apply(operation, columns, before), "seed " + seed);
    }

    /** A NaN of B goes to the rows that depend on its own, zeros on the way or not, and to no other column. */
    @Property(tries = 200)
    void aNanOfBReachesWhatDependsOnIt(
            @ForAll @IntRange(min = 1, max = 70) int n,
            @ForAll @IntRange(min = 1, max = 70) int columns,
            @ForAll("seeds") long seed,
            @ForAll Triangle triangle,
            @ForAll Diagonal diagonal,
            @ForAll Operation operation,
            @ForAll @IntRange(max = READ_PLACES * WRITE_PLACES - 1) int places) {
        DoubleTriangle t = DoubleTriangle.uneven(seed, n, triangle, diagonal);
        double[] before = Inputs.uneven(seed + 3, new double[n * columns]);
        double[] wanted = t.apply(operation, columns, before);
        int row = (int) Math.floorMod(seed, (long) n), column = (int) Math.floorMod(seed / 97, (long) columns);
        before[row * columns + column] = Double.NaN;
        for (int i = 0; i < n; i++) {
            if (t.rank(i) >= t.rank(row)) {
                wanted[i * columns + column] = Double.NaN;
            }
        }
        Bits.assertSame(wanted, apply(t, operation, columns, before, places, 1), "seed " + seed);
    }

    /** One of T goes to its row, and in a solution to the rows that depend on that. */
    @Property(tries = 200)
    void aNanOfTReachesWhatDependsOnIt(
            @ForAll @IntRange(min = 1, max = 70) int n,
            @ForAll @IntRange(max = 70) int columns,
            @ForAll("seeds") long seed,
            @ForAll Triangle triangle,
            @ForAll Operation operation,
            @ForAll @IntRange(max = READ_PLACES * WRITE_PLACES - 1) int places) {
        DoubleTriangle t = DoubleTriangle.uneven(seed, n, triangle, Diagonal.STORED);
        double[] before = Inputs.uneven(seed + 3, new double[n * columns]);
        double[] wanted = t.apply(operation, columns, before);
        int one = (int) Math.floorMod(seed, (long) n), other = (int) Math.floorMod(seed / 97, (long) n);
        int row = t.rank(one) >= t.rank(other) ? one : other;
        t.dense()[row * n + one + other - row] = Double.NaN;
        for (int i = 0; i < n; i++) {
            boolean reached = operation == Operation.PRODUCT ? i == row : t.rank(i) >= t.rank(row);
            for (int j = 0; j < columns && reached; j++) {
                wanted[i * columns + j] = Double.NaN;
            }
        }
        Bits.assertSame(wanted, apply(t, operation, columns, before, places, 1), "seed " + seed);
    }

    /** {@code T^T B}, {@code B T} and their inverses, by the layouts that the documentation names. */
    @Property(tries = 100)
    void transposedLayoutsAreTheOtherProducts(
            @ForAll @IntRange(max = 40) int n,
            @ForAll @IntRange(max = 70) int m,
            @ForAll("seeds") long seed,
            @ForAll Triangle triangle,
            @ForAll Diagonal diagonal) {
        DoubleTriangle t = DoubleTriangle.integers(seed, n, triangle, diagonal);
        Triangle other = triangle == Triangle.LOWER ? Triangle.UPPER : Triangle.LOWER;
        MatrixLayout square = MatrixLayout.of(n, n), tall = MatrixLayout.of(n, m), wide = MatrixLayout.of(m, n);
        double[] x = Inputs.integers(seed + 1, 9, new double[n * m]), b = x.clone(), wanted = new double[n * m];

        DoubleMatrixProduct.multiply(1, t.dense(), square.transposed(), x, tall, 0, wanted, tall);
        DoubleTriangularProduct.multiply(t.at(square), square.transposed(), other, diagonal, b, tall);
        assertEqual(wanted, b, "T^T B, seed " + seed);
        DoubleTriangularSolve.solve(t.at(square), square.transposed(), other, diagonal, b, tall);
        assertEqual(x, b, "T^-T B, seed " + seed);

        DoubleMatrixProduct.multiply(m, n, n, x, t.dense(), wanted);
        DoubleTriangularProduct.multiply(t.at(square), square.transposed(), other, diagonal, b, wide.transposed());
        assertEqual(wanted, b, "B T, seed " + seed);
        DoubleTriangularSolve.solve(t.at(square), square.transposed(), other, diagonal, b, wide.transposed());
        assertEqual(x, b, "B T^-1, seed " + seed);
    }

    @Example
    void theShortFormsAreOnTheWholeMatrices() {
        MatrixLayout square = MatrixLayout.of(2, 2), two = MatrixLayout.of(2, 2);
        double[] t = {2, 9, 3, 4}, b = {1, 2, 3, 4};
        DoubleTriangularProduct.multiply(t, square, Triangle.LOWER, Diagonal.STORED, b, two);
        Bits.assertSame(new double[] {2, 4, 15, 22}, b, "2 x 2 below");
        DoubleTriangularSolve.solve(t, square, Triangle.LOWER, Diagonal.STORED, b, two);
        Bits.assertSame(new double[] {1, 2, 3, 4}, b, "and back");
        DoubleTriangularProduct.multiply(t, square, Triangle.UPPER, Diagonal.UNIT, b, two);
        Bits.assertSame(new double[] {28, 38, 3, 4}, b, "2 x 2 above, with ones");
    }

    /** The stride along the dimension that has one element is of no matter. */
    @Example
    void aSingleRowOrColumnMayLieAtAnyStride() {
        for (Operation operation : Operation.values()) {
            DoubleTriangle t = DoubleTriangle.uneven(1, 37, Triangle.UPPER, Diagonal.STORED);
            assertSameAt(t, operation, 1, new MatrixLayout(2, 37, 1, 5, 7));
            assertSameAt(t, operation, 1, new MatrixLayout(2, 37, 1, 1, 1));
            DoubleTriangle number = DoubleTriangle.uneven(2, 1, Triangle.LOWER, Diagonal.STORED);
            assertSameAt(number, operation, 70, new MatrixLayout(2, 1, 70, 5, 7));
            assertSameAt(number, operation, 1, new MatrixLayout(2, 1, 1, 5, 7));
        }
    }

    private void assertSameAt(DoubleTriangle t, Operation operation, int columns, MatrixLayout layout) {
        double[] before = Inputs.gaussian(3, new double[t.n() * columns]), b = DoubleTriangle.fill(layout, before);
        MatrixLayout square = MatrixLayout.of(t.n(), t.n());
        operation.run(t.at(square), square, t.triangle(), t.diagonal(), b, layout, workspace, Parallelism.threads(2));
        double[] wanted = DoubleTriangle.fill(layout, t.apply(operation, columns, before));
        Bits.assertSame(wanted, b, operation + " at " + layout);
    }
}
