package dev.lanewise.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.foundation.DoublePlacement;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.ErrorBounds;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Seeds;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.solve.DoubleIterativeSolver;
import dev.lanewise.structured.solve.DoubleSolution;
import dev.lanewise.structured.solve.NotConvergedException;
import dev.lanewise.structured.solve.NotFiniteException;
import dev.lanewise.structured.solve.SolverOptions;
import dev.lanewise.structured.solve.SolverReport;
import dev.lanewise.structured.solve.StoppingReason;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What all solvers have in common, tried on invertible systems that the method takes. */
abstract class DoubleSolverLaws implements Seeds {
    static final int TRIES = 12;
    static final int N = 21;
    private static final int COUNT = 5;

    /** The solver of a map without preconditioner. */
    abstract DoubleIterativeSolver solver(DoubleLinearMap map, SolverOptions options);

    /** The solver with a preconditioner. */
    abstract DoubleIterativeSolver solver(DoubleLinearMap map, DoubleLinearMap preconditioner, SolverOptions options);

    /** A square system with singular values from 1 to {@link #largest}. */
    abstract DoubleSystems.Matrix matrix(long seed);

    double largest() {
        return 20;
    }

    final DoubleIterativeSolver solver(DoubleLinearMap map) {
        return solver(map, SolverOptions.DEFAULTS);
    }

    private double[] rightSide(long seed) {
        return Inputs.gaussian(seed, new double[N]);
    }

    final String context(long seed) {
        return getClass().getSimpleName() + ", seed " + seed;
    }

    @Property(tries = TRIES)
    void solutionsHaveTheBackwardErrorThatWasAskedFor(@ForAll("seeds") long seed) {
        DoubleSystems.Matrix a = matrix(seed);
        for (double tolerance : new double[] {0.01, 0.0001, 0.00001}) {
            double[] b = rightSide(seed);
            DoubleSolution solution =
                    solver(a.map(), SolverOptions.DEFAULTS.tolerance(tolerance)).solve(b);
            SystemOracle.assertSolved(
                    a.dense(), largest(), Numbers.of(solution.x()), Numbers.of(b), solution.report(), context(seed));
            assertTrue(solution.iterations() >= 1, "it works for it");
            assertEquals(
                    Numbers.of(b).norm2(),
                    solution.report().residuals()[0],
                    1e-5 * Numbers.of(b).norm2());
        }
    }

    /** {@code ||x - y|| <= ||A^-1|| ||A x - A y||}; the right side that is made of a solution is off by {@code g(n) |A| |x|}. */
    @Property(tries = TRIES)
    void solutionsAreNearThoseTheRightSideWasMadeOf(@ForAll("seeds") long seed) {
        DoubleSystems.Matrix a = matrix(seed);
        double[] wanted = rightSide(seed), b = a.map().apply(wanted);
        DoubleSolution solution = solver(a.map()).solve(b);
        Numbers x = Numbers.of(solution.x()), y = Numbers.of(wanted), right = Numbers.of(b);
        var residual = SystemOracle.norm(SystemOracle.residual(a.dense(), x, right));
        var bound = residual + SystemOracle.residualRounding(a.dense(), y, right);
        // The least singular value is 1, but for rounding.
        assertTrue(x.distance(y) <= 1.001 * bound, context(seed) + ": " + x.distance(y) + ", allowed " + bound);
        double condition = largest();
        var most = condition * solution.report().tolerance() * (x.norm2() + y.norm2());
        assertTrue(x.distance(y) <= 1.001 * most + bound, context(seed));
    }

    @Property(tries = TRIES)
    void solutionsOfPowersOfTwoTimesTheSystemHaveTheSameBits(@ForAll("seeds") long seed) {
        DoubleLinearMap map = matrix(seed).map();
        double[] b = rightSide(seed), x = solver(map).solve(b).x();
        int far = Double.MAX_EXPONENT / 2;
        for (int exponent : new int[] {far, -far, 1}) {
            double[] multiple = b.clone(), wanted = x.clone(), entries = map.toDense();
            for (int i = 0; i < N; i++) {
                multiple[i] = Math.scalb(b[i], exponent);
                wanted[i] = Math.scalb(x[i], exponent);
            }
            Bits.assertSame(wanted, solver(map).solve(multiple).x(), context(seed) + ", right side");
            for (int i = 0; i < entries.length; i++) {
                entries[i] = Math.scalb(entries[i], exponent);
            }
            for (int i = 0; i < N; i++) {
                wanted[i] = Math.scalb(x[i], -exponent);
            }
            DoubleLinearMap large = DoubleDenseMap.of(N, N, entries);
            Bits.assertSame(wanted, solver(large).solve(b).x(), context(seed) + ", map");
        }
    }

