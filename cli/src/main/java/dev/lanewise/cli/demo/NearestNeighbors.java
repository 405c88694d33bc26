package dev.lanewise.cli.demo;

import java.util.Arrays;

/** Finds the vectors next to another by looking at all of them. */
public final class NearestNeighbors {
    private final int count;
    private final int dimension;

    /** Coordinate by coordinate, which lets the compiler use vector instructions. */
    private final float[][] coordinates;

    private final float[] squaredNorms;

    /**
     * Takes the vectors to be found; copies them.
     *
     * @param vectors one after the other
     * @param dimension the length of each
     */
    public NearestNeighbors(float[] vectors, int dimension) {
        this.dimension = dimension;
        count = vectors.length / dimension;
        coordinates = new float[dimension][count];
        squaredNorms = new float[count];
        for (int j = 0; j < count; j++) {
            for (int i = 0; i < dimension; i++) {
                float x = vectors[j * dimension + i];
                coordinates[i][j] = x;
                squaredNorms[j] += x * x;
            }
        }
    }

    /**
     * The vectors nearest to a query in Euclidean distance, the nearest first; of two at the same distance the one with the
     * lower index.
     *
     * @param queries holds the query
     * @param offset where it begins
     * @param wanted how many vectors, at most all but one
     * @param except the index of a vector that is left out, as the query itself in leave-one-out; -1 for none
     * @return their indices
     */
    public int[] nearest(float[] queries, int offset, int wanted, int except) {
        float[] distances = lessQueryNorm(queries, offset);
        int[] nearest = new int[wanted];
        int found = 0;
        for (int j = 0; j < count; j++) {
            boolean joins = found < wanted || distances[j] < distances[nearest[wanted - 1]];
            if (j == except || !joins) {
                continue;
            }
            int place = found < wanted ? found++ : wanted - 1;
            while (place > 0 && distances[j] < distances[nearest[place - 1]]) {
                nearest[place] = nearest[place - 1];
                place--;
            }
            nearest[place] = j;
        }
        return Arrays.copyOf(nearest, found);
    }

    /** {@code |q - x|^2 - |q|^2} for every vector {@code x}. */
    private float[] lessQueryNorm(float[] queries, int offset) {
        float[] distances = squaredNorms.clone();
        for (int i = 0; i < dimension; i++) {
            addMultiple(distances, -2 * queries[offset + i], coordinates[i]);
        }
        return distances;
    }

    private static void addMultiple(float[] sums, float factor, float[] x) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] = Math.fma(factor, x[j], sums[j]);
        }
    }
}
