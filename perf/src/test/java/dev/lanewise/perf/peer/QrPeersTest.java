package dev.lanewise.perf.peer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.perf.duel.Contestant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QrPeersTest {
    /** {@code A^T C}. */
    private static double[] transposedProduct(int n, double[] a, double[] c) {
        double[] product = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    product[i * n + j] += a[k * n + i] * c[k * n + j];
                }
            }
        }
        return product;
    }

    private static double[] noise(int n, long seed) {
        return new Random(seed).doubles(n, -1, 1).map(x -> (float) x).toArray();
    }

    /** Elements of n x n are at most n, columns at most sqrt(n) long: n^2 u and a factor of 4. */
    private static void assertBoth(double[] wanted, Contestant contestant, FactoredMatrix matrix) {
        double tolerance = 4 * matrix.n() * matrix.n() * (matrix.single() ? 0x1p-24 : 0x1p-53);
        for (int run = 0; run < 2; run++) {
            contestant.run();
            assertArrayEquals(wanted, contestant.result(), tolerance, contestant.name() + ", n = " + matrix.n());
        }
    }

    @Test
    void factorisationsAreThoseOfTheMatrix() {
        for (int n : new int[] {1, 2, 7, 40}) {
            for (boolean single : new boolean[] {true, false}) {
                FactoredMatrix matrix = new FactoredMatrix(n, single, noise(n * n, 1));
                List<Contestant> contestants = new ArrayList<>(List.of(EjmlQr.of(matrix)));
                OjAlgoQr.of(matrix).ifPresent(contestants::add);
                OpenBlasQr.factorizing(matrix, 1).ifPresent(contestants::add);
                assertTrue(single || contestants.size() > 1);
                double[] wanted = transposedProduct(n, matrix.elements(), matrix.elements());
                contestants.forEach(contestant -> assertBoth(wanted, contestant, matrix));
            }
        }
    }

    @Test
    void aTallFactorisationIsThatOfTheMatrix() {
        for (boolean single : new boolean[] {true, false}) {
            int m = 40, n = 7;
            FactoredMatrix tall = new FactoredMatrix(m, n, single, noise(m * n, 1));
            double[] wanted = new double[n * n];
            for (int i = 0; i < m * n * n; i++) {
                int row = i / (n * n), left = i / n % n, right = i % n;
                wanted[left * n + right] += tall.elements()[row * n + left] * tall.elements()[row * n + right];
            }
            // Elements of A^T A are at most m, columns at most sqrt(m) long: as of a square one, m sqrt(m n) u.
            double tolerance = 4 * m * Math.sqrt(m * n) * (single ? 0x1p-24 : 0x1p-53);
            OpenBlasQr.factorizing(tall, 1).ifPresent(contestant -> {
                contestant.run();
                assertArrayEquals(wanted, contestant.result(), tolerance, contestant.name());
            });
        }
    }

    @Test
    void anAppliedQIsThatOfTheMatrix() {
        for (int n : new int[] {1, 2, 7, 40}) {
            for (boolean single : new boolean[] {true, false}) {
                FactoredMatrix matrix = new FactoredMatrix(n, single, noise(n * n, 1));
                double[] c = noise(n * n, 2);
                double[] wanted = transposedProduct(n, matrix.elements(), c);
                OpenBlasQr.applying(matrix, c, 1).ifPresent(contestant -> assertBoth(wanted, contestant, matrix));
            }
        }
    }

    @Test
    void ojAlgoHasNoFactorisationOfFloats() {
        assertEquals(Optional.empty(), OjAlgoQr.of(new FactoredMatrix(2, true, new double[4])));
    }

    @Test
    void whatIsBelowTheDiagonalOfAnUpperTriangleIsNotRead() {
        UpperTriangle upper = new UpperTriangle(2, new double[] {1, 2, Double.NaN, 3});
        assertArrayEquals(new double[] {1, 2, 2, 13}, upper.gram());
        assertArrayEquals(new double[] {5, 6, 31, 36}, upper.transposedTimes(new double[] {5, 6, 7, 8}));
    }
}
