import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The parts that kernels are made of: butterflies and what stands around them. Variables are named {@code x0r, x0i, x1r ...}
 * for the inputs of a butterfly, {@code y} for its outputs, {@code w} for the factors, {@code z} for the products with them
 * and {@code u} for what transposing makes of these.
 */
class Butterflies extends SourceText {
    /** The inputs of a butterfly. */
    final void load(int radix, String re, String reAt, String im, String imAt, IntFunction<String> distance) {
        for (int j = 0; j < radix; j++) {
            vectors(format("x%dr = %s.fromArray(SPECIES, %s, %s%s)", j, V, re, reAt, distance.apply(j)));
        }
        for (int j = 0; j < radix; j++) {
            vectors(format("x%di = %s.fromArray(SPECIES, %s, %s%s)", j, V, im, imAt, distance.apply(j)));
        }
    }

    final void store(List<String> names, String re, String reAt, String im, String imAt, IntFunction<String> distance) {
        for (int k = 0; k < names.size(); k++) {
            line(format("EXACT.cast(%sr).intoArray(%s, %s%s);", names.get(k), re, reAt, distance.apply(k)));
        }
        for (int k = 0; k < names.size(); k++) {
            line(format("EXACT.cast(%si).intoArray(%s, %s%s);", names.get(k), im, imAt, distance.apply(k)));
        }
    }

    static List<String> names(String letter, int count) {
        return IntStream.range(0, count).mapToObj(k -> letter + k).toList();
    }

    /** The outputs of a butterfly, multiplied by their factors. */
    static List<String> products(int radix) {
        return IntStream.range(0, radix).mapToObj(k -> (k == 0 ? "y" : "z") + k).toList();
    }

    /** The products, with the parts of the factors in turn. */
    final void multiply(int radix, IntFunction<String> part) {
        for (int k = 1; k < radix; k++) {
            vectors(format("w%dr = %s", k, part.apply(2 * k - 2)), format("w%di = %s", k, part.apply(2 * k - 1)));
            vectors(
                    format("z%1$dr = y%1$dr.fma(w%1$dr, y%1$di.mul(w%1$di).neg())", k),
                    format("z%1$di = y%1$dr.fma(w%1$di, y%1$di.mul(w%1$dr))", k));
        }
    }

    static String broadcast(int part) {
        return format("%s.broadcast(SPECIES, factors[at%s])", V, times(1).apply(part));
    }

    static IntFunction<String> byVectors(String at) {
        return part -> {
            String offset = at + times("LANES").apply(part);
            return format(
                    "%s.fromArray(SPECIES, factors, %s)",
                    V, offset.isEmpty() ? "0" : offset.replaceFirst("^ \\+ ", ""));
        };
    }

    /** Zips rows until they are columns, {@code u}. */
    final void transpose(int radix) {
        for (String part : List.of("r", "i")) {
            List<String> rows =
                    products(radix).stream().map(name -> name + part).toList();
            for (String letter : radix == 4 ? List.of("p", "u") : List.of("p", "q", "u")) {
                List<String> next = new ArrayList<>();
                for (int k = 0; k < radix / 2; k++) {
                    String both = format("(%s, %s)", rows.get(k), rows.get(k + radix / 2));
                    next.addAll(List.of(letter + 2 * k + part, letter + (2 * k + 1) + part));
                    vectors(
                            next.get(2 * k) + " = low.selectFrom" + both,
                            next.get(2 * k + 1) + " = high.selectFrom" + both);
                }
                rows = next;
            }
        }
    }

    /** The vectors that do not change in a loop. */
    final void constants(int radix) {
        if (radix == 8) {
            vectors(
                    format("half = %s.broadcast(SPECIES, SQRT_HALF)", V),
                    format("minusHalf = %s.broadcast(SPECIES, -SQRT_HALF)", V));
        }
        for (int j = 1; j <= radix / 2 && radix % 2 == 1; j++) {
            vectors(
                    format("cos%d = %s.broadcast(SPECIES, ROOTS[%d])", j, V, 2 * j - 2),
                    format("sin%d = %s.broadcast(SPECIES, ROOTS[%d])", j, V, 2 * j - 1));
        }
        for (int t = 1; t <= radix / 2 && radix % 2 == 1 && radix != 9; t++) {
            int turn = t;
            boolean used = IntStream.rangeClosed(1, radix / 2)
                    .anyMatch(j -> IntStream.rangeClosed(1, radix / 2).anyMatch(k -> j * k % radix == radix - turn));
            if (used) {
                vectors(format("minusSin%d = %s.broadcast(SPECIES, -ROOTS[%d])", t, V, 2 * t - 1));
            }
        }
    }

