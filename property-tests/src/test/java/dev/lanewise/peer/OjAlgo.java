package dev.lanewise.peer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ojalgo.matrix.decomposition.Cholesky;
import org.ojalgo.matrix.decomposition.Eigenvalue;
import org.ojalgo.matrix.decomposition.LU;
import org.ojalgo.matrix.decomposition.MatrixDecomposition;
import org.ojalgo.matrix.decomposition.QR;
import org.ojalgo.matrix.decomposition.SingularValue;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;

/** ojAlgo, by what its factories choose for the size. */
public final class OjAlgo implements Peer {
    private static R064Store matrix(PeerMatrix a) {
        R064Store store = R064Store.FACTORY.make(a.rows(), a.columns());
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.columns(); j++) {
                store.set(i, j, a.at(i, j));
            }
        }
        return store;
    }

    private static PeerMatrix matrix(MatrixStore<Double> store) {
        int rows = Math.toIntExact(store.countRows()), columns = Math.toIntExact(store.countColumns());
        double[] elements = new double[rows * columns];
        for (int at = 0; at < elements.length; at++) {
            elements[at] = store.doubleValue(at / columns, at % columns);
        }
        return PeerMatrix.of(rows, columns, elements);
    }

    private static <D extends MatrixDecomposition<Double>> D decomposed(
            MatrixDecomposition.Factory<? extends D> factory, PeerMatrix a) {
        R064Store store = matrix(a);
        D factors = factory.make(store);
        assertTrue(factors.decompose(store), "ojAlgo has factors");
        return factors;
    }

    private static LU<Double> eliminated(PeerMatrix a) {
        return decomposed(LU.R064, a);
    }

    private static Cholesky<Double> positive(PeerMatrix a) {
        return decomposed(Cholesky.R064, a);
    }

    private static QR<Double> reflected(PeerMatrix a) {
        return decomposed(QR.R064, a);
    }

    private static SingularValue<Double> singular(PeerMatrix a) {
        return decomposed(SingularValue.R064, a);
    }

    @Override
    public String name() {
        return "ojAlgo";
    }

    @Override
    public Qr qr(PeerMatrix a) {
        QR<Double> factors = reflected(a);
        return new Qr(matrix(factors.getQ()), matrix(factors.getR()));
    }

    @Override
    public Lu lu(PeerMatrix a) {
        LU<Double> factors = eliminated(a);
        return new Lu(factors.getPivotOrder().clone(), matrix(factors.getL()), matrix(factors.getU()));
    }

    @Override
    public PeerMatrix solve(PeerMatrix a, PeerMatrix b) {
        return matrix(eliminated(a).getSolution(matrix(b)));
    }

    @Override
    public PeerMatrix inverse(PeerMatrix a) {
        return matrix(eliminated(a).getInverse());
    }

    @Override
    public double determinant(PeerMatrix a) {
        return eliminated(a).getDeterminant();
    }

    @Override
    public PeerMatrix cholesky(PeerMatrix a) {
        return matrix(positive(a).getL());
    }

    @Override
    public PeerMatrix solvePositive(PeerMatrix a, PeerMatrix b) {
        return matrix(positive(a).getSolution(matrix(b)));
    }

    @Override
    public PeerMatrix leastSquares(PeerMatrix a, PeerMatrix b) {
        return matrix(reflected(a).getSolution(matrix(b)));
    }

    @Override
    public PeerMatrix shortest(PeerMatrix a, PeerMatrix b) {
        return matrix(singular(a).getSolution(matrix(b)));
    }

    @Override
    public double[] singularValues(PeerMatrix a) {
        return singular(a).getSingularValues().toRawCopy1D();
    }

    @Override
    public double[] eigenvalues(PeerMatrix a) {
        Eigenvalue<Double> eigen = Eigenvalue.R064.make(a.rows(), true);
        assertTrue(eigen.computeValuesOnly(matrix(a)), "ojAlgo has eigenvalues");
        return eigen.getEigenvalues().stream()
                .mapToDouble(value -> -value.getReal())
                .sorted()
                .map(value -> -value)
                .toArray();
    }

    @Override
    public int rank(PeerMatrix a) {
        return singular(a).getRank();
    }
}
