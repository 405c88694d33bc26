package fourier;

import static java.lang.String.format;

import java.util.List;
import java.util.function.IntFunction;

/** The passes of a transform. */
final class PassKernel extends Butterflies {
    /**
     * The largest radix with loops of its own for long rows. A loop over one row has indices that are linear, so that C2 checks no
     * bounds in it; before it, C2 finds out where that is so, of each of the {@code 4 r} streams. With larger radices the streams
     * are more than it has registers for, and it keeps them better with checks in between.
     */
    private static final int LARGEST_IN_LONG_ROWS = 5;

    private static final String STRIDED =
            SOURCE + ", int srcStep, int srcPitch, " + TARGET + ", int dstStep, int dstPitch, int rows, int length";
    private static final String PART = SOURCE + ", " + TARGET + ", int m, int first, int past";
    private static final String FACTORS = "double[] factors, int factorsOffset";

    FourierText radix(int radix) {
        head(
                "Radix" + radix + " extends DoubleFourierRadix",
                radix != 2 && radix != 4,
                false,
                format("/** Radix %d%s. */", radix, radix == 9 ? ", as 3 x 3" : ""));
        lanes();
        if (radix == 8) {
            sqrtHalf();
        } else if (radix % 2 == 1) {
            line("");
            roots(radix);
        }
        int factors = 2 * (radix - 1);
        lines(
                "",
                "@Override",
                format("void narrow(%s, %s, int m, int firstP, int pastP, %s) {", SOURCE, TARGET, FACTORS));
        constants(radix);
        lines(
                "int step = LANES * m;",
                "for (int p = firstP; p < pastP; p++) {",
                "int fr = srcReOffset + LANES * p, fi = srcImOffset + LANES * p;");
        kept();
        load(radix, "srcRe", "fr", "srcIm", "fi", times("step"));
        butterfly(radix);
        line(format("int at = factorsOffset + %d * p;", factors));
        multiply(radix, Butterflies::broadcast);
        line(format("int tr = dstReOffset + %1$d * LANES * p, ti = dstImOffset + %1$d * LANES * p;", radix));
        store(products(radix), "dstRe", "tr", "dstIm", "ti", times("LANES"));
        close(2);
        for (boolean last : new boolean[] {false, true}) {
            rows(radix, last);
        }
        close(1);
        return this;
    }

    /** Rows of vectors: in one loop over the vectors of all rows, or, where rows are long, in one for each row. */
    private void rows(int radix, boolean last) {
        String parameters = STRIDED + (last ? "" : ", " + FACTORS + ", int factorsPitch");
        String name = last ? "last" : "wide", ofLong = last ? "lastOfLongRows" : "wideOfLongRows";
        lines("", "@Override", format("void %s(%s) {", name, parameters));
        if (radix <= LARGEST_IN_LONG_ROWS) {
            lines(
                    "if (length >= LONG_ROW * LANES) {",
                    format("%s(%s);", ofLong, parameters.replaceAll("(double\\[]|int) ", "")),
                    "return;",
                    "}");
        }
        constants(radix);
        lines(
                "int q = 0, from = 0, to = 0" + (last ? ";" : ", at = factorsOffset;"),
                "for (int left = length / LANES * rows; left > 0; left--) {");
        vectorOfRow(radix, last);
        lines("q += LANES;", "if (q == length) {", "q = 0;", "from += srcPitch;", "to += dstPitch;");
        if (!last) {
            line("at += factorsPitch;");
        }
        close(3);
        if (radix <= LARGEST_IN_LONG_ROWS) {
            lines("", format("private static void %s(%s) {", ofLong, parameters));
            constants(radix);
            lines(
                    "for (int row = 0; row < rows; row++) {",
                    "int from = srcPitch * row, to = dstPitch * row"
                            + (last ? ";" : ", at = factorsOffset + factorsPitch * row;"),
                    "for (int q = 0; q < length; q += LANES) {");
            vectorOfRow(radix, last);
            close(3);
        }
    }

