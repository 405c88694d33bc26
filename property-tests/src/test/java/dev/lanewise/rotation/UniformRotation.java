package dev.lanewise.rotation;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/**
 * A unit vector after a uniformly random rotation of {@code d} dimensions, that is, a uniform point of the sphere.
 *
 * <p>A coordinate has a density proportional to {@code (1 - t^2)^((d-3)/2)}, so that its square is distributed as
 * Beta(1/2, (d-1)/2).
 *
 * @param dimension {@code d}, at least 2
 */
record UniformRotation(int dimension) {
    private static final double GRID = 1.0 / 512;

    /** The probability that a coordinate is at most {@code t}. */
    double cumulative(double t) {
        double half = Beta.regularizedBeta(Math.min(1, t * t), 0.5, (dimension - 1) / 2.0) / 2;
        return t < 0 ? 0.5 - half : 0.5 + half;
    }

    /** The largest distance of an empirical distribution function to that of a coordinate: Kolmogorov's. */
    double kolmogorovDistance(double[] sample) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        double distance = 0;
        for (int i = 0; i < sorted.length; i++) {
            double wanted = cumulative(sorted[i]);
            distance = Math.max(distance, (i + 1.0) / sorted.length - wanted);
            distance = Math.max(distance, wanted - (double) i / sorted.length);
        }
        return distance;
    }

    /**
     * At least the distance of a coordinate times {@code sqrt(d)} to a standard normal number, for {@code d >= 3}.
     *
     * <p>Both densities fall from the middle, where the normal one is {@code 1 / sqrt(2 pi)} and the other less. So the
     * distribution functions differ with a slope of at most that, and between the points of a grid by at most half a step
     * more than on it. The difference is odd; beyond the end of the grid both are within 10^-8 of 1, less than that slack.
     */
    double distanceToNormal() {
        NormalDistribution normal = new NormalDistribution();
        double distance = 0;
        for (int i = 0; i * GRID <= 6; i++) {
            double t = i * GRID;
            double difference = normal.cumulativeProbability(t) - cumulative(t / Math.sqrt(dimension));
            distance = Math.max(distance, Math.abs(difference));
        }
        return distance + GRID / 2 / Math.sqrt(2 * Math.PI);
    }

    /** The expectation of the magnitude of a coordinate, {@code Gamma(d/2) / (sqrt(pi) Gamma((d+1)/2))}. */
    double meanMagnitude() {
        return Math.exp(Gamma.logGamma(dimension / 2.0) - Gamma.logGamma((dimension + 1) / 2.0)) / Math.sqrt(Math.PI);
    }
}
