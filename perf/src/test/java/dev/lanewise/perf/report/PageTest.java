package dev.lanewise.perf.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
    private static final String COMPARED = """
            {"environment": {"processor": "A < B"}, "threads": 1, "matches": [
             {"benchmark": "fwht", "type": "f32", "n": 64, "flops": 384, "bytes": 512,
              "nanoseconds": {"ours": [[10, 11], [9]], "copy": [[5, 5], [5]], "FFTW": [[20, 20], [20]]}},
             {"benchmark": "fwht", "type": "f32", "n": 768, "flops": 10000, "bytes": 6144,
              "nanoseconds": {"ours": [[100]], "copy": [[50]]}}]}
            """;

    private static final String LIMITS = """
            {"gigaflops": {"f32 at 512 bits": 260, "f64 at 512 bits": 130}, "gigabytes": {"L1": 300, "memory": 50}, "shuffles": 8}
            """;

    @TempDir
    Path folder;

    @BeforeAll
    static void noScreen() {
        System.setProperty("java.awt.headless", "true");
        boolean fonts;
        try {
            fonts = GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames().length > 0;
        } catch (RuntimeException | LinkageError e) {
            fonts = false;
        }
        assumeTrue(fonts, "no fonts on this machine, which Java wants for pictures");
    }

    private Path page(String compared, String limits) throws IOException {
        Path a = Files.writeString(folder.resolve("compare.json"), compared);
        Path b = Files.writeString(folder.resolve("limits.json"), limits);
        return Page.write(a, b, folder.resolve("report"));
    }

    @Test
    void thePageHoldsItsPicturesAndItsNumbers() throws IOException {
        String html = Files.readString(page(COMPARED, LIMITS));
        assertEquals(2, html.split("<img ", -1).length - 1, "one of the speed, one roofline");
        assertTrue(html.contains("data:image/png;base64,iVBOR"), "a PNG");
        assertTrue(html.contains("A &lt; B"));
        assertTrue(
                html.contains("<td>64</td><td>10.0</td><td>0.50 times</td><td>2.00 times</td>"),
                html.substring(0, 3000));
        assertTrue(html.contains("<td>768</td><td>100.0</td><td>0.50 times</td><td>cannot</td>"));
        assertTrue(!html.contains("http"), "nothing is fetched");
        assertTrue(Files.size(folder.resolve("report/fwht-f32.png")) > 10_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "no json", "{\"environment\": {}, \"matches\": [{}]}"})
    void aDamagedFileIsRefusedByName(String text) {
        assertRefused("compare.json", text, LIMITS);
        assertRefused("limits.json", COMPARED, text.startsWith("{\"env") ? "{}" : text);
    }

    private void assertRefused(String name, String compared, String limits) {
        String message = assertThrows(IllegalArgumentException.class, () -> page(compared, limits))
                .getMessage();
        assertTrue(message.contains(name + ": got a damaged file, wanted what "), message);
    }
}
