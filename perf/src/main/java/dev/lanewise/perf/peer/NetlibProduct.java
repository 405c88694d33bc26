package dev.lanewise.perf.peer;

import dev.lanewise.perf.duel.Contestant;
import dev.lanewise.perf.duel.Precision;
import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.blas.JavaBLAS;
import java.lang.reflect.Method;

/** A {@link DenseProduct} by netlib's BLAS in Java, plain or on the Vector API: {@code Y^T = R X^T}, column-major. */
public final class NetlibProduct implements Contestant {
    private final String name;
    private final BLAS blas;
    private final DenseProduct product;
    private final float[] rotated;

    private NetlibProduct(String name, BLAS blas, DenseProduct product) {
        this.name = name;
        this.blas = blas;
        this.product = product;
        this.rotated = new float[product.rows() * product.d()];
    }

    /**
     * In plain Java.
     *
     * @param product its factors
     * @return the contestant
     */
    public static Contestant plain(DenseProduct product) {
        return new NetlibProduct("netlib plain", plain(), product);
    }

    /**
     * On the Vector API.
     *
     * @param product its factors
     * @return the contestant
     */
    public static Contestant vector(DenseProduct product) {
        return new NetlibProduct("netlib Vector", JavaBLAS.getInstance(), product);
    }

    /** The library itself takes the one on the Vector API where it can, and hides this one. */
    private static BLAS plain() {
        try {
            Method instance =
                    Class.forName("dev.ludovic.netlib.blas.Java11BLAS").getMethod("getInstance");
            instance.setAccessible(true);
            return (BLAS) instance.invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("netlib's plain BLAS in Java is not where it was in 3.2.0", e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void run() {
        int d = product.d();
        // Row-major R is R^T in columns, and row-major X is X^T.
        blas.sgemm("T", "N", d, product.rows(), d, 1, product.rotation(), d, product.vectors(), d, 0, rotated, d);
    }

    @Override
    public double[] result() {
        return Precision.widened(rotated);
    }
}
