package dev.lanewise.perf.peer;

/** Factorisations of square matrices in double precision, and what tells whether the factors are right: A times ones. */
public enum Factorization {
    /** {@code P A = L U}. */
    LU("lu", 2.0 / 3) {
        @Override
        double[] timesOnes(int n, double[] factors) {
            double[] u = upperTimesOnes(n, factors), product = u.clone();
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < i; j++) {
                    product[i] += factors[i * n + j] * u[j];
                }
            }
            return product;
        }
    },
    /** {@code A = U^T U}. */
    CHOLESKY("cholesky", 1.0 / 3) {
        @Override
        double[] timesOnes(int n, double[] factors) {
            return transposedTimes(n, factors, upperTimesOnes(n, factors));
        }
    },
    /** {@code A P = Q R}: {@code A^T A} times ones. */
    PIVOTED_QR("pivoted-qr", 4.0 / 3) {
        @Override
        double[] timesOnes(int n, double[] factors) {
            return transposedTimes(n, factors, upperTimesOnes(n, factors));
        }
    };

    private final String family;
    private final double cubes;

    Factorization(String family, double cubes) {
        this.family = family;
        this.cubes = cubes;
    }

    /**
     * What the comparison of it is called.
     *
     * @return the name of the family
     */
    public String family() {
        return family;
    }

    /**
     * How many operations it takes.
     *
     * @param n rows and columns
     * @return the number
     */
    public double operations(int n) {
        return cubes * n * n * n;
    }

    /**
     * A matrix that it is for.
     *
     * @param n rows and columns
     * @param gaussian n n numbers
     * @return the matrix, row-major
     */
    public double[] matrix(int n, double[] gaussian) {
        double[] a = gaussian.clone();
        for (int i = 0; i < n && this == CHOLESKY; i++) {
            a[i * n + i] = 4 * n;
            for (int j = 0; j < i; j++) {
                a[i * n + j] = a[j * n + i];
            }
        }
        return a;
    }

    /**
     * What is compared.
     *
     * @param n rows and columns
     * @param factors row-major: U or R in the upper triangle, L below it
     * @param order the row of A, or the column, that stands in each place
     * @return a vector that does not depend on the order
     */
    public double[] compared(int n, double[] factors, int[] order) {
        double[] product = timesOnes(n, factors), placed = new double[n];
        for (int i = 0; i < n; i++) {
            placed[order[i]] = product[i];
        }
        return placed;
    }

    abstract double[] timesOnes(int n, double[] factors);

    private static double[] upperTimesOnes(int n, double[] u) {
        double[] sums = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                sums[i] += u[i * n + j];
            }
        }
        return sums;
    }

    private static double[] transposedTimes(int n, double[] u, double[] x) {
        double[] product = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                product[j] += u[i * n + j] * x[i];
            }
        }
        return product;
    }

    /**
     * The order in which nothing has been exchanged.
     *
     * @param n how many there are
     * @return 0 to n - 1
     */
    public static int[] inOrder(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        return order;
    }
}
