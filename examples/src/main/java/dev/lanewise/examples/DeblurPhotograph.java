package dev.lanewise.examples;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.npy.Npy;
import dev.lanewise.npy.NpyArray;
import dev.lanewise.structured.DoubleCirculantMap;
import dev.lanewise.structured.DoubleIdentity;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleStack;
import dev.lanewise.structured.solve.DoubleLsmr;
import dev.lanewise.structured.solve.DoubleSolution;
import dev.lanewise.structured.solve.SolverOptions;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * Sharpens a photograph that a moving camera out of focus has blurred, by LSMR with a map of its own.
 *
 * <p>The blur is a matrix with a row and a column for every pixel, 69 thousand million numbers, that is never written out: it is
 * a circulant along rows and another along columns. Small singular values make the plain inverse useless, since it magnifies the
 * noise. Iterations of LSMR bring back first what the blur has left most of, so that one may stop before the noise comes; when
 * to stop is told by the size of the noise (the discrepancy principle of V. A. Morozov, 1966). The other way is damping. Both in
 * P. C. Hansen, Discrete Inverse Problems: Insight and Algorithms, SIAM, 2010, chapters 4 to 6.
 *
 * <p>The blur is known here, and goes round at the borders, as that of a real camera does not.
 */
public final class DeblurPhotograph {
    /** Pixels that the camera moves by, along rows. */
    private static final int MOTION = 9;

    /** The standard deviation of the blur of the lens, in pixels. */
    private static final double LENS = 1.5;

    /** The standard deviation of the noise, in steps of grey. */
    private static final double NOISE = 2;

    private static final long SEED = 42;

    private static final int[] ITERATIONS = {1, 2, 4, 8, 16, 24, 40};

    private final int height;
    private final int width;
    private final DoubleLinearMap blur;
    private final double[] photograph;
    private final double[] blurred;
    private final double grey;

    private DeblurPhotograph(int height, int width, double[] photograph) {
        this.height = height;
        this.width = width;
        this.photograph = photograph;
        // Circulants commute and their product is one: the first column of it is that of one, blurred by the other.
        double[] motion = new double[width];
        for (int i = 0; i < MOTION; i++) {
            motion[Math.floorMod(i - MOTION / 2, width)] = 1.0 / MOTION;
        }
        DoubleCirculantMap lens = DoubleCirculantMap.of(bell(width));
        this.blur = new TwoWayMap(DoubleCirculantMap.of(lens.apply(motion)), DoubleCirculantMap.of(bell(height)));
        this.blurred = blur.apply(photograph);
        Random random = new Random(SEED);
        for (int i = 0; i < blurred.length; i++) {
            blurred[i] += NOISE * random.nextGaussian();
        }
        this.grey = Arrays.stream(blurred).average().orElseThrow();
    }

    /** {@code y = C x R^T} of a row-major picture {@code x}: one map along each row, another along each column. */
    private static final class TwoWayMap extends DoubleLinearMap {
        private final DoubleLinearMap alongRows;
        private final DoubleLinearMap alongColumns;

        TwoWayMap(DoubleLinearMap alongRows, DoubleLinearMap alongColumns) {
            super(alongRows.rows() * alongColumns.rows(), alongRows.cols() * alongColumns.cols());
            this.alongRows = alongRows;
            this.alongColumns = alongColumns;
        }

        @Override
        protected void applyUnchecked(double[] x, int xOffset, double[] y, int yOffset, Workspace workspace) {
            both(alongRows, alongColumns, x, xOffset, y, yOffset, workspace);
        }

        @Override
        protected void applyTransposedUnchecked(double[] x, int xOffset, double[] y, int yOffset, Workspace workspace) {
            both(alongRows.transposed(), alongColumns.transposed(), x, xOffset, y, yOffset, workspace);
        }

        private static void both(
                DoubleLinearMap first, DoubleLinearMap second, double[] x, int from, double[] y, int to, Workspace w) {
            int height = second.rows(), width = first.rows();
            Layout rows = w.layout(to, 1, height, width), columns = w.layout(to, width, width, 1);
            first.apply(x, w.layout(from, 1, height, width), y, rows, w, Parallelism.NONE);
            second.apply(y, columns, y, columns, w, Parallelism.NONE);
        }

        @Override
        public List<DoubleLinearMap> parts() {
            return List.of(alongRows, alongColumns);
        }

        @Override
        public long operations() {
            return (long) alongColumns.rows() * alongRows.operations()
                    + (long) alongRows.rows() * alongColumns.operations();
        }

        @Override
        public String name() {
            return "along rows and columns";
        }
    }

