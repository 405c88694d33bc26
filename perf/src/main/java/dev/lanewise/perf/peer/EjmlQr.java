package dev.lanewise.perf.peer;

import dev.lanewise.perf.duel.Contestant;
import dev.lanewise.perf.duel.Precision;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_FDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;

/**
 * The QR factorisation of EJML's choice, by columns that it copies: faster from 64 to 1024 than its others, of rows and of
 * blocks. The result is {@code R^T R}.
 */
public abstract sealed class EjmlQr implements Contestant {
    /**
     * The factorisation.
     *
     * @param matrix what is factorised
     * @return the contestant
     */
    public static Contestant of(FactoredMatrix matrix) {
        return matrix.single() ? new Single(matrix) : new Twice(matrix);
    }

    @Override
    public String name() {
        return "EJML";
    }

    private static final class Single extends EjmlQr {
        private final FMatrixRMaj a;
        private final QRDecomposition<FMatrixRMaj> qr;

        Single(FactoredMatrix matrix) {
            a = FMatrixRMaj.wrap(matrix.n(), matrix.n(), Precision.narrowed(matrix.elements()));
            qr = DecompositionFactory_FDRM.qr(matrix.n(), matrix.n());
        }

        @Override
        public void run() {
            qr.decompose(a);
        }

        @Override
        public double[] result() {
            return new UpperTriangle(a.numRows, Precision.widened(qr.getR(null, false).data)).gram();
        }
    }

    private static final class Twice extends EjmlQr {
        private final DMatrixRMaj a;
        private final QRDecomposition<DMatrixRMaj> qr;

        Twice(FactoredMatrix matrix) {
            a = DMatrixRMaj.wrap(matrix.n(), matrix.n(), matrix.elements().clone());
            qr = DecompositionFactory_DDRM.qr(matrix.n(), matrix.n());
        }

        @Override
        public void run() {
            qr.decompose(a);
        }

        @Override
        public double[] result() {
            return new UpperTriangle(a.numRows, qr.getR(null, false).data).gram();
        }
    }
}
