package dev.lanewise.cli.demo;

import dev.lanewise.engine.Parallelism;

/**
 * How well a search finds what an exact one finds, leave-one-out: every image in turn seeks its neighbours among the
 * others.
 *
 * @param recall of the {@value #NEIGHBOURS} images found, the share that is as near as the exact ones; ties count as found
 * @param accuracy the share of the images whose nearest neighbour shows the same digit
 */
public record SearchQuality(double recall, double accuracy) {
    /** How many neighbours are sought. */
    public static final int NEIGHBOURS = 10;

    /** Measures searches on the same images. */
    public static final class Judge {
        private final Digits digits;
        private final Parallelism parallelism;
        private final float[] farthest;

        /**
         * Finds the exact neighbours. Sums of products of pixels are small integers, exact in float.
         *
         * @param digits the images
         * @param parallelism how many threads may work on it
         */
        public Judge(Digits digits, Parallelism parallelism) {
            this.digits = digits;
            this.parallelism = parallelism;
            NearestNeighbors exact = new NearestNeighbors(digits.pixels(), digits.dimension());
            farthest = new float[digits.count()];
            parallelism.forEach(digits.count(), (image, worker) -> {
                int[] found = exact.nearest(digits.pixels(), image * digits.dimension(), NEIGHBOURS, image);
                farthest[image] = squaredDistance(image, found[NEIGHBOURS - 1]);
            });
        }

        /**
         * Searches for every image.
         *
         * @param queries the vectors of the images as they are sought with
         * @param stored the same vectors as they are stored
         * @return how well that went
         */
        public SearchQuality of(float[] queries, float[] stored) {
            int dimension = digits.dimension();
            NearestNeighbors search = new NearestNeighbors(stored, dimension);
            int[] hits = new int[digits.count()];
            boolean[] right = new boolean[digits.count()];
            parallelism.forEach(digits.count(), (image, worker) -> {
                int[] found = search.nearest(queries, image * dimension, NEIGHBOURS, image);
                for (int other : found) {
                    hits[image] += squaredDistance(image, other) <= farthest[image] ? 1 : 0;
                }
                right[image] = digits.labels()[image] == digits.labels()[found[0]];
            });
            int allHits = 0;
            int allRight = 0;
            for (int image = 0; image < hits.length; image++) {
                allHits += hits[image];
                allRight += right[image] ? 1 : 0;
            }
            return new SearchQuality((double) allHits / NEIGHBOURS / hits.length, (double) allRight / hits.length);
        }

        private float squaredDistance(int image, int other) {
            int dimension = digits.dimension();
            float sum = 0;
            for (int i = 0; i < dimension; i++) {
                float difference = digits.pixels()[image * dimension + i] - digits.pixels()[other * dimension + i];
                sum += difference * difference;
            }
            return sum;
        }
    }
}
