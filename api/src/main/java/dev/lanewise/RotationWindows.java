package dev.lanewise;

/** How many overlapping windows a block of a {@link HadamardRotation} has. */
final class RotationWindows {
    /** How far one block leaves the energy of a coordinate off its mean, at most, relative to the mean. */
    private static final double IMBALANCE = 1.0 / 4;

    private RotationWindows() {}

    /**
     * Windows of {@code n} of {@code d} coordinates, alternately the first and the last. Independent signs and a transform
     * make the expected energies within a window equal, to their average before. Once two windows were applied, the
     * energies are equal inside the last one and equal outside it; let those outside be off their mean over all
     * coordinates by {@code a}, hence those inside by {@code -r a} with {@code r = (d - n) / n}. After the next window they
     * are off by {@code -r a} outside that and by {@code r^2 a} inside: every window multiplies by {@code r}. The worst
     * input is one that the first window misses: what the second leaves outside is zero, off by the whole mean. So
     * {@code r^(w-2)} of the mean is left after {@code w} windows.
     */
    static int perBlock(int d, int n) {
        if (d == n) {
            return 1;
        }
        double r = (double) (d - n) / n;
        int windows = 3;
        for (double left = r; left > IMBALANCE; left *= r) {
            windows++;
        }
        return windows;
    }
}
