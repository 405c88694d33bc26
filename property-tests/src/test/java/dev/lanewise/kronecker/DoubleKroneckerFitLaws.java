package dev.lanewise.kronecker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Precision;
import dev.lanewise.oracle.Seeds;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleHadamard;
import dev.lanewise.structured.DoubleIdentity;
import dev.lanewise.structured.DoubleKroneckerProduct;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.butterfly.DoubleButterflyRecovery;
import dev.lanewise.structured.butterfly.DoubleRecoveredMatrix;
import dev.lanewise.structured.butterfly.RecoveredKind;
import dev.lanewise.structured.kronecker.DoubleKroneckerApproximation;
import dev.lanewise.structured.kronecker.DoubleKroneckerFit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Kronecker products are found again with the shapes of their factors, which nobody tells. */
final class DoubleKroneckerFitLaws implements Seeds {
    private static final Precision PRECISION = Numbers.of(new double[0]).precision();

    private static DoubleLinearMap dense(long seed, int rows, int cols) {
        return DoubleDenseMap.of(rows, cols, Inputs.gaussian(seed, new double[rows * cols]));
    }

    private static DoubleLinearMap fitted(DoubleLinearMap matrix) {
        return new DoubleKroneckerFit()
                .fit(matrix.toDense(), matrix.rows(), matrix.cols())
                .orElseThrow();
    }

    /**
     * Entries that are rounded are off by {@code u} each for each factor, and each singular value decomposition by what its law allows,
     * {@code c (m + n) u} of the norm for m x n.
     */
    private static void assertFitted(DoubleLinearMap matrix, DoubleLinearMap fitted) {
        Numbers entries = Numbers.of(matrix.toDense());
        int size = matrix.rows() * matrix.cols();
        var bound = SpectralKronecker.bound(size, PRECISION) * entries.norm2();
        SpectralKronecker.assertNear(entries, Numbers.of(fitted.toDense()), bound, fitted.describe());
    }

    @Property(tries = 50)
    void productsAreFound(@ForAll("seeds") long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<DoubleLinearMap> factors = new ArrayList<>();
        for (int i = random.nextInt(2, 4); i > 0; i--) {
            factors.add(dense(random.nextLong(), random.nextInt(2, 5), random.nextInt(2, 5)));
        }
        DoubleLinearMap matrix = DoubleKroneckerProduct.of(factors), fitted = fitted(matrix);
        assertFitted(matrix, fitted);
        assertTrue(fitted.parameters() <= matrix.parameters(), fitted.describe());
    }

    /** Most samples of these are zeros, which fit anything. */
    @Example
    void productsOfManyZerosAreFound() {
        DoubleLinearMap blocks = DoubleKroneckerProduct.of(List.of(DoubleIdentity.of(64), dense(1, 3, 2)));
        assertFitted(blocks, fitted(blocks));
        DoubleLinearMap hadamard = DoubleHadamard.of(64, Normalization.ORTHO);
        assertFitted(hadamard, fitted(hadamard));
        assertEquals(6, fitted(hadamard).parts().size());
    }

    @Example
    void vectorsAreProductsToo() {
        DoubleLinearMap matrix = DoubleKroneckerProduct.of(List.of(dense(1, 1, 4), dense(2, 1, 6)));
        assertFitted(matrix, fitted(matrix));
    }

    @Example
    void zeroAndSingleEntriesAreNotFitted() {
        DoubleKroneckerFit fit = new DoubleKroneckerFit();
        assertTrue(fit.fit(new double[12], 3, 4).isEmpty());
        assertTrue(fit.fit(new double[] {7}, 1, 1).isEmpty());
        assertTrue(fit.fit(new double[0], 0, 4).isEmpty());
    }

    /** What is nearly a product comes out as the nearest one of its shapes. */
    @Property(tries = 10)
    void nearProductsBecomeTheNearest(@ForAll("seeds") long seed) {
        DoubleLinearMap product = DoubleKroneckerProduct.of(List.of(dense(seed, 5, 3), dense(seed + 1, 4, 7)));
        double[] entries = product.plus(dense(seed + 2, 20, 21).times(1e-3)).toDense();
        DoubleLinearMap fitted = new DoubleKroneckerFit().fit(entries, 20, 21).orElseThrow();
        var nearest = DoubleKroneckerApproximation.of(MatrixLayout.of(5, 3), MatrixLayout.of(4, 7), entries, 1)
                .error();
        Numbers wanted = Numbers.of(entries);
        var bound = SpectralKronecker.bound(15 + 28, PRECISION) * wanted.norm2();
        var error = wanted.distance(Numbers.of(fitted.toDense()));
        assertTrue(error <= nearest + bound, error + " where " + nearest + " is possible");
    }

    @Example
    void theSearchForStructureTakesIt() {
        DoubleLinearMap matrix = DoubleKroneckerProduct.of(List.of(dense(1, 4, 4), dense(2, 4, 4)));
        DoubleRecoveredMatrix found = DoubleButterflyRecovery.usual(16)
                .with(new DoubleKroneckerFit())
                .recover(matrix.toDense(), MatrixLayout.of(16, 16));
        assertTrue(found.isRecovered() && found.kind() == RecoveredKind.FITTED, found.toString());
        assertEquals("Kronecker product", found.name());
        assertEquals(matrix.operations(), found.operations());
    }
}
