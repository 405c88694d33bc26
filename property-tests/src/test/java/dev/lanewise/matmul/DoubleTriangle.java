package dev.lanewise.matmul;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.matmul.Diagonal;
import dev.lanewise.engine.matmul.DoubleTriangularProduct;
import dev.lanewise.engine.matmul.DoubleTriangularSolve;
import dev.lanewise.engine.matmul.Triangle;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;

/**
 * A triangular matrix, the operations with it, and where matrices lie.
 *
 * @param n its rows and columns
 * @param triangle which one
 * @param diagonal what is on its diagonal
 * @param dense all of it row by row, with zeros in the other triangle
 */
record DoubleTriangle(int n, Triangle triangle, Diagonal diagonal, double[] dense) {
    /** How many choices {@link #place} has for what is read only; of those, the first for what is written as well. */
    static final int READ_PLACES = 45, WRITE_PLACES = 30;

    /** What may be done with it: the two have one signature. */
    enum Operation {
        PRODUCT {
            @Override
            void run(
                    double[] t,
                    MatrixLayout tLayout,
                    Triangle triangle,
                    Diagonal diagonal,
                    double[] b,
                    MatrixLayout bLayout,
                    Workspace workspace,
                    Parallelism parallelism) {
                DoubleTriangularProduct.multiply(t, tLayout, triangle, diagonal, b, bLayout, workspace, parallelism);
            }
        },

        SOLUTION {
            @Override
            void run(
                    double[] t,
                    MatrixLayout tLayout,
                    Triangle triangle,
                    Diagonal diagonal,
                    double[] b,
                    MatrixLayout bLayout,
                    Workspace workspace,
                    Parallelism parallelism) {
                DoubleTriangularSolve.solve(t, tLayout, triangle, diagonal, b, bLayout, workspace, parallelism);
            }
        };

        abstract void run(
                double[] t,
                MatrixLayout tLayout,
                Triangle triangle,
                Diagonal diagonal,
                double[] b,
                MatrixLayout bLayout,
                Workspace workspace,
                Parallelism parallelism);
    }

    /** The triangle of these numbers; a diagonal of ones if it is not stored. */
    static DoubleTriangle of(int n, Triangle triangle, Diagonal diagonal, double[] values) {
        DoubleTriangle made = new DoubleTriangle(n, triangle, diagonal, new double[n * n]);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                made.dense[i * n + j] = made.isStored(i, j) ? values[i * n + j] : i == j ? 1 : 0;
            }
        }
        return made;
    }

    /**
     * Normal numbers times powers of two, and one in seven zero; those on the diagonal are 1 at least, so that solutions, though
     * they grow with n, stay far from the largest number.
     */
    static DoubleTriangle uneven(long seed, int n, Triangle triangle, Diagonal diagonal) {
        double[] values = Inputs.gaussian(seed, new double[n * n]);
        double[] zeros = Inputs.integers(seed + 1, 3, new double[n * n]);
        double[] powers = Inputs.integers(seed + 2, 10, new double[n]);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double value = values[i * n + j];
                values[i * n + j] = i == j
                        ? Math.copySign(1 + Math.abs(value), value)
                        : zeros[i * n + j] == 0 ? 0 : Math.scalb(value, (int) (powers[i] - powers[j]));
            }
        }
        return of(n, triangle, diagonal, values);
    }

    /** Integers to 9, on the diagonal 1, 2 or 4 of either sign: integers times it, and divided by it again, are exact. */
    static DoubleTriangle integers(long seed, int n, Triangle triangle, Diagonal diagonal) {
        double[] values = Inputs.integers(seed, 9, new double[n * n]);
        for (int i = 0; i < n; i++) {
            int value = (int) values[i * n + i];
            values[i * n + i] = (value < 0 ? -1 : 1) * (1 << Math.abs(value) % 3);
        }
        return of(n, triangle, diagonal, values);
    }

    /** In which order rows depend on each other: each on those before it, and on itself. */
    int rank(int i) {
        return triangle == Triangle.LOWER ? i : n - 1 - i;
    }

    /** Whether the element is to be read. */
    boolean isStored(int i, int j) {
        return i == j ? diagonal == Diagonal.STORED : rank(j) < rank(i);
    }

    /** An array with what is to be read, and guards wherever else: whoever reads a guard gives himself away. */
    double[] at(MatrixLayout layout) {
        double[] array = guards(layout);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (isStored(i, j)) {
                    array[layout.index(i, j)] = dense[i * n + j];
                }
            }
        }
        return array;
    }

    /** Works on one thread, row by row without gaps; returns the result. */
    double[] apply(Operation operation, int columns, double[] before) {
        MatrixLayout square = MatrixLayout.of(n, n), b = MatrixLayout.of(n, columns);
        double[] after = before.clone();
        operation.run(at(square), square, triangle, diagonal, after, b, new Workspace(), Parallelism.NONE);
        return after;
    }

    /** Works with T and B at these places; returns the result row by row. Nothing else may be touched. */
    double[] apply(
            Operation operation,
            int columns,
            double[] before,
            int tPlace,
            int bPlace,
            Workspace workspace,
            Parallelism parallelism) {
        MatrixLayout tLayout = place(n, n, tPlace), bLayout = place(n, columns, bPlace);
        double[] t = at(tLayout), b = fill(bLayout, before);
        operation.run(t, tLayout, triangle, diagonal, b, bLayout, workspace, parallelism);
        Bits.assertSame(at(tLayout), t, "T");
        long guards = 0;
        for (double value : b) {
            guards += Bits.isGuard(value) ? 1 : 0;
        }
        assertEquals(b.length - (long) n * columns, guards, "guards about B that stay");
        return values(bLayout, b);
    }

    /** Somewhere in a larger array, with gaps behind rows: by rows, by columns, or with strides of which neither is 1. */
    static MatrixLayout place(int rows, int columns, int choice) {
        int gap = choice % 3, offset = choice / 3 % 5;
        return switch (choice / 15) {
            case 0 -> MatrixLayout.rowMajor(offset, rows, columns, Math.max(1, columns + gap));
            case 1 ->
                MatrixLayout.rowMajor(offset, columns, rows, Math.max(1, rows + gap))
                        .transposed();
            default -> new MatrixLayout(offset, rows, columns, 2 * (columns + gap) + 1, 2);
        };
    }

    private static double[] guards(MatrixLayout layout) {
        return Bits.guard(new double[(int) layout.end() + 3]);
    }

    /** An array of guards but for a matrix of these numbers, given row by row. */
    static double[] fill(MatrixLayout layout, double[] values) {
        double[] array = guards(layout);
        for (int i = 0, next = 0; i < layout.rows(); i++) {
            for (int j = 0; j < layout.columns(); j++) {
                array[layout.index(i, j)] = values[next++];
            }
        }
        return array;
    }

    /** The numbers of a matrix, row by row. */
    static double[] values(MatrixLayout layout, double[] array) {
        double[] values = new double[layout.rows() * layout.columns()];
        for (int i = 0, next = 0; i < layout.rows(); i++) {
            for (int j = 0; j < layout.columns(); j++) {
                values[next++] = array[layout.index(i, j)];
            }
        }
        return values;
    }
}
