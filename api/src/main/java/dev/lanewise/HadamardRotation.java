package dev.lanewise;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.FloatLinearMap;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A random rotation of vectors of any dimension {@code d}, at the cost of a few fast transforms: the product of one to
 * three blocks
 *
 * <pre>    y = B_1 ... B_b x,    B = H D / sqrt(d),</pre>
 *
 * <p>where {@code H} is the Hadamard matrix of order {@code d} and each {@code D} a diagonal of independent random signs.
 * It is orthogonal: norms, angles and distances stay as they are, to rounding, while the energy of any fixed vector is
 * spread over all coordinates. After two blocks a fixed coordinate is distributed nearly as that of a uniformly random
 * rotation.
 *
 * <p>Where {@code d} is no {@linkplain dev.lanewise.engine.hadamard.HadamardOrder supported order}, let {@code n} be
 * the largest one below. A block then applies {@code H D / sqrt(n)}, with fresh signs each time, to the first {@code n}
 * coordinates, to the last {@code n}, to the first again, and so on, alternating over all blocks. With
 * {@code r = (d - n) / n}, the expected energy of a coordinate is then off its mean by at most {@code r^(w-2)} of it
 * after {@code w} windows, whatever the input. A block has as many windows as bring this to 1/4, at least three
 * (exactly three from {@code d = 12} on); two blocks bring it to 1/256 from {@code d = 8} on. The output has {@code d}
 * coordinates, none is padded.
 *
 * <p>The rotation is determined by its {@linkplain #identity identity}: version of the algorithm, dimension, blocks and
 * seed. The same identity gives the same rotation for ever, on every machine, to the last bit for each element type.
 *
 * <p>Immutable; may be used by many threads at once.
 *
 * <p>Source: T. Zilca and G. Mendelson, Approximating uniform random rotations by two-block structured Hadamard
 * rotations in high dimensions, arXiv:2604.23418, 2026; for the blocks, N. Ailon and B. Chazelle, The fast
 * Johnson-Lindenstrauss transform and approximate nearest neighbors, SIAM J. Comput. 39, 2009, pp. 302-322.
 */
public final class HadamardRotation {
    /** The usual number of blocks: one leaves structure that an unlucky input shows, more than two seldom help. */
    public static final int DEFAULT_BLOCKS = 2;

    private static final String PREFIX = "hadamard-rotation-v1";
    private static final Pattern IDENTITY = Pattern.compile(PREFIX + ":(\\d{1,10}):(\\d):(-?\\d{1,19})");

    private final int dimension;
    private final int blocks;
    private final long seed;
    private final Supplier<DoubleLinearMap> doubleMap;
    private final Supplier<FloatLinearMap> floatMap;

    private HadamardRotation(int dimension, int blocks, long seed) {
        this.dimension = dimension;
        this.blocks = blocks;
        this.seed = seed;
        this.doubleMap = new Once<>(() -> DoubleRotationProduct.of(dimension, blocks, seed));
        this.floatMap = new Once<>(() -> FloatRotationProduct.of(dimension, blocks, seed));
    }

    /**
     * A rotation of two blocks.
     *
     * @param dimension {@code d}, from 1 to 2^30
     * @param seed decides the signs
     * @return the rotation
     * @throws IllegalArgumentException if the dimension is out of range
     */
    public static HadamardRotation of(int dimension, long seed) {
        return of(dimension, DEFAULT_BLOCKS, seed);
    }

    /**
     * A rotation.
     *
     * @param dimension {@code d}, from 1 to 2^30
     * @param blocks 1, 2 or 3
     * @param seed decides the signs
     * @return the rotation
     * @throws IllegalArgumentException if the dimension or the number of blocks is out of range
     */
    public static HadamardRotation of(int dimension, int blocks, long seed) {
        if (dimension < 1 || dimension > 1 << 30) {
            throw new IllegalArgumentException("dimension: got " + dimension + ", wanted 1 to 2^30");
        }
        if (blocks < 1 || blocks > 3) {
            throw new IllegalArgumentException("blocks: got " + blocks + ", wanted 1, 2 or 3");
        }
        return new HadamardRotation(dimension, blocks, seed);
    }

    /**
     * The rotation of an identity.
     *
     * @param identity what {@link #identity} gave
     * @return the rotation
     * @throws IllegalArgumentException if it is none, not spelled as {@link #identity} spells it, or of a version that this
     *     release does not know
     */
    public static HadamardRotation parse(String identity) {
        Matcher parts = IDENTITY.matcher(Objects.requireNonNull(identity, "identity"));
        if (parts.matches()) {
            try {
                int dimension = Integer.parseInt(parts.group(1));
                int blocks = Integer.parseInt(parts.group(2));
                HadamardRotation rotation = of(dimension, blocks, Long.parseLong(parts.group(3)));
                if (rotation.identity().equals(identity)) {
                    return rotation;
                }
            } catch (NumberFormatException e) {
                // A number that is too large: told below, with the text that came.
            }
        }
        throw new IllegalArgumentException(
                "identity: got \"" + identity + "\", wanted \"" + PREFIX + ":DIMENSION:BLOCKS:SEED\"");
    }

    /**
     * The identity, for instance to be stored beside vectors that were rotated.
     *
     * @return {@code hadamard-rotation-v1:DIMENSION:BLOCKS:SEED}
     */
    public String identity() {
        return PREFIX + ":" + dimension + ":" + blocks + ":" + seed;
    }

    /**
     * The dimension.
     *
     * @return {@code d}
     */
    public int dimension() {
        return dimension;
    }

    /**
     * The number of blocks.
     *
     * @return 1, 2 or 3
     */
    public int blocks() {
        return blocks;
    }

    /**
     * The seed.
     *
     * @return the seed
     */
    public long seed() {
        return seed;
    }

    /**
     * The rotation as a map on double vectors; made when first asked for, and kept.
     *
     * @return the map, {@code d x d}, orthogonal
     */
    public DoubleLinearMap asDoubleMap() {
        return doubleMap.get();
    }

    /**
     * The rotation as a map on float vectors; made when first asked for, and kept.
     *
     * @return the map, {@code d x d}, orthogonal
     */
    public FloatLinearMap asFloatMap() {
        return floatMap.get();
    }

    /**
     * Rotates a vector.
     *
     * @param x the vector, {@code d} elements
     * @return a new array with the rotated one
     * @throws IllegalArgumentException if it has another length
     */
    public double[] apply(double[] x) {
        return asDoubleMap().apply(x);
    }

    /**
     * Rotates a vector.
     *
     * @param x the vector, {@code d} elements
     * @return a new array with the rotated one
     * @throws IllegalArgumentException if it has another length
     */
    public float[] apply(float[] x) {
        return asFloatMap().apply(x);
    }

    /**
     * Rotates a vector back: the transpose is the inverse.
     *
     * @param y a rotated vector, {@code d} elements
     * @return a new array with the original one
     * @throws IllegalArgumentException if it has another length
     */
    public double[] applyTransposed(double[] y) {
        return asDoubleMap().applyTransposed(y);
    }

    /**
     * Rotates a vector back: the transpose is the inverse.
     *
     * @param y a rotated vector, {@code d} elements
     * @return a new array with the original one
     * @throws IllegalArgumentException if it has another length
     */
    public float[] applyTransposed(float[] y) {
        return asFloatMap().applyTransposed(y);
    }

    /**
     * Rotates the rows of a row-major matrix in place.
     *
     * @param matrix {@code rows} rows of {@code d} elements, one after the other
     * @param rows how many
     * @param parallelism how many threads may work on it
     * @throws IllegalArgumentException if the matrix has not {@code rows * d} elements
     */
    public void applyToRows(double[] matrix, int rows, Parallelism parallelism) {
        Objects.requireNonNull(matrix, "matrix");
        Layout layout = rowsOf(matrix.length, rows);
        asDoubleMap().apply(matrix, layout, matrix, layout, new Workspace(), parallelism);
    }

    /**
     * Rotates the rows of a row-major matrix in place.
     *
     * @param matrix {@code rows} rows of {@code d} elements, one after the other
     * @param rows how many
     * @param parallelism how many threads may work on it
     * @throws IllegalArgumentException if the matrix has not {@code rows * d} elements
     */
    public void applyToRows(float[] matrix, int rows, Parallelism parallelism) {
        Objects.requireNonNull(matrix, "matrix");
        Layout layout = rowsOf(matrix.length, rows);
        asFloatMap().apply(matrix, layout, matrix, layout, new Workspace(), parallelism);
    }

    /**
     * Rotates the rows of a row-major matrix back, in place.
     *
     * @param matrix {@code rows} rows of {@code d} elements, one after the other
     * @param rows how many
     * @param parallelism how many threads may work on it
     * @throws IllegalArgumentException if the matrix has not {@code rows * d} elements
     */
    public void applyTransposedToRows(double[] matrix, int rows, Parallelism parallelism) {
        Objects.requireNonNull(matrix, "matrix");
        Layout layout = rowsOf(matrix.length, rows);
        asDoubleMap().applyTransposed(matrix, layout, matrix, layout, new Workspace(), parallelism);
    }

    /**
     * Rotates the rows of a row-major matrix back, in place.
     *
     * @param matrix {@code rows} rows of {@code d} elements, one after the other
     * @param rows how many
     * @param parallelism how many threads may work on it
     * @throws IllegalArgumentException if the matrix has not {@code rows * d} elements
     */
    public void applyTransposedToRows(float[] matrix, int rows, Parallelism parallelism) {
        Objects.requireNonNull(matrix, "matrix");
        Layout layout = rowsOf(matrix.length, rows);
        asFloatMap().applyTransposed(matrix, layout, matrix, layout, new Workspace(), parallelism);
    }

    private Layout rowsOf(int length, int rows) {
        if (rows < 0) {
            throw new IllegalArgumentException("rows: got " + rows + ", wanted 0 or more");
        }
        if (length != (long) rows * dimension) {
            throw new IllegalArgumentException(
                    "matrix: got " + length + " elements for " + rows + " rows, wanted " + (long) rows * dimension);
        }
        return Layout.rows(0, rows, dimension);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HadamardRotation that && identity().equals(that.identity());
    }

    @Override
    public int hashCode() {
        return identity().hashCode();
    }

    /** The {@linkplain #identity identity}. */
    @Override
    public String toString() {
        return identity();
    }

    /** A value made when first asked for, by one thread. */
    private static final class Once<T> implements Supplier<T> {
        private final Supplier<T> maker;
        private volatile T value;

        Once(Supplier<T> maker) {
            this.maker = maker;
        }

        @Override
        public T get() {
            T known = value;
            if (known == null) {
                synchronized (this) {
                    known = value;
                    if (known == null) {
                        known = maker.get();
                        value = known;
                    }
                }
            }
            return known;
        }
    }
}
