package dev.lanewise.perf.peer;

import dev.lanewise.perf.duel.Contestant;
import dev.lanewise.perf.duel.Precision;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;

/** A {@link DenseProduct} by EJML. */
public final class EjmlProduct implements Contestant {
    private final FMatrixRMaj vectors;
    private final FMatrixRMaj rotation;
    private final FMatrixRMaj rotated;

    /**
     * The product.
     *
     * @param product its factors
     */
    public EjmlProduct(DenseProduct product) {
        vectors = FMatrixRMaj.wrap(product.rows(), product.d(), product.vectors());
        rotation = FMatrixRMaj.wrap(product.d(), product.d(), product.rotation());
        rotated = new FMatrixRMaj(product.rows(), product.d());
    }

    @Override
    public String name() {
        return "EJML";
    }

    @Override
    public void run() {
        CommonOps_FDRM.multTransB(vectors, rotation, rotated);
    }

    @Override
    public double[] result() {
        return Precision.widened(rotated.data);
    }
}
