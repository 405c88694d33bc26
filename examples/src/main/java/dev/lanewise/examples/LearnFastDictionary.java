package dev.lanewise.examples;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.npy.Npy;
import dev.lanewise.npy.NpyArray;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.layers.DoubleDictionary;
import dev.lanewise.structured.layers.DoubleDictionaryLearning;
import dev.lanewise.structured.layers.DoubleOrthogonalMatchingPursuit;
import dev.lanewise.structured.layers.LayerPlan;
import dev.lanewise.structured.layers.Sparsity;
import dev.lanewise.structured.layers.SweepOptions;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * Learns what pieces of a photograph are made of, as a dictionary that is written out and as one of three sparse factors.
 *
 * <p>Pieces of 8 x 8 pixels, without their mean, are combinations of few of 121 atoms. K-SVD begins with cosines and learns atoms for one
 * part of the pieces; the table tells how well they do for another part, which they have not seen. The dense dictionary is then
 * factored into sparse ones, and these are fitted to the data, with new coefficients in each of some rounds (L. Le Magoarou and R. Gribonval,
 * IEEE J. Sel. Topics Signal Process. 10(4), 2016, section VI). Such a dictionary has its price: at as many coefficients it is
 * less exact than the dense one; it is applied in a fraction of the operations, and needs a few coefficients more for the same error.
 */
public final class LearnFastDictionary {
    private static final int SIDE = 8;
    private static final int PIXELS = SIDE * SIDE;

    /** Cosines along each axis: more than there are pixels. */
    private static final int FREQUENCIES = 11;

    private static final int ATOMS = FREQUENCIES * FREQUENCIES;

    /** Coefficients of a piece while learning. */
    private static final int COEFFICIENTS = 5;

    /** Coefficients for which errors are told, from 1. */
    private static final int MOST_COEFFICIENTS = 12;

    private static final int SWEEPS = 12;
    private static final int ROUNDS = 20;
    private static final int SWEEPS_OF_ROUND = 30;

    private final double[] learned;
    private final double[] others;

    private LearnFastDictionary(double[] pixels, int height, int width) {
        learned = pieces(pixels, height, width, 0, 12);
        others = pieces(pixels, height, width, 4, 20);
    }

    /** Pieces without their mean, one after the other, from every so many pixels. */
    private static double[] pieces(double[] pixels, int height, int width, int first, int step) {
        int down = (height - SIDE - first) / step + 1, across = (width - SIDE - first) / step + 1;
        double[] pieces = new double[down * across * PIXELS];
        for (int v = 0; v < down * across; v++) {
            int corner = (first + v / across * step) * width + first + v % across * step;
            double mean = 0;
            for (int i = 0; i < PIXELS; i++) {
                pieces[v * PIXELS + i] = pixels[corner + i / SIDE * width + i % SIDE];
                mean += pieces[v * PIXELS + i] / PIXELS;
            }
            for (int i = 0; i < PIXELS; i++) {
                pieces[v * PIXELS + i] -= mean;
            }
        }
        return pieces;
    }

    /** Products of cosines along rows and columns, those that vary without their mean: 64 x 121. */
    private static double[] cosines() {
        double[] axis = new double[SIDE * FREQUENCIES];
        for (int f = 0; f < FREQUENCIES; f++) {
            double mean = 0;
            for (int i = 0; i < SIDE; i++) {
                axis[i * FREQUENCIES + f] = StrictMath.cos(Math.PI * i * f / FREQUENCIES);
                mean += f == 0 ? 0 : axis[i * FREQUENCIES + f] / SIDE;
            }
            for (int i = 0; i < SIDE; i++) {
                axis[i * FREQUENCIES + f] -= mean;
            }
        }
        double[] both = new double[PIXELS * ATOMS];
        for (int i = 0; i < PIXELS; i++) {
            for (int j = 0; j < ATOMS; j++) {
                both[i * ATOMS + j] =
                        axis[i / SIDE * FREQUENCIES + j / FREQUENCIES] * axis[i % SIDE * FREQUENCIES + j % FREQUENCIES];
            }
        }
        return both;
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
        new LearnFastDictionary(
                        photograph.doubles(), photograph.shape()[0], photograph.shape()[1])
                .run(pictures);
    }

    private void run(Path pictures) throws IOException {
        System.out.printf(
                Locale.ROOT,
                "%d pieces of %d x %d pixels to learn from, %d others; %d atoms, %d coefficients a piece%n%n",
                learned.length / PIXELS,
                SIDE,
                SIDE,
                others.length / PIXELS,
                ATOMS,
                COEFFICIENTS);
        System.out.println(
                "dictionary            entries  operations  error at 3      at 5      at 8  as dense at  seconds");
        double[] start = cosines();
        DoubleLinearMap plain = DoubleDenseMap.of(PIXELS, ATOMS, start);
        // Each axis on its own: 8 x 11 cosines for 8 rows, and then for 11 columns.
        long separable = 2L * SIDE * FREQUENCIES * (SIDE + FREQUENCIES);
        long began = System.nanoTime();
        DoubleDictionary dense = DoubleDictionaryLearning.of(
                        PIXELS, ATOMS, COEFFICIENTS, SweepOptions.DEFAULTS.mostSweeps(SWEEPS))
                .learn(learned, start);
        double seconds = (System.nanoTime() - began) / 1e9;
        double[] ofDense = errors(dense.map());
        double wanted = ofDense[COEFFICIENTS - 1];
        double[] ofCosines = errors(plain);
        print("cosines, separable", separable / 2, separable, ofCosines, wanted, 0);
        print("K-SVD, dense", (long) PIXELS * ATOMS, dense.map().operations(), ofDense, wanted, seconds);
        Fast sparsest = fast(dense, 3, 400, wanted);
        Fast fast = fast(dense, 6, 900, wanted);
        double[] counts = new double[MOST_COEFFICIENTS];
        Arrays.setAll(counts, k -> k + 1);
        Plot plot = new Plot();
        plot.panel("Pieces that were not learned from", "coefficients", "relative error")
                .line("cosines", counts, ofCosines)
                .line("K-SVD", counts, ofDense)
                .line(fast.name, counts, fast.errors)
                .line(sparsest.name, counts, sparsest.errors);
        plot.write(pictures.resolve("ascent-dictionaries.png"));
        write(pictures.resolve("ascent-atoms.png"), plain, dense.map(), fast.map, sparsest.map);
    }

