package dev.lanewise.perf.peer;

import dev.lanewise.perf.duel.Contestant;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.ejml.interfaces.decomposition.LUDecomposition_F64;
import org.ejml.interfaces.decomposition.QRPDecomposition_F64;

/** EJML's factorisations, of its own choice for the size. */
public abstract sealed class EjmlFactors implements Contestant {
    final DMatrixRMaj a;

    private EjmlFactors(int n, double[] rowMajor) {
        a = DMatrixRMaj.wrap(n, n, rowMajor.clone());
    }

    /**
     * The factorisation of a matrix.
     *
     * @param factorization which
     * @param n rows and columns
     * @param rowMajor the matrix
     * @return the contestant
     */
    public static Contestant of(Factorization factorization, int n, double[] rowMajor) {
        return switch (factorization) {
            case LU -> new Lu(n, rowMajor);
            case CHOLESKY -> new Cholesky(n, rowMajor);
            case PIVOTED_QR -> new PivotedQr(n, rowMajor);
        };
    }

    @Override
    public final String name() {
        return "EJML";
    }

    private static final class Lu extends EjmlFactors {
        private final LUDecomposition_F64<DMatrixRMaj> lu;
        private final DMatrixRMaj factors;

        Lu(int n, double[] rowMajor) {
            super(n, rowMajor);
            lu = DecompositionFactory_DDRM.lu(n, n);
            factors = a.copy();
        }

        @Override
        public void run() {
            factors.setTo(a); // it works in the place of its input
            lu.decompose(factors);
        }

        @Override
        public double[] result() {
            int n = a.numRows;
            double[] both = lu.getUpper(null).data.clone(), l = lu.getLower(null).data;
            for (int i = 0; i < n; i++) {
                System.arraycopy(l, i * n, both, i * n, i);
            }
            return Factorization.LU.compared(n, both, lu.getRowPivotV(null));
        }
    }

    private static final class Cholesky extends EjmlFactors {
        private final CholeskyDecomposition_F64<DMatrixRMaj> cholesky;
        private final DMatrixRMaj factors;

        Cholesky(int n, double[] rowMajor) {
            super(n, rowMajor);
            cholesky = DecompositionFactory_DDRM.chol(n, true);
            factors = a.copy();
        }

        @Override
        public void run() {
            factors.setTo(a); // it works in the place of its input
            cholesky.decompose(factors);
        }

        @Override
        public double[] result() {
            double[] upper = FactoredMatrix.transposed(a.numRows, cholesky.getT(null).data);
            return Factorization.CHOLESKY.compared(a.numRows, upper, Factorization.inOrder(a.numRows));
        }
    }

    private static final class PivotedQr extends EjmlFactors {
        private final QRPDecomposition_F64<DMatrixRMaj> qr;

        PivotedQr(int n, double[] rowMajor) {
            super(n, rowMajor);
            qr = DecompositionFactory_DDRM.qrp(n, n);
        }

        @Override
        public void run() {
            qr.decompose(a);
        }

        @Override
        public double[] result() {
            return Factorization.PIVOTED_QR.compared(a.numRows, qr.getR(null, false).data, qr.getColPivots());
        }
    }
}
