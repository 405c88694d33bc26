package dev.lanewise.cli;

import dev.lanewise.engine.backend.Backend;
import dev.lanewise.engine.backend.CacheSizes;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lanewise info}: what this release is and what it runs on. */
@Command(
        name = "info",
        description = "Shows version, JDK, backend and why, vector width, caches, threads.",
        footer = {"", "Example:", "  lanewise info --json"})
final class InfoCommand implements Runnable {
    private final StandardStreams streams;
    private final TextOutput text;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Mixin
    private SharedOptions options;

    InfoCommand(StandardStreams streams, TextOutput text) {
        this.streams = streams;
        this.text = text;
    }

    @Override
    public void run() {
        SharedOptions.requireEngine();
        PhaseTimes times = new PhaseTimes();
        times.begin(PhaseTimes.Phase.COMPUTING);
        String shown = json ? json() : plain();
        times.begin(PhaseTimes.Phase.WRITING);
        text.stream().println(shown);
        text.close();
        times.end();
        options.report(times, streams);
    }

    private static String plain() {
        CacheSizes caches = CacheSizes.current();
        int bits = Backend.vectorBits();
        return String.join(
                System.lineSeparator(),
                "Lanewise      " + ReleaseVersion.text(),
                "JDK           " + System.getProperty("java.version") + ", " + System.getProperty("java.vm.name") + ", "
                        + System.getProperty("java.vendor"),
                "System        " + System.getProperty("os.name") + ", " + System.getProperty("os.arch"),
                "Backend       " + Backend.active(),
                "  because     " + Backend.reason(),
                "Vector width  "
                        + (bits == 0 ? "none" : bits + " bits: " + bits / 32 + " floats or " + bits / 64 + " doubles"),
                "Multiply-add  " + (Backend.fusesMultiplyAdd() ? "fused" : "not fused: last bits may differ"),
                "Caches        L1 " + size(caches.l1()) + ", L2 " + size(caches.l2()) + ", L3 " + size(caches.l3()),
                "Threads       " + processors() + " can run at once; commands use one unless --threads says otherwise",
                "Memory        " + size(Runtime.getRuntime().maxMemory()) + " at most");
    }

    private static String json() {
        CacheSizes caches = CacheSizes.current();
        return new JsonObject()
                .put("version", ReleaseVersion.text())
                .put(
                        "jdk",
                        new JsonObject()
                                .put("version", System.getProperty("java.version"))
                                .put("vm", System.getProperty("java.vm.name"))
                                .put("vendor", System.getProperty("java.vendor")))
                .put(
                        "system",
                        new JsonObject()
                                .put("name", System.getProperty("os.name"))
                                .put("architecture", System.getProperty("os.arch")))
                .put(
                        "backend",
                        new JsonObject()
                                .put("name", Backend.active().name().toLowerCase(Locale.ROOT))
                                .put("reason", Backend.reason())
                                .put("vectorBits", Backend.vectorBits())
                                .put("fusesMultiplyAdd", Backend.fusesMultiplyAdd()))
                .put(
                        "cacheBytes",
                        new JsonObject()
                                .put("l1", caches.l1())
                                .put("l2", caches.l2())
                                .put("l3", caches.l3()))
                .put("threads", processors())
                .put("memoryBytes", Runtime.getRuntime().maxMemory())
                .toString();
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static String size(long bytes) {
        return bytes >= 1 << 20 ? (bytes >> 20) + " MiB" : (bytes >> 10) + " KiB";
    }
}
