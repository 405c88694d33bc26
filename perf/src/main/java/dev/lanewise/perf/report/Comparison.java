package dev.lanewise.perf.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.lanewise.perf.duel.PairedRatio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code compare} wrote, as far as pictures need it.
 *
 * @param environment where and how it was measured
 * @param lines one for each match
 */
record Comparison(Map<String, String> environment, List<Line> lines) {
    /**
     * A match.
     *
     * @param benchmark which work
     * @param type {@code f32} or {@code f64}
     * @param n the size
     * @param flops operations
     * @param bytes read and written at least
     * @param nanoseconds median of each contestant
     */
    record Line(String benchmark, String type, long n, double flops, double bytes, Map<String, Double> nanoseconds) {}

    static Comparison read(Path file) throws IOException {
        try {
            JsonObject root = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
            Map<String, String> environment = new LinkedHashMap<>();
            root.getAsJsonObject("environment")
                    .asMap()
                    .forEach((name, value) -> environment.put(name, value.getAsString()));
            List<Line> lines = new ArrayList<>();
            for (JsonElement element : root.getAsJsonArray("matches")) {
                lines.add(line(element.getAsJsonObject()));
            }
            return new Comparison(environment, lines);
        } catch (JsonParseException | IllegalStateException | NullPointerException | ClassCastException e) {
            throw new IllegalArgumentException(file + ": got a damaged file, wanted what compare writes", e);
        }
    }

    private static Line line(JsonObject match) {
        Map<String, Double> medians = new LinkedHashMap<>();
        match.getAsJsonObject("nanoseconds").asMap().forEach((name, forks) -> medians.put(name, median(forks)));
        return new Line(
                match.get("benchmark").getAsString(),
                match.get("type").getAsString(),
                match.get("n").getAsLong(),
                match.get("flops").getAsDouble(),
                match.get("bytes").getAsDouble(),
                medians);
    }

    private static double median(JsonElement forks) {
        List<Double> all = new ArrayList<>();
        for (JsonElement fork : forks.getAsJsonArray()) {
            JsonArray samples = fork.getAsJsonArray();
            samples.forEach(sample -> all.add(sample.getAsDouble()));
        }
        return PairedRatio.median(all.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
