package dev.lanewise.engine.butterfly;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * In which passes over the numbers a chain of butterfly factors is applied: factors of 2 x 2 blocks whose strides double, or halve,
 * from one to the next go up to three at a time; every other factor has a pass of its own. This depends on the patterns alone.
 */
public final class ButterflySchedule {
    /** Factors of 2 x 2 blocks in one pass at most: eight numbers, of two vectors each, stay in registers. */
    private static final int MOST_LEVELS = 3;

    /** The same of complex numbers: four of two parts each. */
    private static final int MOST_COMPLEX_LEVELS = 2;

    private final List<ButterflyPattern> patterns;
    private final List<Pass> passes;

    /**
     * One pass.
     *
     * @param first its first factor, counted in the order of application
     * @param levels how many factors of 2 x 2 blocks, or 0 for one factor of any blocks
     * @param groups of rows that it works on
     * @param inner units of a group: for pairs, sets of {@code 2^levels} rows
     * @param strides rows between those that each of the factors of 2 x 2 blocks combines; none for other blocks
     */
    public record Pass(int first, int levels, int groups, int inner, List<Integer> strides) {
        /** Makes the strides unmodifiable. */
        public Pass {
            strides = List.copyOf(strides);
        }

        /** Rows between those that one of the factors combines; 0 where there is no such factor. */
        int stride(int level) {
            return level < strides.size() ? strides.get(level) : 0;
        }

        /** How many factors are applied. */
        int factors() {
            return Math.max(1, levels);
        }
    }

    private ButterflySchedule(List<ButterflyPattern> patterns, List<Pass> passes) {
        this.patterns = patterns;
        this.passes = passes;
    }

    /**
     * The schedule of a product of factors.
     *
     * @param patterns of the factors, in the order in which they are written: the last is applied first
     * @return the schedule
     * @throws IllegalArgumentException if there are none, or one has not as many columns as the next has rows
     */
    public static ButterflySchedule of(List<ButterflyPattern> patterns) {
        return of(patterns, MOST_LEVELS);
    }

    /**
     * The schedule of a product of complex factors.
     *
     * @param patterns of the factors, in the order in which they are written: the last is applied first
     * @return the schedule
     * @throws IllegalArgumentException if there are none, or one has not as many columns as the next has rows
     */
    public static ButterflySchedule ofComplex(List<ButterflyPattern> patterns) {
        return of(patterns, MOST_COMPLEX_LEVELS);
    }

    private static ButterflySchedule of(List<ButterflyPattern> patterns, int most) {
        if (Objects.requireNonNull(patterns, "patterns").isEmpty()) {
            throw new IllegalArgumentException("factors: got none, wanted one or more");
        }
        List<ButterflyPattern> applied = new ArrayList<>(patterns);
        for (int l = 0; l < applied.size(); l++) {
            Objects.requireNonNull(applied.get(l), "pattern " + l);
            if (l > 0 && applied.get(l - 1).cols() != applied.get(l).rows()) {
                throw new IllegalArgumentException("factors " + (l - 1) + " and " + l + ": got "
                        + applied.get(l - 1).cols() + " columns of " + applied.get(l - 1) + " and "
                        + applied.get(l).rows() + " rows of " + applied.get(l) + ", wanted the same");
            }
        }
        Collections.reverse(applied);
        List<Pass> passes = new ArrayList<>();
        for (int l = 0; l < applied.size(); ) {
            int chain = chain(applied, l);
            if (chain == 0) {
                ButterflyPattern pattern = applied.get(l);
                passes.add(new Pass(l, 0, pattern.groups(), pattern.stride(), List.of()));
                l++;
            } else {
                addPairs(passes, applied, l, chain, most);
                l += chain;
            }
        }
        return new ButterflySchedule(List.copyOf(applied), List.copyOf(passes));
    }

    /** How many factors of 2 x 2 blocks there are from one on whose strides double, or halve. */
    private static int chain(List<ButterflyPattern> applied, int first) {
        int past = first;
        while (past < applied.size()
                && applied.get(past).blockRows() == 2
                && applied.get(past).blockCols() == 2
                && (past <= first + 1
                        ? past == first || isUp(applied, past) || isDown(applied, past)
                        : isUp(applied, past) == isUp(applied, first + 1)
                                && isDown(applied, past) == isDown(applied, first + 1))) {
            past++;
        }
        return past - first;
    }

    private static boolean isUp(List<ButterflyPattern> applied, int factor) {
        return applied.get(factor).stride() == 2 * applied.get(factor - 1).stride();
    }

    private static boolean isDown(List<ButterflyPattern> applied, int factor) {
        return 2 * applied.get(factor).stride() == applied.get(factor - 1).stride();
    }

    /** As few passes as can be, of about as many factors each; those of small strides, whose numbers are near, have the fewer. */
    private static void addPairs(List<Pass> passes, List<ButterflyPattern> applied, int first, int chain, int most) {
        boolean isDown = chain > 1 && isDown(applied, first + 1);
        int count = Math.ceilDiv(chain, most), done = 0;
        for (int p = 0; p < count; p++) {
            int rank = isDown ? count - 1 - p : p;
            int levels = chain * (rank + 1) / count - chain * rank / count;
            List<Integer> strides = new ArrayList<>();
            int smallest = Integer.MAX_VALUE;
            for (int l = first + done; l < first + done + levels; l++) {
                strides.add(applied.get(l).stride());
                smallest = Math.min(smallest, applied.get(l).stride());
            }
            int rows = applied.get(first).rows();
            passes.add(new Pass(first + done, levels, rows / (smallest << levels), smallest, strides));
            done += levels;
        }
    }

    /**
     * The patterns of the factors.
     *
     * @return in the order of application
     */
    public List<ButterflyPattern> applied() {
        return patterns;
    }

    /**
     * The passes.
     *
     * @return in the order of application
     */
    public List<Pass> passes() {
        return passes;
    }

    /**
     * The schedule for people.
     *
     * @return one line for each pass
     */
    public String describe() {
        StringBuilder lines = new StringBuilder();
        for (Pass pass : passes) {
            lines.append(lines.isEmpty() ? "" : "\n");
            if (pass.levels == 0) {
                lines.append("blocks of ").append(patterns.get(pass.first));
            } else {
                lines.append("pairs of strides ").append(pass.strides);
            }
        }
        return lines.toString();
    }
}
