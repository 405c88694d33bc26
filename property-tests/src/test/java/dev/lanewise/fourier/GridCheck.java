package dev.lanewise.fourier;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Normalization;
import dev.lanewise.oracle.ComplexNumbers;
import dev.lanewise.oracle.ErrorBounds;
import dev.lanewise.oracle.FourierBounds;
import dev.lanewise.oracle.GridOracle;
import dev.lanewise.oracle.HadamardMatrix;

/**
 * The bounds of Fourier transforms over several axes, in double for either precision. Along each axis a transform is off by
 * {@code g(s)} relative to its norm and multiplies errors as it multiplies norms, so that roundings add up: see {@link
 * FourierBounds}.
 */
final class GridCheck {
    /** What is computed here in double, with a few roundings to each element, relative to the norm: 16 of them. */
    private static final double COMPUTED = 0x1p-49;

    private GridCheck() {}

    private static double roundings(GridShapes shapes, Normalization factor) {
        double roundings = 0;
        for (int axis : shapes.axes()) {
            roundings += FourierBounds.roundings(shapes.shape()[axis], factor);
        }
        return roundings;
    }

    /** {@code f sqrt(n)} of all axes, by which a transform changes norms. */
    private static double gain(GridShapes shapes, Normalization factor) {
        double gain = 1;
        for (int axis : shapes.axes()) {
            int n = shapes.shape()[axis];
            gain *= HadamardMatrix.factor(n, factor).value() * Math.sqrt(n);
        }
        return gain;
    }

    private static void assertClose(double error, double allowed, String context) {
        assertTrue(error <= allowed, () -> context + ": off by " + error + ", allowed " + allowed);
    }

    /** A transform against the sum over all indices at once. */
    static void assertDefinition(
            GridShapes shapes,
            boolean inverse,
            Normalization factor,
            ComplexNumbers x,
            ComplexNumbers y,
            String context) {
        double relative = ErrorBounds.gamma(roundings(shapes, factor), x.precision()) + GridOracle.ERROR;
        double error = GridOracle.fourier(shapes.shape(), shapes.axes(), inverse, factor)
                .distance(x, y);
        assertClose(error, relative * gain(shapes, factor) * x.norm2(), shapes + ", " + context);
    }

    /** Two transforms that are to be the same, of the input or of one that is rounded a few times more. */
    static void assertSameTransform(
            GridShapes shapes,
            Normalization factor,
            ComplexNumbers x,
            ComplexNumbers wanted,
            ComplexNumbers came,
            int moreRoundings,
            String context) {
        double relative = ErrorBounds.gamma(2 * roundings(shapes, factor) + moreRoundings, x.precision()) + COMPUTED;
        assertClose(wanted.distance(came), relative * gain(shapes, factor) * x.norm2(), shapes + ", " + context);
    }

    /** A transform and its inverse against the input. */
    static void assertLedBack(
            GridShapes shapes, Normalization normalization, ComplexNumbers x, ComplexNumbers back, String context) {
        double both = roundings(shapes, normalization) + roundings(shapes, normalization.inverse());
        double relative = ErrorBounds.gamma(both, x.precision()) + COMPUTED;
        assertClose(x.distance(back), relative * x.norm2(), shapes + ", " + context);
    }

    /** Parseval. */
    static void assertParseval(
            GridShapes shapes, Normalization factor, ComplexNumbers x, ComplexNumbers y, String context) {
        double relative = ErrorBounds.gamma(roundings(shapes, factor), x.precision()) + COMPUTED;
        double wanted = gain(shapes, factor) * x.norm2();
        assertClose(Math.abs(y.norm2() - wanted), relative * wanted, shapes + ", norm, " + context);
    }
}
