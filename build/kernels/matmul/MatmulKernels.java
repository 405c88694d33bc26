package matmul;

import java.util.Map;
import java.util.TreeMap;
import source.SourceText;

/** The kernels of matrix products. */
public final class MatmulKernels {
    /** As many rows as registers hold sums for, where there are 32 and where there are 16, and fewer for the last rows. */
    private static final int[] HEIGHTS = {4, 6, 8, 12};

    /** In vectors. */
    private static final int[] WIDTHS = {1, 2};

    /** How many vectors 64 bytes are, at any width. */
    private static final int[] VECTORS = {1, 2, 4};

    private MatmulKernels() {}

    public static Map<String, SourceText> simd() {
        Map<String, SourceText> kernels = new TreeMap<>();
        for (int height : HEIGHTS) {
            for (int width : WIDTHS) {
                TileKernel tile = new TileKernel(height, width);
                kernels.put(tile.name() + ".java", tile.product());
            }
        }
        for (int vectors : VECTORS) {
            ProductsKernel products = new ProductsKernel(vectors);
            kernels.put(products.name() + ".java", products.products());
        }
        kernels.put("DoubleSmallTile.java", new SmallTileKernel().products());
        kernels.put("DoubleInterleavedTile.java", new InterleavedTileKernel().products());
        return kernels;
    }
}
