package dev.lanewise.structured;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.batch.DoubleElements;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A sum {@code A_1 + A_2 + ... + A_k}; outputs are added from the left. */
public final class DoubleSum extends DoubleLinearMap {
    /** Numbers of the block of vectors that is mapped at once: what is added is in the near caches. */
    private static final int BLOCK = 1 << 14;

    /** Vectors that are mapped at once at least, as a term may be a matrix whose entries are read for each block. */
    private static final int FEWEST = 64;

    /** Numbers of such a block at most, unless a single vector is longer. */
    private static final int LARGEST_BLOCK = 1 << 22;

    private final DoubleLinearMap[] terms;

    private DoubleSum(List<DoubleLinearMap> terms) {
        super(terms.getFirst().rows(), terms.getFirst().cols());
        this.terms = terms.toArray(new DoubleLinearMap[0]);
    }

    /**
     * The sum of maps, simplified: sums within are opened, zeros vanish, diagonals are added, and multiples of one map become
     * one multiple of it.
     *
     * @param terms at least one
     * @return the sum; the term itself if one is left, zero if none is
     * @throws IllegalArgumentException if there are none, or shapes differ
     */
    public static DoubleLinearMap of(List<? extends DoubleLinearMap> terms) {
        if (Objects.requireNonNull(terms, "terms").isEmpty()) {
            throw new IllegalArgumentException("terms: got none, wanted one or more");
        }
        DoubleLinearMap first = Objects.requireNonNull(terms.getFirst(), "term 0");
        List<DoubleLinearMap> simplified = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            DoubleLinearMap term = Objects.requireNonNull(terms.get(i), "term " + i);
            if (term.rows() != first.rows() || term.cols() != first.cols()) {
                throw new IllegalArgumentException(
                        "sum: " + first.nameAndShape() + " plus " + term.nameAndShape() + "; wanted the same shape");
            }
            if (term instanceof DoubleSum sum) {
                sum.parts().forEach(part -> add(simplified, part));
            } else {
                add(simplified, term);
            }
        }
        return switch (simplified.size()) {
            case 0 -> DoubleZero.of(first.rows(), first.cols());
            case 1 -> simplified.getFirst();
            default -> new DoubleSum(simplified);
        };
    }

    private static void add(List<DoubleLinearMap> terms, DoubleLinearMap next) {
        if (next instanceof DoubleZero) {
            return;
        }
        for (int i = 0; i < terms.size(); i++) {
            DoubleLinearMap merged = merged(terms.get(i), next);
            if (merged != null) {
                terms.remove(i);
                if (!(merged instanceof DoubleZero)) {
                    terms.add(i, merged);
                }
                return;
            }
        }
        terms.add(next);
    }

    private static DoubleLinearMap merged(DoubleLinearMap left, DoubleLinearMap right) {
        boolean areIdentities = bare(left) instanceof DoubleIdentity && bare(right) instanceof DoubleIdentity;
        if (areIdentities || bare(left) == bare(right)) {
            double factor = factor(left) + factor(right);
            return Double.isFinite(factor) ? DoubleMultiple.of(factor, bare(left)) : null;
        }
        if (left instanceof DoubleComplexDiagonal diagonal && right instanceof DoubleComplexDiagonal other) {
            return diagonal.plus(other);
        }
        DoubleDiagonal diagonal = DoubleDiagonal.from(left), other = DoubleDiagonal.from(right);
        return diagonal == null || other == null ? null : diagonal.plus(other);
    }

    private static DoubleLinearMap bare(DoubleLinearMap term) {
        return term instanceof DoubleMultiple multiple ? multiple.map() : term;
    }

    private static double factor(DoubleLinearMap term) {
        return term instanceof DoubleMultiple multiple ? multiple.factor() : 1;
    }

    @Override
    protected void applyUnchecked(double[] x, int xOffset, double[] y, int yOffset, Workspace workspace) {
        one(false, x, xOffset, y, yOffset, workspace);
    }

    @Override
    protected void applyTransposedUnchecked(double[] x, int xOffset, double[] y, int yOffset, Workspace workspace) {
        one(true, x, xOffset, y, yOffset, workspace);
    }

    private void one(boolean transposed, double[] x, int xOffset, double[] y, int yOffset, Workspace workspace) {
        add(
                transposed,
                x,
                workspace.layout(xOffset, 1, 1, 1),
                y,
                workspace.layout(yOffset, 1, 1, 1),
                workspace,
                Parallelism.NONE);
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

    /** How many outputs of a length are summed together. */
    static int vectorsAtOnce(int length) {
        int least = Math.min(FEWEST, LARGEST_BLOCK / Math.max(1, length));
        return Math.max(1, Math.max(least, BLOCK / Math.max(1, length)));
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
        int atOnce = vectorsAtOnce(Math.max(rows(), cols()));
        for (int at = first; at < past; at += atOnce) {
            int count = Math.min(atOnce, past - at);
            Layout from = workspace.layout(xLayout.start(at), xLayout.stride(), count, xLayout.distance());
            Layout to = workspace.layout(yLayout.start(at), yLayout.stride(), count, yLayout.distance());
            add(transposed, x, from, y, to, workspace, parallelism);
        }
    }

    /** The first term goes to the output, unless that is the input; each further one to a buffer, from which it is added. */
    private void add(
            boolean transposed,
            double[] x,
            Layout from,
            double[] y,
            Layout to,
            Workspace workspace,
            Parallelism parallelism) {
        int outputs = transposed ? cols() : rows();
        int count = from.count();
        boolean inPlace = x == y && rows() == cols();
        Layout buffer = besides(to, outputs, workspace);
        double[] sum = workspace.takeDoubles(inPlace ? count * outputs : 0);
        double[] term = workspace.takeDoubles(count * outputs);
        try {
            double[] target = inPlace ? sum : y;
            Layout targetLayout = inPlace ? buffer : to;
            terms[0].applyBlock(transposed, x, from, target, targetLayout, workspace, parallelism);
            for (int i = 1; i < terms.length; i++) {
                terms[i].applyBlock(transposed, x, from, term, buffer, workspace, parallelism);
                boolean isLast = i == terms.length - 1;
                add(target, targetLayout, term, buffer, isLast ? y : target, isLast ? to : targetLayout, outputs);
            }
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
        }
    }

    private static boolean areSideBySide(Layout layout) {
        return layout.distance() == 1 && layout.count() > 1;
    }

    /** How terms of so many elements lie, from 0 on, that are added to such outputs: side by side if these do, else one after the other. */
    static Layout besides(Layout outputs, int length, Workspace workspace) {
        int count = outputs.count();
        return areSideBySide(outputs)
                ? workspace.layout(0, count, count, 1)
                : workspace.layout(0, 1, count, Math.max(1, length));
    }

    /** {@code z = a + b} of vectors of so many elements, b beside z, and a as z or b. */
    static void add(double[] a, Layout aLayout, double[] b, Layout bLayout, double[] z, Layout zLayout, int length) {
        int count = zLayout.count();
        if (areSideBySide(zLayout)) {
            for (int i = 0, at = aLayout.offset(), from = bLayout.offset(), to = zLayout.offset();
                    i < length;
                    i++, at += aLayout.stride(), from += bLayout.stride(), to += zLayout.stride()) {
                DoubleElements.add(a, at, b, from, z, to, count);
            }
            return;
        }
        for (int j = 0; j < count; j++) {
            add(
                    a,
                    aLayout.start(j),
                    aLayout.stride(),
                    b,
                    bLayout.start(j),
                    z,
                    zLayout.start(j),
                    zLayout.stride(),
                    length);
        }
    }

    private static void add(
            double[] a, int aAt, int aStride, double[] b, int bAt, double[] z, int zAt, int zStride, int length) {
        if (aStride == 1 && zStride == 1) {
            DoubleElements.add(a, aAt, b, bAt, z, zAt, length);
        } else {
            for (int i = 0; i < length; i++) {
                z[zAt + i * zStride] = a[aAt + i * aStride] + b[bAt + i];
            }
        }
    }

    @Override
    protected DoubleLinearMap makeTransposed() {
        List<DoubleLinearMap> turned = new ArrayList<>();
        for (DoubleLinearMap term : terms) {
            turned.add(term.transposed());
        }
        return of(turned);
    }

    @Override
    protected Set<MapProperty> known() {
        return MapProperty.ofSum(parts());
    }

    @Override
    boolean goesSideBySide() {
        return DoubleProduct.goSideBySide(terms);
    }

    @Override
    public long operations() {
        long sum = (terms.length - 1L) * Math.max(rows(), cols());
        for (DoubleLinearMap term : terms) {
            sum += term.operations();
        }
        return sum;
    }

    @Override
    public String name() {
        return "sum of " + terms.length;
    }

    @Override
    public List<DoubleLinearMap> parts() {
        return List.of(terms);
    }
}
