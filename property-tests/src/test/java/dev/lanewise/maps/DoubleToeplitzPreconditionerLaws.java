package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.NotPositiveDefiniteException;
import dev.lanewise.engine.SingularMatrixException;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleToeplitzMap;
import dev.lanewise.structured.DoubleToeplitzPreconditioner;
import dev.lanewise.structured.MapProperty;
import net.jqwik.api.Example;

/** Preconditioners of Toeplitz matrices are the inverses of the matrices that their definitions say. */
final class DoubleToeplitzPreconditionerLaws {
    private static DoubleToeplitzMap powers(int n, double rho) {
        double[] t = new double[n];
        t[0] = 1;
        for (int k = 1; k < n; k++) {
            t[k] = t[k - 1] * rho;
        }
        return DoubleToeplitzMap.symmetric(t);
    }

    /** Powers of different numbers above and below the diagonal, which dominates. */
    private static DoubleToeplitzMap uneven(int n) {
        double[] column = new double[n], row = new double[n];
        column[0] = 3;
        row[0] = 3;
        for (int k = 1; k < n; k++) {
            column[k] = column[k - 1] * 0.25;
            row[k] = row[k - 1] * -0.125;
        }
        return DoubleToeplitzMap.of(column, row);
    }

    private static void assertInverse(PreconditionerMatrix kind, DoubleToeplitzMap map, DoubleLinearMap inverse) {
        double[] x = Inputs.gaussian(map.rows(), new double[map.rows()]);
        kind.assertInverse(
                Numbers.of(map.column()), Numbers.of(map.row()), Numbers.of(x), Numbers.of(inverse.apply(x)));
        kind.assertInverse(
                Numbers.of(map.row()), Numbers.of(map.column()), Numbers.of(x), Numbers.of(inverse.applyTransposed(x)));
    }

    @Example
    void theyAreTheInversesOfWhatTheirDefinitionsSay() {
        for (int n : new int[] {1, 2, 3, 4, 7, 12, 167, 168}) {
            for (DoubleToeplitzMap map : new DoubleToeplitzMap[] {powers(n, 0.5), powers(n, -0.25)}) {
                assertInverse(PreconditionerMatrix.STRANG, map, DoubleToeplitzPreconditioner.strang(map));
                assertInverse(PreconditionerMatrix.T_CHAN, map, DoubleToeplitzPreconditioner.tChan(map));
                assertInverse(PreconditionerMatrix.TAU, map, DoubleToeplitzPreconditioner.tau(map));
            }
            DoubleToeplitzMap map = uneven(n);
            assertInverse(PreconditionerMatrix.STRANG, map, DoubleToeplitzPreconditioner.strang(map));
            assertInverse(PreconditionerMatrix.T_CHAN, map, DoubleToeplitzPreconditioner.tChan(map));
        }
    }

    @Example
    void thoseOfSymmetricMatricesAreKnownToBePositiveDefinite() {
        DoubleToeplitzMap map = powers(9, 0.5);
        assertTrue(DoubleToeplitzPreconditioner.strang(map).is(MapProperty.POSITIVE_DEFINITE));
        assertTrue(DoubleToeplitzPreconditioner.tChan(map).is(MapProperty.POSITIVE_DEFINITE));
        assertTrue(DoubleToeplitzPreconditioner.tau(map).is(MapProperty.POSITIVE_DEFINITE));
        assertTrue(!DoubleToeplitzPreconditioner.tChan(uneven(9)).is(MapProperty.SYMMETRIC));
    }

