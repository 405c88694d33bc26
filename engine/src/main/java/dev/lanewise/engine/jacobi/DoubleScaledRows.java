package dev.lanewise.engine.jacobi;

import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.SquareRoot;
import dev.lanewise.engine.panel.DoubleRows;
import dev.lanewise.engine.scalar.DoubleRowsKernel;
import java.util.Arrays;

/**
 * Rows, each times a power of two, so that they are of ordinary size however small one is beside others; and with them, if it is
 * wanted, the rows of the identity, to which all is done that is done to these.
 */
final class DoubleScaledRows {
    /** Rows are as long as a multiple of it, filled up with zeros. */
    private static final int SUMS = DoubleRowsKernel.SUMS;

    /**
     * The first element of the first row. Large arrays begin 16 bytes after a multiple of 64 with the usual garbage collector: so no
     * vector is in two cache lines.
     */
    private static final int START = 48 / Double.BYTES;

    /** Lengths that are brought back to ordinary size. */
    private static final double LONG = 16;

    /**
     * A row shorter than this power of two becomes zeros: it is far below the smallest number. One that is a combination of others,
     * of which there are as many as there are directions, would be some digits shorter after each sweep and never orthogonal to them.
     */
    private static final int LEAST_EXPONENT = Double.MIN_EXPONENT - 2 * Double.PRECISION;

    /** How many rows. */
    final int count;

    /** How long they are, filled up with zeros as the kernel wants them. */
    final int length;

    /** From one row to the next. */
    final int pitch;

    /** What holds the rows. */
    final double[] values;

    /** What holds the rows of the identity, or none. */
    final double[] companions;

    /** How long the companions are, filled up as the rows are. */
    final int companionLength;

    /** From one companion to the next. */
    final int companionPitch;

    /**
     * Room for rows.
     *
     * @param count how many
     * @param length of them
     * @param withCompanions whether the rows of the identity are wanted
     */
    DoubleScaledRows(int count, int length, boolean withCompanions) {
        int room = DoubleRowRotations.room(count);
        this.count = count;
        this.length = padded(length);
        pitch = this.length + SUMS;
        companionLength = padded(count);
        companionPitch = companionLength + SUMS;
        if (START + (long) room * Math.max(pitch, companionPitch) > Workspace.LARGEST_ARRAY) {
            throw new IllegalArgumentException(
                    "got " + count + " rows of " + length + ", wanted as many as an array can hold");
        }
        values = new double[START + room * pitch];
        companions = withCompanions ? new double[START + room * companionPitch] : null;
    }

    private static int padded(int length) {
        return (length + SUMS - 1) / SUMS * SUMS;
    }

    /** Rows of zeros, and companions that are the identity. */
    void clear() {
        Arrays.fill(values, 0);
        if (companions != null) {
            Arrays.fill(companions, 0);
            for (int i = 0; i < count; i++) {
                companions[companion(i) + i] = 1;
            }
        }
    }

    /** The first element of a row. */
    int row(int i) {
        return START + i * pitch;
    }

    /** The first element of a companion. */
    int companion(int i) {
        return START + i * companionPitch;
    }

    /** The square of the length of a row, without its power of two. It stands beside the row, where threads do not meet. */
    double square(int i) {
        return values[row(i) + length];
    }

    /** Notes the square of the length of a row. */
    void setSquare(int i, double square) {
        values[row(i) + length] = square;
    }

    /** What the square of the length of a row was when it was summed, or that of the row that this one comes from. */
    double summedSquare(int i) {
        return values[row(i) + length + 2];
    }

    /** Notes it. */
    void setSummedSquare(int i, double square) {
        values[row(i) + length + 2] = square;
    }

    /** The exponent of the power of two of a row. */
    int exponent(int i) {
        return (int) values[row(i) + length + 1];
    }

    /** Notes the exponent of a row. */
    void setExponent(int i, int exponent) {
        values[row(i) + length + 1] = exponent;
    }

