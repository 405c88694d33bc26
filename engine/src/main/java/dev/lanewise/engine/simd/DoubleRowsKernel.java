package dev.lanewise.engine.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Some rows and some others, on vectors: products of as many at once as registers hold sums for. */
public final class DoubleRowsKernel extends dev.lanewise.engine.scalar.DoubleRowsKernel {
    private static final VectorSpecies<Double> SPECIES = Species.DOUBLE;
    private static final Class<? extends DoubleVector> EXACT = Species.exactDouble(SPECIES);
    private static final int LANES = SPECIES.length();

    /** The sums of a pair of rows, in vectors. */
    private static final int VECTORS = SUMS / LANES;

    /** Rows, and others, whose products are summed at once. */
    private static final int SIDE = VECTORS == 1 ? 4 : 2;

    /** Rows and columns of a tile that is transposed in registers. */
    private static final int TILE = Math.min(LANES, 8);

    /** Makes the kernel. */
    public DoubleRowsKernel() {}

    @Override
    public void products(
            int count,
            double[] rows,
            int at,
            int pitch,
            int otherCount,
            double[] others,
            int othersAt,
            int otherPitch,
            int length,
            double[] products,
            int to,
            int toPitch,
            double[] scratch) {
        int height, width;
        for (int i = 0; i < count; i += height) {
            height = i + SIDE <= count ? SIDE : 1;
            for (int j = 0; j < otherCount; j += width) {
                width = j + SIDE <= otherCount ? SIDE : 1;
                int x = at + i * pitch, y = othersAt + j * otherPitch, first = to + i * toPitch + j;
                if (height == SIDE && width == SIDE) {
                    square(rows, x, pitch, others, y, otherPitch, length, scratch);
                    for (int r = 0; r < SIDE; r++) {
                        for (int c = 0; c < SIDE; c++) {
                            products[first + r * toPitch + c] = DoubleLaneSums.of(scratch, (r * SIDE + c) * LANES);
                        }
                    }
                } else if (width == SIDE) {
                    line(rows, x, others, y, otherPitch, length, scratch);
                    for (int c = 0; c < SIDE; c++) {
                        products[first + c] = DoubleLaneSums.of(scratch, c * LANES);
                    }
                } else if (height == SIDE) {
                    line(others, y, rows, x, pitch, length, scratch);
                    for (int r = 0; r < SIDE; r++) {
                        products[first + r * toPitch] = DoubleLaneSums.of(scratch, r * LANES);
                    }
                } else {
                    pair(rows, x, others, y, length, scratch);
                    products[first] = DoubleLaneSums.of(scratch, 0);
                }
            }
        }
    }

    private static void square(
            double[] x, int at, int xPitch, double[] y, int from, int yPitch, int length, double[] sums) {
        switch (VECTORS) {
            case 1 -> DoubleProducts1.rows4x4(x, at, xPitch, y, from, yPitch, length, sums);
            case 2 -> DoubleProducts2.rows2x2(x, at, xPitch, y, from, yPitch, length, sums);
            default -> DoubleProducts4.rows2x2(x, at, xPitch, y, from, yPitch, length, sums);
        }
    }

    private static void line(double[] x, int at, double[] y, int from, int yPitch, int length, double[] sums) {
        switch (VECTORS) {
            case 1 -> DoubleProducts1.rows1x4(x, at, 0, y, from, yPitch, length, sums);
            case 2 -> DoubleProducts2.rows1x2(x, at, 0, y, from, yPitch, length, sums);
            default -> DoubleProducts4.rows1x2(x, at, 0, y, from, yPitch, length, sums);
        }
    }

    private static void pair(double[] x, int at, double[] y, int from, int length, double[] sums) {
        switch (VECTORS) {
            case 1 -> DoubleProducts1.rows1x1(x, at, 0, y, from, 0, length, sums);
            case 2 -> DoubleProducts2.rows1x1(x, at, 0, y, from, 0, length, sums);
            default -> DoubleProducts4.rows1x1(x, at, 0, y, from, 0, length, sums);
        }
    }

