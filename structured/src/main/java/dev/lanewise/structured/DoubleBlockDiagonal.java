package dev.lanewise.structured;

import dev.lanewise.engine.Determinant;
import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.SingularMatrixException;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.batch.DoubleMapping;
import dev.lanewise.engine.panel.DoubleDiagonalProduct;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Maps along the diagonal, {@code diag(A_1, A_2, ..., A_k)}, of any shapes: each maps a part of the vector of its own. */
public final class DoubleBlockDiagonal extends DoubleApartMap {
    /** Numbers of the block of vectors that goes through all maps together. */
    private static final int BLOCK = 1 << 16;

    /** Vectors that go through one map together, whatever there is of the vectors: long pieces of rows of vectors side by side. */
    private static final int FEWEST = 1024;

    /** Vectors in rows that are worth transposing the blocks for. */
    private static final int FEWEST_ROWS = 8;

    private final DoubleLinearMap[] blocks;

    /** Whether all blocks are transposes; then what they are of, otherwise the blocks themselves. */
    private final boolean areTransposes;

    private final DoubleLinearMap[] written;

    /** Whether what is written is dense and small; then its entries and shapes. */
    private final boolean areSmall;

    private final double[][] entries;
    private final int[] rowsOf;
    private final int[] colsOf;

    private DoubleBlockDiagonal(int rows, int cols, List<? extends DoubleLinearMap> blocks) {
        super(rows, cols);
        this.blocks = blocks.toArray(new DoubleLinearMap[0]);
        areTransposes = blocks.stream().allMatch(DoubleTranspose.class::isInstance);
        written = blocks.stream()
                .map(block -> areTransposes ? block.transposed() : block)
                .toArray(DoubleLinearMap[]::new);
        areSmall = Stream.of(written)
                .allMatch(block ->
                        block instanceof DoubleDenseMap && DoubleDiagonalProduct.isFor(block.rows(), block.cols()));
        int count = areSmall ? written.length : 0;
        entries = new double[count][];
        rowsOf = new int[count];
        colsOf = new int[count];
        for (int i = 0; i < count; i++) {
            entries[i] = ((DoubleDenseMap) written[i]).entries();
            rowsOf[i] = written[i].rows();
            colsOf[i] = written[i].cols();
        }
    }

    /**
     * The block diagonal map of given blocks.
     *
     * @param blocks from the upper left to the lower right, at least one
     * @return the map; the block itself if there is one
     * @throws IllegalArgumentException if there are none, or the whole is too large
     */
    public static DoubleLinearMap of(List<? extends DoubleLinearMap> blocks) {
        if (Objects.requireNonNull(blocks, "blocks").isEmpty()) {
            throw new IllegalArgumentException("blocks: got none, wanted one or more");
        }
        long rows = 0, cols = 0;
        for (int i = 0; i < blocks.size(); i++) {
            DoubleLinearMap block = Objects.requireNonNull(blocks.get(i), "block " + i);
            rows += block.rows();
            cols += block.cols();
        }
        if (Math.max(rows, cols) > Workspace.LARGEST_ARRAY) {
            throw new IllegalArgumentException("blocks: got " + rows + " x " + cols + " in all, wanted at most "
                    + Workspace.LARGEST_ARRAY + " of each");
        }
        return blocks.size() == 1 ? blocks.getFirst() : new DoubleBlockDiagonal((int) rows, (int) cols, blocks);
    }

    /** This times another, block by block; null if their blocks do not fit. */
    DoubleLinearMap merged(DoubleBlockDiagonal right) {
        if (blocks.length != right.blocks.length) {
            return null;
        }
        List<DoubleLinearMap> products = new ArrayList<>();
        for (int i = 0; i < blocks.length; i++) {
            if (blocks[i].cols() != right.blocks[i].rows()) {
                return null;
            }
            products.add(blocks[i].times(right.blocks[i]));
        }
        return of(products);
    }

    @Override
    boolean worksInPlace() {
        for (DoubleLinearMap block : blocks) {
            if (block.rows() != block.cols()) {
                return false;
            }
        }
        return true;
    }

    @Override
    void multiply(
            boolean transposed,
            double[] x,
            Layout xLayout,
            double[] y,
            Layout yLayout,
            Workspace workspace,
            Parallelism parallelism) {
        DoubleVectorLoop.split(this, transposed, x, xLayout, y, yLayout, workspace, parallelism);
    }