    /** Whether row i is longer than row j. */
    boolean isLonger(int i, int j) {
        int exponent = exponent(j) - exponent(i);
        return square(i) > (exponent == 0 ? square(j) : Math.scalb(square(j), 2 * exponent));
    }

    /**
     * The length of a row times a power of two.
     *
     * @param i which row
     * @param exponent of the power
     * @return the length
     */
    double norm(int i, int exponent) {
        return Math.scalb(SquareRoot.of(square(i)), exponent(i) + exponent);
    }

    /** Gives the numbers of the rows, the longest first. */
    void sort(int[] order) {
        for (int i = 0; i < count; i++) {
            int at = i;
            for (; at > 0 && isLonger(i, order[at - 1]); at--) {
                order[at] = order[at - 1];
            }
            order[at] = i;
        }
    }

    /** Makes unit vectors of the rows, and of those of zeros some that are orthogonal to all; to be called last. */
    void normalize(Workspace workspace) {
        for (int i = 0; i < count; i++) {
            if (square(i) > 0) {
                DoubleRows.KERNEL.scale(1 / SquareRoot.of(square(i)), values, row(i), length);
            }
        }
        int candidate = count;
        for (int i = count - 1; i >= 0; i--) {
            while (square(i) == 0) {
                setSquare(i, complete(i, --candidate, workspace));
            }
        }
    }

    /** What is left of a unit vector beside all other rows becomes a row, if it is not too little; gives its length. */
    private double complete(int i, int candidate, Workspace workspace) {
        double[] scratch = workspace.takeDoubles(DoubleRowsKernel.SCRATCH);
        try {
            int row = row(i);
            Arrays.fill(values, row, row + length, 0);
            values[row + candidate] = 1;
            double norm = 1;
            for (int pass = 0; pass < 2; pass++) {
                for (int j = 0; j < count; j++) {
                    if (j != i && square(j) > 0) {
                        double product = product(i, j, scratch);
                        DoubleRows.KERNEL.addMultiple(-product, values, row(j), values, row, length);
                    }
                }
                norm = SquareRoot.of(product(i, i, scratch));
                if (norm * norm * count * 2 < 1) {
                    Arrays.fill(values, row, row + length, 0);
                    return 0;
                }
                DoubleRows.KERNEL.scale(1 / norm, values, row, length);
            }
            return norm;
        } finally {
            workspace.releaseDoubles();
        }
    }

    /** Lengths, after rows have been brought to ordinary size. */
    void measure(Workspace workspace) {
        double[] scratch = workspace.takeDoubles(DoubleRowsKernel.SCRATCH);
        try {
            for (int i = 0; i < count; i++) {
                double size = DoubleRows.KERNEL.greatest(values, row(i), length);
                if (size > LONG || size < 1 / LONG && size > 0) {
                    int exponent = Math.getExponent(size);
                    DoubleRows.KERNEL.scale(Math.scalb((double) 1, -exponent), values, row(i), length);
                    setExponent(i, exponent(i) + exponent);
                }
                if (exponent(i) < LEAST_EXPONENT) {
                    Arrays.fill(values, row(i), row(i) + length, 0);
                    setExponent(i, 0);
                }
                measure(i, scratch);
            }
        } finally {
            workspace.releaseDoubles();
        }
    }

    /** Sums the square of the length of a row. */
    void measure(int i, double[] scratch) {
        double square = product(i, i, scratch);
        setSquare(i, square);
        setSummedSquare(i, square);
    }

    /**
     * The inner product of two rows, without their powers of two.
     *
     * @param i one row
     * @param j the other
     * @param scratch of length {@link DoubleRowsKernel#SCRATCH}
     * @return the product
     */
    double product(int i, int j, double[] scratch) {
        DoubleRows.KERNEL.products(
                1, values, row(i), pitch, 1, values, row(j), pitch, length, scratch, SUMS, 1, scratch);
        return scratch[SUMS];
    }
}
