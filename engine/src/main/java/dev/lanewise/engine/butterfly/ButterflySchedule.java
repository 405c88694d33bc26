package dev.lanewise.engine.butterfly;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * In which steps, each of which reads and writes all numbers once, a chain of butterfly factors is applied: two factors of 2 x 2 blocks
 * of which one has twice the stride of the other are one step, any other factor is one. This depends on the patterns alone.
 */
public final class ButterflySchedule {
    private final List<ButterflyPattern> applied;
    private final List<Step> steps;

    /**
     * One factor, or two with blocks of 2 x 2.
     *
     * @param first the factor, counted in the order of application
     * @param factors 1 or 2
     * @param groups of the factor; of two, of the one with the larger stride
     * @param stride of the factor; of two, the smaller one
     */
    public record Step(int first, int factors, int groups, int stride) {}

    private ButterflySchedule(List<ButterflyPattern> applied, List<Step> steps) {
        this.applied = applied;
        this.steps = steps;
    }

    /**
     * The schedule of a product of factors.
     *
     * @param patterns of the factors, in the order in which they are written: the last is applied first
     * @return the schedule
     * @throws IllegalArgumentException if there are none, or one has not as many columns as the next has rows
     */
    public static ButterflySchedule of(List<ButterflyPattern> patterns) {
        return of(patterns, true);
    }

    /**
     * The schedule of a product of complex factors: each factor is a step.
     *
     * @param patterns of the factors, in the order in which they are written: the last is applied first
     * @return the schedule
     * @throws IllegalArgumentException if there are none, or one has not as many columns as the next has rows
     */
    public static ButterflySchedule ofComplex(List<ButterflyPattern> patterns) {
        return of(patterns, false);
    }

    private static ButterflySchedule of(List<ButterflyPattern> patterns, boolean joinsPairs) {
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
        List<Step> steps = new ArrayList<>();
        for (int l = 0; l < applied.size(); l += steps.getLast().factors()) {
            ButterflyPattern one = applied.get(l);
            if (joinsPairs && l + 1 < applied.size() && isPair(one, applied.get(l + 1))) {
                ButterflyPattern two = applied.get(l + 1);
                steps.add(new Step(l, 2, Math.min(one.groups(), two.groups()), Math.min(one.stride(), two.stride())));
            } else {
                steps.add(new Step(l, 1, one.groups(), one.stride()));
            }
        }
        return new ButterflySchedule(List.copyOf(applied), List.copyOf(steps));
    }

    /** Whether two factors are one step. */
    static boolean isPair(ButterflyPattern one, ButterflyPattern other) {
        return one.isOfPairs()
                && other.isOfPairs()
                && (one.stride() == 2 * other.stride() || other.stride() == 2 * one.stride());
    }

    /**
     * The patterns of the factors.
     *
     * @return in the order of application
     */
    public List<ButterflyPattern> applied() {
        return applied;
    }

    /**
     * The steps.
     *
     * @return in the order of application
     */
    public List<Step> steps() {
        return steps;
    }

    /**
     * The schedule for people.
     *
     * @return one line for each step: the patterns of its factors
     */
    public String describe() {
        StringBuilder lines = new StringBuilder();
        for (Step step : steps) {
            lines.append(lines.isEmpty() ? "" : "\n").append(applied.get(step.first));
            if (step.factors == 2) {
                lines.append(" and ").append(applied.get(step.first + 1));
            }
        }
        return lines.toString();
    }
}
