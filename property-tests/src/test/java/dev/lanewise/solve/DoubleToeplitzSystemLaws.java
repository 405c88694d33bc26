package dev.lanewise.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Seeds;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleToeplitzMap;
import dev.lanewise.structured.DoubleToeplitzPreconditioner;
import dev.lanewise.structured.MapProperty;
import dev.lanewise.structured.solve.DoubleGmres;
import dev.lanewise.structured.solve.DoubleSolution;
import dev.lanewise.structured.solve.SolverOptions;
import dev.lanewise.structured.solve.StoppingReason;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * General Toeplitz systems by GMRES: with a circulant preconditioner the steps that it takes stay the same as the order grows, without
 * they grow. R. H. Chan and M. K. Ng, Conjugate gradient methods for Toeplitz systems, SIAM Rev. 38(3), 1996, section 4.
 */
final class DoubleToeplitzSystemLaws implements Seeds {
    /** Coefficients 1 / (1 + k) below the diagonal, minus half of that above it: the symbol has no zero, and no bound at 0. */
    private static DoubleToeplitzMap map(int n) {
        double[] column = new double[n], row = new double[n];
        for (int k = 0; k < n; k++) {
            column[k] = (double) 1 / (1 + k);
            row[k] = k == 0 ? column[0] : -column[k] / 2;
        }
        return DoubleToeplitzMap.of(column, row);
    }

    @Property(tries = 3)
    void circulantPreconditionersKeepTheNumberOfStepsSmall(@ForAll("seeds") long seed) {
        int[] least = new int[2];
        for (int n : new int[] {64, 512}) {
            DoubleToeplitzMap map = map(n);
            assertTrue(!map.is(MapProperty.SYMMETRIC));
            double[] b = Inputs.gaussian(seed, new double[n]);
            SolverOptions options = SolverOptions.DEFAULTS.restart(n);
            int plain = steps(DoubleGmres.of(map, options), map, b, "plain, seed " + seed);
            List<DoubleLinearMap> preconditioners =
                    List.of(DoubleToeplitzPreconditioner.strang(map), DoubleToeplitzPreconditioner.tChan(map));
            for (int i = 0; i < 2; i++) {
                String context = "preconditioner " + i + ", order " + n + ", seed " + seed;
                int steps = steps(DoubleGmres.of(map, preconditioners.get(i), options), map, b, context);
                least[i] = n == 64 ? steps : least[i];
                assertTrue(steps <= least[i] + 3, context + ": " + steps + " after " + least[i]);
                assertTrue(2 * steps < plain, context + ": " + steps + " of " + plain);
            }
        }
    }

    private static int steps(DoubleGmres solver, DoubleLinearMap map, double[] b, String context) {
        DoubleSolution solution = solver.solve(b);
        assertEquals(StoppingReason.SOLVED, solution.reason(), context);
        double[] product = map.apply(solution.x());
        double off = 0, size = 0;
        for (int i = 0; i < b.length; i++) {
            off += (product[i] - b[i]) * (product[i] - b[i]);
            size += b[i] * b[i];
        }
        var relative = 64 * solution.report().tolerance();
        assertTrue(off <= relative * relative * size, context + ": residual " + off + " beside " + size);
        return solution.iterations();
    }
}
