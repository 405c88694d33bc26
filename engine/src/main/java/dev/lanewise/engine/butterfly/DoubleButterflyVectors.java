package dev.lanewise.engine.butterfly;

import dev.lanewise.engine.backend.Backend;
import dev.lanewise.engine.butterfly.ButterflySchedule.Step;
import dev.lanewise.engine.scalar.DoubleButterflyLanes;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes vectors of adjacent numbers through a chain of factors of 2 x 2 blocks, one alone or a few in turn, without bringing them side
 * by side: the lanes run along the numbers of a vector. The values stand in another order for that, so there is a copy of them.
 */
final class DoubleButterflyVectors {
    private static final DoubleButterflyLanes KERNEL =
            Backend.choose(() -> new dev.lanewise.engine.simd.DoubleButterflyLanes(), DoubleButterflyLanes::new);
    private static final int LANES = KERNEL.lanes();

    /** Vectors that take turns: of 1024 numbers they fit the first cache. */
    private static final int TOGETHER = 4;

    /** Factors within lanes that are one step, if there are as many; fewer are a step each. */
    private static final int WITHIN = LANES >= 8 ? 3 : 1;

    /** Values of a block of 2 x 2, and of the four of a set. */
    private static final int OF_BLOCK = 4;

    private static final int OF_SET = 16;

    private final int numbers;
    private final List<Stage> stages;

    /** One to three factors: those within lanes have strides, others a step of a schedule. */
    private record Stage(double[] values, boolean isShared, int[] within, Step step, boolean isUp) {}

    private DoubleButterflyVectors(int numbers, List<Stage> stages) {
        this.numbers = numbers;
        this.stages = stages;
    }

    /** Of factors in the order of application; null if it is not for them. */
    static DoubleButterflyVectors of(List<ButterflyPattern> applied, double[][] factors) {
        int numbers = applied.getFirst().cols();
        for (ButterflyPattern pattern : applied) {
            if (!pattern.isOfPairs() || !isWithin(pattern) && pattern.stride() % LANES != 0) {
                return null;
            }
        }
        if (numbers % LANES != 0) {
            return null;
        }
        List<Stage> stages = new ArrayList<>();
        for (int l = 0; l < applied.size(); ) {
            int inARow = l;
            while (inARow < applied.size() && isWithin(applied.get(inARow))) {
                inARow++;
            }
            if (inARow > l) {
                int some = inARow - l >= WITHIN ? WITHIN : 1;
                stages.add(within(applied, factors, l, some));
                l += some;
                continue;
            }
            boolean areTwo = l + 1 < applied.size()
                    && !isWithin(applied.get(l + 1))
                    && ButterflySchedule.isPair(applied.get(l), applied.get(l + 1));
            stages.add(apart(applied, factors, l, areTwo));
            l += areTwo ? 2 : 1;
        }
        return new DoubleButterflyVectors(numbers, List.copyOf(stages));
    }

    /** Whether each block combines numbers of the same lanes. */
    private static boolean isWithin(ButterflyPattern pattern) {
        return pattern.stride() < LANES && LANES % (2 * pattern.stride()) == 0;
    }

    private static Stage within(List<ButterflyPattern> applied, double[][] factors, int first, int some) {
        boolean isShared = true;
        int[] strides = new int[some];
        for (int l = 0; l < some; l++) {
            ButterflyPattern pattern = applied.get(first + l);
            strides[l] = pattern.stride();
            isShared &= factors[first + l].length == pattern.entriesOfGroup();
        }
        int vectors = isShared ? 1 : applied.get(first).cols() / LANES;
        double[] values = new double[vectors * 2 * some * LANES];
        for (int v = 0; v < vectors; v++) {
            for (int l = 0; l < some; l++) {
                double[] given = factors[first + l];
                int stride = strides[l], at = (v * some + l) * 2 * LANES;
                for (int lane = 0; lane < LANES; lane++) {
                    int number = v * LANES + lane, row = number / stride % 2;
                    int block = number / (2 * stride) * stride + number % stride;
                    int from = (OF_BLOCK * block + 2 * row) % given.length;
                    values[at + lane] = given[from];
                    values[at + LANES + lane] = given[from + 1];
                }
            }
        }
        return new Stage(values, isShared, strides, null, true);
    }

    private static Stage apart(List<ButterflyPattern> applied, double[][] factors, int first, boolean areTwo) {
        ButterflyPattern one = applied.get(first), other = applied.get(areTwo ? first + 1 : first);
        int groups = Math.min(one.groups(), other.groups()), stride = Math.min(one.stride(), other.stride());
        Step step = new Step(first, areTwo ? 2 : 1, groups, stride);
        double[] inTurn = new DoubleButterflyStep(applied, step, factors, false).values();
        int each = areTwo ? OF_SET : OF_BLOCK;
        double[] values = new double[inTurn.length];
        for (int i = 0; i < values.length; i++) {
            int set = i / each, value = i % each;
            values[(set / LANES * each + value) * LANES + set % LANES] = inTurn[i];
        }
        boolean isShared = groups > 1 && values.length == each * stride;
        return new Stage(values, isShared, null, step, one.stride() == stride);
    }

    /** Maps so many vectors of adjacent numbers, so far apart, in place or not. */
    void map(double[] x, int xStart, int xDistance, double[] y, int yStart, int yDistance, int count) {
        for (int vector = 0; vector < count; vector += TOGETHER) {
            int some = Math.min(TOGETHER, count - vector), to = yStart + vector * yDistance;
            double[] source = x;
            int from = xStart + vector * xDistance, distance = xDistance;
            for (Stage stage : stages) {
                run(stage, some, source, from, distance, y, to, yDistance);
                source = y;
                from = to;
                distance = yDistance;
            }
        }
    }

    private void run(Stage stage, int count, double[] x, int from, int xDistance, double[] y, int to, int yDistance) {
        double[] values = stage.values;
        boolean isShared = stage.isShared;
        if (stage.within != null) {
            int[] strides = stage.within;
            if (strides.length > 1) {
                KERNEL.withinThrice(count, values, isShared, strides, numbers, x, from, xDistance, y, to, yDistance);
            } else {
                KERNEL.within(count, values, isShared, strides[0], numbers, x, from, xDistance, y, to, yDistance);
            }
            return;
        }
        int groups = stage.step.groups(), stride = stage.step.stride();
        if (stage.step.factors() == 2) {
            boolean isUp = stage.isUp;
            KERNEL.twice(count, values, isShared, groups, stride, isUp, x, from, xDistance, y, to, yDistance);
        } else {
            KERNEL.once(count, values, isShared, groups, stride, x, from, xDistance, y, to, yDistance);
        }
    }
}
