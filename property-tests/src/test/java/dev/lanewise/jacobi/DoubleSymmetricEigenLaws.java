package dev.lanewise.jacobi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.jacobi.DoubleSymmetricEigen;
import dev.lanewise.engine.jacobi.JacobiOrder;
import dev.lanewise.engine.matmul.Triangle;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Seeds;
import dev.lanewise.oracle.SingularValueOracle;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** {@code A = V D V^T} with orthonormal V, for symmetric matrices of all kinds and in either order of rotations. */
final class DoubleSymmetricEigenLaws implements Seeds {
    private static final int[] SIZES = {0, 1, 2, 3, 7, 8, 9, 16, 31, 33, 50};

    /** Dirty from one try to the next. */
    private final Workspace workspace = new Workspace();

    private DoubleSymmetricEigen factorized(int n, double[] a, Triangle triangle, JacobiOrder order) {
        DoubleSymmetricEigen eigen = new DoubleSymmetricEigen(n);
        eigen.factorize(a, MatrixLayout.of(n, n), triangle, order, workspace, Parallelism.NONE);
        return eigen;
    }

    private double[] values(int n, double[] a) {
        return factorized(n, a, Triangle.LOWER, JacobiOrder.IN_TURN).eigenvalues();
    }

    private static double[] v(int n, DoubleSymmetricEigen eigen) {
        double[] v = Bits.guard(new double[n * n]);
        eigen.copyV(v, MatrixLayout.of(n, n));
        return v;
    }

    @Example
    void theFactorsAreThoseOfTheMatrix() {
        for (SymmetricMatrix kind : SymmetricMatrix.values()) {
            for (int n : SIZES) {
                for (Triangle triangle : Triangle.values()) {
                    check(kind, n, 1, triangle, JacobiOrder.IN_TURN);
                    check(kind, n, 1, triangle, JacobiOrder.random(1));
                }
            }
        }
    }

    @Property(tries = 100)
    void theyAreForAnySize(
            @ForAll @IntRange(max = 60) int n,
            @ForAll("seeds") long seed,
            @ForAll SymmetricMatrix kind,
            @ForAll Triangle triangle,
            @ForAll boolean random) {
        check(kind, n, seed, triangle, random ? JacobiOrder.random(seed) : JacobiOrder.IN_TURN);
    }

    /** Several groups of blocks. */
    @Example
    void theyAreForALargeMatrix() {
        check(SymmetricMatrix.GAUSSIAN, 110, 1, Triangle.LOWER, JacobiOrder.IN_TURN);
        check(SymmetricMatrix.POSITIVE, 100, 1, Triangle.UPPER, JacobiOrder.random(2));
    }

