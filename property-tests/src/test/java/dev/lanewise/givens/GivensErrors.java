package dev.lanewise.givens;

import dev.lanewise.oracle.Precision;
import dev.lanewise.oracle.Twofold;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The errors of many rotations of one kind, mean and greatest, in units of u: relative ones of c, s and r, and
 * {@code |c^2 + s^2 - 1|}.
 *
 * <p>No root is needed: with {@code R^2 = f^2 + g^2} the relative error of r is {@code (r^2 - R^2) / 2 R^2}, and that of c
 * {@code (c^2 R^2 - f^2) / 2 f^2}, but for its own square. The differences are computed in twice the precision of double, so that
 * about 50 of their bits are right.
 */
final class GivensErrors {
    static final String[] ENTRIES = {"c", "s", "r", "|c^2+s^2-1|"};

    private final Precision precision;
    private final double[] sums = new double[ENTRIES.length];
    private final double[] greatest = new double[ENTRIES.length];
    private int count;

    GivensErrors(Precision precision) {
        this.precision = precision;
    }

    /** Adds a rotation, of numbers other than zero whose squares and their last bits neither overflow nor underflow. */
    void add(double f, double g, double c, double s, double r) {
        count++;
        Twofold squares = new Twofold().addProduct(f, f).addProduct(g, g);
        add(0, ofQuotient(c, squares, f));
        add(1, ofQuotient(s, squares, g));
        Twofold ofR = new Twofold().addProduct(r, r).addProduct(-f, f).addProduct(-g, g);
        add(2, ofR.value() / squares.value() / 2);
        add(3, unitLength(c, s));
    }

    /** {@code c^2 + s^2 - 1}. */
    static double unitLength(double c, double s) {
        return new Twofold().add(-1).addProduct(c, c).addProduct(s, s).value();
    }

    private static double ofQuotient(double quotient, Twofold squares, double of) {
        Twofold square = new Twofold().addProduct(quotient, quotient);
        return new Twofold().addProduct(square, squares).addProduct(-of, of).value() / (of * of) / 2;
    }

    private void add(int entry, double error) {
        double size = Math.abs(error) / precision.unitRoundoff();
        sums[entry] += size;
        greatest[entry] = Math.max(greatest[entry], size);
    }

    double mean(int entry) {
        return sums[entry] / count;
    }

    double greatest(int entry) {
        return greatest[entry];
    }

    /** Mean and greatest of all. */
    String line(String name) {
        return name
                + IntStream.range(0, ENTRIES.length)
                        .mapToObj(i -> String.format(Locale.ROOT, "; %s %.4f, %.4f", ENTRIES[i], mean(i), greatest[i]))
                        .collect(Collectors.joining());
    }
}
