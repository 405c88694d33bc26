package dev.lanewise.structured;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Maps below each other, {@code y = (A_1 x, A_2 x, ..., A_k x)}, or side by side, {@code y = A_1 x_1 + A_2 x_2 + ... + A_k x_k},
 * summed from the left: the one is the transpose of the other.
 */
public final class DoubleStack extends DoubleApartMap {
    private final DoubleLinearMap[] blocks;
    private final boolean sideBySide;

    private DoubleStack(int rows, int cols, boolean sideBySide, List<DoubleLinearMap> blocks) {
        super(rows, cols);
        this.sideBySide = sideBySide;
        this.blocks = blocks.toArray(new DoubleLinearMap[0]);
    }

    /**
     * Maps below each other.
     *
     * @param blocks from the top, at least one, with the same number of columns
     * @return the map; the block itself if there is one
     * @throws IllegalArgumentException if there are none, they do not fit, or the whole is too large
     */
    public static DoubleLinearMap of(List<? extends DoubleLinearMap> blocks) {
        return of(blocks, false);
    }

    /**
     * Maps side by side.
     *
     * @param blocks from the left, at least one, with the same number of rows
     * @return the map; the block itself if there is one
     * @throws IllegalArgumentException if there are none, they do not fit, or the whole is too large
     */
    public static DoubleLinearMap sideBySide(List<? extends DoubleLinearMap> blocks) {
        return of(blocks, true);
    }

    private static DoubleLinearMap of(List<? extends DoubleLinearMap> blocks, boolean sideBySide) {
        if (Objects.requireNonNull(blocks, "blocks").isEmpty()) {
            throw new IllegalArgumentException("blocks: got none, wanted one or more");
        }
        List<DoubleLinearMap> opened = new ArrayList<>();
        DoubleLinearMap first = Objects.requireNonNull(blocks.getFirst(), "block 0");
        long length = 0;
        for (int i = 0; i < blocks.size(); i++) {
            DoubleLinearMap block = Objects.requireNonNull(blocks.get(i), "block " + i);
            if (sideBySide ? block.rows() != first.rows() : block.cols() != first.cols()) {
                throw new IllegalArgumentException((sideBySide ? "side by side: " : "stack: ") + first.nameAndShape()
                        + " and " + block.nameAndShape() + "; wanted the same number of "
                        + (sideBySide ? "rows" : "columns"));
            }
            length += sideBySide ? block.cols() : block.rows();
            if (block instanceof DoubleStack stack && stack.sideBySide == sideBySide) {
                opened.addAll(stack.parts());
            } else {
                opened.add(block);
            }
        }
        if (length > Workspace.LARGEST_ARRAY) {
            throw new IllegalArgumentException("blocks: got " + length + (sideBySide ? " columns" : " rows")
                    + " in all, wanted at most " + Workspace.LARGEST_ARRAY);
        }
        if (opened.size() == 1) {
            return opened.getFirst();
        }
        int rows = sideBySide ? first.rows() : (int) length, cols = sideBySide ? (int) length : first.cols();
        return new DoubleStack(rows, cols, sideBySide, opened);
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
        if (transposed == sideBySide) {
            oneToMany(transposed, x, xLayout, y, yLayout, workspace, parallelism);
        } else {
            manyToOne(transposed, x, xLayout, y, yLayout, workspace, parallelism);
        }
    }

    private void oneToMany(
            boolean transposed,
            double[] x,
            Layout xLayout,
            double[] y,
            Layout yLayout,
            Workspace workspace,
            Parallelism parallelism) {
        int to = 0;
        for (DoubleLinearMap block : blocks) {
            int outputs = transposed ? block.cols() : block.rows();
            Layout part = DoubleBlockDiagonal.part(yLayout, 0, xLayout.count(), to, outputs, workspace);
            DoubleVectorLoop.step(block, transposed, x, xLayout, y, part, workspace, parallelism);
            to += outputs;
        }
    }

    private void manyToOne(
            boolean transposed,
            double[] x,
            Layout xLayout,
            double[] y,
            Layout yLayout,
            Workspace workspace,
            Parallelism parallelism) {
        int count = xLayout.count(), outputs = transposed ? cols() : rows();
        int atOnce = DoubleSum.vectorsAtOnce(outputs);
        double[] term = workspace.takeDoubles((int) Math.min((long) atOnce * outputs, (long) count * outputs));
        try {
            for (int first = 0; first < count; first += atOnce) {
                int some = Math.min(atOnce, count - first);
                Layout sum = DoubleBlockDiagonal.part(yLayout, first, some, 0, outputs, workspace);
                Layout buffer = DoubleSum.besides(sum, outputs, workspace);
                int from = 0;
                for (int i = 0; i < blocks.length; i++) {
                    int inputs = transposed ? blocks[i].rows() : blocks[i].cols();
                    Layout part = DoubleBlockDiagonal.part(xLayout, first, some, from, inputs, workspace);
                    if (i == 0) {
                        DoubleVectorLoop.step(blocks[i], transposed, x, part, y, sum, workspace, parallelism);
                    } else {
                        DoubleVectorLoop.step(blocks[i], transposed, x, part, term, buffer, workspace, parallelism);
                        DoubleSum.add(y, sum, term, buffer, y, sum, outputs);
                    }
                    from += inputs;
                }
            }
        } finally {
            workspace.releaseDoubles();
        }
    }

    @Override
    protected DoubleLinearMap makeTransposed() {
        List<DoubleLinearMap> turned = new ArrayList<>();
        for (DoubleLinearMap block : blocks) {
            turned.add(block.transposed());
        }
        return of(turned, !sideBySide);
    }

    @Override
    boolean goesSideBySide() {
        return DoubleProduct.goSideBySide(blocks);
    }

    @Override
    public long operations() {
        long sum = sideBySide ? (blocks.length - 1L) * rows() : 0;
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
        return (sideBySide ? "side by side, " : "stack of ") + blocks.length;
    }

    @Override
    public List<DoubleLinearMap> parts() {
        return List.of(blocks);
    }
}
