package dev.lanewise.npy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NpyReadingTest {
    private static final Path DATA = Path.of("../examples/data");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void readsEveryTypeInEveryVersionAndOrder(NpyType type) throws IOException {
        double[] real = realParts(type);
        double[] imaginary = new double[real.length];
        for (int i = 0; i < real.length; i++) {
            imaginary[i] = type.isComplex() ? real[real.length - 1 - i] : 0;
        }
        for (int major = 1; major <= 3; major++) {
            for (boolean bigEndian : new boolean[] {false, true}) {
                for (boolean fortran : new boolean[] {false, true}) {
                    String mark = type.bytes() == 1 ? "|" : bigEndian ? ">" : "<";
                    String header = HandMadeFile.header(mark + type.code(), fortran, "(2, 3)");
                    ByteArrayOutputStream data = new ByteArrayOutputStream();
                    for (int k = 0; k < 6; k++) {
                        int element = fortran ? k % 2 * 3 + k / 2 : k;
                        data.writeBytes(bytes(type, real[element], bigEndian));
                        data.writeBytes(type.isComplex() ? bytes(type, imaginary[element], bigEndian) : new byte[0]);
                    }
                    byte[] file = HandMadeFile.of(major, header, data.toByteArray());
                    String message = header + " in version " + major;
                    check(HandMadeFile.read(file), type, real, imaginary, message);
                    Path path = folder.resolve("x.npy");
                    Files.write(path, file);
                    check(Npy.read(path), type, real, imaginary, message + " from a file");
                }
            }
        }
    }

    private static void check(NpyArray array, NpyType type, double[] real, double[] imaginary, String message) {
        assertEquals(type, array.type(), message);
        assertEquals(6, array.size(), message);
        assertArrayEquals(new int[] {2, 3}, array.shape(), message);
        assertArrayEquals(real, array.doubles(), message);
        if (type.isComplex()) {
            assertArrayEquals(imaginary, array.imaginaryDoubles(), message);
        }
        if (type.isFloat()) {
            assertEquals(real[1], array.floats()[1], message);
        }
    }

    /** Six numbers that the type holds exactly, the extremes among them. */
    private static double[] realParts(NpyType type) {
        return switch (type) {
            case U1 -> new double[] {0, 1, 127, 128, 200, 255};
            case I1 -> new double[] {0, 1, 127, -128, -1, -100};
            case U2 -> new double[] {0, 258, 32767, 32768, 65535, 1};
            case I2 -> new double[] {0, 258, 32767, -32768, -1, 1};
            case U4 -> new double[] {0, 16909060, 2147483647, 2147483648.0, 4294967295.0, 1};
            case I4 -> new double[] {0, 16909060, 2147483647, -2147483648, -1, 1};
            case U8 -> new double[] {0, 72623859790382856.0, 0x1p63, 0x1.fffffffffffffp63, 1L << 53, 1};
            case I8 -> new double[] {0, 72623859790382856.0, -0x1p63, -1, 1L << 53, 1};
            case F2 -> new double[] {-0.0, 65504, 0x1p-24, Double.NEGATIVE_INFINITY, Double.NaN, 1.0 / 1024 + 1};
            case F4, C8 ->
                new double[] {-0.0, Float.MAX_VALUE, Float.MIN_VALUE, Float.NEGATIVE_INFINITY, Float.NaN, 0.1f};
            case F8, C16 ->
                new double[] {-0.0, Double.MAX_VALUE, Double.MIN_VALUE, Double.POSITIVE_INFINITY, Double.NaN, 0.1};
        };
    }

    /** One part of an element. */
    private static byte[] bytes(NpyType type, double value, boolean bigEndian) {
        long bits =
                switch (type) {
                    case F2 -> Float.floatToFloat16((float) value);
                    case F4, C8 -> Float.floatToRawIntBits((float) value);
                    case F8, C16 -> Double.doubleToRawLongBits(value);
                    case U8 -> value < 0x1p63 ? (long) value : (long) (value - 0x1p63) ^ Long.MIN_VALUE;
                    default -> (long) value;
                };
        int bytes = type.isComplex() ? type.bytes() / 2 : type.bytes();
        return bigEndian ? HandMadeFile.bigEndian(bits, bytes) : HandMadeFile.littleEndian(bits, bytes);
    }

    @Test
    void readsEveryHalfPrecisionNumber() throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        for (int bits = 0; bits < 1 << 16; bits++) {
            data.writeBytes(HandMadeFile.littleEndian(bits, 2));
        }
        String header = HandMadeFile.header("<f2", false, "(65536,)");
        double[] halves = HandMadeFile.read(HandMadeFile.of(1, header, data.toByteArray()))
                .doubles();
        for (int bits = 0; bits < 1 << 16; bits++) {
            assertEquals(half(bits), halves[bits], "bits " + Integer.toHexString(bits));
        }
    }

    /** From the definition, IEEE 754 binary16: a sign, five bits of exponent, ten of fraction. */
    private static double half(int bits) {
        int exponent = bits >> 10 & 31;
        int fraction = bits & 1023;
        double magnitude = exponent == 0 ? fraction * 0x1p-24 : (1024 + fraction) * Math.scalb(1.0, exponent - 25);
        if (exponent == 31) {
            magnitude = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        }
        return bits >= 1 << 15 ? -magnitude : magnitude;
    }

    @Test
    void roundsEightByteIntegersToTheNearestDouble() throws IOException {
        long[] unsigned = {(1L << 53) + 1, (1L << 53) + 3, -1, Long.MIN_VALUE + 1024, Long.MIN_VALUE + 1025, -1025};
        double[] nearest = {0x1p53, 0x1p53 + 4, 0x1p64, 0x1p63, 0x1p63 + 2048, 0x1.fffffffffffffp63};
        assertArrayEquals(nearest, readLongs("<u8", unsigned));
        long[] signed = {(1L << 53) + 1, -(1L << 53) - 3, Long.MAX_VALUE, Long.MIN_VALUE, -1, 7};
        assertArrayEquals(new double[] {0x1p53, -0x1p53 - 4, 0x1p63, -0x1p63, -1, 7}, readLongs("<i8", signed));
    }

    private static double[] readLongs(String descriptor, long[] values) throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        for (long value : values) {
            data.writeBytes(HandMadeFile.littleEndian(value, 8));
        }
        String header = HandMadeFile.header(descriptor, false, "(" + values.length + ",)");
        return HandMadeFile.read(HandMadeFile.of(1, header, data.toByteArray())).doubles();
    }

    @Test
    void keepsThePayloadOfNaN() throws IOException {
        byte[] data = HandMadeFile.bigEndian(0x7ff4_0000_dead_beefL, 8);
        NpyArray array = HandMadeFile.read(HandMadeFile.of(1, HandMadeFile.header(">f8", true, "()"), data));
        assertEquals(0x7ff4_0000_dead_beefL, Double.doubleToRawLongBits(array.doubles()[0]));
    }

    @Test
    void readsASingleNumberAsAShapeOfNoDimension() throws IOException {
        byte[] data = HandMadeFile.littleEndian(Double.doubleToRawLongBits(7.25), 8);
        for (boolean fortran : new boolean[] {false, true}) {
            NpyArray array = HandMadeFile.read(HandMadeFile.of(1, HandMadeFile.header("<f8", fortran, "()"), data));
            assertArrayEquals(new int[0], array.shape());
            assertArrayEquals(new double[] {7.25}, array.doubles());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"(0,)", "(0, 3)", "(3, 0)", "(2, 0, 4)", "(2147483639, 0, 2147483639, 2147483639)"})
    void readsAShapeWithoutElements(String shape) throws IOException {
        for (String type : new String[] {"<f8", "<f4", "<c8", "<c16", "|u1", ">i8"}) {
            for (boolean fortran : new boolean[] {false, true}) {
                byte[] file = HandMadeFile.of(1, HandMadeFile.header(type, fortran, shape), new byte[0]);
                Path path = folder.resolve("none.npy");
                Files.write(path, file);
                for (NpyArray array : new NpyArray[] {HandMadeFile.read(file), Npy.read(path)}) {
                    assertEquals(0, array.size());
                    assertEquals(0, array.doubles().length);
                    assertEquals(shape, NpyShape.text(array.shape()));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'descr': '|u1', 'fortran_order': False, 'shape': (2, 1)}",
                "{'shape': (2, 1), 'fortran_order': False, 'descr': '|u1'}",
                "{\"descr\":\"|u1\",\"fortran_order\":False,\"shape\":(2,1,)}",
                " \t\r\n\f{ 'descr' : '|u1' ,\n'fortran_order' : True , 'shape' : ( 2 , 1 , ) , } \n ",
                "{'descr': '<u1', 'fortran_order': False, 'shape': (2L, 1L), }",
                "{'descr': '>u1', 'fortran_order': False, 'shape': (2, 1), }",
                "{'descr': '=u1', 'fortran_order': False, 'shape': (2, 1), }",
                "{'descr': 'u1', 'fortran_order': False, 'shape': (2, 1), }",
            })
    void readsEveryWayToWriteTheSameHeader(String header) throws IOException {
        NpyArray array = HandMadeFile.read(HandMadeFile.of(1, header, new byte[] {5, 6}));
        assertEquals("u1 (2, 1)", array.toString());
        assertArrayEquals(new double[] {5, 6}, array.doubles());
    }

    @Test
    void readsAHeaderWithoutPaddingOrLineEnd() throws IOException {
        byte[] header = HandMadeFile.header("|i1", false, "(1,)").getBytes();
        NpyArray array = HandMadeFile.read(HandMadeFile.withoutPadding(2, header, new byte[] {-3}));
        assertArrayEquals(new double[] {-3}, array.doubles());
    }

    @Test
    void readsAHeaderOfOneMebibyte() throws IOException {
        byte[] header = new byte[1 << 20];
        Arrays.fill(header, (byte) ' ');
        byte[] text = HandMadeFile.header("|u1", false, "(1,)").getBytes();
        System.arraycopy(text, 0, header, 0, text.length);
        assertEquals(
                1,
                HandMadeFile.read(HandMadeFile.withoutPadding(2, header, new byte[] {9}))
                        .size());
    }

    @Test
    void readsAStreamThatComesInDropsAndLeavesItOpen() throws IOException {
        double[] data = numbers(40_000);
        boolean[] closed = {false};
        byte[] file = HandMadeFile.written(NpyArray.of(data, 200, 200));
        InputStream drops = new FilterInputStream(new ByteArrayInputStream(file)) {
            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                return super.read(into, from, Math.min(length, 7));
            }

            @Override
            public void close() {
                closed[0] = true;
            }
        };
        assertArrayEquals(data, Npy.read(drops, "drops").doubles());
        assertEquals(false, closed[0]);
    }

    @Test
    void readsAStreamThatIsLargerThanTheRoomMadeAtFirst() throws IOException {
        int size = 3_000_001;
        double[] data = numbers(size);
        assertArrayEquals(
                data,
                HandMadeFile.read(HandMadeFile.written(NpyArray.of(data, size))).doubles());
        float[] floats = new float[size];
        floats[size - 1] = 3;
        NpyArray complex = HandMadeFile.read(HandMadeFile.written(NpyArray.ofComplex(new float[size], floats, size)));
        assertArrayEquals(floats, complex.imaginaryFloats());
    }

    private static double[] numbers(int size) {
        double[] numbers = new double[size];
        Arrays.setAll(numbers, i -> i - 0.5);
        return numbers;
    }

    @Test
    void readsTheExamples() throws IOException {
        NpyArray digits = Npy.read(DATA.resolve("digits.npy"));
        assertEquals("u1 (1797, 64)", digits.toString());
        assertEquals(561718, Arrays.stream(digits.doubles()).sum());
        NpyArray labels = Npy.read(DATA.resolve("digits-labels.npy"));
        assertEquals("u1 (1797,)", labels.toString());
        assertEquals(8070, Arrays.stream(labels.doubles()).sum());
        NpyArray ascent = Npy.read(DATA.resolve("ascent.npy"));
        assertEquals("u1 (512, 512)", ascent.toString());
        assertEquals(22932324, Arrays.stream(ascent.doubles()).sum());
        NpyArray ecg = Npy.read(DATA.resolve("ecg.npy"));
        assertEquals("f4 (108000,)", ecg.toString());
        assertArrayEquals(new float[] {-0.245f, -0.215f, -0.185f}, Arrays.copyOf(ecg.floats(), 3));
    }

    @Test
    void writesTheExampleInFloatBackByteForByte() throws IOException {
        Path file = DATA.resolve("ecg.npy");
        assertArrayEquals(Files.readAllBytes(file), HandMadeFile.written(Npy.read(file)));
    }

    @Test
    void saysThatAFileIsMissing() {
        Path missing = folder.resolve("missing.npy");
        var error = assertThrows(NoSuchFileException.class, () -> Npy.read(missing));
        assertEquals(missing.toString(), error.getMessage());
    }
}
