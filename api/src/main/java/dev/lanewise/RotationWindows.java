package dev.lanewise;

/** How many overlapping windows a block of a {@link HadamardRotation} has. */
final class RotationWindows {
    /** What a block leaves of an imbalance of energy between coordinates, at most. */
    private static final double IMBALANCE = 1.0 / 16;

    private RotationWindows() {}

    /**
     * With windows of {@code n} of {@code d} coordinates, alternately the first and the last, the expected energy of the
     * coordinates outside the last window is off by {@code r = (d - n) / n} times what it was off inside the window before:
     * the average over a window of what sums to zero is minus the sum outside, divided by {@code n}. So {@code w} windows
     * multiply an imbalance by {@code r^w}.
     */
    static int perBlock(int d, int n) {
        if (d == n) {
            return 1;
        }
        double r = (double) (d - n) / n;
        int windows = 0;
        double left = 1;
        while (windows < 2 || left > IMBALANCE) {
            left *= r;
            windows++;
        }
        return windows;
    }
}
