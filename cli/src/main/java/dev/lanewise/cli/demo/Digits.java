package dev.lanewise.cli.demo;

import dev.lanewise.npy.Npy;
import dev.lanewise.npy.NpyArray;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The bundled images of handwritten digits: the test part of Optical Recognition of Handwritten Digits, E. Alpaydin and
 * C. Kaynak, UCI Machine Learning Repository, 1998 (CC BY 4.0).
 *
 * @param pixels the images one after the other, integers from 0 to 16
 * @param labels the digit that each image shows
 * @param dimension the pixels of an image
 */
public record Digits(float[] pixels, int[] labels, int dimension) {
    /**
     * Reads the images from the class path.
     *
     * @return the images
     */
    public static Digits load() {
        NpyArray images = resource("digits.npy");
        NpyArray labels = resource("digits-labels.npy");
        double[] values = images.doubles();
        float[] pixels = new float[values.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) values[i];
        }
        int[] digits = new int[labels.size()];
        for (int i = 0; i < digits.length; i++) {
            digits[i] = (int) labels.doubles()[i];
        }
        return new Digits(pixels, digits, images.shape()[1]);
    }

    private static NpyArray resource(String name) {
        try (InputStream in = Digits.class.getResourceAsStream(name)) {
            return Npy.read(in, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * How many images there are.
     *
     * @return the number
     */
    public int count() {
        return labels.length;
    }

    /**
     * The images less their mean, so that codes need not spend themselves on what all images share.
     *
     * @return a new array
     */
    public float[] centred() {
        double[] mean = new double[dimension];
        for (int i = 0; i < pixels.length; i++) {
            mean[i % dimension] += pixels[i];
        }
        float[] centred = new float[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            centred[i] = (float) (pixels[i] - mean[i % dimension] / count());
        }
        return centred;
    }
}
