package dev.lanewise.oracle;

/**
 * Complex numbers of either precision, real parts and imaginary parts as doubles. What is computed here is computed in
 * double and keeps the precision it is said to be of: it is to be rounded to that before it is transformed.
 *
 * @param re the real parts
 * @param im the imaginary parts, as many
 */
public record ComplexNumbers(Numbers re, Numbers im) {
    /** A copy of double numbers. */
    public static ComplexNumbers of(double[] re, double[] im) {
        return new ComplexNumbers(Numbers.of(re), Numbers.of(im));
    }

    /** A copy of float numbers. */
    public static ComplexNumbers of(float[] re, float[] im) {
        return new ComplexNumbers(Numbers.of(re), Numbers.of(im));
    }

    private ComplexNumbers with(double[] newRe, double[] newIm) {
        return new ComplexNumbers(new Numbers(precision(), newRe), new Numbers(precision(), newIm));
    }

    /** Where the numbers come from. */
    public Precision precision() {
        return re.precision();
    }

    /** How many there are. */
    public int length() {
        return re.length();
    }

    /** {@code ||x||_1}, the sum of the absolute values. */
    public double norm1() {
        Twofold sum = new Twofold();
        for (int j = 0; j < length(); j++) {
            sum.add(Math.hypot(re.at(j), im.at(j)));
        }
        return sum.value();
    }

    /** {@code ||x||_2}, of numbers whose squares neither overflow nor underflow. */
    public double norm2() {
        return Math.sqrt(re.dot(re) + im.dot(im));
    }

    /** {@code ||x - y||_2}. */
    public double distance(ComplexNumbers other) {
        return Math.hypot(re.distance(other.re), im.distance(other.im));
    }

    /** {@code x_(j + shift)}, indices modulo the length. */
    public ComplexNumbers shifted(int shift) {
        int n = length();
        double[] newRe = new double[n];
        double[] newIm = new double[n];
        for (int j = 0; j < n; j++) {
            int from = Math.floorMod(j + shift, n);
            newRe[j] = re.at(from);
            newIm[j] = im.at(from);
        }
        return with(newRe, newIm);
    }

    /** {@code x_(-j)}, indices modulo the length. */
    public ComplexNumbers reversed() {
        int n = length();
        double[] newRe = new double[n];
        double[] newIm = new double[n];
        for (int j = 0; j < n; j++) {
            newRe[j] = re.at((n - j) % n);
            newIm[j] = im.at((n - j) % n);
        }
        return with(newRe, newIm);
    }

    /** The conjugates. */
    public ComplexNumbers conjugated() {
        double[] newIm = new double[length()];
        for (int j = 0; j < newIm.length; j++) {
            newIm[j] = -im.at(j);
        }
        return with(re.values(), newIm);
    }

    /** {@code x - factor y}. */
    public ComplexNumbers minus(double factor, ComplexNumbers y) {
        int n = length();
        double[] newRe = new double[n];
        double[] newIm = new double[n];
        for (int j = 0; j < n; j++) {
            newRe[j] = re.at(j) - factor * y.re.at(j);
            newIm[j] = im.at(j) - factor * y.im.at(j);
        }
        return with(newRe, newIm);
    }

    /** {@code x_j y_j}. */
    public ComplexNumbers times(ComplexNumbers y) {
        int n = length();
        double[] newRe = new double[n];
        double[] newIm = new double[n];
        for (int j = 0; j < n; j++) {
            newRe[j] = re.at(j) * y.re.at(j) - im.at(j) * y.im.at(j);
            newIm[j] = re.at(j) * y.im.at(j) + im.at(j) * y.re.at(j);
        }
        return with(newRe, newIm);
    }

    /** {@code sum over i of x_i y_(j - i)}, indices modulo the length; exact for integers that are not too large. */
    public ComplexNumbers convolvedWith(ComplexNumbers y) {
        int n = length();
        double[] newRe = new double[n];
        double[] newIm = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                int to = i + j < n ? i + j : i + j - n;
                newRe[to] += re.at(i) * y.re.at(j) - im.at(i) * y.im.at(j);
                newIm[to] += re.at(i) * y.im.at(j) + im.at(i) * y.re.at(j);
            }
        }
        return with(newRe, newIm);
    }
}
