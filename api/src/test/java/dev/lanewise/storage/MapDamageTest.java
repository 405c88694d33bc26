package dev.lanewise.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.butterfly.ButterflyPattern;
import dev.lanewise.engine.trigonometric.TrigonometricKind;
import dev.lanewise.structured.DoubleBandedMap;
import dev.lanewise.structured.DoubleBlockDiagonal;
import dev.lanewise.structured.DoubleButterflyMap;
import dev.lanewise.structured.DoubleComplexButterfly;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleDiagonal;
import dev.lanewise.structured.DoubleFourierMap;
import dev.lanewise.structured.DoubleHadamard;
import dev.lanewise.structured.DoubleHankelMap;
import dev.lanewise.structured.DoubleHartleyMap;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleLowRankMap;
import dev.lanewise.structured.DoubleMonarchMap;
import dev.lanewise.structured.DoublePermutation;
import dev.lanewise.structured.DoubleRealFourierMap;
import dev.lanewise.structured.DoubleSignDiagonal;
import dev.lanewise.structured.DoubleSparseMap;
import dev.lanewise.structured.DoubleToeplitzMap;
import dev.lanewise.structured.DoubleTrigonometricMap;
import dev.lanewise.structured.FloatDiagonal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to a file, it is refused with one line that says where and why; the heap of these tests is small. */
final class MapDamageTest {
    @TempDir
    private Path folder;

    private static byte[][] files() {
        double[] values = {1, 2, 3, 4, 5, 6, 7, 8};
        List<ButterflyPattern> patterns = ButterflyPattern.ofRadices(2, 2);
        double[][] parts = {values, values};
        DoubleLinearMap signs = DoubleSignDiagonal.of(new double[] {1, -1, -1, 1});
        DoubleLinearMap product = DoubleButterflyMap.of(patterns, values, values)
                .times(DoublePermutation.bitReversal(4))
                .times(DoubleHadamard.of(4, Normalization.ORTHO))
                .times(signs);
        DoubleLinearMap sum = DoubleDenseMap.of(2, 2, new double[] {1, 2, 3, 4})
                .transposed()
                .times(5)
                .plus(DoubleDiagonal.of(1, 2).inverse())
                .plus(DoubleSparseMap.of(2, 2, new int[] {0, 1, 2}, new int[] {1, 0}, new double[] {7, 8}));
        DoubleLinearMap complex =
                DoubleComplexButterfly.of(patterns, parts, parts).times(DoubleFourierMap.of(4, Normalization.BACKWARD));
        DoubleDenseMap column = DoubleDenseMap.of(2, 1, new double[] {1, 2});
        DoubleDenseMap row = DoubleDenseMap.of(1, 2, new double[] {8, 9});
        DoubleLinearMap structures = DoubleBlockDiagonal.of(List.of(
                DoubleToeplitzMap.of(new double[] {1, 2}, new double[] {1, 3, 4}),
                DoubleHankelMap.of(2, new double[] {1, 2, 3, 4}),
                DoubleBandedMap.of(2, 2, 1, 0, new double[] {0, 5, 6, 7}),
                DoubleLowRankMap.of(column, column),
                DoubleMonarchMap.of(List.of(column, column), List.of(row, row)),
                DoubleRealFourierMap.of(5, Normalization.ORTHO),
                DoubleHartleyMap.of(4, Normalization.ORTHO),
                DoubleTrigonometricMap.of(TrigonometricKind.DST2, 3, Normalization.BACKWARD)));
        return new byte[][] {
            HandMadeMap.written(structures),
            HandMadeMap.written(product),
            HandMadeMap.written(sum),
            HandMadeMap.written(complex),
            HandMadeMap.written(FloatDiagonal.of(1, 2, 3))
        };
    }

    /** What is said of the file, both as a file and as a stream. */
    private String problem(byte[] file) throws IOException {
        Path path = folder.resolve("x.map");
        Files.write(path, file);
        MapFormatException ofFile = assertThrows(MapFormatException.class, () -> MapFile.read(path));
        assertMessage(ofFile, path.toString(), file.length);
        return ofStream(file);
    }

