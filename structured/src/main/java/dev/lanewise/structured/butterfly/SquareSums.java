package dev.lanewise.structured.butterfly;

/** Sums of squares of many numbers, in double whatever these are: in float, a sum of a million has few digits left. */
final class SquareSums {
    private SquareSums() {}

    /** {@code ||x||_2}. */
    static double norm(double[] x) {
        double sum = 0;
        for (double part : x) {
            sum += part * part;
        }
        return Math.sqrt(sum);
    }

    /** {@code ||x||_2}. */
    static float norm(float[] x) {
        double sum = 0;
        for (float part : x) {
            sum += (double) part * part;
        }
        return (float) Math.sqrt(sum);
    }

    /** {@code ||x - y||_2}. */
    static double distance(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double difference = x[i] - y[i];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }

    /** {@code ||x - y||_2}. */
    static float distance(float[] x, float[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double difference = (double) x[i] - y[i];
            sum += difference * difference;
        }
        return (float) Math.sqrt(sum);
    }

    /** {@code sqrt(a^2 + b^2)}, of numbers whose squares neither overflow nor matter if they underflow. */
    static double together(double a, double b) {
        return Math.sqrt(a * a + b * b);
    }

    /** {@code sqrt(a^2 + b^2)}, likewise. */
    static float together(float a, float b) {
        return (float) Math.sqrt((double) a * a + (double) b * b);
    }
}
