package dev.lanewise.perf;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.lanewise.perf.check.Machine;
import dev.lanewise.perf.limit.MachineLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code limits}: what one core of this machine can do at best, for the roofline. */
@Command(name = "limits", description = "Measures what one core of this machine can do at best.")
final class Limits implements Callable<Integer> {
    @Option(names = "--out", paramLabel = "FOLDER", description = "where limits.json goes")
    private Path out = Path.of("perf", "target");

    @Mixin
    private HelpOption help = new HelpOption();

    @Override
    public Integer call() throws IOException, InterruptedException {
        System.out.println(Machine.thisProcessor() + ", JDK " + System.getProperty("java.vm.version"));
        MachineLimits limits = MachineLimits.measure(what -> System.err.println("limits: " + what));
        limits.gigaflops()
                .forEach((width, rate) ->
                        System.out.printf(Locale.ROOT, "fused multiply-adds, %s: %.1f GF/s%n", width, rate));
        limits.gigabytes()
                .forEach((level, rate) -> System.out.printf(Locale.ROOT, "bandwidth, %s: %.1f GB/s%n", level, rate));
        System.out.printf(Locale.ROOT, "shuffles of vectors: %.2f in a nanosecond%n", limits.shuffles());
        Files.createDirectories(out);
        Gson gson = new GsonBuilder().setPrettyPrinting().create();
        Files.writeString(out.resolve("limits.json"), gson.toJson(limits) + "\n");
        return 0;
    }
}
