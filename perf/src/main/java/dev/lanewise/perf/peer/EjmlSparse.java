package dev.lanewise.perf.peer;

import dev.lanewise.perf.duel.Contestant;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.data.DMatrixSparseTriplet;
import org.ejml.ops.DConvertMatrixStruct;
import org.ejml.sparse.csc.CommonOps_DSCC;

/** The product of a sparse matrix, stored by columns, with a dense one of some columns, by EJML. */
public final class EjmlSparse implements Contestant {
    private final DMatrixSparseCSC a;
    private final DMatrixRMaj x;
    private final DMatrixRMaj y;

    /**
     * The product.
     *
     * @param matrix the sparse matrix
     * @param x the dense one, {@code n} rows of {@code count}
     * @param count its columns
     */
    public EjmlSparse(SparseMatrix matrix, double[] x, int count) {
        int n = matrix.n();
        DMatrixSparseTriplet triplets = new DMatrixSparseTriplet(n, n, matrix.values().length);
        for (int k = 0; k < matrix.values().length; k++) {
            triplets.addItem(k / matrix.perRow(), matrix.columns()[k], matrix.values()[k]);
        }
        a = DConvertMatrixStruct.convert(triplets, (DMatrixSparseCSC) null);
        a.sortIndices(null);
        this.x = new DMatrixRMaj(n, count, true, x);
        y = new DMatrixRMaj(n, count);
    }

    @Override
    public String name() {
        return "EJML";
    }

    @Override
    public void run() {
        CommonOps_DSCC.mult(a, x, y);
    }

    @Override
    public double[] result() {
        return y.data.clone();
    }
}
