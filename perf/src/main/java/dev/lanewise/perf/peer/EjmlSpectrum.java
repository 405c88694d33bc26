package dev.lanewise.perf.peer;

import dev.lanewise.perf.duel.Contestant;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/** EJML's decompositions, of its own choice for the size, with all vectors in matrices. */
public abstract sealed class EjmlSpectrum implements Contestant {
    final DMatrixRMaj a;
    final DMatrixRMaj copy;

    private EjmlSpectrum(int n, double[] rowMajor) {
        a = DMatrixRMaj.wrap(n, n, rowMajor.clone());
        copy = a.copy();
    }

    /**
     * The decomposition of a matrix.
     *
     * @param spectrum which
     * @param n rows and columns
     * @param rowMajor the matrix
     * @return the contestant
     */
    public static Contestant of(Spectrum spectrum, int n, double[] rowMajor) {
        return switch (spectrum) {
            case SVD -> new Svd(n, rowMajor);
            case EIGEN -> new Eigen(n, rowMajor);
        };
    }

    @Override
    public final String name() {
        return "EJML";
    }

    static void check(boolean done) {
        if (!done) {
            throw new IllegalStateException("EJML: got no decomposition, wanted one");
        }
    }

    private static final class Svd extends EjmlSpectrum {
        private final SingularValueDecomposition_F64<DMatrixRMaj> svd;
        private final DMatrixRMaj u;
        private final DMatrixRMaj v;

        Svd(int n, double[] rowMajor) {
            super(n, rowMajor);
            svd = DecompositionFactory_DDRM.svd(n, n, true, true, true);
            u = new DMatrixRMaj(n, n);
            v = new DMatrixRMaj(n, n);
        }

        @Override
        public void run() {
            copy.setTo(a); // it may work in the place of its input
            check(svd.decompose(copy));
            svd.getU(u, false);
            svd.getV(v, false);
        }

        @Override
        public double[] result() {
            return Spectrum.SVD.compared(a.numRows, u.data, svd.getSingularValues(), v.data);
        }
    }

    private static final class Eigen extends EjmlSpectrum {
        private final EigenDecomposition_F64<DMatrixRMaj> eigen;

        Eigen(int n, double[] rowMajor) {
            super(n, rowMajor);
            eigen = DecompositionFactory_DDRM.eig(n, true, true);
        }

        @Override
        public void run() {
            copy.setTo(a); // it may work in the place of its input
            check(eigen.decompose(copy));
        }

        @Override
        public double[] result() {
            int n = a.numRows;
            double[] values = new double[n], vectors = new double[n * n];
            for (int j = 0; j < n; j++) {
                values[j] = eigen.getEigenvalue(j).real;
                DMatrixRMaj vector = eigen.getEigenVector(j);
                for (int i = 0; i < n; i++) {
                    vectors[i * n + j] = vector.get(i);
                }
            }
            return Spectrum.EIGEN.compared(n, vectors, values, vectors);
        }
    }
}
