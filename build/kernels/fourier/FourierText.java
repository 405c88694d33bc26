package fourier;

import static java.lang.String.format;

import java.util.ArrayList;
import java.util.List;
import source.SourceText;

/** The text of a kernel of the Fourier transform: what its parameters are called, and how its class begins. */
class FourierText extends SourceText {
    static final String SOURCE = "double[] srcRe, int srcReOffset, double[] srcIm, int srcImOffset";
    static final String TARGET = "double[] dstRe, int dstReOffset, double[] dstIm, int dstImOffset";

    static final String PAIRS = "double[] src, int srcOffset, boolean exchanged";
    static final String FACTORS = "double[] leadingFactors, double[][] factors, double[] buffer";
    static final String BLOCKS = "int firstBlock, int pastBlock";

    /** The beginning of a class. */
    final void head(String name, boolean roots, boolean masks, String comment) {
        List<String> imports = new ArrayList<>();
        if (roots) {
            imports.add("import dev.lanewise.engine.roots.RootsOfUnity;");
        }
        imports.add("import jdk.incubator.vector.DoubleVector;");
        if (masks) {
            imports.add("import jdk.incubator.vector.VectorMask;");
        }
        vectorHead("DoubleFourier" + name, comment, imports.toArray(String[]::new));
    }

    /** Where a whole transform keeps a copy of the data. */
    final void buffer(int n) {
        lines(
                "/** Where the imaginary parts lie in the buffer; not at the same place of a page. */",
                format("private static final int IM = %d;", n == 64 ? 80 : (n + 15) / 16 * 16 + 48),
                "",
                "static final int BUFFER = 2 * IM;");
        start();
    }

    /** Where a transform begins in scratch. */
    final void start() {
        lines(
                "",
                "/** Where scratch is used from: vectors are in one line of the cache from there on. */",
                "private static final int START = dev.lanewise.engine.Workspace.lineStart(Double.BYTES);");
    }

    final void sqrtHalf() {
        line("private static final double SQRT_HALF = RootsOfUnity.doubleReal(1, 8);");
    }
}
