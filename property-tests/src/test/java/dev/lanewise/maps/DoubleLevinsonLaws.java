package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.NotPositiveDefiniteException;
import dev.lanewise.engine.SingularMatrixException;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Seeds;
import dev.lanewise.structured.DoubleLevinson;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Systems of Toeplitz matrices: residuals in twice the precision, and solutions that are known. */
final class DoubleLevinsonLaws implements Seeds {
    /** {@code rho^k}, of which both the matrix and its inverse have norms of {@code (1 + rho) / (1 - rho)} at most. */
    private static double[] powers(int n, double rho) {
        double[] t = new double[n];
        t[0] = 1;
        for (int k = 1; k < n; k++) {
            t[k] = t[k - 1] * rho;
        }
        return t;
    }

    private static void assertSolves(double[] column, double[] row, double[] b, double[] x, double inverseNorm) {
        ToeplitzCheck.assertSolves(Numbers.of(column), Numbers.of(row), Numbers.of(b), Numbers.of(x), inverseNorm);
    }

    @Property(tries = 30)
    void positiveDefiniteSystemsLeaveSmallResiduals(
            @ForAll @IntRange(min = 1, max = 40) int n,
            @ForAll @IntRange(min = -3, max = 3) int quarters,
            @ForAll("seeds") long seed) {
        double rho = quarters * 0.25;
        double size = Math.abs(rho), condition = (1 + size) / (1 - size);
        double[] t = powers(n, rho), b = Inputs.gaussian(seed, new double[n]);
        assertSolves(t, t, b, DoubleLevinson.solvePositiveDefinite(t, b), condition);
        assertSolves(t, t, b, DoubleLevinson.solve(t, t, b), condition);
    }

    /** The others of a row add up to less than the half of its diagonal: inverses are below {@code 2 / |t_0|} in every norm. */
    @Property(tries = 30)
    void generalSystemsLeaveSmallResiduals(
            @ForAll @IntRange(min = 1, max = 40) int n,
            @ForAll @IntRange(min = -60, max = 60) int exponent,
            @ForAll("seeds") long seed) {
        double[] column = Inputs.gaussian(seed, new double[n]), row = Inputs.gaussian(~seed, new double[n]);
        double sum = 0;
        for (int k = 0; k < n; k++) {
            sum += Math.abs(column[k]) + Math.abs(row[k]);
        }
        column[0] = n % 2 == 0 ? 2 * sum : -2 * sum;
        row[0] = column[0];
        for (int k = 0; k < n; k++) {
            column[k] = Math.scalb(column[k], exponent);
            row[k] = Math.scalb(row[k], exponent);
        }
        double[] b = Inputs.gaussian(seed + 1, new double[n]);
        assertSolves(column, row, b, DoubleLevinson.solve(column, row, b), 2 / Math.abs(column[0]));
    }

    /** For {@code 2^-k} the inverse is known; the forward error is the residual times its norm, 3. */
    @Property(tries = 20)
    void solutionsAreThoseOfTheInverseThatIsKnown(
            @ForAll @IntRange(min = 2, max = 60) int n, @ForAll("seeds") long seed) {
        double[] t = powers(n, 0.5), b = Inputs.gaussian(seed, new double[n]);
        double[] x = DoubleLevinson.solvePositiveDefinite(t, b);
        ToeplitzCheck.assertSolvesHalvings(Numbers.of(t), Numbers.of(b), Numbers.of(x));
    }

    /** No leading block has an inverse of norm 7, which that of order 2 has nearly. */
    @Example
    void aSystemThatIsNotSymmetricIsSolved() {
        double[] column = {2, 1, 3}, row = {2, 5, 7}, b = {33, 20, 11};
        assertSolves(column, row, b, DoubleLevinson.solve(column, row, b), 7);
    }

    @Example
    void singularLeadingBlocksAreRefusedWithTheirIndex() {
        double[] b = {1, 1, 1};
        assertEquals(
                0,
                assertThrows(
                                SingularMatrixException.class,
                                () -> DoubleLevinson.solve(new double[] {0, 1, 0}, new double[] {0, 1, 0}, b))
                        .index());
        SingularMatrixException second = assertThrows(
                SingularMatrixException.class,
                () -> DoubleLevinson.solve(new double[] {1, 1, 0}, new double[] {1, 1, 5}, b));
        assertEquals(1, second.index());
        assertTrue(second.getMessage().contains("order 2"), second.getMessage());
        NotPositiveDefiniteException negative = assertThrows(
                NotPositiveDefiniteException.class,
                () -> DoubleLevinson.solvePositiveDefinite(new double[] {1, 0.5, -1}, b));
        assertEquals(2, negative.index());
        assertEquals(
                0,
                assertThrows(
                                NotPositiveDefiniteException.class,
                                () -> DoubleLevinson.solvePositiveDefinite(new double[] {0, 0, 0}, b))
                        .index());
    }

    @Example
    void systemsThatAreNoneAreRefused() {
        double[] one = {1}, two = {1, 2};
        Refusal.of(() -> DoubleLevinson.solve(new double[0], one, one), "column", "0");
        Refusal.of(() -> DoubleLevinson.solve(one, two, one), "row", "2", "1");
        Refusal.of(() -> DoubleLevinson.solve(one, one, two), "b", "2", "1");
        Refusal.of(() -> DoubleLevinson.solve(two, new double[] {2, 2}, two), "row[0]", "2.0", "1.0");
        Refusal.of(() -> DoubleLevinson.solve(one, one, new double[] {Double.NaN}), "b[0]", "NaN");
        Refusal.of(() -> DoubleLevinson.solvePositiveDefinite(one, two), "b", "2", "1");
        Refusal.of(
                () -> DoubleLevinson.solvePositiveDefinite(new double[] {Double.POSITIVE_INFINITY}, one),
                "column[0]",
                "Infinity");
        Refusal.ofNull("column", () -> DoubleLevinson.solve(null, one, one));
        Refusal.ofNull("row", () -> DoubleLevinson.solve(one, null, one));
        Refusal.ofNull("b", () -> DoubleLevinson.solvePositiveDefinite(one, null));
    }
}
