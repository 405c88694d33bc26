package matmul;

import static java.lang.String.format;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import source.SourceText;

/** The product of a panel of A and a panel of B in a tile of registers. */
final class TileKernel extends SourceText {
    private final int height;
    private final int width;

    /** A tile of so many rows, each of so many vectors. */
    TileKernel(int height, int width) {
        this.height = height;
        this.width = width;
    }

    String name() {
        return format("DoubleTile%dx%d", height, width);
    }

    SourceText product() {
        vectorHead(name(), format("""
                /**
                 * %d rows of %s in registers: for each step of the depth a number of every row, which stand side by side in a
                 * panel, times the vector%s of the other panel.
                 */
                """, height, width == 1 ? "a vector" : width + " vectors", width == 1 ? "" : "s"), "import jdk.incubator.vector.DoubleVector;");
        lanes();
        lines(
                "",
                format("private %s() {}", name()),
                "",
                "static void product(double[] a, int aOffset, double[] b, int bOffset, int depth, double alpha,"
                        + " double[] addend, int addendOffset, int addendPitch, double[] c, int cOffset, int cPitch) {");
        for (int i = 0; i < height; i++) {
            int row = i;
            define(each(j -> format("c%dx%d = DoubleVector.zero(SPECIES)", row, j)));
        }
        lines(
                "for (int k = 0; k < depth; k++) {",
                format("int from = aOffset + %d * k, at = bOffset + %d * LANES * k;", height, width));
        define(each(j -> format("b%d = %s", j, read("b", "at" + times("LANES").apply(j)))));
        for (int i = 0; i < height; i++) {
            int row = i;
            define(format("a%d = DoubleVector.broadcast(SPECIES, a[from%s])", i, times(1).apply(i)));
            lines(IntStream.range(0, width)
                    .mapToObj(j -> format("c%1$dx%2$d = EXACT.cast(a%1$d.fma(b%2$d, c%1$dx%2$d));", row, j))
                    .toArray(String[]::new));
        }
        line("}");
        define("factor = DoubleVector.broadcast(SPECIES, alpha)");
        for (int i = 0; i < height; i++) {
            for (int j = 0; j < width; j++) {
                String from = "addendOffset" + times("addendPitch").apply(i) + times("LANES").apply(j);
                String to = "cOffset" + times("cPitch").apply(i) + times("LANES").apply(j);
                line(write(format("c%dx%d.fma(factor, %s)", i, j, read("addend", from)), "c", to));
            }
        }
        close(2);
        return this;
    }

    private String each(IntFunction<String> definition) {
        return IntStream.range(0, width).mapToObj(definition).collect(Collectors.joining(", "));
    }
}
