package dev.lanewise.maps;

/** A right angle in the precision of an argument: {@link Math#PI} is a double. */
final class RightAngle {
    private RightAngle() {}

    static double added(double angle, int times) {
        return angle + times * Math.PI / 2;
    }

    static float added(float angle, int times) {
        return (float) (angle + times * Math.PI / 2);
    }
}