    private static String ofStream(byte[] file) {
        MapFormatException ofStream = assertThrows(MapFormatException.class, () -> HandMadeMap.read(file));
        assertMessage(ofStream, "hand-made", file.length);
        return ofStream.getMessage().substring("hand-made: ".length());
    }

    private static void assertMessage(MapFormatException refused, String source, int length) {
        String message = refused.getMessage();
        assertTrue(message.startsWith(source + ": byte " + refused.position() + ": "), message);
        assertTrue(message.chars().noneMatch(Character::isISOControl), message);
        assertTrue(message.contains("wanted "), message);
        assertTrue(message.length() < 400 + source.length(), message);
        assertTrue(refused.position() >= 0 && refused.position() <= length, message);
    }

    @Test
    void everyByteThatIsChangedIsSeen() {
        for (byte[] file : files()) {
            for (int at = 0; at < file.length; at++) {
                for (int change : new int[] {0x01, 0x80, 0xff}) {
                    byte[] damaged = file.clone();
                    damaged[at] ^= (byte) change;
                    assertFalse(ofStream(damaged).isEmpty(), "byte " + at);
                }
            }
        }
    }

    @Test
    void everyTruncationAndWhatIsAddedIsSeen() throws IOException {
        for (byte[] file : files()) {
            for (int length = 0; length < file.length; length++) {
                assertFalse(ofStream(Arrays.copyOf(file, length)).isEmpty(), "cut at " + length);
            }
            assertEquals(
                    "byte " + file.length + ": more data came, wanted the end of the file",
                    problem(Arrays.copyOf(file, file.length + 1)));
        }
    }

    /** With the right checksum: then the file is some other map or none at all. */
    @Test
    void everyChangeIsReadOrRefusedAndNothingElse() throws IOException {
        byte[][] files = files();
        int refused = 0, tried = 0;
        for (byte[] file : files) {
            for (int at = 8; at < file.length - 4; at++) {
                for (int bit = 0; bit < 8; bit += 3) {
                    byte[] changed = file.clone();
                    changed[at] ^= (byte) (1 << bit);
                    refused += isRefused(HandMadeMap.summed(changed)) ? 1 : 0;
                    tried++;
                }
            }
        }
        assertTrue(refused > tried / 8 && refused < tried, refused + " of " + tried + " refused");
    }

    @Test
    void randomChangesAreReadOrRefusedAndNothingElse() throws IOException {
        byte[][] files = files();
        for (int seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            byte[] file = files[random.nextInt(files.length)].clone();
            for (int count = random.nextInt(1, 5); count > 0; count--) {
                int at = 24 + 4 * random.nextInt((file.length - 28) / 4);
                file[at] = (byte) (random.nextBoolean() ? random.nextInt(20) : random.nextInt());
            }
            isRefused(HandMadeMap.summed(file));
        }
    }

    private static boolean isRefused(byte[] file) throws IOException {
        try {
            HandMadeMap.read(file);
            return false;
        } catch (MapFormatException e) {
            assertMessage(e, "hand-made", file.length);
            return true;
        }
    }

