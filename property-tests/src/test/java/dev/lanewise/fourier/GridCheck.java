package dev.lanewise.fourier;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.trigonometric.TrigonometricKind;
import dev.lanewise.foundation.AxisVectors;
import dev.lanewise.oracle.ComplexNumbers;
import dev.lanewise.oracle.ErrorBounds;
import dev.lanewise.oracle.FourierBounds;
import dev.lanewise.oracle.GridOracle;
import dev.lanewise.oracle.HadamardMatrix;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Precision;
import dev.lanewise.oracle.RealFourierBounds;
import dev.lanewise.oracle.TrigonometricBounds;
import dev.lanewise.oracle.TrigonometricOracle;
import dev.lanewise.oracle.Twofold;
import dev.lanewise.oracle.UnitRoots;

/**
 * The bounds of Fourier transforms over several axes, in double for either precision. Along each axis a transform is off by
 * {@code g(s)} relative to its norm and multiplies errors as it multiplies norms, so that roundings add up: see {@link
 * FourierBounds}.
 */
final class GridCheck {
    /** What is computed here in double, with a few roundings to each element, relative to the norm: 16 of them. */
    private static final double COMPUTED = 0x1p-49;

    /** Bounds are added up; what their products would add is less than a thousandth of that, as each is below it. */
    private static final double TOGETHER = 1.001;

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

    /** Those of a real transform: of the last axis listed, then of the others. */
    private static double realRelative(GridShapes shapes, Normalization factor, Precision precision) {
        int[] axes = shapes.axes();
        double relative = RealFourierBounds.vector(shapes.shape()[axes[axes.length - 1]], factor, precision);
        for (int i = 0; i < axes.length - 1; i++) {
            relative += ErrorBounds.gamma(FourierBounds.roundings(shapes.shape()[axes[i]], factor), precision);
        }
        return relative * TOGETHER;
    }

    /** The coefficients that are kept, in a shape that is halved along the last axis listed, against the definition. */
    static void assertRealDefinition(
            GridShapes shapes, int[] half, Normalization factor, Numbers x, ComplexNumbers y, String context) {
        GridOracle oracle = GridOracle.fourier(shapes.shape(), shapes.axes(), false, factor);
        ComplexNumbers complex = new ComplexNumbers(x, new Numbers(x.precision(), new double[x.length()]));
        double squares = 0;
        int[] k = new int[half.length];
        for (int place = 0; place < y.length(); place++) {
            double distance = oracle.distance(complex, k, y.re().at(place), y.im().at(place));
            squares += distance * distance;
            AxisVectors.count(k, half);
        }
        double relative = realRelative(shapes, factor, x.precision()) + GridOracle.ERROR;
        assertClose(Math.sqrt(squares), relative * gain(shapes, factor) * x.norm2(), shapes + ", " + context);
    }

    /**
     * A real transform and its inverse against the input. An error of a coefficient that is kept is one of its conjugate as
     * well: squares count twice at most.
     */
    static void assertRealLedBack(
            GridShapes shapes, Normalization normalization, Numbers x, Numbers back, String context) {
        double there = Math.sqrt(2) * realRelative(shapes, normalization, x.precision());
        double led = realRelative(shapes, normalization.inverse(), x.precision());
        assertClose(x.distance(back), (there + led) * TOGETHER * x.norm2(), shapes + ", " + context);
    }

    /** A cosine or sine transform, or of no kind the Hartley transform, of factors that make it orthogonal. */
    static void assertOrthogonalDefinition(
            GridShapes shapes, TrigonometricKind kind, Numbers x, Numbers y, String context) {
        GridOracle.Matrix[] matrices = new GridOracle.Matrix[shapes.axes().length];
        double relative = 0;
        for (int i = 0; i < matrices.length; i++) {
            int n = shapes.shape()[shapes.axes()[i]];
            if (kind == null) {
                Twofold factor = Twofold.reciprocalSqrt(n);
                matrices[i] = (k, j) -> new Twofold()
                        .addProduct(factor, UnitRoots.cosine(j * k % n, n))
                        .addProduct(factor, UnitRoots.sine(j * k % n, n));
                relative += RealFourierBounds.vector(n, Normalization.ORTHO, x.precision())
                        + ErrorBounds.gamma(1, x.precision());
            } else {
                TrigonometricOracle oracle = TrigonometricOracle.of(kind, n);
                matrices[i] = (k, j) -> {
                    double[] unit = new double[n];
                    unit[j] = 1;
                    return oracle.coefficient(k, new Numbers(Precision.DOUBLE, unit), Normalization.ORTHO);
                };
                relative += TrigonometricBounds.vector(kind, n, Normalization.ORTHO, x.precision());
            }
        }
        ComplexNumbers in = new ComplexNumbers(x, new Numbers(x.precision(), new double[x.length()]));
        ComplexNumbers out = new ComplexNumbers(y, new Numbers(y.precision(), new double[y.length()]));
        double error = GridOracle.real(shapes.shape(), shapes.axes(), matrices).distance(in, out);
        assertClose(error, (relative * TOGETHER + GridOracle.ERROR) * x.norm2(), shapes + ", " + context);
    }
}
