package dev.lanewise.butterfly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.backend.SquareRoot;
import dev.lanewise.engine.butterfly.ButterflyPattern;
import dev.lanewise.engine.trigonometric.TrigonometricKind;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Seeds;
import dev.lanewise.structured.DoubleButterflyMap;
import dev.lanewise.structured.DoubleCirculantMap;
import dev.lanewise.structured.DoubleComplexCirculant;
import dev.lanewise.structured.DoubleDiagonal;
import dev.lanewise.structured.DoubleFourierMap;
import dev.lanewise.structured.DoubleHadamard;
import dev.lanewise.structured.DoubleHartleyMap;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoublePermutation;
import dev.lanewise.structured.DoubleTrigonometricMap;
import dev.lanewise.structured.butterfly.ButterflyOrder;
import dev.lanewise.structured.butterfly.DoubleButterflyRecovery;
import dev.lanewise.structured.butterfly.DoubleButterflyTransforms;
import dev.lanewise.structured.butterfly.DoubleMatrixFit;
import dev.lanewise.structured.butterfly.DoubleRecoveredMatrix;
import dev.lanewise.structured.butterfly.RecoveredKind;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/**
 * Transforms that are written out are found again, to {@code 64 (1 + log2(n)) u}, with as few operations as their
 * structure has.
 */
final class DoubleButterflyRecoveryLaws implements Seeds {
    private static final int[] ORDERS = {8, 16, 32, 64};

    private static void assertRecovered(DoubleLinearMap map, RecoveredKind kind, int rank, String what) {
        int n = map.rows();
        double[] a = map.toDense();
        DoubleRecoveredMatrix found = DoubleButterflyRecovery.usual(n).recover(a, MatrixLayout.of(n, n));
        assertFound(found, kind, what);
        assertNear(a, found, what);
        if (kind == RecoveredKind.BUTTERFLY) {
            List<ButterflyPattern> patterns =
                    found.factorization().orElseThrow().patterns();
            assertEquals(ButterflyPattern.overlapping(n, rank), patterns, what);
        }
    }

    private static void assertFound(DoubleRecoveredMatrix found, RecoveredKind kind, String what) {
        assertEquals(kind, found.kind(), what + ": " + found);
        assertTrue(found.isRecovered(), what + ": " + found);
        assertTrue(found.error() <= found.bound(), what + ": " + found);
        assertTrue(found.error() <= tolerance(1024), what + ": " + found);
        assertTrue(found.operations() <= found.denseOperations(), what + ": " + found);
    }

    private static double tolerance(int n) {
        return DoubleButterflyRecovery.usual(n).tolerance();
    }

    /** It is as near as it says, but for rounding; and so is the map. */
    private static void assertNear(double[] a, DoubleRecoveredMatrix found, String what) {
        ButterflyCheck.assertNear(
                Numbers.of(a),
                Numbers.of(found.map().toDense()),
                found.error(),
                2 * tolerance(a.length),
                what + ": " + found);
    }

    /** A transform of 8 numbers, {@code 4 x 4} blocks of rank 2, is a butterfly of rank 1 in some order as well. */
    private static void transforms(int n) {
        assertRecovered(DoubleHadamard.of(n, Normalization.BACKWARD), RecoveredKind.BUTTERFLY, 1, "Hadamard " + n);
        assertRecovered(DoubleButterflyTransforms.haar(n), RecoveredKind.BUTTERFLY, 1, "Haar " + n);
        int rank = n == 8 ? 1 : 2;
        assertRecovered(DoubleHartleyMap.of(n, Normalization.ORTHO), RecoveredKind.BUTTERFLY, rank, "Hartley " + n);
        for (TrigonometricKind kind : TrigonometricKind.values()) {
            if (kind.type() > 1) {
                DoubleLinearMap map = DoubleTrigonometricMap.of(kind, n, Normalization.BACKWARD);
                assertRecovered(map, RecoveredKind.BUTTERFLY, 2, kind + " " + n);
            }
        }
        DoubleLinearMap circulant = DoubleCirculantMap.of(Inputs.gaussian(n, new double[n]));
        assertRecovered(circulant, RecoveredKind.CIRCULANT, 0, "circulant " + n);
    }