    @Override
    public void orderedProducts(
            int count, double[] rows, int at, int pitch, double[] x, int from, int length, double[] sums, int to) {
        if (LANES < 4 || !Species.DOUBLE_SELECTS || count < TILE) {
            super.orderedProducts(count, rows, at, pitch, x, from, length, sums, to);
            return;
        }
        int whole = length - length % TILE, rest = length - whole;
        for (int row = 0; row < count; row += TILE) {
            int i = Math.min(row, count - TILE), first = at + i * pitch;
            if (TILE == 8) {
                DoubleOrderedProducts.eight(rows, first, pitch, x, from, whole, sums, to + i);
            } else {
                DoubleOrderedProducts.four(rows, first, pitch, x, from, whole, sums, to + i);
            }
            for (int r = 0; r < TILE; r++) {
                sums[to + i + r] =
                        orderedProduct(rows, first + r * pitch + whole, x, from + whole, rest, sums[to + i + r]);
            }
        }
    }

    // What follows ends with a vector that may overlap the one before: it is read before anything is written.

    @Override
    public void addMultiples(
            double[] row,
            int at,
            double[] factors,
            int from,
            double[] others,
            int othersAt,
            int pitch,
            int count,
            int length) {
        if (length < LANES) {
            super.addMultiples(row, at, factors, from, others, othersAt, pitch, count, length);
            return;
        }
        int i = 0;
        for (; i + 4 <= count; i += 4) {
            addFour(row, at, factors, from + i, others, othersAt + i * pitch, pitch, length);
        }
        for (; i < count; i++) {
            addOne(factors[from + i], row, at, others, othersAt + i * pitch, length);
        }
    }

    @Override
    public void addMultiple(double factor, double[] row, int at, double[] other, int otherAt, int length) {
        if (length < LANES) {
            super.addMultiple(factor, row, at, other, otherAt, length);
        } else {
            addOne(factor, row, at, other, otherAt, length);
        }
    }

    private static void addFour(
            double[] row, int at, double[] factors, int from, double[] others, int first, int pitch, int length) {
        DoubleVector f0 = DoubleVector.broadcast(SPECIES, factors[from]);
        DoubleVector f1 = DoubleVector.broadcast(SPECIES, factors[from + 1]);
        DoubleVector f2 = DoubleVector.broadcast(SPECIES, factors[from + 2]);
        DoubleVector f3 = DoubleVector.broadcast(SPECIES, factors[from + 3]);
        int second = first + pitch, third = first + 2 * pitch, fourth = first + 3 * pitch, last = length - LANES;
        DoubleVector x = DoubleVector.fromArray(SPECIES, row, at + last);
        DoubleVector y0 = x.fma(f0, DoubleVector.fromArray(SPECIES, others, first + last));
        DoubleVector y1 = x.fma(f1, DoubleVector.fromArray(SPECIES, others, second + last));
        DoubleVector y2 = x.fma(f2, DoubleVector.fromArray(SPECIES, others, third + last));
        DoubleVector y3 = x.fma(f3, DoubleVector.fromArray(SPECIES, others, fourth + last));
        for (int k = 0; k < last; k += LANES) {
            DoubleVector each = DoubleVector.fromArray(SPECIES, row, at + k);
            EXACT.cast(each.fma(f0, DoubleVector.fromArray(SPECIES, others, first + k)))
                    .intoArray(others, first + k);
            EXACT.cast(each.fma(f1, DoubleVector.fromArray(SPECIES, others, second + k)))
                    .intoArray(others, second + k);
            EXACT.cast(each.fma(f2, DoubleVector.fromArray(SPECIES, others, third + k)))
                    .intoArray(others, third + k);
            EXACT.cast(each.fma(f3, DoubleVector.fromArray(SPECIES, others, fourth + k)))
                    .intoArray(others, fourth + k);
        }
        EXACT.cast(y0).intoArray(others, first + last);
        EXACT.cast(y1).intoArray(others, second + last);
        EXACT.cast(y2).intoArray(others, third + last);
        EXACT.cast(y3).intoArray(others, fourth + last);
    }

