package dev.lanewise.engine.scalar;

/**
 * Factors of a butterfly matrix with blocks of 2 x 2 on whole vectors, each of adjacent numbers, in place or not: {@link #lanes} numbers of
 * a vector go at once, and some vectors take turns with the same values. The same sums as of {@link DoubleButterflyKernel}.
 *
 * <p>Where a block combines numbers that are at least so many apart, the values of as many neighbouring blocks stand side by side:
 * first those at the first place of each, then those at the second, and so on. Where they are nearer, two values are used for each
 * number: what the number of the first column is multiplied by, and what that of the second is; as many of either as there are lanes
 * in turn.
 */
public class DoubleButterflyLanes {
    /** Makes the kernel. */
    public DoubleButterflyLanes() {}

    /**
     * Numbers of a vector that go at once.
     *
     * @return a power of two
     */
    public int lanes() {
        return 1;
    }

    /**
     * One factor: block (g, k) combines the numbers {@code 2 g stride + k} and {@code (2 g + 1) stride + k}.
     *
     * @param count how many vectors
     * @param values four of each block
     * @param isShared whether those of all groups are the same, so that they are given once
     * @param groups how many
     * @param stride between the numbers of a block, a multiple of the lanes
     * @param x holds the input
     * @param from where the first vector is
     * @param xDistance from one vector to the next
     * @param y gets the output
     * @param to where the first vector goes
     * @param yDistance from one vector to the next
     */
    public void once(
            int count,
            double[] values,
            boolean isShared,
            int groups,
            int stride,
            double[] x,
            int from,
            int xDistance,
            double[] y,
            int to,
            int yDistance) {
        for (int g = 0, at = 0; g < groups; g++) {
            at = isShared ? 0 : at;
            for (int k = 0; k < stride; k++, at += 4) {
                int low = 2 * g * stride + k;
                for (int c = 0; c < count; c++) {
                    int in = from + c * xDistance + low, out = to + c * yDistance + low;
                    pair(values, at, x[in], x[in + stride], y, out, out + stride);
                }
            }
        }
    }

    private static void pair(double[] values, int at, double u, double v, double[] y, int low, int high) {
        y[low] = Math.fma(values[at + 1], v, values[at] * u);
        y[high] = Math.fma(values[at + 3], v, values[at + 2] * u);
    }

    /**
     * Two factors, of which one has half the stride of the other. A set (g, k) is the numbers {@code (4 g + j) stride + k}, j = 0 to 3.
     * Going up, those of j = 0 and 1, and 2 and 3, are combined first, and then those of 0 and 2, and 1 and 3; going down, the other
     * way round.
     *
     * @param count how many vectors
     * @param values sixteen of each set, four of each block in the order in which they are named here
     * @param isShared whether those of all groups are the same, so that they are given once
     * @param groups how many
     * @param stride the smaller one, a multiple of the lanes
     * @param isUp whether the factor of the smaller stride comes first
     * @param x holds the input
     * @param from where the first vector is
     * @param xDistance from one vector to the next
     * @param y gets the output
     * @param to where the first vector goes
     * @param yDistance from one vector to the next
     */
    public void twice(
            int count,
            double[] values,
            boolean isShared,
            int groups,
            int stride,
            boolean isUp,
            double[] x,
            int from,
            int xDistance,
            double[] y,
            int to,
            int yDistance) {
        int near = isUp ? stride : 2 * stride, far = isUp ? 2 * stride : stride;
        for (int g = 0, at = 0; g < groups; g++) {
            at = isShared ? 0 : at;
            for (int k = 0; k < stride; k++, at += 16) {
                for (int c = 0; c < count; c++) {
                    int in = from + c * xDistance + 4 * g * stride + k, out = to + c * yDistance + 4 * g * stride + k;
                    int second = out + near, third = out + far, fourth = third + near;
                    double a = x[in + far], b = x[in + far + near];
                    pair(values, at, x[in], x[in + near], y, out, second);
                    pair(values, at + 4, a, b, y, third, fourth);
                    pair(values, at + 8, y[out], y[third], y, out, third);
                    pair(values, at + 12, y[second], y[fourth], y, second, fourth);
                }
            }
        }
    }

    /**
     * One factor whose blocks combine numbers within the same lanes. Of one lane there is none.
     *
     * @param count how many vectors
     * @param values two of each number
     * @param isShared whether those of all lanes are the same, so that they are given once
     * @param stride between the numbers of a block
     * @param numbers of a vector, a multiple of the lanes
     * @param x holds the input
     * @param from where the first vector is
     * @param xDistance from one vector to the next
     * @param y gets the output
     * @param to where the first vector goes
     * @param yDistance from one vector to the next
     */
    public void within(
            int count,
            double[] values,
            boolean isShared,
            int stride,
            int numbers,
            double[] x,
            int from,
            int xDistance,
            double[] y,
            int to,
            int yDistance) {
        throw new IllegalStateException("one lane, and a factor of stride " + stride + " within it");
    }

    /**
     * Three of these.
     *
     * @param count how many vectors
     * @param values two of each number and factor: of the first lanes those of all factors, then of the next
     * @param isShared whether those of all lanes are the same, so that they are given once
     * @param strides of the factors, in the order of application
     * @param numbers of a vector, a multiple of the lanes
     * @param x holds the input
     * @param from where the first vector is
     * @param xDistance from one vector to the next
     * @param y gets the output
     * @param to where the first vector goes
     * @param yDistance from one vector to the next
     */
    public void withinThrice(
            int count,
            double[] values,
            boolean isShared,
            int[] strides,
            int numbers,
            double[] x,
            int from,
            int xDistance,
            double[] y,
            int to,
            int yDistance) {
        throw new IllegalStateException("one lane, and three factors within it");
    }
}
