package fourier;

import static java.lang.String.format;

import java.util.List;

/** Whole transforms: all passes, with indices at constant distances, and what is between them in a buffer or in registers. */
final class WholeKernel extends Butterflies {
    static final List<String> ORDINALS =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth");

    /** Where the numbers of a whole transform are before or after a pass. */
    enum Place {
        SOURCE("srcRe", "srcIm", "srcReOffset + ", "srcImOffset + "),
        BUFFER("buffer", "buffer", "START + ", "START + IM + "),
        TARGET("dstRe", "dstIm", "dstReOffset + ", "dstImOffset + ");

        final String re;
        final String im;
        private final String reStart;
        private final String imStart;

        Place(String re, String im, String reStart, String imStart) {
            this.re = re;
            this.im = im;
            this.reStart = reStart;
            this.imStart = imStart;
        }

        /** Pass {@code i} reads what the one before wrote. */
        static Place before(int i) {
            return i == 0 ? SOURCE : i % 2 == 1 ? BUFFER : TARGET;
        }

        /** Passes go to the buffer and to the output in turn, and the last to the output in any case, if need be in place. */
        static Place after(int i, boolean last) {
            return i % 2 == 1 || last ? TARGET : BUFFER;
        }

        /** The indices of a number, as definitions of {@code xr} and {@code xi}. */
        String indices(String x, String at) {
            return x + "r = " + reStart + at + ", " + x + "i = " + imStart + at;
        }
    }

    /** {@code radix x 4} on vectors of 4. */
    FourierText onFour(int radix) {
        int n = 4 * radix;
        head(String.valueOf(n), radix == 8, false, format("""
                /**
                 * The transform of length %d = %d x 4 on vectors of 4, all in registers. Indices are constants, so that C2 checks the
                 * bounds of each array once.
                 */
                """, n, radix));
        lanes();
        if (radix == 8) {
            sqrtHalf();
        }
        lines(
                "",
                format("private DoubleFourier%d() {}", n),
                "",
                format("static void transform(%s, %s, double[] factors) {", SOURCE, TARGET));
        columnsInRegisters(radix, 4);
        for (int i = 0; i < radix / 4; i++) {
            int first = i;
            String a = i == 0 ? "d" : "f", y = i == 0 ? "e" : "g";
            graph(RADIX_4, (letter, j) -> switch (letter) {
                case "x" -> "u" + (j * radix / 4 + first);
                case "a" -> a + j;
                default -> y + j;
            });
            store(names(y, 4), "dstRe", "dstReOffset", "dstIm", "dstImOffset", k -> times(1).apply(
                            radix * k + 4 * first));
        }
        close(2);
        return this;
    }

    /** The first pass and its transposing, where each input is one vector. */
    private void columnsInRegisters(int radix, int lanes) {
        constants(radix);
        zips("");
        kept();
        load(radix, "srcRe", "srcReOffset", "srcIm", "srcImOffset", times(lanes));
        butterfly(radix);
        multiply(radix, byVectors(""));
        transpose(radix);
    }

    /** A length with several radices, the first of which is 8. */
    FourierText whole(List<Integer> radices) {
        int n = lengthOf(radices);
        String ways = n == 64
                ? "in registers on vectors of 8, in two loops on vectors of 4"
                : isPowerOfTwo(n) ? "in loops on vectors of 4, 8 or 16" : "in loops on vectors of 4 or 8";
        head(String.valueOf(n), true, false, format("""
                /**
                 * The transform of length %d = %s, %s. Indices have constant distances, so that C2 checks the bounds of each array once.
                 */
                """, n, product(radices), ways));
        lanes();
        sqrtHalf();
        radices.stream().distinct().filter(radix -> radix % 2 == 1).forEach(this::roots);
        line("");
        buffer(n);
        lines("", format("private DoubleFourier%d() {}", n), "");
        passes(radices, n);
        if (n == 64) {
            lines("", format("private static void inRegisters(%s, %s, double[] factors) {", SOURCE, TARGET));
            columnsInRegisters(8, 8);
            graph(RADIX_8, (letter, number) -> "udefv".charAt("xabcy".indexOf(letter)) + String.valueOf(number));
            store(names("v", 8), "dstRe", "dstReOffset", "dstIm", "dstImOffset", times(8));
            close(1);
        }
        first(n, false);
        if (readsPairs(n)) {
            first(n, true);
        }
        int s = 8;
        for (int i = 1; i < radices.size(); s *= radices.get(i++)) {
            line("");
            pass(i, radices.get(i), n, s, i == radices.size() - 1);
        }
        close(1);
        return this;
    }

    /** The first pass, of parts that are apart or alternate. */
    private void first(int n, boolean pairs) {
        lines(
                "",
                format(
                        "private static void first%s(%s, double[] factors, double[] buffer) {",
                        pairs ? "OfPairs" : "", pairs ? PAIRS : SOURCE));
        constants(8);
        zips("");
        if (pairs) {
            pairs();
        }
        line(format("for (int p = 0; p <= %d - LANES; p += LANES) {", n / 8));
        kept();
        if (pairs) {
            line("int from = srcOffset + 2 * p, at = 14 * p, tr = START + 8 * p, ti = tr + IM;");
            loadPairs(8, "src", "from", n / 4);
        } else {
            line("int fr = srcReOffset + p, fi = srcImOffset + p, at = 14 * p, tr = START + 8 * p, ti = tr + IM;");
            load(8, "srcRe", "fr", "srcIm", "fi", times(n / 8));
        }
        butterfly(8);
        multiply(8, byVectors("at"));
        transpose(8);
        store(names("u", 8), "buffer", "tr", "buffer", "ti", times("LANES"));
        close(2);
    }

