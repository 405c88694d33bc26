package dev.lanewise.examples;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.butterfly.ButterflyPattern;
import dev.lanewise.engine.butterfly.DoubleButterflyGradient;
import dev.lanewise.engine.butterfly.DoubleButterflyProduct;
import dev.lanewise.engine.matmul.DoubleMatrixProduct;
import dev.lanewise.npy.Npy;
import dev.lanewise.npy.NpyArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Learns to read 1797 handwritten digits with one hidden layer, {@code softmax(V max(0, W x + b) + c)}, whose 64 x 64 weights W are a
 * butterfly matrix, dense, or of low rank with as many numbers as the butterfly: how well each does on digits that it has not
 * seen, and how many vectors a second it multiplies.
 *
 * <p>The loss is the mean cross-entropy; steps are those of Adam (D. P. Kingma and J. Ba, ICLR 2015). Everything follows from one
 * seed.
 */
public final class LearnButterflyLayer {
    private static final int N = 64;
    private static final int CLASSES = 10;
    private static final int TESTED = 360;
    private static final int BATCH = 128;
    private static final int EPOCHS = 60;
    private static final double RATE = 0.004;
    private static final int RANK = 6;

    /** Vectors that are multiplied at once to measure speed, and how often. */
    private static final int MEASURED = 4096;

    private static final int TIMES = 30;

    private final Workspace workspace = new Workspace();
    private final SplittableRandom random = new SplittableRandom(7);

    /** The numbers of all images side by side: pixel i of image j is at {@code i images + j}. */
    private final double[] pixels;

    private final int[] labels;
    private final int images;

    private LearnButterflyLayer(double[] rows, double[] labels) {
        images = labels.length;
        pixels = new double[rows.length];
        this.labels = new int[images];
        int[] order = shuffled(images);
        for (int j = 0; j < images; j++) {
            this.labels[j] = (int) labels[order[j]];
            for (int i = 0; i < N; i++) {
                pixels[i * images + j] = rows[order[j] * N + i] / 16;
            }
        }
    }

    /**
     * Runs the example.
     *
     * @param arguments the folder of the data; {@code examples/data} if there are none
     * @throws IOException if the data cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(arguments.length > 0 ? arguments[0] : "examples/data");
        NpyArray digits = Npy.read(data.resolve("digits.npy"));
        double[] labels = Npy.read(data.resolve("digits-labels.npy")).doubles();
        System.out.printf("%d images of 64 pixels, %d of them kept for the test%n", digits.shape()[0], TESTED);
        System.out.printf("%-12s %10s %12s %15s%n", "weights", "parameters", "correct", "vectors/second");
        for (String name : new String[] {"butterfly", "dense", "low rank"}) {
            LearnButterflyLayer learning = new LearnButterflyLayer(digits.doubles(), labels);
            Weights weights = learning.weights(name);
            double share = learning.learn(weights);
            System.out.printf(
                    "%-12s %10d %10.1f %% %,15.0f%n",
                    name, weights.parameters.values.length, 100 * share, learning.speed(weights));
        }
    }

    private Weights weights(String name) {
        return switch (name) {
            case "butterfly" -> new Butterfly();
            case "dense" -> new Dense();
            default -> new LowRank();
        };
    }

    /** Numbers that are learned, by Adam. */
    private final class Parameters {
        final double[] values;
        final double[] gradient;
        private final double[] mean;
        private final double[] square;
        private int steps;

        Parameters(int count, double deviation) {
            values = new double[count];
            gradient = new double[count];
            mean = new double[count];
            square = new double[count];
            for (int i = 0; i < count; i++) {
                values[i] = deviation * random.nextGaussian();
            }
        }

        void step() {
            steps++;
            double forMean = 1 - StrictMath.pow(0.9, steps), forSquare = 1 - StrictMath.pow(0.999, steps);
            for (int i = 0; i < values.length; i++) {
                mean[i] += 0.1 * (gradient[i] - mean[i]);
                square[i] += 0.001 * (gradient[i] * gradient[i] - square[i]);
                values[i] -= RATE * mean[i] / forMean / (Math.sqrt(square[i] / forSquare) + 1e-8);
            }
        }
    }

    /** The matrix W on vectors side by side. */
    private abstract static class Weights {
        final Parameters parameters;

        Weights(Parameters parameters) {
            this.parameters = parameters;
        }

        /** Takes the parameters as they are now. */
        void renew() {}

