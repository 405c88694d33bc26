package dev.lanewise.perf.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineTest {
    private static final Machine HERE = new Machine("Processor, family 1 model 2", JmhJson.JDK);

    @TempDir
    Path folder;

    /** A run in which benchmark b takes {@code time}, on a machine that is {@code slow} times slower than usual. */
    private static JmhResults run(double time, double slow) {
        return JmhResults.parse(JmhJson.of(
                JmhJson.paired("b", JmhJson.constant(10, time * slow), JmhJson.constant(10, 5 * slow)),
                JmhJson.alone("unpaired", JmhJson.constant(10, 7))));
    }

    private static Baseline ofFiveRuns() {
        Baseline baseline = Baseline.empty();
        double[] slow = {1, 1.3, 0.8, 2, 1.1};
        for (int i = 0; i < slow.length; i++) {
            baseline.add(HERE, run(100 + 0.01 * i, slow[i]));
        }
        return baseline;
    }

    @Test
    void aSlowerMachineIsNoRegressionButASlowerBenchmarkIs() {
        Baseline baseline = ofFiveRuns();
        assertEquals(Verdict.SAME, verdict(baseline, run(100, 3)));
        assertEquals(Verdict.SLOWER, verdict(baseline, run(110, 0.5)));
        assertEquals(Verdict.FASTER, verdict(baseline, run(90, 1)));
    }

    private static Verdict verdict(Baseline baseline, JmhResults results) {
        return baseline.compare(HERE, results).get(0).verdict();
    }

    @Test
    void whatWasWrittenIsReadAgain() throws IOException {
        Path file = folder.resolve("baseline.json");
        Baseline written = ofFiveRuns();
        written.add(new Machine("Other", "26"), run(1, 1));
        written.write(file);
        Baseline read = Baseline.read(file);
        assertEquals(written.machines(), read.machines());
        assertEquals(written.compare(HERE, run(101, 1)), read.compare(HERE, run(101, 1)));
        assertEquals(List.of("baseline.json"), List.of(folder.toFile().list()));
    }

    @Test
    void benchmarksOnOneSideOnlyAreTold() {
        JmhResults other = JmhResults.parse(JmhJson.of(
                JmhJson.paired("b", JmhJson.constant(10, 100), JmhJson.constant(10, 5)),
                JmhJson.alone("fresh", JmhJson.constant(12, 1))));
        List<Change> changes = ofFiveRuns().compare(HERE, other);
        assertEquals(
                List.of("b same", "fresh new", "unpaired gone"),
                changes.stream()
                        .map(change -> change.id() + " " + change.verdict())
                        .toList());
        assertEquals(12, changes.get(1).forks());
        assertEquals(5, changes.get(2).runs());
    }

    @Test
    void anUnknownMachineIsToldWithTheKnownOnes() {
        Baseline baseline = ofFiveRuns();
        Machine elsewhere = new Machine("Elsewhere", JmhJson.JDK);
        assertFalse(baseline.knows(elsewhere));
        assertTrue(baseline.knows(HERE));
        String message = assertThrows(DamagedResultsException.class, () -> baseline.compare(elsewhere, run(1, 1)))
                .getMessage();
        assertEquals(
                "no baseline for Elsewhere, JDK 25.0.3+9-LTS; there is one for [Processor, family 1 model 2,"
                        + " JDK 25.0.3+9-LTS]; record one with --record",
                message);
    }

    @Test
    void aRunThatDoesNotFitIsNotAdded() {
        Baseline baseline = ofFiveRuns();
        JmhResults few = JmhResults.parse(JmhJson.of(
                JmhJson.alone("fresh", JmhJson.constant(10, 1)), JmhJson.alone("unpaired", JmhJson.constant(9, 1))));
        String forks = assertThrows(DamagedResultsException.class, () -> baseline.add(HERE, few))
                .getMessage();
        assertEquals("unpaired: got 9 forks, wanted 10 or more (-f 10)", forks);
        JmhResults other = JmhResults.parse(JmhJson.of(JmhJson.alone("b", JmhJson.constant(10, 1))));
        String yardstick = assertThrows(DamagedResultsException.class, () -> baseline.add(HERE, other))
                .getMessage();
        assertEquals("b: got no yardstick, wanted yardstickArithmeticV1 as in the runs before", yardstick);
        assertEquals(
                ofFiveRuns().compare(HERE, run(100, 1)).toString(),
                baseline.compare(HERE, run(100, 1)).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "no json",
                "{}",
                "{\"format\": \"perf-check-baseline-v9\", \"machines\": []}",
                "{\"format\": \"perf-check-baseline-v1\", \"machines\": null}",
                "{\"format\": \"perf-check-baseline-v1\", \"machines\": [{}]}",
                "{\"format\": \"perf-check-baseline-v1\", \"machines\": [null]}",
                "{\"format\": \"perf-check-baseline-v1\", \"machines\": [{\"processor\": \"p\", \"jdk\": \"j\","
                        + " \"benchmarks\": {\"b\": {\"runs\": []}}}]}",
                "{\"format\": \"perf-check-baseline-v1\", \"machines\": [{\"processor\": \"p\", \"jdk\": \"j\","
                        + " \"benchmarks\": {\"b\": {\"runs\": [null]}}}]}",
                "{\"format\": \"perf-check-baseline-v1\", \"machines\": [{\"processor\": \"p\", \"jdk\": \"j\","
                        + " \"benchmarks\": {\"b\": {\"runs\": [[1, 2, \"x\"]]}}}]}",
                "{\"format\": \"perf-check-baseline-v1\", \"machines\": [{\"processor\": \"p\", \"jdk\": \"j\","
                        + " \"benchmarks\": {\"b\": {\"runs\": [[1, NaN]]}}}]}",
            })
    void aDamagedFileIsRefusedByName(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("baseline.json"), text);
        String message = assertThrows(DamagedResultsException.class, () -> Baseline.read(file))
                .getMessage();
        assertTrue(message.startsWith(file + ": got a damaged baseline, wanted one as recorded: "), message);
    }
}
