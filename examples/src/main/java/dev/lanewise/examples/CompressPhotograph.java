package dev.lanewise.examples;

import dev.lanewise.engine.Grid;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.grid.DoubleRealToRealGridPlan;
import dev.lanewise.engine.trigonometric.TrigonometricKind;
import dev.lanewise.npy.Npy;
import dev.lanewise.npy.NpyArray;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import javax.imageio.ImageIO;

/**
 * Compresses a photograph as JPEG does: cosine transforms of blocks of 8 x 8 pixels, of which each coefficient is divided by
 * a step and rounded. Shows for several qualities how small the picture becomes and how far it is from the photograph, and
 * writes the pictures.
 *
 * <p>Sizes are of real files: the rounded coefficients, those of the same frequency one after the other, are deflated, and the
 * pictures are made from what is inflated again.
 */
public final class CompressPhotograph {
    private static final int BLOCK = 8;

    private static final int[] QUALITIES = {5, 10, 25, 50, 75, 90};

    /** Steps for brightness at quality 50 (ITU-T Recommendation T.81, 1992, table K.1), by vertical and horizontal frequency. */
    private static final int[] STEPS = {
        16, 11, 10, 16, 24, 40, 51, 61, //
        12, 12, 14, 19, 26, 58, 60, 55, //
        14, 13, 16, 24, 40, 57, 69, 56, //
        14, 17, 22, 29, 51, 87, 80, 62, //
        18, 22, 37, 56, 68, 109, 103, 77, //
        24, 35, 55, 64, 81, 104, 113, 92, //
        49, 64, 78, 87, 103, 121, 120, 101, //
        72, 92, 95, 98, 112, 100, 103, 99
    };

    /** Stands before a number that is no byte. */
    private static final int ESCAPE = -128;

    private final int height;
    private final int width;

    /** Row-major pixels are blocks, rows of a block, blocks beside each other and columns of a block, all in one. */
    private final Grid blocks;

    private final DoubleRealToRealGridPlan cosines;

    private CompressPhotograph(int height, int width) {
        this.height = height;
        this.width = width;
        blocks = Grid.of(height / BLOCK, BLOCK, width / BLOCK, BLOCK);
        cosines = DoubleRealToRealGridPlan.trigonometric(TrigonometricKind.DCT2, blocks, 1, 3)
                .normalized(Normalization.ORTHO);
    }

    /**
     * Runs the example.
     *
     * @param arguments the folder of the data and one for the pictures; {@code examples/data} and {@code examples/target} if
     *     there are none
     * @throws IOException if the data cannot be read or a picture not be written
     */
    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(arguments.length > 0 ? arguments[0] : "examples/data");
        Path pictures = Path.of(arguments.length > 1 ? arguments[1] : "examples/target");
        NpyArray photograph = Npy.read(data.resolve("ascent.npy"));
        double[] pixels = photograph.doubles();
        CompressPhotograph example =
                new CompressPhotograph(photograph.shape()[0], photograph.shape()[1]);

        Files.createDirectories(pictures);
        example.write(pixels, pictures.resolve("ascent.png"));
        System.out.printf(
                Locale.ROOT,
                "%d x %d pixels, 8 bits each: %d bytes, deflated %d%n",
                example.height,
                example.width,
                pixels.length,
                deflated(bytes(pixels)).length);
        System.out.println("quality    bytes  bits/pixel  PSNR in dB");
        for (int quality : QUALITIES) {
            byte[] file = example.compressed(pixels, quality);
            double[] again = example.decompressed(file, quality);
            System.out.printf(
                    Locale.ROOT,
                    "%7d  %7d  %10.3f  %10.2f%n",
                    quality,
                    file.length,
                    8.0 * file.length / pixels.length,
                    peakToNoise(pixels, again));
            example.write(again, pictures.resolve("ascent-quality-" + quality + ".png"));
        }
        System.out.println("pictures: ascent.png and ascent-quality-*.png in " + pictures);
    }

    /** The step of a coefficient: that of quality 50 times a factor, as the Independent JPEG Group's encoder has it. */
    private int step(int pixel, int quality) {
        int vertical = pixel / width % BLOCK;
        int horizontal = pixel % BLOCK;
        int percent = quality < 50 ? 5000 / quality : 200 - 2 * quality;
        return Math.clamp((STEPS[vertical * BLOCK + horizontal] * percent + 50) / 100, 1, 255);
    }

    private byte[] compressed(double[] pixels, int quality) {
        double[] x = new double[pixels.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = pixels[i] - 128;
        }
        cosines.transform(x, blocks);
        ByteArrayOutputStream numbers = new ByteArrayOutputStream();
        for (int frequency = 0; frequency < BLOCK * BLOCK; frequency++) {
            int before = 0;
            for (int block = 0; block < x.length / (BLOCK * BLOCK); block++) {
                int at = place(frequency, block);
                int number = (int) Math.rint(x[at] / step(at, quality));
                // Means of blocks are much like those of their neighbours.
                put(numbers, frequency == 0 ? number - before : number);
                before = number;
            }
        }
        return deflated(numbers.toByteArray());
    }

    private double[] decompressed(byte[] file, int quality) {
        byte[] numbers = inflated(file);
        double[] x = new double[height * width];
        int read = 0;
        for (int frequency = 0; frequency < BLOCK * BLOCK; frequency++) {
            int before = 0;
            for (int block = 0; block < x.length / (BLOCK * BLOCK); block++) {
                int number = numbers[read++];
                if (number == ESCAPE) {
                    number = numbers[read++] << Byte.SIZE | numbers[read++] & 0xFF;
                }
                before = frequency == 0 ? before + number : number;
                int at = place(frequency, block);
                x[at] = before * step(at, quality);
            }
        }
        cosines.inverse().transform(x, blocks);
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.clamp(Math.rint(x[i] + 128), 0, 255);
        }
        return x;
    }

    /** Where the coefficient of one of 64 frequencies of a block is. */
    private int place(int frequency, int block) {
        int row = block / (width / BLOCK) * BLOCK + frequency / BLOCK;
        int column = block % (width / BLOCK) * BLOCK + frequency % BLOCK;
        return row * width + column;
    }

    private static void put(ByteArrayOutputStream numbers, int number) {
        if (number > ESCAPE && number < -ESCAPE) {
            numbers.write(number);
        } else {
            numbers.write(ESCAPE);
            numbers.write(number >> Byte.SIZE);
            numbers.write(number);
        }
    }

    private static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(bytes);
        deflater.finish();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 12];
        while (!deflater.finished()) {
            file.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return file.toByteArray();
    }

    private static byte[] inflated(byte[] file) {
        Inflater inflater = new Inflater(true);
        inflater.setInput(file);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 12];
        try {
            while (!inflater.finished()) {
                bytes.write(buffer, 0, inflater.inflate(buffer));
            }
        } catch (DataFormatException e) {
            throw new IllegalStateException("what was deflated does not inflate", e);
        } finally {
            inflater.end();
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(double[] pixels) {
        byte[] bytes = new byte[pixels.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) pixels[i];
        }
        return bytes;
    }

    /** {@code 10 log10 (255^2 / mean squared difference)}. */
    private static double peakToNoise(double[] wanted, double[] came) {
        double squares = 0;
        for (int i = 0; i < wanted.length; i++) {
            squares += (wanted[i] - came[i]) * (wanted[i] - came[i]);
        }
        return 10 * StrictMath.log10(255.0 * 255.0 * wanted.length / squares);
    }

    private void write(double[] pixels, Path file) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSamples(0, 0, width, height, 0, pixels);
        ImageIO.write(image, "png", file.toFile());
    }
}
