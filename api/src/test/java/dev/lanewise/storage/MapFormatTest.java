package dev.lanewise.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.lanewise.engine.Normalization;
import dev.lanewise.engine.butterfly.ButterflyPattern;
import dev.lanewise.engine.trigonometric.TrigonometricKind;
import dev.lanewise.structured.DoubleBandedMap;
import dev.lanewise.structured.DoubleBlockDiagonal;
import dev.lanewise.structured.DoubleButterflyMap;
import dev.lanewise.structured.DoubleCirculantMap;
import dev.lanewise.structured.DoubleComplexButterfly;
import dev.lanewise.structured.DoubleComplexCirculant;
import dev.lanewise.structured.DoubleComplexDiagonal;
import dev.lanewise.structured.DoubleDenseMap;
import dev.lanewise.structured.DoubleDiagonal;
import dev.lanewise.structured.DoubleFourierMap;
import dev.lanewise.structured.DoubleHadamard;
import dev.lanewise.structured.DoubleHankelMap;
import dev.lanewise.structured.DoubleHartleyMap;
import dev.lanewise.structured.DoubleIdentity;
import dev.lanewise.structured.DoubleKroneckerProduct;
import dev.lanewise.structured.DoubleLinearMap;
import dev.lanewise.structured.DoubleLowRankMap;
import dev.lanewise.structured.DoubleMonarchMap;
import dev.lanewise.structured.DoublePermutation;
import dev.lanewise.structured.DoubleProduct;
import dev.lanewise.structured.DoubleRealFourierMap;
import dev.lanewise.structured.DoubleSignDiagonal;
import dev.lanewise.structured.DoubleSparseMap;
import dev.lanewise.structured.DoubleToeplitzMap;
import dev.lanewise.structured.DoubleTrigonometricMap;
import dev.lanewise.structured.DoubleZero;
import dev.lanewise.structured.FloatDenseMap;
import dev.lanewise.structured.FloatLinearMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every kind against a file put together by hand: what is stored today is read for ever. */
final class MapFormatTest {
    private static final DoubleLinearMap DENSE = DoubleDenseMap.of(2, 3, new double[] {1, 2, 3, 4, 5, 6});

    private static HandMadeMap ofDoubles() {
        return new HandMadeMap(8);
    }

    private static HandMadeMap dense(HandMadeMap file) {
        return file.ints(3, 2, 3).doubles(1, 2, 3, 4, 5, 6);
    }

    private static void assertStored(DoubleLinearMap map, HandMadeMap byHand) throws IOException {
        byte[] file = byHand.file();
        assertArrayEquals(file, HandMadeMap.written(map), map.name());
        DoubleLinearMap read = assertInstanceOf(DoubleLinearMap.class, HandMadeMap.read(file));
        assertEquals(map.describe(), read.describe());
        assertArrayEquals(map.toDense(), read.toDense(), map.name());
    }

    @Test
    void mapsOfNumbers() throws IOException {
        assertStored(DENSE, dense(ofDoubles()));
        assertStored(DoubleZero.of(4, 5), ofDoubles().ints(1, 4, 5));
        assertStored(DoubleIdentity.of(7), ofDoubles().ints(2, 7, 7));
        assertStored(DoubleDiagonal.of(2, -0.5), ofDoubles().ints(4, 2, 2).doubles(2, -0.5));
        assertStored(
                DoubleDiagonal.of(2, -0.5).inverse(), ofDoubles().ints(5, 2, 2).doubles(2, -0.5));
        assertStored(
                DoubleSignDiagonal.of(new double[] {1, -1, -1}),
                ofDoubles().ints(6, 3, 3).bytes(0, 1, 1));
        assertStored(DoublePermutation.of(new int[] {2, 0, 1}), ofDoubles().ints(7, 3, 3, 2, 0, 1));
        assertStored(
                DoubleSparseMap.of(2, 4, new int[] {0, 1, 3}, new int[] {3, 0, 2}, new double[] {7, 8, 9}),
                ofDoubles().ints(8, 2, 4, 3).ints(0, 1, 3).ints(3, 0, 2).doubles(7, 8, 9));
        assertStored(
                DoubleComplexDiagonal.of(new double[] {1, 2}, new double[] {3, 4}),
                ofDoubles().ints(10, 4, 4).doubles(1, 2).doubles(3, 4));
    }

    @Test
    void butterflies() throws IOException {
        List<ButterflyPattern> patterns = ButterflyPattern.ofRadices(2, 2);
        double[] left = {1, 2, 3, 4, 5, 6, 7, 8}, right = {9, 10, 11, 12};
        assertStored(
                DoubleButterflyMap.of(patterns, left, right),
                ofDoubles()
                        .ints(9, 4, 4, 2)
                        .ints(1, 2, 2, 2, 8)
                        .doubles(left)
                        .ints(2, 2, 2, 1, 4)
                        .doubles(right));
        assertStored(
                DoubleComplexButterfly.of(patterns, new double[][] {left, right}, new double[][] {left, right}),
                ofDoubles()
                        .ints(11, 8, 8, 2)
                        .ints(1, 2, 2, 2, 8)
                        .doubles(left)
                        .doubles(left)
                        .ints(2, 2, 2, 1, 4)
                        .doubles(right)
                        .doubles(right));
    }

