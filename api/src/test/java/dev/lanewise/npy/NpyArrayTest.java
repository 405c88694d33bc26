package dev.lanewise.npy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

final class NpyArrayTest {
    @Test
    void namesTypesAsNumPyDoes() {
        assertEquals("u1 i1 u2 i2 u4 i4 u8 i8 f2 f4 f8 c8 c16", NpyType.allCodes());
        assertEquals(
                "1 1 2 2 4 4 8 8 2 4 8 8 16",
                Arrays.stream(NpyType.values()).map(type -> "" + type.bytes()).collect(Collectors.joining(" ")));
    }

    @Test
    void sharesItsElements() {
        double[] doubles = {1, 2};
        double[] more = {3, 4};
        NpyArray inDouble = NpyArray.ofComplex(doubles, more, 2);
        assertSame(doubles, inDouble.doubles());
        assertSame(more, inDouble.imaginaryDoubles());
        assertSame(doubles, NpyArray.of(doubles, 2).doubles());
        float[] floats = {1, 2};
        float[] moreFloats = {3, 4};
        NpyArray inFloat = NpyArray.ofComplex(floats, moreFloats, 2);
        assertSame(floats, inFloat.floats());
        assertSame(moreFloats, inFloat.imaginaryFloats());
        assertSame(floats, NpyArray.of(floats, 2).floats());
    }

    @Test
    void widensWhatIsNotHeldInDouble() {
        double[] expected = {1, -2};
        assertArrayEquals(expected, NpyArray.of(new float[] {1, -2}, 2).doubles());
        assertArrayEquals(expected, NpyArray.of(new int[] {1, -2}, 2).doubles());
        assertArrayEquals(expected, NpyArray.of(new long[] {1, -2}, 2).doubles());
        NpyArray complex = NpyArray.ofComplex(new float[2], new float[] {1, -2}, 2);
        assertArrayEquals(expected, complex.imaginaryDoubles());
        assertNotSame(complex.imaginaryDoubles(), complex.imaginaryDoubles());
        assertArrayEquals(
                new double[] {0x1p53},
                NpyArray.of(new long[] {(1L << 53) + 1}, 1).doubles());
    }

    @Test
    void hasTheTypeOfItsElements() {
        assertEquals("f8 (2, 1)", NpyArray.of(new double[2], 2, 1).toString());
        assertEquals("f4 (2,)", NpyArray.of(new float[2], 2).toString());
        assertEquals("i4 ()", NpyArray.of(new int[1]).toString());
        assertEquals("i8 (0, 7)", NpyArray.of(new long[0], 0, 7).toString());
        assertEquals(
                "c16 (1,)", NpyArray.ofComplex(new double[1], new double[1], 1).toString());
        assertEquals(
                "c8 (1,)", NpyArray.ofComplex(new float[1], new float[1], 1).toString());
    }

    @Test
    void keepsItsShapeToItself() {
        int[] shape = {2, 3};
        NpyArray array = NpyArray.of(new double[6], shape);
        shape[0] = 7;
        array.shape()[1] = 7;
        assertArrayEquals(new int[] {2, 3}, array.shape());
        assertEquals(6, array.size());
    }

    @Test
    void refusesAShapeThatDoesNotFitTheElements() {
        assertMessage("shape (2, 3) of 5 elements, wanted the product of the dimensions", 5, 2, 3);
        assertMessage("shape () of 2 elements, wanted the product of the dimensions", 2);
        assertMessage("shape (65536, 65536) of 0 elements, wanted the product of the dimensions", 0, 65536, 65536);
        assertMessage("shape (-1, -2), wanted no negative dimension", 2, -1, -2);
        assertMessage("a shape of 65 dimensions, wanted at most 64", 1, new int[65]);
    }

    private static void assertMessage(String message, int length, int... shape) {
        for (var array : new Executable[] {
            () -> NpyArray.of(new double[length], shape),
            () -> NpyArray.of(new float[length], shape),
            () -> NpyArray.of(new int[length], shape),
            () -> NpyArray.of(new long[length], shape),
            () -> NpyArray.ofComplex(new double[length], new double[length], shape),
            () -> NpyArray.ofComplex(new float[length], new float[length], shape),
        }) {
            assertEquals(
                    message, assertThrows(IllegalArgumentException.class, array).getMessage());
        }
    }

    @Test
    void refusesPartsOfDifferentLength() {
        var error =
                assertThrows(IllegalArgumentException.class, () -> NpyArray.ofComplex(new double[2], new double[3], 2));
        assertEquals("2 real and 3 imaginary parts, wanted as many of both", error.getMessage());
        assertThrows(IllegalArgumentException.class, () -> NpyArray.ofComplex(new float[3], new float[2], 2));
    }

    @Test
    void refusesToNarrowToFloat() {
        NpyArray array = NpyArray.of(new double[1], 1);
        var error = assertThrows(IllegalStateException.class, array::floats);
        assertEquals("elements of type f8, wanted f4 or c8; others are in double", error.getMessage());
        assertThrows(IllegalStateException.class, array::imaginaryFloats);
    }

    @Test
    void refusesTheImaginaryPartOfRealElements() {
        NpyArray array = NpyArray.of(new float[1], 1);
        var error = assertThrows(IllegalStateException.class, array::imaginaryDoubles);
        assertEquals("elements of type f4, wanted c8 or c16", error.getMessage());
        assertThrows(IllegalStateException.class, array::imaginaryFloats);
    }
}