    @Property(tries = TRIES)
    void aFirstGuessLeadsToASolutionAndTheSolutionItselfIsLeftAsItIs(@ForAll("seeds") long seed) {
        DoubleSystems.Matrix a = matrix(seed);
        double[] b = rightSide(seed), start = Inputs.gaussian(~seed, new double[N]), kept = start.clone();
        DoubleSolution solution = solver(a.map()).solve(b, start);
        Bits.assertSame(kept, start, "the guess");
        SystemOracle.assertSolved(
                a.dense(), largest(), Numbers.of(solution.x()), Numbers.of(b), solution.report(), context(seed));
        SolverOptions known = SolverOptions.DEFAULTS.mapNorm(largest());
        DoubleSolution again = solver(a.map(), known).solve(b, solution.x());
        assertEquals(0, again.iterations(), context(seed));
        Bits.assertSame(solution.x(), again.x(), context(seed));
    }

    /** The last iterate is there to see, and with it the norm that its error is relative to. */
    @Property(tries = TRIES)
    void errorsOfTheHistoryAreRelativeToTheIterates(@ForAll("seeds") long seed) {
        DoubleLinearMap map = matrix(seed).map(), preconditioner = DoubleDenseMap.of(N, N, nearlyIdentity(seed));
        double[] b = rightSide(seed), start = Inputs.gaussian(~seed, new double[N]);
        for (int k = 1; k <= 4; k++) {
            SolverOptions options =
                    SolverOptions.DEFAULTS.mostIterations(k).mapNorm(largest()).returningLast();
            for (DoubleIterativeSolver solver : List.of(solver(map, options), solver(map, preconditioner, options))) {
                DoubleSolution solution = solver.solve(b, start);
                var size = largest() * Numbers.of(solution.x()).norm2()
                        + Numbers.of(b).norm2();
                var last = solution.report().residuals()[k];
                assertEquals(last / size, solution.report().errors()[k], 0.001 * last / size, context(seed));
            }
        }
    }

    @Property(tries = 2)
    void severalRightSidesHaveTheBitsThatEachHasAlone(@ForAll("seeds") long seed) {
        DoubleLinearMap dense = matrix(seed).map();
        DoubleLinearMap preconditioner = DoubleDenseMap.of(N, N, nearlyIdentity(seed));
        for (DoubleIterativeSolver solver :
                List.of(solver(dense), solver(dense, preconditioner, SolverOptions.DEFAULTS))) {
            double[][] b = new double[COUNT][], x = new double[COUNT][];
            int[] iterations = new int[COUNT];
            for (int j = 0; j < COUNT; j++) {
                b[j] = j == 1 ? new double[N] : rightSide(seed + j);
                if (j == 2) {
                    b[j] = dense.apply(new double[N]);
                    b[j][3] = 1;
                }
                DoubleSolution one = solver.solve(b[j]);
                x[j] = one.x();
                iterations[j] = one.iterations();
            }
            for (Layout from : DoublePlacement.layouts(N, COUNT)) {
                for (int threads : new int[] {1, 3}) {
                    DoublePlacement right = DoublePlacement.of(from, N).putAll(b);
                    DoublePlacement left = DoublePlacement.of(Layout.columns(2, COUNT, COUNT + 1), N);
                    List<SolverReport> reports = solver.solve(
                            right.array(),
                            right.layout(),
                            left.array(),
                            left.layout(),
                            new Workspace(),
                            Parallelism.threads(threads));
                    left.assertHolds(x, context(seed));
                    right.assertHolds(b, context(seed));
                    for (int j = 0; j < COUNT; j++) {
                        assertEquals(iterations[j], reports.get(j).iterations(), context(seed));
                        assertEquals(j, reports.get(j).rightSide());
                    }
                }
            }
        }
    }

