package dev.lanewise.perf.report;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What {@code limits} wrote.
 *
 * @param gigaflops peak of multiply-adds by type and width
 * @param gigabytes bandwidth by level of memory
 * @param shuffles of vectors a nanosecond
 */
record Limits(Map<String, Double> gigaflops, Map<String, Double> gigabytes, double shuffles) {
    static Limits read(Path file) throws IOException {
        try {
            Limits limits = new Gson().fromJson(Files.readString(file), Limits.class);
            if (limits == null || limits.gigaflops == null || limits.gigabytes == null) {
                throw new IllegalArgumentException(file + ": got a damaged file, wanted what limits writes");
            }
            return limits;
        } catch (JsonParseException e) {
            throw new IllegalArgumentException(file + ": got a damaged file, wanted what limits writes", e);
        }
    }

    /** The highest peak of a type. */
    double peak(String type) {
        return gigaflops.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(type))
                .mapToDouble(Map.Entry::getValue)
                .max()
                .orElseThrow(() -> new IllegalArgumentException("limits: got none of " + type));
    }
}
