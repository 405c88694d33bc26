package dev.lanewise.perf.peer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.perf.duel.Contestant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpectrumPeersTest {
    /** The product of factors and ones is that of the matrix and ones, and the squares of the values are those of its elements. */
    @Test
    void factorsAreThoseOfTheMatrix() {
        for (Spectrum spectrum : Spectrum.values()) {
            for (int n : new int[] {1, 2, 7, 40}) {
                double[] a =
                        spectrum.matrix(n, new Random(1).doubles(n * n, -1, 1).toArray());
                List<Contestant> contestants =
                        new ArrayList<>(List.of(EjmlSpectrum.of(spectrum, n, a), OjAlgoSpectrum.of(spectrum, n, a)));
                OpenBlasSpectrum.of(spectrum, n, a, 1).ifPresent(contestants::add);
                for (Contestant contestant : contestants) {
                    contestant.run();
                    contestant.run();
                    assertFactors(n, a, contestant.result(), spectrum + " by " + contestant.name() + ", n = " + n);
                }
            }
        }
    }

    private static void assertFactors(int n, double[] a, double[] result, String context) {
        double[] product = new double[n];
        for (int i = 0; i < n * n; i++) {
            product[i / n] += a[i];
        }
        // ||A|| <= n, ones have a length of sqrt(n), and factors are off by 10 n u.
        double allowed = 10 * n * 0x1p-53 * n * Math.sqrt(n);
        assertArrayEquals(product, Arrays.copyOfRange(result, n, 2 * n), allowed, context);
        double squares = Arrays.stream(a).map(x -> x * x).sum();
        double ofValues = Arrays.stream(result, 0, n).map(x -> x * x).sum();
        assertEquals(squares, ofValues, 2 * n * allowed, context);
        for (int j = 1; j < n; j++) {
            assertEquals(Math.max(result[j - 1], result[j]), result[j - 1], context + ": value " + j);
        }
    }

    @Test
    void whatIsComparedDependsOnNoOrderAndNoSign() {
        double[] u = {0, -1, 1, 0}, turned = {1, 0, 0, 1}, values = {2, 3}, other = {3, 2};
        assertArrayEquals(new double[] {3, 2, -3, 2}, Spectrum.SVD.compared(2, u, values, new double[] {1, 0, 0, 1}));
        assertArrayEquals(
                new double[] {3, 2, -3, 2}, Spectrum.SVD.compared(2, turned, other, new double[] {0, 1, -1, 0}));
    }
}
