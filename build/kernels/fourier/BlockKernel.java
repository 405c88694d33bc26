package fourier;

import static java.lang.String.format;

import java.util.List;
import java.util.function.IntFunction;

/**
 * Whole transforms of lengths that the nearest cache does not hold, in two sweeps over memory. Passes of radices {@code r1 ...
 * rk} in a row, {@code R} their product, take {@code R} rows that lie {@code s m} apart to {@code R} rows that lie {@code s}
 * apart, each place of a row by itself. So a block, some places of these rows, goes through all of them by way of scratch that
 * stays near, and what is far is read and written once. In the first sweep, {@code s = 1}, the places of a row are
 * neighbouring {@code p}, in the second, {@code m = 1}, neighbouring {@code q}; the second may be in place.
 */
final class BlockKernel extends Butterflies {
    private final int n;
    private final Sweep first;
    private final Sweep second;

    /** Passes {@code pass ...} in one sweep: {@code rows} of a block, and as many numbers in a row of them all. */
    private record Sweep(int pass, List<Integer> radices, int rows, int places) {}

    /** A transform whose passes have these radices. */
    BlockKernel(List<Integer> firstRadices, List<Integer> secondRadices) {
        int r = WholeKernel.lengthOf(firstRadices), t = WholeKernel.lengthOf(secondRadices);
        n = r * t;
        first = new Sweep(0, firstRadices, r, t);
        second = new Sweep(firstRadices.size(), secondRadices, t, r);
    }

    FourierText whole() {
        head(
                String.valueOf(n),
                true,
                false,
                format("""
                /**
                 * The transform of length %d in two sweeps, %s and %s, on vectors of 4, 8 or 16. What is between the passes of a sweep is
                 * in blocks that stay near. Indices have constant distances, so that C2 checks the bounds of each array once.
                 */
                """, n, WholeKernel.product(first.radices), WholeKernel.product(second.radices)));
        lanes();
        sqrtHalf();
        int buffers = Math.max(first.radices.size(), second.radices.size()) > 2 ? 4 : 2;
        lines(
                "",
                "/** Places in each row of a block: few, so that many rows stay near; not two vectors, which C2 makes slow loops of. */",
                "private static final int WIDTH = LANES == 4 ? 16 : LANES;",
                "",
                "/** Where the imaginary parts of a block lie in scratch; not at the same place of a page. */",
                format("private static final int IM = %d * WIDTH + 48;", Math.max(first.rows, second.rows)),
                "",
                format("static final int BUFFER = %d * IM;", buffers));
        start();
        lines(
                "",
                format("private DoubleFourier%d() {}", n),
                "",
                "static int blocks(int sweep) {",
                format("return (sweep == 0 ? %d : %d) / WIDTH;", first.places, second.places),
                "}",
                "",
                format("static void sweep(int sweep, %s, %s, %s, %s) {", SOURCE, TARGET, BLOCKS, FACTORS),
                "if (sweep == 0) {",
                "for (int p = WIDTH * firstBlock; p < WIDTH * pastBlock; p += WIDTH) {");
        passes(first, "first(" + parts("src", "p"), first.rows + " * p");
        lines("}", "} else {", "for (int q = WIDTH * firstBlock; q < WIDTH * pastBlock; q += WIDTH) {");
        passes(second, WholeKernel.ORDINALS.get(second.pass) + "(" + parts("src", "q"), "q");
        close(3);
        lines(
                "",
                "/** The first sweep, of numbers whose parts alternate, the real ones first unless exchanged. */",
                format("static void sweepPairs(%s, %s, %s, %s) {", PAIRS, TARGET, BLOCKS, FACTORS),
                "for (int p = WIDTH * firstBlock; p < WIDTH * pastBlock; p += WIDTH) {");
        passes(first, "firstOfPairs(src, srcOffset + 2 * p, exchanged", first.rows + " * p");
        close(2);
        for (boolean pairs : new boolean[] {false, true}) {
            line("");
            leading(pairs);
        }
        for (Sweep sweep : List.of(first, second)) {
            for (int i = 0, done = 1; i < sweep.radices.size(); done *= sweep.radices.get(i++)) {
                if (sweep.pass + i > 0) {
                    line("");
                    pass(sweep, i, done);
                }
            }
        }
        close(1);
        return this;
    }

    /** The passes of a block; the call of the first of them begins so. */
    private void passes(Sweep sweep, String begins, String to) {
        int last = sweep.radices.size() - 1;
        for (int i = 0; i <= last; i++) {
            int pass = sweep.pass + i;
            String factors = pass == 0
                    ? "leadingFactors, 14 * p"
                    : format("factors[%d], %s", pass, sweep == first ? 2 * (sweep.radices.get(i) - 1) + " * p" : "0");
            line(format(
                    "%s, %s%s);",
                    i == 0 ? begins : WholeKernel.ORDINALS.get(pass) + "(" + scratch(i - 1),
                    i == last ? parts("dst", to) : scratch(i),
                    sweep == second && i == last ? "" : ", " + factors));
        }
    }

    private static String parts(String array, String at) {
        return format("%1$sRe, %1$sReOffset + %2$s, %1$sIm, %1$sImOffset + %2$s", array, at);
    }

