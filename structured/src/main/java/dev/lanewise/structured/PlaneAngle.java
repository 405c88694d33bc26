package dev.lanewise.structured;

/** Cosine and sine, in the precision of their argument: {@link StrictMath} has them in {@code double} only. */
final class PlaneAngle {
    private PlaneAngle() {}

    static double cosine(double angle) {
        return StrictMath.cos(angle);
    }

    static float cosine(float angle) {
        return (float) StrictMath.cos(angle);
    }

    static double sine(double angle) {
        return StrictMath.sin(angle);
    }

    static float sine(float angle) {
        return (float) StrictMath.sin(angle);
    }
}
