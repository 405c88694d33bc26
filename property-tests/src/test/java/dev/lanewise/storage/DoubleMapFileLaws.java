package dev.lanewise.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.lanewise.engine.Layout;
import dev.lanewise.engine.Parallelism;
import dev.lanewise.engine.Workspace;
import dev.lanewise.foundation.Refusal;
import dev.lanewise.oracle.Bits;
import dev.lanewise.oracle.Inputs;
import dev.lanewise.oracle.Seeds;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleDiagonal;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleProduct;
import dev.lanewise.structured.DoubleSignDiagonal;
import dev.lanewise.structured.DoubleStack;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is written is read again: the same form, the same bytes, the same bits of every product. */
final class DoubleMapFileLaws implements Seeds {
    static byte[] written(DoubleLinearMap map) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MapFile.write(out, map);
        return out.toByteArray();
    }

    static DoubleLinearMap read(byte[] file) throws IOException {
        return assertInstanceOf(DoubleLinearMap.class, MapFile.read(new ByteArrayInputStream(file), "bytes"));
    }

    private static void assertKept(DoubleLinearMap map, String name) throws IOException {
        byte[] file = written(map);
        DoubleLinearMap same = read(file);
        assertEquals(map.describe(), same.describe(), name);
        assertSame(map.getClass(), same.getClass(), name);
        assertArrayEquals(file, written(same), name);
        assertEquals(file.length, MapFile.length(map), name);
        for (int count : new int[] {1, 5}) {
            assertSameBits(map, same, count, false, name);
            assertSameBits(map, same, count, true, name);
        }
    }

    private static void assertSameBits(
            DoubleLinearMap map, DoubleLinearMap same, int count, boolean transposed, String name) {
        int inputs = transposed ? map.rows() : map.cols(), outputs = transposed ? map.cols() : map.rows();
        double[] x = Inputs.uneven(count, new double[count * inputs]);
        double[] y = product(map, x, inputs, outputs, count, transposed);
        Bits.assertSame(y, product(same, x, inputs, outputs, count, transposed), name);
    }

    private static double[] product(
            DoubleLinearMap map, double[] x, int inputs, int outputs, int count, boolean transposed) {
        double[] y = new double[count * outputs];
        Layout from = Layout.rows(0, count, Math.max(1, inputs)), to = Layout.rows(0, count, Math.max(1, outputs));
        if (transposed) {
            map.applyTransposed(x, from, y, to, new Workspace(), Parallelism.NONE);
        } else {
            map.apply(x, from, y, to, new Workspace(), Parallelism.NONE);
        }
        return y;
    }

    @Property(tries = 3)
    void everyKindIsKept(@ForAll("seeds") long seed) throws IOException {
        for (DoubleStoredMaps each : DoubleStoredMaps.all()) {
            assertKept(each.of(seed), each.name());
        }
    }

    @Property(tries = 3)
    void transposesAreKept(@ForAll("seeds") long seed) throws IOException {
        for (DoubleStoredMaps each : DoubleStoredMaps.all()) {
            assertKept(each.of(seed).transposed(), "transpose of " + each.name());
        }
    }

    @Example
    void inversesOfTransformsAreKept() throws IOException {
        for (DoubleStoredMaps each : DoubleStoredMaps.transforms()) {
            assertKept(each.of(1).inverse(), "inverse of " + each.name());
            assertKept(each.of(1).inverse().transposed(), "transposed inverse of " + each.name());
        }
    }

    /** Zeros of either sign and numbers of every size are kept bit by bit, also where arithmetic would lose them. */
    @Example
    void bitsOfNumbersAreKept() throws IOException {
        double[] odd = {-0.0, 0, Double.MIN_VALUE, -Double.MAX_VALUE};
        Bits.assertSame(odd, ((DoubleDenseMap) read(written(DoubleDenseMap.of(2, 2, odd)))).values(), "dense");
        Bits.assertSame(odd, ((DoubleDiagonal) read(written(DoubleDiagonal.of(odd)))).entries(), "diagonal");
    }

    /** Numbers that fill many chunks, also when they come in small pieces of a stream. */
    @Example
    void largeMapsAreKept() throws IOException {
        DoubleDenseMap dense = DoubleDenseMap.of(500, 601, Inputs.gaussian(1, new double[500 * 601]));
        byte[] file = written(dense);
        Bits.assertSame(dense.values(), ((DoubleDenseMap) read(file)).values(), "at once");
        DoubleLinearMap slow = (DoubleLinearMap) MapFile.read(new InSmallPieces(file), "pieces");
        Bits.assertSame(dense.values(), ((DoubleDenseMap) slow).values(), "in pieces");
    }

    @Example
    void filesAreReplacedAsAWhole() throws IOException {
        Path folder = Files.createTempDirectory("maps");
        Path file = folder.resolve("x.map");
        try {
            DoubleLinearMap first = DoubleDiagonal.of(1, 2, 3);
            MapFile.write(file, first);
            assertArrayEquals(written(first), Files.readAllBytes(file));
            assertEquals(first.describe(), MapFile.read(file).describe());
            DoubleLinearMap window = DoubleStack.of(List.of(first(2), first(2)));
            Refusal.of(() -> MapFile.write(file, window.times(first(2))), "stack", "4 x 2", "cannot be stored");
            assertArrayEquals(written(first), Files.readAllBytes(file));
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    private static DoubleLinearMap first(int n) {
        return DoubleDenseMap.of(n, n, Inputs.gaussian(n, new double[n * n]));
    }

    @Example
    void whatCannotBeStoredIsNamed() {
        DoubleLinearMap inverse = first(8).inverse();
        Refusal.of(() -> written(inverse), "map: got inverse", "(8 x 8)", "wanted one made of", "dense", "butterfly");
        Refusal.of(() -> written(first(8).plus(first(8).times(inverse.plus(first(8))))), "map: got inverse");
        Refusal.ofNull("map", () -> written(null));
    }

    /** Sums and products in turn, so that none is opened into the one around it. */
    @Example
    void depthIsLimited() throws IOException {
        DoubleLinearMap map = first(2);
        for (int depth = 1; depth < 64; depth++) {
            map = depth % 2 == 0 ? DoubleProduct.of(List.of(map, first(2))) : map.plus(first(2));
        }
        assertKept(map, "63 deep");
        DoubleLinearMap deeper = map.times(first(2));
        Refusal.of(() -> written(deeper), "64 maps deep", "wanted less than 64");
    }

    @Example
    void signsTakeAByteEach() throws IOException {
        DoubleLinearMap signs = DoubleSignDiagonal.of(Inputs.signs(3, new double[100]));
        assertEquals(24 + 12 + 100 + 4, written(signs).length);
    }
}
