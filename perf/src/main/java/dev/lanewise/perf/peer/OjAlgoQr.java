package dev.lanewise.perf.peer;

import dev.lanewise.perf.duel.Contestant;
import java.util.Optional;
import org.ojalgo.matrix.decomposition.QR;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;

/** The QR factorisation by ojAlgo, of the kind that it takes for the size. The result is {@code R^T R}. */
public final class OjAlgoQr implements Contestant {
    private final R064Store a;
    private final QR<Double> qr;

    private OjAlgoQr(FactoredMatrix matrix) {
        int n = matrix.n();
        a = R064Store.FACTORY.make(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a.set(i, j, matrix.elements()[i * n + j]);
            }
        }
        qr = QR.R064.make(a);
    }

    /**
     * The factorisation, in double precision only.
     *
     * @param matrix what is factorised
     * @return the contestant
     */
    public static Optional<Contestant> of(FactoredMatrix matrix) {
        return matrix.single() ? Optional.empty() : Optional.of(new OjAlgoQr(matrix));
    }

    @Override
    public String name() {
        return "ojAlgo";
    }

    @Override
    public void run() {
        qr.decompose(a);
    }

    @Override
    public double[] result() {
        MatrixStore<Double> r = qr.getR();
        int n = (int) r.countColumns();
        double[] elements = new double[n * n];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = r.doubleValue(i / n, i % n);
        }
        return new UpperTriangle(n, elements).gram();
    }
}