    final void zips(String kind) {
        vectors(
                format("low = %s.fromArray(SPECIES, DoubleLaneZips.LOW%s, 0)", V, kind),
                format("high = %s.fromArray(SPECIES, DoubleLaneZips.HIGH%s, 0)", V, kind));
    }

    final void butterfly(int radix) {
        switch (radix) {
            case 2 -> vectors("y0r = x0r.add(x1r)", "y1r = x0r.sub(x1r)", "y0i = x0i.add(x1i)", "y1i = x0i.sub(x1i)");
            case 4 -> butterfly4(names("x", 4), "a", "y");
            case 8 -> butterfly8("x", "a", "b", "c", "y");
            case 9 -> butterfly9();
            default -> butterflyOdd(radix);
        }
    }

    final void butterfly4(List<String> x, String a, String y) {
        for (String part : List.of("r", "i")) {
            vectors(
                    format("%s0%s = %s%2$s.add(%s%2$s)", a, part, x.get(0), x.get(2)),
                    format("%s2%s = %s%2$s.sub(%s%2$s)", a, part, x.get(0), x.get(2)),
                    format("%s1%s = %s%2$s.add(%s%2$s)", a, part, x.get(1), x.get(3)),
                    format("%s3%s = %s%2$s.sub(%s%2$s)", a, part, x.get(1), x.get(3)));
        }
        named("Y0r = A0r.add(A1r), Y0i = A0i.add(A1i), Y2r = A0r.sub(A1r), Y2i = A0i.sub(A1i)", "", a, "", "", y);
        named("Y1r = A2r.add(A3i), Y1i = A2i.sub(A3r), Y3r = A2r.sub(A3i), Y3i = A2i.add(A3r)", "", a, "", "", y);
    }

    final void butterfly8(String x, String a, String b, String c, String y) {
        for (String part : List.of("r", "i")) {
            for (int j = 0; j < 4; j++) {
                named(
                        format("A%1$d# = X%1$d#.add(X%2$d#), A%2$d# = X%1$d#.sub(X%2$d#)", j, j + 4)
                                .replace("#", part),
                        x,
                        a,
                        b,
                        c,
                        y);
            }
        }
        for (String part : List.of("r", "i")) {
            named(
                    "B0# = A0#.add(A2#), B2# = A0#.sub(A2#), B1# = A1#.add(A3#), B3# = A1#.sub(A3#)".replace("#", part),
                    x,
                    a,
                    b,
                    c,
                    y);
        }
        named("B4r = A4r.add(A6i), B4i = A4i.sub(A6r), B6r = A4r.sub(A6i), B6i = A4i.add(A6r)", x, a, b, c, y);
        named("C5r = A5r.add(A5i), C5i = A5i.sub(A5r), C7r = A7i.sub(A7r), C7i = A7i.add(A7r)", x, a, b, c, y);
        named("B5r = C5r.add(C7r), B5i = C5i.sub(C7i), B7r = C5r.sub(C7r), B7i = C5i.add(C7i)", x, a, b, c, y);
        named("Y0r = B0r.add(B1r), Y0i = B0i.add(B1i), Y4r = B0r.sub(B1r), Y4i = B0i.sub(B1i)", x, a, b, c, y);
        named("Y2r = B2r.add(B3i), Y2i = B2i.sub(B3r), Y6r = B2r.sub(B3i), Y6i = B2i.add(B3r)", x, a, b, c, y);
        named("Y1r = B5r.fma(half, B4r), Y1i = B5i.fma(half, B4i)", x, a, b, c, y);
        named("Y5r = B5r.fma(minusHalf, B4r), Y5i = B5i.fma(minusHalf, B4i)", x, a, b, c, y);
        named("Y3r = B7i.fma(half, B6r), Y3i = B7r.fma(minusHalf, B6i)", x, a, b, c, y);
        named("Y7r = B7i.fma(minusHalf, B6r), Y7i = B7r.fma(half, B6i)", x, a, b, c, y);
    }

