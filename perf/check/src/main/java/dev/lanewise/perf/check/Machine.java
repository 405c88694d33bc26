package dev.lanewise.perf.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a baseline holds for.
 *
 * @param processor the processor, as the operating system names it
 * @param jdk the version of the virtual machine
 */
public record Machine(String processor, String jdk) {
    /** Checks that both are there. */
    public Machine {
        Objects.requireNonNull(processor, "processor");
        Objects.requireNonNull(jdk, "jdk");
    }

    /**
     * The name of the processor of this machine, with family and model where the name alone is shared by many.
     *
     * @return the name; the architecture alone where nobody tells more
     */
    public static String thisProcessor() {
        Path file = Path.of("/proc/cpuinfo");
        try {
            return processor(Files.readString(file));
        } catch (IOException e) {
            return System.getProperty("os.name") + " " + System.getProperty("os.arch");
        }
    }

    static String processor(String cpuinfo) {
        Map<String, String> first = new TreeMap<>();
        for (String line : cpuinfo.split("\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                first.putIfAbsent(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
            }
        }
        String name = first.get("model name");
        if (name == null) {
            name = System.getProperty("os.arch") + " " + first.getOrDefault("CPU part", "");
        }
        String family = first.get("cpu family");
        return (family == null ? name : name + ", family " + family + " model " + first.get("model")).strip();
    }

    @Override
    public String toString() {
        return processor + ", JDK " + jdk;
    }
}
