package dev.lanewise.structured;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import java.util.List;
import java.util.Set;

/**
 * A map along one axis of an array, {@code I_a x M x I_d}: it maps, for each of {@code a}, {@code d} vectors that lie side by side. No
 * number is moved but by {@code M}.
 */
final class DoubleModeMap extends DoubleBlockMap {
    private final int before;
    private final DoubleLinearMap map;
    private final int after;

    /** Shapes that fit into arrays. */
    DoubleModeMap(int before, DoubleLinearMap map, int after) {
        super(before * map.rows() * after, before * map.cols() * after);
        this.before = before;
        this.map = map;
        this.after = after;
    }

    @Override
    protected void applyBlock(
            boolean transposed,
            double[] x,
            Layout xLayout,
            double[] y,
            Layout yLayout,
            Workspace workspace,
            Parallelism parallelism) {
        DoubleVectorLoop.split(this, transposed, x, xLayout, y, yLayout, workspace, parallelism);
    }

    /** In as few blocks as there can be: each of the vectors along an axis, or of those in the same place of each array. */
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
        int inputs = transposed ? map.rows() : map.cols(), outputs = transposed ? map.cols() : map.rows();
        int count = past - first, xStride = xLayout.stride(), yStride = yLayout.stride();
        if (count == 0 || rows() == 0 && cols() == 0) {
            return;
        }
        if (after == 1 && before >= count) {
            for (int j = first; j < past; j++) {
                Layout from = axis(workspace, xLayout.start(j), xStride, before, inputs, xStride);
                Layout to = axis(workspace, yLayout.start(j), yStride, before, outputs, yStride);
                DoubleVectorLoop.step(map, transposed, x, from, y, to, workspace, parallelism);
            }
        } else if (after >= count) {
            for (int j = first; j < past; j++) {
                for (int i = 0; i < before; i++) {
                    int from = start(xLayout, j, i, inputs, 0), to = start(yLayout, j, i, outputs, 0);
                    Layout in = workspace.layout(from, after * xStride, after, xStride);
                    Layout out = workspace.layout(to, after * yStride, after, yStride);
                    DoubleVectorLoop.step(map, transposed, x, in, y, out, workspace, parallelism);
                }
            }
        } else {
            for (int i = 0; i < before; i++) {
                for (int l = 0; l < after; l++) {
                    int from = start(xLayout, first, i, inputs, l), to = start(yLayout, first, i, outputs, l);
                    Layout in = workspace.layout(from, after * xStride, count, xLayout.distance());
                    Layout out = workspace.layout(to, after * yStride, count, yLayout.distance());
                    DoubleVectorLoop.step(map, transposed, x, in, y, out, workspace, parallelism);
                }
            }
        }
    }

    /** Vectors of so many elements, one after the other. */
    private static Layout axis(Workspace workspace, int start, int stride, int count, int length, int element) {
        return workspace.layout(start, stride, count, Math.max(1, length) * element);
    }

    /** Where a vector along the axis begins; what is empty begins nowhere: not beyond the array either. */
    private int start(Layout layout, int vector, int i, int length, int l) {
        return length == 0 ? layout.start(vector) : layout.start(vector) + (i * length * after + l) * layout.stride();
    }

    @Override
    protected boolean prefersInPlace() {
        return map.prefersInPlace();
    }

    @Override
    protected DoubleLinearMap makeTransposed() {
        return new DoubleModeMap(before, map.transposed(), after);
    }

    /** Those of the map, all of which this has. */
    @Override
    protected Set<MapProperty> known() {
        return MapProperty.common(List.of(map));
    }

    @Override
    public long operations() {
        return (long) before * after * map.operations();
    }

    @Override
    public String name() {
        return "along an axis, " + before + " before and " + after + " after";
    }

    @Override
    public List<DoubleLinearMap> parts() {
        return List.of(map);
    }
}
