package dev.lanewise.engine.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Two blocks of rows that meet, on vectors: of rows, one a lane and no more lanes than a block has rows; and where rows are combined, of
 * their elements.
 */
public final class DoubleJacobiKernel extends dev.lanewise.engine.scalar.DoubleJacobiKernel {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE_EIGHT;
    private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(SPECIES);
    private static final int LANES = SPECIES.length();

    /** Makes the kernel. */
    public DoubleJacobiKernel() {}

    @Override
    public void turn(double[] a, int at) {
        for (int i = at; i < at + BLOCK; i += LANES) {
            findProducts(a, i);
        }
        for (int i = at; i < at + BLOCK; i++) {
            findRatio(a, i);
        }
        for (int i = at; i < at + BLOCK; i += LANES) {
            findRotations(a, i);
        }
        for (int i = 0; i < BLOCK; i += LANES) {
            rotate(a, at + i, at + ROTATIONS + i);
        }
        endTurn(a, at);
    }

    private static void findProducts(double[] a, int at) {
        DoubleVector even = DoubleVector.zero(SPECIES), odd = even;
        int x = at + IMAGES, y = at + FACTORS + SECOND;
        for (int k = 0; k < 2 * BLOCK * PITCH; k += 2 * PITCH) {
            DoubleVector first = DoubleVector.fromArray(SPECIES, a, x + k);
            DoubleVector second = DoubleVector.fromArray(SPECIES, a, x + k + PITCH);
            even = EXACT.cast(first.fma(DoubleVector.fromArray(SPECIES, a, y + k), even));
            odd = EXACT.cast(second.fma(DoubleVector.fromArray(SPECIES, a, y + k + PITCH), odd));
        }
        EXACT.cast(even.add(odd)).intoArray(a, at + PRODUCTS);
    }

