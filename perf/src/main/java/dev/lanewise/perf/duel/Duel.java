package dev.lanewise.perf.duel;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * Times the contestants of a match in turn, ours, a peer, the next, ours again and so on, so that whatever disturbs the
 * machine for a while disturbs all of them: each sample of a peer has one of ours beside it.
 */
public final class Duel {
    private static final int REHEARSALS = 50;

    /**
     * Runs without any compilation before a contestant is warm: with thresholds at a fifth, a loop of 270 rounds or more
     * has been compiled by then.
     */
    private static final int SETTLED_RUNS = 30;

    /** Seconds of warm-up after which a contestant is taken as it is. */
    private static final int PATIENCE = 30;

    private final Effort effort;

    /**
     * A duel.
     *
     * @param effort how long it takes
     */
    public Duel(Effort effort) {
        this.effort = effort;
    }

    /**
     * Compares results, warms up and takes the times.
     *
     * @param match what is to be done
     * @return for each contestant its samples; the first are ours
     * @throws IllegalStateException if a peer comes to another result
     */
    public List<Samples> fight(Match match) {
        List<Contestant> contestants = match.contestants().get();
        requireSameResults(match, contestants);
        int[] repetitions = new int[contestants.size()];
        for (int i = 0; i < repetitions.length; i++) {
            repetitions[i] = warmUp(contestants.get(i));
        }
        rehearse(contestants, repetitions);
        double[][] times = new double[repetitions.length][effort.samples()];
        for (int sample = 0; sample < effort.samples(); sample++) {
            for (int i = 0; i < repetitions.length; i++) {
                times[i][sample] = time(contestants.get(i), repetitions[i]);
            }
        }
        List<Samples> samples = new ArrayList<>();
        for (int i = 0; i < times.length; i++) {
            samples.add(new Samples(match.key(), contestants.get(i).name(), times[i]));
        }
        return samples;
    }

    private static void requireSameResults(Match match, List<Contestant> contestants) {
        contestants.forEach(Contestant::run);
        double[] wanted = contestants.get(0).result();
        double largest = 0;
        for (double value : wanted) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (Contestant contestant : contestants) {
            double[] came = contestant.result();
            if (came == null) {
                continue;
            }
            if (came.length != wanted.length) {
                throw new IllegalStateException(match.key() + ", " + contestant.name() + ": got " + came.length
                        + " numbers, wanted " + wanted.length);
            }
            for (int i = 0; i < came.length; i++) {
                if (!(Math.abs(came[i] - wanted[i]) <= match.tolerance() * largest)) {
                    throw new IllegalStateException(match.key() + ", " + contestant.name() + ": got " + came[i] + " at "
                            + i + ", wanted " + wanted[i] + " as of ours");
                }
            }
        }
    }

    /**
     * Runs for a while, and until nothing is compiled any more: vectors are objects until C2 gets to a method, so that a
     * transform of some large passes takes a third of a second at first, and a second of warm-up is three runs of it. Returns
     * how often the work fits into a sample.
     */
    private int warmUp(Contestant contestant) {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        long start = System.nanoTime(), quietSince = start, compiled = compiler.getTotalCompilationTime();
        int quietRuns = 0;
        double fastest = Double.POSITIVE_INFINITY;
        int batch = 1;
        boolean warm;
        do {
            double time = time(contestant, batch);
            fastest = Math.min(fastest, time);
            quietRuns += batch;
            batch = time * batch < effort.sampleNanoseconds() / 10.0 ? 2 * batch : batch;
            long now = System.nanoTime();
            if (compiler.getTotalCompilationTime() > compiled) {
                compiled = compiler.getTotalCompilationTime();
                quietSince = now;
                quietRuns = 0;
            }
            boolean settled = quietRuns >= SETTLED_RUNS && now - quietSince >= effort.warmUpNanoseconds() / 4;
            warm = now - start >= (settled ? effort.warmUpNanoseconds() : PATIENCE * 1_000_000_000L);
        } while (!warm);
        return (int) Math.max(1, Math.ceil(effort.sampleNanoseconds() / fastest));
    }

    /**
     * Takes turns without a record: what each has made of the methods that all share is compiled again once they take turns,
     * and until then a sample of little work is ten times as long.
     */
    private void rehearse(List<Contestant> contestants, int[] repetitions) {
        long start = System.nanoTime();
        int rounds = 0;
        do {
            for (int i = 0; i < repetitions.length; i++) {
                time(contestants.get(i), repetitions[i]);
            }
            rounds++;
        } while (rounds < REHEARSALS && System.nanoTime() - start < effort.warmUpNanoseconds());
    }

    private static double time(Contestant contestant, int repetitions) {
        long start = System.nanoTime();
        for (int i = 0; i < repetitions; i++) {
            contestant.run();
        }
        return (System.nanoTime() - start) / (double) repetitions;
    }
}
