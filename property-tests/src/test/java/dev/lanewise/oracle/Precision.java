package dev.lanewise.oracle;

/** The two element types, by their parameters in IEEE 754. */
public enum Precision {
    /** binary64. */
    DOUBLE(0x1p-53, Double.MIN_VALUE, Double.MAX_VALUE),

    /** binary32. */
    FLOAT(0x1p-24, Float.MIN_VALUE, Float.MAX_VALUE);

    private final double unitRoundoff;
    private final double smallest;
    private final double largest;

    Precision(double unitRoundoff, double smallest, double largest) {
        this.unitRoundoff = unitRoundoff;
        this.smallest = smallest;
        this.largest = largest;
    }

    /** The largest relative error of one rounded operation, {@code u}: half the distance from 1 to the next number. */
    public double unitRoundoff() {
        return unitRoundoff;
    }

    /** The smallest positive number, subnormal. */
    public double smallest() {
        return smallest;
    }

    /** The largest finite number. */
    public double largest() {
        return largest;
    }
}
