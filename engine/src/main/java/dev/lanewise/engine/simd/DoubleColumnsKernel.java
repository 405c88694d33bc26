package dev.lanewise.engine.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** What moves vectors side by side and back, on vectors: rows are whole ones at any width. */
public final class DoubleColumnsKernel extends dev.lanewise.engine.scalar.DoubleColumnsKernel {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(SPECIES);
    private static final int LANES = SPECIES.length();

    /** Makes the kernel. */
    public DoubleColumnsKernel() {}

    @Override
    public void transpose(
            double[] src, int from, int srcPitch, int rows, int columns, double[] dst, int to, int dstPitch) {
        int least = Math.min(rows, columns);
        if (LANES >= 8 && least >= 8) {
            DoubleTransposition.tilesOfEight(src, from, srcPitch, rows, columns, dst, to, dstPitch);
        } else if (LANES >= 4 && Species.DOUBLE_SELECTS && least >= 4) {
            DoubleTransposition.tilesOfFour(src, from, srcPitch, rows, columns, dst, to, dstPitch);
        } else {
            super.transpose(src, from, srcPitch, rows, columns, dst, to, dstPitch);
        }
    }

    @Override
    public void copy(double[] src, int from, int srcPitch, int rows, int columns, double[] dst, int to, int dstPitch) {
        if (columns < LANES || columns > 2 * LANES) {
            super.copy(src, from, srcPitch, rows, columns, dst, to, dstPitch);
            return;
        }
        int second = columns - LANES; // the two may overlap
        for (int i = 0; i < rows; i++) {
            int at = from + srcPitch * i, down = to + dstPitch * i;
            EXACT.cast(DoubleVector.fromArray(SPECIES, src, at)).intoArray(dst, down);
            EXACT.cast(DoubleVector.fromArray(SPECIES, src, at + second)).intoArray(dst, down + second);
        }
    }

    @Override
    public void deal(
            double[] src, int from, int srcPitch, int rows, int panels, int width, double[] dst, int to, int distance) {
        if (width != 2 * LANES) {
            super.deal(src, from, srcPitch, rows, panels, width, dst, to, distance);
            return;
        }
        for (int i = 0; i < rows; i++) {
            int at = from + srcPitch * i, down = to + width * i;
            for (int p = 0; p < panels; p++) {
                EXACT.cast(DoubleVector.fromArray(SPECIES, src, at)).intoArray(dst, down);
                EXACT.cast(DoubleVector.fromArray(SPECIES, src, at + LANES)).intoArray(dst, down + LANES);
                at += 2 * LANES;
                down += distance;
            }
        }
    }

    @Override
    public void scale(double[] x, int from, int xPitch, double factor, double[] y, int to, int yPitch, int rows) {
        for (int i = 0; i < rows; i++) {
            int at = from + i * xPitch;
            int yAt = to + i * yPitch;
            for (int c = 0; c < COLUMNS; c += LANES) {
                EXACT.cast(DoubleVector.fromArray(SPECIES, x, at + c).mul(DoubleVector.broadcast(SPECIES, factor)))
                        .intoArray(y, yAt + c);
            }
        }
    }

    @Override
    public void sum(
            double[] a,
            int aFrom,
            int aPitch,
            double aFactor,
            double[] b,
            int bFrom,
            int bPitch,
            double bFactor,
            double factor,
            double[] y,
            int to,
            int yPitch,
            int rows) {
        for (int i = 0; i < rows; i++) {
            int aAt = aFrom + i * aPitch;
            int bAt = bFrom + i * bPitch;
            int yAt = to + i * yPitch;
            for (int c = 0; c < COLUMNS; c += LANES) {
                DoubleVector first =
                        DoubleVector.fromArray(SPECIES, a, aAt + c).mul(DoubleVector.broadcast(SPECIES, aFactor));
                DoubleVector second =
                        DoubleVector.fromArray(SPECIES, b, bAt + c).mul(DoubleVector.broadcast(SPECIES, bFactor));
                EXACT.cast(first.add(second).mul(DoubleVector.broadcast(SPECIES, factor)))
                        .intoArray(y, yAt + c);
            }
        }
    }
}