    private void check(SymmetricMatrix kind, int n, long seed, Triangle triangle, JacobiOrder order) {
        String context = kind + " of " + n + ", seed " + seed + ", " + triangle + ", " + order;
        double[] a = kind.fill(n, seed, new double[n * n]), half = a.clone();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (triangle == Triangle.LOWER ? j > i : j < i) {
                    half[i * n + j] = Double.NaN; // whoever reads it gives himself away
                }
            }
        }
        double[] before = half.clone();
        DoubleSymmetricEigen eigen = factorized(n, half, triangle, order);
        Bits.assertSame(before, half, context + ": A");
        SpectralCheck.assertEigen(n, Numbers.of(a), Numbers.of(v(n, eigen)), Numbers.of(eigen.eigenvalues()), context);
    }

    /**
     * Of a positive definite {@code D B D} each eigenvalue is off by {@code c u} times the condition of B, c = 10 (J. Demmel and K.
     * Veselic, Jacobi's method is more accurate than QR, SIAM J. Matrix Anal. Appl. 13(4), 1992, section 3). They are its singular
     * values.
     */
    @Property(tries = 60)
    void smallEigenvaluesOfScaledPositiveMatricesAreAccurate(
            @ForAll @IntRange(min = 1, max = 8) int n, @ForAll("seeds") long seed, @ForAll boolean random) {
        checkScaled(n, seed, random ? JacobiOrder.random(seed) : JacobiOrder.IN_TURN);
    }

    /** More than a block of rows, so that blocks meet. */
    @Example
    void theyAreInSeveralBlocks() {
        checkScaled(20, 1, JacobiOrder.IN_TURN);
    }

    private void checkScaled(int n, long seed, JacobiOrder order) {
        double[] a = ScaledMatrix.fillSymmetric(n, seed, new double[n * n]);
        SingularValueOracle oracle = SingularValueOracle.of(n, n, Numbers.of(a));
        double[] values = factorized(n, a, Triangle.LOWER, order).eigenvalues();
        SpectralCheck.assertRelativelyNear(
                oracle, Numbers.of(values), ScaledMatrix.CONDITION, "n = " + n + ", seed " + seed);
    }

    /** 2 on the diagonal, -1 beside it: {@code 2 - 2 cos(k pi / (n + 1))}. */
    @Property(tries = 20)
    void eigenvaluesOfSecondDifferencesAreKnown(@ForAll @IntRange(min = 1, max = 60) int n, @ForAll boolean negative) {
        double[] a = new double[n * n];
        double sign = negative ? -1 : 1;
        for (int i = 0; i < n; i++) {
            a[i * n + i] = 2 * sign;
            if (i > 0) {
                a[i * n + i - 1] = -sign;
                a[(i - 1) * n + i] = -sign;
            }
        }
        Numbers values = Numbers.of(values(n, a));
        SpectralCheck.assertNear(
                SpectralCheck.secondDifferences(n, negative),
                values,
                10 * SpectralCheck.sizeOfEigen(n, values),
                4,
                "n = " + n);
    }

    @Example
    void eigenvaluesOfSimpleMatricesAreKnown() {
        int n = 12;
        double[] zero = new double[n * n], identity = new double[n * n], ones = new double[n * n];
        double[] diagonal = new double[n * n], falling = new double[n], one = new double[n];
        for (int i = 0; i < n; i++) {
            identity[i * n + i] = 1;
            one[i] = 1;
            int place = (5 * i + 2) % n;
            diagonal[place * n + place] = 4 - i;
            falling[i] = 4 - i;
        }
        for (int i = 0; i < n * n; i++) {
            ones[i] = 1;
        }
        Bits.assertSame(new double[n], values(n, zero), "zero");
        Bits.assertSame(one, values(n, identity), "identity");
        SpectralCheck.assertNear(
                Numbers.of(falling), Numbers.of(values(n, diagonal)), 30 * n, 7, "diagonal of both signs");
        double[] rankOne = new double[n];
        rankOne[0] = n;
        SpectralCheck.assertNear(Numbers.of(rankOne), Numbers.of(values(n, ones)), 10 * n, n, "ones");
    }

    /** A rotation of a matrix whose eigenvalues are known: {@code Q D Q} with a reflection {@code Q = I - 2 w w^T}. */
    @Property(tries = 40)
    void eigenvaluesOfIndefiniteMatricesAreOffByRoundingOfTheMatrix(
            @ForAll @IntRange(min = 2, max = 40) int n, @ForAll("seeds") long seed) {
        double[] w = Inputs.signs(seed, new double[n]), a = new double[n * n], d = new double[n];
        for (int i = 0; i < n; i++) {
            d[i] = n - 2 * i; // of both signs
        }
        // With w w^T of elements +-1 / n, Q D Q is exact but for division by n^2, which is left out: n^2 Q D Q.
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int l = 0; l < n; l++) {
                    sum += ((i == l ? n : 0) - 2 * w[i] * w[l]) * d[l] * ((l == j ? n : 0) - 2 * w[l] * w[j]);
                }
                a[i * n + j] = sum;
            }
        }
        SpectralCheck.assertNear(
                SpectralCheck.times((double) n * n, Numbers.of(d)),
                Numbers.of(values(n, a)),
                30 * n,
                (double) n * n * n,
                "n = " + n + ", seed " + seed);
    }

    @Example
    void sweepsAreFew() {
        int n = 64;
        double[] a = SymmetricMatrix.GAUSSIAN.fill(n, 1, new double[n * n]);
        for (JacobiOrder order : new JacobiOrder[] {JacobiOrder.IN_TURN, JacobiOrder.random(1)}) {
            int sweeps = factorized(n, a, Triangle.LOWER, order).sweeps();
            assertTrue(sweeps > 1 && sweeps <= 15, order + ": " + sweeps + " sweeps");
        }
        double[] diagonal = SymmetricMatrix.DIAGONAL.fill(n, 1, new double[n * n]);
        assertEquals(
                1, factorized(n, diagonal, Triangle.LOWER, JacobiOrder.IN_TURN).sweeps());
    }
}
