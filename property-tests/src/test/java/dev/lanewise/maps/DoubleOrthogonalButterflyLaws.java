package dev.lanewise.maps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.engine.butterfly.ButterflyPattern;
import dev.lanewise.foundation.Allocation;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.ButterflyMatrix;
import dev.lanewise.oracle.DenseMatrix;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.OrthogonalBlocks;
import dev.lanewise.structured.DoubleBlockDiagonal;
import dev.lanewise.structured.DoubleGivensChain;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleOrthogonalButterfly;
import dev.lanewise.structured.MapProperty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.Group;

final class DoubleOrthogonalButterflyLaws {
    private static final List<ButterflyPattern> CAYLEY = ButterflyPattern.ofRadices(3, 2);

    /** Numbers between -1 and 1, with these seeds, so many for each block. */
    private static double[][] parameters(List<ButterflyPattern> patterns, boolean isShared) {
        double[][] parameters = new double[patterns.size()][];
        for (int l = 0; l < parameters.length; l++) {
            ButterflyPattern pattern = patterns.get(l);
            int each = pattern.blockRows() * (pattern.blockRows() - 1) / 2;
            parameters[l] = new double[each * (isShared ? pattern.stride() : pattern.blocks())];
            Inputs.gaussian(l + 1, parameters[l]);
            for (int i = 0; i < parameters[l].length; i++) {
                parameters[l][i] /= 4;
            }
        }
        return parameters;
    }

    @Group
    final class OfAngles extends DoubleLinearMapLaws {
        private final double[][] angles = parameters(ButterflyPattern.ofRadices(2, 2, 2), false);

        @Override
        protected DoubleLinearMap map() {
            return DoubleOrthogonalButterfly.ofAngles(8, angles);
        }

        @Override
        protected DenseMatrix dense() {
            List<DenseMatrix> factors = new ArrayList<>();
            for (int l = 0; l < angles.length; l++) {
                ButterflyPattern pattern = ButterflyPattern.ofRadices(2, 2, 2).get(l);
                factors.add(OrthogonalBlocks.rotations(pattern, Numbers.of(angles[l])));
            }
            return ButterflyMatrix.product(factors);
        }
    }

    @Group
    final class OfCayleyTransforms extends DoubleLinearMapLaws {
        private final double[][] parameters = parameters(CAYLEY, true);

        @Override
        protected DoubleLinearMap map() {
            return DoubleOrthogonalButterfly.ofCayley(CAYLEY, parameters);
        }

        @Override
        protected DenseMatrix dense() {
            return OrthogonalBlocks.cayley(CAYLEY.get(0), Numbers.of(parameters[0]))
                    .times(OrthogonalBlocks.cayley(CAYLEY.get(1), Numbers.of(parameters[1])));
        }
    }

    @Example
    void rotationsAreOrthogonalToFiveRoundingsAFactor() {
        int bits = 5, n = 1 << bits;
        double[][] angles = new double[bits][];
        for (int l = 0; l < bits; l++) {
            angles[l] = Inputs.gaussian(l, new double[n / 2]);
            angles[l][0] *= 1e6;
        }
        DoubleOrthogonalButterfly map = DoubleOrthogonalButterfly.ofAngles(n, angles);
        // Written out, a column has two more roundings for each factor, in both places, of entries that sum to 2^(L/2)
        // at most.
        OrthogonalButterflyCheck.assertOrthogonal(n, Numbers.of(map.toDense()), (5 + 4 * 8) * bits, map.name());
        assertTrue(map.is(MapProperty.ORTHOGONAL));
        assertSame(map.transposed(), map.inverse());
        assertEquals(1, map.determinant().value());
        assertEquals(bits * n / 2, map.parameters());
        assertEquals(bits * 3 * n, map.operations());
        assertEquals("orthogonal butterfly of 5 factors", map.name());
    }

    /** However large: rounding of the inverse is corrected. One factor, written out, has its own values. */
    @Example
    void cayleyTransformsAreOrthogonalWhateverTheirParameters() {
        for (int size : new int[] {0, 1, 100, 10_000}) {
            for (int order : new int[] {1, 2, 5, 8}) {
                ButterflyPattern pattern = new ButterflyPattern(1, order, order, 2);
                double[] parameters = Inputs.gaussian(order, new double[order * (order - 1)]);
                for (int i = 0; i < parameters.length; i++) {
                    parameters[i] *= size;
                }
                DoubleLinearMap map = DoubleOrthogonalButterfly.ofCayley(List.of(pattern), parameters);
                OrthogonalButterflyCheck.assertOrthogonal(
                        2 * order, Numbers.of(map.toDense()), (order + 3) * (order + 3), order + ", size " + size);
            }
        }
    }

