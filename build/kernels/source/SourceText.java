package source;

import static java.lang.String.format;

import java.util.function.IntFunction;

/** The text of a kernel's source, line by line; indented by its braces. */
public class SourceText {
    private final StringBuilder text = new StringBuilder();
    private int depth;

    public final void line(String line) {
        depth -= line.startsWith("}") ? 1 : 0;
        text.append(line.isEmpty() ? "" : "    ".repeat(depth)).append(line).append('\n');
        depth += line.endsWith("{") ? 1 : 0;
    }

    public final void lines(String... lines) {
        for (String line : lines) {
            line(line);
        }
    }

    /** Closes that many braces. */
    public final void close(int braces) {
        for (int i = 0; i < braces; i++) {
            line("}");
        }
    }

    /** The beginning of a class on vectors; {@code imports} beside those that all have. */
    public final void vectorHead(String name, String comment, String... imports) {
        lines("package dev.lanewise.engine.simd;", "");
        lines(imports);
        lines("import jdk.incubator.vector.VectorSpecies;", "");
        comment.lines().forEach(this::line);
        lines(
                format("final class %s {", name),
                "private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;",
                "private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(SPECIES);");
    }

    public final void lanes() {
        line("private static final int LANES = SPECIES.length();");
    }

    /** Local variables. */
    protected void define(String... definitions) {
        line("DoubleVector " + String.join(", ", definitions) + ";");
    }

    /** What stands in an array. */
    protected String read(String array, String index) {
        return format("DoubleVector.fromArray(SPECIES, %s, %s)", array, index);
    }

    /** The statement that puts it there. */
    protected String write(String value, String array, String index) {
        return format("EXACT.cast(%s).intoArray(%s, %s);", value, array, index);
    }

    /** {@code " + k step"}. */
    public static IntFunction<String> times(String step) {
        return k -> k == 0 ? "" : k == 1 ? " + " + step : " + " + k + " * " + step;
    }

    public static IntFunction<String> times(int step) {
        return k -> k == 0 ? "" : " + " + k * step;
    }

    @Override
    public final String toString() {
        return text.toString();
    }
}
