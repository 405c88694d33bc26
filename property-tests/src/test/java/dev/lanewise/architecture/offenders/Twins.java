package dev.lanewise.architecture.offenders;

/** Twins that have lost each other or drifted apart. */
public class Twins {
    public static class DoubleLonely {}

    public static class FloatLonelyToo {}

    public static class DoubleDrifted {
        public double[] takeDoubles(double[] x) {
            return x;
        }

        public void onlyHere() {}
    }

    public static class FloatDrifted {
        public float[] takeFloats(float[] x) {
            return x;
        }

        public void onlyThere() {}
    }
}
