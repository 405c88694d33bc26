package dev.lanewise.structured;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import java.util.ArrayList;
import java.util.List;

/**
 * How a product of many is bracketed when it is applied to a block: which neighbours are multiplied out first. The factors of a
 * product become segments, each a factor as it is or the matrix of several; the cheapest segments for so many vectors are
 *
 * <pre>    argmin  sum over segments of  formed(i, j) + count * applied(i, j),</pre>
 *
 * <p>where {@code formed(i, j)}, the least number of operations to write factors {@code i} to {@code j} out, is found like the
 * order of a chain of matrix products (T. H. Cormen, C. E. Leiserson, R. L. Rivest and C. Stein, Introduction to Algorithms,
 * 3rd ed., section 15.2), except that factors which are not written out to begin with are only ever applied to what is.
 */
final class DoubleBracketing {
    /** Products of more factors are left as they are. */
    private static final int MOST_FACTORS = 32;

    private final DoubleLinearMap[] factors;

    /** Operations to write out factors i to j; infinite where they cannot be, none of them being written out. */
    private final double[][] formed;

    /** The last factor of the left part when factors i to j are written out. */
    private final int[][] split;

    private DoubleBracketing(List<DoubleLinearMap> factors) {
        this.factors = factors.toArray(new DoubleLinearMap[0]);
        int k = this.factors.length;
        this.formed = new double[k][k];
        this.split = new int[k][k];
        for (int length = 1; length <= k; length++) {
            for (int i = 0; i + length <= k; i++) {
                form(i, i + length - 1);
            }
        }
    }

    /** How factors may be bracketed; null if there is but one way. */
    static DoubleBracketing of(List<DoubleLinearMap> factors) {
        boolean isWrittenOut = factors.stream().anyMatch(DoubleDenseMap.class::isInstance);
        return isWrittenOut && factors.size() <= MOST_FACTORS ? new DoubleBracketing(factors) : null;
    }

    private void form(int i, int j) {
        if (i == j) {
            formed[i][i] = factors[i] instanceof DoubleDenseMap ? 0 : Double.POSITIVE_INFINITY;
            return;
        }
        formed[i][j] = Double.POSITIVE_INFINITY;
        if ((long) factors[i].rows() * factors[j].cols() > Workspace.LARGEST_ARRAY) {
            return;
        }
        for (int k = i; k < j; k++) {
            double left = formed[i][k], right = formed[k + 1][j];
            double both = left + right + 2.0 * factors[i].rows() * factors[k].cols() * factors[j].cols();
            double leftApplied = k == i ? right + (double) factors[i].operations() * factors[j].cols() : both;
            double rightApplied = k + 1 == j ? left + (double) factors[j].operations() * factors[i].rows() : both;
            double least = Math.min(both, Math.min(leftApplied, rightApplied));
            if (least < formed[i][j]) {
                formed[i][j] = least;
                split[i][j] = k;
            }
        }
    }

    /** Operations to apply factors i to j, formed, or one as it is, to one vector. */
    private double applied(int i, int j) {
        return i == j ? factors[i].operations() : 2.0 * factors[i].rows() * factors[j].cols();
    }

    /** The first factor of each segment, and one past the last factor. */
    List<Integer> segments(int count) {
        int k = factors.length;
        double[] least = new double[k + 1];
        int[] next = new int[k];
        for (int i = k - 1; i >= 0; i--) {
            least[i] = Double.POSITIVE_INFINITY;
            for (int j = i; j < k; j++) {
                double cost = (i == j ? 0 : formed[i][j]) + count * applied(i, j) + least[j + 1];
                if (cost < least[i]) {
                    least[i] = cost;
                    next[i] = j + 1;
                }
            }
        }
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < k; i = next[i]) {
            starts.add(i);
        }
        starts.add(k);
        return starts;
    }

    /** A product of segments; the one that is given if each is a factor. */
    DoubleLinearMap product(DoubleProduct whole, List<Integer> starts) {
        if (starts.size() == factors.length + 1) {
            return whole;
        }
        List<DoubleLinearMap> segments = new ArrayList<>();
        for (int s = 0; s + 1 < starts.size(); s++) {
            segments.add(written(starts.get(s), starts.get(s + 1) - 1));
        }
        for (DoubleLinearMap segment : segments) {
            if (!isFinite(segment)) {
                return whole;
            }
        }
        return segments.size() == 1 ? segments.getFirst() : new DoubleProduct(segments);
    }

    /** Whether a matrix that was written out has not overflowed, as the factors one after the other need not do. */
    private static boolean isFinite(DoubleLinearMap segment) {
        if (segment instanceof DoubleDenseMap dense) {
            for (double entry : dense.entries()) {
                if (!Double.isFinite(entry)) {
                    return false;
                }
            }
        }
        return true;
    }

    private DoubleLinearMap written(int i, int j) {
        if (i == j) {
            return factors[i];
        }
        int k = split[i][j];
        DoubleLinearMap left = written(i, k), right = written(k + 1, j);
        int rows = left.rows(), inner = left.cols(), cols = right.cols();
        double[] entries = new double[rows * cols];
        Workspace workspace = new Workspace();
        Layout outRows = Layout.rows(0, rows, Math.max(1, cols)),
                outColumns = Layout.columns(0, cols, Math.max(1, cols));
        if (right instanceof DoubleDenseMap dense) {
            // Left times each column of the right.
            Layout columns = Layout.columns(0, cols, Math.max(1, cols));
            left.applyBlock(false, dense.entries(), columns, entries, outColumns, workspace, Parallelism.NONE);
        } else {
            // The right, transposed, times each row of the left.
            Layout lines = Layout.rows(0, rows, Math.max(1, inner));
            double[] leftEntries = ((DoubleDenseMap) left).entries();
            right.applyBlock(true, leftEntries, lines, entries, outRows, workspace, Parallelism.NONE);
        }
        return DoubleDenseMap.owning(rows, cols, entries);
    }
}
