package dev.lanewise.perf.peer;

import dev.lanewise.perf.duel.Contestant;
import org.ojalgo.matrix.store.PhysicalStore;
import org.ojalgo.matrix.store.R032Store;
import org.ojalgo.matrix.store.R064Store;

/** A {@link DenseProduct} by ojAlgo, in its own matrices, which are column-major. */
public final class OjAlgoProduct implements Contestant {
    private final PhysicalStore<Double> a;
    private final PhysicalStore<Double> b;
    private final PhysicalStore<Double> c;

    /**
     * The product.
     *
     * @param product its factors
     */
    public OjAlgoProduct(DenseProduct product) {
        PhysicalStore.Factory<Double, ? extends PhysicalStore<Double>> factory =
                product.single() ? R032Store.FACTORY : R064Store.FACTORY;
        int m = product.m(), n = product.n(), k = product.k();
        a = factory.make(m, k);
        b = factory.make(k, n);
        c = factory.make(m, n);
        for (int p = 0; p < k; p++) {
            for (int i = 0; i < m; i++) {
                a.set(i, p, product.a()[i * k + p]);
            }
            for (int j = 0; j < n; j++) {
                b.set(p, j, product.b()[product.transposed() ? j * k + p : p * n + j]);
            }
        }
    }

    @Override
    public String name() {
        return "ojAlgo";
    }

    @Override
    public void run() {
        a.multiply(b, c);
    }

    @Override
    public double[] result() {
        double[] result = new double[(int) c.count()];
        int n = (int) c.countColumns();
        for (int i = 0; i < result.length; i++) {
            result[i] = c.doubleValue(i / n, i % n);
        }
        return result;
    }
}
