package dev.lanewise.examples;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.butterfly.ButterflyPattern;
import dev.lanewise.engine.trigonometric.TrigonometricKind;
import dev.lanewise.structured.DoubleTrigonometricMap;
import dev.lanewise.structured.butterfly.DoubleButterflyFactorization;
import dev.lanewise.structured.butterfly.DoubleButterflyRecovery;
import dev.lanewise.structured.butterfly.DoubleRecoveredMatrix;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * Finds the fast Fourier transform, and the fast cosine transform, in the mere entries of their matrices.
 *
 * <p>The picture shows the matrix of the Fourier transform and then the layers that were found, the last one first: a
 * pixel block for each entry, bright where it is large, with its phase as a colour. Nothing is told to the search but
 * the numbers: neither which transform it is nor in which order its columns have to be taken.
 */
public final class RecoverFourier {
    private static final int LENGTH = 64;

    /** Pixels of an entry, each way, and between two matrices. */
    private static final int SIZE = 4;

    private static final int GAP = 12;

    private RecoverFourier() {}

    /**
     * Runs the example.
     *
     * @param arguments the folder for the picture; {@code examples/target} if there is none
     * @throws IOException if the picture cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path pictures = Path.of(arguments.length > 0 ? arguments[0] : "examples/target");
        int n = LENGTH;
        double[] re = new double[n * n], im = new double[n * n];
        for (int k = 0; k < n; k++) {
            for (int j = 0; j < n; j++) {
                double angle = 2 * Math.PI * (k * j % n) / n;
                re[k * n + j] = StrictMath.cos(angle);
                im[k * n + j] = -StrictMath.sin(angle);
            }
        }
        DoubleButterflyRecovery search = DoubleButterflyRecovery.usual(n);
        DoubleRecoveredMatrix fourier = search.recoverComplex(re, im, MatrixLayout.of(n, n));
        print("Fourier", fourier);
        double[] cosines = DoubleTrigonometricMap.of(TrigonometricKind.DCT2, n, Normalization.ORTHO)
                .toDense();
        print("cosines", search.recover(cosines, MatrixLayout.of(n, n)));

        Files.createDirectories(pictures);
        Path file = pictures.resolve("fourier-layers.png");
        ImageIO.write(draw(re, im, fourier.factorization().orElseThrow()), "png", file.toFile());
        System.out.println("picture: fourier-layers.png in " + pictures);
    }

    private static void print(String what, DoubleRecoveredMatrix found) {
        System.out.printf(
                Locale.ROOT,
                "%s: %s%n  error %.1e, at most %.1e; %,d operations instead of %,d%n",
                what,
                found.name(),
                found.error(),
                found.bound(),
                found.operations(),
                found.denseOperations());
    }

    private static BufferedImage draw(double[] re, double[] im, DoubleButterflyFactorization factors) {
        int n = LENGTH, count = factors.patterns().size(), step = n * SIZE + GAP;
        BufferedImage image =
                new BufferedImage((count + 1) * step + GAP, n * SIZE + 2 * GAP, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, Color.WHITE.getRGB());
            }
        }
        draw(image, GAP, re, im);
        for (int l = 0; l < count; l++) {
            ButterflyPattern pattern = factors.patterns().get(l);
            double[] denseRe = new double[n * n], denseIm = new double[n * n];
            double[] valuesRe = factors.values(l), valuesIm = factors.imaginaryValues(l);
            for (int at = 0; at < valuesRe.length; at++) {
                int block = at / (pattern.blockRows() * pattern.blockCols());
                int row = at / pattern.blockCols() % pattern.blockRows(), col = at % pattern.blockCols();
                int group = block / pattern.stride(), offset = block % pattern.stride();
                int i = (group * pattern.blockRows() + row) * pattern.stride() + offset;
                int j = (group * pattern.blockCols() + col) * pattern.stride() + offset;
                denseRe[i * n + j] = valuesRe[at];
                denseIm[i * n + j] = valuesIm[at];
            }
            draw(image, GAP + (l + 1) * step, denseRe, denseIm);
        }
        return image;
    }

    private static void draw(BufferedImage image, int left, double[] re, double[] im) {
        double largest = 0;
        for (int at = 0; at < re.length; at++) {
            largest = Math.max(largest, Math.hypot(re[at], im[at]));
        }
        for (int at = 0; at < re.length; at++) {
            double size = Math.hypot(re[at], im[at]) / largest;
            double turn = StrictMath.atan2(im[at], re[at]) / (2 * Math.PI);
            int colour = Color.HSBtoRGB((float) turn, 0.75f, (float) size);
            for (int pixel = 0; pixel < SIZE * SIZE; pixel++) {
                int x = left + at % LENGTH * SIZE + pixel % SIZE, y = GAP + at / LENGTH * SIZE + pixel / SIZE;
                image.setRGB(x, y, colour);
            }
        }
    }
}
