package dev.lanewise.oracle;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/**
 * The singular values of a small matrix to full relative accuracy, however small they are: Hestenes's rotations of columns in decimal
 * numbers of so many digits that even a condition of 10^100 leaves dozens.
 *
 * <p>An angle need not be exact as long as the rotation is one: from the tangent of half of it to 40 digits, sine and cosine are
 * rational. Once no two columns have a cosine above 10^-25, their lengths are the singular values to as much.
 */
public final class SingularValueOracle {
    private final double[] values;

    private static final MathContext WIDE = new MathContext(160), NARROW = new MathContext(40);
    private static final BigDecimal SMALL = new BigDecimal("1e-50");
    private static final int MOST_SWEEPS = 100;

    private SingularValueOracle(double[] values) {
        this.values = values;
    }

    /**
     * Those of a row-major matrix without gaps.
     *
     * @param m rows
     * @param n columns, m at most
     * @param a the elements
     * @return what it knows
     */
    public static SingularValueOracle of(int m, int n, Numbers a) {
        BigDecimal[][] columns = new BigDecimal[n][m];
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < m; i++) {
                columns[j][i] = new BigDecimal(a.at(i * n + j), WIDE);
            }
        }
        int sweep = 0;
        while (rotate(columns)) {
            if (++sweep > MOST_SWEEPS) {
                throw new IllegalStateException("no end after " + MOST_SWEEPS + " sweeps");
            }
        }
        double[] values = new double[n];
        for (int j = 0; j < n; j++) {
            values[n - 1 - j] = product(columns[j], columns[j]).sqrt(NARROW).doubleValue();
        }
        Arrays.sort(values);
        for (int j = 0; j < n / 2; j++) {
            double value = values[j];
            values[j] = values[n - 1 - j];
            values[n - 1 - j] = value;
        }
        return new SingularValueOracle(values);
    }

    /** The singular values from the greatest to the least. */
    public double[] values() {
        return values.clone();
    }

    private static boolean rotate(BigDecimal[][] columns) {
        boolean rotated = false;
        for (int i = 0; i < columns.length; i++) {
            for (int j = i + 1; j < columns.length; j++) {
                rotated |= rotate(columns, i, j);
            }
        }
        return rotated;
    }

    /** Makes two columns orthogonal, the longer one first, unless they are. */
    private static boolean rotate(BigDecimal[][] columns, int i, int j) {
        BigDecimal ofI = product(columns[i], columns[i]), ofJ = product(columns[j], columns[j]);
        if (ofI.compareTo(ofJ) < 0) {
            BigDecimal[] longer = columns[j];
            columns[j] = columns[i];
            columns[i] = longer;
        }
        BigDecimal both = product(columns[i], columns[j]);
        BigDecimal allowed = ofI.multiply(ofJ, NARROW).multiply(SMALL, NARROW);
        if (both.multiply(both, NARROW).compareTo(allowed) <= 0) {
            return false;
        }
        // With d = |x|^2 - |y|^2 >= 0: tan = 2 (x, y) / (d + sqrt(d^2 + 4 (x, y)^2)).
        BigDecimal twice = both.add(both), difference = ofI.subtract(ofJ).abs();
        BigDecimal root = difference
                .multiply(difference, NARROW)
                .add(twice.multiply(twice, NARROW), NARROW)
                .sqrt(NARROW);
        BigDecimal tangent = twice.divide(difference.add(root, NARROW), NARROW), one = BigDecimal.ONE;
        BigDecimal secant = one.add(tangent.multiply(tangent, NARROW), NARROW).sqrt(NARROW);
        BigDecimal half = tangent.divide(one.add(secant, NARROW), NARROW), square = half.multiply(half);
        BigDecimal cosine = one.subtract(square).divide(one.add(square), WIDE),
                sine = half.add(half).divide(one.add(square), WIDE);
        for (int l = 0; l < columns[i].length; l++) {
            BigDecimal x = columns[i][l], y = columns[j][l];
            columns[i][l] = cosine.multiply(x, WIDE).add(sine.multiply(y, WIDE), WIDE);
            columns[j][l] = cosine.multiply(y, WIDE).subtract(sine.multiply(x, WIDE), WIDE);
        }
        return true;
    }

    private static BigDecimal product(BigDecimal[] x, BigDecimal[] y) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int l = 0; l < x.length; l++) {
            sum = sum.add(x[l].multiply(y[l], WIDE), WIDE);
        }
        return sum;
    }
}
