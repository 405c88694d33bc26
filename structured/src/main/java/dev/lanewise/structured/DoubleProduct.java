package dev.lanewise.structured;

import dev.lanewise.engine.Determinant;
import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A product {@code A_1 A_2 ... A_k}; {@code A_k} is applied first.
 *
 * <p>Applied to several vectors at once, it is bracketed as is cheapest for so many: where matrices that are written out meet
 * in a product that is smaller than they are, that is formed, and kept for the next time: for the last two numbers of vectors. (See {@link DoubleBracketing}; a
 * product within a sum or another map is applied factor by factor.)
 */
public final class DoubleProduct extends DoubleLinearMap {
    /** Numbers of a block of vectors between two factors: it is in the near caches. */
    private static final int BLOCK = 1 << 14;

    /** Numbers of such a block at most. */
    private static final int LARGEST_BLOCK = 1 << 22;

    /** Vectors side by side that go through all factors together at least: pieces of rows of that length. */
    private static final int SIDE_BY_SIDE = 64;

    /** Vectors that are worth reading the parameters of a factor for. */
    private static final int MOST_VECTORS = 256;

    private final DoubleLinearMap[] factors;
    private final DoubleBracketing bracketing;

    /** The length of the longest vector between two factors. */
    private final int width;

    /** Vectors that go through all factors together. */
    private final int atOnce;

    /** The same if they come or go side by side. */
    private final int atOnceSideBySide;

    /** Factors that are slow with vectors side by side. */
    private final int others;

    private volatile Bracketed bracketed = new Bracketed(1, List.of(), this, null);

    /** What a product is for so many vectors: the segments of its factors, these as a map, and what it was for another count. */
    private record Bracketed(int count, List<Integer> segments, DoubleLinearMap map, Bracketed before) {}

    /** The product of factors that fit, as they are. */
    DoubleProduct(List<DoubleLinearMap> factors) {
        this(factors, DoubleBracketing.of(factors));
    }

    private DoubleProduct(List<DoubleLinearMap> factors, DoubleBracketing bracketing) {
        super(factors.getFirst().rows(), factors.getLast().cols());
        this.factors = factors.toArray(new DoubleLinearMap[0]);
        this.bracketing = bracketing;
        int widest = 0;
        int count = 0;
        for (DoubleLinearMap factor : this.factors) {
            count += factor.goesSideBySide() ? 0 : 1;
        }
        others = count;
        for (int i = 1; i < this.factors.length; i++) {
            widest = Math.max(widest, this.factors[i].rows());
        }
        this.width = widest;
        long inCaches = BLOCK / Math.max(1, width);
        long worthwhile = Math.min(MOST_VECTORS, parameters() / Math.max(1, width));
        long most = LARGEST_BLOCK / Math.max(1, width);
        this.atOnce = (int) Math.max(1, Math.min(most, Math.max(inCaches, worthwhile)));
        this.atOnceSideBySide = (int) Math.max(atOnce, Math.min(most, SIDE_BY_SIDE));
    }

    /**
     * This product, never bracketed otherwise than from the right: the bits of an output then do not depend on how many vectors are
     * mapped at once.
     *
     * @return the same factors
     */
    public DoubleProduct asWritten() {
        return bracketing == null ? this : new DoubleProduct(parts(), null);
    }

    /**
     * The product of maps, simplified: see the rules of {@link DoubleLinearMap}.
     *
     * @param factors at least one, in the order in which the product is written
     * @return the product; the factor itself if one is left
     * @throws IllegalArgumentException if there are none, or a factor has not as many columns as the next has rows
     */
    public static DoubleLinearMap of(List<? extends DoubleLinearMap> factors) {
        if (Objects.requireNonNull(factors, "factors").isEmpty()) {
            throw new IllegalArgumentException("factors: got none, wanted one or more");
        }
        DoubleLinearMap last = null;
        for (int i = 0; i < factors.size(); i++) {
            DoubleLinearMap next = Objects.requireNonNull(factors.get(i), "factor " + i);
            if (last != null && last.cols() != next.rows()) {
                throw new IllegalArgumentException("product: " + last.nameAndShape() + " times " + next.nameAndShape()
                        + "; wanted as many columns on the left as rows on the right");
            }
            last = next;
        }
        return DoubleProductRules.simplify(factors).map(factors.getFirst().rows(), last.cols());
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
        Layout from = workspace.layout(xOffset, 1, 1, 1), to = workspace.layout(yOffset, 1, 1, 1);
        chain(transposed, x, from, y, to, workspace, Parallelism.NONE);
    }

