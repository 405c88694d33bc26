package dev.lanewise.storage;

import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.butterfly.ButterflyPattern;
import dev.lanewise.structured.DoubleBlockDiagonal;
import dev.lanewise.structured.DoubleButterflyMap;
import dev.lanewise.structured.DoubleCirculantMap;
import dev.lanewise.structured.DoubleComplexButterfly;
import dev.lanewise.structured.DoubleComplexCirculant;
import dev.lanewise.structured.DoubleComplexDiagonal;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleDiagonal;
import dev.lanewise.structured.DoubleFourierMap;
import dev.lanewise.structured.DoubleHadamard;
import dev.lanewise.structured.DoubleIdentity;
import dev.lanewise.structured.DoubleKroneckerProduct;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleMultiple;
import dev.lanewise.structured.DoublePermutation;
import dev.lanewise.structured.DoubleProduct;
import dev.lanewise.structured.DoubleSignDiagonal;
import dev.lanewise.structured.DoubleSparseMap;
import dev.lanewise.structured.DoubleSum;
import dev.lanewise.structured.DoubleZero;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the tree of a map. */
final class DoubleMapReader {
    private final MapInput in;
    private final DoubleStructureReader structures;

    DoubleMapReader(MapInput in) {
        this.in = in;
        structures = new DoubleStructureReader(in);
    }

    /** Makes a map of what was read of it, once the whole file is known to be as it was written. */
    interface Maker {
        DoubleLinearMap make() throws MapFormatException;
    }

    /** What was read of a map: where it began, its kind, its shape and what makes it. */
    private record Stored(long at, MapKind kind, int rows, int cols, Maker maker) {
        @Override
        public String toString() {
            return kind + " of " + rows + " x " + cols;
        }
    }

    /** The map of a file whose header was read. */
    DoubleLinearMap read() throws IOException {
        Stored stored = map(0);
        in.end();
        return made(stored);
    }

    private Stored map(int depth) throws IOException {
        long at = in.position();
        if (depth == MapFormat.MOST_DEPTH) {
            throw in.problem(at, "a map " + depth + " maps deep in others, wanted less than " + MapFormat.MOST_DEPTH);
        }
        int code = in.integer("the kind of a map");
        MapKind kind = MapKind.of(code);
        if (kind == null) {
            throw in.problem(at, "a map of kind " + code + ", wanted 1 to " + MapKind.values().length);
        }
        int rows = in.integer("the rows of " + kind, 0, Integer.MAX_VALUE);
        int cols = in.integer("the columns of " + kind, 0, Integer.MAX_VALUE);
        return new Stored(at, kind, rows, cols, of(kind, rows, cols, depth));
    }

    /** A map that is found to be none is a fault of the file, and so is another shape than it said. */
    private DoubleLinearMap made(Stored stored) throws MapFormatException {
        DoubleLinearMap map;
        try {
            map = stored.maker.make();
        } catch (IllegalArgumentException e) {
            throw in.problem(stored.at, stored + ": " + e.getMessage(), e);
        } catch (ArithmeticException e) {
            throw in.problem(stored.at, stored + ": " + e.getMessage() + ", wanted numbers that allow it", e);
        }
        if (map.rows() != stored.rows || map.cols() != stored.cols) {
            throw in.problem(
                    stored.at, stored + ": got one of " + map.rows() + " x " + map.cols() + ", wanted what it says");
        }
        return map;
    }

