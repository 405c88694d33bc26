package dev.lanewise.oracle;

/**
 * Numbers of either precision, as doubles: a float is a double exactly, so that one oracle serves both.
 *
 * @param precision where the numbers come from
 * @param values the numbers
 */
public record Numbers(Precision precision, double[] values) {
    /** A copy of double numbers. */
    public static Numbers of(double... values) {
        return new Numbers(Precision.DOUBLE, values.clone());
    }

    /** A copy of float numbers. */
    public static Numbers of(float... values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return new Numbers(Precision.FLOAT, wide);
    }

    /** The numbers in an array of their own. */
    public double[] toDoubles() {
        return values.clone();
    }

    /** The numbers, rounded to single precision where they are not there already. */
    public float[] toFloats() {
        return Inputs.narrow(values);
    }

    /** How many there are. */
    public int length() {
        return values.length;
    }

    /** The number at a place. */
    public double at(int i) {
        return values[i];
    }

    /** {@code ||x||_1}, in twice the precision. */
    public double norm1() {
        Twofold sum = new Twofold();
        for (double value : values) {
            sum.add(Math.abs(value));
        }
        return sum.value();
    }

    /** {@code ||x||_2}, of numbers whose squares neither overflow nor underflow. */
    public double norm2() {
        return Math.sqrt(dot(this));
    }

    /** The inner product, in twice the precision. */
    public double dot(Numbers other) {
        Twofold sum = new Twofold();
        for (int i = 0; i < values.length; i++) {
            sum.addProduct(values[i], other.values[i]);
        }
        return sum.value();
    }

    /** {@code ||x - y||_2}. */
    public double distance(Numbers other) {
        Twofold sum = new Twofold();
        for (int i = 0; i < values.length; i++) {
            double difference = values[i] - other.values[i];
            sum.addProduct(difference, difference);
        }
        return Math.sqrt(sum.value());
    }
}
