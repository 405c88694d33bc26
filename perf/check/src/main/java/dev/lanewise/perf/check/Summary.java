package dev.lanewise.perf.check;

import java.util.List;
import java.util.Locale;

/** What became of all benchmarks, for people. */
final class Summary {
    private Summary() {}

    /** Whether a build should fail by it. */
    static boolean isFailure(Change change) {
        return change.verdict() == Verdict.SLOWER || change.verdict() == Verdict.GONE;
    }

    static String of(Machine machine, List<Change> changes) {
        int width =
                changes.stream().mapToInt(change -> change.id().length()).max().orElse(0);
        StringBuilder text = new StringBuilder(machine + "\n");
        text.append(String.format(
                Locale.ROOT,
                "%d benchmarks; change of the time, with an interval that all of them keep to in %.0f %% of all checks%n",
                changes.size(),
                100 * (1 - RegressionTest.LEVEL)));
        for (Change change : changes) {
            text.append(String.format("%-" + Math.max(1, width) + "s  %-11s", change.id(), change.verdict()));
            if (!Double.isNaN(change.effect())) {
                text.append(String.format(
                        Locale.ROOT,
                        "  %+6.1f %%  (%+.1f to %+.1f; %d forks, baseline of %d runs)",
                        100 * change.effect(),
                        100 * change.low(),
                        100 * change.high(),
                        change.forks(),
                        change.runs()));
            }
            text.append('\n');
        }
        long failures = changes.stream().filter(Summary::isFailure).count();
        return text.append(failures == 0 ? "nothing is slower" : failures + " slower or gone")
                .append('\n')
                .toString()
                .replace("\r\n", "\n");
    }
}
