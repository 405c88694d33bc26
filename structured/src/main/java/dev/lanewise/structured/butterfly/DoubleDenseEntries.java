package dev.lanewise.structured.butterfly;

import dev.lanewise.engine.MatrixLayout;
import java.util.Objects;

/** The entries of a matrix that is written out. */
final class DoubleDenseEntries {
    private DoubleDenseEntries() {}

    /** A matrix row after row, checked: every entry is finite, and there is one. */
    static double[] copy(String name, double[] a, MatrixLayout layout) {
        Objects.requireNonNull(a, name);
        Objects.requireNonNull(layout, "layout");
        if (layout.isEmpty()) {
            throw new IllegalArgumentException(
                    name + ": got " + layout.shape() + ", wanted one row and one column at least");
        }
        layout.checkWithin(name, a.length);
        double[] copy = new double[layout.rows() * layout.columns()];
        for (int i = 0, to = 0; i < layout.rows(); i++) {
            for (int j = 0; j < layout.columns(); j++, to++) {
                copy[to] = a[layout.index(i, j)];
                if (!Double.isFinite(copy[to])) {
                    throw new IllegalArgumentException(
                            name + "[" + i + ", " + j + "]: got " + copy[to] + ", wanted finite numbers");
                }
            }
        }
        return copy;
    }
}
