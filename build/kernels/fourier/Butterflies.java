package fourier;

import static java.lang.String.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The parts that kernels are made of: butterflies and what stands around them. Variables are named {@code x0r, x0i, x1r ...}
 * for the inputs of a butterfly, {@code y} for its outputs, {@code w} for the factors, {@code z} for the products with them
 * and {@code u} for what transposing makes of these.
 */
class Butterflies extends FourierText {
    static final String RADIX_2 = "y0# = x0#.add(x1#), y1# = x0#.sub(x1#)";

    static final String RADIX_3 = """
            u0# = x1#.add(x2#), v0# = x1#.sub(x2#)
            y0# = x0#.add(u0#)
            a0# = u0#.fma(cos3, x0#), b0# = v0#.mul(sin3)
            y1r = a0r.add(b0i), y1i = a0i.sub(b0r)
            y2r = a0r.sub(b0i), y2i = a0i.add(b0r)
            """;

    static final String RADIX_4 = """
            a0# = x0#.add(x2#), a2# = x0#.sub(x2#), a1# = x1#.add(x3#), a3# = x1#.sub(x3#)
            y0# = a0#.add(a1#), y2# = a0#.sub(a1#)
            y1r = a2r.add(a3i), y1i = a2i.sub(a3r), y3r = a2r.sub(a3i), y3i = a2i.add(a3r)
            """;

    static final String RADIX_8 = """
            a0# = x0#.add(x4#), a4# = x0#.sub(x4#), a1# = x1#.add(x5#), a5# = x1#.sub(x5#)
            a2# = x2#.add(x6#), a6# = x2#.sub(x6#), a3# = x3#.add(x7#), a7# = x3#.sub(x7#)
            b0# = a0#.add(a2#), b2# = a0#.sub(a2#), b1# = a1#.add(a3#), b3# = a1#.sub(a3#)
            b4r = a4r.add(a6i), b4i = a4i.sub(a6r), b6r = a4r.sub(a6i), b6i = a4i.add(a6r)
            c5r = a5r.add(a5i), c5i = a5i.sub(a5r), c7r = a7i.sub(a7r), c7i = a7i.add(a7r)
            b5r = c5r.add(c7r), b5i = c5i.sub(c7i), b7r = c5r.sub(c7r), b7i = c5i.add(c7i)
            y0# = b0#.add(b1#), y4# = b0#.sub(b1#)
            y2r = b2r.add(b3i), y2i = b2i.sub(b3r), y6r = b2r.sub(b3i), y6i = b2i.add(b3r)
            y1# = b5#.fma(half, b4#), y5# = b5#.fma(minusHalf, b4#)
            y3r = b7i.fma(half, b6r), y3i = b7r.fma(minusHalf, b6i)
            y7r = b7i.fma(minusHalf, b6r), y7i = b7r.fma(half, b6i)
            """;

    private static final BiFunction<String, Integer, String> AS_IT_IS = (letter, number) -> letter + number;

    private static final Pattern NAME = Pattern.compile("\\b([a-z])(\\d)(?=[ri]\\b)");

    /** The names of the vectors that do not change in the loop that is being printed. */
    private final List<String> kept = new ArrayList<>();

    /** The inputs of a butterfly. */
    final void load(int radix, String re, String reAt, String im, String imAt, IntFunction<String> distance) {
        for (int j = 0; j < radix; j++) {
            define(format("x%dr = %s", j, read(re, reAt + distance.apply(j))));
        }
        for (int j = 0; j < radix; j++) {
            define(format("x%di = %s", j, read(im, imAt + distance.apply(j))));
        }
    }

    /** The inputs where real and imaginary parts alternate. */
    final void loadPairs(int radix, String array, String at, int distance) {
        for (int j = 0; j < radix; j++) {
            String from = at + times(distance).apply(j), both = format("(v%da, v%1$db)", j);
            define(
                    format("v%da = %s", j, read(array, from)),
                    format("v%db = %s", j, read(array, from + " + LANES")),
                    format("x%dr = even.selectFrom%s", j, both),
                    format("x%di = odd.selectFrom%s", j, both));
        }
    }

