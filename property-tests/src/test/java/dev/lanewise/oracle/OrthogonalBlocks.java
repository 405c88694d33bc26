package dev.lanewise.oracle;

import dev.lanewise.engine.butterfly.ButterflyPattern;

/** Factors of butterfly matrices with orthogonal blocks, by angles and by Cayley transforms. */
public final class OrthogonalBlocks {
    /** {@code |L| |U|} of {@code I - S} over its magnitudes: N. J. Higham, Accuracy and Stability, 2nd ed., section 9.4. */
    private static final int GROWTH = 4;

    private OrthogonalBlocks() {}

    /** Rotations {@code [c s; -s c]}; a cosine and a sine may be off by a unit in the last place, two roundings. */
    public static DenseMatrix rotations(ButterflyPattern pattern, Numbers angles) {
        double[] values = new double[4 * angles.length()];
        for (int i = 0; i < angles.length(); i++) {
            double cosine = Math.cos(angles.at(i)), sine = Math.sin(angles.at(i));
            values[4 * i] = values[4 * i + 3] = cosine;
            values[4 * i + 1] = sine;
            values[4 * i + 2] = -sine;
        }
        return ButterflyMatrix.factor(pattern, Numbers.of(values), 4);
    }

    /**
     * Cayley transforms of matrices with elements of 1 at most. {@code (I - S)^-1}, of norm 1 at most, is off by {@code 4 g(3 b) |A|}, {@code
     * A = I - S} of norm b at most (Higham, theorem 14.1 and section 9.4), and twice that is the transform; the corrected transform is
     * off by {@code g((b + 3)^2)} more. A product adds {@code g(b) sqrt(b)}.
     */
    public static DenseMatrix cayley(ButterflyPattern pattern, Numbers parameters) {
        int b = pattern.blockRows(), each = b * (b - 1) / 2;
        int s = 2 * GROWTH * 3 * b * b + (b + 3) * (b + 3) + b * b;
        Twofold[][] blocks = new Twofold[parameters.length() / each][];
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = transform(b, parameters, i * each, -1, 0);
        }
        return DenseMatrix.boundedByNorm(pattern.rows(), pattern.cols(), s, 1, (row, col) -> {
            if (!ButterflyMatrix.isOnSupport(pattern, row, col)) {
                return new Twofold();
            }
            int place = ButterflyMatrix.place(pattern, row, col);
            return blocks[place / (b * b) % blocks.length][place % (b * b)];
        });
    }

    /** {@code 2 (I - S)^-1 - I} with a step added to one parameter: from double by one step of Newton's iteration for inverses. */
    public static Twofold[] transform(int order, Numbers parameters, int from, int which, double step) {
        Twofold[] a = new Twofold[order * order];
        double[][] rounded = new double[order][2 * order];
        for (int i = 0, next = from; i < order; i++) {
            a[i * order + i] = new Twofold().add(1);
            for (int j = 0; j < i; j++, next++) {
                double more = next == which ? step : 0;
                a[i * order + j] = new Twofold().add(-parameters.at(next)).add(-more);
                a[j * order + i] = new Twofold().add(parameters.at(next)).add(more);
            }
        }
        for (int i = 0; i < order; i++) {
            for (int j = 0; j < order; j++) {
                rounded[i][j] = a[i * order + j].value();
            }
            rounded[i][order + i] = 1;
        }
        // No pivot of I - S needs an exchange: its symmetric part is the identity.
        for (int k = 0; k < order; k++) {
            double pivot = rounded[k][k];
            for (int j = 0; j < 2 * order; j++) {
                rounded[k][j] /= pivot;
            }
            for (int i = 0; i < order; i++) {
                double factor = i == k ? 0 : rounded[i][k];
                for (int j = 0; j < 2 * order; j++) {
                    rounded[i][j] -= factor * rounded[k][j];
                }
            }
        }
        Twofold[] inverse = new Twofold[order * order], residual = new Twofold[order * order];
        for (int i = 0; i < order * order; i++) {
            inverse[i] = new Twofold().add(rounded[i / order][order + i % order]);
        }
        for (int i = 0; i < order * order; i++) {
            residual[i] = new Twofold().add(i % (order + 1) == 0 ? 1 : 0);
            for (int k = 0; k < order; k++) {
                Twofold negative = new Twofold().addProduct(-1, a[i / order * order + k].value());
                negative.add(-a[i / order * order + k].rest());
                residual[i].addProduct(negative, inverse[k * order + i % order]);
            }
        }
        Twofold[] transform = new Twofold[order * order];
        Twofold two = new Twofold().add(2);
        for (int i = 0; i < order * order; i++) {
            Twofold sum = new Twofold().add(inverse[i]);
            for (int k = 0; k < order; k++) {
                sum.addProduct(inverse[i / order * order + k], residual[k * order + i % order]);
            }
            transform[i] = new Twofold().add(i % (order + 1) == 0 ? -1 : 0).addProduct(two, sum);
        }
        return transform;
    }
}
