package matmul;

import static java.lang.String.format;

import source.SourceText;

/** Tiles of products that are too small to be packed: both factors are read where they are. */
final class SmallTileKernel extends SourceText {
    private static final int[] HEIGHTS = {1, 2, 4, 8};

    SourceText products() {
        vectorHead("DoubleSmallTile", """
                /**
                 * Tiles of a few rows and of one vector, or of two of which the second begins at {@code second} and may overlap the
                 * first: what is in both is the same; or of four vectors side by side. All of D is read before any of C is written.
                 */
                """, "import jdk.incubator.vector.DoubleVector;");
        lanes();
        lines("", "private DoubleSmallTile() {}");
        for (int height : HEIGHTS) {
            product(height, 1);
            product(height, 2);
        }
        product(4, 4);
        product(6, 4);
        product(6, 2);
        close(1);
        return this;
    }

    private void product(int height, int width) {
        lines(
                "",
                format(
                        "static void rows%dx%d(double[] a, int aOffset, int aRow, int aColumn, double[] b, int bOffset, int bRow,"
                                + " int depth, double alpha, double[] addend, int addendOffset, int addendRow, double[] c,"
                                + " int cOffset, int cRow%s) {",
                        height, width, width == 2 ? ", int second" : ""));
        for (int i = 0; i < height; i++) {
            for (int j = 0; j < width; j++) {
                define(format("c%dx%d = DoubleVector.zero(SPECIES)", i, j));
            }
        }
        lines("int from = aOffset, at = bOffset;", "for (int k = 0; k < depth; k++) {");
        for (int j = 0; j < width; j++) {
            define(format("b%d = %s", j, read("b", "at" + vector(j, width))));
        }
        for (int i = 0; i < height; i++) {
            define(format("a%d = DoubleVector.broadcast(SPECIES, a[from%s])", i, times("aRow").apply(i)));
            for (int j = 0; j < width; j++) {
                line(format("c%1$dx%2$d = EXACT.cast(a%1$d.fma(b%2$d, c%1$dx%2$d));", i, j));
            }
        }
        lines("from += aColumn;", "at += bRow;", "}");
        define("factor = DoubleVector.broadcast(SPECIES, alpha)");
        for (int i = 0; i < height; i++) {
            for (int j = 0; j < width; j++) {
                String place = "addendOffset" + times("addendRow").apply(i) + vector(j, width);
                define(format("d%dx%d = c%1$dx%2$d.fma(factor, %3$s)", i, j, read("addend", place)));
            }
        }
        for (int i = 0; i < height; i++) {
            for (int j = 0; j < width; j++) {
                String place = "cOffset" + times("cRow").apply(i) + vector(j, width);
                line(write(format("d%dx%d", i, j), "c", place));
            }
        }
        close(1);
    }

    /** From the first vector of a row to another one. */
    private static String vector(int j, int width) {
        return width == 2 ? (j == 0 ? "" : " + second") : times("LANES").apply(j);
    }
}