    @Example
    void realTransforms() {
        for (int n : ORDERS) {
            transforms(n);
        }
    }

    @Example
    void fourierTransformsOfAnyLengthThatIsAProduct() {
        for (int n : new int[] {1, 2, 3, 4, 8, 12, 16, 30, 45, 64}) {
            fourier(n);
        }
    }

    private static void fourier(int n) {
        double[] both = DoubleFourierMap.of(n, Normalization.BACKWARD).toDense();
        MatrixLayout top = MatrixLayout.rowMajor(0, n, n, 2 * n), below = MatrixLayout.rowMajor(0, n, n, n);
        double[] re = new double[n * n], im = new double[n * n];
        for (int i = 0; i < n * n; i++) {
            re[i] = both[top.index(i / n, i % n)];
            im[i] = both[top.index(i / n, i % n) + 2 * n * n];
        }
        DoubleRecoveredMatrix found = DoubleButterflyRecovery.usual(n).recoverComplex(re, im, below);
        assertTrue(found.isRecovered(), n + ": " + found);
        assertNear(both, found, "Fourier " + n);
        assertEquals(n < 2 ? RecoveredKind.CIRCULANT : RecoveredKind.BUTTERFLY, found.kind(), n + ": " + found);
    }

    @Tag("long")
    @Example
    void transformsOfAThousand() {
        transforms(128);
        transforms(1024);
        fourier(1024);
    }

    @Example
    void complexCirculants() {
        double[] c = Inputs.gaussian(1, new double[12]), d = Inputs.gaussian(2, new double[12]);
        double[] both = DoubleComplexCirculant.ofColumn(c, d).toDense(), re = new double[144], im = new double[144];
        for (int i = 0; i < 144; i++) {
            re[i] = both[i / 12 * 24 + i % 12];
            im[i] = both[(12 + i / 12) * 24 + i % 12];
        }
        DoubleRecoveredMatrix found = DoubleButterflyRecovery.usual(12).recoverComplex(re, im, MatrixLayout.of(12, 12));
        assertEquals(RecoveredKind.CIRCULANT, found.kind(), found.toString());
        assertNear(both, found, "complex circulant");
    }

    /** An orthogonal butterfly of angles at random, its rows and columns in any of the usual orders. */
    @Property(tries = 12)
    void butterfliesInTheUsualOrders(@ForAll("seeds") long seed) {
        butterfly(16, seed);
        butterfly(ORDERS[(int) Math.floorMod(seed, (long) ORDERS.length)], seed);
    }

    @Tag("long")
    @Property(tries = 2)
    void butterfliesOfAThousand(@ForAll("seeds") long seed) {
        for (int n = 8; n <= 1024; n *= 2) {
            butterfly(n, seed);
        }
    }

    private static void butterfly(int n, long seed) {
        List<ButterflyOrder> orders = ButterflyOrder.usual(n);
        ButterflyOrder rows = orders.get((int) Math.floorMod(seed, (long) orders.size()));
        ButterflyOrder columns = orders.get((int) Math.floorMod(seed / 64, (long) orders.size()));
        double[][] values = new double[Integer.numberOfTrailingZeros(n)][2 * n];
        for (int l = 0; l < values.length; l++) {
            double[] pairs = Inputs.gaussian(seed + l, new double[n]);
            for (int at = 0; at < n; at += 2) {
                double size = SquareRoot.of(pairs[at] * pairs[at] + pairs[at + 1] * pairs[at + 1]);
                values[l][2 * at] = pairs[at] / size;
                values[l][2 * at + 1] = -pairs[at + 1] / size;
                values[l][2 * at + 2] = pairs[at + 1] / size;
                values[l][2 * at + 3] = pairs[at] / size;
            }
        }
        DoubleLinearMap map = DoublePermutation.of(rows.indices())
                .transposed()
                .times(DoubleButterflyMap.of(ButterflyPattern.overlapping(n, 1), values))
                .times(DoublePermutation.of(columns.indices()));
        assertRecovered(map, RecoveredKind.BUTTERFLY, 1, n + ", seed " + seed + ", " + rows + ", " + columns);
    }

