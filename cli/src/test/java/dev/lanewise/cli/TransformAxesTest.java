package dev.lanewise.cli;

import static dev.lanewise.cli.NpyFiles.bytes;
import static dev.lanewise.cli.NpyFiles.handMade;
import static dev.lanewise.cli.NpyFiles.parse;
import static dev.lanewise.cli.NpyFiles.randomDoubles;
import static dev.lanewise.cli.NpyFiles.randomFloats;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.cli.DirectTransform.Parts;
import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.npy.NpyArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind but fwht, along any axes. */
class TransformAxesTest {
    private static final List<String> REAL_KINDS =
            List.of("dht", "dct1", "dct2", "dct3", "dct4", "dst1", "dst2", "dst3", "dst4");
    private static final List<String> NORMS = List.of("backward", "ortho", "forward");

    /**
     * Along one axis a sum of {@code n} products, each of cosines within a few units in the last place of angles up to
     * {@code 2 n pi}, is off by some {@code 8 n u} times the sum of the magnitudes, and a fast transform by less: that many
     * times the largest element times {@code n}, times the factor 2 of the cosine transforms.
     */
    private static double near(double unitRoundoff, int... lengths) {
        double near = unitRoundoff;
        for (int n : lengths) {
            near *= 2 * n;
        }
        return 2 * 8 * Arrays.stream(lengths).sum() * near;
    }

    static Stream<String> kinds() {
        return Stream.concat(Stream.of("fft", "rfft"), REAL_KINDS.stream());
    }

    static Stream<String> realKinds() {
        return REAL_KINDS.stream();
    }

    private static NpyArray run(NpyArray in, String... args) {
        List<String> all = new ArrayList<>(List.of("transform", args[0], "-", "-"));
        all.addAll(List.of(args).subList(1, args.length));
        return parse(
                CommandRun.of(bytes(in), all.toArray(String[]::new)).succeeds().out());
    }

    private static NpyArray real(int... shape) {
        return NpyArray.of(randomDoubles(Arrays.stream(shape).reduce(1, (a, b) -> a * b)), shape);
    }

    private static NpyArray complex(int... shape) {
        double[] both = randomDoubles(2 * Arrays.stream(shape).reduce(1, (a, b) -> a * b));
        int half = both.length / 2;
        return NpyArray.ofComplex(Arrays.copyOf(both, half), Arrays.copyOfRange(both, half, 2 * half), shape);
    }

    private static Parts parts(NpyArray array) {
        double[] im = array.type().isComplex() ? array.imaginaryDoubles() : new double[array.size()];
        return new Parts(array.doubles().clone(), im.clone(), array.shape());
    }

