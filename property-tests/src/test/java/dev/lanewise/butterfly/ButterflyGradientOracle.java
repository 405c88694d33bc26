package dev.lanewise.butterfly;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.butterfly.ButterflyPattern;
import dev.lanewise.oracle.ButterflyMatrix;
import dev.lanewise.oracle.ErrorBounds;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Twofold;
import java.util.List;

/** Gradients of {@code sum of <g_j, X_1 ... X_L x_j>} in twice the precision, and what rounding may do to them. */
final class ButterflyGradientOracle {
    private final List<ButterflyPattern> patterns;
    private final int parts;
    private final Numbers[] values;

    /** Of matrices of real numbers, 1 part; or of complex ones, all real parts of the values before all imaginary ones. */
    ButterflyGradientOracle(List<ButterflyPattern> patterns, int parts, Numbers... values) {
        this.patterns = patterns;
        this.parts = parts;
        this.values = values;
    }

    /** A value of a factor, in twice the precision; one of them may be another. */
    @FunctionalInterface
    private interface Value {
        Twofold at(int factor, int i);
    }

    private Twofold exact(int factor, int i) {
        return new Twofold().add(values[factor].at(i));
    }

    private Twofold size(int factor, int i) {
        return new Twofold().add(Math.abs(values[factor].at(i)));
    }

    /** {@code y = X x}, or {@code X^T x}; X is {@code [Re -Im; Im Re]} of complex numbers, or of their magnitudes. */
    private Twofold[] product(int factor, Twofold[] x, boolean transposed, boolean magnitudes, Value value) {
        ButterflyPattern pattern = patterns.get(factor);
        Twofold[] y = new Twofold[parts * (transposed ? pattern.cols() : pattern.rows())];
        for (int i = 0; i < y.length; i++) {
            y[i] = new Twofold();
            for (int j = 0; j < x.length; j++) {
                int row = transposed ? j : i, col = transposed ? i : j;
                if (isOnSupport(pattern, row, col)) {
                    Twofold entry = value.at(factor, at(factor, row, col));
                    y[i].addProduct(magnitudes ? entry : signed(pattern, row, col, entry), x[j]);
                }
            }
        }
        return y;
    }

    private static boolean isOnSupport(ButterflyPattern pattern, int row, int col) {
        return ButterflyMatrix.isOnSupport(pattern, row % pattern.rows(), col % pattern.cols());
    }

    /** Imaginary parts that make real ones of imaginary ones change their signs. */
    private static Twofold signed(ButterflyPattern pattern, int row, int col, Twofold entry) {
        boolean isOther = row < pattern.rows() && col >= pattern.cols();
        return isOther ? new Twofold().add(-entry.value()).add(-entry.rest()) : entry;
    }

    private int at(int factor, int row, int col) {
        ButterflyPattern pattern = patterns.get(factor);
        int ofPart = values[factor].length() / parts;
        int part = (row / pattern.rows() + col / pattern.cols()) % 2;
        return part * ofPart + ButterflyMatrix.place(pattern, row % pattern.rows(), col % pattern.cols()) % ofPart;
    }

    /** Element i of vector j is {@code x[j n + i]}. */
    private static Twofold[] vector(Numbers x, int vector, int n, boolean magnitudes) {
        Twofold[] elements = new Twofold[n];
        for (int i = 0; i < n; i++) {
            double element = x.at(vector * n + i);
            elements[i] = new Twofold().add(magnitudes ? Math.abs(element) : element);
        }
        return elements;
    }

    /** The gradients of all factors, and last that of the inputs, in place of what is in the arrays. */
    private Twofold[][] gradients(Numbers x, Numbers g, int count, boolean magnitudes, Value value) {
        int factors = values.length, cols = parts * patterns.get(factors - 1).cols();
        Twofold[][] all = new Twofold[factors + 1][];
        for (int l = 0; l < factors; l++) {
            all[l] = new Twofold[values[l].length()];
            for (int i = 0; i < all[l].length; i++) {
                all[l][i] = new Twofold();
            }
        }
        all[factors] = new Twofold[count * cols];
        for (int j = 0; j < count; j++) {
            Twofold[][] inputs = new Twofold[factors][];
            inputs[factors - 1] = vector(x, j, cols, magnitudes);
            for (int l = factors - 1; l > 0; l--) {
                inputs[l - 1] = product(l, inputs[l], false, magnitudes, value);
            }
            Twofold[] of = vector(g, j, parts * patterns.get(0).rows(), magnitudes);
            for (int l = 0; l < factors; l++) {
                for (int row = 0; row < of.length; row++) {
                    for (int col = 0; col < inputs[l].length; col++) {
                        if (isOnSupport(patterns.get(l), row, col)) {
                            Twofold input = inputs[l][col];
                            all[l][at(l, row, col)].addProduct(
                                    of[row], magnitudes ? input : signed(patterns.get(l), row, col, input));
                        }
                    }
                }
                of = product(l, of, true, magnitudes, value);
            }
            System.arraycopy(of, 0, all[factors], j * cols, cols);
        }
        return all;
    }

