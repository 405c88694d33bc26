package dev.lanewise.cli;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.npy.NpyArray;

/**
 * What a least-squares problem has.
 *
 * @param a where the matrix is
 * @param b where the right sides are
 * @param x where the solutions will be
 * @param output the shape of the solutions: of one axis if there is one right side of one axis
 */
record LeastSquaresShape(MatrixLayout a, MatrixLayout b, MatrixLayout x, int[] output) {
    /**
     * That of two arrays.
     *
     * @param aName what messages call the matrix
     * @param a the matrix
     * @param bName what messages call the right sides
     * @param b the right sides
     * @throws CommandFailure if the arrays do not fit each other, or have what is not finite
     */
    static LeastSquaresShape of(String aName, NpyArray a, String bName, NpyArray b) {
        MatrixLayout ofA = MatrixInput.layout(aName, a), ofB = MatrixInput.layoutOfColumns(bName, b);
        if (ofB.rows() != ofA.rows()) {
            throw CommandFailure.input(
                    bName + ": got " + b + " for " + a + ", wanted length " + ofA.rows() + " along the first axis",
                    null);
        }
        long size = (long) ofA.columns() * ofB.columns();
        if (size > Integer.MAX_VALUE) {
            throw CommandFailure.input(
                    aName + ": got " + a + ", which with " + b + " makes " + size
                            + " elements, wanted 2^31 - 1 at most",
                    null);
        }
        MatrixInput.requireFinite(aName, a);
        MatrixInput.requireFinite(bName, b);
        int n = ofA.columns(), columns = ofB.columns();
        int[] output = b.shape().length == 1 ? new int[] {n} : new int[] {n, columns};
        return new LeastSquaresShape(ofA, ofB, MatrixLayout.of(n, columns), output);
    }

    /** How many elements the solutions have. */
    int size() {
        return x.rows() * x.columns();
    }
}
