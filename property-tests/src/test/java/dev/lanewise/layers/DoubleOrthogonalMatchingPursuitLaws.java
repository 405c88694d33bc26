package dev.lanewise.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Workspace;
import dev.lanewise.foundation.Allocation;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Seeds;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleDiagonal;
import dev.lanewise.structured.DoubleIdentity;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleZero;
import dev.lanewise.structured.layers.DoubleOrthogonalMatchingPursuit;
import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class DoubleOrthogonalMatchingPursuitLaws implements Seeds {
    private static final int TRIES = 5;
    private static final int ROWS = 12, ATOMS = 20, MOST = 5;

    private static double[] entries(long seed) {
        return Inputs.gaussian(seed, new double[ROWS * ATOMS]);
    }

    private static DoubleOrthogonalMatchingPursuit pursuit(double[] entries) {
        return DoubleOrthogonalMatchingPursuit.of(DoubleDenseMap.of(ROWS, ATOMS, entries));
    }

    private static int taken(double[] x) {
        int count = 0;
        for (double number : x) {
            count += number != 0 ? 1 : 0;
        }
        return count;
    }

    private static Numbers residual(double[] entries, double[] x, double[] y) {
        return LayerCheck.residual(Numbers.of(entries), Numbers.of(x), Numbers.of(y));
    }

    private static Numbers column(Numbers d, int j) {
        return LayerCheck.column(d, ATOMS, j);
    }

    @Property(tries = TRIES)
    void theResidualIsOrthogonalToTheColumnsTaken(@ForAll("seeds") long seed) {
        double[] entries = entries(seed), y = Inputs.gaussian(~seed, new double[ROWS]);
        var before = Numbers.of(y).norm2();
        for (int most = 0; most <= MOST; most++) {
            double[] x = pursuit(entries).code(y, most);
            assertEquals(most, taken(x), "" + seed);
            Numbers rest = residual(entries, x, y), d = Numbers.of(entries);
            assertTrue(rest.norm2() <= before * (1 + 1e-6), seed + ": the residual grew");
            before = rest.norm2();
            var norms = Numbers.of(y).norm2();
            for (int j = 0; j < ATOMS; j++) {
                norms += column(d, j).norm2() * Math.abs(Numbers.of(x).at(j));
            }
            // The normal equations: inner products of ROWS products each, and g(3 k + 1) |L| |L^T| |x| of Cholesky,
            // theorem
            // 10.4 of Higham, for columns of norm 1, and their norms.
            var bound = 2 * (2 * ROWS + 3 * most + 8) * rest.precision().unitRoundoff() * (1 + most) * norms;
            for (int j = 0; j < ATOMS; j++) {
                if (x[j] != 0) {
                    var product = column(d, j).dot(rest);
                    assertTrue(Math.abs(product) <= bound * column(d, j).norm2(), seed + ": " + product + ", " + bound);
                }
            }
        }
    }

    /** Unit vectors beside Walsh functions: cosines of 1/8, so that four of them are always found. */
    @Property(tries = TRIES)
    void combinationsOfIncoherentColumnsAreFoundExactly(@ForAll("seeds") long seed) {
        int n = 64;
        double[] entries = new double[n * 2 * n], x = new double[2 * n], y = new double[n];
        double[] numbers = Inputs.gaussian(seed, new double[8]);
        for (int i = 0; i < n; i++) {
            entries[i * 2 * n + i] = 1;
            for (int j = 0; j < n; j++) {
                entries[i * 2 * n + n + j] = Integer.bitCount(i & j) % 2 == 0 ? 0.125 : -0.125;
            }
        }
        for (int k = 0; k < 4; k++) {
            int j = Math.floorMod((int) (1e6 * numbers[4 + k]), 2 * n);
            x[j] = numbers[k] + Math.copySign(0.5, numbers[k]);
        }
        DoubleLinearMap map = DoubleDenseMap.of(n, 2 * n, entries);
        double[] rounded = map.apply(x);
        DoubleOrthogonalMatchingPursuit pursuit = DoubleOrthogonalMatchingPursuit.of(map);
        double[] found = pursuit.code(rounded, 4);
        Numbers wanted = Numbers.of(x);
        // The inverse of the Gram matrix of four columns is 1 / (1 - 3 / 8) at most; inner products of n products each.
        var bound = 4 * (2 * n + 20) * wanted.precision().unitRoundoff() * wanted.norm1() / (1 - 3 / 8.0);
        for (int j = 0; j < 2 * n; j++) {
            assertEquals(x[j], found[j], bound, seed + " at " + j);
            assertTrue(x[j] != 0 || Math.abs(found[j]) <= bound, seed + " takes " + j);
        }
    }

    @Property(tries = TRIES)
    void theFirstColumnHasTheLargestCosine(@ForAll("seeds") long seed) {
        double[] entries = entries(seed), y = Inputs.gaussian(~seed, new double[ROWS]);
        double[] x = pursuit(entries).code(y, 1);
        Numbers d = Numbers.of(entries), right = Numbers.of(y);
        int best = 0;
        var most = 0.0 * right.norm2();
        for (int j = 0; j < ATOMS; j++) {
            var cosine = Math.abs(column(d, j).dot(right)) / column(d, j).norm2();
            best = cosine > most ? j : best;
            most = Math.max(most, cosine);
        }
        assertTrue(x[best] != 0, "" + seed);
    }

    @Property(tries = TRIES)
    void aVectorHasTheBitsItHasAloneWhereverItLies(@ForAll("seeds") long seed) {
        int count = 70;
        double[] y = Inputs.uneven(seed, new double[ROWS * count]);
        DoubleOrthogonalMatchingPursuit pursuit = pursuit(entries(seed));
        double[] together = new double[ATOMS * count], columns = new double[ATOMS * count];
        Workspace workspace = new Workspace();
        Layout rows = new Layout(0, 1, count, ROWS), out = new Layout(0, 1, count, ATOMS);
        pursuit.code(y, rows, together, out, MOST, 0, workspace);
        double[] turned = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            turned[i % ROWS * count + i / ROWS] = y[i];
        }
        Layout in = new Layout(0, count, count, 1), outTurned = new Layout(0, count, count, 1);
        pursuit.code(turned, in, columns, outTurned, MOST, 0, workspace);
        for (int v = 0; v < count; v++) {
            double[] alone = pursuit.code(Arrays.copyOfRange(y, v * ROWS, (v + 1) * ROWS), MOST);
            double[] column = new double[ATOMS];
            for (int j = 0; j < ATOMS; j++) {
                column[j] = columns[j * count + v];
            }
            Bits.assertSame(alone, Arrays.copyOfRange(together, v * ATOMS, (v + 1) * ATOMS), "vector " + v);
            Bits.assertSame(alone, column, "column " + v);
        }
    }

    @Property(tries = TRIES)
    void powersOfTwoGoThrough(@ForAll("seeds") long seed) {
        double[] entries = entries(seed), y = Inputs.gaussian(~seed, new double[ROWS]);
        double[] x = pursuit(entries).code(y, MOST);
        double[] large = y.clone(), wide = entries.clone();
        for (int i = 0; i < ROWS; i++) {
            large[i] = Math.scalb(y[i], 100);
            wide[i * ATOMS + 3] = Math.scalb(entries[i * ATOMS + 3], -9);
        }
        double[] times = pursuit(entries).code(large, MOST),
                over = pursuit(wide).code(y, MOST);
        for (int j = 0; j < ATOMS; j++) {
            assertEquals(Math.scalb(x[j], 100), times[j], "" + j);
            assertEquals(Math.scalb(x[j], j == 3 ? 9 : 0), over[j], "a column that is shorter, " + j);
        }
    }

    @Property(tries = TRIES)
    void itStopsAtTheTolerance(@ForAll("seeds") long seed) {
        double[] entries = entries(seed), y = Inputs.gaussian(~seed, new double[ROWS]), x = new double[ATOMS];
        Layout one = Layout.contiguous(0);
        pursuit(entries).code(y, one, x, one, ROWS, 0.3, new Workspace());
        int count = taken(x);
        var norm = Numbers.of(y).norm2();
        assertTrue(residual(entries, x, y).norm2() <= 0.3001 * norm, "" + seed);
        double[] fewer = pursuit(entries).code(y, count - 1);
        assertTrue(residual(entries, fewer, y).norm2() > 0.2999 * norm, "" + seed);
    }

    @Example
    void columnsOfZeroAndColumnsTwiceAreNotTaken() {
        double[] entries = {0, 1, 1, 0, /**/ 0, 1, 1, 0, /**/ 0, 0, 0, 1};
        DoubleOrthogonalMatchingPursuit pursuit = DoubleOrthogonalMatchingPursuit.of(DoubleDenseMap.of(3, 4, entries));
        double[] x = pursuit.code(new double[] {3, 1, 1}, 3);
        assertEquals(2, taken(x));
        assertEquals(0, x[0]);
        // The first of the two that are alike.
        assertEquals(0, x[2]);
        Numbers found = Numbers.of(x);
        assertEquals(2, found.at(1), 16 * found.precision().unitRoundoff());
        assertEquals(1, found.at(3), 16 * found.precision().unitRoundoff());
        assertEquals(0, taken(pursuit.code(new double[3], 3)));
        assertEquals(
                0, taken(DoubleOrthogonalMatchingPursuit.of(DoubleZero.of(3, 4)).code(new double[] {1, 2, 3}, 3)));
    }

    @Example
    void anyMapIsADictionary() {
        DoubleLinearMap map = DoubleDiagonal.of(1, 2, 4).times(DoubleIdentity.of(3));
        double[] x = DoubleOrthogonalMatchingPursuit.of(map).code(new double[] {1, 8, 6}, 2);
        Bits.assertSame(new double[] {0, 4, 1.5}, x, "a diagonal");
    }

    @Example
    void withAWorkspaceNothingIsAllocated() {
        double[] y = Inputs.gaussian(1, new double[ROWS * 2]), x = new double[ATOMS * 2];
        DoubleOrthogonalMatchingPursuit pursuit = pursuit(entries(2));
        Layout in = new Layout(0, 1, 2, ROWS), out = new Layout(0, 1, 2, ATOMS);
        Workspace workspace = new Workspace();
        Allocation.assertNone("pursuit", () -> pursuit.code(y, in, x, out, 3, 0, workspace));
    }

    @Example
    void whatDoesNotFitIsRefused() {
        DoubleOrthogonalMatchingPursuit pursuit = pursuit(entries(1));
        Refusal.ofNull("dictionary", () -> DoubleOrthogonalMatchingPursuit.of(null));
        Refusal.of(() -> DoubleOrthogonalMatchingPursuit.of(DoubleZero.of(0, 3)), "dictionary", "0 x 3");
        double[] huge = {Double.MAX_VALUE, Double.MAX_VALUE};
        Refusal.of(() -> DoubleOrthogonalMatchingPursuit.of(DoubleDenseMap.of(2, 1, huge)), "column 0", "Infinity");
        Refusal.ofNull("y", () -> pursuit.code(null, 1));
        Refusal.of(() -> pursuit.code(new double[11], 1), "11", "12");
        for (int most : new int[] {-1, 13}) {
            Refusal.of(() -> pursuit.code(new double[ROWS], most), "most", "" + most, "0 to 12");
        }
        double[] y = new double[2 * ROWS], x = new double[2 * ATOMS];
        Layout in = new Layout(0, 1, 2, ROWS), out = new Layout(0, 1, 2, ATOMS), one = Layout.contiguous(0);
        Workspace workspace = new Workspace();
        for (double tolerance : new double[] {-1, 1, Double.NaN}) {
            Refusal.of(() -> pursuit.code(y, in, x, out, 1, tolerance, workspace), "tolerance", "" + tolerance);
        }
        Refusal.of(() -> pursuit.code(y, in, x, one, 1, 0, workspace), "2 in and 1 out");
        Refusal.of(() -> pursuit.code(y, in, new double[39], out, 1, 0, workspace), "x", "39");
        Refusal.of(() -> pursuit.code(x, one, x, one, 1, 0, workspace), "x", "array of y");
        Refusal.ofNull("workspace", () -> pursuit.code(y, in, x, out, 1, 0, null));
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            double[] wrong = y.clone();
            wrong[ROWS + 4] = bad;
            Refusal.of(() -> pursuit.code(wrong, in, x, out, 1, 0, workspace), "vector 1, element 4", "" + bad);
        }
    }
}
