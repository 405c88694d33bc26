package dev.lanewise.perf;

import dev.lanewise.perf.duel.PairedRatio;
import dev.lanewise.perf.duel.Result;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Results as a table for people: a line for each match, how many times faster ours is than each peer. */
final class ComparisonTable {
    private static final int PEER_WIDTH = 24;

    private ComparisonTable() {}

    static String of(List<Result> results) {
        StringBuilder text = new StringBuilder();
        List<String> benchmarks = results.stream()
                .map(result -> result.match().benchmark())
                .distinct()
                .toList();
        for (String benchmark : benchmarks) {
            List<Result> lines = results.stream()
                    .filter(result -> result.match().benchmark().equals(benchmark))
                    .toList();
            Set<String> peers = new LinkedHashSet<>();
            lines.forEach(line -> peers.addAll(line.peers()));
            text.append(table(benchmark, new ArrayList<>(peers), lines));
        }
        return text.toString();
    }

    private static String table(String benchmark, List<String> peers, List<Result> lines) {
        StringBuilder text = new StringBuilder();
        int machines = lines.get(0).samples().get(Result.OURS).size();
        text.append(String.format(
                Locale.ROOT,
                "%n%s: times ours is faster, and the least and the greatest median of %d machines, an interval of %.0f %%%n",
                benchmark,
                machines,
                100 * PairedRatio.confidence(machines)));
        text.append(String.format("%9s %4s %14s %8s", "n", "type", "ours, ns", "GF/s"));
        peers.forEach(peer -> text.append(String.format("%" + PEER_WIDTH + "s", peer)));
        text.append(System.lineSeparator());
        for (Result line : lines) {
            text.append(String.format(
                    Locale.ROOT,
                    "%9d %4s %14.1f %8.2f",
                    line.match().n(),
                    line.match().type(),
                    line.nanoseconds(Result.OURS),
                    line.gigaflops()));
            for (String peer : peers) {
                text.append(String.format(
                        "%" + PEER_WIDTH + "s", line.peers().contains(peer) ? speedup(line.speedup(peer)) : "cannot"));
            }
            text.append(System.lineSeparator());
        }
        return text.toString();
    }

    private static String speedup(PairedRatio ratio) {
        return String.format(Locale.ROOT, "%.2f (%.2f-%.2f)", ratio.median(), ratio.low(), ratio.high());
    }
}
