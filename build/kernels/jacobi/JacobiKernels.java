package jacobi;

import java.util.Map;
import source.SourceText;

/** The kernels of Jacobi's method. */
public final class JacobiKernels {
    private JacobiKernels() {}

    public static Map<String, SourceText> simd() {
        return Map.of(CombinationsKernel.file(), new CombinationsKernel().combinations());
    }
}
