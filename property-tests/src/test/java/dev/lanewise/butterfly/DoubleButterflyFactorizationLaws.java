package dev.lanewise.butterfly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.MatrixLayout;
import dev.lanewise.engine.butterfly.ButterflyPattern;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Numbers;
import dev.lanewise.oracle.Seeds;
import dev.lanewise.structured.DoubleButterflyMap;
import dev.lanewise.structured.butterfly.DoubleButterflyFactorization;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Products of butterfly factors are found again; of other matrices the error is what it is told to be, and bounded. */
final class DoubleButterflyFactorizationLaws implements Seeds {
    private static final Numbers NONE = Numbers.of(new double[0]);

    private static FactorizationCheck check(DoubleButterflyFactorization factors) {
        List<Numbers> re = new ArrayList<>(), im = new ArrayList<>();
        for (int l = 0; l < factors.patterns().size(); l++) {
            re.add(Numbers.of(factors.values(l)));
            im.add(Numbers.of(factors.imaginaryValues(l)));
        }
        return new FactorizationCheck(
                factors.patterns(), re, im, factors.error(), factors.bound(), factors.lowerBound());
    }

    private static double[] product(List<ButterflyPattern> chain, long seed) {
        double[][] values = new double[chain.size()][];
        for (int l = 0; l < values.length; l++) {
            values[l] = Inputs.gaussian(seed + l, new double[chain.get(l).entries()]);
        }
        return DoubleButterflyMap.of(chain, values).toDense();
    }

    private static MatrixLayout layout(List<ButterflyPattern> chain) {
        return MatrixLayout.of(chain.get(0).rows(), chain.get(chain.size() - 1).cols());
    }

    @Property(tries = 60)
    void productsOfAnyChainAreFoundAgain(@ForAll("seeds") long seed) {
        List<ButterflyPattern> chain = ButterflyChains.random(seed);
        double[] a = product(chain, seed);
        DoubleButterflyFactorization factors = DoubleButterflyFactorization.of(chain, a, layout(chain));
        assertEquals(chain, factors.patterns());
        check(factors).assertExact(Numbers.of(a), NONE, "seed " + seed + ", " + chain);
        Numbers written = Numbers.of(factors.map().toDense());
        check(factors).assertNear(Numbers.of(a), written, "seed " + seed + ", map");
    }

    @Property(tries = 20)
    void complexProductsOfAnyChainAreFoundAgain(@ForAll("seeds") long seed) {
        List<ButterflyPattern> chain = ButterflyChains.random(seed);
        List<Numbers> re = new ArrayList<>(), im = new ArrayList<>();
        for (int l = 0; l < chain.size(); l++) {
            re.add(Numbers.of(Inputs.gaussian(seed + l, new double[chain.get(l).entries()])));
            im.add(Numbers.of(Inputs.gaussian(~seed - l, new double[chain.get(l).entries()])));
        }
        Numbers both = Numbers.of(FactorizationOracle.both(chain, re, im));
        double[] ab = both.toDoubles(), a = Arrays.copyOf(ab, ab.length / 2);
        double[] b = Arrays.copyOfRange(ab, a.length, ab.length);
        DoubleButterflyFactorization factors = DoubleButterflyFactorization.ofComplex(chain, a, b, layout(chain));
        check(factors).assertExact(Numbers.of(a), Numbers.of(b), "seed " + seed + ", " + chain);
        assertEquals(2 * layout(chain).rows(), factors.map().rows());
    }

    @Property(tries = 4)
    void theErrorOfAnyMatrixIsBounded(@ForAll("seeds") long seed) {
        for (List<ButterflyPattern> chain : ButterflyChains.dense()) {
            MatrixLayout layout = layout(chain);
            double[] a = Inputs.gaussian(seed, new double[layout.rows() * layout.columns()]);
            DoubleButterflyFactorization factors = DoubleButterflyFactorization.of(chain, a, layout);
            check(factors).assertQuasiOptimal(Numbers.of(a), NONE, "seed " + seed + ", " + chain);
        }
    }

    @Property(tries = 20)
    void soItIsForAnyChain(@ForAll("seeds") long seed) {
        List<ButterflyPattern> chain = ButterflyChains.random(seed);
        MatrixLayout layout = layout(chain);
        double[] a = Inputs.gaussian(seed, new double[layout.rows() * layout.columns()]);
        DoubleButterflyFactorization factors = DoubleButterflyFactorization.of(chain, a, layout);
        check(factors).assertQuasiOptimal(Numbers.of(a), NONE, "seed " + seed + ", " + chain);
    }

    @Property(tries = 2)
    void theErrorOfAnyComplexMatrixIsBounded(@ForAll("seeds") long seed) {
        for (List<ButterflyPattern> chain : ButterflyChains.dense().subList(0, 4)) {
            MatrixLayout layout = layout(chain);
            double[] a = Inputs.gaussian(seed, new double[layout.rows() * layout.columns()]);
            double[] b = Inputs.gaussian(~seed, new double[a.length]);
            DoubleButterflyFactorization factors = DoubleButterflyFactorization.ofComplex(chain, a, b, layout);
            check(factors).assertQuasiOptimal(Numbers.of(a), Numbers.of(b), "seed " + seed + ", " + chain);
        }
    }

    /**
     * With noise of a relative size e, the error is about e: neither the noise grows nor does the product get lost in
     * it.
     */
    @Property(tries = 3)
    void aLittleNoiseGivesALittleError(@ForAll("seeds") long seed) {
        List<ButterflyPattern> chain = ButterflyPattern.ofRadices(2, 2, 2, 2, 2);
        double[] a = product(chain, seed), noise = Inputs.gaussian(~seed, new double[a.length]);
        for (int i = 0; i < a.length; i++) {
            a[i] += noise[i] / 1000;
        }
        DoubleButterflyFactorization factors = DoubleButterflyFactorization.of(chain, a, layout(chain));
        check(factors).assertQuasiOptimal(Numbers.of(a), NONE, "seed " + seed);
    }

