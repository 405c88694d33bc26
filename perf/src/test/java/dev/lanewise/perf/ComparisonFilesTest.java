package dev.lanewise.perf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.lanewise.perf.duel.Match;
import dev.lanewise.perf.duel.Result;
import dev.lanewise.perf.duel.Samples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonFilesTest {
    private static Result result(String benchmark, String type, long n, Samples... samples) {
        return Result.of(new Match(benchmark, type, n, 1000, 64, 0, List::of), List.of(List.of(samples)));
    }

    private static final List<Result> RESULTS = List.of(
            result(
                    "fwht",
                    "f32",
                    64,
                    new Samples("k", "ours", new double[] {10, 10, 10}),
                    new Samples("k", "copy", new double[] {5, 5, 5}),
                    new Samples("k", "FFTW", new double[] {25, 30, 20})),
            result(
                    "fwht",
                    "f64",
                    768,
                    new Samples("k", "ours", new double[] {100}),
                    new Samples("k", "copy", new double[] {50})));

    @Test
    void csvHasALineForEachPeer() {
        assertEquals("""
                benchmark,type,n,threads,ours_ns,peer,peer_ns,speedup,low,high,gflops
                fwht,f32,64,2,10.000,copy,5.000,0.5000,0.5000,0.5000,100.000
                fwht,f32,64,2,10.000,FFTW,25.000,2.5000,2.5000,2.5000,100.000
                fwht,f64,768,2,100.000,copy,50.000,0.5000,0.5000,0.5000,10.000
                """, ComparisonFiles.csv(RESULTS, 2));
    }

    @Test
    void jsonHasTheSamplesAndWhereTheyWereTaken() {
        JsonObject root = JsonParser.parseString(ComparisonFiles.json(RESULTS, 1, Map.of("jdk", "25")))
                .getAsJsonObject();
        assertEquals("25", root.getAsJsonObject("environment").get("jdk").getAsString());
        JsonObject match = root.getAsJsonArray("matches").get(0).getAsJsonObject();
        assertEquals(
                "[[25.0,30.0,20.0]]",
                match.getAsJsonObject("nanoseconds").get("FFTW").toString());
        assertEquals(64, match.get("n").getAsLong());
    }

    @Test
    void aPeerThatCannotDoASizeIsShownAsSuch() {
        String table = ComparisonTable.of(RESULTS);
        assertTrue(
                table.lines().anyMatch(line -> line.matches(" +64 +f32 .*0\\.50 \\(.*2\\.50 \\(2\\.50-2\\.50\\)")),
                table);
        assertTrue(table.lines().anyMatch(line -> line.matches(" +768 +f64 .*0\\.50 \\(.* cannot")), table);
        assertEquals(1, table.lines().map(String::length).skip(2).distinct().count(), "aligned:\n" + table);
    }
}