    @Test
    void transforms() throws IOException {
        DoubleLinearMap hadamard = DoubleHadamard.of(4, Normalization.BACKWARD);
        assertStored(hadamard, ofDoubles().ints(12, 4, 4, 0, 0));
        assertStored(
                DoubleHadamard.of(4, Normalization.ORTHO).times(DoubleSignDiagonal.of(new double[] {1, 1, 1, -1})),
                ofDoubles().ints(12, 4, 4, 1, 1).bytes(0, 0, 0, 1));
        DoubleLinearMap fourier = DoubleFourierMap.of(3, Normalization.BACKWARD);
        assertStored(fourier, ofDoubles().ints(13, 6, 6, 0, 0));
        DoubleLinearMap circulant = DoubleCirculantMap.of(new double[] {1, 2, 4});
        assertStored(circulant, ofDoubles().ints(19, 3, 3, 0).doubles(1, 2, 4));
        assertStored(circulant.transposed(), ofDoubles().ints(19, 3, 3, 1).doubles(1, 2, 4));
        assertStored(
                DoubleComplexCirculant.ofEigenvalues(new double[] {1, 2}, new double[] {3, 4}),
                ofDoubles().ints(20, 4, 4).doubles(1, 2).doubles(3, 4));
        assertStored(fourier.inverse(), ofDoubles().ints(13, 6, 6, 2, 1));
    }

    @Test
    void structures() throws IOException {
        assertStored(
                DoubleToeplitzMap.of(new double[] {1, 2}, new double[] {1, 3, 4}),
                ofDoubles().ints(21, 2, 3).doubles(1, 2).doubles(1, 3, 4));
        assertStored(
                DoubleHankelMap.of(2, new double[] {1, 2, 3, 4}),
                ofDoubles().ints(22, 2, 3).doubles(1, 2, 3, 4));
        assertStored(
                DoubleBandedMap.of(2, 2, 1, 0, new double[] {0, 5, 6, 7}),
                ofDoubles().ints(23, 2, 2, 1, 0).doubles(0, 5, 6, 7));
        DoubleDenseMap column = DoubleDenseMap.of(2, 1, new double[] {1, 2});
        DoubleDenseMap longer = DoubleDenseMap.of(3, 1, new double[] {3, 4, 5});
        assertStored(
                DoubleLowRankMap.of(column, longer),
                ofDoubles().ints(24, 2, 3, 1).doubles(1, 2).doubles(3, 4, 5));
        assertStored(
                DoubleBlockDiagonal.of(List.of(DENSE, DoubleIdentity.of(2))),
                dense(ofDoubles().ints(25, 4, 5, 2)).ints(2, 2, 2));
        DoubleDenseMap row = DoubleDenseMap.of(1, 2, new double[] {8, 9});
        assertStored(
                DoubleMonarchMap.of(List.of(column, column), List.of(row, row)),
                ofDoubles().ints(26, 2, 2, 2, 2).doubles(1, 2, 1, 2).doubles(8, 9, 8, 9));
    }

    @Test
    void realTransforms() throws IOException {
        assertStored(
                DoubleRealFourierMap.of(5, Normalization.FORWARD), ofDoubles().ints(27, 6, 5, 2));
        assertStored(DoubleHartleyMap.of(6, Normalization.ORTHO), ofDoubles().ints(28, 6, 6, 1));
        TrigonometricKind[] kinds = {
            TrigonometricKind.DCT1, TrigonometricKind.DCT2, TrigonometricKind.DCT3, TrigonometricKind.DCT4,
            TrigonometricKind.DST1, TrigonometricKind.DST2, TrigonometricKind.DST3, TrigonometricKind.DST4
        };
        for (int code = 1; code <= kinds.length; code++) {
            assertStored(
                    DoubleTrigonometricMap.of(kinds[code - 1], 4, Normalization.BACKWARD),
                    ofDoubles().ints(29, 4, 4, code, 0));
        }
    }

    @Test
    void mapsOfMaps() throws IOException {
        assertStored(DENSE.transposed(), dense(ofDoubles().ints(14, 3, 2)));
        assertStored(DENSE.times(3), dense(ofDoubles().ints(15, 2, 3).doubles(3)));
        DoubleLinearMap product = DoubleDiagonal.of(1, 2).times(DENSE);
        int asWritten = ((DoubleProduct) product).asWritten() == product ? 1 : 0;
        assertStored(
                product,
                dense(ofDoubles().ints(16, 2, 3, asWritten, 2).ints(4, 2, 2).doubles(1, 2)));
        assertStored(
                DENSE.plus(DoubleSparseMap.of(2, 3, new int[3], new int[0], new double[0])),
                dense(ofDoubles().ints(17, 2, 3, 2)).ints(8, 2, 3, 0).ints(0, 0, 0));
        assertStored(
                DoubleKroneckerProduct.of(List.of(DENSE, DoubleIdentity.of(2))),
                dense(ofDoubles().ints(18, 4, 6, 2)).ints(2, 2, 2));
    }

    @Test
    void floatsAreFloats() throws IOException {
        FloatLinearMap map = FloatDenseMap.of(1, 2, new float[] {1.5f, -2});
        byte[] file = new HandMadeMap(4).ints(3, 1, 2).floats(1.5f, -2).file();
        assertArrayEquals(file, HandMadeMap.written(map));
        assertInstanceOf(FloatLinearMap.class, HandMadeMap.read(file));
    }

    @Test
    void eitherPrecisionIsReadAsTheOther() throws IOException {
        byte[] floats = new HandMadeMap(4).ints(3, 1, 2).floats(1.1f, -2).file();
        DoubleLinearMap widened = MapFile.readDouble(new ByteArrayInputStream(floats), "floats");
        assertArrayEquals(new double[] {1.1f, -2}, widened.toDense());
        byte[] doubles = ofDoubles().ints(3, 1, 2).doubles(1.1, -2).file();
        FloatLinearMap rounded = MapFile.readFloat(new ByteArrayInputStream(doubles), "doubles");
        assertArrayEquals(new float[] {1.1f, -2}, rounded.toDense());
    }
}
