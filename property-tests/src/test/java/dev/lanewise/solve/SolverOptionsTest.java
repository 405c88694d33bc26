package dev.lanewise.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.foundation.Refusal;
import dev.lanewise.structured.DoubleDiagonal;
import dev.lanewise.structured.FloatDiagonal;
import dev.lanewise.structured.solve.DoubleConjugateGradients;
import dev.lanewise.structured.solve.FloatConjugateGradients;
import dev.lanewise.structured.solve.SolverOptions;
import org.junit.jupiter.api.Test;

class SolverOptionsTest {
    private static final SolverOptions DEFAULTS = SolverOptions.DEFAULTS;

    @Test
    void whatMakesNoSenseIsRefused() {
        for (double tolerance : new double[] {0, -1, 1, Double.NaN, Double.POSITIVE_INFINITY}) {
            Refusal.of(() -> DEFAULTS.tolerance(tolerance), "tolerance", "" + tolerance);
        }
        for (double norm : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            Refusal.of(() -> DEFAULTS.mapNorm(norm), "mapNorm", "" + norm);
        }
        Refusal.of(() -> DEFAULTS.mostIterations(0), "mostIterations", "0");
        Refusal.of(() -> DEFAULTS.restart(0), "restart", "0");
        Refusal.ofNull("listener", () -> DEFAULTS.listener(null));
        Refusal.ofNull("isCancelled", () -> DEFAULTS.cancelledBy(null));
    }

    @Test
    void optionsAreNotChangedByThoseMadeOfThem() {
        String before = DEFAULTS.toString();
        SolverOptions other =
                DEFAULTS.tolerance(0.5).mostIterations(3).restart(4).mapNorm(7).returningLast();
        assertEquals(before, DEFAULTS.toString());
        for (String part : new String[] {"0.5", "3 iterations", "after 4", "7.0", "last"}) {
            assertTrue(other.toString().contains(part), other.toString());
        }
    }

    @Test
    void theDefaultToleranceIsHalfOfTheDigitsOfThePrecision() {
        var wide =
                DoubleConjugateGradients.of(DoubleDiagonal.of(1, 2), DEFAULTS).solve(new double[] {1, 1});
        var narrow =
                FloatConjugateGradients.of(FloatDiagonal.of(1, 2), DEFAULTS).solve(new float[] {1, 1});
        assertEquals(0x1p-26, wide.report().tolerance());
        assertEquals(Math.sqrt(0x1p-23), narrow.report().tolerance());
    }
}
