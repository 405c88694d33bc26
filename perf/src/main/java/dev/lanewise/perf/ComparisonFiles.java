package dev.lanewise.perf;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.lanewise.perf.duel.PairedRatio;
import dev.lanewise.perf.duel.Result;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Results as files for programs. */
final class ComparisonFiles {
    private static final String HEADER = "benchmark,type,n,threads,ours_ns,peer,peer_ns,speedup,low,high,gflops";

    private ComparisonFiles() {}

    /** A line for each peer of each match. No name holds a comma. */
    static String csv(List<Result> results, int threads) {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (Result result : results) {
            for (String peer : result.peers()) {
                PairedRatio speedup = result.speedup(peer);
                text.append(String.format(
                        Locale.ROOT,
                        "%s,%s,%d,%d,%.3f,%s,%.3f,%.4f,%.4f,%.4f,%.3f%n",
                        result.match().benchmark(),
                        result.match().type(),
                        result.match().n(),
                        threads,
                        result.nanoseconds(Result.OURS),
                        peer,
                        result.nanoseconds(peer),
                        speedup.median(),
                        speedup.low(),
                        speedup.high(),
                        result.gigaflops()));
            }
        }
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    /** Everything, down to the samples. */
    static String json(List<Result> results, int threads, Map<String, String> environment) {
        JsonObject root = new JsonObject();
        JsonObject where = new JsonObject();
        environment.forEach(where::addProperty);
        root.add("environment", where);
        root.addProperty("threads", threads);
        JsonArray matches = new JsonArray();
        for (Result result : results) {
            JsonObject match = new JsonObject();
            match.addProperty("benchmark", result.match().benchmark());
            match.addProperty("type", result.match().type());
            match.addProperty("n", result.match().n());
            match.addProperty("flops", result.match().flops());
            match.addProperty("bytes", result.match().bytes());
            JsonObject contestants = new JsonObject();
            result.samples().forEach((name, forks) -> contestants.add(name, samples(forks)));
            match.add("nanoseconds", contestants);
            matches.add(match);
        }
        root.add("matches", matches);
        return new GsonBuilder().setPrettyPrinting().create().toJson(root) + "\n";
    }

    private static JsonArray samples(List<double[]> forks) {
        JsonArray array = new JsonArray();
        for (double[] fork : forks) {
            JsonArray times = new JsonArray();
            for (double time : fork) {
                times.add(time);
            }
            array.add(times);
        }
        return array;
    }
}
