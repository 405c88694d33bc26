package fourier;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import source.SourceText;

/**
 * The kernels of the Fourier transform: the same few butterflies, written out for C2, which makes good code of vectors that are
 * local variables and of indices that are a variable and a constant, in loops of their own.
 */
public final class FourierKernels {
    /** Lengths with a kernel of their own, as the radices of their passes, that it runs in one piece. */
    private static final List<List<Integer>> WHOLE =
            List.of(List.of(8, 8), List.of(8, 4, 4), List.of(8, 8, 4), List.of(8, 8, 8), List.of(8, 8, 4, 4));

    /** The same for other lengths, not for vectors of 16: their rows do not fill these. */
    private static final List<List<Integer>> MIXED_WHOLE =
            List.of(List.of(8, 5, 5, 5), List.of(8, 3, 5, 5, 5), List.of(8, 5, 5, 5, 5));

    /** Longer ones, in two sweeps. */
    private static final List<Blocks> BLOCKS = List.of(
            new Blocks(List.of(8, 8), List.of(8, 4)),
            new Blocks(List.of(8, 8), List.of(8, 8)),
            new Blocks(List.of(8, 8), List.of(8, 4, 4)),
            new Blocks(List.of(8, 8), List.of(8, 8, 4)),
            new Blocks(List.of(8, 8, 8), List.of(8, 8)),
            new Blocks(List.of(8, 8, 8), List.of(8, 4, 4)),
            new Blocks(List.of(8, 8, 8), List.of(8, 8, 4)),
            new Blocks(List.of(8, 8, 8), List.of(8, 8, 8)),
            new Blocks(List.of(8, 8, 8), List.of(8, 8, 4, 4)));

    /** Those that only plain Java has in this way. */
    private static final List<List<Integer>> SCALAR_WHOLE =
            List.of(List.of(4, 4), List.of(8, 4), List.of(8, 8, 4, 4, 4, 4, 4, 4, 4));

    /** The radices of two sweeps. */
    private record Blocks(List<Integer> first, List<Integer> second) {
        List<Integer> radices() {
            return Stream.concat(first.stream(), second.stream()).toList();
        }

        int length() {
            return WholeKernel.lengthOf(radices());
        }
    }

    private FourierKernels() {}

    private static String file(String name) {
        return "DoubleFourier" + name + ".java";
    }

    public static Map<String, SourceText> simd() {
        Map<String, SourceText> kernels = new TreeMap<>();
        for (int radix : new int[] {2, 3, 4, 5, 7, 8, 9}) {
            kernels.put(file("Radix" + radix), new PassKernel().radix(radix));
        }
        kernels.put(file("OddButterfly"), new PassKernel().oddButterfly(3, 5, 7, 11, 13));
        for (int radix : new int[] {4, 8}) {
            kernels.put(file("Sorting" + radix), new PassKernel().sorting(radix));
            kernels.put(file(String.valueOf(4 * radix)), new WholeKernel().onFour(radix));
        }
        for (List<Integer> radices :
                Stream.concat(WHOLE.stream(), MIXED_WHOLE.stream()).toList()) {
            kernels.put(file(String.valueOf(WholeKernel.lengthOf(radices))), new WholeKernel().whole(radices));
        }
        for (Blocks blocks : BLOCKS) {
            kernels.put(file(String.valueOf(blocks.length())), new BlockKernel(blocks.first, blocks.second).whole());
        }
        List<Integer> pieces = lengths(WHOLE).subList(1, WHOLE.size()), mixed = lengths(MIXED_WHOLE);
        List<Integer> inBlocks = BLOCKS.stream().map(Blocks::length).toList();
        kernels.put(
                file("Lengths"),
                new WholeKernels()
                        .simd(
                                List.of(
                                        new WholeKernels.Lanes("LANES >= 4 && LANES <= 16", concat(pieces, inBlocks)),
                                        new WholeKernels.Lanes("LANES == 4 || LANES == 8", mixed)),
                                concat(pieces, mixed),
                                inBlocks));
        return kernels;
    }

    private static List<Integer> lengths(List<List<Integer>> all) {
        return all.stream().map(WholeKernel::lengthOf).toList();
    }

    private static <T> List<T> concat(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    public static Map<String, SourceText> scalar() {
        List<List<Integer>> all =
                concat(
                                concat(SCALAR_WHOLE, WHOLE),
                                BLOCKS.stream().map(Blocks::radices).toList())
                        .stream()
                        .sorted(Comparator.comparing(WholeKernel::lengthOf))
                        .toList();
        Map<String, SourceText> kernels = new TreeMap<>();
        for (List<Integer> radices : all) {
            kernels.put(file("Length" + WholeKernel.lengthOf(radices)), new ScalarWholeKernel().whole(radices));
        }
        kernels.put(file("Lengths"), new WholeKernels().scalar(lengths(all)));
        return kernels;
    }
}