    /**
     * As many eigenvalues of {@code P^-1 T} lie further than {@code e} from 1 as the sum of all {@code (lambda - 1)^2} over
     * {@code e^2} at most: for a smooth and positive function that sum does not grow with {@code n}, while without a
     * preconditioner it does.
     */
    @Example
    void eigenvaluesClusterAroundOne() {
        int n = 40;
        DoubleToeplitzMap some = powers(n, 0.5), more = powers(2 * n, 0.5);
        PreconditionerMatrix.assertCluster(
                "strang",
                Numbers.of(DoubleToeplitzPreconditioner.strang(some).times(some).toDense()),
                Numbers.of(DoubleToeplitzPreconditioner.strang(more).times(more).toDense()));
        PreconditionerMatrix.assertCluster(
                "tChan",
                Numbers.of(DoubleToeplitzPreconditioner.tChan(some).times(some).toDense()),
                Numbers.of(DoubleToeplitzPreconditioner.tChan(more).times(more).toDense()));
        PreconditionerMatrix.assertCluster(
                "tau",
                Numbers.of(DoubleToeplitzPreconditioner.tau(some).times(some).toDense()),
                Numbers.of(DoubleToeplitzPreconditioner.tau(more).times(more).toDense()));
        assertThrows(
                AssertionError.class,
                () -> PreconditionerMatrix.assertCluster(
                        "none", Numbers.of(some.toDense()), Numbers.of(more.toDense())));
    }

    @Example
    void threeDiagonalsAreATauMatrixThemselves() {
        DoubleToeplitzMap map = DoubleToeplitzMap.symmetric(new double[] {2, -1, 0, 0, 0, 0});
        double[] x = Inputs.gaussian(1, new double[6]);
        PreconditionerMatrix.assertLaplace(
                Numbers.of(map.column()),
                Numbers.of(x),
                Numbers.of(DoubleToeplitzPreconditioner.tau(map).apply(x)));
    }

    @Example
    void eigenvaluesThatAreZeroOrNegativeAreNamed() {
        double[] ring = {2, -1, 0, 0};
        DoubleToeplitzMap rising = DoubleToeplitzMap.of(new double[] {1, -1, 0}, new double[] {1, 0, 0});
        SingularMatrixException singular =
                assertThrows(SingularMatrixException.class, () -> DoubleToeplitzPreconditioner.strang(rising));
        assertEquals(0, singular.index());
        assertTrue(singular.getMessage().contains("eigenvalue 0"), singular.getMessage());
        NotPositiveDefiniteException zero = assertThrows(
                NotPositiveDefiniteException.class,
                () -> DoubleToeplitzPreconditioner.strang(DoubleToeplitzMap.symmetric(ring)));
        assertEquals(0, zero.index());
        assertTrue(zero.getMessage().contains("definite: eigenvalue 0 is "), zero.getMessage());
        NotPositiveDefiniteException negative = assertThrows(
                NotPositiveDefiniteException.class,
                () -> DoubleToeplitzPreconditioner.tau(DoubleToeplitzMap.symmetric(new double[] {1, -1, 0, 0})));
        assertEquals(0, negative.index());
        assertTrue(negative.getMessage().contains("definite: eigenvalue 0 is "), negative.getMessage());
        assertThrows(
                NotPositiveDefiniteException.class,
                () -> DoubleToeplitzPreconditioner.tChan(DoubleToeplitzMap.symmetric(new double[] {-1, 0})));
        assertThrows(
                NotPositiveDefiniteException.class,
                () -> DoubleToeplitzPreconditioner.tau(DoubleToeplitzMap.symmetric(new double[] {0})));
    }

    @Example
    void matricesThatAreNotSquareOrNotSymmetricAreRefused() {
        DoubleToeplitzMap oblong = DoubleToeplitzMap.of(new double[] {1, 2}, new double[] {1});
        Refusal.of(() -> DoubleToeplitzPreconditioner.strang(oblong), "2 x 1", "square");
        Refusal.of(() -> DoubleToeplitzPreconditioner.tChan(oblong), "2 x 1", "square");
        Refusal.of(() -> DoubleToeplitzPreconditioner.tau(oblong), "2 x 1", "square");
        Refusal.of(() -> DoubleToeplitzPreconditioner.tau(uneven(3)), "Toeplitz 3 x 3", "symmetric");
        Refusal.ofNull("map", () -> DoubleToeplitzPreconditioner.strang(null));
        Refusal.ofNull("map", () -> DoubleToeplitzPreconditioner.tChan(null));
        Refusal.ofNull("map", () -> DoubleToeplitzPreconditioner.tau(null));
    }
}