    final void store(List<String> names, String re, String reAt, String im, String imAt, IntFunction<String> distance) {
        for (int k = 0; k < names.size(); k++) {
            line(write(names.get(k) + "r", re, reAt + distance.apply(k)));
        }
        for (int k = 0; k < names.size(); k++) {
            line(write(names.get(k) + "i", im, imAt + distance.apply(k)));
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
            factor(k, part);
            product(k);
        }
    }

    final void factor(int k, IntFunction<String> part) {
        define(format("w%dr = %s", k, part.apply(2 * k - 2)), format("w%di = %s", k, part.apply(2 * k - 1)));
    }

    final void product(int k) {
        define(
                format("z%1$dr = y%1$dr.fma(w%1$dr, y%1$di.mul(w%1$di).neg())", k),
                format("z%1$di = y%1$dr.fma(w%1$di, y%1$di.mul(w%1$dr))", k));
    }

    static String broadcast(int part) {
        return format("DoubleVector.broadcast(SPECIES, factors[at%s])", times(1).apply(part));
    }

    static IntFunction<String> byVectors(String at) {
        return part -> {
            String offset = at + times("LANES").apply(part);
            return format(
                    "DoubleVector.fromArray(SPECIES, factors, %s)",
                    offset.isEmpty() ? "0" : offset.replaceFirst("^ \\+ ", ""));
        };
    }

    /** Lanes of two vectors by an index, or where C2 does not compile that, both shuffled and those of the second where a mask says. */
    static String select(String index, String shuffle, String mask, String a, String b) {
        return format(
                "Species.DOUBLE_SELECTS ? %1$s.selectFrom(%4$s, %5$s)"
                        + " : EXACT.cast(%4$s.rearrange(%2$s)).blend(%5$s.rearrange(%2$s), %3$s)",
                index, shuffle, mask, a, b);
    }

    /** Zips rows until they are columns, {@code u}. */
    final void transpose(int radix) {
        for (String part : List.of("r", "i")) {
            List<String> rows =
                    products(radix).stream().map(name -> name + part).toList();
            for (String letter : radix == 4 ? List.of("p", "u") : List.of("p", "q", "u")) {
                List<String> next = new ArrayList<>();
                for (int k = 0; k < radix / 2; k++) {
                    String a = rows.get(k), b = rows.get(k + radix / 2);
                    next.addAll(List.of(letter + 2 * k + part, letter + (2 * k + 1) + part));
                    define(
                            next.get(2 * k) + " = "
                                    + select("low", "DoubleLaneShuffles.LOW", "DoubleLaneShuffles.ODD_LANES", a, b),
                            next.get(2 * k + 1) + " = "
                                    + select("high", "DoubleLaneShuffles.HIGH", "DoubleLaneShuffles.ODD_LANES", a, b));
                }
                rows = next;
            }
        }
    }

    /** The vectors that do not change in a loop. */
    final void constants(int radix) {
        kept.clear();
        if (radix == 8) {
            keep(
                    "half = DoubleVector.broadcast(SPECIES, SQRT_HALF)",
                    "minusHalf = DoubleVector.broadcast(SPECIES, -SQRT_HALF)");
        }
        for (int j = 1; j <= radix / 2 && radix % 2 == 1; j++) {
            keep(
                    format("cos%d = DoubleVector.broadcast(SPECIES, ROOTS_%d[%d])", j, radix, 2 * j - 2),
                    format("sin%d = DoubleVector.broadcast(SPECIES, ROOTS_%d[%d])", j, radix, 2 * j - 1));
        }
        for (int t = 1; t <= radix / 2 && radix % 2 == 1 && radix != 9; t++) {
            int turn = t;
            boolean used = IntStream.rangeClosed(1, radix / 2)
                    .anyMatch(j -> IntStream.rangeClosed(1, radix / 2).anyMatch(k -> j * k % radix == radix - turn));
            if (used) {
                keep(format("minusSin%d = DoubleVector.broadcast(SPECIES, -ROOTS_%d[%d])", t, radix, 2 * t - 1));
            }
        }
    }

    /** Defines vectors that do not change in a loop, and that {@link #kept} is for. */
    final void keep(String... definitions) {
        for (String definition : definitions) {
            String name = definition.substring(0, definition.indexOf(' '));
            define(keptName(name) + definition.substring(name.length()));
            kept.add(name);
        }
    }

