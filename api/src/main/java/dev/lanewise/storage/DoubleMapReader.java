package dev.lanewise.storage;

import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.butterfly.ButterflyPattern;
import dev.lanewise.structured.DoubleButterflyMap;
import dev.lanewise.structured.DoubleComplexButterfly;
import dev.lanewise.structured.DoubleComplexDiagonal;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleDiagonal;
import dev.lanewise.structured.DoubleFourierMap;
import dev.lanewise.structured.DoubleHadamard;
import dev.lanewise.structured.DoubleIdentity;
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
import java.util.function.Function;

/** Reads the tree of a map. */
final class DoubleMapReader {
    private final MapInput in;

    DoubleMapReader(MapInput in) {
        this.in = in;
    }

    /** A map of which everything was read; made once the whole file is known to be as it was written. */
    private interface Stored {
        /** The map. */
        DoubleLinearMap make() throws MapFormatException;
    }

    /** The map of a file whose header was read. */
    DoubleLinearMap read() throws IOException {
        Stored stored = map(0);
        in.end();
        return stored.make();
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
        Stored stored = of(kind, rows, cols, depth);
        return () -> made(stored, at, kind, rows, cols);
    }

    /** A map that is found to be none is a fault of the file, and so is another shape than it said. */
    private DoubleLinearMap made(Stored stored, long at, MapKind kind, int rows, int cols) throws MapFormatException {
        DoubleLinearMap map;
        try {
            map = stored.make();
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw in.problem(at, kind + " of " + rows + " x " + cols + ": " + e.getMessage(), e);
        }
        if (map.rows() != rows || map.cols() != cols) {
            throw in.problem(
                    at,
                    kind + ": got one of " + map.rows() + " x " + map.cols() + ", wanted " + rows + " x " + cols
                            + ", as the file says");
        }
        return map;
    }

    private Stored of(MapKind kind, int rows, int cols, int depth) throws IOException {
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
                Stored turned = map(depth + 1);
                return () -> turned.make().transposed();
            case MULTIPLE:
                double factor = in.doubles(1, "the factor of a multiple")[0];
                Stored single = map(depth + 1);
                return () -> DoubleMultiple.of(factor, single.make());
            case PRODUCT:
                return product(depth);
            default:
                return composed(depth, DoubleSum::of);
        }
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

    private Stored sparse(int rows, int cols) throws IOException {
        int count = in.integer("the entries of a sparse matrix", 0, Integer.MAX_VALUE);
        int[] rowStarts = in.integers(rows + 1L, "starts of rows", 0, count);
        int[] columns = in.integers(count, "columns of entries", 0, Math.max(0, cols - 1));
        double[] values = in.doubles(count, "values of entries");
        return () -> DoubleSparseMap.of(rows, cols, rowStarts, columns, values);
    }

    private Stored butterfly() throws IOException {
        int count = factors();
        List<ButterflyPattern> patterns = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        for (int l = 0; l < count; l++) {
            patterns.add(pattern());
            values.add(in.doubles(values(), "values of a butterfly"));
        }
        return () -> DoubleButterflyMap.of(patterns, values.toArray(new double[0][]));
    }

    private Stored complexButterfly() throws IOException {
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

    private Stored hadamard(int n) throws IOException {
        Normalization normalization = normalization();
        boolean hasSigns = flag("whether signs come first");
        double[] signs = hasSigns ? signs(n) : null;
        return () -> {
            DoubleHadamard hadamard = DoubleHadamard.of(n, normalization);
            return hasSigns ? hadamard.times(DoubleSignDiagonal.of(signs)) : hadamard;
        };
    }

    private Stored fourier(int n) throws IOException {
        Normalization normalization = normalization();
        boolean isConjugate = flag("whether it is the conjugate");
        return () -> {
            DoubleFourierMap fourier = DoubleFourierMap.of(n, normalization);
            return isConjugate ? fourier.transposed() : fourier;
        };
    }

    private Normalization normalization() throws IOException {
        int code = in.integer("the normalisation of a transform", 0, Normalization.values().length - 1);
        return MapFormat.normalization(code);
    }

    private boolean flag(String what) throws IOException {
        return in.integer(what, 0, 1) == 1;
    }

    private Stored product(int depth) throws IOException {
        boolean isAsWritten = flag("whether a product is applied as written");
        return composed(depth, factors -> {
            DoubleLinearMap map = DoubleProduct.of(factors);
            return isAsWritten && map instanceof DoubleProduct product ? product.asWritten() : map;
        });
    }

    private Stored composed(int depth, Function<List<DoubleLinearMap>, DoubleLinearMap> whole) throws IOException {
        int count = in.integer("the number of parts", 1, Integer.MAX_VALUE);
        List<Stored> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(map(depth + 1));
        }
        return () -> {
            List<DoubleLinearMap> made = new ArrayList<>();
            for (Stored part : parts) {
                made.add(part.make());
            }
            return whole.apply(made);
        };
    }
}
