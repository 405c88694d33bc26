package dev.lanewise.cli;

import dev.lanewise.HadamardRotation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lanewise rotate}: a structured Hadamard rotation of every row. */
@Command(
        name = "rotate",
        description = {
            "Rotates every row by a structured random rotation.",
            "Rows lie along the last axis and may have any length. The rotation is exactly orthogonal; the same seed"
                    + " gives the same one for ever."
        },
        footer = {
            "",
            "f4 and c8 are computed and written in single precision, all else in double.",
            "Example, there and back:",
            "  lanewise rotate vectors.npy rotated.npy --seed 42",
            "  lanewise rotate rotated.npy again.npy --seed 42 --inverse"
        })
final class RotateCommand implements Runnable {
    private final StandardStreams streams;

    @Parameters(index = "0", paramLabel = "IN", description = "the array, a .npy file; - is standard input")
    private String in;

    @Parameters(index = "1", paramLabel = "OUT", description = "the rotated array; - is standard output")
    private String out;

    @Option(
            names = "--seed",
            required = true,
            paramLabel = "S",
            converter = OptionValues.Seed.class,
            description = "decides the rotation")
    private long seed;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "" + HadamardRotation.DEFAULT_BLOCKS,
            converter = OptionValues.Rounds.class,
            description = "blocks of random signs and a Hadamard transform, 1 to 3 (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--inverse", description = "rotate back")
    private boolean inverse;

    @Mixin
    private SharedOptions options;

    RotateCommand(StandardStreams streams) {
        this.streams = streams;
    }

    @Override
    public void run() {
        new RowwiseJob(streams, options)
                .run(in, out, (axes, length) -> new RotationRows(HadamardRotation.of(length, rounds, seed), inverse));
    }
}
