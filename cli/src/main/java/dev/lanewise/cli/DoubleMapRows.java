package dev.lanewise.cli;

import dev.lanewise.engine.Layout;
import dev.lanewise.npy.NpyArray;
import dev.lanewise.structured.DoubleLinearMap;

/** A map of every row, in this precision. */
final class DoubleMapRows {
    /** Elements mapped between two steps of the progress bar. */
    private static final int PIECE = 1 << 24;

    /** Complex numbers that are brought together and taken apart at once: scratch that is small beside most arrays. */
    private static final int COMPLEX_PIECE = 1 << 18;

    private final DoubleLinearMap map;
    private final boolean transpose;
    private final MappedRows rows;
    private final ArrayJob.Means means;

    DoubleMapRows(DoubleLinearMap map, boolean transpose, MappedRows rows, ArrayJob.Means means) {
        this.map = map;
        this.transpose = transpose;
        this.rows = rows;
        this.means = means;
    }

    /** The results of all rows. */
    NpyArray of(NpyArray array) {
        boolean hasParts = array.type().isComplex();
        double[] real = array.doubles();
        if (rows.isComplex()) {
            double[] imaginary = hasParts ? array.imaginaryDoubles() : new double[real.length];
            means.progress().begin("computing", rows.count());
            double[] toReal = results(), toImaginary = results();
            together(real, imaginary, toReal, toImaginary);
            return NpyArray.ofComplex(toReal, toImaginary, rows.shape());
        }
        means.progress().begin("computing", hasParts ? 2L * rows.count() : rows.count());
        double[] results = results();
        inPieces(real, results);
        if (!hasParts) {
            return NpyArray.of(results, rows.shape());
        }
        double[] imaginaryResults = results();
        inPieces(array.imaginaryDoubles(), imaginaryResults);
        return NpyArray.ofComplex(results, imaginaryResults, rows.shape());
    }

    private double[] results() {
        return new double[rows.count() * rows.outputs()];
    }

    private int perPiece(int elements) {
        return Math.max(1, elements / Math.max(1, Math.max(rows.inputs(), rows.outputs())));
    }

    private void inPieces(double[] from, double[] to) {
        int inputs = rows.inputs(), outputs = rows.outputs(), most = perPiece(PIECE);
        for (int row = 0, count; row < rows.count(); row += count) {
            count = Math.min(most, rows.count() - row);
            apply(from, row * inputs, count, inputs, to, row * outputs, outputs);
            means.progress().step(count);
        }
    }

    private void apply(double[] from, int fromOffset, int count, int inputs, double[] to, int toOffset, int outputs) {
        Layout fromLayout = Layout.rows(fromOffset, count, Math.max(1, inputs));
        Layout toLayout = Layout.rows(toOffset, count, Math.max(1, outputs));
        if (transpose) {
            map.applyTransposed(from, fromLayout, to, toLayout, means.workspace(), means.parallelism());
        } else {
            map.apply(from, fromLayout, to, toLayout, means.workspace(), means.parallelism());
        }
    }

    /** Real and imaginary parts of each row one after the other, as a complex map takes them. */
    private void together(double[] real, double[] imaginary, double[] toReal, double[] toImaginary) {
        int inputs = rows.inputs(), outputs = rows.outputs();
        int most = Math.min(Math.max(1, rows.count()), perPiece(COMPLEX_PIECE));
        double[] from = new double[2 * inputs * most], to = new double[2 * outputs * most];
        for (int row = 0, count; row < rows.count(); row += count) {
            count = Math.min(most, rows.count() - row);
            for (int i = 0; i < count; i++) {
                System.arraycopy(real, (row + i) * inputs, from, 2 * i * inputs, inputs);
                System.arraycopy(imaginary, (row + i) * inputs, from, (2 * i + 1) * inputs, inputs);
            }
            apply(from, 0, count, 2 * inputs, to, 0, 2 * outputs);
            for (int i = 0; i < count; i++) {
                System.arraycopy(to, 2 * i * outputs, toReal, (row + i) * outputs, outputs);
                System.arraycopy(to, (2 * i + 1) * outputs, toImaginary, (row + i) * outputs, outputs);
            }
            means.progress().step(count);
        }
    }
}
