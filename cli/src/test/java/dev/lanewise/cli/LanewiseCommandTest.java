package dev.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanewiseCommandTest {
    @Test
    void helpListsEveryCommand() {
        String help = CommandRun.of("--help").succeeds().text();
        for (String command :
                new String[] {"info", "demo", "transform", "rotate", "qr", "lstsq", "factorize", "apply"}) {
            assertTrue(help.contains("\n  " + command), command);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"info", "demo", "transform", "rotate", "qr", "lstsq", "factorize", "apply"})
    void helpOfEveryCommandHasAnExampleAndTheSharedOptions(String command) {
        String help = CommandRun.of(command, "--help").succeeds().text();
        assertTrue(help.contains("Example"), help);
        assertTrue(help.contains("\n  lanewise " + command + " "), help);
        assertTrue(help.contains("--threads=N"), help);
        assertTrue(help.contains("--time"), help);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "info --help",
                "demo --help",
                "transform --help",
                "rotate --help",
                "qr --help",
                "lstsq --help",
                "factorize --help",
                "apply --help",
                "info --json"
            })
    void textIsPrintableAscii(String line) {
        String text = CommandRun.of(line.split(" ")).succeeds().text();
        assertTrue(text.chars().allMatch(c -> c == '\n' || c == '\r' || c >= ' ' && c <= '~'), text);
    }

    @Test
    void versionIsFilledInByTheBuild() {
        String version = CommandRun.of("--version").succeeds().text();
        assertTrue(version.matches("lanewise \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R"), version);
    }

    @Test
    void noCommandIsToldTheCommands() {
        CommandRun.of()
                .fails(
                        2,
                        "got no command, wanted one of info, demo, transform, convolve, rotate, qr, lstsq, factorize, apply; see lanewise --help");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    spin                           | got 'spin', wanted one of info, demo, transform, convolve, rotate, qr, lstsq, factorize, apply
                    --spin                         | got '--spin', wanted no more than --help --version
                    rotate a b c --seed 1          | got 'c', wanted no more than IN OUT
                    info a                         | got 'a', wanted options only
                    info --spin                    | got '--spin', wanted no more than --debug --help --json --threads --time
                    rotate a b                     | Missing required option: '--seed=S'
                    rotate a --seed 1              | Missing required parameter: 'OUT'
                    rotate a b --seed              | Missing required parameter for option '--seed' (S)
                    rotate a b --seed 1 --seed 2   | option '--seed' (S) should be specified only once
                    rotate a b --seed 1 --rounds 0 | Invalid value for option '--rounds': got '0', wanted 1, 2 or 3
                    rotate a b --seed 1 --rounds 4 | Invalid value for option '--rounds': got '4', wanted 1, 2 or 3
                    info --threads 0               | Invalid value for option '--threads': got '0', wanted 1 to 1024
                    info --threads 1025            | Invalid value for option '--threads': got '1025', wanted 1 to 1024
                    demo --threads two             | Invalid value for option '--threads': got 'two', wanted 1 to 1024
                    """)
    void wrongCommandLineIsStatus2AndOneLine(String line, String wanted) {
        String[] args = line.split(" ");
        boolean known = Set.of("info", "demo", "rotate").contains(args[0]);
        CommandRun.of(args).fails(2, wanted + "; see lanewise " + (known ? args[0] + " " : "") + "--help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1e3", "0x10", "9223372036854775808", "-9223372036854775809", ""})
    void seedIsALong(String seed) {
        CommandRun.of("rotate", "a", "b", "--seed", seed)
                .fails(
                        2,
                        "Invalid value for option '--seed': got '" + seed
                                + "', wanted an integer from -2^63 to 2^63 - 1; see lanewise rotate --help");
    }

    @Test
    void emptyNameIsNoFile() {
        CommandRun.of("rotate", "", "b.npy", "--seed", "1").fails(2, "IN: got an empty name, wanted a file or -");
    }

    @Test
    void atSignIsAnOrdinaryCharacter() {
        CommandRun.of("rotate", "@a.npy", "b.npy", "--seed", "1").fails(3, "@a.npy: no such file, wanted a .npy file");
    }

    @Test
    void controlCharactersInNamesAreShownAndNotObeyed() {
        CommandRun.of("rotate", "a\nb\u001b[2J.npy", "b.npy", "--seed", "1")
                .fails(3, "a\\u000ab\\u001b[2J.npy: no such file, wanted a .npy file");
    }

    @Test
    void stackTraceComesWithDebugOnly() {
        String[] lines = CommandRun.of("rotate", "none.npy", "b.npy", "--seed", "1", "--debug")
                .err()
                .split("\\R");
        assertEquals("lanewise: none.npy: no such file, wanted a .npy file", lines[0]);
        assertTrue(lines[1].contains("CommandFailure"), lines[1]);
        assertTrue(lines[2].startsWith("\tat "), lines[2]);
    }

    @Test
    void stackTraceOfAWrongCommandLineComesWithDebugToo() {
        assertTrue(CommandRun.of("rotate", "--debug").err().contains("\tat picocli."));
    }

    @Test
    void faultOfOursIsStatus1() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IllegalStateException("broken");
            }
        };
        CommandRun.of(broken, "rotate", "-", "-", "--seed", "1")
                .fails(1, "a fault of ours: java.lang.IllegalStateException: broken; --debug shows where");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "--version", "info", "info --json", "rotate --help"})
    void textThatCannotBeWrittenIsStatus5(String line) {
        CommandRun.intoFullDevice(line.split(" "))
                .fails(5, "standard output: No space left on device, wanted an output that can be written");
    }
}
