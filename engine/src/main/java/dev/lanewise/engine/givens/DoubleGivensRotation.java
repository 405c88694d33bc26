package dev.lanewise.engine.givens;

import dev.lanewise.engine.backend.Backend;
import dev.lanewise.engine.backend.SquareRoot;
import dev.lanewise.engine.scalar.DoubleRotationKernel;
import java.util.Objects;

/**
 * A Givens rotation: the rotation of a plane that turns the second of two numbers to zero,
 *
 * <pre>
 *     [  c  s ] [ f ]   [ r ]
 *     [ -s  c ] [ g ] = [ 0 ],    c^2 + s^2 = 1,
 * </pre>
 *
 * <p>where {@code r = sign(f) sqrt(f^2 + g^2)}, {@code c = f / r >= 0} and {@code s = g / r}; if g is zero, c is 1, s is 0 and r is
 * f, also where f is zero as well; if f alone is zero, c is 0, s is 1 or -1 with the sign of g, and r is {@code |g|}. These are
 * the conventions of LAPACK's {@code lartg} since release 3.10.
 *
 * <p><b>Accuracy.</b> For all finite f and g, {@link #of} gives c, s and r off by no more than {@code (1/2 + 64 u) ulp} each, where
 * {@code u} is the unit roundoff, {@code ulp} the distance of numbers there, which below the normal ones is the smallest of all
 * numbers: but for cases that are nearly ties each is the exact one, rounded once. Nothing overflows or underflows on the way. Only
 * r itself may be too large: it is infinite then, and c and s are as accurate as ever. Bits depend on f and g alone; c and s do not
 * change if both are multiplied by a power of two, as long as that is exact.
 *
 * <p><b>Sources.</b> W. da Silva Pereira, A. Lotfi and J. Langou, Numerical analysis of Givens rotation, arXiv 2211.04010, 2022,
 * page 1, have the principle: more operations in all, but fewer rounding errors in each of the entries. For real numbers LAPACK
 * does so since release 3.11, with {@code d = sqrt(f^2 + g^2)}, {@code c = |f| / d} and {@code s = g / r}, where it multiplied by
 * {@code 1 / d} before. What goes beyond that is ours: the rounding errors of the squares, their sum, the root and both quotients
 * are found with fused multiply-adds and taken back, so that the last rounding of each entry is the only one that counts; and it
 * is powers of two that scale. In the same spirit, but by other formulas: C. F. Borges, Algorithm 1014: An improved algorithm for
 * hypot(x,y), ACM Trans. Math. Softw. 47(1), 2020, article 9, and A fast compensated algorithm for computing Givens rotations,
 * arXiv 2406.02750, 2024.
 *
 * <p>An instance never changes. Any number of threads may use it.
 *
 * @param c the cosine
 * @param s the sine
 * @param r what f becomes; of a rotation that comes from elsewhere, anything but NaN
 */
public record DoubleGivensRotation(double c, double s, double r) {
    /** Made when something is rotated, after {@link Backend#active} has told of a setting that is wrong. */
    private static final class Rows {
        static final DoubleRotationKernel KERNEL =
                Backend.choose(() -> new dev.lanewise.engine.simd.DoubleRotationKernel(), DoubleRotationKernel::new);
    }

    /**
     * How far {@code c^2 + s^2} may be from 1: 16 u. With LAPACK 3.10, whose scaling rounds as well, c and s are off by up to 6 u,
     * with others by less: that makes 12 u, and the sum here adds 2 u.
     */
    private static final double UNIT_LENGTH = 8 * Math.ulp((double) 1);

    /**
     * A rotation that comes from elsewhere.
     *
     * @throws IllegalArgumentException if {@code c^2 + s^2} is not 1 but for some rounding errors, or r is NaN
     */
    public DoubleGivensRotation {
        if (!(Math.abs(c * c + s * s - 1) <= UNIT_LENGTH)) {
            throw new IllegalArgumentException("got c = " + c + " and s = " + s + ", wanted c^2 + s^2 = 1");
        }
        if (Double.isNaN(r)) {
            throw new IllegalArgumentException("r: got NaN, wanted a number");
        }
    }

    /**
     * The rotation that turns g to zero.
     *
     * @param f the first number
     * @param g the second, which becomes zero
     * @return the rotation
     * @throws IllegalArgumentException if f or g is infinite or NaN
     */
    public static DoubleGivensRotation of(double f, double g) {
        checkFinite("f", f);
        checkFinite("g", g);
        double a = Math.abs(f), b = Math.abs(g), tiny = Math.ulp((double) 1);
        if (b == 0) {
            return new DoubleGivensRotation(1, 0, f);
        }
        if (a == 0) {
            return new DoubleGivensRotation(0, Math.copySign(1, g), b);
        }
        // Where one of them does not count in the root, a quotient alone is rounded, and once: it may be subnormal.
        if (b / tiny <= a) {
            return new DoubleGivensRotation(1, g / f, f);
        }
        if (a / tiny <= b) {
            return new DoubleGivensRotation(a / b, Math.signum(f) * Math.signum(g), Math.copySign(b, f));
        }
        // From here on they are near each other, so that neither their squares nor the errors of these underflow.
        int exponent = Math.getExponent(Math.max(a, b));
        double down = Math.scalb((double) 1, -exponent), up = Math.scalb((double) 1, exponent);
        return ofScaled(f * down, g * down, down, up);
    }

