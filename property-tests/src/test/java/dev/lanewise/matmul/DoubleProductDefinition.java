package dev.lanewise.matmul;

import dev.lanewise.engine.MatrixLayout;

/** What a product is, element by element, to the bit as documented. */
final class DoubleProductDefinition {
    /** How many products are summed before the sum is added; documented, so a change breaks promises. */
    static final int STEP = 192;

    private DoubleProductDefinition() {}

    /** The arrays of a product before it runs. */
    record Operands(
            double alpha,
            double[] a,
            MatrixLayout aLayout,
            double[] b,
            MatrixLayout bLayout,
            double beta,
            double[] c,
            MatrixLayout cLayout) {
        double a(int i, int p) {
            return a[aLayout.index(i, p)];
        }

        double b(int p, int j) {
            return b[bLayout.index(p, j)];
        }

        double c(int i, int j) {
            return c[cLayout.index(i, j)];
        }

        int depth() {
            return aLayout.columns();
        }
    }

    /** All of C's array as it is to be afterwards, to the bit. */
    static double[] result(Operands product) {
        double[] result = product.c.clone();
        for (int i = 0; i < product.cLayout.rows(); i++) {
            for (int j = 0; j < product.cLayout.columns(); j++) {
                result[product.cLayout.index(i, j)] = element(product, i, j);
            }
        }
        return result;
    }

    private static double element(Operands product, int i, int j) {
        double element = product.beta == 0 ? 0 : product.beta * product.c(i, j);
        if (product.alpha == 0) {
            return element;
        }
        for (int from = 0; from < product.depth(); from += STEP) {
            double sum = 0;
            for (int p = from; p < Math.min(from + STEP, product.depth()); p++) {
                sum = Math.fma(product.a(i, p), product.b(p, j), sum);
            }
            element = Math.fma(product.alpha, sum, element);
        }
        return element;
    }
}