    /** The roundings of the gradient of a factor, or of the inputs. */
    private int roundings(int factor, int count) {
        int s = 0;
        for (ButterflyPattern pattern : patterns) {
            s += parts * (pattern.blockRows() + (factor < values.length ? pattern.blockCols() : 0));
        }
        if (factor < values.length) {
            ButterflyPattern pattern = patterns.get(factor);
            int groups = values[factor].length() < parts * pattern.entries() ? pattern.groups() : 1;
            s += 2 * parts * count * groups + 12;
        }
        return s;
    }

    /** Fails unless these are the gradients, those of the inputs last, within the bounds of {@code DoubleButterflyGradient}. */
    void assertGradients(Numbers x, Numbers g, int count, Numbers[] computed, String context) {
        Twofold[][] exact = gradients(x, g, count, false, this::exact);
        Twofold[][] sizes = gradients(x, g, count, true, this::size);
        for (int l = 0; l < exact.length; l++) {
            double gamma = ErrorBounds.gamma(roundings(l, count), x.precision());
            for (int i = 0; i < exact[l].length; i++) {
                double off = exact[l][i].distance(computed[l].at(i)), allowed = gamma * sizes[l][i].value();
                assertTrue(off <= allowed, context + ", factor " + l + ", " + i + ": off by " + off + " of " + allowed);
            }
        }
    }

    /** {@code sum of <g_j, A x_j>}. */
    private Twofold function(Numbers x, Numbers g, int count, Value value) {
        Twofold sum = new Twofold();
        int last = values.length - 1, cols = parts * patterns.get(last).cols();
        for (int j = 0; j < count; j++) {
            Twofold[] y = vector(x, j, cols, false);
            for (int l = last; l >= 0; l--) {
                y = product(l, y, false, false, value);
            }
            for (int i = 0; i < y.length; i++) {
                sum.addProduct(y[i], new Twofold().add(g.at(j * y.length + i)));
            }
        }
        return sum;
    }

    /** More than the magnitudes of the function where one value is 1 larger: for each factor they are {@code |value|} times its gradient. */
    private double functionSize(Twofold[][] sizes) {
        double sum = 0;
        for (int l = 0; l < values.length; l++) {
            for (int i = 0; i < values[l].length(); i++) {
                sum += (Math.abs(values[l].at(i)) + 1) * sizes[l][i].value();
            }
        }
        return sum;
    }

    /**
     * Fails unless a computed derivative is the central difference. The function is linear in a value of a factor, so that any step gives
     * the derivative; with a step of 1, the oracle itself is off by less than 2^-90 of the magnitudes of the function.
     */
    void assertDifference(Numbers x, Numbers g, int count, int factor, int i, double computed, String context) {
        Twofold above = function(x, g, count, (l, at) -> exact(l, at).add(l == factor && at == i ? 1 : 0));
        Twofold below = function(x, g, count, (l, at) -> exact(l, at).add(l == factor && at == i ? -1 : 0));
        Twofold difference = new Twofold().addProduct(0.5, above.value()).addProduct(0.5, above.rest());
        difference.addProduct(-0.5, below.value()).addProduct(-0.5, below.rest());
        Twofold[][] sizes = gradients(x, g, count, true, this::size);
        double oracle = 0x1p-90 * functionSize(sizes);
        double gamma = ErrorBounds.gamma(roundings(factor, count), x.precision());
        double off = difference.distance(computed), allowed = gamma * sizes[factor][i].value() + oracle;
        assertTrue(off <= allowed, context + ", factor " + factor + ", " + i + ": off by " + off + " of " + allowed);
    }
}