    /**
     * The first lines in a loop: its vectors that do not change. A loop that is compiled while it runs finds its variables as the
     * interpreter left them, and does not know of what class the vectors are. Without these casts, which are free elsewhere,
     * C2 takes seconds for such a loop of radix 8, and up to then there are objects for vectors. To assign to the same variables
     * would make them ones that go round the loop.
     */
    final void kept() {
        kept.forEach(name -> define(format("%s = EXACT.cast(%s)", name, keptName(name))));
    }

    private static String keptName(String name) {
        return "kept" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** What {@link #constants} reads: cosine and sine of {@code 1 / radix} of a turn, of {@code 2 / radix}, and so on. */
    final void roots(int radix) {
        line(format("private static final double[] ROOTS_%d = RootsOfUnity.doubleCoefficients(%1$d);", radix));
    }

    final void zips(String kind) {
        keep(
                format("low = DoubleVector.fromArray(SPECIES, DoubleLaneZips.LOW%s, 0)", kind),
                format("high = DoubleVector.fromArray(SPECIES, DoubleLaneZips.HIGH%s, 0)", kind));
    }

    /** What {@link #loadPairs} takes parts apart by. */
    final void pairs() {
        keep(
                "even = DoubleVector.fromArray(SPECIES, exchanged ? DoubleLaneZips.ODD : DoubleLaneZips.EVEN, 0)",
                "odd = DoubleVector.fromArray(SPECIES, exchanged ? DoubleLaneZips.EVEN : DoubleLaneZips.ODD, 0)");
    }

    final void butterfly(int radix) {
        switch (radix) {
            case 2 -> graph(RADIX_2, AS_IT_IS);
            case 4 -> graph(RADIX_4, AS_IT_IS);
            case 8 -> graph(RADIX_8, AS_IT_IS);
            case 9 -> butterfly9();
            default -> butterflyOdd(radix);
        }
    }

    /** The lines of a graph, both for real and for imaginary parts where a hash stands for them, by other names. */
    final void graph(String graph, BiFunction<String, Integer, String> naming) {
        graph.lines().forEach(line -> {
            for (String part : line.contains("#") ? List.of("r", "i") : List.of("")) {
                Matcher name = NAME.matcher(line.replace("#", part));
                define(name.replaceAll(found -> naming.apply(found.group(1), Integer.valueOf(found.group(2)))));
            }
        });
    }

    /** By the definition: see the scalar kernel. */
    private void butterflyOdd(int radix) {
        int half = radix / 2;
        for (String part : List.of("r", "i")) {
            for (int j = 1; j <= half; j++) {
                define(
                        format("u%d%s = x%1$d%2$s.add(x%3$d%2$s)", j, part, radix - j),
                        format("v%d%s = x%1$d%2$s.sub(x%3$d%2$s)", j, part, radix - j));
            }
        }
        for (String part : List.of("r", "i")) {
            define("y0" + part + " = x0" + part + sum(half, "u%d" + part));
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
                define(format("a%d%s = %s", k, part, cosines));
                define(format("b%d%s = %s", k, part, sines));
            }
            define(
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
        for (int i = 0; i < 3; i++) {
            int j = i;
            graph(RADIX_3, (letter, k) -> switch (letter) {
                case "x" -> "x" + (j + 3 * k);
                case "y" -> "c" + j + k;
                default -> letter + j;
            });
        }
        for (int j = 1; j < 3; j++) {
            for (int k = 1; k < 3; k++) {
                define(
                        format("d%1$d%2$dr = c%1$d%2$dr.fma(cos%3$d, c%1$d%2$di.mul(sin%3$d))", j, k, j * k),
                        format("d%1$d%2$di = c%1$d%2$di.fma(cos%3$d, c%1$d%2$dr.mul(sin%3$d).neg())", j, k, j * k));
            }
        }
        for (int i = 0; i < 3; i++) {
            int k = i;
            graph(RADIX_3, (letter, j) -> switch (letter) {
                case "x" -> (j * k == 0 ? "c" : "d") + j + k;
                case "y" -> "y" + (k + 3 * j);
                default -> letter + (k + 3);
            });
        }
    }
}
