package dev.lanewise.perf.check;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JmhResultsTest {
    @Test
    void readsForksIterationsParametersAndCounters() {
        String json = JmhJson.of(JmhJson.entry(
                "a.B.c",
                "avgt",
                "\"params\": {\"n\": \"1024\", \"kind\": \"x\"}, "
                        + JmhJson.primary("us/op", "[[1.0, 2.0, 4.0], [3.0, 3.0, 3.0]]")
                        + ", \"secondaryMetrics\": {\"yardstickArithmeticV1\": {\"rawData\": [[2, 2, 2], [3, 3, 3]]},"
                        + " \"gc.count\": {\"rawData\": [[0, 0, 0], [0, 0, 0]]}}"));
        JmhResults results = JmhResults.parse(json);
        assertEquals(JmhJson.JDK, results.jdk());
        Measurement measurement = results.measurements().get("a.B.c:kind=x,n=1024");
        assertEquals("us/op", measurement.unit());
        assertEquals("yardstickArithmeticV1", Yardstick.of(measurement));
        // Medians of log 1/2, log 1, log 2, and of three times log 1.
        assertArrayEquals(new double[] {0, 0}, measurement.logTimes("yardstickArithmeticV1"), 1e-15);
        assertArrayEquals(new double[] {Math.log(2), Math.log(3)}, measurement.logTimes(null), 1e-15);
    }

    @Test
    void aRateCountsByItsReciprocal() {
        String json = JmhJson.of(JmhJson.entry("a.B.c", "thrpt", JmhJson.primary("ops/s", "[[10.0], [20.0]]")));
        Measurement measurement = JmhResults.parse(json).measurements().get("a.B.c");
        assertTrue(measurement.rate());
        assertArrayEquals(new double[] {-Math.log(10), -Math.log(20)}, measurement.logTimes(null), 1e-15);
    }

    @Test
    void medianOfAnEvenNumberIsTheMiddle() {
        String json = JmhJson.of(JmhJson.entry("b", "avgt", JmhJson.primary("s", "[[8.0, 1.0, 2.0, 4.0]]")));
        double[] times = JmhResults.parse(json).measurements().get("b").logTimes(null);
        assertArrayEquals(new double[] {1.5 * Math.log(2)}, times, 1e-15);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "''; not what JMH writes",
                "no json; not what JMH writes",
                "{}; not what JMH writes",
                "[]; got no benchmarks, wanted one or more",
                "[{}]; no vmVersion",
                "[1]; not what JMH writes",
                "[{\"vmVersion\": \"25\"}]; no benchmark",
                "[{\"vmVersion\": \"25\", \"benchmark\": \"b\"}]; no mode",
                "[{\"vmVersion\": \"25\", \"benchmark\": \"b\", \"mode\": \"ss\"}]; b: got mode ss, wanted avgt or thrpt",
                "[{\"vmVersion\": \"25\", \"benchmark\": \"b\", \"mode\": \"avgt\"}]; b: no primaryMetric",
            })
    void whatIsNoResultOfJmhIsRefused(String json, String message) {
        refuses(json == null ? "" : json, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[]; b: got no forks, wanted some",
                "[[]]; b: got a fork without iterations",
                "[[1.0], [0.0]]; b: got a score of 0.0, wanted a positive number",
                "[[-1.0]]; b: got a score of -1.0",
                "[[\"NaN\"]]; b: got a score of NaN",
                "[[\"x\"]]; not what JMH writes",
                "[1.0]; not what JMH writes",
                "1.0; not what JMH writes",
            })
    void scoresThatAreNoneAreRefused(String raw, String message) {
        refuses(JmhJson.of(JmhJson.entry("b", "avgt", JmhJson.primary("ns/op", raw))), message);
    }

    @Test
    void oneBenchmarkTwiceAndTwoJdksAreRefused() {
        refuses(JmhJson.of(JmhJson.alone("b", 1), JmhJson.alone("b", 1)), "b comes twice");
        refuses(
                JmhJson.of(JmhJson.alone("b", 1), JmhJson.alone("c", 1).replace(JmhJson.JDK, "26")),
                "got results of JDK 25.0.3+9-LTS and 26, wanted one");
    }

    @Test
    void aYardstickThatDoesNotFitIsRefused() {
        String two = JmhJson.paired("b", new double[] {1, 1}, new double[] {1, 1});
        refuses(
                JmhJson.of(two.replace("[[1.0000000000000000], [1.0000000000000000]]}}", "[[1.0]]}}")),
                "b: got 1 forks of yardstickArithmeticV1, wanted 2");
        Measurement uneven = JmhResults.parse(JmhJson.of(
                        two.replace("[[1.0000000000000000], [1.0000000000000000]]}}", "[[1.0, 1.0], [1.0]]}}")))
                .measurements()
                .get("b");
        assertThrows(DamagedResultsException.class, () -> uneven.logTimes("yardstickArithmeticV1"));
        Measurement zero = JmhResults.parse(JmhJson.of(JmhJson.paired("b", new double[] {1, 1}, new double[] {1, 0})))
                .measurements()
                .get("b");
        assertThrows(DamagedResultsException.class, () -> zero.logTimes("yardstickArithmeticV1"));
        assertThrows(DamagedResultsException.class, () -> zero.logTimes("yardstickMemoryV1"));
    }

    @Test
    void theFileIsNamed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("x.json"), "[]");
        String message = assertThrows(DamagedResultsException.class, () -> JmhResults.read(file))
                .getMessage();
        assertEquals(file + ": got no benchmarks, wanted one or more", message);
    }

    private static void refuses(String json, String message) {
        String said = assertThrows(DamagedResultsException.class, () -> JmhResults.parse(json))
                .getMessage();
        assertTrue(said.contains(message), said);
    }
}
