package dev.lanewise.structured.butterfly;

import dev.lanewise.engine.backend.SquareRoot;
import dev.lanewise.engine.butterfly.ButterflyPattern;
import java.util.List;

/**
 * Some blocks of every split of a chain, and what they have beyond their rank in one order of rows and columns or
 * another.
 */
final class DoubleSplitSamples {
    /** The golden section of 2^32: multiples of it are spread evenly, and meet no pattern. */
    private static final long SPREAD = 2654435769L;

    private final List<ButterflySplit> splits;
    private final DoubleLowRankBlock[] blocks;
    private final double[] re;
    private final double[] im;
    private final int cols;
    private final int most;

    DoubleSplitSamples(List<ButterflyPattern> chain, double[] re, double[] im, int most) {
        this.splits = DoubleButterflyPath.splits(chain);
        this.re = re;
        this.im = im;
        this.cols = chain.getLast().cols();
        this.most = most;
        blocks = new DoubleLowRankBlock[splits.size()];
        for (int l = 0; l < blocks.length; l++) {
            ButterflySplit split = splits.get(l);
            blocks[l] = new DoubleLowRankBlock(split.rows(), split.cols(), split.rank(), im.length > 0);
        }
    }

    /** The largest, over splits, of what is left without the rank, relative to what was there. */
    double excess(ButterflyOrder rows, ButterflyOrder columns) {
        double largest = 0;
        for (int l = 0; l < blocks.length; l++) {
            ButterflySplit split = splits.get(l);
            double rest = 0, all = 0;
            int count = Math.min(most, split.classes());
            for (int i = 0; i < count; i++) {
                boolean isAll = count == split.classes();
                long spread = (i + 1) * SPREAD % (1L << Integer.SIZE) * split.classes() >>> Integer.SIZE;
                gather(blocks[l], split, isAll ? i : (int) spread, rows, columns);
                all += blocks[l].square();
                rest += blocks[l].reduce();
            }
            largest = all > 0 ? Math.max(largest, SquareRoot.of(rest / all)) : largest;
        }
        return largest;
    }

    /** A class of the product, which is written out: its rows are so far apart, and so are its columns. */
    private void gather(
            DoubleLowRankBlock block, ButterflySplit split, int number, ButterflyOrder rows, ButterflyOrder columns) {
        ButterflyPattern left = split.left(), right = split.right();
        int group = number / left.stride(), offset = number % left.stride();
        int top = group / (right.groups() / left.groups()) * left.blockRows();
        for (int i = 0, to = 0; i < split.rows(); i++) {
            int row = rows.index((top + i) * left.stride() + offset) * cols;
            for (int j = 0; j < split.cols(); j++, to++) {
                int column = (group * right.blockCols() + j) * right.stride() + offset % right.stride();
                int from = row + columns.index(column);
                block.re[to] = re[from];
                if (block.isComplex) {
                    block.im[to] = im[from];
                }
            }
        }
    }
}
