package dev.lanewise.perf;

import dev.lanewise.perf.duel.Duel;
import dev.lanewise.perf.duel.Effort;
import dev.lanewise.perf.duel.Match;
import dev.lanewise.perf.duel.Samples;
import dev.lanewise.perf.family.Families;
import dev.lanewise.perf.peer.FftwThreads;

/** One virtual machine of a comparison: fights the match that it is told, and prints the samples. */
public final class Worker {
    /** How lines with samples begin; whatever else a machine prints is left aside. */
    static final String MARK = "SAMPLES\t";

    private Worker() {}

    /**
     * Runs.
     *
     * @param arguments family, key of the match, whether quick, threads
     */
    public static void main(String[] arguments) {
        boolean quick = Boolean.parseBoolean(arguments[2]);
        int threads = Integer.parseInt(arguments[3]);
        FftwThreads.use(threads);
        Match match = Families.named(arguments[0]).matches(false, threads).stream()
                .filter(each -> each.key().equals(arguments[1]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no match " + arguments[1]));
        for (Samples samples : new Duel(quick ? Effort.QUICK : Effort.FULL).fight(match)) {
            System.out.println(MARK + samples.toLine());
        }
    }
}
