package dev.lanewise.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Seeds;
import dev.lanewise.structured.DoubleSparseMap;
import dev.lanewise.structured.layers.DoubleLayers;
import dev.lanewise.structured.layers.DoubleProjection;
import dev.lanewise.structured.layers.DoubleProximalFactorization;
import dev.lanewise.structured.layers.EndOfSweeps;
import dev.lanewise.structured.layers.Sparsity;
import dev.lanewise.structured.layers.SweepOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class DoubleProximalFactorizationLaws implements Seeds {
    private static final int TRIES = 5;
    private static final SweepOptions OPTIONS = SweepOptions.DEFAULTS;

    private static final List<Sparsity> THREE =
            List.of(Sparsity.perRow(7, 5, 3).withTies(0), Sparsity.entries(5, 6, 12), Sparsity.perColumn(6, 9, 2));

    static double[] dense(DoubleSparseMap map) {
        double[] entries = new double[map.rows() * map.cols()], values = map.values();
        int[] starts = map.rowStarts(), columns = map.columns();
        for (int i = 0; i < map.rows(); i++) {
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                entries[i * map.cols() + columns[k]] = values[k];
            }
        }
        return entries;
    }

    static List<LayerCheck.Factor> factors(DoubleLayers layers) {
        List<LayerCheck.Factor> factors = new ArrayList<>();
        for (DoubleSparseMap map : layers.factors()) {
            factors.add(new LayerCheck.Factor(map.rows(), map.cols(), Numbers.of(dense(map))));
        }
        return factors;
    }

    @Property(tries = TRIES)
    void theErrorNeverGrows(@ForAll("seeds") long seed) {
        double[] a = Inputs.gaussian(seed, new double[7 * 9]);
        for (SweepOptions options : List.of(OPTIONS, OPTIONS.leftToRight())) {
            DoubleLayers layers =
                    DoubleProximalFactorization.of(THREE, options.tolerance(0)).factorize(a);
            var errors = layers.reports().getFirst().errors();
            var rounding = LayerCheck.rounding(Numbers.of(a), layers.scale(), factors(layers));
            for (int k = 1; k < errors.length; k++) {
                assertTrue(errors[k] <= errors[k - 1] + rounding, seed + ", sweep " + k);
            }
            assertTrue(errors[errors.length - 1] < 0.9 * errors[0], seed + ": " + errors[errors.length - 1]);
            assertEquals(errors[errors.length - 1], layers.error(), rounding);
            assertEquals(layers.error(), LayerCheck.error(Numbers.of(a), layers.scale(), factors(layers)), rounding);
        }
    }

    @Property(tries = TRIES)
    void factorsAreAsSparseAsWantedAndOfNormOne(@ForAll("seeds") long seed) {
        double[] a = Inputs.gaussian(seed, new double[7 * 9]);
        DoubleLayers layers =
                DoubleProximalFactorization.of(THREE, OPTIONS.mostSweeps(9)).factorize(a);
        List<LayerCheck.Factor> factors = factors(layers);
        assertTrue(factors.get(0).most(true) <= 3);
        assertTrue(layers.factors().get(1).nonzeros() <= 12);
        assertTrue(factors.get(2).most(false) <= 2);
        long entries = 0;
        for (LayerCheck.Factor factor : factors) {
            var u = factor.entries().precision().unitRoundoff();
            assertEquals(
                    1,
                    factor.entries().norm2(),
                    2 * LayerCheck.projectionRoundings(factor.entries().length()) * u);
        }
        for (DoubleSparseMap map : layers.factors()) {
            entries += map.nonzeros();
        }
        assertEquals(entries, layers.entries());
        assertTrue(Math.abs(layers.gain() * entries - 63) < 1e-3);
        assertEquals(7, layers.map().rows());
        assertEquals(9, layers.map().cols());
        assertTrue(layers.toString().contains("3 layers, 7 x 9"), layers.toString());
    }

    /** A matrix of rank one has one best approximation of rank one: itself. */
    @Property(tries = TRIES)
    void plantedVectorsAreFound(@ForAll("seeds") long seed) {
        double[] x = Inputs.gaussian(seed, new double[8]), y = Inputs.gaussian(~seed, new double[6]);
        double[] a = new double[48];
        for (int i = 0; i < 48; i++) {
            a[i] = x[i / 6] * y[i % 6];
        }
        DoubleLayers layers = DoubleProximalFactorization.of(
                        List.of(Sparsity.dense(8, 1), Sparsity.dense(1, 6)), OPTIONS)
                .factorize(a);
        // Its entries were rounded once each; four units in the last place are what is called exact.
        assertEquals(EndOfSweeps.EXACT, layers.reports().getFirst().reason(), layers + " of " + seed);
    }

    /** Two blocks of rank one, where the supports say where they are. */
    @Property(tries = TRIES)
    void plantedFactorsOfKnownSupportAreFound(@ForAll("seeds") long seed) {
        int[] leftPlaces = {0, 2, 5, 7}, rightPlaces = {0, 1, 2, 6, 7};
        double[] left = new double[8], right = new double[8], a = new double[16];
        double[] numbers = Inputs.gaussian(seed, new double[9]);
        for (int i = 0; i < 4; i++) {
            left[leftPlaces[i]] = numbers[i] + Math.copySign(1, numbers[i]);
        }
        for (int i = 0; i < 5; i++) {
            right[rightPlaces[i]] = numbers[4 + i] + Math.copySign(1, numbers[4 + i]);
        }
        for (int i = 0; i < 16; i++) {
            a[i] = left[i / 4 * 2] * right[i % 4] + left[i / 4 * 2 + 1] * right[4 + i % 4];
        }
        List<Sparsity> supports = List.of(Sparsity.support(4, 2, leftPlaces), Sparsity.support(2, 4, rightPlaces));
        DoubleLayers layers = DoubleProximalFactorization.of(
                        supports, OPTIONS.mostSweeps(1000).tolerance(0))
                .factorize(a);
        // Blocks of unlike size converge at unlike speed: half of the digits are enough.
        var tolerance = Math.sqrt(Numbers.of(a).precision().unitRoundoff());
        assertTrue(layers.error() <= tolerance, seed + ": " + layers.reports());
    }

    /** With one factor there is nothing to alternate: the best is the projection, and lambda the norm of what it keeps. */
    @Property(tries = TRIES)
    void oneFactorIsTheProjection(@ForAll("seeds") long seed) {
        double[] a = Inputs.gaussian(seed, new double[30]);
        Sparsity sparsity = Sparsity.perRow(5, 6, 2);
        DoubleLayers layers =
                DoubleProximalFactorization.of(List.of(sparsity), OPTIONS).factorize(a);
        double[] wanted = DoubleProjection.nearest(sparsity, a),
                found = dense(layers.factors().getFirst());
        var rounding = LayerCheck.rounding(Numbers.of(a), layers.scale(), factors(layers));
        for (int i = 0; i < 30; i++) {
            assertEquals(wanted[i] == 0, found[i] == 0, "" + i);
            assertEquals(wanted[i], found[i], rounding, "" + i);
        }
        double kept = 0;
        for (int i = 0; i < 30; i++) {
            kept += wanted[i] * a[i];
        }
        assertEquals(kept, layers.scale(), rounding * kept);
    }

    @Property(tries = TRIES)
    void multiplesByPowersOfTwoHaveTheSameFactorsAgainAndAgain(@ForAll("seeds") long seed) {
        double[] a = Inputs.gaussian(seed, new double[63]), multiple = a.clone();
        for (int i = 0; i < 63; i++) {
            multiple[i] = Math.scalb(a[i], -40);
        }
        DoubleProximalFactorization method = DoubleProximalFactorization.of(THREE, OPTIONS.mostSweeps(5));
        DoubleLayers one = method.factorize(a), two = method.factorize(multiple), again = method.factorize(a);
        for (int j = 0; j < 3; j++) {
            double[] factor = dense(one.factors().get(j));
            Bits.assertSame(factor, dense(two.factors().get(j)), "factor " + j);
            Bits.assertSame(factor, dense(again.factors().get(j)), "factor " + j + " again");
        }
        assertEquals(Math.scalb(one.scale(), -40), two.scale());
        assertEquals(one.scale(), again.scale());
    }

    @Property(tries = TRIES)
    void improvingGoesOnFromWhereItWas(@ForAll("seeds") long seed) {
        double[] a = Inputs.gaussian(seed, new double[63]);
        SweepOptions options = OPTIONS.tolerance(0);
        DoubleLayers first =
                DoubleProximalFactorization.of(THREE, options.mostSweeps(5)).factorize(a);
        DoubleLayers more =
                DoubleProximalFactorization.of(THREE, options.mostSweeps(20)).improve(a, first);
        assertTrue(
                more.error() <= first.error() + LayerCheck.rounding(Numbers.of(a), first.scale(), factors(first)),
                seed + ": " + first + ", " + more);
        assertTrue(
                more.reports().getFirst().errors()[0]
                        <= first.error() + LayerCheck.rounding(Numbers.of(a), first.scale(), factors(first)),
                "" + seed);
    }

    @Example
    void theListenerHearsOfEverySweepAndEndsThem() {
        double[] a = Inputs.gaussian(1, new double[63]);
        List<Integer> heard = new ArrayList<>();
        DoubleLayers layers = DoubleProximalFactorization.of(THREE, OPTIONS.listener((stage, sweep, error) -> {
                    assertEquals(0, stage);
                    heard.add(sweep);
                    return sweep < 4;
                }))
                .factorize(a);
        assertEquals(List.of(1, 2, 3, 4), heard);
        assertEquals(EndOfSweeps.CANCELLED, layers.reports().getFirst().reason());
        assertEquals(4, layers.reports().getFirst().sweeps());
        DoubleLayers most =
                DoubleProximalFactorization.of(THREE, OPTIONS.mostSweeps(3)).factorize(a);
        assertEquals(EndOfSweeps.MOST_SWEEPS, most.reports().getFirst().reason());
        DoubleLayers settled =
                DoubleProximalFactorization.of(THREE, OPTIONS.tolerance(0.5)).factorize(a);
        assertEquals(EndOfSweeps.SETTLED, settled.reports().getFirst().reason());
    }

    @Example
    void whatDoesNotFitIsRefused() {
        Sparsity a = Sparsity.dense(2, 3), b = Sparsity.dense(4, 2);
        Refusal.of(() -> DoubleProximalFactorization.of(List.of(a, b), OPTIONS), "0 and 1", "2 x 3", "4 x 2");
        Refusal.of(() -> DoubleProximalFactorization.of(List.of(), OPTIONS), "sparsities", "none");
        Refusal.ofNull("sparsities", () -> DoubleProximalFactorization.of(null, OPTIONS));
        Refusal.ofNull("options", () -> DoubleProximalFactorization.of(List.of(a), null));
        DoubleProximalFactorization method = DoubleProximalFactorization.of(List.of(b, a), OPTIONS);
        Refusal.ofNull("a", () -> method.factorize(null));
        Refusal.of(() -> method.factorize(new double[11]), "11 entries", "4 x 3");
        Refusal.of(() -> method.factorize(new double[12]), "zero");
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            double[] numbers = new double[12];
            numbers[7] = bad;
            Refusal.of(() -> method.factorize(numbers), "(2, 1)", "" + bad, "finite");
        }
        double[] good = Inputs.gaussian(1, new double[12]);
        DoubleLayers other = DoubleProximalFactorization.of(List.of(Sparsity.dense(4, 3)), OPTIONS)
                .factorize(good);
        Refusal.of(() -> method.improve(good, other), "start", "1 factors", "2");
        Refusal.ofNull("start", () -> method.improve(good, null));
        DoubleLayers unlike = DoubleProximalFactorization.of(
                        List.of(Sparsity.dense(4, 1), Sparsity.dense(1, 3)), OPTIONS)
                .factorize(good);
        Refusal.of(() -> method.improve(good, unlike), "factor 0", "4 x 1", "4 x 2");
    }

    @Example
    void lambdaThatIsTooLargeForTheRangeIsToldOf() {
        double[] huge = new double[16];
        Arrays.fill(huge, Double.MAX_VALUE);
        Sparsity sparsity = Sparsity.dense(4, 4);
        assertThrows(ArithmeticException.class, () -> DoubleProximalFactorization.of(List.of(sparsity), OPTIONS)
                .factorize(huge));
    }
}