    private void vectorOfRow(int radix, boolean last) {
        kept();
        line("int fr = srcReOffset + from + q, fi = srcImOffset + from + q;");
        load(radix, "srcRe", "fr", "srcIm", "fi", times("srcStep"));
        butterfly(radix);
        if (!last) {
            multiply(radix, Butterflies::broadcast);
        }
        line("int tr = dstReOffset + to + q, ti = dstImOffset + to + q;");
        store(last ? names("y", radix) : products(radix), "dstRe", "tr", "dstIm", "ti", times("dstStep"));
    }

    FourierText sorting(int radix) {
        head("Sorting" + radix, radix == 8, true, format("""
                /**
                 * The passes of radix %d of a Fourier transform in which a vector is of several {@code p}: their outputs lie apart, and
                 * are brought together in registers.
                 */
                """, radix));
        lanes();
        if (radix == 8) {
            sqrtHalf();
        }
        lines(
                "",
                format("private DoubleFourierSorting%d() {}", radix),
                "",
                "/**",
                " * The first pass, {@code s = 1}, of butterflies {@code first ... past - 1}; their outputs are sorted by transposing in registers.",
                " * The factors are those of {@code first} and after it, by vectors.",
                " */",
                format("static void leading(%s, %s) {", PART, FACTORS));
        constants(radix);
        zips("");
        lines("for (int p = first; p < past; p += LANES) {", "int fr = srcReOffset + p, fi = srcImOffset + p;");
        kept();
        load(radix, "srcRe", "fr", "srcIm", "fi", times("m"));
        butterfly(radix);
        line(format("int at = factorsOffset + %d * (p - first);", 2 * (radix - 1)));
        multiply(radix, byVectors("at"));
        transpose(radix);
        line(format("int tr = dstReOffset + %1$d * p, ti = dstImOffset + %1$d * p;", radix));
        store(names("u", radix), "dstRe", "tr", "dstIm", "ti", times("LANES"));
        close(2);
        lines(
                "",
                "/** A pass with {@code s = LANES / 2}, of butterflies {@code first ... past - 1}, two of them in each vector. */",
                format("static void paired(%s, %s) {", PART, FACTORS));
        constants(radix);
        zips("_HALVES");
        lines(
                "int step = LANES / 2 * m;",
                "for (int p = first; p < past; p += 2) {",
                "int fr = srcReOffset + LANES / 2 * p, fi = srcImOffset + LANES / 2 * p;");
        kept();
        load(radix, "srcRe", "fr", "srcIm", "fi", times("step"));
        butterfly(radix);
        line(format("int at = factorsOffset + %d * p;", 2 * (radix - 1)));
        multiply(radix, part -> format("%s.blend(%s, DoubleLaneZips.UPPER_HALF)", broadcast(part), broadcast(part + 2 * (radix - 1))));
        line(format("int tr = dstReOffset + %1$d * LANES * p, ti = dstImOffset + %1$d * LANES * p;", radix / 2));
        for (String part : List.of("r", "i")) {
            for (int k = 0; k < radix; k++) {
                int row = 2 * k % radix;
                line(format(
                        "EXACT.cast(%s).intoArray(%s, t%s%s);",
                        select(
                                2 * k < radix ? "low" : "high",
                                "DoubleLaneShuffles." + (2 * k < radix ? "LOW_HALVES" : "HIGH_HALVES"),
                                "DoubleLaneZips.UPPER_HALF",
                                products(radix).get(row) + part,
                                format("z%d%s", row + 1, part)),
                        part.equals("r") ? "dstRe" : "dstIm",
                        part,
                        times("LANES").apply(k)));
            }
        }
        close(3);
        return this;
    }

    /** For first passes of all odd radices, and for all passes of those that spill when written out: 11 and 13. */
    FourierText oddButterfly(int... radices) {
        head("OddButterfly", true, false, """
                /**
                 * One butterfly of an odd radix in each lane, for {@link DoubleFourierOddRadix}: inputs and outputs at any distance,
                 * the outputs but the first multiplied by the factors that stand at {@code at}, or by none. The sums and differences
                 * stay in registers, while a loop makes two outputs at a time.
                 */
                """);
        line("");
        for (int radix : radices) {
            line(format(
                    "private static final double[] COEFFICIENTS_%1$d = RootsOfUnity.doubleCoefficients(%1$d);", radix));
        }
        lines("", "private DoubleFourierOddButterfly() {}");
        for (int radix : radices) {
            lines(
                    "",
                    format(
                            "static void radix%d(double[] srcRe, int fr, double[] srcIm, int fi, int srcStep, double[] dstRe, int tr, double[] dstIm, int ti, int dstStep, double[] factors, int at) {",
                            radix));
            sumsAndDifferences(radix);
            pairsOfOutputs(radix);
            line("}");
        }
        close(1);
        return this;
    }

