package fourier;

import static java.lang.String.format;

import java.util.List;

/** Whole transforms in plain Java, number by number: the same passes as {@link WholeKernel}'s at the same constant distances. */
final class ScalarWholeKernel extends Butterflies {
    private static final String IN = "srcRe, srcReOffset, srcIm, srcImOffset",
            OUT = "dstRe, dstReOffset, dstIm, dstImOffset";

    @Override
    protected void define(String... definitions) {
        line("double " + infix(String.join(", ", definitions)) + ";");
    }

    @Override
    protected String read(String array, String index) {
        return array + "[" + index + "]";
    }

    @Override
    protected String write(String value, String array, String index) {
        return read(array, index) + " = " + value + ";";
    }

    /** Operations of vectors as those of numbers. */
    private static String infix(String operations) {
        return operations
                .replaceAll("(\\w+)\\.add\\((\\w+)\\)", "$1 + $2")
                .replaceAll("(\\w+)\\.sub\\((\\w+)\\)", "$1 - $2")
                .replaceAll("(\\w+)\\.mul\\((\\w+)\\)\\.neg\\(\\)", "-($1 * $2)")
                .replaceAll("(\\w+)\\.mul\\((\\w+)\\)", "$1 * $2")
                .replaceAll("(\\w+)\\.fma\\(", "fma($1, ");
    }

    FourierText whole(List<Integer> radices) {
        int n = WholeKernel.lengthOf(radices), last = radices.size() - 1;
        lines("package dev.lanewise.engine.scalar;", "");
        lines("import static dev.lanewise.engine.scalar.DoubleFused.fma;", "");
        if (radices.contains(8)) {
            lines("import dev.lanewise.engine.roots.RootsOfUnity;", "");
        }
        lines(
                format(
                        "/** The transform of length %d = %s: indices have constant distances. */",
                        n, WholeKernel.product(radices)),
                format("final class DoubleFourierLength%d {", n));
        if (radices.contains(8)) {
            sqrtHalf();
            line("");
        }
        buffer(n);
        lines(
                "",
                format("private DoubleFourierLength%d() {}", n),
                "",
                format("static void transform(%s, %s, double[][] factors, double[] buffer) {", SOURCE, TARGET));
        for (int i = 0; i <= last; i++) {
            String from = i == 0 ? IN + ", " : "",
                    to = i == 0 ? "" : ", " + OUT,
                    by = i == last ? "" : ", factors[" + i + "]";
            line(format("%s(%sbuffer%s%s);", WholeKernel.ORDINALS.get(i), from, to, by));
        }
        line("}");
        for (int i = 0, s = 1; i <= last; s *= radices.get(i++)) {
            line("");
            pass(i, radices.get(i), n, s, i == last);
        }
        line("}");
        return this;
    }

    private void pass(int i, int radix, int n, int s, boolean last) {
        WholeKernel.Place from = WholeKernel.Place.before(i), to = WholeKernel.Place.after(i, last);
        line(format(
                "private static void %s(%sdouble[] buffer%s%s) {",
                WholeKernel.ORDINALS.get(i),
                i == 0 ? SOURCE + ", " : "",
                i == 0 ? "" : ", " + TARGET,
                last ? "" : ", double[] factors"));
        if (radix == 8) {
            define("half = SQRT_HALF, minusHalf = -SQRT_HALF");
        }
        String at = "q", next = "q";
        if (!last) {
            lines(
                    format("for (int p = 0; p < %d; p++) {", n / s / radix),
                    format(
                            "int from = %sp, to = %d * p, at = %d * p;",
                            s == 1 ? "" : s + " * ", s * radix, 2 * (radix - 1)));
            for (int k = 1; k < radix; k++) {
                factor(k, part -> read("factors", "at" + times(1).apply(part)));
            }
            at = s == 1 ? "from" : "from + q";
            next = s == 1 ? "to" : "to + q";
        }
        if (s > 1) {
            line(format("for (int q = 0; q < %d; q++) {", s));
        }
        line(format("int %s, %s;", from.indices("f", at), to.indices("t", next)));
        load(radix, from.re, "fr", from.im, "fi", times(n / radix));
        butterfly(radix);
        for (int k = 1; k < radix && !last; k++) {
            product(k);
        }
        store(last ? names("y", radix) : products(radix), to.re, "tr", to.im, "ti", times(s));
        close(1 + (s > 1 ? 1 : 0) + (last ? 0 : 1));
    }
}
