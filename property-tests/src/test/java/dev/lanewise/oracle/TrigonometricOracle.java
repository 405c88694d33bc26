package dev.lanewise.oracle;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.trigonometric.TrigonometricKind;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Compares a discrete cosine or sine transform with its definition. */
public final class TrigonometricOracle {
    private static final Twofold SQRT_HALF = Twofold.reciprocalSqrt(2);
    private static final Twofold SQRT_TWO = new Twofold().addProduct(SQRT_HALF, new Twofold().add(2));

    private final TrigonometricKind kind;
    private final int n;

    /** Of the order that the angles of the kind are multiples for: all of them are {@code 2 pi (start + j step) / order}. */
    private final UnitRoots roots;

    private TrigonometricOracle(TrigonometricKind kind, int n) {
        this.kind = kind;
        this.n = n;
        roots = UnitRoots.of(kind.period(n) * (kind.type() == 1 ? 1 : kind.type() == 4 ? 4 : 2));
    }

    /** The definition for a length. */
    public static TrigonometricOracle of(TrigonometricKind kind, int n) {
        return new TrigonometricOracle(kind, n);
    }

    /** The matrix entry in a row, of weight 1 throughout, as {@code start} and {@code step} of its angle. */
    private long[] angle(int row) {
        int odd = 2 * row + 1;
        int next = row + 1;
        return switch (kind) {
            case DCT1 -> new long[] {0, row};
            case DCT2 -> new long[] {row, 2L * row};
            case DCT3 -> new long[] {0, odd};
            case DCT4, DST4 -> new long[] {odd, 2L * odd};
            case DST1 -> new long[] {next, next};
            case DST2 -> new long[] {next, 2L * next};
            case DST3 -> new long[] {odd, odd};
        };
    }

    /** Whether the definition gives an element weight 1 instead of 2. */
    private boolean isSingle(int element) {
        return switch (kind) {
            case DCT1 -> element == 0 || element == n - 1;
            case DCT3 -> element == 0;
            case DST3 -> element == n - 1;
            default -> false;
        };
    }

    /** Whether an orthogonal transform has this row divided by the root of 2. */
    private boolean isHalved(int row) {
        return switch (kind) {
            case DCT1 -> row == 0 || row == n - 1;
            case DCT2 -> row == 0;
            case DST2 -> row == n - 1;
            default -> false;
        };
    }

    /** A coefficient. */
    public Twofold coefficient(int row, Numbers x, Normalization normalization) {
        boolean orthogonal = normalization == Normalization.ORTHO;
        long[] angle = angle(row);
        double[] doubled = new double[n];
        double[] single = new double[n];
        for (int j = 0; j < n; j++) {
            doubled[j] = isSingle(j) ? 0 : 2 * x.at(j);
            single[j] = isSingle(j) ? x.at(j) : 0;
        }
        Twofold sum = roots.sum(doubled, angle[0], angle[1], kind.isSine());
        Twofold ends = roots.sum(single, angle[0], angle[1], kind.isSine());
        sum.addProduct(ends, orthogonal ? SQRT_TWO : new Twofold().add(1));
        Twofold factor = HadamardMatrix.factor(kind.period(n), normalization);
        Twofold weight = orthogonal && isHalved(row) ? SQRT_HALF : new Twofold().add(1);
        return new Twofold().addProduct(new Twofold().addProduct(sum, factor), weight);
    }

    /** Whether the definition multiplies an element by anything but zero for a coefficient; entries are zero or above 1/8n. */
    public boolean counts(int row, int element) {
        double[] unit = new double[n];
        unit[element] = 1;
        return Math.abs(coefficient(row, Numbers.of(unit), Normalization.BACKWARD)
                        .value())
                > 0x1p-60;
    }

    /** Fails unless the transform is right within the bound for any input. */
    public void assertTransform(Numbers x, Numbers y, Normalization normalization, String context) {
        double squares = 0;
        for (int k = 0; k < n; k++) {
            double distance = coefficient(k, x, normalization).distance(y.at(k));
            squares += distance * distance;
        }
        double scale = HadamardMatrix.factor(kind.period(n), normalization).value() * Math.sqrt(kind.period(n));
        double bound = TrigonometricBounds.vector(kind, n, normalization, x.precision());
        double error = Math.sqrt(squares);
        double allowed = (bound + 0x1p-96 * n * n) * scale * x.norm2();
        assertTrue(
                error <= allowed,
                () -> context + ": " + kind + " " + n + " " + normalization + ": off by " + error + ", allowed "
                        + allowed);
    }

    /** {@code ||y - Y||_2 / ||Y||_2}. */
    public double relativeError(Numbers x, Numbers y, Normalization normalization) {
        return relativeError(x, y, normalization, IntStream.range(0, n).toArray());
    }

    /** The same as it appears from the first coefficient, the last and so many others. */
    public double relativeError(Numbers x, Numbers y, Normalization normalization, int samples, long seed) {
        IntStream others = new SplittableRandom(seed).ints(samples, 0, n);
        return relativeError(
                x,
                y,
                normalization,
                IntStream.concat(IntStream.of(0, n - 1), others).distinct().toArray());
    }

    private double relativeError(Numbers x, Numbers y, Normalization normalization, int[] rows) {
        double squares = 0;
        double norm = 0;
        for (int k : rows) {
            Twofold exact = coefficient(k, x, normalization);
            double distance = exact.distance(y.at(k));
            squares += distance * distance;
            norm += exact.value() * exact.value();
        }
        return Math.sqrt(squares / norm);
    }
}
