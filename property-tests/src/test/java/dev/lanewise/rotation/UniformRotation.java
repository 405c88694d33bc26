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

    /** The distance of a coordinate times {@code sqrt(d)} to a standard normal number, on a grid of 1/1000. */
    double distanceToNormal() {
        NormalDistribution normal = new NormalDistribution();
        double distance = 0;
        for (int i = 0; i <= 6000; i++) {
            double t = i / 1000.0;
            double difference = normal.cumulativeProbability(t) - cumulative(t / Math.sqrt(dimension));
            distance = Math.max(distance, Math.abs(difference));
        }
        return distance;
    }

    /** The expectation of the magnitude of a coordinate, {@code Gamma(d/2) / (sqrt(pi) Gamma((d+1)/2))}. */
    double meanMagnitude() {
        return Math.exp(Gamma.logGamma(dimension / 2.0) - Gamma.logGamma((dimension + 1) / 2.0)) / Math.sqrt(Math.PI);
    }
}
