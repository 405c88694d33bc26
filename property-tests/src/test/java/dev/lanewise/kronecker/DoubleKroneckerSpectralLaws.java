package dev.lanewise.kronecker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.NotPositiveDefiniteException;
import dev.lanewise.engine.SingularMatrixException;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Precision;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleDiagonal;
import dev.lanewise.structured.DoubleIdentity;
import dev.lanewise.structured.DoubleKroneckerProduct;
import dev.lanewise.structured.DoubleKroneckerSum;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.kronecker.DoubleKroneckerApproximation;
import dev.lanewise.structured.kronecker.DoubleKroneckerCholesky;
import dev.lanewise.structured.kronecker.DoubleKroneckerEigen;
import dev.lanewise.structured.kronecker.DoubleKroneckerSvd;
import dev.lanewise.structured.kronecker.DoubleSylvester;
import dev.lanewise.structured.solve.SolverOptions;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;

/** What the factors of a Kronecker product give, against the product itself. Norms of the matrices here are below {@code NORM} each. */
final class DoubleKroneckerSpectralLaws {
    private static final Precision PRECISION = Numbers.of(new double[0]).precision();

    /** Of a symmetric matrix of these laws: its greatest row sum. */
    private static final int NORM = 16;

    private static DoubleLinearMap symmetric(int seed, int n, int diagonal) {
        double[] entries = Inputs.gaussian(seed, new double[n * n]);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                entries[i * n + j] = entries[j * n + i];
            }
            entries[i * (n + 1)] += diagonal;
        }
        return DoubleDenseMap.of(n, n, entries);
    }

    private static DoubleLinearMap dense(int seed, int rows, int cols) {
        return DoubleDenseMap.of(rows, cols, Inputs.gaussian(seed, new double[rows * cols]));
    }

    private static double[] vector(int n) {
        return Inputs.gaussian(n, new double[n]);
    }

    private static double[] times(double[] values, double[] x) {
        double[] product = values.clone();
        for (int i = 0; i < x.length; i++) {
            product[i] *= x[i];
        }
        return product;
    }

    /** The bound is a double in either precision. */
    private static void assertNear(double[] wanted, double[] got, Number bound, String context) {
        SpectralKronecker.assertNear(Numbers.of(wanted), Numbers.of(got), bound.doubleValue(), context);
    }

    @Example
    void choleskyFactorsAreThoseOfTheWhole() {
        List<DoubleLinearMap> factors = List.of(symmetric(1, 3, 6), symmetric(2, 4, 8), DoubleDiagonal.of(2, 0.5));
        DoubleLinearMap whole = DoubleKroneckerProduct.of(factors);
        DoubleKroneckerCholesky cholesky = DoubleKroneckerCholesky.of(factors);
        double[] b = vector(24);
        var bound = SpectralKronecker.bound(24, PRECISION)
                * NORM
                * NORM
                * Numbers.of(b).norm2();
        double[] image = cholesky.lower().apply(cholesky.lower().applyTransposed(b));
        assertNear(whole.apply(b), image, bound, "L L^T");
        // The least eigenvalue of all is above 1/8.
        assertNear(b, whole.apply(cholesky.inverse().apply(b)), 8 * bound, "inverse");
        SpectralKronecker.assertNear(
                whole.determinant().logarithm(),
                cholesky.determinant().logarithm(),
                24 * SpectralKronecker.bound(24, PRECISION) * NORM,
                "log-determinant");
    }

    @Example
    void whatIsNotPositiveDefiniteIsNamed() {
        List<DoubleLinearMap> factors = List.of(symmetric(1, 3, 6), symmetric(1, 3, -6));
        NotPositiveDefiniteException refusal =
                assertThrows(NotPositiveDefiniteException.class, () -> DoubleKroneckerCholesky.of(factors));
        assertTrue(refusal.getMessage().contains("factor 1 of 2"), refusal.getMessage());
        assertEquals(0, refusal.index());
        List<DoubleLinearMap> oblong = List.of(symmetric(1, 3, 6), dense(1, 2, 3));
        List<DoubleLinearMap> uneven = List.of(dense(1, 3, 3));
        Refusal.of(() -> DoubleKroneckerCholesky.of(oblong), "factor 1", "2 x 3", "symmetric");
        Refusal.of(() -> DoubleKroneckerEigen.ofProduct(uneven), "factor 0", "(1, 0)", "(0, 1)", "symmetric");
        Refusal.of(() -> DoubleKroneckerEigen.ofSum(List.of()), "factors", "none");
        Refusal.ofNull("factors", () -> DoubleKroneckerSvd.of(null));
        Refusal.ofNull("factor 0", () -> DoubleKroneckerSvd.of(Arrays.asList((DoubleLinearMap) null)));
    }

    @Example
    void eigenvectorsAreThoseOfProductAndSum() {
        List<DoubleLinearMap> factors = List.of(symmetric(1, 3, 0), symmetric(2, 4, 1), symmetric(3, 2, 2));
        for (boolean isSum : new boolean[] {false, true}) {
            DoubleKroneckerEigen eigen =
                    isSum ? DoubleKroneckerEigen.ofSum(factors) : DoubleKroneckerEigen.ofProduct(factors);
            DoubleLinearMap whole = isSum ? DoubleKroneckerSum.of(factors) : DoubleKroneckerProduct.of(factors);
            double[] x = vector(24), values = eigen.eigenvalues();
            DoubleLinearMap q = eigen.vectors();
            var size = SpectralKronecker.bound(9, PRECISION)
                    * NORM
                    * NORM
                    * NORM
                    * Numbers.of(x).norm2();
            assertNear(whole.apply(q.apply(x)), q.apply(times(values, x)), size, "A Q = Q D");
            assertNear(x, q.applyTransposed(q.apply(x)), size / NORM, "Q^T Q = I");
            assertNear(whole.apply(x), eigen.function(values).apply(x), size, "function");
            int[] order = eigen.order();
            for (int i = 1; i < order.length; i++) {
                assertTrue(values[order[i - 1]] >= values[order[i]]);
            }
            double[] unit = new double[24];
            unit[order[3]] = 1;
            assertNear(q.apply(unit), eigen.vector(order[3]), SpectralKronecker.bound(3, PRECISION), "vector");
        }
    }

    @Example
    void shiftedSystemsAreSolved() {
        List<DoubleLinearMap> factors = List.of(symmetric(1, 3, 6), symmetric(2, 4, 8));
        DoubleKroneckerEigen eigen = DoubleKroneckerEigen.ofProduct(factors);
        DoubleLinearMap shifted =
                DoubleKroneckerProduct.of(factors).plus(DoubleIdentity.of(12).times(0.5));
        double[] b = vector(12);
        // (A + s I)^-1 of norm below 2.
        var bound = SpectralKronecker.bound(7, PRECISION)
                * NORM
                * NORM
                * 2
                * Numbers.of(b).norm2();
        assertNear(b, shifted.apply(eigen.shiftedInverse(0.5).apply(b)), bound, "(A + s I) x = b");
        DoubleLinearMap written = DoubleDenseMap.of(12, 12, shifted.toDense());
        SpectralKronecker.assertNear(
                written.determinant().logarithm(),
                eigen.determinant(0.5).logarithm(),
                12 * SpectralKronecker.bound(12, PRECISION) * NORM,
                "log-determinant");
        DoubleKroneckerEigen ones = DoubleKroneckerEigen.ofProduct(List.of(DoubleIdentity.of(2), DoubleIdentity.of(3)));
        assertEquals(
                0,
                assertThrows(SingularMatrixException.class, () -> ones.shiftedInverse(-1))
                        .index());
        Refusal.of(() -> eigen.shiftedInverse(Double.NaN), "shift", "NaN");
        Refusal.of(() -> eigen.determinant(Double.POSITIVE_INFINITY), "shift", "Infinity");
        Refusal.of(() -> eigen.function(new double[3]), "values", "3", "12");
        Refusal.of(() -> eigen.vector(12), "place", "12", "0 to 11");
        Refusal.of(() -> eigen.eigenvalues(2), "factor", "2", "0 to 1");
        Refusal.of(() -> eigen.vectors(-1), "factor", "-1");
    }

    @Example
    void singularVectorsAreThoseOfTheWhole() {
        List<DoubleLinearMap> factors = List.of(dense(1, 5, 3), dense(2, 2, 4));
        DoubleLinearMap whole = DoubleKroneckerProduct.of(factors);
        DoubleKroneckerSvd svd = DoubleKroneckerSvd.of(factors);
        double[] values = svd.singularValues(), x = vector(6);
        assertEquals(6, values.length);
        assertEquals(6, svd.rank());
        var bound = SpectralKronecker.bound(9, PRECISION)
                * NORM
                * NORM
                * Numbers.of(x).norm2();
        assertNear(whole.apply(svd.v().apply(x)), svd.u().apply(times(values, x)), bound, "A V = U S");
        assertNear(x, svd.u().applyTransposed(svd.u().apply(x)), bound, "U^T U = I");
        int[] order = svd.order();
        assertEquals(0, order[0]);
        // On what V spans, A^+ A is the identity; the least singular value is above 1/16.
        double[] inRange = svd.v().apply(x);
        assertNear(inRange, svd.pseudoInverse().apply(whole.apply(inRange)), NORM * bound, "pseudoinverse");
        DoubleLinearMap singular = DoubleDenseMap.of(2, 2, new double[] {1, 1, 1, 1});
        assertEquals(3, DoubleKroneckerSvd.of(List.of(singular, dense(1, 5, 3))).rank());
    }

    @Example
    void sylvestersEquationIsSolved() {
        DoubleLinearMap a = symmetric(1, 3, 6), b = symmetric(2, 4, 8);
        double[] c = vector(12);
        DoubleLinearMap sum = DoubleKroneckerSum.of(List.of(a, b));
        var bound = SpectralKronecker.bound(7, PRECISION) * NORM * Numbers.of(c).norm2();
        DoubleSylvester equation = DoubleSylvester.ofSymmetric(a, b);
        assertNear(c, sum.apply(equation.solve(c)), bound, "A X + X B");
        assertEquals(12, equation.map().rows());
        DoubleLinearMap general = DoubleDenseMap.of(2, 2, new double[] {5, 1, -1, 4});
        double[] e = vector(6),
                x =
                        DoubleSylvester.iterate(a, general, e, SolverOptions.DEFAULTS)
                                .x();
        double[] left = new double[6];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 2; j++) {
                left[i * 2 + j] = general.applyTransposed(new double[] {x[2 * i], x[2 * i + 1]})[j];
            }
        }
        double[] along =
                DoubleKroneckerProduct.of(List.of(a, DoubleIdentity.of(2))).apply(x);
        for (int i = 0; i < 6; i++) {
            left[i] += along[i];
        }
        // The backward error at which it stops is relative to ||A|| ||x|| + ||b||, both below NORM times ||b||.
        var loose = 2
                * NORM
                * SpectralKronecker.solverTolerance(PRECISION)
                * Numbers.of(e).norm2();
        assertNear(e, left, loose, "GMRES");
        DoubleLinearMap opposite = a.times(-1);
        DoubleLinearMap one = DoubleIdentity.of(2);
        assertThrows(SingularMatrixException.class, () -> DoubleSylvester.ofSymmetric(one, one.times(-1)));
        Refusal.of(() -> equation.solve(new double[11]), "c", "11", "12");
        Refusal.of(() -> equation.solve(times(new double[] {Double.NaN}, new double[0])), "c", "1");
        Refusal.ofNull("a", () -> DoubleSylvester.ofSymmetric(null, b));
        Refusal.ofNull("b", () -> DoubleSylvester.ofSymmetric(a, null));
        Refusal.ofNull("c", () -> DoubleSylvester.iterate(a, opposite, null, SolverOptions.DEFAULTS));
        Refusal.ofNull("options", () -> DoubleSylvester.iterate(a, b, c, null));
        Refusal.ofNull("c", () -> equation.solve(null));
    }

    private static final MatrixLayout LEFT = MatrixLayout.of(3, 2);
    private static final MatrixLayout RIGHT = MatrixLayout.of(2, 4);

    @Example
    void theNearestSumOfKroneckerProductsIsAsFarAsItSays() {
        double[] entries = vector(48);
        var size = Numbers.of(entries).norm2();
        var bound = SpectralKronecker.bound(14, PRECISION) * size;
        var before = size;
        for (int terms = 1; terms <= 6; terms++) {
            DoubleKroneckerApproximation nearest = DoubleKroneckerApproximation.of(LEFT, RIGHT, entries, terms);
            assertEquals(terms, nearest.left().size());
            SpectralKronecker.assertNear(
                    nearest.error(),
                    Numbers.of(entries).distance(Numbers.of(nearest.map().toDense())),
                    bound,
                    terms + " terms");
            assertTrue(nearest.error() < before);
            before = nearest.error();
        }
        assertEquals(
                6,
                DoubleKroneckerApproximation.of(LEFT, RIGHT, entries, 9).right().size());
        DoubleLinearMap none =
                DoubleKroneckerApproximation.of(LEFT, RIGHT, entries, 0).map();
        assertTrue(none.rows() == 6 && none.cols() == 8 && none.operations() == 0);
    }

    /** Of 3 and 2 times two pairs of unit matrices that are orthogonal to each other, the nearest is the first and 2 is left. */
    @Example
    void theNearestKroneckerProductIsKnownWhereFactorsAreOrthogonal() {
        double[] b = {0.5, 0.5, 0.5, 0.5, 0, 0}, c = {0.5, -0.5, 0, 0, 0.5, 0.5, 0, 0};
        double[] d = {0.5, -0.5, 0.5, -0.5, 0, 0}, e = {0.5, 0.5, 0, 0, 0.5, -0.5, 0, 0};
        DoubleLinearMap first =
                DoubleKroneckerProduct.of(List.of(DoubleDenseMap.of(3, 2, b), DoubleDenseMap.of(2, 4, c)));
        DoubleLinearMap second =
                DoubleKroneckerProduct.of(List.of(DoubleDenseMap.of(3, 2, d), DoubleDenseMap.of(2, 4, e)));
        double[] sum = first.times(3).plus(second.times(2)).toDense();
        var bound = SpectralKronecker.bound(14, PRECISION) * 3;
        DoubleKroneckerApproximation one = DoubleKroneckerApproximation.of(LEFT, RIGHT, sum, 1);
        SpectralKronecker.assertNear(2, one.error(), bound, "error");
        assertNear(first.times(3).toDense(), one.map().toDense(), bound, "nearest");
        assertEquals(6, one.singularValues().length);
        SpectralKronecker.assertNear(
                0, DoubleKroneckerApproximation.of(LEFT, RIGHT, sum, 2).error(), bound, "both");
    }

    @Example
    void whatCannotBeApproximatedIsRefused() {
        double[] entries = new double[48];
        Refusal.of(() -> DoubleKroneckerApproximation.of(LEFT, RIGHT, new double[47], 1), "A", "47", "48");
        Refusal.of(() -> DoubleKroneckerApproximation.of(LEFT, RIGHT, entries, -1), "terms", "-1");
        MatrixLayout large = MatrixLayout.of(1 << 15, 2);
        Refusal.of(() -> DoubleKroneckerApproximation.of(large, large, entries, 1), "1073741824 x 4");
        entries[3] = Double.NaN;
        Refusal.of(() -> DoubleKroneckerApproximation.of(LEFT, RIGHT, entries, 1), "A[3]", "NaN");
        Refusal.ofNull("A", () -> DoubleKroneckerApproximation.of(LEFT, RIGHT, null, 1));
    }
}