    @Example
    void transposedItHasTheParametersNegatedInReverse() {
        double[][] angles = parameters(ButterflyPattern.ofRadices(2, 2, 2), false);
        DoubleOrthogonalButterfly map = DoubleOrthogonalButterfly.ofAngles(8, angles);
        DoubleOrthogonalButterfly turned = (DoubleOrthogonalButterfly) map.transposed();
        double[][] negated = new double[3][];
        for (int l = 0; l < 3; l++) {
            negated[l] = turned.parameters(l);
            for (int i = 0; i < negated[l].length; i++) {
                assertEquals(-angles[2 - l][i], negated[l][i]);
            }
        }
        DoubleLinearMap again = DoubleOrthogonalButterfly.ofAngles(turned.patterns(), negated);
        Bits.assertSame(again.toDense(), turned.toDense(), "transposed");
        assertEquals(map.parameters(), turned.parameters());
        double[] first = map.parameters(0);
        angles[0][1] = 7;
        map.parameters(0)[1] = 7;
        Bits.assertSame(first, map.parameters(0), "copied");
    }

    /** The rotations of a factor are those of a chain, one for each pair. */
    @Example
    void oneFactorIsAGivensChain() {
        double[] angles = {1, -2, 3, 0.5}, x = Inputs.integers(1, 9, new double[8]);
        DoubleLinearMap map = DoubleOrthogonalButterfly.ofAngles(List.of(new ButterflyPattern(2, 2, 2, 2)), angles);
        int[] first = {0, 1, 4, 5}, second = {2, 3, 6, 7};
        double[] chain = DoubleGivensChain.ofAngles(8, first, second, angles).apply(x), y = map.apply(x);
        for (int i = 0; i < 8; i++) {
            // Either fuses another of the two products.
            assertEquals(chain[i], y[i], 16 * Math.ulp((double) 9));
        }
    }

    @Example
    void oneFactorOfStrideOneIsBlockDiagonal() {
        double[] parameters = Inputs.gaussian(1, new double[6]);
        DoubleLinearMap map = DoubleOrthogonalButterfly.ofCayley(List.of(new ButterflyPattern(2, 3, 3, 1)), parameters);
        ButterflyPattern one = new ButterflyPattern(1, 3, 3, 1);
        DoubleLinearMap blocks = DoubleBlockDiagonal.of(List.of(
                DoubleOrthogonalButterfly.ofCayley(List.of(one), Arrays.copyOf(parameters, 3)),
                DoubleOrthogonalButterfly.ofCayley(List.of(one), Arrays.copyOfRange(parameters, 3, 6))));
        Bits.assertSame(blocks.toDense(), map.toDense(), "blocks");
    }

    @Example
    void derivativesByAnglesAreThoseOfTurnsByARightAngle() {
        int n = 8, factors = 3, count = 5;
        double[][] angles = parameters(ButterflyPattern.ofRadices(2, 2, 2), false);
        DoubleOrthogonalButterfly map = DoubleOrthogonalButterfly.ofAngles(n, angles);
        double[] x = Inputs.gaussian(1, new double[n * count]), g = Inputs.gaussian(2, new double[n * count]);
        double[] ofAngles = new double[12], ofInputs = new double[n * count];
        gradient(map, count, x, g, ofAngles, ofInputs);
        Bits.assertSame(applied(map.transposed(), count, g), ofInputs, "inputs");
        for (int i = 0; i < ofAngles.length; i++) {
            int l = i / 4, at = i % 4;
            double[][] above = angles.clone(), below = angles.clone();
            above[l] = turned(angles[l], at, 1);
            below[l] = turned(angles[l], at, -1);
            OrthogonalButterflyCheck.assertShifted(
                    factors,
                    count,
                    Numbers.of(x),
                    Numbers.of(g),
                    Numbers.of(applied(DoubleOrthogonalButterfly.ofAngles(n, above), count, x)),
                    Numbers.of(applied(DoubleOrthogonalButterfly.ofAngles(n, below), count, x)),
                    ofAngles[i],
                    "angle " + i);
        }
    }

    /** One angle by a right angle more, or less. */
    private static double[] turned(double[] angles, int which, int sign) {
        double[] turned = angles.clone();
        turned[which] = RightAngle.added(angles[which], sign);
        return turned;
    }

    private static void gradient(
            DoubleOrthogonalButterfly map,
            int count,
            double[] x,
            double[] g,
            double[] ofParameters,
            double[] ofInputs) {
        Layout rows = Layout.rows(0, count, map.rows());
        map.gradient(x, rows, g, rows, ofParameters, ofInputs, rows, new Workspace(), Parallelism.NONE);
    }

    private static double[] applied(DoubleLinearMap map, int count, double[] x) {
        double[] y = new double[x.length];
        Layout rows = Layout.rows(0, count, map.rows());
        map.apply(x, rows, y, rows, new Workspace(), Parallelism.NONE);
        return y;
    }

