package dev.lanewise.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Seeds;
import dev.lanewise.structured.DoubleSparseMap;
import dev.lanewise.structured.layers.DoubleDictionary;
import dev.lanewise.structured.layers.DoubleDictionaryLearning;
import dev.lanewise.structured.layers.DoubleLayers;
import dev.lanewise.structured.layers.EndOfSweeps;
import dev.lanewise.structured.layers.LayerPlan;
import dev.lanewise.structured.layers.Sparsity;
import dev.lanewise.structured.layers.SweepOptions;
import dev.lanewise.structured.layers.SweepReport;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class DoubleDictionaryLearningLaws implements Seeds {
    private static final int TRIES = 2;
    private static final int ROWS = 8, ATOMS = 12, MOST = 2, COUNT = 90;
    private static final SweepOptions OPTIONS = SweepOptions.DEFAULTS.mostSweeps(15);

    private static final LayerPlan PLAN = new LayerPlan(
            List.of(
                    new LayerPlan.Stage(Sparsity.perColumn(ROWS, ATOMS, 3), Sparsity.entries(ROWS, ROWS, 40)),
                    new LayerPlan.Stage(Sparsity.entries(ROWS, ROWS, 24), Sparsity.entries(ROWS, ROWS, 24))),
            false);

    private static DoubleDictionaryLearning learning() {
        return DoubleDictionaryLearning.of(ROWS, ATOMS, MOST, OPTIONS);
    }

    /** Combinations of two of some vectors each. */
    private static double[] data(long seed) {
        double[] hidden = Inputs.gaussian(seed, new double[ATOMS * ROWS]);
        double[] numbers = Inputs.gaussian(seed + 1, new double[2 * COUNT]), data = new double[COUNT * ROWS];
        for (int v = 0; v < COUNT; v++) {
            int first = v % ATOMS, second = (v / ATOMS + 1 + v) % ATOMS;
            for (int i = 0; i < ROWS; i++) {
                data[v * ROWS + i] =
                        numbers[2 * v] * hidden[first * ROWS + i] + numbers[2 * v + 1] * hidden[second * ROWS + i];
            }
        }
        return data;
    }

    private static double[] start(long seed) {
        return Inputs.gaussian(seed + 2, new double[ROWS * ATOMS]);
    }

    /** Fails unless the coefficients are few, and the error is what they say. */
    private static void assertConsistent(double[] data, DoubleDictionary dictionary, String context) {
        double[] coefficients = dictionary.coefficients();
        assertEquals(COUNT * ATOMS, coefficients.length);
        var norm = Numbers.of(data).norm2();
        var squares = 0 * norm;
        for (int v = 0; v < COUNT; v++) {
            double[] x = Arrays.copyOfRange(coefficients, v * ATOMS, (v + 1) * ATOMS);
            int taken = 0;
            for (double number : x) {
                taken += number != 0 ? 1 : 0;
            }
            assertTrue(taken <= MOST, context + ": " + taken + " coefficients of vector " + v);
            Numbers image = Numbers.of(dictionary.map().apply(x));
            Numbers vector = Numbers.of(Arrays.copyOfRange(data, v * ROWS, (v + 1) * ROWS));
            squares += image.distance(vector) * image.distance(vector);
        }
        // Roundings of products of at most three factors, here and there.
        var rounding = 16 * (ATOMS + 2 * ROWS) * Numbers.of(data).precision().unitRoundoff();
        assertEquals(Math.sqrt(squares) / norm, dictionary.error(), rounding, context);
    }

    @Property(tries = TRIES)
    void learningMakesTheErrorSmaller(@ForAll("seeds") long seed) {
        double[] data = data(seed);
        DoubleDictionary dictionary = learning().learn(data, start(seed));
        assertConsistent(data, dictionary, "" + seed);
        assertNull(dictionary.layers());
        var errors = dictionary.reports().getFirst().errors();
        assertTrue(errors[errors.length - 1] < 0.9 * errors[0], seed + ": " + dictionary.reports());
        for (int j = 0; j < ATOMS; j++) {
            double[] unit = new double[ATOMS];
            unit[j] = 1;
            Numbers atom = Numbers.of(dictionary.map().apply(unit));
            assertEquals(1, atom.norm2(), 4 * ROWS * atom.precision().unitRoundoff(), seed + ", atom " + j);
        }
    }

    /** Near an orthonormal basis, in which data have one coefficient each, the first sweep finds it. */
    @Property(tries = TRIES)
    void aPlantedBasisIsFound(@ForAll("seeds") long seed) {
        double[] start = new double[ROWS * ROWS], data = new double[COUNT * ROWS];
        double[] noise = Inputs.gaussian(seed, new double[ROWS * ROWS]),
                numbers = Inputs.gaussian(~seed, new double[COUNT]);
        for (int i = 0; i < start.length; i++) {
            start[i] = (i / ROWS == i % ROWS ? 1 : 0) + noise[i] / 20;
        }
        for (int v = 0; v < COUNT; v++) {
            data[v * ROWS + v % ROWS] = numbers[v];
        }
        DoubleDictionary dictionary =
                DoubleDictionaryLearning.of(ROWS, ROWS, 1, OPTIONS).learn(data, start);
        assertEquals(EndOfSweeps.EXACT, dictionary.reports().getFirst().reason(), seed + ": " + dictionary.reports());
    }

    @Property(tries = TRIES)
    void layersAreAsSparseAsWantedAndRoundsLoseNothing(@ForAll("seeds") long seed) {
        double[] data = data(seed);
        DoubleDictionary dense = learning().learn(data, start(seed));
        DoubleDictionary fast = learning().layered(data, dense, PLAN);
        assertConsistent(data, fast, "layered, " + seed);
        assertSparse(fast.layers());
        List<Sparsity> sparsities = List.of(
                Sparsity.entries(ROWS, ROWS, 24), Sparsity.entries(ROWS, ROWS, 24), Sparsity.perColumn(ROWS, ATOMS, 3));
        DoubleDictionary better = DoubleDictionaryLearning.of(ROWS, ATOMS, MOST, OPTIONS.leftToRight())
                .improve(data, fast.layers(), sparsities, 12);
        assertConsistent(data, better, "improved, " + seed);
        assertSparse(better.layers());
        // The best round is kept, and where there is none the start, which is projected and coded anew.
        assertTrue(better.error() <= fast.error() * (1 + 1e-5), seed + ": " + better + " after " + fast);
        var rounds = better.reports().getFirst().errors();
        for (int k = 0; k < rounds.length; k++) {
            assertTrue(better.error() <= rounds[k], seed + ", round " + k);
        }
    }

    private static void assertSparse(DoubleLayers layers) {
        List<DoubleSparseMap> factors = layers.factors();
        assertEquals(3, factors.size());
        assertTrue(factors.get(0).nonzeros() <= 24 && factors.get(1).nonzeros() <= 24, layers.toString());
        assertTrue(DoubleProximalFactorizationLaws.factors(layers).get(2).most(false) <= 3, layers.toString());
        assertEquals(ROWS, layers.map().rows());
        assertEquals(ATOMS, layers.map().cols());
    }

    /** Every projection of this plan gives the nearest matrix, so that steps descend: with the coefficients as a last factor as well. */
    @Property(tries = TRIES)
    void sweepsNeverMakeTheErrorOfTheirStageLarger(@ForAll("seeds") long seed) {
        double[] data = data(seed);
        DoubleDictionary dense = learning().learn(data, start(seed));
        DoubleDictionary layered = learning().layered(data, dense, PLAN);
        assertEquals(4, layered.reports().size());
        var u = Numbers.of(data).precision().unitRoundoff();
        for (SweepReport report : layered.reports()) {
            var errors = report.errors();
            for (int k = 1; k < errors.length; k++) {
                // Sums of as many products as factors are wide, the coefficients among them, times lambda over the
                // norm.
                assertTrue(errors[k] <= errors[k - 1] + 1000 * (ATOMS + 2 * ROWS) * u, seed + ": " + report);
            }
        }
    }

    @Example
    void theSameDataGiveTheSameBits() {
        double[] data = data(1), twice = data.clone();
        for (int i = 0; i < data.length; i++) {
            twice[i] = Math.scalb(data[i], 20);
        }
        DoubleDictionary dense = learning().learn(data, start(1)),
                again = learning().learn(twice, start(1));
        double[] x = dense.coefficients(), scaled = again.coefficients();
        for (int i = 0; i < x.length; i++) {
            assertEquals(Math.scalb(x[i], 20), scaled[i]);
        }
        DoubleDictionary one = learning().layered(data, dense, PLAN),
                two = learning().layered(data, dense, PLAN);
        Bits.assertSame(one.coefficients(), two.coefficients(), "again");
        assertEquals(one.error(), two.error());
    }

    @Example
    void atomsThatNobodyUsesAreReplaced() {
        double[] data = data(3), start = start(3);
        // An atom twice: the second is never taken.
        for (int i = 0; i < ROWS; i++) {
            start[i * ATOMS + 5] = start[i * ATOMS + 4];
        }
        double[] coefficients = learning().learn(data, start).coefficients();
        boolean isUsed = false;
        for (int v = 0; v < COUNT; v++) {
            isUsed |= coefficients[v * ATOMS + 5] != 0;
        }
        assertTrue(isUsed);
    }

    @Example
    void theListenerEndsIt() {
        double[] data = data(4);
        SweepOptions two = OPTIONS.listener((stage, sweep, error) -> sweep < 2);
        DoubleDictionaryLearning learning = DoubleDictionaryLearning.of(ROWS, ATOMS, MOST, two);
        DoubleDictionary dense = learning.learn(data, start(4));
        assertEquals(EndOfSweeps.CANCELLED, dense.reports().getFirst().reason());
        assertEquals(2, dense.reports().getFirst().sweeps());
        DoubleDictionary layered = learning.layered(data, dense, PLAN);
        assertEquals(2, layered.layers().factors().size());
        assertConsistent(data, layered, "cancelled");
        DoubleDictionary rounds = learning.improve(data, layered.layers(), PLAN_OF_TWO, 9);
        assertEquals(1, rounds.reports().getFirst().sweeps());
        assertEquals(EndOfSweeps.CANCELLED, rounds.reports().getFirst().reason());
    }

    private static final List<Sparsity> PLAN_OF_TWO =
            List.of(Sparsity.entries(ROWS, ROWS, 40), Sparsity.perColumn(ROWS, ATOMS, 3));

    @Example
    void whatDoesNotFitIsRefused() {
        Refusal.of(() -> DoubleDictionaryLearning.of(0, 3, 1, OPTIONS), "0 x 3");
        for (int most : new int[] {0, 9}) {
            Refusal.of(() -> DoubleDictionaryLearning.of(8, 12, most, OPTIONS), "most", "" + most, "1 to 8");
        }
        Refusal.ofNull("options", () -> DoubleDictionaryLearning.of(8, 12, 1, null));
        double[] data = data(1), start = start(1);
        Refusal.ofNull("data", () -> learning().learn(null, start));
        Refusal.ofNull("start", () -> learning().learn(data, null));
        Refusal.of(() -> learning().learn(new double[9], start), "9 numbers", "length 8");
        Refusal.of(() -> learning().learn(new double[0], start), "0 numbers");
        Refusal.of(() -> learning().learn(new double[16], start), "zero");
        Refusal.of(() -> learning().learn(data, new double[95]), "start", "95", "8 x 12");
        Refusal.of(() -> learning().learn(data, new double[96]), "column 0", "zero");
        double[] wrong = data.clone();
        wrong[11] = Double.NaN;
        Refusal.of(() -> learning().learn(wrong, start), "data", "(1, 3)", "NaN");
        DoubleDictionary dense = learning().learn(data, start);
        Refusal.of(() -> learning().layered(new double[] {1, 2, 3, 4, 5, 6, 7, 8}, dense, PLAN), "1 vectors", "12");
        Refusal.of(() -> learning().layered(Arrays.copyOf(data, 20 * ROWS), dense, PLAN), "90", "20");
        Refusal.of(() -> learning().layered(data, dense, LayerPlan.halving(8)), "plan", "8 x 8", "8 x 12");
        Refusal.ofNull("dictionary", () -> learning().layered(data, null, PLAN));
        Refusal.ofNull("plan", () -> learning().layered(data, dense, null));
        DoubleLayers layers = learning().layered(data, dense, PLAN).layers();
        Refusal.of(() -> learning().improve(data, layers, PLAN_OF_TWO, 1), "3 factors", "2");
        List<Sparsity> three = List.of(PLAN_OF_TWO.get(0), PLAN_OF_TWO.get(0), PLAN_OF_TWO.get(1));
        Refusal.of(() -> learning().improve(data, layers, three, 0), "rounds", "0");
        Refusal.ofNull("layers", () -> learning().improve(data, null, three, 1));
        Refusal.ofNull("sparsities", () -> learning().improve(data, layers, null, 1));
    }

    @Example
    void layersThatAreKnownAreTakenAsTheyAre() {
        DoubleSparseMap a = DoubleSparseMap.of(2, 2, new int[] {0, 1, 2}, new int[] {1, 0}, new double[] {3, 4});
        DoubleSparseMap b = DoubleSparseMap.of(2, 1, new int[] {0, 0, 1}, new int[] {0}, new double[] {-2});
        DoubleLayers layers = DoubleLayers.of(List.of(a, b));
        Numbers image = Numbers.of(layers.map().apply(new double[] {1}));
        assertEquals(-6, image.at(0), 32 * image.precision().unitRoundoff());
        assertEquals(0, image.at(1));
        assertEquals(0, layers.error());
        Refusal.of(() -> DoubleLayers.of(List.of(b, a)), "factors 0 and 1", "1 columns and 2 rows");
        Refusal.of(() -> DoubleLayers.of(List.of()), "none");
        Refusal.ofNull("factors", () -> DoubleLayers.of(null));
        DoubleSparseMap zero = DoubleSparseMap.of(1, 1, new int[] {0, 0}, new int[0], new double[0]);
        Refusal.of(() -> DoubleLayers.of(List.of(zero)), "factor 0", "zero");
    }
}
