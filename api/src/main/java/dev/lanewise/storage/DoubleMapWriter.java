package dev.lanewise.storage;

import dev.lanewise.engine.butterfly.ButterflyPattern;
import dev.lanewise.structured.DoubleBandedMap;
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
import dev.lanewise.structured.DoubleHankelMap;
import dev.lanewise.structured.DoubleHartleyMap;
import dev.lanewise.structured.DoubleIdentity;
import dev.lanewise.structured.DoubleKroneckerProduct;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleLowRankMap;
import dev.lanewise.structured.DoubleMonarchMap;
import dev.lanewise.structured.DoubleMultiple;
import dev.lanewise.structured.DoublePermutation;
import dev.lanewise.structured.DoubleProduct;
import dev.lanewise.structured.DoubleRealFourierMap;
import dev.lanewise.structured.DoubleSignDiagonal;
import dev.lanewise.structured.DoubleSparseMap;
import dev.lanewise.structured.DoubleSum;
import dev.lanewise.structured.DoubleToeplitzMap;
import dev.lanewise.structured.DoubleTrigonometricMap;
import dev.lanewise.structured.DoubleZero;
import java.io.IOException;
import java.util.List;

/** Writes the tree of a map. */
final class DoubleMapWriter {
    private final MapOutput out;

    DoubleMapWriter(MapOutput out) {
        this.out = out;
    }

    /**
     * Writes a map that is so many maps deep in another.
     *
     * @throws IllegalArgumentException if it is of no kind that can be stored; names it
     */
    void write(DoubleLinearMap map, int depth) throws IOException {
        if (depth == MapFormat.MOST_DEPTH) {
            throw new IllegalArgumentException(
                    "map: got one that is " + depth + " maps deep in others, wanted less than " + MapFormat.MOST_DEPTH);
        }
        if (!isPlain(map) && !isStructured(map) && !isTransform(map) && !isComposed(map, depth)) {
            throw new IllegalArgumentException("map: got " + map.name() + " (" + map.rows() + " x " + map.cols()
                    + "), which cannot be stored, wanted one made of " + MapKind.all());
        }
    }

    private void head(MapKind kind, DoubleLinearMap map) throws IOException {
        out.integer(kind.code());
        out.integer(map.rows());
        out.integer(map.cols());
    }

    /** Writes a map of numbers, if it is one. */
    private boolean isPlain(DoubleLinearMap map) throws IOException {
        if (map instanceof DoubleZero) {
            head(MapKind.ZERO, map);
        } else if (map instanceof DoubleIdentity) {
            head(MapKind.IDENTITY, map);
        } else if (map instanceof DoubleDenseMap dense) {
            head(MapKind.DENSE, map);
            out.doubles(dense.values());
        } else if (map instanceof DoubleDiagonal diagonal) {
            head(diagonal.divides() ? MapKind.DIAGONAL_INVERSE : MapKind.DIAGONAL, map);
            out.doubles(diagonal.entries());
        } else if (map instanceof DoubleSignDiagonal signs) {
            head(MapKind.SIGNS, map);
            signs(signs);
        } else if (map instanceof DoublePermutation permutation) {
            head(MapKind.PERMUTATION, map);
            out.integers(permutation.indices());
        } else if (map instanceof DoubleSparseMap sparse) {
            head(MapKind.SPARSE, map);
            out.integer(sparse.nonzeros());
            out.integers(sparse.rowStarts());
            out.integers(sparse.columns());
            out.doubles(sparse.values());
        } else if (map instanceof DoubleComplexDiagonal diagonal) {
            head(MapKind.COMPLEX_DIAGONAL, map);
            out.doubles(diagonal.re());
            out.doubles(diagonal.im());
        } else {
            return false;
        }
        return true;
    }

    private void signs(DoubleSignDiagonal signs) throws IOException {
        double[] numbers = signs.signs();
        byte[] negative = new byte[numbers.length];
        for (int i = 0; i < negative.length; i++) {
            negative[i] = (byte) (numbers[i] < 0 ? 1 : 0);
        }
        out.bytes(negative);
    }