    private void sumsAndDifferences(int radix) {
        IntFunction<String> step = times("srcStep");
        String input =
                "x%1$dr = DoubleVector.fromArray(SPECIES, srcRe, fr%2$s), x%1$di = DoubleVector.fromArray(SPECIES, srcIm, fi%2$s)";
        define(format(input, 0, ""));
        for (int j = 1; j <= radix / 2; j++) {
            int other = radix - j;
            define(format(input, j, step.apply(j)));
            define(format(input, other, step.apply(other)));
            for (String part : List.of("r", "i")) {
                define(format(
                        "u%1$d%2$s = x%1$d%2$s.add(x%3$d%2$s), v%1$d%2$s = x%1$d%2$s.sub(x%3$d%2$s)", j, part, other));
            }
        }
        line(format("EXACT.cast(x0r%s).intoArray(dstRe, tr);", sum(radix / 2, "u%dr")));
        line(format("EXACT.cast(x0i%s).intoArray(dstIm, ti);", sum(radix / 2, "u%di")));
    }

    private void pairsOfOutputs(int radix) {
        int half = radix / 2;
        line(format("for (int k = 1, c = 0; k <= %d; k++, c += %d) {", half, 2 * half));
        for (int j = 1; j <= half; j++) {
            define(
                    format(
                            "cos%d = DoubleVector.broadcast(SPECIES, COEFFICIENTS_%d[c%s])",
                            j, radix, times(1).apply(2 * j - 2)),
                    format(
                            "sin%d = DoubleVector.broadcast(SPECIES, COEFFICIENTS_%d[c%s])",
                            j, radix, times(1).apply(2 * j - 1)));
            if (j == 1) {
                define("a1r = u1r.fma(cos1, x0r), a1i = u1i.fma(cos1, x0i), b1r = v1r.mul(sin1), b1i = v1i.mul(sin1)");
            } else {
                define(format("a%1$dr = u%1$dr.fma(cos%1$d, a%2$dr), a%1$di = u%1$di.fma(cos%1$d, a%2$di)", j, j - 1));
                define(format("b%1$dr = v%1$dr.fma(sin%1$d, b%2$dr), b%1$di = v%1$di.fma(sin%1$d, b%2$di)", j, j - 1));
            }
        }
        define(format(
                "yr = a%1$dr.add(b%1$di), yi = a%1$di.sub(b%1$dr), zr = a%1$dr.sub(b%1$di), zi = a%1$di.add(b%1$dr)",
                half));
        lines(
                format(
                        "int i = tr + k * dstStep, j = ti + k * dstStep, m = tr + (%1$d - k) * dstStep, n = ti + (%1$d - k) * dstStep;",
                        radix),
                "if (factors == null) {",
                "EXACT.cast(yr).intoArray(dstRe, i);",
                "EXACT.cast(yi).intoArray(dstIm, j);",
                "EXACT.cast(zr).intoArray(dstRe, m);",
                "EXACT.cast(zi).intoArray(dstIm, n);",
                "} else {",
                format("int e = at + 2 * k - 2, f = at + 2 * (%d - k) - 2;", radix));
        for (String factor : List.of("ve", "wf")) {
            define(format(
                    "%1$sr = DoubleVector.broadcast(SPECIES, factors[%2$s]), %1$si = DoubleVector.broadcast(SPECIES, factors[%2$s + 1])",
                    factor.substring(0, 1), factor.substring(1)));
        }
        lines(
                "EXACT.cast(yr.fma(vr, yi.mul(vi).neg())).intoArray(dstRe, i);",
                "EXACT.cast(yr.fma(vi, yi.mul(vr))).intoArray(dstIm, j);",
                "EXACT.cast(zr.fma(wr, zi.mul(wi).neg())).intoArray(dstRe, m);",
                "EXACT.cast(zr.fma(wi, zi.mul(wr))).intoArray(dstIm, n);");
        close(2);
    }
}
