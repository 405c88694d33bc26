package dev.lanewise.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.npy.Npy;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void betterQualityTakesMoreBytesAndIsNearerToThePhotograph(@TempDir Path pictures) throws Exception {
        String printed = printedBy(() -> CompressPhotograph.main(new String[] {DATA, pictures.toString()}));

        List<double[]> rows = printed.lines()
                .filter(line -> line.matches("[ 0-9.]+"))
                .map(line -> Stream.of(line.strip().split(" +"))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
        assertEquals(6, rows.size(), printed);
        for (int i = 1; i < rows.size(); i++) {
            assertTrue(rows.get(i)[1] > rows.get(i - 1)[1], printed);
            assertTrue(rows.get(i)[3] > rows.get(i - 1)[3], printed);
        }
        // NumPy and SciPy come to 33.3756 dB at quality 50.
        assertEquals(33.38, rows.get(3)[3], printed);

        double[] pixels = Npy.read(Path.of(DATA, "ascent.npy")).doubles();
        assertArrayEquals(pixels, pixels(pictures.resolve("ascent.png")));
        double before = blockiness(pixels);
        double coarse = blockiness(pixels(pictures.resolve("ascent-quality-5.png")));
        double fine = blockiness(pixels(pictures.resolve("ascent-quality-90.png")));
        assertTrue(coarse > 2 * before, "blocks of 8 x 8 do not show: " + coarse + " against " + before);
        assertEquals(before, fine, 0.1 * before, "blocks of 8 x 8 show at high quality");
    }

    private static double[] pixels(Path file) throws IOException {
        Raster raster = ImageIO.read(file.toFile()).getRaster();
        return raster.getSamples(0, 0, raster.getWidth(), raster.getHeight(), 0, (double[]) null);
    }

    /** How much pixels differ across the borders of blocks, over how much they differ elsewhere, row by row. */
    private static double blockiness(double[] pixels) {
        double[] sums = new double[2];
        for (int i = 1; i < pixels.length; i++) {
            if (i % 512 != 0) {
                sums[i % 8 == 0 ? 0 : 1] += Math.abs(pixels[i] - pixels[i - 1]);
            }
        }
        return sums[0] / 63 / (sums[1] / 448);
    }

    @Test
    void heartRateFromSpectraIsThatOfCountedBeats() throws Exception {
        String printed = printedBy(() -> FindHeartRate.main(new String[] {DATA}));

        assertTrue(printed.contains("300 seconds at 360 Hz"), printed);
        double[] rates = printed.lines()
                .skip(1)
                .map(line -> line.replaceAll(".*?([0-9.]+) (beats )?per minute", "$1"))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertEquals(4, rates.length, printed);
        // The rate varies by some percent within the five minutes.
        assertEquals(rates[1], rates[0], 0.03 * rates[1], printed);
        assertEquals(rates[3], rates[2], 0.03 * rates[3], printed);
        // SciPy's find_peaks counts 499 and 496 beats in the five minutes at two thresholds of the energy in 5 to 15
        // Hz.
        assertEquals(99.5, rates[1], 1, printed);
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
