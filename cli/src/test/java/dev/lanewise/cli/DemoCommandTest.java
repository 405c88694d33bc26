package dev.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DemoCommandTest {
    /** A line of the table: name, bytes, error, recall and accuracy in percent. */
    private static final Pattern STORED =
            Pattern.compile("(?m)^(\\w[\\w ]*?) +(\\d+) +([\\d.]+) % +([\\d.]+) % +([\\d.]+) %$");

    /** Dimension, two rates, their ratio and the greatest difference. */
    private static final Pattern SPEED = Pattern.compile("(?m)^ +(\\d+) +([\\d,]+) +([\\d,]+) +([\\d.,]+)x +(\\S+)$");

    private static String text;

    @BeforeAll
    static void runOnce() {
        text = CommandRun.of("demo", "--seed", "3", "--threads", "2").succeeds().text();
    }

    private static List<MatchResult> lines(Pattern pattern) {
        return pattern.matcher(text).results().toList();
    }

    @Test
    void saysWhatItDidWithin80Columns() {
        assertTrue(text.contains("1797 handwritten digits"), text);
        assertTrue(text.contains("hadamard-rotation-v1:64:2:3"), text);
        assertTrue(text.lines().allMatch(line -> line.length() <= 80), text);
    }

    @Test
    void saysHowWell() {
        List<MatchResult> rows = lines(STORED);
        assertEquals(
                List.of("exact float32", "4 bit plain", "4 bit rotated", "1 bit plain", "1 bit rotated"),
                rows.stream().map(row -> row.group(1)).toList());
        assertEquals(
                List.of("256", "32", "32", "8", "8"),
                rows.stream().map(row -> row.group(2)).toList());
        assertEquals("0.00", rows.get(0).group(3));
        assertEquals("100.00", rows.get(0).group(4));
        // A rotation that did nothing would leave everything as it was.
        assertNotEquals(rows.get(1).group(3), rows.get(2).group(3));
        assertNotEquals(rows.get(3).group(3), rows.get(4).group(3));
        for (int row = 1; row < 5; row++) {
            double error = Double.parseDouble(rows.get(row).group(3));
            double recall = Double.parseDouble(rows.get(row).group(4));
            assertTrue(error > 0 && error < 100 && recall > 10 && recall < 100, text);
        }
    }

    /**
     * The rotation and the dense product both sum d products of an orthogonal matrix with a vector of norm 1 at most, in
     * float: they differ by at most {@code 2 (d + 15) u} (a dot product of d terms, and a transform of fewer than 15
     * stages twice, by the bound of {@code FloatHadamardPlan}).
     */
    @Test
    void saysHowFastForTheSameResult() {
        List<MatchResult> rows = lines(SPEED);
        assertEquals(
                List.of("64", "768"), rows.stream().map(row -> row.group(1)).toList());
        for (MatchResult row : rows) {
            double difference = Double.parseDouble(row.group(5));
            double bound = 2 * (Integer.parseInt(row.group(1)) + 15) * 0x1p-24;
            assertTrue(difference < bound, row.group() + ": wanted less than " + bound);
            double ours = Double.parseDouble(row.group(2).replace(",", ""));
            double dense = Double.parseDouble(row.group(3).replace(",", ""));
            double ratio = Double.parseDouble(row.group(4).replace(",", ""));
            assertEquals(ours / dense, ratio, 0.06 + ratio / 100);
        }
    }
}
