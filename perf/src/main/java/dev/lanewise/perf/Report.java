package dev.lanewise.perf;

import dev.lanewise.perf.report.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code report}: a page of what {@code compare} and {@code limits} measured. */
@Command(name = "report", description = "Draws what compare and limits have measured.")
final class Report implements Callable<Integer> {
    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "where compare.json and limits.json are, and the page goes")
    private Path out = Path.of("perf", "target");

    @Mixin
    private HelpOption help = new HelpOption();

    @Override
    public Integer call() throws IOException {
        for (String needed : new String[] {"compare", "limits"}) {
            if (!Files.exists(out.resolve(needed + ".json"))) {
                System.err.println("report: no " + out.resolve(needed + ".json") + ", wanted it: ./perf/run " + needed);
                return 1;
            }
        }
        System.setProperty("java.awt.headless", "true");
        Path page = Page.write(out.resolve("compare.json"), out.resolve("limits.json"), out.resolve("report"));
        System.out.println("written: " + page);
        return 0;
    }
}
