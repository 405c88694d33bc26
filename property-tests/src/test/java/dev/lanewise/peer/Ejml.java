package dev.lanewise.peer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.SingularOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.ejml.interfaces.decomposition.DecompositionInterface;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.LUDecomposition_F64;
import org.ejml.interfaces.decomposition.QRDecomposition;
import org.ejml.interfaces.decomposition.QRPDecomposition_F64;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.ejml.interfaces.linsol.LinearSolverDense;

/** EJML, by what its factories choose for the size. */
public final class Ejml implements Peer {
    /**
     * {@code A P = Q R} with pivoting.
     *
     * @param columns those of A in the order of A P
     * @param r of k x n
     * @param rank how many columns were more than the threshold
     */
    public record PivotedQr(int[] columns, PeerMatrix r, int rank) {}

    private static DMatrixRMaj matrix(PeerMatrix a) {
        return DMatrixRMaj.wrap(a.rows(), a.columns(), a.elements().toDoubles());
    }

    private static PeerMatrix matrix(DMatrixRMaj a) {
        double[] elements = new double[a.numRows * a.numCols];
        System.arraycopy(a.data, 0, elements, 0, elements.length);
        return PeerMatrix.of(a.numRows, a.numCols, elements);
    }

    private static void decompose(DecompositionInterface<DMatrixRMaj> factors, PeerMatrix a) {
        assertTrue(factors.decompose(matrix(a)), "EJML has factors");
    }

    private static PeerMatrix solve(LinearSolverDense<DMatrixRMaj> solver, PeerMatrix a, PeerMatrix b) {
        DMatrixRMaj x = new DMatrixRMaj(a.columns(), b.columns());
        assertTrue(solver.setA(matrix(a)), "EJML has a solver");
        solver.solve(matrix(b), x);
        return matrix(x);
    }

    private static LUDecomposition_F64<DMatrixRMaj> eliminated(PeerMatrix a) {
        LUDecomposition_F64<DMatrixRMaj> factors = DecompositionFactory_DDRM.lu(a.rows(), a.columns());
        decompose(factors, a);
        return factors;
    }

    private static SingularValueDecomposition_F64<DMatrixRMaj> singular(PeerMatrix a) {
        SingularValueDecomposition_F64<DMatrixRMaj> svd =
                DecompositionFactory_DDRM.svd(a.rows(), a.columns(), false, false, true);
        decompose(svd, a);
        return svd;
    }

    /** With pivoting; a column counts as zero if what is left of it is no more than the threshold, relative to the matrix. */
    public PivotedQr pivotedQr(PeerMatrix a, double threshold) {
        QRPDecomposition_F64<DMatrixRMaj> factors = DecompositionFactory_DDRM.qrp(a.rows(), a.columns());
        factors.setSingularThreshold(threshold);
        decompose(factors, a);
        return new PivotedQr(factors.getColPivots(), matrix(factors.getR(null, true)), factors.getRank());
    }

    @Override
    public String name() {
        return "EJML";
    }

    @Override
    public Qr qr(PeerMatrix a) {
        QRDecomposition<DMatrixRMaj> factors = DecompositionFactory_DDRM.qr(a.rows(), a.columns());
        decompose(factors, a);
        return new Qr(matrix(factors.getQ(null, true)), matrix(factors.getR(null, true)));
    }

    @Override
    public Lu lu(PeerMatrix a) {
        LUDecomposition_F64<DMatrixRMaj> factors = eliminated(a);
        return new Lu(factors.getRowPivotV(null), matrix(factors.getLower(null)), matrix(factors.getUpper(null)));
    }

    @Override
    public PeerMatrix solve(PeerMatrix a, PeerMatrix b) {
        return solve(LinearSolverFactory_DDRM.linear(a.rows()), a, b);
    }

    @Override
    public PeerMatrix inverse(PeerMatrix a) {
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.linear(a.rows());
        DMatrixRMaj inverse = new DMatrixRMaj(a.rows(), a.columns());
        assertTrue(solver.setA(matrix(a)), "EJML has a solver");
        solver.invert(inverse);
        return matrix(inverse);
    }

    @Override
    public double determinant(PeerMatrix a) {
        return eliminated(a).computeDeterminant().real;
    }

    @Override
    public PeerMatrix cholesky(PeerMatrix a) {
        CholeskyDecomposition_F64<DMatrixRMaj> factors = DecompositionFactory_DDRM.chol(a.rows(), true);
        decompose(factors, a);
        return matrix(factors.getT(null));
    }

    @Override
    public PeerMatrix solvePositive(PeerMatrix a, PeerMatrix b) {
        return solve(LinearSolverFactory_DDRM.symmPosDef(a.rows()), a, b);
    }

    @Override
    public PeerMatrix leastSquares(PeerMatrix a, PeerMatrix b) {
        return solve(LinearSolverFactory_DDRM.leastSquares(a.rows(), a.columns()), a, b);
    }

    @Override
    public PeerMatrix shortest(PeerMatrix a, PeerMatrix b) {
        return solve(LinearSolverFactory_DDRM.pseudoInverse(true), a, b);
    }

    @Override
    public double[] singularValues(PeerMatrix a) {
        return SingularOps_DDRM.singularValues(matrix(a));
    }

    @Override
    public double[] eigenvalues(PeerMatrix a) {
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(a.rows(), false, true);
        decompose(eigen, a);
        double[] values = new double[a.rows()];
        for (int j = 0; j < values.length; j++) {
            values[j] = -eigen.getEigenvalue(j).real;
        }
        Arrays.sort(values);
        return Arrays.stream(values).map(value -> -value).toArray();
    }

    @Override
    public int rank(PeerMatrix a) {
        return SingularOps_DDRM.rank(singular(a));
    }
}
