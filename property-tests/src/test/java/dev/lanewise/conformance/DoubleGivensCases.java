package dev.lanewise.conformance;

import dev.lanewise.engine.givens.DoubleGivensRotation;
import java.util.function.Consumer;

/** Givens rotations: entries for numbers of all sizes, and vectors about as long as one of the machine's. */
final class DoubleGivensCases {
    private static final String NAME = "givens/double/";

    private DoubleGivensCases() {}

    static void register(Consumer<ConformanceCase> cases) {
        cases.accept(new ConformanceCase(NAME + "entries", (digest, parallelism) -> entries(digest)));
        for (int n : new int[] {0, 1, 2, 3, 4, 5, 8, 15, 16, 17, 31, 33, 100}) {
            cases.accept(new ConformanceCase(NAME + n, (digest, parallelism) -> apply(n, digest)));
        }
        for (SpecialValues special : SpecialValues.values()) {
            cases.accept(new ConformanceCase(NAME + special, (digest, parallelism) -> special(special, digest)));
        }
    }

    private static void entries(Digest digest) {
        int count = 1000, most = Double.MAX_EXPONENT + Double.MAX_EXPONENT / 16;
        double[] f = Inputs.doubles(count, 1), g = Inputs.doubles(count, 2);
        double[] subnormal = SpecialValues.SUBNORMALS.doubles(count, 3);
        double[] huge = SpecialValues.HUGE.doubles(count, 4);
        for (int i = 0; i < count; i++) {
            add(digest, f[i], g[i]);
            int scale = (int) Long.remainderUnsigned(Inputs.hash(5, i), 2 * most) - most;
            add(digest, finite(Math.scalb(f[i], scale)), g[i]);
            add(digest, finite(Math.scalb(f[i], scale)), finite(Math.scalb(g[i], scale)));
            add(digest, subnormal[i], subnormal[count - 1 - i]);
            add(digest, huge[i], huge[count - 1 - i]);
            add(digest, huge[i], subnormal[i]);
        }
        for (double zero : new double[] {0, -0.0}) {
            add(digest, zero, -0.0);
            add(digest, zero, 0);
            add(digest, zero, -3);
            add(digest, -3, zero);
        }
    }

    private static double finite(double x) {
        return Math.max(-Double.MAX_VALUE, Math.min(x, Double.MAX_VALUE));
    }

    private static void add(Digest digest, double f, double g) {
        DoubleGivensRotation rotation = DoubleGivensRotation.of(f, g);
        digest.add(new double[] {rotation.c(), rotation.s(), rotation.r()});
    }

    /** Rows, columns and vectors in two arrays, there and back. */
    private static void apply(int n, Digest digest) {
        DoubleGivensRotation rotation = DoubleGivensRotation.of(3, -2);
        double[] a = Inputs.doubles(2 * n + 3, n), b = Inputs.doubles(3 * n + 2, n + 1);
        rotation.apply(a, 1, 1, a, n + 2, 1, n);
        rotation.applyTransposed(a, 1, 1, b, 2, 1, n);
        rotation.apply(a, 0, 2, a, 1, 2, n);
        rotation.applyTransposed(b, 1, 3, a, 2, 1, n);
        digest.add(a);
        digest.add(b);
    }

    private static void special(SpecialValues special, Digest digest) {
        int n = 43;
        DoubleGivensRotation rotation = DoubleGivensRotation.of(-5, 2);
        for (int seed = 0; seed < 4; seed++) {
            double[] x = special.doubles(n, 10 + seed), y = special.doubles(n, 20 + seed), z = Inputs.doubles(n, seed);
            rotation.apply(x, 0, 1, z, 0, 1, n);
            rotation.applyTransposed(y, 0, 1, x, 0, 1, n);
            digest.add(x);
            digest.add(y);
            digest.add(z);
        }
    }
}
