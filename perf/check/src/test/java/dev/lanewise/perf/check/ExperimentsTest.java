package dev.lanewise.perf.check;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * How often the test is right, on real measurements: {@code runs.json} is a baseline of twelve separate runs of one machine
 * within half an hour. Each run is compared with every choice of eight of the others, after it was slowed down
 * by a known factor.
 */
class ExperimentsTest {
    private static final int BASELINE_RUNS = 8;

    @Test
    void theSameCodeRaisesHardlyAnyAlarm() throws IOException {
        Map<Verdict, Integer> verdicts = verdicts(1.00);
        assertTrue(share(verdicts, Verdict.SLOWER) + share(verdicts, Verdict.FASTER) < 0.01, verdicts.toString());
    }

    @Test
    void aTenthSlowerIsCaught() throws IOException {
        Map<Verdict, Integer> verdicts = verdicts(1.10);
        assertTrue(share(verdicts, Verdict.SLOWER) > 0.95, verdicts.toString());
    }

    @Test
    void aTenthFasterIsCaught() throws IOException {
        Map<Verdict, Integer> verdicts = verdicts(1 / 1.10);
        assertTrue(share(verdicts, Verdict.FASTER) > 0.95, verdicts.toString());
    }

    @Test
    void threeHundredthsSlowerAreHardlyEverCalledTheSame() throws IOException {
        Map<Verdict, Integer> verdicts = verdicts(1.03);
        assertTrue(share(verdicts, Verdict.SAME) < 0.01, verdicts.toString());
    }

    private static double share(Map<Verdict, Integer> verdicts, Verdict verdict) {
        int all = verdicts.values().stream().mapToInt(Integer::intValue).sum();
        return verdicts.getOrDefault(verdict, 0) / (double) all;
    }

    private static Map<Verdict, Integer> verdicts(double factor) throws IOException {
        Map<String, List<double[]>> benchmarks = runs();
        RegressionTest test = new RegressionTest(benchmarks.size());
        Map<Verdict, Integer> all = new EnumMap<>(Verdict.class);
        benchmarks.forEach((id, runs) -> {
            Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
            for (int now = 0; now < runs.size(); now++) {
                double[] slowed = Arrays.stream(runs.get(now))
                        .map(logarithm -> logarithm + Math.log(factor))
                        .toArray();
                for (int chosen = 0; chosen < 1 << runs.size(); chosen++) {
                    if (Integer.bitCount(chosen) == BASELINE_RUNS && (chosen >> now & 1) == 0) {
                        verdicts.merge(
                                test.compare(id, baseline(runs, chosen), slowed).verdict(), 1, Integer::sum);
                    }
                }
            }
            System.out.println("times " + factor + ", " + id + ": " + verdicts);
            verdicts.forEach((verdict, count) -> all.merge(verdict, count, Integer::sum));
        });
        return all;
    }

    private static List<double[]> baseline(List<double[]> runs, int chosen) {
        List<double[]> baseline = new ArrayList<>();
        for (int run = 0; run < runs.size(); run++) {
            if ((chosen >> run & 1) == 1) {
                baseline.add(runs.get(run));
            }
        }
        return baseline;
    }

    private static Map<String, List<double[]>> runs() throws IOException {
        try (Reader reader = new InputStreamReader(
                ExperimentsTest.class.getResourceAsStream("/runs.json"), StandardCharsets.UTF_8)) {
            JsonObject machine = JsonParser.parseReader(reader)
                    .getAsJsonObject()
                    .getAsJsonArray("machines")
                    .get(0)
                    .getAsJsonObject();
            Map<String, List<double[]>> benchmarks = new TreeMap<>();
            machine.getAsJsonObject("benchmarks").asMap().forEach((id, entry) -> {
                List<double[]> runs = new ArrayList<>();
                for (JsonElement run : entry.getAsJsonObject().getAsJsonArray("runs")) {
                    runs.add(run.getAsJsonArray().asList().stream()
                            .mapToDouble(JsonElement::getAsDouble)
                            .toArray());
                }
                benchmarks.put(id, runs);
            });
            return benchmarks;
        }
    }
}
