package dev.lanewise.cli.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DenseMatrixTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void multipliesAnyNumberOfVectors(int count) {
        int n = 8;
        float[] matrix = integers(n * n, 7);
        float[] x = integers(count * n, 5);
        float[] wanted = new float[count * n];
        for (int v = 0; v < count; v++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    wanted[v * n + i] += matrix[i * n + j] * x[v * n + j];
                }
            }
        }
        float[] y = new float[count * n];
        new DenseMatrix(matrix, n).apply(x, y);
        // Integers: every order of the sums gives the same.
        assertArrayEquals(wanted, y);
    }

    @Test
    void orderThatIsNoMultipleOf4IsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new DenseMatrix(new float[36], 6));
    }

    private static float[] integers(int count, int modulus) {
        float[] integers = new float[count];
        for (int i = 0; i < count; i++) {
            integers[i] = i * i % modulus - 2;
        }
        return integers;
    }
}
