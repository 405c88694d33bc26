package dev.lanewise.engine.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Small triangular matrices and the rows of another, on vectors: strips of four, then of one, and the last columns one by one. */
public final class DoubleTriangleKernel extends dev.lanewise.engine.scalar.DoubleTriangleKernel {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(SPECIES);
    private static final int LANES = SPECIES.length();

    /** Makes the kernel. */
    public DoubleTriangleKernel() {}

    @Override
    public void solve(
            int n,
            int columns,
            double[] t,
            int tOffset,
            int tRow,
            int tColumn,
            boolean unit,
            double[] b,
            int bOffset,
            int bRow) {
        int c = 0;
        for (; c + 4 * LANES <= columns; c += 4 * LANES) {
            for (int i = 0; i < n; i++) {
                fourOfSolution(i, t, tOffset + i * tRow, tColumn, unit, b, bOffset + c, bRow);
            }
        }
        for (; c + LANES <= columns; c += LANES) {
            for (int i = 0; i < n; i++) {
                oneOfSolution(i, t, tOffset + i * tRow, tColumn, unit, b, bOffset + c, bRow);
            }
        }
        if (c < columns) {
            super.solve(n, columns - c, t, tOffset, tRow, tColumn, unit, b, bOffset + c, bRow);
        }
    }

    private static void fourOfSolution(
            int i, double[] t, int row, int tColumn, boolean unit, double[] b, int top, int bRow) {
        int to = top + i * bRow;
        DoubleVector x0 = DoubleVector.fromArray(SPECIES, b, to);
        DoubleVector x1 = DoubleVector.fromArray(SPECIES, b, to + LANES);
        DoubleVector x2 = DoubleVector.fromArray(SPECIES, b, to + 2 * LANES);
        DoubleVector x3 = DoubleVector.fromArray(SPECIES, b, to + 3 * LANES);
        int at = top;
        for (int j = 0; j < i; j++) {
            DoubleVector factor = DoubleVector.broadcast(SPECIES, -t[row + j * tColumn]);
            x0 = EXACT.cast(factor.fma(DoubleVector.fromArray(SPECIES, b, at), x0));
            x1 = EXACT.cast(factor.fma(DoubleVector.fromArray(SPECIES, b, at + LANES), x1));
            x2 = EXACT.cast(factor.fma(DoubleVector.fromArray(SPECIES, b, at + 2 * LANES), x2));
            x3 = EXACT.cast(factor.fma(DoubleVector.fromArray(SPECIES, b, at + 3 * LANES), x3));
            at += bRow;
        }
        DoubleVector divisor = DoubleVector.broadcast(SPECIES, unit ? 1 : t[row + i * tColumn]);
        EXACT.cast(x0.div(divisor)).intoArray(b, to);
        EXACT.cast(x1.div(divisor)).intoArray(b, to + LANES);
        EXACT.cast(x2.div(divisor)).intoArray(b, to + 2 * LANES);
        EXACT.cast(x3.div(divisor)).intoArray(b, to + 3 * LANES);
    }

    private static void oneOfSolution(
            int i, double[] t, int row, int tColumn, boolean unit, double[] b, int top, int bRow) {
        int to = top + i * bRow, at = top;
        DoubleVector x = DoubleVector.fromArray(SPECIES, b, to);
        for (int j = 0; j < i; j++) {
            DoubleVector factor = DoubleVector.broadcast(SPECIES, -t[row + j * tColumn]);
            x = EXACT.cast(factor.fma(DoubleVector.fromArray(SPECIES, b, at), x));
            at += bRow;
        }
        DoubleVector divisor = DoubleVector.broadcast(SPECIES, unit ? 1 : t[row + i * tColumn]);
        EXACT.cast(x.div(divisor)).intoArray(b, to);
    }

    @Override
    public void multiply(
            int n,
            int columns,
            double[] t,
            int tOffset,
            int tRow,
            int tColumn,
            boolean unit,
            double[] b,
            int bOffset,
            int bRow) {
        int c = 0;
        for (; c + 4 * LANES <= columns; c += 4 * LANES) {
            for (int i = n - 1; i >= 0; i--) {
                fourOfProduct(i, t, tOffset + i * tRow, tColumn, unit, b, bOffset + c, bRow);
            }
        }
        for (; c + LANES <= columns; c += LANES) {
            for (int i = n - 1; i >= 0; i--) {
                oneOfProduct(i, t, tOffset + i * tRow, tColumn, unit, b, bOffset + c, bRow);
            }
        }
        if (c < columns) {
            super.multiply(n, columns - c, t, tOffset, tRow, tColumn, unit, b, bOffset + c, bRow);
        }
    }

    private static void fourOfProduct(
            int i, double[] t, int row, int tColumn, boolean unit, double[] b, int top, int bRow) {
        int to = top + i * bRow, at = top;
        DoubleVector diagonal = DoubleVector.broadcast(SPECIES, unit ? 1 : t[row + i * tColumn]);
        DoubleVector x0 = DoubleVector.fromArray(SPECIES, b, to).mul(diagonal);
        DoubleVector x1 = DoubleVector.fromArray(SPECIES, b, to + LANES).mul(diagonal);
        DoubleVector x2 = DoubleVector.fromArray(SPECIES, b, to + 2 * LANES).mul(diagonal);
        DoubleVector x3 = DoubleVector.fromArray(SPECIES, b, to + 3 * LANES).mul(diagonal);
        for (int j = 0; j < i; j++) {
            DoubleVector factor = DoubleVector.broadcast(SPECIES, t[row + j * tColumn]);
            x0 = EXACT.cast(factor.fma(DoubleVector.fromArray(SPECIES, b, at), x0));
            x1 = EXACT.cast(factor.fma(DoubleVector.fromArray(SPECIES, b, at + LANES), x1));
            x2 = EXACT.cast(factor.fma(DoubleVector.fromArray(SPECIES, b, at + 2 * LANES), x2));
            x3 = EXACT.cast(factor.fma(DoubleVector.fromArray(SPECIES, b, at + 3 * LANES), x3));
            at += bRow;
        }
        EXACT.cast(x0).intoArray(b, to);
        EXACT.cast(x1).intoArray(b, to + LANES);
        EXACT.cast(x2).intoArray(b, to + 2 * LANES);
        EXACT.cast(x3).intoArray(b, to + 3 * LANES);
    }

    private static void oneOfProduct(
            int i, double[] t, int row, int tColumn, boolean unit, double[] b, int top, int bRow) {
        int to = top + i * bRow, at = top;
        DoubleVector diagonal = DoubleVector.broadcast(SPECIES, unit ? 1 : t[row + i * tColumn]);
        DoubleVector x = DoubleVector.fromArray(SPECIES, b, to).mul(diagonal);
        for (int j = 0; j < i; j++) {
            DoubleVector factor = DoubleVector.broadcast(SPECIES, t[row + j * tColumn]);
            x = EXACT.cast(factor.fma(DoubleVector.fromArray(SPECIES, b, at), x));
            at += bRow;
        }
        EXACT.cast(x).intoArray(b, to);
    }
}
