package dev.lanewise.structured.solve;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.structured.DoubleLinearMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A solver of {@code A x = b} that needs nothing of {@code A} but its products with vectors. It is immutable and may be used by
 * many threads at once.
 *
 * <p><b>When it stops.</b> When {@code ||b - A x|| <= tol (||A|| ||x|| + ||b||)} in 2-norms: then {@code x} solves a system
 * whose map and right side are off by no more than {@code tol} (J. L. Rigal and J. Gaches, J. ACM 14(3), 1967, pp. 543-548; N. J.
 * Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., theorem 7.1), and is off by
 * {@code cond(A) tol (||x|| + ||A^-1 b||)} at most itself. {@code ||A||} is known to the caller,
 * {@link SolverOptions#mapNorm}, or estimated from below: the largest {@code ||A v|| / ||v||} that the method saw. The
 * residual in this rule is that of {@code x} itself, computed anew when the recurrences of the method say that they are done;
 * if it does not agree, the method begins again at {@code x}. A single product is off by a multiple of the unit roundoff that
 * depends on the map, and no tolerance can be less than that.
 *
 * <p><b>Several right sides</b> are solved together: in every step, the vectors of all that have not converged are mapped as one
 * block. Each has the iterates it has alone, to the last bit. (A {@link dev.lanewise.structured.DoubleProduct} is applied factor
 * by factor here.) A right side of zero has the solution zero, wherever the iteration is to begin. Multiples of the right side by
 * powers of two have the same multiple as their solution, to the last bit, unless numbers leave the range.
 *
 * <p><b>Memory.</b> Vectors come from the workspace: their number is that of the method for each right side, and two more for
 * {@code b} and {@code x}, and two to map. With a workspace that is kept, a solver makes no vectors, but reports and a few small objects.
 */
public abstract class DoubleIterativeSolver {
    private final DoubleLinearMap map;
    private final SolverOptions options;

    DoubleIterativeSolver(DoubleLinearMap map, SolverOptions options) {
        this.map = Objects.requireNonNull(map, "map");
        this.options = Objects.requireNonNull(options, "options");
    }

    /** Checks that a map is square. */
    static void checkSquare(DoubleLinearMap map) {
        if (Objects.requireNonNull(map, "map").rows() != map.cols()) {
            throw new IllegalArgumentException(
                    "map: got " + map.nameAndShape() + ", wanted a square map; LSMR takes any shape");
        }
    }

    /** Checks that a preconditioner is square, of an order. */
    static DoubleLinearMap checkPreconditioner(DoubleLinearMap preconditioner, int n) {
        Objects.requireNonNull(preconditioner, "preconditioner");
        if (preconditioner.rows() != n || preconditioner.cols() != n) {
            throw new IllegalArgumentException("preconditioner: got " + preconditioner.nameAndShape() + ", wanted " + n
                    + " x " + n + " as the map");
        }
        return preconditioner;
    }

    /** What is mapped in a cycle of the method. */
    abstract List<DoubleProducts.Step> cycle();

    /** The method on one right side. */
    abstract DoubleProcess process(DoubleProcess.Origin origin);

    /** The name of the method. */
    abstract String method();

    /**
     * The map.
     *
     * @return {@code A}
     */
    public final DoubleLinearMap map() {
        return map;
    }

    /**
     * The options.
     *
     * @return when it stops
     */
    public final SolverOptions options() {
        return options;
    }

    /**
     * Solves {@code A x = b}, from {@code x = 0}.
     *
     * @param b the right side, of length {@code rows}, finite
     * @return the solution
     * @throws IllegalArgumentException if {@code b} has another length, or is not finite
     * @throws NotConvergedException if the method fails
     * @throws IndefiniteMapException if a map is found not to be positive definite where it must be
     * @throws NotFiniteException if numbers become infinite
     */
    public final DoubleSolution solve(double[] b) {
        return solve(b, new double[map.cols()]);
    }

    /**
     * Solves {@code A x = b}, from a first guess.
     *
     * @param b the right side, of length {@code rows}, finite
     * @param start where to begin, of length {@code cols}, finite
     * @return the solution, in another array
     * @throws IllegalArgumentException if one has another length, or is not finite
     * @throws NotConvergedException if the method fails
     * @throws IndefiniteMapException if a map is found not to be positive definite where it must be
     * @throws NotFiniteException if numbers become infinite
     */
    public final DoubleSolution solve(double[] b, double[] start) {
        checkLength("b", Objects.requireNonNull(b, "b").length, map.rows());
        checkLength("start", Objects.requireNonNull(start, "start").length, map.cols());
        double[] x = start.clone();
        Layout one = Layout.contiguous(0);
        List<SolverReport> reports = improve(b, one, x, one, new Workspace(), Parallelism.NONE);
        return new DoubleSolution(x, reports.getFirst());
    }

    private static void checkLength(String name, int length, int wanted) {
        if (length != wanted) {
            throw new IllegalArgumentException(name + ": got length " + length + ", wanted " + wanted);
        }
    }

    /**
     * Solves {@code A x_j = b_j} for several right sides, from {@code x_j = 0}.
     *
     * @param b holds the right sides, of length {@code rows}, finite
     * @param bLayout where they lie
     * @param x gets the solutions, of length {@code cols}; what it holds is not read; unchanged if an exception is thrown
     * @param xLayout where they go, as many as right sides; apart from these, or in their places if the map is square
     * @param workspace scratch
     * @param parallelism how many threads may work on a block of vectors
     * @return what happened to each right side
     * @throws IllegalArgumentException if vectors do not lie within their array, solutions overlap each other or right sides
     *     otherwise than in place, the counts differ, a number is not finite, or all together is too large for an array
     * @throws NotConvergedException if the method fails for one of them
     * @throws IndefiniteMapException if a map is found not to be positive definite where it must be
     * @throws NotFiniteException if numbers become infinite
     */
    public final List<SolverReport> solve(
            double[] b, Layout bLayout, double[] x, Layout xLayout, Workspace workspace, Parallelism parallelism) {
        return run(b, bLayout, x, xLayout, false, workspace, parallelism);
    }

    /**
     * Solves {@code A x_j = b_j} for several right sides, from what {@code x} holds.
     *
     * @param b holds the right sides, of length {@code rows}, finite
     * @param bLayout where they lie
     * @param x holds where to begin, of length {@code cols}, finite, and gets the solutions; unchanged if an exception is thrown
     * @param xLayout where they lie, as many as right sides
     * @param workspace scratch
     * @param parallelism how many threads may work on a block of vectors
     * @return what happened to each right side
     * @throws IllegalArgumentException as
     *     {@link #solve(double[], Layout, double[], Layout, Workspace, Parallelism)}, and if {@code x} is not finite
     * @throws NotConvergedException if the method fails for one of them
     * @throws IndefiniteMapException if a map is found not to be positive definite where it must be
     * @throws NotFiniteException if numbers become infinite
     */
    public final List<SolverReport> improve(
            double[] b, Layout bLayout, double[] x, Layout xLayout, Workspace workspace, Parallelism parallelism) {
        return run(b, bLayout, x, xLayout, true, workspace, parallelism);
    }

    private List<SolverReport> run(
            double[] b,
            Layout bLayout,
            double[] x,
            Layout xLayout,
            boolean hasStart,
            Workspace workspace,
            Parallelism parallelism) {
        check(b, bLayout, x, xLayout, workspace, parallelism);
        checkFinite("b", b, bLayout, map.rows());
        if (hasStart) {
            checkFinite("x", x, xLayout, map.cols());
        }
        SolverProgress.Call call = new SolverProgress.Call(method(), options, map.cols(), Math.ulp((double) 1));
        DoubleProcess.Store store = new DoubleProcess.Store(workspace);
        try {
            List<DoubleProcess> processes = new ArrayList<>(bLayout.count());
            for (int j = 0; j < bLayout.count(); j++) {
                processes.add(process(new DoubleProcess.Origin(
                        call, j, map.rows(), map.cols(), b, bLayout, hasStart ? x : null, xLayout, store)));
            }
            new DoubleProducts(processes, store, parallelism).run(cycle());
            List<SolverReport> reports = new ArrayList<>(processes.size());
            boolean isFailure = false;
            for (DoubleProcess process : processes) {
                process.unscale();
                SolverReport report = process.progress.report();
                reports.add(report);
                isFailure |= report.reason().isFailure();
            }
            reports = List.copyOf(reports);
            if (isFailure && !options.returnsLast()) {
                throw new NotConvergedException(reports);
            }
            for (DoubleProcess process : processes) {
                process.write(x, xLayout);
            }
            return reports;
        } finally {
            store.releaseAll();
        }
    }

    private void check(
            double[] b, Layout bLayout, double[] x, Layout xLayout, Workspace workspace, Parallelism parallelism) {
        Objects.requireNonNull(b, "b");
        Objects.requireNonNull(bLayout, "bLayout");
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(xLayout, "xLayout");
        Objects.requireNonNull(workspace, "workspace");
        Objects.requireNonNull(parallelism, "parallelism");
        int rows = map.rows(), cols = map.cols(), count = bLayout.count();
        if (count != xLayout.count()) {
            throw new IllegalArgumentException(
                    "right sides: got " + count + " and room for " + xLayout.count() + " solutions, wanted the same");
        }
        bLayout.checkWithin("b", b.length, rows);
        xLayout.checkWithin("x", x.length, cols);
        xLayout.checkDistinct("x", cols);
        if (b == x) {
            bLayout.checkOverlap(rows, xLayout, cols);
        }
        if ((long) count * Math.max(rows, cols) > Workspace.LARGEST_ARRAY) {
            throw new IllegalArgumentException("right sides: got " + count + " of " + rows + " x " + cols
                    + ", wanted at most " + Workspace.LARGEST_ARRAY + " elements in all");
        }
    }

    private static void checkFinite(String name, double[] x, Layout layout, int length) {
        for (int j = 0; j < layout.count(); j++) {
            for (int i = 0; i < length; i++) {
                double element = x[layout.start(j) + i * layout.stride()];
                if (!Double.isFinite(element)) {
                    throw new IllegalArgumentException(name + ": element " + i + " of vector " + j + ": got " + element
                            + ", wanted a finite number");
                }
            }
        }
    }
}
