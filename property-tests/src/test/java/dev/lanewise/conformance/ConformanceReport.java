package dev.lanewise.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Digests by name of operation.
 *
 * @param digests the digests
 */
record ConformanceReport(Map<String, String> digests) {
    /** Reads lines {@code operation digest}; empty lines and comments after {@code #} are passed over. */
    static ConformanceReport parse(Stream<String> lines) {
        Map<String, String> digests = new LinkedHashMap<>();
        lines.filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            String[] parts = line.split(" ");
            if (parts.length != 2 || digests.put(parts[0], parts[1]) != null) {
                throw new IllegalArgumentException(
                        "got \"" + line + "\", wanted an operation and its digest, each operation once");
            }
        });
        return new ConformanceReport(digests);
    }

    String lines() {
        return digests.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }

    /** One line for each operation whose digest differs or that only one side has. */
    List<String> differencesFrom(ConformanceReport reference) {
        List<String> differences = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(digests.keySet());
        names.addAll(reference.digests.keySet());
        for (String name : names) {
            String got = digests.getOrDefault(name, "nothing");
            String wanted = reference.digests.getOrDefault(name, "nothing");
            if (!got.equals(wanted)) {
                differences.add(name + ": got " + got + ", wanted " + wanted);
            }
        }
        return differences;
    }
}
