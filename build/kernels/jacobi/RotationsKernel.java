package jacobi;

import static java.lang.String.format;

import source.SourceText;

/** Two rows that become two others, and the inner product of one of them and a third. */
final class RotationsKernel extends SourceText {
    private final int vectors;

    /** For rows whose sums are so many vectors. */
    RotationsKernel(int vectors) {
        this.vectors = vectors;
    }

    String name() {
        return "DoubleRotations" + vectors;
    }

    SourceText rotations() {
        vectorHead(name(), format("""
                /**
                 * Rotations of two rows and products of them, summed in %d vectors, of which one is left in the end and goes to
                 * scratch.
                 */
                """, vectors), "import jdk.incubator.vector.DoubleVector;");
        lanes();
        lines("", format("private %s() {}", name()));
        rotate();
        product();
        close(1);
        return this;
    }

    private void rotate() {
        lines(
                "",
                "static void rotate(double p, double q, double r, double s, double[] a, int x, int y, int z, int length,"
                        + " double[] sums) {");
        for (String factor : new String[] {"p", "q", "r", "s"}) {
            define(format("%1$sAll = DoubleVector.broadcast(SPECIES, %1$s)", factor));
        }
        loop();
        for (int v = 0; v < vectors; v++) {
            String x = place("x", v), y = place("y", v);
            define(format("x%d = %s", v, read("a", x)), format("y%d = %s", v, read("a", y)));
            line(write(format("pAll.fma(x%1$d, qAll.mul(y%1$d))", v), "a", x));
            define(format("next%1$d = sAll.fma(y%1$d, rAll.mul(x%1$d))", v));
            line(write("next" + v, "a", y));
            add(read("a", place("z", v)), "next" + v, v);
        }
        end();
    }

    private void product() {
        lines("", "static void product(double[] a, int x, int y, int length, double[] sums) {");
        loop();
        for (int v = 0; v < vectors; v++) {
            add(read("a", place("x", v)), read("a", place("y", v)), v);
        }
        end();
    }

    private void loop() {
        for (int v = 0; v < vectors; v++) {
            define(format("sum%d = DoubleVector.zero(SPECIES)", v));
        }
        line(format("for (int k = 0; k < length; k += %d * LANES) {", vectors));
    }

    private static String place(String row, int vector) {
        return row + " + k" + times("LANES").apply(vector);
    }

    private void add(String factor, String other, int vector) {
        line(format("sum%1$d = EXACT.cast(%2$s.fma(%3$s, sum%1$d));", vector, factor, other));
    }

    private void end() {
        line("}");
        line(write(total(0, 1), "sums", "0"));
        close(1);
    }

    /** Of every {@code step}th vector from one on: in the end the upper half of the sums is added to the lower one. */
    private String total(int first, int step) {
        return step == vectors
                ? "sum" + first
                : format("%s.add(%s)", total(first, 2 * step), total(first + step, 2 * step));
    }
}
