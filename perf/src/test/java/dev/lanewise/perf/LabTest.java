package dev.lanewise.perf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lab as it is called, on one size. No time is asserted, but that there is one. */
class LabTest {
    @TempDir
    Path folder;

    @Test
    void comparesOneSize() throws IOException {
        assertEquals(0, Lab.run("compare", "--quick", "--only", "fwht", "--n", "64", "--out", folder.toString()));
        List<String> lines = Files.readAllLines(folder.resolve("compare.csv"));
        assertEquals("benchmark,type,n,threads,ours_ns,peer,peer_ns,speedup,low,high,gflops", lines.get(0));
        for (String start : new String[] {"fwht,f32,64,1,", "fwht,f64,64,1,"}) {
            assertTrue(lines.stream().anyMatch(line -> line.startsWith(start) && line.contains(",copy,")), start);
        }
        assertTrue(
                lines.stream().anyMatch(line -> line.startsWith("fwht,f64,64,1,") && line.contains(",Commons Math,")));
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",");
            assertEquals(11, fields.length, line);
            for (int i : new int[] {4, 6, 7, 8, 9, 10}) {
                assertTrue(Double.parseDouble(fields[i]) > 0, line);
            }
        }
        assertTrue(Files.readString(folder.resolve("compare.json"))
                .contains("\"peers\": \"Commons Math, JTransforms, EJML"));
    }

    @Test
    void whatIsNotThereIsToldWithStatus1() {
        assertEquals(1, Lab.run("compare", "--only", "nothing"));
        assertEquals(1, Lab.run("compare", "--only", "fwht", "--n", "63"));
        assertEquals(1, Lab.run("report", "--out", folder.toString()));
        assertNotEquals(0, Lab.run("compare", "--no-such-option"));
        assertNotEquals(0, Lab.run(new String[0]));
    }

    @Test
    void aMachineThatFailsIsToldWithWhatItSaid() {
        IllegalStateException failure = assertThrows(
                IllegalStateException.class, () -> Fork.run(List.of("-XX:NoSuchFlag"), "fwht", "fwht/f32/64", true, 1));
        assertTrue(failure.getMessage().contains("NoSuchFlag"), failure.getMessage());
    }
}
