import static java.lang.String.format;

import java.util.function.IntFunction;

/** The text of a kernel's source, line by line; indented by its braces. */
class SourceText {
    static final String SOURCE = "double[] srcRe, int srcReOffset, double[] srcIm, int srcImOffset";
    static final String TARGET = "double[] dstRe, int dstReOffset, double[] dstIm, int dstImOffset";

    static final String PAIRS = "double[] src, int srcOffset, boolean exchanged";
    static final String FACTORS = "double[] leadingFactors, double[][] factors, double[] buffer";
    static final String BLOCKS = "int firstBlock, int pastBlock";

    private final StringBuilder text = new StringBuilder();
    private int depth;

    final void line(String line) {
        depth -= line.startsWith("}") ? 1 : 0;
        text.append(line.isEmpty() ? "" : "    ".repeat(depth)).append(line).append('\n');
        depth += line.endsWith("{") ? 1 : 0;
    }

    final void lines(String... lines) {
        for (String line : lines) {
            line(line);
        }
    }

    /** Closes that many braces. */
    final void close(int braces) {
        for (int i = 0; i < braces; i++) {
            line("}");
        }
    }

    /** Local variables. */
    void define(String... definitions) {
        line("DoubleVector " + String.join(", ", definitions) + ";");
    }

    /** What stands in an array. */
    String read(String array, String index) {
        return format("DoubleVector.fromArray(SPECIES, %s, %s)", array, index);
    }

    /** The statement that puts it there. */
    String write(String value, String array, String index) {
        return format("EXACT.cast(%s).intoArray(%s, %s);", value, array, index);
    }

    /** {@code " + k step"}. */
    static IntFunction<String> times(String step) {
        return k -> k == 0 ? "" : k == 1 ? " + " + step : " + " + k + " * " + step;
    }

    static IntFunction<String> times(int step) {
        return k -> k == 0 ? "" : " + " + k * step;
    }

    /** The beginning of a class. */
    final void head(String name, boolean roots, boolean masks, String comment) {
        lines("package dev.lanewise.engine.simd;", "");
        if (roots) {
            line("import dev.lanewise.engine.roots.RootsOfUnity;");
        }
        line("import jdk.incubator.vector.DoubleVector;");
        if (masks) {
            line("import jdk.incubator.vector.VectorMask;");
        }
        lines("import jdk.incubator.vector.VectorSpecies;", "");
        comment.lines().forEach(this::line);
        lines(
                format("final class DoubleFourier%s {", name),
                "private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;",
                "private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(SPECIES);");
    }

    final void lanes() {
        line("private static final int LANES = SPECIES.length();");
    }

    /** Where a whole transform keeps a copy of the data. */
    final void buffer(int n) {
        lines(
                "/** Where the imaginary parts lie in the buffer; not at the same place of a page. */",
                format("private static final int IM = %d;", n == 64 ? 72 : n + 40),
                "",
                "static final int BUFFER = 2 * IM;");
    }

    final void sqrtHalf() {
        line("private static final double SQRT_HALF = RootsOfUnity.doubleReal(1, 8);");
    }

    @Override
    public final String toString() {
        return text.toString();
    }
}
