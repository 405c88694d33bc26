package matmul;

import static java.lang.String.format;

import source.SourceText;

/** Tiles of products of small matrices whose elements are interleaved: a lane belongs to one product. */
final class InterleavedTileKernel extends SourceText {
    SourceText products() {
        vectorHead("DoubleInterleavedTile", """
                /**
                 * Some rows of A and columns of B: for each step of the depth a vector of every row, which stand side by side in a panel,
                 * times one of every column, likewise.
                 */
                """, "import jdk.incubator.vector.DoubleVector;");
        lanes();
        lines("", "private DoubleInterleavedTile() {}");
        product(6, 4);
        product(6, 2);
        close(1);
        return this;
    }

    private void product(int height, int width) {
        lines(
                "",
                format(
                        "static void rows%dx%d(int depth, double[] a, int aOffset, double[] b, int bOffset, double[] c,"
                                + " int cOffset, int cRow, int cColumn) {",
                        height, width));
        for (int i = 0; i < height; i++) {
            for (int j = 0; j < width; j++) {
                define(format("c%dx%d = DoubleVector.zero(SPECIES)", i, j));
            }
        }
        lines(
                "for (int k = 0; k < depth; k++) {",
                format("int from = aOffset + %d * LANES * k, at = bOffset + %d * LANES * k;", height, width));
        for (int j = 0; j < width; j++) {
            define(format("b%d = %s", j, read("b", "at" + times("LANES").apply(j))));
        }
        for (int i = 0; i < height; i++) {
            define(format("a%d = %s", i, read("a", "from" + times("LANES").apply(i))));
            for (int j = 0; j < width; j++) {
                line(format("c%1$dx%2$d = EXACT.cast(a%1$d.fma(b%2$d, c%1$dx%2$d));", i, j));
            }
        }
        line("}");
        define("zero = DoubleVector.zero(SPECIES)");
        for (int i = 0; i < height; i++) {
            for (int j = 0; j < width; j++) {
                String place = "cOffset" + times("cRow").apply(i) + times("cColumn").apply(j);
                line(write(format("c%dx%d.add(zero)", i, j), "c", place));
            }
        }
        close(1);
    }
}
