package dev.lanewise.cli;

import dev.lanewise.HadamardRotation;
import dev.lanewise.cli.demo.DenseMatrix;
import dev.lanewise.cli.demo.Digits;
import dev.lanewise.cli.demo.SearchQuality;
import dev.lanewise.cli.demo.Throughput;
import dev.lanewise.cli.demo.UniformQuantizer;
import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.backend.Backend;
import dev.lanewise.structured.FloatLinearMap;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;

/** Rotates and quantises the bundled images, and prints what that does to a search, and how fast the rotation is. */
final class RotationDemo {
    private static final int[] BITS = {4, 1};

    /** A second, longer vector: as many images as make a usual dimension of an embedding, 768. */
    private static final int IMAGES_TOGETHER = 12;

    private final Digits digits;
    private final long seed;
    private final Parallelism parallelism;
    private final PrintStream out;
    private final Progress progress;

    RotationDemo(Digits digits, long seed, Parallelism parallelism, PrintStream out, Progress progress) {
        this.digits = digits;
        this.seed = seed;
        this.parallelism = parallelism;
        this.out = out;
        this.progress = progress;
    }

    void run() {
        HadamardRotation rotation = HadamardRotation.of(digits.dimension(), seed);
        float[] plain = digits.centred();
        float[] rotated = plain.clone();
        rotation.applyToRows(rotated, digits.count(), parallelism);
        title(rotation);
        quality(plain, rotated);
        speed(plain, rotation, HadamardRotation.of(IMAGES_TOGETHER * digits.dimension(), seed));
        print("");
        print("This rotation in any later release, on any machine, to the last bit:");
        print("  %s", rotation.identity());
    }

    private void title(HadamardRotation rotation) {
        print("LANEWISE DEMO: random rotations for vectors in few bits");
        print("");
        print("Data      %d handwritten digits of %d pixels, values 0 to 16", digits.count(), digits.dimension());
        print("          (E. Alpaydin and C. Kaynak, UCI repository, 1998, CC BY 4.0)");
        print(
                "Rotation  %d blocks of random signs and a Hadamard transform, seed %d:",
                rotation.blocks(), rotation.seed());
        print(
                "          %,d operations a vector, %,d as a dense matrix",
                rotation.asFloatMap().operations(), 2L * rotation.dimension() * rotation.dimension());
        print(
                "Backend   %s%s",
                Backend.active(), Backend.vectorBits() == 0 ? "" : ", vectors of " + Backend.vectorBits() + " bits");
    }

    private void quality(float[] plain, float[] rotated) {
        progress.begin("searching", 2 + 2 * BITS.length);
        SearchQuality.Judge judge = new SearchQuality.Judge(digits, parallelism);
        progress.step(1);
        StringBuilder table = new StringBuilder();
        StringBuilder verdict = new StringBuilder();
        row(table, "exact float32", (double) Float.BYTES * digits.dimension(), 0, judge.of(plain, plain));
        progress.step(1);
        for (int bits : BITS) {
            SearchQuality before = quantised(bits, "plain", plain, judge, table);
            SearchQuality after = quantised(bits, "rotated", rotated, judge, table);
            verdict.append(String.format(
                    Locale.ROOT,
                    "%nAt %d bit%s the rotation changes recall by %+.1f points, accuracy by %+.1f points.",
                    bits,
                    bits == 1 ? " " : "s",
                    100 * (after.recall() - before.recall()),
                    100 * (after.accuracy() - before.accuracy())));
        }
        progress.end();
        print("");
        print(
                "HOW WELL  Each image, kept exact, seeks its %d nearest among the others, which",
                SearchQuality.NEIGHBOURS);
        print(
                "are stored in few bits; recall@%d: how many of them an exact search finds, too.",
                SearchQuality.NEIGHBOURS);
        print("Plain or rotated: mean subtracted, one uniform quantiser for all coordinates,");
        print("its step the one of least mean square error.");
        print("");
        print(
                "stored as        bytes/vector    mean sq. error    recall@%d    1-NN accuracy",
                SearchQuality.NEIGHBOURS);
        out.print(table);
        out.println(verdict);
    }

    private SearchQuality quantised(
            int bits, String name, float[] vectors, SearchQuality.Judge judge, StringBuilder table) {
        UniformQuantizer quantizer = UniformQuantizer.fit(bits, vectors);
        byte[] codes = quantizer.encode(vectors);
        SearchQuality quality = judge.of(vectors, quantizer.decode(codes, vectors.length));
        double error = quantizer.meanSquareError(vectors) / UniformQuantizer.meanSquare(vectors);
        row(table, bits + " bit " + name, (double) codes.length / digits.count(), error, quality);
        progress.step(1);
        return quality;
    }

    private static void row(StringBuilder table, String name, double bytes, double error, SearchQuality quality) {
        table.append(String.format(
                Locale.ROOT,
                "%-16s %12.0f    %12.2f %%    %7.2f %%    %11.2f %%%n",
                name,
                bytes,
                100 * error,
                100 * quality.recall(),
                100 * quality.accuracy()));
    }

    private void speed(float[] images, HadamardRotation small, HadamardRotation large) {
        progress.begin("timing", 4);
        String first = speed(images, small);
        String second = speed(images, large);
        progress.end();
        print("");
        print("HOW FAST  Vectors a second, one thread, in cache: the rotation, and the same");
        print("rotation written out as a dense matrix and multiplied by plain vectorised loops.");
        print("");
        print("dimension          rotation     dense matrix   faster by   greatest difference");
        out.print(first);
        out.print(second);
    }

    /** One line of the table, for as many whole vectors as the images make. */
    private String speed(float[] images, HadamardRotation rotation) {
        int d = rotation.dimension();
        int count = images.length / d;
        FloatLinearMap map = rotation.asFloatMap();
        DenseMatrix dense = new DenseMatrix(map.toDense(), d);
        float[] vectors = Arrays.copyOf(images, count * d);
        float[] structured = new float[count * d];
        float[] multiplied = new float[count * d];
        Layout rows = Layout.rows(0, count, d);
        Workspace workspace = new Workspace();
        double fast = count
                * Throughput.perSecond(() -> map.apply(vectors, rows, structured, rows, workspace, Parallelism.NONE));
        progress.step(1);
        double slow = count * Throughput.perSecond(() -> dense.apply(vectors, multiplied));
        progress.step(1);
        return String.format(
                Locale.ROOT,
                "%9d  %,16.0f %,16.0f   %8.1fx   %20.1e%n",
                d,
                fast,
                slow,
                fast / slow,
                greatestDifference(structured, multiplied));
    }

    /** Relative to the greatest value. */
    private static double greatestDifference(float[] a, float[] b) {
        double difference = 0;
        double greatest = 0;
        for (int i = 0; i < a.length; i++) {
            difference = Math.max(difference, Math.abs((double) a[i] - b[i]));
            greatest = Math.max(greatest, Math.abs(a[i]));
        }
        return difference / greatest;
    }

    private void print(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