    /** A dictionary in layers, and its errors. */
    private record Fast(String name, DoubleLinearMap map, double[] errors) {}

    /** Three layers: so many entries in each column of the last, as many a row, on the average, in the second, and so many in the first. */
    private Fast fast(DoubleDictionary dense, int few, int first, double wanted) {
        long began = System.nanoTime();
        Sparsity last = Sparsity.perColumn(PIXELS, ATOMS, few);
        Sparsity second = Sparsity.entries(PIXELS, PIXELS, few * PIXELS);
        Sparsity left = Sparsity.entries(PIXELS, PIXELS, first);
        Sparsity more = Sparsity.entries(PIXELS, PIXELS, first * 10 / 7);
        LayerPlan plan =
                new LayerPlan(List.of(new LayerPlan.Stage(last, more), new LayerPlan.Stage(second, left)), false);
        SweepOptions options = SweepOptions.DEFAULTS.leftToRight();
        DoubleDictionary layered = DoubleDictionaryLearning.of(PIXELS, ATOMS, COEFFICIENTS, options)
                .layered(learned, dense, plan);
        DoubleDictionary improved = DoubleDictionaryLearning.of(
                        PIXELS, ATOMS, COEFFICIENTS, options.mostSweeps(SWEEPS_OF_ROUND))
                .improve(learned, layered.layers(), List.of(left, second, last), ROUNDS);
        double seconds = (System.nanoTime() - began) / 1e9;
        DoubleLinearMap map = improved.map();
        Fast fast = new Fast(
                String.format(
                        Locale.ROOT, "layers, gain %.1f", improved.layers().gain()),
                map,
                errors(map));
        print(fast.name, improved.layers().entries(), map.operations(), fast.errors, wanted, seconds);
        return fast;
    }

    private static void print(
            String name, long entries, long operations, double[] errors, double wanted, double seconds) {
        int enough = 0;
        while (enough < errors.length && errors[enough] > wanted) {
            enough++;
        }
        System.out.printf(
                Locale.ROOT,
                "%-20s  %7d  %10d  %10.4f  %8.4f  %8.4f  %11s  %7.2f%n",
                name,
                entries,
                operations,
                errors[2],
                errors[4],
                errors[7],
                enough < errors.length ? "" + (enough + 1) : "more",
                seconds);
    }

    /** {@code ||Y - D X||_F / ||Y||_F} of the pieces that were not learned from, with 1 coefficient each, 2, and so on. */
    private double[] errors(DoubleLinearMap dictionary) {
        int count = others.length / PIXELS;
        Layout vectors = new Layout(0, 1, count, PIXELS), coefficients = new Layout(0, 1, count, ATOMS);
        DoubleOrthogonalMatchingPursuit pursuit = DoubleOrthogonalMatchingPursuit.of(dictionary);
        Workspace workspace = new Workspace();
        double[] errors = new double[MOST_COEFFICIENTS], x = new double[count * ATOMS], y = new double[others.length];
        for (int most = 1; most <= MOST_COEFFICIENTS; most++) {
            pursuit.code(others, vectors, x, coefficients, most, 0, workspace);
            dictionary.apply(x, coefficients, y, vectors, workspace, Parallelism.NONE);
            double off = 0, all = 0;
            for (int i = 0; i < y.length; i++) {
                off += (y[i] - others[i]) * (y[i] - others[i]);
                all += others[i] * others[i];
            }
            errors[most - 1] = Math.sqrt(off / all);
        }
        return errors;
    }

    /** The atoms of dictionaries, each as a square of squares, side by side; grey is zero. */
    private static void write(Path file, DoubleLinearMap... dictionaries) throws IOException {
        int zoom = 3, tile = (SIDE + 1) * zoom, square = FREQUENCIES * tile + 4 * zoom;
        BufferedImage image = new BufferedImage(dictionaries.length * square, square, BufferedImage.TYPE_BYTE_GRAY);
        for (int d = 0; d < dictionaries.length; d++) {
            for (int j = 0; j < ATOMS; j++) {
                double[] unit = new double[ATOMS];
                unit[j] = 1;
                double[] atom = dictionaries[d].apply(unit);
                double largest = Arrays.stream(atom).map(Math::abs).max().orElseThrow();
                int left = d * square + 2 * zoom + j % FREQUENCIES * tile, top = 2 * zoom + j / FREQUENCIES * tile;
                for (int i = 0; i < SIDE * SIDE * zoom * zoom; i++) {
                    int row = i / (SIDE * zoom), column = i % (SIDE * zoom);
                    double number = atom[row / zoom * SIDE + column / zoom] / Math.max(largest, Double.MIN_NORMAL);
                    image.getRaster().setSample(left + column, top + row, 0, (int) Math.rint(127.5 + 127.5 * number));
                }
            }
        }
        ImageIO.write(image, "png", file.toFile());
    }
}
