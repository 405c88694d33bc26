package fourier;

import static java.lang.String.format;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** The way to the kernel of a whole transform: which lengths have one, and a switch for each thing to be asked of it. */
final class WholeKernels extends FourierText {
    private static final String TO = "dstRe, dstReOffset, dstIm, dstImOffset";
    private static final String VECTORS = "srcRe, srcReOffset, srcIm, srcImOffset, " + TO;

    /** A condition on the lanes of vectors, and the lengths that have a kernel for these. */
    record Lanes(String condition, List<Integer> lengths) {}

    /** For vectors: lengths of 128 and more, some of them in one piece, others in two sweeps. */
    FourierText simd(List<Lanes> all, List<Integer> pieces, List<Integer> blocks) {
        lines(
                "package dev.lanewise.engine.simd;",
                "",
                "/** Whole transforms of the lengths that have a kernel of their own, but for the shortest. */",
                "final class DoubleFourierLengths {",
                "private static final int LANES = Species.DOUBLE.length();",
                "",
                "private DoubleFourierLengths() {}",
                "",
                "static boolean include(int n) {",
                "return switch (n) {");
        all.forEach(lanes -> line(format("case %s -> %s;", cases(lanes.lengths), lanes.condition)));
        lines("default -> false;", "};", "}", "");
        List<Integer> ofPairs = pieces.stream().filter(WholeKernel::readsPairs).toList();
        lines(
                "/** Whether there is a kernel in one piece for numbers whose parts alternate. */",
                "static boolean readsPairs(int n) {",
                "return switch (n) {",
                format("case %s -> include(n);", cases(ofPairs)),
                "default -> false;",
                "};",
                "}",
                "");
        List<Integer> lengths =
                all.stream().flatMap(lanes -> lanes.lengths.stream()).sorted().toList();
        choice("static int scratchLength(int n)", lengths, "0", n -> format("DoubleFourier%d.BUFFER", n));
        choice("static int blocks(int n, int sweep)", blocks, "0", n -> format("DoubleFourier%d.blocks(sweep)", n));
        way(
                format("static void sweep(int n, int sweep, %s, %s, %s, %s)", SOURCE, TARGET, BLOCKS, FACTORS),
                blocks,
                n -> format(
                        "DoubleFourier%d.sweep(sweep, %s, firstBlock, pastBlock, leadingFactors, factors, buffer)",
                        n, VECTORS));
        line("");
        way(
                format("static void sweepPairs(int n, %s, %s, %s, %s)", PAIRS, TARGET, BLOCKS, FACTORS),
                blocks,
                n -> format(
                        "DoubleFourier%d.sweepPairs(src, srcOffset, exchanged, %s, firstBlock, pastBlock, leadingFactors, factors, buffer)",
                        n, TO));
        line("");
        way(
                format("static void transform(int n, %s, %s, %s)", SOURCE, TARGET, FACTORS),
                pieces,
                n -> format("DoubleFourier%d.transform(%s, leadingFactors, factors, buffer)", n, VECTORS));
        line("");
        way(
                format("static void transformPairs(int n, %s, %s, %s)", PAIRS, TARGET, FACTORS),
                ofPairs,
                n -> format(
                        "DoubleFourier%d.transformPairs(src, srcOffset, exchanged, %s, leadingFactors, factors, buffer)",
                        n, TO));
        close(1);
        return this;
    }

    /** For plain Java, all in one piece. */
    FourierText scalar(List<Integer> lengths) {
        lines(
                "package dev.lanewise.engine.scalar;",
                "",
                "/** Whole transforms of the lengths that have a kernel of their own. */",
                "final class DoubleFourierLengths {",
                "private DoubleFourierLengths() {}",
                "",
                "static boolean include(int n) {",
                "return switch (n) {",
                format("case %s -> true;", cases(lengths)),
                "default -> false;",
                "};",
                "}",
                "");
        choice("static int scratchLength(int n)", lengths, "0", n -> format("DoubleFourierLength%d.BUFFER", n));
        way(
                format("static void transform(int n, %s, %s, double[][] factors, double[] buffer)", SOURCE, TARGET),
                lengths,
                n -> format("DoubleFourierLength%d.transform(%s, factors, buffer)", n, VECTORS));
        close(1);
        return this;
    }

    private static String cases(List<Integer> lengths) {
        return lengths.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private void choice(String method, List<Integer> lengths, String otherwise, IntFunction<String> value) {
        lines(method + " {", "return switch (n) {");
        lengths.forEach(n -> line(format("case %d -> %s;", n, value.apply(n))));
        lines(format("default -> %s;", otherwise), "};", "}", "");
    }

    private void way(String method, List<Integer> lengths, IntFunction<String> call) {
        lines(method + " {", "switch (n) {");
        lengths.forEach(n -> line(format("case %d -> %s;", n, call.apply(n))));
        lines("default -> throw new UnsupportedOperationException(\"length \" + n);", "}", "}");
    }
}