    /** What is not on the support of a product is an error, and the only one. */
    @Example
    void whatNoFactorReachesIsToldAsAnError() {
        List<ButterflyPattern> chain = List.of(new ButterflyPattern(2, 2, 2, 2), new ButterflyPattern(4, 2, 2, 1));
        double[] a = Inputs.gaussian(1, new double[64]);
        DoubleButterflyFactorization factors = DoubleButterflyFactorization.of(chain, a, MatrixLayout.of(8, 8));
        check(factors).assertTold(Numbers.of(a), NONE, "two blocks");
        double[] on = product(chain, 3);
        check(DoubleButterflyFactorization.of(chain, on, MatrixLayout.of(8, 8)))
                .assertExact(Numbers.of(on), NONE, "two blocks that are products");
    }

    @Property(tries = 6)
    void hugeAndTinyMatricesAreTakenApartAsOthersAre(@ForAll("seeds") long seed) {
        List<ButterflyPattern> chain = ButterflyPattern.overlapping(16, 2);
        double[] a = product(chain, seed);
        DoubleButterflyFactorization factors = DoubleButterflyFactorization.of(chain, a, layout(chain));
        for (int exponent : new int[] {Double.MAX_EXPONENT - 20, Double.MIN_EXPONENT + 60}) {
            double[] scaled = new double[a.length];
            for (int i = 0; i < a.length; i++) {
                scaled[i] = Math.scalb(a[i], exponent);
            }
            DoubleButterflyFactorization others = DoubleButterflyFactorization.of(chain, scaled, layout(chain));
            assertEquals(factors.error(), others.error(), "seed " + seed);
            double[] back = others.map().toDense(), wanted = factors.map().toDense();
            int least = Integer.MAX_VALUE, most = Integer.MIN_VALUE;
            for (int l = 0; l < chain.size(); l++) {
                double largest = 0;
                for (double value : others.values(l)) {
                    largest = Math.max(largest, Math.abs(value));
                }
                least = Math.min(least, Math.getExponent(largest));
                most = Math.max(most, Math.getExponent(largest));
            }
            assertTrue(most - least <= 1, "seed " + seed + ": exponents from " + least + " to " + most);
            for (int i = 0; i < back.length; i++) {
                back[i] = Math.scalb(back[i], -exponent);
            }
            Bits.assertSame(wanted, back, "seed " + seed + ", times 2^" + exponent);
        }
    }

    @Example
    void zeroIsTakenApart() {
        List<ButterflyPattern> chain = ButterflyPattern.ofRadices(2, 3);
        DoubleButterflyFactorization zero =
                DoubleButterflyFactorization.of(chain, new double[36], MatrixLayout.of(6, 6));
        assertTrue(zero.error() == 0, "zero");
        Bits.assertSame(new double[36], zero.map().toDense(), "zero");
        double[] one = new double[36];
        one[13] = 1;
        check(DoubleButterflyFactorization.of(chain, one, MatrixLayout.of(6, 6)))
                .assertExact(Numbers.of(one), NONE, "one entry");
    }

    @Example
    void aMatrixMayLieAnyhow() {
        List<ButterflyPattern> chain = ButterflyPattern.ofRadices(2, 2, 2);
        double[] a = Inputs.gaussian(1, new double[64]), turned = new double[200];
        for (int i = 0; i < 64; i++) {
            turned[5 + i % 8 * 20 + i / 8 * 2] = a[i];
        }
        DoubleButterflyFactorization one = DoubleButterflyFactorization.of(chain, a, MatrixLayout.of(8, 8));
        DoubleButterflyFactorization other =
                DoubleButterflyFactorization.of(chain, turned, new MatrixLayout(5, 8, 8, 2, 20));
        for (int l = 0; l < 3; l++) {
            Bits.assertSame(one.values(l), other.values(l), "factor " + l);
        }
    }

    @Example
    void whatDoesNotFitIsRefused() {
        MatrixLayout eight = MatrixLayout.of(8, 8);
        List<ButterflyPattern> chain = ButterflyPattern.ofRadices(2, 2, 2);
        double[] a = new double[64];
        Refusal.of(() -> DoubleButterflyFactorization.of(List.of(), a, eight), "none", "one or more");
        Refusal.of(() -> DoubleButterflyFactorization.of(chain, a, MatrixLayout.of(4, 8)), "4 x 8", "8 x 8");
        Refusal.of(
                () -> DoubleButterflyFactorization.of(List.of(chain.get(1), chain.get(0)), a, eight),
                "patterns 0 and 1",
                "(2, 2, 2, 2)");
        Refusal.of(() -> DoubleButterflyFactorization.of(chain, new double[63], eight), "63");
        a[19] = Double.NaN;
        Refusal.of(() -> DoubleButterflyFactorization.of(chain, a, eight), "A[2, 3]", "NaN", "finite");
        Refusal.of(() -> DoubleButterflyFactorization.ofComplex(chain, new double[64], a, eight), "im[2, 3]", "NaN");
        Refusal.ofNull("patterns", () -> DoubleButterflyFactorization.of(null, a, eight));
        Refusal.ofNull("A", () -> DoubleButterflyFactorization.of(chain, null, eight));
        Refusal.ofNull("layout", () -> DoubleButterflyFactorization.of(chain, a, null));
        DoubleButterflyFactorization zero = DoubleButterflyFactorization.of(chain, new double[64], eight);
        assertThrows(IndexOutOfBoundsException.class, () -> zero.values(3));
    }
}