    private static void findRotations(double[] a, int x) {
        int y = x + SECOND, to = x + ROTATIONS;
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1), two = DoubleVector.broadcast(SPECIES, 2);
        DoubleVector leastCosine = DoubleVector.broadcast(SPECIES, LEAST_COSINE);
        DoubleVector leastKnown = DoubleVector.broadcast(SPECIES, LEAST_KNOWN);
        DoubleVector leastNormal = DoubleVector.broadcast(SPECIES, Double.MIN_NORMAL);
        DoubleVector product = DoubleVector.fromArray(SPECIES, a, x + PRODUCTS);
        DoubleVector ratio = DoubleVector.fromArray(SPECIES, a, x + RATIOS);
        DoubleVector square = DoubleVector.fromArray(SPECIES, a, x + SQUARES);
        DoubleVector other = DoubleVector.fromArray(SPECIES, a, y + SQUARES);
        DoubleVector summed = DoubleVector.fromArray(SPECIES, a, x + SUMMED_SQUARES);
        DoubleVector otherSummed = DoubleVector.fromArray(SPECIES, a, y + SUMMED_SQUARES);
        DoubleVector exponent = DoubleVector.fromArray(SPECIES, a, x + EXPONENTS);
        DoubleVector otherExponent = DoubleVector.fromArray(SPECIES, a, y + EXPONENTS);
        VectorMask<Double> above = product.mul(product)
                .compare(VectorOperators.GT, square.mul(leastCosine).mul(other))
                .and(square.compare(VectorOperators.GT, summed.mul(leastKnown)))
                .and(other.compare(VectorOperators.GT, otherSummed.mul(leastKnown)));
        VectorMask<Double> secondIsLonger = other.mul(ratio.mul(ratio)).compare(VectorOperators.GT, square);
        DoubleVector w = ratio.blend(one.div(ratio), secondIsLonger);
        DoubleVector greater = square.blend(other, secondIsLonger), lesser = other.blend(square, secondIsLonger);
        DoubleVector difference = greater.sub(w.mul(w).mul(lesser)).max(zero);
        DoubleVector twice = product.mul(two), both = w.mul(twice);
        DoubleVector denominator =
                difference.add(difference.fma(difference, both.mul(both)).sqrt());
        VectorMask<Double> rotates = above.and(denominator.compare(VectorOperators.GE, leastNormal));
        VectorMask<Double> swaps = rotates.and(secondIsLonger);
        DoubleVector part = twice.div(denominator);
        DoubleVector tangent = w.mul(part),
                c = one.div(tangent.fma(tangent, one).sqrt()),
                sine = c.mul(part);
        DoubleVector wSine = w.mul(sine);
        DoubleVector missing = wSine.neg().fma(wSine, c.neg().fma(c, one)).mul(one.div(two));
        c = one.blend(c.fma(missing, c), rotates);
        sine = zero.blend(sine.fma(missing, sine), rotates);
        DoubleVector across = zero.blend(w.mul(w).mul(sine), rotates), back = sine.neg();
        EXACT.cast(c.blend(across, swaps)).intoArray(a, to);
        EXACT.cast(across.blend(c, swaps)).intoArray(a, to + BLOCK);
        EXACT.cast(back.blend(c, swaps)).intoArray(a, to + 2 * BLOCK);
        EXACT.cast(c.blend(back, swaps)).intoArray(a, to + 3 * BLOCK);
        EXACT.cast(square.blend(tangent.mul(w).fma(product, greater), rotates)).intoArray(a, x + SQUARES);
        EXACT.cast(other.blend(part.neg().fma(product, lesser), rotates)).intoArray(a, y - 1 + SQUARES);
        EXACT.cast(summed.blend(otherSummed, swaps)).intoArray(a, x + SUMMED_SQUARES);
        EXACT.cast(otherSummed.blend(summed, swaps)).intoArray(a, y - 1 + SUMMED_SQUARES);
        EXACT.cast(exponent.blend(otherExponent, swaps)).intoArray(a, x + EXPONENTS);
        EXACT.cast(otherExponent.blend(exponent, swaps)).intoArray(a, y - 1 + EXPONENTS);
    }

    private static void rotate(double[] a, int at, int factors) {
        DoubleVector p = DoubleVector.fromArray(SPECIES, a, factors);
        DoubleVector q = DoubleVector.fromArray(SPECIES, a, factors + BLOCK);
        DoubleVector r = DoubleVector.fromArray(SPECIES, a, factors + 2 * BLOCK);
        DoubleVector s = DoubleVector.fromArray(SPECIES, a, factors + 3 * BLOCK);
        for (int k = at; k < at + SQUARES; k += PITCH) {
            DoubleVector first = DoubleVector.fromArray(SPECIES, a, k);
            DoubleVector second = DoubleVector.fromArray(SPECIES, a, k + SECOND);
            EXACT.cast(p.fma(first, q.mul(second))).intoArray(a, k);
            EXACT.cast(s.fma(second, r.mul(first))).intoArray(a, k + SECOND - 1);
        }
    }

    @Override
    public void products(double[] a, int at, int block, double[] products, int to) {
        for (int j = 0; j < BLOCK; j += LANES) {
            for (int i = 0; i < BLOCK; i++) {
                DoubleVector sum = DoubleVector.zero(SPECIES);
                int x = at + IMAGES + block + i, y = at + FACTORS + block + j;
                for (int k = 0; k < 2 * BLOCK * PITCH; k += PITCH) {
                    DoubleVector row = DoubleVector.fromArray(SPECIES, a, y + k);
                    sum = EXACT.cast(row.fma(DoubleVector.broadcast(SPECIES, a[x + k]), sum));
                }
                EXACT.cast(sum).intoArray(products, to + i * BLOCK + j);
            }
        }
    }

    @Override
    public void combine(double[] a, int at, double[] rows, int first, int second, int pitch, int length) {
        DoubleCombinations.combine(a, at + FACTORS, rows, first, second, pitch, length);
    }
}
