package dev.lanewise.perf.peer;

import dev.lanewise.perf.duel.Contestant;
import dev.lanewise.perf.duel.Precision;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.CommonOps_FDRM;

/** A {@link DenseProduct} by EJML. */
public abstract sealed class EjmlProduct implements Contestant {
    /**
     * The product.
     *
     * @param product its factors
     * @return the contestant
     */
    public static Contestant of(DenseProduct product) {
        return product.single() ? new Single(product) : new Twice(product);
    }

    @Override
    public String name() {
        return "EJML";
    }

    private static final class Single extends EjmlProduct {
        private final FMatrixRMaj a;
        private final FMatrixRMaj b;
        private final FMatrixRMaj c;
        private final boolean transposed;

        Single(DenseProduct product) {
            a = FMatrixRMaj.wrap(product.m(), product.k(), Precision.narrowed(product.a()));
            b = FMatrixRMaj.wrap(product.rowsOfB(), product.columnsOfB(), Precision.narrowed(product.b()));
            c = new FMatrixRMaj(product.m(), product.n());
            transposed = product.transposed();
        }

        @Override
        public void run() {
            if (transposed) {
                CommonOps_FDRM.multTransB(a, b, c);
            } else {
                CommonOps_FDRM.mult(a, b, c);
            }
        }

        @Override
        public double[] result() {
            return Precision.widened(c.data);
        }
    }

    private static final class Twice extends EjmlProduct {
        private final DMatrixRMaj a;
        private final DMatrixRMaj b;
        private final DMatrixRMaj c;
        private final boolean transposed;

        Twice(DenseProduct product) {
            a = DMatrixRMaj.wrap(product.m(), product.k(), product.a().clone());
            b = DMatrixRMaj.wrap(
                    product.rowsOfB(), product.columnsOfB(), product.b().clone());
            c = new DMatrixRMaj(product.m(), product.n());
            transposed = product.transposed();
        }

        @Override
        public void run() {
            if (transposed) {
                CommonOps_DDRM.multTransB(a, b, c);
            } else {
                CommonOps_DDRM.mult(a, b, c);
            }
        }

        @Override
        public double[] result() {
            return c.data.clone();
        }
    }
}
