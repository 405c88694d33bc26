package jacobi;

import java.util.Map;
import java.util.TreeMap;
import source.SourceText;

/** The kernels of Jacobi's method. */
public final class JacobiKernels {
    /** How many vectors 128 bytes are, at any width. */
    private static final int[] VECTORS = {2, 4, 8};

    private JacobiKernels() {}

    public static Map<String, SourceText> simd() {
        Map<String, SourceText> kernels = new TreeMap<>();
        for (int vectors : VECTORS) {
            RotationsKernel rotations = new RotationsKernel(vectors);
            kernels.put(rotations.name() + ".java", rotations.rotations());
        }
        return kernels;
    }
}
