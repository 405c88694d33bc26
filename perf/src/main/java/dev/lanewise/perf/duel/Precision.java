package dev.lanewise.perf.duel;

/** Numbers of one precision as those of the other. */
public final class Precision {
    private Precision() {}

    /**
     * To double precision, exactly.
     *
     * @param values the numbers
     * @return a new array
     */
    public static double[] widened(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }

    /**
     * To single precision, rounded.
     *
     * @param values the numbers
     * @return a new array
     */
    public static float[] narrowed(double[] values) {
        float[] narrow = new float[values.length];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (float) values[i];
        }
        return narrow;
    }
}
