package dev.lanewise.oracle;

/** Products of reflections and rotations by their definitions, each with what rounding may do to a map that applies it. */
public final class ReflectionMatrix {
    private ReflectionMatrix() {}

    /**
     * The product of the reflections along the rows of a {@code k x n} matrix, in panels of so many.
     *
     * <p>With the columns of {@code V} of unit length, as scaling them changes no relative error of an element, a panel
     * {@code I - V U^-1 V^T} of {@code b} reflections, {@code U} the upper triangle of {@code V^T V} with half of its
     * diagonal, has columns of {@code V U^-1} and rows of {@code U^-1 V^T} of norm 2, as they are those of {@code V}
     * reflected and doubled, so that both matrices have norms of {@code 2 sqrt(b)} at most. To first order, and relative to
     * {@code ||x||_2},
     *
     * <ul>
     *   <li>{@code z = V^T x} is off by {@code g(n) |V|^T |x|}: {@code 2 sqrt(b) g(n) sqrt(b)} in the end;
     *   <li>{@code U} is off by {@code g(n) |V|^T |V|} and, in the solution {@code w}, by {@code g(b) |U|} (N. J. Higham,
     *       Accuracy and Stability of Numerical Algorithms, 2nd ed., theorem 8.5), of Frobenius norms of {@code b} at most:
     *       {@code 2 sqrt(b) g(n + b) b 2 sqrt(b)};
     *   <li>{@code x - V w} is off by {@code g(b + 1) |V| |w|} and a rounding of {@code x}: {@code g(b + 1) sqrt(b) 2
     *       sqrt(b) + u}.
     * </ul>
     *
     * <p>That comes to {@code 4 b^2 (n + b) + 2 b (n + b + 1) + 1} roundings; orthogonal panels add theirs up.
     */
    public static DenseMatrix reflections(int n, int count, Numbers vectors, int width) {
        int roundings = 0;
        for (int first = 0; first < count; first += width) {
            int b = Math.min(width, count - first);
            roundings += 4 * b * b * (n + b) + 2 * b * (n + b + 1) + 1;
        }
        Twofold[] entries = identity(n);
        for (int i = count - 1; i >= 0; i--) {
            reflect(n, vectors, i * n, entries);
        }
        return DenseMatrix.boundedByNorm(n, n, roundings, 1, (i, j) -> entries[i * n + j]);
    }

    private static Twofold[] identity(int n) {
        Twofold[] entries = new Twofold[n * n];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = new Twofold().add(i % (n + 1) == 0 ? 1 : 0);
        }
        return entries;
    }

    /** {@code A = (I - 2 v v^T / v^T v) A}, of vectors whose squares neither overflow nor underflow. */
    private static void reflect(int n, Numbers vectors, int at, Twofold[] entries) {
        Twofold square = new Twofold();
        for (int i = 0; i < n; i++) {
            square.addProduct(vectors.at(at + i), vectors.at(at + i));
        }
        double estimate = -2 / square.value();
        Twofold missing = new Twofold().add(-2).addProduct(square, new Twofold().add(-estimate));
        Twofold factor = new Twofold().add(estimate).add(missing.value() / square.value());
        for (int j = 0; j < n; j++) {
            Twofold product = new Twofold();
            for (int i = 0; i < n; i++) {
                product.addProduct(entries[i * n + j], new Twofold().add(vectors.at(at + i)));
            }
            Twofold multiple = new Twofold().addProduct(product, factor);
            for (int i = 0; i < n; i++) {
                entries[i * n + j].addProduct(multiple, new Twofold().add(vectors.at(at + i)));
            }
        }
    }

    /**
     * The product of the rotations {@code [c s; -s c]} of elements {@code first} and {@code second}. Each is off by {@code
     * g(2) (|c| |x| + |s| |y|)}, which is {@code sqrt(2) g(2)} of the norm of the two or less, and is longer or shorter
     * than a rotation by what its cosine and sine are off; these are taken as they are, with norms that are 1 but for 8
     * roundings.
     */
    public static DenseMatrix rotations(int n, int[] first, int[] second, Numbers cosines, Numbers sines) {
        Twofold[] entries = identity(n);
        for (int k = first.length - 1; k >= 0; k--) {
            for (int j = 0; j < n; j++) {
                Twofold a = entries[first[k] * n + j], b = entries[second[k] * n + j];
                Twofold c = new Twofold().add(cosines.at(k)), s = new Twofold().add(sines.at(k));
                Twofold minus = new Twofold().add(-sines.at(k));
                entries[first[k] * n + j] = new Twofold().addProduct(c, a).addProduct(s, b);
                entries[second[k] * n + j] = new Twofold().addProduct(c, b).addProduct(minus, a);
            }
        }
        double growth = 1 + ErrorBounds.gamma(8.0 * first.length, cosines.precision());
        return DenseMatrix.boundedByNorm(n, n, 3 * first.length, growth, (i, j) -> entries[i * n + j]);
    }
}