    @Test
    void refusesWhatIsNoFileOfAMap() throws IOException {
        assertEquals("byte 0: empty, wanted a file of a map", problem(new byte[0]));
        assertEquals(
                "byte 0: not a file of a map: it starts with 93 4e 55 4d 50 59 01 00, wanted 93 4c 57 4d 41 50 0d 0a",
                problem(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0}));
        assertEquals("byte 3: ends here, wanted 5 bytes more for the magic bytes", problem(new byte[3]));
        MapFormatException ofFolder = assertThrows(MapFormatException.class, () -> MapFile.read(folder));
        assertEquals(folder + ": byte 0: a directory, wanted a file of a map", ofFolder.getMessage());
        assertThrows(NoSuchFileException.class, () -> MapFile.read(folder.resolve("none")));
    }

    @Test
    void refusesAnUnknownVersionAndSize() throws IOException {
        byte[] file = new HandMadeMap(8).ints(2, 1, 1).file();
        byte[] newer = file.clone();
        newer[8] = 2;
        assertEquals("byte 8: format version 2, wanted 1", problem(HandMadeMap.summed(newer)));
        assertEquals(
                "byte 12: numbers of 16 bytes, wanted 4 or 8",
                problem(new HandMadeMap(16).ints(2, 1, 1).file()));
        assertEquals("byte 24: a map of kind 30, wanted 1 to 29", problem(of(30, 1, 1)));
        assertEquals("byte 24: a map of kind 0, wanted 1 to 29", problem(of(0, 1, 1)));
        assertEquals("byte 28: the rows of dense: got -1, wanted 0 to 2147483647", problem(of(3, -1, 1)));
    }

    private static byte[] of(int... ints) {
        return new HandMadeMap(8).ints(ints).file();
    }

    @Test
    void refusesALengthThatIsNotItsOwn() throws IOException {
        HandMadeMap map = new HandMadeMap(8).ints(2, 1, 1);
        assertEquals("byte 36: the map ends here, wanted 1 bytes more of it", ofStream(map.file(41)));
        assertEquals("byte 16: a file of 39 bytes, wanted 40 or more", problem(map.file(39)));
        assertEquals("byte 16: a file of -1 bytes, wanted 40 or more", problem(map.file(-1)));
        Path path = Files.write(folder.resolve("x.map"), map.file(41));
        MapFormatException refused = assertThrows(MapFormatException.class, () -> MapFile.read(path));
        assertEquals(path + ": byte 40: 40 bytes came, wanted 41, as byte 16 says", refused.getMessage());
    }

    @Test
    void takesNoMemoryOnTheWordOfAFile() throws IOException {
        assertEquals(
                "byte 36: entries: wanted 4611686014132420609 of 8 bytes, got 0 bytes for it",
                problem(of(3, Integer.MAX_VALUE, Integer.MAX_VALUE)));
        assertEquals(
                "byte 36: indices of a permutation: wanted 2147483639 of 4 bytes, got 0 bytes for it",
                problem(of(7, 2147483639, 2147483639)));
        // A stream may say that it is long: what it promises is not believed.
        long huge = 1L << 40;
        assertEquals(
                "byte 40: ends here, wanted 131068 bytes more for entries",
                ofStream(new HandMadeMap(8).ints(3, 16384, 65536).file(huge)));
        assertEquals(
                "byte 44: ends here, wanted 4 bytes more for the rows of a block",
                ofStream(new HandMadeMap(8).ints(9, 4, 4, Integer.MAX_VALUE).file(huge)));
    }

    @Test
    void refusesNumbersThatAreNotFinite() throws IOException {
        assertEquals(
                "byte 44: entries of a diagonal: got NaN as number 1, wanted a finite number",
                problem(new HandMadeMap(8).ints(4, 2, 2).doubles(1, Double.NaN).file()));
        assertEquals(
                "byte 40: entries of a diagonal: got -Infinity as number 1, wanted a finite number",
                problem(new HandMadeMap(4)
                        .ints(4, 2, 2)
                        .floats(1, Float.NEGATIVE_INFINITY)
                        .file()));
        byte[] large = new HandMadeMap(8).ints(4, 1, 1).doubles(1e300).file();
        MapFormatException refused = assertThrows(
                MapFormatException.class, () -> MapFile.readFloat(new ByteArrayInputStream(large), "large"));
        assertEquals(
                "large: byte 36: entries of a diagonal: got 1.0E300 for a float as number 0, wanted a finite number",
                refused.getMessage());
        assertEquals(
                "byte 36: the factor of a multiple: got NaN as number 0, wanted a finite number",
                problem(new HandMadeMap(8)
                        .ints(15, 1, 1)
                        .doubles(Double.NaN)
                        .ints(2, 1, 1)
                        .file()));
    }

    @Test
    void refusesIndicesOutOfRange() throws IOException {
        assertEquals("byte 40: indices of a permutation: got 2 as number 1, wanted 0 to 1", problem(of(7, 2, 2, 0, 2)));
        assertEquals(
                "byte 24: permutation of 2 x 2: permutation: got 1 at 0 and at 1, wanted every index once",
                problem(of(7, 2, 2, 1, 1)));
        assertEquals(
                "byte 44: starts of rows: got 2 as number 1, wanted 0 to 1",
                problem(new HandMadeMap(8).ints(8, 1, 2, 1, 0, 2, 0).doubles(1).file()));
        assertEquals(
                "byte 37: signs: got 2 as number 1, wanted 0 or 1",
                problem(new HandMadeMap(8).ints(6, 2, 2).bytes(0, 2).file()));
    }

    @Test
    void refusesShapesThatDoNotFit() throws IOException {
        assertEquals("byte 24: identity of 2 x 3: got one of 2 x 2, wanted what it says", problem(of(2, 2, 3)));
        assertEquals(
                "byte 56: got identity of 3 x 3 as a part of another map, wanted 2 rows",
                problem(of(16, 2, 3, 0, 2, 2, 2, 2, 2, 3, 3)));
        assertEquals(
                "byte 56: got zero of 2 x 4 as a part of another map, wanted 3 columns",
                problem(of(16, 2, 3, 0, 2, 2, 2, 2, 1, 2, 4)));
        assertEquals(
                "byte 36: got zero of 2 x 3 as a part of another map, wanted 3 x 2", problem(of(14, 2, 3, 1, 2, 3)));
        assertEquals(
                "byte 52: got zero of 1 x 2 as a part of another map, wanted 1 x 1",
                problem(of(17, 1, 1, 2, 1, 1, 1, 1, 1, 2)));
        assertEquals(
                "byte 40: got zero of 2 x 3 as a part of another map,"
                        + " wanted rows that divide 4 and columns that divide 4",
                problem(of(18, 4, 4, 2, 1, 2, 3)));
        assertTrue(problem(of(18, 4, 4, 2, 2, 2, 2, 2, 4, 4)).startsWith("byte 24: Kronecker product of 4 x 4: got"));
        assertTrue(problem(of(12, 3, 3, 0, 0)).startsWith("byte 24: Hadamard of 3 x 3: "));
        assertEquals("byte 36: the normalisation of a transform: got 3, wanted 0 to 2", problem(of(12, 2, 2, 3, 0)));
        assertTrue(problem(of(13, 3, 3, 0, 0)).endsWith("got one of 2 x 2, wanted what it says"));
        assertTrue(problem(of(9, 4, 4, 1, 0, 2, 2, 2, 4)).startsWith("byte 40: butterfly pattern: got (0, 2, 2, 2)"));
        assertEquals(
                "byte 52: got identity of 2 x 2 as a part of another map, wanted 1 rows and 1 columns at most",
                problem(of(25, 2, 2, 2, 2, 1, 1, 2, 2, 2)));
        assertEquals(
                "byte 36: Monarch of 4 x 4: got 3 first blocks and 2 second ones,"
                        + " wanted numbers that divide its columns and its rows, neither of them 0",
                problem(of(26, 4, 4, 3, 2)));
        assertEquals(
                "byte 36: Monarch of 0 x 0: got 2147483647 first blocks and 2147483647 second ones,"
                        + " wanted numbers that divide its columns and its rows, neither of them 0",
                problem(of(26, 0, 0, Integer.MAX_VALUE, Integer.MAX_VALUE)));
        assertEquals("byte 36: the diagonals below the main one: got 2, wanted 0 to 1", problem(of(23, 2, 2, 2, 0)));
        assertEquals(
                "byte 36: the kind of a cosine or sine transform: got 9, wanted 1 to 8", problem(of(29, 4, 4, 9, 0)));
        assertTrue(problem(of(27, 4, 4, 0)).endsWith("got one of 6 x 4, wanted what it says"));
        assertTrue(problem(new HandMadeMap(8).ints(5, 1, 1).doubles(0).file())
                .endsWith("is singular: its diagonal is zero at 0, wanted numbers that allow it"));
    }

    @Test
    void refusesMapsThatAreTooDeep() throws IOException {
        HandMadeMap map = new HandMadeMap(8);
        for (int depth = 0; depth < 1000; depth++) {
            map.ints(14, 1, 1);
        }
        assertEquals(
                "byte 792: a map 64 maps deep in others, wanted less than 64",
                problem(map.ints(2, 1, 1).file()));
    }
}