    @Property(tries = 4)
    void ofAnyOtherMatrixTheNearestIsFoundAndItsErrorTold(@ForAll("seeds") long seed) {
        for (int n : new int[] {7, 12, 16, 32}) {
            double[] a = Inputs.gaussian(seed, new double[n * n]);
            DoubleRecoveredMatrix found =
                    DoubleButterflyRecovery.usual(n).withTolerance(0).recover(a, MatrixLayout.of(n, n));
            String what = "seed " + seed + ", " + n + ": " + found;
            assertTrue(found.error() <= found.bound(), what);
            assertNear(a, found, what);
            assertTrue(found.error() < 1, what);
            assertEquals(2L * n * n, found.denseOperations());
        }
    }

    /** A larger tolerance takes what is cheaper. */
    @Example
    void theToleranceDecides() {
        double[] a = DoubleHadamard.of(16, Normalization.ORTHO).toDense();
        a[5] += 1e-3;
        MatrixLayout layout = MatrixLayout.of(16, 16);
        assertFalse(DoubleButterflyRecovery.usual(16).recover(a, layout).isRecovered());
        DoubleRecoveredMatrix found =
                DoubleButterflyRecovery.usual(16).withTolerance(1e-2).recover(a, layout);
        assertTrue(found.isRecovered() && found.error() > 1e-5, found.toString());
    }

    @Example
    void whatTheCallerKnowsToFitIsTried() {
        DoubleDiagonal diagonal = DoubleDiagonal.of(Inputs.gaussian(3, new double[16]));
        DoubleMatrixFit fit = new DoubleMatrixFit() {
            @Override
            public String name() {
                return "diagonal";
            }

            @Override
            public Optional<DoubleLinearMap> fit(double[] a, int rows, int cols) {
                return Optional.of(diagonal);
            }
        };
        MatrixLayout layout = MatrixLayout.of(16, 16);
        DoubleRecoveredMatrix found =
                DoubleButterflyRecovery.usual(16).with(fit).recover(diagonal.toDense(), layout);
        assertEquals(RecoveredKind.FITTED, found.kind());
        assertEquals("diagonal", found.name());
        assertSame(diagonal, found.map());
        DoubleButterflyRecovery wrong = DoubleButterflyRecovery.usual(8).with(fit);
        Refusal.of(() -> wrong.recover(new double[64], MatrixLayout.of(8, 8)), "diagonal", "16 x 16", "8 x 8");
    }

    @Example
    void givenOrdersAndChainsOfAnyShape() {
        List<ButterflyPattern> chain = List.of(new ButterflyPattern(1, 2, 2, 3), new ButterflyPattern(2, 3, 2, 1));
        double[] a = DoubleButterflyMap.of(
                        chain, Inputs.gaussian(1, new double[12]), Inputs.gaussian(2, new double[12]))
                .toDense();
        double[] shuffled = new double[24];
        ButterflyOrder rows = new ButterflyOrder("mine", new int[] {3, 1, 4, 0, 5, 2});
        for (int i = 0; i < 24; i++) {
            shuffled[rows.indices()[i / 4] * 4 + i % 4] = a[i];
        }
        DoubleButterflyRecovery search = DoubleButterflyRecovery.of(
                List.of(chain), List.of(ButterflyOrder.natural(6), rows), List.of(ButterflyOrder.natural(4)));
        DoubleRecoveredMatrix found = search.recover(shuffled, MatrixLayout.of(6, 4));
        assertFound(found, RecoveredKind.BUTTERFLY, "shuffled");
        assertEquals(rows, found.rowOrder().orElseThrow());
        assertNear(shuffled, found, "shuffled");
    }

