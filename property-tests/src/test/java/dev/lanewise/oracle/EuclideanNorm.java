package dev.lanewise.oracle;

/** Of numbers of either precision that come one by one; sums are in double. */
public final class EuclideanNorm {
    private double squares;

    /** One more number. */
    public void add(double x) {
        squares += x * x;
    }

    /** Of all so far. */
    public double value() {
        return Math.sqrt(squares);
    }
}