    @Example
    void derivativesByCayleyParametersAreDifferences() {
        int count = 3;
        for (ButterflyPattern pattern : List.of(new ButterflyPattern(2, 3, 3, 2), new ButterflyPattern(1, 5, 5, 1))) {
            int n = pattern.rows();
            double[] parameters = parameters(List.of(pattern), false)[0];
            double[] x = Inputs.gaussian(1, new double[n * count]), g = Inputs.gaussian(2, new double[n * count]);
            double[] ofParameters = new double[parameters.length], ofInputs = new double[n * count];
            gradient(
                    DoubleOrthogonalButterfly.ofCayley(List.of(pattern), parameters),
                    count,
                    x,
                    g,
                    ofParameters,
                    ofInputs);
            OrthogonalButterflyCheck.assertCayleyGradient(
                    pattern, Numbers.of(parameters), Numbers.of(x), Numbers.of(g), count, Numbers.of(ofParameters));
        }
    }

    @Example
    void threadsChangeNoBitOfGradients() {
        for (DoubleOrthogonalButterfly map : List.of(
                DoubleOrthogonalButterfly.ofAngles(8, parameters(ButterflyPattern.ofRadices(2, 2, 2), true)),
                DoubleOrthogonalButterfly.ofCayley(CAYLEY, parameters(CAYLEY, false)))) {
            int count = 70, n = map.rows(), all = (int) map.parameters();
            double[] x = Inputs.gaussian(1, new double[n * count]), g = Inputs.gaussian(2, new double[n * count]);
            double[] wanted = new double[all], ofParameters = new double[all], ofInputs = new double[n * count];
            gradient(map, count, x, g, wanted, ofInputs);
            Layout rows = Layout.rows(0, count, n);
            map.gradient(x, rows, g, rows, ofParameters, ofInputs, rows, new Workspace(), Parallelism.threads(3));
            Bits.assertSame(wanted, ofParameters, map.name());
        }
    }

    /** Small, as vectors are objects until their loops are compiled. */
    @Example
    void gradientsAllocateNothing() {
        List<ButterflyPattern> one = List.of(new ButterflyPattern(1, 3, 3, 1));
        for (DoubleOrthogonalButterfly map : List.of(
                DoubleOrthogonalButterfly.ofAngles(2, new double[1]),
                DoubleOrthogonalButterfly.ofCayley(one, new double[3]))) {
            double[] x = new double[map.rows()], ofParameters = new double[(int) map.parameters()];
            Layout layout = Layout.contiguous(0);
            Workspace workspace = new Workspace();
            Allocation.assertNone(
                    map.name(),
                    () -> map.gradient(x, layout, x, layout, ofParameters, x, layout, workspace, Parallelism.NONE));
        }
    }

    @Example
    void whatIsNoneIsRefused() {
        double[] two = {1, 2}, three = {1, 2, 3}, bad = {1, Double.NaN};
        Refusal.of(() -> DoubleOrthogonalButterfly.ofAngles(6, two), "got 6", "power of two", "4 and 8");
        Refusal.of(() -> DoubleOrthogonalButterfly.ofAngles(1), "factors", "none");
        Refusal.of(() -> DoubleOrthogonalButterfly.ofAngles(4, two), "angles", "1 factors", "2");
        Refusal.of(() -> DoubleOrthogonalButterfly.ofAngles(4, two, three), "angles of factor 1", "got 3", "2", "1");
        Refusal.of(() -> DoubleOrthogonalButterfly.ofAngles(4, two, bad), "angles of factor 1", "NaN at 1", "finite");
        Refusal.of(() -> DoubleOrthogonalButterfly.ofAngles(CAYLEY, two, two), "(1, 3, 3, 2)", "2 x 2");
        Refusal.of(() -> DoubleOrthogonalButterfly.ofCayley(CAYLEY, two, two), "factor 0", "got 2", "6");
        List<ButterflyPattern> oblong = List.of(new ButterflyPattern(1, 2, 3, 1));
        Refusal.of(() -> DoubleOrthogonalButterfly.ofCayley(oblong, two), "(1, 2, 3, 1)", "square");
        List<ButterflyPattern> apart = List.of(new ButterflyPattern(2, 2, 2, 1), new ButterflyPattern(1, 2, 2, 1));
        Refusal.of(() -> DoubleOrthogonalButterfly.ofAngles(apart, two, new double[1]), "factors 0 and 1", "4", "2");
        Refusal.ofNull("patterns", () -> DoubleOrthogonalButterfly.ofAngles(null, two));
        Refusal.ofNull("angles", () -> DoubleOrthogonalButterfly.ofAngles(4, (double[][]) null));
        Refusal.ofNull("parameters", () -> DoubleOrthogonalButterfly.ofCayley(CAYLEY, (double[][]) null));
        Refusal.ofNull("angles of factor 1", () -> DoubleOrthogonalButterfly.ofAngles(4, two, null));
        DoubleOrthogonalButterfly map = DoubleOrthogonalButterfly.ofAngles(4, two, two);
        double[] x = new double[4], few = new double[3], four = new double[4];
        Refusal.of(() -> gradient(map, 1, x, x, few, x.clone()), "ofParameters", "3", "4");
        Refusal.of(() -> gradient(map, 1, x, x, x, x.clone()), "ofParameters", "another");
        Refusal.ofNull("ofParameters", () -> gradient(map, 1, x, x, null, x.clone()));
        Refusal.ofNull("x", () -> gradient(map, 1, null, x, four, x.clone()));
    }
}
