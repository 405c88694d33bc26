package dev.lanewise.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.npy.Npy;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    @Test
    void deblurredPhotographIsNearerToTheSharpOne(@TempDir Path pictures) throws Exception {
        String printed = printedBy(() -> DeblurPhotograph.main(new String[] {DATA, pictures.toString()}));

        double blurred = number(printed, "(?s).*PSNR ([0-9.]+) dB.*");
        double early = number(printed, "(?s).*at the noise +\\d+ +solved +[0-9.]+ +([0-9.]+) .*");
        double damped = number(printed, "(?s).*with damping +\\d+ +least squares solution +[0-9.]+ +([0-9.]+) .*");
        // NumPy, dividing by the spectrum and with noise of its own, comes to 22.03 and 25.00 dB.
        assertEquals(22.03, blurred, 0.02, printed);
        assertEquals(25.00, damped, 0.05, printed);
        assertTrue(early > blurred + 1.5, printed);
        double residual = number(printed, "(?s).*at the noise +\\d+ +solved +([0-9.]+) .*");
        assertEquals(2, residual, 0.2, printed);

        double[] after = printed.lines()
                .filter(line -> line.startsWith("after"))
                .mapToDouble(line -> number(line, ".* ([0-9.]+) +[0-9.]+"))
                .toArray();
        double best = Arrays.stream(after).max().orElseThrow();
        assertTrue(best > after[0] + 3, printed);
        assertTrue(best > after[after.length - 1] + 0.5, "noise does not come back: " + printed);

        Raster together =
                ImageIO.read(pictures.resolve("ascent-deblurred.png").toFile()).getRaster();
        assertEquals(3 * 512, together.getWidth());
        double[] pixels = Npy.read(Path.of(DATA, "ascent.npy")).doubles();
        assertArrayEquals(pixels, together.getSamples(0, 0, 512, 512, 0, (double[]) null));
        assertIsDrawn(pictures.resolve("ascent-deblurring.png"));
    }

    @Test
    void transformsAreFoundInTheirEntries(@TempDir Path pictures) throws Exception {
        String printed = printedBy(() -> RecoverFourier.main(new String[] {pictures.toString()}));

        assertTrue(printed.contains("Fourier: butterfly of 6 factors of rank 1, rows natural, columns bits"), printed);
        assertTrue(printed.contains("cosines: butterfly of 5 factors of rank 2, rows folded about 0"), printed);
        printed.lines().filter(line -> line.contains("error")).forEach(line -> {
            assertTrue(number(line, ".*error (\\S+),.*") < 1e-14, printed);
        });
        BufferedImage picture =
                ImageIO.read(pictures.resolve("fourier-layers.png").toFile());
        assertEquals(7 * (64 * 4 + 12) + 12, picture.getWidth());
    }

    @Test
    void mainsHumGoesAndBeatsStay(@TempDir Path pictures) throws Exception {
        String printed = printedBy(() -> RemoveMainsHum.main(new String[] {DATA, pictures.toString()}));

        // NumPy's solution of the same equations has the same gain; SciPy's welch finds the same line.
        assertEquals(-39.0, number(printed, "(?s).*gain: (\\S+) dB.*"), printed);
        assertEquals(-32.1, number(printed, "(?s).*before: (\\S+) dB.*"), printed);
        assertTrue(number(printed, "(?s).*after: (\\S+) dB.*") < -32.1 - 35, printed);
        double around = number(printed, "(?s).*before: .*? Hz, (\\S+) dB.*");
        assertEquals(around, number(printed, "(?s).*after: .*? Hz, (\\S+) dB.*"), 0.3, printed);
        double height = number(printed, "(?s).*R peaks of (\\S+) mV.*");
        assertTrue(Math.abs(number(printed, "(?s).*change by (\\S+) microvolts.*")) < 2 * height, printed);
        assertIsDrawn(pictures.resolve("ecg-mains-hum.png"));
    }

    @Test
    void tauPreconditionerNeedsAsManyIterationsAtAnySize() throws Exception {
        String printed = printedBy(() -> CompareToeplitzPreconditioners.main(new String[] {"12", "1.2", "1.5", "1.8"}));

        List<String[]> rows = printed.lines()
                .map(line -> line.strip().split(" {2,}"))
                .filter(row -> row[0].matches("[0-9.]+"))
                .toList();
        assertEquals(12, rows.size(), printed);
        for (String[] row : rows) {
            int first = Integer.parseInt(row[2]), last = Integer.parseInt(row[6]);
            switch (row[1]) {
                case "none" -> assertTrue(last > 4 * first, printed);
                case "T. Chan" -> assertTrue(last >= first + 4, printed);
                case "Strang" -> assertTrue(last <= first + 4, printed);
                default -> assertTrue(last <= first + 2, printed);
            }
        }
        int[] last = rows.stream().mapToInt(row -> Integer.parseInt(row[6])).toArray();
        for (int none = 0; none < last.length; none += 4) {
            int strang = last[none + 1], tChan = last[none + 2], tau = last[none + 3];
            assertTrue(tau <= strang && strang < tChan && tChan < last[none], printed);
        }
    }

    /** A parameter that governs n values with noise is found to within about 1 / sqrt(n) or a few times that: lengths have fewer. */
    @Test
    void parametersOfAGridProcessAreFoundAgain() throws Exception {
        String printed = printedBy(() -> FitGridProcess.main(new String[] {"40", "45"}));

        assertTrue(printed.contains("1800 values on a grid of 40 x 45"), printed);
        for (String name : List.of("amplitude", "length of rows", "length of columns", "noise")) {
            double truth = number(printed, "(?s).*" + name + " +([0-9.]+) +[0-9.]+\\R.*");
            double found = number(printed, "(?s).*" + name + " +[0-9.]+ +([0-9.]+)\\R.*");
            assertEquals(truth, found, (name.equals("noise") ? 0.1 : 0.3) * truth, printed);
        }
        double ofTruth = number(printed, "(?s).*log-likelihood +(\\S+) +\\S+\\R.*");
        assertTrue(number(printed, "(?s).*log-likelihood +\\S+ +(\\S+)\\R.*") > ofTruth, printed);
        double before = number(printed, "(?s).*error of the values: +([0-9.]+)\\R.*");
        double after = number(printed, "(?s).*error of the mean: +([0-9.]+)\\R.*");
        assertTrue(after < 0.7 * before, printed);
        assertEquals(number(printed, "(?s).*foretells: +([0-9.]+)\\R.*"), after, 0.15 * after, printed);
    }

    @Test
    void fastDictionaryIsNearTheDenseOne(@TempDir Path pictures) throws Exception {
        String printed = printedBy(() -> LearnFastDictionary.main(new String[] {DATA, pictures.toString()}));

        double[][] rows = printed.lines()
                .filter(line -> line.matches("(cosines|K-SVD|layers).*"))
                .map(line -> Stream.of(line.replaceAll("^.*?  +", "").strip().split(" +"))
                        .mapToDouble(text -> text.equals("more") ? Double.POSITIVE_INFINITY : Double.parseDouble(text))
                        .toArray())
                .toArray(double[][]::new);
        assertEquals(4, rows.length, printed);
        double[] cosines = rows[0], dense = rows[1], sparsest = rows[2], fast = rows[3];
        assertTrue(fast[1] < dense[1] / 3 && sparsest[1] < dense[1] / 7, printed);
        // At five coefficients: the dense one gains most on cosines, the fast one most of that.
        assertTrue(dense[3] < 0.85 * cosines[3], printed);
        assertTrue(fast[3] < cosines[3] - (cosines[3] - dense[3]) / 2, printed);
        assertTrue(fast[5] <= 7, "as many coefficients more: " + printed);
        // The sparsest one costs less than cosines, and is as good.
        assertTrue(sparsest[1] < cosines[1] && sparsest[3] < 1.1 * cosines[3], printed);
        assertIsDrawn(pictures.resolve("ascent-dictionaries.png"));
        Raster atoms =
                ImageIO.read(pictures.resolve("ascent-atoms.png").toFile()).getRaster();
        assertEquals(4 * atoms.getHeight(), atoms.getWidth());
    }

    @Test
    void butterflyLayerReadsDigitsWithFewNumbers() throws Exception {
        String printed = printedBy(() -> LearnButterflyLayer.main(new String[] {DATA}));

        assertTrue(printed.contains("1797 images of 64 pixels, 360 of them"), printed);
        double butterfly = number(printed, "(?s).*butterfly +768 +([0-9.]+) %.*");
        double dense = number(printed, "(?s).*dense +4096 +([0-9.]+) %.*");
        double lowRank = number(printed, "(?s).*low rank +768 +([0-9.]+) %.*");
        // Of 360 images, 98 % are right within 1.5 %: twice the standard deviation of a share.
        assertTrue(butterfly > 96.5 && dense > 96.5 && lowRank > 96.5, printed);
    }

    private static double number(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertTrue(matcher.matches(), text);
        return Double.parseDouble(matcher.group(1));
    }

    /** A plot has lines in the two first colours. */
    private static void assertIsDrawn(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        int[] colours = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        for (int colour : new int[] {0xFFE69F00, 0xFF0072B2}) {
            assertTrue(Arrays.stream(colours).filter(c -> c == colour).count() > 100, file.toString());
        }
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