    /** The larger of them is from 1 to 2, or less if it was subnormal. The powers of two led to them, and lead back. */
    private static DoubleGivensRotation ofScaled(double f, double g, double down, double up) {
        double a = Math.abs(f), b = Math.abs(g), large = Math.max(a, b), small = Math.min(a, b);

        // The sum of squares, and what it lacks.
        double square = large * large, other = small * small, sum = square + other;
        double lost = square - sum + other + (Math.fma(large, large, -square) + Math.fma(small, small, -other));

        // Its root, rounded when it has been corrected, and what that lacks.
        double root = SquareRoot.of(sum), inverse = 1 / root;
        double correction = (Math.fma(-root, root, sum) + lost) * inverse / 2;
        double d = root + correction, rest = root - d + correction, r = d * up;
        if (r <= Double.MIN_NORMAL) {
            // There are fewer digits here, and d has been rounded before: what it took both times is rounded by itself.
            r += (d - r * down + rest) * up;
        }
        return new DoubleGivensRotation(
                quotient(a, d, rest, inverse),
                Math.signum(f) * Math.copySign(quotient(b, d, rest, inverse), g),
                Math.copySign(r, f));
    }

    /** {@code x / (d + rest)}, where the rest is small, and the inverse that of d but for a few roundings. */
    private static double quotient(double x, double d, double rest, double inverse) {
        double q = x / d;
        return Math.fma(Math.fma(-q, d, x) - q * rest, inverse, q);
    }

    /**
     * Rotates two vectors, {@code x = c x + s y} and {@code y = c y - s x} of what they were. Element by element the product with
     * s is rounded, and then the sum, the product with c being fused into it; infinities and NaN are as IEEE 754 says.
     *
     * <p>Both may be in one array, as columns or rows of a matrix are, but may share no place. Strides of 1 are the fastest, and
     * give the same bits as any others.
     *
     * @param x holds x, and gets the new one
     * @param xOffset its first element
     * @param xStride from one element to the next, at least 1
     * @param y holds y, and gets the new one
     * @param yOffset its first element
     * @param yStride from one element to the next, at least 1
     * @param n how many elements each has, at least 0; if it is 0, they may be anywhere
     * @throws IllegalArgumentException if an offset or n is negative, a stride is less than 1, an array is too short, or x and y
     *     share a place; then nothing has changed
     */
    public void apply(double[] x, int xOffset, int xStride, double[] y, int yOffset, int yStride, int n) {
        rotate(s, x, xOffset, xStride, y, yOffset, yStride, n);
    }

    /**
     * Rotates two vectors back, {@code x = c x - s y} and {@code y = c y + s x} of what they were: {@link #apply} of the transpose,
     * which is the inverse.
     *
     * @param x holds x, and gets the new one
     * @param xOffset its first element
     * @param xStride from one element to the next, at least 1
     * @param y holds y, and gets the new one
     * @param yOffset its first element
     * @param yStride from one element to the next, at least 1
     * @param n how many elements each has, at least 0; if it is 0, they may be anywhere
     * @throws IllegalArgumentException if an offset or n is negative, a stride is less than 1, an array is too short, or x and y
     *     share a place; then nothing has changed
     */
    public void applyTransposed(double[] x, int xOffset, int xStride, double[] y, int yOffset, int yStride, int n) {
        rotate(-s, x, xOffset, xStride, y, yOffset, yStride, n);
    }

    private void rotate(
            double sine, double[] x, int xOffset, int xStride, double[] y, int yOffset, int yStride, int n) {
        Backend.active();
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(y, "y");
        if (n < 0) {
            throw new IllegalArgumentException("n: got " + n + ", wanted 0 or more");
        }
        checkWithin("x", x.length, xOffset, xStride, n);
        checkWithin("y", y.length, yOffset, yStride, n);
        if (x == y && isCommon(xOffset, xStride, yOffset, yStride, n)) {
            throw new IllegalArgumentException("x overlaps y: got " + n + " elements from " + xOffset + " with stride "
                    + xStride + " and from " + yOffset + " with stride " + yStride
                    + " in one array, wanted no place that both have");
        }
        if (xStride == 1 && yStride == 1) {
            Rows.KERNEL.rotate(c, sine, -sine, c, x, xOffset, y, yOffset, n);
        } else {
            Rows.KERNEL.rotate(c, sine, -sine, c, x, xOffset, xStride, y, yOffset, yStride, n);
        }
    }

    private static void checkWithin(String name, int length, int offset, int stride, int n) {
        if (offset < 0) {
            throw new IllegalArgumentException("offset of " + name + ": got " + offset + ", wanted 0 or more");
        }
        if (stride < 1) {
            throw new IllegalArgumentException("stride of " + name + ": got " + stride + ", wanted 1 or more");
        }
        long end = n == 0 ? 0 : offset + (n - 1L) * stride + 1;
        if (end > length) {
            throw new IllegalArgumentException(name + ": an array of length " + length + " cannot hold " + n
                    + " elements at offset " + offset + ", stride " + stride + "; wanted length " + end + " or more");
        }
    }

    private static boolean isCommon(int offset, int stride, int otherOffset, int otherStride, int n) {
        int distance = otherOffset - offset;
        if (stride == otherStride) {
            return distance % stride == 0 && Math.abs(distance / stride) < n;
        }
        for (int i = 0; i < n; i++) {
            int behind = i * stride - distance;
            if (behind >= 0 && behind % otherStride == 0 && behind / otherStride < n) {
                return true;
            }
        }
        return false;
    }

    private static void checkFinite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + ": got " + value + ", wanted a finite number");
        }
    }
}