        abstract void multiply(double[] x, double[] y, int count);

        /** Sets the gradient of the parameters from that of the products. */
        abstract void back(double[] x, double[] ofY, int count);
    }

    private final class Butterfly extends Weights {
        private final List<ButterflyPattern> patterns = ButterflyPattern.ofRadices(2, 2, 2, 2, 2, 2);
        private DoubleButterflyProduct product;
        private DoubleButterflyGradient gradient;

        /** It begins as rotations by angles at random, which leave all lengths as they are. */
        Butterfly() {
            super(new Parameters(6 * 2 * N, 0));
            for (int block = 0; block < parameters.values.length; block += 4) {
                double angle = 2 * Math.PI * random.nextDouble();
                parameters.values[block] = parameters.values[block + 3] = StrictMath.cos(angle);
                parameters.values[block + 1] = StrictMath.sin(angle);
                parameters.values[block + 2] = -parameters.values[block + 1];
            }
        }

        @Override
        void renew() {
            double[][] values = new double[patterns.size()][];
            for (int l = 0; l < values.length; l++) {
                values[l] = Arrays.copyOfRange(parameters.values, l * 2 * N, (l + 1) * 2 * N);
            }
            product = DoubleButterflyProduct.of(patterns, values);
            gradient = DoubleButterflyGradient.of(product);
        }

        @Override
        void multiply(double[] x, double[] y, int count) {
            Layout columns = Layout.columns(0, count, count);
            product.multiply(x, columns, y, columns, workspace, Parallelism.NONE);
        }

        @Override
        void back(double[] x, double[] ofY, int count) {
            Layout columns = Layout.columns(0, count, count);
            gradient.apply(x, columns, ofY, columns, parameters.gradient, ofY, columns, workspace, Parallelism.NONE);
        }
    }

    private final class Dense extends Weights {
        Dense() {
            super(new Parameters(N * N, Math.sqrt(1.0 / N)));
        }

        @Override
        void multiply(double[] x, double[] y, int count) {
            product(N, count, N, parameters.values, false, x, false, y);
        }

        @Override
        void back(double[] x, double[] ofY, int count) {
            product(N, N, count, ofY, false, x, true, parameters.gradient);
        }
    }

    /** {@code W = L R}. */
    private final class LowRank extends Weights {
        LowRank() {
            super(new Parameters(2 * N * RANK, 1 / Math.sqrt(Math.sqrt(N * RANK))));
        }

        private double[] left() {
            return Arrays.copyOf(parameters.values, N * RANK);
        }

        private double[] right() {
            return Arrays.copyOfRange(parameters.values, N * RANK, 2 * N * RANK);
        }

        @Override
        void multiply(double[] x, double[] y, int count) {
            double[] between = new double[RANK * count];
            product(RANK, count, N, right(), false, x, false, between);
            product(N, count, RANK, left(), false, between, false, y);
        }

        @Override
        void back(double[] x, double[] ofY, int count) {
            double[] between = new double[RANK * count], ofBetween = new double[RANK * count];
            double[] ofLeft = new double[N * RANK], ofRight = new double[N * RANK];
            product(RANK, count, N, right(), false, x, false, between);
            product(N, RANK, count, ofY, false, between, true, ofLeft);
            product(RANK, count, N, left(), true, ofY, false, ofBetween);
            product(RANK, N, count, ofBetween, false, x, true, ofRight);
            System.arraycopy(ofLeft, 0, parameters.gradient, 0, N * RANK);
            System.arraycopy(ofRight, 0, parameters.gradient, N * RANK, N * RANK);
        }
    }

    /** {@code C = A B} of m x n, with k between, of factors that may be stored transposed. */
    private void product(
            int m, int n, int k, double[] a, boolean aTransposed, double[] b, boolean bTransposed, double[] c) {
        MatrixLayout left = aTransposed ? MatrixLayout.of(k, m).transposed() : MatrixLayout.of(m, k);
        MatrixLayout right = bTransposed ? MatrixLayout.of(n, k).transposed() : MatrixLayout.of(k, n);
        DoubleMatrixProduct.multiply(1, a, left, b, right, 0, c, MatrixLayout.of(m, n), workspace, Parallelism.NONE);
    }

