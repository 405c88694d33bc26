package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleSparseBuilder;
import dev.lanewise.structured.DoubleSparseMap;
import dev.lanewise.structured.MapProperty;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.Group;

final class DoubleSparseMapLaws {
    /** Normal numbers in places by chance, in every {@code every}-th row. */
    static DoubleSparseMap random(int rows, int cols, double density, int every) {
        SplittableRandom random = new SplittableRandom(31L * rows + cols);
        DoubleSparseBuilder builder = new DoubleSparseBuilder(rows, cols);
        double[] values = Inputs.gaussian(rows + cols, new double[rows * cols]);
        for (int i = 0; i < rows; i += every) {
            for (int j = 0; j < cols; j++) {
                if (random.nextDouble() < density) {
                    builder.add(i, j, values[i * cols + j]);
                }
            }
        }
        return builder.build();
    }

    /** A matrix written out from its arrays. */
    static DenseMatrix written(DoubleSparseMap map) {
        double[] dense = new double[map.rows() * map.cols()];
        int[] starts = map.rowStarts(), columns = map.columns();
        double[] values = map.values();
        for (int i = 0; i < map.rows(); i++) {
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                dense[i * map.cols() + columns[k]] = values[k];
            }
        }
        return DenseMatrix.of(map.rows(), map.cols(), Numbers.of(dense));
    }

    private abstract static class Sparse extends DoubleLinearMapLaws {
        private final int rows;
        private final int cols;
        private final double density;
        private final int every;

        Sparse(int rows, int cols, double density, int every) {
            this.rows = rows;
            this.cols = cols;
            this.density = density;
            this.every = every;
        }

        @Override
        protected DoubleLinearMap map() {
            return random(rows, cols, density, every);
        }

        @Override
        protected DenseMatrix dense() {
            return written(random(rows, cols, density, every));
        }
    }

    @Group
    final class Square extends Sparse {
        Square() {
            super(19, 19, 0.3, 1);
        }
    }

    /** Rows long enough for four chains at a time. */
    @Group
    final class Wide extends Sparse {
        Wide() {
            super(9, 37, 0.7, 1);
        }
    }

    @Group
    final class TallWithEmptyRows extends Sparse {
        TallWithEmptyRows() {
            super(23, 6, 0.5, 3);
        }
    }

    @Group
    final class WithoutEntries extends Sparse {
        WithoutEntries() {
            super(4, 3, 0, 1);
        }
    }

    @Group
    final class WithoutRows extends Sparse {
        WithoutRows() {
            super(0, 4, 1, 1);
        }
    }

    @Group
    final class OfOneNumber extends Sparse {
        OfOneNumber() {
            super(1, 1, 1, 1);
        }
    }

    /** Both ways by rows, once the transpose has been made. */
    @Group
    final class WithItsTransposeMade extends Sparse {
        private final DoubleLinearMap map = super.map();

        WithItsTransposeMade() {
            super(14, 11, 0.4, 1);
            map.transposed();
        }

        @Override
        protected DoubleLinearMap map() {
            return map;
        }
    }

    /** With entries added to outputs all over, and with those of the transpose, sorted. */
    @Example
    void theTransposeHasTheSameBitsOnceItIsMade() {
        DoubleSparseMap map = random(40, 30, 0.3, 1);
        double[] x = Inputs.uneven(5, new double[40]);
        double[] before = map.applyTransposed(x);
        Bits.assertSame(before, map.transposed().apply(x), "by the transpose");
        Bits.assertSame(before, map.applyTransposed(x), "after it is made");
    }

    @Example
    void theTransposeIsSortedByRows() {
        DoubleSparseMap map =
                DoubleSparseMap.of(2, 3, new int[] {0, 2, 4}, new int[] {0, 2, 1, 2}, new double[] {1, 2, 3, 4});
        DoubleSparseMap turned = (DoubleSparseMap) map.transposed();
        assertArrayEquals(new int[] {0, 1, 2, 4}, turned.rowStarts());
        assertArrayEquals(new int[] {0, 1, 0, 1}, turned.columns());
        Bits.assertSame(new double[] {1, 3, 2, 4}, turned.values(), "values");
    }

    /** Each element is one chain from zero in the order of columns, of long rows side by side as of short ones. */
    @Example
    void anElementIsOneChainOfFusedSums() {
        DoubleSparseMap map = random(11, 60, 0.6, 1);
        double[] x = Inputs.uneven(7, new double[60]), wanted = new double[11];
        int[] starts = map.rowStarts(), columns = map.columns();
        double[] values = map.values();
        for (int i = 0; i < 11; i++) {
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                wanted[i] = Math.fma(values[k], x[columns[k]], wanted[i]);
            }
        }
        Bits.assertSame(wanted, map.apply(x), "chains");
    }

    @Example
    void whatItIsMadeOfIsCopied() {
        int[] starts = {0, 1, 2}, columns = {1, 0};
        double[] values = {5, 6};
        DoubleSparseMap map = DoubleSparseMap.of(2, 2, starts, columns, values);
        double[] wanted = map.toDense();
        starts[1] = 0;
        columns[0] = 0;
        values[1] = 7;
        map.rowStarts()[1] = 0;
        map.columns()[0] = 0;
        map.values()[0] = 9;
        Bits.assertSame(wanted, map.toDense(), "dense");
        Bits.assertSame(new double[] {0, 5, 6, 0}, wanted, "dense");
    }

    @Example
    void itSaysWhatItHolds() {
        DoubleSparseMap map =
                DoubleSparseMap.of(2, 2, new int[] {0, 1, 3}, new int[] {0, 0, 1}, new double[] {1, 0, 2});
        assertEquals(3, map.nonzeros(), "a zero that is given is an entry");
        assertEquals(6, map.operations());
        assertEquals(9, map.parameters());
        assertEquals("sparse, 3 entries", map.name());
        assertTrue(map.is(MapProperty.LOWER_TRIANGULAR) && !map.is(MapProperty.UPPER_TRIANGULAR));
        assertTrue(map.transposed().is(MapProperty.UPPER_TRIANGULAR)
                && !map.transposed().is(MapProperty.DIAGONAL));
        DoubleSparseMap diagonal = DoubleSparseMap.of(2, 2, new int[] {0, 0, 1}, new int[] {1}, new double[] {1});
        assertTrue(diagonal.is(MapProperty.DIAGONAL));
        assertTrue(DoubleSparseMap.of(1, 2, new int[] {0, 0}, new int[0], new double[0])
                .properties()
                .isEmpty());
    }

    @Example
    void aZeroThatIsStoredMeetsInfinityAndOneThatIsNotDoesNot() {
        DoubleSparseMap map = DoubleSparseMap.of(2, 2, new int[] {0, 1, 1}, new int[] {1}, new double[1]);
        double[] y = map.apply(new double[] {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY});
        Bits.assertSame(new double[] {Double.NaN, 0}, y, "products");
    }

    private static void refused(int rows, int cols, int[] starts, int[] columns, double[] values, String... parts) {
        Refusal.of(() -> DoubleSparseMap.of(rows, cols, starts, columns, values), parts);
    }

    @Example
    void arraysThatAreNoMatrixAreRefused() {
        int[] starts = {0, 1, 2}, columns = {0, 1};
        double[] values = {1, 2};
        refused(-1, 2, starts, columns, values, "-1 x 2");
        refused(2, -1, starts, columns, values, "2 x -1");
        refused(3, 2, starts, columns, values, "rowStarts", "got 3", "wanted 4");
        refused(Integer.MAX_VALUE, 2, starts, columns, values, "rowStarts", "2147483648");
        refused(2, 2, starts, new int[1], values, "1 columns", "2 values");
        refused(2, 2, new int[] {1, 1, 2}, columns, values, "rowStarts", "1 to 2");
        refused(2, 2, new int[] {0, 1, 1}, columns, values, "rowStarts", "0 to 1", "0 to 2");
        refused(3, 2, new int[] {0, 2, 1, 2}, columns, values, "rowStarts", "row 1", "got 2");
        refused(3, 2, new int[] {0, 1, -1, 2}, columns, values, "rowStarts", "row 1", "-1");
        refused(2, 2, starts, new int[] {0, 2}, values, "row 1", "got 2", "0 to 1");
        refused(2, 2, starts, new int[] {-1, 1}, values, "row 0", "got -1");
        refused(2, 2, new int[] {0, 2, 2}, new int[] {1, 1}, values, "row 0", "1 and then 1", "once");
        refused(2, 2, new int[] {0, 2, 2}, new int[] {1, 0}, values, "row 0", "1 and then 0", "increasing");
        refused(2, 2, starts, columns, new double[] {1, Double.NaN}, "(1, 1)", "NaN", "finite");
        refused(2, 2, starts, columns, new double[] {Double.NEGATIVE_INFINITY, 1}, "(0, 0)", "-Infinity");
        Refusal.ofNull("rowStarts", () -> DoubleSparseMap.of(2, 2, null, columns, values));
        Refusal.ofNull("columns", () -> DoubleSparseMap.of(2, 2, starts, null, values));
        Refusal.ofNull("values", () -> DoubleSparseMap.of(2, 2, starts, columns, null));
    }
}
