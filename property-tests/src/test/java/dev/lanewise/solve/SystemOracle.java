package dev.lanewise.solve;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.oracle.ErrorBounds;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Precision;
import dev.lanewise.structured.solve.SolverReport;
import dev.lanewise.structured.solve.StoppingReason;

/** What a solution of {@code A x = b} lacks, in twice the precision. */
final class SystemOracle {
    /** What the reference and the norms of reports round: norms of less than a thousand elements, in double. */
    private static final double ROUNDED = 1 + 0x1p-40;

    /** A tolerance that no precision allows. */
    static final double IMPOSSIBLE = 0x1p-100;

    private SystemOracle() {}

    /** {@code b - A x}. */
    static double[] residual(DenseMatrix matrix, Numbers x, Numbers b) {
        double[] r = new double[matrix.rows()];
        for (int i = 0; i < r.length; i++) {
            r[i] = -matrix.element(i, x).add(-b.at(i)).value();
        }
        return r;
    }

    /** {@code A x}. */
    static double[] image(DenseMatrix matrix, double[] x) {
        double[] y = new double[matrix.rows()];
        for (int i = 0; i < y.length; i++) {
            y[i] = matrix.element(i, Numbers.of(x)).value();
        }
        return y;
    }

    static double norm(double[] x) {
        return Numbers.of(x).norm2();
    }

    /**
     * How far a computed residual is from the true one: {@code g(n) |A| |x|} for a sum of n products in any order, a rounding of
     * the difference, and the roundings of a norm (N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., section
     * 3.5).
     */
    static double residualRounding(DenseMatrix matrix, Numbers x, Numbers b) {
        double[] sizes = new double[matrix.rows()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = matrix.magnitude(i, x) + Math.abs(b.at(i));
        }
        return ErrorBounds.gamma(matrix.rows() + matrix.cols() + 4, b.precision()) * norm(sizes);
    }

    /** {@code ((x - y)^T A (x - y))^(1/2)}. */
    static double energy(DenseMatrix matrix, Numbers x, Numbers y) {
        double[] error = new double[x.length()];
        for (int i = 0; i < error.length; i++) {
            error[i] = x.at(i) - y.at(i);
        }
        double[] image = residual(matrix, Numbers.of(error), Numbers.of(new double[error.length]));
        return Math.sqrt(Math.max(0, -Numbers.of(error).dot(Numbers.of(image))));
    }

    /** Fails unless the residual is what the report says, and small enough. */
    static void assertSolved(
            DenseMatrix matrix, double mapNorm, Numbers x, Numbers b, SolverReport report, String context) {
        double residual = norm(residual(matrix, x, b)), rounding = residualRounding(matrix, x, b);
        assertTrue(report.reason() == StoppingReason.SOLVED, context + ": " + report);
        assertTrue(
                Math.abs(residual - report.residual()) <= rounding, context + ": residual " + residual + ", " + report);
        double size = mapNorm * x.norm2() + b.norm2();
        assertTrue(
                residual <= report.tolerance() * size * ROUNDED + rounding,
                context + ": residual " + residual + " of " + size + ", " + report);
        assertTrue(report.error() <= report.tolerance(), context + ": " + report);
        // A norm of A v is off by g(n) || |A| || at most, and that is sqrt(n) ||A||.
        double above = 1 + ErrorBounds.gamma(2 * matrix.cols() + 8, b.precision()) * Math.sqrt(matrix.cols());
        assertTrue(
                report.mapNorm() <= mapNorm * above, context + ": norm " + report.mapNorm() + ", at most " + mapNorm);
        assertTrue(report.residuals().length == report.iterations() + 1, context + ": residuals");
        // The recurrences part from the truth by some roundings an iteration.
        double last = report.residuals()[report.iterations()];
        double parted = 4 * (report.iterations() + 1) * rounding;
        double lastError = report.errors()[report.iterations()];
        double known = report.mapNorm() * x.norm2() + b.norm2();
        // GMRES has the norm of x by inner products, which may cancel some digits.
        assertTrue(
                Math.abs(lastError * known - last) <= parted + 0.001 * last,
                context + ": error " + lastError + " by recurrence, " + last / known);
        assertTrue(Math.abs(last - residual) <= parted, context + ": " + last + " by recurrence, " + residual);
        assertTrue(report.errors().length == report.iterations() + 1, context + ": errors");
    }

    /** Fails if one is larger than the one before by more than some roundings of the first. */
    static void assertDoNotGrow(double[] history, double slack, String context) {
        for (int i = 1; i < history.length; i++) {
            assertTrue(
                    history[i] <= history[i - 1] + slack,
                    context + ": " + history[i] + " after " + history[i - 1] + " at " + i);
        }
    }

    /** The distance from 1 to the next number. */
    static double ulp(Precision precision) {
        return 2 * precision.unitRoundoff();
    }
}
