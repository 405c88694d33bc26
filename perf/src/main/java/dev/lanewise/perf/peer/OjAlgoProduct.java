package dev.lanewise.perf.peer;

import dev.lanewise.perf.duel.Contestant;
import dev.lanewise.perf.duel.Precision;
import org.ojalgo.matrix.store.R032Store;

/** A {@link DenseProduct} by ojAlgo, whose matrices are column-major: the transposed product, {@code Y^T = R X^T}. */
public final class OjAlgoProduct implements Contestant {
    private final R032Store vectors;
    private final R032Store rotation;
    private final R032Store rotated;

    /**
     * The product.
     *
     * @param product its factors
     */
    public OjAlgoProduct(DenseProduct product) {
        int d = product.d();
        vectors = R032Store.FACTORY.make(d, product.rows());
        rotation = R032Store.FACTORY.make(d, d);
        rotated = R032Store.FACTORY.make(d, product.rows());
        for (int row = 0; row < product.rows(); row++) {
            for (int i = 0; i < d; i++) {
                vectors.set(i, row, product.vectors()[row * d + i]);
            }
        }
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                rotation.set(i, j, product.rotation()[i * d + j]);
            }
        }
    }

    @Override
    public String name() {
        return "ojAlgo";
    }

    @Override
    public void run() {
        rotation.multiply(vectors, rotated);
    }

    @Override
    public double[] result() {
        return Precision.widened(rotated.data);
    }
}
