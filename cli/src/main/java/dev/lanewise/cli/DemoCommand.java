package dev.lanewise.cli;

import dev.lanewise.cli.demo.Digits;
import dev.lanewise.engine.Parallelism;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lanewise demo}: the main job on bundled real data. */
@Command(
        name = "demo",
        description = {
            "Shows on real data what a random rotation does, how well and how fast.",
            "Rotates 1797 images of handwritten digits, quantises them to 4 bits and to 1 bit with and without the"
                    + " rotation, searches among them, and measures the speed. Takes some seconds."
        },
        footer = {"", "Example:", "  lanewise demo --seed 7"})
final class DemoCommand implements Runnable {
    private final StandardStreams streams;
    private final TextOutput text;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            converter = OptionValues.Seed.class,
            description = "decides the rotation (default: ${DEFAULT-VALUE})")
    private long seed;

    @Mixin
    private SharedOptions options;

    DemoCommand(StandardStreams streams, TextOutput text) {
        this.streams = streams;
        this.text = text;
    }

    @Override
    public void run() {
        Parallelism parallelism = options.parallelism();
        PhaseTimes times = new PhaseTimes();
        times.begin(PhaseTimes.Phase.READING);
        Digits digits = Digits.load();
        times.begin(PhaseTimes.Phase.COMPUTING);
        try (Progress progress = new Progress(streams.terminal())) {
            new RotationDemo(digits, seed, parallelism, text.stream(), progress).run();
        }
        times.begin(PhaseTimes.Phase.WRITING);
        text.close();
        times.end();
        options.report(times, streams);
    }
}
