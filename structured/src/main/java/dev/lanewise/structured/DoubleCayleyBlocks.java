package dev.lanewise.structured;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.lu.DoubleLu;
import dev.lanewise.engine.matmul.DoubleMatrixProduct;

/**
 * Blocks {@code Q = (I + S) (I - S)^-1 = 2 (I - S)^-1 - I} of skew-symmetric {@code S}, given below the diagonal, row after row.
 *
 * <p>{@code I - S} has singular values of 1 or more. What rounding takes from the orthogonality of its inverse grows with {@code S};
 * steps {@code Q + Q (I - Q^T Q) / 2} of Newton's iteration for the nearest orthogonal matrix give it back: each squares the residual (N. J.
 * Higham, Functions of Matrices, 2008, section 8.3).
 */
final class DoubleCayleyBlocks extends DoubleOrthogonalBlocks {
    /** Two or three do, unless the parameters are so large that the inverse has no digit left. */
    private static final int MOST_STEPS = 20;

    private final Workspace workspace = new Workspace();

    @Override
    String name() {
        return "Cayley parameters";
    }

    @Override
    int parameters(int order) {
        return order * (order - 1) / 2;
    }

    @Override
    void block(int order, double[] parameters, int from, double[] values, int to) {
        double[] q = new double[order * order];
        int next = from;
        for (int i = 0; i < order; i++) {
            q[i * order + i] = 1;
            for (int j = 0; j < i; j++, next++) {
                q[i * order + j] = -parameters[next];
                q[j * order + i] = parameters[next];
            }
        }
        MatrixLayout square = MatrixLayout.of(order, order);
        DoubleLu lu = new DoubleLu(order, order);
        lu.factorize(q, square, workspace, Parallelism.NONE);
        lu.invert(q, square, workspace, Parallelism.NONE);
        for (int i = 0; i < q.length; i++) {
            q[i] = i % (order + 1) == 0 ? 2 * q[i] - 1 : 2 * q[i];
        }
        int steps = 0;
        // The largest element of a residual is at least its norm over the order.
        for (double size = 1; order * size * (order * size) > Math.ulp((double) 1); steps++) {
            size = step(order, square, q);
            if (steps == MOST_STEPS || !(size < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("Cayley parameters " + from + " to " + (next - 1)
                        + ": got a block of which rounding leaves nothing orthogonal, wanted smaller ones");
            }
        }
        System.arraycopy(q, 0, values, to, q.length);
    }

    /** One step; the largest element of {@code I - Q^T Q} before it. */
    private double step(int order, MatrixLayout square, double[] q) {
        double[] residual = new double[q.length], before = q.clone();
        for (int i = 0; i < order; i++) {
            residual[i * order + i] = 1;
        }
        DoubleMatrixProduct.multiply(
                -1, q, square.transposed(), before, square, 1, residual, square, workspace, Parallelism.NONE);
        double size = 0;
        for (double element : residual) {
            size = Math.max(size, Math.abs(element));
        }
        DoubleMatrixProduct.multiply(0.5, before, square, residual, square, 1, q, square, workspace, Parallelism.NONE);
        return size;
    }

    /**
     * With {@code W = Q + I = 2 (I - S)^-1}, {@code dQ = W dS W / 2}: the gradient is that of {@code H = W^T G W^T / 2}, {@code H_ij -
     * H_ji} for each pair.
     */
    @Override
    void gradient(
            int order,
            double[] values,
            int at,
            double[] ofValues,
            int from,
            double[] ofParameters,
            int to,
            Workspace scratch) {
        int size = order * order, next = to;
        double[] w = scratch.takeDoubles(size), g = scratch.takeDoubles(size), h = scratch.takeDoubles(size);
        try {
            System.arraycopy(values, at, w, 0, size);
            System.arraycopy(ofValues, from, g, 0, size);
            for (int i = 0; i < size; i += order + 1) {
                w[i] += 1;
            }
            MatrixLayout square = scratch.matrix(0, order, order, order, 1);
            MatrixLayout turned = scratch.matrix(0, order, order, 1, order);
            DoubleMatrixProduct.multiply(1, g, square, w, turned, 0, h, square, scratch, Parallelism.NONE);
            DoubleMatrixProduct.multiply(0.5, w, turned, h, square, 0, g, square, scratch, Parallelism.NONE);
            for (int i = 0; i < order; i++) {
                for (int j = 0; j < i; j++, next++) {
                    ofParameters[next] = g[i * order + j] - g[j * order + i];
                }
            }
        } finally {
            scratch.releaseDoubles();
            scratch.releaseDoubles();
            scratch.releaseDoubles();
        }
    }
}
