package dev.lanewise.engine.qr;

import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;

/** A way to choose the next columns while reflections are made. */
abstract class DoublePivoting {
    /** Which column of the matrix stands where. */
    final int[] permutation;

    DoublePivoting(int columns) {
        permutation = new int[columns];
    }

    /** Makes reflectors of the matrix with its columns exchanged. */
    abstract void factorize(DoubleReflectors reflectors, Workspace workspace, Parallelism parallelism);

    /** Before anything is exchanged. */
    final void reset() {
        for (int j = 0; j < permutation.length; j++) {
            permutation[j] = j;
        }
    }
}
