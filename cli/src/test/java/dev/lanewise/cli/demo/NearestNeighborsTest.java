package dev.lanewise.cli.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestNeighborsTest {
    @Test
    void findsWhatSortingAllDistancesFinds() {
        int dimension = 7;
        int count = 100;
        float[] vectors = integers(count * dimension);
        NearestNeighbors search = new NearestNeighbors(vectors, dimension);
        for (int query = 0; query < count; query++) {
            int except = query;
            int[] wanted = IntStream.range(0, count)
                    .filter(other -> other != except)
                    .boxed()
                    .sorted(Comparator.comparing(other -> squaredDistance(vectors, dimension, except, other)))
                    .mapToInt(Integer::intValue)
                    .limit(10)
                    .toArray();
            assertArrayEquals(wanted, search.nearest(vectors, query * dimension, 10, query));
        }
    }

    @Test
    void queryItselfIsItsNearestUnlessLeftOut() {
        float[] vectors = {0, 0, 3, 4, 3, 5};
        NearestNeighbors search = new NearestNeighbors(vectors, 2);
        assertArrayEquals(new int[] {1, 2, 0}, search.nearest(vectors, 2, 3, -1));
        assertArrayEquals(new int[] {2, 0}, search.nearest(vectors, 2, 2, 1));
    }

    @Test
    void ofEqualDistancesTheLowerIndexComesFirst() {
        NearestNeighbors search = new NearestNeighbors(new float[] {1, -1, 1, -1}, 1);
        assertArrayEquals(new int[] {0, 1, 2}, search.nearest(new float[] {0}, 0, 3, -1));
    }

    @Test
    void moreNeighboursThanThereAreGiveAllThereAre() {
        NearestNeighbors search = new NearestNeighbors(new float[] {1, 2}, 1);
        assertEquals(1, search.nearest(new float[] {0}, 0, 5, 0).length);
    }

    private static float squaredDistance(float[] vectors, int dimension, int a, int b) {
        float sum = 0;
        for (int i = 0; i < dimension; i++) {
            float difference = vectors[a * dimension + i] - vectors[b * dimension + i];
            sum += difference * difference;
        }
        return sum;
    }

    /** Small integers, so that distances are exact and some are equal. */
    private static float[] integers(int count) {
        Random random = new Random(2);
        float[] integers = new float[count];
        for (int i = 0; i < count; i++) {
            integers[i] = random.nextInt(5);
        }
        return integers;
    }
}
