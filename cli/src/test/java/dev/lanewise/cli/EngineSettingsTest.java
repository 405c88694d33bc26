package dev.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** System properties of the engine that mean nothing, each in a virtual machine of its own, since they are read once. */
class EngineSettingsTest {
    private static final List<List<String>> COMMANDS = List.of(
            List.of("info"),
            List.of("demo"),
            List.of("rotate", "no-such-input.npy", "out.npy", "--seed", "1"),
            List.of("transform", "fwht", "no-such-input.npy", "out.npy"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "-Dlanewise.backend=fast; -Dlanewise.backend=fast: wanted simd or scalar",
                "-Dlanewise.vectorBits=100; -Dlanewise.vectorBits=100: wanted 128, 256, 512, 1024 or 2048",
                "-Dlanewise.cache.l1=none; -Dlanewise.cache.l1=none: wanted a positive number of bytes",
                "-Dlanewise.operationsPerThread=0;"
                        + " -Dlanewise.operationsPerThread=0: wanted a positive number of operations"
            })
    void isStatus2BeforeAnythingIsRead(String setting, String message) throws IOException, InterruptedException {
        for (List<String> command : COMMANDS) {
            List<String> line = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    setting,
                    "-cp",
                    System.getProperty("java.class.path"),
                    LanewiseCommand.class.getName()));
            line.addAll(command);
            Process process = new ProcessBuilder(line)
                    .directory(folder.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals("lanewise: " + message + System.lineSeparator(), err, command.toString());
            assertEquals(ExitStatus.USAGE, process.waitFor(), command.toString());
        }
    }
}
