package dev.lanewise.structured.layers;

import dev.lanewise.engine.Workspace;
import java.util.Arrays;

/** The atoms of a dense dictionary, as rows, while {@link DoubleDictionaryLearning} learns them. */
final class DoubleAtoms {
    private final DoubleTable vectors;
    private final DoubleTable columns;
    private final double norm;
    private final Workspace workspace = new Workspace();

    /** Which vectors have become atoms in this sweep. */
    private final boolean[] isAtom;

    private DoubleTable coefficients;
    private DoubleTable residual;

    /** Keeps both: the atoms are changed in place. */
    DoubleAtoms(DoubleTable vectors, DoubleTable columns) {
        this.vectors = vectors;
        this.columns = columns;
        norm = vectors.norm();
        isAtom = new boolean[vectors.rows];
    }

    /** Updates each atom once, with its coefficients, from coefficients that a pursuit gave. */
    void update(double[] found) {
        coefficients = new DoubleTable(vectors.rows, columns.rows, found);
        refresh();
        Arrays.fill(isAtom, false);
        for (int j = 0; j < columns.rows; j++) {
            update(j);
        }
        refresh();
    }

    /** The residual anew: steps by which it is kept up to date round. */
    private void refresh() {
        residual = DoubleTable.product(coefficients, false, columns, false, workspace);
        for (int i = 0; i < residual.entries.length; i++) {
            residual.entries[i] = vectors.entries[i] - residual.entries[i];
        }
    }

    private void update(int j) {
        int length = columns.cols, atoms = columns.rows;
        double[] atom = new double[length];
        boolean isUsed = false;
        for (int v = 0; v < vectors.rows; v++) {
            double x = coefficients.entries[v * atoms + j];
            if (x != 0) {
                isUsed = true;
                for (int i = 0; i < length; i++) {
                    residual.entries[v * length + i] += x * columns.entries[j * length + i];
                    atom[i] += x * residual.entries[v * length + i];
                }
            }
        }
        if (!isUsed) {
            replace(j);
            return;
        }
        if (DoubleTable.largest(atom) > 0) {
            DoubleDictionaryLearning.place(atom, columns, j);
        }
        for (int v = 0; v < vectors.rows; v++) {
            if (coefficients.entries[v * atoms + j] != 0) {
                double x = 0;
                for (int i = 0; i < length; i++) {
                    x += residual.entries[v * length + i] * columns.entries[j * length + i];
                }
                coefficients.entries[v * atoms + j] = x;
                for (int i = 0; i < length; i++) {
                    residual.entries[v * length + i] -= x * columns.entries[j * length + i];
                }
            }
        }
    }

    /** Makes an atom of the vector with the largest residual, the first of those alike. */
    private void replace(int j) {
        int length = columns.cols, worst = -1;
        double most = 0;
        for (int v = 0; v < vectors.rows; v++) {
            double squares = 0;
            for (int i = v * length; i < (v + 1) * length; i++) {
                squares += residual.entries[i] * residual.entries[i];
            }
            if (squares > most && !isAtom[v]) {
                worst = v;
                most = squares;
            }
        }
        if (worst >= 0) {
            isAtom[worst] = true;
            double[] atom = Arrays.copyOfRange(vectors.entries, worst * length, (worst + 1) * length);
            DoubleDictionaryLearning.place(atom, columns, j);
        }
    }

    /** {@code ||Y - D X||_F / ||Y||_F}. */
    double error() {
        return residual.norm() / norm;
    }

    /** The coefficients, vector after vector. */
    double[] coefficients() {
        return coefficients.entries;
    }
}
