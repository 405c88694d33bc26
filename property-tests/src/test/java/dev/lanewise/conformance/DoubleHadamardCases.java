package dev.lanewise.conformance;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.hadamard.DoubleHadamardPlan;
import dev.lanewise.engine.hadamard.HadamardOrder;
import dev.lanewise.engine.hadamard.WalshOrdering;
import java.util.function.Consumer;

/** The Walsh-Hadamard transform of one vector: lengths, normalisations, orderings, signs, places, special values. */
final class DoubleHadamardCases {
    private static final String FAMILY = "fwht/double/";

    /** Beyond this, fewer vectors will do. */
    private static final int LONG = 1024;

    private DoubleHadamardCases() {}

    static void register(Consumer<ConformanceCase> cases) {
        for (int n : Lengths.all()) {
            cases.accept(
                    new ConformanceCase(FAMILY + "n=" + n, (digest, parallelism) -> apart(n, digest, parallelism)));
            cases.accept(new ConformanceCase(
                    FAMILY + "in-place/signs/ORTHO/n=" + n,
                    (digest, parallelism) -> inPlaceWithSigns(n, digest, parallelism)));
        }
        for (int n : Lengths.some()) {
            for (WalshOrdering ordering : WalshOrdering.values()) {
                if (ordering == WalshOrdering.NATURAL || HadamardOrder.of(n).base() == 1) {
                    cases.accept(new ConformanceCase(
                            FAMILY + ordering + "/n=" + n,
                            (digest, parallelism) -> everyNormalization(n, ordering, digest, parallelism)));
                }
            }
            cases.accept(new ConformanceCase(
                    FAMILY + "zeros-that-stay/n=" + n, (digest, parallelism) -> zerosThatStay(n, digest, parallelism)));
            for (SpecialValues special : SpecialValues.values()) {
                cases.accept(new ConformanceCase(
                        FAMILY + special + "/n=" + n,
                        (digest, parallelism) -> special(n, special, digest, parallelism)));
            }
        }
    }

    private static void apart(int n, Digest digest, Parallelism parallelism) {
        double[] x = Inputs.doubles(n, n);
        double[] y = new double[n];
        Layout layout = Layout.contiguous(0);
        DoubleHadamardPlan.of(n).transform(x, layout, y, layout, new Workspace(), parallelism);
        digest.add(y);
        digest.add(x);
    }

    /** At an odd offset, with elements around that are to stay. */
    private static void inPlaceWithSigns(int n, Digest digest, Parallelism parallelism) {
        double[] x = Inputs.doubles(n + 8, n + 1);
        Layout layout = Layout.contiguous(3);
        DoubleHadamardPlan.of(n)
                .normalized(Normalization.ORTHO)
                .withSigns(Inputs.doubleSigns(n, n + 2))
                .transform(x, layout, x, layout, new Workspace(), parallelism);
        digest.add(x);
    }

    /** Each normalisation with and without signs, apart and in place; the short form without a layout as well. */
    private static void everyNormalization(int n, WalshOrdering ordering, Digest digest, Parallelism parallelism) {
        Workspace workspace = new Workspace();
        DoubleHadamardPlan ordered = DoubleHadamardPlan.of(n).ordered(ordering);
        for (Normalization normalization : Normalization.values()) {
            DoubleHadamardPlan plan = ordered.normalized(normalization);
            DoubleHadamardPlan signed = plan.withSigns(Inputs.doubleSigns(n, n + 3));
            double[] x = Inputs.doubles(n, n + 4);
            double[] y = new double[n + 5];
            plan.transform(x, Layout.contiguous(0), y, Layout.contiguous(5), workspace, parallelism);
            digest.add(y);
            signed.transform(x, 0, y, 2, workspace);
            digest.add(y);
            signed.transform(x);
            digest.add(x);
            plan.transform(x, Layout.contiguous(0), workspace);
            digest.add(x);
        }
    }

    private static void special(int n, SpecialValues special, Digest digest, Parallelism parallelism) {
        Layout layout = Layout.contiguous(0);
        for (int seed = 0; seed < 4; seed++) {
            double[] x = special.doubles(n, 10L * n + seed);
            double[] y = new double[n];
            DoubleHadamardPlan plan = DoubleHadamardPlan.of(n);
            plan.transform(x, layout, y, layout, new Workspace(), parallelism);
            digest.add(y);
            plan.normalized(Normalization.FORWARD)
                    .withSigns(Inputs.doubleSigns(n, seed))
                    .transform(x);
            digest.add(x);
        }
    }

    /**
     * Zeros of either sign that come through the first {@code t} stages, for every {@code t}: a sum of zeros is -0 only if
     * all its terms are, so zeros with the signs of a row of the matrix give one -0 among its coefficients, and with the
     * opposite signs none. Random ones vanish after a few stages.
     */
    private static void zerosThatStay(int n, Digest digest, Parallelism parallelism) {
        int tries = n > LONG ? 2 : 6;
        int count = tries * (HadamardOrder.of(n).bits() + 1);
        double[] rows = new double[n * count];
        double[] columns = new double[n * count];
        for (int vector = 0; vector < count; vector++) {
            int t = vector / tries;
            int row = (int) Inputs.hash(n, vector) & ((1 << t) - 1);
            for (int i = 0; i < n; i++) {
                boolean plus = (Integer.bitCount(row & i) & 1) != 0 ^ Inputs.hash(vector, i >> t) < 0;
                rows[n * vector + i] = plus ? 0.0 : -0.0;
                columns[i * count + vector] = rows[n * vector + i];
            }
        }
        DoubleHadamardPlan plan = DoubleHadamardPlan.of(n);
        Workspace workspace = new Workspace();
        Layout interleaved = Layout.columns(0, count, count);
        plan.transform(columns, interleaved, columns, interleaved, workspace, parallelism);
        digest.add(columns);
        Layout adjacent = Layout.rows(0, count, n);
        plan.transform(rows, adjacent, rows, adjacent, workspace, parallelism);
        digest.add(rows);
    }
}
