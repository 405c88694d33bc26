package dev.lanewise.perf.peer;

import dev.lanewise.perf.duel.Contestant;
import org.ojalgo.matrix.decomposition.Eigenvalue;
import org.ojalgo.matrix.decomposition.SingularValue;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;

/** ojAlgo's decompositions, of the kind that it takes for the size. */
public abstract sealed class OjAlgoSpectrum implements Contestant {
    final int n;
    final R064Store a;

    /** U or V. */
    MatrixStore<Double> left;

    /** V. */
    MatrixStore<Double> right;

    private OjAlgoSpectrum(int n, double[] rowMajor) {
        this.n = n;
        a = R064Store.FACTORY.make(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a.set(i, j, rowMajor[i * n + j]);
            }
        }
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
        return "ojAlgo";
    }

    private double[] elements(MatrixStore<Double> matrix) {
        double[] elements = new double[n * n];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = matrix.doubleValue(i / n, i % n);
        }
        return elements;
    }

    final double[] compared(Spectrum spectrum, double[] values) {
        return spectrum.compared(n, elements(left), values, elements(right));
    }

    private static final class Svd extends OjAlgoSpectrum {
        private final SingularValue<Double> svd;

        Svd(int n, double[] rowMajor) {
            super(n, rowMajor);
            svd = SingularValue.R064.make(a);
        }

        @Override
        public void run() {
            svd.decompose(a);
            left = svd.getU();
            right = svd.getV();
        }

        @Override
        public double[] result() {
            return compared(Spectrum.SVD, svd.getSingularValues().toRawCopy1D());
        }
    }

    private static final class Eigen extends OjAlgoSpectrum {
        private final Eigenvalue<Double> eigen;

        Eigen(int n, double[] rowMajor) {
            super(n, rowMajor);
            eigen = Eigenvalue.R064.make(n, true);
        }

        @Override
        public void run() {
            eigen.decompose(a);
            left = eigen.getV();
            right = left;
        }

        @Override
        public double[] result() {
            double[] values = new double[n];
            for (int j = 0; j < n; j++) {
                values[j] = eigen.getD().doubleValue(j, j);
            }
            return compared(Spectrum.EIGEN, values);
        }
    }
}