    private void passes(List<Integer> radices, int n) {
        int m = n / 8, last = radices.size() - 1;
        String from = "srcRe, srcReOffset, srcIm, srcImOffset", to = "dstRe, dstReOffset, dstIm, dstImOffset";
        if (n == 64) {
            lines(
                    format("static void transform(%s, %s, double[] factors, double[] buffer) {", SOURCE, TARGET),
                    "if (LANES == 8) {",
                    format("inRegisters(%s, %s, factors);", from, to),
                    "} else {",
                    format("first(%s, factors, buffer);", from),
                    format("second(buffer, %s);", to));
            close(2);
            return;
        }
        lines(
                format(
                        "static void transform(%s, %s, double[] leadingFactors, double[][] factors, double[] buffer) {",
                        SOURCE, TARGET),
                format("first(%s, leadingFactors, buffer);", from));
        if (!isPowerOfTwo(n)) {
            lines(
                    format("int rest = %d %% LANES;", m),
                    "// the last vector overlaps the one before",
                    "if (rest > 0) {",
                    format(
                            "DoubleFourierSorting8.leading(%s, buffer, START, buffer, START + IM, %d, %2$d - LANES, %2$d, leadingFactors, 14 * (%2$d - rest));",
                            from, m),
                    "}");
        }
        line(format("others(%s, factors, buffer);", to));
        close(1);
        if (readsPairs(n)) {
            lines(
                    "",
                    "/** The same of numbers whose parts alternate, the real ones first unless exchanged. */",
                    format("static void transformPairs(%s, %s, %s) {", PAIRS, TARGET, FACTORS),
                    "firstOfPairs(src, srcOffset, exchanged, leadingFactors, buffer);",
                    format("others(%s, factors, buffer);", to),
                    "}");
        }
        lines("", format("private static void others(%s, double[][] factors, double[] buffer) {", TARGET));
        if (isPowerOfTwo(n)) {
            int second = radices.get(1);
            lines(
                    "if (LANES <= 8) {",
                    format("second(buffer, %s, factors[1]);", to),
                    "} else {",
                    format(
                            "DoubleFourierSorting%d.paired(buffer, START, buffer, START + IM, %s, %d, 0, %3$d, factors[1], 0);",
                            second, to, m / second),
                    "}");
        } else {
            line(format("second(buffer, %s, factors[1]);", to));
        }
        for (int i = 2; i < last; i++) {
            line(format("%s(buffer, %s, factors[%d]);", ORDINALS.get(i), to, i));
        }
        line(format("%s(buffer, %s);", ORDINALS.get(last), to));
        close(1);
    }

    /** Whether a length also has a kernel for numbers whose parts alternate: where the first pass is of whole vectors at any width. */
    static boolean readsPairs(int n) {
        return n > 64 && isPowerOfTwo(n);
    }

    private void pass(int i, int radix, int n, int s, boolean last) {
        Place from = Place.before(i), to = Place.after(i, last);
        if (i == 1 && !last) {
            line("/** With vectors of 8, one to a row, or of 4, two. */");
        }
        line(format(
                "private static void %s(double[] buffer, %s%s) {",
                ORDINALS.get(i), TARGET, last ? "" : ", double[] factors"));
        constants(radix);
        if (last) {
            lines(
                    format("for (int q = 0; q < %d; q += LANES) {", s),
                    format("int %s, %s;", from.indices("f", "q"), to.indices("t", "q")));
        } else {
            lines(
                    format("for (int p = 0; p < %d; p++) {", n / s / radix),
                    format("int from = %d * p, to = %d * p, at = %d * p;", s, s * radix, 2 * (radix - 1)),
                    format("for (int q = 0; q < %d; q += LANES) {", s),
                    format("int %s, %s;", from.indices("f", "from + q"), to.indices("t", "to + q")));
        }
        kept();
        load(radix, from.re, "fr", from.im, "fi", times(n / radix));
        butterfly(radix);
        if (last) {
            store(names("y", radix), "dstRe", "tr", "dstIm", "ti", times(s));
            close(2);
        } else {
            multiply(radix, Butterflies::broadcast);
            store(products(radix), to.re, "tr", to.im, "ti", times(s));
            close(3);
        }
    }

    private static boolean isPowerOfTwo(int n) {
        return Integer.bitCount(n) == 1;
    }

    /** As {@code 8 x 4 x 4}. */
    static String product(List<Integer> radices) {
        return String.join(" x ", radices.stream().map(String::valueOf).toList());
    }

    static int lengthOf(List<Integer> radices) {
        return radices.stream().mapToInt(radix -> radix).reduce(1, (a, b) -> a * b);
    }
}