    @Override
    void several(
            boolean transposed,
            double[] x,
            Layout xLayout,
            double[] y,
            Layout yLayout,
            int first,
            int past,
            Workspace workspace,
            Parallelism parallelism) {
        boolean writtenTransposed = transposed != areTransposes;
        boolean areRows = xLayout.stride() == 1 && yLayout.stride() == 1 && past - first >= FEWEST_ROWS;
        if (areRows && areSmall && parallelism.workers() == 1 && !DoubleMapping.isInPlace(x, xLayout, y, yLayout)) {
            DoubleDiagonalProduct.multiply(
                    past - first,
                    entries,
                    rowsOf,
                    colsOf,
                    !writtenTransposed,
                    x,
                    xLayout.start(first),
                    xLayout.distance(),
                    y,
                    yLayout.start(first),
                    yLayout.distance(),
                    workspace);
            return;
        }
        int atOnce = Math.max(FEWEST, BLOCK / Math.max(1, rows() + cols()));
        for (int at = first; at < past; at += atOnce) {
            int count = Math.min(atOnce, past - at), from = 0, to = 0;
            for (DoubleLinearMap block : written) {
                int inputs = writtenTransposed ? block.rows() : block.cols(),
                        outputs = writtenTransposed ? block.cols() : block.rows();
                if (block instanceof DoubleDenseMap dense && !DoubleMapping.isInPlace(x, xLayout, y, yLayout)) {
                    dense.multiply(
                            writtenTransposed,
                            x,
                            xLayout.start(at) + from * xLayout.stride(),
                            xLayout.stride(),
                            xLayout.distance(),
                            count,
                            y,
                            yLayout.start(at) + to * yLayout.stride(),
                            yLayout.stride(),
                            yLayout.distance(),
                            workspace,
                            parallelism);
                } else {
                    Layout in = part(xLayout, at, count, from, inputs, workspace);
                    Layout out = part(yLayout, at, count, to, outputs, workspace);
                    DoubleVectorLoop.step(block, writtenTransposed, x, in, y, out, workspace, parallelism);
                }
                from += inputs;
                to += outputs;
            }
        }
    }

    /** Some vectors from one on, and of them so many elements from one on. */
    static Layout part(Layout layout, int vector, int count, int element, int elements, Workspace workspace) {
        int first = elements == 0 ? 0 : element; // what is empty begins nowhere: not beyond the array either
        return workspace.layout(
                layout.start(vector) + first * layout.stride(), layout.stride(), count, layout.distance());
    }

    @Override
    protected boolean prefersInPlace() {
        for (DoubleLinearMap block : blocks) {
            if (!block.prefersInPlace()) {
                return false;
            }
        }
        return true;
    }

    @Override
    protected DoubleLinearMap makeTransposed() {
        return each(DoubleLinearMap::transposed);
    }

    /** Block by block; a block that is singular is named. */
    @Override
    protected DoubleLinearMap makeInverse() {
        for (int i = 0; i < blocks.length; i++) {
            try {
                blocks[i].inverse();
            } catch (SingularMatrixException e) {
                throw e.within("block " + i + " of " + blocks.length);
            }
        }
        return each(DoubleLinearMap::inverse);
    }

    private DoubleLinearMap each(UnaryOperator<DoubleLinearMap> change) {
        List<DoubleLinearMap> changed = new ArrayList<>();
        for (DoubleLinearMap block : blocks) {
            changed.add(change.apply(block));
        }
        return of(changed);
    }

    /** What all blocks have; what is of square maps needs all of them to be square. */
    @Override
    protected Set<MapProperty> known() {
        EnumSet<MapProperty> common = MapProperty.common(parts());
        if (!worksInPlace()) {
            common.retainAll(Set.of(MapProperty.ORTHONORMAL_COLUMNS, MapProperty.ORTHONORMAL_ROWS));
        }
        return common;
    }

    @Override
    public Determinant determinant() {
        Determinant product = Determinant.ONE;
        for (DoubleLinearMap block : blocks) {
            product = product.times(block.determinant());
        }
        return product;
    }

    @Override
    boolean goesSideBySide() {
        return DoubleProduct.goSideBySide(blocks);
    }

    @Override
    public long operations() {
        long sum = 0;
        for (DoubleLinearMap block : blocks) {
            sum += block.operations();
        }
        return sum;
    }

    /** Of complex blocks too: parts of their vectors alternate. */
    @Override
    public boolean isComplex() {
        return false;
    }

    @Override
    public String name() {
        return "block diagonal of " + blocks.length;
    }

    @Override
    public List<DoubleLinearMap> parts() {
        return List.of(blocks);
    }
}
