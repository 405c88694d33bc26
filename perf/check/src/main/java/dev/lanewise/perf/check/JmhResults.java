package dev.lanewise.perf.check;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The results of one run of JMH, as it writes them with {@code -rf json}.
 *
 * @param jdk the version of the virtual machine
 * @param measurements by {@link Measurement#id}, in the order of the file
 */
public record JmhResults(String jdk, Map<String, Measurement> measurements) {
    /**
     * Reads a file.
     *
     * @param file JMH's JSON
     * @return the results
     * @throws IOException if it cannot be read
     * @throws DamagedResultsException if it is no such file, or empty
     */
    public static JmhResults read(Path file) throws IOException {
        try {
            return parse(Files.readString(file));
        } catch (DamagedResultsException e) {
            throw new DamagedResultsException(file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads a text.
     *
     * @param json JMH's JSON
     * @return the results
     * @throws DamagedResultsException if it is none, or empty
     */
    public static JmhResults parse(String json) {
        try {
            JsonArray entries = JsonParser.parseString(json).getAsJsonArray();
            if (entries.isEmpty()) {
                throw new DamagedResultsException("got no benchmarks, wanted one or more");
            }
            String jdk = null;
            Map<String, Measurement> measurements = new LinkedHashMap<>();
            for (JsonElement entry : entries) {
                JsonObject result = entry.getAsJsonObject();
                String version = text(result, "vmVersion");
                if (jdk != null && !jdk.equals(version)) {
                    throw new DamagedResultsException("got results of JDK " + jdk + " and " + version + ", wanted one");
                }
                jdk = version;
                Measurement measurement = measurement(result);
                if (measurements.put(measurement.id(), measurement) != null) {
                    throw new DamagedResultsException(measurement.id() + " comes twice, wanted it once");
                }
            }
            return new JmhResults(jdk, measurements);
        } catch (JsonParseException
                | IllegalStateException
                | UnsupportedOperationException
                | ClassCastException
                | NumberFormatException e) {
            throw new DamagedResultsException("not what JMH writes with -rf json: " + e.getMessage(), e);
        }
    }

    private static Measurement measurement(JsonObject result) {
        String id = text(result, "benchmark") + parameters(result);
        String mode = text(result, "mode");
        if (!mode.equals("avgt") && !mode.equals("thrpt")) {
            throw new DamagedResultsException(id + ": got mode " + mode + ", wanted avgt or thrpt");
        }
        JsonObject primary = object(id, result, "primaryMetric");
        Map<String, List<double[]>> counters = new TreeMap<>();
        if (result.has("secondaryMetrics")) {
            for (Map.Entry<String, JsonElement> metric :
                    result.getAsJsonObject("secondaryMetrics").entrySet()) {
                JsonObject values = metric.getValue().getAsJsonObject();
                if (values.has("rawData")) {
                    counters.put(metric.getKey(), raw(id, values));
                }
            }
        }
        return new Measurement(id, text(primary, "scoreUnit"), mode.equals("thrpt"), raw(id, primary), counters);
    }

    private static String parameters(JsonObject result) {
        if (!result.has("params")) {
            return "";
        }
        List<String> parameters = new ArrayList<>();
        result.getAsJsonObject("params")
                .asMap()
                .forEach((name, value) -> parameters.add(name + "=" + value.getAsString()));
        parameters.sort(null);
        return ":" + String.join(",", parameters);
    }

    private static List<double[]> raw(String id, JsonObject metric) {
        if (!metric.has("rawData")) {
            throw new DamagedResultsException(id + ": no rawData, wanted the scores of all forks");
        }
        List<double[]> forks = new ArrayList<>();
        for (JsonElement fork : metric.getAsJsonArray("rawData")) {
            forks.add(fork.getAsJsonArray().asList().stream()
                    .mapToDouble(JsonElement::getAsDouble)
                    .toArray());
        }
        return forks;
    }

    private static JsonObject object(String id, JsonObject parent, String name) {
        if (!parent.has(name)) {
            throw new DamagedResultsException(id + ": no " + name + ", wanted what JMH writes with -rf json");
        }
        return parent.getAsJsonObject(name);
    }

    private static String text(JsonObject parent, String name) {
        if (!parent.has(name)) {
            throw new DamagedResultsException("no " + name + ", wanted what JMH writes with -rf json");
        }
        return parent.get(name).getAsString();
    }
}
