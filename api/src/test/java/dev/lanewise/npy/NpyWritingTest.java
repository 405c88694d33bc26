package dev.lanewise.npy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NpyWritingTest {
    /** What {@code numpy.save} of NumPy 2.4.6 wrote: the length of the header, its text without spaces, the data. */
    private static void assertGolden(int headerLength, String header, String data, NpyArray array) throws IOException {
        String padded = header + " ".repeat(headerLength - 1 - header.length()) + "\n";
        byte[] expected = HandMadeFile.withoutPadding(
                1, padded.getBytes(StandardCharsets.US_ASCII), HexFormat.of().parseHex(data));
        assertArrayEquals(expected, HandMadeFile.written(array));
    }

    @Test
    void writesTheBytesThatNumPyWrites() throws IOException {
        assertGolden(
                118,
                "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }",
                "000000000000e0bf000000000000d0bf0000000000000000000000000000d03f000000000000e03f000000000000e83f",
                NpyArray.of(new double[] {-0.5, -0.25, 0, 0.25, 0.5, 0.75}, 2, 3));
        assertGolden(
                118,
                "{'descr': '<f4', 'fortran_order': False, 'shape': (3,), }",
                "0000c03f000000800000807f",
                NpyArray.of(new float[] {1.5f, -0.0f, Float.POSITIVE_INFINITY}, 3));
        assertGolden(
                118,
                "{'descr': '<c16', 'fortran_order': False, 'shape': (1, 2), }",
                "000000000000f03f000000000000004000000000000000800000000000000cc0",
                NpyArray.ofComplex(new double[] {1, -0.0}, new double[] {2, -3.5}, 1, 2));
        assertGolden(
                118,
                "{'descr': '<c8', 'fortran_order': False, 'shape': (2,), }",
                "0000803f0000004000000080000060c0",
                NpyArray.ofComplex(new float[] {1, -0.0f}, new float[] {2, -3.5f}, 2));
        assertGolden(
                118,
                "{'descr': '<i4', 'fortran_order': False, 'shape': (2, 2), }",
                "01000000feffffffffffff7f00000080",
                NpyArray.of(new int[] {1, -2, Integer.MAX_VALUE, Integer.MIN_VALUE}, 2, 2));
        assertGolden(
                118,
                "{'descr': '<i8', 'fortran_order': False, 'shape': (3,), }",
                "01000000000020000000000000000080ffffffffffffff7f",
                NpyArray.of(new long[] {(1L << 53) + 1, Long.MIN_VALUE, Long.MAX_VALUE}, 3));
    }

    @Test
    void writesTheShapesThatNumPyWrites() throws IOException {
        assertGolden(
                118,
                "{'descr': '<f8', 'fortran_order': False, 'shape': (), }",
                "0000000000001d40",
                NpyArray.of(new double[] {7.25}));
        assertGolden(
                118,
                "{'descr': '<f8', 'fortran_order': False, 'shape': (0, 3), }",
                "",
                NpyArray.of(new double[0], 0, 3));
    }

    /** From 15 ones on one line more; with 57 the header would fit without padding, and gets a line of it. */
    @Test
    void padsTheHeaderAsNumPyDoes() throws IOException {
        assertEquals(118, headerLength(NpyArray.of(new double[1], ones(14))));
        assertEquals(182, headerLength(NpyArray.of(new double[1], ones(15))));
        assertEquals(310, headerLength(NpyArray.ofComplex(new double[1], new double[1], ones(57))));
        assertEquals(310, headerLength(NpyArray.ofComplex(new double[1], new double[1], ones(64))));
    }

    private static int headerLength(NpyArray array) throws IOException {
        byte[] file = HandMadeFile.written(array);
        assertEquals('\n', file[file.length - array.type().bytes() - 1]);
        return file[8] & 0xff | (file[9] & 0xff) << 8;
    }

    private static int[] ones(int count) {
        int[] ones = new int[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Test
    void writesWhatItHasReadFromAFileOfIntegers() throws IOException {
        for (NpyArray array : new NpyArray[] {
            NpyArray.of(new int[] {0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE}, 2, 2),
            NpyArray.of(new long[] {0, -1, Long.MIN_VALUE, 1L << 53, 1L << 62, Long.MAX_VALUE}, 3, 2),
        }) {
            byte[] file = HandMadeFile.written(array);
            assertArrayEquals(file, HandMadeFile.written(HandMadeFile.read(file)));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, Double.NaN, Double.NEGATIVE_INFINITY, 0x1p31, -0x1p31 - 1})
    void refusesToWriteANumberThatAnIntegerTypeDoesNotHold(double number) throws IOException {
        NpyArray array = HandMadeFile.read(HandMadeFile.written(NpyArray.of(new int[3], 3)));
        array.doubles()[2] = number;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        var error = assertThrows(IllegalArgumentException.class, () -> Npy.write(out, array));
        assertEquals("element 2 is " + number + ", wanted an integer that type i4 holds", error.getMessage());
        assertEquals(0, out.size());
    }

    @Test
    void refusesToWriteALongThatIsTooLarge() throws IOException {
        NpyArray array = HandMadeFile.read(HandMadeFile.written(NpyArray.of(new long[1], 1)));
        array.doubles()[0] = 0x1.0000000000001p63;
        assertThrows(IllegalArgumentException.class, () -> HandMadeFile.written(array));
    }

    @ParameterizedTest
    @EnumSource(names = {"U1", "I1", "U2", "I2", "U4", "U8", "F2"})
    void refusesTypesThatAreNotWrittenAndSaysWhatIs(NpyType type) throws IOException {
        String mark = type.bytes() == 1 ? "|" : "<";
        String header = HandMadeFile.header(mark + type.code(), false, "(2,)");
        NpyArray array = HandMadeFile.read(HandMadeFile.of(1, header, new byte[2 * type.bytes()]));
        var error = assertThrows(IllegalArgumentException.class, () -> HandMadeFile.written(array));
        assertTrue(error.getMessage().startsWith("an array of type " + type.code() + ", wanted f4 f8 c8 c16 i4 or i8"));
        NpyArray inDouble = NpyArray.of(array.doubles(), array.shape());
        assertArrayEquals(
                new double[2], HandMadeFile.read(HandMadeFile.written(inDouble)).doubles());
    }

    @Test
    void flushesAStreamAndLeavesItOpen() throws IOException {
        int[] calls = new int[2];
        Npy.write(
                new OutputStream() {
                    @Override
                    public void write(int b) {}

                    @Override
                    public void flush() {
                        calls[0]++;
                    }

                    @Override
                    public void close() {
                        calls[1]++;
                    }
                },
                NpyArray.of(new double[0], 0));
        assertArrayEquals(new int[] {1, 0}, calls);
    }

    @Test
    void noticesThatAPrintStreamHasFailed() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("full");
            }
        };
        NpyArray array = NpyArray.of(new double[0], 0);
        assertEquals(
                "full",
                assertThrows(IOException.class, () -> Npy.write(full, array)).getMessage());
        assertThrows(IOException.class, () -> Npy.write(new PrintStream(full), array));
    }
}
