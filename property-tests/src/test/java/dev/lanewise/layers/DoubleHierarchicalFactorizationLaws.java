package dev.lanewise.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Normalization;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Seeds;
import dev.lanewise.structured.DoubleHadamard;
import dev.lanewise.structured.layers.DoubleHierarchicalFactorization;
import dev.lanewise.structured.layers.DoubleLayers;
import dev.lanewise.structured.layers.EndOfSweeps;
import dev.lanewise.structured.layers.LayerPlan;
import dev.lanewise.structured.layers.Sparsity;
import dev.lanewise.structured.layers.SweepOptions;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class DoubleHierarchicalFactorizationLaws implements Seeds {
    private static final int TRIES = 3;
    private static final SweepOptions OPTIONS = SweepOptions.DEFAULTS;

    private static double[] hadamard(int n) {
        double[] a = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i * n + j] = Integer.bitCount(i & j) % 2 == 0 ? 1 : -1;
            }
        }
        return a;
    }

    private static DoubleLayers halved(int n, double[] a) {
        return DoubleHierarchicalFactorization.of(LayerPlan.halving(n), OPTIONS).factorize(a);
    }

    @Example
    void hadamardMatricesAreFactoredExactlyFromTheirEntriesAlone() {
        for (int n : new int[] {4, 8, 16, 32, 64}) {
            double[] a = hadamard(n);
            DoubleLayers layers = halved(n, a);
            int layerCount = Integer.numberOfTrailingZeros(n);
            assertEquals(layerCount, layers.factors().size());
            assertEquals(2L * n * layerCount, layers.entries(), layers.toString());
            for (LayerCheck.Factor factor : DoubleProximalFactorizationLaws.factors(layers)) {
                assertEquals(2, factor.most(true), layers.toString());
                assertEquals(2, factor.most(false), layers.toString());
            }
            // Four units in the last place of 1, which is what is called exact.
            var u = Numbers.of(a).precision().unitRoundoff();
            var error =
                    LayerCheck.error(Numbers.of(a), layers.scale(), DoubleProximalFactorizationLaws.factors(layers));
            assertTrue(error <= 8 * u, n + ": " + error);
            assertEquals(EndOfSweeps.EXACT, layers.reports().getLast().reason(), n + ": " + layers.reports());
            assertFastTransform(n, layers);
        }
    }

    /** The product is the fast transform, and as cheap but for a factor of 2 log2 n / log2 n: products where it has sums. */
    private static void assertFastTransform(int n, DoubleLayers layers) {
        double[] x = Inputs.gaussian(n, new double[n]), y = layers.map().apply(x);
        double[] wanted = DoubleHadamard.of(n, Normalization.BACKWARD).apply(x);
        var u = Numbers.of(x).precision().unitRoundoff();
        // ||H||_F = n bounds the first term, g(3 log2 n + 1) |lambda| |S_1| ... |S_J| |x|, each row of ones, the
        // second.
        var bound = (8 * n * Numbers.of(x).norm2()
                        + 2 * (3 * layers.factors().size() + 2) * Numbers.of(x).norm1())
                * u;
        for (int i = 0; i < n; i++) {
            assertEquals(wanted[i], y[i], bound, n + " at " + i);
        }
        assertEquals(
                2 * layers.entries() + n,
                layers.map().operations(),
                layers.map().describe());
    }

    @Property(tries = TRIES)
    void rowsAndColumnsOfAnySignAreNoHindrance(@ForAll("seeds") long seed) {
        int n = 16;
        double[] a = hadamard(n), signs = Inputs.signs(seed, new double[2 * n]);
        for (int i = 0; i < n * n; i++) {
            a[i] *= signs[i / n] * signs[n + i % n];
        }
        DoubleLayers layers = halved(n, a);
        assertEquals(2L * n * 4, layers.entries(), layers + " of " + seed);
        assertEquals(EndOfSweeps.EXACT, layers.reports().getLast().reason(), layers + " of " + seed);
    }

    @Property(tries = TRIES)
    void noiseOfAHundredthIsLeftOver(@ForAll("seeds") long seed) {
        int n = 16;
        double[] a = hadamard(n), noise = Inputs.gaussian(seed, new double[n * n]);
        for (int i = 0; i < n * n; i++) {
            a[i] += noise[i] / 100;
        }
        DoubleLayers layers = halved(n, a);
        // The factors without noise are off by that.
        var size = Numbers.of(noise).norm2() / 100 / n;
        assertTrue(layers.error() <= 1.01 * size, seed + ": " + layers + ", noise " + size);
    }

    @Example
    void factorsArePeeledOffAtEitherEnd() {
        int n = 8;
        LayerPlan fromRight = new LayerPlan(LayerPlan.halving(n).stages(), false);
        DoubleLayers layers =
                DoubleHierarchicalFactorization.of(fromRight, OPTIONS).factorize(hadamard(n));
        assertEquals(
                EndOfSweeps.EXACT,
                layers.reports().getLast().reason(),
                layers.reports().toString());
        assertEquals(2 * n * 3, layers.entries());
        // The shapes of a plan that is not square, at either end.
        Sparsity wide = Sparsity.perRow(3, 7, 4), square = Sparsity.perRow(3, 3, 2);
        double[] a = Inputs.gaussian(3, new double[21]);
        List<LayerPlan.Stage> twice =
                List.of(new LayerPlan.Stage(square, wide), new LayerPlan.Stage(square, Sparsity.perRow(3, 7, 2)));
        DoubleLayers left = DoubleHierarchicalFactorization.of(new LayerPlan(twice, true), OPTIONS)
                .factorize(a);
        assertEquals(3, left.factors().size());
        assertEquals(7, left.factors().get(2).cols());
        assertTrue(left.factors().get(2).nonzeros() <= 6);
        List<LayerPlan.Stage> right =
                List.of(new LayerPlan.Stage(wide, square), new LayerPlan.Stage(square, Sparsity.entries(3, 3, 4)));
        DoubleLayers other = DoubleHierarchicalFactorization.of(new LayerPlan(right, false), OPTIONS)
                .factorize(a);
        assertEquals(7, other.factors().get(2).cols());
        assertTrue(other.factors().get(0).nonzeros() <= 4);
        var error = LayerCheck.error(Numbers.of(a), other.scale(), DoubleProximalFactorizationLaws.factors(other));
        assertEquals(
                error,
                other.error(),
                LayerCheck.rounding(Numbers.of(a), other.scale(), DoubleProximalFactorizationLaws.factors(other)));
    }

    @Example
    void theSameBitsAgainAndOfMultiples() {
        double[] a = Inputs.gaussian(1, new double[64]), multiple = a.clone();
        for (int i = 0; i < 64; i++) {
            multiple[i] = Math.scalb(a[i], 30);
        }
        SweepOptions few = OPTIONS.mostSweeps(5);
        DoubleHierarchicalFactorization method = DoubleHierarchicalFactorization.of(LayerPlan.halving(8), few);
        DoubleLayers one = method.factorize(a), two = method.factorize(multiple);
        for (int j = 0; j < 3; j++) {
            Bits.assertSame(one.factors().get(j).values(), two.factors().get(j).values(), "factor " + j);
        }
        assertEquals(Math.scalb(one.scale(), 30), two.scale());
    }

    @Example
    void theListenerEndsTheSearchInAnyStage() {
        double[] a = hadamard(8);
        for (int last = 0; last < 4; last++) {
            int end = last;
            DoubleLayers layers = DoubleHierarchicalFactorization.of(
                            LayerPlan.halving(8), OPTIONS.listener((stage, sweep, error) -> stage < end))
                    .factorize(a);
            assertEquals(end / 2 + 2, layers.factors().size(), "ended in stage " + end);
            assertEquals(EndOfSweeps.CANCELLED, layers.reports().getLast().reason());
            var error =
                    LayerCheck.error(Numbers.of(a), layers.scale(), DoubleProximalFactorizationLaws.factors(layers));
            assertEquals(
                    error,
                    layers.error(),
                    LayerCheck.rounding(
                            Numbers.of(a), layers.scale(), DoubleProximalFactorizationLaws.factors(layers)));
        }
    }

    @Example
    void whatDoesNotFitIsRefused() {
        DoubleHierarchicalFactorization method = DoubleHierarchicalFactorization.of(LayerPlan.halving(4), OPTIONS);
        Refusal.ofNull("plan", () -> DoubleHierarchicalFactorization.of(null, OPTIONS));
        Refusal.ofNull("options", () -> DoubleHierarchicalFactorization.of(LayerPlan.halving(4), null));
        Refusal.ofNull("a", () -> method.factorize(null));
        Refusal.of(() -> method.factorize(new double[15]), "15 entries", "4 x 4");
        Refusal.of(() -> method.factorize(new double[16]), "zero");
        double[] bad = hadamard(4);
        bad[6] = Double.NaN;
        Refusal.of(() -> method.factorize(bad), "(1, 2)", "NaN", "finite");
    }
}