    /** Where pass {@code i} of a sweep goes, and the next one comes from. */
    private static String scratch(int i) {
        return i % 2 == 0 ? "buffer, START, buffer, START + IM" : "buffer, START + 2 * IM, buffer, START + 3 * IM";
    }

    /** Pass {@code i} of a sweep on one block, after others of product {@code done}. */
    private void pass(Sweep sweep, int i, int done) {
        int radix = sweep.radices.get(i), rest = sweep.rows / done / radix;
        boolean starts = i == 0, ends = i == sweep.radices.size() - 1, multiplies = sweep == first || !ends;
        line(format(
                "private static void %s(%s, %s%s) {",
                WholeKernel.ORDINALS.get(sweep.pass + i),
                SOURCE,
                TARGET,
                multiplies ? ", double[] factors, int factorsOffset" : ""));
        constants(radix);
        if (sweep == first) {
            ofNeighbouringP(radix, done, rest);
        } else {
            ofNeighbouringQ(radix, starts, ends, done, rest);
        }
    }

    /** The first of all; the parts of its numbers alternate or are in arrays of their own. */
    private void leading(boolean pairs) {
        int radix = 8, rest = first.rows / radix;
        line(format(
                "private static void first%s(%s, %s, double[] factors, int factorsOffset) {",
                pairs ? "OfPairs" : "", pairs ? PAIRS : SOURCE, TARGET));
        constants(radix);
        zips("");
        if (pairs) {
            pairs();
        }
        lines(format("for (int j = 0; j < %d; j++) {", rest), "for (int p = 0; p < WIDTH; p += LANES) {");
        kept();
        String from = format("%d * j + p", first.places), to = format("%d * (WIDTH * j + p)", radix);
        if (pairs) {
            line(format(
                    "int from = srcOffset + 2 * (%s), tr = dstReOffset + %2$s, ti = dstImOffset + %2$s;", from, to));
        } else {
            indices(from, to);
        }
        line(format("int at = factorsOffset + %d * (%s);", 2 * (radix - 1), from));
        if (pairs) {
            loadPairs(radix, "src", "from", 2 * first.places * rest);
        } else {
            load(radix, "srcRe", "fr", "srcIm", "fi", times(first.places * rest));
        }
        butterfly(radix);
        multiply(radix, byVectors("at"));
        transpose(radix);
        store(names("u", radix), "dstRe", "tr", "dstIm", "ti", times("LANES"));
        close(3);
    }

    /** Each {@code p} has its own factors; after a pass, its numbers are side by side. */
    private void ofNeighbouringP(int radix, int done, int rest) {
        int parts = 2 * (radix - 1);
        line(format("for (int j = 0; j < %d; j++) {", rest));
        if (done == 8) {
            lines(
                    "if (LANES == 16) {",
                    format("int from = %d * WIDTH * j, to = %d * WIDTH * j;", done, done * radix),
                    format(
                            "DoubleFourierSorting%d.paired(%s, %s, %d * WIDTH, 0, WIDTH, factors, factorsOffset + %d * j);",
                            radix, parts("src", "from"), parts("dst", "to"), rest, parts * first.places),
                    "continue;",
                    "}");
        }
        lines(
                "for (int p = 0; p < WIDTH; p++) {",
                format("int at = factorsOffset + %d * (%d * j + p);", parts, first.places),
                format("for (int q = 0; q < %d; q += LANES) {", done));
        kept();
        indices(format("%d * (WIDTH * j + p) + q", done), format("%d * (WIDTH * j + p) + q", done * radix));
        load(radix, "srcRe", "fr", "srcIm", "fi", times(done * rest + " * WIDTH"));
        butterfly(radix);
        multiply(radix, Butterflies::broadcast);
        store(products(radix), "dstRe", "tr", "dstIm", "ti", times(done));
        close(4);
    }

    /** All {@code q} have the same factors; in scratch, rows lie side by side. */
    private void ofNeighbouringQ(int radix, boolean starts, boolean ends, int done, int rest) {
        IntFunction<String> from, to;
        if (ends) {
            lines(format("for (int k = 0; k < %d; k++) {", done), "for (int q = 0; q < WIDTH; q += LANES) {");
            indices("WIDTH * k + q", format("%d * k + q", second.places));
            from = times(done + " * WIDTH");
            to = times(second.places * done);
        } else {
            String row = done == 1 ? "WIDTH" : done + " * WIDTH";
            lines(
                    format("for (int j = 0; j < %d; j++) {", rest),
                    format("int at = factorsOffset + %d * j;", 2 * (radix - 1)),
                    format("for (int q = 0; q < %s; q += LANES) {", row));
            indices(
                    starts ? format("%d * j + q", second.places) : format("%s * j + q", row),
                    format("%d * WIDTH * j + q", done * radix));
            from = starts ? times(second.places * rest) : times(done * rest + " * WIDTH");
            to = times(row);
        }
        kept();
        load(radix, "srcRe", "fr", "srcIm", "fi", from);
        butterfly(radix);
        if (!ends) {
            multiply(radix, Butterflies::broadcast);
        }
        store(ends ? names("y", radix) : products(radix), "dstRe", "tr", "dstIm", "ti", to);
        close(3);
    }

    private void indices(String from, String to) {
        line(format(
                "int fr = srcReOffset + %1$s, fi = srcImOffset + %1$s, tr = dstReOffset + %2$s, ti = dstImOffset + %2$s;",
                from, to));
    }
}