    private static void assertNear(Parts wanted, NpyArray came, double near) {
        assertArrayEquals(wanted.shape(), came.shape());
        assertArrayEquals(wanted.re(), came.doubles(), near);
        if (came.type().isComplex()) {
            assertArrayEquals(wanted.im(), came.imaginaryDoubles(), near);
        } else {
            assertTrue(
                    Arrays.stream(wanted.im()).allMatch(im -> Math.abs(im) <= near), "a real result of complex sums");
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindIsItsDefinitionUnderEveryNorm(String kind) {
        for (int n : new int[] {1, 2, 3, 4, 7, 8, 15, 17, 30}) {
            if (n == 1 && kind.equals("dct1")) {
                continue;
            }
            for (String norm : NORMS) {
                NpyArray x = real(2, n);
                assertNear(
                        DirectTransform.along(1, kind, false, norm, parts(x)),
                        run(x, kind, "--norm", norm),
                        near(0x1p-53, n));
                if (!kind.equals("rfft")) {
                    NpyArray z = complex(2, n);
                    assertNear(
                            DirectTransform.along(1, kind, false, norm, parts(z)),
                            run(z, kind, "--norm", norm),
                            near(0x1p-53, n));
                    assertNear(
                            DirectTransform.along(1, kind, true, norm, parts(z)),
                            run(z, kind, "--norm", norm, "--inverse"),
                            near(0x1p-53, n));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 8, 15, 30})
    void theInverseOfRfftIsThatOfAllCoefficientsOfWhichTheLaterAreConjugates(int n) {
        for (String norm : NORMS) {
            for (NpyArray half : List.of(complex(2, n / 2 + 1), real(2, n / 2 + 1))) {
                assertNear(
                        DirectTransform.realInverse(1, norm, n, parts(half)),
                        run(half, "rfft", "--inverse", "--norm", norm, "--length", "" + n),
                        near(0x1p-53, n));
            }
        }
    }

    @Test
    void theInverseOfRfftHasAnEvenLengthUnlessAnotherIsSaid() {
        NpyArray half = complex(3, 5);
        assertEquals("f8 (3, 8)", run(half, "rfft", "--inverse").toString());
        assertArrayEquals(
                bytes(run(half, "rfft", "--inverse", "--length", "8")), bytes(run(half, "rfft", "--inverse")));
        assertEquals(
                "f8 (3, 9)", run(half, "rfft", "--inverse", "--length", "9").toString());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void severalAxesAreOneAfterTheOther(String kind) {
        int[] shape = {3, 4, 5};
        for (int[] axes : new int[][] {{0}, {1}, {0, 1}, {2, 0}, {0, 2, 1}}) {
            NpyArray x = real(shape);
            Parts wanted = parts(x);
            for (int i = axes.length - 1; i >= 0; i--) {
                boolean halved = i == axes.length - 1;
                wanted = DirectTransform.along(
                        axes[i], kind.equals("rfft") && !halved ? "fft" : kind, false, "backward", wanted);
            }
            String listed = Arrays.toString(axes).replaceAll("[\\[\\] ]", "");
            int[] lengths = Arrays.stream(axes).map(axis -> shape[axis]).toArray();
            assertNear(wanted, run(x, kind, "--axes", listed), near(0x1p-53, lengths));
            String fromTheEnd = Arrays.toString(
                            Arrays.stream(axes).map(axis -> axis - 3).toArray())
                    .replaceAll("[\\[\\] ]", "");
            assertArrayEquals(bytes(run(x, kind, "--axes", listed)), bytes(run(x, kind, "--axes=" + fromTheEnd)));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theInverseLeadsBackUnderEveryNormAlongAnyAxes(String kind) {
        boolean halves = kind.equals("rfft");
        for (String norm : NORMS) {
            for (String axes : List.of("-1", "0", "0,2", "2,1", "1,0,2")) {
                NpyArray x = halves ? real(4, 3, 5) : complex(4, 3, 5);
                int[] shape = x.shape();
                NpyArray there = run(x, kind, "--axes=" + axes, "--norm", norm);
                int last = Integer.parseInt(axes.substring(axes.lastIndexOf(',') + 1));
                String length = "" + shape[last < 0 ? 2 : last];
                NpyArray back = run(there, kind, "--inverse", "--axes=" + axes, "--norm", norm, "--length", length);
                assertEquals(x.toString(), back.toString());
                assertNear(parts(x), back, 2 * near(0x1p-53, 4, 3, 5));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void lengthCutsTheLastAxisListedOrPadsItWithZeros(String kind) {
        for (int length : new int[] {2, 4, 5, 9}) {
            NpyArray x = real(3, 4, 2);
            Parts fitted = DirectTransform.cut(parts(x), 1, length);
            assertNear(
                    DirectTransform.along(1, kind, false, "backward", fitted),
                    run(x, kind, "--axes", "1", "--length", "" + length),
                    near(0x1p-53, length));
        }
    }

    @Test
    void lengthCutsOrPadsCoefficientsForTheInverseOfRfft() {
        NpyArray half = complex(2, 4);
        for (int n : new int[] {3, 5, 6, 7, 12}) {
            assertNear(
                    DirectTransform.realInverse(1, "backward", n, DirectTransform.cut(parts(half), 1, n / 2 + 1)),
                    run(half, "rfft", "--inverse", "--length", "" + n),
                    near(0x1p-53, n));
        }
    }

    @Test
    void floatsAreComputedInFloat() {
        NpyArray x = NpyArray.of(randomFloats(48), 3, 16);
        NpyArray z = NpyArray.ofComplex(randomFloats(48), randomFloats(48), 3, 16);
        for (String kind : kinds().toList()) {
            boolean toComplex = kind.equals("fft") || kind.equals("rfft");
            NpyArray y = run(x, kind);
            assertEquals(toComplex ? "c8" : "f4", y.type().code());
            assertNear(DirectTransform.along(1, kind, false, "backward", parts(x)), y, near(0x1p-24, 16));
            if (!kind.equals("rfft")) {
                assertEquals("c8", run(z, kind).type().code());
            }
            boolean fromHalf = kind.equals("rfft");
            assertEquals(
                    fromHalf ? "f4" : "c8", run(z, kind, "--inverse").type().code());
        }
    }

    @ParameterizedTest
    @CsvSource({"<i4, f8", ">i4, f8", "<u1, f8", ">f8, f8", "<f8, f8", ">f4, f4", "<f2, f8", ">i2, f8", "<u8, f8"})
    void everyTypeAndOrderOfBytesAndElementsIsTheSameArray(String type, String wanted) {
        double[] data = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 100, 120};
        for (String kind : kinds().toList()) {
            boolean toComplex = kind.equals("fft") || kind.equals("rfft");
            String result = toComplex ? wanted.equals("f4") ? "c8" : "c16" : wanted;
            NpyArray plain = run(
                    wanted.equals("f4") ? NpyArray.of(narrow(data), 3, 4) : NpyArray.of(data.clone(), 3, 4),
                    kind,
                    "--axes",
                    "0,1");
            for (boolean fortran : new boolean[] {false, true}) {
                byte[] in = handMade(type, fortran, data, 3, 4);
                byte[] out = CommandRun.of(in, "transform", kind, "-", "-", "--axes", "0,1")
                        .succeeds()
                        .out();
                assertEquals(result, parse(out).type().code(), kind);
                assertArrayEquals(bytes(plain), out, kind);
            }
        }
    }

    private static float[] narrow(double[] data) {
        float[] floats = new float[data.length];
        for (int i = 0; i < data.length; i++) {
            floats[i] = (float) data[i];
        }
        return floats;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void threadsDoNotChangeABit(String kind) {
        NpyArray x = real(20, 30, 40);
        for (String axes : List.of("-1", "0", "0,1", "1,2", "2,1,0")) {
            assertArrayEquals(
                    bytes(run(x, kind, "--axes=" + axes)), bytes(run(x, kind, "--axes=" + axes, "--threads", "3")));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void piecesDoNotChangeABit(String name) {
        TransformKind kind = TransformKind.of(name);
        for (boolean inverse : new boolean[] {false, true}) {
            boolean complex = name.equals("fft") || inverse;
            NpyArray x = complex ? complex(7, 4, 5) : real(7, 4, 5);
            for (List<Integer> axes : List.of(List.of(2), List.of(1), List.of(2, 1), List.of(0, 2))) {
                TransformShape shape = TransformShape.of("x", x, kind, inverse, axes, null);
                assertArrayEquals(inPieces(x, shape, kind, inverse, 1 << 20), inPieces(x, shape, kind, inverse, 50));
                assertArrayEquals(inPieces(x, shape, kind, inverse, 1 << 20), inPieces(x, shape, kind, inverse, 1));
            }
        }
    }

    private static byte[] inPieces(NpyArray x, TransformShape shape, TransformKind kind, boolean inverse, int piece) {
        Parts copy = parts(x);
        DoubleArrayParts of = new DoubleArrayParts(copy.re(), x.type().isComplex() ? copy.im() : null, copy.shape());
        try (Progress progress = new Progress(Optional.empty())) {
            ArrayJob.Means means = new ArrayJob.Means(progress, new Workspace(), Parallelism.NONE);
            return bytes(new DoubleAxesTransform(shape, means, piece)
                    .of(of, kind, inverse, Normalization.ORTHO)
                    .toArray());
        }
    }

    @Test
    void anArrayWithoutElementsHasATransformWithout() {
        assertEquals("c16 (0, 4)", run(real(0, 4), "fft").toString());
        assertEquals("c16 (0, 3)", run(real(0, 4), "rfft").toString());
        assertEquals("f8 (0, 6)", run(complex(0, 4), "rfft", "--inverse").toString());
        assertEquals("f8 (4, 0, 3)", run(real(4, 0, 3), "dct2", "--axes", "0,2").toString());
        assertEquals(
                "f8 (4, 0, 5)",
                run(real(4, 0, 3), "dst1", "--axes", "0,2", "--length", "5").toString());
        assertEquals("c16 (0, 4)", run(complex(0, 4), "dht").toString());
    }

    @Test
    void aLengthMayMakeElementsOfNone() {
        NpyArray y = run(real(2, 0), "fft", "--length", "3");
        assertEquals("c16 (2, 3)", y.toString());
        assertArrayEquals(new double[6], y.doubles());
    }

    @Test
    void complexNumbersForRfftAreStatus3() {
        CommandRun.of(bytes(complex(2, 4)), "transform", "rfft", "-", "-")
                .fails(3, "standard input: got c16 (2, 4), wanted real numbers for rfft; fft takes complex ones");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2    | 2    | numbers from -2 to 1, since the array has 2 axes
                    -3   | -3   | numbers from -2 to 1, since the array has 2 axes
                    0,2  | 0,2  | numbers from -2 to 1, since the array has 2 axes
                    1,1  | 1,1  | each axis once at most
                    1,-1 | 1,-1 | each axis once at most
                    """)
    void wrongAxesAreStatus2(String axes, String came, String wanted) {
        for (String kind : kinds().toList()) {
            CommandRun.of(bytes(real(2, 4)), "transform", kind, "-", "-", "--axes=" + axes)
                    .fails(2, "--axes: got " + came + ", wanted " + wanted);
        }
    }

    @Test
    void lengthsThatAreTooShortAreStatus3OrStatus2IfTheyWereSaid() {
        CommandRun.of(bytes(real(3, 1)), "transform", "dct1", "-", "-")
                .fails(3, "standard input: got f8 (3, 1), of length 1 along axis 1, wanted 2 or more for dct1");
        CommandRun.of(bytes(real(3, 0)), "transform", "fft", "-", "-")
                .fails(3, "standard input: got f8 (3, 0), of length 0 along axis 1, wanted 1 or more for fft");
        CommandRun.of(bytes(real(3, 4)), "transform", "dct1", "-", "-", "--length", "1")
                .fails(2, "--length: got 1, wanted 2 or more for dct1");
        CommandRun.of(bytes(complex(3, 1)), "transform", "rfft", "-", "-", "--inverse")
                .fails(
                        3,
                        "standard input: got length 1 along axis 1, wanted 2 or more, or --length, the length of what"
                                + " comes of it");
        CommandRun.of(bytes(real(1)), "transform", "dst2", "-", "-", "--axes", "0,0")
                .fails(2, "--axes: got 0,0, wanted each axis once at most");
    }

    @Test
    void lengthsThatAreTooLongAreStatus2Or3() {
        CommandRun.of(bytes(real(3, 4)), "transform", "fft", "-", "-", "--length", "1000000000")
                .fails(2, "--length: got 1000000000 for f8 (3, 4), wanted no more than 2^31 - 1 elements in all");
        CommandRun.of(bytes(real(0, 1 << 30)), "transform", "fft", "-", "-")
                .fails(3, "standard input: length: got 1073741824, wanted 1 to 536870912");
    }

    @Test
    void aSingleNumberIsStatus3() {
        CommandRun.of(bytes(NpyArray.of(new double[] {1})), "transform", "fft", "-", "-")
                .fails(3, "standard input: got f8 (), a single number, wanted one axis or more");
    }

    @Test
    void aMissingFileIsStatus3AndNoOutputIsLeft() {
        CommandRun.of("transform", "fft", "no-such-file.npy", "-")
                .fails(3, "no-such-file.npy: no such file, wanted a .npy file");
    }

    @Test
    void anOutputThatCannotBeIsStatus5BeforeAnythingIsRead() {
        CommandRun.of("transform", "fft", "no-such-file.npy", "no-such-folder/out.npy")
                .fails(5, "no-such-folder/out.npy: its directory does not exist, wanted an output that can be written");
    }

    @Test
    void helpHasAnExampleAndTellsOfAllKinds() {
        String help = CommandRun.of("transform", "--help").succeeds().text();
        assertTrue(help.contains("lanewise transform fft signals.npy spectra.npy"), help);
        assertTrue(help.contains("dct1 ... dct4"), help);
    }

    @Test
    void timeTellsAllPhases() {
        CommandRun run = CommandRun.of(bytes(real(2, 4)), "transform", "dct2", "-", "-", "--time");
        assertEquals(0, run.status());
        assertTrue(run.err().matches("time: reading \\S+ s, computing \\S+ s, writing \\S+ s\\R"), run.err());
    }
}
