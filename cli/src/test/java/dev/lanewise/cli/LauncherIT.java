package dev.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lanewise.npy.NpyArray;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code lanewise} at the root of the project, as a user calls it. */
class LauncherIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final byte[] INPUT = NpyFiles.bytes(NpyArray.of(new double[] {1, 2, 3, 4}, 4));

    @TempDir
    Path folder;

    @BeforeAll
    static void onlyWhereThereIsAShell() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no shell");
    }

    /** What a shell did with a line. */
    private record Ran(int status, byte[] out, String err) {}

    private Ran shell(String line, String... arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", line, "sh"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        Process process = builder.start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(INPUT);
        } catch (IOException e) {
            // Whoever reads no input closes it.
        }
        int status = process.waitFor();
        return new Ran(status, Files.readAllBytes(out), Files.readString(err));
    }

    private static void assertRotated(Ran ran) {
        byte[] wanted = CommandRun.of(INPUT, "rotate", "-", "-", "--seed", "1")
                .succeeds()
                .out();
        assertEquals("", ran.err);
        assertEquals(0, ran.status);
        assertArrayEquals(wanted, ran.out);
    }

    @Test
    void passesStreamsAndArgumentsOn() throws Exception {
        assertRotated(shell("\"$1\"/lanewise rotate - - --seed 1", ROOT.toString()));
    }

    @Test
    void runsThroughSymbolicLinksAndFoldersWithBlanks() throws Exception {
        Path blanks = Files.createDirectory(folder.resolve("a folder"));
        Files.createSymbolicLink(blanks.resolve("the project"), ROOT);
        Files.createSymbolicLink(blanks.resolve("first"), Path.of("the project", "lanewise"));
        Files.createSymbolicLink(blanks.resolve("second"), Path.of("first"));
        try {
            assertRotated(shell("\"a folder/second\" rotate - - --seed 1"));
        } finally {
            // Lest whoever cleans up go through it.
            Files.delete(blanks.resolve("the project"));
        }
    }

    @Test
    void errorIsOneLineAndItsStatusThatOfTheCommand() throws Exception {
        Ran ran = shell("\"$1\"/lanewise rotate none.npy - --seed 1", ROOT.toString());
        assertEquals("lanewise: none.npy: no such file, wanted a .npy file\n", ran.err);
        assertEquals(3, ran.status);
    }

    @Test
    void standardErrorMayBeClosedOrRedirected() throws Exception {
        assertRotated(shell("\"$1\"/lanewise rotate - - --seed 1 2>&-", ROOT.toString()));
        Ran ran = shell("\"$1\"/lanewise rotate none.npy - --seed 1 2>log; cat log", ROOT.toString());
        assertEquals(
                "lanewise: none.npy: no such file, wanted a .npy file\n", new String(ran.out, StandardCharsets.UTF_8));
    }

    /** Another descriptor of the caller's stays what it is. */
    @Test
    void inputMayBeADescriptorOfTheCallers() throws Exception {
        assertRotated(shell("cat >in.npy; \"$1\"/lanewise rotate /dev/fd/3 - --seed 1 3<in.npy", ROOT.toString()));
    }

    @Test
    void optionsForJavaArePassedOn() throws Exception {
        Ran ran = shell(
                "LANEWISE_JAVA_OPTIONS='-Dlanewise.backend=scalar -Xmx64m' \"$1\"/lanewise info", ROOT.toString());
        String info = new String(ran.out, StandardCharsets.UTF_8);
        assertTrue(info.contains("SCALAR"), info + ran.err);
        assertTrue(info.lines().anyMatch(line -> line.matches("Memory +6\\d MiB at most")), info);
    }

    /** A copy of the script that wants a Java from the future. */
    @Test
    void withoutAJdkOneLineSaysWhatToInstall() throws Exception {
        Files.createDirectory(folder.resolve("build"));
        Files.copy(ROOT.resolve("lanewise"), folder.resolve("lanewise"));
        Files.writeString(
                folder.resolve("build/find-jdk.sh"),
                Files.readString(ROOT.resolve("build/find-jdk.sh")).replace("wanted_java=25", "wanted_java=999"));
        Ran ran = shell("sh ./lanewise info");
        assertEquals(1, ran.status);
        assertTrue(ran.err.matches("lanewise: no JDK 999 or newer [^\n]*install one[^\n]*\n"), ran.err);
    }
}
