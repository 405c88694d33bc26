package dev.lanewise.perf.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    @TempDir
    Path folder;

    private String baseline;

    /** What a run of the command did. */
    private record Ran(int status, String out, String err) {}

    private static Ran run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = CheckCommand.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Ran(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private String results(String name, double time) throws IOException {
        String json = JmhJson.of(JmhJson.paired("b", JmhJson.constant(10, time), JmhJson.constant(10, 5)));
        return Files.writeString(folder.resolve(name), json).toString();
    }

    @BeforeEach
    void recordFiveRuns() throws IOException {
        baseline = folder.resolve("baseline.json").toString();
        List<String> args = new ArrayList<>(List.of("--baseline", baseline, "--record"));
        for (int i = 0; i < 5; i++) {
            args.add(results("run" + i + ".json", 100 + 0.01 * i));
        }
        Ran ran = run(args.toArray(new String[0]));
        assertEquals("", ran.err);
        assertEquals(0, ran.status);
        assertTrue(ran.out.contains("5 run(s) added"), ran.out);
    }

    @Test
    void theSameSpeedIsStatus0() throws IOException {
        Ran ran = run("--baseline", baseline, results("now.json", 100));
        assertEquals("", ran.err);
        assertEquals(0, ran.status);
        assertTrue(ran.out.contains("b  same"), ran.out);
        assertTrue(ran.out.endsWith("nothing is slower\n"), ran.out);
    }

    @Test
    void aSlowerBenchmarkIsStatus1AndSaysByHowMuch() throws IOException {
        Ran ran = run("--baseline", baseline, results("now.json", 110));
        assertEquals("", ran.err);
        assertEquals(1, ran.status);
        assertTrue(ran.out.contains("b  slower"), ran.out);
        assertTrue(ran.out.contains("+10.0 %  (+9.9 to +10.1; 10 forks, baseline of 5 runs)"), ran.out);
        assertTrue(ran.out.endsWith("1 slower or gone\n"), ran.out);
    }

    @Test
    void whatCannotBeUsedIsStatus1AndOneLine() throws IOException {
        String now = results("now.json", 100);
        assertFails("no-such-file.json: no such file", "--baseline", baseline, "no-such-file.json");
        assertFails("none.json: no such file", "--baseline", "none.json", now);
        assertFails("no baseline for Other, JDK", "--baseline", baseline, "--processor", "Other", now);
        assertFails("wanted one to compare", "--baseline", baseline, now, now);
        assertFails("--baseline", now);
        assertFails("RESULTS", "--baseline", baseline);
        assertFails("--no-such-option", "--baseline", baseline, "--no-such-option", now);
        Files.writeString(folder.resolve("empty.json"), "[]");
        assertFails(
                "got no benchmarks",
                "--baseline",
                baseline,
                folder.resolve("empty.json").toString());
    }

    private static void assertFails(String message, String... args) {
        Ran ran = run(args);
        assertEquals(1, ran.status);
        assertTrue(ran.err.startsWith("perf-check: ") && ran.err.contains(message), ran.err);
        assertEquals(1, ran.err.lines().count(), ran.err);
        assertEquals("", ran.out);
    }

    @Test
    void helpHasAnExample() {
        Ran ran = run("--help");
        assertEquals(0, ran.status);
        assertTrue(ran.out.contains("perf-check --baseline baseline.json now.json"), ran.out);
    }
}
