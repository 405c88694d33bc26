package dev.lanewise.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DemoCommandTest {
    @Test
    void printsWhatItDidHowWellAndHowFastWithin80Columns() {
        String text = CommandRun.of("demo", "--seed", "3", "--threads", "2")
                .succeeds()
                .text();
        for (String wanted : new String[] {
            "1797 handwritten digits",
            "exact float32             256            0.00 %     100.00 %",
            "4 bit plain                32",
            "4 bit rotated              32",
            "1 bit plain                 8",
            "1 bit rotated               8",
            "At 1 bit  the rotation changes recall by",
            "\n       64 ",
            "\n      768 ",
            "hadamard-rotation-v1:64:2:3"
        }) {
            assertTrue(text.contains(wanted), () -> wanted + " in\n" + text);
        }
        assertTrue(text.lines().allMatch(line -> line.length() <= 80), text);
    }
}