    private static void addOne(double factor, double[] row, int at, double[] others, int first, int length) {
        DoubleVector f = DoubleVector.broadcast(SPECIES, factor);
        int last = length - LANES;
        DoubleVector y = DoubleVector.fromArray(SPECIES, row, at + last)
                .fma(f, DoubleVector.fromArray(SPECIES, others, first + last));
        for (int k = 0; k < last; k += LANES) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, row, at + k);
            EXACT.cast(x.fma(f, DoubleVector.fromArray(SPECIES, others, first + k)))
                    .intoArray(others, first + k);
        }
        EXACT.cast(y).intoArray(others, first + last);
    }

    @Override
    public void addCombination(
            double[] factors,
            int from,
            double[] rows,
            int at,
            int pitch,
            int count,
            double[] other,
            int otherAt,
            int length) {
        if (length < LANES) {
            super.addCombination(factors, from, rows, at, pitch, count, other, otherAt, length);
            return;
        }
        int i = 0;
        for (; i + 8 <= count; i += 8) {
            combineEight(factors, from + i, rows, at + i * pitch, pitch, other, otherAt, length);
        }
        for (; i + 2 <= count; i += 2) {
            combineTwo(factors, from + i, rows, at + i * pitch, pitch, other, otherAt, length);
        }
        if (i < count) {
            addOne(factors[from + i], rows, at + i * pitch, other, otherAt, length);
        }
    }

    private static void combineEight(
            double[] factors, int from, double[] rows, int first, int pitch, double[] other, int to, int length) {
        DoubleVector f0 = DoubleVector.broadcast(SPECIES, factors[from]);
        DoubleVector f1 = DoubleVector.broadcast(SPECIES, factors[from + 1]);
        DoubleVector f2 = DoubleVector.broadcast(SPECIES, factors[from + 2]);
        DoubleVector f3 = DoubleVector.broadcast(SPECIES, factors[from + 3]);
        DoubleVector f4 = DoubleVector.broadcast(SPECIES, factors[from + 4]);
        DoubleVector f5 = DoubleVector.broadcast(SPECIES, factors[from + 5]);
        DoubleVector f6 = DoubleVector.broadcast(SPECIES, factors[from + 6]);
        DoubleVector f7 = DoubleVector.broadcast(SPECIES, factors[from + 7]);
        int last = length - LANES, at = first + last;
        DoubleVector z = DoubleVector.fromArray(SPECIES, other, to + last);
        z = f0.fma(DoubleVector.fromArray(SPECIES, rows, at), z);
        z = f1.fma(DoubleVector.fromArray(SPECIES, rows, at + pitch), z);
        z = f2.fma(DoubleVector.fromArray(SPECIES, rows, at + 2 * pitch), z);
        z = f3.fma(DoubleVector.fromArray(SPECIES, rows, at + 3 * pitch), z);
        z = f4.fma(DoubleVector.fromArray(SPECIES, rows, at + 4 * pitch), z);
        z = f5.fma(DoubleVector.fromArray(SPECIES, rows, at + 5 * pitch), z);
        z = f6.fma(DoubleVector.fromArray(SPECIES, rows, at + 6 * pitch), z);
        z = f7.fma(DoubleVector.fromArray(SPECIES, rows, at + 7 * pitch), z);
        for (int k = 0; k < last; k += LANES) {
            int here = first + k;
            DoubleVector y = DoubleVector.fromArray(SPECIES, other, to + k);
            y = f0.fma(DoubleVector.fromArray(SPECIES, rows, here), y);
            y = f1.fma(DoubleVector.fromArray(SPECIES, rows, here + pitch), y);
            y = f2.fma(DoubleVector.fromArray(SPECIES, rows, here + 2 * pitch), y);
            y = f3.fma(DoubleVector.fromArray(SPECIES, rows, here + 3 * pitch), y);
            y = f4.fma(DoubleVector.fromArray(SPECIES, rows, here + 4 * pitch), y);
            y = f5.fma(DoubleVector.fromArray(SPECIES, rows, here + 5 * pitch), y);
            y = f6.fma(DoubleVector.fromArray(SPECIES, rows, here + 6 * pitch), y);
            y = f7.fma(DoubleVector.fromArray(SPECIES, rows, here + 7 * pitch), y);
            EXACT.cast(y).intoArray(other, to + k);
        }
        EXACT.cast(z).intoArray(other, to + last);
    }

    private static void combineTwo(
            double[] factors, int from, double[] rows, int first, int pitch, double[] other, int to, int length) {
        DoubleVector f0 = DoubleVector.broadcast(SPECIES, factors[from]);
        DoubleVector f1 = DoubleVector.broadcast(SPECIES, factors[from + 1]);
        int last = length - LANES, second = first + pitch;
        DoubleVector z = f1.fma(
                DoubleVector.fromArray(SPECIES, rows, second + last),
                f0.fma(
                        DoubleVector.fromArray(SPECIES, rows, first + last),
                        DoubleVector.fromArray(SPECIES, other, to + last)));
        for (int k = 0; k < last; k += LANES) {
            DoubleVector y = DoubleVector.fromArray(SPECIES, other, to + k);
            y = f0.fma(DoubleVector.fromArray(SPECIES, rows, first + k), y);
            y = f1.fma(DoubleVector.fromArray(SPECIES, rows, second + k), y);
            EXACT.cast(y).intoArray(other, to + k);
        }
        EXACT.cast(z).intoArray(other, to + last);
    }

    @Override
    public void exchange(double[] row, int at, double[] other, int otherAt, int length) {
        int whole = length - length % LANES;
        for (int k = 0; k < whole; k += LANES) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, row, at + k);
            DoubleVector y = DoubleVector.fromArray(SPECIES, other, otherAt + k);
            EXACT.cast(y).intoArray(row, at + k);
            EXACT.cast(x).intoArray(other, otherAt + k);
        }
        super.exchange(row, at + whole, other, otherAt + whole, length - whole);
    }

    @Override
    public void divide(double divisor, double[] row, int at, int length) {
        DoubleVector d = DoubleVector.broadcast(SPECIES, divisor);
        int whole = length - length % LANES;
        for (int k = at; k < at + whole; k += LANES) {
            EXACT.cast(DoubleVector.fromArray(SPECIES, row, k).div(d)).intoArray(row, k);
        }
        super.divide(divisor, row, at + whole, length - whole);
    }

    @Override
    public void scale(double factor, double[] row, int at, int length) {
        DoubleVector f = DoubleVector.broadcast(SPECIES, factor);
        int whole = length - length % LANES;
        for (int k = at; k < at + whole; k += LANES) {
            EXACT.cast(DoubleVector.fromArray(SPECIES, row, k).mul(f)).intoArray(row, k);
        }
        super.scale(factor, row, at + whole, length - whole);
    }

    @Override
    public boolean bringDown(
            double[] norms, double[] fractions, int from, double[] row, int at, int length, double little) {
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1), least = one;
        int whole = length - length % LANES;
        for (int k = 0; k < whole; k += LANES) {
            DoubleVector norm = DoubleVector.fromArray(SPECIES, norms, from + k);
            DoubleVector part = DoubleVector.fromArray(SPECIES, row, at + k)
                    .abs()
                    .div(norm.max(DoubleVector.broadcast(SPECIES, Double.MIN_NORMAL)));
            DoubleVector left = one.add(part).mul(one.sub(part)).max(DoubleVector.zero(SPECIES));
            DoubleVector fraction =
                    DoubleVector.fromArray(SPECIES, fractions, from + k).mul(left);
            EXACT.cast(norm.mul(left.sqrt())).intoArray(norms, from + k);
            EXACT.cast(fraction).intoArray(fractions, from + k);
            least = EXACT.cast(least.min(fraction));
        }
        boolean rest = super.bringDown(norms, fractions, from + whole, row, at + whole, length - whole, little);
        return rest
                | least.compare(VectorOperators.LE, DoubleVector.broadcast(SPECIES, little))
                        .anyTrue();
    }
}