    /** Definitions in which capitals stand for names. */
    private void named(String definitions, String x, String a, String b, String c, String y) {
        vectors(definitions
                .replace("X", x)
                .replace("A", a)
                .replace("B", b)
                .replace("C", c)
                .replace("Y", y));
    }

    /** By the definition: see the scalar kernel. */
    private void butterflyOdd(int radix) {
        int half = radix / 2;
        for (String part : List.of("r", "i")) {
            for (int j = 1; j <= half; j++) {
                vectors(
                        format("u%d%s = x%1$d%2$s.add(x%3$d%2$s)", j, part, radix - j),
                        format("v%d%s = x%1$d%2$s.sub(x%3$d%2$s)", j, part, radix - j));
            }
        }
        for (String part : List.of("r", "i")) {
            vectors("y0" + part + " = x0" + part + sum(half, "u%d" + part));
        }
        for (int k = 1; k <= half; k++) {
            for (String part : List.of("r", "i")) {
                String cosines = "x0" + part, sines = null;
                for (int j = 1; j <= half; j++) {
                    int turn = j * k % radix;
                    cosines = format("u%d%s.fma(cos%d, %s)", j, part, Math.min(turn, radix - turn), cosines);
                    String sine = turn <= half ? "sin" + turn : "minusSin" + (radix - turn);
                    sines = sines == null
                            ? format("v%d%s.mul(%s)", j, part, sine)
                            : format("v%d%s.fma(%s, %s)", j, part, sine, sines);
                }
                vectors(format("a%d%s = %s", k, part, cosines));
                vectors(format("b%d%s = %s", k, part, sines));
            }
            vectors(
                    format("y%1$dr = a%1$dr.add(b%1$di)", k), format("y%1$di = a%1$di.sub(b%1$dr)", k),
                    format("y%2$dr = a%1$dr.sub(b%1$di)", k, radix - k),
                            format("y%2$di = a%1$di.add(b%1$dr)", k, radix - k));
        }
    }

    static String sum(int half, String name) {
        StringBuilder sum = new StringBuilder();
        for (int j = 1; j <= half; j++) {
            sum.append(".add(").append(format(name, j)).append(')');
        }
        return sum.toString();
    }

    /** 3 x 3: three columns, factors {@code exp(-2 pi i j k / 9)}, three rows. */
    private void butterfly9() {
        for (int j = 0; j < 3; j++) {
            butterfly3(
                    j, List.of("x" + j, "x" + (j + 3), "x" + (j + 6)), List.of("c" + j + 0, "c" + j + 1, "c" + j + 2));
        }
        for (int j = 1; j < 3; j++) {
            for (int k = 1; k < 3; k++) {
                vectors(
                        format("d%1$d%2$dr = c%1$d%2$dr.fma(cos%3$d, c%1$d%2$di.mul(sin%3$d))", j, k, j * k),
                        format("d%1$d%2$di = c%1$d%2$di.fma(cos%3$d, c%1$d%2$dr.mul(sin%3$d).neg())", j, k, j * k));
            }
        }
        for (int k = 0; k < 3; k++) {
            String turned = k == 0 ? "c" : "d";
            butterfly3(
                    k + 3,
                    List.of("c0" + k, turned + 1 + k, turned + 2 + k),
                    List.of("y" + k, "y" + (k + 3), "y" + (k + 6)));
        }
    }

    private void butterfly3(int number, List<String> x, List<String> y) {
        String u = "u" + number, v = "v" + number, a = "a" + number, b = "b" + number;
        vectors(format(
                "%1$sr = %3$sr.add(%4$sr), %2$sr = %3$sr.sub(%4$sr), %1$si = %3$si.add(%4$si), %2$si = %3$si.sub(%4$si)",
                u, v, x.get(1), x.get(2)));
        vectors(format("%1$sr = %2$sr.add(%3$sr), %1$si = %2$si.add(%3$si)", y.get(0), x.get(0), u));
        for (String part : List.of("r", "i")) {
            vectors(
                    format("%s%s = %s%2$s.fma(cos3, %s%2$s)", a, part, u, x.get(0)),
                    format("%s%s = %s%2$s.mul(sin3)", b, part, v));
        }
        vectors(format("%1$sr = %2$sr.add(%3$si), %1$si = %2$si.sub(%3$sr)", y.get(1), a, b));
        vectors(format("%1$sr = %2$sr.sub(%3$si), %1$si = %2$si.add(%3$sr)", y.get(2), a, b));
    }
}