    private Maker of(MapKind kind, int rows, int cols, int depth) throws IOException {
        switch (kind) {
            case ZERO:
                return () -> DoubleZero.of(rows, cols);
            case IDENTITY:
                return () -> DoubleIdentity.of(rows);
            case DENSE:
                double[] entries = in.doubles((long) rows * cols, "entries");
                return () -> DoubleDenseMap.of(rows, cols, entries);
            case DIAGONAL:
                double[] diagonal = in.doubles(rows, "entries of a diagonal");
                return () -> DoubleDiagonal.of(diagonal);
            case DIAGONAL_INVERSE:
                double[] divisors = in.doubles(rows, "entries of a diagonal");
                return () -> DoubleDiagonal.of(divisors).inverse();
            case SIGNS:
                double[] signs = signs(rows);
                return () -> DoubleSignDiagonal.of(signs);
            case PERMUTATION:
                int[] indices = in.integers(rows, "indices of a permutation", 0, Math.max(0, rows - 1));
                return () -> DoublePermutation.of(indices);
            case SPARSE:
                return sparse(rows, cols);
            case BUTTERFLY:
                return butterfly();
            case COMPLEX_DIAGONAL:
                double[] re = in.doubles(rows / 2, "real parts of a diagonal");
                double[] im = in.doubles(rows / 2, "imaginary parts of a diagonal");
                return () -> DoubleComplexDiagonal.of(re, im);
            case COMPLEX_BUTTERFLY:
                return complexButterfly();
            case HADAMARD:
                return hadamard(rows);
            case FOURIER:
                return fourier(rows / 2);
            case TRANSPOSE:
                Stored turned = part(cols, rows, depth);
                return () -> made(turned).transposed();
            case MULTIPLE:
                double factor = in.doubles(1, "the factor of a multiple")[0];
                Stored single = part(rows, cols, depth);
                return () -> DoubleMultiple.of(factor, made(single));
            case PRODUCT:
                return product(rows, cols, depth);
            case SUM:
                return sum(rows, cols, depth);
            case KRONECKER:
                return kronecker(rows, cols, depth);
            case CIRCULANT:
                boolean isTransposed = flag("whether a circulant is transposed");
                double[] column = in.doubles(rows, "the first column of a circulant");
                return () -> circulant(isTransposed, column);
            case COMPLEX_CIRCULANT:
                double[] realParts = in.doubles(rows / 2, "real parts of eigenvalues");
                double[] imaginaryParts = in.doubles(rows / 2, "imaginary parts of eigenvalues");
                return () -> DoubleComplexCirculant.ofEigenvalues(realParts, imaginaryParts);
            case BLOCK_DIAGONAL:
                return blockDiagonal(rows, cols, depth);
            default:
                return structures.of(kind, rows, cols);
        }
    }

    private static DoubleLinearMap circulant(boolean isTransposed, double[] column) {
        DoubleLinearMap made = DoubleCirculantMap.of(column);
        return isTransposed ? made.transposed() : made;
    }

    private double[] signs(int count) throws IOException {
        long at = in.position();
        byte[] negative = in.bytes(count, "signs");
        double[] signs = new double[count];
        for (int i = 0; i < count; i++) {
            if (negative[i] != 0 && negative[i] != 1) {
                throw in.problem(at + i, "signs: got " + negative[i] + " as number " + i + ", wanted 0 or 1");
            }
            signs[i] = 1 - 2 * negative[i];
        }
        return signs;
    }

    private Maker sparse(int rows, int cols) throws IOException {
        int count = in.integer("the entries of a sparse matrix", 0, Integer.MAX_VALUE);
        int[] rowStarts = in.integers(rows + 1L, "starts of rows", 0, count);
        int[] columns = in.integers(count, "columns of entries", 0, Math.max(0, cols - 1));
        double[] values = in.doubles(count, "values of entries");
        return () -> DoubleSparseMap.of(rows, cols, rowStarts, columns, values);
    }

    private Maker butterfly() throws IOException {
        int count = factors();
        List<ButterflyPattern> patterns = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        for (int l = 0; l < count; l++) {
            patterns.add(pattern());
            values.add(in.doubles(values(), "values of a butterfly"));
        }
        return () -> DoubleButterflyMap.of(patterns, values.toArray(new double[0][]));
    }

    private Maker complexButterfly() throws IOException {
        int count = factors();
        List<ButterflyPattern> patterns = new ArrayList<>();
        List<double[]> re = new ArrayList<>(), im = new ArrayList<>();
        for (int l = 0; l < count; l++) {
            patterns.add(pattern());
            int values = values();
            re.add(in.doubles(values, "real parts of a butterfly"));
            im.add(in.doubles(values, "imaginary parts of a butterfly"));
        }
        return () -> DoubleComplexButterfly.of(patterns, re.toArray(new double[0][]), im.toArray(new double[0][]));
    }

    private int factors() throws IOException {
        return in.integer("the factors of a butterfly", 1, Integer.MAX_VALUE);
    }

