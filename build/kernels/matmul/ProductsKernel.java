package matmul;

import static java.lang.String.format;

import source.SourceText;

/** The inner products of some rows and some others. */
final class ProductsKernel extends SourceText {
    private final int vectors;

    /** For rows whose sums are so many vectors. */
    ProductsKernel(int vectors) {
        this.vectors = vectors;
    }

    String name() {
        return "DoubleProducts" + vectors;
    }

    SourceText products() {
        int most = vectors == 1 ? 4 : 2;
        vectorHead(name(), format("""
                /**
                 * Sums of products of rows and others in %s for each pair, of which one is left in the end: one vector of sums
                 * after the other goes to scratch, row by row.
                 */
                """, vectors == 1 ? "a vector" : vectors + " vectors"), "import jdk.incubator.vector.DoubleVector;");
        lines("private static final int LANES = SPECIES.length();", "", format("private %s() {}", name()));
        tile(1, 1);
        tile(1, most);
        tile(most, most);
        close(1);
        return this;
    }

    private void tile(int rows, int others) {
        lines(
                "",
                format(
                        "static void rows%dx%d(double[] x, int at, int xPitch, double[] y, int from, int yPitch, int length,"
                                + " double[] sums) {",
                        rows, others));
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < others; j++) {
                for (int v = 0; v < vectors; v++) {
                    define(format("%s = DoubleVector.zero(SPECIES)", sum(i, j, v)));
                }
            }
        }
        line(format("for (int k = 0; k < length; k += %s) {", vectors == 1 ? "LANES" : vectors + " * LANES"));
        lines("int here = at + k, there = from + k;");
        for (int v = 0; v < vectors; v++) {
            for (int i = 0; i < rows; i++) {
                String place = "here" + times("xPitch").apply(i) + times("LANES").apply(v);
                define(format("x%dx%d = %s", i, v, read("x", place)));
            }
            for (int j = 0; j < others; j++) {
                String place = "there" + times("yPitch").apply(j) + times("LANES").apply(v);
                define(format("y%dx%d = %s", j, v, read("y", place)));
                for (int i = 0; i < rows; i++) {
                    String sum = sum(i, j, v);
                    line(format("%s = EXACT.cast(x%dx%d.fma(y%dx%d, %s));", sum, i, v, j, v, sum));
                }
            }
        }
        line("}");
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < others; j++) {
                line(write(total(i, j, 0, 1), "sums", "0" + times("LANES").apply(i * others + j)));
            }
        }
        close(1);
    }

    private static String sum(int row, int other, int vector) {
        return format("s%dx%dx%d", row, other, vector);
    }

    /** Of every {@code step}th vector from one on: in the end the upper half of the sums is added to the lower one. */
    private String total(int row, int other, int first, int step) {
        return step == vectors
                ? sum(row, other, first)
                : format("%s.add(%s)", total(row, other, first, 2 * step), total(row, other, first + step, 2 * step));
    }
}
