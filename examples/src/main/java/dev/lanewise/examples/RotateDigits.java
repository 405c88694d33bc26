package dev.lanewise.examples;

import dev.lanewise.HadamardRotation;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.npy.Npy;
import dev.lanewise.npy.NpyArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Rotates 1797 images of handwritten digits and shows what a rotation is for: the energy that the pixels in the middle
 * had is spread over all coordinates, while every distance stays as it was.
 */
public final class RotateDigits {
    private RotateDigits() {}

    /**
     * Runs the example.
     *
     * @param arguments the folder of the data; {@code examples/data} if there are none
     * @throws IOException if the data cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(arguments.length > 0 ? arguments[0] : "examples/data");
        NpyArray digits = Npy.read(data.resolve("digits.npy"));
        int images = digits.shape()[0];
        int pixels = digits.shape()[1];

        double[] centred = centred(digits.doubles(), pixels);
        double[] rotated = centred.clone();
        HadamardRotation rotation = HadamardRotation.of(pixels, 42);
        rotation.applyToRows(rotated, images, Parallelism.NONE);

        System.out.printf("%d images of %d pixels, %s%n", images, pixels, rotation);
        System.out.printf(
                "share of the energy in the strongest 8 coordinates: %.0f %% before, %.0f %% after%n",
                100 * strongest(centred, pixels, 8), 100 * strongest(rotated, pixels, 8));
        System.out.printf(
                "distance of the first two images: %.9f before, %.9f after%n",
                distance(centred, pixels), distance(rotated, pixels));
    }

    /** The rows less their mean. */
    private static double[] centred(double[] rows, int columns) {
        double[] mean = new double[columns];
        for (int i = 0; i < rows.length; i++) {
            mean[i % columns] += rows[i] * columns / rows.length;
        }
        double[] centred = rows.clone();
        for (int i = 0; i < rows.length; i++) {
            centred[i] -= mean[i % columns];
        }
        return centred;
    }

    /** The share of the sum of all squares that the largest {@code count} columns have. */
    private static double strongest(double[] rows, int columns, int count) {
        double[] energy = new double[columns];
        for (int i = 0; i < rows.length; i++) {
            energy[i % columns] += rows[i] * rows[i];
        }
        Arrays.sort(energy);
        double all = 0;
        double top = 0;
        for (int j = 0; j < columns; j++) {
            all += energy[j];
            top += j >= columns - count ? energy[j] : 0;
        }
        return top / all;
    }

    private static double distance(double[] rows, int columns) {
        double sum = 0;
        for (int j = 0; j < columns; j++) {
            double difference = rows[j] - rows[columns + j];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }
}