    private ButterflyPattern pattern() throws IOException {
        long at = in.position();
        int groups = in.integer("the groups of a factor");
        int blockRows = in.integer("the rows of a block");
        int blockCols = in.integer("the columns of a block");
        int stride = in.integer("the stride of a factor");
        try {
            return new ButterflyPattern(groups, blockRows, blockCols, stride);
        } catch (IllegalArgumentException e) {
            throw in.problem(at, e.getMessage(), e);
        }
    }

    private int values() throws IOException {
        return in.integer("the values of a factor", 0, Integer.MAX_VALUE);
    }

    private Maker hadamard(int n) throws IOException {
        Normalization normalization = structures.normalization();
        boolean hasSigns = flag("whether signs come first");
        double[] signs = hasSigns ? signs(n) : null;
        return () -> {
            DoubleHadamard hadamard = DoubleHadamard.of(n, normalization);
            return hasSigns ? hadamard.times(DoubleSignDiagonal.of(signs)) : hadamard;
        };
    }

    private Maker fourier(int n) throws IOException {
        Normalization normalization = structures.normalization();
        boolean isConjugate = flag("whether it is the conjugate");
        return () -> {
            DoubleFourierMap fourier = DoubleFourierMap.of(n, normalization);
            return isConjugate ? fourier.transposed() : fourier;
        };
    }

    private boolean flag(String what) throws IOException {
        return in.integer(what, 0, 1) == 1;
    }

    /**
     * A map within another. The shapes that maps claim are compared before any is made: the tables of a transform are as large as it
     * says, and no larger than the maps around it.
     */
    private Stored part(int rows, int cols, int depth) throws IOException {
        Stored part = map(depth + 1);
        require(part.rows == rows && part.cols == cols, part, rows + " x " + cols);
        return part;
    }

    private void require(boolean fits, Stored part, String wanted) throws MapFormatException {
        if (!fits) {
            throw in.problem(part.at, "got " + part + " as a part of another map, wanted " + wanted);
        }
    }

    private int parts() throws IOException {
        return in.integer("the number of parts", 1, Integer.MAX_VALUE);
    }

    private Maker product(int rows, int cols, int depth) throws IOException {
        boolean isAsWritten = flag("whether a product is applied as written");
        List<Stored> factors = new ArrayList<>();
        int inputs = rows;
        for (int left = parts(); left > 0; left--) {
            Stored factor = map(depth + 1);
            require(factor.rows == inputs, factor, inputs + " rows");
            require(left > 1 || factor.cols == cols, factor, cols + " columns");
            inputs = factor.cols;
            factors.add(factor);
        }
        return () -> {
            DoubleLinearMap map = DoubleProduct.of(made(factors));
            return isAsWritten && map instanceof DoubleProduct product ? product.asWritten() : map;
        };
    }

    private Maker sum(int rows, int cols, int depth) throws IOException {
        List<Stored> terms = new ArrayList<>();
        for (int left = parts(); left > 0; left--) {
            terms.add(part(rows, cols, depth));
        }
        return () -> DoubleSum.of(made(terms));
    }

    private Maker kronecker(int rows, int cols, int depth) throws IOException {
        List<Stored> factors = new ArrayList<>();
        for (int left = parts(); left > 0; left--) {
            Stored factor = map(depth + 1);
            require(
                    divides(factor.rows, rows) && divides(factor.cols, cols),
                    factor,
                    "rows that divide " + rows + " and columns that divide " + cols);
            factors.add(factor);
        }
        return () -> DoubleKroneckerProduct.of(made(factors));
    }

    private Maker blockDiagonal(int rows, int cols, int depth) throws IOException {
        List<Stored> blocks = new ArrayList<>();
        long rowsLeft = rows, colsLeft = cols;
        for (int left = parts(); left > 0; left--) {
            Stored block = map(depth + 1);
            require(
                    block.rows <= rowsLeft && block.cols <= colsLeft,
                    block,
                    rowsLeft + " rows and " + colsLeft + " columns at most");
            rowsLeft -= block.rows;
            colsLeft -= block.cols;
            blocks.add(block);
        }
        return () -> DoubleBlockDiagonal.of(made(blocks));
    }

    private static boolean divides(int part, int whole) {
        return part == 0 ? whole == 0 : whole % part == 0;
    }

    private List<DoubleLinearMap> made(List<Stored> parts) throws MapFormatException {
        List<DoubleLinearMap> made = new ArrayList<>();
        for (Stored part : parts) {
            made.add(made(part));
        }
        return made;
    }
}
