package dev.lanewise.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lanewise.engine.Parallelism;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The suite can fail: digests tell results apart, reports name what differs. */
class ConformanceReportTest {
    @Test
    void aDigestTellsTheSignOfAZero() {
        assertNotEquals(digestOf(0.0), digestOf(-0.0));
    }

    @Test
    void aDigestTellsTheLastBit() {
        assertNotEquals(digestOf(0.1), digestOf(Math.nextUp(0.1)));
    }

    @Test
    void aDigestTellsTheOrder() {
        assertNotEquals(digestOf(1, 2), digestOf(2, 1));
    }

    @Test
    void aDigestTakesAllNaNsForOne() {
        double other = Double.longBitsToDouble(0xFFF8_0000_0000_0001L);
        assertEquals(digestOf(Double.NaN), digestOf(other));
    }

    @Test
    void aDigestTakesAllFloatNaNsForOne() {
        float[] usual = {Float.NaN};
        float[] other = {Float.intBitsToFloat(0xFFC0_0001)};
        assertEquals(digest(d -> d.add(usual)), digest(d -> d.add(other)));
    }

    @Test
    void aDigestGoesOnPastItsBuffer() {
        double[] one = new double[5000];
        double[] other = new double[5000];
        other[4999] = 1;
        assertNotEquals(digestOf(one), digestOf(other));
    }

    @Test
    void aReportNamesTheOperationsThatDiffer() {
        ConformanceReport reference = report("same 01", "changed 02", "gone 03");
        ConformanceReport other = report("same 01", "changed 12", "new 04");
        assertEquals(
                List.of("changed: got 12, wanted 02", "gone: got nothing, wanted 03", "new: got 04, wanted nothing"),
                other.differencesFrom(reference));
    }

    @Test
    void aReportReadsWhatItWrote() {
        ConformanceReport report = report("# a comment", "", "one 01", "two 02");
        assertEquals(report, ConformanceReport.parse(report.lines().lines()));
    }

    @Test
    void aReportRefusesAnOperationThatComesTwice() {
        assertThrows(IllegalArgumentException.class, () -> report("one 01", "one 02"));
    }

    private static ConformanceReport report(String... lines) {
        return ConformanceReport.parse(Stream.of(lines));
    }

    private static String digestOf(double... values) {
        return digest(digest -> digest.add(values));
    }

    private interface Filling {
        void fill(Digest digest);
    }

    private static String digest(Filling filling) {
        return new ConformanceCase("test", (digest, parallelism) -> filling.fill(digest)).digest(Parallelism.NONE);
    }
}
