package dev.lanewise.npy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NpyDamageTest {
    private static final byte[] NONE = {};
    private static final String ALL_TYPES = "wanted one of u1 i1 u2 i2 u4 i4 u8 i8 f2 f4 f8 c8 c16";

    @TempDir
    private Path folder;

    /** What is said of the file, both as a file and as a stream. */
    private String problem(byte[] file) throws IOException {
        Path path = folder.resolve("x.npy");
        Files.write(path, file);
        String ofFile =
                assertThrows(NpyFormatException.class, () -> Npy.read(path)).getMessage();
        String ofStream = assertThrows(NpyFormatException.class, () -> HandMadeFile.read(file))
                .getMessage();
        for (String message : new String[] {ofFile, ofStream}) {
            assertTrue(message.chars().noneMatch(Character::isISOControl), message);
            assertTrue(message.contains(", wanted ") || message.contains("; wanted "), message);
            assertTrue(message.length() < 300 + path.toString().length(), message);
        }
        assertTrue(ofFile.startsWith(path + ": "), ofFile);
        assertTrue(ofStream.startsWith("hand-made: "), ofStream);
        return ofStream.substring("hand-made: ".length());
    }

    private String problemOfHeader(String header) throws IOException {
        return problem(HandMadeFile.of(1, header, NONE));
    }

    private String problemOfShape(String shape) throws IOException {
        return problemOfHeader(HandMadeFile.header("<f8", false, shape));
    }

    private String problemOfType(String descriptor) throws IOException {
        return problem(HandMadeFile.of(1, HandMadeFile.header(descriptor, false, "(2,)"), new byte[32]));
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        assertEquals("empty, wanted a .npy file", problem(NONE));
    }

    @Test
    void readsADeviceAsAStream() {
        Path device = Path.of("/dev/null");
        assumeTrue(Files.exists(device));
        var error = assertThrows(NpyFormatException.class, () -> Npy.read(device));
        assertEquals("/dev/null: empty, wanted a .npy file", error.getMessage());
    }

    @Test
    void refusesOtherFiles() throws IOException {
        assertEquals(
                "not a .npy file: it starts with the bytes 50 4b 03 04 14 00, wanted 93 4e 55 4d 50 59",
                problem(new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 0}));
    }

    @Test
    void refusesADirectory() {
        var error = assertThrows(NpyFormatException.class, () -> Npy.read(folder));
        assertEquals(folder + ": a directory, wanted a .npy file", error.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 1", "1, 1", "2, 255", "4, 0", "255, 0"})
    void refusesAnUnknownVersion(int major, int minor) throws IOException {
        byte[] file = HandMadeFile.of(1, HandMadeFile.header("|u1", false, "(0,)"), NONE);
        file[6] = (byte) major;
        file[7] = (byte) minor;
        assertEquals("format version " + major + "." + minor + ", wanted 1.0, 2.0 or 3.0", problem(file));
    }

    @ParameterizedTest
    @ValueSource(longs = {1048577, 2147483648L, 4294967295L})
    void refusesAHugeHeaderWithoutReadingIt(long length) throws IOException {
        byte[] file = HandMadeFile.withoutPadding(2, NONE, NONE);
        System.arraycopy(HandMadeFile.littleEndian(length, 4), 0, file, 8, 4);
        assertEquals("a header of " + length + " bytes, wanted at most 1048576", problem(file));
    }

    @Test
    void refusesAFileThatIsCutAnywhere() throws IOException {
        byte[][] files = {
            HandMadeFile.written(NpyArray.of(new double[] {1, 2, 3, 4, 5, 6}, 2, 3)),
            HandMadeFile.of(2, HandMadeFile.header(">c8", true, "(2, 2)"), new byte[32]),
            HandMadeFile.of(3, HandMadeFile.header("<i2", true, "(3, 2)"), new byte[12]),
        };
        for (byte[] file : files) {
            for (int length = 0; length < file.length; length++) {
                byte[] cut = Arrays.copyOf(file, length);
                assertFalse(problem(cut).isEmpty(), "cut at " + length);
            }
        }
    }

    @Test
    void saysWhereAFileEnds() throws IOException {
        byte[] file = HandMadeFile.of(1, HandMadeFile.header("<f8", false, "(3, 4)"), new byte[23]);
        assertEquals(
                "ends after 3 bytes, wanted 5 more for the magic bytes and the version",
                problem(Arrays.copyOf(file, 3)));
        assertEquals("ends after 9 bytes, wanted 1 more for the length of the header", problem(Arrays.copyOf(file, 9)));
        assertEquals("ends after 20 bytes, wanted 108 more for the header", problem(Arrays.copyOf(file, 20)));
        assertEquals("23 bytes of data came, wanted 96 for f8 (3, 4)", problem(file));
    }

    @Test
    void refusesDataBehindTheEnd() throws IOException {
        byte[] file = HandMadeFile.of(1, HandMadeFile.header("<f4", false, "(3,)"), new byte[13]);
        assertEquals("more data came, wanted 12 bytes for f4 (3,)", problem(file));
        Path path = folder.resolve("long.npy");
        Files.write(path, file);
        var error = assertThrows(NpyFormatException.class, () -> Npy.read(path));
        assertEquals(path + ": 13 bytes of data came, wanted 12 for f4 (3,)", error.getMessage());
        assertEquals(
                "more data came, wanted 0 bytes for u1 (0,)",
                problem(HandMadeFile.of(1, HandMadeFile.header("|u1", false, "(0,)"), new byte[1])));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<f8", "<f4", ">c16", "<c8", "|u1"})
    void takesNoMemoryOnTheWordOfAHeader(String type) throws IOException {
        for (boolean fortran : new boolean[] {false, true}) {
            String header = HandMadeFile.header(type, fortran, "(2147483639,)");
            assertTrue(
                    problem(HandMadeFile.of(1, header, new byte[100])).startsWith("100 bytes of data came, wanted "));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "[]", "('descr',)", "None", "'descr'", "descr", "\0"})
    void refusesAHeaderThatIsNoDictionary(String header) throws IOException {
        assertTrue(problemOfHeader(header).endsWith("of the header, wanted '{', the start of a dictionary"));
    }

    @Test
    void refusesAHeaderWithoutOneOfTheKeys() throws IOException {
        String wanted = " in the header, wanted descr, fortran_order and shape";
        assertEquals("no key 'descr'" + wanted, problemOfHeader("{}"));
        assertEquals("no key 'descr'" + wanted, problemOfHeader("{'fortran_order': False, 'shape': (1,)}"));
        assertEquals("no key 'fortran_order'" + wanted, problemOfHeader("{'descr': '<f8', 'shape': (1,)}"));
        assertEquals("no key 'shape'" + wanted, problemOfHeader("{'descr': '<f8', 'fortran_order': False}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'descr': '<f8'", "'fortran_order': False", "'shape': (1,)"})
    void refusesAKeyThatComesTwice(String entry) throws IOException {
        String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (1,), " + entry + "}";
        String key = entry.substring(0, entry.indexOf(':'));
        assertEquals("key " + key + " came twice in the header, wanted it once", problemOfHeader(header));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Shape", "shape ", "version", "gr\u00f6\u00dfe", "shape\\", "\u2028", "a\nb"})
    void refusesAnUnknownKey(String key) throws IOException {
        String header = "{'" + key + "': (1,)}";
        String shown = key.replace("\n", "\\u000a").replace("\u2028", "\\u2028");
        assertEquals(
                "key '" + shown + "' in the header, wanted descr, fortran_order and shape",
                problem(HandMadeFile.of(3, header, NONE)));
    }

    @Test
    void quotesOnlyTheStartOfALongString() throws IOException {
        String shown = "x".repeat(40) + "...";
        String wanted = "' in the header, wanted descr, fortran_order and shape";
        assertEquals("key '" + shown + wanted, problemOfHeader("{'" + "x".repeat(5000) + "': 1}"));
        assertEquals("type '" + shown + "', " + ALL_TYPES, problemOfType("x".repeat(5000)));
        assertEquals(
                "dimension '" + "9".repeat(40) + "...', wanted at most 2147483639",
                problemOfShape("(" + "9".repeat(5000) + ",)"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{descr: '<f8'}",
                "{'descr: <f8}",
                "{'descr\": '<f8'}",
                "{'descr' '<f8'}",
                "{'descr', '<f8'}",
                "{'descr': <f8}",
                "{'descr': }",
                "{'descr': '<f8}",
                "{'descr': '<f8' 'fortran_order': False}",
                "{'descr': '<f8', , 'fortran_order': False}",
                "{, 'descr': '<f8'}",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (1,)",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (1,)}}",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (1,)} # done",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (1,)}\0",
                "{'descr': None, 'fortran_order': False, 'shape': (1,)}",
                "{'descr': {'names': ['a']}, 'fortran_order': False, 'shape': (1,)}",
                "{'descr': '<f8', 'fortran_order': 'False', 'shape': (1,)}",
                "{'descr': '<f8', 'fortran_order': false, 'shape': (1,)}",
                "{'descr': '<f8', 'fortran_order': 0, 'shape': (1,)}",
                "{'descr': '<f8', 'fortran_order': Falsely, 'shape': (1,)}",
                "{'descr': '<f8', 'fortran_order': None, 'shape': (1,)}",
            })
    void refusesAHeaderThatIsNotWellFormed(String header) throws IOException {
        String problem = problemOfHeader(header);
        assertTrue(
                problem.contains(" of the header, wanted ") || problem.contains(" in the header has no end"), problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3",
                "(3)",
                "[3]",
                "(3",
                "(3,",
                "3,)",
                "(,)",
                "(3,,)",
                "(3 4)",
                "(-1,)",
                "(3, -4)",
                "(+3,)",
                "(3.0,)",
                "(1e3,)",
                "('3',)",
                "(True,)",
                "(None,)",
                "(0x10,)",
                "(1_0,)",
                "(3, (4, 5))",
                "(3l,)",
                "(3LL,)",
                "(L,)",
                "(\u0663,)",
                "None",
                "''"
            })
    void refusesAShapeThatIsNoTupleOfDimensions(String shape) throws IOException {
        String problem = problem(HandMadeFile.of(3, HandMadeFile.header("<f8", false, shape), NONE));
        assertTrue(problem.contains(" came at character ") || problem.contains("wanted a tuple"), problem);
    }

    @Test
    void saysWhereAHeaderIsDamaged() throws IOException {
        assertEquals(
                "'-' came at character 51 of the header, wanted a dimension, an integer that is not negative",
                problemOfShape("(-1,)"));
        assertEquals(
                "its end came at character 54 of the header, wanted ',' or '}'", problemOfHeader("{'shape': (1,)"));
        assertEquals(
                "'f' came at character 12 of the header, wanted a type in quotes", problemOfHeader("{'descr':   f8}"));
        assertEquals(
                "a number in brackets for the shape, wanted a tuple, which with one dimension ends in ',)'",
                problemOfShape("(3)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483640", "2147483648", "4294967296", "9223372036854775808", "18446744073709551617"})
    void refusesADimensionBeyondTheLongestArray(String dimension) throws IOException {
        String problem = "dimension '" + dimension + "', wanted at most 2147483639";
        assertEquals(problem, problemOfShape("(" + dimension + ",)"));
        assertEquals(problem, problemOfShape("(0, " + dimension + ")"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(2147483639, 2)",
                "(65536, 65536)",
                "(46341, 46341)",
                "(65536, 65536, 65536, 65536)",
                "(2147483639, 2147483639, 2147483639)",
                "(2, 1073741824)",
            })
    void refusesAShapeWhoseProductOverflows(String shape) throws IOException {
        assertEquals("shape " + shape + " has too many elements, wanted at most 2147483639", problemOfShape(shape));
    }

    @Test
    void refusesAShapeOfTooManyDimensions() throws IOException {
        assertEquals(
                "a shape of more than 64 dimensions, wanted at most 64", problemOfShape("(" + "1, ".repeat(65) + ")"));
        byte[] file =
                HandMadeFile.of(1, HandMadeFile.header("|u1", true, "(" + "1, ".repeat(64) + ")"), new byte[] {8});
        assertEquals(8, HandMadeFile.read(file).doubles()[0]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "|b1", "?", "<f16", "<c32", "<c4", "<U5", "|S3", "|V16", "<M8[ns]", "<m8", "<i3", "<f", "f", "<", "",
                ">", "<<f8", "<F8", "< f8", "<f8 ", "<f08", "<f-8", "<u16", "float64", "!f8"
            })
    void refusesAnUnsupportedType(String descriptor) throws IOException {
        assertEquals("type '" + descriptor + "', " + ALL_TYPES, problemOfType(descriptor));
    }

    @ParameterizedTest
    @ValueSource(strings = {"|O", "O", "|O8", "<O"})
    void refusesObjectsInsteadOfUnpicklingThem(String descriptor) throws IOException {
        String problem = problemOfType(descriptor);
        assertTrue(problem.startsWith("type '" + descriptor + "' holds Python objects"), problem);
        assertTrue(problem.endsWith(ALL_TYPES), problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[('a', '<f8'), ('b', '<i4')]", "('<f8', (2,))", "[]"})
    void refusesAStructuredType(String descriptor) throws IOException {
        assertEquals(
                "a structured type, " + ALL_TYPES,
                problemOfHeader("{'descr': " + descriptor + ", 'fortran_order': False, 'shape': (1,)}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"|f8", "=f8", "f8"})
    void refusesATypeThatDoesNotSayTheOrderOfItsBytes(String descriptor) throws IOException {
        assertEquals(
                "type '" + descriptor + "' does not say the order of its bytes, wanted '<f8' or '>f8'",
                problemOfType(descriptor));
    }

    @Test
    void refusesAHeaderThatIsNotUtf8InVersion3Alone() throws IOException {
        byte[] header = "{'gr\u00f6\u00dfe': 1}".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(
                "a header that is not UTF-8 text, wanted UTF-8 in version 3.0",
                problem(HandMadeFile.withoutPadding(3, header, NONE)));
        assertTrue(problem(HandMadeFile.withoutPadding(2, header, NONE)).startsWith("key 'gr\u00f6\u00dfe'"));
    }

    @Test
    void keepsTheNameOfAFileOnOneLine() {
        var error = assertThrows(
                NpyFormatException.class, () -> Npy.read(InputStream.nullInputStream(), "two\nlines\u001b[31m"));
        assertEquals("two\\u000alines\\u001b[31m: empty, wanted a .npy file", error.getMessage());
    }
}
