package dev.lanewise.structured;

import dev.lanewise.engine.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A product {@code A_1 A_2 ... A_k}; {@code A_k} is applied first. */
public final class DoubleProduct extends DoubleLinearMap {
    private final DoubleLinearMap[] factors;

    /** The length of the longest vector between two factors; 0 if all factors are square and work in place. */
    private final int buffer;

    private DoubleProduct(List<DoubleLinearMap> factors) {
        super(factors.getFirst().rows(), factors.getLast().cols());
        this.factors = factors.toArray(new DoubleLinearMap[0]);
        boolean square = factors.stream().allMatch(factor -> factor.rows() == factor.cols());
        this.buffer = square
                ? 0
                : factors.stream()
                        .mapToInt(factor -> Math.max(factor.rows(), factor.cols()))
                        .max()
                        .orElse(0);
    }

    /**
     * The product of maps, simplified: products within are opened, and a Hadamard matrix takes up the sign diagonal to its
     * right.
     *
     * @param factors at least one, in the order in which the product is written
     * @return the product; the factor itself if one is left
     * @throws IllegalArgumentException if there are none, or a factor has not as many columns as the next has rows
     */
    public static DoubleLinearMap of(List<? extends DoubleLinearMap> factors) {
        if (Objects.requireNonNull(factors, "factors").isEmpty()) {
            throw new IllegalArgumentException("factors: got none, wanted one or more");
        }
        List<DoubleLinearMap> simplified = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            DoubleLinearMap factor = Objects.requireNonNull(factors.get(i), "factor " + i);
            if (factor instanceof DoubleProduct product) {
                product.parts().forEach(part -> append(simplified, part));
            } else {
                append(simplified, factor);
            }
        }
        return simplified.size() == 1 ? simplified.getFirst() : new DoubleProduct(simplified);
    }

    private static void append(List<DoubleLinearMap> factors, DoubleLinearMap next) {
        if (!factors.isEmpty()) {
            DoubleLinearMap last = factors.getLast();
            if (last.cols() != next.rows()) {
                throw new IllegalArgumentException("product: " + last.name() + " (" + last.rows() + " x " + last.cols()
                        + ") times " + next.name() + " (" + next.rows() + " x " + next.cols()
                        + "); wanted as many columns on the left as rows on the right");
            }
            if (last instanceof DoubleHadamard hadamard && next instanceof DoubleSignDiagonal signs) {
                DoubleHadamard fused = hadamard.after(signs);
                if (fused != null) {
                    factors.set(factors.size() - 1, fused);
                    return;
                }
            }
        }
        factors.add(next);
    }

    @Override
    protected void applyUnchecked(double[] x, int xOffset, double[] y, int yOffset, Workspace workspace) {
        chain(factors.length - 1, -1, false, x, xOffset, y, yOffset, workspace);
    }

    @Override
    protected void applyTransposedUnchecked(double[] x, int xOffset, double[] y, int yOffset, Workspace workspace) {
        chain(0, 1, true, x, xOffset, y, yOffset, workspace);
    }

    /**
     * Applies the factors from {@code first} in the given direction. Square factors work in place on the output; others go
     * from one of two buffers to the other.
     */
    private void chain(
            int first,
            int step,
            boolean transposed,
            double[] x,
            int xOffset,
            double[] y,
            int yOffset,
            Workspace workspace) {
        double[] a = workspace.takeDoubles(buffer);
        double[] b = workspace.takeDoubles(buffer);
        try {
            double[] from = x;
            int fromOffset = xOffset;
            for (int i = 0, at = first; i < factors.length; i++, at += step) {
                boolean toOutput = i == factors.length - 1 || buffer == 0;
                double[] to = toOutput ? y : from == a ? b : a;
                int toOffset = toOutput ? yOffset : 0;
                if (transposed) {
                    factors[at].applyTransposedUnchecked(from, fromOffset, to, toOffset, workspace);
                } else {
                    factors[at].applyUnchecked(from, fromOffset, to, toOffset, workspace);
                }
                from = to;
                fromOffset = toOffset;
            }
        } finally {
            workspace.releaseDoubles();
            workspace.releaseDoubles();
        }
    }

    @Override
    public DoubleLinearMap transposed() {
        List<DoubleLinearMap> reversed = new ArrayList<>();
        for (int i = factors.length - 1; i >= 0; i--) {
            reversed.add(factors[i].transposed());
        }
        return of(reversed);
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
