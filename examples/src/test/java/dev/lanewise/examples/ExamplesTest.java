package dev.lanewise.examples;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The build runs every example and reads what it prints. */
class ExamplesTest {
    private static final String DATA = "data";

    @Test
    void rotationKeepsDistancesAndSpreadsEnergy() throws Exception {
        String printed = printedBy(() -> RotateDigits.main(new String[] {DATA}));

        assertTrue(printed.contains("1797 images of 64 pixels, hadamard-rotation-v1:64:2:42"), printed);
        String[] distances = printed.replaceAll("(?s).*images: (\\S+) before, (\\S+) after.*", "$1 $2")
                .split(" ");
        assertTrue(distances[0].equals(distances[1]), printed);
        String[] shares = printed.replaceAll("(?s).*coordinates: (\\d+) % before, (\\d+) % after.*", "$1 $2")
                .split(" ");
        assertTrue(Integer.parseInt(shares[1]) < Integer.parseInt(shares[0]), printed);
    }

    private interface Example {
        void run() throws Exception;
    }

    private static String printedBy(Example example) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            System.setOut(out);
            example.run();
        } finally {
            System.setOut(before);
        }
        String printed = bytes.toString(StandardCharsets.UTF_8);
        before.print(printed);
        return printed;
    }
}
