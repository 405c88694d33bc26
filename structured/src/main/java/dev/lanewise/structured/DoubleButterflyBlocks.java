package dev.lanewise.structured;

import dev.lanewise.engine.Determinant;
import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.SingularMatrixException;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.butterfly.ButterflyPattern;
import dev.lanewise.engine.lu.DoubleLu;

/** The inverses and determinants of the blocks of butterfly factors, by their LU factorisations. */
final class DoubleButterflyBlocks {
    private final ButterflyPattern pattern;
    private final int order;
    private final DoubleLu lu;
    private final MatrixLayout layout;
    private final Workspace workspace = new Workspace();

    /** Of a factor of square blocks, as matrices of an order. */
    DoubleButterflyBlocks(ButterflyPattern pattern, int order) {
        this.pattern = pattern;
        this.order = order;
        lu = new DoubleLu(order, order);
        layout = MatrixLayout.of(order, order);
    }

    /** Refuses factors that are not square. */
    static void checkSquare(Iterable<ButterflyPattern> patterns, String name) {
        int factor = 0;
        for (ButterflyPattern pattern : patterns) {
            if (pattern.blockRows() != pattern.blockCols()) {
                throw new UnsupportedOperationException(name + ": got blocks of " + pattern.blockRows() + " x "
                        + pattern.blockCols() + " in factor " + factor + ", wanted square ones to invert");
            }
            factor++;
        }
    }

    /** The inverses of all blocks, one after the other. */
    double[] inverted(int factor, double[] values) {
        int size = order * order;
        double[] inverted = new double[values.length], block = new double[size];
        for (int at = 0; at < values.length; at += size) {
            System.arraycopy(values, at, block, 0, size);
            try {
                lu.factorize(block, layout, workspace, Parallelism.NONE);
                lu.invert(block, layout, workspace, Parallelism.NONE);
            } catch (SingularMatrixException e) {
                throw new SingularMatrixException(where(factor, at / size), e.index(), e.reason());
            }
            for (int i = 0; i < size; i++) {
                if (!Double.isFinite(block[i])) {
                    throw new SingularMatrixException(where(factor, at / size), i / order, "its inverse overflows");
                }
            }
            System.arraycopy(block, 0, inverted, at, size);
        }
        return inverted;
    }

    private String where(int factor, int block) {
        return "block " + block + " of factor " + factor + ", of the pattern " + pattern + ",";
    }

    /** The determinant of a factor: that of its blocks, all of them or those of one group. */
    Determinant determinant(double[] values) {
        int size = order * order, times = pattern.blocks() / (values.length / size);
        Determinant product = Determinant.ONE;
        double[] block = new double[size];
        for (int at = 0; at < values.length; at += size) {
            System.arraycopy(values, at, block, 0, size);
            lu.factorize(block, layout, workspace, Parallelism.NONE);
            product = product.times(lu.determinant());
        }
        Determinant power = Determinant.ONE;
        for (int i = 0; i < times; i++) {
            power = power.times(product);
        }
        return power;
    }
}
