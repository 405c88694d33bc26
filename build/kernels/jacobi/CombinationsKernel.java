package jacobi;

import static java.lang.String.format;

import source.SourceText;

/** Rows of two blocks that become their combinations: a vector of each row at a time, in registers. */
final class CombinationsKernel extends SourceText {
    private static final String NAME = "DoubleCombinations";

    /** As in the contract of the kernel. */
    private static final int BLOCK = 8;

    static String file() {
        return NAME + ".java";
    }

    SourceText combinations() {
        vectorHead(
                NAME,
                "/** Rows of two blocks that become their combinations: a vector of each row at a time, in registers. */",
                "import dev.lanewise.engine.scalar.DoubleJacobiKernel;",
                "import jdk.incubator.vector.DoubleVector;");
        lanes();
        lines(
                format("private static final int BLOCK = %d, PITCH = DoubleJacobiKernel.PITCH;", BLOCK),
                "",
                format("private %s() {}", NAME),
                "",
                "static void combine(double[] a, int at, double[] rows, int first, int second, int pitch, int length) {",
                "for (int c = 0; c < length; c += LANES) {",
                "int x = first + c, y = second + c;");
        for (String block : new String[] {"x", "y"}) {
            for (int i = 0; i < BLOCK; i++) {
                define(format("%s%d = DoubleVector.zero(SPECIES)", block, i));
            }
        }
        line("for (int k = 0; k < BLOCK; k++) {");
        add("x", "at");
        add("y", "at + BLOCK * PITCH");
        close(1);
        for (String block : new String[] {"x", "y"}) {
            for (int i = 0; i < BLOCK; i++) {
                line(write(block + i, "rows", block + times("pitch").apply(i)));
            }
        }
        close(3);
        return this;
    }

    /** What a row of a block adds to all. */
    private void add(String block, String factors) {
        String column = block + "Column", row = block + "Row";
        line(format("int %s = %s + k * PITCH;", column, factors));
        define(row + " = " + read("rows", block + " + k * pitch"));
        for (String target : new String[] {"x", "y"}) {
            for (int i = 0; i < BLOCK; i++) {
                String place = column + (target.equals("x") ? "" : " + DoubleJacobiKernel.SECOND") + times(1).apply(i);
                line(format(
                        "%1$s = EXACT.cast(%2$s.fma(DoubleVector.broadcast(SPECIES, a[%3$s]), %1$s));",
                        target + i, row, place));
            }
        }
    }
}
