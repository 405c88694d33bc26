package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.oracle.ErrorBounds;
import dev.lanewise.oracle.Precision;
import dev.lanewise.oracle.Twofold;
import dev.lanewise.structured.LinearMap;
import dev.lanewise.structured.MapProperty;
import java.util.Set;

/** What a map says of itself is so: each property, of its matrix written out. */
final class KnownProperties {
    private KnownProperties() {}

    static void assertHold(LinearMap map, DenseMatrix matrix, Precision precision) {
        Set<MapProperty> known = map.properties();
        for (MapProperty property : known) {
            assertHolds(property, map, matrix, precision);
        }
        boolean isSquare = map.rows() == map.cols();
        boolean isOrthogonal = known.contains(MapProperty.ORTHONORMAL_COLUMNS)
                && known.contains(MapProperty.ORTHONORMAL_ROWS)
                && isSquare;
        assertEquals(isOrthogonal, known.contains(MapProperty.ORTHOGONAL), map.name() + ": " + known);
        boolean isDiagonal =
                known.contains(MapProperty.LOWER_TRIANGULAR) && known.contains(MapProperty.UPPER_TRIANGULAR);
        assertEquals(isDiagonal, known.contains(MapProperty.DIAGONAL), map.name() + ": " + known);
    }

    private static void assertHolds(MapProperty property, LinearMap map, DenseMatrix matrix, Precision precision) {
        String context = map.name() + " " + property;
        double gamma = ErrorBounds.gamma(2.0 * matrix.roundings() + 2, precision);
        switch (property) {
            case ORTHONORMAL_COLUMNS -> assertOrthonormalColumns(matrix, gamma, context);
            case ORTHONORMAL_ROWS -> assertOrthonormalColumns(matrix.transposed(), gamma, context);
            case ORTHOGONAL -> assertEquals(matrix.rows(), matrix.cols(), context);
            case SYMMETRIC -> assertSymmetric(matrix, gamma, context);
            case LOWER_TRIANGULAR -> assertNoneAbove(matrix, context);
            case UPPER_TRIANGULAR -> assertNoneAbove(matrix.transposed(), context);
            case DIAGONAL -> assertEquals(matrix.rows(), matrix.cols(), context);
            case POSITIVE_DEFINITE -> assertTrue(leastPivot(matrix, false) > 0, context);
            case INVERTIBLE -> assertTrue(leastPivot(matrix, true) > 0, context);
        }
    }

    private static void assertOrthonormalColumns(DenseMatrix matrix, double gamma, String context) {
        for (int i = 0; i < matrix.cols(); i++) {
            for (int j = 0; j < matrix.cols(); j++) {
                Twofold sum = new Twofold();
                double size = 0;
                for (int k = 0; k < matrix.rows(); k++) {
                    sum.addProduct(matrix.entry(k, i), matrix.entry(k, j));
                    size += matrix.magnitude(k, i) * matrix.magnitude(k, j);
                }
                double off = sum.distance(i == j ? 1 : 0);
                assertTrue(off <= gamma * size, context + " (" + i + ", " + j + "): off by " + off);
            }
        }
    }

    private static void assertSymmetric(DenseMatrix matrix, double gamma, String context) {
        assertEquals(matrix.rows(), matrix.cols(), context);
        for (int i = 0; i < matrix.rows(); i++) {
            for (int j = 0; j < i; j++) {
                double off = matrix.entry(i, j).distance(matrix.entry(j, i).value());
                double allowed = gamma * (matrix.magnitude(i, j) + matrix.magnitude(j, i));
                assertTrue(off <= allowed, context + " (" + i + ", " + j + "): off by " + off);
            }
        }
    }

    private static void assertNoneAbove(DenseMatrix matrix, String context) {
        assertEquals(matrix.rows(), matrix.cols(), context);
        for (int i = 0; i < matrix.rows(); i++) {
            for (int j = i + 1; j < matrix.cols(); j++) {
                assertEquals(0, matrix.entry(i, j).value(), context + " (" + i + ", " + j + ")");
            }
        }
    }

    /**
     * The least pivot of Gaussian elimination: without exchanges of rows, all are positive if and only if a symmetric matrix is
     * positive definite; with exchanges, none is zero if and only if it is invertible. Rounding is of no matter for the small and
     * well-conditioned matrices of these laws.
     */
    private static double leastPivot(DenseMatrix matrix, boolean exchanges) {
        int n = matrix.rows();
        assertEquals(n, matrix.cols());
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = matrix.entry(i, j).value();
            }
        }
        double least = Double.MAX_VALUE;
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; exchanges && i < n; i++) {
                pivot = Math.abs(a[i][k]) > Math.abs(a[pivot][k]) ? i : pivot;
            }
            double[] row = a[pivot];
            a[pivot] = a[k];
            a[k] = row;
            least = Math.min(least, exchanges ? Math.abs(row[k]) : row[k]);
            for (int i = k + 1; i < n; i++) {
                double factor = a[i][k] / row[k];
                for (int j = k; j < n; j++) {
                    a[i][j] -= factor * row[j];
                }
            }
        }
        return least;
    }
}