    /** Writes a map of few numbers that stand for many, if it is one. */
    private boolean isStructured(DoubleLinearMap map) throws IOException {
        if (map instanceof DoubleToeplitzMap toeplitz) {
            head(MapKind.TOEPLITZ, map);
            out.doubles(toeplitz.column());
            out.doubles(toeplitz.row());
        } else if (map instanceof DoubleHankelMap hankel) {
            head(MapKind.HANKEL, map);
            out.doubles(hankel.coefficients());
        } else if (map instanceof DoubleBandedMap banded) {
            head(MapKind.BANDED, map);
            out.integer(banded.lower());
            out.integer(banded.upper());
            out.doubles(banded.diagonals());
        } else if (map instanceof DoubleLowRankMap lowRank) {
            head(MapKind.LOW_RANK, map);
            out.integer(lowRank.rank());
            out.doubles(lowRank.u().values());
            out.doubles(lowRank.v().values());
        } else if (map instanceof DoubleMonarchMap monarch && map.rows() > 0 && map.cols() > 0) {
            head(MapKind.MONARCH, map);
            out.integer(monarch.first().size());
            out.integer(monarch.second().size());
            for (DoubleDenseMap block : monarch.first()) {
                out.doubles(block.values());
            }
            for (DoubleDenseMap block : monarch.second()) {
                out.doubles(block.values());
            }
        } else if (map instanceof DoubleCirculantMap circulant) {
            head(MapKind.CIRCULANT, map);
            out.integer(circulant.isTransposed() ? 1 : 0);
            DoubleLinearMap made = circulant.isTransposed() ? circulant.transposed() : circulant;
            out.doubles(((DoubleCirculantMap) made).column());
        } else if (map instanceof DoubleComplexCirculant circulant) {
            head(MapKind.COMPLEX_CIRCULANT, map);
            out.doubles(circulant.eigenvalues().re());
            out.doubles(circulant.eigenvalues().im());
        } else {
            return isButterfly(map);
        }
        return true;
    }

    /** Writes a butterfly, if it is one. */
    private boolean isButterfly(DoubleLinearMap map) throws IOException {
        if (map instanceof DoubleButterflyMap butterfly) {
            head(MapKind.BUTTERFLY, map);
            List<ButterflyPattern> patterns = butterfly.patterns();
            out.integer(patterns.size());
            for (int l = 0; l < patterns.size(); l++) {
                double[] values = butterfly.values(l);
                pattern(patterns.get(l), values.length);
                out.doubles(values);
            }
        } else if (map instanceof DoubleComplexButterfly butterfly) {
            head(MapKind.COMPLEX_BUTTERFLY, map);
            List<ButterflyPattern> patterns = butterfly.patterns();
            out.integer(patterns.size());
            for (int l = 0; l < patterns.size(); l++) {
                double[] re = butterfly.re(l);
                pattern(patterns.get(l), re.length);
                out.doubles(re);
                out.doubles(butterfly.im(l));
            }
        } else {
            return false;
        }
        return true;
    }

    /** Writes a transform that is known by its name, if it is one. */
    private boolean isTransform(DoubleLinearMap map) throws IOException {
        if (map instanceof DoubleHadamard hadamard) {
            head(MapKind.HADAMARD, map);
            out.integer(MapFormat.code(hadamard.normalization()));
            out.integer(hadamard.signs().isPresent() ? 1 : 0);
            if (hadamard.signs().isPresent()) {
                signs(hadamard.signs().get());
            }
        } else if (map instanceof DoubleFourierMap fourier) {
            head(MapKind.FOURIER, map);
            out.integer(MapFormat.code(fourier.normalization()));
            out.integer(fourier.isConjugate() ? 1 : 0);
        } else if (map instanceof DoubleRealFourierMap fourier) {
            head(MapKind.REAL_FOURIER, map);
            out.integer(MapFormat.code(fourier.normalization()));
        } else if (map instanceof DoubleHartleyMap hartley) {
            head(MapKind.HARTLEY, map);
            out.integer(MapFormat.code(hartley.normalization()));
        } else if (map instanceof DoubleTrigonometricMap transform) {
            head(MapKind.TRIGONOMETRIC, map);
            out.integer(MapFormat.code(transform.kind()));
            out.integer(MapFormat.code(transform.normalization()));
        } else {
            return false;
        }
        return true;
    }

    private void pattern(ButterflyPattern pattern, int values) throws IOException {
        out.integer(pattern.groups());
        out.integer(pattern.blockRows());
        out.integer(pattern.blockCols());
        out.integer(pattern.stride());
        out.integer(values);
    }

    /** Writes a map of maps, if it is one. */
    private boolean isComposed(DoubleLinearMap map, int depth) throws IOException {
        if (map instanceof DoubleMultiple multiple) {
            head(MapKind.MULTIPLE, map);
            out.doubles(multiple.factor());
            write(map.parts().get(0), depth + 1);
        } else if (map instanceof DoubleProduct product) {
            head(MapKind.PRODUCT, map);
            out.integer(product.asWritten() == product ? 1 : 0);
            parts(map, depth);
        } else if (map instanceof DoubleSum || map instanceof DoubleKroneckerProduct) {
            head(map instanceof DoubleSum ? MapKind.SUM : MapKind.KRONECKER, map);
            parts(map, depth);
        } else if (map instanceof DoubleBlockDiagonal) {
            head(MapKind.BLOCK_DIAGONAL, map);
            parts(map, depth);
        } else if (map.parts().size() == 1 && map.transposed() == map.parts().get(0)) {
            head(MapKind.TRANSPOSE, map);
            write(map.parts().get(0), depth + 1);
        } else {
            return false;
        }
        return true;
    }

    private void parts(DoubleLinearMap map, int depth) throws IOException {
        out.integer(map.parts().size());
        for (DoubleLinearMap part : map.parts()) {
            write(part, depth + 1);
        }
    }
}
