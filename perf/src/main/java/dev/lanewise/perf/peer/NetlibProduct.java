package dev.lanewise.perf.peer;

import dev.lanewise.perf.duel.Contestant;
import dev.lanewise.perf.duel.Precision;
import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.blas.JavaBLAS;
import java.lang.reflect.Method;

/** A {@link DenseProduct} by netlib's BLAS in Java, plain or on the Vector API, whose matrices are column-major: the transposed product. */
public final class NetlibProduct implements Contestant {
    private final String name;
    private final BLAS blas;
    private final DenseProduct product;
    private final double[] a;
    private final double[] b;
    private final double[] c;
    private final float[] singleA;
    private final float[] singleB;
    private final float[] singleC;

    private NetlibProduct(String name, BLAS blas, DenseProduct product) {
        this.name = name;
        this.blas = blas;
        this.product = product;
        boolean single = product.single();
        a = single ? null : product.a().clone();
        b = single ? null : product.b().clone();
        c = single ? null : new double[product.m() * product.n()];
        singleA = single ? Precision.narrowed(product.a()) : null;
        singleB = single ? Precision.narrowed(product.b()) : null;
        singleC = single ? new float[product.m() * product.n()] : null;
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
        int m = product.m(), n = product.n(), k = product.k(), ofB = product.columnsOfB();
        String transposed = product.transposed() ? "T" : "N";
        if (product.single()) {
            blas.sgemm(transposed, "N", n, m, k, 1, singleB, ofB, singleA, k, 0, singleC, n);
        } else {
            blas.dgemm(transposed, "N", n, m, k, 1, b, ofB, a, k, 0, c, n);
        }
    }

    @Override
    public double[] result() {
        return product.single() ? Precision.widened(singleC) : c.clone();
    }
}