    /** Blocks are as even as the prime factors come; the largest is dealt out first: {@code 8 = 4 x 2}, {@code 12 = 3 x 4}. */
    @Example
    void levelsAreFoundAsManyAsAreAskedFor() {
        assertEquals(3, DoubleButterflyRecovery.mostLevels(8, 12));
        assertEquals(1, DoubleButterflyRecovery.mostLevels(1, 12));
        assertLevels(ButterflyPattern.ofRadices(new int[] {4, 2}, new int[] {3, 4}));
        assertLevels(ButterflyPattern.ofRadices(new int[] {2, 2, 2}, new int[] {3, 2, 2}));
        assertLevels(ButterflyPattern.ofRadices(4, 4));
        assertLevels(ButterflyPattern.overlapping(16, 2));
    }

    private static void assertLevels(List<ButterflyPattern> chain) {
        double[][] values = new double[chain.size()][];
        for (int l = 0; l < values.length; l++) {
            values[l] = Inputs.gaussian(l + 1, new double[chain.get(l).entries()]);
        }
        DoubleLinearMap map = DoubleButterflyMap.of(chain, values);
        DoubleRecoveredMatrix found = DoubleButterflyRecovery.ofLevels(map.rows(), map.cols(), chain.size())
                .recover(map.toDense(), MatrixLayout.of(map.rows(), map.cols()));
        assertFound(found, RecoveredKind.BUTTERFLY, "" + chain);
        assertEquals(chain, found.factorization().orElseThrow().patterns());
    }

    @Example
    void whatDoesNotFitIsRefused() {
        DoubleButterflyRecovery eight = DoubleButterflyRecovery.usual(8);
        List<ButterflyPattern> chain = ButterflyPattern.ofRadices(2, 2, 2);
        List<ButterflyOrder> orders = ButterflyOrder.usual(8);
        double[] a = new double[64];
        a[10] = Double.POSITIVE_INFINITY;
        Refusal.of(() -> eight.recover(a, MatrixLayout.of(8, 8)), "A[1, 2]", "Infinity", "finite");
        Refusal.of(() -> eight.recoverComplex(new double[64], a, MatrixLayout.of(8, 8)), "im[1, 2]", "Infinity");
        Refusal.of(() -> eight.recover(a, MatrixLayout.of(4, 8)), "4 x 8", "8 x 8");
        Refusal.of(() -> eight.recover(new double[3], MatrixLayout.of(8, 8)), "3");
        Refusal.ofNull("A", () -> eight.recover(null, MatrixLayout.of(8, 8)));
        Refusal.ofNull("layout", () -> eight.recover(a, null));
        Refusal.ofNull("fit", () -> eight.with(null));
        Refusal.of(() -> eight.withTolerance(-1), "-1", "0 or more");
        Refusal.of(() -> eight.withTolerance(Double.NaN), "NaN");
        Refusal.of(() -> DoubleButterflyRecovery.usual(0), "0", "1 or more");
        Refusal.of(() -> DoubleButterflyRecovery.mostLevels(0, 3), "0 x 3");
        Refusal.of(() -> DoubleButterflyRecovery.ofLevels(8, 12, 4), "levels: got 4", "1 to 3", "8 x 12");
        Refusal.of(() -> DoubleButterflyRecovery.ofLevels(8, 12, 0), "levels: got 0", "1 to 3");
        Refusal.of(() -> DoubleButterflyRecovery.of(List.of(), orders, orders), "chains", "none");
        Refusal.of(() -> DoubleButterflyRecovery.of(List.of(chain), List.of(), orders), "rowOrders", "none");
        Refusal.of(
                () -> DoubleButterflyRecovery.of(List.of(chain), orders, List.of(ButterflyOrder.natural(4))),
                "8 x 4",
                "8 x 8");
        Refusal.of(
                () -> DoubleButterflyRecovery.of(
                        List.of(chain), orders, List.of(ButterflyOrder.natural(8), ButterflyOrder.natural(4))),
                "columnOrders",
                "8 and 4");
    }
}
