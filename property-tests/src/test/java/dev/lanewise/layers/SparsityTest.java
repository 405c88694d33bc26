package dev.lanewise.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.foundation.Refusal;
import dev.lanewise.structured.layers.LayerPlan;
import dev.lanewise.structured.layers.Sparsity;
import dev.lanewise.structured.layers.SweepOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

class SparsityTest {
    @Test
    void entriesAreCounted() {
        assertEquals(12, Sparsity.dense(3, 4).mostEntries());
        assertEquals(5, Sparsity.entries(3, 4, 5).mostEntries());
        assertEquals(6, Sparsity.perRow(3, 4, 2).mostEntries());
        assertEquals(8, Sparsity.perColumn(3, 4, 2).mostEntries());
        assertEquals(7, Sparsity.perRowAndColumn(3, 4, 1).mostEntries());
        assertEquals(12, Sparsity.perRowAndColumn(3, 4, 3).mostEntries());
        assertEquals(2, Sparsity.support(3, 4, 11, 0).mostEntries());
        Sparsity tied = Sparsity.perRow(3, 4, 2).withTies(0.25);
        assertEquals(6, tied.mostEntries());
        assertTrue(tied.toString().contains("3 x 4, 2 entries a row, ties within 0.25"), tied.toString());
        assertEquals("3 x 4, any entries", Sparsity.dense(3, 4).toString());
    }

    @Test
    void sparsitiesOutOfRangeAreRefused() {
        Refusal.of(() -> Sparsity.dense(0, 4), "0 x 4");
        Refusal.of(() -> Sparsity.dense(3, -1), "3 x -1");
        Refusal.of(() -> Sparsity.dense(1 << 16, 1 << 16), "65536", "array");
        for (int bad : new int[] {0, -1, Integer.MIN_VALUE, 13}) {
            Refusal.of(() -> Sparsity.entries(3, 4, bad), "entries", "" + bad, "1 to 12");
            Refusal.of(() -> Sparsity.perRow(3, 4, bad), "row", "" + bad, "1 to 4");
            Refusal.of(() -> Sparsity.perColumn(3, 4, bad), "column", "" + bad, "1 to 3");
            Refusal.of(() -> Sparsity.perRowAndColumn(3, 4, bad), "row and column", "" + bad, "1 to 3");
        }
        Refusal.of(() -> Sparsity.support(3, 4), "places", "none");
        Refusal.of(() -> Sparsity.support(3, 4, 1, 12), "12", "0 to 11");
        Refusal.of(() -> Sparsity.support(3, 4, 1, -1), "-1", "0 to 11");
        Refusal.of(() -> Sparsity.support(3, 4, 5, 1, 5), "5 twice");
        Refusal.ofNull("places", () -> Sparsity.support(3, 4, (int[]) null));
        for (double share : new double[] {-0.1, 1, Double.NaN, Double.POSITIVE_INFINITY}) {
            Refusal.of(() -> Sparsity.dense(3, 4).withTies(share), "share", "" + share);
        }
    }

    @Test
    void optionsThatMakeNoSenseAreRefused() {
        SweepOptions options = SweepOptions.DEFAULTS;
        for (double tolerance : new double[] {-1, 1, Double.NaN}) {
            Refusal.of(() -> options.tolerance(tolerance), "tolerance", "" + tolerance);
        }
        Refusal.of(() -> options.mostSweeps(0), "mostSweeps", "0");
        Refusal.ofNull("listener", () -> options.listener(null));
        Refusal.ofNull("isCancelled", () -> options.cancelledBy(null));
        String changed = options.tolerance(0.5).mostSweeps(7).leftToRight().toString();
        assertTrue(
                changed.contains("7 sweeps") && changed.contains("left to right") && changed.contains("0.5"), changed);
        assertEquals(options.toString(), options.leftToRight().rightToLeft().toString());
    }

    @Test
    void plansWhoseFactorsDoNotComposeAreRefused() {
        Sparsity a = Sparsity.dense(4, 3), b = Sparsity.dense(3, 5), c = Sparsity.dense(5, 2);
        LayerPlan plan = new LayerPlan(List.of(new LayerPlan.Stage(a, b)), true);
        assertEquals(4, plan.rows());
        assertEquals(5, plan.cols());
        LayerPlan turned = new LayerPlan(List.of(new LayerPlan.Stage(b, a)), false);
        assertEquals(4, turned.rows());
        assertEquals(5, turned.cols());
        Refusal.of(() -> new LayerPlan(List.of(new LayerPlan.Stage(a, b)), false), "stage 0", "3 x 5 times 4 x 3");
        LayerPlan.Stage first = new LayerPlan.Stage(a, b);
        Refusal.of(
                () -> new LayerPlan(List.of(first, new LayerPlan.Stage(b, c)), true),
                "stage 1",
                "3 x 5",
                "compose to 3 x 5");
        Refusal.of(() -> new LayerPlan(List.of(), true), "stages", "none");
        Refusal.ofNull("stages", () -> new LayerPlan(null, true));
        Refusal.ofNull("factor", () -> new LayerPlan.Stage(null, a));
        Refusal.ofNull("residual", () -> new LayerPlan.Stage(a, null));
        for (int n : new int[] {0, 2, 12, -4, Integer.MIN_VALUE}) {
            Refusal.of(() -> LayerPlan.halving(n), "n", "" + n, "power of two");
        }
        assertEquals(4, LayerPlan.halving(32).stages().size());
    }
}