    /** Learns from all images but those of the test; the share of these that is read right. */
    private double learn(Weights weights) {
        Parameters bias = new Parameters(N, 0), readOut = new Parameters(CLASSES * N, Math.sqrt(1.0 / N));
        Parameters offsets = new Parameters(CLASSES, 0);
        int learned = images - TESTED;
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            int[] order = shuffled(learned);
            for (int from = 0; from + BATCH <= learned; from += BATCH) {
                int[] batch = Arrays.copyOfRange(order, from, from + BATCH);
                weights.renew();
                double[] x = columns(batch), hidden = hidden(weights, bias, x, BATCH);
                double[] ofLogits = logits(readOut, offsets, hidden, BATCH);
                toGradient(ofLogits, batch);
                product(CLASSES, N, BATCH, ofLogits, false, hidden, true, readOut.gradient);
                sumRows(ofLogits, offsets.gradient);
                double[] ofHidden = new double[N * BATCH];
                product(N, BATCH, CLASSES, readOut.values, true, ofLogits, false, ofHidden);
                for (int i = 0; i < ofHidden.length; i++) {
                    ofHidden[i] = hidden[i] > 0 ? ofHidden[i] : 0;
                }
                sumRows(ofHidden, bias.gradient);
                weights.back(x, ofHidden, BATCH);
                for (Parameters parameters : List.of(weights.parameters, bias, readOut, offsets)) {
                    parameters.step();
                }
            }
        }
        weights.renew();
        int[] test = new int[TESTED];
        Arrays.setAll(test, j -> learned + j);
        double[] hidden = hidden(weights, bias, columns(test), TESTED);
        return correct(logits(readOut, offsets, hidden, TESTED), test);
    }

    private int[] shuffled(int count) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private double[] columns(int[] which) {
        double[] x = new double[N * which.length];
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < which.length; j++) {
                x[i * which.length + j] = pixels[i * images + which[j]];
            }
        }
        return x;
    }

    private static double[] hidden(Weights weights, Parameters bias, double[] x, int count) {
        double[] hidden = new double[N * count];
        weights.multiply(x, hidden, count);
        for (int i = 0; i < hidden.length; i++) {
            hidden[i] = Math.max(0, hidden[i] + bias.values[i / count]);
        }
        return hidden;
    }

    private double[] logits(Parameters readOut, Parameters offsets, double[] hidden, int count) {
        double[] logits = new double[CLASSES * count];
        product(CLASSES, count, N, readOut.values, false, hidden, false, logits);
        for (int i = 0; i < logits.length; i++) {
            logits[i] += offsets.values[i / count];
        }
        return logits;
    }

    /** Logits become the gradient of the mean cross-entropy: probabilities less 1 for the right class, over the number of images. */
    private void toGradient(double[] logits, int[] batch) {
        int count = batch.length;
        for (int j = 0; j < count; j++) {
            double largest = Double.NEGATIVE_INFINITY, sum = 0;
            for (int i = j; i < logits.length; i += count) {
                largest = Math.max(largest, logits[i]);
            }
            for (int i = j; i < logits.length; i += count) {
                logits[i] = StrictMath.exp(logits[i] - largest);
                sum += logits[i];
            }
            for (int i = j; i < logits.length; i += count) {
                logits[i] = (logits[i] / sum - (i / count == labels[batch[j]] ? 1 : 0)) / count;
            }
        }
    }

    private static void sumRows(double[] rows, double[] sums) {
        int count = rows.length / sums.length;
        for (int i = 0; i < sums.length; i++) {
            sums[i] = 0;
            for (int j = 0; j < count; j++) {
                sums[i] += rows[i * count + j];
            }
        }
    }

    private double correct(double[] logits, int[] which) {
        int count = which.length, right = 0;
        for (int j = 0; j < count; j++) {
            int best = 0;
            for (int i = 1; i < CLASSES; i++) {
                best = logits[i * count + j] > logits[best * count + j] ? i : best;
            }
            right += best == labels[which[j]] ? 1 : 0;
        }
        return (double) right / count;
    }

    /** Vectors a second of the weights alone: the best of some times. */
    private double speed(Weights weights) {
        double[] x = new double[N * MEASURED], y = new double[N * MEASURED];
        Arrays.fill(x, 1);
        double best = Double.POSITIVE_INFINITY;
        for (int time = 0; time < TIMES; time++) {
            long start = System.nanoTime();
            weights.multiply(x, y, MEASURED);
            best = Math.min(best, System.nanoTime() - start);
        }
        return MEASURED / best * 1e9;
    }
}