    /** A Gaussian bell around element 0, with a sum of 1, going round. */
    private static double[] bell(int n) {
        double[] bell = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double distance = Math.min(i, n - i) / LENS;
            bell[i] = StrictMath.exp(-distance * distance / 2);
            sum += bell[i];
        }
        for (int i = 0; i < n; i++) {
            bell[i] /= sum;
        }
        return bell;
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
        NpyArray file = Npy.read(data.resolve("ascent.npy"));
        DeblurPhotograph example = new DeblurPhotograph(file.shape()[0], file.shape()[1], file.doubles());
        Files.createDirectories(pictures);
        example.run(pictures);
        System.out.println("pictures: ascent-deblurred.png and ascent-deblurring.png in " + pictures);
    }

    private void run(Path pictures) throws IOException {
        System.out.println(blur.describe());
        System.out.printf(Locale.ROOT, "blurred, with noise of %.1f: PSNR %.2f dB%n", NOISE, peakToNoise(blurred));
        System.out.println(
                "LSMR stops                  iterations  reason                  residual  PSNR in dB  seconds");
        double[] difference = new double[blurred.length];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = blurred[i] - grey;
        }
        double contrast = distance(difference, new double[difference.length]);
        // No entry is negative, and rows and columns have a sum of 1: so is the norm.
        SolverOptions options = SolverOptions.DEFAULTS.mapNorm(1).returningLast();

        // At the noise: ||b - A x|| = tol (||A|| ||x|| + ||b||), where x is hardly longer than b.
        double tolerance = NOISE / (2 * contrast);
        solve("at the noise", blur, options.tolerance(tolerance), difference);

        // With damping by noise over signal: the most probable picture if pixels had nothing to do with each other.
        double damping = NOISE / contrast;
        DoubleLinearMap damped =
                DoubleStack.of(List.of(blur, DoubleIdentity.of(blur.cols()).times(damping)));
        double[] below = Arrays.copyOf(difference, 2 * difference.length);
        double[] restored = solve("at the end, with damping", damped, SolverOptions.DEFAULTS.tolerance(1e-4), below);

        double[] x = new double[ITERATIONS.length], y = new double[ITERATIONS.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = ITERATIONS[i];
            y[i] = peakToNoise(solve(
                    "after " + ITERATIONS[i], blur, options.tolerance(1e-9).mostIterations(ITERATIONS[i]), difference));
        }
        double[] unchanged = new double[x.length];
        Arrays.fill(unchanged, peakToNoise(blurred));
        write(pictures.resolve("ascent-deblurred.png"), photograph, blurred, restored);
        Plot plot = new Plot();
        plot.panel("Restored by LSMR", "iterations", "PSNR in dB")
                .line("blurred", x, unchanged)
                .line("restored", x, y);
        plot.write(pictures.resolve("ascent-deblurring.png"));
    }

    /** Solves, prints a row of the table, with the distance from what was seen, and returns the picture. */
    private double[] solve(String name, DoubleLinearMap map, SolverOptions options, double[] b) {
        long start = System.nanoTime();
        DoubleSolution solution = DoubleLsmr.of(map, options).solve(b);
        double seconds = (System.nanoTime() - start) / 1e9;
        double[] pixels = solution.x();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Math.clamp(pixels[i] + grey, 0, 255);
        }
        System.out.printf(
                Locale.ROOT,
                "%-26s  %10d  %-22s  %8.2f  %10.2f  %7.2f%n",
                name,
                solution.iterations(),
                solution.reason(),
                distance(blurred, blur.apply(pixels)),
                peakToNoise(pixels),
                seconds);
        return pixels;
    }

    /** {@code 10 log10 (255^2 / mean squared difference)} from the photograph. */
    private double peakToNoise(double[] pixels) {
        return 20 * StrictMath.log10(255 / distance(photograph, pixels));
    }

    /** The root of the mean squared difference. */
    private static double distance(double[] x, double[] y) {
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            squares += (x[i] - y[i]) * (x[i] - y[i]);
        }
        return Math.sqrt(squares / x.length);
    }

    /** Pictures side by side. */
    private void write(Path file, double[]... pictures) throws IOException {
        BufferedImage image = new BufferedImage(pictures.length * width, height, BufferedImage.TYPE_BYTE_GRAY);
        for (int k = 0; k < pictures.length; k++) {
            double[] pixels = new double[height * width];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = Math.clamp(Math.rint(pictures[k][i]), 0, 255);
            }
            image.getRaster().setSamples(k * width, 0, width, height, 0, pixels);
        }
        ImageIO.write(image, "png", file.toFile());
    }
}
