package dev.lanewise.perf.peer;

import dev.lanewise.perf.duel.Contestant;
import org.ojalgo.matrix.store.R064Store;
import org.ojalgo.matrix.store.SparseStore;

/** The product of a sparse matrix with a dense one of some columns, by ojAlgo. */
public final class OjAlgoSparse implements Contestant {
    private final SparseStore<Double> a;
    private final R064Store x;
    private final R064Store y;

    /**
     * The product.
     *
     * @param matrix the sparse matrix
     * @param x the dense one, {@code n} rows of {@code count}
     * @param count its columns
     */
    public OjAlgoSparse(SparseMatrix matrix, double[] x, int count) {
        int n = matrix.n();
        a = SparseStore.R064.make(n, n);
        for (int k = 0; k < matrix.values().length; k++) {
            a.set(k / matrix.perRow(), matrix.columns()[k], matrix.values()[k]);
        }
        this.x = R064Store.FACTORY.make(n, count);
        for (int i = 0; i < n * count; i++) {
            this.x.set(i / count, i % count, x[i]);
        }
        y = R064Store.FACTORY.make(n, count);
    }

    @Override
    public String name() {
        return "ojAlgo";
    }

    @Override
    public void run() {
        a.multiply(x, y);
    }

    @Override
    public double[] result() {
        int count = (int) y.countColumns();
        double[] result = new double[(int) y.count()];
        for (int i = 0; i < result.length; i++) {
            result[i] = y.doubleValue(i / count, i % count);
        }
        return result;
    }
}