    @Override
    DoubleLinearMap forBlock(int count) {
        if (bracketing == null || count < 2) {
            return this;
        }
        Bracketed last = bracketed;
        for (Bracketed each = last; each != null; each = each.before) {
            if (each.count == count) {
                return each.map;
            }
        }
        List<Integer> segments = bracketing.segments(count);
        DoubleLinearMap map = null;
        for (Bracketed each = last; each != null; each = each.before) {
            map = segments.equals(each.segments) ? each.map : map;
        }
        map = map == null ? bracketing.product(this, segments) : map;
        bracketed = new Bracketed(count, segments, map, new Bracketed(last.count, last.segments, last.map, null));
        return map;
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
        boolean isInRows = xLayout.distance() != 1 && yLayout.distance() != 1;
        int together = isInRows ? atOnce : atOnceSideBySide;
        for (int at = first; at < past; at += together) {
            int count = Math.min(together, past - at);
            Layout from = workspace.layout(xLayout.start(at), xLayout.stride(), count, xLayout.distance());
            Layout to = workspace.layout(yLayout.start(at), yLayout.stride(), count, yLayout.distance());
            chain(transposed, x, from, y, to, workspace, parallelism);
        }
    }

    /**
     * Applies the factors one after the other. The first takes the input; one that prefers it works in place after that; the
     * others go from one of two buffers to the other, the last of these to the output.
     */
    private void chain(
            boolean transposed,
            double[] x,
            Layout xLayout,
            double[] y,
            Layout yLayout,
            Workspace workspace,
            Parallelism parallelism) {
        int count = xLayout.count();
        boolean staysSideBySide = count > 1 && staySideBySide(xLayout.distance() == 1, yLayout.distance() == 1);
        int lastMove = factors.length - 1;
        while (lastMove > 0 && factor(lastMove, transposed).prefersInPlace()) {
            lastMove--;
        }
        double[] a = workspace.takeDoubles(lastMove > 0 ? count * width : 0);
        double[] b = workspace.takeDoubles(lastMove > 1 ? count * width : 0);
        try {
            double[] from = x;
            Layout fromLayout = xLayout;
            for (int i = 0; i < factors.length; i++) {
                DoubleLinearMap factor = factor(i, transposed);
                double[] to = from;
                Layout toLayout = fromLayout;
                if (i == lastMove) {
                    to = y;
                    toLayout = yLayout;
                } else if (i == 0 || !factor.prefersInPlace()) {
                    to = from == a ? b : a;
                    int length = Math.max(1, transposed ? factor.cols() : factor.rows());
                    toLayout = staysSideBySide
                            ? workspace.layout(0, count, count, 1)
                            : workspace.layout(0, 1, count, length);
                }
                DoubleVectorLoop.step(factor, transposed, from, fromLayout, to, toLayout, workspace, parallelism);
                from = to;
                fromLayout = toLayout;
            }
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
        }
    }

    /** Whether vectors between factors lie side by side, where they come or go so: one that is slow with them is no reason to turn them twice. */
    private boolean staySideBySide(boolean come, boolean go) {
        return others == 0 ? come || go : others == 1 && come && go;
    }

    /** Whether all of some maps take vectors side by side. */
    static boolean goSideBySide(DoubleLinearMap[] maps) {
        for (DoubleLinearMap map : maps) {
            if (!map.goesSideBySide()) {
                return false;
            }
        }
        return true;
    }

    /** The factor that is applied as number {@code i}. */
    private DoubleLinearMap factor(int i, boolean transposed) {
        return factors[transposed ? i : factors.length - 1 - i];
    }

    @Override
    protected boolean prefersInPlace() {
        for (DoubleLinearMap factor : factors) {
            if (!factor.prefersInPlace()) {
                return false;
            }
        }
        return true;
    }

    @Override
    protected DoubleLinearMap makeTransposed() {
        return of(reversed(DoubleLinearMap::transposed));
    }

    @Override
    protected DoubleLinearMap makeInverse() {
        return of(reversed(DoubleLinearMap::inverse));
    }

    private List<DoubleLinearMap> reversed(UnaryOperator<DoubleLinearMap> each) {
        List<DoubleLinearMap> turned = new ArrayList<>();
        for (int i = factors.length - 1; i >= 0; i--) {
            turned.add(each.apply(factors[i]));
        }
        return turned;
    }

    @Override
    protected Set<MapProperty> known() {
        EnumSet<MapProperty> known = MapProperty.ofProduct(parts());
        boolean isSymmetric = true;
        for (int i = 0; i < factors.length; i++) {
            isSymmetric &= factors[i].transposed() == factors[factors.length - 1 - i];
        }
        if (isSymmetric) {
            known.add(MapProperty.SYMMETRIC);
            int middle = factors.length / 2;
            boolean middleIs = factors.length % 2 == 0 || factors[middle].is(MapProperty.POSITIVE_DEFINITE);
            if (middleIs && known.contains(MapProperty.INVERTIBLE)) {
                known.add(MapProperty.POSITIVE_DEFINITE);
            }
        }
        return known;
    }

    /** Of square factors, the product of theirs. */
    @Override
    public Determinant determinant() {
        Determinant product = Determinant.ONE;
        for (DoubleLinearMap factor : factors) {
            product = product.times(factor.determinant());
        }
        return product;
    }

    @Override
    boolean goesSideBySide() {
        return others == 0;
    }

    @Override
    public long operations() {
        long sum = 0;
        for (DoubleLinearMap factor : factors) {
            sum += factor.operations();
        }
        return sum;
    }

    @Override
    public String name() {
        return "product of " + factors.length;
    }

    @Override
    public List<DoubleLinearMap> parts() {
        return List.of(factors);
    }
}
