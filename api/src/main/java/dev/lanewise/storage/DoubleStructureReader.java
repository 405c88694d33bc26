package dev.lanewise.storage;

import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.trigonometric.TrigonometricKind;
import dev.lanewise.structured.DoubleBandedMap;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleHankelMap;
import dev.lanewise.structured.DoubleHartleyMap;
import dev.lanewise.structured.DoubleLowRankMap;
import dev.lanewise.structured.DoubleMonarchMap;
import dev.lanewise.structured.DoubleRealFourierMap;
import dev.lanewise.structured.DoubleToeplitzMap;
import dev.lanewise.structured.DoubleTrigonometricMap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads maps of few numbers that stand for many, and transforms that are known by their names. */
final class DoubleStructureReader {
    private final MapInput in;

    DoubleStructureReader(MapInput in) {
        this.in = in;
    }

    DoubleMapReader.Maker of(MapKind kind, int rows, int cols) throws IOException {
        switch (kind) {
            case TOEPLITZ:
                double[] column = in.doubles(rows, "the first column of a Toeplitz matrix");
                double[] row = in.doubles(cols, "the first row of a Toeplitz matrix");
                return () -> DoubleToeplitzMap.of(column, row);
            case HANKEL:
                double[] antidiagonals = in.doubles(Math.max(0, rows + (cols - 1L)), "antidiagonals");
                return () -> DoubleHankelMap.of(rows, antidiagonals);
            case BANDED:
                return banded(rows, cols);
            case LOW_RANK:
                int rank = in.integer("the columns of a factor of low rank", 0, Integer.MAX_VALUE);
                double[] u = in.doubles((long) rows * rank, "entries of a factor");
                double[] v = in.doubles((long) cols * rank, "entries of a factor");
                return () -> DoubleLowRankMap.of(DoubleDenseMap.of(rows, rank, u), DoubleDenseMap.of(cols, rank, v));
            case MONARCH:
                return monarch(rows, cols);
            case REAL_FOURIER:
                Normalization ofReal = normalization();
                return () -> DoubleRealFourierMap.of(cols, ofReal);
            case HARTLEY:
                Normalization ofHartley = normalization();
                return () -> DoubleHartleyMap.of(rows, ofHartley);
            case TRIGONOMETRIC:
                TrigonometricKind which =
                        MapFormat.trigonometricKind(in.integer("the kind of a cosine or sine transform", 1, 8));
                Normalization normalization = normalization();
                return () -> DoubleTrigonometricMap.of(which, rows, normalization);
            default:
                throw new AssertionError("no reader for " + kind);
        }
    }

    Normalization normalization() throws IOException {
        int code = in.integer("the normalisation of a transform", 0, Normalization.values().length - 1);
        return MapFormat.normalization(code);
    }

    private DoubleMapReader.Maker banded(int rows, int cols) throws IOException {
        int lower = in.integer("the diagonals below the main one", 0, Math.max(0, rows - 1));
        int upper = in.integer("the diagonals above the main one", 0, Math.max(0, cols - 1));
        double[] diagonals = in.doubles((lower + upper + 1L) * rows, "diagonals");
        return () -> DoubleBandedMap.of(rows, cols, lower, upper, diagonals);
    }

    private DoubleMapReader.Maker monarch(int rows, int cols) throws IOException {
        long at = in.position();
        int b = in.integer("the number of first blocks", 1, Integer.MAX_VALUE);
        int p = in.integer("the number of second blocks", 1, Integer.MAX_VALUE);
        // Blocks without entries take no bytes: a file could claim any number of them.
        if (cols == 0 || rows == 0 || cols % b != 0 || rows % p != 0) {
            throw in.problem(
                    at,
                    "Monarch of " + rows + " x " + cols + ": got " + b + " first blocks and " + p
                            + " second ones, wanted numbers that divide its columns and its rows, neither of them 0");
        }
        List<double[]> first = blocks(b, (long) p * (cols / b)), second = blocks(p, (long) (rows / p) * b);
        return () -> DoubleMonarchMap.of(dense(p, cols / b, first), dense(rows / p, b, second));
    }

    private List<double[]> blocks(int count, long entries) throws IOException {
        List<double[]> blocks = new ArrayList<>();
        for (int left = count; left > 0; left--) {
            blocks.add(in.doubles(entries, "entries of a block"));
        }
        return blocks;
    }

    private static List<DoubleDenseMap> dense(int rows, int cols, List<double[]> blocks) {
        return blocks.stream()
                .map(entries -> DoubleDenseMap.of(rows, cols, entries))
                .toList();
    }
}