    /** Symmetric and positive definite: the identity and a matrix of rank one. */
    static double[] nearlyIdentity(long seed) {
        double[] v = DoubleSystems.direction(seed, N), entries = new double[N * N];
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                entries[i * N + j] = (i == j ? 1 : 0) + v[i] * v[j];
            }
        }
        return entries;
    }

    @Property(tries = TRIES)
    void preconditionedSystemsHaveTheSameSolutions(@ForAll("seeds") long seed) {
        DoubleSystems.Matrix a = matrix(seed);
        double[] b = rightSide(seed);
        DoubleLinearMap preconditioner = DoubleDenseMap.of(N, N, nearlyIdentity(seed));
        DoubleSolution solution =
                solver(a.map(), preconditioner, SolverOptions.DEFAULTS).solve(b);
        SystemOracle.assertSolved(
                a.dense(), largest(), Numbers.of(solution.x()), Numbers.of(b), solution.report(), context(seed));
    }

    @Example
    void aProductHasTheSameBitsForOneVectorAndForMany() {
        DoubleLinearMap a = DoubleDenseMap.of(N, 2, Inputs.gaussian(1, new double[2 * N]));
        DoubleLinearMap left = matrix(5).map().times(DoubleDenseMap.of(N, N, nearlyIdentity(2)));
        DoubleLinearMap product = left.transposed().times(left);
        assertTrue(product.parts().size() > 1 && a.cols() == 2, "it is a product");
        SolverOptions options = SolverOptions.DEFAULTS.mostIterations(12).returningLast();
        int count = 2 * N;
        double[] b = Inputs.gaussian(3, new double[count * N]), x = new double[count * N];
        Layout rows = Layout.rows(0, count, N);
        solver(product, options).solve(b, rows, x, rows, new Workspace(), Parallelism.NONE);
        for (int j = 0; j < count; j += N) {
            double[] one = java.util.Arrays.copyOfRange(b, j * N, (j + 1) * N);
            Bits.assertSame(
                    solver(product, options).solve(one).x(),
                    java.util.Arrays.copyOfRange(x, j * N, (j + 1) * N),
                    "vector " + j);
        }
    }

    @Example
    void aRightSideOfZeroHasTheSolutionZeroAtOnce() {
        DoubleSolution solution = solver(matrix(1).map()).solve(new double[N], rightSide(2));
        Bits.assertSame(new double[N], solution.x(), "zero");
        assertEquals(0, solution.iterations());
        assertEquals(StoppingReason.SOLVED, solution.reason());
        assertEquals(0, solution.report().error());
    }

    @Example
    void noUnknownsAndNoRightSidesAreSolvedAtOnce() {
        DoubleLinearMap nothing = DoubleDenseMap.of(0, 0, new double[0]);
        assertEquals(0, solver(nothing).solve(new double[0]).x().length);
        Layout none = Layout.rows(0, 0, 1);
        assertEquals(
                List.of(),
                solver(matrix(1).map())
                        .solve(new double[0], none, new double[0], none, new Workspace(), Parallelism.NONE));
    }

    @Example
    void tooFewIterationsAreAnExceptionThatHasTheHistoryAndLeavesEverythingAsItWas() {
        DoubleLinearMap map = matrix(3).map();
        SolverOptions few = SolverOptions.DEFAULTS.mostIterations(3);
        double[] b = rightSide(3), x = Bits.guard(new double[N]);
        Layout one = Layout.contiguous(0);
        NotConvergedException e = assertThrows(NotConvergedException.class, () -> solver(map, few)
                .solve(b, one, x, one, new Workspace(), Parallelism.NONE));
        for (double element : x) {
            assertTrue(Bits.isGuard(element), "x is as it was");
        }
        assertEquals(StoppingReason.MOST_ITERATIONS, e.report().reason());
        assertEquals(1, e.reports().size());
        assertEquals(4, e.report().residuals().length);
        assertTrue(e.getMessage().contains("3 iterations"), e.getMessage());
        DoubleSolution last = solver(map, few.returningLast()).solve(b);
        assertEquals(StoppingReason.MOST_ITERATIONS, last.reason());
        assertTrue(last.report().residual() < e.report().residuals()[0] * 1.001, "it came nearer");
    }

    @Example
    void aToleranceThatRoundingDoesNotAllowIsStagnation() {
        DoubleLinearMap map = matrix(4).map();
        SolverOptions never =
                SolverOptions.DEFAULTS.tolerance(SystemOracle.IMPOSSIBLE).mostIterations(10000);
        NotConvergedException e = assertThrows(
                NotConvergedException.class, () -> solver(map, never).solve(rightSide(4)));
        assertEquals(StoppingReason.STAGNATED, e.report().reason(), e.getMessage());
        // As far as rounding goes: a residual is off by about g(n) ||A|| ||x||.
        var limit = ErrorBounds.gamma(8 * N, Numbers.of(rightSide(4)).precision());
        assertTrue(e.report().error() <= limit, e.getMessage() + ", rounding " + limit);
    }

    @Example
    void aListenerHearsOfEveryIterationAndCanEndIt() {
        DoubleLinearMap map = matrix(5).map();
        List<Integer> heard = new ArrayList<>();
        SolverOptions options = SolverOptions.DEFAULTS.listener((rightSide, iteration, error) -> {
            assertEquals(0, rightSide);
            assertTrue(error > 0);
            heard.add(iteration);
            return iteration < 2;
        });
        DoubleSolution solution = solver(map, options).solve(rightSide(5));
        assertEquals(List.of(1, 2), heard);
        assertEquals(StoppingReason.CANCELLED, solution.reason());
        assertFalse(solution.reason().isFailure());
        assertEquals(2, solution.iterations());
        SolverOptions cancelled = SolverOptions.DEFAULTS.cancelledBy(() -> true);
        assertEquals(1, solver(map, cancelled).solve(rightSide(5)).iterations());
    }

    @Example
    void mapsThatGiveNoNumbersAreToldAndLeaveTheSolutionAsItWas() {
        double[] huge = new double[N * N];
        for (int i = 0; i < N; i++) {
            huge[i * N + i] = Double.MAX_VALUE;
        }
        DoubleLinearMap twice = DoubleDenseMap.of(N, N, huge).times(DoubleDenseMap.of(N, N, huge));
        double[] x = Bits.guard(new double[N]);
        Layout one = Layout.contiguous(0);
        NotFiniteException e = assertThrows(NotFiniteException.class, () -> solver(twice)
                .solve(rightSide(6), one, x, one, new Workspace(), Parallelism.NONE));
        assertTrue(e.getMessage().contains("finite") && e.rightSide() == 0 && e.iteration() == 0, e.getMessage());
        assertEquals(StoppingReason.NOT_FINITE, e.report().reason());
        assertTrue(e.report().reason().isFailure() && e.report().iterations() == 0, "a failure at once");
        assertTrue(Bits.isGuard(x[0]), "x is as it was");
    }

    @Example
    void whatDoesNotFitIsRefused() {
        DoubleLinearMap map = matrix(1).map();
        DoubleIterativeSolver solver = solver(map);
        double[] b = rightSide(1), x = new double[N], two = new double[2 * N];
        Layout one = Layout.contiguous(0), both = Layout.rows(0, 2, N);
        Workspace w = new Workspace();
        Parallelism p = Parallelism.NONE;
        Refusal.of(() -> solver.solve(new double[N + 1]), "b", "" + (N + 1), "" + N);
        Refusal.of(() -> solver.solve(b, new double[N - 1]), "start", "" + (N - 1), "" + N);
        Refusal.of(() -> solver.solve(two, both, x, one, w, p), "2", "1");
        Refusal.of(() -> solver.solve(b, one, x, Layout.contiguous(1), w, p), "x", "" + N);
        Refusal.of(() -> solver.solve(b, both, two, both, w, p), "b", "" + N);
        Refusal.of(() -> solver.solve(two, both, two, Layout.rows(0, 2, 1), w, p), "overlap");
        Refusal.of(() -> solver.solve(two, one, two, Layout.contiguous(3), w, p), "overlap");
        double[] bad = b.clone();
        bad[4] = Double.NaN;
        Refusal.of(() -> solver.solve(bad), "b", "element 4", "NaN", "finite");
        Refusal.of(() -> solver.solve(b, bad), "x", "element 4", "NaN");
        Refusal.ofNull("b", () -> solver.solve(null));
        Refusal.ofNull("start", () -> solver.solve(b, null));
        Refusal.ofNull("b", () -> solver.solve(null, one, x, one, w, p));
        Refusal.ofNull("bLayout", () -> solver.solve(b, null, x, one, w, p));
        Refusal.ofNull("x", () -> solver.solve(b, one, null, one, w, p));
        Refusal.ofNull("xLayout", () -> solver.solve(b, one, x, null, w, p));
        Refusal.ofNull("workspace", () -> solver.improve(b, one, x, one, null, p));
        Refusal.ofNull("parallelism", () -> solver.improve(b, one, x, one, w, null));
        Refusal.ofNull("map", () -> solver(null, SolverOptions.DEFAULTS));
        Refusal.ofNull("options", () -> solver(map, null));
        Refusal.ofNull("preconditioner", () -> solver(map, null, SolverOptions.DEFAULTS));
        DoubleLinearMap wrong = DoubleDenseMap.of(2, 2, new double[4]);
        Refusal.of(() -> solver(map, wrong, SolverOptions.DEFAULTS), "preconditioner", "2 x 2", N + " x " + N);
    }

    @Example
    void rightSidesAndSolutionsMayBeInTheSamePlaces() {
        DoubleLinearMap map = matrix(7).map();
        double[] b = rightSide(7), x = b.clone();
        Layout one = Layout.contiguous(0);
        solver(map).solve(x, one, x, one, new Workspace(), Parallelism.NONE);
        Bits.assertSame(solver(map).solve(b).x(), x, "in place");
    }
}
